extension DependencyRun {
    /// Adds what weighted shortest paths depend on each vertex or edge, one source after the other.
    func addWeighted(
        into sum: UnsafeMutableBufferPointer<Double>,
        control: RunControl
    ) throws(GraphError) {
        let chunkSize = 8
        try ParallelChunks.run(
            count: (sources.count + chunkSize - 1) / chunkSize,
            control: control,
            makeWorker: { WeightedDependencies(self) },
            work: { (chunk, worker) throws(GraphError) in
                for position in ParallelChunks.range(chunk, size: chunkSize, count: sources.count) {
                    try worker.add(from: Int(sources[position]), control: control)
                }
            },
            merge: { _, worker in Self.move(worker.partial.buffer, into: sum) }
        )
    }
}

/// One thread's weighted searches, and what they have added up in the chunk at hand.
private final class WeightedDependencies {
    let partial: Scratch<Double>
    private let arcs: Arcs
    private let ofEdges: Bool
    /// The number of shortest paths from the source.
    private let counts: Scratch<Double>
    /// (1 + dependency) / number of paths, which is what a vertex passes to each of those before it.
    private let shares: Scratch<Double>
    /// The place of each vertex in the order in which distances became final: a shortest path goes up in it,
    /// even where a weight is too small to change a distance.
    private let places: Scratch<Int32>
    private var tree: DijkstraSearcher

    init(_ run: DependencyRun) {
        arcs = run.arcs
        ofEdges = run.edgeCount != nil
        partial = Scratch(count: run.sumCount, repeating: 0)
        counts = Scratch(count: arcs.vertexCount, repeating: 0)
        shares = Scratch(count: arcs.vertexCount, repeating: 0)
        places = Scratch(count: arcs.vertexCount, repeating: -1)
        tree = DijkstraSearcher(vertexCount: arcs.vertexCount)
    }

    func add(from source: Int, control: RunControl) throws(GraphError) {
        try tree.run(from: source, arcs: arcs, control: control)
        let end = tree.reached
        for position in 0..<end {
            let vertex = Int(tree.order[position])
            places[vertex] = Int32(truncatingIfNeeded: position)
            counts[vertex] = 0
        }
        counts[source] = 1
        for position in 0..<end {
            let vertex = Int(tree.order[position])
            for arc in arcs.range(vertex) where isTight(arc, vertex) {
                counts[Int(arcs.targets[arc])] += counts[vertex]
            }
        }
        for position in stride(from: end - 1, through: 0, by: -1) {
            let vertex = Int(tree.order[position])
            let paths = counts[vertex]
            var share = 0.0
            for arc in arcs.range(vertex) where isTight(arc, vertex) {
                let passed = shares[Int(arcs.targets[arc])]
                share += passed
                if ofEdges { partial[Int(arcs.edges[arc])] += paths * passed }
            }
            let dependency = paths * share
            shares[vertex] = (1 + dependency) / paths
            if !ofEdges, vertex != source { partial[vertex] += dependency }
        }
        for position in 0..<end { places[Int(tree.order[position])] = -1 }
    }

    @inline(__always)
    private func isTight(_ arc: Int, _ vertex: Int) -> Bool {
        let target = Int(arcs.targets[arc])
        return places[target] > places[vertex]
            && tree.distances[vertex] + arcs.weights[arc] == tree.distances[target]
    }
}
