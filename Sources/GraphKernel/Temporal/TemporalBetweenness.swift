extension TemporalOrder {
    /// Measures how often each vertex lies on the time-respecting walks of fewest hops between two others.
    ///
    /// The betweenness of v is Σ σ(s, t | v) / σ(s, t) over the ordered pairs of vertices s ≠ t other than v, where
    /// σ(s, t) is the number of walks from s to t with as few hops as any within the period (*shortest* temporal
    /// paths), and σ(s, t | v) the number of those that meet v. Two walks are different when they make a different
    /// contact somewhere.
    ///
    /// *Conventions.* As of ``TemporalOrder``; the direction was chosen when the order was made. Pairs are ordered in
    /// an undirected graph too, as the way back takes other times. `normalized` divides by their number,
    /// (n - 1)(n - 2); below three vertices all values are 0. Parallel contacts make as many walks, at one time or at
    /// several. Loops change nothing. Pairs that no walk joins add nothing. No value is NaN.
    ///
    /// It is refused where what is to be counted is another thing: along spells a walk can be made at any of
    /// infinitely many times; with a longest wait, a walk of fewest hops may have to meet a vertex twice, and to find
    /// one that does not is NP-hard (Casteigts et al. 2021).
    ///
    /// - Parameters:
    ///   - period: no hop departs before it or arrives after it.
    ///   - waiting: how long a walk may stay at a vertex, without a longest stay.
    ///   - normalized: whether to divide by the number of pairs.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Returns: one number a vertex, from 0 up; at most 1 if normalized.
    /// - Throws: ``GraphError`` with `invalidParameter` (spells, or a longest wait), `numericOverflow` when there are
    ///   more than about 10³⁰⁸ walks between two vertices, or `cancelled`.
    /// - Complexity: O(V (V + E)) after sorting, in one sweep forth and one back for each source; where contacts that
    ///   begin and end at once may follow each other (no shortest wait), times log E for those at one time. O(V + E)
    ///   memory a thread. The same to the bit on any number of threads.
    /// - SeeAlso: Buß, Molter, Niedermeier, Rymar (2020), "Algorithmic aspects of temporal betweenness",
    ///   [doi:10.1145/3394486.3403259](https://doi.org/10.1145/3394486.3403259); Casteigts, Himmel, Molter, Zschoche
    ///   (2021), "Finding temporal paths under waiting time constraints",
    ///   [doi:10.1007/s00453-021-00831-w](https://doi.org/10.1007/s00453-021-00831-w).
    public func betweenness(
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        try check(waiting)
        guard timing == .contacts, waiting.maximum == nil else {
            throw GraphError(
                .invalidParameter,
                "betweenness can be asked of contacts without a longest wait only"
            )
        }
        let window = TemporalWindow(period)
        let (count, chunkSize) = (vertexCount, 32)
        let total = Scratch<Double>(count: count, repeating: 0)
        let sum = total.buffer
        guard window.start <= window.deadline else { return total.array() }
        let byArrival = arcs.orderOfArrival()
        try arcs.withColumns { (columns) throws(GraphError) in
            try byArrival.withUnsafeBufferPointer { (byArrival) throws(GraphError) in
                let timetable = TemporalTimetable(columns, byArrival, window, waiting.minimum)
                try ParallelChunks.run(
                    count: (count + chunkSize - 1) / chunkSize,
                    control: control,
                    makeWorker: { TemporalBrandesWorker(vertexCount: count, hopCount: columns.count) },
                    work: { (chunk, worker) throws(GraphError) in
                        var poll = CancellationPoll(control)
                        for source in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                            try worker.add(from: source, timetable, poll: &poll)
                        }
                    },
                    merge: { _, worker in worker.move(into: sum) }
                )
            }
        }
        var values = total.array()
        if normalized {
            let scale = count > 2 ? 1 / (Double(count - 1) * Double(count - 2)) : 0
            for vertex in 0..<count { values[vertex] *= scale }
        }
        guard values.allSatisfy(\.isFinite) else {
            throw GraphError(.numericOverflow, "there are too many walks of fewest hops to be counted")
        }
        return values
    }
}

extension TemporalArcs {
    /// The hops by the time of their arrival, then in their own order.
    fileprivate func orderOfArrival() -> [Int32] {
        (0..<Int32(count)).sorted { (ends[Int($0)], $0) < (ends[Int($1)], $1) }
    }
}

/// The contacts of a period in the order of their departures and in that of their arrivals.
private struct TemporalTimetable {
    let columns: TemporalColumns
    let byArrival: UnsafeBufferPointer<Int32>
    let window: TemporalWindow
    let minimumWait: Int64
    /// The hops that depart within the period.
    let departures: Range<Int>

    init(
        _ columns: TemporalColumns,
        _ byArrival: UnsafeBufferPointer<Int32>,
        _ window: TemporalWindow,
        _ minimumWait: Int64
    ) {
        self.columns = columns
        self.byArrival = byArrival
        self.window = window
        self.minimumWait = minimumWait
        let first = columns.firstHop(from: window.start)
        departures = first..<max(first, columns.firstHop(from: window.deadline &+ 1))
    }
}

/// One thread's sweeps, and what they have added up in the chunk at hand.
///
/// At any time the walks worth going on with at a vertex are those that got there with the fewest hops so far: a walk
/// with more is never part of a shortest one that leaves later. So it is enough to keep for each vertex that number
/// and how many such walks there are, while time goes on; and, when it goes back, what the walks that leave the vertex
/// with one hop more are worth.
private final class TemporalBrandesWorker {
    private let partial: Scratch<Double>
    /// For each vertex the fewest hops of a walk that is there, -1 for none, and the number of such walks.
    private let levels: Scratch<Int32>
    private let counts: Scratch<Double>
    /// For each contact the fewest hops of a walk that ends with it, and the number of such walks.
    private let hopLevels: Scratch<Int32>
    private let hopCounts: Scratch<Double>
    /// Departures of contacts, and as `~contact` arrivals, in the order in which they happened.
    private var events: [Int32] = []
    /// For each vertex the hops, with the one that leaves it, of walks that go on from there in time, and the sum of
    /// what one of them is worth: the shares of the pairs that it belongs to.
    private let onwardLevels: Scratch<Int32>
    private let onwardShares: Scratch<Double>
    private let hopShares: Scratch<Double>
    private var heap = TemporalHeap()

    init(vertexCount: Int, hopCount: Int) {
        partial = Scratch(count: vertexCount, repeating: 0)
        levels = Scratch(count: vertexCount, repeating: -1)
        counts = Scratch(count: vertexCount, repeating: 0)
        hopLevels = Scratch(count: hopCount, repeating: 0)
        hopCounts = Scratch(count: hopCount, repeating: 0)
        onwardLevels = Scratch(count: vertexCount, repeating: 0)
        onwardShares = Scratch(count: vertexCount, repeating: 0)
        hopShares = Scratch(count: hopCount, repeating: 0)
    }

    /// Adds this chunk's sums to the total and starts the next one from zero.
    func move(into sum: UnsafeMutableBufferPointer<Double>) {
        for vertex in 0..<sum.count {
            sum[vertex] += partial[vertex]
            partial[vertex] = 0
        }
    }

    func add(
        from source: Int,
        _ timetable: TemporalTimetable,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        levels.buffer.update(repeating: -1)
        events.removeAll(keepingCapacity: true)
        levels[source] = 0
        counts[source] = 1
        try goForth(timetable, poll: &poll)
        try poll.step(events.count)
        onwardLevels.buffer.update(repeating: 0)
        onwardShares.buffer.update(repeating: 0)
        goBack(from: source, timetable.columns)
    }

    // MARK: Forth

    private func goForth(
        _ timetable: TemporalTimetable,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        let columns = timetable.columns
        for hop in timetable.departures { hopLevels[hop] = -1 }
        var position = timetable.departures.lowerBound
        var arrived = 0
        while position < timetable.departures.upperBound {
            let time = columns.begins[position]
            var end = position
            while end < timetable.departures.upperBound, columns.begins[end] == time { end &+= 1 }
            let (latest, overflow) = time.subtractingReportingOverflow(timetable.minimumWait)
            if !overflow {
                try arrive(by: latest, &arrived, timetable, poll: &poll)
            }
            if timetable.minimumWait == 0 { departAtOnce(position..<end, columns) }
            for hop in position..<end where hopLevels[hop] < 0 { depart(hop, columns) }
            try poll.step(end - position)
            position = end
        }
        try arrive(by: timetable.window.deadline, &arrived, timetable, poll: &poll)
    }

    private func depart(_ hop: Int, _ columns: TemporalColumns) {
        let tail = Int(columns.ways[hop].tail)
        guard levels[tail] >= 0 else { return }
        hopLevels[hop] = levels[tail] &+ 1
        hopCounts[hop] = counts[tail]
        // That of a contact that arrives too late remains so.
        hopShares[hop] = 0
        events.append(Int32(truncatingIfNeeded: hop))
    }

    private func arrive(_ hop: Int, _ columns: TemporalColumns) -> Bool {
        let head = Int(columns.ways[hop].head)
        events.append(~Int32(truncatingIfNeeded: hop))
        let isFirst = levels[head] < 0 || hopLevels[hop] < levels[head]
        if isFirst {
            levels[head] = hopLevels[hop]
            counts[head] = hopCounts[hop]
        } else if hopLevels[hop] == levels[head] {
            counts[head] += hopCounts[hop]
        }
        return isFirst
    }

    /// Lets those arrive that are at their vertices by a time and have not been told yet.
    private func arrive(
        by time: Int64,
        _ arrived: inout Int,
        _ timetable: TemporalTimetable,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        let (columns, byArrival) = (timetable.columns, timetable.byArrival)
        let latest = min(time, timetable.window.deadline)
        let first = arrived
        while arrived < byArrival.count, columns.ends[Int(byArrival[arrived])] <= latest {
            let hop = Int(byArrival[arrived])
            arrived &+= 1
            // Contacts without length, where they may follow each other, have arrived as they departed.
            let isDone = timetable.minimumWait == 0 && columns.begins[hop] == columns.ends[hop]
            guard timetable.departures.contains(hop), hopLevels[hop] > 0, !isDone else { continue }
            _ = arrive(hop, columns)
        }
        try poll.step(arrived - first)
    }

    /// Makes the contacts without length at one time, which may follow each other: those first that leave vertices
    /// reached with fewer hops.
    private func departAtOnce(_ hops: Range<Int>, _ columns: TemporalColumns) {
        heap.removeAll()
        for hop in hops where columns.ends[hop] == columns.begins[hop] {
            let tail = Int(columns.ways[hop].tail)
            if levels[tail] >= 0 { heap.push(Int64(levels[tail]), tail) }
        }
        while let (level, vertex) = heap.pop() {
            guard level == Int64(levels[vertex]) else { continue }
            // The contacts of this time stand together in the vertex's row.
            let row = columns.row(vertex)
            var position = columns.firstPosition(in: row, from: columns.begins[hops.lowerBound])
            while position < row.upperBound {
                let hop = Int(columns.rows[position])
                guard hop < hops.upperBound else { break }
                position &+= 1
                guard columns.ends[hop] == columns.begins[hop], hopLevels[hop] < 0 else { continue }
                depart(hop, columns)
                let head = Int(columns.ways[hop].head)
                if arrive(hop, columns) { heap.push(Int64(levels[head]), head) }
            }
        }
    }

    // MARK: Back

    private func goBack(from source: Int, _ columns: TemporalColumns) {
        for event in events.reversed() {
            if event < 0 {
                let hop = Int(~event)
                let head = Int(columns.ways[hop].head)
                guard head != source else { continue }
                let onward = onwardLevels[head] == hopLevels[hop] &+ 1 ? onwardShares[head] : 0
                partial[head] += hopCounts[hop] * onward
                hopShares[hop] = onward + (hopLevels[hop] == levels[head] ? 1 / counts[head] : 0)
            } else {
                let hop = Int(event)
                let tail = Int(columns.ways[hop].tail)
                if onwardLevels[tail] == hopLevels[hop] {
                    onwardShares[tail] += hopShares[hop]
                } else {
                    onwardLevels[tail] = hopLevels[hop]
                    onwardShares[tail] = hopShares[hop]
                }
            }
        }
    }
}
