extension CompactGraph {
    /// Measures how near each vertex is to all that it can reach.
    ///
    /// The closeness of v is (r - 1) / Σ d(v, u), where u runs over the r vertices that v can reach, itself
    /// among them, and d is the distance; with `scaled` times (r - 1) / (n - 1) for a graph of n vertices
    /// (Wasserman and Faust), so that a vertex of a small component does not look central.
    ///
    /// *Conventions.* `.outgoing` measures distances from v, `.incoming` distances to v, which is what
    /// networkx does in directed graphs. Loops and parallel edges change nothing. Vertices out of reach are
    /// left out of the sum. A vertex that reaches no other one has closeness 0. No value is NaN.
    ///
    /// - Parameters:
    ///   - vertices: the vertices to measure, in any order; all when `nil`.
    ///   - direction: which way edges are followed from v.
    ///   - weighted: whether a distance is the sum of weights (Dijkstra) instead of the number of edges.
    ///   - scaled: whether the values are scaled by the share of vertices reached.
    ///   - control: threads, cancellation and progress.
    /// - Returns: one number for each of the vertices, in their order, from 0 up; at most 1 without weights.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `missingWeights`, `tooLarge` (`.both` of a directed
    ///   graph with more than half of ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(k (V + E)) for k vertices, with weights O(k (V + E) log V); O(V) memory a thread.
    ///   Without weights up to 512 searches share their steps, so that in graphs of small distances most edges
    ///   are looked at once for all of them. The same to the bit on any number of threads.
    /// - SeeAlso: Freeman (1978), "Centrality in social networks: conceptual clarification",
    ///   [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733\(78\)90021-7); Wasserman, Faust
    ///   (1994), "Social Network Analysis",
    ///   [doi:10.1017/CBO9780511815478](https://doi.org/10.1017/CBO9780511815478), p. 201; Then et al. (2014),
    ///   "The more the merrier: efficient multi-source graph traversal",
    ///   [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507).
    public func closeness(
        of vertices: [Int]? = nil,
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        scaled: Bool = true,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let others = Double(vertexCount - 1)
        return try distanceSums(
            of: try checked(vertices),
            direction: direction,
            weighted: weighted,
            control: control
        ) {
            reached,
            sum,
            _ in
            guard sum > 0 else { return 0 }
            let closeness = Double(reached - 1) / sum
            return scaled ? closeness * (Double(reached - 1) / others) : closeness
        }
    }

    /// Measures how near each vertex is to all others, those out of reach counting as infinitely far.
    ///
    /// The harmonic centrality of v is Σ 1 / d(v, u) over all other vertices u, 1 / ∞ being 0; `normalized`
    /// divides it by n - 1.
    ///
    /// *Conventions.* `.outgoing` measures distances from v, `.incoming` distances to v, which is what
    /// networkx does in directed graphs. Loops and parallel edges change nothing. A vertex that reaches no
    /// other one has 0. No value is NaN.
    ///
    /// - Parameters:
    ///   - vertices: the vertices to measure, in any order; all when `nil`.
    ///   - direction: which way edges are followed from v.
    ///   - weighted: whether a distance is the sum of weights (Dijkstra) instead of the number of edges.
    ///   - normalized: whether to divide by n - 1; in a graph of one vertex the value is 0 either way.
    ///   - control: threads, cancellation and progress.
    /// - Returns: one number for each of the vertices, from 0 up; without weights at most n - 1, or 1 if normalized.
    /// - Throws: as ``closeness(of:direction:weighted:scaled:control:)``.
    /// - Complexity: as ``closeness(of:direction:weighted:scaled:control:)``. The same to the bit on any
    ///   number of threads.
    /// - SeeAlso: Boldi, Vigna (2014), "Axioms for centrality",
    ///   [doi:10.1080/15427951.2013.865686](https://doi.org/10.1080/15427951.2013.865686).
    public func harmonicCentrality(
        of vertices: [Int]? = nil,
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let others = Double(vertexCount - 1)
        return try distanceSums(
            of: try checked(vertices),
            direction: direction,
            weighted: weighted,
            control: control
        ) {
            reached,
            _,
            sum in
            normalized && reached > 1 ? sum / others : sum
        }
    }

    /// For each source a value made of the number of vertices reached and the sums of their distances and
    /// inverse distances.
    private func distanceSums(
        of vertices: [Int32]?,
        direction: SearchDirection,
        weighted: Bool,
        control: RunControl,
        value: (_ reached: Int, _ sum: Double, _ inverseSum: Double) -> Double
    ) throws(GraphError) -> [Double] {
        guard weighted else {
            let summaries = try distanceSummaries(from: vertices, direction: direction, control: control)
            return summaries.map { value($0.reached, Double($0.sum), $0.inverseSum) }
        }
        try requireWeights(for: "a weighted distance")
        let rows = try orientation(direction).forward
        let count = vertices?.count ?? vertexCount
        let values = Scratch<Double>(count: count, repeating: 0)
        let column = values.buffer
        let chunkSize = 16
        try rows.withArcs { (arcs) throws(GraphError) in
            try ParallelChunks.run(
                count: (count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: { WeightedDistanceSummer(vertexCount: vertexCount) },
                work: { (chunk, summer) throws(GraphError) in
                    for position in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                        let source = vertices.map { Int($0[position]) } ?? position
                        let sums = try summer.sums(from: source, arcs: arcs, control: control)
                        column[position] = value(sums.reached, sums.sum, sums.inverseSum)
                    }
                },
                merge: { _, _ in }
            )
        }
        return values.array()
    }
}

/// One thread's weighted search.
private final class WeightedDistanceSummer {
    private var tree: DijkstraSearcher

    init(vertexCount: Int) {
        tree = DijkstraSearcher(vertexCount: vertexCount)
    }

    func sums(
        from source: Int,
        arcs: Arcs,
        control: RunControl
    ) throws(GraphError) -> (reached: Int, sum: Double, inverseSum: Double) {
        try tree.run(from: source, arcs: arcs, control: control)
        var (sum, inverseSum) = (0.0, 0.0)
        for position in 1..<max(1, tree.reached) {
            let distance = tree.distances[Int(tree.order[position])]
            sum += distance
            inverseSum += 1 / distance
        }
        return (tree.reached, sum, inverseSum)
    }
}
