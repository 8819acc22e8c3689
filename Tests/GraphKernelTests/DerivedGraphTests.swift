import GraphKernel
import Testing

@Suite struct DerivedGraphTests {
    // Edges 0 and 2 join 0 and 1 (one given backwards), 1 is a loop at 2, 3 joins 1 and 2, 4 is another loop
    // at 2.
    @Test func collapsingKeepsOriginals() throws {
        let graph = try CompactGraph(
            vertexCount: 3,
            edges: [(0, 1), (2, 2), (1, 0), (1, 2), (2, 2)],
            direction: .undirected,
            weights: [3, 1, 2, 5, 4]
        )
        let collapsed = graph.collapsed()
        #expect(collapsed.graph.edgeSources == [0, 2, 1])
        #expect(collapsed.graph.edgeTargets == [1, 2, 2])
        #expect(collapsed.graph.weights == [2, 1, 5])
        #expect(Array(try collapsed.originals(of: 0)) == [0, 2])
        #expect(Array(try collapsed.originals(of: 1)) == [1, 4])
        #expect(Array(try collapsed.originals(of: 2)) == [3])
        #expect(collapsed.multiplicities == [2, 2, 1])
        let bare = graph.collapsed(droppingLoops: true)
        #expect(bare.graph.edgeCount == 2)
        #expect(Array(try bare.originals(of: 1)) == [3])
        #expect(errorCode { try bare.originals(of: 2) } == .invalidParameter)
    }

    @Test func oppositeDirectedEdgesStayApart() throws {
        let graph = try CompactGraph(vertexCount: 2, edges: [(0, 1), (1, 0), (0, 1)], direction: .directed)
        let collapsed = graph.collapsed()
        #expect(collapsed.graph.edgeSources == [0, 1])
        #expect(Array(try collapsed.originals(of: 0)) == [0, 2])
    }

    @Test func emptyGraphsHaveEmptyRelatives() throws {
        let graph = try EdgeCase.empty()
        #expect(graph.collapsed().graph.vertexCount == 0)
        #expect(try graph.subgraph([]).graph.vertexCount == 0)
        #expect(graph.reversed().vertexCount == 0)
    }

    @Test(arguments: SeededGraph.all) func collapsedEdgesPartitionTheEdges(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let collapsed = graph.collapsed()
        var seen: [Int32] = []
        var pairs: Set<[Int32]> = []
        for edge in 0..<collapsed.graph.edgeCount {
            let members = try collapsed.originals(of: edge)
            seen += members
            let ends = [collapsed.graph.edgeSources[edge], collapsed.graph.edgeTargets[edge]]
            #expect(pairs.insert(graph.isDirected ? ends : ends.sorted()).inserted)
            for member in members {
                let original = [graph.edgeSources[Int(member)], graph.edgeTargets[Int(member)]]
                #expect(graph.isDirected ? original == ends : original.sorted() == ends.sorted())
            }
        }
        #expect(seen.sorted() == (0..<Int32(graph.edgeCount)).map { $0 })
        for source in 0..<graph.vertexCount {
            let before = try graph.shortestPaths(from: source).distances
            #expect(try collapsed.graph.shortestPaths(from: source).distances == before)
        }
    }

    //  0 - 1 - 2 - 3, edge 3 joins 0 and 3, edge 4 is a loop at 3
    @Test func subgraphKeepsOrderAndOriginals() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            sources: [0, 1, 2, 0, 3],
            targets: [1, 2, 3, 3, 3],
            direction: .undirected,
            weights: [1, 2, 3, 4, 5],
            begins: [0, 1, 2, 3, 4],
            ends: [9, 9, 9, 9, 9]
        )
        let derived = try graph.subgraph([3, 0, 1])
        #expect(derived.originalVertices == [3, 0, 1])
        #expect(derived.originalEdges == [0, 3, 4])
        #expect(derived.graph.edgeSources == [1, 1, 0])
        #expect(derived.graph.edgeTargets == [2, 0, 0])
        #expect(derived.graph.weights == [1, 4, 5])
        #expect(derived.graph.begins == [0, 3, 4])
        #expect(errorCode { try graph.subgraph([1, 1]) } == .invalidParameter)
    }

    @Test(arguments: SeededGraph.all) func reversingTwiceIsNothing(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let reversed = graph.reversed()
        for vertex in 0..<graph.vertexCount {
            #expect(
                try reversed.edges(of: vertex) == graph.edges(of: vertex, direction: .incoming)
            )
            #expect(try reversed.reversed().edges(of: vertex) == graph.edges(of: vertex))
        }
    }

    @Test(arguments: SeededGraph.all) func undirectedRowsAreThoseOfBoth(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let undirected = try graph.undirected()
        #expect(!undirected.isDirected)
        for vertex in 0..<graph.vertexCount {
            #expect(try undirected.edges(of: vertex) == graph.edges(of: vertex, direction: .both))
        }
    }

    // Rows of relatives are made of rows; they must be those that the columns would give.
    @Test(arguments: SeededGraph.all) func rowsAreThoseOfTheColumns(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let other = (0..<graph.edgeCount).map { Double($0 + 1) }
        let relatives = [
            try graph.undirected(), graph.reversed(), graph.collapsed().graph,
            graph.collapsed(droppingLoops: true).graph, try graph.weighted(by: other),
            try graph.weighted(by: nil), try graph.undirected().collapsed(droppingLoops: true).graph,
        ]
        for relative in relatives {
            let anew = try CompactGraph(
                vertexCount: relative.vertexCount,
                sources: relative.edgeSources,
                targets: relative.edgeTargets,
                direction: relative.direction,
                weights: relative.weights
            )
            #expect(relative.arcCount == anew.arcCount)
            for vertex in 0..<graph.vertexCount {
                for direction in CompactGraph.SearchDirection.allCases {
                    let row = try relative.edges(of: vertex, direction: direction)
                    #expect(try row == anew.edges(of: vertex, direction: direction))
                    let neighbors = try relative.neighbors(of: vertex, direction: direction)
                    #expect(try neighbors == anew.neighbors(of: vertex, direction: direction))
                }
                if relative.weights != nil {
                    let distances = try relative.shortestPaths(from: vertex, direction: .incoming).distances
                    #expect(try distances == anew.shortestPaths(from: vertex, direction: .incoming).distances)
                }
            }
        }
    }
}
