extension CompactGraph {
    /// Finds how deep in the graph's core each vertex lies.
    ///
    /// The k-core is the largest set of vertices each of which has at least k edges to others of the set. The
    /// core number of a vertex is the largest k whose core holds it; the largest of all is the graph's
    /// degeneracy.
    ///
    /// *Conventions.* In a directed graph `.outgoing` counts the edges that leave a vertex, `.incoming` those
    /// that arrive, `.both` all. Parallel edges all count, as in igraph; for cores of neighbours collapse the
    /// graph first. Loops do not count. A vertex without edges has 0.
    ///
    /// - Parameters:
    ///   - direction: which edges of a directed graph count.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: one number of edges a vertex.
    /// - Throws: ``GraphError`` with `tooLarge` (`.both` of a directed graph with more than half of
    ///   ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(V + E) time, O(V) memory. Deterministic.
    /// - SeeAlso: Seidman (1983), "Network structure and minimum degree",
    ///   [doi:10.1016/0378-8733(83)90028-X](https://doi.org/10.1016/0378-8733\(83\)90028-X); Batagelj,
    ///   Zaveršnik (2011), "Fast algorithms for determining (generalized) core groups in social networks",
    ///   [doi:10.1007/s11634-010-0079-y](https://doi.org/10.1007/s11634-010-0079-y).
    public func coreNumbers(
        direction: SearchDirection = .both,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Int32] {
        let orientation = try orientation(direction)
        return try orientation.withArcs { (forward, backward) throws(GraphError) in
            let peeling = try Peeling(counted: forward, lowered: backward, control: control)
            return peeling.levels.array()
        }
    }
}

/// The vertices of a graph, taken away one after the other, always one with the fewest edges left.
struct Peeling: ~Copyable {
    /// For each vertex the most edges that any vertex had left when its turn came, up to this one's.
    let levels: Scratch<Int32>
    /// The vertices in the order in which they were taken.
    let order: Scratch<Int32>

    /// Peels the graph whose edges are counted along `counted`; to take a vertex away lowers the count of
    /// those that `lowered` leads to.
    init(counted: Arcs, lowered: Arcs, control: RunControl) throws(GraphError) {
        let count = counted.vertexCount
        var poll = CancellationPoll(control)
        levels = Scratch(count: count, repeating: 0)
        var largest = 0
        for vertex in 0..<count {
            for arc in counted.range(vertex) where Int(counted.targets[arc]) != vertex {
                levels[vertex] &+= 1
            }
            largest = max(largest, Int(levels[vertex]))
        }
        let positions = Scratch<Int32>(count: count, repeating: 0)
        order = Scratch(count: count, repeating: 0)
        // Where the vertices of each count begin in `order`, which stays sorted by count.
        let starts = Scratch<Int32>(count: largest + 2, repeating: 0)
        for vertex in 0..<count { starts[Int(levels[vertex]) + 1] += 1 }
        for level in 0...largest { starts[level + 1] += starts[level] }
        for vertex in 0..<count {
            let level = Int(levels[vertex])
            positions[vertex] = starts[level]
            order[Int(starts[level])] = Int32(truncatingIfNeeded: vertex)
            starts[level] += 1
        }
        for level in stride(from: largest, to: 0, by: -1) { starts[level] = starts[level - 1] }
        starts[0] = 0
        for position in 0..<count {
            let vertex = Int(order[position])
            for arc in lowered.range(vertex) {
                let other = Int(lowered.targets[arc])
                let level = levels[other]
                guard level > levels[vertex] else { continue }
                // It changes places with the first of its count and goes over to the count below.
                let first = starts[Int(level)]
                let leader = order[Int(first)]
                order[Int(positions[other])] = leader
                positions[Int(leader)] = positions[other]
                order[Int(first)] = Int32(truncatingIfNeeded: other)
                positions[other] = first
                starts[Int(level)] &+= 1
                levels[other] = level &- 1
            }
            try poll.step(lowered.degree(vertex) + 1)
        }
    }
}
