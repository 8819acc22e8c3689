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

    @inline(__always)
    private func sum(of vertex: Int, _ x: UnsafeMutableBufferPointer<Double>) -> Double {
        var sum = 0.0
        if entries.isEmpty {
            for arc in rows.range(vertex) { sum += x[Int(rows.targets[arc])] }
        } else {
            for arc in rows.range(vertex) { sum += entries[arc] * x[Int(rows.targets[arc])] }
        }
        return sum
    }
}
