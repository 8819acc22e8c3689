import GraphKernel
import Testing

@Suite struct EigenvectorTests {
    // The star of five: the centre has 1/√2, each leaf 1/√8.
    @Test func starIsKnown() throws {
        let star = try GraphGenerators.star(vertexCount: 5)
        let result = try star.eigenvectorCentrality(tolerance: 1e-13)
        #expect(result.isConverged)
        let leaf = 0.125.squareRoot()
        expectClose(result.scores, [2 * leaf, leaf, leaf, leaf, leaf])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().eigenvectorCentrality().scores == [])
        #expect(try EdgeCase.oneVertex().eigenvectorCentrality().scores == [1])
        #expect(try EdgeCase.loop().eigenvectorCentrality().scores == [1])
        expectClose(try EdgeCase.directedCycle().eigenvectorCentrality().scores, [0.5, 0.5, 0.5, 0.5])
        // 0 === 1 --- 2: the matrix (0 2 0, 2 0 1, 0 1 0) has the eigenvector (2, √5, 1) / √10.
        let parallel = try EdgeCase.parallel().eigenvectorCentrality(tolerance: 1e-13).scores
        let norm = 10.0.squareRoot()
        expectClose(parallel, [2 / norm, 5.0.squareRoot() / norm, 1 / norm])
        // Two equal components share, the single vertex fades.
        let apart = try EdgeCase.twoComponents().eigenvectorCentrality(tolerance: 1e-13).scores
        expectClose(apart, [0.5, 0.5, 0.5, 0.5, 0])
    }

    @Test func withoutCyclesItSaysSo() throws {
        let path = try GraphGenerators.path(vertexCount: 3, direction: .directed)
        let result = try path.eigenvectorCentrality(maximumIterations: 50)
        #expect(!result.isConverged)
        #expect(result.iterations == 50)
        let areFinite = result.scores.allSatisfy(\.isFinite)
        #expect(areFinite)
    }

    @Test func strengthsMayBeLargeOrZero() throws {
        let graph = try EdgeCase.parallel()
        let huge = try graph.eigenvectorCentrality(strengths: [1e308, 1e308, 1e308], tolerance: 1e-13).scores
        expectClose(huge, try graph.eigenvectorCentrality(tolerance: 1e-13).scores)
        let none = try graph.eigenvectorCentrality(strengths: [0, 0, 0]).scores
        expectClose(none, [Double](repeating: 1 / 3.0.squareRoot(), count: 3))
        #expect(errorCode { try graph.eigenvectorCentrality(strengths: [1, 1, -1]) } == .negativeWeight)
        #expect(errorCode { try graph.eigenvectorCentrality(strengths: []) } == .columnLengthMismatch)
        #expect(errorCode { try graph.eigenvectorCentrality(maximumIterations: 0) } == .invalidParameter)
    }

    @Test(arguments: SeededGraph.all) func scoresAreAnEigenvector(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let result = try graph.eigenvectorCentrality(tolerance: 1e-13, maximumIterations: 20_000)
        guard result.isConverged else { return }
        var product = [Double](repeating: 0, count: graph.vertexCount)
        for hop in graph.hops(.outgoing) { product[hop.to] += result.scores[hop.from] }
        let value = zip(product, result.scores).map { $0 * $1 }.reduce(0, +)
        expectClose(product, result.scores.map { value * $0 }, tolerance: 1e-7)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 9000, edgeCount: 20_000, seed: 9)
        let one = try graph.eigenvectorCentrality(maximumIterations: 10)
        for threads in [2, 8] {
            let control = RunControl(threads: threads)
            #expect(try graph.eigenvectorCentrality(maximumIterations: 10, control: control) == one)
        }
    }

    // networkx refuses multigraphs and gets the multiplicities as weights; only strongly connected graphs are
    // compared.
    @Test(arguments: OracleGraph.all.filter { $0.results["eigenvector"] != nil })
    func agreesWithNetworkx(oracle: OracleGraph) throws {
        let result = try oracle.graph().eigenvectorCentrality(tolerance: 1e-13, maximumIterations: 1_000_000)
        #expect(result.isConverged)
        expectClose(result.scores, try oracle.numbers("eigenvector"))
    }

    /// Components of their own have eigenvectors of their own, to which rounding must not lead.
    @Test(arguments: [1e-11, 1e-12, 1e-13, 1e-14, 1e-15, 1e-16])
    func smallTolerancesKeepToTheLargestEigenvalue(tolerance: Double) throws {
        for seed in 1...6 {
            let graph = try GraphGenerators.rMat(scale: 9, edgeFactor: 3, seed: UInt64(seed)).collapsed()
                .graph
            let plain = try graph.eigenvectorCentrality(tolerance: 1e-9)
            let exact = try graph.eigenvectorCentrality(tolerance: tolerance, maximumIterations: 400)
            for (one, other) in zip(plain.scores, exact.scores) { #expect(abs(one - other) < 1e-6) }
            let sides = try graph.hubsAndAuthorities(tolerance: tolerance, maximumIterations: 400)
            let plainSides = try graph.hubsAndAuthorities(tolerance: 1e-9)
            for (one, other) in zip(plainSides.hubs, sides.hubs) { #expect(abs(one - other) < 1e-6) }
        }
    }
}
