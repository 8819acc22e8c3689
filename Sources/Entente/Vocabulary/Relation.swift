/// A relation that claims can state, and what follows from it.
public struct Relation: Sendable, Hashable, Identifiable {
    /// How many ends it has, and whether they are alike.
    public enum Arity: String, Sendable, Hashable {
        case unary
        case directed
        case symmetric
    }

    /// Whether it happened once or held for a time.
    public enum Time: String, Sendable, Hashable {
        /// It happened once: a single coarse date is one unknown day in it.
        case contact
        /// It held throughout a time.
        case spell
    }

    /// Which pairs of a claim's entities it ties.
    public struct Projection: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: UInt8

        /// Makes a set of its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Subject and object; for a symmetric relation all pairs of participants.
        public static let ends = Projection(rawValue: 1)
        /// Each actor and the claim's venues.
        public static let venue = Projection(rawValue: 2)
        /// Each participant and the claim's event.
        public static let event = Projection(rawValue: 4)
        /// Each actor and what the claim is regarding.
        public static let regarding = Projection(rawValue: 8)

        /// All pairs that a claim can tie.
        public static let all: Projection = [.ends, .venue, .event, .regarding]
    }

    /// A slug, unique in the vocabulary: `withdrew-from`.
    public var id: String
    /// How it reads from subject to object: "withdrew from".
    public var reads: String
    /// How it reads from object to subject: "was left by".
    public var inverse: String
    /// How many ends it has, and whether they are alike.
    public var arity: Arity
    /// The kinds that may stand at the subject's end, or take part.
    public var subjectKinds: [EntityKind]
    /// Empty for a unary relation.
    public var objectKinds: [EntityKind]
    /// What sort of dealing it is.
    public var family: RelationFamily
    /// Whether the tie is friendly (+1), hostile (-1) or neither.
    public var valence: Int
    /// Whether it happened once or held for a time.
    public var time: Time
    /// The spell that it begins: took office begins holds office.
    public var begins: String?
    /// The spell that it ends.
    public var ends: String?
    /// Whether it can happen only once to the same ends.
    public var isOnceOnly: Bool
    /// Whether a subject can stand in it to one object only at a time.
    public var isSingleValued: Bool
    /// The units of values that can be compared between claims of it.
    public var compares: [String]
    /// Whether it is a step in the life of a treaty or policy.
    public var isMilestone: Bool
    /// Whether it ends a treaty as such, so that no party can still leave.
    public var endsTreaty: Bool
    /// The relation that it is a special case of: phoned is a way to have spoken.
    public var broader: String?
    /// Which pairs of a claim's entities it ties.
    public var projection: Projection

    /// Makes a relation; `subject` and `object` are the kinds allowed at its ends.
    public init(
        id: String,
        reads: String,
        inverse: String,
        arity: Arity,
        subject: [EntityKind],
        object: [EntityKind],
        family: RelationFamily,
        valence: Int = 0,
        time: Time = .contact,
        begins: String? = nil,
        ends: String? = nil,
        isOnceOnly: Bool = false,
        isSingleValued: Bool = false,
        compares: [String] = [],
        isMilestone: Bool = false,
        endsTreaty: Bool = false,
        broader: String? = nil,
        projection: Projection = .all
    ) {
        self.id = id
        self.reads = reads
        self.inverse = inverse
        self.arity = arity
        self.subjectKinds = subject
        self.objectKinds = object
        self.family = family
        self.valence = valence
        self.time = time
        self.begins = begins
        self.ends = ends
        self.isOnceOnly = isOnceOnly
        self.isSingleValued = isSingleValued
        self.compares = compares
        self.isMilestone = isMilestone
        self.endsTreaty = endsTreaty
        self.broader = broader
        self.projection = projection
    }

    /// Whether an entity of a kind may stand at the subject's end.
    public func allowsSubject(_ kind: EntityKind) -> Bool { subjectKinds.contains { kind.isA($0) } }

    /// Whether an entity of a kind may stand at the object's end.
    public func allowsObject(_ kind: EntityKind) -> Bool { objectKinds.contains { kind.isA($0) } }
}
