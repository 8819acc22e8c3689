extension CompactGraph {
    /// Measures each vertex by all walks that end at it, the long ones counting less.
    ///
    /// The scores solve x = α A' x + β: a vertex has its own share β and, from each edge that leads to it,
    /// the strength of that edge times α times the score of the vertex it comes from. Written out, a walk of
    /// length k counts α^k times its strengths and the β of the vertex where it begins. They are found by
    /// iteration from β.
    ///
    /// *Conventions.* As in networkx: an edge gives the score of its source to its target, a loop is 1 on the
    /// diagonal, parallel edges add up. (Bonacich's and igraph's alpha centrality is the same sum.) Without
    /// `normalized` a vertex that no edge leads to has the score β. The empty graph has no scores. No value
    /// is NaN or infinite.
    ///
    /// *Attenuation.* The sum is finite when α is below 1/λ, λ being the largest eigenvalue. At or above it
    /// the scores grow without bounds: the result is then not converged, and its scores are those of the
    /// last step that `Double` could hold. Without an α the one taken is 0.85 / max(s, √r), where s is the
    /// largest strength and r the largest row sum of A' · A'; as λ ≤ √r, that always converges, two steps
    /// taking off at least 1 - 0.85² of the error. It is larger than 0.85 by the largest degree, most so where
    /// there are hubs; in a star it is 0.85 / λ.
    ///
    /// - Parameters:
    ///   - alpha: the attenuation of each step, finite and not negative; the safe one when `nil`.
    ///   - beta: each vertex's own share, one finite number a vertex and not negative; all 1 when `nil`.
    ///   - strengths: how strong each edge is, finite and not negative; all alike when `nil`. The graph's
    ///     weights, which are distances, are not looked at.
    ///   - direction: which way edges pass scores on.
    ///   - normalized: whether the scores are scaled to the Euclidean norm 1, as networkx does.
    ///   - tolerance: the sum of absolute changes, divided by the sum of the scores, at which the iteration
    ///     ends; ``IterativeScores/residual`` is this quotient.
    ///   - maximumIterations: the most steps, at least 1.
    ///   - control: threads, cancellation, and progress in iterations.
    /// - Returns: scores, in the unit of β unless normalized, and whether they converged.
    /// - Throws: ``GraphError`` with `invalidParameter`, `invalidWeight`, `negativeWeight`,
    ///   `columnLengthMismatch` or `cancelled`.
    /// - Complexity: O(V + E) a step, about log t / log αλ steps for a tolerance t; O(V) memory, with
    ///   strengths O(V + E). The same to the bit on any number of threads.
    /// - SeeAlso: Katz (1953), "A new status index derived from sociometric analysis",
    ///   [doi:10.1007/BF02289026](https://doi.org/10.1007/BF02289026); Bonacich, Lloyd (2001),
    ///   "Eigenvector-like measures of centrality for asymmetric relations",
    ///   [doi:10.1016/S0378-8733(01)00038-7](https://doi.org/10.1016/S0378-8733\(01\)00038-7).
    public func katzCentrality(
        alpha: Double? = nil,
        beta: [Double]? = nil,
        strengths: [Double]? = nil,
        direction: SearchDirection = .outgoing,
        normalized: Bool = false,
        tolerance: Double = 1e-10,
        maximumIterations: Int = 1000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> IterativeScores {
        let limits = try IterationLimits(tolerance: tolerance, maximumIterations: maximumIterations)
        if let alpha {
            guard alpha.isFinite, alpha >= 0 else {
                throw GraphError(
                    .invalidParameter,
                    "the attenuation \(alpha) is not a finite number from 0 up"
                )
            }
        }
        if let strengths { try check(strengths: strengths, from: 0) }
        let beta = try checkedShares(beta)
        let orientation = try orientation(direction)
        return try orientation.backward.withArcs { (rows) throws(GraphError) in
            let matrix = StrengthMatrix(rows: rows, strengths: strengths)
            let product = RowProduct(rows: rows, entries: matrix.entries(), control: control)
            let factor =
                if let alpha { alpha * matrix.unit } else { try safeAttenuation(product) }
            let current = Scratch<Double>(count: vertexCount, repeating: 0)
            let next = Scratch<Double>(count: vertexCount, repeating: 0)
            for vertex in 0..<vertexCount { current[vertex] = beta[vertex] }
            var (iterations, residual) = (0, Double.infinity)
            while iterations < limits.maximumIterations, !(residual <= limits.tolerance) {
                let (old, new) = (current.buffer, next.buffer)
                let change = try product.run(old) { vertex, sum in
                    let score = factor * sum + beta[vertex]
                    new[vertex] = score
                    return abs(score - old[vertex])
                }
                var total = 0.0
                for vertex in 0..<vertexCount { total += new[vertex] }
                iterations += 1
                // What is infinite from here on stays so; the scores of the step before are kept.
                guard total.isFinite, change.isFinite else {
                    residual = .infinity
                    break
                }
                residual = change == 0 ? 0 : change / total
                for vertex in 0..<vertexCount { old[vertex] = new[vertex] }
                control.progress?(iterations, limits.maximumIterations)
            }
            if normalized { scaleToNormOne(current.buffer) }
            return IterativeScores(
                scores: current.array(),
                iterations: iterations,
                residual: residual,
                isConverged: residual <= limits.tolerance
            )
        }
    }

    private func checkedShares(_ beta: [Double]?) throws(GraphError) -> [Double] {
        guard let beta else { return [Double](repeating: 1, count: vertexCount) }
        guard beta.count == vertexCount else {
            throw GraphError(
                .columnLengthMismatch,
                "the column of shares has \(beta.count) entries for \(vertexCount) vertices"
            )
        }
        for (vertex, share) in beta.enumerated() {
            guard share.isFinite, share >= 0 else {
                throw GraphError(
                    .invalidParameter,
                    "the share of vertex \(vertex), \(share), is not a finite number from 0 up"
                )
            }
        }
        return beta
    }

    /// 0.85 divided by a bound of the largest eigenvalue of a matrix whose largest entry is 1.
    private func safeAttenuation(_ product: RowProduct) throws(GraphError) -> Double {
        let ones = Scratch<Double>(count: vertexCount, repeating: 1)
        let sums = Scratch<Double>(count: vertexCount, repeating: 0)
        let (sumColumn, squareColumn) = (sums.buffer, ones.buffer)
        _ = try product.run(ones.buffer) { vertex, sum in
            sumColumn[vertex] = sum
            return 0
        }
        _ = try product.run(sums.buffer) { vertex, sum in
            squareColumn[vertex] = sum
            return 0
        }
        var largest = 1.0
        for vertex in 0..<vertexCount { largest = max(largest, squareColumn[vertex]) }
        return 0.85 / largest.squareRoot()
    }

    private func scaleToNormOne(_ scores: UnsafeMutableBufferPointer<Double>) {
        guard let largest = scores.max(), largest > 0 else { return }
        // Divided by the largest, no square can overflow.
        var squares = 0.0
        for score in scores { squares += (score / largest) * (score / largest) }
        let norm = squares.squareRoot()
        for vertex in scores.indices { scores[vertex] = scores[vertex] / largest / norm }
    }
}

/// The strengths of a direction's arcs as entries of a matrix, divided by the largest, so that no sum of them
/// overflows.
struct StrengthMatrix: ~Copyable {
    /// What the entries are to be multiplied with to be strengths.
    let unit: Double
    /// Empty without strengths.
    private let scaled: Scratch<Double>

    init(rows: Arcs, strengths: [Double]?) {
        let largest = strengths?.max() ?? 1
        unit = largest > 0 ? largest : 1
        scaled = Scratch(count: strengths == nil ? 0 : rows.arcCount, repeating: 0)
        guard let strengths else { return }
        for arc in 0..<rows.arcCount { scaled[arc] = strengths[Int(rows.edges[arc])] / unit }
    }

    borrowing func entries() -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(scaled.buffer)
    }
}
