import GraphKernel
import Testing

@Suite struct CompactGraphTests {
    //   0 --- 1    3 (loop)    4
    //   |   //
    //   2 -- (two edges 1-2)
    @Test func rowsHoldEveryEdgeAtBothEnds() throws {
        let graph = try CompactGraph(
            vertexCount: 5,
            edges: [(0, 1), (2, 0), (1, 2), (2, 1), (3, 3)],
            direction: .undirected
        )
        #expect(graph.edgeCount == 5)
        #expect(graph.arcCount == 9)
        #expect(try graph.neighbors(of: 0) == [1, 2])
        #expect(try graph.neighbors(of: 1) == [0, 2, 2])
        #expect(try graph.edges(of: 1) == [0, 2, 3])
        #expect(try graph.neighbors(of: 3) == [3])
        #expect(try graph.neighbors(of: 4) == [])
        #expect(try graph.edges(from: 2, to: 1) == [2, 3])
    }
}
