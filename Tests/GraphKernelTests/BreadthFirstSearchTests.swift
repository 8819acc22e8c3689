import GraphKernel
import Testing

@Suite struct BreadthFirstSearchTests {
    //  0 - 1 - 3
    //  |   |       5 (alone)
    //  2 - 4
    @Test func distancesAndParents() throws {
        let graph = try CompactGraph(
            vertexCount: 6,
            edges: [(0, 1), (0, 2), (1, 3), (1, 4), (2, 4)],
            direction: .undirected
        )
        let tree = try graph.breadthFirstSearch(from: 0)
        #expect(tree.distances == [0, 1, 1, 2, 2, -1])
        #expect(tree.parents[0] == -1)
        #expect(tree.parents[3] == 1)
        #expect(tree.parents[5] == -1)
        let path = try #require(try graph.path(to: 3, in: tree))
        #expect(path == GraphPath(vertices: [0, 1, 3], edges: [0, 2], length: 2))
        #expect(try graph.path(to: 5, in: tree) == nil)
        #expect(try graph.breadthFirstSearch(from: 0, maximumDepth: 1).distances == [0, 1, 1, -1, -1, -1])
        #expect(try graph.breadthFirstSearch(from: 0, maximumDepth: 0).distances == [0, -1, -1, -1, -1, -1])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.oneVertex().breadthFirstSearch(from: 0).distances == [0])
        #expect(try EdgeCase.loop().breadthFirstSearch(from: 0).parents == [-1])
        #expect(try EdgeCase.parallel().breadthFirstSearch(from: 0).distances == [0, 1, 2])
        #expect(try EdgeCase.twoComponents().breadthFirstSearch(from: 2).distances == [-1, -1, 0, 1, -1])
        let cycle = try EdgeCase.directedCycle()
        #expect(try cycle.breadthFirstSearch(from: 1).distances == [3, 0, 1, 2])
        #expect(try cycle.breadthFirstSearch(from: 1, direction: .incoming).distances == [1, 0, 3, 2])
        #expect(try cycle.breadthFirstSearch(from: 1, direction: .both).distances == [1, 0, 1, 2])
        let empty = try EdgeCase.empty()
        #expect(errorCode { try empty.breadthFirstSearch(from: 0) } == .vertexOutOfRange)
        let negative = errorCode {
            try cycle.breadthFirstSearch(from: 0, maximumDepth: -1)
        }
        #expect(negative == .invalidParameter)
    }

    @Test(arguments: SeededGraph.all) func agreesWithGoingOverAllEdges(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for direction in CompactGraph.SearchDirection.allCases {
            for source in 0..<graph.vertexCount {
                let tree = try graph.breadthFirstSearch(from: source, direction: direction)
                let slow = graph.slowDistances(from: source, direction, weighted: false)
                #expect(tree.distances == slow.map { $0.isInfinite ? -1 : Int32($0) })
                for target in 0..<graph.vertexCount {
                    guard let path = try graph.path(to: target, in: tree, direction: direction) else {
                        continue
                    }
                    #expect(
                        graph.fault(of: path, from: source, to: target, direction, weighted: false) == nil
                    )
                    #expect(path.length == slow[target])
                }
            }
        }
    }

    @Test(arguments: SeededGraph.all) func isDijkstraOnUnitWeights(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let units = try graph.weighted(by: [Double](repeating: 1, count: graph.edgeCount))
        for source in 0..<graph.vertexCount {
            let hops = try graph.breadthFirstSearch(from: source).distances
            let sums = try units.shortestPaths(from: source).distances
            #expect(hops == sums.map { $0.isInfinite ? -1 : Int32($0) })
        }
    }

    /// Large and dense enough that levels are searched from the unreached vertices.
    @Test(arguments: [CompactGraph.EdgeDirection.directed, .undirected])
    func largeFrontiersAreSearchedBackwards(edges: CompactGraph.EdgeDirection) throws {
        let graph = try GraphGenerators.rMat(scale: 9, edgeFactor: 8, direction: edges, seed: 3)
        for source in [0, 77, 300] {
            for depth in [1, 2, 3, Int.max] {
                let tree = try graph.breadthFirstSearch(from: source, maximumDepth: depth)
                // Level by level with sets.
                var expected = [Int32](repeating: -1, count: graph.vertexCount)
                expected[source] = 0
                var level: Set<Int32> = [Int32(source)]
                var distance: Int32 = 0
                while !level.isEmpty, Int(distance) < depth {
                    distance += 1
                    var next: Set<Int32> = []
                    for vertex in level {
                        for target in try graph.neighbors(of: Int(vertex)) where expected[Int(target)] < 0 {
                            next.insert(target)
                        }
                    }
                    for vertex in next { expected[Int(vertex)] = distance }
                    level = next
                }
                #expect(tree.distances == expected)
                for vertex in 0..<graph.vertexCount where expected[vertex] > 0 {
                    let parent = Int(tree.parents[vertex])
                    #expect(expected[parent] == expected[vertex] - 1)
                    #expect(try !graph.edges(from: parent, to: vertex).isEmpty)
                }
            }
        }
    }

    @Test func aPathOfAMillionVertices() throws {
        let graph = try GraphGenerators.path(vertexCount: 1_000_000)
        let tree = try graph.breadthFirstSearch(from: 0)
        #expect(tree.distances[999_999] == 999_999)
        #expect(tree.parents[999_999] == 999_998)
    }

    @Test func treesOfOtherGraphsAreRefused() throws {
        let tree = try EdgeCase.directedCycle().breadthFirstSearch(from: 0)
        let graph = try CompactGraph(vertexCount: 4, edges: [(1, 0)], direction: .directed)
        #expect(errorCode { try graph.path(to: 3, in: tree) } == .invalidParameter)
        let small = try EdgeCase.oneVertex()
        #expect(errorCode { try small.path(to: 0, in: tree) } == .invalidParameter)
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let distances = try oracle.graph().breadthFirstSearch(from: 0).distances
        #expect(distances.map { Double($0) } == (try oracle.numbers("distances")))
    }
}
