/// An actor, venue, treaty, policy, event, topic or document that claims speak of.
public struct Entity: Sendable, Hashable, Identifiable {
    /// A slug, unique in its graph: `new-start`.
    public var id: String
    /// What sort of thing it is.
    public var kind: EntityKind
    /// What it is called first.
    public var name: String
    /// What else it is called.
    public var aliases: [String]
    /// Identifiers in other systems, by the system's name: `wikidata` to `Q30`.
    public var identifiers: [String: String]
    /// Free properties.
    public var properties: [String: String]
    /// An analyst's remark.
    public var note: String?
    /// Where it was first declared.
    public var location: SourceLocation?

    /// Makes an entity; all but id, kind and name may be empty.
    public init(
        id: String,
        kind: EntityKind,
        name: String,
        aliases: [String] = [],
        identifiers: [String: String] = [:],
        properties: [String: String] = [:],
        note: String? = nil,
        location: SourceLocation? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.identifiers = identifiers
        self.properties = properties
        self.note = note
        self.location = location
    }
}
