package import Entente

/// The six ways in which links are drawn: families that are read alike share a colour and an arrowhead.
package enum LineClass: String, Sendable, CaseIterable {
    case contact
    case presence
    case structure
    case accord
    case pressure
    case commentary

    /// What stands at the end of a directed link.
    package enum Head: String, Sendable {
        /// A filled triangle: acts on.
        case normal
        /// A filled dot: was there.
        case dot
        /// A diamond: is part of, serves.
        case diamond
        /// A bar: opposes.
        case tee
        /// An open arrow: speaks of.
        case vee
    }

    package init(_ family: RelationFamily) {
        switch family {
        case .contact: self = .contact
        case .event: self = .presence
        case .role, .structure: self = .structure
        case .alignment, .treatyStatus: self = .accord
        case .conflict, .measure: self = .pressure
        case .speech, .stance, .epistemic: self = .commentary
        }
    }

    package var head: Head {
        switch self {
        case .contact, .accord: .normal
        case .presence: .dot
        case .structure: .diamond
        case .pressure: .tee
        case .commentary: .vee
        }
    }

    /// A family's name in the legend.
    static func name(of family: RelationFamily) -> String {
        switch family {
        case .treatyStatus: "treaty"
        case .event: "presence"
        default: family.rawValue
        }
    }
}
