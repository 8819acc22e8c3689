import GraphKernel
import Testing

@Suite struct BiconnectedComponentsTests {
    //  0 - 1       4 - 5
    //   \ /       /     \
    //    2 ----- 3 ===== 6 (two edges)    7 - 7
    @Test func twoCyclesAndABridge() throws {
        let graph = try CompactGraph(
            vertexCount: 8,
            edges: [(0, 1), (1, 2), (2, 3), (2, 0), (3, 4), (4, 5), (5, 6), (6, 3), (3, 6), (7, 7)],
            direction: .directed
        )
        let found = try graph.biconnectedComponents()
        #expect(found.edgeLabels == [0, 0, 1, 0, 2, 2, 2, 2, 2, -1])
        #expect(found.sizes == [3, 1, 5])
        #expect(found.articulationPoints == [2, 3])
        #expect(found.bridges == [2])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().biconnectedComponents().count == 0)
        #expect(try EdgeCase.oneVertex().biconnectedComponents().articulationPoints == [])
        #expect(try EdgeCase.loop().biconnectedComponents().edgeLabels == [-1])
        let parallel = try EdgeCase.parallel(.directed).biconnectedComponents()
        #expect(parallel.edgeLabels == [0, 0, 1])
        #expect(parallel.articulationPoints == [1])
        #expect(parallel.bridges == [2])
        #expect(try EdgeCase.twoComponents().biconnectedComponents().bridges == [0, 1])
        #expect(try EdgeCase.directedCycle().biconnectedComponents().sizes == [4])
    }

    @Test(arguments: SeededGraph.all) func removalSeparates(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let found = try graph.biconnectedComponents()
        let count = try graph.weakComponents().count
        for vertex in 0..<graph.vertexCount {
            let others = (0..<graph.vertexCount).filter { $0 != vertex }
            let left = try graph.subgraph(others).graph.weakComponents().count
            #expect(found.articulationPoints.contains(Int32(vertex)) == (left > count), "vertex \(vertex)")
        }
        for edge in 0..<graph.edgeCount {
            let others = (0..<graph.edgeCount).filter { $0 != edge }
            let without = try CompactGraph(
                vertexCount: graph.vertexCount,
                sources: others.map { graph.edgeSources[$0] },
                targets: others.map { graph.edgeTargets[$0] },
                direction: graph.direction
            )
            let left = try without.weakComponents().count
            #expect(found.bridges.contains(Int32(edge)) == (left > count), "edge \(edge)")
        }
        // No single vertex cuts a component, and two of them share one vertex at most.
        for block in 0..<found.count {
            let edges = (0..<graph.edgeCount).filter { Int(found.edgeLabels[$0]) == block }
            #expect(edges.count == Int(found.sizes[block]))
            let ends = Set(edges.flatMap { [graph.edgeSources[$0], graph.edgeTargets[$0]] })
            for other in (block + 1)..<max(block + 1, found.count) {
                let others = (0..<graph.edgeCount).filter { Int(found.edgeLabels[$0]) == other }
                let shared = ends.intersection(
                    others.flatMap { [graph.edgeSources[$0], graph.edgeTargets[$0]] }
                )
                #expect(shared.count <= 1)
                #expect(shared.isSubset(of: found.articulationPoints))
            }
        }
    }

    @Test func aPathOfAMillionVertices() throws {
        let path = try GraphGenerators.path(vertexCount: 1_000_000)
        let found = try path.biconnectedComponents()
        #expect(found.count == 999_999)
        #expect(found.articulationPoints.count == 999_998)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkxAndIgraph(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let found = try graph.biconnectedComponents()
        #expect(found.articulationPoints.map { Double($0) } == (try oracle.numbers("articulationPoints")))
        #expect(found.bridges.map { Double($0) } == (try oracle.numbers("bridges")))
        // The oracle has one edge a pair; there a bridge may stand for several parallel edges.
        let simple = try graph.undirected().collapsed(droppingLoops: true).graph
        let sizes = try simple.biconnectedComponents().sizes.sorted()
        #expect(sizes.map { Double($0) } == (try oracle.numbers("blocks")))
    }
}
