internal import EDTF

/// The ties that a view of a graph shows: vertices, edges derived from claims, and what was left out.
///
/// Vertices are the entities that have an edge, in the order of their ids. Parallel edges stay apart, one for each
/// claim and pair; `ties` has them gathered by pair.
public struct Network: Sendable {
    /// The graph that was looked at.
    public let graph: ClaimGraph
    /// What counts in it.
    public let view: View
    /// The entities that are vertices, by their places in the graph, ascending.
    public let vertices: [Int]
    /// Sorted by claim, then by part and ends.
    public let edges: [Edge]
    /// The pairs that are tied, sorted by their vertices.
    public let ties: [Tie]
    /// The claims that count, by their places in the graph, ascending; unary ones among them.
    public let counted: [Int]
    /// The claims that do not count, by reason; with the counted ones, each claim of the graph once.
    public let excluded: Exclusions
    /// The claims that count but tie nobody, by reason: conditional ones, those about one entity.
    public let untied: Exclusions
    /// When each counted claim's content was so by the claim itself, by the claim's place in the graph.
    let timings: [Int: Timing]
    /// When it was so by all claims that tell of the same happening, where that differs.
    private let sharedTimings: [Int: Timing]
    /// Claims of which one is so.
    let alternatives: Alternatives
    /// The view's period.
    let period: ResolvedPeriod
    private let vertexOfEntity: [Int: Int]
    private let wholes: [Int: RollUp.Whole]

    /// Derives the network of a view.
    ///
    /// Complexity: O(claims × participants² + edges log edges).
    public init(_ graph: ClaimGraph, view: View = View()) {
        var derivation = Derivation(graph: graph, view: view)
        derivation.run()
        self.graph = graph
        self.view = view
        vertices = derivation.vertices
        edges = derivation.edges
        ties = derivation.ties
        counted = derivation.counted
        excluded = derivation.excluded
        untied = derivation.untied
        timings = derivation.timings
        sharedTimings = derivation.sharedTimings
        alternatives = derivation.filter.alternatives
        period = derivation.filter.period
        vertexOfEntity = derivation.vertexOfEntity
        wholes = derivation.wholes
    }

    /// The number of claims that tie two entities.
    public var tyingCount: Int { counted.count - untied.total }

    /// Which claims make no edge, and why: those that do not count, and those that count but tie nobody.
    public var excludedFromTies: Exclusions { excluded.adding(untied) }

    /// The entity of a vertex.
    public func entity(_ vertex: Int) -> Entity { graph.entities[vertices[vertex]] }

    /// The claim of an edge.
    public func claim(_ edge: Edge) -> Claim { graph.claims[edge.claim] }

    /// When the content of a counted claim was so, by all claims that tell of the same happening.
    func timing(of claim: Int) -> Timing? { sharedTimings[claim] ?? timings[claim] }

    /// Whether a claim shares its date with others that tell of the same happening.
    func isDatedWithOthers(_ claim: Int) -> Bool { sharedTimings[claim] != nil }

    /// The vertex of an entity, or nil where no counted claim ties it to anything.
    public func vertex(of id: String) -> Int? {
        graph.index(ofEntity: id).flatMap { vertexOfEntity[$0] }
    }

    /// The entity that another one is folded into, or nil where it stands for itself.
    public func whole(of id: String) -> Entity? {
        graph.index(ofEntity: id).flatMap { wholes[$0] }.map { graph.entities[$0.entity] }
    }

    /// How an edge reads from one of its ends to the other: "met", "was left by", "was at".
    public func reading(_ edge: Edge, from vertex: Int) -> String {
        let relation = graph.relation(of: claim(edge))
        let forward = vertex == edge.from
        switch edge.part {
        case .ends: return forward ? relation.reads : relation.inverse
        case .venue: return forward ? "was at" : "was visited by"
        case .event: return forward ? "took part in" : "had as participant"
        case .regarding: return forward ? "dealt with" : "was dealt with by"
        }
    }

    /// The support of a number of edges taken together: each strengthens the others.
    func support(of edges: some Collection<Int>, origins: Origins) -> Support {
        let claims = edges.map { claim(self.edges[$0]) }
        let disputed = edges.contains { self.edges[$0].isDisputed }
        return Support(
            modality: claims.map(\.modality).min() ?? .denied,
            origins: origins.count(claims),
            isDisputed: disputed,
            basis: claims.map(\.basis).min { $0.weakness < $1.weakness } ?? .stated,
            isPlanned: claims.allSatisfy(\.status.isPlanned)
        )
    }

    /// The certainty of the surest of some edges.
    func dates(of edges: some Collection<Int>) -> Certainty {
        edges.map { self.edges[$0].dates }.max() ?? .impossible
    }
}
