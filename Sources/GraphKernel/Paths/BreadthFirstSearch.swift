/// How far each vertex is from a source, in edges, and the vertex before it on one shortest path.
public struct BreadthFirstTree: Hashable, Sendable {
    /// The vertex where the search began.
    public let source: Int
    /// For each vertex the least number of edges from the source; -1 where it was not reached.
    public let distances: [Int32]
    /// For each vertex the one before it on a shortest path; -1 for the source and where it was not reached.
    public let parents: [Int32]
}

extension CompactGraph {
    /// Finds the distance in edges of every vertex from a source.
    ///
    /// The distance of v is the least number of edges on a path from the source to v. The search works level
    /// by level; where the frontier is large it looks from the unreached vertices back instead of from the
    /// frontier on ("direction-optimizing"), which skips most edges of a small-world graph.
    ///
    /// *Conventions.* Weights are not looked at. Loops and parallel edges change nothing. Vertices out of
    /// reach, or further than `maximumDepth`, have distance and parent -1.
    ///
    /// - Parameters:
    ///   - source: the vertex to start from.
    ///   - direction: which way edges are followed; `.incoming` gives the distance *to* the source.
    ///   - maximumDepth: the most edges to go, at least 0.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: distances and parents, one entry a vertex.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` or `cancelled`.
    /// - Complexity: O(V + E) time, O(V) memory. The result depends on nothing but the graph and the
    ///   arguments; which of several possible parents a vertex gets is not otherwise specified.
    /// - SeeAlso: Beamer, Asanović, Patterson (2012), "Direction-optimizing breadth-first search",
    ///   [doi:10.1109/SC.2012.50](https://doi.org/10.1109/SC.2012.50).
    public func breadthFirstSearch(
        from source: Int,
        direction: SearchDirection = .outgoing,
        maximumDepth: Int = .max,
        control: RunControl = RunControl()
    ) throws(GraphError) -> BreadthFirstTree {
        try check(vertex: source)
        guard maximumDepth >= 0 else {
            throw GraphError(.invalidParameter, "the depth \(maximumDepth) is below zero")
        }
        let searcher = BreadthFirstSearcher(vertexCount: vertexCount)
        let orientation = try orientation(direction)
        try orientation.withArcs { (forward, backward) throws(GraphError) in
            _ = try searcher.run(
                from: source,
                forward: forward,
                backward: backward,
                maximumDepth: maximumDepth,
                control: control
            )
        }
        return BreadthFirstTree(
            source: source,
            distances: searcher.distances.array(),
            parents: searcher.parents.array()
        )
    }

    /// The path from the source of a search to a vertex, along the parents that the search found.
    ///
    /// - Returns: `nil` when the vertex was not reached. Of parallel edges the one with the least id is
    ///   taken.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, or `invalidParameter` when the tree is not one of
    ///   this graph.
    public func path(
        to vertex: Int,
        in tree: BreadthFirstTree,
        direction: SearchDirection = .outgoing
    ) throws(GraphError) -> GraphPath? {
        try check(vertex: vertex)
        guard tree.distances.count == vertexCount, tree.parents.count == vertexCount else {
            throw GraphError(.invalidParameter, "the tree is not one of this graph")
        }
        guard tree.distances[vertex] >= 0 else { return nil }
        var vertices = [vertex]
        var edges: [Int] = []
        var current = vertex
        while tree.parents[current] >= 0, vertices.count <= vertexCount {
            let parent = Int(tree.parents[current])
            guard let edge = try firstEdge(from: parent, to: current, direction: direction) else {
                throw GraphError(.invalidParameter, "the tree is not one of this graph in this direction")
            }
            vertices.append(parent)
            edges.append(edge)
            current = parent
        }
        return GraphPath(
            vertices: vertices.reversed(),
            edges: edges.reversed(),
            length: Double(edges.count)
        )
    }

    /// The edge with the least id that a search in this direction follows from one vertex to another.
    private func firstEdge(
        from source: Int,
        to target: Int,
        direction: SearchDirection
    ) throws(GraphError) -> Int? {
        let onward = direction == .incoming ? nil : try edges(from: source, to: target).first
        let back = direction == .outgoing ? nil : try edges(from: target, to: source).first
        return [onward, back].compactMap { $0 }.min().map { Int($0) }
    }
}
