extension CompactGraph {
    /// The graph as measures of cohesion see it: without directions, without loops, one edge for each two
    /// vertices that edges join.
    func simpleForm() throws(GraphError) -> CollapsedGraph {
        try undirected().collapsed(droppingLoops: true)
    }
}
