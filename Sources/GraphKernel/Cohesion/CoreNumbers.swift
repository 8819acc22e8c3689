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
    /// - Complexity: O(V + E log E) time at worst, O(V + E) as a rule; O(V) memory. Deterministic.
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
            let peeling = try Peeling(
                counted: forward,
                lowered: backward,
                hasLoops: mayHaveLoops,
                control: control
            )
            return peeling.levels.array()
        }
    }
}

extension CompactGraph {
    /// Whether there may be loops; of an undirected graph the number of its arcs tells.
    var mayHaveLoops: Bool { isDirected || arcCount < 2 * edgeCount }
}

/// The vertices of a graph, taken away one after the other, always one with the fewest edges left.
struct Peeling: ~Copyable {
    /// For each vertex the most edges that any vertex had left when its turn came, up to this one's.
    let levels: Scratch<Int32>
    /// The vertices in the order in which they were taken, and one entry that means nothing.
    let order: Scratch<Int32>

    /// Peels the graph whose edges are counted along `counted`; to take a vertex away lowers the count of
    /// those that `lowered` leads to.
    ///
    /// The vertices that are left are gone through once a level. As each has as many edges as the level, at
    /// most 2 E / k are left at level k, and all levels together look at O(V + E log E) numbers, in order;
    /// to keep the vertices sorted instead takes four scattered writes for each edge.
    init(counted: Arcs, lowered: Arcs, hasLoops: Bool, control: RunControl) throws(GraphError) {
        let count = counted.vertexCount
        var poll = CancellationPoll(control)
        levels = Scratch(count: count, repeating: 0)
        // One more, as what is next is written before it is known whether it counts: whether a vertex is
        // above the level is too hard to guess for a branch.
        order = Scratch(count: count + 1, repeating: 0)
        for vertex in 0..<count { levels[vertex] = Int32(truncatingIfNeeded: counted.degree(vertex)) }
        if hasLoops {
            for vertex in 0..<count {
                for arc in counted.range(vertex) where Int(counted.targets[arc]) == vertex {
                    levels[vertex] &-= 1
                }
            }
        }
        let left = Scratch<Int32>(count: count, repeating: 0)
        for vertex in 0..<count { left[vertex] = Int32(truncatingIfNeeded: vertex) }
        var leftCount = count
        var (taken, end) = (0, 0)
        var level: Int32 = 0
        while taken < count {
            // Those above the level stay; the least of them is the next level when nobody is at this one.
            var (kept, least) = (0, Int32.max)
            for position in 0..<leftCount {
                let vertex = left[position]
                let edges = levels[Int(vertex)]
                left[kept] = vertex
                kept &+= edges > level ? 1 : 0
                order[end] = vertex
                end &+= edges == level ? 1 : 0
                least = min(least, edges > level ? edges : .max)
            }
            leftCount = kept
            guard end > taken else {
                level = least
                continue
            }
            while taken < end {
                let vertex = Int(order[taken])
                taken &+= 1
                for arc in lowered.range(vertex) {
                    let other = Int(lowered.targets[arc])
                    let edges = levels[other]
                    levels[other] = edges &- (edges > level ? 1 : 0)
                    order[end] = lowered.targets[arc]
                    end &+= edges == level &+ 1 ? 1 : 0
                }
                try poll.step(lowered.degree(vertex) + 1)
            }
            level &+= 1
        }
    }
}
