import GraphKernel
import Testing

@Suite struct ModularityTests {
    // 0, 1, 2 and 3, 4, 5 triangles, and 2 - 3
    @Test func twoTriangles() throws {
        let graph = try CompactGraph(
            vertexCount: 6,
            edges: [(0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (4, 5)],
            direction: .undirected
        )
        let halves: [Int32] = [7, 7, 7, -2, -2, -2]
        expectClose([try #require(try graph.modularity(of: halves))], [6.0 / 7 - 0.5])
        expectClose([try #require(try graph.modularity(of: halves, resolution: 2))], [6.0 / 7 - 1])
        expectClose([try #require(try graph.modularity(of: [0, 0, 0, 0, 0, 0]))], [0])
        #expect(try graph.constantPottsQuality(of: halves, resolution: 0.5) == 3)
        #expect(try graph.constantPottsQuality(of: [0, 1, 2, 3, 4, 5], resolution: 0.5) == 0)
        #expect(try graph.constantPottsQuality(of: [0, 0, 0, 0, 0, 0], resolution: 0.5) == -0.5)
        // The bridge as strong as a triangle: e = 3 twice of 9, K = 9 of 18.
        let strengths: [Double] = [1, 1, 1, 3, 1, 1, 1]
        expectClose([try #require(try graph.modularity(of: halves, strengths: strengths))], [6.0 / 9 - 0.5])
    }

    @Test func edgeCases() throws {
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            #expect(try EdgeCase.empty(direction).modularity(of: []) == nil)
            #expect(try EdgeCase.empty(direction).constantPottsQuality(of: [], resolution: 1) == 0)
            #expect(try EdgeCase.oneVertex(direction).modularity(of: [0]) == nil)
            #expect(try EdgeCase.loop(direction).modularity(of: [0]) == 0)
            #expect(try EdgeCase.loop(direction).constantPottsQuality(of: [0], resolution: 1) == 1)
            #expect(try EdgeCase.loop(direction).modularity(of: [0], strengths: [0]) == nil)
            #expect(try EdgeCase.twoComponents(direction).modularity(of: [0, 0, 1, 1, 2]) == 0.5)
        }
        // e = 2 of 3; K = 5 and 1 of 6.
        let parallel = try #require(try EdgeCase.parallel().modularity(of: [0, 0, 1]))
        expectClose([parallel], [2.0 / 3 - 26.0 / 36])
        // e = 1 twice of 4; two edges leave and two enter each half.
        #expect(try EdgeCase.directedCycle().modularity(of: [0, 0, 1, 1]) == 0)
        #expect(try EdgeCase.directedCycle().constantPottsQuality(of: [0, 0, 1, 1], resolution: 0.25) == 1)
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let labels: [Int32] = [0, 0, 0]
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.columnLengthMismatch, { _ = try graph.modularity(of: [0, 0]) }),
            (.columnLengthMismatch, { _ = try graph.modularity(of: labels, strengths: [1]) }),
            (.negativeWeight, { _ = try graph.modularity(of: labels, strengths: [1, -1, 1]) }),
            (.invalidWeight, { _ = try graph.modularity(of: labels, strengths: [1, .nan, 1]) }),
            (.numericOverflow, { _ = try graph.modularity(of: labels, strengths: [1e308, 1e308, 1]) }),
            (.invalidParameter, { _ = try graph.modularity(of: labels, resolution: -1) }),
            (.invalidParameter, { _ = try graph.modularity(of: labels, resolution: .infinity) }),
            (.invalidParameter, { _ = try graph.constantPottsQuality(of: labels, resolution: .nan) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    @Test(arguments: SeededGraph.all) func isTheSumOverPairs(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for (classes, resolution) in [(1, 1.0), (3, 0.6), (20, 2.5)] {
            let labels = (0..<graph.vertexCount).map { Int32($0 % classes) }
            for strengths in [nil, graph.weights, graph.roughStrengths(seed: 3)] {
                let value = try graph.modularity(of: labels, strengths: strengths, resolution: resolution)
                let slow = graph.slowQuality(.modularity, strengths: strengths, resolution: resolution)(
                    labels
                )
                expectClose(value.map { [$0] } ?? [], slow.map { [$0] } ?? [], tolerance: 1e-12)
                let potts = try graph.constantPottsQuality(
                    of: labels,
                    strengths: strengths,
                    resolution: resolution
                )
                let slowPotts = graph.slowQuality(
                    .constantPotts,
                    strengths: strengths,
                    resolution: resolution
                )(labels)
                expectClose([potts], slowPotts.map { [$0] } ?? [], tolerance: 1e-12)
                // To the bit whatever the order of the edges.
                let other = try graph.edgesShuffled(strengths: strengths, seed: 8)
                let again = try other.graph.modularity(
                    of: labels,
                    strengths: other.strengths,
                    resolution: resolution
                )
                #expect(again == value)
            }
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkxAndIgraph(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let first = (0..<graph.vertexCount).map { Int32($0 % 3) }
        let second = (0..<graph.vertexCount).map { Int32($0 / 4) }
        let components = try graph.weakComponents().labels
        let values = [
            try graph.modularity(of: first),
            try graph.modularity(of: second, strengths: graph.weights, resolution: 0.7),
            try graph.modularity(of: components, strengths: graph.weights),
        ]
        expectClose([try #require(values[0])], try oracle.numbers("modularity"))
        expectClose([try #require(values[1])], try oracle.numbers("modularityWeighted"))
        expectClose([try #require(values[2])], try oracle.numbers("modularityOfComponents"))
    }
}
