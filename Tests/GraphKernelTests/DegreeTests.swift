import GraphKernel
import Testing

@Suite struct DegreeTests {
    @Test func loopsCountTwo() throws {
        #expect(try EdgeCase.empty().degrees() == [])
        #expect(try EdgeCase.oneVertex().degrees() == [0])
        #expect(try EdgeCase.loop().degrees() == [2])
        let loop = try EdgeCase.loop(.directed)
        #expect(loop.degrees() == [2])
        #expect(loop.degrees(direction: .outgoing) == [1])
        #expect(loop.degrees(direction: .incoming) == [1])
        #expect(try EdgeCase.parallel().degrees() == [2, 3, 1])
        #expect(try EdgeCase.parallel(.directed).degrees(direction: .outgoing) == [2, 1, 0])
        #expect(try EdgeCase.twoComponents().degrees() == [1, 1, 1, 1, 0])
        #expect(try EdgeCase.directedCycle().degrees() == [2, 2, 2, 2])
    }

    @Test func strengthsAreChecked() throws {
        let graph = try EdgeCase.parallel()
        #expect(try graph.strengths([1, 2, 4]) == [3, 7, 4])
        #expect(try graph.strengths([1, -2, 4]) == [-1, 3, 4])
        #expect(errorCode { try graph.strengths([1, 2]) } == .columnLengthMismatch)
        #expect(errorCode { try graph.strengths([1, .nan, 1]) } == .invalidWeight)
        #expect(errorCode { try graph.strengths([1, .infinity, 1]) } == .invalidWeight)
    }

    @Test(arguments: SeededGraph.all) func handshake(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        #expect(graph.degrees().reduce(0, +) == 2 * graph.edgeCount)
        let ones = [Double](repeating: 1, count: graph.edgeCount)
        for direction in CompactGraph.SearchDirection.allCases {
            #expect(
                try graph.strengths(ones, direction: direction)
                    == graph.degrees(direction: direction).map(Double.init)
            )
        }
        guard graph.isDirected else { return }
        #expect(graph.degrees(direction: .outgoing).reduce(0, +) == graph.edgeCount)
        #expect(graph.degrees(direction: .incoming).reduce(0, +) == graph.edgeCount)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        #expect(graph.degrees().map(Double.init) == (try oracle.numbers("degree")))
        expectClose(try graph.strengths(graph.weights ?? []), try oracle.numbers("strength"))
    }
}
