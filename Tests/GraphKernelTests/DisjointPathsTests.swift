import GraphKernel
import Testing

@Suite struct DisjointPathsTests {
    /// Whether something leads from a vertex to another when vertices and edges are taken away.
    private func leads(
        _ graph: CompactGraph,
        from source: Int,
        to target: Int,
        _ direction: CompactGraph.SearchDirection,
        withoutVertices vertices: Set<Int> = [],
        edges: Set<Int> = []
    ) -> Bool {
        let hops = graph.hops(direction).filter {
            !edges.contains($0.edge) && !vertices.contains($0.from) && !vertices.contains($0.to)
        }
        var reached: Set<Int> = [source]
        var frontier = [source]
        while let vertex = frontier.popLast() {
            for hop in hops where hop.from == vertex && reached.insert(hop.to).inserted {
                frontier.append(hop.to)
            }
        }
        return reached.contains(target)
    }

    /// Checks that paths are paths and disjoint, and that the separator is as many and separates: then neither
    /// can be bettered.
    private func prove(
        _ found: DisjointPaths,
        in graph: CompactGraph,
        from source: Int,
        to target: Int,
        _ direction: CompactGraph.SearchDirection,
        sharingVertices: Bool
    ) throws {
        var (edges, inner): ([Int], [Int]) = ([], [])
        for path in found.paths {
            #expect(graph.fault(of: path, from: source, to: target, direction, weighted: false) == nil)
            edges += path.edges
            inner += path.vertices.dropFirst().dropLast()
        }
        #expect(Set(edges).count == edges.count)
        if !sharingVertices { #expect(Set(inner).count == inner.count) }
        #expect(found.paths == found.paths.sorted())
        #expect(!found.isCut)
        let separator = try #require(found.separator)
        #expect(separator.count == found.paths.count)
        #expect(separator.vertices == separator.vertices.sorted())
        #expect(separator.edges == separator.edges.sorted())
        #expect(!separator.vertices.contains { [source, target].contains(Int($0)) })
        if sharingVertices {
            #expect(separator.vertices == [])
        } else {
            // Only edges between the two themselves.
            for edge in separator.edges {
                let ends = [graph.edgeSources[Int(edge)], graph.edgeTargets[Int(edge)]]
                #expect(Set(ends.map { Int($0) }) == [source, target])
            }
        }
        #expect(
            !leads(
                graph,
                from: source,
                to: target,
                direction,
                withoutVertices: Set(separator.vertices.map { Int($0) }),
                edges: Set(separator.edges.map { Int($0) })
            )
        )
    }

    // Two triangles that share vertex 2, from 0 to 4:
    //
    //  0 - 1 - 2 - 3 - 4        edges 0-1, 1-2, 0-2, 2-3, 3-4, 2-4
    //   \_____/ \_____/
    @Test func bowTie() throws {
        let graph = try CompactGraph(
            vertexCount: 5,
            edges: [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (2, 4)],
            direction: .undirected
        )
        let byEdges = try graph.edgeDisjointPaths(from: 0, to: 4)
        #expect(byEdges.paths.count == 2)
        #expect(byEdges.separator?.edges == [0, 2])
        try prove(byEdges, in: graph, from: 0, to: 4, .outgoing, sharingVertices: true)
        let byVertices = try graph.vertexDisjointPaths(from: 0, to: 4)
        #expect(byVertices.paths.count == 1)
        #expect(byVertices.separator == DisjointPaths.Separator(vertices: [2], edges: []))
        // Adjacent ends: the direct edge, and the way round.
        let adjacent = try graph.vertexDisjointPaths(from: 0, to: 2)
        #expect(adjacent.paths.map(\.vertices) == [[0, 2], [0, 1, 2]])
        #expect(adjacent.separator == DisjointPaths.Separator(vertices: [1], edges: [2]))
    }

    // The shortest path 0-1-4-5 blocks both others; the second unit has to go back along 1-4.
    //
    //  0 - 1 - 2 - 5
    //  |   |       |      0-1, 1-2, 2-5, 0-3, 3-4, 4-5, 1-4
    //  3 - 4 ------+
    @Test func unitsAreSentBack() throws {
        let graph = try CompactGraph(
            vertexCount: 8,
            edges: [(0, 1), (1, 4), (4, 7), (0, 2), (2, 3), (3, 4), (1, 5), (5, 6), (6, 7)],
            direction: .directed
        )
        for found in [
            try graph.edgeDisjointPaths(from: 0, to: 7), try graph.vertexDisjointPaths(from: 0, to: 7),
        ] {
            #expect(found.paths.map(\.vertices) == [[0, 1, 5, 6, 7], [0, 2, 3, 4, 7]])
        }
        #expect(try graph.edgeDisjointPaths(from: 7, to: 0).paths == [])
        #expect(try graph.edgeDisjointPaths(from: 7, to: 0, direction: .incoming).paths.count == 2)
        #expect(try graph.vertexDisjointPaths(from: 7, to: 0, direction: .both).paths.count == 2)
    }

    @Test func limits() throws {
        let graph = try GraphGenerators.complete(vertexCount: 6)
        for limit in 0..<5 {
            let byEdges = try graph.edgeDisjointPaths(from: 1, to: 4, limit: limit)
            let byVertices = try graph.vertexDisjointPaths(from: 1, to: 4, limit: limit)
            for found in [byEdges, byVertices] {
                #expect(found.paths.count == limit)
                #expect(found.isCut)
                #expect(found.separator == nil)
            }
        }
        #expect(try graph.edgeDisjointPaths(from: 1, to: 4, limit: 5).separator?.count == 5)
        #expect(try graph.vertexDisjointPaths(from: 1, to: 4, limit: 5).separator?.vertices == [0, 2, 3, 5])
        let apart = try EdgeCase.twoComponents().edgeDisjointPaths(from: 0, to: 4, limit: 0)
        #expect(!apart.isCut)
        #expect(apart.separator == DisjointPaths.Separator(vertices: [], edges: []))
    }

    @Test func edgeCases() throws {
        let parallel = try EdgeCase.parallel()
        #expect(try parallel.edgeDisjointPaths(from: 0, to: 1).paths.map(\.edges) == [[0], [1]])
        #expect(try parallel.vertexDisjointPaths(from: 0, to: 1).separator?.edges == [0, 1])
        #expect(try parallel.collapsed().graph.vertexDisjointPaths(from: 0, to: 1).paths.count == 1)
        #expect(try parallel.edgeDisjointPaths(from: 0, to: 2).separator?.edges == [2])
        #expect(try parallel.vertexDisjointPaths(from: 0, to: 2).paths.map(\.edges) == [[0, 2]])
        #expect(try EdgeCase.twoComponents().vertexDisjointPaths(from: 0, to: 2).paths == [])
        #expect(try EdgeCase.directedCycle().edgeDisjointPaths(from: 0, to: 3).paths.count == 1)
        let both = try EdgeCase.directedCycle().vertexDisjointPaths(from: 0, to: 3, direction: .both)
        #expect(both.paths.map(\.edges) == [[3], [0, 1, 2]])
        let loops = try CompactGraph(
            vertexCount: 2,
            edges: [(0, 0), (0, 1), (1, 1)],
            direction: .undirected
        )
        #expect(try loops.edgeDisjointPaths(from: 0, to: 1).paths.map(\.edges) == [[1]])
        #expect(try loops.vertexDisjointPaths(from: 0, to: 1).paths.map(\.edges) == [[1]])
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.invalidParameter, { _ = try graph.edgeDisjointPaths(from: 0, to: 1, limit: -1) }),
            (.invalidParameter, { _ = try graph.vertexDisjointPaths(from: 1, to: 1) }),
            (.vertexOutOfRange, { _ = try graph.edgeDisjointPaths(from: 3, to: 1) }),
            (.vertexOutOfRange, { _ = try graph.vertexDisjointPaths(from: 0, to: -1) }),
            (.vertexOutOfRange, { _ = try EdgeCase.empty().edgeDisjointPaths(from: 0, to: 0) }),
            (
                .cancelled,
                {
                    let long = try GraphGenerators.path(vertexCount: 70_000)
                    let control = RunControl(isCancelled: { true })
                    _ = try long.vertexDisjointPaths(from: 0, to: 69_999, control: control)
                }
            ),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    /// Weak duality: disjoint paths and a separator of the same number prove each other.
    @Test(arguments: SeededGraph.all) func pathsAndSeparatorProveEachOther(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            for target in 1..<graph.vertexCount {
                for (source, target) in [(0, target), (target, target / 2)] {
                    let byEdges = try graph.edgeDisjointPaths(from: source, to: target, direction: direction)
                    try prove(byEdges, in: graph, from: source, to: target, direction, sharingVertices: true)
                    let byVertices = try graph.vertexDisjointPaths(
                        from: source,
                        to: target,
                        direction: direction
                    )
                    try prove(
                        byVertices,
                        in: graph,
                        from: source,
                        to: target,
                        direction,
                        sharingVertices: false
                    )
                    #expect(byVertices.paths.count <= byEdges.paths.count)
                }
            }
        }
    }

    /// No set of one edge, or of one vertex, fewer separates; found by trying them all.
    @Test(arguments: SeededGraph.all.filter { ($0.seed * 7) % 18 <= 7 })
    func noSmallerSetSeparates(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let target = graph.vertexCount - 1
        func subsets(of items: [Int], _ size: Int) -> [[Int]] {
            guard size > 0 else { return size == 0 ? [[]] : [] }
            return items.indices.flatMap { first in
                subsets(of: Array(items[(first + 1)...]), size - 1).map { [items[first]] + $0 }
            }
        }
        let byEdges = try graph.edgeDisjointPaths(from: 0, to: target).paths.count
        for edges in subsets(of: Array(0..<graph.edgeCount), byEdges - 1) {
            #expect(leads(graph, from: 0, to: target, .outgoing, edges: Set(edges)))
        }
        let direct = Set(try graph.edges(from: 0, to: target).map { Int($0) })
        let byVertices = try graph.vertexDisjointPaths(from: 0, to: target).paths.count - direct.count
        for set in subsets(of: Array(1..<target), byVertices - 1) {
            #expect(leads(graph, from: 0, to: target, .outgoing, withoutVertices: Set(set), edges: direct))
        }
    }

    @Test(arguments: SeededGraph.all) func numbersDoNotDependOnNames(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let names = graph.shuffledVertices(seed: 9)
        let other = try graph.relabelled(names)
        for target in 1..<graph.vertexCount {
            #expect(
                try graph.edgeDisjointPaths(from: 0, to: target).paths.count
                    == other.edgeDisjointPaths(from: names[0], to: names[target]).paths.count
            )
            #expect(
                try graph.vertexDisjointPaths(from: 0, to: target).paths.count
                    == other.vertexDisjointPaths(from: names[0], to: names[target]).paths.count
            )
        }
    }

    @Test func aPathOfAMillionVertices() throws {
        let graph = try GraphGenerators.path(vertexCount: 1_000_000)
        let found = try graph.edgeDisjointPaths(from: 0, to: 999_999)
        #expect(found.paths.map(\.length) == [999_999])
        #expect(found.separator?.edges == [0])
    }

    // networkx is asked about the collapsed graph; igraph counts direct edges when asked to leave them out.
    @Test(arguments: OracleGraph.all) func agreesWithIgraphAndNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let collapsed = graph.collapsed().graph
        for (graph, suffix) in [(graph, ""), (collapsed, "Collapsed")] {
            var (byEdges, byVertices): ([Double], [Double]) = ([], [])
            for target in 1..<graph.vertexCount {
                byEdges.append(Double(try graph.edgeDisjointPaths(from: 0, to: target).paths.count))
                byVertices.append(Double(try graph.vertexDisjointPaths(from: 0, to: target).paths.count))
            }
            #expect(byEdges == (try oracle.numbers("edgeDisjoint\(suffix)")))
            #expect(byVertices == (try oracle.numbers("vertexDisjoint\(suffix)")))
        }
    }
}
