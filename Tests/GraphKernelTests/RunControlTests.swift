import GraphKernel
import Synchronization
import Testing

@Suite struct RunControlTests {
    private static func cancelled(threads: Int) -> RunControl {
        RunControl(threads: threads, isCancelled: { true })
    }

    @Test(arguments: [1, 2, 5]) func cancellingEndsEveryLongRun(threads: Int) throws {
        let control = Self.cancelled(threads: threads)
        let path = try GraphGenerators.path(vertexCount: 100_000)
        let graph = try path.weighted(by: [Double](repeating: 1, count: path.edgeCount))
        let runs: [() throws -> Void] = [
            { _ = try graph.breadthFirstSearch(from: 0, control: control) },
            { _ = try graph.shortestPaths(from: 0, control: control) },
            { _ = try graph.shortestPath(from: 0, to: 99_999, control: control) },
            { _ = try graph.shortestPath(from: 0, to: 99_999, weighted: true, control: control) },
            { _ = try graph.allShortestPaths(from: 0, to: 99_999, control: control) },
            { _ = try graph.kShortestPaths(from: 0, to: 99_999, count: 2, control: control) },
            { _ = try graph.simplePaths(from: 0, to: 99_999, maximumLength: .max, control: control) },
            { _ = try graph.egoNetwork(of: 0, radius: .max, control: control) },
            { _ = try graph.weakComponents(control: control) },
            { _ = try graph.reversed().strongComponents(control: control) },
            { _ = try graph.closeness(control: control) },
            { _ = try graph.harmonicCentrality(weighted: true, control: control) },
            { _ = try graph.betweenness(control: control) },
            { _ = try graph.betweenness(weighted: true, control: control) },
            { _ = try graph.pageRank(control: control) },
            { _ = try graph.eigenvectorCentrality(control: control) },
            { _ = try graph.edgeBetweenness(control: control) },
            { _ = try graph.betweenness(from: [1, 2], weighted: true, control: control) },
            { _ = try graph.sampledBetweenness(control: control) },
            { _ = try graph.eccentricities(control: control) },
            { _ = try graph.averagePathLength(control: control) },
            { _ = try graph.extent(control: control) },
            { _ = try graph.biconnectedComponents(control: control) },
            { _ = try graph.brokerage(control: control) },
            { _ = try graph.coreNumbers(control: control) },
            { _ = try graph.trussNumbers(control: control) },
            { _ = try graph.triangleCounts(control: control) },
            { _ = try graph.maximalCliques(control: control) },
            { _ = try graph.triadCensus(control: control) },
        ]
        for run in runs { #expect(errorCode(run) == .cancelled) }
    }

    @Test(arguments: [1, 2, 5]) func progressRisesToItsTotal(threads: Int) throws {
        let steps = Mutex<[[Int]]>([])
        let control = RunControl(
            threads: threads,
            progress: { done, total in
                steps.withLock { $0.append([done, total]) }
            }
        )
        _ = try GraphGenerators.path(vertexCount: 100).betweenness(control: control)
        #expect(steps.withLock { $0 } == (1...7).map { [$0, 7] })
    }

    /// Cancelling in the middle leaves no thread waiting.
    @Test(arguments: [2, 3, 8]) func cancellingInTheMiddleReturns(threads: Int) throws {
        let polls = Atomic(0)
        let control = RunControl(
            threads: threads,
            isCancelled: { polls.wrappingAdd(1, ordering: .relaxed).newValue > 5 }
        )
        let graph = try GraphGenerators.path(vertexCount: 1000)
        #expect(errorCode { try graph.betweenness(control: control) } == .cancelled)
    }

    @Test func threadsAreAtLeastOne() {
        #expect(RunControl(threads: -3).threads == 1)
    }
}
