/// A frozen graph: vertices and edges are numbered from 0, and nothing about it changes once it is made.
///
///     let graph = try CompactGraph(
///         vertexCount: 3, sources: [0, 1], targets: [1, 2], direction: .undirected)
///     try graph.breadthFirstSearch(from: 0).distances  // [0, 1, 2]
///
/// The rows are compressed (CSR) in both directions, in `Int32` columns. Vertices keep the caller's order,
/// edges the order in which they were given; an edge's number is its id in every answer.
///
/// *Conventions.* In an undirected graph each edge stands in the rows of both its ends; **a loop stands
/// once** in its vertex's row (so it is one entry of 1 on the diagonal of the adjacency matrix, as in
/// networkx) but **counts two to the degree**, so that degrees add up to twice the number of edges. Parallel
/// edges stay apart, and two paths that differ only in which of them they take are two paths;
/// ``collapsed(droppingLoops:)`` merges them. Rows are in the order of the neighbour, then of the edge. A
/// weight is a *distance*: finite and above zero.
///
/// *Memory.* An edge of an undirected graph without weights takes 16 bytes (two arcs of target and edge id),
/// a vertex 4; the table of ends, which is the caller's own two columns, shared, takes 8 bytes an edge more.
/// A directed graph takes 16 bytes an edge and 8 a vertex. A weight takes 24 bytes: one in each direction's
/// rows, and the caller's column.
public struct CompactGraph: Sendable {
    /// Whether an edge has a direction.
    public enum EdgeDirection: Hashable, Sendable {
        /// An edge leads from its source to its target.
        case directed
        /// An edge joins its two ends.
        case undirected
    }

    /// Which way a search follows the edges of a directed graph; in an undirected one all three are the same.
    public enum SearchDirection: Hashable, Sendable, CaseIterable {
        /// From source to target.
        case outgoing
        /// From target to source.
        case incoming
        /// Either way, as if the graph were undirected; costs one pass over all edges.
        case both
    }

    /// The most vertices, and the most arcs in one direction, that a graph can have: 2³¹ - 1.
    public static let arcLimit = Int(Int32.max)

    /// The number of vertices, which are called `0..<vertexCount`.
    public let vertexCount: Int
    /// Whether edges have a direction.
    public let isDirected: Bool
    /// The source of each edge (in an undirected graph: the end that was given first).
    public let edgeSources: [Int32]
    /// The target of each edge (in an undirected graph: the end that was given second).
    public let edgeTargets: [Int32]
    /// The distance along each edge, finite and above zero; `nil` when the graph has none.
    public let weights: [Double]?
    /// The time at which each edge begins, in the caller's unit; `nil` when edges have no times.
    public let begins: [Int64]?
    /// The time at which each edge ends, at or after its begin; `nil` when edges have no times.
    public let ends: [Int64]?

    let outgoing: Adjacency
    /// The rows against the edges; in an undirected graph the same memory as ``outgoing``.
    let incoming: Adjacency
}

extension CompactGraph {
    /// Makes a graph of columns that have been checked.
    init(
        checkedVertexCount: Int,
        sources: [Int32],
        targets: [Int32],
        direction: EdgeDirection,
        weights: [Double]? = nil,
        begins: [Int64]? = nil,
        ends: [Int64]? = nil
    ) {
        let rows = Adjacency.build(
            vertexCount: checkedVertexCount,
            sources: sources,
            targets: targets,
            direction: direction,
            weights: weights
        )
        self.init(
            vertexCount: checkedVertexCount,
            isDirected: direction == .directed,
            edgeSources: sources,
            edgeTargets: targets,
            weights: weights,
            begins: begins,
            ends: ends,
            outgoing: rows.outgoing,
            incoming: rows.incoming
        )
    }

    /// The number of edges, which are called `0..<edgeCount`.
    public var edgeCount: Int { edgeSources.count }

    /// The number of arcs in one direction: the edges of a directed graph; of an undirected one twice the
    /// edges, less the loops.
    public var arcCount: Int { outgoing.targets.count }

    /// `.directed` or `.undirected`.
    public var direction: EdgeDirection { isDirected ? .directed : .undirected }

    /// The neighbours that can be reached from a vertex over one edge, ascending, one entry for each edge.
    ///
    /// - Throws: ``GraphError/Code/vertexOutOfRange``.
    /// - Complexity: O(1); of a directed graph in direction `.both` O(d log d) in the vertex's degree d.
    public func neighbors(
        of vertex: Int,
        direction: SearchDirection = .outgoing
    ) throws(GraphError) -> [Int32] {
        let arcs = try row(of: vertex, direction: direction)
        return arcs.map(\.target)
    }

    /// The edges that lead from a vertex, in the order of ``neighbors(of:direction:)``.
    ///
    /// - Throws: ``GraphError/Code/vertexOutOfRange``.
    /// - Complexity: as ``neighbors(of:direction:)``.
    public func edges(
        of vertex: Int,
        direction: SearchDirection = .outgoing
    ) throws(GraphError) -> [Int32] {
        let arcs = try row(of: vertex, direction: direction)
        return arcs.map(\.edge)
    }

    /// All edges that lead from one vertex to another (in an undirected graph: that join them), ascending.
    ///
    /// - Throws: ``GraphError/Code/vertexOutOfRange``.
    /// - Complexity: O(log d) in the degree d of the first vertex, and the edges found.
    public func edges(from source: Int, to target: Int) throws(GraphError) -> [Int32] {
        try check(vertex: source)
        try check(vertex: target)
        return outgoing.withArcs { arcs in
            var found: [Int32] = []
            var position = arcs.firstArc(from: source, to: target)
            let end = Int(arcs.offsets[source + 1])
            while position < end, Int(arcs.targets[position]) == target {
                found.append(arcs.edges[position])
                position += 1
            }
            return found
        }
    }

    /// The other end of an edge, seen from one of its ends.
    func end(of edge: Int, across vertex: Int) -> Int {
        let source = Int(edgeSources[edge])
        return source == vertex ? Int(edgeTargets[edge]) : source
    }

    private func row(
        of vertex: Int,
        direction: SearchDirection
    ) throws(GraphError) -> [(target: Int32, edge: Int32)] {
        try check(vertex: vertex)
        func collect(_ rows: Adjacency) -> [(target: Int32, edge: Int32)] {
            let range = Int(rows.offsets[vertex])..<Int(rows.offsets[vertex + 1])
            return range.map { (rows.targets[$0], rows.edges[$0]) }
        }
        guard isDirected, direction == .both else {
            return collect(direction == .incoming ? incoming : outgoing)
        }
        // A loop is in both rows and is one edge.
        let others = collect(incoming).filter { Int($0.target) != vertex }
        return (collect(outgoing) + others).sorted { $0 < $1 }
    }

    /// The bytes that the graph holds, less the ends table (the caller's columns).
    package var rowBytes: Int {
        func bytes(_ rows: Adjacency) -> Int {
            (rows.offsets.count + rows.targets.count + rows.edges.count) * MemoryLayout<Int32>.size
                + (rows.weights?.count ?? 0) * MemoryLayout<Double>.size
        }
        return isDirected ? bytes(outgoing) + bytes(incoming) : bytes(outgoing)
    }
}

extension Arcs {
    /// The first arc in a vertex's row whose target is not below the one given.
    func firstArc(from source: Int, to target: Int) -> Int {
        var (low, high) = (Int(offsets[source]), Int(offsets[source + 1]))
        while low < high {
            let middle = low + (high - low) / 2
            if Int(targets[middle]) < target { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
