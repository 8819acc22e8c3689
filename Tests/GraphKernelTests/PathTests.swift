import GraphKernel
import Testing

/// The three ways to ask for paths, against a search that tries everything.
@Suite struct PathTests {
    private static let searches = CompactGraph.SearchDirection.allCases.flatMap { direction in
        [(direction, false), (direction, true)]
    }

    /// Graphs small enough for all their simple paths to be listed.
    private static let small = SeededGraph.all.filter { ($0.seed * 7) % 18 <= 9 }

    @Test(arguments: small) func bidirectionalSearchFindsAShortestPath(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for (direction, weighted) in Self.searches {
            for source in 0..<graph.vertexCount {
                let slow = graph.slowDistances(from: source, direction, weighted: weighted)
                for target in 0..<graph.vertexCount {
                    let path = try graph.shortestPath(
                        from: source,
                        to: target,
                        direction: direction,
                        weighted: weighted
                    )
                    #expect((path?.length ?? .infinity) == slow[target])
                    if let path {
                        #expect(
                            graph.fault(of: path, from: source, to: target, direction, weighted: weighted)
                                == nil
                        )
                    }
                }
            }
        }
    }

    @Test(arguments: small) func allShortestPathsAreAllOfThem(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for (direction, weighted) in Self.searches {
            for target in 0..<graph.vertexCount {
                let all = graph.slowPaths(from: 0, to: target, direction, weighted: weighted)
                let shortest = all.filter { $0.length == all[0].length }
                let found = try graph.allShortestPaths(
                    from: 0,
                    to: target,
                    direction: direction,
                    weighted: weighted
                )
                #expect(found.paths == shortest)
                #expect(found.count == Double(shortest.count))
                #expect(!found.isCut)
                let cut = try graph.allShortestPaths(
                    from: 0,
                    to: target,
                    direction: direction,
                    weighted: weighted,
                    limit: 1
                )
                #expect(cut.paths == Array(shortest.prefix(1)))
                #expect(cut.count == found.count)
                #expect(cut.isCut == (shortest.count > 1))
            }
        }
    }

    @Test(arguments: small) func kShortestPathsAreTheFirstOfAll(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for (direction, weighted) in Self.searches {
            for target in [0, 1, graph.vertexCount - 1] {
                let all = graph.slowPaths(from: 0, to: target, direction, weighted: weighted)
                for count in [0, 1, 3, 9] {
                    let found = try graph.kShortestPaths(
                        from: 0,
                        to: target,
                        count: count,
                        direction: direction,
                        weighted: weighted
                    )
                    #expect(found.paths == Array(all.prefix(count)))
                    #expect(found.isCut == (all.count > count))
                }
            }
        }
    }

    @Test(arguments: small) func simplePathsAreAllOfThem(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            for target in [0, 1, graph.vertexCount - 1] {
                for length in [0, 2, 4] {
                    let all = graph.slowPaths(
                        from: 0,
                        to: target,
                        direction,
                        weighted: false,
                        maximumLength: length
                    )
                    let found = try graph.simplePaths(
                        from: 0,
                        to: target,
                        maximumLength: length,
                        limit: .max,
                        direction: direction
                    )
                    #expect(found.paths.sorted() == all)
                    #expect(!found.isCut)
                    let hops = found.paths.map { path in
                        zip(path.vertices.dropFirst(), path.edges).map { [$0, $1] }
                    }
                    #expect(hops == hops.sorted { $0.joined().lexicographicallyPrecedes($1.joined()) })
                    let cut = try graph.simplePaths(
                        from: 0,
                        to: target,
                        maximumLength: length,
                        limit: 2,
                        direction: direction
                    )
                    #expect(cut.paths == Array(found.paths.prefix(2)))
                    #expect(cut.isCut == (all.count > 2))
                }
            }
        }
    }

    @Test func edgeCases() throws {
        for graph in [try EdgeCase.oneVertex(), try EdgeCase.loop()] {
            let stay = GraphPath(vertices: [0], edges: [], length: 0)
            #expect(try graph.shortestPath(from: 0, to: 0) == stay)
            #expect(try graph.shortestPath(from: 0, to: 0, weighted: true) == stay)
            #expect(try graph.allShortestPaths(from: 0, to: 0).paths == [stay])
            #expect(try graph.kShortestPaths(from: 0, to: 0, count: 5).paths == [stay])
            #expect(try graph.simplePaths(from: 0, to: 0, maximumLength: 5).paths == [stay])
        }
        let parallel = try EdgeCase.parallel()
        #expect(try parallel.allShortestPaths(from: 0, to: 2).paths.map(\.edges) == [[0, 2], [1, 2]])
        #expect(try parallel.allShortestPaths(from: 0, to: 2, weighted: true).paths.map(\.edges) == [[1, 2]])
        #expect(
            try parallel.kShortestPaths(from: 0, to: 2, count: 9, weighted: true).paths.map(\.length) == [
                2, 3,
            ]
        )
        #expect(try parallel.collapsed().graph.kShortestPaths(from: 0, to: 2, count: 9).paths.count == 1)
        let apart = try EdgeCase.twoComponents()
        #expect(try apart.shortestPath(from: 0, to: 2) == nil)
        #expect(try apart.shortestPath(from: 4, to: 2, weighted: true) == nil)
        #expect(try apart.allShortestPaths(from: 0, to: 4) == ShortestPathList(paths: [], count: 0))
        #expect(try apart.kShortestPaths(from: 0, to: 4, count: 3) == PathList(paths: [], isCut: false))
        #expect(try apart.simplePaths(from: 0, to: 4, maximumLength: 3) == PathList(paths: [], isCut: false))
        let cycle = try EdgeCase.directedCycle()
        #expect(try cycle.shortestPath(from: 0, to: 3)?.edges == [0, 1, 2])
        #expect(try cycle.shortestPath(from: 0, to: 3, direction: .incoming)?.edges == [3])
        #expect(
            try cycle.kShortestPaths(from: 0, to: 3, count: 5, direction: .both).paths.map(\.length) == [
                1, 3,
            ]
        )
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let questions: [() throws -> Void] = [
            { _ = try graph.allShortestPaths(from: 0, to: 1, limit: -1) },
            { _ = try graph.kShortestPaths(from: 0, to: 1, count: -1) },
            { _ = try graph.simplePaths(from: 0, to: 1, maximumLength: -1) },
            { _ = try graph.simplePaths(from: 0, to: 1, maximumLength: 1, limit: -1) },
        ]
        for question in questions { #expect(errorCode(question) == .invalidParameter) }
    }

    /// A chain of n squares has 2ⁿ shortest paths from end to end.
    private func squares(_ count: Int) throws -> CompactGraph {
        let edges = (0..<count).flatMap { square in
            let first = 3 * square
            return [(first, first + 1), (first, first + 2), (first + 1, first + 3), (first + 2, first + 3)]
        }
        return try CompactGraph(vertexCount: 3 * count + 1, edges: edges, direction: .directed)
    }

    @Test func countsAreDoubles() throws {
        let graph = try squares(100)
        let found = try graph.allShortestPaths(from: 0, to: 300, limit: 3)
        #expect(found.count == 0x1p100)
        #expect(found.isCut)
        #expect(
            found.paths.map { $0.vertices.suffix(3) } == [
                [297, 298, 300], [297, 299, 300], [297, 298, 300],
            ]
        )
        #expect(try squares(1100).allShortestPaths(from: 0, to: 3300, limit: 0).count == .infinity)
    }

    @Test func aPathOfAMillionVertices() throws {
        let graph = try GraphGenerators.path(vertexCount: 1_000_000)
        let weighted = try graph.weighted(by: [Double](repeating: 1, count: graph.edgeCount))
        #expect(try weighted.shortestPath(from: 0, to: 999_999, weighted: true)?.edges.count == 999_999)
        #expect(try graph.shortestPath(from: 999_999, to: 0)?.length == 999_999)
        let all = try graph.allShortestPaths(from: 0, to: 999_999)
        #expect(all.count == 1)
        #expect(all.paths[0].vertices.count == 1_000_000)
        #expect(try graph.simplePaths(from: 0, to: 999_999, maximumLength: .max).paths.count == 1)
        // Nothing forks, and so nothing is searched for a second path.
        let list = try graph.kShortestPaths(from: 0, to: 999_999, count: 2)
        #expect(list.paths.map(\.length) == [999_999])
        #expect(!list.isCut)
    }

    /// Ends may be impassable themselves; what lies between may not.
    @Test(arguments: small) func pathsKeepToPassableVertices(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        var random = SplitMix64(seed: UInt64(seeded.seed))
        let passable = (0..<graph.vertexCount).map { _ in random.next(below: 3) > 0 }
        for (direction, weighted) in Self.searches {
            for target in 0..<graph.vertexCount {
                let all = graph.slowPaths(from: 0, to: target, direction, weighted: weighted).filter {
                    $0.vertices.dropFirst().dropLast().allSatisfy { passable[$0] }
                }
                let shortest = all.filter { $0.length == all[0].length }
                let one = try graph.shortestPath(
                    from: 0,
                    to: target,
                    direction: direction,
                    weighted: weighted,
                    passable: passable
                )
                #expect(one?.length == all.first?.length)
                if let one { #expect(shortest.contains(one)) }
                let list = try graph.allShortestPaths(
                    from: 0,
                    to: target,
                    direction: direction,
                    weighted: weighted,
                    passable: passable
                )
                #expect(list.paths == shortest)
                #expect(list.count == Double(shortest.count))
                let first = try graph.kShortestPaths(
                    from: 0,
                    to: target,
                    count: 5,
                    direction: direction,
                    weighted: weighted,
                    passable: passable
                )
                #expect(first.paths == Array(all.prefix(5)))
                #expect(first.isCut == (all.count > 5))
                guard !weighted else { continue }
                let simple = try graph.simplePaths(
                    from: 0,
                    to: target,
                    maximumLength: 4,
                    limit: .max,
                    direction: direction,
                    passable: passable
                )
                #expect(simple.paths.sorted() == all.filter { $0.edges.count <= 4 })
            }
        }
    }

    /// The edge between 0 and 1 is too light to change a distance: no path may turn back over it.
    @Test func weightsTooSmallToAddUp() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            edges: [(3, 0), (0, 1), (1, 2), (0, 2)],
            direction: .undirected,
            weights: [1, 1e-30, 1, 1]
        )
        for weighted in [graph, graph.reversed()] {
            let list = try weighted.allShortestPaths(from: 3, to: 2, weighted: true)
            #expect(list.paths.map(\.vertices).contains([3, 0, 2]))
            #expect(list.count == Double(list.paths.count))
            for path in list.paths {
                #expect(weighted.fault(of: path, from: 3, to: 2, .outgoing, weighted: true) == nil)
            }
        }
        #expect(try graph.betweenness(weighted: true).allSatisfy(\.isFinite))
    }

    // Parallel edges make several paths in igraph, one in networkx, which is asked about the collapsed graph.
    @Test(arguments: OracleGraph.all) func agreesWithIgraphAndNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let collapsed = graph.collapsed().graph
        var (counts, collapsedCounts): ([Double], [Double]) = ([], [])
        for target in 0..<graph.vertexCount {
            counts.append(try graph.allShortestPaths(from: 0, to: target).count)
            collapsedCounts.append(try collapsed.allShortestPaths(from: 0, to: target).count)
        }
        #expect(counts == (try oracle.numbers("pathCounts")))
        for (weighted, key) in [(false, "distances"), (true, "weightedDistances")] {
            var lengths: [Double] = []
            for target in 0..<graph.vertexCount {
                lengths.append(try graph.shortestPath(from: 0, to: target, weighted: weighted)?.length ?? -1)
            }
            expectClose(lengths, try oracle.numbers(key))
        }
        #expect(collapsedCounts == (try oracle.numbers("pathCountsCollapsed")))
        let last = graph.vertexCount - 1
        let lengths = try collapsed.kShortestPaths(from: 0, to: last, count: 12, weighted: true).paths.map(
            \.length
        )
        expectClose(lengths, try oracle.numbers("kShortest"))
        let paths = try collapsed.simplePaths(from: 0, to: last, maximumLength: 5, limit: .max).paths
        #expect(paths.map(\.vertices) == (try oracle.paths("simplePaths")))
    }
}
