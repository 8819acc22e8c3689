import GraphKernel
import Testing

@Suite struct ClosenessTests {
    // 0 - 1 - 2: sums of distances 3, 2, 3.
    @Test func pathOfThree() throws {
        let graph = try GraphGenerators.path(vertexCount: 3)
        #expect(try graph.closeness() == [2.0 / 3, 1, 2.0 / 3])
        #expect(try graph.harmonicCentrality() == [1.5, 2, 1.5])
        #expect(try graph.harmonicCentrality(normalized: true) == [0.75, 1, 0.75])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().closeness() == [])
        #expect(try EdgeCase.empty().harmonicCentrality(normalized: true) == [])
        #expect(try EdgeCase.oneVertex().closeness() == [0])
        #expect(try EdgeCase.loop().harmonicCentrality(weighted: true, normalized: true) == [0])
        #expect(try EdgeCase.parallel().closeness() == [2.0 / 3, 1, 2.0 / 3])
        // Each of the joined pairs reaches one of four others.
        #expect(try EdgeCase.twoComponents().closeness() == [0.25, 0.25, 0.25, 0.25, 0])
        #expect(try EdgeCase.twoComponents().closeness(scaled: false) == [1, 1, 1, 1, 0])
        #expect(
            try EdgeCase.twoComponents().closeness(weighted: true, scaled: false) == [
                1, 1, 1.0 / 3, 1.0 / 3, 0,
            ]
        )
        #expect(try EdgeCase.directedCycle().closeness() == [0.5, 0.5, 0.5, 0.5])
    }

    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for (direction, weighted) in CompactGraph.SearchDirection.allCases.flatMap({
            [($0, false), ($0, true)]
        }) {
            let closeness = try graph.closeness(direction: direction, weighted: weighted)
            let harmonic = try graph.harmonicCentrality(direction: direction, weighted: weighted)
            for vertex in 0..<graph.vertexCount {
                let distances = graph.slowDistances(from: vertex, direction, weighted: weighted)
                let finite = distances.filter { $0.isFinite && $0 > 0 }
                let reached = Double(finite.count)
                let expected =
                    finite.isEmpty
                    ? 0 : reached / finite.reduce(0, +) * reached / Double(graph.vertexCount - 1)
                #expect(abs(closeness[vertex] - expected) < 1e-12)
                #expect(abs(harmonic[vertex] - finite.map { 1 / $0 }.reduce(0, +)) < 1e-12)
            }
        }
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 150, edgeCount: 400, weightSteps: 9, seed: 4)
        for weighted in [false, true] {
            let one = try graph.closeness(weighted: weighted)
            let harmonic = try graph.harmonicCentrality(weighted: weighted)
            for threads in [2, 3, 8] {
                let control = RunControl(threads: threads)
                #expect(try graph.closeness(weighted: weighted, control: control) == one)
                #expect(try graph.harmonicCentrality(weighted: weighted, control: control) == harmonic)
            }
        }
    }

    @Test func someVerticesHaveTheValuesOfAll() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 90, edgeCount: 150, weightSteps: 5, seed: 3)
        let some = [7, 89, 0, 7, 41]
        for weighted in [false, true] {
            let all = try graph.closeness(weighted: weighted)
            let harmonic = try graph.harmonicCentrality(weighted: weighted)
            #expect(try graph.closeness(of: some, weighted: weighted) == some.map { all[$0] })
            #expect(try graph.harmonicCentrality(of: some, weighted: weighted) == some.map { harmonic[$0] })
        }
        #expect(try graph.closeness(of: []) == [])
        #expect(errorCode { try graph.closeness(of: [90]) } == .vertexOutOfRange)
        #expect(errorCode { try graph.harmonicCentrality(of: [-1], weighted: true) } == .vertexOutOfRange)
    }

    // More vertices than searches that run side by side, so there are several batches, the last not full; with
    // hubs levels are both pushed and pulled, on a path they are never pulled.
    @Test(arguments: [CompactGraph.SearchDirection.outgoing, .incoming, .both])
    func manySearchesAreAsManyAlone(direction: CompactGraph.SearchDirection) throws {
        let graphs = [
            try GraphGenerators.rMat(scale: 10, edgeFactor: 5, direction: .directed, seed: 5),
            try GraphGenerators.path(vertexCount: 700, direction: .directed),
        ]
        for graph in graphs {
            let values = try graph.harmonicCentrality(direction: direction)
            let closeness = try graph.closeness(direction: direction, scaled: false)
            let control = RunControl(threads: 3)
            #expect(try graph.harmonicCentrality(direction: direction, control: control) == values)
            let some = (0..<60).map { $0 * 11 }
            #expect(
                try graph.closeness(of: some, direction: direction, scaled: false, control: control)
                    == some.map { closeness[$0] }
            )
            for vertex in some {
                let tree = try graph.breadthFirstSearch(from: vertex, direction: direction)
                let distances = tree.distances.filter { $0 > 0 }.sorted().map { Double($0) }
                #expect(abs(values[vertex] - distances.reduce(0) { $0 + 1 / $1 }) < 1e-9)
                let sum = distances.reduce(0, +)
                #expect(closeness[vertex] == (sum > 0 ? Double(distances.count) / sum : 0))
            }
        }
    }

    @Test func stopsWhenCancelled() throws {
        let graph = try GraphGenerators.rMat(scale: 8, seed: 5)
        let control = RunControl(isCancelled: { true })
        #expect(errorCode { try graph.closeness(control: control) } == .cancelled)
        #expect(errorCode { try graph.closeness(of: [1, 2], control: control) } == .cancelled)
    }

    // networkx measures distances to a vertex.
    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        expectClose(try graph.closeness(direction: .incoming), try oracle.numbers("closeness"))
        expectClose(
            try graph.closeness(direction: .incoming, scaled: false),
            try oracle.numbers("closenessUnscaled")
        )
        expectClose(
            try graph.closeness(direction: .incoming, weighted: true),
            try oracle.numbers("closenessWeighted")
        )
        expectClose(try graph.harmonicCentrality(direction: .incoming), try oracle.numbers("harmonic"))
        expectClose(
            try graph.harmonicCentrality(direction: .incoming, weighted: true),
            try oracle.numbers("harmonicWeighted")
        )
    }
}
