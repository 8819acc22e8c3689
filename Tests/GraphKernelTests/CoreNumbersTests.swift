import GraphKernel
import Testing

@Suite struct CoreNumbersTests {
    // The complete graph of 0...3, then 3 - 4 - 5 - 3, 5 - 6, 7
    @Test func cliqueTriangleAndTail() throws {
        let graph = try CompactGraph(
            vertexCount: 8,
            edges: [
                (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 3), (5, 6),
            ],
            direction: .undirected
        )
        #expect(try graph.coreNumbers() == [3, 3, 3, 3, 2, 2, 1, 0])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().coreNumbers() == [])
        #expect(try EdgeCase.oneVertex().coreNumbers() == [0])
        #expect(try EdgeCase.loop().coreNumbers() == [0])
        #expect(try EdgeCase.parallel().coreNumbers() == [2, 2, 1])
        #expect(try EdgeCase.parallel(.directed).coreNumbers(direction: .outgoing) == [0, 0, 0])
        #expect(try EdgeCase.twoComponents().coreNumbers() == [1, 1, 1, 1, 0])
        #expect(try EdgeCase.directedCycle().coreNumbers(direction: .outgoing) == [1, 1, 1, 1])
        #expect(try EdgeCase.directedCycle().coreNumbers() == [2, 2, 2, 2])
    }

    @Test(arguments: SeededGraph.all, CompactGraph.SearchDirection.allCases)
    func coresAreWhatIsLeft(seeded: SeededGraph, direction: CompactGraph.SearchDirection) throws {
        let graph = try seeded.graph()
        let hops = graph.hops(direction).filter { $0.from != $0.to }
        var expected = [Int32](repeating: 0, count: graph.vertexCount)
        for core in 1...Int32(max(1, graph.edgeCount)) {
            var kept = Set(0..<graph.vertexCount)
            while true {
                let poor = kept.filter { vertex in
                    hops.count { $0.from == vertex && kept.contains($0.to) } < core
                }
                if poor.isEmpty { break }
                kept.subtract(poor)
            }
            if kept.isEmpty { break }
            for vertex in kept { expected[vertex] = core }
        }
        #expect(try graph.coreNumbers(direction: direction) == expected)
        let names = graph.shuffledVertices(seed: 5)
        let relabelled = try graph.relabelled(names).coreNumbers(direction: direction)
        #expect(names.map { relabelled[$0] } == expected)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkxAndIgraph(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        func column(_ numbers: [Int32]) -> [Double] { numbers.map { Double($0) } }
        #expect(column(try graph.collapsed().graph.coreNumbers()) == (try oracle.numbers("cores")))
        #expect(column(try graph.coreNumbers()) == (try oracle.numbers("coresMultiple")))
        #expect(
            column(try graph.coreNumbers(direction: .outgoing)) == (try oracle.numbers("coresOutgoing"))
        )
    }
}
