import GraphKernel
import Testing

@Suite struct DensityTests {
    @Test func smallShapes() throws {
        #expect(try GraphGenerators.complete(vertexCount: 5).density == 1)
        #expect(try GraphGenerators.complete(vertexCount: 5, direction: .directed).density == 1)
        #expect(try GraphGenerators.path(vertexCount: 4).density == 0.5)
        #expect(try EdgeCase.empty().density == 0)
        #expect(try EdgeCase.loop().density == 0)
        #expect(try EdgeCase.parallel().density == 1)
        #expect(try EdgeCase.parallel(.directed).density == 0.5)
        #expect(try EdgeCase.twoComponents().density == 0.2)
        #expect(try EdgeCase.directedCycle().density == 1.0 / 3)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        expectClose([try oracle.graph().density], try oracle.numbers("density"))
    }
}
