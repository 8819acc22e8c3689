import GraphKernel
import Testing

@Suite struct SignedTrianglesTests {
    // Four vertices, all joined: 0-1 +, 0-2 +, 1-2 -, 0-3 -, 1-3 -, 2-3 -
    private static func square() throws -> (CompactGraph, [Int8]) {
        let edges = [(0, 1), (0, 2), (1, 2), (0, 3), (1, 3), (2, 3)]
        return (
            try CompactGraph(vertexCount: 4, edges: edges, direction: .undirected), [1, 1, -1, -1, -1, -1]
        )
    }

    @Test func fourTriangles() throws {
        let (graph, signs) = try Self.square()
        let found = try graph.signedTriangleCounts(signs: signs)
        // 012 ++-, 013 +--, 023 +--, 123 ---
        #expect(found.byNegativeSides == [0, 1, 2, 1])
        #expect(found.balanced == [2, 1, 1, 2])
        #expect(found.unbalanced == [1, 2, 2, 1])
        #expect(found.balancedShare == 0.5)
        let all = try graph.signedTriangles(signs: signs)
        #expect(all.triangles.map(\.vertices) == [[0, 1, 2], [0, 1, 3], [0, 2, 3], [1, 2, 3]])
        #expect(all.triangles.map(\.isBalanced) == [false, true, true, false])
        #expect(all.triangles[1].signs == [1, -1, -1])
        #expect(all.triangles[1].edges == [0, 3, 4])
        #expect(!all.isCut)
        let cut = try graph.signedTriangles(signs: signs, balanced: false, limit: 1)
        #expect(cut.triangles.map(\.vertices) == [[0, 1, 2]])
        #expect(cut.isCut)
        #expect(try graph.signedTriangles(signs: signs, balanced: true).triangles.count == 2)
        #expect(try graph.signedTriangles(signs: signs, limit: 0).isCut)
    }

    @Test func mixedPairsAndNeutralEdges() throws {
        // 0-1 twice +, 1-2 + and neutral, 2-0 both signs, 0-0 -
        let graph = try CompactGraph(
            vertexCount: 3,
            edges: [(0, 1), (1, 0), (1, 2), (2, 1), (2, 0), (0, 2), (0, 0)],
            direction: .directed
        )
        let mixed = try graph.signedTriangleCounts(signs: [1, 1, 1, 0, 1, -1, -1])
        #expect(mixed.byNegativeSides == [0, 0, 0, 0])
        #expect(mixed.mixedPairCount == 1)
        #expect(mixed.balancedShare == nil)
        let plain = try graph.signedTriangles(signs: [1, 1, 0, -1, 1, 0, -1])
        #expect(plain.triangles.map(\.edges) == [[0, 4, 3]])
        #expect(plain.triangles.map(\.isBalanced) == [false])
    }

    @Test func edgeCases() throws {
        for (graph, signs) in [
            (try EdgeCase.empty(), []), (try EdgeCase.oneVertex(), []), (try EdgeCase.loop(), [-1]),
            (try EdgeCase.parallel(), [1, -1, 1]), (try EdgeCase.twoComponents(), [1, 1]),
            (try EdgeCase.directedCycle(), [1, 1, 1, 1]),
        ] as [(CompactGraph, [Int8])] {
            #expect(try graph.signedTriangleCounts(signs: signs).byNegativeSides == [0, 0, 0, 0])
            #expect(try graph.signedTriangles(signs: signs).triangles == [])
        }
        let graph = try EdgeCase.parallel()
        #expect(errorCode { try graph.signedTriangleCounts(signs: [1]) } == .columnLengthMismatch)
        #expect(errorCode { try graph.signedTriangleCounts(signs: [1, 2, 1]) } == .invalidParameter)
        #expect(errorCode { try graph.signedTriangles(signs: [1, -128, 1]) } == .invalidParameter)
        #expect(errorCode { try graph.signedTriangles(signs: [1, 1, 1], limit: -1) } == .invalidParameter)
    }

    @Test(arguments: SeededGraph.all) func countsAreThoseOfAllTriples(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let signs = graph.randomSigns(seed: UInt64(seeded.seed))
        let pairs = graph.signedPairs(signs)
        var (kinds, expected) = ([0, 0, 0, 0], [[Int32]]())
        var unbalanced = [Int](repeating: 0, count: graph.vertexCount)
        for first in 0..<Int32(graph.vertexCount) {
            for second in (first + 1)..<max(first + 1, Int32(graph.vertexCount)) {
                for third in (second + 1)..<max(second + 1, Int32(graph.vertexCount)) {
                    let sides = [pairs[[first, second]], pairs[[first, third]], pairs[[second, third]]]
                    guard !sides.contains(nil) else { continue }
                    let negative = sides.count { $0 == -1 }
                    kinds[negative] += 1
                    expected.append([first, second, third])
                    guard negative % 2 == 1 else { continue }
                    for corner in [first, second, third] { unbalanced[Int(corner)] += 1 }
                }
            }
        }
        let found = try graph.signedTriangleCounts(signs: signs)
        #expect(found.byNegativeSides == kinds)
        #expect(found.unbalanced == unbalanced)
        let list = try graph.signedTriangles(signs: signs)
        #expect(list.triangles.map(\.vertices) == expected)
        for triangle in list.triangles {
            #expect(triangle.signs == triangle.edges.map { signs[Int($0)] })
        }
        #expect(
            try found.balanced.indices.allSatisfy { found.balanced[$0] >= 0 }
                && graph.signedTriangleCounts(signs: signs.map { -$0 }).byNegativeSides == kinds.reversed()
        )
    }

    @Test func withoutNegativeSignsTheyAreTriangles() throws {
        let graph = try GraphGenerators.rMat(scale: 11, edgeFactor: 4, seed: 3)
        let plain = try graph.triangleCounts()
        let signs = [Int8](repeating: 1, count: graph.edgeCount)
        #expect(try graph.signedTriangleCounts(signs: signs).balanced == plain.triangles)
        let mixed = graph.randomSigns(seed: 1)
        let one = try graph.signedTriangleCounts(signs: mixed)
        #expect(one.unbalancedTotal > 100)
        for threads in [2, 5] {
            let control = RunControl(threads: threads)
            #expect(try graph.signedTriangleCounts(signs: mixed, control: control) == one)
        }
        let cancelled = RunControl(threads: 2, isCancelled: { true })
        #expect(errorCode { try graph.signedTriangleCounts(signs: mixed, control: cancelled) } == .cancelled)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let found = try oracle.graph().signedTriangleCounts(signs: oracle.signs)
        #expect(found.byNegativeSides.map { Double($0) } == (try oracle.numbers("signedTriangles")))
    }
}
