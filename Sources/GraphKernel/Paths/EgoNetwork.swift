/// The vertices near a vertex, and the edges among them.
public struct EgoNetwork: Hashable, Sendable {
    /// The vertex in the middle.
    public let center: Int
    /// The vertices within the radius, the centre among them, ascending.
    public let vertices: [Int32]
    /// For each of the vertices its distance from the centre, in edges.
    public let distances: [Int32]
    /// All edges that join two of the vertices, loops among them, ascending.
    public let edges: [Int32]
}

extension CompactGraph {
    /// Finds the vertices within a number of edges of a vertex, and the edges among them.
    ///
    /// *Conventions.* Weights are not looked at. In direction `.outgoing` the network holds what can be
    /// reached from the centre, in `.incoming` what can reach it; the edges are all that join two of its
    /// vertices, whichever way they point. A vertex that is not passable is in it, but nothing is reached
    /// through it, unless it is the centre. Parallel edges and loops are all listed. ``subgraph(_:)`` makes a
    /// graph of the vertices.
    ///
    /// - Parameters:
    ///   - center: the vertex in the middle.
    ///   - radius: the most edges to go from it, at least 0.
    ///   - direction: which way edges are followed.
    ///   - passable: for each vertex whether one may go on from it; all may when `nil`.
    ///   - control: cancellation; this runs on one thread.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter`, `columnLengthMismatch` or `cancelled`.
    /// - Complexity: O(V + the rows of the vertices found, and sorting their edges). Deterministic.
    /// - SeeAlso: Freeman (1982), "Centered graphs and the structure of ego networks",
    ///   [doi:10.1016/0165-4896(82)90076-2](https://doi.org/10.1016/0165-4896\(82\)90076-2).
    public func egoNetwork(
        of center: Int,
        radius: Int = 1,
        direction: SearchDirection = .outgoing,
        passable: [Bool]? = nil,
        control: RunControl = RunControl()
    ) throws(GraphError) -> EgoNetwork {
        try check(vertex: center)
        guard radius >= 0 else { throw GraphError(.invalidParameter, "the radius \(radius) is below zero") }
        try check(passable: passable)
        let distances = Scratch<Int32>(count: vertexCount, repeating: -1)
        distances[center] = 0
        try orientation(direction).forward.withArcs { (arcs) throws(GraphError) in
            var poll = CancellationPoll(control)
            var (level, distance) = ([center], Int32(0))
            while !level.isEmpty, Int(distance) < radius {
                distance += 1
                var next: [Int] = []
                for vertex in level where vertex == center || passable?[vertex] ?? true {
                    for arc in arcs.range(vertex) {
                        let target = Int(arcs.targets[arc])
                        guard distances[target] < 0 else { continue }
                        distances[target] = distance
                        next.append(target)
                    }
                    try poll.step(arcs.degree(vertex) + 1)
                }
                level = next
            }
        }
        let column = distances.buffer
        let vertices = (0..<vertexCount).filter { column[$0] >= 0 }
        return EgoNetwork(
            center: center,
            vertices: vertices.map { Int32($0) },
            distances: vertices.map { column[$0] },
            edges: inducedEdges(of: vertices) { column[$0] >= 0 }
        )
    }
}
