import GraphKernel
import Testing

@Suite struct EccentricityTests {
    // 0 - 1 - 2 - 3 - 4: eccentricities 4 3 2 3 4, distances 4·1 + 3·2 + 2·3 + 1·4 = 20 over 10 pairs.
    @Test func pathOfFive() throws {
        let graph = try GraphGenerators.path(vertexCount: 5)
        #expect(try graph.eccentricities() == [4, 3, 2, 3, 4])
        #expect(try graph.averagePathLength() == 2)
        let extent = try #require(try graph.extent())
        #expect(extent.diameter == 4)
        #expect(extent.radius == 2)
        let directed = try GraphGenerators.path(vertexCount: 5, direction: .directed)
        #expect(try directed.eccentricities() == [4, 3, 2, 1, 0])
        #expect(try directed.eccentricities(direction: .incoming) == [0, 1, 2, 3, 4])
        #expect(try directed.eccentricities(direction: .both) == [4, 3, 2, 3, 4])
        #expect(try directed.averagePathLength() == 2)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().extent() == nil)
        #expect(try EdgeCase.empty().averagePathLength() == nil)
        #expect(try EdgeCase.empty(.directed).eccentricities() == [])
        #expect(try EdgeCase.oneVertex().eccentricities() == [0])
        #expect(try EdgeCase.oneVertex().averagePathLength() == nil)
        #expect(try EdgeCase.loop().extent()?.diameter == 0)
        #expect(try EdgeCase.parallel().eccentricities() == [2, 1, 2])
        #expect(try EdgeCase.twoComponents().eccentricities() == [1, 1, 1, 1, 0])
        #expect(try EdgeCase.twoComponents().extent()?.radius == 0)
        #expect(try EdgeCase.twoComponents().averagePathLength() == 1)
        #expect(try EdgeCase.directedCycle().eccentricities() == [3, 3, 3, 3])
        #expect(try EdgeCase.directedCycle().extent()?.radius == 3)
    }

    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            let expected = (0..<graph.vertexCount).map { vertex in
                let distances = graph.slowDistances(from: vertex, direction, weighted: false)
                return Int(distances.filter(\.isFinite).max() ?? 0)
            }
            #expect(try graph.eccentricities(direction: direction) == expected)
            guard direction == .outgoing else { continue }
            let extent = try #require(try graph.extent())
            #expect(extent.diameter == expected.max())
            #expect(extent.radius == expected.min())
        }
    }

    @Test func boundsSpareSearches() throws {
        let graph = try GraphGenerators.rMat(scale: 10, edgeFactor: 8, seed: 7).undirected()
        let extent = try #require(try graph.extent())
        let all = try graph.eccentricities(control: RunControl(threads: 2))
        #expect(extent.diameter == all.max())
        #expect(extent.radius == all.min())
        #expect(extent.searches < graph.vertexCount / 4)
        #expect(try graph.eccentricities() == all)
        #expect(
            try graph.averagePathLength() == graph.averagePathLength(control: RunControl(threads: 3))
        )
    }

    @Test func manyComponentsAreNotSearched() throws {
        let edges = (0..<50_000).map { (2 * $0, 2 * $0 + 1) }
        let graph = try CompactGraph(vertexCount: 100_000, edges: edges, direction: .undirected)
        let extent = try #require(try graph.extent())
        #expect(extent.diameter == 1)
        #expect(extent.radius == 1)
        #expect(extent.searches == 0)
    }

    @Test(arguments: OracleGraph.all) func agreesWithIgraph(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        #expect(try graph.eccentricities().map { Double($0) } == (try oracle.numbers("eccentricities")))
        let extent = try #require(try graph.extent())
        #expect([Double(extent.diameter), Double(extent.radius)] == (try oracle.numbers("extent")))
        expectClose(try graph.averagePathLength().map { [$0] } ?? [], try oracle.numbers("averagePathLength"))
    }
}
