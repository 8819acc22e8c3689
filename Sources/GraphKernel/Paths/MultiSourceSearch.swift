/// How far the vertices are, in edges, that a search reaches.
struct DistanceSummary: BitwiseCopyable {
    /// The vertices reached, the source among them.
    var reached = 1
    /// The sum of their distances.
    var sum = 0
    /// The sum of one by each distance, from the nearest level on.
    var inverseSum = 0.0
    /// The largest distance.
    var farthest = 0
}

extension CompactGraph {
    /// Searches from each of some vertices, by breadth first, and sums up the distances.
    ///
    /// Up to 512 searches run side by side: a vertex holds one bit for each, and an arc passes all of them on at
    /// once. In a graph of everyday shape the searches meet after a few levels, and most arcs are then looked at
    /// once for all instead of once for each.
    ///
    /// - Parameters:
    ///   - sources: vertices of the graph, checked; `nil` for all.
    ///   - control: threads, cancellation, and progress in batches of sources.
    /// - Returns: one summary a source, in their order. All are integers but one sum, which is taken level by
    ///   level, so nothing depends on batches or threads.
    /// - Complexity: O(S (V + E)) for S sources at worst, as for a path, where searches never meet; memory
    ///   O(V) a thread, 200 bytes a vertex.
    /// - SeeAlso: Then et al. (2014), "The more the merrier: efficient multi-source graph traversal",
    ///   [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507).
    func distanceSummaries(
        from sources: [Int32]? = nil,
        direction: SearchDirection,
        control: RunControl
    ) throws(GraphError) -> [DistanceSummary] {
        let sources = sources ?? (0..<Int32(vertexCount)).map { $0 }
        let orientation = try orientation(direction)
        let summaries = Scratch<DistanceSummary>(count: sources.count, repeating: DistanceSummary())
        try orientation.withArcs { (forward, backward) throws(GraphError) in
            if sources.count <= Lanes64.width {
                try MultiSourceSearcher<Lanes64>.run(
                    sources,
                    forward: forward,
                    backward: backward,
                    summaries: summaries.buffer,
                    control: control
                )
            } else {
                try MultiSourceSearcher<Lanes512>.run(
                    sources,
                    forward: forward,
                    backward: backward,
                    summaries: summaries.buffer,
                    control: control
                )
            }
        }
        return summaries.array()
    }
}

/// The memory of one batch of searches.
private final class MultiSourceSearcher<Lanes: LaneSet> {
    private let forward: Arcs
    private let backward: Arcs
    /// Which searches have reached a vertex; those that reached it in the last level; those that do in this one.
    private let seen: Scratch<Lanes>
    private let first: Scratch<Lanes>
    private let second: Scratch<Lanes>
    private var visit: UnsafeMutableBufferPointer<Lanes>
    private var next: UnsafeMutableBufferPointer<Lanes>
    /// The vertices of the last level, while they are few; `next` is empty then, and `visit` wherever no
    /// vertex of the list is.
    private var frontier: [Int32] = []
    private let counts: Scratch<Int>

    /// Runs all searches, batch by batch. Several batches are shared out to the threads; a few batches take all
    /// threads, one after the other.
    static func run(
        _ sources: [Int32],
        forward: Arcs,
        backward: Arcs,
        summaries: UnsafeMutableBufferPointer<DistanceSummary>,
        control: RunControl
    ) throws(GraphError) {
        let batches = (sources.count + Lanes.width - 1) / Lanes.width
        let areMany = batches >= 2 * control.threads
        var (outer, inner) = (control, RunControl(isCancelled: control.isCancelled))
        if !areMany { (outer.threads, inner.threads) = (1, control.threads) }
        try ParallelChunks.run(
            count: batches,
            control: outer,
            makeWorker: { MultiSourceSearcher(forward: forward, backward: backward) },
            work: { (batch, searcher) throws(GraphError) in
                let range = ParallelChunks.range(batch, size: Lanes.width, count: sources.count)
                try searcher.run(
                    sources[range],
                    summaries: UnsafeMutableBufferPointer(rebasing: summaries[range]),
                    control: inner
                )
            },
            merge: { _, _ in }
        )
    }

    private init(forward: Arcs, backward: Arcs) {
        self.forward = forward
        self.backward = backward
        let count = forward.vertexCount
        seen = Scratch(count: count, repeating: .none)
        first = Scratch(count: count, repeating: .none)
        second = Scratch(count: count, repeating: .none)
        visit = first.buffer
        next = second.buffer
        counts = Scratch(count: Lanes.width, repeating: 0)
    }

    private func run(
        _ sources: ArraySlice<Int32>,
        summaries: UnsafeMutableBufferPointer<DistanceSummary>,
        control: RunControl
    ) throws(GraphError) {
        seen.buffer.update(repeating: .none)
        visit.update(repeating: .none)
        next.update(repeating: .none)
        frontier.removeAll(keepingCapacity: true)
        var all = Lanes.none
        for (lane, source) in sources.enumerated() {
            let vertex = Int(source)
            all.insert(lane)
            if visit[vertex].isEmpty { frontier.append(source) }
            visit[vertex].insert(lane)
            seen[vertex].insert(lane)
        }
        var poll = CancellationPoll(control)
        var depth = 0
        var ahead = frontier.reduce(0) { $0 + forward.degree(Int($1)) }
        var isListed = true
        while ahead > 0 {
            depth += 1
            try poll.step(ahead + sources.count)
            if ahead > forward.arcCount / Self.pullShare {
                if isListed {
                    isListed = false
                    frontier.removeAll(keepingCapacity: true)
                }
                ahead = try pull(all, control: control)
                swap(&visit, &next)
            } else {
                if !isListed {
                    isListed = true
                    listFrontier()
                }
                ahead = push()
            }
            for lane in 0..<sources.count {
                let count = counts[lane]
                guard count > 0 else { continue }
                summaries[lane].reached &+= count
                summaries[lane].sum &+= depth &* count
                summaries[lane].inverseSum += Double(count) / Double(depth)
                summaries[lane].farthest = depth
                counts[lane] = 0
            }
        }
    }

    /// A level is pulled when its arcs are more than this part of all: measured on graphs with and without hubs,
    /// anything from 4 to 64 is within a tenth of the best.
    private static var pullShare: Int { 16 }

    /// Reaches the next level from the listed vertices on; returns the number of its arcs.
    private func push() -> Int {
        var reached: [Int32] = []
        for source in frontier {
            let lanes = visit[Int(source)]
            for arc in forward.range(Int(source)) {
                let target = Int(forward.targets[arc])
                let new = lanes & ~seen[target]
                if new.isEmpty { continue }
                if next[target].isEmpty { reached.append(Int32(truncatingIfNeeded: target)) }
                next[target] = next[target] | new
            }
        }
        for source in frontier { visit[Int(source)] = .none }
        var ahead = 0
        for vertex in reached {
            let vertex = Int(vertex)
            let lanes = next[vertex]
            seen[vertex] = seen[vertex] | lanes
            ahead &+= forward.degree(vertex)
            for word in 0..<Lanes.wordCount {
                var left = lanes.word(word)
                while left != 0 {
                    counts[word &<< 6 &+ left.trailingZeroBitCount] &+= 1
                    left &= left &- 1
                }
            }
        }
        swap(&visit, &next)
        frontier = reached
        return ahead
    }

    /// Lets every vertex that some search has not reached look for it among the vertices before it; returns the
    /// number of arcs of the level.
    private func pull(_ all: Lanes, control: RunControl) throws(GraphError) -> Int {
        let (count, chunkSize) = (backward.vertexCount, 4096)
        let column = counts.buffer
        let chunkCount = (count + chunkSize - 1) / chunkSize
        var ahead = 0
        try ParallelChunks.run(
            count: chunkCount,
            control: control,
            makeWorker: { PullWorker<Lanes>() },
            work: { (chunk, worker) throws(GraphError) in
                worker.ahead = pull(
                    ParallelChunks.range(chunk, size: chunkSize, count: count),
                    all,
                    &worker.counter
                )
            },
            merge: { chunk, worker in
                ahead &+= worker.ahead
                worker.counter.move(into: column)
            }
        )
        return ahead
    }

    private func pull(_ vertices: Range<Int>, _ all: Lanes, _ counter: inout LaneCounter<Lanes>) -> Int {
        let (visit, next) = (visit, next)
        var ahead = 0
        for vertex in vertices {
            let missing = all & ~seen[vertex]
            guard !missing.isEmpty else {
                next[vertex] = .none
                continue
            }
            var found = Lanes.none
            for arc in backward.range(vertex) {
                found = found | visit[Int(backward.targets[arc])]
                if (missing & ~found).isEmpty { break }
            }
            let new = found & missing
            next[vertex] = new
            guard !new.isEmpty else { continue }
            seen[vertex] = seen[vertex] | new
            counter.add(new)
            ahead &+= forward.degree(vertex)
        }
        return ahead
    }

    private func listFrontier() {
        for vertex in 0..<visit.count {
            if !visit[vertex].isEmpty { frontier.append(Int32(truncatingIfNeeded: vertex)) }
        }
        next.update(repeating: .none)
    }
}

/// One thread's counters of a level.
private final class PullWorker<Lanes: LaneSet> {
    var counter = LaneCounter<Lanes>()
    var ahead = 0
}
