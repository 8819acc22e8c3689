import GraphKernel
import Testing

@Suite struct MaximalCliquesTests {
    // The complete graph of 0...3; 3 - 4 - 5 - 3; 5 - 6; 7
    private static func graph() throws -> CompactGraph {
        try CompactGraph(
            vertexCount: 8,
            edges: [
                (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 3), (5, 6),
            ],
            direction: .undirected
        )
    }

    @Test func listsThemInOrder() throws {
        let found = try Self.graph().maximalCliques()
        #expect(found.cliques == [[0, 1, 2, 3], [3, 4, 5], [5, 6], [7]])
        #expect(!found.isCut)
        #expect(try Self.graph().maximalCliques(minimumSize: 3).cliques == [[0, 1, 2, 3], [3, 4, 5]])
        #expect(try Self.graph().maximalCliques(minimumSize: .max).cliques == [])
    }

    @Test func limitsSayThatTheyCut() throws {
        let cut = try Self.graph().maximalCliques(limit: 2)
        #expect(cut.isCut)
        #expect(cut.cliques.count == 2)
        #expect(try !Self.graph().maximalCliques(limit: 4).isCut)
        #expect(try Self.graph().maximalCliques(limit: 0).isCut)
        #expect(errorCode { try Self.graph().maximalCliques(limit: -1) } == .invalidParameter)
        #expect(errorCode { try Self.graph().maximalCliques(minimumSize: 0) } == .invalidParameter)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().maximalCliques(limit: 0) == EdgeCase.empty().maximalCliques())
        #expect(try EdgeCase.oneVertex().maximalCliques().cliques == [[0]])
        #expect(try EdgeCase.loop().maximalCliques().cliques == [[0]])
        #expect(try EdgeCase.parallel(.directed).maximalCliques().cliques == [[0, 1], [1, 2]])
        #expect(try EdgeCase.twoComponents().maximalCliques().cliques == [[0, 1], [2, 3], [4]])
        #expect(try EdgeCase.directedCycle().maximalCliques().cliques.count == 4)
    }

    /// Moon and Moser: n / 3 triples, all joined but within a triple, have 3^(n / 3) maximal cliques.
    @Test func theMostThereCanBe() throws {
        let edges = (0..<15).flatMap { first in
            (0..<first).filter { $0 / 3 != first / 3 }.map { (first, $0) }
        }
        let graph = try CompactGraph(vertexCount: 15, edges: edges, direction: .undirected)
        let found = try graph.maximalCliques()
        #expect(found.cliques.count == 243)
        #expect(Set(found.cliques).count == 243)
        #expect(found.cliques.allSatisfy { $0.count == 5 })
    }

    @Test func aCliqueDeepAndAPathLong() throws {
        let clique = try GraphGenerators.complete(vertexCount: 60)
        #expect(try clique.maximalCliques().cliques == [Array(0..<60)])
        let path = try GraphGenerators.path(vertexCount: 5000)
        #expect(try path.maximalCliques(limit: 5000).cliques.count == 4999)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let found = try oracle.graph().maximalCliques().cliques
        #expect(found.map { $0.map { Int($0) } } == (try oracle.paths("cliques")))
    }
}
