import GraphKernel
import Testing

@Suite struct EccentricityTests {
    // 0 - 1 - 2 - 3 - 4: eccentricities 4 3 2 3 4, distances 4·1 + 3·2 + 2·3 + 1·4 = 20 over 10 pairs.
    @Test func pathOfFive() throws {
        let graph = try GraphGenerators.path(vertexCount: 5)
        #expect(try graph.eccentricities() == [4, 3, 2, 3, 4])
        #expect(try graph.averagePathLength() == 2)
        let directed = try GraphGenerators.path(vertexCount: 5, direction: .directed)
        #expect(try directed.eccentricities() == [4, 3, 2, 1, 0])
        #expect(try directed.eccentricities(direction: .incoming) == [0, 1, 2, 3, 4])
        #expect(try directed.eccentricities(direction: .both) == [4, 3, 2, 3, 4])
        #expect(try directed.averagePathLength() == 2)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().averagePathLength() == nil)
        #expect(try EdgeCase.empty(.directed).eccentricities() == [])
        #expect(try EdgeCase.oneVertex().eccentricities() == [0])
        #expect(try EdgeCase.oneVertex().averagePathLength() == nil)
        #expect(try EdgeCase.parallel().eccentricities() == [2, 1, 2])
        #expect(try EdgeCase.twoComponents().eccentricities() == [1, 1, 1, 1, 0])
        #expect(try EdgeCase.twoComponents().averagePathLength() == 1)
        #expect(try EdgeCase.directedCycle().eccentricities() == [3, 3, 3, 3])
    }

    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            let expected = (0..<graph.vertexCount).map { vertex in
                let distances = graph.slowDistances(from: vertex, direction, weighted: false)
                return Int(distances.filter(\.isFinite).max() ?? 0)
            }
            #expect(try graph.eccentricities(direction: direction) == expected)
            let weighted = (0..<graph.vertexCount).map { vertex in
                graph.slowDistances(from: vertex, direction, weighted: true).filter(\.isFinite).max() ?? 0
            }
            #expect(try graph.weightedEccentricities(direction: direction) == weighted)
        }
    }

    // 0 -2- 1 -1- 2, and 3 alone; 0-2 directly is 4.
    @Test func alongWeights() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (1, 2), (0, 2)],
            direction: .undirected,
            weights: [2, 1, 4]
        )
        #expect(try graph.weightedEccentricities() == [3, 2, 3, 0])
        #expect(try graph.averagePathLength(weighted: true) == 2)
        #expect(try graph.averagePathLength() == 1)
        let cycle = try EdgeCase.directedCycle()
        #expect(try cycle.weightedEccentricities() == [6, 9, 8, 7])
        #expect(try cycle.weightedEccentricities(direction: .incoming) == [9, 8, 7, 6])
        #expect(try cycle.weightedEccentricities(direction: .both) == [4, 5, 3, 5])
        #expect(try EdgeCase.empty().weightedEccentricities() == [])
        #expect(try EdgeCase.loop().weightedEccentricities() == [0])
        #expect(try EdgeCase.parallel().weightedEccentricities() == [2, 1, 2])
        #expect(try EdgeCase.loop(.directed).averagePathLength(weighted: true) == nil)
    }

    @Test func weightsAreNeeded() throws {
        let graph = try GraphGenerators.path(vertexCount: 3)
        #expect(errorCode { try graph.weightedEccentricities() } == .missingWeights)
        #expect(errorCode { try graph.averagePathLength(weighted: true) } == .missingWeights)
    }

    @Test func sumsBeyondDouble() throws {
        let most = [Double](repeating: .greatestFiniteMagnitude, count: 2)
        let graph = try GraphGenerators.path(vertexCount: 3).weighted(by: most)
        #expect(try graph.weightedEccentricities() == most + [.greatestFiniteMagnitude])
        #expect(try graph.averagePathLength(weighted: true) == .infinity)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(
            vertexCount: 150,
            edgeCount: 400,
            direction: .directed,
            weightSteps: 1000,
            seed: 7
        )
        let threads = RunControl(threads: 3)
        #expect(try graph.eccentricities() == graph.eccentricities(control: threads))
        #expect(try graph.weightedEccentricities() == graph.weightedEccentricities(control: threads))
        #expect(try graph.averagePathLength() == graph.averagePathLength(control: threads))
        #expect(
            try graph.averagePathLength(weighted: true)
                == graph.averagePathLength(weighted: true, control: threads)
        )
    }

    @Test(arguments: OracleGraph.all) func agreesWithIgraph(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        #expect(try graph.eccentricities().map { Double($0) } == (try oracle.numbers("eccentricities")))
        expectClose(try graph.averagePathLength().map { [$0] } ?? [], try oracle.numbers("averagePathLength"))
        expectClose(try graph.weightedEccentricities(), try oracle.numbers("weightedEccentricities"))
        expectClose(
            try graph.averagePathLength(weighted: true).map { [$0] } ?? [],
            try oracle.numbers("weightedAveragePathLength")
        )
    }
}
