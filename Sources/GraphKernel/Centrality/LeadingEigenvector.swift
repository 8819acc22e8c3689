/// Finds the eigenvector of a symmetric matrix's largest eigenvalue by the method of Lanczos, restarted.
///
/// After k products it knows the best vector among all combinations of the first k powers, where power iteration
/// knows the last one: where that takes 1,000 products, this takes some 70. From the uniform start it goes to
/// what power iteration goes to: the share of the start in the eigenvectors of the largest eigenvalue, should
/// there be several.
///
/// - SeeAlso: Paige (1972), "Computational variants of the Lanczos method for the eigenproblem",
///   [doi:10.1093/imamat/10.3.373](https://doi.org/10.1093/imamat/10.3.373).
struct LeadingEigenvector {
    /// Writes the matrix times the first vector, times a factor, into the second one, and returns the product of
    /// both vectors.
    typealias Product = (
        _ vector: UnsafeMutableBufferPointer<Double>,
        _ factor: Double,
        _ result: UnsafeMutableBufferPointer<Double>
    ) throws(GraphError) -> Double

    /// The most vectors kept. More save few products: in 32 the error of a start has fallen by several digits.
    private static let basisLimit = 32

    let count: Int
    let control: RunControl
    /// The number of products made.
    private(set) var products = 0

    init(count: Int, control: RunControl) {
        self.count = count
        self.control = RunControl(threads: control.threads, isCancelled: control.isCancelled)
    }

    /// Improves a start of Euclidean norm 1 until the sum of |A x - λ x| / (λ + 1) over all entries, as far as
    /// rounding lets it be known, is not above the tolerance; entries below zero, which are rounding, become 0.
    ///
    /// That sum is the change in one step of power iteration on A + I, to which the caller may put the result.
    mutating func improve(
        _ start: UnsafeMutableBufferPointer<Double>,
        tolerance: Double,
        maximumProducts: Int,
        product: Product
    ) throws(GraphError) {
        // Below this the vectors are no longer at right angles, and more of them bring nothing.
        let reachable = max(tolerance, 1e-15 * Double(count).squareRoot())
        while products < maximumProducts {
            var basis = LanczosBasis(start)
            var isDone = false
            while !isDone, basis.count < Self.basisLimit, products < maximumProducts {
                let residual = try step(&basis, product: product)
                products += 1
                isDone = !(residual > reachable)
            }
            let norm = try basis.combine(into: start, control: control)
            // Rounding has left nothing to go on from, or the matrix is zero.
            guard norm > 0, !isDone else { return }
        }
    }

    /// Adds a vector to the basis and returns how far the best combination of the others is from its goal.
    private func step(_ basis: inout LanczosBasis, product: Product) throws(GraphError) -> Double {
        let place = basis.count - 1
        let (last, lastFactor) = (basis.columns[place].buffer, basis.factors[place])
        let (before, beforeFactor) =
            place > 0 ? (basis.columns[place - 1].buffer, basis.factors[place - 1]) : (last, 0)
        let next = LanczosColumn(count: count)
        let new = next.buffer
        let diagonal = try product(last, lastFactor, new) * lastFactor
        let (own, other) = (diagonal * lastFactor, (basis.offDiagonals.last ?? 0) * beforeFactor)
        let sums = try ChunkSums(count: count, control: control).run { vertices in
            var (squares, absolutes) = (0.0, 0.0)
            for vertex in vertices {
                let value = new[vertex] - own * last[vertex] - other * before[vertex]
                new[vertex] = value
                squares += value * value
                absolutes += abs(value)
            }
            return SIMD2(squares, absolutes)
        }
        let norm = sums[0].squareRoot()
        basis.append(diagonal: diagonal, offDiagonal: norm, column: next)
        let top = basis.solve()
        // The rest that the best combination leaves is the new vector times its last coefficient.
        return norm > 0 ? abs(basis.coefficients[place]) * sums[1] / (abs(top) + 1) : 0
    }
}

/// Vectors at right angles to each other, and the matrix as they see it, which has three diagonals.
private struct LanczosBasis {
    /// The vectors, each to be multiplied with its factor to have the norm 1; the last is not part of the matrix.
    private(set) var columns: [LanczosColumn]
    private(set) var factors = [1.0]
    private(set) var diagonals: [Double] = []
    private(set) var offDiagonals: [Double] = []
    /// How the best vector is combined of the columns.
    private(set) var coefficients: [Double] = []
    private var top = -Double.infinity

    var count: Int { columns.count }

    init(_ start: UnsafeMutableBufferPointer<Double>) {
        columns = [LanczosColumn(count: start.count)]
        for vertex in 0..<start.count { columns[0].buffer[vertex] = start[vertex] }
    }

    mutating func append(diagonal: Double, offDiagonal: Double, column: LanczosColumn) {
        diagonals.append(diagonal)
        offDiagonals.append(offDiagonal)
        columns.append(column)
        factors.append(offDiagonal > 0 ? 1 / offDiagonal : 0)
    }

    /// Finds the largest eigenvalue of the matrix with three diagonals, by halving, and its vector.
    mutating func solve() -> Double {
        let size = diagonals.count
        var high = -Double.infinity
        for place in 0..<size {
            let left = place > 0 ? offDiagonals[place - 1] : 0
            let right = place < size - 1 ? offDiagonals[place] : 0
            high = max(high, diagonals[place] + left + right)
        }
        // The largest eigenvalue never falls as the matrix grows.
        var low = max(top, diagonals.max() ?? 0)
        while true {
            let middle = low + (high - low) / 2
            guard middle > low, middle < high else { break }
            if isAbove(middle) { high = middle } else { low = middle }
        }
        top = high
        // From the last coefficient up each is larger than rounding: all pivots are above zero.
        coefficients = [Double](repeating: 1, count: size)
        var pivot = high - diagonals[size - 1]
        for place in stride(from: size - 2, through: 0, by: -1) {
            coefficients[place] = coefficients[place + 1] * pivot / offDiagonals[place]
            pivot = high - diagonals[place] - offDiagonals[place] * (offDiagonals[place] / pivot)
        }
        var squares = 0.0
        for coefficient in coefficients { squares += coefficient * coefficient }
        let norm = squares.squareRoot()
        for place in 0..<size { coefficients[place] /= norm }
        return high
    }

    /// Whether a number is above all eigenvalues: then all pivots of the matrix less it have one sign.
    private func isAbove(_ value: Double) -> Bool {
        var pivot = value - diagonals[diagonals.count - 1]
        for place in stride(from: diagonals.count - 2, through: 0, by: -1) {
            guard pivot > 0 else { return false }
            pivot = value - diagonals[place] - offDiagonals[place] * (offDiagonals[place] / pivot)
        }
        return pivot > 0
    }

    /// Writes the best vector, without what is below zero and with the norm 1, into a column; leaves the column
    /// alone and returns 0 where there is none.
    ///
    /// Columns at right angles combine to a vector of norm 1. Once a start is as good as rounding allows, what is
    /// left of it is rounding, and the columns made of that are no longer at right angles: their combination may
    /// cancel the vector that was sought, and is not taken.
    func combine(
        into result: UnsafeMutableBufferPointer<Double>,
        control: RunControl
    ) throws(GraphError) -> Double {
        let (columns, size) = (columns, coefficients.count)
        guard size > 0 else { return 0 }
        let weights = (0..<size).map { coefficients[$0] * factors[$0] }
        let sum = columns[size].buffer
        let squares = try ChunkSums(count: result.count, control: control).run { vertices in
            for vertex in vertices { sum[vertex] = 0 }
            for place in 0..<size {
                let (column, weight) = (columns[place].buffer, weights[place])
                for vertex in vertices { sum[vertex] += weight * column[vertex] }
            }
            var squares = 0.0
            for vertex in vertices {
                sum[vertex] = max(0, sum[vertex])
                squares += sum[vertex] * sum[vertex]
            }
            return SIMD2(squares, 0)
        }
        let norm = squares[0].squareRoot()
        guard abs(norm - 1) < 1e-3 else { return 0 }
        for vertex in 0..<result.count { result[vertex] = sum[vertex] / norm }
        return norm
    }
}

/// A vector that is freed with the last reference to it.
private final class LanczosColumn {
    private let memory: Scratch<Double>

    init(count: Int) {
        memory = Scratch(count: count, repeating: 0)
    }

    var buffer: UnsafeMutableBufferPointer<Double> { memory.buffer }
}
