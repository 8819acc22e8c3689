import GraphKernel
import Testing

/// Every method of traversal and paths, given what is not there.
@Suite struct PathInputTests {
    private typealias Question = (name: String, ask: @Sendable (CompactGraph, Int) throws -> Void)

    /// Each method that takes vertices, asked about one of them.
    private static let aboutVertices: [Question] = [
        ("breadthFirstSearch", { _ = try $0.breadthFirstSearch(from: $1) }),
        ("shortestPaths", { _ = try $0.shortestPaths(from: $1) }),
        ("shortestPath from", { _ = try $0.shortestPath(from: $1, to: 0) }),
        ("shortestPath to", { _ = try $0.shortestPath(from: 0, to: $1) }),
        (
            "guided from",
            {
                let bounds = [Double](repeating: 0, count: $0.vertexCount)
                _ = try $0.shortestPath(from: $1, to: 0, lowerBounds: bounds)
            }
        ),
        (
            "guided to",
            {
                let bounds = [Double](repeating: 0, count: $0.vertexCount)
                _ = try $0.shortestPath(from: 0, to: $1, lowerBounds: bounds)
            }
        ),
        ("landmarks", { _ = try $0.landmarks(count: 2).lowerBounds(to: $1) }),
        ("allShortestPaths from", { _ = try $0.allShortestPaths(from: $1, to: 0) }),
        ("allShortestPaths to", { _ = try $0.allShortestPaths(from: 0, to: $1) }),
        ("kShortestPaths from", { _ = try $0.kShortestPaths(from: $1, to: 0, count: 2) }),
        ("kShortestPaths to", { _ = try $0.kShortestPaths(from: 0, to: $1, count: 2) }),
        ("simplePaths from", { _ = try $0.simplePaths(from: $1, to: 0, maximumLength: 2) }),
        ("simplePaths to", { _ = try $0.simplePaths(from: 0, to: $1, maximumLength: 2) }),
        ("edgeDisjointPaths from", { _ = try $0.edgeDisjointPaths(from: $1, to: 0) }),
        ("edgeDisjointPaths to", { _ = try $0.edgeDisjointPaths(from: 0, to: $1) }),
        ("vertexDisjointPaths from", { _ = try $0.vertexDisjointPaths(from: $1, to: 0) }),
        ("vertexDisjointPaths to", { _ = try $0.vertexDisjointPaths(from: 0, to: $1) }),
        ("connectingNetwork", { _ = try $0.connectingNetwork(of: [$1]) }),
        ("egoNetwork", { _ = try $0.egoNetwork(of: $1) }),
    ]

    @Test func unknownVertices() throws {
        for (name, ask) in Self.aboutVertices {
            for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
                for graph in [try EdgeCase.empty(direction), try EdgeCase.parallel(direction)] {
                    for vertex in [-1, graph.vertexCount, Int(Int32.max) + 1, .max, .min] {
                        let code = errorCode { try ask(graph, vertex) }
                        #expect(code == .vertexOutOfRange, "\(name) of \(vertex)")
                    }
                }
            }
        }
    }

    /// Each method that goes by weights, on a graph of three vertices.
    private static let weighted: [(name: String, ask: @Sendable (CompactGraph) throws -> Void)] = [
        ("shortestPaths", { _ = try $0.shortestPaths(from: 0) }),
        ("shortestPath", { _ = try $0.shortestPath(from: 0, to: 1, weighted: true) }),
        ("guided", { _ = try $0.shortestPath(from: 0, to: 1, lowerBounds: [0, 0, 0], weighted: true) }),
        ("landmarks", { _ = try $0.landmarks(count: 1, weighted: true) }),
        ("allShortestPaths", { _ = try $0.allShortestPaths(from: 0, to: 1, weighted: true) }),
        ("kShortestPaths", { _ = try $0.kShortestPaths(from: 0, to: 1, count: 2, weighted: true) }),
        ("connectingNetwork", { _ = try $0.connectingNetwork(of: [0, 1], weighted: true) }),
        ("weightedEccentricities", { _ = try $0.weightedEccentricities() }),
        ("weightedExtent", { _ = try $0.weightedExtent() }),
        ("averagePathLength", { _ = try $0.averagePathLength(weighted: true) }),
    ]

    /// Weights that are not distances are refused when they are given, so no method ever meets one.
    @Test func weights() throws {
        let graph = try EdgeCase.parallel()
        for (name, ask) in Self.weighted {
            try ask(graph)
            let code = errorCode { try ask(try graph.weighted(by: nil)) }
            #expect(code == .missingWeights, "\(name)")
            for (weight, expected) in [
                (Double.nan, GraphError.Code.invalidWeight), (.infinity, .invalidWeight), (0, .invalidWeight),
                (-1, .negativeWeight), (-Double.infinity, .negativeWeight),
            ] {
                let code = errorCode { try ask(try graph.weighted(by: [1, weight, 1])) }
                #expect(code == expected, "\(name) with \(weight)")
            }
        }
    }

    @Test func columnsOfOtherGraphs() throws {
        let graph = try EdgeCase.parallel()
        let passable = [true, true]
        let questions: [() throws -> Void] = [
            { _ = try graph.shortestPath(from: 0, to: 1, passable: passable) },
            { _ = try graph.allShortestPaths(from: 0, to: 1, passable: passable) },
            { _ = try graph.kShortestPaths(from: 0, to: 1, count: 1, passable: passable) },
            { _ = try graph.simplePaths(from: 0, to: 1, maximumLength: 1, passable: passable) },
            { _ = try graph.egoNetwork(of: 0, passable: passable) },
            { _ = try graph.shortestPath(from: 0, to: 1, lowerBounds: [0, 0]) },
        ]
        for question in questions { #expect(errorCode(question) == .columnLengthMismatch) }
    }

    /// What can be asked of a graph without vertices has an answer.
    @Test func theEmptyGraph() throws {
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            let graph = try EdgeCase.empty(direction)
            #expect(try graph.eccentricities() == [])
            #expect(try graph.weightedEccentricities() == [])
            #expect(try graph.extent() == nil)
            #expect(try graph.weightedExtent() == nil)
            #expect(try graph.averagePathLength() == nil)
            #expect(try graph.averagePathLength(weighted: true) == nil)
            #expect(try graph.landmarks(count: 3, weighted: true).vertices == [])
            #expect(try graph.connectingNetwork(of: [], weighted: true).groups == [])
        }
    }

    @Test func whatIsCancelledStops() throws {
        let path = try GraphGenerators.path(vertexCount: 70_000)
        let graph = try path.weighted(by: [Double](repeating: 1, count: path.edgeCount))
        let (last, stop) = (69_999, RunControl(isCancelled: { true }))
        let questions: [(name: String, ask: () throws -> Void)] = [
            ("breadthFirstSearch", { _ = try graph.breadthFirstSearch(from: 0, control: stop) }),
            ("shortestPaths", { _ = try graph.shortestPaths(from: 0, control: stop) }),
            ("shortestPath", { _ = try graph.shortestPath(from: 0, to: last, control: stop) }),
            ("weighted", { _ = try graph.shortestPath(from: 0, to: last, weighted: true, control: stop) }),
            ("allShortestPaths", { _ = try graph.allShortestPaths(from: 0, to: last, control: stop) }),
            ("kShortestPaths", { _ = try graph.kShortestPaths(from: 0, to: last, count: 1, control: stop) }),
            (
                "simplePaths",
                { _ = try graph.simplePaths(from: 0, to: last, maximumLength: .max, control: stop) }
            ),
            ("landmarks", { _ = try graph.landmarks(count: 1, control: stop) }),
            ("egoNetwork", { _ = try graph.egoNetwork(of: 0, radius: .max, control: stop) }),
            ("eccentricities", { _ = try graph.eccentricities(control: stop) }),
            ("weightedEccentricities", { _ = try graph.weightedEccentricities(control: stop) }),
            ("extent", { _ = try graph.extent(control: stop) }),
            ("weightedExtent", { _ = try graph.weightedExtent(control: stop) }),
            ("averagePathLength", { _ = try graph.averagePathLength(control: stop) }),
        ]
        for (name, ask) in questions { #expect(errorCode(ask) == .cancelled, "\(name)") }
    }
}
