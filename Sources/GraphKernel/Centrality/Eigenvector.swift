extension CompactGraph {
    /// Measures how well each vertex is tied to vertices that are themselves well tied.
    ///
    /// The scores x are the eigenvector of the largest eigenvalue of the adjacency matrix: each is in
    /// proportion to the sum of the scores of the vertices that an edge leads from. They are found by power
    /// iteration on A' + I from the uniform vector; the added identity keeps bipartite graphs from swinging.
    /// Where edges go both ways, the matrix is symmetric, and the method of Lanczos leads the start near the
    /// end first; the last steps are still those of power iteration.
    ///
    /// *Conventions.* As in networkx: an edge gives the score of its source to its target, a loop is 1 on the
    /// diagonal, parallel edges add up. (igraph counts an undirected loop twice and scales the largest score
    /// to 1.) Scores have the Euclidean norm 1 and are not negative. In a disconnected graph the component
    /// with the largest eigenvalue takes all, the others go to 0; where several have the same, their shares
    /// follow from the uniform start. A directed graph without cycles has no such eigenvector, and the
    /// iteration as a rule does not converge. Without edges all scores are alike. No value is NaN.
    ///
    /// - Parameters:
    ///   - strengths: how strong each edge is, finite and not negative; all alike when `nil`. The graph's
    ///     weights, which are distances, are not looked at.
    ///   - direction: which way edges pass scores on.
    ///   - tolerance: the sum of absolute changes in one step of power iteration at which it ends (networkx:
    ///     this divided by n). With 0 every step is one of power iteration.
    ///   - maximumIterations: the most steps, at least 1.
    ///   - control: threads, cancellation, and progress in iterations.
    /// - Returns: scores, and whether they converged.
    /// - Throws: ``GraphError`` with `invalidParameter`, `invalidWeight`, `negativeWeight`,
    ///   `columnLengthMismatch` or `cancelled`.
    /// - Complexity: O(V + E) a step; the steps grow with the inverse of the gap between the two largest
    ///   eigenvalues, in undirected graphs with its square root. O(V) memory, up to 35 numbers a vertex; with
    ///   strengths O(V + E). The same to the bit on any number of threads.
    /// - SeeAlso: Bonacich (1987), "Power and centrality: a family of measures",
    ///   [doi:10.1086/228631](https://doi.org/10.1086/228631); Paige (1972), "Computational variants of the
    ///   Lanczos method for the eigenproblem",
    ///   [doi:10.1093/imamat/10.3.373](https://doi.org/10.1093/imamat/10.3.373).
    public func eigenvectorCentrality(
        strengths: [Double]? = nil,
        direction: SearchDirection = .outgoing,
        tolerance: Double = 1e-10,
        maximumIterations: Int = 10_000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> IterativeScores {
        let limits = try IterationLimits(tolerance: tolerance, maximumIterations: maximumIterations)
        if let strengths { try check(strengths: strengths, from: 0) }
        let orientation = try orientation(direction)
        return try orientation.backward.withArcs { (rows) throws(GraphError) in
            let entries = Scratch<Double>(count: strengths == nil ? 0 : rows.arcCount, repeating: 0)
            if let strengths, let largest = strengths.max(), largest > 0 {
                // A common factor changes no eigenvector, and at most 1 nothing can overflow.
                for arc in 0..<rows.arcCount { entries[arc] = strengths[Int(rows.edges[arc])] / largest }
            }
            let product = RowProduct(
                rows: rows,
                entries: UnsafeBufferPointer(entries.buffer),
                control: control
            )
            let current = Scratch<Double>(
                count: vertexCount,
                repeating: 1 / Double(vertexCount).squareRoot()
            )
            let next = Scratch<Double>(count: vertexCount, repeating: 0)
            var (iterations, residual) = (0, Double.infinity)
            if isSymmetric(direction), limits.tolerance > 0 {
                var leader = LeadingEigenvector(count: vertexCount, control: control)
                try leader.improve(
                    current.buffer,
                    tolerance: limits.tolerance,
                    maximumProducts: limits.maximumIterations - 1
                ) { (vector, factor, result) throws(GraphError) in
                    try product.run(vector) { vertex, sum in
                        let value = sum * factor
                        result[vertex] = value
                        return value * vector[vertex]
                    }
                }
                iterations = leader.products
            }
            while iterations < limits.maximumIterations, !(residual <= limits.tolerance) {
                let (old, new) = (current.buffer, next.buffer)
                let squares = try product.run(old) { vertex, sum in
                    let score = old[vertex] + sum
                    new[vertex] = score
                    return score * score
                }
                let norm = squares.squareRoot()
                residual = 0
                for vertex in 0..<vertexCount {
                    let score = new[vertex] / norm
                    residual += abs(score - old[vertex])
                    old[vertex] = score
                }
                iterations += 1
                control.progress?(iterations, limits.maximumIterations)
            }
            return IterativeScores(
                scores: current.array(),
                iterations: iterations,
                residual: residual,
                isConverged: residual <= limits.tolerance
            )
        }
    }
}

extension CompactGraph {
    /// Whether the matrix of the edges followed in this direction is symmetric.
    func isSymmetric(_ direction: SearchDirection) -> Bool {
        !isDirected || direction == .both
    }
}
