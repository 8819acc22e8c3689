extension CompactGraph {
    /// The number of edges, divided by the number of pairs of vertices that one edge each could join.
    ///
    /// *Conventions.* As in networkx and igraph every edge counts, parallel ones and loops too, but no loop is
    /// among the pairs: a simple graph has 0...1, another may have more. ``collapsed(droppingLoops:)`` makes
    /// it simple. A directed graph has n (n - 1) pairs, an undirected one half of them. Below two vertices
    /// there is none, and the density is 0.
    ///
    /// - Complexity: O(1). Deterministic.
    /// - SeeAlso: Wasserman, Faust (1994), "Social Network Analysis",
    ///   [doi:10.1017/CBO9780511815478](https://doi.org/10.1017/CBO9780511815478), p. 101.
    public var density: Double {
        guard vertexCount > 1 else { return 0 }
        let pairs = Double(vertexCount) * Double(vertexCount - 1)
        return Double(edgeCount) / (isDirected ? pairs : pairs / 2)
    }
}
