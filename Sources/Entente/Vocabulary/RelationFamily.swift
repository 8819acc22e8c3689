/// The family that a relation belongs to: what sort of dealing it is.
public enum RelationFamily: String, Sendable, Hashable, CaseIterable, Comparable {
    /// People or bodies were in touch: met, phoned, visited.
    case contact
    /// An office or employment: holds office, advises.
    case role
    /// How things are put together: part of, located in, member of.
    case structure
    /// States and people on one side: allied, agreed, recognised.
    case alignment
    /// One against another: attacked, interfered in.
    case conflict
    /// Measures taken: imposed, lifted, targets.
    case measure
    /// What became of a treaty: signed, withdrew from, expired.
    case treatyStatus = "treaty-status"
    /// What was said to somebody or in public: announced, demanded.
    case speech
    /// An attitude: praised, opposes.
    case stance
    /// Taking part in happenings: attended, held at.
    case event
    /// What was found, believed or blamed: concluded, accused.
    case epistemic

    /// Whether a tie of this family is commentary and not a dealing between its two ends.
    public var isCommentary: Bool {
        switch self {
        case .speech, .stance, .epistemic: true
        default: false
        }
    }

    /// The order of declaration, in which legends and lists are sorted.
    public static func < (left: RelationFamily, right: RelationFamily) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
