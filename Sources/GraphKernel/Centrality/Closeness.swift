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
    ///   - direction: which way edges are followed from v.
    ///   - weighted: whether a distance is the sum of weights (Dijkstra) instead of the number of edges.
    ///   - scaled: whether the values are scaled by the share of vertices reached.
    ///   - control: threads, cancellation and progress.
    /// - Returns: one number a vertex, from 0 up; at most 1 without weights.
    /// - Throws: ``GraphError`` with `missingWeights` or `cancelled`.
    /// - Complexity: O(V (V + E)), with weights O(V (V + E) log V); O(V) memory a thread. The same to the
    ///   bit on any number of threads.
    /// - SeeAlso: Freeman (1978), "Centrality in social networks: conceptual clarification",
    ///   [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733\(78\)90021-7); Wasserman, Faust
    ///   (1994), "Social Network Analysis",
    ///   [doi:10.1017/CBO9780511815478](https://doi.org/10.1017/CBO9780511815478), p. 201.
    public func closeness(
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        scaled: Bool = true,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let others = Double(vertexCount - 1)
        return try distanceSums(direction: direction, weighted: weighted, control: control) {
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
    ///   - direction: which way edges are followed from v.
    ///   - weighted: whether a distance is the sum of weights (Dijkstra) instead of the number of edges.
    ///   - normalized: whether to divide by n - 1; in a graph of one vertex the value is 0 either way.
    ///   - control: threads, cancellation and progress.
    /// - Returns: one number a vertex, from 0 up; without weights at most n - 1, or 1 if normalized.
    /// - Throws: ``GraphError`` with `missingWeights` or `cancelled`.
    /// - Complexity: as ``closeness(direction:weighted:scaled:control:)``. The same to the bit on any
    ///   number of threads.
    /// - SeeAlso: Boldi, Vigna (2014), "Axioms for centrality",
    ///   [doi:10.1080/15427951.2013.865686](https://doi.org/10.1080/15427951.2013.865686).
    public func harmonicCentrality(
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let others = Double(vertexCount - 1)
        return try distanceSums(direction: direction, weighted: weighted, control: control) {
            reached,
            _,
            sum in
            normalized && reached > 1 ? sum / others : sum
        }
    }

    /// For each vertex a value made of the number of vertices reached and the sums of their distances and
    /// inverse distances.
    private func distanceSums(
        direction: SearchDirection,
        weighted: Bool,
        control: RunControl,
        value: (_ reached: Int, _ sum: Double, _ inverseSum: Double) -> Double
    ) throws(GraphError) -> [Double] {
        if weighted { try requireWeights(for: "a weighted distance") }
        let orientation = try orientation(direction)
        let values = Scratch<Double>(count: vertexCount, repeating: 0)
        let column = values.buffer
        let (count, chunkSize) = (vertexCount, 16)
        try orientation.withArcs { (forward, backward) throws(GraphError) in
            try ParallelChunks.run(
                count: (count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: { DistanceSummer(vertexCount: count, weighted: weighted) },
                work: { (chunk, summer) throws(GraphError) in
                    for source in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                        let sums = try summer.sums(
                            from: source,
                            forward: forward,
                            backward: backward,
                            control: control
                        )
                        column[source] = value(sums.reached, sums.sum, sums.inverseSum)
                    }
                },
                merge: { _, _ in }
            )
        }
        return values.array()
    }
}

/// One thread's search, weighted or not.
private final class DistanceSummer {
    private let levels: BreadthFirstSearcher
    private var tree: DijkstraSearcher
    private let weighted: Bool

    init(vertexCount: Int, weighted: Bool) {
        self.weighted = weighted
        levels = BreadthFirstSearcher(vertexCount: weighted ? 0 : vertexCount)
        tree = DijkstraSearcher(vertexCount: weighted ? vertexCount : 0)
    }

    func sums(
        from source: Int,
        forward: Arcs,
        backward: Arcs,
        control: RunControl
    ) throws(GraphError) -> (reached: Int, sum: Double, inverseSum: Double) {
        var (reached, sum, inverseSum) = (0, 0.0, 0.0)
        if weighted {
            try tree.run(from: source, arcs: forward, control: control)
            reached = tree.reached
            for position in 1..<max(1, reached) {
                let distance = tree.distances[Int(tree.order[position])]
                sum += distance
                inverseSum += 1 / distance
            }
        } else {
            let sizes = try levels.run(from: source, forward: forward, backward: backward, control: control)
            for (distance, size) in sizes.enumerated() {
                reached += size
                sum += Double(distance * size)
                inverseSum += distance > 0 ? Double(size) / Double(distance) : 0
            }
        }
        return (reached, sum, inverseSum)
    }
}
