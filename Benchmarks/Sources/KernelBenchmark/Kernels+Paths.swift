import GraphKernel

/// Searches and paths.
func pathKernels() -> [BenchmarkKernel] {
    [
        .plain("bfs") { graph, run in
            var first: BreadthFirstTree?
            for start in run.starts.prefix(16) {
                let tree = try graph.breadthFirstSearch(from: start, control: run.control)
                if first == nil { first = tree }
            }
            return {
                guard let tree = first else { return [] }
                try checkParents(tree, graph)
                return tree.distances.map { $0 < 0 ? .infinity : Double($0) }
            }
        },
        .weighted("sssp") { graph, run in
            var first: ShortestPathTree?
            for start in run.starts.prefix(8) {
                let tree = try graph.shortestPaths(from: start, control: run.control)
                if first == nil { first = tree }
            }
            return { first?.distances ?? [] }
        },
        .plain("pair") { graph, run in
            try pairLengths(run) { try graph.shortestPath(from: $0, to: $1, control: run.control) }
        },
        .weighted("pair-weighted") { graph, run in
            try pairLengths(run) {
                try graph.shortestPath(from: $0, to: $1, weighted: true, control: run.control)
            }
        },
        .plain("k-shortest") { graph, run in
            try shortestLengths(graph, run, weighted: false)
        },
        .weighted("k-shortest-weighted") { graph, run in
            try shortestLengths(graph, run, weighted: true)
        },
        .plain("all-shortest") { graph, run in
            var counts: [Double] = []
            for pair in run.pairs {
                let found = try graph.allShortestPaths(from: pair.source, to: pair.target, limit: 1_000_000)
                counts.append(Double(found.paths.count))
            }
            return { counts }
        },
        BenchmarkKernel(name: "a-star") { input in
            let graph = try input.weighted.get()
            let bounds = try lowerBounds(for: input.pairs.prefix(4), from: input.starts.prefix(4), in: graph)
            return { run in
                var lengths: [Double] = []
                for (pair, bounds) in zip(run.pairs, bounds) {
                    let path = try graph.shortestPath(
                        from: pair.source,
                        to: pair.target,
                        lowerBounds: bounds,
                        weighted: true,
                        control: run.control
                    )
                    lengths.append(path?.length ?? .infinity)
                }
                return { lengths }
            }
        },
        .plain("edge-disjoint") { graph, run in
            let found = try run.pairs.prefix(4).map {
                try graph.edgeDisjointPaths(from: $0.source, to: $0.target, control: run.control)
            }
            return { found.map { Double($0.paths.count) } }
        },
        .plain("vertex-disjoint") { graph, run in
            let found = try run.pairs.prefix(4).map {
                try graph.vertexDisjointPaths(from: $0.source, to: $0.target, control: run.control)
            }
            return { found.map { Double($0.paths.count) } }
        },
        .weighted("steiner") { graph, run in
            let network = try graph.connectingNetwork(
                of: Array(run.starts.prefix(8)),
                weighted: true,
                control: run.control
            )
            return { [network.length] }
        },
        .plain("diameter") { graph, run in
            let extent = try graph.extent(control: run.control)
            return { [Double(extent?.diameter ?? 0)] }
        },
        .plain("eccentricity") { graph, run in
            let values = try graph.eccentricities(control: run.control)
            return { values.map(Double.init) }
        },
        .plain("average-path") { graph, run in
            let length = try graph.averagePathLength(control: run.control)
            return { [length ?? 0] }
        },
    ]
}

/// Throws unless every parent is one step nearer to the source and joined to its child.
private func checkParents(_ tree: BreadthFirstTree, _ graph: CompactGraph) throws {
    for vertex in 0..<graph.vertexCount where tree.distances[vertex] > 0 {
        let parent = Int(tree.parents[vertex])
        guard parent >= 0, tree.distances[parent] + 1 == tree.distances[vertex],
            try !graph.edges(from: parent, to: vertex).isEmpty
        else { throw BenchmarkError("\(parent) is no parent of \(vertex)") }
    }
}

private func pairLengths(
    _ run: BenchmarkRun,
    _ search: (Int, Int) throws -> GraphPath?
) rethrows -> BenchmarkKernel.Answer {
    var lengths: [Double] = []
    for pair in run.pairs { lengths.append(try search(pair.source, pair.target)?.length ?? .infinity) }
    return { lengths }
}

/// For each pair what the distances of some vertices say about the way left to its target.
private func lowerBounds(
    for pairs: ArraySlice<(source: Int, target: Int)>,
    from landmarks: ArraySlice<Int>,
    in graph: CompactGraph
) throws -> [[Double]] {
    let distances = try landmarks.map { try graph.shortestPaths(from: $0).distances }
    return pairs.map { pair in
        (0..<graph.vertexCount).map { vertex in
            distances.reduce(0) { bound, column in
                column[vertex].isFinite ? max(bound, abs(column[pair.target] - column[vertex])) : bound
            }
        }
    }
}

/// The ten shortest paths of four pairs.
private func shortestLengths(
    _ graph: CompactGraph,
    _ run: BenchmarkRun,
    weighted: Bool
) throws -> BenchmarkKernel.Answer {
    var lengths: [Double] = []
    for pair in run.pairs.prefix(4) {
        let found = try graph.kShortestPaths(
            from: pair.source,
            to: pair.target,
            count: 10,
            weighted: weighted,
            control: run.control
        )
        lengths += found.paths.map(\.length)
    }
    return { lengths }
}
