/// One direction of a graph as compressed sparse rows: the arcs of vertex `v` are the positions
/// `offsets[v]..<offsets[v + 1]`, in the order of their targets and, among parallel ones, of their edges.
struct Adjacency: Sendable {
    let offsets: [Int32]
    let targets: [Int32]
    let edges: [Int32]
    /// The weight of each arc, beside its target, so that a weighted search reads memory in order.
    let weights: [Double]?
    /// The greatest weight; 0 when there is none.
    var greatestWeight = 0.0

    /// Lends the columns as plain memory for the length of one computation.
    func withArcs<Value, Failure: Error>(
        _ body: (Arcs) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) -> Value in
            try targets.withUnsafeBufferPointer { (targets) throws(Failure) -> Value in
                try edges.withUnsafeBufferPointer { (edges) throws(Failure) -> Value in
                    try (weights ?? []).withUnsafeBufferPointer { (weights) throws(Failure) -> Value in
                        try body(
                            Arcs(
                                offsets: offsets,
                                targets: targets,
                                edges: edges,
                                weights: weights,
                                greatestWeight: greatestWeight
                            )
                        )
                    }
                }
            }
        }
    }
}

/// The columns of an ``Adjacency``, borrowed; bounds are checked in debug builds only.
struct Arcs {
    let offsets: UnsafeBufferPointer<Int32>
    let targets: UnsafeBufferPointer<Int32>
    let edges: UnsafeBufferPointer<Int32>
    /// Empty when the graph has no weights.
    let weights: UnsafeBufferPointer<Double>
    let greatestWeight: Double

    @inline(__always)
    func range(_ vertex: Int) -> Range<Int> {
        Range(uncheckedBounds: (Int(offsets[vertex]), Int(offsets[vertex &+ 1])))
    }

    @inline(__always)
    func degree(_ vertex: Int) -> Int {
        Int(offsets[vertex &+ 1] &- offsets[vertex])
    }

    var vertexCount: Int { offsets.count - 1 }
    var arcCount: Int { targets.count }
}

/// The arcs that a search follows and, against them, those that lead to a vertex.
struct Orientation: Sendable {
    let forward: Adjacency
    let backward: Adjacency

    func withArcs<Value, Failure: Error>(
        _ body: (_ forward: Arcs, _ backward: Arcs) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try forward.withArcs { (forward) throws(Failure) -> Value in
            try backward.withArcs { (backward) throws(Failure) -> Value in
                try body(forward, backward)
            }
        }
    }
}

extension CompactGraph {
    /// The two adjacencies that a search in this direction uses.
    ///
    /// `.both` of a directed graph costs a pass over all edges, as the rows of both directions are laid
    /// together.
    func orientation(_ direction: SearchDirection) throws(GraphError) -> Orientation {
        switch direction {
        case .outgoing: return Orientation(forward: outgoing, backward: incoming)
        case .incoming: return Orientation(forward: incoming, backward: outgoing)
        case .both:
            guard isDirected else { return Orientation(forward: outgoing, backward: outgoing) }
            let rows = try undirected().outgoing
            return Orientation(forward: rows, backward: rows)
        }
    }
}
