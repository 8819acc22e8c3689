/// One pass over contacts in the order of their departures, which is enough where every hop arrives before
/// any that can follow it departs (Wu et al. 2014).
///
/// That is so where there is a shortest wait above zero, or every contact lasts; and no longest wait, so that
/// to have arrived early is never worse.
struct TemporalContactSweep: ~Copyable {
    private let arrivals: Scratch<Int64>
    /// For each vertex the first hop that departs when it was reached and has been waited at, or later: whoever was
    /// not reached is ready for none. As hops are in order, this says all about times that the sweep has to know.
    private let ready: Scratch<Int32>
    /// The hops that arrived earlier than any before them at the same vertex, in their order.
    private var taken: [Int32] = []

    init(vertexCount: Int) {
        arrivals = Scratch(count: vertexCount, repeating: 0)
        ready = Scratch(count: vertexCount, repeating: 0)
    }

    static func suffices(for arcs: TemporalArcs, _ waiting: WaitingRule) -> Bool {
        waiting.maximum == nil && (waiting.minimum > 0 || !arcs.hasInstants)
    }

    /// Finds the earliest arrivals and returns how many vertices have one, the source among them.
    @discardableResult
    mutating func run(
        from source: Int,
        columns: TemporalColumns,
        window: TemporalWindow,
        minimumWait: Int64,
        control: RunControl
    ) throws(GraphError) -> Int {
        // What was not reached counts as reached just too late.
        let late = window.deadline &+ 1
        arrivals.buffer.update(repeating: late)
        ready.buffer.update(repeating: .max)
        taken.removeAll(keepingCapacity: true)
        // The source can be left at any time; nothing arrives there earlier.
        arrivals[source] = .min
        ready[source] = 0
        var (reached, latest) = (1, Int64.min)
        var poll = CancellationPoll(control)
        var position = columns.firstHop(from: window.start)
        let end = columns.firstHop(from: late)
        while position < end {
            // Once everybody is reached and nobody is under way, nothing can be earlier.
            if reached == arrivals.count, latest <= columns.begins[position] { break }
            let block = position..<min(end, position + 4096)
            var hop = Self.nextOfUse(in: block, ready.buffer, columns.ways)
            while hop < block.upperBound {
                let (head, arrival) = (columns.ways[hop].indices.head, columns.ends[hop])
                let isFirst = ready[head] == .max
                if arrival < (isFirst ? late : arrivals[head]) {
                    if isFirst { reached &+= 1 }
                    latest = max(latest, arrival)
                    arrivals[head] = arrival
                    let (time, overflow) = arrival.addingReportingOverflow(minimumWait)
                    let first = overflow ? columns.count : columns.firstHop(from: time, after: hop)
                    ready[head] = Int32(truncatingIfNeeded: first)
                    taken.append(Int32(truncatingIfNeeded: hop))
                }
                let rest = Range(uncheckedBounds: (hop &+ 1, block.upperBound))
                hop = Self.nextOfUse(in: rest, ready.buffer, columns.ways)
            }
            position = block.upperBound
            try poll.step(block.count)
        }
        return reached
    }

    /// The first hop of some that leaves a vertex for which it is not too early, to one for which it is not too late;
    /// the end of them if there is none.
    @inline(never)
    private static func nextOfUse(
        in hops: Range<Int>,
        _ ready: UnsafeMutableBufferPointer<Int32>,
        _ ways: UnsafeBufferPointer<TemporalWay>
    ) -> Int {
        /// Below zero if ready[tail] < late && early < ready[head], which is said without a branch.
        @inline(__always)
        func isOfUse(_ hop: Int, _ early: Int32, _ late: Int32) -> Int32 {
            let (tail, head) = ways[hop].indices
            return (ready[tail] &- late) & (early &- ready[head])
        }
        var hop = hops.lowerBound
        // Four at a time, with one branch and a test that is a little too wide, as hardly any is of use.
        while hop &+ 4 <= hops.upperBound {
            let early = Int32(truncatingIfNeeded: hop)
            let late = early &+ 4
            let first = isOfUse(hop, early, late) | isOfUse(hop &+ 1, early, late)
            let second = isOfUse(hop &+ 2, early, late) | isOfUse(hop &+ 3, early, late)
            if first | second < 0 {
                for near in hop..<hop &+ 4 {
                    let now = Int32(truncatingIfNeeded: near)
                    if isOfUse(near, now, now &+ 1) < 0 { return near }
                }
            }
            hop &+= 4
        }
        while hop < hops.upperBound {
            let now = Int32(truncatingIfNeeded: hop)
            if isOfUse(hop, now, now &+ 1) < 0 { break }
            hop &+= 1
        }
        return hop
    }

    /// What the last run found; the last hop of a vertex is told by its position.
    func findings(_ arcs: TemporalArcs, origin: Int) -> TemporalFindings {
        var found = TemporalFindings(vertexCount: arcs.vertexCount, origin: origin)
        found.arcs = arcs
        // When a hop departs it is settled how its tail was reached.
        found.last.withUnsafeMutableBufferPointer { last in
            found.arrivals.withUnsafeMutableBufferPointer { arrivals in
                found.departures.withUnsafeMutableBufferPointer { departures in
                    found.hopCounts.withUnsafeMutableBufferPointer { hopCounts in
                        for position in taken {
                            let hop = Int(position)
                            let (tail, head) = arcs.ways[hop].indices
                            last[head] = position
                            arrivals[head] = arcs.ends[hop]
                            hopCounts[head] = hopCounts[tail] &+ 1
                            departures[head] = tail == origin ? arcs.begins[hop] : departures[tail]
                        }
                    }
                }
            }
        }
        return found
    }
}
