extension DependencyRun {
    /// Adds what shortest paths by number of edges depend on each vertex or edge, many sources side by side.
    ///
    /// More searches side by side look at fewer arcs each, but hold more memory and make fewer chunks for the
    /// threads, so there are 16 where sources are few or the graph is large: from 64 sources that takes 0.85
    /// of the time that 8 take, and 64 side by side are no faster but where vertices have many neighbours.
    func addUnweighted(
        into sum: UnsafeMutableBufferPointer<Double>,
        control: RunControl
    ) throws(GraphError) {
        if sources.count >= 1024, arcs.vertexCount <= 1 << 17 {
            try SideBySideDependencies<UInt64>.add(self, into: sum, control: control)
        } else {
            try SideBySideDependencies<UInt16>.add(self, into: sum, control: control)
        }
    }
}

/// One thread's searches, as many side by side as a set has bits, and what they have added up.
///
/// A vertex holds the set of searches that have reached it, and for each its number of shortest paths, beside
/// each other. An arc is looked at once for all searches that its source belongs to the last level of; what is
/// then worked at are the pairs of an arc and a search for which it lies on a shortest path, in both passes.
/// Those are a small part of all pairs in graphs of everyday shape, and the numbers of neighbouring searches
/// share cache lines.
private final class SideBySideDependencies<Lanes: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
    private let arcs: Arcs
    private let ofEdges: Bool
    private let partial: Scratch<Double>
    /// For each vertex and search the number of shortest paths; in the pass back, once a vertex is done,
    /// (1 + dependency) / number of paths, which is what it passes to each vertex before it.
    private let values: Scratch<Double>
    private let seen: Scratch<Lanes>
    /// The searches that reach a vertex in the level at hand; empty between levels.
    private let level: Scratch<Lanes>
    /// What the successors of one vertex pass to it, by search; zero between vertices.
    private let row: Scratch<Double>
    /// Which searches reach which vertices, level by level.
    private var entries: [(vertex: Int32, lanes: Lanes)] = []
    private var levelEnds: [Int] = []

    static func add(
        _ run: DependencyRun,
        into sum: UnsafeMutableBufferPointer<Double>,
        control: RunControl
    ) throws(GraphError) {
        let (sources, width) = (run.sources, Lanes.bitWidth)
        try ParallelChunks.run(
            count: (sources.count + width - 1) / width,
            control: control,
            makeWorker: { SideBySideDependencies(run) },
            work: { (chunk, worker) throws(GraphError) in
                var poll = CancellationPoll(control)
                let range = ParallelChunks.range(chunk, size: width, count: sources.count)
                try worker.countPaths(from: sources[range], poll: &poll)
                try worker.passBack(poll: &poll)
            },
            merge: { _, worker in DependencyRun.move(worker.partial.buffer, into: sum) }
        )
    }

    private init(_ run: DependencyRun) {
        arcs = run.arcs
        ofEdges = run.edgeCount != nil
        partial = Scratch(count: run.sumCount, repeating: 0)
        values = Scratch(count: arcs.vertexCount * Lanes.bitWidth, repeating: 0)
        seen = Scratch(count: arcs.vertexCount, repeating: 0)
        level = Scratch(count: arcs.vertexCount, repeating: 0)
        row = Scratch(count: Lanes.bitWidth, repeating: 0)
    }

    /// Reaches level after level and counts the paths.
    private func countPaths(from sources: ArraySlice<Int32>, poll: inout CancellationPoll) throws(GraphError)
    {
        let (arcs, values, seen, level) = (arcs, values.buffer, seen.buffer, level.buffer)
        seen.update(repeating: 0)
        entries.removeAll(keepingCapacity: true)
        levelEnds.removeAll(keepingCapacity: true)
        for (lane, source) in sources.enumerated() {
            let vertex = Int(source)
            let lanes = Lanes(1) &<< Lanes(truncatingIfNeeded: lane)
            values[vertex &* Lanes.bitWidth &+ lane] = 1
            seen[vertex] = lanes
            entries.append((source, lanes))
        }
        var begin = 0
        while begin < entries.count {
            let end = entries.count
            levelEnds.append(end)
            for position in begin..<end {
                let (source, lanes) = entries[position]
                let from = Int(source) &* Lanes.bitWidth
                for arc in arcs.range(Int(source)) {
                    let target = Int(arcs.targets[arc])
                    let new = lanes & ~seen[target]
                    if new == 0 { continue }
                    let to = target &* Lanes.bitWidth
                    let known = level[target]
                    if known == 0 { entries.append((arcs.targets[arc], 0)) }
                    level[target] = known | new
                    // The first path to arrive overwrites what the last batch left.
                    var left = new & ~known
                    while left != 0 {
                        let lane = left.trailingZeroBitCount
                        values[to &+ lane] = values[from &+ lane]
                        left &= left &- 1
                    }
                    left = new & known
                    while left != 0 {
                        let lane = left.trailingZeroBitCount
                        values[to &+ lane] += values[from &+ lane]
                        left &= left &- 1
                    }
                }
                try poll.step(arcs.degree(Int(source)) &+ 1)
            }
            for position in end..<entries.count {
                let vertex = Int(entries[position].vertex)
                entries[position].lanes = level[vertex]
                seen[vertex] |= level[vertex]
                level[vertex] = 0
            }
            begin = end
        }
    }

    /// Passes dependencies back, from the last level to the first.
    private func passBack(poll: inout CancellationPoll) throws(GraphError) {
        let (arcs, values, level, row) = (arcs, values.buffer, level.buffer, row.buffer)
        var after = entries.count..<entries.count
        for depth in stride(from: levelEnds.count - 1, through: 0, by: -1) {
            let range = (depth > 0 ? levelEnds[depth - 1] : 0)..<levelEnds[depth]
            for position in after { level[Int(entries[position].vertex)] = entries[position].lanes }
            for position in range {
                let (vertex, lanes) = entries[position]
                let own = Int(vertex) &* Lanes.bitWidth
                if !after.isEmpty {
                    for arc in arcs.range(Int(vertex)) {
                        let target = Int(arcs.targets[arc])
                        var left = lanes & level[target]
                        if left == 0 { continue }
                        if ofEdges { addEdge(arc, left, own) }
                        let from = target &* Lanes.bitWidth
                        repeat {
                            let lane = left.trailingZeroBitCount
                            row[lane] += values[from &+ lane]
                            left &= left &- 1
                        } while left != 0
                    }
                    try poll.step(arcs.degree(Int(vertex)) &+ 1)
                }
                var (left, sum) = (lanes, 0.0)
                while left != 0 {
                    let lane = left.trailingZeroBitCount
                    let paths = values[own &+ lane]
                    let dependency = paths * row[lane]
                    values[own &+ lane] = (1 + dependency) / paths
                    row[lane] = 0
                    sum += dependency
                    left &= left &- 1
                }
                // The first level holds the sources, which lie between no others.
                if !ofEdges, depth > 0 { partial[Int(vertex)] += sum }
            }
            for position in after { level[Int(entries[position].vertex)] = 0 }
            after = range
        }
    }

    /// Adds the paths over an arc, of those searches for which it lies on shortest ones.
    private func addEdge(_ arc: Int, _ lanes: Lanes, _ own: Int) {
        let from = Int(arcs.targets[arc]) &* Lanes.bitWidth
        var (left, sum) = (lanes, 0.0)
        while left != 0 {
            let lane = left.trailingZeroBitCount
            sum += values[own &+ lane] * values[from &+ lane]
            left &= left &- 1
        }
        partial[Int(arcs.edges[arc])] += sum
    }
}
