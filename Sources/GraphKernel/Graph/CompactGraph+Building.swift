extension CompactGraph {
    /// Makes a graph of columns, one entry an edge; everything is checked here, once.
    ///
    /// - Parameters:
    ///   - vertexCount: vertices are called `0..<vertexCount`.
    ///   - sources: the source of each edge.
    ///   - targets: the target of each edge.
    ///   - direction: whether edges have a direction.
    ///   - weights: the distance along each edge, finite and above zero.
    ///   - begins: when each edge begins, in a unit of the caller's choice; given together with `ends`.
    ///   - ends: when each edge ends, not before it begins.
    ///   - limit: the most vertices, and the most arcs in one direction.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidWeight`, `negativeWeight`,
    ///   `invalidInterval`, `columnLengthMismatch`, `tooLarge` or `invalidParameter`; its message names the
    ///   first edge at fault.
    /// - Complexity: O(V + E) by counting sort in place: while it runs, it takes the memory of the finished
    ///   graph and 4 bytes a vertex, beside the columns given.
    public init(
        vertexCount: Int,
        sources: [Int32],
        targets: [Int32],
        direction: EdgeDirection,
        weights: [Double]? = nil,
        begins: [Int64]? = nil,
        ends: [Int64]? = nil,
        limit: Int = CompactGraph.arcLimit
    ) throws(GraphError) {
        try Self.check(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction,
            limit: limit
        )
        if let weights { try Self.check(weights: weights, edgeCount: sources.count) }
        try Self.check(begins: begins, ends: ends, edgeCount: sources.count)
        self.init(
            checkedVertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction,
            weights: weights,
            begins: begins,
            ends: ends
        )
    }

    /// Makes a graph of pairs of vertices, for the short graphs of examples and tests.
    ///
    /// - Throws: as ``init(vertexCount:sources:targets:direction:weights:begins:ends:limit:)``.
    public init(
        vertexCount: Int,
        edges: [(Int, Int)],
        direction: EdgeDirection,
        weights: [Double]? = nil
    ) throws(GraphError) {
        var sources: [Int32] = []
        var targets: [Int32] = []
        for (source, target) in edges {
            // A number that does not fit becomes one that is refused.
            sources.append(Int32(exactly: source) ?? -1)
            targets.append(Int32(exactly: target) ?? -1)
        }
        try self.init(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction,
            weights: weights
        )
    }

    /// The same graph with other weights, or with none.
    ///
    /// - Throws: ``GraphError`` with `invalidWeight`, `negativeWeight` or `columnLengthMismatch`.
    public func weighted(by weights: [Double]?) throws(GraphError) -> CompactGraph {
        if let weights { try Self.check(weights: weights, edgeCount: edgeCount) }
        let outgoing = outgoing.weighted(by: weights)
        return CompactGraph(
            vertexCount: vertexCount,
            isDirected: isDirected,
            edgeSources: edgeSources,
            edgeTargets: edgeTargets,
            weights: weights,
            begins: begins,
            ends: ends,
            outgoing: outgoing,
            incoming: isDirected ? incoming.weighted(by: weights) : outgoing
        )
    }
}

// MARK: - Checks

extension CompactGraph {
    func check(vertex: Int) throws(GraphError) {
        guard vertex >= 0, vertex < vertexCount else {
            throw GraphError(
                .vertexOutOfRange,
                "vertex \(vertex) is not one of the graph's \(vertexCount) vertices"
            )
        }
    }

    /// Checks the vertices of a list, which may name one more than once.
    func checked(_ vertices: [Int]?) throws(GraphError) -> [Int32]? {
        guard let vertices else { return nil }
        for vertex in vertices { try check(vertex: vertex) }
        return vertices.map { Int32(truncatingIfNeeded: $0) }
    }

    func check(passable: [Bool]?) throws(GraphError) {
        guard let passable, passable.count != vertexCount else { return }
        throw GraphError(
            .columnLengthMismatch,
            "the column of passable vertices has \(passable.count) entries for \(vertexCount) vertices"
        )
    }

    func requireWeights(for what: String) throws(GraphError) {
        guard weights != nil else {
            throw GraphError(.missingWeights, "\(what) needs weights, and the graph has none")
        }
    }

    static func check(column: String, count: Int, edgeCount: Int) throws(GraphError) {
        guard count == edgeCount else {
            throw GraphError(
                .columnLengthMismatch,
                "the column of \(column) has \(count) entries for \(edgeCount) edges"
            )
        }
    }

    private static func check(
        vertexCount: Int,
        sources: [Int32],
        targets: [Int32],
        direction: EdgeDirection,
        limit: Int
    ) throws(GraphError) {
        guard vertexCount >= 0 else {
            throw GraphError(.invalidParameter, "the number of vertices, \(vertexCount), is below zero")
        }
        guard limit >= 0, limit <= arcLimit else {
            throw GraphError(.invalidParameter, "the limit \(limit) is not between 0 and \(arcLimit)")
        }
        guard vertexCount <= limit else {
            throw GraphError(.tooLarge, "\(vertexCount) vertices are more than the limit of \(limit)")
        }
        try check(column: "targets", count: targets.count, edgeCount: sources.count)
        let (greatest, loops) = greatestEnd(sources, targets)
        if Int(greatest) >= vertexCount {
            for edge in 0..<sources.count {
                let (source, target) = (Int(sources[edge]), Int(targets[edge]))
                guard source >= 0, source < vertexCount, target >= 0, target < vertexCount else {
                    throw GraphError(
                        .vertexOutOfRange,
                        "edge \(edge) joins \(source) and \(target), and the graph has \(vertexCount) vertices"
                    )
                }
            }
        }
        let arcs = direction == .directed ? sources.count : 2 * sources.count - loops
        guard arcs <= limit else {
            throw GraphError(.tooLarge, "\(arcs) arcs are more than the limit of \(limit)")
        }
    }

    /// The greatest of all ends, those below zero as the greatest of all, and the number of loops; free of
    /// branches, so that several edges are looked at in one step.
    private static func greatestEnd(_ sources: [Int32], _ targets: [Int32]) -> (UInt32, Int) {
        sources.withUnsafeBufferPointer { sources in
            targets.withUnsafeBufferPointer { targets in
                var (greatest, loops) = (UInt32(0), Int32(0))
                for edge in 0..<sources.count {
                    let (source, target) = (sources[edge], targets[edge])
                    greatest = max(greatest, max(UInt32(bitPattern: source), UInt32(bitPattern: target)))
                    loops &+= source == target ? 1 : 0
                }
                return (greatest, Int(loops))
            }
        }
    }

    private static func check(weights: [Double], edgeCount: Int) throws(GraphError) {
        try check(column: "weights", count: weights.count, edgeCount: edgeCount)
        guard !weights.allSatisfy({ $0 > 0 && $0 < .infinity }) else { return }
        for (edge, weight) in weights.enumerated() {
            if weight < 0 {
                throw GraphError(.negativeWeight, "the weight of edge \(edge), \(weight), is below zero")
            }
            guard weight.isFinite, weight > 0 else {
                throw GraphError(
                    .invalidWeight,
                    "the weight of edge \(edge), \(weight), is not a finite number above zero"
                )
            }
        }
    }

    private static func check(begins: [Int64]?, ends: [Int64]?, edgeCount: Int) throws(GraphError) {
        guard let begins, let ends else {
            guard begins == nil, ends == nil else {
                throw GraphError(
                    .columnLengthMismatch,
                    "begins and ends of the edges must be given together"
                )
            }
            return
        }
        try check(column: "begins", count: begins.count, edgeCount: edgeCount)
        try check(column: "ends", count: ends.count, edgeCount: edgeCount)
        for edge in 0..<edgeCount where begins[edge] > ends[edge] {
            throw GraphError(
                .invalidInterval,
                "edge \(edge) ends at \(ends[edge]), before it begins at \(begins[edge])"
            )
        }
    }
}
