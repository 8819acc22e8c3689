import GraphKernel

/// Seeded random graphs for laws: with and without directions, from forests to dense ones, with loops,
/// parallel edges, several components and exact weights.
struct SeededGraph: Sendable, CustomStringConvertible {
    let seed: Int

    static let all = (0..<24).map { SeededGraph(seed: $0) }

    var description: String { "seed \(seed)" }

    func graph() throws -> CompactGraph {
        let vertexCount = 3 + (seed * 7) % 18
        let edgeCount = vertexCount * [4, 8, 12, 20][seed % 4] / 8
        return try GraphGenerators.multigraph(
            vertexCount: vertexCount,
            edgeCount: edgeCount,
            direction: seed % 2 == 0 ? .undirected : .directed,
            weightSteps: 6,
            seed: UInt64(seed)
        )
    }
}

extension CompactGraph {
    /// The same graph with vertex v called `names[v]`.
    func relabelled(_ names: [Int]) throws -> CompactGraph {
        try CompactGraph(
            vertexCount: vertexCount,
            sources: edgeSources.map { Int32(names[Int($0)]) },
            targets: edgeTargets.map { Int32(names[Int($0)]) },
            direction: direction,
            weights: weights,
            begins: begins,
            ends: ends
        )
    }

    /// A shuffled list of the vertices.
    func shuffledVertices(seed: UInt64) -> [Int] {
        var random = SplitMix64(seed: seed)
        return (0..<vertexCount).shuffled(using: &random)
    }

    /// The ends of each edge in each way in which it can be gone.
    func hops(_ direction: SearchDirection) -> [(from: Int, to: Int, edge: Int)] {
        var hops: [(from: Int, to: Int, edge: Int)] = []
        for edge in 0..<edgeCount {
            let (source, target) = (Int(edgeSources[edge]), Int(edgeTargets[edge]))
            if !isDirected || direction != .incoming { hops.append((source, target, edge)) }
            if (!isDirected || direction != .outgoing) && source != target {
                hops.append((target, source, edge))
            } else if isDirected && direction == .incoming {
                hops.append((source, target, edge))
            }
        }
        return hops
    }

    /// Distances by going over all edges again and again (Bellman and Ford).
    func slowDistances(from source: Int, _ direction: SearchDirection, weighted: Bool) -> [Double] {
        var distances = [Double](repeating: .infinity, count: vertexCount)
        distances[source] = 0
        for _ in 0..<vertexCount {
            for hop in hops(direction) {
                let weight = weighted ? weights?[hop.edge] ?? 1 : 1
                distances[hop.to] = min(distances[hop.to], distances[hop.from] + weight)
            }
        }
        return distances
    }

    /// All paths between two vertices that meet no vertex twice, in the order of `GraphPath`, found by trying
    /// everything.
    func slowPaths(
        from source: Int,
        to target: Int,
        _ direction: SearchDirection,
        weighted: Bool,
        maximumLength: Int = .max
    ) -> [GraphPath] {
        let hops = hops(direction)
        var found: [GraphPath] = []
        func extend(_ vertices: [Int], _ edges: [Int], _ length: Double) {
            if vertices[vertices.count - 1] == target {
                found.append(GraphPath(vertices: vertices, edges: edges, length: length))
                return
            }
            guard edges.count < maximumLength else { return }
            for hop in hops where hop.from == vertices[vertices.count - 1] && !vertices.contains(hop.to) {
                let weight = weighted ? weights?[hop.edge] ?? 1 : 1
                extend(vertices + [hop.to], edges + [hop.edge], length + weight)
            }
        }
        extend([source], [], 0)
        return found.sorted()
    }

    /// What is wrong with a path, in words; `nil` if it is one.
    func fault(
        of path: GraphPath,
        from source: Int,
        to target: Int,
        _ direction: SearchDirection,
        weighted: Bool
    ) -> String? {
        guard path.vertices.first == source, path.vertices.last == target else { return "has other ends" }
        guard path.edges.count == path.vertices.count - 1 else { return "has not one edge a hop" }
        guard Set(path.vertices).count == path.vertices.count else { return "meets a vertex twice" }
        let hops = hops(direction)
        var length = 0.0
        for (position, edge) in path.edges.enumerated() {
            let (from, to) = (path.vertices[position], path.vertices[position + 1])
            guard hops.contains(where: { $0 == (from, to, edge) }) else {
                return "has no edge \(edge) at \(position)"
            }
            length += weighted ? weights?[edge] ?? 1 : 1
        }
        return length == path.length ? nil : "has the length \(length), not \(path.length)"
    }
}

/// The small graphs that every algorithm has to bear.
enum EdgeCase {
    static func empty(_ direction: CompactGraph.EdgeDirection = .undirected) throws -> CompactGraph {
        try CompactGraph(vertexCount: 0, edges: [], direction: direction, weights: [])
    }

    static func oneVertex(_ direction: CompactGraph.EdgeDirection = .undirected) throws -> CompactGraph {
        try CompactGraph(vertexCount: 1, edges: [], direction: direction, weights: [])
    }

    /// A vertex with an edge to itself.
    static func loop(_ direction: CompactGraph.EdgeDirection = .undirected) throws -> CompactGraph {
        try CompactGraph(vertexCount: 1, edges: [(0, 0)], direction: direction, weights: [2])
    }

    /// 0 === 1 --- 2, edge 0 of weight 2 and edge 1 of weight 1 parallel.
    static func parallel(_ direction: CompactGraph.EdgeDirection = .undirected) throws -> CompactGraph {
        try CompactGraph(
            vertexCount: 3,
            edges: [(0, 1), (0, 1), (1, 2)],
            direction: direction,
            weights: [2, 1, 1]
        )
    }

    /// 0 - 1 and 2 - 3, and 4 alone.
    static func twoComponents(_ direction: CompactGraph.EdgeDirection = .undirected) throws -> CompactGraph {
        try CompactGraph(vertexCount: 5, edges: [(0, 1), (2, 3)], direction: direction, weights: [1, 3])
    }

    /// 0 -> 1 -> 2 -> 3 -> 0.
    static func directedCycle() throws -> CompactGraph {
        try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (1, 2), (2, 3), (3, 0)],
            direction: .directed,
            weights: [1, 2, 3, 4]
        )
    }
}

/// The code of the error that a piece of work throws; `nil` if it throws none.
func errorCode<Value>(_ work: () throws -> Value) -> GraphError.Code? {
    do {
        _ = try work()
        return nil
    } catch {
        return (error as? GraphError)?.code
    }
}
