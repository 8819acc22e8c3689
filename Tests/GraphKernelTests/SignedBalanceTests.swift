import GraphKernel
import Testing

@Suite struct SignedBalanceTests {
    // 0 -+- 1      two friends against two friends; 4 alone
    // |-    |-
    // 3 -+- 2
    @Test func twoCamps() throws {
        let graph = try CompactGraph(
            vertexCount: 5,
            edges: [(0, 1), (1, 2), (2, 3), (3, 0), (0, 2)],
            direction: .undirected
        )
        let balanced = try graph.signedBalance(signs: [1, -1, 1, -1, -1])
        #expect(balanced.isBalanced)
        #expect(balanced.camps == [0, 0, 1, 1, 0])
        #expect(balanced.unbalancedCycle == nil)
        let broken = try graph.signedBalance(signs: [1, -1, 1, 1, 0])
        #expect(broken.camps == nil)
        #expect(broken.unbalancedCycle?.vertices == [3, 0, 1, 2])
        #expect(broken.unbalancedCycle?.edges == [3, 0, 1, 2])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().signedBalance(signs: []).camps == [])
        #expect(try EdgeCase.oneVertex().signedBalance(signs: []).camps == [0])
        #expect(try EdgeCase.loop().signedBalance(signs: [-1]).camps == [0])
        let mixed = try EdgeCase.parallel(.directed).signedBalance(signs: [1, -1, -1])
        #expect(mixed.camps == [0, 0, 1])
        #expect(mixed.mixedEdges == [0, 1])
        #expect(try EdgeCase.twoComponents().signedBalance(signs: [-1, -1]).camps == [0, 1, 0, 1, 0])
        #expect(try EdgeCase.directedCycle().signedBalance(signs: [-1, 1, 1, 1]).isBalanced == false)
        let code = errorCode { try EdgeCase.parallel().signedBalance(signs: [1, 1, 3]) }
        #expect(code == .invalidParameter)
        let path = try GraphGenerators.path(vertexCount: 100_000)
        let signs = [Int8](repeating: -1, count: path.edgeCount)
        let camps = try path.signedBalance(signs: signs).camps
        #expect(camps?.prefix(3) == [0, 1, 0] && camps?.last == 1)
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try path.signedBalance(signs: signs, control: cancelled) } == .cancelled)
    }

    @Test(arguments: SeededGraph.all) func whatItSaysIsProved(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for seed in 0..<4 {
            // Mostly friends, so that some graphs are balanced.
            let signs = graph.randomSigns(seed: UInt64(seed)).map { seed % 2 == 0 ? $0 : abs($0) }
            let pairs = graph.signedPairs(signs)
            let balance = try graph.signedBalance(signs: signs)
            if graph.vertexCount <= 11 {
                #expect(balance.isBalanced == (graph.slowFrustration(signs) == 0))
            }
            if let camps = balance.camps {
                #expect(graph.frustratedPairs(signs, camps) == 0)
            } else {
                let cycle = try #require(balance.unbalancedCycle)
                #expect(Set(cycle.vertices).count == cycle.vertices.count && cycle.vertices.count > 2)
                var product = 1
                for (position, edge) in cycle.edges.enumerated() {
                    let next = cycle.vertices[(position + 1) % cycle.vertices.count]
                    let ends: Set = [Int32(cycle.vertices[position]), Int32(next)]
                    #expect([graph.edgeSources[edge], graph.edgeTargets[edge]].allSatisfy(ends.contains))
                    #expect(pairs[ends] == signs[edge])
                    product *= Int(signs[edge])
                }
                #expect(product == -1 && cycle.edges.count == cycle.vertices.count)
            }
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let balance = try oracle.graph().signedBalance(signs: oracle.signs)
        #expect([balance.isBalanced ? 1 : 0] == (try oracle.numbers("signedBalanced")))
    }
}
