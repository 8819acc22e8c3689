import GraphKernel
import Testing

@Suite struct LouvainTests {
    @Test func cliquesAndClub() throws {
        for seed in 0..<5 as Range<UInt64> {
            let cliques = try twoCliques().louvainCommunities(seed: seed)
            #expect(cliques.labels == [0, 0, 0, 0, 1, 1, 1, 1])
            #expect(cliques.isStable)
            expectClose([try #require(cliques.quality)], [12.0 / 13 - 0.5])
            let club = try SampleGraphs.karateClub.louvainCommunities(seed: seed)
            #expect(try #require(club.quality) > 0.39)
            let dense = try twoCliques().louvainCommunities(
                quality: .constantPotts,
                resolution: 0.5,
                seed: seed
            )
            #expect(dense.quality == 6)
        }
    }

    @Test func edgeCases() throws {
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            #expect(try EdgeCase.empty(direction).louvainCommunities().levels == [[]])
            #expect(try EdgeCase.oneVertex(direction).louvainCommunities().labels == [0])
            #expect(try EdgeCase.loop(direction).louvainCommunities().labels == [0])
            let two = try EdgeCase.twoComponents(direction).louvainCommunities()
            #expect(two.labels == [0, 0, 1, 1, 2])
            #expect(try EdgeCase.twoComponents(direction).louvainCommunities(strengths: [0, 0]).count == 5)
        }
        #expect(try EdgeCase.parallel().louvainCommunities().labels == [0, 0, 0])
        #expect(try EdgeCase.parallel(.directed).louvainCommunities().quality == 0)
        #expect(try EdgeCase.directedCycle().louvainCommunities().quality == 0)
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.columnLengthMismatch, { _ = try graph.louvainCommunities(strengths: [1]) }),
            (.negativeWeight, { _ = try graph.louvainCommunities(strengths: [1, -1, 1]) }),
            (.invalidParameter, { _ = try graph.louvainCommunities(resolution: .nan) }),
            (.cancelled, { _ = try graph.louvainCommunities(control: RunControl(isCancelled: { true })) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    @Test(arguments: SeededGraph.all, CommunityQuality.allCases)
    func levelsMergeAndNothingMoreGains(seeded: SeededGraph, quality: CommunityQuality) throws {
        let graph = try seeded.graph()
        for strengths in [seeded.seed % 3 == 0 ? nil : graph.roughStrengths(seed: 5)] {
            let found = try graph.louvainCommunities(
                quality: quality,
                resolution: 0.4,
                strengths: strengths,
                seed: 2
            )
            #expect(fault(of: found, in: graph) == nil)
            let slow = graph.slowQuality(quality, strengths: strengths, resolution: 0.4)
            func value(_ labels: [Int32]) -> Double { slow(labels) ?? 0 }
            for (finer, coarser) in zip(found.levels, found.levels.dropFirst()) {
                #expect(value(finer) < value(coarser))
                #expect(Set(zip(finer, coarser).map { [$0, $1] }).count == Set(finer).count)
            }
            for community in 0..<Int32(found.count) {
                for other in 0..<community {
                    let merged = found.labels.map { $0 == other ? community : $0 }
                    #expect(value(merged) <= value(found.labels) + 1e-9)
                }
            }
            for seed in 0..<3 as Range<UInt64> {
                let other = try graph.edgesShuffled(strengths: strengths, seed: seed)
                let again = try other.graph.louvainCommunities(
                    quality: quality,
                    resolution: 0.4,
                    strengths: other.strengths,
                    seed: 2
                )
                #expect(again == found)
            }
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithTheBoundOfIgraph(oracle: OracleGraph) throws {
        guard oracle.results["bestModularity"] != nil else { return }
        let best = try oracle.numbers("bestModularity")
        let graph = try oracle.graph()
        let found = try (0..<12 as Range<UInt64>).map { seed in
            try #require(try graph.louvainCommunities(seed: seed).quality)
        }
        let largest = try #require(found.max())
        #expect(largest <= best[0] + 1e-9)
        #expect(largest >= best[0] - 0.05)
    }
}
