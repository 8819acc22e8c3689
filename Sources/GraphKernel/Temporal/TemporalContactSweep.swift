/// One pass over contacts in the order of their departures, which is enough where every hop arrives before
/// any that can follow it departs (Wu et al. 2014).
///
/// That is so where there is a shortest wait above zero, or every contact lasts; and no longest wait, so that
/// to have arrived early is never worse.
struct TemporalContactSweep: ~Copyable {
    /// How a vertex was reached.
    private struct Trace: BitwiseCopyable {
        var departure: Int64
        var hop: Int32
        var hopCount: Int32
    }

    private let arrivals: Scratch<Int64>
    private let traces: Scratch<Trace>

    init(vertexCount: Int) {
        arrivals = Scratch(count: vertexCount, repeating: 0)
        traces = Scratch(count: vertexCount, repeating: Trace(departure: 0, hop: -1, hopCount: -1))
    }

    static func suffices(for arcs: TemporalArcs, _ waiting: WaitingRule) -> Bool {
        waiting.maximum == nil && (waiting.minimum > 0 || !arcs.hasInstants)
    }

    /// Finds the earliest arrivals and returns how many vertices have one, the source among them.
    @discardableResult
    func run(
        from source: Int,
        columns: TemporalColumns,
        window: TemporalWindow,
        minimumWait: Int64,
        control: RunControl
    ) throws(GraphError) -> Int {
        // What was not reached counts as reached just too late.
        let late = window.deadline &+ 1
        arrivals.buffer.update(repeating: late)
        // The source can be left at any time; nothing arrives there earlier.
        arrivals[source] = .min
        traces[source] = Trace(departure: 0, hop: -1, hopCount: 0)
        var reached = 1
        var poll = CancellationPoll(control)
        // Before this time nobody can have waited, and to subtract the wait would overflow.
        let firstOnward = Int64.min &+ minimumWait
        var position = columns.firstHop(from: window.start)
        while position < columns.count, columns.begins[position] < firstOnward {
            if Int(columns.tails[position]) == source { reached += take(position, source, columns, late) }
            position += 1
        }
        let end = columns.firstHop(from: late)
        while position < end {
            let block = position..<min(end, position + 4096)
            for hop in block
            where arrivals[Int(columns.tails[hop])] <= columns.begins[hop] &- minimumWait {
                reached &+= take(hop, source, columns, late)
            }
            position = block.upperBound
            try poll.step(block.count)
        }
        return reached
    }

    /// Makes a hop if it arrives earlier than any before; returns 1 if it is the first to arrive there.
    @inline(__always)
    private func take(_ hop: Int, _ source: Int, _ columns: TemporalColumns, _ late: Int64) -> Int {
        let (head, arrival) = (Int(columns.heads[hop]), columns.ends[hop])
        let earliest = arrivals[head]
        guard arrival < earliest else { return 0 }
        let tail = Int(columns.tails[hop])
        let before = traces[tail]
        arrivals[head] = arrival
        traces[head] = Trace(
            departure: tail == source ? columns.begins[hop] : before.departure,
            hop: Int32(truncatingIfNeeded: hop),
            hopCount: before.hopCount &+ 1
        )
        return earliest == late ? 1 : 0
    }

    /// What the last run found; hops are numbered as the vertices at which they end.
    func findings(_ arcs: TemporalArcs, origin: Int, window: TemporalWindow) -> TemporalFindings {
        var found = TemporalFindings(vertexCount: arcs.vertexCount, origin: origin)
        let nothing = TemporalHop(edge: -1, from: -1, to: -1, departure: 0, arrival: 0)
        found.hops = [TemporalHop](repeating: nothing, count: arcs.vertexCount)
        found.previous = [Int32](repeating: -1, count: arcs.vertexCount)
        for vertex in 0..<arcs.vertexCount where arrivals[vertex] <= window.deadline && vertex != origin {
            let trace = traces[vertex]
            let hop = Int(trace.hop)
            found.departures[vertex] = trace.departure
            found.arrivals[vertex] = arrivals[vertex]
            found.hopCounts[vertex] = trace.hopCount
            found.hops[vertex] = arcs.hop(hop, departure: arcs.begins[hop], arrival: arcs.ends[hop])
            let tail = arcs.tails[hop]
            found.previous[vertex] = Int(tail) == origin ? -1 : tail
            found.last[vertex] = Int32(truncatingIfNeeded: vertex)
        }
        return found
    }
}
