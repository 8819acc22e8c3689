/// The conductances between the nodes of an electrical network, as a dense matrix, and its elimination.
///
/// Nodes are eliminated one after the other: the star of a node, with conductances c(i) and their sum d,
/// becomes the mesh of c(i) c(j) / d between its neighbours. That is Gaussian elimination of the Laplacian,
/// L D L', with the last node as ground; but written so it adds, multiplies and divides positive numbers
/// only, so nothing cancels, and no pivot is lost to rounding however far apart conductances are.
///
/// - SeeAlso: Alfa, Xue, Ye (2002), "Accurate computation of the smallest eigenvalue of a diagonally dominant
///   M-matrix", [doi:10.1090/S0025-5718-01-01325-4](https://doi.org/10.1090/S0025-5718-01-01325-4).
struct ConductanceMatrix: ~Copyable {
    let order: Int
    /// The rows above the diagonal, one after the other.
    private let entries: Scratch<Double>
    /// For each node but the last, the sum of its conductances to those after it.
    private let pivots: Scratch<Double>

    /// A network of nodes that nothing joins.
    init(order: Int) {
        precondition(order >= 1, "the network has \(order) nodes")
        self.order = order
        entries = Scratch(count: order * (order - 1) / 2, repeating: 0)
        pivots = Scratch(count: order - 1, repeating: 0)
    }

    /// Lays a conductance beside those that are between two nodes already.
    func add(_ conductance: Double, between first: Int, and second: Int) {
        entries[origin(min(first, second)) + max(first, second)] += conductance
    }

    /// Eliminates all nodes but the last.
    ///
    /// - Throws: `numericOverflow` when conductances are so far apart that one is lost to rounding.
    func eliminate(_ control: RunControl) throws(GraphError) {
        var poll = CancellationPoll(control)
        for node in 0..<order - 1 {
            let row = origin(node)
            for earlier in 0..<node {
                let other = origin(earlier)
                let conductance = entries[other + node]
                guard conductance > 0 else { continue }
                let share = conductance / pivots[earlier]
                for column in node + 1..<order { entries[row + column] += share * entries[other + column] }
                try poll.step(order - node)
            }
            var sum = 0.0
            for column in node + 1..<order { sum += entries[row + column] }
            guard sum.isNormal else {
                throw GraphError(.numericOverflow, "the strengths are too far apart to be held together")
            }
            pivots[node] = sum
        }
    }

    /// After elimination: the sum of the resistances between each node and all others.
    func resistanceSums(_ control: RunControl) throws(GraphError) -> [Double] {
        // With M the inverse of the Laplacian without the ground, the resistance between u and v is
        // M(u, u) + M(v, v) - 2 M(u, v).
        let potentials = potentialSums()
        let diagonal = try inverseDiagonal(control)
        var trace = 0.0
        for value in diagonal { trace += value }
        return (0..<order).map { Double(order) * diagonal[$0] + trace - 2 * potentials[$0] }
    }

    /// The sum of each row of M, which is the potential of each node when a unit of current enters at every
    /// one.
    private func potentialSums() -> [Double] {
        let ground = order - 1
        var values = [Double](repeating: 1, count: order)
        values[ground] = 0
        for node in 0..<ground {
            let (row, share) = (origin(node), values[node] / pivots[node])
            for column in node + 1..<max(node + 1, ground) {
                values[column] += entries[row + column] * share
            }
        }
        for node in (0..<ground).reversed() {
            let row = origin(node)
            for column in node + 1..<order { values[node] += entries[row + column] * values[column] }
            values[node] /= pivots[node]
        }
        return values
    }

    /// The diagonal of M, eight columns at a time; 0 for the ground.
    private func inverseDiagonal(_ control: RunControl) throws(GraphError) -> [Double] {
        let (ground, width) = (order - 1, SIMD8<Double>.scalarCount)
        let diagonal = Scratch<Double>(count: order, repeating: 0)
        let column = diagonal.buffer
        let (rows, sums) = (entries.buffer, pivots.buffer)
        try ParallelChunks.run(
            count: (ground + width - 1) / width,
            control: control,
            makeWorker: { LaneColumn(count: ground) },
            work: { (chunk, values) throws(GraphError) in
                var poll = CancellationPoll(control)
                let nodes = ParallelChunks.range(chunk, size: width, count: ground)
                let values = values.lanes.buffer
                for node in nodes.lowerBound..<ground { values[node] = .zero }
                for node in nodes { values[node][node - nodes.lowerBound] = 1 }
                var squares = SIMD8<Double>.zero
                for node in nodes.lowerBound..<ground {
                    let (row, value) = (origin(node), values[node])
                    let share = value / sums[node]
                    squares += value * share
                    for column in node + 1..<max(node + 1, ground) {
                        values[column] += rows[row + column] * share
                    }
                    try poll.step(ground - node)
                }
                for node in nodes { column[node] = squares[node - nodes.lowerBound] }
            },
            merge: { _, _ in }
        )
        return diagonal.array()
    }

    /// Where column 0 of a row would stand if the row had it.
    @inline(__always)
    private func origin(_ node: Int) -> Int {
        node * (2 * order - node - 1) / 2 - node - 1
    }
}

/// A column of eight numbers a row, the working memory of a thread.
final class LaneColumn {
    let lanes: Scratch<SIMD8<Double>>

    init(count: Int) {
        lanes = Scratch(count: count, repeating: .zero)
    }
}
