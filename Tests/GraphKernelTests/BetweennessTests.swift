import GraphKernel
import Testing

@Suite struct BetweennessTests {
    @Test func smallShapes() throws {
        #expect(try GraphGenerators.path(vertexCount: 4).betweenness() == [0, 2, 2, 0])
        #expect(try GraphGenerators.path(vertexCount: 4, direction: .directed).betweenness() == [0, 2, 2, 0])
        #expect(try GraphGenerators.star(vertexCount: 5).betweenness() == [6, 0, 0, 0, 0])
        #expect(try GraphGenerators.star(vertexCount: 5).betweenness(normalized: true) == [1, 0, 0, 0, 0])
        #expect(try GraphGenerators.complete(vertexCount: 5).betweenness() == [0, 0, 0, 0, 0])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().betweenness(normalized: true) == [])
        #expect(try EdgeCase.oneVertex().betweenness(normalized: true) == [0])
        #expect(try EdgeCase.loop().betweenness(weighted: true) == [0])
        #expect(try EdgeCase.parallel().betweenness() == [0, 1, 0])
        #expect(try EdgeCase.twoComponents().betweenness() == [0, 0, 0, 0, 0])
        // 0 -> 1 -> 2 -> 3 -> 0: three ordered pairs go through each vertex.
        #expect(try EdgeCase.directedCycle().betweenness() == [3, 3, 3, 3])
        #expect(try EdgeCase.directedCycle().betweenness(normalized: true) == [0.5, 0.5, 0.5, 0.5])
        #expect(try EdgeCase.directedCycle().betweenness(weighted: true) == [3, 3, 3, 3])
    }

    //     1
    //   // \      Two edges 0-1 make two of the three shortest paths from 0 to 3 go through 1.
    //  0    3
    //   \  /
    //    2
    @Test func parallelEdgesAreSeveralPaths() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (0, 1), (1, 3), (0, 2), (2, 3)],
            direction: .undirected
        )
        let values = try graph.betweenness()
        expectClose(values, [2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3])
        expectClose(try graph.collapsed().graph.betweenness(), [0.5, 0.5, 0.5, 0.5])
    }

    @Test func knownNetworks() throws {
        // Heather 14, Fernando and Garth 8.3333, Ike 8, Diane 3.6667, Andre and Beverly 0.8333.
        let kite = try SampleGraphs.krackhardtKite.betweenness()
        expectClose(kite, [0.8333, 0.8333, 0, 3.6667, 0, 8.3333, 8.3333, 14, 8, 0], tolerance: 1e-4)
        let florentine = try SampleGraphs.florentineFamilies.betweenness()
        let byName = Dictionary(uniqueKeysWithValues: zip(SampleGraphs.florentineNames, florentine))
        for (name, value) in [
            ("Medici", 47.5), ("Guadagni", 23.1667), ("Albizzi", 19.3333), ("Salviati", 13),
        ] {
            #expect(abs(try #require(byName[name]) - value) < 1e-4)
        }
        let karate = try SampleGraphs.karateClub.betweenness()
        #expect(abs(karate[0] - 231.0714) < 1e-4)
        #expect(abs(karate[33] - 160.5516) < 1e-4)
        #expect(abs(karate[32] - 76.6905) < 1e-4)
    }

    @Test(arguments: SeededGraph.all.filter { ($0.seed * 7) % 18 <= 9 })
    func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for weighted in [false, true] {
            var expected = [Double](repeating: 0, count: graph.vertexCount)
            for source in 0..<graph.vertexCount {
                for target in 0..<graph.vertexCount where target != source {
                    let all = graph.slowPaths(from: source, to: target, .outgoing, weighted: weighted)
                    let shortest = all.filter { $0.length == all[0].length }
                    for path in shortest {
                        for vertex in path.vertices.dropFirst().dropLast() {
                            expected[vertex] += 1 / Double(shortest.count)
                        }
                    }
                }
            }
            if !graph.isDirected { expected = expected.map { $0 / 2 } }
            expectClose(try graph.betweenness(weighted: weighted), expected)
        }
    }

    @Test(arguments: SeededGraph.all) func relabellingPermutes(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let names = graph.shuffledVertices(seed: 8)
        let other = try graph.relabelled(names)
        for weighted in [false, true] {
            let values = try graph.betweenness(weighted: weighted)
            let renamed = try other.betweenness(weighted: weighted)
            expectClose(names.map { renamed[$0] }, values)
        }
    }

    // 0 - 1 - 2 - 3 from 0 alone: the ordered pairs (0, 2) and (0, 3) go through 1, the latter through 2.
    @Test func someSources() throws {
        let path = try GraphGenerators.path(vertexCount: 4)
        #expect(try path.betweenness(from: [0]) == [0, 1, 0.5, 0])
        #expect(try path.betweenness(from: [0, 0], normalized: true) == [0, 1.0 / 3, 1.0 / 6, 0])
        #expect(try path.betweenness(from: [3, 2, 1, 0]) == path.betweenness())
        #expect(try path.betweenness(from: []) == [0, 0, 0, 0])
        #expect(errorCode { try path.betweenness(from: [4]) } == .vertexOutOfRange)
        #expect(errorCode { try path.betweenness(from: [0], weighted: true) } == .missingWeights)
    }

    // More than 1,023 sources go 64 at a time, fewer 16 at a time, and weights of 1 one at a time.
    @Test func allWaysAgree() throws {
        let graph = try GraphGenerators.multigraph(
            vertexCount: 1100,
            edgeCount: 1600,
            direction: .directed,
            seed: 11
        )
        let all = try graph.betweenness()
        var parts = [Double](repeating: 0, count: graph.vertexCount)
        for first in stride(from: 0, to: 1100, by: 300) {
            let some = try graph.betweenness(from: Array(first..<min(1100, first + 300)))
            for vertex in parts.indices { parts[vertex] += some[vertex] }
        }
        expectClose(parts, all)
        let weighted = try graph.weighted(by: [Double](repeating: 1, count: graph.edgeCount))
        expectClose(try weighted.betweenness(weighted: true), all)
        #expect(try graph.betweenness(control: RunControl(threads: 3)) == all)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 200, edgeCount: 500, weightSteps: 9, seed: 2)
        for weighted in [false, true] {
            let one = try graph.betweenness(weighted: weighted)
            for threads in [2, 3, 8] {
                #expect(
                    try graph.betweenness(weighted: weighted, control: RunControl(threads: threads)) == one
                )
            }
        }
    }

    @Test func tooManyPathsAreAnError() throws {
        // A chain of n squares has 2ⁿ shortest paths from end to end.
        let edges = (0..<1100).flatMap { square in
            let first = 3 * square
            return [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
        }
        let graph = try CompactGraph(vertexCount: 3301, edges: edges, direction: .directed)
        let far = try graph.subgraph([0] + (1...3300).map { $0 })
        #expect(
            errorCode { try far.graph.betweenness(from: [0, 9], control: RunControl(threads: 2)) }
                == .numericOverflow
        )
    }

    // igraph counts parallel edges as the kernel does, networkx merges them and is asked about the collapsed
    // graph.
    @Test(arguments: OracleGraph.all) func agreesWithIgraphAndNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let collapsed = graph.collapsed().graph
        expectClose(try graph.betweenness(), try oracle.numbers("betweenness"))
        expectClose(try graph.betweenness(weighted: true), try oracle.numbers("betweennessWeighted"))
        expectClose(try collapsed.betweenness(normalized: true), try oracle.numbers("betweennessCollapsed"))
        expectClose(
            try collapsed.betweenness(weighted: true),
            try oracle.numbers("betweennessCollapsedWeighted")
        )
    }
    @Test(arguments: OracleGraph.all) func agreesWithOthersFromSomeSources(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let collapsed = graph.collapsed().graph
        let sources = (0..<graph.vertexCount).filter { $0 % 3 == 1 }
        expectClose(try graph.betweenness(from: sources), try oracle.numbers("betweennessFromMultiple"))
        expectClose(try collapsed.betweenness(from: sources), try oracle.numbers("betweennessFrom"))
        expectClose(
            try collapsed.betweenness(from: sources, weighted: true, normalized: true),
            try oracle.numbers("betweennessFromWeighted")
        )
    }
}
