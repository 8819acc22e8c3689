import GraphKernel
import Testing

@Suite struct GraphExtentTests {
    private func prove(_ graph: CompactGraph) throws {
        let extent = try #require(try graph.extent())
        let all = try graph.eccentricities()
        #expect(extent.diameter == all.max())
        #expect(extent.radius == all.min())
        guard graph.weights != nil else { return }
        let weighted = try #require(try graph.weightedExtent())
        let distances = try graph.weightedEccentricities()
        #expect(weighted.diameter == distances.max())
        #expect(weighted.radius == distances.min())
    }

    // 0 - 1 - 2 - 3 - 4, in steps of 1, 2, 3, 4
    @Test func pathOfFive() throws {
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            let path = try GraphGenerators.path(vertexCount: 5, direction: direction)
            let graph = try path.weighted(by: [1, 2, 3, 4])
            let (extent, weighted) = (try graph.extent(), try graph.weightedExtent())
            #expect(extent?.diameter == 4)
            #expect(extent?.radius == (direction == .directed ? 0 : 2))
            #expect(weighted?.diameter == 10)
            #expect(weighted?.radius == (direction == .directed ? 0 : 6))
        }
    }

    // Two directed circles of three, 0-1-2 and 3-4-5, with an edge from 2 to 3: from 0 it is five to 5, and from
    // each of the second circle two to the farthest.
    @Test func twoStrongComponents() throws {
        let graph = try CompactGraph(
            vertexCount: 6,
            edges: [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3), (2, 3)],
            direction: .directed
        )
        let extent = try #require(try graph.extent())
        #expect(extent.diameter == 5)
        #expect(extent.radius == 2)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().extent() == nil)
        #expect(try EdgeCase.empty(.directed).weightedExtent() == nil)
        for graph in [
            try EdgeCase.oneVertex(), try EdgeCase.oneVertex(.directed), try EdgeCase.loop(),
            try EdgeCase.loop(.directed),
        ] {
            #expect(try graph.extent() == GraphExtent(diameter: 0, radius: 0, searches: 0))
            #expect(try graph.weightedExtent() == WeightedGraphExtent(diameter: 0, radius: 0, searches: 0))
        }
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            try prove(try EdgeCase.parallel(direction))
            try prove(try EdgeCase.twoComponents(direction))
        }
        try prove(try EdgeCase.directedCycle())
        #expect(try EdgeCase.twoComponents().extent()?.radius == 0)
        #expect(try EdgeCase.directedCycle().extent()?.radius == 3)
        #expect(try EdgeCase.directedCycle().weightedExtent()?.radius == 6)
    }

    @Test func weightsAreChecked() throws {
        let path = try GraphGenerators.path(vertexCount: 3)
        #expect(errorCode { try path.weightedExtent() } == .missingWeights)
        let most = try path.weighted(by: [.greatestFiniteMagnitude, .greatestFiniteMagnitude])
        #expect(errorCode { try most.weightedExtent() } == .numericOverflow)
        let cancelled = RunControl(isCancelled: { true })
        #expect(errorCode { try path.extent(control: cancelled) } == .cancelled)
    }

    @Test(arguments: SeededGraph.all) func isThatOfAllEccentricities(seeded: SeededGraph) throws {
        try prove(try seeded.graph())
        // Larger ones, of many strong components, and ones with hardly any vertex that leads nowhere.
        for (vertices, edges) in [(60, 70), (60, 120), (40, 160)] {
            let graph = try GraphGenerators.multigraph(
                vertexCount: vertices,
                edgeCount: edges,
                direction: seeded.seed % 2 == 0 ? .undirected : .directed,
                weightSteps: 9,
                seed: UInt64(100 + seeded.seed)
            )
            try prove(graph)
            let names = graph.shuffledVertices(seed: 4)
            #expect(try graph.relabelled(names).extent()?.diameter == graph.extent()?.diameter)
        }
    }

    @Test(arguments: [CompactGraph.EdgeDirection.directed, .undirected])
    func boundsSpareSearches(direction: CompactGraph.EdgeDirection) throws {
        let graph = try GraphGenerators.rMat(scale: 10, edgeFactor: 8, direction: direction, seed: 7)
        let extent = try #require(try graph.extent())
        let all = try graph.eccentricities()
        #expect(extent.diameter == all.max())
        #expect(extent.radius == all.min())
        #expect(extent.searches < 100)
    }

    /// All vertices are alike, and no bound helps.
    @Test func aCircle() throws {
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            let graph = try GraphGenerators.cycle(vertexCount: 131, direction: direction)
            let extent = try #require(try graph.extent())
            #expect(extent.diameter == (direction == .directed ? 130 : 65))
            #expect(extent.radius == extent.diameter)
            #expect(try graph.extent(control: RunControl(threads: 3)) == extent)
            try prove(try graph.weighted(by: (0..<131).map { Double(1 + $0 % 7) }))
        }
    }

    @Test func manyComponentsAreNotSearched() throws {
        let edges = (0..<20_000).map { (2 * $0, 2 * $0 + 1) }
        let weights = edges.map { Double(1 + $0.0 % 5) }
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            let graph = try CompactGraph(
                vertexCount: 40_000,
                edges: edges,
                direction: direction,
                weights: weights
            )
            let (extent, weighted) = (try graph.extent(), try graph.weightedExtent())
            #expect(extent?.diameter == 1)
            #expect(extent?.radius == (direction == .directed ? 0 : 1))
            #expect(extent?.searches == 0)
            #expect(weighted?.diameter == 5)
            #expect(weighted?.radius == (direction == .directed ? 0 : 1))
        }
    }

    @Test func aPathOfAMillionVertices() throws {
        let extent = try GraphGenerators.path(vertexCount: 1_000_000).extent()
        #expect(extent?.diameter == 999_999)
        #expect(extent?.radius == 500_000)
    }

    @Test(arguments: OracleGraph.all) func agreesWithIgraph(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let extent = try #require(try graph.extent())
        #expect([Double(extent.diameter), Double(extent.radius)] == (try oracle.numbers("extent")))
        let weighted = try #require(try graph.weightedExtent())
        expectClose([weighted.diameter, weighted.radius], try oracle.numbers("weightedExtent"))
    }
}
