extension Adjacency {
    /// Lays the rows of both directions, each in order of neighbour, then edge.
    ///
    /// The rows are their own working memory: edges are first thrown into rows in the order in which they
    /// were given, and to go through rows in order and place each arc at its other end sorts what is placed.
    /// Beside the rows there is one cursor a vertex.
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
                    let rows = undirected(vertexCount, sources, targets).weighted(by: weights)
                    return (rows, rows)
                case .directed:
                    let rows = directed(vertexCount, sources, targets)
                    return (rows.outgoing.weighted(by: weights), rows.incoming.weighted(by: weights))
                }
            }
        }
    }

    /// The same rows with weights, given by edge, beside their targets.
    func weighted(by weights: [Double]?) -> Adjacency {
        guard let weights else {
            return Adjacency(offsets: offsets, targets: targets, edges: edges, weights: nil)
        }
        let ofArcs = edges.withUnsafeBufferPointer { edges in
            weights.withUnsafeBufferPointer { weights in
                [Double](unsafeUninitializedCapacity: edges.count) { ofArcs, initialized in
                    for arc in 0..<edges.count { ofArcs[arc] = weights[Int(edges[arc])] }
                    initialized = edges.count
                }
            }
        }
        return Adjacency(
            offsets: offsets,
            targets: targets,
            edges: edges,
            weights: ofArcs,
            greatestWeight: weights.max() ?? 0
        )
    }

    private typealias Column = UnsafeBufferPointer<Int32>

    private static func undirected(_ vertexCount: Int, _ sources: Column, _ targets: Column) -> Adjacency {
        // A row has two parts: the arcs to vertices below its own, and those to itself and above.
        let cursors = Scratch<Int32>(count: vertexCount, repeating: 0)
        let offsets = offsets(vertexCount) { below in
            let above = cursors.buffer
            for edge in 0..<sources.count {
                let (source, target) = (sources[edge], targets[edge])
                above[Int(min(source, target))] &+= 1
                if source != target { below[Int(max(source, target))] &+= 1 }
            }
            // From here on a cursor is where the upper part begins, and a row is as long as both its parts.
            var start: Int32 = 0
            for vertex in 0..<vertexCount {
                let (lower, upper) = (below[vertex], above[vertex])
                above[vertex] = start &+ lower
                below[vertex] &+= upper
                start &+= below[vertex]
            }
        }
        let arcCount = Int(offsets[vertexCount])
        return columns(arcCount) { rowTargets, rowEdges in
            let filler = RowFiller(cursors: cursors.buffer, targets: rowTargets, edges: rowEdges)
            for edge in 0..<sources.count {
                let (source, target) = (sources[edge], targets[edge])
                filler.place(
                    max(source, target),
                    Int32(truncatingIfNeeded: edge),
                    from: Int(min(source, target))
                )
            }
            for vertex in 0..<vertexCount { cursors[vertex] = offsets[vertex] }
            // Going upwards, a row's lower part is whole when it is its turn, so its cursor stands where the
            // upper part begins; its loops, placed in the row that is being read, move to the front of that.
            for vertex in 0..<vertexCount {
                for arc in Int(cursors[vertex])..<Int(offsets[vertex &+ 1]) {
                    filler.place(
                        Int32(truncatingIfNeeded: vertex),
                        rowEdges[arc],
                        from: Int(rowTargets[arc])
                    )
                }
            }
            // Every cursor now stands behind the loops, and the lower parts, which are in order, give the rest.
            for vertex in 0..<vertexCount {
                for arc in Int(offsets[vertex])..<Int(cursors[vertex]) where rowTargets[arc] < vertex {
                    filler.place(
                        Int32(truncatingIfNeeded: vertex),
                        rowEdges[arc],
                        from: Int(rowTargets[arc])
                    )
                }
            }
        }.rows(offsets)
    }

    private static func directed(
        _ vertexCount: Int,
        _ sources: Column,
        _ targets: Column
    ) -> (outgoing: Adjacency, incoming: Adjacency) {
        let edgeCount = sources.count
        let incomingOffsets = offsets(vertexCount) { counts in
            for target in targets { counts[Int(target)] &+= 1 }
        }
        let outgoingOffsets = offsets(vertexCount) { counts in
            for source in sources { counts[Int(source)] &+= 1 }
        }
        let cursors = Scratch<Int32>(count: vertexCount, repeating: 0)
        var outgoing = Columns(targets: [], edges: [])
        let incoming = columns(edgeCount) { inTargets, inEdges in
            let arriving = RowFiller(cursors: cursors.buffer, targets: inTargets, edges: inEdges)
            for vertex in 0..<vertexCount { cursors[vertex] = incomingOffsets[vertex] }
            for edge in 0..<edgeCount {
                arriving.place(sources[edge], Int32(truncatingIfNeeded: edge), from: Int(targets[edge]))
            }
            outgoing = columns(edgeCount) { outTargets, outEdges in
                let leaving = RowFiller(cursors: cursors.buffer, targets: outTargets, edges: outEdges)
                leaving.placeAll(of: incomingOffsets, inTargets, inEdges, startingAt: outgoingOffsets)
                arriving.placeAll(of: outgoingOffsets, outTargets, outEdges, startingAt: incomingOffsets)
            }
        }
        return (outgoing.rows(outgoingOffsets), incoming.rows(incomingOffsets))
    }

    /// The starts of the rows, from a closure that counts the entries of each.
    static func offsets(
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

    /// The targets and edges of rows, which a closure must fill to the last.
    static func columns(
        _ arcCount: Int,
        _ fill: (UnsafeMutableBufferPointer<Int32>, UnsafeMutableBufferPointer<Int32>) -> Void
    ) -> Columns {
        var edges: [Int32] = []
        let targets = [Int32](unsafeUninitializedCapacity: arcCount) { targets, initialized in
            edges = [Int32](unsafeUninitializedCapacity: arcCount) { edges, initialized in
                fill(targets, edges)
                initialized = arcCount
            }
            initialized = arcCount
        }
        return Columns(targets: targets, edges: edges)
    }

    /// Rows without their starts.
    struct Columns {
        var targets: [Int32]
        var edges: [Int32]

        func rows(_ offsets: [Int32]) -> Adjacency {
            Adjacency(offsets: offsets, targets: targets, edges: edges, weights: nil)
        }
    }
}

/// The columns of rows that are being filled, and where each row goes on.
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

    /// Goes through rows in order and places each arc, turned round, in these.
    func placeAll(
        of offsets: [Int32],
        _ otherTargets: UnsafeMutableBufferPointer<Int32>,
        _ otherEdges: UnsafeMutableBufferPointer<Int32>,
        startingAt starts: [Int32]
    ) {
        for vertex in 0..<cursors.count { cursors[vertex] = starts[vertex] }
        for vertex in 0..<cursors.count {
            for arc in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
                place(
                    Int32(truncatingIfNeeded: vertex),
                    otherEdges[arc],
                    from: Int(otherTargets[arc])
                )
            }
        }
    }
}
