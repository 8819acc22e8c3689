import GraphKernel
import Testing

@Suite struct ReciprocityTests {
    // 0 <-> 1 (there twice), 1 -> 2, 2 -> 2
    @Test func twoOfThreeAreAnswered() throws {
        let graph = try CompactGraph(
            vertexCount: 3,
            edges: [(0, 1), (0, 1), (1, 0), (1, 2), (2, 2)],
            direction: .directed
        )
        #expect(graph.reciprocity() == 2.0 / 3)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty(.directed).reciprocity() == nil)
        #expect(try EdgeCase.loop(.directed).reciprocity() == nil)
        #expect(try EdgeCase.loop().reciprocity() == nil)
        #expect(try EdgeCase.parallel().reciprocity() == 1)
        #expect(try EdgeCase.parallel(.directed).reciprocity() == 0)
        #expect(try EdgeCase.directedCycle().reciprocity() == 0)
    }

    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let pairs = Set(graph.hops(.outgoing).map { [$0.from, $0.to] }.filter { $0[0] != $0[1] })
        let answered = pairs.count { pairs.contains([$0[1], $0[0]]) }
        #expect(graph.reciprocity() == (pairs.isEmpty ? nil : Double(answered) / Double(pairs.count)))
        #expect(graph.reversed().reciprocity() == graph.reciprocity())
    }

    @Test(arguments: OracleGraph.all.filter(\.directed)) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let share = try oracle.graph().reciprocity()
        expectClose(share.map { [$0] } ?? [], try oracle.numbers("reciprocity"))
    }
}
