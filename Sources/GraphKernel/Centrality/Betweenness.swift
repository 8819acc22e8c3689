extension CompactGraph {
    /// Measures how often each vertex lies on shortest paths between two others.
    ///
    /// The betweenness of v is Σ σ(s, t | v) / σ(s, t) over the pairs of vertices s ≠ t other than v, where
    /// σ(s, t) is the number of shortest paths from s to t, and σ(s, t | v) the number of those through v.
    ///
    /// *Conventions.* A directed graph has ordered pairs, an undirected one unordered ones (each counts
    /// once). `normalized` divides by the number of such pairs, (n - 1)(n - 2), halved in an undirected
    /// graph; below three vertices all values are 0. Edges are followed from source to target. Loops change
    /// nothing. Parallel edges make as many paths, as in igraph; networkx merges them, as does
    /// ``collapsed(droppingLoops:)``. Pairs that nothing joins add nothing. No value is NaN.
    ///
    /// - Parameters:
    ///   - weighted: whether a path's length is the sum of its weights, added from its source on, instead
    ///     of its number of edges. Two lengths are equal when those `Double` sums are.
    ///   - normalized: whether to divide by the number of pairs.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Returns: one number a vertex, from 0 up; at most 1 if normalized.
    /// - Throws: ``GraphError`` with `missingWeights`, `cancelled`, or `numericOverflow` when there are
    ///   more than about 10³⁰⁸ shortest paths between two vertices.
    /// - Complexity: O(V E), with weights O(V E + V² log V); O(V) memory a thread. The same to the bit on
    ///   any number of threads.
    /// - SeeAlso: Freeman (1977), [doi:10.2307/3033543](https://doi.org/10.2307/3033543); Brandes (2001),
    ///   "A faster algorithm for betweenness centrality",
    ///   [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249).
    public func betweenness(
        weighted: Bool = false,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        if weighted { try requireWeights(for: "weighted betweenness") }
        let (count, chunkSize) = (vertexCount, 32)
        let total = Scratch<Double>(count: count, repeating: 0)
        let sum = total.buffer
        try outgoing.withArcs { (arcs) throws(GraphError) in
            try ParallelChunks.run(
                count: (count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: { BrandesWorker(vertexCount: count, weighted: weighted) },
                work: { (chunk, worker) throws(GraphError) in
                    for source in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                        try worker.add(from: source, arcs: arcs, control: control)
                    }
                },
                merge: { _, worker in worker.move(into: sum) }
            )
        }
        var scale = isDirected ? 1.0 : 0.5
        if normalized { scale = count > 2 ? 1 / (Double(count - 1) * Double(count - 2)) : 0 }
        var values = total.array()
        for vertex in 0..<count { values[vertex] *= scale }
        guard values.allSatisfy(\.isFinite) else {
            throw GraphError(.numericOverflow, "there are too many shortest paths to be counted")
        }
        return values
    }
}

/// One thread's searches, and what they have added up in the chunk at hand.
private final class BrandesWorker {
    private let partial: Scratch<Double>
    /// The number of shortest paths from the source.
    private let counts: Scratch<Double>
    /// (1 + dependency) / number of paths, which is what a vertex passes to each of those before it.
    private let shares: Scratch<Double>
    private let levels: Scratch<Int32>
    private let order: Scratch<Int32>
    private var tree: DijkstraSearcher
    private let weighted: Bool

    init(vertexCount: Int, weighted: Bool) {
        self.weighted = weighted
        partial = Scratch(count: vertexCount, repeating: 0)
        counts = Scratch(count: vertexCount, repeating: 0)
        shares = Scratch(count: vertexCount, repeating: 0)
        levels = Scratch(count: vertexCount, repeating: -1)
        order = Scratch(count: vertexCount, repeating: 0)
        tree = DijkstraSearcher(vertexCount: weighted ? vertexCount : 0)
    }

    func add(from source: Int, arcs: Arcs, control: RunControl) throws(GraphError) {
        if weighted {
            try tree.run(from: source, arcs: arcs, control: control)
            addWeighted(from: source, arcs: arcs)
        } else {
            var poll = CancellationPoll(control)
            try addUnweighted(from: source, arcs: arcs, poll: &poll)
        }
    }

    /// Adds this chunk's sums to the total and starts the next one from zero.
    func move(into sum: UnsafeMutableBufferPointer<Double>) {
        for vertex in 0..<sum.count {
            sum[vertex] += partial[vertex]
            partial[vertex] = 0
        }
    }

    private func addUnweighted(
        from source: Int,
        arcs: Arcs,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        // The order of the search is its queue; `levels` and `counts` are clean of the last one.
        levels[source] = 0
        counts[source] = 1
        order[0] = Int32(truncatingIfNeeded: source)
        var (head, end) = (0, 1)
        while head < end {
            let vertex = Int(order[head])
            head &+= 1
            let next = levels[vertex] &+ 1
            let paths = counts[vertex]
            for arc in arcs.range(vertex) {
                let target = Int(arcs.targets[arc])
                if levels[target] < 0 {
                    levels[target] = next
                    order[end] = Int32(truncatingIfNeeded: target)
                    end &+= 1
                    counts[target] = paths
                } else if levels[target] == next {
                    counts[target] += paths
                }
            }
            try poll.step(arcs.degree(vertex) + 1)
        }
        var position = end
        while position > 0 {
            position &-= 1
            let vertex = Int(order[position])
            let next = levels[vertex] &+ 1
            var share = 0.0
            for arc in arcs.range(vertex) {
                let target = Int(arcs.targets[arc])
                if levels[target] == next { share += shares[target] }
            }
            finish(vertex, share, source)
        }
        for position in 0..<end { levels[Int(order[position])] = -1 }
    }

    private func addWeighted(from source: Int, arcs: Arcs) {
        // `levels` holds the place of each vertex in the order in which distances became final: a shortest
        // path goes up in it, even where a weight is too small to change a distance.
        let end = tree.reached
        for position in 0..<end {
            let vertex = Int(tree.order[position])
            levels[vertex] = Int32(truncatingIfNeeded: position)
            counts[vertex] = 0
        }
        counts[source] = 1
        for position in 0..<end {
            let vertex = Int(tree.order[position])
            for arc in arcs.range(vertex) where isTight(arc, vertex, arcs) {
                counts[Int(arcs.targets[arc])] += counts[vertex]
            }
        }
        for position in stride(from: end - 1, through: 0, by: -1) {
            let vertex = Int(tree.order[position])
            var share = 0.0
            for arc in arcs.range(vertex) where isTight(arc, vertex, arcs) {
                share += shares[Int(arcs.targets[arc])]
            }
            finish(vertex, share, source)
        }
        for position in 0..<end { levels[Int(tree.order[position])] = -1 }
    }

    @inline(__always)
    private func isTight(_ arc: Int, _ vertex: Int, _ arcs: Arcs) -> Bool {
        let target = Int(arcs.targets[arc])
        return levels[target] > levels[vertex]
            && tree.distances[vertex] + arcs.weights[arc] == tree.distances[target]
    }

    /// Records a vertex whose successors pass `share` to each path that arrives at it.
    @inline(__always)
    private func finish(_ vertex: Int, _ share: Double, _ source: Int) {
        let dependency = counts[vertex] * share
        shares[vertex] = (1 + dependency) / counts[vertex]
        if vertex != source { partial[vertex] += dependency }
    }
}
