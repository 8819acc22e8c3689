/// A search from contact to contact: each is visited once, whatever the waiting rule and however many happen at
/// one time.
///
/// Whoever is at a vertex can make those of its contacts that depart within the time that may be waited. They
/// are neighbours in the vertex's row; a union-find structure leads past those that were visited before, so
/// that the search costs one step for each contact and a little more, and not one for each pair.
///
/// - SeeAlso: Bentert, Himmel, Nichterlein, Niedermeier (2020), "Efficient computation of optimal temporal
///   walks under waiting-time constraints",
///   [doi:10.1007/s41109-020-00311-0](https://doi.org/10.1007/s41109-020-00311-0).
struct TemporalContactSearch: ~Copyable {
    /// A contact that was visited, and the walk over which.
    struct Visit: BitwiseCopyable {
        var hop: Int32
        var hopCount: Int32
        /// The number of the visit before, -1 for the first of a walk.
        var previous: Int32
        /// When the walk set out.
        var start: Int64
    }

    private let visits: Scratch<Visit>
    private(set) var count = 0
    /// For each position of the rows the first at or after it that was not visited, as far as is known.
    private let next: Scratch<Int32>

    init(capacity: Int) {
        let nothing = Visit(hop: -1, hopCount: 0, previous: -1, start: 0)
        visits = Scratch(count: capacity, repeating: nothing)
        next = Scratch(count: capacity + 1, repeating: 0)
    }

    subscript(visit: Int) -> Visit { visits[visit] }

    /// Forgets all visits.
    mutating func reset() {
        count = 0
        for position in 0..<next.count { next[position] = Int32(truncatingIfNeeded: position) }
    }

    /// Visits all contacts on walks whose first hop leaves the source within `departures`, in the order of
    /// the number of hops.
    mutating func run(
        from source: Int,
        departures: ClosedRange<Int64>,
        columns: TemporalColumns,
        window: TemporalWindow,
        waiting: WaitingRule,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        var current = count
        visit(source, during: departures, after: -1, columns, window)
        while current < count {
            let hop = Int(visits[current].hop)
            let (vertex, arrival) = (Int(columns.ways[hop].head), columns.ends[hop])
            let (earliest, overflow) = arrival.addingReportingOverflow(waiting.minimum)
            let latest = min(window.deadline, waiting.maximum.map(arrival.addingClamped) ?? .max)
            if !overflow, earliest <= latest {
                visit(vertex, during: earliest...latest, after: current, columns, window)
            }
            current += 1
            try poll.step()
        }
    }

    private mutating func visit(
        _ vertex: Int,
        during departures: ClosedRange<Int64>,
        after previous: Int,
        _ columns: TemporalColumns,
        _ window: TemporalWindow
    ) {
        let row = columns.row(vertex)
        var position = firstFree(columns.firstPosition(in: row, from: departures.lowerBound))
        while position < row.upperBound {
            let hop = Int(columns.rows[position])
            let departure = columns.begins[hop]
            guard departure <= departures.upperBound else { return }
            next[position] = Int32(truncatingIfNeeded: position &+ 1)
            if columns.ends[hop] <= window.deadline {
                visits[count] = Visit(
                    hop: Int32(truncatingIfNeeded: hop),
                    hopCount: previous < 0 ? 1 : visits[previous].hopCount &+ 1,
                    previous: Int32(truncatingIfNeeded: previous),
                    start: previous < 0 ? departure : visits[previous].start
                )
                count += 1
            }
            position = firstFree(position &+ 1)
        }
    }

    /// Follows the pointers, halving the way for those who come later.
    private func firstFree(_ position: Int) -> Int {
        var current = position
        while Int(next[current]) != current {
            let onward = Int(next[current])
            next[current] = next[onward]
            current = onward
        }
        return current
    }

    /// What was found, keeping for each vertex the visit that `isBetter` than the others; of equal ones the
    /// first.
    func findings(
        _ arcs: TemporalArcs,
        origin: Int,
        isBetter: (_ visit: Visit, _ arrival: Int64, _ than: Visit, _ otherArrival: Int64) -> Bool
    ) -> TemporalFindings {
        var found = TemporalFindings(vertexCount: arcs.vertexCount, origin: origin)
        for visit in 0..<count {
            let (head, arrival) = (
                Int(arcs.ways[Int(visits[visit].hop)].head), arcs.ends[Int(visits[visit].hop)]
            )
            guard head != origin else { continue }
            let other = Int(found.last[head])
            if other < 0 || isBetter(visits[visit], arrival, visits[other], found.arrivals[head]) {
                found.last[head] = Int32(truncatingIfNeeded: visit)
                found.arrivals[head] = arrival
            }
        }
        keepWalks(&found, arcs)
        return found
    }

    /// Replaces the numbers of visits by hops, of which only those on the walks kept are taken.
    private func keepWalks(_ found: inout TemporalFindings, _ arcs: TemporalArcs) {
        let isKept = Scratch<Bool>(count: count, repeating: false)
        for last in found.last {
            var visit = Int(last)
            while visit >= 0, !isKept[visit] {
                isKept[visit] = true
                visit = Int(visits[visit].previous)
            }
        }
        let numbers = Scratch<Int32>(count: count, repeating: -1)
        // A visit comes after the one before it on its walk.
        for visit in 0..<count where isKept[visit] {
            let hop = Int(visits[visit].hop)
            let previous = Int(visits[visit].previous)
            numbers[visit] = found.append(
                arcs.hop(hop, departure: arcs.begins[hop], arrival: arcs.ends[hop]),
                after: previous < 0 ? -1 : numbers[previous]
            )
        }
        for vertex in 0..<arcs.vertexCount where found.last[vertex] >= 0 {
            let visit = Int(found.last[vertex])
            found.departures[vertex] = visits[visit].start
            found.hopCounts[vertex] = visits[visit].hopCount
            found.last[vertex] = numbers[visit]
        }
    }
}
