import GraphKernel
import Testing

@Suite struct TrianglesTests {
    // 0 - 1 - 2 - 0, 2 - 3
    @Test func triangleWithATail() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (1, 2), (2, 0), (2, 3)],
            direction: .undirected
        )
        let found = try graph.triangleCounts()
        #expect(found.triangles == [1, 1, 1, 0])
        #expect(found.neighborCounts == [2, 2, 3, 1])
        #expect(found.total == 1)
        #expect(found.localClustering == [1, 1, 1.0 / 3, 0])
        #expect(found.averageClustering == 7.0 / 12)
        #expect(found.transitivity == 0.6)
    }

    @Test func edgeCases() throws {
        let empty = try EdgeCase.empty().triangleCounts()
        #expect(empty.triangles == [])
        #expect(empty.averageClustering == nil)
        #expect(empty.transitivity == nil)
        #expect(try EdgeCase.oneVertex().triangleCounts().localClustering == [0])
        #expect(try EdgeCase.loop().triangleCounts().neighborCounts == [0])
        #expect(try EdgeCase.parallel().triangleCounts().neighborCounts == [1, 2, 1])
        #expect(try EdgeCase.parallel().triangleCounts().transitivity == 0)
        #expect(try EdgeCase.twoComponents(.directed).triangleCounts().transitivity == nil)
        #expect(try EdgeCase.directedCycle().triangleCounts().total == 0)
        #expect(try GraphGenerators.complete(vertexCount: 30).triangleCounts().total == 4060)
        #expect(try SampleGraphs.karateClub.triangleCounts().total == 45)
    }

    @Test(arguments: SeededGraph.all) func countsAreThoseOfAllTriples(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let pairs = Set(graph.hops(.both).map { Set([$0.from, $0.to]) })
        var expected = [Int](repeating: 0, count: graph.vertexCount)
        for first in 0..<graph.vertexCount {
            for second in 0..<first where pairs.contains([first, second]) {
                for third in 0..<second
                where pairs.contains([first, third]) && pairs.contains([second, third]) {
                    for corner in [first, second, third] { expected[corner] += 1 }
                }
            }
        }
        #expect(try graph.triangleCounts().triangles == expected)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.rMat(scale: 12, edgeFactor: 4, seed: 3)
        let one = try graph.triangleCounts()
        #expect(one.total > 1000)
        for threads in [2, 5] {
            #expect(try graph.triangleCounts(control: RunControl(threads: threads)) == one)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let found = try oracle.graph().triangleCounts()
        #expect(found.triangles.map { Double($0) } == (try oracle.numbers("triangles")))
        expectClose(found.localClustering, try oracle.numbers("clustering"))
        // networkx calls a share of no pairs 0.
        expectClose([found.transitivity ?? 0], try oracle.numbers("transitivity"))
    }
}
