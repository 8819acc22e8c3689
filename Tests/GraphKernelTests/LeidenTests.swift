import GraphKernel
import Synchronization
import Testing

@Suite struct LeidenTests {
    @Test func cliquesAndClub() throws {
        for seed in 0..<5 as Range<UInt64> {
            let cliques = try twoCliques().leidenCommunities(seed: seed)
            #expect(cliques.labels == [0, 0, 0, 0, 1, 1, 1, 1])
            #expect(cliques.sizes == [4, 4])
            #expect(cliques.isStable)
            expectClose([try #require(cliques.quality)], [12.0 / 13 - 0.5])
            // A community of the constant Potts model is denser than the resolution.
            let dense = try twoCliques().leidenCommunities(
                quality: .constantPotts,
                resolution: 0.5,
                seed: seed
            )
            #expect(dense.labels == cliques.labels)
            #expect(dense.quality == 6)
            let single = try twoCliques().leidenCommunities(
                quality: .constantPotts,
                resolution: 1.5,
                seed: seed
            )
            #expect(single.labels == [0, 1, 2, 3, 4, 5, 6, 7])
            let whole = try twoCliques().leidenCommunities(resolution: 0, seed: seed)
            #expect(whole.count == 1)
            // The best partition of the club, with four communities.
            let club = try SampleGraphs.karateClub.leidenCommunities(maximumIterations: .max, seed: seed)
            expectClose([try #require(club.quality)], [0.419789612], tolerance: 1e-8)
            #expect(club.count == 4)
        }
    }

    @Test func edgeCases() throws {
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            let empty = try EdgeCase.empty(direction).leidenCommunities()
            #expect(empty.labels == [])
            #expect(empty.quality == nil)
            #expect(empty.isStable)
            #expect(try EdgeCase.oneVertex(direction).leidenCommunities().labels == [0])
            #expect(try EdgeCase.loop(direction).leidenCommunities().labels == [0])
            let two = try EdgeCase.twoComponents(direction).leidenCommunities()
            #expect(two.labels == [0, 0, 1, 1, 2])
            // Edges of no strength tie no one.
            let untied = try EdgeCase.twoComponents(direction).leidenCommunities(
                quality: .constantPotts,
                resolution: 0.1,
                strengths: [0, 2]
            )
            #expect(untied.labels == [0, 1, 2, 2, 3])
        }
        #expect(try EdgeCase.parallel().leidenCommunities().labels == [0, 0, 0])
        // With directions it is worth nothing more to join all three.
        #expect(try EdgeCase.parallel(.directed).leidenCommunities().quality == 0)
        #expect(try EdgeCase.directedCycle().leidenCommunities().quality == 0)
    }

    @Test(arguments: 0..<12, CommunityQuality.allCases)
    func findsTheBestOfSmallGraphs(seed: Int, quality: CommunityQuality) throws {
        let graph = try GraphGenerators.multigraph(
            vertexCount: 6,
            edgeCount: 6 + seed % 5,
            direction: seed % 2 == 0 ? .undirected : .directed,
            weightSteps: 5,
            seed: UInt64(seed)
        )
        for (strengths, resolution) in [(nil, 1.0), (graph.weights, 0.7)] {
            let found = try (0..<10 as Range<UInt64>).map { seed in
                try graph.leidenCommunities(
                    quality: quality,
                    resolution: resolution,
                    strengths: strengths,
                    maximumIterations: .max,
                    seed: seed
                ).quality
            }
            let values = found.compactMap { $0 }
            let best = graph.bestQuality(quality, strengths: strengths, resolution: resolution)
            expectClose(values.max().map { [$0] } ?? [], best.map { [$0] } ?? [], tolerance: 1e-12)
        }
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.columnLengthMismatch, { _ = try graph.leidenCommunities(strengths: [1]) }),
            (.negativeWeight, { _ = try graph.leidenCommunities(strengths: [1, -1, 1]) }),
            (.invalidWeight, { _ = try graph.leidenCommunities(strengths: [1, .infinity, 1]) }),
            (.numericOverflow, { _ = try graph.leidenCommunities(strengths: [1e308, 1e308, 1]) }),
            (.invalidParameter, { _ = try graph.leidenCommunities(resolution: -0.1) }),
            (.invalidParameter, { _ = try graph.leidenCommunities(maximumIterations: 0) }),
            (.invalidParameter, { _ = try graph.leidenCommunities(randomness: 0) }),
            (.invalidParameter, { _ = try graph.leidenCommunities(randomness: .nan) }),
            (.cancelled, { _ = try graph.leidenCommunities(control: RunControl(isCancelled: { true })) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    @Test(arguments: SeededGraph.all, CommunityQuality.allCases)
    func communitiesAreConnectedAndStableOnesOptimal(seeded: SeededGraph, quality: CommunityQuality) throws {
        let graph = try seeded.graph()
        // With much randomness parts are hardly merged.
        for (resolution, randomness) in [(1.0, 0.01), (0.3, 1000)] {
            for strengths in [seeded.seed % 3 == 0 ? nil : graph.roughStrengths(seed: 5)] {
                let first = try graph.leidenCommunities(
                    quality: quality,
                    resolution: resolution,
                    strengths: strengths,
                    maximumIterations: 1,
                    randomness: randomness,
                    seed: 7
                )
                let stable = try graph.leidenCommunities(
                    quality: quality,
                    resolution: resolution,
                    strengths: strengths,
                    maximumIterations: .max,
                    randomness: randomness,
                    seed: 7
                )
                #expect(stable.isStable)
                for found in [first, stable] {
                    #expect(fault(of: found, in: graph) == nil)
                    #expect(try graph.areConnected(found.labels, strengths: strengths))
                }
                let slow = graph.slowQuality(quality, strengths: strengths, resolution: resolution)
                func value(_ labels: [Int32]) -> Double { slow(labels) ?? 0 }
                let reached = value(stable.labels)
                expectClose([stable.quality ?? 0], [reached], tolerance: 1e-12)
                #expect(reached >= value(first.labels) - 1e-12)
                for community in 0...Int32(stable.count) {
                    for vertex in 0..<graph.vertexCount {
                        var moved = stable.labels
                        moved[vertex] = community
                        #expect(value(moved) <= reached + 1e-9)
                    }
                    for other in 0..<community {
                        #expect(value(stable.labels.map { $0 == other ? community : $0 }) <= reached + 1e-9)
                    }
                }
            }
        }
    }

    @Test(arguments: SeededGraph.all) func theOrderOfEdgesChangesNothing(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for strengths in [nil, graph.roughStrengths(seed: 1)] {
            for quality in CommunityQuality.allCases {
                let found = try graph.leidenCommunities(
                    quality: quality,
                    resolution: 0.5,
                    strengths: strengths,
                    seed: 3
                )
                for seed in 0..<3 as Range<UInt64> {
                    let other = try graph.edgesShuffled(strengths: strengths, seed: seed)
                    let again = try other.graph.leidenCommunities(
                        quality: quality,
                        resolution: 0.5,
                        strengths: other.strengths,
                        seed: 3
                    )
                    #expect(again == found)
                }
            }
            // The unit of the strengths does not matter.
            if let strengths {
                let scaled = try graph.leidenCommunities(strengths: strengths.map { $0 * 1024 }, seed: 3)
                #expect(scaled == (try graph.leidenCommunities(strengths: strengths, seed: 3)))
            }
        }
    }

    @Test func largerGraphs() throws {
        let graph = try GraphGenerators.rMat(scale: 10, edgeFactor: 4, seed: 2)
        let found = try graph.leidenCommunities(maximumIterations: .max, seed: 1)
        #expect(fault(of: found, in: graph) == nil)
        #expect(try graph.areConnected(found.labels, strengths: nil))
        #expect(found.quality == (try graph.modularity(of: found.labels)))
        let path = try GraphGenerators.path(vertexCount: 3000).leidenCommunities()
        #expect(try #require(path.quality) > 0.95)
    }

    @Test func progressCountsIterations() throws {
        let steps = Mutex<[[Int]]>([])
        let control = RunControl(progress: { done, total in
            steps.withLock { $0.append([done, total]) }
        })
        let graph = try GraphGenerators.rMat(scale: 8, edgeFactor: 4, seed: 2)
        _ = try graph.leidenCommunities(maximumIterations: 2, control: control)
        #expect(steps.withLock { $0 } == [[1, 2], [2, 2]])
    }

    @Test(arguments: OracleGraph.all) func agreesWithTheBoundOfIgraph(oracle: OracleGraph) throws {
        guard oracle.results["bestModularity"] != nil else { return }
        let graph = try oracle.graph()
        let found = try (0..<12 as Range<UInt64>).map { seed in
            try #require(try graph.leidenCommunities(maximumIterations: .max, seed: seed).quality)
        }
        // Small graphs have local bests, where igraph and leidenalg end too.
        let (largest, best) = (try #require(found.max()), try oracle.numbers("bestModularity")[0])
        #expect(largest <= best + 1e-9)
        #expect(largest >= best - 0.05)
    }
}
