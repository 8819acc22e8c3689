extension GraphGenerators {
    /// The rectangular grid: vertex `row * columns + column` is joined with its right and its lower neighbour,
    /// in a directed graph towards them.
    ///
    /// - Throws: ``GraphError`` with `invalidParameter` for a side below 0, or `tooLarge`.
    public static func grid(
        rows: Int,
        columns: Int,
        direction: CompactGraph.EdgeDirection = .undirected
    ) throws(GraphError) -> CompactGraph {
        let vertexCount = try product(rows, columns)
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for vertex in 0..<vertexCount {
            if vertex % columns + 1 < columns {
                sources.append(Int32(vertex))
                targets.append(Int32(vertex + 1))
            }
            if vertex + columns < vertexCount {
                sources.append(Int32(vertex))
                targets.append(Int32(vertex + columns))
            }
        }
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction
        )
    }

    /// The tree in which every vertex has the same number of children, down to a height; vertex 0 is the root,
    /// level follows level, and edges lead from parent to child.
    ///
    /// - Parameters:
    ///   - branching: the children of a vertex that is not at the bottom, at least 1.
    ///   - height: the edges from the root to the bottom, from 0 up.
    /// - Throws: ``GraphError`` with `invalidParameter` or `tooLarge`.
    public static func balancedTree(
        branching: Int,
        height: Int,
        direction: CompactGraph.EdgeDirection = .undirected
    ) throws(GraphError) -> CompactGraph {
        guard branching >= 1, height >= 0 else {
            throw GraphError(
                .invalidParameter,
                "no tree has \(branching) children a vertex and a height of \(height)"
            )
        }
        // The largest tree has one child a vertex and a height of the limit less one.
        var (vertexCount, level) = (1, 1)
        for _ in 0..<min(height, CompactGraph.arcLimit) {
            level = try product(level, branching)
            vertexCount += level
            guard vertexCount <= CompactGraph.arcLimit else { throw tooManyVertices }
        }
        let children = 1..<Int32(vertexCount)
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: children.map { ($0 - 1) / Int32(clamping: branching) },
            targets: Array(children),
            direction: direction
        )
    }

    /// The graph that joins every vertex of a first part, numbered from 0, with every one of a second, numbered
    /// behind it; edges lead from the first to the second.
    ///
    /// - Throws: ``GraphError`` with `invalidParameter` for a part below 0, or `tooLarge`.
    public static func completeBipartite(
        _ first: Int,
        _ second: Int,
        direction: CompactGraph.EdgeDirection = .undirected
    ) throws(GraphError) -> CompactGraph {
        let edgeCount = try product(first, second)
        let (vertexCount, overflows) = first.addingReportingOverflow(second)
        guard !overflows, vertexCount <= CompactGraph.arcLimit else { throw tooManyVertices }
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: (0..<edgeCount).map { Int32($0 / second) },
            targets: (0..<edgeCount).map { Int32(first + $0 % second) },
            direction: direction
        )
    }

    /// The product of two numbers from 0 up, if it is within the limit.
    private static func product(_ first: Int, _ second: Int) throws(GraphError) -> Int {
        guard first >= 0, second >= 0 else {
            throw GraphError(.invalidParameter, "\(first) and \(second) are not both numbers from 0 up")
        }
        let (product, overflows) = first.multipliedReportingOverflow(by: second)
        guard !overflows, product <= CompactGraph.arcLimit else { throw tooManyVertices }
        return product
    }

    private static var tooManyVertices: GraphError {
        GraphError(
            .tooLarge,
            "there are to be more vertices or edges than the limit of \(CompactGraph.arcLimit)"
        )
    }
}
