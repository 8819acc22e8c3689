/// The two ends of a hop, beside each other, as a sweep reads both.
struct TemporalWay: Hashable, BitwiseCopyable, Sendable {
    let tail: Int32
    let head: Int32

    /// The ends as they index columns; unsigned, as that costs no step more than the load.
    @inline(__always)
    var indices: (tail: Int, head: Int) {
        (Int(UInt32(bitPattern: tail)), Int(UInt32(bitPattern: head)))
    }
}

/// The hops of a graph in columns, by the time at which they can first be made, then by the last, then by
/// edge.
///
/// Of a contact `begins` is the departure and `ends` the arrival; of a spell they are the first and the last
/// time at which it can be gone. An undirected edge is two hops, one for each way.
struct TemporalArcs: Hashable, Sendable {
    let begins: [Int64]
    let ends: [Int64]
    let ways: [TemporalWay]
    let edges: [Int32]
    /// The hops from vertex `v` are `rows[offsets[v]..<offsets[v + 1]]`, in the same order.
    let offsets: [Int32]
    let rows: [Int32]
    /// Whether some hop begins and ends at once, so that several can follow each other at one time.
    let hasInstants: Bool

    var count: Int { edges.count }
    var vertexCount: Int { offsets.count - 1 }

    init(
        _ graph: CompactGraph,
        timing: TemporalOrder.EdgeTiming,
        direction: CompactGraph.SearchDirection
    ) throws(GraphError) {
        guard let begins = graph.begins, let ends = graph.ends else {
            throw GraphError(.missingTimes, "a time-respecting walk needs times, and the graph has none")
        }
        let (forth, back) = graph.isDirected ? (direction != .incoming, direction != .outgoing) : (true, true)
        var hops = Columns(capacity: graph.edgeCount * (forth && back ? 2 : 1))
        for edge in 0..<graph.edgeCount {
            var end = ends[edge]
            if timing == .spells(endIncluded: false) {
                // A spell that ends where it begins can never be gone.
                guard begins[edge] < end else { continue }
                end -= 1
            }
            let (source, target) = (graph.edgeSources[edge], graph.edgeTargets[edge])
            let id = Int32(truncatingIfNeeded: edge)
            if forth { hops.append(begins[edge], end, source, target, id) }
            if back, !forth || source != target { hops.append(begins[edge], end, target, source, id) }
        }
        guard hops.edges.count <= CompactGraph.arcLimit else {
            throw GraphError(
                .tooLarge,
                "\(hops.edges.count) hops are more than the limit of \(CompactGraph.arcLimit)"
            )
        }
        self.init(hops, vertexCount: graph.vertexCount)
    }

    /// The same hops seen by somebody for whom time goes backwards.
    func mirrored() -> TemporalArcs {
        let hops = Columns(
            begins: ends.map { ~$0 },
            ends: begins.map { ~$0 },
            tails: ways.map(\.head),
            heads: ways.map(\.tail),
            edges: edges
        )
        return TemporalArcs(hops, vertexCount: vertexCount)
    }

    private init(_ hops: Columns, vertexCount: Int) {
        let order = hops.order()
        begins = order.map { hops.begins[Int($0)] }
        ends = order.map { hops.ends[Int($0)] }
        ways = order.map { TemporalWay(tail: hops.tails[Int($0)], head: hops.heads[Int($0)]) }
        edges = order.map { hops.edges[Int($0)] }
        hasInstants = zip(hops.begins, hops.ends).contains { $0 == $1 }
        var offsets = [Int32](repeating: 0, count: vertexCount + 1)
        for way in ways { offsets[Int(way.tail) + 1] += 1 }
        for vertex in 0..<vertexCount { offsets[vertex + 1] += offsets[vertex] }
        var rows = [Int32](repeating: 0, count: ways.count)
        var cursors = offsets
        for (hop, way) in ways.enumerated() {
            rows[Int(cursors[Int(way.tail)])] = Int32(truncatingIfNeeded: hop)
            cursors[Int(way.tail)] += 1
        }
        self.offsets = offsets
        self.rows = rows
    }

    /// Lends the columns as plain memory for the length of one computation.
    func withColumns<Value, Failure: Error>(
        _ body: (TemporalColumns) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try begins.withUnsafeBufferPointer { (begins) throws(Failure) -> Value in
            try ends.withUnsafeBufferPointer { (ends) throws(Failure) -> Value in
                try ways.withUnsafeBufferPointer { (ways) throws(Failure) -> Value in
                    try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) -> Value in
                        try rows.withUnsafeBufferPointer { (rows) throws(Failure) -> Value in
                            try body(
                                TemporalColumns(
                                    begins: begins,
                                    ends: ends,
                                    ways: ways,
                                    offsets: offsets,
                                    rows: rows
                                )
                            )
                        }
                    }
                }
            }
        }
    }

    /// A hop as it is told, at times that the search found.
    func hop(_ position: Int, departure: Int64, arrival: Int64) -> TemporalHop {
        TemporalHop(
            edge: edges[position],
            from: ways[position].tail,
            to: ways[position].head,
            departure: departure,
            arrival: arrival
        )
    }

    /// Hops that are not sorted yet.
    private struct Columns {
        var begins: [Int64] = []
        var ends: [Int64] = []
        var tails: [Int32] = []
        var heads: [Int32] = []
        var edges: [Int32] = []

        init(begins: [Int64], ends: [Int64], tails: [Int32], heads: [Int32], edges: [Int32]) {
            self.begins = begins
            self.ends = ends
            self.tails = tails
            self.heads = heads
            self.edges = edges
        }

        init(capacity: Int) {
            begins.reserveCapacity(capacity)
            ends.reserveCapacity(capacity)
            tails.reserveCapacity(capacity)
            heads.reserveCapacity(capacity)
            edges.reserveCapacity(capacity)
        }

        mutating func append(_ begin: Int64, _ end: Int64, _ tail: Int32, _ head: Int32, _ edge: Int32) {
            begins.append(begin)
            ends.append(end)
            tails.append(tail)
            heads.append(head)
            edges.append(edge)
        }

        /// The positions of the hops in order; the two ways of one edge by their tails.
        func order() -> [Int32] {
            (0..<Int32(edges.count)).sorted { left, right in
                let (a, b) = (Int(left), Int(right))
                if begins[a] != begins[b] { return begins[a] < begins[b] }
                if ends[a] != ends[b] { return ends[a] < ends[b] }
                if edges[a] != edges[b] { return edges[a] < edges[b] }
                return tails[a] < tails[b]
            }
        }
    }
}

/// The columns of ``TemporalArcs``, borrowed; bounds are checked in debug builds only.
struct TemporalColumns {
    let begins: UnsafeBufferPointer<Int64>
    let ends: UnsafeBufferPointer<Int64>
    let ways: UnsafeBufferPointer<TemporalWay>
    let offsets: UnsafeBufferPointer<Int32>
    let rows: UnsafeBufferPointer<Int32>

    var count: Int { begins.count }
    var vertexCount: Int { offsets.count - 1 }

    @inline(__always)
    func row(_ vertex: Int) -> Range<Int> {
        Range(uncheckedBounds: (Int(offsets[vertex]), Int(offsets[vertex &+ 1])))
    }

    /// The first hop that begins at a time or later.
    func firstHop(from time: Int64) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if begins[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The first hop after one that begins at a time or later; soon found where it is near.
    @inline(__always)
    func firstHop(from time: Int64, after hop: Int) -> Int {
        var (low, step) = (hop &+ 1, 1)
        while low &+ step <= count, begins[low &+ step &- 1] < time {
            low &+= step
            step &+= step
        }
        var high = min(count, low &+ step &- 1)
        while low < high {
            let middle = low &+ (high &- low) / 2
            if begins[middle] < time { low = middle &+ 1 } else { high = middle }
        }
        return low
    }

    /// The first position in a vertex's row whose hop begins at a time or later.
    func firstPosition(in row: Range<Int>, from time: Int64) -> Int {
        var (low, high) = (row.lowerBound, row.upperBound)
        while low < high {
            let middle = low + (high - low) / 2
            if begins[Int(rows[middle])] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Int64 {
    /// The sum, or the largest number where it would be larger.
    func addingClamped(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other < 0 ? .min : .max) : sum
    }
}
