/// How similar each two vertices of a graph are by SimRank.
public struct SimRankScores: Hashable, Sendable {
    /// The number of vertices.
    public let vertexCount: Int
    /// The score of each pair of vertices, row after row, 0...1; symmetric, with 1 on the diagonal.
    public let scores: [Double]
    /// The number of iterations made.
    public let iterations: Int
    /// The largest change of a score in the last iteration.
    public let residual: Double
    /// Whether ``residual`` came down to the tolerance.
    public let isConverged: Bool

    /// The score of two vertices.
    ///
    /// - Throws: ``GraphError/Code/vertexOutOfRange``.
    public func score(of first: Int, and second: Int) throws(GraphError) -> Double {
        for vertex in [first, second] where vertex < 0 || vertex >= vertexCount {
            throw GraphError(
                .vertexOutOfRange,
                "vertex \(vertex) is not one of the answer's \(vertexCount) vertices"
            )
        }
        return scores[first * vertexCount + second]
    }
}

extension CompactGraph {
    /// Measures for all pairs of vertices of a small graph how similar they are: as similar as their neighbours are.
    ///
    /// The scores solve s(u, v) = C / (|I(u)| |I(v)|) Σ s(i, j) over i in I(u) and j in I(v), where I(v) are the
    /// vertices from which an edge leads to v and C is the importance factor; s(v, v) = 1, and s(u, v) = 0 where u
    /// or v has no such vertex. Iteration starts with the unit matrix; after k steps no score is more than C^(k+1)
    /// too low.
    ///
    /// *Conventions.* `.incoming` looks at the vertices from which edges lead to v, `.outgoing` at those they lead
    /// to. Parallel edges make one neighbour, loops none (networkx: a vertex with a loop is its own neighbour);
    /// weights change nothing. The empty graph has no scores.
    ///
    /// - Parameters:
    ///   - importance: the importance factor C, 0...1; with 1 scores may converge slowly.
    ///   - direction: which edges make neighbours.
    ///   - tolerance: the largest change of a score at which the iteration ends, at least 0.
    ///   - maximumIterations: the most iterations, at least 1.
    ///   - limit: the most vertices, 0...32768; n of them take 16 n² bytes.
    ///   - control: threads, cancellation, and progress in iterations.
    /// - Throws: ``GraphError`` with `tooLarge` (more vertices than the limit, or direction `.both` of a directed
    ///   graph with more than half of ``arcLimit`` edges), `invalidParameter` or `cancelled`.
    /// - Complexity: O(V (V + E)) an iteration by partial sums, about log(tolerance) / log C iterations; O(V²) memory.
    ///   The same to the bit on any number of threads.
    /// - SeeAlso: Jeh, Widom (2002), "SimRank: a measure of structural-context similarity",
    ///   [doi:10.1145/775047.775126](https://doi.org/10.1145/775047.775126); Lizorkin, Velikhov, Grinev, Turdakov
    ///   (2008), "Accuracy estimate and optimization techniques for SimRank computation",
    ///   [doi:10.14778/1453856.1453904](https://doi.org/10.14778/1453856.1453904).
    public func simRank(
        importance: Double = 0.9,
        direction: SearchDirection = .incoming,
        tolerance: Double = 1e-10,
        maximumIterations: Int = 1000,
        limit: Int = 2000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> SimRankScores {
        guard importance >= 0, importance <= 1 else {
            throw GraphError(
                .invalidParameter,
                "the importance factor \(importance) is not between 0 and 1"
            )
        }
        let limits = try IterationLimits(tolerance: tolerance, maximumIterations: maximumIterations)
        guard limit >= 0, limit <= 1 << 15 else {
            throw GraphError(.invalidParameter, "the limit \(limit) is not between 0 and \(1 << 15)")
        }
        guard vertexCount <= limit else {
            throw GraphError(.tooLarge, "\(vertexCount) vertices are more than the limit of \(limit)")
        }
        let count = vertexCount
        let simple = try (direction == .both ? undirected() : self).collapsed(droppingLoops: true).graph
        let rows = direction == .incoming ? simple.incoming : simple.outgoing
        let current = Scratch<Double>(count: count * count, repeating: 0)
        let next = Scratch<Double>(count: count * count, repeating: 0)
        for vertex in 0..<count { current[vertex * count + vertex] = 1 }
        var (iterations, residual) = (0, Double.infinity)
        // A chunk writes the pairs of its vertices with later ones, and hands in the largest change among them.
        let chunkSize = 16
        var each = control
        each.progress = nil
        while iterations < limits.maximumIterations, !(residual <= limits.tolerance) {
            var (old, new) = (current.buffer, next.buffer)
            if iterations % 2 == 1 { swap(&old, &new) }
            residual = 0
            try rows.withArcs { (arcs) throws(GraphError) in
                try ParallelChunks.run(
                    count: (count + chunkSize - 1) / chunkSize,
                    control: each,
                    makeWorker: { SimRankRows(vertexCount: count) },
                    work: { [old, new] (chunk, worker) throws(GraphError) in
                        var poll = CancellationPoll(control)
                        for vertex in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                            worker.fill(vertex, importance, arcs, old: old, new: new)
                            try poll.step(count + arcs.arcCount)
                        }
                    },
                    merge: { _, worker in
                        residual = max(residual, worker.change)
                        worker.change = 0
                    }
                )
            }
            iterations += 1
            control.progress?(iterations, limits.maximumIterations)
        }
        return SimRankScores(
            vertexCount: count,
            scores: iterations % 2 == 1 ? next.array() : current.array(),
            iterations: iterations,
            residual: residual,
            isConverged: residual <= limits.tolerance
        )
    }
}

/// One thread's part of the next scores.
private final class SimRankRows {
    /// For each vertex the sum of its scores with the neighbours of the vertex at hand.
    private let partial: Scratch<Double>
    /// The largest change of a score so far.
    var change = 0.0

    init(vertexCount: Int) {
        partial = Scratch(count: vertexCount, repeating: 0)
    }

    func fill(
        _ vertex: Int,
        _ importance: Double,
        _ arcs: Arcs,
        old: UnsafeMutableBufferPointer<Double>,
        new: UnsafeMutableBufferPointer<Double>
    ) {
        let count = partial.count
        let degree = arcs.degree(vertex)
        partial.buffer.update(repeating: 0)
        for arc in arcs.range(vertex) {
            let row = Int(arcs.targets[arc]) * count
            for other in 0..<count { partial[other] += old[row + other] }
        }
        new[vertex * count + vertex] = 1
        // The other half of the row is filled by the vertices before this one.
        for other in (vertex + 1)..<max(vertex + 1, count) {
            var score = 0.0
            if degree > 0, arcs.degree(other) > 0 {
                var sum = 0.0
                for arc in arcs.range(other) { sum += partial[Int(arcs.targets[arc])] }
                score = importance * sum / (Double(degree) * Double(arcs.degree(other)))
            }
            change = max(change, abs(score - old[vertex * count + other]))
            new[vertex * count + other] = score
            new[other * count + vertex] = score
        }
    }
}
