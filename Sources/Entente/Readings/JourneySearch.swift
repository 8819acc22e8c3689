/// Searches journeys over legs whose slots are settled: to be early is never worse, so the nearest vertex is final
/// (Dijkstra); backwards, to be late.
///
/// Reference: Wu, Cheng, Huang, Ke, Lu, Xu (2014), "Path problems in temporal graphs",
/// [doi:10.14778/2732939.2732945](https://doi.org/10.14778/2732939.2732945).
struct JourneySearch {
    let ground: JourneyGround
    /// When each leg can be gone; none for one that cannot.
    let slots: [[HopSlot]]
    /// The most hops; nil for any number.
    let maximumHops: Int?

    static let unreached = Int64.max
    static let unleft = Int64.min
    /// How many hops before the one that settles when a fastest journey departs are taken into account, where hops have
    /// to wait for each other; ``JourneyResult/departureHops`` says where that may leave one out.
    static let stepLimit = 16

    private var count: Int { ground.network.vertices.count }

    /// The earliest arrival at each vertex of who is ready at the start, with any number of hops or with at most some.
    func arrivals(start: Int64, hops: Int? = nil) -> [Int64] {
        guard let hops = hops ?? maximumHops else {
            var times = Array(repeating: Self.unreached, count: count)
            var heap = TimeHeap()
            times[ground.ends.from] = start
            heap.push(start, ground.ends.from)
            while let (time, vertex) = heap.pop() {
                guard time == times[vertex] else { continue }
                let ready = vertex == ground.ends.from ? time : time + ground.wait.least
                for leg in ground.outgoing[vertex] {
                    let to = ground.legs[leg].to
                    guard let arrival = arrival(over: leg, ready: ready), arrival < times[to] else {
                        continue
                    }
                    times[to] = arrival
                    heap.push(arrival, to)
                }
            }
            return times
        }
        return arrivalRounds(start: start, hops: hops).last ?? []
    }

    /// The same with at most 0, 1, 2, … hops, up to the number at which nothing changes any more.
    func arrivalRounds(start: Int64, hops: Int) -> [[Int64]] {
        var times = Array(repeating: Self.unreached, count: count)
        times[ground.ends.from] = start
        var rounds = [times]
        var changed = [ground.ends.from]
        while rounds.count <= hops, !changed.isEmpty {
            let before = times
            var next: Set<Int> = []
            for vertex in changed {
                let ready = vertex == ground.ends.from ? before[vertex] : before[vertex] + ground.wait.least
                for leg in ground.outgoing[vertex] {
                    let to = ground.legs[leg].to
                    guard let arrival = arrival(over: leg, ready: ready), arrival < times[to] else {
                        continue
                    }
                    times[to] = arrival
                    next.insert(to)
                }
            }
            changed = next.sorted()
            if !changed.isEmpty { rounds.append(times) }
        }
        return rounds
    }

    /// The latest departure from each vertex of who has to be at the end by a deadline.
    func departures(deadline: Int64, hops: Int? = nil) -> [Int64] {
        guard let hops = hops ?? maximumHops else {
            var times = Array(repeating: Self.unleft, count: count)
            var heap = TimeHeap()
            times[ground.ends.to] = deadline
            heap.push(-deadline, ground.ends.to)
            while let (time, vertex) = heap.pop() {
                guard -time == times[vertex] else { continue }
                let by = vertex == ground.ends.to ? -time : -time - ground.wait.least
                for leg in ground.incoming[vertex] {
                    let from = ground.legs[leg].from
                    guard let departure = departure(over: leg, by: by), departure > times[from] else {
                        continue
                    }
                    times[from] = departure
                    heap.push(-departure, from)
                }
            }
            return times
        }
        return departureRounds(deadline: deadline, hops: hops).last ?? []
    }

    /// The same with at most 0, 1, 2, … hops, up to the number at which nothing changes any more.
    func departureRounds(deadline: Int64, hops: Int) -> [[Int64]] {
        var times = Array(repeating: Self.unleft, count: count)
        times[ground.ends.to] = deadline
        var rounds = [times]
        var changed = [ground.ends.to]
        while rounds.count <= hops, !changed.isEmpty {
            let before = times
            var next: Set<Int> = []
            for vertex in changed {
                let by = vertex == ground.ends.to ? before[vertex] : before[vertex] - ground.wait.least
                for leg in ground.incoming[vertex] {
                    let from = ground.legs[leg].from
                    guard let departure = departure(over: leg, by: by), departure > times[from] else {
                        continue
                    }
                    times[from] = departure
                    next.insert(from)
                }
            }
            changed = next.sorted()
            if !changed.isEmpty { rounds.append(times) }
        }
        return rounds
    }

    func arrival(over leg: Int, ready: Int64) -> Int64? {
        var best: Int64?
        for slot in slots[leg] {
            if let arrival = slot.arrival(ready: ready), arrival < best ?? .max { best = arrival }
        }
        return best
    }

    func departure(over leg: Int, by deadline: Int64) -> Int64? {
        var best: Int64?
        for slot in slots[leg] {
            if let departure = slot.departure(by: deadline), departure > best ?? .min { best = departure }
        }
        return best
    }

    // MARK: The best

    /// What the best journey is worth, less being better: its arrival, its departure with the sign turned, its length of
    /// time or its hops; nil where there is none.
    func best(_ objective: JourneyOptions.Objective) -> Int64? {
        switch objective {
        case .earliestArrival:
            let arrival = arrivals(start: ground.window.lowerBound)[ground.ends.to]
            return arrival == Self.unreached ? nil : arrival
        case .latestDeparture:
            let departure = departures(deadline: ground.window.upperBound)[ground.ends.from]
            return departure == Self.unleft ? nil : -departure
        case .fewestHops:
            let rounds = arrivalRounds(start: ground.window.lowerBound, hops: maximumHops ?? count)
            return rounds.firstIndex { $0[ground.ends.to] != Self.unreached }.map(Int64.init)
        case .fastest:
            return spans().map { $0.arrival - $0.departure }.min()
        }
    }

    /// The journeys of which none departs later and arrives earlier than another, as departure and arrival, as far as
    /// one of them may be the fastest.
    ///
    /// A fastest journey can be moved in time until one of its hops departs when its slot begins or ends, the hops before
    /// it each as late as the shortest wait allows; so only such departures are tried.
    func spans() -> [(departure: Int64, arrival: Int64)] {
        var spans: [(departure: Int64, arrival: Int64)] = []
        var last = Int64.min
        for start in departureCandidates() where start > last {
            let arrival = arrivals(start: start)[ground.ends.to]
            // Who is too late now is later still.
            guard arrival != Self.unreached else { break }
            let departure = departures(deadline: arrival)[ground.ends.from]
            last = max(start, departure)
            spans.append((last, arrival))
        }
        return spans
    }

    /// The times at which a fastest journey may depart, ascending.
    func departureCandidates() -> [Int64] {
        var times: Set<Int64> = []
        let steps = ground.wait.least == 0 ? 1 : min(maximumHops ?? .max, count, Self.stepLimit)
        for slot in Set(slots.flatMap(\.self)) {
            for time in [slot.low, slot.high, slot.floor] {
                for step in 0..<Int64(steps) {
                    let start = time - step * ground.wait.least
                    if ground.window.contains(start) { times.insert(start) }
                }
            }
        }
        return times.sorted()
    }
}

/// Times and vertices, the least first.
private struct TimeHeap {
    private var items: [(time: Int64, vertex: Int)] = []

    mutating func push(_ time: Int64, _ vertex: Int) {
        items.append((time, vertex))
        var place = items.count - 1
        while place > 0, items[place].time < items[(place - 1) / 2].time {
            items.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func pop() -> (time: Int64, vertex: Int)? {
        guard let first = items.first, let last = items.popLast() else { return nil }
        if items.isEmpty { return first }
        items[0] = last
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < items.count {
                if items[child].time < items[least].time { least = child }
            }
            if least == place { return first }
            items.swapAt(place, least)
            place = least
        }
    }
}

extension JourneyResult {
    /// The number of hops within which a fastest journey with a least wait is sure to be found, where longer ones are
    /// allowed and the network has room for them; nil where nothing is left out.
    var departureHops: Int? {
        let hops = JourneySearch.stepLimit
        let isNarrow = (options.maximumHops ?? .max) <= hops || network.vertices.count <= hops
        return options.objective == .fastest && options.minimumWait > 0 && !isNarrow ? hops : nil
    }
}
