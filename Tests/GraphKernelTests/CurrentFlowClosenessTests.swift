import GraphKernel
import Testing

@Suite struct CurrentFlowClosenessTests {
    @Test func smallShapes() throws {
        // In a tree there is one way only: the distances 3, 2, 3.
        let path = try GraphGenerators.path(vertexCount: 3).currentFlowCloseness()
        expectClose(path, [2.0 / 3, 1, 2.0 / 3])
        // In a triangle an edge of 1 lies beside a way of 2: 2/3 ohm to each of two others.
        expectClose(try GraphGenerators.complete(vertexCount: 3).currentFlowCloseness(), [1.5, 1.5, 1.5])
        // In a cycle of four 3/4, 1 and 3/4.
        expectClose(try EdgeCase.directedCycle().currentFlowCloseness(), [1.2, 1.2, 1.2, 1.2])
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().currentFlowCloseness() == [])
        #expect(try EdgeCase.oneVertex(.directed).currentFlowCloseness() == [0])
        #expect(try EdgeCase.loop().currentFlowCloseness() == [0])
        // Two edges side by side have 1/2, so 0 has 1/2 + 3/2, 1 has 1/2 + 1, 2 has 1 + 3/2.
        expectClose(try EdgeCase.parallel().currentFlowCloseness(), [1, 4.0 / 3, 0.8])
        expectClose(try EdgeCase.parallel().currentFlowCloseness(strengths: [1, 0, 3]), [6.0 / 7, 1.5, 1.2])
        expectClose(try EdgeCase.twoComponents().currentFlowCloseness(), [0.25, 0.25, 0.25, 0.25, 0])
        expectClose(try EdgeCase.twoComponents().currentFlowCloseness(scaled: false), [1, 1, 1, 1, 0])
        #expect(try EdgeCase.parallel().currentFlowCloseness(strengths: [0, 0, 0]) == [0, 0, 0])
    }

    @Test func strengthsMayBeFarApart() throws {
        let path = try GraphGenerators.path(vertexCount: 3)
        // Resistances 1 and 10²⁰⁰.
        let far = try path.currentFlowCloseness(strengths: [1, 1e-200])
        expectClose(far.map { $0 * 1e200 }, [2, 2, 1])
        let huge = try path.currentFlowCloseness(strengths: [1e308, 1e308])
        expectClose(huge.map { $0 / 1e308 }, [2.0 / 3, 1, 2.0 / 3])
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.numericOverflow, { _ = try path.currentFlowCloseness(strengths: [1e308, 1e-308]) }),
            (
                .numericOverflow,
                {
                    let complete = try GraphGenerators.complete(vertexCount: 5)
                    _ = try complete.currentFlowCloseness(strengths: [Double](repeating: 1e308, count: 10))
                }
            ),
            (.tooLarge, { _ = try path.currentFlowCloseness(limit: 2) }),
            (.invalidParameter, { _ = try path.currentFlowCloseness(limit: 0) }),
            (.negativeWeight, { _ = try path.currentFlowCloseness(strengths: [1, -1]) }),
            (.invalidWeight, { _ = try path.currentFlowCloseness(strengths: [1, .nan]) }),
            (.columnLengthMismatch, { _ = try path.currentFlowCloseness(strengths: [1]) }),
            (.cancelled, { _ = try path.currentFlowCloseness(control: RunControl(isCancelled: { true })) }),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
        // The limit is one of components.
        #expect(try EdgeCase.twoComponents().currentFlowCloseness(limit: 2).count == 5)
    }

    /// Resistances by the definition: Kirchhoff's equations for a current of 1, solved for each pair.
    @Test(arguments: SeededGraph.all) func followsTheDefinition(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let weights = try #require(graph.weights)
        let values = try graph.currentFlowCloseness(strengths: weights, scaled: false)
        let components = try graph.weakComponents()
        var conductances = [[Double]](
            repeating: [Double](repeating: 0, count: graph.vertexCount),
            count: graph.vertexCount
        )
        for edge in 0..<graph.edgeCount {
            let (source, target) = (Int(graph.edgeSources[edge]), Int(graph.edgeTargets[edge]))
            guard source != target else { continue }
            conductances[source][target] += weights[edge]
            conductances[target][source] += weights[edge]
        }
        for vertex in 0..<min(3, graph.vertexCount) {
            var sum = 0.0
            let others = (0..<graph.vertexCount).filter {
                $0 != vertex && components.labels[$0] == components.labels[vertex]
            }
            for other in others {
                sum += resistance(conductances, from: vertex, to: other, over: others)
            }
            let expected = others.isEmpty ? 0 : Double(others.count) / sum
            #expect(abs(values[vertex] - expected) < 1e-11 * max(1, expected))
        }
    }

    /// The potential of `source` when a current of 1 flows to `target`, whose potential is 0, by Gauss and
    /// Jordan's elimination with the largest pivots; `others` are the component without `source`.
    private func resistance(
        _ conductances: [[Double]],
        from source: Int,
        to target: Int,
        over others: [Int]
    ) -> Double {
        let vertices = [source] + others.filter { $0 != target }
        var rows = vertices.map { row in
            vertices.map { $0 == row ? conductances[row].reduce(0, +) : -conductances[row][$0] }
                + [row == source ? 1 : 0]
        }
        for step in vertices.indices {
            let pivot = (step..<rows.count).max { abs(rows[$0][step]) < abs(rows[$1][step]) } ?? step
            rows.swapAt(step, pivot)
            for row in rows.indices where row != step {
                let factor = rows[row][step] / rows[step][step]
                for column in step...rows.count { rows[row][column] -= factor * rows[step][column] }
            }
        }
        return rows[0][rows.count] / rows[0][0]
    }

    @Test(arguments: SeededGraph.all) func resistanceIsNoMoreThanDistance(seeded: SeededGraph) throws {
        let graph = try seeded.graph().undirected()
        let flow = try graph.currentFlowCloseness()
        for (value, closeness) in zip(flow, try graph.closeness()) {
            #expect(value >= closeness * (1 - 1e-12))
        }
        let names = graph.shuffledVertices(seed: 5)
        let relabelled = try graph.relabelled(names).currentFlowCloseness()
        expectClose(names.map { relabelled[$0] }, flow, tolerance: 1e-11)
    }

    @Test func threadsChangeNothing() throws {
        let graph = try GraphGenerators.multigraph(vertexCount: 70, edgeCount: 120, weightSteps: 9, seed: 4)
        let one = try graph.currentFlowCloseness(strengths: graph.weights)
        for threads in [2, 3, 8] {
            let control = RunControl(threads: threads)
            #expect(try graph.currentFlowCloseness(strengths: graph.weights, control: control) == one)
        }
    }

    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let merged = try oracle.graph(weighted: false).undirected().collapsed().graph
        expectClose(try merged.currentFlowCloseness(scaled: false), try oracle.numbers("currentFlow"))
        let graph = try oracle.graph()
        expectClose(
            try graph.currentFlowCloseness(strengths: graph.weights, scaled: false),
            try oracle.numbers("currentFlowWeighted")
        )
    }
}
