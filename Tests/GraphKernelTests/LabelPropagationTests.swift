import EntenteTestSupport
import GraphKernel
import Testing

@Suite struct LabelPropagationTests {
    @Test func cliquesAndEdgeCases() throws {
        for seed in 0..<5 as Range<UInt64> {
            let cliques = try twoCliques().labelPropagation(seed: seed)
            #expect(cliques.count <= 2)
            #expect(fault(of: cliques, in: try twoCliques()) == nil)
        }
        for direction in [CompactGraph.EdgeDirection.undirected, .directed] {
            #expect(try EdgeCase.empty(direction).labelPropagation().labels == [])
            #expect(try EdgeCase.oneVertex(direction).labelPropagation().labels == [0])
            #expect(try EdgeCase.loop(direction).labelPropagation().labels == [0])
            #expect(try EdgeCase.parallel(direction).labelPropagation().labels == [0, 0, 0])
            #expect(try EdgeCase.twoComponents(direction).labelPropagation().labels == [0, 0, 1, 1, 2])
            #expect(try EdgeCase.twoComponents(direction).labelPropagation(strengths: [0, 0]).count == 5)
            #expect(try EdgeCase.empty(direction).synchronousLabelPropagation().labels == [])
            #expect(try EdgeCase.loop(direction).synchronousLabelPropagation().labels == [0])
        }
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        let control = RunControl(isCancelled: { true })
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.columnLengthMismatch, { _ = try graph.labelPropagation(strengths: [1]) }),
            (.negativeWeight, { _ = try graph.labelPropagation(strengths: [1, -1, 1]) }),
            (.invalidParameter, { _ = try graph.synchronousLabelPropagation(rounds: -1) }),
            (.cancelled, { _ = try graph.labelPropagation(control: control) }),
            (.cancelled, { _ = try graph.synchronousLabelPropagation(control: control) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    @Test(arguments: SeededGraph.all) func everyoneHasALabelOfMost(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        for strengths in [nil, graph.roughStrengths(seed: 5)] {
            let found = try graph.labelPropagation(strengths: strengths, seed: 4)
            #expect(fault(of: found, in: graph) == nil)
            #expect(found.quality == (try graph.modularity(of: found.labels, strengths: strengths)))
            var sums = [[Double]](
                repeating: [Double](repeating: 0, count: found.count),
                count: graph.vertexCount
            )
            for hop in graph.hops(.both) where hop.from != hop.to {
                sums[hop.from][Int(found.labels[hop.to])] += strengths?[hop.edge] ?? 1
            }
            for vertex in 0..<graph.vertexCount {
                let most = sums[vertex].max() ?? 0
                #expect(sums[vertex][Int(found.labels[vertex])] >= most - 1e-9)
                if most == 0 { #expect(found.sizes[Int(found.labels[vertex])] == 1) }
            }
            for seed in 0..<3 as Range<UInt64> {
                let other = try graph.edgesShuffled(strengths: strengths, seed: seed)
                #expect(try other.graph.labelPropagation(strengths: other.strengths, seed: 4) == found)
            }
        }
    }

    @Test(arguments: SeededGraph.all) func roundsFollowTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let hops = graph.hops(.both).filter { $0.from != $0.to }
        var labels = (0..<Int32(graph.vertexCount)).map { $0 }
        for round in 0...4 {
            #expect(try graph.synchronousLabels(rounds: round) == labels)
            let old = labels
            for vertex in 0..<graph.vertexCount {
                var counts: [Int32: Int] = [:]
                for hop in hops where hop.from == vertex { counts[old[hop.to], default: 0] += 1 }
                let most = counts.values.max()
                labels[vertex] = counts.filter { $0.value == most }.keys.min() ?? old[vertex]
            }
        }
        let found = try graph.synchronousLabelPropagation(rounds: 4)
        #expect(fault(of: found, in: graph) == nil)
        #expect(found.iterations <= 4)
    }

    /// The files of LDBC Graphalytics: lines of a vertex and its neighbours, and of a vertex and its label.
    private static let folder =
        "data/oracles/ldbc+ldbc_graphalytics/graphalytics-validation/src/main/resources/validation-graphs/"

    private static func numbers(_ path: String) throws -> [[Int64]] {
        try SharedData.text(folder + path).split(separator: "\n").map { line in
            line.split(separator: " ").compactMap { Int64($0) }
        }
    }

    @Test(
        .enabled(if: SharedData.has(folder), "needs the shared data"),
        arguments: [
            ("cdlp/dir-input", "cdlp/dir-output", true, 5),
            ("cdlp/undir-input", "cdlp/undir-output", false, 5),
            ("example/example-directed-input", "example/example-directed-CDLP", true, 2),
            ("example/example-undirected-input", "example/example-undirected-CDLP", false, 2),
        ]
    )
    func agreesWithGraphalytics(input: String, output: String, directed: Bool, rounds: Int) throws {
        let lines = try Self.numbers(input)
        let names = Set(lines.joined()).sorted()
        let vertices = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var edges: [(Int, Int)] = []
        for line in lines {
            let source = try #require(vertices[line[0]])
            for name in line.dropFirst() {
                let target = try #require(vertices[name])
                // An undirected edge stands at both its ends.
                if directed || source < target { edges.append((source, target)) }
            }
        }
        let graph = try CompactGraph(
            vertexCount: names.count,
            edges: edges,
            direction: directed ? .directed : .undirected
        )
        let labels = try graph.synchronousLabels(rounds: rounds)
        let expected = try Self.numbers(output).sorted { $0[0] < $1[0] }
        #expect(expected == zip(names, labels).map { [$0, names[Int($1)]] })
    }
}
