import GraphKernel
import Testing

@Suite struct GroupCentralityTests {
    //  0 - 1 - 2 - 3 - 4
    @Test func pathOfFive() throws {
        let path = try GraphGenerators.path(vertexCount: 5)
        #expect(try path.groupDegree(of: [1, 3]) == 3)
        #expect(try path.groupDegree(of: [1, 3], normalized: true) == 1)
        #expect(try path.groupDegree(of: [0, 1]) == 1)
        #expect(try path.groupCloseness(of: [1, 3]) == 1)
        #expect(try path.groupCloseness(of: [0, 1]) == 0.5)
        // Between 0, 2 and 4 all three paths meet the group.
        #expect(try path.groupBetweenness(of: [1, 3]) == 3)
        #expect(try path.groupBetweenness(of: [1, 3], normalized: true) == 1)
        #expect(try path.groupBetweenness(of: [0, 1]) == 0)
        let directed = try GraphGenerators.path(vertexCount: 5, direction: .directed)
        #expect(try directed.groupDegree(of: [1, 3], direction: .outgoing) == 2)
        #expect(try directed.groupDegree(of: [1, 2], direction: .incoming) == 1)
        #expect(try directed.groupCloseness(of: [1], scaled: false) == 0.5)
        #expect(try directed.groupCloseness(of: [1]) == 0.375)
        #expect(try directed.groupBetweenness(of: [1, 3]) == 3)
        #expect(try directed.groupBetweenness(of: [1, 3], normalized: true) == 0.5)
        // 0 and 2 are opposite in a cycle of four, and two ways join 1 and 3.
        #expect(try GraphGenerators.cycle(vertexCount: 4).groupBetweenness(of: [0]) == 0.5)
        #expect(try GraphGenerators.cycle(vertexCount: 4).groupBetweenness(of: [0, 2]) == 1)
    }

    @Test func edgeCases() throws {
        let graphs = try [
            EdgeCase.empty(), EdgeCase.oneVertex(), EdgeCase.loop(.directed), EdgeCase.twoComponents(),
        ]
        for graph in graphs {
            for group in [[], Array(0..<graph.vertexCount)] {
                #expect(try graph.groupDegree(of: group, normalized: true) == 0)
                #expect(try graph.groupCloseness(of: group, weighted: true) == 0)
                #expect(try graph.groupBetweenness(of: group, weighted: true, normalized: true) == 0)
            }
        }
        let parallel = try EdgeCase.parallel()
        #expect(try parallel.groupDegree(of: [0]) == 1)
        #expect(try parallel.groupCloseness(of: [0], weighted: true, scaled: false) == 2.0 / 3)
        #expect(try parallel.groupBetweenness(of: [1]) == 1)
        #expect(try EdgeCase.twoComponents().groupCloseness(of: [0, 2], weighted: true) == 2.0 / 4 * 2 / 3)
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.vertexOutOfRange, { _ = try parallel.groupDegree(of: [3]) }),
            (.vertexOutOfRange, { _ = try parallel.groupCloseness(of: [-1]) }),
            (.vertexOutOfRange, { _ = try parallel.groupBetweenness(of: [0, .max]) }),
            (.invalidParameter, { _ = try parallel.groupDegree(of: [1, 1]) }),
            (.invalidParameter, { _ = try parallel.groupBetweenness(of: [0, 2, 0]) }),
            (
                .missingWeights,
                { _ = try GraphGenerators.path(vertexCount: 3).groupBetweenness(of: [], weighted: true) }
            ),
            (
                .missingWeights,
                { _ = try GraphGenerators.path(vertexCount: 3).groupCloseness(of: [], weighted: true) }
            ),
            (
                .cancelled,
                { _ = try parallel.groupBetweenness(of: [], control: RunControl(isCancelled: { true })) }
            ),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    /// With all shortest paths listed.
    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let group = Array(graph.shuffledVertices(seed: UInt64(seeded.seed)).prefix(1 + seeded.seed % 4))
        let others = (0..<graph.vertexCount).filter { !group.contains($0) }
        for weighted in [false, true] {
            var sum = 0.0
            for source in others {
                for target in others where target != source {
                    let paths = try graph.allShortestPaths(
                        from: source,
                        to: target,
                        weighted: weighted,
                        limit: 10_000
                    ).paths
                    guard !paths.isEmpty else { continue }
                    let through = paths.filter { path in path.vertices.contains { group.contains($0) } }
                    sum += Double(through.count) / Double(paths.count)
                }
            }
            let value = try graph.groupBetweenness(of: group, weighted: weighted)
            #expect(abs(value - (graph.isDirected ? sum : sum / 2)) < 1e-10)
            for direction in CompactGraph.SearchDirection.allCases {
                let columns = group.map { graph.slowDistances(from: $0, direction, weighted: weighted) }
                let nearest = others.map { other in columns.map { $0[other] }.min() ?? .infinity }
                let finite = nearest.filter(\.isFinite)
                let closeness = finite.isEmpty ? 0 : Double(finite.count) / finite.reduce(0, +)
                let found = try graph.groupCloseness(
                    of: group,
                    direction: direction,
                    weighted: weighted,
                    scaled: false
                )
                #expect(abs(found - closeness) < 1e-12)
                let hops = graph.hops(direction)
                let tied = others.filter { other in
                    hops.contains { group.contains($0.from) && $0.to == other }
                }
                #expect(try graph.groupDegree(of: group, direction: direction) == Double(tied.count))
            }
        }
    }

    @Test(arguments: SeededGraph.all) func oneMemberIsAVertex(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for weighted in [false, true] {
            let betweenness = try graph.betweenness(weighted: weighted)
            let closeness = try graph.closeness(weighted: weighted)
            for vertex in 0..<graph.vertexCount {
                let alone = try graph.groupBetweenness(of: [vertex], weighted: weighted)
                #expect(abs(alone - betweenness[vertex]) < 1e-10)
                let near = try graph.groupCloseness(of: [vertex], weighted: weighted)
                #expect(abs(near - closeness[vertex]) < 1e-12)
            }
        }
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 150, edgeCount: 400, weightSteps: 9, seed: 4)
        for weighted in [false, true] {
            let one = try graph.groupBetweenness(of: [3, 50, 90], weighted: weighted)
            for threads in [2, 3, 8] {
                let control = RunControl(threads: threads)
                #expect(
                    try graph.groupBetweenness(of: [3, 50, 90], weighted: weighted, control: control) == one
                )
            }
        }
    }

    // The group is {0, 1, 2}, for betweenness {0, 1}: with three members, and where a graph is not (strongly)
    // connected, networkx gives other numbers than the definition.
    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let group = [0, 1, 2]
        let degree = try graph.groupDegree(of: group, direction: .outgoing, normalized: true)
        expectClose([degree], try oracle.numbers("groupDegree"))
        let (count, reached) = (Double(graph.vertexCount - 3), try oracle.numbers("groupReach")[0])
        for (key, weighted) in [("groupCloseness", false), ("groupClosenessWeighted", true)] {
            let closeness = try graph.groupCloseness(
                of: group,
                direction: .incoming,
                weighted: weighted,
                scaled: false
            )
            expectClose([reached > 0 ? closeness * count / reached : 0], try oracle.numbers(key))
        }
        let betweenness = try oracle.numbers("groupBetweenness")
        guard !betweenness.isEmpty else { return }
        expectClose([try graph.collapsed().graph.groupBetweenness(of: [0, 1])], betweenness)
    }
}
