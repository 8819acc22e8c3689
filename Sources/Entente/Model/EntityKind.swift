/// What sort of thing an entity is.
///
/// Kinds form a small tree: `person`, `organization`, `state` and `group` are all `actor`. A `group` stands for
/// people whom a source does not name ("European leaders"); two groups are never the same by their words alone.
public enum EntityKind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Someone or something that acts, when a source does not say whether it is a person or a body.
    case actor
    case person
    case organization
    case state
    case group
    case venue
    case treaty
    case policy
    case event
    case topic
    case document

    /// The kind above this one in the tree, or nil at the top.
    public var parent: EntityKind? {
        switch self {
        case .person, .organization, .state, .group: .actor
        default: nil
        }
    }

    /// Whether this kind is another one or lies below it.
    public func isA(_ other: EntityKind) -> Bool {
        self == other || parent == other
    }

    /// Whether an entity of this kind can act: deal, speak, sign.
    public var isActor: Bool { isA(.actor) }

    /// Whether an entity of this kind is something that actors deal with: a treaty, policy, topic or document.
    var isMatter: Bool {
        switch self {
        case .treaty, .policy, .topic, .document: true
        default: false
        }
    }

    /// Whether an entity of this kind is a vertex of a graph unless a view asks for it.
    public var isVertexByDefault: Bool { self != .topic && self != .document }

    /// The plural used in sentences and legends: "persons", "treaties".
    public var plural: String {
        switch self {
        case .treaty: "treaties"
        case .policy: "policies"
        default: rawValue + "s"
        }
    }

    /// The order of declaration, in which legends and lists are sorted.
    public static func < (left: EntityKind, right: EntityKind) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
