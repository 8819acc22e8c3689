internal import EDTF

// One way at a time: what it is worth, whether it is certain, and how it is told.

extension JourneyFinder {
    struct Judgement {
        var journey: Journey
        /// What it is worth in the reading that is best for it.
        var worth: Int64
        /// What it is worth in the worst; nil where that is not known or it cannot be made in every one.
        var worst: Int64?
        var isExact: Bool
    }

    /// A way as a journey, with what it is worth; nil where no reading lets it be made.
    func judge(_ way: JourneyWay) -> Judgement? {
        let readings = JourneyReadings(
            ground,
            legs: way.legs,
            limit: options.readingLimit,
            tellsDoubts: true
        )
        return readings.isComplete ? judge(way, readings) : judgeByBounds(way)
    }

    private func judge(_ way: JourneyWay, _ readings: JourneyReadings) -> Judgement? {
        var (best, worst): (Int64?, Int64?)
        var span: (JourneySchedule, JourneySchedule)?
        var inAll = true
        for reading in readings {
            let slots = way.legs.map { ground.slots($0, in: reading, onlyFirm: false) }
            guard let schedule = ground.schedule(slots, options.objective) else {
                inAll = false
                continue
            }
            let worth = ground.worth(schedule, hops: way.legs.count, options.objective)
            best = min(best ?? worth, worth)
            worst = max(worst ?? worth, worth)
            let (low, high) = span ?? (schedule, schedule)
            span = (
                JourneySchedule(
                    departure: min(low.departure, schedule.departure),
                    arrival: min(low.arrival, schedule.arrival)
                ),
                JourneySchedule(
                    departure: max(high.departure, schedule.departure),
                    arrival: max(high.arrival, schedule.arrival)
                )
            )
        }
        guard let best, let span else { return nil }
        let journey = journey(way, dates: inAll ? .certain : .possible, from: span.0, to: span.1)
        return Judgement(journey: journey, worth: best, worst: inAll ? worst : nil, isExact: ground.isExact)
    }

    private func judgeByBounds(_ way: JourneyWay) -> Judgement? {
        guard let (low, isExact) = JourneyCoupling(ground, way).best(options.objective) else { return nil }
        let slots = way.legs.map(ground.possibleSlots)
        let certain = way.legs.map(ground.certainSlots)
        let robust = ground.forward(certain, start: ground.window.lowerBound)
        // Hops over one claim each, of dates of their own, cannot stand in for each other.
        let entries = way.legs.flatMap { ground.legs[$0].entries }
        let isSingle =
            entries.count == way.legs.count && Set(entries.map(\.date)).count == entries.count
            && ground.isExact
        // Outer bounds: each hop at its best, and where the way is certain no later (no sooner) than each at its worst.
        var from = JourneySchedule(
            departure: slots.first?.map(\.low).min() ?? low.departure,
            arrival: ground.forward(slots, start: ground.window.lowerBound)?.arrival ?? low.arrival
        )
        var to = JourneySchedule(
            departure: ground.backward(slots, deadline: ground.window.upperBound)?.departure ?? low.departure,
            arrival: min(
                slots.last?.map { max($0.high, $0.floor) }.max() ?? low.arrival,
                ground.window.upperBound
            )
        )
        switch options.objective {
        case .earliestArrival, .fewestHops: to.arrival = robust?.arrival ?? to.arrival
        case .latestDeparture:
            let back = ground.backward(certain, deadline: ground.window.upperBound)
            from.departure = back?.departure ?? from.departure
        case .fastest: break
        }
        var journey = journey(way, dates: robust == nil ? .possible : .certain, from: from, to: to)
        journey.isDatesBound = robust == nil && !isSingle
        journey.isIntervalBound = true
        let worth = ground.worth(low, hops: way.legs.count, options.objective)
        let worst = robust.map { ground.worth($0, hops: way.legs.count, options.objective) }
        return Judgement(journey: journey, worth: worth, worst: worst, isExact: isExact)
    }

    private func journey(_ way: JourneyWay, dates: Certainty, from: JourneySchedule, to: JourneySchedule)
        -> Journey
    {
        let leads = leads(of: way, isCertain: dates == .certain)
        let steps = way.legs.enumerated().map { place, number in
            let leg = ground.legs[number]
            var edges = usable(at: place, in: way)
            if let lead = leads[place] {
                edges.removeAll { $0 == lead }
                edges.insert(lead, at: 0)
            }
            return Ground.Step(from: leg.from, to: leg.to, edges: edges)
        }
        var path = PathSearch(ground.network, options: PathOptions(), origins: origins).path(along: steps)
        path.dates = dates
        func interval(_ low: Int64, _ high: Int64) -> Journey.Interval {
            .init(earliest: ground.unit.instant(low), latest: ground.unit.instant(high))
        }
        return Journey(
            path: path,
            departure: interval(from.departure, to.departure),
            arrival: interval(from.arrival, to.arrival),
            isDatesBound: false,
            isIntervalBound: false
        )
    }

    /// The edges that tell a way best: those by which it is certain, else those by which it is as good as can be.
    private func leads(of way: JourneyWay, isCertain: Bool) -> [Int?] {
        if isCertain, let leads = leads(of: way, onlyCertain: true) { return leads }
        return leads(of: way, onlyCertain: false) ?? way.legs.map { _ in nil }
    }

    private func leads(of way: JourneyWay, onlyCertain: Bool) -> [Int?]? {
        var leads: [Int?] = []
        let isBackward = options.objective == .latestDeparture
        var time = isBackward ? ground.window.upperBound : ground.window.lowerBound
        for leg in isBackward ? way.legs.reversed() : way.legs {
            var best: (edge: Int, time: Int64)?
            for entry in ground.legs[leg].entries {
                let date = ground.dates[entry.date]
                let slots =
                    !onlyCertain
                    ? date.possibleSlots(in: ground.window)
                    : entry.isFirm && entry.alternative == nil
                        ? [date.certainSlot(in: ground.window)].compactMap(\.self) : []
                for slot in slots {
                    guard
                        let next = isBackward
                            ? slot.departure(by: time).map({ -$0 }) : slot.arrival(ready: time),
                        next < best?.time ?? .max
                    else { continue }
                    best = (entry.edge, next)
                }
            }
            guard let best else { return nil }
            leads.append(best.edge)
            time = isBackward ? -best.time - ground.wait.least : best.time + ground.wait.least
        }
        return isBackward ? leads.reversed() : leads
    }

    /// The edges of a hop that serve on a way: those that some reading lets be gone after the hops before, and before
    /// those after; the best first.
    private func usable(at place: Int, in way: JourneyWay) -> [Int] {
        let slots = way.legs.map(ground.possibleSlots)
        let before = ground.forward(Array(slots[..<place]), start: ground.window.lowerBound)
        let after = ground.backward(Array(slots[(place + 1)...]), deadline: ground.window.upperBound)
        let ready = before.map { $0.arrival + ground.wait.least } ?? ground.window.lowerBound
        let deadline = after.map { $0.departure - ground.wait.least } ?? ground.window.upperBound
        var seen: Set<Int> = []
        return ground.legs[way.legs[place]].entries.filter { entry in
            ground.dates[entry.date].possibleSlots(in: ground.window).contains { slot in
                slot.arrival(ready: ready).map { $0 <= deadline } ?? false
            }
        }.map(\.edge).filter { seen.insert($0).inserted }
    }
}
