import GraphKernel
import Testing

@Suite struct HITSTests {
    // 0 and 1 both point to 2, 1 also to 3: A' A on (2, 3) is (2 1, 1 1), whose first eigenvector is (φ, 1).
    @Test func twoHubs() throws {
        let graph = try CompactGraph(vertexCount: 4, edges: [(0, 2), (1, 2), (1, 3)], direction: .directed)
        let result = try graph.hubsAndAuthorities(tolerance: 1e-14)
        #expect(result.isConverged)
        let golden = (1 + 5.0.squareRoot()) / 2
        let square = golden * golden
        expectClose(result.authorities, [0, 0, golden / square, 1 / square])
        expectClose(result.hubs, [1 / square, golden / square, 0, 0])
    }

    @Test func edgeCases() throws {
        let empty = try EdgeCase.empty().hubsAndAuthorities()
        #expect(empty.hubs == [])
        #expect(empty.isConverged)
        let alone = try EdgeCase.oneVertex(.directed).hubsAndAuthorities()
        #expect(alone.hubs == [0])
        #expect(alone.authorities == [0])
        #expect(alone.isConverged)
        #expect(try EdgeCase.loop(.directed).hubsAndAuthorities().hubs == [1])
        #expect(try EdgeCase.directedCycle().hubsAndAuthorities().authorities == [0.25, 0.25, 0.25, 0.25])
        #expect(try EdgeCase.twoComponents().hubsAndAuthorities().hubs == [0.25, 0.25, 0.25, 0.25, 0])
        // Undirected and bipartite, so that the even start decides: authorities A 1, hubs A A 1.
        let path = try GraphGenerators.path(vertexCount: 3).hubsAndAuthorities()
        expectClose(path.authorities, [0.25, 0.5, 0.25])
        expectClose(path.hubs, [1.0 / 3, 1.0 / 3, 1.0 / 3])
        let parallel = try EdgeCase.parallel(.directed).hubsAndAuthorities(tolerance: 1e-14)
        expectClose(parallel.hubs, [1, 0, 0])
        expectClose(parallel.authorities, [0, 1, 0])
    }

    @Test func strengthsMayBeLargeOrZero() throws {
        let graph = try EdgeCase.parallel(.directed)
        let plain = try graph.hubsAndAuthorities()
        #expect(try graph.hubsAndAuthorities(strengths: [1e308, 1e308, 1e308]) == plain)
        let none = try graph.hubsAndAuthorities(strengths: [0, 0, 0])
        #expect(none.hubs == [0, 0, 0])
        #expect(none.isConverged)
        #expect(errorCode { try graph.hubsAndAuthorities(strengths: [1, 1, -1]) } == .negativeWeight)
        #expect(errorCode { try graph.hubsAndAuthorities(strengths: [1, 1, .nan]) } == .invalidWeight)
        #expect(errorCode { try graph.hubsAndAuthorities(strengths: []) } == .columnLengthMismatch)
        #expect(errorCode { try graph.hubsAndAuthorities(tolerance: -1) } == .invalidParameter)
        #expect(errorCode { try graph.hubsAndAuthorities(maximumIterations: 0) } == .invalidParameter)
    }

    @Test func endingEarlyIsSaid() throws {
        let result = try SampleGraphs.karateClub.hubsAndAuthorities(maximumIterations: 2)
        #expect(!result.isConverged)
        #expect(result.iterations == 2)
        #expect(result.residual > 0)
    }

    @Test(arguments: SeededGraph.all) func scoresAreSingularVectors(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let result = try graph.hubsAndAuthorities(
            strengths: graph.weights,
            tolerance: 1e-14,
            maximumIterations: 100_000
        )
        guard result.isConverged, graph.edgeCount > 0 else { return }
        #expect(abs(result.hubs.reduce(0, +) - 1) < 1e-12)
        #expect(abs(result.authorities.reduce(0, +) - 1) < 1e-12)
        var (pointing, pointedAt) = (result.hubs.map { _ in 0.0 }, result.hubs.map { _ in 0.0 })
        for hop in graph.hops(.outgoing) {
            let weight = graph.weights?[hop.edge] ?? 1
            pointing[hop.from] += weight * result.authorities[hop.to]
            pointedAt[hop.to] += weight * result.hubs[hop.from]
        }
        let (pointingSum, pointedAtSum) = (pointing.reduce(0, +), pointedAt.reduce(0, +))
        expectClose(pointing.map { $0 / pointingSum }, result.hubs, tolerance: 1e-12)
        expectClose(pointedAt.map { $0 / pointedAtSum }, result.authorities, tolerance: 1e-12)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(
            vertexCount: 9000,
            edgeCount: 20_000,
            direction: .directed,
            weightSteps: 5,
            seed: 9
        )
        let one = try graph.hubsAndAuthorities(strengths: graph.weights, maximumIterations: 10)
        for threads in [2, 3, 8] {
            let many = try graph.hubsAndAuthorities(
                strengths: graph.weights,
                maximumIterations: 10,
                control: RunControl(threads: threads)
            )
            #expect(many == one)
        }
    }

    // Where the scores are not unique the oracle has none.
    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let hubs = try oracle.numbers("hubs")
        guard !hubs.isEmpty else { return }
        let graph = try oracle.graph()
        let result = try graph.hubsAndAuthorities(strengths: graph.weights, tolerance: 1e-14)
        #expect(result.isConverged)
        expectClose(result.hubs, hubs)
        expectClose(result.authorities, try oracle.numbers("authorities"))
        // Turned round, hubs are authorities.
        let reversed = try graph.reversed().hubsAndAuthorities(strengths: graph.weights, tolerance: 1e-14)
        expectClose(reversed.hubs, result.authorities)
    }
}
