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
        let byTarget = group(.target, offsets: incomingOffsets, sources, targets)
        let outgoing = fill(outgoingOffsets, weights: weights) { rows in
            for position in 0..<edgeCount {
                let edge = byTarget[position]
                rows.place(targets[Int(edge)], edge, from: Int(sources[Int(edge)]))
            }
        }
        let incoming = fill(incomingOffsets, weights: weights) { rows in
            outgoing.edges.withUnsafeBufferPointer { edges in
                for edge in edges { rows.place(sources[Int(edge)], edge, from: Int(targets[Int(edge)])) }
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
        // Going through the vertices x upwards, and placing x in the rows of its neighbours, first of those
        // above it (and of x itself), then of those below, fills every row upwards; one list of edges is
        // needed at a time.
        return fill(offsets, weights: weights) { rows in
            for key in [GroupKey.lowerEnd, .upperEnd] {
                let groups = Self.offsets(vertexCount) { counts in
                    for edge in 0..<sources.count { counts[key.vertex(edge, sources, targets)] &+= 1 }
                }
                let edges = group(key, offsets: groups, sources, targets)
                for vertex in 0..<vertexCount {
                    let id = Int32(truncatingIfNeeded: vertex)
                    for position in Int(groups[vertex])..<Int(groups[vertex + 1]) {
                        let edge = edges[position]
                        let (source, target) = (sources[Int(edge)], targets[Int(edge)])
                        if source == target, key == .upperEnd { continue }
                        rows.place(id, edge, from: Int(source == id ? target : source))
                    }
                }
            }
        }
    }

    /// By which of its ends an edge is grouped.
    private enum GroupKey {
        case target, lowerEnd, upperEnd

        @inline(__always)
        func vertex(_ edge: Int, _ sources: Column, _ targets: Column) -> Int {
            switch self {
            case .target: Int(targets[edge])
            case .lowerEnd: Int(min(sources[edge], targets[edge]))
            case .upperEnd: Int(max(sources[edge], targets[edge]))
            }
        }
    }

    /// The edges of each vertex by that end, in the order of their ids.
    private static func group(
        _ key: GroupKey,
        offsets: [Int32],
        _ sources: Column,
        _ targets: Column
    ) -> Scratch<Int32> {
        let edges = Scratch<Int32>(count: sources.count, repeating: 0)
        var cursors = offsets
        for edge in 0..<sources.count {
            let vertex = key.vertex(edge, sources, targets)
            edges[Int(cursors[vertex])] = Int32(truncatingIfNeeded: edge)
            cursors[vertex] &+= 1
        }
        return edges
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

    /// Rows whose arcs a closure places, each at the end of what its row holds so far.
    private static func fill(
        _ offsets: [Int32],
        weights: [Double]?,
        _ placeAll: (RowFiller) -> Void
    ) -> Adjacency {
        let arcCount = Int(offsets[offsets.count - 1])
        let cursors = Scratch<Int32>(count: offsets.count, repeating: 0)
        for vertex in 0..<offsets.count { cursors[vertex] = offsets[vertex] }
        var edges: [Int32] = []
        let targets = [Int32](unsafeUninitializedCapacity: arcCount) { targets, initialized in
            edges = [Int32](unsafeUninitializedCapacity: arcCount) { edges, initialized in
                placeAll(RowFiller(cursors: cursors.buffer, targets: targets, edges: edges))
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

/// The columns of rows that are being filled.
private struct RowFiller {
    let cursors: UnsafeMutableBufferPointer<Int32>
    let targets: UnsafeMutableBufferPointer<Int32>
    let edges: UnsafeMutableBufferPointer<Int32>

    @inline(__always)
    func place(_ target: Int32, _ edge: Int32, from vertex: Int) {
        let position = Int(cursors[vertex])
        cursors[vertex] &+= 1
        targets[position] = target
        edges[position] = edge
    }
}
