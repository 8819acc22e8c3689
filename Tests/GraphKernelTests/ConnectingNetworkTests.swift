import GraphKernel
import Testing

@Suite struct ConnectingNetworkTests {
    /// What is wrong with a network, in words; `nil` if it joins its groups by trees whose leaves are ends.
    private func fault(
        of network: ConnectingNetwork,
        in graph: CompactGraph,
        ends: [Int],
        weighted: Bool
    ) throws -> String? {
        let components = try graph.weakComponents()
        let groups = Dictionary(grouping: Set(ends).sorted()) { components.labels[$0] }.values
            .sorted { $0[0] < $1[0] }
        guard network.groups == groups else { return "has the groups \(network.groups), not \(groups)" }
        guard network.edges == network.edges.sorted(), Set(network.edges).count == network.edges.count
        else { return "has edges out of order" }
        var vertices = Set(ends.map { Int32($0) })
        var degrees: [Int32: Int] = [:]
        var length = 0.0
        for edge in network.edges.map({ Int($0) }) {
            for end in [graph.edgeSources[edge], graph.edgeTargets[edge]] {
                vertices.insert(end)
                degrees[end, default: 0] += 1
            }
            length += weighted ? graph.weights?[edge] ?? 1 : 1
        }
        guard network.vertices == vertices.sorted() else { return "has other vertices than its edges" }
        guard network.length == length else { return "has the length \(length), not \(network.length)" }
        if let leaf = degrees.first(where: { $0.value == 1 && !ends.contains(Int($0.key)) }) {
            return "has the leaf \(leaf.key)"
        }
        // As many components as groups, and no circle.
        let part = try graph.undirected().subgraph(network.vertices.map { Int($0) }).originalEdges
        guard Set(network.edges).isSubset(of: part) else { return "has foreign edges" }
        let tree = try CompactGraph(
            vertexCount: graph.vertexCount,
            sources: network.edges.map { graph.edgeSources[Int($0)] },
            targets: network.edges.map { graph.edgeTargets[Int($0)] },
            direction: .undirected
        )
        let joined = try tree.weakComponents().labels
        for group in groups where Set(group.map { joined[$0] }).count > 1 { return "does not join \(group)" }
        guard network.edges.count == network.vertices.count - network.groups.count else {
            return "has a circle"
        }
        return nil
    }

    /// The length of the shortest network that joins ends of one component (Dreyfus and Wagner).
    private func shortest(_ graph: CompactGraph, joining ends: [Int], weighted: Bool) -> Double {
        let distances = (0..<graph.vertexCount).map {
            graph.slowDistances(from: $0, .both, weighted: weighted)
        }
        guard ends.count > 1 else { return 0 }
        // For each set of ends but the last and each vertex, the shortest network of the set and the vertex.
        let last = ends[ends.count - 1]
        let sets = 1 << (ends.count - 1)
        var table = [[Double]](
            repeating: [Double](repeating: .infinity, count: graph.vertexCount),
            count: sets
        )
        for set in 1..<sets {
            var joined = [Double](repeating: .infinity, count: graph.vertexCount)
            if set.nonzeroBitCount == 1 { joined[ends[set.trailingZeroBitCount]] = 0 }
            for part in 1..<set where part & set == part {
                for vertex in joined.indices {
                    joined[vertex] = min(joined[vertex], table[part][vertex] + table[set ^ part][vertex])
                }
            }
            for vertex in joined.indices {
                for other in joined.indices {
                    table[set][vertex] = min(table[set][vertex], joined[other] + distances[other][vertex])
                }
            }
        }
        return table[sets - 1][last]
    }

    // A hub and three rays; the ends are the tips.
    //
    //  0 - 1 - 2 - 3
    //          |
    //          4 - 5       and 6 - 2, which leads nowhere
    @Test func tipsOfAStar() throws {
        let graph = try CompactGraph(
            vertexCount: 7,
            edges: [(0, 1), (1, 2), (2, 3), (2, 4), (4, 5), (6, 2)],
            direction: .undirected
        )
        let network = try graph.connectingNetwork(of: [5, 0, 3, 0])
        #expect(network.groups == [[0, 3, 5]])
        #expect(network.isConnected)
        #expect(network.vertices == [0, 1, 2, 3, 4, 5])
        #expect(network.edges == [0, 1, 2, 3, 4])
        #expect(network.length == 5)
        // Half of 3 + 3 and 3; here nothing can be shorter.
        #expect(network.lowerBound == 5)
    }

    // Six ends on a rim of 1.75 a step, and a hub that each of them has an edge of 1 to: the bound of the
    // method is for graphs like this.
    @Test func rimAndHub() throws {
        let edges = (0..<6).map { ($0, ($0 + 1) % 6) } + (0..<6).map { ($0, 6) }
        let graph = try CompactGraph(
            vertexCount: 7,
            edges: edges,
            direction: .undirected,
            weights: [Double](repeating: 1.75, count: 6) + [Double](repeating: 1, count: 6)
        )
        let network = try graph.connectingNetwork(of: Array(0..<6), weighted: true)
        #expect(network.length == 8.75)
        #expect(shortest(graph, joining: Array(0..<6), weighted: true) == 6)
        #expect(network.lowerBound == 5.25)
        // By edges a rim of five is as short as can be.
        #expect(try graph.connectingNetwork(of: Array(0..<6)).length == 5)
        #expect(try graph.connectingNetwork(of: Array(0..<6)).lowerBound == 5)
    }

    // Two ways of the same length from 0 to 2; the spanning tree of all four vertices on them is shorter.
    //
    //  0 - 1 - 2, 0 - 3 - 2, 1 - 3
    @Test func twoEndsAreJoinedByAShortestPath() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (1, 2), (0, 3), (3, 2), (1, 3)],
            direction: .directed,
            weights: [2, 2, 1, 3, 1]
        )
        let network = try graph.connectingNetwork(of: [2, 0], weighted: true)
        #expect(network.length == 4)
        #expect(network.lowerBound == 4)
        #expect(try fault(of: network, in: graph, ends: [0, 2], weighted: true) == nil)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().connectingNetwork(of: []).groups == [])
        #expect(try EdgeCase.empty().connectingNetwork(of: []).isConnected)
        let alone = try EdgeCase.loop().connectingNetwork(of: [0], weighted: true)
        #expect(alone.groups == [[0]])
        #expect(alone.vertices == [0])
        #expect(alone.edges == [])
        #expect(alone.length == 0)
        #expect(alone.lowerBound == 0)
        #expect(try EdgeCase.parallel().connectingNetwork(of: [0, 2], weighted: true).edges == [1, 2])
        #expect(try EdgeCase.parallel().connectingNetwork(of: [0, 2]).edges == [0, 2])
        let apart = try EdgeCase.twoComponents().connectingNetwork(of: [4, 3, 1, 2, 0], weighted: true)
        #expect(apart.groups == [[0, 1], [2, 3], [4]])
        #expect(!apart.isConnected)
        #expect(apart.edges == [0, 1])
        #expect(apart.length == 4)
        #expect(apart.lowerBound == 4)
        #expect(apart.vertices == [0, 1, 2, 3, 4])
        let cycle = try EdgeCase.directedCycle().connectingNetwork(of: [0, 1, 3], weighted: true)
        #expect(cycle.edges == [0, 3])
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let most = [Double](repeating: .greatestFiniteMagnitude, count: 3)
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.vertexOutOfRange, { _ = try graph.connectingNetwork(of: [0, 3]) }),
            (.vertexOutOfRange, { _ = try graph.connectingNetwork(of: [-1]) }),
            (.missingWeights, { _ = try graph.weighted(by: nil).connectingNetwork(of: [0], weighted: true) }),
            (
                .numericOverflow,
                { _ = try graph.weighted(by: most).connectingNetwork(of: [0], weighted: true) }
            ),
            (
                .cancelled,
                {
                    let long = try GraphGenerators.path(vertexCount: 70_000)
                    _ = try long.connectingNetwork(of: [0], control: RunControl(isCancelled: { true }))
                }
            ),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    @Test(arguments: SeededGraph.all) func isATreeBetweenItsBounds(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for count in 1...5 {
            let ends = Array(graph.shuffledVertices(seed: UInt64(count)).prefix(count))
            for weighted in [false, true] {
                let network = try graph.connectingNetwork(of: ends, weighted: weighted)
                #expect(try fault(of: network, in: graph, ends: ends, weighted: weighted) == nil)
                var exact = 0.0
                for group in network.groups {
                    exact += shortest(graph, joining: group, weighted: weighted)
                }
                #expect(network.lowerBound <= exact)
                #expect(exact <= network.length)
                let ratio = 2 * (1 - 1 / Double(max(network.groups.map(\.count).max() ?? 1, 2)))
                #expect(network.length <= ratio * network.lowerBound)
                #expect(try graph.connectingNetwork(of: ends.reversed(), weighted: weighted) == network)
            }
        }
    }

    @Test func aPathOfAMillionVertices() throws {
        let graph = try GraphGenerators.path(vertexCount: 1_000_000)
        let network = try graph.connectingNetwork(of: [0, 400, 999_999])
        #expect(network.length == 999_999)
        #expect(network.lowerBound == 999_799)
    }

    // networkx uses the same method; where distances are equal its choice may be another, so that now the one
    // and now the other is shorter. Both are between the shortest and the ratio that the method states.
    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let labels = try graph.weakComponents().labels
        let n = graph.vertexCount
        let ends = Set([0, n / 3, 2 * n / 3, n - 1]).filter { labels[$0] == labels[0] }.sorted()
        let ratio = 2 * (1 - 1 / Double(max(ends.count, 2)))
        for (weighted, other) in zip([false, true], try oracle.numbers("connectingLengths")) {
            let network = try graph.connectingNetwork(of: ends, weighted: weighted)
            let exact = shortest(graph, joining: ends, weighted: weighted)
            #expect(network.lowerBound <= other)
            #expect(exact <= other)
            #expect(other <= ratio * exact)
            #expect(network.length <= ratio * other)
        }
    }
}
