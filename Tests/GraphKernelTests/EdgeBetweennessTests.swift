import GraphKernel
import Testing

@Suite struct EdgeBetweennessTests {
    @Test func smallShapes() throws {
        // 0 - 1 - 2 - 3: the pairs on either side of each edge.
        #expect(try GraphGenerators.path(vertexCount: 4).edgeBetweenness() == [3, 4, 3])
        #expect(
            try GraphGenerators.path(vertexCount: 4, direction: .directed).edgeBetweenness() == [3, 4, 3]
        )
        #expect(
            try GraphGenerators.path(vertexCount: 3).edgeBetweenness(normalized: true) == [2.0 / 3, 2.0 / 3]
        )
        #expect(try GraphGenerators.complete(vertexCount: 3).edgeBetweenness() == [1, 1, 1])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().edgeBetweenness(normalized: true) == [])
        #expect(try EdgeCase.oneVertex().edgeBetweenness() == [])
        #expect(try EdgeCase.loop().edgeBetweenness(weighted: true, normalized: true) == [0])
        // Each of two parallel edges is on half of the paths; the lighter one is on all weighted ones.
        #expect(try EdgeCase.parallel().edgeBetweenness() == [1, 1, 2])
        #expect(try EdgeCase.parallel().edgeBetweenness(weighted: true) == [0, 2, 2])
        #expect(try EdgeCase.twoComponents().edgeBetweenness() == [1, 1])
        #expect(try EdgeCase.directedCycle().edgeBetweenness() == [6, 6, 6, 6])
        let unweighted = try GraphGenerators.path(vertexCount: 3)
        #expect(errorCode { try unweighted.edgeBetweenness(weighted: true) } == .missingWeights)
        #expect(errorCode { try unweighted.edgeBetweenness(from: [3]) } == .vertexOutOfRange)
    }

    @Test(arguments: SeededGraph.all.filter { ($0.seed * 7) % 18 <= 9 })
    func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let chosen = (0..<graph.vertexCount).filter { $0 % 3 == seeded.seed % 3 }
        for weighted in [false, true] {
            var (expected, some) = ([Double](repeating: 0, count: graph.edgeCount), [Double]())
            some = expected
            for source in 0..<graph.vertexCount {
                for target in 0..<graph.vertexCount where target != source {
                    let all = graph.slowPaths(from: source, to: target, .outgoing, weighted: weighted)
                    let shortest = all.filter { $0.length == all[0].length }
                    for edge in shortest.flatMap(\.edges) {
                        let share = (graph.isDirected ? 1 : 0.5) / Double(shortest.count)
                        expected[edge] += share
                        if chosen.contains(source) { some[edge] += share }
                    }
                }
            }
            expectClose(try graph.edgeBetweenness(weighted: weighted), expected)
            expectClose(try graph.edgeBetweenness(from: chosen, weighted: weighted), some)
        }
    }

    // A path from s to t has as many edges as inner vertices and one more.
    @Test(arguments: SeededGraph.all) func edgesAndVerticesAddUp(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for weighted in [false, true] {
            let edges = try graph.edgeBetweenness(weighted: weighted).reduce(0, +)
            let vertices = try graph.betweenness(weighted: weighted).reduce(0, +)
            var pairs = 0.0
            for source in 0..<graph.vertexCount {
                let tree = try graph.breadthFirstSearch(from: source)
                pairs += Double(tree.distances.count { $0 > 0 }) * (graph.isDirected ? 1 : 0.5)
            }
            #expect(abs(edges - vertices - pairs) < 1e-9 * max(1, edges))
        }
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 200, edgeCount: 500, weightSteps: 9, seed: 2)
        for weighted in [false, true] {
            let one = try graph.edgeBetweenness(weighted: weighted)
            for threads in [2, 3, 8] {
                let control = RunControl(threads: threads)
                #expect(try graph.edgeBetweenness(weighted: weighted, control: control) == one)
            }
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithIgraphAndNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        expectClose(try graph.edgeBetweenness(), try oracle.numbers("edgeBetweenness"))
        expectClose(try graph.edgeBetweenness(weighted: true), try oracle.numbers("edgeBetweennessWeighted"))
        let collapsed = graph.collapsed().graph
        let chosen = (0..<graph.vertexCount).filter { $0 % 3 == 1 }
        // networkx knows an edge by its ends.
        let ends = (0..<collapsed.edgeCount).map { edge in
            let ends = [collapsed.edgeSources[edge], collapsed.edgeTargets[edge]]
            return (ends: graph.isDirected ? ends : ends.sorted(), edge: edge)
        }
        let order = ends.sorted { ($0.ends[0], $0.ends[1]) < ($1.ends[0], $1.ends[1]) }.map(\.edge)
        let all = try collapsed.edgeBetweenness(normalized: true)
        expectClose(order.map { all[$0] }, try oracle.numbers("edgeBetweennessCollapsed"))
        let some = try collapsed.edgeBetweenness(from: chosen, weighted: true)
        expectClose(order.map { some[$0] }, try oracle.numbers("edgeBetweennessFrom"))
    }
}
