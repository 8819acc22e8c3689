import GraphKernel
import Testing

@Suite struct RichClubTests {
    // The complete graph of 0...3, and 4, 5, 6 at 0, 1, 2: three of degree 4, one of 3, three of 1.
    @Test func cliqueWithLeaves() throws {
        let graph = try CompactGraph(
            vertexCount: 7,
            edges: [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (0, 4), (1, 5), (2, 6)],
            direction: .undirected
        )
        #expect(try graph.richClubCoefficients() == [9.0 / 21, 1, 1, 1])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().richClubCoefficients() == [])
        #expect(try EdgeCase.oneVertex().richClubCoefficients() == [])
        #expect(try EdgeCase.loop().richClubCoefficients() == [])
        #expect(try EdgeCase.parallel(.directed).richClubCoefficients() == [2.0 / 3])
        #expect(try EdgeCase.twoComponents().richClubCoefficients() == [1.0 / 3])
        #expect(try EdgeCase.directedCycle().richClubCoefficients() == [2.0 / 3, 2.0 / 3])
    }

    @Test(arguments: SeededGraph.all) func coefficientsAreDensities(seeded: SeededGraph) throws {
        let simple = try seeded.graph().undirected().collapsed(droppingLoops: true).graph
        let degrees = simple.degrees()
        let coefficients = try seeded.graph().richClubCoefficients()
        for degree in 0...simple.vertexCount {
            let rich = (0..<simple.vertexCount).filter { degrees[$0] > degree }
            #expect((rich.count > 1) == (degree < coefficients.count))
            guard rich.count > 1 else { continue }
            #expect(abs(coefficients[degree] - (try simple.subgraph(rich).graph.density)) < 1e-12)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        expectClose(try oracle.graph().richClubCoefficients(), try oracle.numbers("richClub"))
    }
}
