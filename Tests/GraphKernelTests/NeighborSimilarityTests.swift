import Foundation
import GraphKernel
import Testing

@Suite struct NeighborSimilarityTests {
    // 0 and 1 both know 2 and 3; 0 also knows 4 (twice), 1 also 5; 3 knows 5; 6 is alone, 2 has a loop
    private static func graph(_ direction: CompactGraph.EdgeDirection) throws -> CompactGraph {
        try CompactGraph(
            vertexCount: 7,
            edges: [(0, 2), (0, 3), (0, 4), (0, 4), (1, 2), (1, 3), (1, 5), (3, 5), (2, 2)],
            direction: direction
        )
    }

    @Test func byHand() throws {
        let graph = try Self.graph(.undirected)
        func score(_ measure: NeighborSimilarity, _ first: Int, _ second: Int) throws -> Double {
            try graph.similarity(measure, of: first, and: second)
        }
        #expect(try score(.commonNeighbors, 0, 1) == 2)
        #expect(try score(.jaccard, 0, 1) == 0.5)
        #expect(try score(.cosine, 0, 1) == 2.0 / 3)
        // Vertex 2 has two neighbours, vertex 3 three.
        #expect(try score(.adamicAdar, 0, 1) == 1 / log(2.0) + 1 / log(3.0))
        #expect(try score(.resourceAllocation, 0, 1) == 1.0 / 2 + 1.0 / 3)
        #expect(try score(.preferentialAttachment, 0, 1) == 9)
        #expect(try score(.commonNeighbors, 2, 3) == 2)
        #expect(try score(.preferentialAttachment, 4, 5) == 2)
        for measure in NeighborSimilarity.allCases {
            #expect(try score(measure, 0, 6) == 0)
            #expect(try score(measure, 6, 6) == 0)
        }
        #expect(try score(.jaccard, 0, 0) == 1)
        #expect(try score(.cosine, 1, 1) == 1)
        #expect(try score(.adamicAdar, 4, 4) == 1 / log(3.0))
        #expect(try score(.adamicAdar, 0, 0) == 1 / log(2.0) + 1 / log(3.0))
    }

    @Test func directions() throws {
        let graph = try Self.graph(.directed)
        #expect(try graph.similarity(.commonNeighbors, of: 0, and: 1) == 2)
        #expect(try graph.similarity(.jaccard, of: 1, and: 3) == 1.0 / 3)
        #expect(try graph.similarity(.commonNeighbors, of: 2, and: 3, direction: .incoming) == 2)
        // 5 is the target of two edges, from 1 and from 3.
        #expect(try graph.similarity(.resourceAllocation, of: 1, and: 3) == 0.5)
        #expect(try graph.similarity(.jaccard, of: 0, and: 1, direction: .both) == 0.5)
        let similar = try graph.mostSimilar(.jaccard, to: 1, joined: true)
        #expect(similar.map(\.vertex) == [0, 3])
        #expect(similar.map(\.score) == [0.5, 1.0 / 3])
        // An edge leads from 1 to 3.
        #expect(try graph.mostSimilar(.jaccard, to: 1).map(\.vertex) == [0])
        #expect(try graph.mostSimilar(.jaccard, to: 3).map(\.vertex) == [])
    }

    @Test func equalScoresAreInTheOrderOfVertices() throws {
        let star = try GraphGenerators.star(vertexCount: 6)
        for measure in NeighborSimilarity.allCases {
            let similar = try star.mostSimilar(measure, to: 3, count: 3)
            #expect(similar.map(\.vertex) == [1, 2, 4])
            #expect(similar.allSatisfy { $0.commonNeighbors == 1 })
            #expect(try star.mostSimilar(measure, to: 0) == [])
            #expect(try star.mostSimilar(measure, to: 3, count: 0) == [])
        }
    }

    @Test func edgeCases() throws {
        for measure in NeighborSimilarity.allCases {
            let empty = try EdgeCase.empty()
            #expect(errorCode { try empty.similarity(measure, of: 0, and: 0) } == .vertexOutOfRange)
            #expect(try empty.similarities(measure, of: []) == [])
            #expect(try EdgeCase.oneVertex().similarity(measure, of: 0, and: 0) == 0)
            #expect(try EdgeCase.loop().similarity(measure, of: 0, and: 0) == 0)
            #expect(try EdgeCase.loop(.directed).mostSimilar(measure, to: 0) == [])
            let graph = try EdgeCase.parallel()
            for vertex in [-1, 3, .max, .min] {
                #expect(errorCode { try graph.similarity(measure, of: 0, and: vertex) } == .vertexOutOfRange)
                #expect(errorCode { try graph.similarities(measure, of: [(vertex, 0)]) } == .vertexOutOfRange)
                #expect(errorCode { try graph.mostSimilar(measure, to: vertex) } == .vertexOutOfRange)
            }
            #expect(errorCode { try graph.mostSimilar(measure, to: 0, count: -1) } == .invalidParameter)
        }
        #expect(try EdgeCase.parallel().similarity(.jaccard, of: 0, and: 2) == 1)
        #expect(
            try EdgeCase.directedCycle().mostSimilar(.cosine, to: 0, direction: .both).map(\.vertex) == [2]
        )
    }

    @Test(arguments: SeededGraph.all) func scoresAreThoseOfSets(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            var (sets, counts) = ([Set<Int>](repeating: [], count: graph.vertexCount), [Int: Int]())
            for hop in graph.hops(direction) where hop.from != hop.to { sets[hop.from].insert(hop.to) }
            for vertex in 0..<graph.vertexCount { counts[vertex] = sets.count { $0.contains(vertex) } }
            let pairs = (0..<graph.vertexCount).flatMap { u in (0..<graph.vertexCount).map { (u, $0) } }
            for measure in NeighborSimilarity.allCases {
                let all = try graph.similarities(measure, of: pairs, direction: direction)
                for (pair, score) in zip(pairs, all) {
                    let (first, second) = (sets[pair.0], sets[pair.1])
                    let common = first.intersection(second).sorted()
                    let expected: Double
                    switch measure {
                    case .commonNeighbors: expected = Double(common.count)
                    case .jaccard:
                        expected = Double(common.count) / Double(max(1, first.union(second).count))
                    case .cosine:
                        expected =
                            Double(common.count) / Double(max(1, first.count * second.count)).squareRoot()
                    case .adamicAdar:
                        expected = common.filter { counts[$0] != 1 }.reduce(0) {
                            $0 + 1 / log(Double(counts[$1] ?? 0))
                        }
                    case .resourceAllocation:
                        expected = common.reduce(0) { $0 + 1 / Double(counts[$1] ?? 0) }
                    case .preferentialAttachment: expected = Double(first.count * second.count)
                    }
                    #expect(abs(score - expected) < 1e-12)
                    #expect(
                        try graph.similarity(measure, of: pair.0, and: pair.1, direction: direction) == score
                    )
                }
                try expectBest(measure, graph, direction, sets, all)
            }
        }
    }

    /// The list for a vertex is the table of all pairs, sorted.
    private func expectBest(
        _ measure: NeighborSimilarity,
        _ graph: CompactGraph,
        _ direction: CompactGraph.SearchDirection,
        _ sets: [Set<Int>],
        _ all: [Double]
    ) throws {
        let count = graph.vertexCount
        let ends = Set(graph.hops(.both).map { [$0.from, $0.to] })
        for vertex in 0..<count {
            for joined in [false, true] {
                let candidates = (0..<count).filter { other in
                    other != vertex && !sets[vertex].isDisjoint(with: sets[other])
                        && (joined || !ends.contains([vertex, other]))
                }
                let found = try graph.mostSimilar(
                    measure,
                    to: vertex,
                    count: count,
                    joined: joined,
                    direction: direction
                )
                #expect(Set(found.map(\.vertex)) == Set(candidates) && found.count == candidates.count)
                for (position, similar) in found.enumerated() {
                    #expect(similar.score == all[vertex * count + similar.vertex])
                    #expect(similar.commonNeighbors == sets[vertex].intersection(sets[similar.vertex]).count)
                    guard position > 0 else { continue }
                    let before = found[position - 1]
                    #expect(before.score > similar.score - 1e-12 * similar.score)
                    #expect(before.score != similar.score || before.vertex < similar.vertex)
                }
                let best = try graph.mostSimilar(
                    measure,
                    to: vertex,
                    count: 2,
                    joined: joined,
                    direction: direction
                )
                #expect(best == Array(found.prefix(2)))
            }
        }
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.rMat(scale: 9, edgeFactor: 4, seed: 2)
        let pairs = (0..<1000).map { ($0 % 512, ($0 * 37) % 512) }
        for measure in NeighborSimilarity.allCases {
            let one = try graph.similarities(measure, of: pairs)
            #expect(one.contains { $0 > 0 })
            let control = RunControl(threads: 3)
            #expect(try graph.similarities(measure, of: pairs, control: control) == one)
        }
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try graph.similarities(.jaccard, of: pairs, control: cancelled) } == .cancelled)
    }

    @Test(arguments: OracleGraph.all) func agreesWithOthers(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let pairs = [0, 1].flatMap { u in (0..<graph.vertexCount).filter { $0 != u }.map { (u, $0) } }
        func expect(
            _ measure: NeighborSimilarity,
            _ key: String,
            _ direction: CompactGraph.SearchDirection = .outgoing
        ) throws {
            let scores = try graph.similarities(measure, of: pairs, direction: direction)
            expectClose(scores, try oracle.numbers(key))
        }
        try expect(.commonNeighbors, "similarCommon")
        try expect(.cosine, "similarCosine")
        try expect(.jaccard, "similarJaccard")
        try expect(.jaccard, "similarJaccardIncoming", .incoming)
        try expect(.adamicAdar, "similarAdamicAdar")
        guard !graph.isDirected else { return }
        try expect(.jaccard, "similarJaccardNetworkx")
        try expect(.adamicAdar, "similarAdamicAdarNetworkx")
        try expect(.resourceAllocation, "similarAllocation")
        try expect(.preferentialAttachment, "similarAttachment")
    }
}
