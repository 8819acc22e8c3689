import Foundation
import GraphKernel
import Testing

@Suite struct DijkstraTests {
    //      1         1
    //  0 ----- 1 -------- 2      0-2 directly is 5, 3 is alone
    @Test func shorterRoundabout() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (1, 2), (0, 2)],
            direction: .undirected,
            weights: [1, 1, 5]
        )
        let tree = try graph.shortestPaths(from: 0)
        #expect(tree.distances == [0, 1, 2, .infinity])
        #expect(tree.parents == [-1, 0, 1, -1])
        #expect(tree.parentEdges == [-1, 0, 1, -1])
        #expect(try tree.path(to: 2) == GraphPath(vertices: [0, 1, 2], edges: [0, 1], length: 2))
        #expect(try tree.path(to: 3) == nil)
        #expect(errorCode { try tree.path(to: 4) } == .vertexOutOfRange)
        #expect(
            try graph.shortestPaths(from: 0, maximumDistance: 1).distances == [0, 1, .infinity, .infinity]
        )
        for distance in [-1, Double.nan] {
            let code = errorCode {
                try graph.shortestPaths(from: 0, maximumDistance: distance)
            }
            #expect(code == .invalidParameter)
        }
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.oneVertex().shortestPaths(from: 0).distances == [0])
        #expect(try EdgeCase.loop().shortestPaths(from: 0).parents == [-1])
        let parallel = try EdgeCase.parallel().shortestPaths(from: 0)
        #expect(parallel.distances == [0, 1, 2])
        #expect(parallel.parentEdges == [-1, 1, 2])
        #expect(try EdgeCase.twoComponents().shortestPaths(from: 3).distances[2] == 3)
        #expect(try EdgeCase.twoComponents().shortestPaths(from: 3).distances[0] == .infinity)
        #expect(try EdgeCase.directedCycle().shortestPaths(from: 1).distances == [9, 0, 2, 5])
        #expect(
            try EdgeCase.directedCycle().shortestPaths(from: 1, direction: .incoming).distances == [
                1, 0, 8, 5,
            ]
        )
    }

    @Test func sumsBeyondDoubleAreOutOfReach() throws {
        let graph = try CompactGraph(
            vertexCount: 3,
            edges: [(0, 1), (1, 2)],
            direction: .directed,
            weights: [Double.greatestFiniteMagnitude, .greatestFiniteMagnitude]
        )
        #expect(try graph.shortestPaths(from: 0).distances == [0, .greatestFiniteMagnitude, .infinity])
    }

    @Test(arguments: SeededGraph.all) func agreesWithGoingOverAllEdges(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            for source in 0..<graph.vertexCount {
                let tree = try graph.shortestPaths(from: source, direction: direction)
                let slow = graph.slowDistances(from: source, direction, weighted: true)
                #expect(tree.distances == slow)
                for target in 0..<graph.vertexCount {
                    guard let path = try tree.path(to: target) else { continue }
                    #expect(graph.fault(of: path, from: source, to: target, direction, weighted: true) == nil)
                }
            }
        }
    }

    @Test(arguments: SeededGraph.all) func triangleInequalityAndRelabelling(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        var distances: [[Double]] = []
        for source in 0..<graph.vertexCount {
            distances.append(try graph.shortestPaths(from: source).distances)
        }
        for a in distances.indices {
            for b in distances.indices {
                for c in distances.indices { #expect(distances[a][c] <= distances[a][b] + distances[b][c]) }
            }
        }
        let names = graph.shuffledVertices(seed: 5)
        let other = try graph.relabelled(names)
        for source in distances.indices {
            let renamed = try other.shortestPaths(from: names[source]).distances
            #expect(distances.indices.allSatisfy { renamed[names[$0]] == distances[source][$0] })
        }
    }

    @Test func aPathOfAMillionVertices() throws {
        let path = try GraphGenerators.path(vertexCount: 1_000_000)
        let graph = try path.weighted(by: [Double](repeating: 0.5, count: path.edgeCount))
        #expect(try graph.shortestPaths(from: 0).distances[999_999] == 499_999.5)
    }

    // Weights of one size, of sizes far apart, too small for a scale, and so large that sums go beyond Double.
    @Test(arguments: SeededGraph.all) func weightsOfAnySize(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        var random = SplitMix64(seed: UInt64(seeded.seed))
        func column(_ weight: (inout SplitMix64) -> Double) throws -> CompactGraph {
            try graph.weighted(by: (0..<graph.edgeCount).map { _ in weight(&random) })
        }
        let graphs = [
            try column { _ in 3 },
            try column { Double(1 + $0.next(below: 255)) },
            try column { pow(10, Double($0.next(below: 600)) - 300) },
            try column { Double(1 + $0.next(below: 9)) * .leastNonzeroMagnitude },
            try column { .greatestFiniteMagnitude / Double(1 + $0.next(below: 9)) },
            try column { $0.next(below: 2) == 0 ? 1 : 0x1p-60 },
        ]
        for graph in graphs {
            for source in 0..<graph.vertexCount {
                let tree = try graph.shortestPaths(from: source)
                #expect(tree.distances == graph.slowDistances(from: source, .outgoing, weighted: true))
                for target in 0..<graph.vertexCount {
                    guard let path = try tree.path(to: target), tree.parents[target] >= 0 else { continue }
                    #expect(path.vertices.first == source)
                    #expect(Set(path.vertices).count == path.vertices.count)
                    let weight = try #require(graph.weights)[Int(tree.parentEdges[target])]
                    let before = tree.distances[Int(tree.parents[target])]
                    #expect(before + weight == tree.distances[target])
                }
            }
        }
    }

    @Test func manyVerticesInOneSlotAndFewInMany() throws {
        // One edge is so heavy that all others count as nothing beside it.
        let random = try GraphGenerators.multigraph(
            vertexCount: 300,
            edgeCount: 1500,
            direction: .directed,
            weightSteps: 40,
            seed: 11
        )
        var weights = try #require(random.weights)
        weights[7] = 1e9
        for graph in [random, try random.weighted(by: weights)] {
            #expect(
                try graph.shortestPaths(from: 0).distances
                    == graph.slowDistances(from: 0, .outgoing, weighted: true)
            )
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        expectClose(
            try oracle.graph().shortestPaths(from: 0).distances,
            try oracle.numbers("weightedDistances")
        )
    }
}
