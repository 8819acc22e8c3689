/// Paths between two vertices that share no edge, or no vertex but their ends, and the proof that there are no
/// more.
public struct DisjointPaths: Hashable, Sendable {
    /// The paths, in the order of ``GraphPath``; a path's length is its number of edges.
    public let paths: [GraphPath]
    /// Whether there are more than the limit let through.
    public let isCut: Bool
    /// What separates the two vertices: as many vertices and edges as there are paths, each path going through
    /// just one of them (Menger's theorem). Those nearest the source are taken; `nil` when a limit cut the
    /// paths.
    public let separator: Separator?

    /// Vertices and edges without which nothing leads from one vertex to another.
    public struct Separator: Hashable, Sendable {
        /// The vertices, ascending; none where paths share no edge.
        public let vertices: [Int32]
        /// The edges, ascending; where paths share no vertex, those that join the two vertices directly.
        public let edges: [Int32]

        /// Makes a separator.
        public init(vertices: [Int32], edges: [Int32]) {
            self.vertices = vertices
            self.edges = edges
        }

        /// The number of both, which is that of the paths.
        public var count: Int { vertices.count + edges.count }
    }
}

extension CompactGraph {
    /// Finds as many paths as there are between two vertices of which no two share an edge.
    ///
    /// It is a maximum flow of units over edges that each hold one (Dinic's algorithm); the paths are as many
    /// as the fewest edges whose removal leaves nothing between the two (Menger, Ford and Fulkerson).
    ///
    /// *Conventions.* Paths may share vertices; each meets no vertex twice. An undirected edge belongs to one
    /// path, whichever way that goes. Parallel edges are different edges. Loops are on no path. Weights are not
    /// looked at, and the paths found are not the shortest ones; which they are is always the same. Of a vertex
    /// and itself it is not asked.
    ///
    /// - Parameters:
    ///   - source: where paths begin.
    ///   - target: where they end, another vertex.
    ///   - limit: the most paths to find, at least 0.
    ///   - direction: which way edges are followed.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the paths, none when nothing joins the two, and the edges that separate them.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` (a limit below 0, or source and
    ///   target the same), `tooLarge` (the flow's network would have more than ``arcLimit`` arcs, two an edge)
    ///   or `cancelled`.
    /// - Complexity: O(E √E) time, without parallel edges O(E min(√E, V^⅔)), for k paths O(k (V + E)) at most;
    ///   O(V + E) memory. Deterministic.
    /// - SeeAlso: Even, Tarjan (1975), "Network flow and testing graph connectivity",
    ///   [doi:10.1137/0204043](https://doi.org/10.1137/0204043); Menger (1927), "Zur allgemeinen
    ///   Kurventheorie", [doi:10.4064/fm-10-1-96-115](https://doi.org/10.4064/fm-10-1-96-115).
    public func edgeDisjointPaths(
        from source: Int,
        to target: Int,
        limit: Int = .max,
        direction: SearchDirection = .outgoing,
        control: RunControl = RunControl()
    ) throws(GraphError) -> DisjointPaths {
        try disjointPaths(
            from: source,
            to: target,
            limit: limit,
            direction: direction,
            splitsVertices: false,
            control: control
        )
    }

    /// Finds as many paths as there are between two vertices of which no two share a vertex besides.
    ///
    /// It is a maximum flow of units where each vertex lets one through (Dinic's algorithm); the paths are as
    /// many as the fewest vertices whose removal leaves nothing between the two, edges that join them directly
    /// counted apart (Menger).
    ///
    /// *Conventions.* Each edge that joins the two directly is a path of its own, parallel ones too, as in
    /// igraph; no vertex separates those, and so they stand in the separator themselves. Collapse the graph to
    /// count them once, as networkx does. Loops are on no path, and other parallel edges give no more paths; the
    /// one with the least id is taken. Weights are not looked at, and the paths found are not the shortest ones;
    /// which they are is always the same. Of a vertex and itself it is not asked.
    ///
    /// - Parameters:
    ///   - source: where paths begin.
    ///   - target: where they end, another vertex.
    ///   - limit: the most paths to find, at least 0.
    ///   - direction: which way edges are followed.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the paths, none when nothing joins the two, and what separates them.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` (a limit below 0, or source and
    ///   target the same), `tooLarge` (the flow's network would have more than ``arcLimit`` arcs, two a vertex
    ///   and two an edge, four an undirected one) or `cancelled`.
    /// - Complexity: O(√V (V + E)) time beside the direct edges, for k paths O(k (V + E)) at most; O(V + E)
    ///   memory. Deterministic.
    /// - SeeAlso: Even, Tarjan (1975), "Network flow and testing graph connectivity",
    ///   [doi:10.1137/0204043](https://doi.org/10.1137/0204043); Menger (1927), "Zur allgemeinen
    ///   Kurventheorie", [doi:10.4064/fm-10-1-96-115](https://doi.org/10.4064/fm-10-1-96-115).
    public func vertexDisjointPaths(
        from source: Int,
        to target: Int,
        limit: Int = .max,
        direction: SearchDirection = .outgoing,
        control: RunControl = RunControl()
    ) throws(GraphError) -> DisjointPaths {
        try disjointPaths(
            from: source,
            to: target,
            limit: limit,
            direction: direction,
            splitsVertices: true,
            control: control
        )
    }

    private func disjointPaths(
        from source: Int,
        to target: Int,
        limit: Int,
        direction: SearchDirection,
        splitsVertices: Bool,
        control: RunControl
    ) throws(GraphError) -> DisjointPaths {
        try check(vertex: source)
        try check(vertex: target)
        guard source != target else {
            throw GraphError(.invalidParameter, "vertex \(source) is both ends of the disjoint paths")
        }
        guard limit >= 0 else { throw GraphError(.invalidParameter, "the limit \(limit) is below zero") }
        var flow = UnitFlow(
            try UnitNetwork(
                of: self,
                from: source,
                to: target,
                direction: direction,
                splitsVertices: splitsVertices
            )
        )
        var poll = CancellationPoll(control)
        let isCut = try flow.run(limit: limit, poll: &poll)
        let separator = isCut ? nil : flow.separator()
        let paths = try flow.takePaths(poll: &poll)
        return DisjointPaths(paths: paths.sorted(), isCut: isCut, separator: separator)
    }
}
