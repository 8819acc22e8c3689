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
        let firsts = Scratch<Int32>(count: edgeCount, repeating: -1)
        let mergedCount = findFirstParallels(firsts.buffer, droppingLoops: droppingLoops)
        guard mergedCount < edgeCount else {
            // Nothing is parallel: the rows are shared.
            return CollapsedGraph(
                graph: derived(edgeSources, edgeTargets, weights, outgoing, incoming),
                offsets: Array(0...Int32(edgeCount)),
                members: Array(0..<Int32(edgeCount))
            )
        }
        let numbers = Scratch<Int32>(count: edgeCount, repeating: -1)
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        sources.reserveCapacity(mergedCount)
        targets.reserveCapacity(mergedCount)
        for edge in 0..<edgeCount where Int(firsts[edge]) == edge {
            numbers[edge] = Int32(truncatingIfNeeded: sources.count)
            sources.append(edgeSources[edge])
            targets.append(edgeTargets[edge])
        }
        let offsets = Adjacency.offsets(mergedCount) { counts in
            for edge in 0..<edgeCount where firsts[edge] >= 0 {
                counts[Int(numbers[Int(firsts[edge])])] &+= 1
            }
        }
        var members = [Int32](repeating: 0, count: Int(offsets[mergedCount]))
        var leastWeights = [Double](repeating: .infinity, count: weights == nil ? 0 : mergedCount)
        var cursors = offsets
        for edge in 0..<edgeCount where firsts[edge] >= 0 {
            let merged = Int(numbers[Int(firsts[edge])])
            members[Int(cursors[merged])] = Int32(truncatingIfNeeded: edge)
            cursors[merged] &+= 1
            if let weights { leastWeights[merged] = min(leastWeights[merged], weights[edge]) }
        }
        let newWeights = weights == nil ? nil : leastWeights
        let newOutgoing = outgoing.renumbered(numbers.buffer).weighted(by: newWeights)
        let newIncoming =
            isDirected ? incoming.renumbered(numbers.buffer).weighted(by: newWeights) : newOutgoing
        return CollapsedGraph(
            graph: derived(sources, targets, newWeights, newOutgoing, newIncoming),
            offsets: offsets,
            members: members
        )
    }

    /// Notes for each edge the first of the edges parallel to it, unless it is a loop to drop, and returns the
    /// number of those that are their own first.
    private func findFirstParallels(
        _ firsts: UnsafeMutableBufferPointer<Int32>,
        droppingLoops: Bool
    ) -> Int {
        var count = 0
        outgoing.withArcs { arcs in
            for vertex in 0..<vertexCount {
                var (target, first): (Int32, Int32) = (-1, -1)
                for arc in arcs.range(vertex) {
                    // An undirected edge is met at both ends and taken at the lower one.
                    if !isDirected, arcs.targets[arc] < vertex { continue }
                    if droppingLoops, arcs.targets[arc] == vertex { continue }
                    if arcs.targets[arc] != target {
                        (target, first) = (arcs.targets[arc], arcs.edges[arc])
                        count &+= 1
                    }
                    firsts[Int(arcs.edges[arc])] = first
                }
            }
        }
        return count
    }

    /// A graph on the same vertices, without times.
    private func derived(
        _ sources: [Int32],
        _ targets: [Int32],
        _ weights: [Double]?,
        _ outgoing: Adjacency,
        _ incoming: Adjacency
    ) -> CompactGraph {
        CompactGraph(
            vertexCount: vertexCount,
            isDirected: isDirected,
            edgeSources: sources,
            edgeTargets: targets,
            weights: weights,
            begins: nil,
            ends: nil,
            outgoing: outgoing,
            incoming: incoming
        )
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
        guard isDirected else { return self }
        return CompactGraph(
            vertexCount: vertexCount,
            isDirected: true,
            edgeSources: edgeTargets,
            edgeTargets: edgeSources,
            weights: weights,
            begins: begins,
            ends: ends,
            outgoing: incoming,
            incoming: outgoing
        )
    }

    /// The graph without directions: the same vertices and edges, each edge to be gone either way.
    ///
    /// Two opposite edges become parallel ones.
    ///
    /// - Throws: ``GraphError/Code/tooLarge`` when the graph has more than half of ``arcLimit`` edges.
    /// - Complexity: O(V + E); O(1) for a graph that is undirected.
    public func undirected() throws(GraphError) -> CompactGraph {
        guard isDirected else { return self }
        let loops = (0..<edgeCount).lazy.filter { edgeSources[$0] == edgeTargets[$0] }.count
        let arcs = 2 * edgeCount - loops
        guard arcs <= Self.arcLimit else {
            throw GraphError(.tooLarge, "\(arcs) arcs are more than the limit of \(Self.arcLimit)")
        }
        let rows = Adjacency.merged(outgoing, incoming).weighted(by: weights)
        return CompactGraph(
            vertexCount: vertexCount,
            isDirected: false,
            edgeSources: edgeSources,
            edgeTargets: edgeTargets,
            weights: weights,
            begins: begins,
            ends: ends,
            outgoing: rows,
            incoming: rows
        )
    }
}
