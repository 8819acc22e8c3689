import GraphKernel
import Testing

@Suite struct BrokerageTests {
    @Test func smallShapes() throws {
        // The centre of a star has four ties of 1/4 and nothing redundant; a leaf has all in one.
        let star = try GraphGenerators.star(vertexCount: 5).brokerage()
        #expect(star.constraints == [0.25, 1, 1, 1, 1])
        #expect(star.effectiveSizes == [4, 1, 1, 1, 1])
        // In a triangle each tie is 1/2 and 1/4 more over the third: 2 (3/4)²; size 2 - 2 / 2.
        let triangle = try GraphGenerators.complete(vertexCount: 3).brokerage()
        #expect(triangle.constraints == [1.125, 1.125, 1.125])
        #expect(triangle.effectiveSizes == [1, 1, 1])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().brokerage().constraints == [])
        #expect(try EdgeCase.oneVertex().brokerage().constraints == [nil])
        #expect(try EdgeCase.loop(.directed).brokerage().effectiveSizes == [nil])
        // 0 === 1 --- 2: two thirds and one third.
        let parallel = try EdgeCase.parallel().brokerage()
        expectClose(parallel.constraints.map { $0 ?? -1 }, [1, 5.0 / 9, 1])
        #expect(parallel.effectiveSizes == [1, 2, 1])
        #expect(try EdgeCase.twoComponents().brokerage().constraints == [1, 1, 1, 1, nil])
        #expect(try EdgeCase.directedCycle().brokerage().constraints == [0.5, 0.5, 0.5, 0.5])
    }

    @Test func strengthsAreChecked() throws {
        let graph = try EdgeCase.parallel()
        #expect(try graph.brokerage(strengths: [0, 0, 0]).constraints == [nil, nil, nil])
        #expect(try graph.brokerage(strengths: [0, 0, 3]).constraints == [nil, 1, 1])
        let huge = try graph.brokerage(strengths: [1e308, 1e308, 1e308])
        #expect(huge == (try graph.brokerage()))
        #expect(errorCode { try graph.brokerage(strengths: [1, 1, -1]) } == .negativeWeight)
        #expect(errorCode { try graph.brokerage(strengths: [1, .nan, 1]) } == .invalidWeight)
        #expect(errorCode { try graph.brokerage(strengths: [1]) } == .columnLengthMismatch)
    }

    @Test(arguments: SeededGraph.all) func effectiveSizeIsBorgattis(seeded: SeededGraph) throws {
        let graph = try seeded.graph().undirected().collapsed(droppingLoops: true).graph
        let sizes = try graph.brokerage().effectiveSizes
        for vertex in 0..<graph.vertexCount {
            let neighbors = try graph.neighbors(of: vertex).map { Int($0) }
            guard !neighbors.isEmpty else {
                #expect(sizes[vertex] == nil)
                continue
            }
            let ties = try graph.subgraph(neighbors).graph.edgeCount
            let expected = Double(neighbors.count) - 2 * Double(ties) / Double(neighbors.count)
            #expect(abs((sizes[vertex] ?? -1) - expected) < 1e-12)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let plain = try graph.brokerage(strengths: graph.weights)
        expectClose(plain.constraints.map { $0 ?? -1 }, try oracle.numbers("constraint"))
        expectClose(plain.effectiveSizes.map { $0 ?? -1 }, try oracle.numbers("effectiveSize"))
    }
}
