import GraphKernel
import Testing

@Suite struct PageRankTests {
    @Test func symmetricGraphsAreEven() throws {
        let cycle = try EdgeCase.directedCycle().pageRank()
        #expect(cycle.isConverged)
        expectClose(cycle.scores, [0.25, 0.25, 0.25, 0.25])
        #expect(try EdgeCase.empty().pageRank().scores == [])
        #expect(try EdgeCase.oneVertex(.directed).pageRank().scores == [1])
        #expect(try EdgeCase.loop().pageRank().scores == [1])
    }

    // 0 -> 1: with damping d, x1 = (1 - d)/2 + d (x0 + x1 / 2) and x0 = 1 - x1.
    @Test func danglingVerticesJump() throws {
        let graph = try CompactGraph(vertexCount: 2, edges: [(0, 1)], direction: .directed)
        let one = (0.075 + 0.85) / (1 + 0.425)
        expectClose(try graph.pageRank(tolerance: 1e-14).scores, [1 - one, one])
        let jumpToZero = try graph.pageRank(damping: 0.5, personalization: [7, 0], tolerance: 1e-14)
        expectClose(jumpToZero.scores, [2.0 / 3, 1.0 / 3])
        expectClose(try graph.pageRank(damping: 0, personalization: [1, 3]).scores, [0.25, 0.75])
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.invalidParameter, { _ = try graph.pageRank(damping: 1.5) }),
            (.invalidParameter, { _ = try graph.pageRank(damping: .nan) }),
            (.invalidParameter, { _ = try graph.pageRank(personalization: [0, 0, 0]) }),
            (.invalidParameter, { _ = try graph.pageRank(personalization: [1, -1, 1]) }),
            (.invalidParameter, { _ = try graph.pageRank(personalization: [1, .infinity, 1]) }),
            (.invalidParameter, { _ = try graph.pageRank(personalization: [1e308, 1e308, 1e308]) }),
            (.columnLengthMismatch, { _ = try graph.pageRank(personalization: [1]) }),
            (.columnLengthMismatch, { _ = try graph.pageRank(strengths: [1]) }),
            (.negativeWeight, { _ = try graph.pageRank(strengths: [1, -1, 1]) }),
            (.invalidWeight, { _ = try graph.pageRank(strengths: [1, .nan, 1]) }),
            (.numericOverflow, { _ = try graph.pageRank(strengths: [1e308, 1e308, 1]) }),
            (.invalidParameter, { _ = try graph.pageRank(tolerance: -1) }),
            (.invalidParameter, { _ = try graph.pageRank(tolerance: .nan) }),
            (.invalidParameter, { _ = try graph.pageRank(maximumIterations: 0) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    @Test func endingEarlyIsSaid() throws {
        let result = try SampleGraphs.karateClub.pageRank(maximumIterations: 2)
        #expect(!result.isConverged)
        #expect(result.iterations == 2)
        #expect(result.residual > 0)
    }

    @Test(arguments: SeededGraph.all) func scoresAreADistributionAndAFixedPoint(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let scores = try graph.pageRank(strengths: graph.weights, tolerance: 1e-14).scores
        #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
        let hops = graph.hops(.outgoing)
        let count = Double(graph.vertexCount)
        let strengths = graph.weights ?? []
        var out = [Double](repeating: 0, count: graph.vertexCount)
        for hop in hops { out[hop.from] += strengths[hop.edge] }
        let dangling = scores.indices.filter { out[$0] == 0 }.map { scores[$0] }.reduce(0, +)
        var next = scores.map { _ in 0.15 / count + 0.85 * dangling / count }
        for hop in hops { next[hop.to] += 0.85 * scores[hop.from] * strengths[hop.edge] / out[hop.from] }
        expectClose(next, scores, tolerance: 1e-12)
        // Parallel edges of strength 1 are one edge of their multiplicity.
        let collapsed = graph.collapsed()
        expectClose(
            try collapsed.graph.pageRank(strengths: collapsed.multiplicities, tolerance: 1e-14).scores,
            try graph.pageRank(tolerance: 1e-14).scores,
            tolerance: 1e-12
        )
    }

    @Test func threadsChangeNothing() throws {
        // More than one chunk of rows.
        let graph = try GraphGenerators.multigraph(
            vertexCount: 9000,
            edgeCount: 20_000,
            direction: .directed,
            weightSteps: 5,
            seed: 6
        )
        let one = try graph.pageRank(strengths: graph.weights, maximumIterations: 12)
        for threads in [2, 8] {
            let many = try graph.pageRank(
                strengths: graph.weights,
                maximumIterations: 12,
                control: RunControl(threads: threads)
            )
            #expect(many == one)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        expectClose(try graph.pageRank(tolerance: 1e-13).scores, try oracle.numbers("pageRank"))
        let jumps = (0..<graph.vertexCount).map { Double($0 % 3) }
        let personal = try graph.pageRank(
            damping: 0.6,
            strengths: graph.weights,
            personalization: jumps,
            tolerance: 1e-13
        )
        expectClose(personal.scores, try oracle.numbers("pageRankPersonalized"))
    }
}
