import EntenteTestSupport
import GraphKernel
import Testing

private let validationGraphs =
    "data/oracles/ldbc+ldbc_graphalytics/graphalytics-validation/src/main/resources/validation-graphs/"

/// The validation graphs of LDBC Graphalytics, with the outputs that its reference gives.
///
/// Its PageRank begins with 1/n each and gives the score of dangling vertices to all alike, as the kernel does; its
/// clustering of a directed graph counts the directed edges among the neighbours in either direction.
@Suite(.enabled(if: SharedData.has(validationGraphs + "bfs"), "needs the shared data sets"))
struct GraphalyticsTests {
    /// A graph that a file describes, and what its vertices are called there.
    private struct Named {
        let graph: CompactGraph
        let names: [Int]

        /// The column of a file of `name value` lines in the order of the vertices.
        func column(_ file: String) throws -> [String] {
            var values: [Int: String] = [:]
            for fields in try GraphalyticsTests.lines(file) { values[Int(fields[0]) ?? -1] = fields[1] }
            return try names.map { try #require(values[$0]) }
        }

        func vertex(_ name: Int) throws -> Int { try #require(names.firstIndex(of: name)) }
    }

    private static func lines(_ file: String) throws -> [[String]] {
        try SharedData.text(validationGraphs + file).split(whereSeparator: \.isNewline).map { line in
            line.split(separator: " ").map(String.init)
        }.filter { !$0.isEmpty }
    }

    /// A file of rows, `vertex neighbour …`; an undirected edge stands in two of them.
    private static func rows(_ file: String, _ direction: CompactGraph.EdgeDirection) throws -> Named {
        let rows = try lines(file).map { $0.compactMap { Int($0) } }
        let edges = rows.flatMap { row in row.dropFirst().map { (row[0], $0) } }
        return try named(
            rows.map { $0[0] },
            direction == .directed ? edges : edges.filter { $0.0 < $0.1 },
            direction,
            weights: nil
        )
    }

    /// Files of vertices and of edges with weights.
    private static func weighted(_ file: String, _ direction: CompactGraph.EdgeDirection) throws -> Named {
        let edges = try lines(file + ".e")
        return try named(
            lines(file + ".v").compactMap { Int($0[0]) },
            edges.map { (Int($0[0]) ?? -1, Int($0[1]) ?? -1) },
            direction,
            weights: edges.map { Double($0[2]) ?? .nan }
        )
    }

    private static func named(
        _ vertices: [Int],
        _ edges: [(Int, Int)],
        _ direction: CompactGraph.EdgeDirection,
        weights: [Double]?
    ) throws -> Named {
        let names = Set(vertices + edges.flatMap { [$0.0, $0.1] }).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        let graph = try CompactGraph(
            vertexCount: names.count,
            edges: edges.map { (numbers[$0.0] ?? -1, numbers[$0.1] ?? -1) },
            direction: direction,
            weights: weights
        )
        return Named(graph: graph, names: names)
    }

    private static let directions: [(String, CompactGraph.EdgeDirection)] = [
        ("dir", .directed), ("undir", .undirected),
    ]

    private static let kinds: [(String, CompactGraph.EdgeDirection)] = [
        ("directed", .directed), ("undirected", .undirected),
    ]

    @Test func breadthFirstSearch() throws {
        let cases =
            try Self.directions.map { (try Self.rows("bfs/\($0)-input", $1), "bfs/\($0)-output", 1) }
            + Self.kinds.map {
                (
                    try Self.rows("example/example-\($0)-input", $1), "example/example-\($0)-BFS",
                    $0 == "directed" ? 1 : 2
                )
            }
        for (named, output, source) in cases {
            let found = try named.graph.breadthFirstSearch(from: named.vertex(source)).distances
            let expected = try named.column(output).map { $0 == "9223372036854775807" ? -1 : Int32($0) ?? -2 }
            #expect(found == expected, "\(output)")
        }
    }

    @Test func weakComponents() throws {
        let cases =
            try Self.directions.map { (try Self.rows("wcc/\($0)-input", $1), "wcc/\($0)-output") }
            + Self.kinds.map {
                (try Self.rows("example/example-\($0)-input", $1), "example/example-\($0)-WCC")
            }
        for (named, output) in cases {
            let labels = try named.graph.weakComponents().labels
            let expected = try named.column(output)
            // The same partition, whatever its parts are called.
            let pairs = Set(zip(labels, expected).map { "\($0) \($1)" })
            #expect(pairs.count == Set(labels).count && pairs.count == Set(expected).count, "\(output)")
        }
    }

    @Test func shortestPaths() throws {
        let cases =
            try Self.directions.map { (try Self.weighted("sssp/\($0)-input", $1), "sssp/\($0)-output", 1) }
            + Self.kinds.map {
                (
                    try Self.weighted("example/example-\($0)", $1), "example/example-\($0)-SSSP",
                    $0 == "directed" ? 1 : 2
                )
            }
        for (named, output, source) in cases {
            let found = try named.graph.shortestPaths(from: named.vertex(source)).distances
            let expected = try named.column(output).map { text in
                text.lowercased().hasPrefix("inf") ? .infinity : try #require(Double(text))
            }
            for (value, other) in zip(found, expected) {
                #expect(value == other || abs(value - other) < 1e-12, "\(output)")
            }
        }
    }

    @Test func pageRank() throws {
        for (kind, direction) in Self.kinds {
            let named = try Self.rows("example/example-\(kind)-input", direction)
            let found = try named.graph.pageRank(tolerance: 0, maximumIterations: 2)
            let expected = try named.column("example/example-\(kind)-PR").map { try #require(Double($0)) }
            #expect(found.iterations == 2 && !found.isConverged)
            expectClose(found.scores, expected, tolerance: 1e-15)
        }
        // These are converged, the undirected one to a few millionths only.
        for ((kind, direction), tolerance) in zip(Self.directions, [1e-12, 1e-6]) {
            let named = try Self.rows("pr/\(kind)-input", direction)
            let found = try named.graph.pageRank(tolerance: 1e-15)
            let expected = try named.column("pr/\(kind)-output").map { try #require(Double($0)) }
            expectClose(found.scores, expected, tolerance: tolerance)
        }
    }

    @Test func localClustering() throws {
        let cases =
            try Self.directions.map { (try Self.rows("lcc/\($0)-input", $1), "lcc/\($0)-output") }
            + Self.kinds.map {
                (try Self.rows("example/example-\($0)-input", $1), "example/example-\($0)-LCC")
            }
        for (named, output) in cases {
            let expected = try named.column(output).map { try #require(Double($0)) }
            let graph = named.graph
            var found = try graph.triangleCounts().localClustering
            if graph.isDirected {
                for vertex in 0..<graph.vertexCount {
                    let others = Set(try graph.neighbors(of: vertex, direction: .both)).subtracting([
                        Int32(vertex)
                    ])
                    let inside = try graph.subgraph(others.map { Int($0) }).graph.collapsed(
                        droppingLoops: true
                    )
                    let pairs = Double(others.count * (others.count - 1))
                    found[vertex] = pairs > 0 ? Double(inside.graph.edgeCount) / pairs : 0
                }
            }
            expectClose(found, expected)
        }
    }
}
