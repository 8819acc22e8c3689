/// The equations of PageRank where edges go both ways, solved by conjugate gradients.
///
/// The walk that ends instead of jumping, y = d · P'y + p, visits all vertices in the proportions of PageRank,
/// since dangling vertices jump where all jumps lead. Its matrix I - d · P' is symmetric in the inner product that
/// divides by the strengths at a vertex, with all eigenvalues between 1 - d and 1 + d, so the error falls by the
/// factor (√κ - 1) / (√κ + 1) a step, κ = (1 + d) / (1 - d): 0.56 for d = 0.85, where the walk has 0.85.
struct JumpSystem {
    let damping: Double
    let jumps: [Double]
    let product: RowProduct

    /// Overwrites the scores with ones that a step of the walk changes by about the tolerance at most, and
    /// returns the number of steps. Where the numbers leave the range of `Double` the scores stay as they are.
    func solve(
        into scores: UnsafeMutableBufferPointer<Double>,
        passing: UnsafeMutableBufferPointer<Double>,
        factors: UnsafeMutableBufferPointer<Double>,
        outSums: UnsafeMutableBufferPointer<Double>,
        limits: IterationLimits
    ) throws(GraphError) -> Int {
        let count = scores.count
        let sums = ChunkSums(count: count, control: product.control)
        let visitMemory = Scratch<Double>(count: count, repeating: 0)
        let restMemory = Scratch<Double>(count: count, repeating: 0)
        let directionMemory = Scratch<Double>(count: count, repeating: 0)
        let imageMemory = Scratch<Double>(count: count, repeating: 0)
        let (visits, rest) = (visitMemory.buffer, restMemory.buffer)
        let (direction, image) = (directionMemory.buffer, imageMemory.buffer)
        let (damping, jumps) = (damping, jumps)
        // From y = p on; a vertex without edges is done with that. The inner product is scaled by the largest
        // strength, so that its factors are at least 1.
        let scaleMemory = Scratch<Double>(count: count, repeating: 0)
        let scales = scaleMemory.buffer
        var (largest, dangling) = (0.0, 0.0)
        for vertex in 0..<count { largest = max(largest, outSums[vertex]) }
        for vertex in 0..<count {
            visits[vertex] = jumps[vertex]
            if outSums[vertex] > 0 {
                scales[vertex] = largest / outSums[vertex]
            } else {
                dangling += jumps[vertex]
            }
            passing[vertex] = jumps[vertex] * factors[vertex]
        }
        var steps = 0
        guard largest > 0, limits.maximumIterations > 1 else { return 0 }
        _ = try product.run(passing) { vertex, sum in
            rest[vertex] = damping * sum
            return 0
        }
        steps += 1
        var (square, previous) = (0.0, 0.0)
        for vertex in 0..<count { square += rest[vertex] * rest[vertex] * scales[vertex] }
        while steps < limits.maximumIterations - 1, square > 0 {
            let share = previous > 0 ? square / previous : 0
            _ = try sums.run { vertices in
                for vertex in vertices {
                    let value = rest[vertex] + share * direction[vertex]
                    direction[vertex] = value
                    passing[vertex] = value * factors[vertex]
                }
                return .zero
            }
            let bend = try product.run(passing) { vertex, sum in
                let value = direction[vertex] - damping * sum
                image[vertex] = value
                return value * direction[vertex] * scales[vertex]
            }
            steps += 1
            let length = square / bend
            guard bend > 0, length.isFinite else { return steps }
            let totals = try sums.run { vertices in
                var (squares, absolutes) = (0.0, 0.0)
                for vertex in vertices {
                    visits[vertex] += length * direction[vertex]
                    let left = rest[vertex] - length * image[vertex]
                    rest[vertex] = left
                    squares += left * left * scales[vertex]
                    absolutes += abs(left)
                }
                return SIMD2(squares, absolutes)
            }
            (previous, square) = (square, totals[0])
            // In the end the visits add up to (1 - d · dangling) / (1 - d).
            if totals[1] * (1 - damping) <= limits.tolerance * (1 - damping * dangling) { break }
        }
        var total = 0.0
        for vertex in 0..<count {
            visits[vertex] = max(0, visits[vertex])
            total += visits[vertex]
        }
        guard total > 0, total.isFinite else { return steps }
        for vertex in 0..<count { scores[vertex] = visits[vertex] / total }
        return steps
    }
}
