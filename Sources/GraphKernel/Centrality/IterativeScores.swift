/// What a method that approaches its answer step by step has reached.
///
/// Not to converge is an outcome, not an error: look at ``isConverged`` before the scores are used.
public struct IterativeScores: Hashable, Sendable {
    /// One number a vertex.
    public let scores: [Double]
    /// The number of steps made.
    public let iterations: Int
    /// The sum of the absolute changes of all scores in the last step.
    public let residual: Double
    /// Whether the residual came down to the tolerance within the steps allowed.
    public let isConverged: Bool
}

/// Where an iterative method stops.
struct IterationLimits {
    let tolerance: Double
    let maximumIterations: Int

    init(tolerance: Double, maximumIterations: Int) throws(GraphError) {
        guard tolerance >= 0, maximumIterations >= 1 else {
            throw GraphError(
                .invalidParameter,
                "the tolerance \(tolerance) is not a number from 0 up, "
                    + "or the iterations \(maximumIterations) are below 1"
            )
        }
        self.tolerance = tolerance
        self.maximumIterations = maximumIterations
    }
}

/// The product of a graph's matrix with a vector, one row after the other, in chunks of rows.
struct RowProduct {
    let rows: Arcs
    /// The matrix entry of each arc; empty when all are 1.
    let entries: UnsafeBufferPointer<Double>
    let control: RunControl

    /// Gives each row's sum Σ entry · x[target] to `use` and adds up what that returns, chunk by chunk in
    /// order.
    func run(
        _ x: UnsafeMutableBufferPointer<Double>,
        use: (_ vertex: Int, _ sum: Double) -> Double
    ) throws(GraphError) -> Double {
        let (count, chunkSize) = (rows.vertexCount, 4096)
        let chunks = (count + chunkSize - 1) / chunkSize
        let partials = Scratch<Double>(count: chunks, repeating: 0)
        let column = partials.buffer
        // Iterations are the progress, not their chunks.
        let quiet = RunControl(threads: control.threads, isCancelled: control.isCancelled)
        try ParallelChunks.run(
            count: chunks,
            control: quiet,
            makeWorker: {},
            work: { (chunk, _) throws(GraphError) in
                var partial = 0.0
                for vertex in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                    partial += use(vertex, sum(of: vertex, x))
                }
                column[chunk] = partial
            },
            merge: { _, _ in }
        )
        var total = 0.0
        for chunk in 0..<chunks { total += partials[chunk] }
        return total
    }

    /// A row's sum, as four sums that do not wait for each other: one alone waits for each addition, which is
    /// twice as long as it takes to load the entries from the cache.
    @inline(__always)
    private func sum(of vertex: Int, _ x: UnsafeMutableBufferPointer<Double>) -> Double {
        let range = rows.range(vertex)
        var arc = range.lowerBound
        let (last, targets) = (range.upperBound &- 4, rows.targets)
        var (first, second, third, fourth) = (0.0, 0.0, 0.0, 0.0)
        if entries.isEmpty {
            while arc <= last {
                first += x[Int(targets[arc])]
                second += x[Int(targets[arc &+ 1])]
                third += x[Int(targets[arc &+ 2])]
                fourth += x[Int(targets[arc &+ 3])]
                arc &+= 4
            }
            while arc < range.upperBound {
                first += x[Int(targets[arc])]
                arc &+= 1
            }
        } else {
            while arc <= last {
                first += entries[arc] * x[Int(targets[arc])]
                second += entries[arc &+ 1] * x[Int(targets[arc &+ 1])]
                third += entries[arc &+ 2] * x[Int(targets[arc &+ 2])]
                fourth += entries[arc &+ 3] * x[Int(targets[arc &+ 3])]
                arc &+= 4
            }
            while arc < range.upperBound {
                first += entries[arc] * x[Int(targets[arc])]
                arc &+= 1
            }
        }
        return (first + second) + (third + fourth)
    }
}

/// Sums over columns in chunks: large enough to be worth a thread's while, added in order.
struct ChunkSums {
    let count: Int
    let control: RunControl

    /// Gives each chunk of positions to `work`, which may write there, and adds up the pairs that it returns.
    func run(_ work: (Range<Int>) -> SIMD2<Double>) throws(GraphError) -> SIMD2<Double> {
        let chunkSize = 16_384
        let chunks = (count + chunkSize - 1) / chunkSize
        let partials = Scratch<SIMD2<Double>>(count: chunks, repeating: .zero)
        let column = partials.buffer
        let quiet = RunControl(threads: control.threads, isCancelled: control.isCancelled)
        try ParallelChunks.run(
            count: chunks,
            control: quiet,
            makeWorker: {},
            work: { (chunk, _) throws(GraphError) in
                column[chunk] = work(ParallelChunks.range(chunk, size: chunkSize, count: count))
            },
            merge: { _, _ in }
        )
        var total = SIMD2<Double>.zero
        for chunk in 0..<chunks { total += partials[chunk] }
        return total
    }
}
