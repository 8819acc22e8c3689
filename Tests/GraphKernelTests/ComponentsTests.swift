import GraphKernel
import Testing

@Suite struct ComponentsTests {
    // 0 -> 1 -> 2 -> 0, 2 -> 3 -> 4 -> 3, 5
    @Test func weakAndStrong() throws {
        let graph = try CompactGraph(
            vertexCount: 6,
            edges: [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3)],
            direction: .directed
        )
        let weak = try graph.weakComponents()
        #expect(weak.labels == [0, 0, 0, 0, 0, 1])
        #expect(weak.sizes == [5, 1])
        #expect(weak.largest == 0)
        let strong = try graph.strongComponents()
        #expect(strong.labels == [0, 0, 0, 1, 1, 2])
        #expect(strong.sizes == [3, 2, 1])
        #expect(strong.count == 3)
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().weakComponents().count == 0)
        #expect(try EdgeCase.empty(.directed).strongComponents().largest == nil)
        #expect(try EdgeCase.oneVertex(.directed).strongComponents().sizes == [1])
        #expect(try EdgeCase.loop(.directed).strongComponents().sizes == [1])
        #expect(try EdgeCase.parallel(.directed).strongComponents().sizes == [1, 1, 1])
        #expect(try EdgeCase.twoComponents().weakComponents().labels == [0, 0, 1, 1, 2])
        #expect(try EdgeCase.twoComponents().weakComponents().largest == 0)
        #expect(try EdgeCase.directedCycle().strongComponents().sizes == [4])
    }

    @Test(arguments: SeededGraph.all) func componentsAreMutualReach(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let weak = try graph.weakComponents()
        let strong = try graph.strongComponents()
        for first in 0..<graph.vertexCount {
            let either = graph.slowDistances(from: first, .both, weighted: false)
            let onward = graph.slowDistances(from: first, .outgoing, weighted: false)
            let back = graph.slowDistances(from: first, .incoming, weighted: false)
            for second in 0..<graph.vertexCount {
                #expect((weak.labels[first] == weak.labels[second]) == either[second].isFinite)
                let mutual = onward[second].isFinite && back[second].isFinite
                #expect((strong.labels[first] == strong.labels[second]) == mutual)
            }
        }
        #expect(weak.sizes.reduce(0, +) == Int32(graph.vertexCount))
        #expect(strong.sizes.reduce(0, +) == Int32(graph.vertexCount))
    }

    // One large component whose edges are mostly skipped, and many small ones.
    @Test(arguments: [CompactGraph.EdgeDirection.undirected, .directed])
    func oneLargeAndManySmall(direction: CompactGraph.EdgeDirection) throws {
        for edgeCount in [200, 400, 700, 1500] {
            let graph = try GraphGenerators.multigraph(
                vertexCount: 600,
                edgeCount: edgeCount,
                direction: direction,
                seed: UInt64(edgeCount)
            )
            let components = try graph.weakComponents()
            var labels = [Int32](repeating: -1, count: 600)
            var sizes: [Int32] = []
            for vertex in 0..<600 where labels[vertex] < 0 {
                let reached = try graph.breadthFirstSearch(from: vertex, direction: .both).distances
                for other in 0..<600 where reached[other] >= 0 { labels[other] = Int32(sizes.count) }
                sizes.append(Int32(reached.filter { $0 >= 0 }.count))
            }
            #expect(components.labels == labels)
            #expect(components.sizes == sizes)
        }
    }

    @Test func aPathAndACycleOfAMillionVertices() throws {
        let cycle = try GraphGenerators.cycle(vertexCount: 1_000_000, direction: .directed)
        #expect(try cycle.strongComponents().sizes == [1_000_000])
        let path = try GraphGenerators.path(vertexCount: 1_000_000, direction: .directed)
        #expect(try path.strongComponents().count == 1_000_000)
        #expect(try path.weakComponents().sizes == [1_000_000])
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        #expect(try graph.weakComponents().labels.map { Double($0) } == (try oracle.numbers("weak")))
        #expect(try graph.strongComponents().labels.map { Double($0) } == (try oracle.numbers("strong")))
    }
}
