/// A random graph that was made with communities in mind, and which vertex was put into which.
public struct PlantedGraph: Sendable {
    /// The graph.
    public let graph: CompactGraph
    /// For each vertex, the block that it belongs to, from 0 up.
    public let blocks: [Int32]
}

extension GraphGenerators {
    /// The stochastic block model: two vertices are joined with a probability that depends on their blocks,
    /// independently of all others.
    ///
    /// *Conventions.* Vertices are numbered block by block. There are no loops and no parallel edges; a
    /// directed graph draws each direction of a pair by itself.
    ///
    /// - Parameters:
    ///   - blockSizes: the number of vertices of each block; 0 is allowed.
    ///   - probabilities: in row a and column b the probability, 0...1, of an edge from a vertex of block a
    ///     to one of block b; symmetric for an undirected graph.
    ///   - direction: whether edges have a direction.
    ///   - seed: decides which pairs are joined.
    /// - Throws: ``GraphError`` with `columnLengthMismatch` when there is not one row and column a block;
    ///   `invalidParameter` for a size below 0, a probability outside 0...1, or probabilities of an
    ///   undirected graph that are not symmetric; `tooLarge` when more than ``CompactGraph/arcLimit``
    ///   vertices or arcs are to be expected, or are drawn.
    /// - Complexity: O(n + m log(1/p) + k²) for k blocks, where p is the least probability above 0; pairs
    ///   that are not joined cost nothing, as the gaps between those that are get drawn.
    /// - SeeAlso: Holland, Laskey, Leinhardt (1983), "Stochastic blockmodels: first steps",
    ///   [doi:10.1016/0378-8733(83)90021-7](https://doi.org/10.1016/0378-8733\(83\)90021-7); Batagelj,
    ///   Brandes (2005), "Efficient generation of large random networks",
    ///   [doi:10.1103/PhysRevE.71.036113](https://doi.org/10.1103/PhysRevE.71.036113).
    public static func stochasticBlockModel(
        blockSizes: [Int],
        probabilities: [[Double]],
        direction: CompactGraph.EdgeDirection = .undirected,
        seed: UInt64
    ) throws(GraphError) -> PlantedGraph {
        let count = blockSizes.count
        guard probabilities.count == count, probabilities.allSatisfy({ $0.count == count }) else {
            throw GraphError(
                .columnLengthMismatch,
                "the probabilities do not have \(count) rows and columns for \(count) blocks"
            )
        }
        for (row, entries) in probabilities.enumerated() {
            for (column, probability) in entries.enumerated() {
                try check(probability: probability)
                guard direction == .directed || probability == probabilities[column][row] else {
                    throw GraphError(
                        .invalidParameter,
                        "the probabilities between blocks \(column) and \(row) differ in an undirected graph"
                    )
                }
            }
        }
        let starts = try blockStarts(blockSizes)
        var draw = PairDraw(direction: direction, seed: seed)
        let pairs = (0..<count).flatMap { row in
            ((direction == .directed ? 0 : row)..<count).map { column in (row, column) }
        }
        let members = (0..<count).map { starts[$0]..<starts[$0 + 1] }
        for (row, column) in pairs {
            draw.expect(members[row], members[column], probability: probabilities[row][column])
        }
        try draw.reserve()
        for (row, column) in pairs {
            let probability = probabilities[row][column]
            if row == column {
                try draw.join(within: members[row], probability: probability)
            } else {
                try draw.join(members[row], members[column], probability: probability)
            }
        }
        return try draw.graph(starts: starts)
    }

    /// The planted partition: blocks of one size, one probability within them and another one between them.
    ///
    /// *Conventions*, errors, complexity: as
    /// ``stochasticBlockModel(blockSizes:probabilities:direction:seed:)``, of which it is the simplest form.
    ///
    /// - Parameters:
    ///   - blockCount: the number of blocks, from 0 up.
    ///   - blockSize: the number of vertices of each, from 1 up.
    ///   - within: the probability of an edge between two vertices of one block.
    ///   - between: the probability of an edge between vertices of two blocks.
    ///   - direction: whether edges have a direction.
    ///   - seed: decides which pairs are joined.
    /// - SeeAlso: Condon, Karp (2001), "Algorithms for graph partitioning on the planted partition model",
    ///   [doi:10.1002/1098-2418(200103)18:2<116::AID-RSA1001>3.0.CO;2-2](https://doi.org/10.1002/1098-2418\(200103\)18:2%3C116::AID-RSA1001%3E3.0.CO;2-2).
    public static func plantedPartition(
        blockCount: Int,
        blockSize: Int,
        within: Double,
        between: Double,
        direction: CompactGraph.EdgeDirection = .undirected,
        seed: UInt64
    ) throws(GraphError) -> PlantedGraph {
        guard blockCount >= 0, blockSize >= 1 else {
            throw GraphError(.invalidParameter, "\(blockCount) blocks of \(blockSize) vertices are none")
        }
        guard blockCount <= CompactGraph.arcLimit / blockSize else {
            throw GraphError(.tooLarge, "\(blockCount) blocks of \(blockSize) vertices are beyond the limit")
        }
        try check(probability: within)
        try check(probability: between)
        let starts = try blockStarts([Int](repeating: blockSize, count: blockCount))
        let all = 0..<starts[blockCount]
        var draw = PairDraw(direction: direction, seed: seed)
        draw.expect(all, all, probability: between)
        for block in 0..<blockCount {
            let members = starts[block]..<starts[block + 1]
            draw.expect(members, members, probability: within - between)
        }
        try draw.reserve()
        for block in 0..<blockCount {
            try draw.join(within: starts[block]..<starts[block + 1], probability: within)
        }
        // What a vertex may be joined with outside its block: an undirected pair is met at its lower end.
        try draw.join(all, all, probability: between) { vertex in
            let block = vertex / blockSize
            return (direction == .directed ? starts[block] : 0)..<starts[block + 1]
        }
        return try draw.graph(starts: starts)
    }

    /// The random graph G(n, p): each two vertices are joined with a probability, independently, without
    /// loops.
    ///
    /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
    /// - Complexity: O(n + m log(1/p)).
    /// - SeeAlso: Gilbert (1959), "Random graphs",
    ///   [doi:10.1214/aoms/1177706098](https://doi.org/10.1214/aoms/1177706098); Batagelj, Brandes (2005),
    ///   "Efficient generation of large random networks",
    ///   [doi:10.1103/PhysRevE.71.036113](https://doi.org/10.1103/PhysRevE.71.036113).
    public static func erdosRenyi(
        vertexCount: Int,
        probability: Double,
        direction: CompactGraph.EdgeDirection = .undirected,
        seed: UInt64
    ) throws(GraphError) -> CompactGraph {
        try check(probability: probability)
        let all = try 0..<blockStarts([vertexCount])[1]
        var draw = PairDraw(direction: direction, seed: seed)
        draw.expect(all, all, probability: probability)
        try draw.reserve()
        try draw.join(within: all, probability: probability)
        return try draw.graph(starts: [0, vertexCount]).graph
    }

    static func check(probability: Double) throws(GraphError) {
        guard probability >= 0, probability <= 1 else {
            throw GraphError(.invalidParameter, "the probability \(probability) is not between 0 and 1")
        }
    }

    /// The first vertex of each block, and the end of the last.
    private static func blockStarts(_ blockSizes: [Int]) throws(GraphError) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(blockSizes.count + 1)
        for (block, size) in blockSizes.enumerated() {
            guard size >= 0 else {
                throw GraphError(.invalidParameter, "\(size) is no number of vertices")
            }
            let (end, overflows) = starts[block].addingReportingOverflow(size)
            guard !overflows, end <= CompactGraph.arcLimit else {
                throw GraphError(
                    .tooLarge,
                    "there are to be more vertices than the limit of \(CompactGraph.arcLimit)"
                )
            }
            starts.append(end)
        }
        return starts
    }
}

/// Edges drawn by going from one pair that is joined to the next.
private struct PairDraw {
    private let direction: CompactGraph.EdgeDirection
    private var random: SplitMix64
    private var sources: [Int32] = []
    private var targets: [Int32] = []
    private var expected = 0.0

    init(direction: CompactGraph.EdgeDirection, seed: UInt64) {
        self.direction = direction
        random = SplitMix64(seed: seed)
    }

    /// The most edges that a graph can have, if none is a loop.
    private var limit: Int {
        direction == .directed ? CompactGraph.arcLimit : CompactGraph.arcLimit / 2
    }

    /// Counts the edges to be expected between vertices of two ranges, equal ones or such without a common
    /// vertex.
    mutating func expect(_ rows: Range<Int>, _ columns: Range<Int>, probability: Double) {
        let pairs =
            rows == columns
            ? Double(rows.count) * Double(rows.count - 1) / (direction == .directed ? 1 : 2)
            : Double(rows.count) * Double(columns.count)
        expected += pairs * probability
    }

    /// Makes room for the edges expected, and refuses more than a graph can have.
    mutating func reserve() throws(GraphError) {
        try check(edgeCount: expected)
        // Five standard deviations more, so that the columns as a rule are not moved.
        let room = Int(min(expected + 5 * max(0, expected).squareRoot() + 16, Double(limit)))
        sources.reserveCapacity(room)
        targets.reserveCapacity(room)
    }

    /// Joins vertices of two ranges that have none in common.
    mutating func join(_ rows: Range<Int>, _ columns: Range<Int>, probability: Double) throws(GraphError) {
        let pairs = rows.count * columns.count
        guard probability > 0, pairs > 0 else { return }
        let gap = GeometricGap(probability: probability)
        var pair = gap.next(using: &random)
        while pair < pairs {
            let (row, column) = pair.quotientAndRemainder(dividingBy: columns.count)
            append(rows.lowerBound + row, columns.lowerBound + column)
            pair += 1 + gap.next(using: &random)
        }
        try check(edgeCount: Double(sources.count))
    }

    /// Joins vertices of one range, none with itself.
    mutating func join(within range: Range<Int>, probability: Double) throws(GraphError) {
        let direction = direction
        try join(range, range, probability: probability) { vertex in
            (direction == .directed ? vertex : range.lowerBound)..<vertex + 1
        }
    }

    /// Joins each vertex of a range with those of another, less some that follow each other.
    mutating func join(
        _ rows: Range<Int>,
        _ columns: Range<Int>,
        probability: Double,
        except: (_ row: Int) -> Range<Int>
    ) throws(GraphError) {
        guard probability > 0 else { return }
        let gap = GeometricGap(probability: probability)
        var place = gap.next(using: &random)
        for row in rows {
            let hole = except(row)
            let count = columns.count - hole.count
            while place < count {
                let column = columns.lowerBound + place
                append(row, column < hole.lowerBound ? column : column + hole.count)
                place += 1 + gap.next(using: &random)
            }
            place -= count
        }
        try check(edgeCount: Double(sources.count))
    }

    @inline(__always)
    private mutating func append(_ source: Int, _ target: Int) {
        sources.append(Int32(truncatingIfNeeded: source))
        targets.append(Int32(truncatingIfNeeded: target))
    }

    private func check(edgeCount: Double) throws(GraphError) {
        guard edgeCount <= Double(limit) else {
            throw GraphError(.tooLarge, "about \(edgeCount) edges are more than the limit of \(limit)")
        }
    }

    /// The graph of the pairs joined, and the blocks that begin where `starts` says.
    consuming func graph(starts: [Int]) throws(GraphError) -> PlantedGraph {
        var blocks: [Int32] = []
        blocks.reserveCapacity(starts[starts.count - 1])
        for block in 0..<starts.count - 1 {
            blocks.append(contentsOf: repeatElement(Int32(block), count: starts[block + 1] - starts[block]))
        }
        let graph = try CompactGraph(
            vertexCount: blocks.count,
            sources: sources,
            targets: targets,
            direction: direction
        )
        return PlantedGraph(graph: graph, blocks: blocks)
    }
}
