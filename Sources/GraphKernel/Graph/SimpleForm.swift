extension CompactGraph {
    /// The graph as measures of cohesion see it: without directions, without loops, one edge for each two
    /// vertices that edges join; each with the edges that it stands for.
    func simpleForm() throws(GraphError) -> CollapsedGraph {
        try undirected().collapsed(droppingLoops: true)
    }

    /// The graph of the ``simpleForm()``, which is the graph itself when it is simple.
    func simpleGraph() throws(GraphError) -> CompactGraph {
        let graph = try undirected()
        return graph.isSimple ? graph : graph.collapsed(droppingLoops: true).graph
    }

    /// Whether an undirected graph has neither a loop nor a second edge between two vertices.
    private var isSimple: Bool {
        guard arcCount == 2 * edgeCount else { return false }
        return outgoing.withArcs { arcs in
            // Neighbours that repeat stand side by side. Those in the columns are counted without regard to
            // where rows begin, many in one step, and those that only seem to repeat there are taken off.
            let targets = arcs.targets
            var repeats = 0
            for arc in 1..<max(1, targets.count) { repeats &+= targets[arc] == targets[arc &- 1] ? 1 : 0 }
            for vertex in 0..<vertexCount {
                let start = arcs.range(vertex).lowerBound
                if start > 0, arcs.degree(vertex) > 0, targets[start] == targets[start &- 1] { repeats &-= 1 }
            }
            return repeats == 0
        }
    }
}
