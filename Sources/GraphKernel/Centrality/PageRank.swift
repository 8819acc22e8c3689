extension CompactGraph {
    /// Measures how often each vertex is visited by a walker who follows edges at random and now and then
    /// jumps.
    ///
    /// The scores x solve x = d · (P'x + m p) + (1 - d) p, where d is the damping, P the matrix of steps
    /// (from a vertex each edge is taken in proportion to its strength), p where jumps lead, and m the score
    /// of the *dangling* vertices, which no edge leaves and from which every step is a jump.
    ///
    /// The scores are found by steps of the walk. Where edges go both ways, the equations are symmetric in a
    /// suitable scale, and the method of conjugate gradients leads the start near the end first, in about a third
    /// of the steps; at least one step of the walk comes last and says what is left.
    ///
    /// *Conventions.* As in networkx. An undirected edge is followed either way, a loop being one way.
    /// Parallel edges are so many ways. Edges of strength 0 are never followed. Scores add up to 1; the empty
    /// graph has none.
    ///
    /// - Parameters:
    ///   - damping: the share of steps that follow an edge, 0...1.
    ///   - strengths: how strong each edge is, finite and not negative; all alike when `nil`. The graph's
    ///     weights, which are distances, are not looked at.
    ///   - personalization: where jumps lead, one number a vertex, not negative, not all 0, in any scale;
    ///     anywhere alike when `nil`.
    ///   - direction: which way edges are followed.
    ///   - tolerance: the sum of absolute changes in one step of the walk at which the iteration ends (networkx:
    ///     this divided by n). With 0 the walker goes from the uniform start and nothing is sped up, so that
    ///     so many iterations are so many steps, as in the LDBC Graphalytics benchmark.
    ///   - maximumIterations: the most steps, at least 1.
    ///   - control: threads, cancellation, and progress in iterations.
    /// - Returns: scores, and whether they converged; at tolerance t they are within t · d / (1 - d) of the
    ///   solution, summed.
    /// - Throws: ``GraphError`` with `invalidParameter`, `invalidWeight`, `negativeWeight`,
    ///   `columnLengthMismatch`, `numericOverflow` or `cancelled`.
    /// - Complexity: O(V + E) a step, about log t / log d steps, in undirected graphs about the square root of
    ///   1 / (1 - d) times log 1 / t; O(V) memory, with strengths O(V + E). The same to the bit on any number
    ///   of threads.
    /// - SeeAlso: Brin, Page (1998), "The anatomy of a large-scale hypertextual Web search engine",
    ///   [doi:10.1016/S0169-7552(98)00110-X](https://doi.org/10.1016/S0169-7552\(98\)00110-X); Hestenes,
    ///   Stiefel (1952), "Methods of conjugate gradients for solving linear systems",
    ///   [doi:10.6028/jres.049.044](https://doi.org/10.6028/jres.049.044).
    public func pageRank(
        damping: Double = 0.85,
        strengths: [Double]? = nil,
        personalization: [Double]? = nil,
        direction: SearchDirection = .outgoing,
        tolerance: Double = 1e-10,
        maximumIterations: Int = 1000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> IterativeScores {
        guard damping >= 0, damping <= 1 else {
            throw GraphError(.invalidParameter, "the damping \(damping) is not between 0 and 1")
        }
        let limits = try IterationLimits(tolerance: tolerance, maximumIterations: maximumIterations)
        if let strengths { try check(strengths: strengths, from: 0) }
        let jumps = try jumpShares(personalization)
        let orientation = try orientation(direction)
        return try orientation.withArcs { (forward, backward) throws(GraphError) in
            let steps = try StepMatrix(forward: forward, backward: backward, strengths: strengths)
            let product = RowProduct(rows: backward, entries: steps.entries(), control: control)
            let current = Scratch<Double>(count: vertexCount, repeating: 1 / Double(vertexCount))
            let next = Scratch<Double>(count: vertexCount, repeating: 0)
            // Without strengths a vertex passes on its score divided by its degree.
            let passed = Scratch<Double>(count: vertexCount, repeating: 0)
            var (old, new, passing) = (current.buffer, next.buffer, passed.buffer)
            let (factors, outSums) = (steps.factors.buffer, steps.outSums.buffer)
            var (iterations, residual) = (0, Double.infinity)
            if isSymmetric(direction), damping < 1, limits.tolerance > 0 {
                let system = JumpSystem(damping: damping, jumps: jumps, product: product)
                iterations = try system.solve(
                    into: old,
                    passing: passing,
                    factors: factors,
                    outSums: outSums,
                    limits: limits
                )
            }
            while iterations < limits.maximumIterations, !(residual <= limits.tolerance) {
                var dangling = 0.0
                for vertex in 0..<vertexCount {
                    if outSums[vertex] == 0 { dangling += old[vertex] }
                    passing[vertex] = old[vertex] * factors[vertex]
                }
                residual = try product.run(passing) { vertex, sum in
                    let jump = jumps[vertex]
                    let score = damping * (sum + dangling * jump) + (1 - damping) * jump
                    new[vertex] = score
                    return abs(score - old[vertex])
                }
                swap(&old, &new)
                iterations += 1
                control.progress?(iterations, limits.maximumIterations)
            }
            return IterativeScores(
                scores: Array(old),
                iterations: iterations,
                residual: residual,
                isConverged: residual <= limits.tolerance
            )
        }
    }

    /// The share of jumps that lead to each vertex.
    private func jumpShares(_ personalization: [Double]?) throws(GraphError) -> [Double] {
        guard let personalization else {
            return [Double](repeating: 1 / Double(vertexCount), count: vertexCount)
        }
        guard personalization.count == vertexCount else {
            throw GraphError(
                .columnLengthMismatch,
                "the personalization has \(personalization.count) entries for \(vertexCount) vertices"
            )
        }
        var sum = 0.0
        for (vertex, value) in personalization.enumerated() {
            guard value.isFinite, value >= 0 else {
                throw GraphError(
                    .invalidParameter,
                    "the personalization of vertex \(vertex), \(value), is not a finite number from 0 up"
                )
            }
            sum += value
        }
        guard sum.isFinite, sum > 0 || vertexCount == 0 else {
            throw GraphError(.invalidParameter, "the personalization adds up to \(sum)")
        }
        return personalization.map { $0 / sum }
    }
}

/// The probabilities of a random walker's steps.
private struct StepMatrix: ~Copyable {
    /// The strengths, or the number, of the arcs that leave each vertex.
    let outSums: Scratch<Double>
    /// What a vertex multiplies its score with before it passes it on: one by its degree, or 1 with strengths,
    /// where the matrix has entries.
    let factors: Scratch<Double>
    /// For each backward arc the probability that a walker at its far end takes it; empty without strengths.
    private let probabilities: Scratch<Double>

    init(forward: Arcs, backward: Arcs, strengths: [Double]?) throws(GraphError) {
        outSums = Scratch(count: forward.vertexCount, repeating: 0)
        factors = Scratch(count: forward.vertexCount, repeating: 1)
        probabilities = Scratch(count: strengths == nil ? 0 : backward.arcCount, repeating: 0)
        guard let strengths else {
            for vertex in 0..<forward.vertexCount {
                let degree = forward.degree(vertex)
                outSums[vertex] = Double(degree)
                factors[vertex] = degree > 0 ? 1 / Double(degree) : 0
            }
            return
        }
        for vertex in 0..<forward.vertexCount {
            for arc in forward.range(vertex) { outSums[vertex] += strengths[Int(forward.edges[arc])] }
            guard outSums[vertex].isFinite else {
                throw GraphError(
                    .numericOverflow,
                    "the strengths at vertex \(vertex) add up beyond all bounds"
                )
            }
        }
        for arc in 0..<backward.arcCount {
            let strength = strengths[Int(backward.edges[arc])]
            if strength > 0 { probabilities[arc] = strength / outSums[Int(backward.targets[arc])] }
        }
    }

    borrowing func entries() -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(probabilities.buffer)
    }
}
