import GraphKernel
import Testing

@Suite struct EgoNetworkTests {
    //  0 -> 1 -> 2 -> 3, 2 -> 0, a loop at 1, two edges 1 -> 2
    private func sample() throws -> CompactGraph {
        try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (1, 2), (2, 3), (2, 0), (1, 1), (1, 2)],
            direction: .directed
        )
    }

    @Test func radiusAndDirection() throws {
        let graph = try sample()
        let out = try graph.egoNetwork(of: 1)
        #expect(out.vertices == [1, 2])
        #expect(out.distances == [0, 1])
        #expect(out.edges == [1, 4, 5])
        let back = try graph.egoNetwork(of: 1, direction: .incoming)
        #expect(back.vertices == [0, 1])
        #expect(back.edges == [0, 4])
        let both = try graph.egoNetwork(of: 1, direction: .both)
        #expect(both.vertices == [0, 1, 2])
        #expect(both.distances == [1, 0, 1])
        #expect(both.edges == [0, 1, 3, 4, 5])
        #expect(try graph.egoNetwork(of: 3, radius: 0).vertices == [3])
        #expect(try graph.egoNetwork(of: 0, radius: .max).edges.count == 6)
        #expect(errorCode { try graph.egoNetwork(of: 0, radius: -1) } == .invalidParameter)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.oneVertex().egoNetwork(of: 0).edges == [])
        #expect(try EdgeCase.loop().egoNetwork(of: 0, radius: 0).edges == [0])
        #expect(try EdgeCase.parallel().egoNetwork(of: 0).edges == [0, 1])
        #expect(try EdgeCase.twoComponents().egoNetwork(of: 4, radius: 9).vertices == [4])
        #expect(try EdgeCase.directedCycle().egoNetwork(of: 0, radius: 2).vertices == [0, 1, 2])
    }

    @Test(arguments: SeededGraph.all) func holdsExactlyTheEdgesInside(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            let ego = try graph.egoNetwork(of: 1, radius: 2, direction: direction)
            let slow = graph.slowDistances(from: 1, direction, weighted: false)
            let inside = (0..<graph.vertexCount).filter { slow[$0] <= 2 }
            #expect(ego.vertices == inside.map { Int32($0) })
            #expect(ego.distances == inside.map { Int32(slow[$0]) })
            let edges = (0..<Int32(graph.edgeCount)).filter {
                slow[Int(graph.edgeSources[Int($0)])] <= 2 && slow[Int(graph.edgeTargets[Int($0)])] <= 2
            }
            #expect(ego.edges == edges)
            #expect(try graph.subgraph(inside).originalEdges == edges)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let ego = try oracle.graph().egoNetwork(of: 0, radius: 2)
        #expect(ego.vertices.map { Double($0) } == (try oracle.numbers("ego")))
        #expect([Double(ego.edges.count)] == (try oracle.numbers("egoEdges")))
    }
}
