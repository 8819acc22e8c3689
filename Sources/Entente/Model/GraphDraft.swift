/// What readers gather before it is known to hold together: the parts of a graph as they were written.
///
/// Readers add to it; `validated()` checks every reference and gives the graph or all that is wrong.
public struct GraphDraft: Sendable {
    /// A relation of the graph's own vocabulary and where it stands.
    public struct OwnRelation: Sendable {
        /// The relation.
        public var relation: Relation
        /// Where it stands in its file.
        public var location: SourceLocation?

        /// Makes a relation with its place.
        public init(_ relation: Relation, location: SourceLocation?) {
            self.relation = relation
            self.location = location
        }
    }

    /// What the graph says of itself.
    public var information = ClaimGraph.Information()
    /// Its own relations, as written.
    public var relations: [OwnRelation] = []
    /// Its sources, as written.
    public var sources: [Source] = []
    /// Its entities, as written; one may be declared several times.
    public var entities: [Entity] = []
    /// Claims as written; one without an id of its own has `hasWrittenID` false and an empty local id.
    public private(set) var claims: [Claim] = []
    /// Where the fields of each claim stand, in the order of `claims`.
    public private(set) var positions: [FieldPositions] = []

    /// What was seen but could not be read, so that naming it is no second fault.
    package var unread = Unread()

    /// Parts that a reader met and reported, but that are not in the draft.
    package struct Unread: Sendable {
        /// Whether there are files, or parts of files, of which not even the ids are known.
        package var hasFiles = false
        package var entities: Set<String> = []
        package var sources: Set<String> = []
        package var relations: Set<String> = []
        package var claims: Set<ClaimID> = []
    }

    /// A draft of nothing.
    public init() {}

    /// Adds a claim and where its fields stand.
    public mutating func add(_ claim: Claim, positions: FieldPositions) {
        claims.append(claim)
        self.positions.append(positions)
    }

    /// Checks that all of it holds together.
    ///
    /// - Returns: the graph, or nil where there is an error, and every problem found, in the order of places.
    ///   Complexity: O(n log n) in entities, sources and claims.
    public func validated() -> (graph: ClaimGraph?, problems: [Problem]) {
        var validation = Validation(draft: self)
        return validation.run()
    }
}
