import GraphKernel
import Testing

@Suite struct CompactGraphTests {
    //   0 --- 1    3 (loop)    4
    //    \   ||
    //      2      (two edges between 1 and 2)
    @Test func rowsHoldEveryEdgeAtBothEnds() throws {
        let graph = try CompactGraph(
            vertexCount: 5,
            edges: [(0, 1), (2, 0), (1, 2), (2, 1), (3, 3)],
            direction: .undirected
        )
        #expect(graph.edgeCount == 5)
        #expect(graph.arcCount == 9)
        #expect(try graph.neighbors(of: 0) == [1, 2])
        #expect(try graph.neighbors(of: 1) == [0, 2, 2])
        #expect(try graph.edges(of: 1) == [0, 2, 3])
        #expect(try graph.neighbors(of: 3) == [3])
        #expect(try graph.neighbors(of: 4) == [])
        #expect(try graph.edges(from: 2, to: 1) == [2, 3])
        #expect(try graph.edges(from: 3, to: 3) == [4])
        #expect(try graph.edges(from: 0, to: 4) == [])
    }

    // 0 => 1 (two edges), 1 -> 0, 1 -> 2, 2 -> 2
    @Test func directedRowsAreKeptBothWays() throws {
        let graph = try CompactGraph(
            vertexCount: 3,
            edges: [(0, 1), (1, 2), (1, 0), (0, 1), (2, 2)],
            direction: .directed
        )
        #expect(try graph.neighbors(of: 1) == [0, 2])
        #expect(try graph.edges(of: 0) == [0, 3])
        #expect(try graph.edges(of: 1, direction: .incoming) == [0, 3])
        #expect(try graph.neighbors(of: 2, direction: .incoming) == [1, 2])
        #expect(try graph.neighbors(of: 1, direction: .both) == [0, 0, 0, 2])
        #expect(try graph.edges(of: 1, direction: .both) == [0, 2, 3, 1])
        #expect(try graph.edges(of: 2, direction: .both) == [1, 4])
        #expect(try graph.edges(from: 1, to: 0) == [2])
    }

    @Test func emptyGraphsAreGraphs() throws {
        for direction in [CompactGraph.EdgeDirection.directed, .undirected] {
            let graph = try EdgeCase.empty(direction)
            #expect(graph.vertexCount == 0)
            #expect(graph.edgeCount == 0)
            #expect(graph.arcCount == 0)
            #expect(graph.direction == direction)
        }
    }

    @Test(arguments: SeededGraph.all) func rowsAreTheEdgesInOrder(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            let hops = graph.hops(direction)
            for vertex in 0..<graph.vertexCount {
                let row = zip(
                    try graph.neighbors(of: vertex, direction: direction),
                    try graph.edges(of: vertex, direction: direction)
                )
                let expected = hops.filter { $0.from == vertex }.map { ($0.to, $0.edge) }.sorted { $0 < $1 }
                #expect(row.map { [Int($0), Int($1)] } == expected.map { [$0, $1] })
            }
        }
    }

    @Test func memoryIsWhatIsPromised() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 500, edgeCount: 4000, seed: 1)
        #expect(graph.rowBytes <= 20 * graph.edgeCount + 16 * graph.vertexCount)
        let directed = try GraphGenerators.multigraph(
            vertexCount: 500,
            edgeCount: 4000,
            direction: .directed,
            seed: 1
        )
        #expect(directed.rowBytes <= 20 * graph.edgeCount + 16 * graph.vertexCount)
    }

    @Test func timesAndWeightsAreKept() throws {
        let graph = try CompactGraph(
            vertexCount: 2,
            sources: [0, 1],
            targets: [1, 0],
            direction: .directed,
            weights: [0.5, 2],
            begins: [3, .min],
            ends: [3, .max]
        )
        #expect(graph.weights == [0.5, 2])
        #expect(graph.begins == [3, .min])
        #expect(graph.ends == [3, .max])
        #expect(try graph.weighted(by: nil).weights == nil)
        #expect(try graph.weighted(by: [1, 1]).ends == [3, .max])
    }
}

@Suite struct CompactGraphFaultTests {
    private func code(
        vertices: Int = 3,
        _ edges: [(Int, Int)] = [(0, 1), (1, 2)],
        weights: [Double]? = nil,
        begins: [Int64]? = nil,
        ends: [Int64]? = nil,
        direction: CompactGraph.EdgeDirection = .undirected,
        limit: Int = CompactGraph.arcLimit
    ) -> GraphError.Code? {
        errorCode {
            try CompactGraph(
                vertexCount: vertices,
                sources: edges.map { Int32($0.0) },
                targets: edges.map { Int32($0.1) },
                direction: direction,
                weights: weights,
                begins: begins,
                ends: ends,
                limit: limit
            )
        }
    }

    @Test func verticesMustExist() {
        #expect(code([(0, 3)]) == .vertexOutOfRange)
        #expect(code([(-1, 0)]) == .vertexOutOfRange)
        #expect(code(vertices: 0, [(0, 0)]) == .vertexOutOfRange)
        #expect(code(vertices: -1, []) == .invalidParameter)
        let tooFar = errorCode {
            try CompactGraph(vertexCount: 2, edges: [(0, 1 << 40)], direction: .directed)
        }
        #expect(tooFar == .vertexOutOfRange)
    }

    @Test func weightsMustBeDistances() {
        #expect(code(weights: [1, .nan]) == .invalidWeight)
        #expect(code(weights: [.infinity, 1]) == .invalidWeight)
        #expect(code(weights: [0, 1]) == .invalidWeight)
        #expect(code(weights: [1, -0.5]) == .negativeWeight)
        #expect(code(weights: [1, -.infinity]) == .negativeWeight)
        #expect(code(weights: [1]) == .columnLengthMismatch)
        #expect(code(weights: [1, .leastNonzeroMagnitude]) == nil)
    }

    @Test func timesMustBeIntervals() {
        #expect(code(begins: [1, 2], ends: [1, 1]) == .invalidInterval)
        #expect(code(begins: [1, 2]) == .columnLengthMismatch)
        #expect(code(begins: [1, 2], ends: [2]) == .columnLengthMismatch)
        #expect(code(begins: [1, 2], ends: [1, 2]) == nil)
    }

    @Test func arcsAreLimited() {
        #expect(code(limit: 4) == nil)
        #expect(code(limit: 3) == .tooLarge)
        #expect(code([(0, 1), (2, 2)], limit: 3) == nil)
        #expect(code(direction: .directed, limit: 2) == .tooLarge)
        #expect(code(vertices: 2, [(0, 1), (1, 0)], direction: .directed, limit: 2) == nil)
        #expect(code(limit: -1) == .invalidParameter)
        #expect(code(limit: CompactGraph.arcLimit + 1) == .invalidParameter)
        #expect(code(vertices: CompactGraph.arcLimit + 1, []) == .tooLarge)
    }

    @Test func messagesNameTheEdge() throws {
        do {
            _ = try CompactGraph(vertexCount: 2, edges: [(0, 1), (1, 2)], direction: .directed)
            Issue.record("the edge was accepted")
        } catch {
            #expect(error.message == "edge 1 joins 1 and 2, and the graph has 2 vertices")
            #expect(String(describing: error) == error.message)
        }
    }

    @Test func columnsMustBeOfOneLength() {
        let unequal = errorCode {
            try CompactGraph(vertexCount: 2, sources: [0, 1], targets: [1], direction: .directed)
        }
        #expect(unequal == .columnLengthMismatch)
    }

    @Test func questionsAboutUnknownVerticesAreErrors() throws {
        let graph = try EdgeCase.parallel()
        let questions: [() throws -> Void] = [
            { _ = try graph.neighbors(of: 3) },
            { _ = try graph.edges(of: -1) },
            { _ = try graph.edges(from: 0, to: 3) },
            { _ = try graph.breadthFirstSearch(from: 3) },
            { _ = try graph.shortestPaths(from: -1) },
            { _ = try graph.shortestPath(from: 0, to: 3) },
            { _ = try graph.allShortestPaths(from: 3, to: 0) },
            { _ = try graph.kShortestPaths(from: 0, to: .max, count: 1) },
            { _ = try graph.simplePaths(from: .min, to: 0, maximumLength: 1) },
            { _ = try graph.egoNetwork(of: 3) },
            { _ = try graph.subgraph([0, 3]) },
        ]
        for question in questions { #expect(errorCode(question) == .vertexOutOfRange) }
    }

    @Test func weightedQuestionsNeedWeights() throws {
        let graph = SampleGraphs.krackhardtKite
        let questions: [() throws -> Void] = [
            { _ = try graph.shortestPaths(from: 0) },
            { _ = try graph.shortestPath(from: 0, to: 1, weighted: true) },
            { _ = try graph.allShortestPaths(from: 0, to: 1, weighted: true) },
            { _ = try graph.kShortestPaths(from: 0, to: 1, count: 1, weighted: true) },
            { _ = try graph.closeness(weighted: true) },
            { _ = try graph.harmonicCentrality(weighted: true) },
            { _ = try graph.betweenness(weighted: true) },
        ]
        for question in questions { #expect(errorCode(question) == .missingWeights) }
    }
}
