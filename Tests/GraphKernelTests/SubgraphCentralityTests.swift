import Foundation
import GraphKernel
import Testing

@Suite struct SubgraphCentralityTests {
    @Test func smallShapes() throws {
        // One edge: walks of even length come home, cosh 1.
        expectClose(try GraphGenerators.path(vertexCount: 2).subgraphCentrality(), [cosh(1.0), cosh(1.0)])
        // The complete graph of n: (e^(n - 1) + (n - 1) / e) / n.
        let complete = try GraphGenerators.complete(vertexCount: 6).subgraphCentrality()
        expectClose(complete, [Double](repeating: (exp(5.0) + 5 * exp(-1.0)) / 6, count: 6))
        // The star of five: centre cosh 2, leaves 1 + (cosh 2 - 1) / 4.
        let leaf = 1 + (cosh(2.0) - 1) / 4
        expectClose(
            try GraphGenerators.star(vertexCount: 5).subgraphCentrality(),
            [cosh(2.0), leaf, leaf, leaf, leaf]
        )
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().subgraphCentrality() == [])
        #expect(try EdgeCase.oneVertex(.directed).subgraphCentrality() == [1])
        expectClose(try EdgeCase.loop(.directed).subgraphCentrality(), [exp(1.0)])
        expectClose(try EdgeCase.loop().subgraphCentrality(strengths: [3]), [exp(3.0)])
        // 0 === 1 --- 2: eigenvalues ±√5 and 0.
        let spread = (cosh(5.0.squareRoot()) - 1) / 5
        expectClose(
            try EdgeCase.parallel().subgraphCentrality(),
            [1 + 4 * spread, cosh(5.0.squareRoot()), 1 + spread]
        )
        expectClose(
            try EdgeCase.twoComponents().subgraphCentrality(),
            [cosh(1.0), cosh(1.0), cosh(1.0), cosh(1.0), 1]
        )
        #expect(try EdgeCase.parallel().subgraphCentrality(strengths: [0, 0, 0]) == [1, 1, 1])
    }

    @Test func overflowIsSaid() throws {
        let pair = try GraphGenerators.path(vertexCount: 2)
        expectClose(try pair.subgraphCentrality(strengths: [700]).map { $0 / cosh(700.0) }, [1, 1])
        for strength in [711, 740, 1e10, 1e308] {
            #expect(errorCode { try pair.subgraphCentrality(strengths: [strength]) } == .numericOverflow)
        }
        let apart = try EdgeCase.twoComponents()
        #expect(errorCode { try apart.subgraphCentrality(strengths: [1, 1e200]) } == .numericOverflow)
        #expect(errorCode { try pair.subgraphCentrality(strengths: [-1]) } == .negativeWeight)
        #expect(errorCode { try pair.subgraphCentrality(strengths: [.nan]) } == .invalidWeight)
        #expect(errorCode { try pair.subgraphCentrality(strengths: []) } == .columnLengthMismatch)
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try pair.subgraphCentrality(control: cancelled) } == .cancelled)
    }

    /// Far from a dense core a vertex has little of the core's eigenvector, and that little decides.
    @Test func smallValuesAreExact() throws {
        // 0 - 1 - … - 9 with strengths of 1, and a loop of 300 at 9.
        let edges = (0..<9).map { ($0, $0 + 1) } + [(9, 9)]
        let graph = try CompactGraph(vertexCount: 10, edges: edges, direction: .undirected)
        let strengths = [Double](repeating: 1, count: 9) + [300]
        let values = try graph.subgraphCentrality(strengths: strengths)
        #expect(values == values.sorted())
        // Of the walks through the loop almost all go straight there and back: the eigenvector falls by
        // about 300 a step, so that e^300 / 300^18 is what vertex 0 has of it.
        let expected = exp(300 + 1.0 / 300) * pow(300 - 1.0 / 300, -18)
        #expect(abs(values[0] / expected - 1) < 1e-3)
    }

    /// The series of the definition, with whole matrices.
    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let weights = try #require(graph.weights)
        let count = graph.vertexCount
        let hops = graph.hops(.both)
        var power = (0..<count).map { row in (0..<count).map { $0 == row ? 1.0 : 0 } }
        var sums = [Double](repeating: 0, count: count)
        for length in 1...120 {
            for vertex in 0..<count { sums[vertex] += power[vertex][vertex] }
            var next = power.map { $0.map { _ in 0.0 } }
            for hop in hops {
                for vertex in 0..<count {
                    next[vertex][hop.to] += power[vertex][hop.from] * weights[hop.edge] / Double(length)
                }
            }
            power = next
        }
        let values = try graph.subgraphCentrality(strengths: weights)
        expectClose(values, sums, tolerance: 1e-12)
        let names = graph.shuffledVertices(seed: 5)
        let relabelled = try graph.relabelled(names).subgraphCentrality(strengths: weights)
        expectClose(names.map { relabelled[$0] }, values, tolerance: 1e-12)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 70, edgeCount: 120, weightSteps: 9, seed: 4)
        let one = try graph.subgraphCentrality(strengths: graph.weights)
        for threads in [2, 3, 8] {
            let control = RunControl(threads: threads)
            #expect(try graph.subgraphCentrality(strengths: graph.weights, control: control) == one)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let merged = try oracle.graph(weighted: false).undirected().collapsed().graph
        expectClose(try merged.subgraphCentrality(), try oracle.numbers("subgraph"))
        let graph = try oracle.graph()
        expectClose(
            try graph.subgraphCentrality(strengths: graph.weights),
            try oracle.numbers("subgraphWeighted")
        )
    }
}
