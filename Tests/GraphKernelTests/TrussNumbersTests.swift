import GraphKernel
import Testing

@Suite struct TrussNumbersTests {
    // The complete graph of 0...3; 3 - 4 - 5 - 3; 5 - 6
    @Test func cliqueTriangleAndTail() throws {
        let graph = try CompactGraph(
            vertexCount: 7,
            edges: [
                (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (5, 3), (5, 6),
            ],
            direction: .undirected
        )
        #expect(try graph.trussNumbers() == [4, 4, 4, 4, 4, 4, 3, 3, 3, 2])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().trussNumbers() == [])
        #expect(try EdgeCase.loop().trussNumbers() == [0])
        #expect(try EdgeCase.parallel(.directed).trussNumbers() == [2, 2, 2])
        #expect(try EdgeCase.twoComponents().trussNumbers() == [2, 2])
        #expect(try EdgeCase.directedCycle().trussNumbers() == [2, 2, 2, 2])
        #expect(try GraphGenerators.complete(vertexCount: 6).trussNumbers().allSatisfy { $0 == 6 })
    }

    @Test(arguments: SeededGraph.all) func trussesAreWhatIsLeft(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        func pair(_ edge: Int) -> Set<Int32> { [graph.edgeSources[edge], graph.edgeTargets[edge]] }
        var expected = (0..<graph.edgeCount).map { pair($0).count == 2 ? Int32(2) : 0 }
        var kept = Set((0..<graph.edgeCount).map { pair($0) }.filter { $0.count == 2 })
        for truss in 3...Int32(graph.vertexCount + 1) {
            while true {
                let poor = kept.filter { side in
                    let corners = (0..<Int32(graph.vertexCount)).filter { corner in
                        !side.contains(corner) && side.allSatisfy { kept.contains([$0, corner]) }
                    }
                    return corners.count < truss - 2
                }
                if poor.isEmpty { break }
                kept.subtract(poor)
            }
            for edge in expected.indices where kept.contains(pair(edge)) { expected[edge] = truss }
        }
        #expect(try graph.trussNumbers() == expected)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let numbers = try oracle.graph().trussNumbers()
        #expect(numbers.map { Double($0) } == (try oracle.numbers("trusses")))
    }
}
