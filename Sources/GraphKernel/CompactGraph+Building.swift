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
    /// - Complexity: O(V + E) by counting sort. While it runs, memory beside the columns given stays below
    ///   one and a half times that of the finished graph.
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
        return CompactGraph(
            checkedVertexCount: vertexCount,
            sources: edgeSources,
            targets: edgeTargets,
            direction: direction,
            weights: weights,
            begins: begins,
            ends: ends
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
        var loops = 0
        for edge in 0..<sources.count {
            let (source, target) = (Int(sources[edge]), Int(targets[edge]))
            guard source >= 0, source < vertexCount, target >= 0, target < vertexCount else {
                throw GraphError(
                    .vertexOutOfRange,
                    "edge \(edge) joins \(source) and \(target), and the graph has \(vertexCount) vertices"
                )
            }
            if source == target { loops += 1 }
        }
        let arcs = direction == .directed ? sources.count : 2 * sources.count - loops
        guard arcs <= limit else {
            throw GraphError(.tooLarge, "\(arcs) arcs are more than the limit of \(limit)")
        }
    }

    private static func check(weights: [Double], edgeCount: Int) throws(GraphError) {
        try check(column: "weights", count: weights.count, edgeCount: edgeCount)
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

// MARK: - Counting sort

extension Adjacency {
    /// Lays the rows of both directions; two stable counting sorts leave every row in order of neighbour,
    /// then edge.
    static func build(
        vertexCount: Int,
        sources: [Int32],
        targets: [Int32],
        direction: CompactGraph.EdgeDirection,
        weights: [Double]?
    ) -> (outgoing: Adjacency, incoming: Adjacency) {
        sources.withUnsafeBufferPointer { sources in
            targets.withUnsafeBufferPointer { targets in
                switch direction {
                case .undirected:
                    let rows = undirected(vertexCount, sources, targets, weights)
                    return (rows, rows)
                case .directed:
                    return directed(vertexCount, sources, targets, weights)
                }
            }
        }
    }

    private typealias Column = UnsafeBufferPointer<Int32>

    private static func directed(
        _ vertexCount: Int,
        _ sources: Column,
        _ targets: Column,
        _ weights: [Double]?
    ) -> (Adjacency, Adjacency) {
        let edgeCount = sources.count
        let incomingOffsets = offsets(vertexCount) { counts in
            for target in targets { counts[Int(target)] &+= 1 }
        }
        let outgoingOffsets = offsets(vertexCount) { counts in
            for source in sources { counts[Int(source)] &+= 1 }
        }
        let byTarget = Scratch<Int32>(count: edgeCount, repeating: 0)
        var cursors = incomingOffsets
        for edge in 0..<edgeCount {
            let position = Int(cursors[Int(targets[edge])])
            cursors[Int(targets[edge])] &+= 1
            byTarget[position] = Int32(truncatingIfNeeded: edge)
        }
        let outgoing = fill(outgoingOffsets, arcCount: edgeCount, weights: weights) { place in
            for position in 0..<edgeCount {
                let edge = Int(byTarget[position])
                place(Int(sources[edge]), targets[edge], Int32(truncatingIfNeeded: edge))
            }
        }
        let incoming = fill(incomingOffsets, arcCount: edgeCount, weights: weights) { place in
            for edge in outgoing.edges {
                place(Int(targets[Int(edge)]), sources[Int(edge)], edge)
            }
        }
        return (outgoing, incoming)
    }

    private static func undirected(
        _ vertexCount: Int,
        _ sources: Column,
        _ targets: Column,
        _ weights: [Double]?
    ) -> Adjacency {
        let offsets = offsets(vertexCount) { counts in
            for edge in 0..<sources.count {
                counts[Int(sources[edge])] &+= 1
                if sources[edge] != targets[edge] { counts[Int(targets[edge])] &+= 1 }
            }
        }
        let arcCount = Int(offsets[vertexCount])
        // The edges of each vertex in the order of their ids. A row of the result is the column of the same
        // matrix, so reading these rows from the first vertex on lays every row in the order of its
        // neighbours.
        let unsorted = Scratch<Int32>(count: arcCount, repeating: 0)
        var cursors = offsets
        for edge in 0..<sources.count {
            let id = Int32(truncatingIfNeeded: edge)
            let (source, target) = (Int(sources[edge]), Int(targets[edge]))
            unsorted[Int(cursors[source])] = id
            cursors[source] &+= 1
            if source != target {
                unsorted[Int(cursors[target])] = id
                cursors[target] &+= 1
            }
        }
        return fill(offsets, arcCount: arcCount, weights: weights) { place in
            for vertex in 0..<vertexCount {
                for position in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
                    let edge = Int(unsorted[position])
                    let source = Int(sources[edge])
                    let other = source == vertex ? Int(targets[edge]) : source
                    place(other, Int32(truncatingIfNeeded: vertex), unsorted[position])
                }
            }
        }
    }

    /// The starts of the rows, from a closure that counts the entries of each.
    private static func offsets(
        _ vertexCount: Int,
        count: (UnsafeMutableBufferPointer<Int32>) -> Void
    ) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: vertexCount + 1) { offsets, initialized in
            initialized = vertexCount + 1
            offsets.initialize(repeating: 0)
            count(UnsafeMutableBufferPointer(rebasing: offsets[..<vertexCount]))
            var start: Int32 = 0
            for vertex in 0...vertexCount {
                let length = offsets[vertex]
                offsets[vertex] = start
                start &+= length
            }
        }
    }

    /// Rows filled by a closure that places each arc (from, to, edge) at the end of its row.
    private static func fill(
        _ offsets: [Int32],
        arcCount: Int,
        weights: [Double]?,
        _ arcs: ((Int, Int32, Int32) -> Void) -> Void
    ) -> Adjacency {
        let cursors = Scratch<Int32>(count: offsets.count, repeating: 0)
        for (vertex, offset) in offsets.enumerated() { cursors[vertex] = offset }
        var edges: [Int32] = []
        let targets = [Int32](unsafeUninitializedCapacity: arcCount) { targets, initialized in
            edges = [Int32](unsafeUninitializedCapacity: arcCount) { edges, initialized in
                arcs { from, to, edge in
                    let position = Int(cursors[from])
                    cursors[from] &+= 1
                    targets[position] = to
                    edges[position] = edge
                }
                initialized = arcCount
            }
            initialized = arcCount
        }
        return Adjacency(
            offsets: offsets,
            targets: targets,
            edges: edges,
            weights: weights.map { weights in edges.map { weights[Int($0)] } }
        )
    }
}
