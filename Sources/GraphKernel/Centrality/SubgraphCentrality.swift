extension CompactGraph {
    /// Measures in how many closed walks each vertex takes part, the long ones counting less.
    ///
    /// The subgraph centrality of v is Σ (A^k)(v, v) / k!, the diagonal of exp(A) for the adjacency matrix A:
    /// a walk of k steps from v back to v counts its strengths divided by k!. The sum over all vertices is the
    /// Estrada index.
    ///
    /// The sum is taken as it stands: all its terms are positive, so nothing cancels, not even in the small
    /// values of vertices far from a dense core, where eigenvectors say little. As A is symmetric, A^j e(v)
    /// gives the terms of 2 j and 2 j + 1, and with a bound b ≥ λ of the largest eigenvalue (Collatz and
    /// Wielandt's, after power iteration) the rest of the sum has a bound; it ends when that is below 10⁻¹⁵ of
    /// the sum.
    ///
    /// *Conventions.* Direction is not looked at. A loop is 1 on the diagonal and parallel edges add up, as
    /// in ``eigenvectorCentrality(strengths:direction:tolerance:maximumIterations:control:)``; networkx merges
    /// parallel edges, as does ``collapsed(droppingLoops:)``. A vertex without edges has 1. No value is NaN.
    ///
    /// - Parameters:
    ///   - strengths: how strong each edge is, finite and not negative; all alike when `nil`. The graph's
    ///     weights, which are distances, are not looked at.
    ///   - control: threads, cancellation, and progress in chunks of vertices.
    /// - Returns: one number a vertex, from 1 up.
    /// - Throws: ``GraphError`` with `numericOverflow` when a value is beyond `Double`, as it is where λ is
    ///   above about 710; `tooLarge` for a directed graph with more than half of ``arcLimit`` edges;
    ///   `invalidWeight`, `negativeWeight`, `columnLengthMismatch` or `cancelled`.
    /// - Complexity: O(V (V + E) (λ + 20)) time where b is near λ, O(V) memory a thread. The same to the bit
    ///   on any number of threads.
    /// - SeeAlso: Estrada, Rodríguez-Velázquez (2005), "Subgraph centrality in complex networks",
    ///   [doi:10.1103/PhysRevE.71.056103](https://doi.org/10.1103/PhysRevE.71.056103).
    public func subgraphCentrality(
        strengths: [Double]? = nil,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        if let strengths { try check(strengths: strengths, from: 0) }
        let (count, width) = (vertexCount, SIMD8<Double>.scalarCount)
        let values = Scratch<Double>(count: count, repeating: 0)
        let column = values.buffer
        try orientation(.both).forward.withArcs { (arcs) throws(GraphError) in
            let entries = Scratch<Double>(count: strengths == nil ? 0 : arcs.arcCount, repeating: 0)
            if let strengths {
                for arc in 0..<arcs.arcCount { entries[arc] = strengths[Int(arcs.edges[arc])] }
            }
            let product = RowProduct(
                rows: arcs,
                entries: UnsafeBufferPointer(entries.buffer),
                control: control
            )
            let bound = try Self.eigenvalueBound(product, count: count)
            let walker = ClosedWalks(arcs: arcs, strengths: entries.buffer, bound: bound)
            try ParallelChunks.run(
                count: (count + width - 1) / width,
                control: control,
                makeWorker: { (LaneColumn(count: count), LaneColumn(count: count)) },
                work: { (chunk, worker) throws(GraphError) in
                    let starts = ParallelChunks.range(chunk, size: width, count: count)
                    let sums = try walker.sums(
                        from: starts,
                        worker.0.lanes.buffer,
                        worker.1.lanes.buffer,
                        control
                    )
                    for vertex in starts { column[vertex] = sums[vertex - starts.lowerBound] }
                },
                merge: { _, _ in }
            )
        }
        return values.array()
    }

    /// A bound of the largest eigenvalue λ: with any x above 0, λ² is at most the largest (A² x)(v) / x(v), and
    /// power iteration brings x near the eigenvector.
    ///
    /// - Throws: `numericOverflow` when a value is sure to be beyond `Double`, as the largest is at least
    ///   exp(λ) / n, and λ at least |A x| / |x|.
    private static func eigenvalueBound(_ product: RowProduct, count: Int) throws(GraphError) -> Double {
        let current = Scratch<Double>(count: count, repeating: 1)
        let once = Scratch<Double>(count: count, repeating: 0)
        let twice = Scratch<Double>(count: count, repeating: 0)
        let (x, first, second) = (current.buffer, once.buffer, twice.buffer)
        var least = Double.infinity
        for _ in 0..<24 {
            let squares = try product.run(x) { vertex, sum in
                first[vertex] = sum
                return sum * sum
            }
            _ = try product.run(first) { vertex, sum in
                second[vertex] = sum
                return 0
            }
            var (bound, norm, largest) = (0.0, 0.0, 0.0)
            for vertex in 0..<count {
                bound = max(bound, second[vertex] / x[vertex])
                norm += x[vertex] * x[vertex]
            }
            // exp(732) / n is beyond `Double` for any n below 2³¹.
            guard bound.isFinite, squares <= 732 * 732 * norm else {
                throw GraphError(.numericOverflow, "the largest subgraph centrality is beyond all bounds")
            }
            least = min(least, bound)
            guard bound > 0 else { break }
            for vertex in 0..<count {
                x[vertex] += second[vertex] / bound
                largest = max(largest, x[vertex])
            }
            for vertex in 0..<count { x[vertex] /= largest }
            guard x.allSatisfy(\.isNormal) else { break }
        }
        // A little more than it is, for the rounding on the way.
        return least.squareRoot() * (1 + 1e-12)
    }
}

/// The sum over closed walks for eight vertices at a time.
private struct ClosedWalks {
    let arcs: Arcs
    /// One an arc; empty when all are 1.
    let strengths: UnsafeMutableBufferPointer<Double>
    /// No eigenvalue is above it.
    let bound: Double

    /// - Parameters:
    ///   - current: working memory; A^k e / √(2k)! for each vertex.
    ///   - next: working memory.
    func sums(
        from starts: Range<Int>,
        _ current: UnsafeMutableBufferPointer<SIMD8<Double>>,
        _ next: UnsafeMutableBufferPointer<SIMD8<Double>>,
        _ control: RunControl
    ) throws(GraphError) -> SIMD8<Double> {
        var poll = CancellationPoll(control)
        for vertex in 0..<current.count { current[vertex] = .zero }
        for vertex in starts { current[vertex][vertex - starts.lowerBound] = 1 }
        var total = SIMD8<Double>.zero
        var walks = 0.0
        while true {
            let scale = 1 / ((2 * walks + 1) * (2 * walks + 2)).squareRoot()
            var (even, odd) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
            for vertex in 0..<current.count {
                var sum = SIMD8<Double>.zero
                if strengths.isEmpty {
                    for arc in arcs.range(vertex) { sum += current[Int(arcs.targets[arc])] }
                } else {
                    for arc in arcs.range(vertex) {
                        sum += strengths[arc] * current[Int(arcs.targets[arc])]
                    }
                }
                let own = current[vertex]
                even += own * own
                odd += own * sum
                next[vertex] = sum * scale
                try poll.step(arcs.degree(vertex) + 1)
            }
            total += even + odd / (2 * walks + 1)
            for lane in 0..<starts.count where !total[lane].isFinite {
                throw GraphError(
                    .numericOverflow,
                    "the subgraph centrality of vertex \(starts.lowerBound + lane) is beyond all bounds"
                )
            }
            // The terms of 2 k + 2 and more steps are a falling series once k is large enough.
            let ratio = bound / (2 * walks + 1)
            if ratio < 1 {
                let rest = even * (ratio * ratio / (1 - ratio))
                var isDone = true
                for lane in 0..<starts.count where rest[lane] > 1e-15 * total[lane] { isDone = false }
                if isDone { return total }
            }
            for vertex in 0..<current.count { current[vertex] = next[vertex] }
            walks += 1
        }
    }
}
