/// What an iteration found of vertices that point and vertices that are pointed at.
///
/// Not to converge is an outcome, not an error: look at ``isConverged`` before the scores are used.
public struct HubsAndAuthorities: Hashable, Sendable {
    /// For each vertex, how well it points to authorities; they add up to 1, or all are 0 without edges.
    public let hubs: [Double]
    /// For each vertex, how well hubs point to it; they add up to 1, or all are 0 without edges.
    public let authorities: [Double]
    /// The number of steps made.
    public let iterations: Int
    /// The sum of the absolute changes of all scores of both kinds in the last step.
    public let residual: Double
    /// Whether the residual came down to the tolerance within the steps allowed.
    public let isConverged: Bool
}

extension CompactGraph {
    /// Measures hubs, which point to good authorities, and authorities, which good hubs point to (HITS).
    ///
    /// The hub scores h and the authority scores a are the first singular vectors of the adjacency matrix:
    /// h is in proportion to A a, and a to A' h. They are found by power iteration from the uniform vector, which
    /// the method of Lanczos, on the symmetric matrix A A', leads near the end first; with a tolerance of 0 power
    /// iteration goes all the way.
    ///
    /// *Conventions.* As in networkx: scores are not negative and add up to 1 (igraph scales the largest to
    /// 1); a loop is 1 on the diagonal, parallel edges add up. In an undirected graph that is connected and
    /// not bipartite both scores are those of
    /// ``eigenvectorCentrality(strengths:direction:tolerance:maximumIterations:control:)`` in another scale.
    /// Where several singular values are the largest, as in an undirected bipartite graph, the scores are
    /// the limits from the uniform start, authorities first. Without edges, or with strengths of 0 only, all
    /// scores are 0 (igraph: 1; networkx: NaN). No value is NaN.
    ///
    /// - Parameters:
    ///   - strengths: how strong each edge is, finite and not negative; all alike when `nil`. The graph's
    ///     weights, which are distances, are not looked at.
    ///   - tolerance: the sum of absolute changes at which the iteration ends.
    ///   - maximumIterations: the most steps, at least 1.
    ///   - control: threads, cancellation, and progress in iterations.
    /// - Throws: ``GraphError`` with `invalidParameter`, `invalidWeight`, `negativeWeight`,
    ///   `columnLengthMismatch` or `cancelled`.
    /// - Complexity: O(V + E) a step; the steps grow with the inverse of the gap between the two largest
    ///   singular values, as a rule with its square root. O(V) memory, up to 36 numbers a vertex; with strengths
    ///   O(V + E). The same to the bit on any number of threads.
    /// - SeeAlso: Kleinberg (1999), "Authoritative sources in a hyperlinked environment",
    ///   [doi:10.1145/324133.324140](https://doi.org/10.1145/324133.324140).
    public func hubsAndAuthorities(
        strengths: [Double]? = nil,
        tolerance: Double = 1e-10,
        maximumIterations: Int = 10_000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> HubsAndAuthorities {
        let limits = try IterationLimits(tolerance: tolerance, maximumIterations: maximumIterations)
        if let strengths { try check(strengths: strengths, from: 0) }
        let orientation = try orientation(.outgoing)
        return try orientation.withArcs { (forward, backward) throws(GraphError) in
            let pointing = StrengthMatrix(rows: forward, strengths: strengths)
            let pointedAt = StrengthMatrix(rows: backward, strengths: strengths)
            let toHubs = RowProduct(rows: forward, entries: pointing.entries(), control: control)
            let toAuthorities = RowProduct(rows: backward, entries: pointedAt.entries(), control: control)
            let uniform = 1 / Double(vertexCount)
            let hubs = Scratch<Double>(count: vertexCount, repeating: uniform)
            let authorities = Scratch<Double>(count: vertexCount, repeating: uniform)
            let next = Scratch<Double>(count: vertexCount, repeating: 0)
            var (iterations, residual) = (0, Double.infinity)
            if limits.tolerance > 0, limits.maximumIterations > 2 {
                let start = 1 / Double(vertexCount).squareRoot()
                for vertex in 0..<vertexCount { hubs[vertex] = start }
                var leader = LeadingEigenvector(count: vertexCount, control: control)
                try leader.improve(
                    hubs.buffer,
                    tolerance: limits.tolerance,
                    maximumProducts: limits.maximumIterations - 2
                ) { (vector, factor, result) throws(GraphError) in
                    _ = try toAuthorities.run(vector) { vertex, sum in
                        next[vertex] = sum * factor
                        return 0
                    }
                    return try toHubs.run(next.buffer) { vertex, sum in
                        result[vertex] = sum
                        return sum * vector[vertex]
                    }
                }
                // One step makes the authorities that belong to them, so that the next one finds little change.
                _ = try Self.step(toAuthorities, from: hubs.buffer, to: authorities.buffer, next.buffer)
                _ = try Self.step(toHubs, from: authorities.buffer, to: hubs.buffer, next.buffer)
                iterations = leader.products + 1
            }
            while iterations < limits.maximumIterations, !(residual <= limits.tolerance) {
                residual = try Self.step(
                    toAuthorities,
                    from: hubs.buffer,
                    to: authorities.buffer,
                    next.buffer
                )
                residual += try Self.step(toHubs, from: authorities.buffer, to: hubs.buffer, next.buffer)
                iterations += 1
                control.progress?(iterations, limits.maximumIterations)
            }
            return HubsAndAuthorities(
                hubs: hubs.array(),
                authorities: authorities.array(),
                iterations: iterations,
                residual: residual,
                isConverged: residual <= limits.tolerance
            )
        }
    }

    /// Makes scores of one kind from those of the other, and tells how much they changed.
    private static func step(
        _ product: RowProduct,
        from others: UnsafeMutableBufferPointer<Double>,
        to scores: UnsafeMutableBufferPointer<Double>,
        _ next: UnsafeMutableBufferPointer<Double>
    ) throws(GraphError) -> Double {
        let total = try product.run(others) { vertex, sum in
            next[vertex] = sum
            return sum
        }
        var change = 0.0
        for vertex in scores.indices {
            let score = total > 0 ? next[vertex] / total : 0
            change += abs(score - scores[vertex])
            scores[vertex] = score
        }
        return change
    }
}
