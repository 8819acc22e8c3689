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

    // More than 64 vertices are peeled after the first, so that sets take several words.
    @Test func denseGraphsAgreeWithTryingAll() throws {
        for (vertexCount, probability) in [(80, 0.9), (150, 0.55)] {
            let graph = try GraphGenerators.erdosRenyi(
                vertexCount: vertexCount,
                probability: probability,
                seed: 4
            )
            let rows = try (0..<vertexCount).map { Set(try graph.neighbors(of: $0)) }
            let list = try graph.maximalCliques(minimumSize: 2, limit: 3000)
            #expect(list.isCut)
            #expect(list.cliques.count == 3000)
            #expect(Set(list.cliques).count == 3000)
            for clique in list.cliques {
                var common = rows[Int(clique[0])]
                for (position, vertex) in clique.enumerated() {
                    #expect(clique[..<position].allSatisfy { rows[Int(vertex)].contains($0) && $0 < vertex })
                    common.formIntersection(rows[Int(vertex)])
                }
                #expect(common.isEmpty)
            }
        }
    }

    @Test(arguments: SeededGraph.all) func cliquesAreThoseOfAllSets(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let rows = try (0..<graph.vertexCount).map { vertex in
            Set(try graph.neighbors(of: vertex, direction: .both)).subtracting([Int32(vertex)])
        }
        // Growing every clique by each vertex above its last, from single vertices on.
        var (cliques, maximal) = ((0..<Int32(graph.vertexCount)).map { [$0] }, [[Int32]]())
        while let clique = cliques.popLast() {
            let common = clique.reduce(Set(0..<Int32(graph.vertexCount))) { $0.intersection(rows[Int($1)]) }
            if common.isEmpty { maximal.append(clique) }
            cliques += common.filter { $0 > clique[clique.count - 1] }.map { clique + [$0] }
        }
        maximal.sort { $0.lexicographicallyPrecedes($1) }
        #expect(try graph.maximalCliques().cliques == maximal)
        let large = try graph.maximalCliques(minimumSize: 3).cliques
        #expect(large == maximal.filter { $0.count >= 3 })
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let found = try oracle.graph().maximalCliques().cliques
        #expect(found.map { $0.map { Int($0) } } == (try oracle.paths("cliques")))
    }
}
