extension CompactGraph {
    /// Measures how far the farthest vertex is from each vertex.
    ///
    /// The eccentricity of v is the largest distance, in edges, from v to a vertex that it can reach.
    ///
    /// *Conventions.* `.outgoing` measures distances from v, `.incoming` to v. Weights, loops and parallel
    /// edges change nothing. Vertices out of reach are left out, as in igraph; networkx calls them an error.
    /// A vertex that reaches no other one has 0.
    ///
    /// - Parameters:
    ///   - direction: which way edges are followed from v.
    ///   - control: threads, cancellation, and progress in chunks of vertices.
    /// - Returns: one number of edges a vertex.
    /// - Throws: ``GraphError`` with `tooLarge` (`.both` of a directed graph with more than half of
    ///   ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(V (V + E)) time; O(V) memory a thread. The same on any number of threads.
    /// - SeeAlso: Hage, Harary (1995), "Eccentricity and centrality in networks",
    ///   [doi:10.1016/0378-8733(94)00248-9](https://doi.org/10.1016/0378-8733\(94\)00248-9).
    public func eccentricities(
        direction: SearchDirection = .outgoing,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Int] {
        try distanceSummaries(direction: direction, control: control).map(\.farthest)
    }

    /// Measures how far, along weights, the farthest vertex is from each vertex.
    ///
    /// The weighted eccentricity of v is the largest sum of weights on a shortest path from v to a vertex that
    /// it can reach.
    ///
    /// *Conventions.* As for ``eccentricities(direction:control:)``; of parallel edges the lightest counts, and
    /// a sum beyond the range of `Double` counts as out of reach.
    ///
    /// - Parameters:
    ///   - direction: which way edges are followed from v.
    ///   - control: threads, cancellation, and progress in chunks of vertices.
    /// - Returns: one length a vertex, in the unit of the weights.
    /// - Throws: ``GraphError`` with `missingWeights`, `tooLarge` (`.both` of a directed graph with more than
    ///   half of ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(V (V + E) log V) time; O(V) memory a thread. The same to the bit on any number of
    ///   threads.
    /// - SeeAlso: Hage, Harary (1995), "Eccentricity and centrality in networks",
    ///   [doi:10.1016/0378-8733(94)00248-9](https://doi.org/10.1016/0378-8733\(94\)00248-9).
    public func weightedEccentricities(
        direction: SearchDirection = .outgoing,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let values = Scratch<Double>(count: vertexCount, repeating: 0)
        let column = values.buffer
        try weightedSearchFromAll(direction: direction, control: control) { vertex, distances in
            // Distances come in the order in which they became final.
            column[vertex] = distances.last ?? 0
        }
        return values.array()
    }

    /// Measures the mean distance of the pairs of vertices that a path joins.
    ///
    /// *Conventions.* Pairs are ordered, from the first to the second along the edges; those that nothing
    /// joins are left out, as in igraph. Loops change nothing, nor do parallel edges but for the lightest.
    ///
    /// - Parameters:
    ///   - weighted: whether a distance is the sum of weights instead of the number of edges; one beyond the
    ///     range of `Double` counts as out of reach.
    ///   - control: threads, cancellation and progress.
    /// - Returns: a length above 0; infinite where weighted distances add up beyond the range of `Double`;
    ///   `nil` when no two vertices are joined.
    /// - Throws: ``GraphError`` with `missingWeights` or `cancelled`.
    /// - Complexity: O(V (V + E)) time, with weights times log V; O(V) memory a thread. The same to the bit on
    ///   any number of threads.
    /// - SeeAlso: Newman (2003), "The structure and function of complex networks",
    ///   [doi:10.1137/S003614450342480](https://doi.org/10.1137/S003614450342480).
    public func averagePathLength(
        weighted: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Double? {
        // One row's sum of edges is below 2⁶², that of all rows may not be.
        var (pairs, sum) = (0.0, 0.0)
        if weighted {
            let counts = Scratch<Int>(count: vertexCount, repeating: 0)
            let sums = Scratch<Double>(count: vertexCount, repeating: 0)
            let (countColumn, sumColumn) = (counts.buffer, sums.buffer)
            try weightedSearchFromAll(direction: .outgoing, control: control) { vertex, distances in
                countColumn[vertex] = distances.count - 1
                sumColumn[vertex] = distances.reduce(0, +)
            }
            for vertex in 0..<vertexCount {
                pairs += Double(counts[vertex])
                sum += sums[vertex]
            }
        } else {
            for summary in try distanceSummaries(direction: .outgoing, control: control) {
                pairs += Double(summary.reached - 1)
                sum += Double(summary.sum)
            }
        }
        return pairs > 0 ? sum / pairs : nil
    }

    /// Searches from each vertex along weights and hands on the distances of what it reaches, ascending; calls
    /// for different vertices may overlap.
    private func weightedSearchFromAll(
        direction: SearchDirection,
        control: RunControl,
        use: (_ vertex: Int, _ distances: [Double]) -> Void
    ) throws(GraphError) {
        try requireWeights(for: "a weighted distance")
        let rows = try orientation(direction).forward
        let (count, chunkSize) = (vertexCount, 16)
        try rows.withArcs { (arcs) throws(GraphError) in
            try ParallelChunks.run(
                count: (count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: { WeightedSearchWorker(vertexCount: count) },
                work: { (chunk, worker) throws(GraphError) in
                    for vertex in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                        use(vertex, try worker.distances(from: vertex, arcs: arcs, control: control))
                    }
                },
                merge: { _, _ in }
            )
        }
    }
}

/// One thread's weighted search.
private final class WeightedSearchWorker {
    private var searcher: DijkstraSearcher

    init(vertexCount: Int) {
        searcher = DijkstraSearcher(vertexCount: vertexCount)
    }

    /// The distances of the vertices reached, in the order in which they became final.
    func distances(from source: Int, arcs: Arcs, control: RunControl) throws(GraphError) -> [Double] {
        try searcher.run(from: source, arcs: arcs, control: control)
        return (0..<searcher.reached).map { searcher.distances[Int(searcher.order[$0])] }
    }
}
