import GraphKernel
import Testing

@Suite struct ProjectionTests {
    // People 0, 1, 2, 5 and venues 3 (0, 1, 2 there) and 4 (1, 2 there); 5 was nowhere.
    private let edges = [(0, 3), (3, 1), (2, 3), (2, 4), (1, 4), (1, 4)]
    private let isPerson = [true, true, true, false, false, true]

    @Test(arguments: [CompactGraph.EdgeDirection.undirected, .directed])
    func peopleAndVenues(direction: CompactGraph.EdgeDirection) throws {
        let graph = try CompactGraph(vertexCount: 6, edges: edges, direction: direction)
        let people = try graph.projected(onto: isPerson)
        #expect(!people.graph.isDirected)
        #expect(people.graph.vertexCount == 4)
        #expect(people.originalVertices == [0, 1, 2, 5])
        #expect(people.graph.edgeSources == [0, 0, 1])
        #expect(people.graph.edgeTargets == [1, 2, 2])
        #expect(people.sharedCounts == [1, 1, 2])
        #expect(people.strengths == [1, 1, 2])
        #expect(try graph.projected(onto: isPerson, strength: .newman).strengths == [0.5, 0.5, 1.5])
        #expect(try graph.projected(onto: isPerson, strength: .jaccard).strengths == [0.5, 0.5, 1])
        #expect(try graph.projected(onto: isPerson, strength: .overlap).strengths == [1, 1, 1])
        let venues = try graph.projected(onto: isPerson.map { !$0 }, strength: .newman)
        #expect(venues.originalVertices == [3, 4])
        #expect(venues.sharedCounts == [2])
        #expect(venues.strengths == [2])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().projected(onto: []).graph.vertexCount == 0)
        #expect(try EdgeCase.oneVertex().projected(onto: [false]).graph.vertexCount == 0)
        #expect(try EdgeCase.oneVertex().projected(onto: [true]).originalVertices == [0])
        #expect(try EdgeCase.parallel(.directed).projected(onto: [true, false, true]).sharedCounts == [1])
        #expect(try EdgeCase.parallel().projected(onto: [false, true, false]).graph.edgeCount == 0)
        let apart = try EdgeCase.twoComponents().projected(onto: [true, false, true, false, true])
        #expect(apart.graph.vertexCount == 3)
        #expect(apart.graph.edgeCount == 0)
        #expect(try EdgeCase.directedCycle().projected(onto: [true, false, true, false]).sharedCounts == [2])
    }

    @Test func whatDoesNotFitIsRefused() throws {
        let graph = try EdgeCase.parallel()
        let modes = [true, false, true]
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.columnLengthMismatch, { _ = try graph.projected(onto: [true]) }),
            (.notTwoMode, { _ = try graph.projected(onto: [true, true, false]) }),
            (.notTwoMode, { _ = try EdgeCase.loop().projected(onto: [true]) }),
            (.invalidParameter, { _ = try graph.projected(onto: modes, limit: -1) }),
            (.invalidParameter, { _ = try graph.projected(onto: modes, limit: .max) }),
            (.tooLarge, { _ = try graph.projected(onto: modes, limit: 0) }),
            (
                .tooLarge,
                {
                    let star = try GraphGenerators.star(vertexCount: 100_001)
                    _ = try star.projected(onto: [false] + [Bool](repeating: true, count: 100_000))
                }
            ),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
        #expect(try graph.projected(onto: modes, limit: 1).graph.edgeCount == 1)
        // Two venues of one pair each: one edge is allowed, the second is seen in the end.
        let path = try GraphGenerators.path(vertexCount: 5)
        let ends = [true, false, true, false, true]
        #expect(errorCode { try path.projected(onto: ends, limit: 1) } == .tooLarge)
        let large = try GraphGenerators.star(vertexCount: 2000)
        let leaves = [false] + [Bool](repeating: true, count: 1999)
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try large.projected(onto: leaves, control: cancelled) } == .cancelled)
    }

    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let (graph, isKept) = try twoMode(seeded.graph())
        let neighbors = try (0..<graph.vertexCount).map { Set(try graph.neighbors(of: $0, direction: .both)) }
        for strength in CompactGraph.ProjectionStrength.allCases {
            let projected = try graph.projected(onto: isKept, strength: strength)
            var edge = 0
            for (low, first) in projected.originalVertices.enumerated() {
                for (high, second) in projected.originalVertices.enumerated() where high > low {
                    let (one, other) = (neighbors[Int(first)], neighbors[Int(second)])
                    let common = one.intersection(other)
                    guard !common.isEmpty else { continue }
                    #expect(Int(projected.graph.edgeSources[edge]) == low)
                    #expect(Int(projected.graph.edgeTargets[edge]) == high)
                    #expect(Int(projected.sharedCounts[edge]) == common.count)
                    let expected =
                        switch strength {
                        case .shared: Double(common.count)
                        case .newman: common.map { 1 / Double(neighbors[Int($0)].count - 1) }.reduce(0, +)
                        case .jaccard: Double(common.count) / Double(one.union(other).count)
                        case .overlap: Double(common.count) / Double(min(one.count, other.count))
                        }
                    #expect(abs(projected.strengths[edge] - expected) < 1e-12)
                    edge += 1
                }
            }
            #expect(edge == projected.graph.edgeCount)
        }
    }

    /// The edges of a graph that join an even and an odd vertex, and which vertices are even.
    private func twoMode(_ graph: CompactGraph) throws -> (CompactGraph, [Bool]) {
        let edges = (0..<graph.edgeCount).filter { (graph.edgeSources[$0] + graph.edgeTargets[$0]) % 2 == 1 }
        let joined = try CompactGraph(
            vertexCount: graph.vertexCount,
            sources: edges.map { graph.edgeSources[$0] },
            targets: edges.map { graph.edgeTargets[$0] },
            direction: graph.direction
        )
        return (joined, (0..<graph.vertexCount).map { $0 % 2 == 0 })
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let (graph, isKept) = try twoMode(oracle.graph())
        for (strength, key) in [
            (CompactGraph.ProjectionStrength.shared, "shared"), (.newman, "newman"), (.jaccard, "jaccard"),
            (.overlap, "overlap"),
        ] {
            let projected = try graph.projected(onto: isKept, strength: strength)
            let ends = zip(projected.graph.edgeSources, projected.graph.edgeTargets).flatMap {
                source,
                target in
                [source, target].map { Double(projected.originalVertices[Int($0)]) }
            }
            #expect(ends == (try oracle.numbers("projectedEnds")))
            expectClose(projected.strengths, try oracle.numbers("projected-" + key))
        }
    }
}
