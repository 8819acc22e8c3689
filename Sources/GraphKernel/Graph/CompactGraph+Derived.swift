/// A graph made of another, and where its vertices and edges come from.
public struct DerivedGraph: Sendable {
    /// The new graph.
    public let graph: CompactGraph
    /// For each vertex of the new graph, the vertex of the old one.
    public let originalVertices: [Int32]
    /// For each edge of the new graph, the edge of the old one.
    public let originalEdges: [Int32]
}

/// A graph whose parallel edges have been merged, and the edges that each one stands for.
public struct CollapsedGraph: Sendable {
    /// The merged graph, on the same vertices. Its edges are in the order of the first edge that each stands
    /// for, and have the least weight among those.
    public let graph: CompactGraph
    let offsets: [Int32]
    let members: [Int32]

    /// The original edges that an edge stands for, ascending, at least one.
    ///
    /// - Throws: ``GraphError/Code/invalidParameter`` for an edge that is none of the graph's.
    public func originals(of edge: Int) throws(GraphError) -> ArraySlice<Int32> {
        guard edge >= 0, edge < graph.edgeCount else {
            throw GraphError(
                .invalidParameter,
                "edge \(edge) is not one of the graph's \(graph.edgeCount) edges"
            )
        }
        return members[Int(offsets[edge])..<Int(offsets[edge + 1])]
    }

    /// For each edge, the number of original edges that it stands for: a natural *strength*.
    public var multiplicities: [Double] {
        (0..<graph.edgeCount).map { Double(offsets[$0 + 1] - offsets[$0]) }
    }
}

extension CompactGraph {
    /// The graph with parallel edges merged.
    ///
    /// Edges are parallel when they join the same two vertices, in a directed graph in the same direction. A
    /// merged edge's weight is the least of theirs, so distances stay what they were; times are dropped, as
    /// no single interval could stand for several. Merged edges are in the order of the first that each
    /// stands for, and in an undirected graph keep that edge's source and target.
    ///
    /// - Parameter droppingLoops: whether edges from a vertex to itself are left out.
    /// - Complexity: O(V + E).
    public func collapsed(droppingLoops: Bool = false) -> CollapsedGraph {
        // The representative of an edge is the first of the edges parallel to it.
        var representative = [Int32](repeating: -1, count: edgeCount)
        outgoing.withArcs { arcs in
            for vertex in 0..<vertexCount {
                var (target, first): (Int32, Int32) = (-1, -1)
                for arc in arcs.range(vertex) {
                    if arcs.targets[arc] != target { (target, first) = (arcs.targets[arc], arcs.edges[arc]) }
                    if droppingLoops, Int(target) == vertex { continue }
                    representative[Int(arcs.edges[arc])] = first
                }
            }
        }
        var newEdge = [Int32](repeating: -1, count: edgeCount)
        var sources: [Int32] = []
        var targets: [Int32] = []
        var leastWeights: [Double] = []
        var counts: [Int32] = []
        for edge in 0..<edgeCount where representative[edge] >= 0 {
            let first = Int(representative[edge])
            if first == edge {
                newEdge[edge] = Int32(sources.count)
                sources.append(edgeSources[edge])
                targets.append(edgeTargets[edge])
                counts.append(0)
                if let weights { leastWeights.append(weights[edge]) }
            }
            let merged = Int(newEdge[first])
            newEdge[edge] = Int32(merged)
            counts[merged] += 1
            if let weights { leastWeights[merged] = min(leastWeights[merged], weights[edge]) }
        }
        var offsets: [Int32] = [0]
        offsets.reserveCapacity(counts.count + 1)
        for count in counts { offsets.append(offsets[offsets.count - 1] + count) }
        var members = [Int32](repeating: 0, count: Int(offsets[counts.count]))
        var cursors = offsets
        for edge in 0..<edgeCount where newEdge[edge] >= 0 {
            let merged = Int(newEdge[edge])
            members[Int(cursors[merged])] = Int32(edge)
            cursors[merged] += 1
        }
        let graph = CompactGraph(
            checkedVertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction,
            weights: weights == nil ? nil : leastWeights
        )
        return CollapsedGraph(graph: graph, offsets: offsets, members: members)
    }

    /// The graph of some vertices and of all edges that join two of them.
    ///
    /// - Parameter vertices: the vertices to keep, in the order they shall have.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, or `invalidParameter` when a vertex is named twice.
    /// - Complexity: O(V + the degrees of the vertices kept, and sorting the edges kept).
    public func subgraph(_ vertices: [Int]) throws(GraphError) -> DerivedGraph {
        var newVertex = [Int32](repeating: -1, count: vertexCount)
        for (position, vertex) in vertices.enumerated() {
            try check(vertex: vertex)
            guard newVertex[vertex] < 0 else {
                throw GraphError(.invalidParameter, "vertex \(vertex) is named twice")
            }
            newVertex[vertex] = Int32(position)
        }
        let kept = inducedEdges(of: vertices) { newVertex[$0] >= 0 }
        let graph = CompactGraph(
            checkedVertexCount: vertices.count,
            sources: kept.map { newVertex[Int(edgeSources[Int($0)])] },
            targets: kept.map { newVertex[Int(edgeTargets[Int($0)])] },
            direction: direction,
            weights: weights.map { column in kept.map { column[Int($0)] } },
            begins: begins.map { column in kept.map { column[Int($0)] } },
            ends: ends.map { column in kept.map { column[Int($0)] } }
        )
        return DerivedGraph(
            graph: graph,
            originalVertices: vertices.map { Int32($0) },
            originalEdges: kept
        )
    }

    /// The edges that join two of the vertices, ascending; `contains` says which vertices those are.
    func inducedEdges(of vertices: [Int], where contains: (Int) -> Bool) -> [Int32] {
        var kept: [Int32] = []
        outgoing.withArcs { arcs in
            for vertex in vertices {
                for arc in arcs.range(vertex) {
                    let target = Int(arcs.targets[arc])
                    // An undirected edge is met at both ends and taken at the lower one.
                    if contains(target), isDirected || vertex <= target { kept.append(arcs.edges[arc]) }
                }
            }
        }
        return kept.sorted()
    }

    /// The graph with every edge turned round; an undirected graph stays as it is.
    ///
    /// - Complexity: O(1); rows and columns are shared.
    public func reversed() -> CompactGraph {
        isDirected ? CompactGraph(reversing: self) : self
    }

    /// The graph without directions: the same vertices and edges, each edge to be gone either way.
    ///
    /// Two opposite edges become parallel ones.
    ///
    /// - Throws: ``GraphError/Code/tooLarge`` when the graph has more than half of ``arcLimit`` edges.
    /// - Complexity: O(V + E); O(1) for a graph that is undirected.
    public func undirected() throws(GraphError) -> CompactGraph {
        guard isDirected else { return self }
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: edgeSources,
            targets: edgeTargets,
            direction: .undirected,
            weights: weights,
            begins: begins,
            ends: ends
        )
    }

    private init(reversing graph: CompactGraph) {
        vertexCount = graph.vertexCount
        isDirected = graph.isDirected
        edgeSources = graph.edgeTargets
        edgeTargets = graph.edgeSources
        weights = graph.weights
        begins = graph.begins
        ends = graph.ends
        outgoing = graph.incoming
        incoming = graph.outgoing
    }
}
