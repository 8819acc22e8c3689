import GraphKernel
import Testing

@Suite struct SimRankTests {
    // The university of the paper: 0 university -> 1 and 2 professors, 1 -> 3 student -> 0, 2 -> 4 student -> 2.
    @Test func theUniversity() throws {
        let graph = try CompactGraph(
            vertexCount: 5,
            edges: [(0, 1), (0, 2), (1, 3), (3, 0), (2, 4), (4, 2)],
            direction: .directed
        )
        let found = try graph.simRank(importance: 0.8)
        #expect(found.isConverged)
        // As the paper's figure 1 says, to three digits.
        for (first, second, score) in [
            (1, 2, 0.414), (3, 4, 0.331), (0, 2, 0.132), (1, 4, 0.106), (2, 4, 0.088), (2, 3, 0.042),
            (0, 4, 0.034),
        ] {
            #expect(abs(try found.score(of: first, and: second) - score) < 0.0006)
        }
        #expect(errorCode { try found.score(of: 0, and: 5) } == .vertexOutOfRange)
        #expect(errorCode { try found.score(of: .min, and: 0) } == .vertexOutOfRange)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().simRank().scores == [])
        #expect(try EdgeCase.oneVertex().simRank().scores == [1])
        #expect(try EdgeCase.loop(.directed).simRank().scores == [1])
        // Both ends have the same one neighbour.
        let parallel = try EdgeCase.parallel().simRank(importance: 0.5)
        #expect(parallel.scores == [1, 0, 0.5, 0, 1, 0, 0.5, 0, 1])
        #expect(try EdgeCase.directedCycle().simRank().scores.reduce(0, +) == 4)
        let split = try EdgeCase.twoComponents().simRank()
        #expect(split.scores.reduce(0, +) == 5)
        let graph = try EdgeCase.parallel()
        #expect(errorCode { try graph.simRank(limit: 2) } == .tooLarge)
        for limit in [-1, .min, .max] {
            #expect(errorCode { try graph.simRank(limit: limit) } == .invalidParameter)
        }
        for importance in [-0.1, 1.1, .nan, .infinity] {
            #expect(errorCode { try graph.simRank(importance: importance) } == .invalidParameter)
        }
        #expect(errorCode { try graph.simRank(tolerance: .nan) } == .invalidParameter)
        #expect(errorCode { try graph.simRank(maximumIterations: 0) } == .invalidParameter)
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try graph.simRank(control: cancelled) } == .cancelled)
        #expect(try SampleGraphs.karateClub.simRank(maximumIterations: 2).isConverged == false)
    }

    @Test(arguments: SeededGraph.all) func scoresSolveTheEquation(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            var sets = [Set<Int>](repeating: [], count: graph.vertexCount)
            for hop in graph.hops(direction) where hop.from != hop.to { sets[hop.from].insert(hop.to) }
            let found = try graph.simRank(importance: 0.6, direction: direction, tolerance: 1e-12)
            #expect(found.isConverged)
            for first in 0..<graph.vertexCount {
                for second in 0..<graph.vertexCount {
                    let score = try found.score(of: first, and: second)
                    #expect(try score == found.score(of: second, and: first))
                    var sum = 0.0
                    for one in sets[first] {
                        for other in sets[second] { sum += try found.score(of: one, and: other) }
                    }
                    let pairs = Double(max(1, sets[first].count * sets[second].count))
                    #expect(abs(score - (first == second ? 1 : 0.6 * sum / pairs)) < 1e-11)
                }
            }
        }
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.rMat(scale: 6, edgeFactor: 3, direction: .directed, seed: 2)
        let one = try graph.simRank(importance: 0.7)
        for threads in [2, 5] {
            #expect(try graph.simRank(importance: 0.7, control: RunControl(threads: threads)) == one)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let found = try graph.simRank(importance: 0.8, tolerance: 1e-13)
        expectClose(Array(found.scores.prefix(2 * graph.vertexCount)), try oracle.numbers("simRank"))
    }
}
