import GraphKernel
import Testing

@Suite struct AssortativityTests {
    @Test func smallShapes() throws {
        // In a star every edge joins the largest degree with the smallest.
        let star = try #require(try GraphGenerators.star(vertexCount: 5).degreeAssortativity())
        #expect(abs(star + 1) < 1e-12)
        // A path of four has the ends (1, 2), (2, 2), (2, 1): mean 5/3, covariance -1/9, variance 2/9.
        let path = try #require(try GraphGenerators.path(vertexCount: 4).degreeAssortativity())
        #expect(abs(path + 0.5) < 1e-12)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().degreeAssortativity() == nil)
        #expect(try EdgeCase.oneVertex(.directed).degreeAssortativity() == nil)
        #expect(try EdgeCase.loop().degreeAssortativity() == nil)
        #expect(try EdgeCase.twoComponents().degreeAssortativity() == nil)
        #expect(try EdgeCase.directedCycle().degreeAssortativity() == nil)
        #expect(try GraphGenerators.complete(vertexCount: 7).degreeAssortativity() == nil)
        // Ends (3, 2), (3, 2), (1, 2) of degrees 2, 3, 1: once each way.
        let parallel = try #require(try EdgeCase.parallel().degreeAssortativity())
        #expect(abs(parallel + 0.8) < 1e-12)
    }

    @Test(arguments: SeededGraph.all) func turningRoundChangesNothing(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let value = graph.degreeAssortativity()
        expectClose(
            graph.reversed().degreeAssortativity().map { [$0] } ?? [],
            value.map { [$0] } ?? [],
            tolerance: 1e-12
        )
        if let value { #expect(abs(value) <= 1 + 1e-12) }
    }

    @Test(arguments: OracleGraph.all) func agreesWithIgraph(oracle: OracleGraph) throws {
        let value = try oracle.graph().degreeAssortativity()
        expectClose(value.map { [$0] } ?? [], try oracle.numbers("assortativity"))
    }
}
