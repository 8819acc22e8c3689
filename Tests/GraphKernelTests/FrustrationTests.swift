import EntenteTestSupport
import Foundation
import GraphKernel
import Testing

@Suite struct FrustrationTests {
    // Five vertices that all are foes: two against three leaves 1 + 3 pairs of foes in one camp.
    @Test func allFoes() throws {
        for (count, index) in [(3, 1), (4, 2), (5, 4), (6, 6), (12, 30)] {
            let graph = try GraphGenerators.complete(vertexCount: count)
            let signs = [Int8](repeating: -1, count: graph.edgeCount)
            let found = try graph.frustrationIndex(signs: signs)
            #expect(found.upperBound == index)
            #expect(found.isExact)
            #expect(found.frustratedEdges.count == index)
            #expect(found.balance == 1 - 2 * Double(index) / Double(graph.edgeCount))
        }
    }

    // 0 - 1 - 2 - 0 and 2 - 3 - 4 - 2 share vertex 2; each has one negative side, 1-2 in two parallel edges.
    @Test func blocksAddUp() throws {
        let graph = try CompactGraph(
            vertexCount: 6,
            edges: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2), (2, 1)],
            direction: .directed
        )
        let found = try graph.frustrationIndex(signs: [1, -1, 1, -1, 1, 1, -1])
        #expect(found.lowerBound == 2 && found.upperBound == 2)
        #expect(found.pairCount == 6)
        #expect(found.camps[5] == 0 && found.camps[0] == 0)
        #expect(graph.frustratedPairs([1, -1, 1, -1, 1, 1, -1], found.camps) == 2)
        // Both parallel edges of a frustrated pair are told.
        let isTogether = found.camps[1] == found.camps[2]
        #expect(
            found.frustratedEdges.contains(1) == isTogether && found.frustratedEdges.contains(6) == isTogether
        )
    }

    @Test func edgeCases() throws {
        let empty = try EdgeCase.empty().frustrationIndex(signs: [])
        #expect(empty.upperBound == 0 && empty.camps == [] && empty.balance == nil)
        #expect(try EdgeCase.oneVertex().frustrationIndex(signs: []).camps == [0])
        #expect(try EdgeCase.loop().frustrationIndex(signs: [-1]).frustratedEdges == [])
        let parallel = try EdgeCase.parallel(.directed).frustrationIndex(signs: [1, -1, -1])
        #expect(parallel.mixedEdges == [0, 1] && parallel.pairCount == 1 && parallel.upperBound == 0)
        #expect(parallel.camps == [0, 0, 1])
        #expect(try EdgeCase.twoComponents().frustrationBounds(signs: [-1, 1]).camps == [0, 1, 0, 0, 0])
        let cycle = try EdgeCase.directedCycle().frustrationIndex(signs: [1, -1, 1, 1])
        #expect(cycle.upperBound == 1 && cycle.frustratedEdges.count == 1)
        let graph = try GraphGenerators.complete(vertexCount: 30)
        let signs = graph.randomSigns(seed: 4)
        #expect(errorCode { try graph.frustrationIndex(signs: signs, limit: 12) } == .tooLarge)
        for limit in [-1, 65, .min, .max] {
            #expect(errorCode { try graph.frustrationIndex(signs: signs, limit: limit) } == .invalidParameter)
        }
        #expect(errorCode { try graph.frustrationBounds(signs: signs, rounds: -1) } == .invalidParameter)
        #expect(errorCode { try graph.frustrationIndex(signs: []) } == .columnLengthMismatch)
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try graph.frustrationIndex(signs: signs, control: cancelled) } == .cancelled)
        #expect(errorCode { try graph.frustrationBounds(signs: signs, control: cancelled) } == .cancelled)
    }

    @Test(arguments: SeededGraph.all) func agreesWithTryingAllDivisions(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let signs = graph.randomSigns(seed: UInt64(seeded.seed))
        guard graph.vertexCount <= 11 else { return }
        let least = graph.slowFrustration(signs)
        let found = try graph.frustrationIndex(signs: signs)
        #expect(found.upperBound == least && found.isExact)
    }

    /// Dense graphs, where nothing can be folded away and the bounds do not meet.
    @Test(arguments: 0..<6) func agreesWithTryingAllDivisionsOfDenseGraphs(seed: Int) throws {
        let graph = try GraphGenerators.erdosRenyi(
            vertexCount: 11,
            probability: 0.5 + 0.1 * Double(seed),
            seed: UInt64(seed)
        )
        let signs = graph.randomSigns(seed: UInt64(seed))
        #expect(try graph.frustrationIndex(signs: signs).upperBound == graph.slowFrustration(signs))
    }

    @Test(arguments: 0..<8) func boundsHold(seed: Int) throws {
        let graph = try GraphGenerators.erdosRenyi(
            vertexCount: 24,
            probability: 0.15 + 0.05 * Double(seed),
            seed: UInt64(seed)
        )
        let signs = graph.randomSigns(seed: UInt64(seed))
        let exact = try graph.frustrationIndex(signs: signs)
        #expect(exact.isExact)
        for rounds in [0, 20] {
            let found = try graph.frustrationBounds(signs: signs, limit: 0, rounds: rounds)
            #expect(found.lowerBound <= exact.upperBound && exact.upperBound <= found.upperBound)
            #expect(found.lowerBound >= exact.upperBound / 2)
            #expect(found.upperBound == graph.frustratedPairs(signs, found.camps))
            #expect(try graph.frustrationBounds(signs: signs, limit: 0, rounds: rounds) == found)
        }
        #expect(exact.upperBound == graph.frustratedPairs(signs, exact.camps))
        // The edges told are those between frustrated pairs.
        let pairs = exact.frustratedEdges.map { [graph.edgeSources[Int($0)], graph.edgeTargets[Int($0)]] }
        #expect(Set(pairs.map { Set($0) }).count == exact.upperBound)
    }

    /// To turn a camp round (all signs at some vertices) changes no index, nor do other names.
    @Test(arguments: SeededGraph.all) func turningChangesNothing(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let signs = graph.randomSigns(seed: 7)
        let index = try graph.frustrationIndex(signs: signs).upperBound
        let turned = (0..<graph.edgeCount).map { edge in
            let (source, target) = (graph.edgeSources[edge], graph.edgeTargets[edge])
            return (source % 3 == 0) != (target % 3 == 0) ? -signs[edge] : signs[edge]
        }
        #expect(try graph.frustrationIndex(signs: turned).upperBound == index)
        let renamed = try graph.relabelled(graph.shuffledVertices(seed: 5))
        #expect(try renamed.frustrationIndex(signs: signs).upperBound == index)
        #expect(try graph.signedBalance(signs: signs).isBalanced == (index == 0))
    }

    @Test func aLongCycleFolds() throws {
        let cycle = try GraphGenerators.cycle(vertexCount: 20_000)
        var signs = [Int8](repeating: 1, count: cycle.edgeCount)
        signs[777] = -1
        let found = try cycle.frustrationIndex(signs: signs)
        #expect(found.upperBound == 1 && found.frustratedEdges.count == 1)
    }

    @Test(arguments: OracleGraph.all) func agreesWithIntegerProgramming(oracle: OracleGraph) throws {
        let found = try oracle.graph().frustrationIndex(signs: oracle.signs)
        #expect([Double(found.upperBound)] == (try oracle.numbers("frustration")))
    }

    private static let ratings = "data/perf/trouleau+var-wold/data/soc-sign-bitcoin"

    @Test(
        .enabled(if: SharedData.has(ratings + "alpha.csv.gz"), "needs the shared data sets"),
        arguments: [("alpha", 24_186, 720), ("otc", 35_592, 1075)]
    )
    func ratingsOfTraders(name: String, ratings: Int, known: Int) throws {
        let lines = try SharedData.unzipped(Self.ratings + name + ".csv.gz").split(separator: 10)
        var (names, edges, signs): ([[UInt8]: Int], [(Int, Int)], [Int8]) = ([:], [], [])
        for line in lines {
            let fields = line.split(separator: UInt8(ascii: ",")).map { Array($0) }
            let ends = fields[0..<2].map { field in
                let vertex = names[field] ?? names.count
                names[field] = vertex
                return vertex
            }
            edges.append((ends[0], ends[1]))
            signs.append(fields[2].first == UInt8(ascii: "-") ? -1 : 1)
        }
        #expect(edges.count == ratings)
        let graph = try CompactGraph(vertexCount: names.count, edges: edges, direction: .directed)
        let found = try graph.frustrationBounds(signs: signs, limit: 0, rounds: 0)
        #expect(found.lowerBound <= known && found.upperBound >= found.lowerBound)
        // A poor search is within a hundredth of a good one, and the lower bound too.
        #expect(found.upperBound <= known + known / 100 && found.lowerBound >= known - known / 100)
        #expect(graph.frustratedPairs(signs, found.camps) == found.upperBound)
        let triangles = try graph.signedTriangleCounts(signs: signs)
        #expect(try #require(triangles.balancedShare) > 0.85)
        #expect(try !graph.signedBalance(signs: signs).isBalanced)
    }
}
