import GraphKernel
import Testing

@Suite struct KatzTests {
    // 0 -> 1 -> 2: walks of length 0, 1 and 2 end at vertex 2.
    @Test func pathOfThree() throws {
        let path = try GraphGenerators.path(vertexCount: 3, direction: .directed)
        let result = try path.katzCentrality(alpha: 0.5)
        #expect(result.isConverged)
        #expect(result.scores == [1, 1.5, 1.75])
        #expect(try path.katzCentrality(alpha: 0.5, direction: .incoming).scores == [1.75, 1.5, 1])
        #expect(try path.katzCentrality(alpha: 2, beta: [3, 0, 1]).scores == [3, 6, 13])
        #expect(try path.katzCentrality(alpha: 0.5, strengths: [4, 1]).scores == [1, 3, 2.5])
        expectClose(
            try path.katzCentrality(alpha: 0, beta: [3, 0, 4], normalized: true).scores,
            [0.6, 0, 0.8]
        )
        // Either way: x1 = 1 + x0 with x0 = 1 + x1 / 2 on both sides.
        expectClose(try path.katzCentrality(alpha: 0.5, direction: .both).scores, [3, 4, 3])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().katzCentrality().scores == [])
        #expect(try EdgeCase.empty().katzCentrality(normalized: true).isConverged)
        #expect(try EdgeCase.oneVertex(.directed).katzCentrality().scores == [1])
        // x = 1 + x / 2
        expectClose(try EdgeCase.loop().katzCentrality(alpha: 0.5).scores, [2])
        // x0 = 1 + x1 / 2, x1 = 1 + x0 / 2 + x2 / 4, x2 = 1 + x1 / 4, two edges counting twice.
        expectClose(
            try EdgeCase.parallel().katzCentrality(alpha: 0.25).scores,
            [25.0 / 11, 28.0 / 11, 18.0 / 11]
        )
        #expect(
            try EdgeCase.twoComponents().katzCentrality(alpha: 0.5, maximumIterations: 100).scores[4] == 1
        )
        expectClose(try EdgeCase.directedCycle().katzCentrality(alpha: 0.5).scores, [2, 2, 2, 2])
        #expect(
            try EdgeCase.parallel().katzCentrality(beta: [0, 0, 0], normalized: true).scores == [0, 0, 0]
        )
    }

    @Test func strengthsMayBeLargeOrZero() throws {
        let graph = try EdgeCase.parallel()
        let huge = try graph.katzCentrality(strengths: [1e308, 1e308, 1e308])
        #expect(huge == (try graph.katzCentrality()))
        let tiny = Double.leastNonzeroMagnitude
        #expect(try graph.katzCentrality(strengths: [tiny, tiny, tiny]).scores == huge.scores)
        #expect(try graph.katzCentrality(strengths: [0, 0, 0]).scores == [1, 1, 1])
    }

    @Test func beyondTheEigenvalueItSaysSo() throws {
        // The largest eigenvalue of the complete graph of five is 4.
        let graph = try GraphGenerators.complete(vertexCount: 5)
        #expect(try graph.katzCentrality(alpha: 0.249, maximumIterations: 10_000).isConverged)
        for alpha in [0.25, 0.26, 3, 1e300] {
            let result = try graph.katzCentrality(alpha: alpha)
            #expect(!result.isConverged)
            #expect(result.scores.allSatisfy { $0.isFinite && $0 >= 1 })
        }
        #expect(
            try !graph.katzCentrality(alpha: 1e10, strengths: [Double](repeating: 1e308, count: 10))
                .isConverged
        )
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.invalidParameter, { _ = try graph.katzCentrality(alpha: -0.1) }),
            (.invalidParameter, { _ = try graph.katzCentrality(alpha: .nan) }),
            (.invalidParameter, { _ = try graph.katzCentrality(alpha: .infinity) }),
            (.invalidParameter, { _ = try graph.katzCentrality(beta: [1, -1, 1]) }),
            (.invalidParameter, { _ = try graph.katzCentrality(beta: [1, .nan, 1]) }),
            (.columnLengthMismatch, { _ = try graph.katzCentrality(beta: [1]) }),
            (.columnLengthMismatch, { _ = try graph.katzCentrality(strengths: [1]) }),
            (.negativeWeight, { _ = try graph.katzCentrality(strengths: [1, -1, 1]) }),
            (.invalidWeight, { _ = try graph.katzCentrality(strengths: [1, .nan, 1]) }),
            (.invalidParameter, { _ = try graph.katzCentrality(tolerance: .nan) }),
            (.invalidParameter, { _ = try graph.katzCentrality(maximumIterations: 0) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    /// The safe attenuation always converges, and where there is a walk it is not below 0.85 by the largest
    /// sum of strengths at a vertex. The scores solve the equation.
    @Test(arguments: SeededGraph.all) func scoresSolveTheEquation(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            let result = try graph.katzCentrality(
                strengths: graph.weights,
                direction: direction,
                tolerance: 1e-14
            )
            #expect(result.isConverged)
            let weights = try #require(graph.weights)
            let hops = graph.hops(direction)
            // The attenuation taken, from the definition of the bound.
            var sums = [Double](repeating: 0, count: graph.vertexCount)
            for hop in hops { sums[hop.to] += weights[hop.edge] }
            var squares = sums.map { _ in 0.0 }
            for hop in hops { squares[hop.to] += weights[hop.edge] * sums[hop.from] }
            let alpha = 0.85 / max(weights.max() ?? 0, (squares.max() ?? 0).squareRoot())
            #expect(alpha * (sums.max() ?? 0) >= 0.85 * (1 - 1e-12))
            var next = sums.map { _ in 1.0 }
            for hop in hops { next[hop.to] += alpha * weights[hop.edge] * result.scores[hop.from] }
            expectClose(next, result.scores, tolerance: 1e-12)
        }
    }

    @Test(arguments: SeededGraph.all) func relabellingPermutes(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let names = graph.shuffledVertices(seed: 3)
        let scores = try graph.katzCentrality(strengths: graph.weights, tolerance: 1e-14).scores
        let relabelled = try graph.relabelled(names).katzCentrality(
            strengths: graph.weights,
            tolerance: 1e-14
        )
        expectClose(names.map { relabelled.scores[$0] }, scores, tolerance: 1e-12)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(
            vertexCount: 9000,
            edgeCount: 20_000,
            weightSteps: 5,
            seed: 9
        )
        let one = try graph.katzCentrality(strengths: graph.weights, maximumIterations: 10)
        for threads in [2, 3, 8] {
            let control = RunControl(threads: threads)
            #expect(
                try graph.katzCentrality(strengths: graph.weights, maximumIterations: 10, control: control)
                    == one
            )
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let alpha = try oracle.numbers("katzAlpha")[0]
        expectClose(
            try graph.katzCentrality(alpha: alpha, tolerance: 1e-14).scores,
            try oracle.numbers("katz")
        )
        let result = try graph.katzCentrality(
            alpha: alpha,
            beta: (0..<graph.vertexCount).map { Double($0 % 3) },
            normalized: true,
            tolerance: 1e-14
        )
        expectClose(result.scores, try oracle.numbers("katzNormalized"))
    }
}
