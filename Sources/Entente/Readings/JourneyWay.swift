/// A sequence of legs that passes nobody twice.
struct JourneyWay: Sendable, Hashable {
    var legs: [Int]
}

/// When a way can be gone over slots that are settled.
struct JourneySchedule: Sendable, Hashable {
    var departure: Int64
    var arrival: Int64
}

extension JourneyGround {
    /// The best schedule of a way by an objective; nil where it cannot be gone.
    ///
    /// The earliest arrival sets out as early as can be, the latest departure arrives as late as it need, the fastest
    /// and that of fewest hops as the earliest of them.
    func schedule(_ slots: [[HopSlot]], _ objective: JourneyOptions.Objective) -> JourneySchedule? {
        if let most = wait.most { return limited(slots, objective, most: most) }
        switch objective {
        case .earliestArrival, .fewestHops: return forward(slots, start: window.lowerBound)
        case .latestDeparture: return backward(slots, deadline: window.upperBound)
        case .fastest:
            var best: JourneySchedule?
            var start = window.lowerBound
            while let first = forward(slots, start: start),
                let tight = backward(slots, deadline: first.arrival)
            {
                let span = JourneySchedule(departure: tight.departure, arrival: first.arrival)
                if best.map({ span.arrival - span.departure < $0.arrival - $0.departure }) ?? true {
                    best = span
                }
                // Nothing is faster than one shortest wait after another.
                if span.arrival - span.departure <= wait.least * Int64(slots.count - 1) { break }
                start = tight.departure + 1
            }
            return best
        }
    }

    /// The first departure and arrival of who is ready at the start.
    func forward(_ slots: [[HopSlot]], start: Int64) -> JourneySchedule? {
        var ready = start
        var schedule: JourneySchedule?
        for hop in slots {
            guard
                let slot = hop.filter({ $0.high >= ready }).min(by: {
                    max(ready, $0.low, $0.floor) < max(ready, $1.low, $1.floor)
                }),
                let arrival = slot.arrival(ready: ready)
            else { return nil }
            schedule = JourneySchedule(
                departure: schedule?.departure ?? max(ready, slot.low),
                arrival: arrival
            )
            ready = arrival + wait.least
        }
        return schedule
    }

    /// The last departure and arrival of who has to be there by a deadline.
    func backward(_ slots: [[HopSlot]], deadline: Int64) -> JourneySchedule? {
        var by = deadline
        var schedule: JourneySchedule?
        for hop in slots.reversed() {
            var best: (departure: Int64, arrival: Int64)?
            for slot in hop {
                guard let departure = slot.departure(by: by), departure > best?.departure ?? .min else {
                    continue
                }
                best = (departure, max(departure, slot.floor))
            }
            guard let best else { return nil }
            schedule = JourneySchedule(departure: best.departure, arrival: schedule?.arrival ?? best.arrival)
            by = best.departure - wait.least
        }
        return schedule
    }

    /// The best schedule over contacts of which each is gone at one time, where waits have an upper limit.
    private func limited(_ slots: [[HopSlot]], _ objective: JourneyOptions.Objective, most: Int64)
        -> JourneySchedule?
    {
        var open: Set<JourneySchedule> = []
        for (place, hop) in slots.enumerated() {
            var next: Set<JourneySchedule> = []
            for slot in hop {
                let arrival = max(slot.low, slot.floor)
                if place == 0 {
                    next.insert(JourneySchedule(departure: slot.low, arrival: arrival))
                } else {
                    for one in open where (wait.least...most).contains(slot.low - one.arrival) {
                        next.insert(JourneySchedule(departure: one.departure, arrival: arrival))
                    }
                }
            }
            open = next
        }
        return open.min { key($0, objective) < key($1, objective) }
    }

    private func key(_ schedule: JourneySchedule, _ objective: JourneyOptions.Objective) -> (
        Int64, Int64, Int64
    ) {
        switch objective {
        case .earliestArrival, .fewestHops: (schedule.arrival, schedule.departure, 0)
        case .latestDeparture: (-schedule.departure, -schedule.arrival, 0)
        case .fastest: (schedule.arrival - schedule.departure, schedule.arrival, 0)
        }
    }

    /// What a schedule of some hops is worth by an objective, less being better.
    func worth(_ schedule: JourneySchedule, hops: Int, _ objective: JourneyOptions.Objective) -> Int64 {
        switch objective {
        case .earliestArrival: schedule.arrival
        case .latestDeparture: -schedule.departure
        case .fastest: schedule.arrival - schedule.departure
        case .fewestHops: Int64(hops)
        }
    }
}

/// Lists the ways that can be gone within a time, as far as single hops tell.
struct JourneyWays {
    private let search: JourneySearch
    private let ground: JourneyGround
    /// The most steps that are tried.
    private var budget: Int
    /// The most ways that are listed.
    private let limit: Int
    private(set) var ways: [JourneyWay] = []
    private var known: Set<JourneyWay> = []
    /// Whether there may be more.
    private(set) var isCut = false

    init(_ search: JourneySearch, limit: Int, budget: Int = 100_000) {
        self.search = search
        ground = search.ground
        self.limit = limit
        self.budget = budget
    }

    /// Adds the ways that set out at a start or later and are there by a deadline with at most so many hops, in the order
    /// of their vertices.
    mutating func add(start: Int64, deadline: Int64, hops: Int?) {
        guard start <= deadline || ground.wait.most != nil else { return }
        let count = ground.network.vertices.count
        let most = min(hops ?? count, search.maximumHops ?? count)
        // With any number of hops one search tells from where the deadline can be kept.
        let isUnlimited = most >= count
        let rounds =
            isUnlimited
            ? [search.departures(deadline: deadline)] : search.departureRounds(deadline: deadline, hops: most)
        func latest(_ vertex: Int, left: Int) -> Int64 {
            rounds[isUnlimited ? 0 : min(left, rounds.count - 1)][vertex]
        }
        var stack: [(leg: Int, time: Int64, depth: Int)] = []
        var path: [Int] = []
        var passed = Array(repeating: false, count: count)
        passed[ground.ends.from] = true
        func steps(from vertex: Int, ready: Int64, depth: Int) -> [(leg: Int, time: Int64, depth: Int)] {
            guard depth < most else { return [] }
            return ground.outgoing[vertex].compactMap { leg in
                let to = ground.legs[leg].to
                guard let time = search.arrival(over: leg, ready: ready) else { return nil }
                let isThere = to == ground.ends.to
                let mayGoOn =
                    isThere
                    ? time <= deadline : time + ground.wait.least <= latest(to, left: most - depth - 1)
                return mayGoOn ? (leg, time, depth + 1) : nil
            }.reversed()
        }
        stack = steps(from: ground.ends.from, ready: start, depth: 0)
        while let (leg, time, depth) = stack.popLast() {
            while path.count >= depth {
                if let last = path.popLast() { passed[ground.legs[last].to] = false }
            }
            budget -= 1
            guard budget > 0 else { return isCut = true }
            let to = ground.legs[leg].to
            guard !passed[to] else { continue }
            path.append(leg)
            passed[to] = true
            if to == ground.ends.to {
                let way = JourneyWay(legs: path)
                guard known.insert(way).inserted else { continue }
                guard ways.count < limit else { return isCut = true }
                ways.append(way)
            } else {
                stack += steps(from: to, ready: time + ground.wait.least, depth: depth)
            }
        }
    }
}
