/// Searches along spells, which can be gone at any of their times and take none to go: to be early is never
/// worse, so the nearest vertex is final (Dijkstra).
struct TemporalSpellSearch: ~Copyable {
    private let arrivals: Scratch<Int64>
    private let hops: Scratch<Int32>
    private var heap = TemporalHeap()

    init(vertexCount: Int) {
        arrivals = Scratch(count: vertexCount, repeating: 0)
        hops = Scratch(count: vertexCount, repeating: -1)
    }

    /// Finds the earliest arrivals and returns how many vertices have one, the source among them.
    @discardableResult
    mutating func run(
        from source: Int,
        columns: TemporalColumns,
        window: TemporalWindow,
        minimumWait: Int64,
        poll: inout CancellationPoll
    ) throws(GraphError) -> Int {
        arrivals.buffer.update(repeating: .max)
        hops.buffer.update(repeating: -1)
        heap.removeAll()
        arrivals[source] = window.start
        heap.push(window.start, source)
        var reached = 0
        while let (time, vertex) = heap.pop() {
            guard time == arrivals[vertex] else { continue }
            reached += 1
            let ready = vertex == source ? time : time.addingClamped(minimumWait)
            let row = columns.row(vertex)
            for position in row {
                let hop = Int(columns.rows[position])
                let arrival = max(ready, columns.begins[hop])
                // Those that begin later are no use either.
                guard columns.begins[hop] <= window.deadline else { break }
                let head = Int(columns.ways[hop].head)
                if arrival <= min(columns.ends[hop], window.deadline), arrival < arrivals[head] {
                    arrivals[head] = arrival
                    hops[head] = Int32(truncatingIfNeeded: hop)
                    heap.push(arrival, head)
                }
            }
            try poll.step(row.count + 1)
        }
        return reached
    }

    func arrival(at vertex: Int) -> Int64 { arrivals[vertex] }

    /// The hops that the last run made to a vertex, the last one first.
    func walk(to vertex: Int, columns: TemporalColumns) -> [Int] {
        var walk: [Int] = []
        var current = vertex
        while hops[current] >= 0 {
            walk.append(Int(hops[current]))
            current = Int(columns.ways[Int(hops[current])].tail)
        }
        return walk
    }

    /// What the last run found; hops are numbered as the vertices at which they end.
    func findings(_ arcs: TemporalArcs, origin: Int) -> TemporalFindings {
        var found = TemporalFindings(vertexCount: arcs.vertexCount, origin: origin)
        let nothing = TemporalHop(edge: -1, from: -1, to: -1, departure: 0, arrival: 0)
        found.hops = [TemporalHop](repeating: nothing, count: arcs.vertexCount)
        found.previous = [Int32](repeating: -1, count: arcs.vertexCount)
        var open: [Int] = []
        for vertex in 0..<arcs.vertexCount where hops[vertex] >= 0 {
            // Back to a vertex that is known, and forth again.
            var current = vertex
            while found.hopCounts[current] < 0 {
                open.append(current)
                current = Int(arcs.ways[Int(hops[current])].tail)
            }
            while let vertex = open.popLast() {
                let (hop, time) = (Int(hops[vertex]), arrivals[vertex])
                let tail = Int(arcs.ways[hop].tail)
                found.hops[vertex] = arcs.hop(hop, departure: time, arrival: time)
                found.previous[vertex] = tail == origin ? -1 : Int32(truncatingIfNeeded: tail)
                found.last[vertex] = Int32(truncatingIfNeeded: vertex)
                found.arrivals[vertex] = time
                found.departures[vertex] = tail == origin ? time : found.departures[tail]
                found.hopCounts[vertex] = found.hopCounts[tail] + 1
            }
        }
        return found
    }
}

extension TemporalArcs {
    /// Walks along spells with the fewest hops, among those the earliest arrivals: round after round from the
    /// vertices that the last one reached or reached earlier.
    func fewestSpellHops(
        from source: Int,
        window: TemporalWindow,
        minimumWait: Int64,
        control: RunControl
    ) throws(GraphError) -> TemporalFindings {
        var found = TemporalFindings(vertexCount: vertexCount, origin: source)
        var poll = CancellationPoll(control)
        // The earliest arrival with the hops allowed so far, and the number of its last hop.
        var times = [Int64](repeating: .max, count: vertexCount)
        var numbers = [Int32](repeating: -1, count: vertexCount)
        var candidates: [Int: (time: Int64, hop: Int)] = [:]
        var frontier = [source]
        var round: Int32 = 0
        times[source] = window.start
        while !frontier.isEmpty {
            round += 1
            for vertex in frontier {
                let ready = vertex == source ? times[source] : times[vertex].addingClamped(minimumWait)
                for position in Int(offsets[vertex])..<Int(offsets[vertex + 1]) {
                    let hop = Int(rows[position])
                    let (head, arrival) = (Int(ways[hop].head), max(ready, begins[hop]))
                    guard arrival <= min(ends[hop], window.deadline), arrival < times[head] else { continue }
                    if let other = candidates[head], (other.time, other.hop) <= (arrival, hop) { continue }
                    candidates[head] = (arrival, hop)
                }
                try poll.step(Int(offsets[vertex + 1] - offsets[vertex]) + 1)
            }
            frontier = candidates.keys.sorted()
            // All hops of a round continue walks of the round before.
            let before = numbers
            for vertex in frontier {
                guard let (time, position) = candidates[vertex] else { continue }
                numbers[vertex] = found.append(
                    hop(position, departure: time, arrival: time),
                    after: before[Int(ways[position].tail)]
                )
                times[vertex] = time
                if found.hopCounts[vertex] < 0 {
                    found.hopCounts[vertex] = round
                    found.arrivals[vertex] = time
                    found.last[vertex] = numbers[vertex]
                    var first = Int(numbers[vertex])
                    while found.previous[first] >= 0 { first = Int(found.previous[first]) }
                    found.departures[vertex] = found.hops[first].departure
                }
            }
            candidates.removeAll(keepingCapacity: true)
        }
        return found
    }

    /// Walks along spells that last the shortest: an earliest arrival from each time at which such a walk can
    /// set out.
    ///
    /// A walk can be put off, all its hops alike, until one of them is at the last time of its spell or the
    /// walk at the deadline; what lies before that hop can wait until nothing but the waits is between. So a
    /// shortest walk sets out at the last time of a spell, or the deadline, less some number of waits.
    func fastestSpellWalks(
        from source: Int,
        window: TemporalWindow,
        minimumWait: Int64,
        control: RunControl
    ) throws(GraphError) -> TemporalFindings {
        var found = TemporalFindings(vertexCount: vertexCount, origin: source)
        var search = TemporalSpellSearch(vertexCount: vertexCount)
        var poll = CancellationPoll(control)
        var starts: Set<Int64> = []
        // A shortest walk meets no vertex twice, so it has at most so many waits.
        let mostWaits = minimumWait > 0 ? max(0, vertexCount - 2) : 0
        for end in Set(ends).union([window.deadline]) where end >= window.start {
            var start = min(end, window.deadline)
            for _ in 0...mostWaits where start >= window.start {
                starts.insert(start)
                start = start.addingClamped(-minimumWait)
                try poll.step()
            }
        }
        try withColumns { (columns) throws(GraphError) in
            for start in starts.sorted(by: >) where start >= window.start {
                try search.run(
                    from: source,
                    columns: columns,
                    window: TemporalWindow(start...window.deadline),
                    minimumWait: minimumWait,
                    poll: &poll
                )
                for vertex in 0..<vertexCount where vertex != source && search.arrival(at: vertex) < .max {
                    let arrival = search.arrival(at: vertex)
                    if found.hopCounts[vertex] >= 0 {
                        // A walk that sets out later than this start was found from a later one.
                        let duration = UInt64(bitPattern: arrival &- start)
                        guard duration < found.duration(of: vertex) else { continue }
                    }
                    let walk = search.walk(to: vertex, columns: columns)
                    try poll.step(walk.count)
                    var number: Int32 = -1
                    for position in walk.reversed() {
                        let time = search.arrival(at: Int(ways[position].head))
                        number = found.append(hop(position, departure: time, arrival: time), after: number)
                    }
                    found.last[vertex] = number
                    found.hopCounts[vertex] = Int32(truncatingIfNeeded: walk.count)
                    found.departures[vertex] = search.arrival(at: Int(ways[walk[walk.count - 1]].head))
                    found.arrivals[vertex] = arrival
                }
            }
        }
        return found
    }
}

/// A heap of times, the earliest on top, of equal ones that with the least vertex; a vertex may be in it
/// more than once.
struct TemporalHeap {
    private var entries: [(time: Int64, vertex: Int32)] = []

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
    }

    mutating func push(_ time: Int64, _ vertex: Int) {
        let entry = (time, Int32(truncatingIfNeeded: vertex))
        var position = entries.count
        entries.append(entry)
        while position > 0 {
            let parent = (position - 1) / 2
            guard entry < entries[parent] else { break }
            entries[position] = entries[parent]
            position = parent
        }
        entries[position] = entry
    }

    mutating func pop() -> (time: Int64, vertex: Int)? {
        guard let top = entries.first, let entry = entries.popLast() else { return nil }
        var position = 0
        while 2 * position + 1 < entries.count {
            var child = 2 * position + 1
            if child + 1 < entries.count, entries[child + 1] < entries[child] { child += 1 }
            guard entries[child] < entry else { break }
            entries[position] = entries[child]
            position = child
        }
        if !entries.isEmpty { entries[position] = entry }
        return (top.time, Int(top.vertex))
    }
}
