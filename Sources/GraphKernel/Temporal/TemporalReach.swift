extension TemporalOrder {
    /// Counts for each vertex how many others a time-respecting walk from it can reach within a period.
    ///
    /// *Conventions.* As of ``TemporalOrder``; the vertex itself is not counted.
    ///
    /// - Parameters:
    ///   - period: no hop departs before it or arrives after it.
    ///   - waiting: how long a walk may stay at a vertex; a longest stay needs contacts.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Returns: one number a vertex, 0...n - 1.
    /// - Throws: ``GraphError`` with `invalidParameter` or `cancelled`.
    /// - Complexity: V times ``earliestArrival(from:in:waiting:control:)``; O(V) memory a thread, or
    ///   O(V + E) where a search from contact to contact is needed. The same on any number of threads.
    /// - SeeAlso: Holme (2005), "Network reachability of real-world contact sequences",
    ///   [doi:10.1103/PhysRevE.71.046119](https://doi.org/10.1103/PhysRevE.71.046119).
    public func reachCounts(
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Int32] {
        try check(waiting)
        let window = TemporalWindow(period)
        let (count, chunkSize) = (vertexCount, 16)
        let counts = Scratch<Int32>(count: count, repeating: 0)
        let column = counts.buffer
        guard window.start <= window.deadline else { return counts.array() }
        try arcs.withColumns { (columns) throws(GraphError) in
            try ParallelChunks.run(
                count: (count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: { TemporalReachCounter(arcs, columns, timing: timing, waiting: waiting) },
                work: { (chunk, counter) throws(GraphError) in
                    for source in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                        let reached = try counter.count(
                            from: source,
                            columns: columns,
                            window: window,
                            control: control
                        )
                        column[source] = Int32(truncatingIfNeeded: reached)
                    }
                },
                merge: { _, _ in }
            )
        }
        return counts.array()
    }
}

/// One thread's searches, of the kind that the question needs.
private final class TemporalReachCounter {
    private enum Kind { case sweep, search, spells }

    private let kind: Kind
    private let waiting: WaitingRule
    private var sweep: TemporalContactSweep
    private var search: TemporalContactSearch
    private var spells: TemporalSpellSearch
    /// The source by which each vertex was last met.
    private let marks: Scratch<Int32>

    init(
        _ arcs: TemporalArcs,
        _ columns: TemporalColumns,
        timing: TemporalOrder.EdgeTiming,
        waiting: WaitingRule
    ) {
        let suffices = TemporalContactSweep.suffices(for: arcs, waiting)
        kind = timing != .contacts ? .spells : suffices ? .sweep : .search
        self.waiting = waiting
        sweep = TemporalContactSweep(vertexCount: kind == .sweep ? arcs.vertexCount : 0)
        search = TemporalContactSearch(capacity: kind == .search ? arcs.count : 0)
        spells = TemporalSpellSearch(vertexCount: kind == .spells ? arcs.vertexCount : 0)
        marks = Scratch(count: kind == .search ? arcs.vertexCount : 0, repeating: -1)
    }

    /// The number of vertices reached, less the source.
    func count(
        from source: Int,
        columns: TemporalColumns,
        window: TemporalWindow,
        control: RunControl
    ) throws(GraphError) -> Int {
        var poll = CancellationPoll(control)
        switch kind {
        case .sweep:
            return try sweep.run(
                from: source,
                columns: columns,
                window: window,
                minimumWait: waiting.minimum,
                control: control
            ) - 1
        case .spells:
            return try spells.run(
                from: source,
                columns: columns,
                window: window,
                minimumWait: waiting.minimum,
                poll: &poll
            ) - 1
        case .search:
            search.reset()
            try search.run(
                from: source,
                departures: window.start...window.deadline,
                columns: columns,
                window: window,
                waiting: waiting,
                poll: &poll
            )
            let mark = Int32(truncatingIfNeeded: source)
            marks[source] = mark
            var reached = 0
            for visit in 0..<search.count {
                let head = Int(columns.ways[Int(search[visit].hop)].head)
                if marks[head] != mark {
                    marks[head] = mark
                    reached += 1
                }
            }
            return reached
        }
    }
}
