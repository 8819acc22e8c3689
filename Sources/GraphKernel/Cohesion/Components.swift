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

    /// Numbers components, given by any vertex of each, in the order of their first vertices.
    init(representatives: UnsafeMutableBufferPointer<Int32>) {
        var labels = [Int32](repeating: -1, count: representatives.count)
        var sizes: [Int32] = []
        var numbers = [Int32](repeating: -1, count: representatives.count)
        for vertex in 0..<representatives.count {
            let representative = Int(representatives[vertex])
            if numbers[representative] < 0 {
                numbers[representative] = Int32(truncatingIfNeeded: sizes.count)
                sizes.append(0)
            }
            labels[vertex] = numbers[representative]
            sizes[Int(labels[vertex])] += 1
        }
        self.labels = labels
        self.sizes = sizes
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
    /// - Complexity: O(V + E α(V)) time by union-find with path halving, O(V) memory. Deterministic.
    /// - SeeAlso: Tarjan, van Leeuwen (1984), "Worst-case analysis of set union algorithms",
    ///   [doi:10.1145/62.2160](https://doi.org/10.1145/62.2160).
    public func weakComponents(control: RunControl = RunControl()) throws(GraphError) -> Components {
        var poll = CancellationPoll(control)
        let parents = Scratch<Int32>(count: vertexCount, repeating: 0)
        for vertex in 0..<vertexCount { parents[vertex] = Int32(truncatingIfNeeded: vertex) }
        func root(_ start: Int32) -> Int32 {
            var vertex = start
            while parents[Int(vertex)] != vertex {
                parents[Int(vertex)] = parents[Int(parents[Int(vertex)])]
                vertex = parents[Int(vertex)]
            }
            return vertex
        }
        for edge in 0..<edgeCount {
            let (first, second) = (root(edgeSources[edge]), root(edgeTargets[edge]))
            // The lower root wins, so every root is the first vertex of its component.
            if first < second { parents[Int(second)] = first } else { parents[Int(first)] = second }
            try poll.step()
        }
        for vertex in 0..<vertexCount { parents[vertex] = root(Int32(truncatingIfNeeded: vertex)) }
        return Components(representatives: parents.buffer)
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
            var poll = CancellationPoll(control)
            // While a vertex is open, `low` is the first-visited open vertex known to be reached from it, by
            // its time.
            let low = Scratch<Int32>(count: vertexCount, repeating: 0)
            let representatives = Scratch<Int32>(count: vertexCount, repeating: -1)
            let cursors = Scratch<Int32>(count: vertexCount, repeating: 0)
            var (path, open): ([Int], [Int]) = ([], [])
            var (times, time) = ([Int32](repeating: 0, count: vertexCount), Int32(0))
            for root in 0..<vertexCount where times[root] == 0 {
                path.append(root)
                while let vertex = path.last {
                    if times[vertex] == 0 {
                        time += 1
                        times[vertex] = time
                        low[vertex] = time
                        cursors[vertex] = arcs.offsets[vertex]
                        open.append(vertex)
                        try poll.step(arcs.degree(vertex) + 1)
                    }
                    let end = arcs.offsets[vertex + 1]
                    var child = -1
                    while cursors[vertex] < end {
                        let target = Int(arcs.targets[Int(cursors[vertex])])
                        if times[target] == 0 {
                            child = target
                            break
                        }
                        if representatives[target] < 0 { low[vertex] = min(low[vertex], low[target]) }
                        cursors[vertex] += 1
                    }
                    if child >= 0 {
                        // The arc is looked at again when the child is done, and then takes its `low` over.
                        path.append(child)
                        continue
                    }
                    path.removeLast()
                    guard low[vertex] == times[vertex] else { continue }
                    while let member = open.popLast() {
                        representatives[member] = Int32(truncatingIfNeeded: vertex)
                        if member == vertex { break }
                    }
                }
            }
            return Components(representatives: representatives.buffer)
        }
    }
}
