/// What readers gather before it is known to hold together: the parts of a graph as they were written.
///
/// Readers add to it; `validated()` checks every reference and gives the graph or all that is wrong.
public struct GraphDraft: Sendable {
    /// A relation of the graph's own vocabulary and where it stands.
    public struct OwnRelation: Sendable {
        public var relation: Relation
        public var location: SourceLocation?

        public init(_ relation: Relation, location: SourceLocation?) {
            self.relation = relation
            self.location = location
        }
    }

    public var information = ClaimGraph.Information()
    public var relations: [OwnRelation] = []
    public var sources: [Source] = []
    public var entities: [Entity] = []
    /// Claims as written; one without an id of its own has `hasWrittenID` false and an empty local id.
    public private(set) var claims: [Claim] = []
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

    public init() {}

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
