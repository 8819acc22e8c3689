import GraphKernel
import Testing

@Suite struct SampledBetweennessTests {
    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().sampledBetweenness().scores == [])
        #expect(try EdgeCase.oneVertex().sampledBetweenness().samples == 0)
        #expect(try EdgeCase.loop().sampledBetweenness().scores == [0])
        #expect(try GraphGenerators.complete(vertexCount: 4).sampledBetweenness().scores == [0, 0, 0, 0])
        #expect(try EdgeCase.twoComponents().sampledBetweenness().scores == [0, 0, 0, 0, 0])
        // Every path between two others goes through the middle, and only those two of six ordered pairs count.
        let middle = try EdgeCase.parallel().sampledBetweenness(epsilon: 0.05)
        #expect(abs(middle.scores[1] - 1) <= 0.05)
        #expect(middle.scores[0] == 0)
        #expect(middle.epsilon == 0.05)
        #expect(middle.delta == 0.1)
        #expect(middle.seed == 1)
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        for value in [0, 1, -0.1, Double.nan, .infinity] {
            #expect(errorCode { try graph.sampledBetweenness(epsilon: value) } == .invalidParameter)
            #expect(errorCode { try graph.sampledBetweenness(delta: value) } == .invalidParameter)
        }
        #expect(errorCode { try graph.sampledBetweenness(epsilon: 1e-9) } == .tooLarge)
        #expect(errorCode { try graph.sampledBetweenness(epsilon: 1e-300) } == .tooLarge)
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try graph.sampledBetweenness(control: cancelled) } == .cancelled)
    }

    @Test func tooManyPathsAreAnError() throws {
        let edges = (0..<1100).flatMap { square in
            let first = 3 * square
            return [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
        }
        // Many sources before and many targets behind, so that most pairs have the squares between them.
        let leaves = (0..<1000).flatMap { [(3301 + $0, 0), (3300, 4301 + $0)] }
        let graph = try CompactGraph(vertexCount: 5301, edges: edges + leaves, direction: .directed)
        #expect(errorCode { try graph.sampledBetweenness(epsilon: 0.5) } == .numericOverflow)
    }

    // A bound that holds with 90 % or more; with these seeds it holds everywhere.
    @Test(arguments: SeededGraph.all) func errorsAreWithinTheBound(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let exact = try graph.betweenness(normalized: true)
        let sampled = try graph.sampledBetweenness(epsilon: 0.06, seed: UInt64(seeded.seed))
        let errors = zip(sampled.scores, exact).map { abs($0 - $1) }
        #expect(errors.max() ?? 0 <= 0.06)
    }

    // Shares that a wrong choice among equal paths would spoil: two of three paths from 0 to 3 use a parallel edge.
    @Test func pathsAreDrawnAlike() throws {
        let graph = try CompactGraph(
            vertexCount: 6,
            edges: [(0, 1), (0, 1), (1, 3), (0, 2), (2, 3), (3, 4), (4, 5)],
            direction: .undirected
        )
        let exact = try graph.betweenness(normalized: true)
        expectClose(try graph.sampledBetweenness(epsilon: 0.02).scores, exact, tolerance: 0.02)
    }

    @Test func fewPathsNeedFewSamples() throws {
        // Two centres, 0 and 1, each within three of four paths.
        let leaves = [(0, 1)] + (2..<400).map { ($0 % 2, $0) }
        let centred = try CompactGraph(vertexCount: 400, edges: leaves, direction: .undirected)
        let hub = try centred.sampledBetweenness(epsilon: 0.03)
        let even = try GraphGenerators.erdosRenyi(vertexCount: 400, probability: 0.05, seed: 1)
        let spread = try even.sampledBetweenness(epsilon: 0.03)
        #expect(spread.samples < hub.samples)
        #expect(spread.samples > 300)
        let rough = try even.sampledBetweenness(epsilon: 0.1)
        #expect(rough.samples < spread.samples)
    }

    @Test func threadsChangeNothingAndSeedsDo() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 300, edgeCount: 600, seed: 8)
        let one = try graph.sampledBetweenness(epsilon: 0.05, seed: 4)
        for threads in [2, 3, 8] {
            let control = RunControl(threads: threads)
            #expect(try graph.sampledBetweenness(epsilon: 0.05, seed: 4, control: control) == one)
        }
        #expect(try graph.sampledBetweenness(epsilon: 0.05, seed: 5).scores != one.scores)
    }
}
