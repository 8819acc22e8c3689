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

    // 0 - 1 - 2 - 3 and 1 - 4: through 1 nothing is reached, but 1 is, and the edges of what is.
    @Test func nothingIsReachedThroughWhatIsNotPassable() throws {
        let graph = try CompactGraph(
            vertexCount: 5,
            edges: [(0, 1), (1, 2), (2, 3), (1, 4), (0, 4)],
            direction: .undirected
        )
        let passable = [true, false, true, true, true]
        let ego = try graph.egoNetwork(of: 0, radius: 3, passable: passable)
        #expect(ego.vertices == [0, 1, 4])
        #expect(ego.distances == [0, 1, 1])
        #expect(ego.edges == [0, 3, 4])
        #expect(try graph.egoNetwork(of: 1, radius: 1, passable: passable).vertices == [0, 1, 2, 4])
        let code = errorCode { try graph.egoNetwork(of: 0, passable: [true]) }
        #expect(code == .columnLengthMismatch)
    }

    @Test(arguments: SeededGraph.all) func distancesKeepToPassableVertices(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let passable = (0..<graph.vertexCount).map { ($0 + seeded.seed) % 3 > 0 }
        for direction in CompactGraph.SearchDirection.allCases {
            let hops = graph.hops(direction).filter { passable[$0.from] || $0.from == 2 }
            var distances: [Int: Int32] = [2: 0]
            for round in 0..<3 {
                for hop in hops where distances[hop.from] == Int32(round) && distances[hop.to] == nil {
                    distances[hop.to] = Int32(round) + 1
                }
            }
            let ego = try graph.egoNetwork(of: 2, radius: 3, direction: direction, passable: passable)
            #expect(ego.vertices == distances.keys.sorted().map { Int32($0) })
            #expect(ego.distances == ego.vertices.map { distances[Int($0)] })
        }
    }

    @Test func aPathOfAMillionVertices() throws {
        let graph = try GraphGenerators.path(vertexCount: 1_000_000)
        let ego = try graph.egoNetwork(of: 500_000, radius: 400_000)
        #expect(ego.vertices.count == 800_001)
        #expect(ego.edges.count == 800_000)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let ego = try oracle.graph().egoNetwork(of: 0, radius: 2)
        #expect(ego.vertices.map { Double($0) } == (try oracle.numbers("ego")))
        #expect([Double(ego.edges.count)] == (try oracle.numbers("egoEdges")))
    }
}
