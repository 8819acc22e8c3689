import GraphKernel
import Testing

@Suite struct GrowthGeneratorsTests {
    //  0 - 1 - 2
    //  |   |   |
    //  3 - 4 - 5
    @Test func grids() throws {
        let grid = try GraphGenerators.grid(rows: 2, columns: 3)
        #expect(grid.edgeSources == [0, 0, 1, 1, 2, 3, 4])
        #expect(grid.edgeTargets == [1, 3, 2, 4, 5, 4, 5])
        let directed = try GraphGenerators.grid(rows: 3, columns: 1, direction: .directed)
        #expect(directed.edgeTargets == [1, 2])
        #expect(try GraphGenerators.grid(rows: 0, columns: 7).vertexCount == 0)
        #expect(try GraphGenerators.grid(rows: 7, columns: 0).vertexCount == 0)
        #expect(try GraphGenerators.grid(rows: 1, columns: 1).edgeCount == 0)
        let large = try GraphGenerators.grid(rows: 30, columns: 40)
        #expect(large.edgeCount == 29 * 40 + 30 * 39)
        #expect(try large.extent()?.diameter == 68)
    }

    @Test func trees() throws {
        let tree = try GraphGenerators.balancedTree(branching: 2, height: 2, direction: .directed)
        #expect(tree.edgeSources == [0, 0, 1, 1, 2, 2])
        #expect(tree.edgeTargets == [1, 2, 3, 4, 5, 6])
        #expect(try GraphGenerators.balancedTree(branching: 5, height: 0).vertexCount == 1)
        #expect(try GraphGenerators.balancedTree(branching: 1, height: 4).edgeTargets == [1, 2, 3, 4])
        #expect(try GraphGenerators.balancedTree(branching: 3, height: 6).vertexCount == 1093)
    }

    @Test func bipartiteGraphs() throws {
        let graph = try GraphGenerators.completeBipartite(2, 3, direction: .directed)
        #expect(graph.edgeSources == [0, 0, 0, 1, 1, 1])
        #expect(graph.edgeTargets == [2, 3, 4, 2, 3, 4])
        #expect(try GraphGenerators.completeBipartite(3, 0).vertexCount == 3)
        #expect(try GraphGenerators.completeBipartite(0, 0).vertexCount == 0)
    }

    @Test func petersenIsItself() throws {
        let graph = SampleGraphs.petersen
        #expect(graph.degrees() == [Int](repeating: 3, count: 10))
        // Girth 5: no triangle, and no two vertices share two neighbours; diameter 2.
        #expect(try graph.triangleCounts().triangles == [Int](repeating: 0, count: 10))
        for vertex in 0..<10 {
            for other in 0..<vertex {
                let shared = Set(try graph.neighbors(of: vertex)).intersection(try graph.neighbors(of: other))
                #expect(try shared.count == (graph.edges(from: vertex, to: other).isEmpty ? 1 : 0))
            }
        }
    }

    @Test func parametersAreChecked() {
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.invalidParameter, { _ = try GraphGenerators.grid(rows: -1, columns: 2) }),
            (.tooLarge, { _ = try GraphGenerators.grid(rows: .max, columns: 2) }),
            (.tooLarge, { _ = try GraphGenerators.grid(rows: 1 << 16, columns: 1 << 16) }),
            (.invalidParameter, { _ = try GraphGenerators.balancedTree(branching: 0, height: 2) }),
            (.invalidParameter, { _ = try GraphGenerators.balancedTree(branching: 2, height: -1) }),
            (.tooLarge, { _ = try GraphGenerators.balancedTree(branching: 2, height: 40) }),
            (.tooLarge, { _ = try GraphGenerators.balancedTree(branching: .max, height: .max) }),
            (.invalidParameter, { _ = try GraphGenerators.completeBipartite(-1, 2) }),
            (.tooLarge, { _ = try GraphGenerators.completeBipartite(1 << 20, 1 << 20) }),
            (.tooLarge, { _ = try GraphGenerators.completeBipartite(.max, 1) }),
            (.tooLarge, { _ = try GraphGenerators.completeBipartite(.max, 0) }),
            (
                .invalidParameter,
                { _ = try GraphGenerators.barabasiAlbert(vertexCount: 0, edgesPerVertex: 1, seed: 0) }
            ),
            (
                .invalidParameter,
                { _ = try GraphGenerators.barabasiAlbert(vertexCount: 3, edgesPerVertex: 3, seed: 0) }
            ),
            (
                .invalidParameter,
                { _ = try GraphGenerators.barabasiAlbert(vertexCount: 3, edgesPerVertex: 0, seed: 0) }
            ),
            (
                .tooLarge,
                { _ = try GraphGenerators.barabasiAlbert(vertexCount: .max, edgesPerVertex: 9, seed: 0) }
            ),
            (.invalidParameter, { _ = try smallWorld(10, 3) }),
            (.invalidParameter, { _ = try smallWorld(10, 10) }),
            (.invalidParameter, { _ = try smallWorld(10, -2) }),
            (.invalidParameter, { _ = try smallWorld(-1, 0) }),
            (.invalidParameter, { _ = try smallWorld(10, 2, .nan) }),
            (.invalidParameter, { _ = try smallWorld(10, 2, 1.1) }),
            (.tooLarge, { _ = try smallWorld(.max, 4) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    private func smallWorld(_ count: Int, _ neighbors: Int, _ rewiring: Double = 0) throws -> CompactGraph {
        try GraphGenerators.wattsStrogatz(
            vertexCount: count,
            neighbors: neighbors,
            rewiring: rewiring,
            seed: 3
        )
    }

    @Test(arguments: [1, 2, 5]) func attachmentIsPreferential(edges: Int) throws {
        let count = 3000
        let graph = try GraphGenerators.barabasiAlbert(vertexCount: count, edgesPerVertex: edges, seed: 2)
        #expect(graph.edgeCount == edges * (count - edges))
        #expect(graph.collapsed(droppingLoops: true).graph.edgeCount == graph.edgeCount)
        #expect(try graph.weakComponents().count == 1)
        let degrees = graph.degrees()
        #expect(degrees.dropFirst(edges + 1).allSatisfy { $0 >= edges })
        // Of the limit's shares those of the three least degrees; a standard deviation is below 0.01.
        for degree in edges..<edges + 3 {
            let share = Double(degrees.filter { $0 == degree }.count) / Double(count)
            let limit = Double(2 * edges * (edges + 1)) / Double(degree * (degree + 1) * (degree + 2))
            #expect(abs(share - limit) < 0.04)
        }
        // A random graph of this mean degree has no vertex of ten times it.
        #expect((degrees.max() ?? 0) > 20 * edges)
        let again = try GraphGenerators.barabasiAlbert(vertexCount: count, edgesPerVertex: edges, seed: 2)
        #expect(again.edgeTargets == graph.edgeTargets)
        let star = try GraphGenerators.barabasiAlbert(vertexCount: edges + 1, edgesPerVertex: edges, seed: 2)
        #expect(star.edgeTargets == (1...edges).map { Int32($0) })
    }

    @Test func smallWorlds() throws {
        #expect(try smallWorld(0, 0).vertexCount == 0)
        #expect(try smallWorld(1, 0, 1).edgeCount == 0)
        #expect(try smallWorld(5, 2).edgeTargets == [1, 2, 3, 4, 0])
        // Every tie is there already, so that none can be led elsewhere.
        #expect(try smallWorld(5, 4, 1).collapsed(droppingLoops: true).graph.edgeCount == 10)
        // The ring lattice has the clustering 3 (k - 2) / (4 (k - 1)).
        let ring = try smallWorld(400, 6)
        #expect(ring.degrees().allSatisfy { $0 == 6 })
        #expect(abs((try ring.triangleCounts().transitivity ?? 0) - 0.6) < 1e-12)
        for rewiring in [0.1, 0.6, 1] {
            let world = try smallWorld(400, 6, rewiring)
            #expect(world.edgeCount == 1200)
            #expect(world.collapsed(droppingLoops: true).graph.edgeCount == 1200)
            // Edges led elsewhere: binomial, with a standard deviation below 17.4.
            let moved = (0..<1200).filter { world.edgeTargets[$0] != ring.edgeTargets[$0] }.count
            #expect(abs(Double(moved) - 1200 * rewiring) < 87)
            #expect(try world.averagePathLength() ?? 0 < 0.5 * (ring.averagePathLength() ?? 0))
        }
    }
}
