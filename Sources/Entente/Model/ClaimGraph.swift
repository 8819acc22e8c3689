public import EDTF

/// A validated collection of claims with the entities, sources and relations that they name.
///
/// Every reference in it holds: each claim's entities, source, relation and claims spoken of exist, and kinds and
/// arity agree with the vocabulary. Entities and sources are in the order of their ids, claims in that of theirs,
/// whatever order they were read in.
public struct ClaimGraph: Sendable {
    /// What a graph says of itself.
    public struct Information: Sendable, Hashable {
        /// Its headline.
        public var title: String?
        /// What it is about, in a sentence or two.
        public var description: String?
        /// The period that its sources cover.
        public var period: EDTFDate?
        /// What its sources were searched for, in words.
        public var scope: String?
        /// Whether seasons are those of the southern hemisphere.
        public var hasSouthernSeasons: Bool

        /// Makes the information of a graph.
        public init(
            title: String? = nil,
            description: String? = nil,
            period: EDTFDate? = nil,
            scope: String? = nil,
            hasSouthernSeasons: Bool = false
        ) {
            self.title = title
            self.description = description
            self.period = period
            self.scope = scope
            self.hasSouthernSeasons = hasSouthernSeasons
        }
    }

    /// What the graph says of itself.
    public let information: Information
    /// The relations that claims may state: the built-in ones and the graph's own.
    public let vocabulary: Vocabulary
    /// The relations that the graph adds to the built-in ones, by id.
    public let ownRelations: [Relation]
    /// All entities, in the order of their ids.
    public let entities: [Entity]
    /// All sources, in the order of their ids.
    public let sources: [Source]
    /// All claims, in the order of their ids.
    public let claims: [Claim]

    private let entityIndices: [String: Int]
    private let sourceIndices: [String: Int]
    private let claimIndices: [ClaimID: Int]

    /// Takes parts that have been validated and sorted.
    init(
        information: Information,
        vocabulary: Vocabulary,
        ownRelations: [Relation],
        entities: [Entity],
        sources: [Source],
        claims: [Claim]
    ) {
        self.information = information
        self.vocabulary = vocabulary
        self.ownRelations = ownRelations
        self.entities = entities
        self.sources = sources
        self.claims = claims
        entityIndices = Self.indices(entities.map(\.id))
        sourceIndices = Self.indices(sources.map(\.id))
        claimIndices = Self.indices(claims.map(\.id))
    }

    private static func indices<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
        Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The entity with an id, or nil where there is none.
    public func entity(_ id: String) -> Entity? { entityIndices[id].map { entities[$0] } }
    /// The source with an id, or nil where there is none.
    public func source(_ id: String) -> Source? { sourceIndices[id].map { sources[$0] } }
    /// The claim with an id, or nil where there is none.
    public func claim(_ id: ClaimID) -> Claim? { claimIndices[id].map { claims[$0] } }

    /// The place of an entity in `entities`.
    package func index(ofEntity id: String) -> Int? { entityIndices[id] }
    package func index(ofSource id: String) -> Int? { sourceIndices[id] }
    package func index(ofClaim id: ClaimID) -> Int? { claimIndices[id] }

    /// The relation of a claim.
    ///
    /// - Precondition: the claim is one of this graph's.
    package func relation(of claim: Claim) -> Relation {
        guard let relation = vocabulary[claim.relation] else {
            preconditionFailure("claim \(claim.id) has the unknown relation \(claim.relation)")
        }
        return relation
    }
}
