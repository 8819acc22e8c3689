/// A partition of the vertices.
public struct Components: Hashable, Sendable {
    /// For each vertex the number of its component; components are numbered from 0 in the order of their
    /// first vertices.
    public let labels: [Int32]
    /// For each component the number of its vertices.
    public let sizes: [Int32]

    /// The number of components.
    public var count: Int { sizes.count }

    /// The component with the most vertices, the first of equal ones; `nil` in a graph without vertices.
    public var largest: Int? { sizes.indices.max { (sizes[$0], $1) < (sizes[$1], $0) } }

    /// Numbers components, given by a number of each in 0..<V, in the order of their first vertices.
    init(representatives: UnsafeMutableBufferPointer<Int32>) {
        let numbers = Scratch<Int32>(count: representatives.count, repeating: -1)
        var count: Int32 = 0
        let labels = [Int32](unsafeUninitializedCapacity: representatives.count) { labels, initialized in
            for vertex in 0..<representatives.count {
                let representative = Int(representatives[vertex])
                if numbers[representative] < 0 {
                    numbers[representative] = count
                    count += 1
                }
                labels[vertex] = numbers[representative]
            }
            initialized = representatives.count
        }
        self.labels = labels
        sizes = [Int32](unsafeUninitializedCapacity: Int(count)) { sizes, initialized in
            initialized = Int(count)
            sizes.initialize(repeating: 0)
            for label in labels { sizes[Int(label)] &+= 1 }
        }
    }
}

extension CompactGraph {
    /// Finds the weakly connected components: the largest sets of vertices that paths join, whichever way
    /// edges point.
    ///
    /// *Conventions.* Direction, weights, loops and parallel edges change nothing. A vertex without edges is
    /// a component of one. The empty graph has none.
    ///
    /// - Parameter control: cancellation; this runs on one thread.
    /// - Returns: the component of each vertex and the size of each component.
    /// - Throws: ``GraphError/Code/cancelled``.
    /// - Complexity: O(V + E log V) time by union-find with path halving, O(V) memory; most edges within a
    ///   component that holds most vertices are never looked at. Deterministic.
    /// - SeeAlso: Tarjan, van Leeuwen (1984), "Worst-case analysis of set union algorithms",
    ///   [doi:10.1145/62.2160](https://doi.org/10.1145/62.2160); Sutton, Ben-Nun, Barak (2018), "Optimizing
    ///   parallel graph connectivity computation via subgraph sampling",
    ///   [doi:10.1109/IPDPS.2018.00012](https://doi.org/10.1109/IPDPS.2018.00012).
    public func weakComponents(control: RunControl = RunControl()) throws(GraphError) -> Components {
        let forest = ComponentForest(vertexCount: vertexCount)
        var poll = CancellationPoll(control)
        return try outgoing.withArcs { (outgoing) throws(GraphError) in
            // The first two arcs of each vertex are as a rule enough to hold together a large component.
            for position in 0..<2 {
                for vertex in 0..<vertexCount where outgoing.degree(vertex) > position {
                    forest.join(vertex, Int(outgoing.targets[Int(outgoing.offsets[vertex]) + position]))
                }
                try poll.step(vertexCount)
            }
            let largest = forest.flatten()
            // Whoever is outside sees every edge that could join it with the component that is left out.
            for vertex in 0..<vertexCount where forest.parents[vertex] != largest {
                for arc in outgoing.range(vertex).dropFirst(2) {
                    forest.join(vertex, Int(outgoing.targets[arc]))
                }
                try poll.step(outgoing.degree(vertex) + 1)
            }
            if isDirected {
                try incoming.withArcs { (incoming) throws(GraphError) in
                    for vertex in 0..<vertexCount where forest.parents[vertex] != largest {
                        for arc in incoming.range(vertex) { forest.join(vertex, Int(incoming.targets[arc])) }
                        try poll.step(incoming.degree(vertex) + 1)
                    }
                }
            }
            _ = forest.flatten()
            return Components(representatives: forest.parents.buffer)
        }
    }

    /// Finds the strongly connected components: the largest sets of vertices each of which can be reached
    /// from each other one.
    ///
    /// *Conventions.* In an undirected graph they are the weak components. Weights, loops and parallel edges
    /// change nothing. A vertex on no cycle is a component of one. The empty graph has none.
    ///
    /// - Parameter control: cancellation; this runs on one thread.
    /// - Returns: the component of each vertex and the size of each component.
    /// - Throws: ``GraphError/Code/cancelled``.
    /// - Complexity: O(V + E) time, O(V) memory, without recursion. Deterministic.
    /// - SeeAlso: Tarjan (1972), "Depth-first search and linear graph algorithms",
    ///   [doi:10.1137/0201010](https://doi.org/10.1137/0201010); Pearce (2016), "A space-efficient algorithm
    ///   for finding strongly connected components",
    ///   [doi:10.1016/j.ipl.2015.08.010](https://doi.org/10.1016/j.ipl.2015.08.010).
    public func strongComponents(control: RunControl = RunControl()) throws(GraphError) -> Components {
        guard isDirected else { return try weakComponents(control: control) }
        return try outgoing.withArcs { (arcs) throws(GraphError) in
            var search = StrongComponentSearch(arcs: arcs)
            var poll = CancellationPoll(control)
            for root in 0..<vertexCount where search.states[root] == 0 {
                try search.run(from: root, poll: &poll)
            }
            return Components(representatives: search.components())
        }
    }
}
