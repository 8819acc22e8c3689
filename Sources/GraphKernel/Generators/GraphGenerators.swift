/// Makers of graphs of a known shape, and of seeded random ones.
///
/// A seed gives the same graph everywhere and always; only integers decide.
public enum GraphGenerators {
    /// The path 0 - 1 - 2 - … with the number of vertices given.
    public static func path(
        vertexCount: Int,
        direction: CompactGraph.EdgeDirection = .undirected
    ) throws(GraphError) -> CompactGraph {
        let vertices = try vertexRange(vertexCount)
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: Array(vertices.dropLast()),
            targets: Array(vertices.dropFirst()),
            direction: direction
        )
    }

    /// The cycle 0 - 1 - … - 0. One vertex makes a loop, two make two parallel edges (directed: there and
    /// back).
    public static func cycle(
        vertexCount: Int,
        direction: CompactGraph.EdgeDirection = .undirected
    ) throws(GraphError) -> CompactGraph {
        let vertices = try vertexRange(vertexCount)
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: Array(vertices),
            targets: Array(vertices.dropFirst()) + vertices.prefix(1),
            direction: direction
        )
    }

    /// The star whose centre, vertex 0, leads to every other one.
    public static func star(
        vertexCount: Int,
        direction: CompactGraph.EdgeDirection = .undirected
    ) throws(GraphError) -> CompactGraph {
        let leaves = try vertexRange(vertexCount).dropFirst()
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: [Int32](repeating: 0, count: leaves.count),
            targets: Array(leaves),
            direction: direction
        )
    }

    /// The graph in which an edge joins every two vertices, in a directed one in each direction.
    public static func complete(
        vertexCount: Int,
        direction: CompactGraph.EdgeDirection = .undirected
    ) throws(GraphError) -> CompactGraph {
        try erdosRenyi(vertexCount: vertexCount, probability: 1, direction: direction, seed: 0)
    }

    /// A random multigraph: each edge joins two vertices drawn independently, so there are loops and parallel
    /// edges.
    ///
    /// - Parameter weightSteps: with a number k above 0 each edge also draws a weight among 1/4, 2/4, …
    ///   k/4, whose sums are exact.
    /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
    /// - Complexity: O(n + m).
    public static func multigraph(
        vertexCount: Int,
        edgeCount: Int,
        direction: CompactGraph.EdgeDirection = .undirected,
        weightSteps: Int = 0,
        seed: UInt64
    ) throws(GraphError) -> CompactGraph {
        _ = try vertexRange(vertexCount)
        guard edgeCount >= 0, edgeCount <= CompactGraph.arcLimit, vertexCount > 0 || edgeCount == 0 else {
            throw GraphError(.invalidParameter, "\(edgeCount) edges cannot join \(vertexCount) vertices")
        }
        var random = SplitMix64(seed: seed)
        var (sources, targets, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for _ in 0..<edgeCount {
            sources.append(Int32(random.next(below: vertexCount)))
            targets.append(Int32(random.next(below: vertexCount)))
            if weightSteps > 0 { weights.append(Double(1 + random.next(below: weightSteps)) / 4) }
        }
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction,
            weights: weightSteps > 0 ? weights : nil
        )
    }

    /// A random graph with few large hubs, drawn by recursion into quarters of the matrix (0.57, 0.19, 0.19,
    /// 0.05), with its vertices shuffled. There are loops and parallel edges.
    ///
    /// - Parameters:
    ///   - scale: the graph has 2^scale vertices, 0...30.
    ///   - edgeFactor: the edges for each vertex.
    /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
    /// - Complexity: O(n + m · scale).
    /// - SeeAlso: Chakrabarti, Zhan, Faloutsos (2004), "R-MAT: a recursive model for graph mining",
    ///   [doi:10.1137/1.9781611972740.43](https://doi.org/10.1137/1.9781611972740.43).
    public static func rMat(
        scale: Int,
        edgeFactor: Int = 16,
        direction: CompactGraph.EdgeDirection = .undirected,
        seed: UInt64
    ) throws(GraphError) -> CompactGraph {
        guard (0...30).contains(scale), edgeFactor >= 0, edgeFactor <= CompactGraph.arcLimit >> scale else {
            throw GraphError(
                .invalidParameter,
                "the scale \(scale) is not between 0 and 30, or \(edgeFactor) edges a vertex do not fit"
            )
        }
        let (vertexCount, edgeCount) = (1 << scale, edgeFactor << scale)
        var random = SplitMix64(seed: seed)
        var names = (0..<Int32(vertexCount)).map { $0 }
        for last in stride(from: vertexCount - 1, to: 0, by: -1) {
            names.swapAt(last, random.next(below: last + 1))
        }
        var sources = [Int32](repeating: 0, count: edgeCount)
        var targets = sources
        for edge in 0..<edgeCount {
            var (source, target) = (0, 0)
            for _ in 0..<scale {
                let quarter = random.next(below: 100)
                source = source << 1 | (quarter < 76 ? 0 : 1)
                target = target << 1 | (quarter < 57 || (76..<95).contains(quarter) ? 0 : 1)
            }
            sources[edge] = names[source]
            targets[edge] = names[target]
        }
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction
        )
    }

    private static func vertexRange(_ vertexCount: Int) throws(GraphError) -> Range<Int32> {
        guard vertexCount >= 0, vertexCount <= CompactGraph.arcLimit else {
            throw GraphError(.invalidParameter, "\(vertexCount) is no number of vertices")
        }
        return 0..<Int32(vertexCount)
    }
}
