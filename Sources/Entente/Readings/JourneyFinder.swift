internal import EDTF

/// Finds the best journeys over a ground, what is certain of them and what is possible.
struct JourneyFinder {
    let ground: JourneyGround
    let options: JourneyOptions
    /// Over all slots that some reading has.
    let possible: JourneySearch
    /// The legs that a journey may go over.
    let legs: [Int]
    let origins: Origins
    /// The most ways that are looked at where they have to be told apart by readings.
    private static let wayLimit = 2_000
    /// The most that are looked at for one that is certain.
    private static let certainLimit = 100

    init(_ ground: JourneyGround, _ options: JourneyOptions) {
        self.ground = ground
        self.options = options
        origins = Origins(ground.network.graph)
        let all = JourneySearch(
            ground: ground,
            slots: ground.legs.indices.map(ground.possibleSlots),
            maximumHops: options.maximumHops
        )
        let arrivals = all.arrivals(start: ground.window.lowerBound)
        let departures = all.departures(deadline: ground.window.upperBound)
        legs = ground.legs.indices.filter { place in
            let leg = ground.legs[place]
            guard leg.to != ground.ends.from, leg.from != ground.ends.to,
                arrivals[leg.from] != JourneySearch.unreached, departures[leg.to] != JourneySearch.unleft
            else { return false }
            let ready =
                leg.from == ground.ends.from ? arrivals[leg.from] : arrivals[leg.from] + ground.wait.least
            guard let arrival = all.arrival(over: place, ready: ready) else { return false }
            return arrival + (leg.to == ground.ends.to ? 0 : ground.wait.least) <= departures[leg.to]
        }
        var slots = Array(repeating: [HopSlot](), count: ground.legs.count)
        for leg in legs { slots[leg] = all.slots[leg] }
        possible = JourneySearch(ground: ground, slots: slots, maximumHops: options.maximumHops)
    }

    /// Whether there is a journey in some reading, as far as single hops tell.
    var mayConnect: Bool { !legs.isEmpty }

    static func nothing(
        _ network: Network,
        from: String,
        to: String,
        _ options: JourneyOptions,
        countsDays: Bool
    )
        -> JourneyResult
    {
        JourneyResult(
            network: network,
            from: from,
            to: to,
            options: options,
            countsDays: countsDays,
            journeys: [],
            certain: nil,
            isCertainBound: false,
            connected: .impossible,
            isConnectedBound: false,
            optimum: .init(low: nil, high: nil, isBestBound: false, isWorstBound: false),
            readings: 1,
            isExact: true,
            isCut: false,
            nearest: [],
            relaxations: []
        )
    }

    // MARK: The answer

    /// What the best journey is worth: in the best reading, and in the worst if every one has a journey.
    private struct Findings {
        var best: Int64?
        var worst: Int64?
        var isBestBound = false
        var isWorstBound = false
        var connected: Certainty
        var isConnectedBound = false
    }

    mutating func result(from: String, to: String) throws(AnalysisError) -> JourneyResult {
        var result = Self.nothing(
            ground.network,
            from: from,
            to: to,
            options,
            countsDays: ground.unit == .day
        )
        let readings = JourneyReadings(ground, legs: legs, limit: options.readingLimit)
        result.readings = readings.count
        result.isExact = readings.isComplete && ground.isExact
        guard mayConnect else { return result }
        if ground.wait.most != nil, !readings.isComplete {
            throw AnalysisError(
                .tooLarge,
                "with a longest wait all readings have to be gone through, and the dates give "
                    + (readings.count == .max ? "more than can be counted" : "\(readings.count)")
                    + "; narrow the view, or leave the longest wait out"
            )
        }
        var findings = readings.isComplete ? try exactFindings(readings) : boundedFindings()
        guard let best = findings.best else { return result }
        let (journeys, isCut) = self.journeys(best: best, isComplete: readings.isComplete, &findings)
        guard !journeys.isEmpty else {
            // Single hops promised a journey; that none keeps it is known only where all were tried.
            if !isCut, !readings.isComplete { return result }
            throw AnalysisError(
                .tooLarge,
                "there are too many paths whose hops share dates to be told apart; narrow the view, or ask for fewer hops"
            )
        }
        result.journeys = Array(journeys.prefix(options.limit))
        result.isCut = isCut || journeys.count > options.limit
        if !result.journeys.contains(where: { $0.path.dates == .certain }),
            findings.connected == .certain || findings.isConnectedBound
        {
            (result.certain, result.isCertainBound) = bestCertain()
        }
        if result.journeys.contains(where: { $0.path.dates == .certain }) || result.certain != nil {
            (findings.connected, findings.isConnectedBound) = (.certain, false)
        }
        result.connected = findings.connected
        result.isConnectedBound = findings.isConnectedBound
        result.optimum = optimum(findings)
        return result
    }

    private func optimum(_ findings: Findings) -> JourneyResult.Optimum {
        var optimum = JourneyResult.Optimum(
            low: findings.best,
            high: findings.worst,
            isBestBound: findings.isBestBound,
            isWorstBound: findings.isWorstBound
        )
        switch options.objective {
        case .earliestArrival:
            optimum.low = optimum.low.flatMap(ground.unit.instant)
            optimum.high = optimum.high.flatMap(ground.unit.instant)
        case .latestDeparture:
            // The best departure is the latest one.
            (optimum.low, optimum.high) = (
                findings.worst.flatMap { ground.unit.instant(-$0) },
                findings.best.flatMap { ground.unit.instant(-$0) }
            )
        case .fastest:
            let second: Int64 = ground.unit == .day ? CivilCalendar.secondsPerDay : 1
            func seconds(_ units: Int64?) -> Int64? {
                units.flatMap { units in
                    let (seconds, overflow) = units.multipliedReportingOverflow(by: second)
                    return overflow || units > JourneyUnit.future / 2 ? nil : seconds
                }
            }
            (optimum.low, optimum.high) = (seconds(optimum.low), seconds(optimum.high))
        case .fewestHops: break
        }
        return optimum
    }

    /// By going through the readings.
    private func exactFindings(_ readings: JourneyReadings) throws(AnalysisError) -> Findings {
        var findings = Findings(connected: .certain)
        var ways: [JourneyWay] = []
        if ground.wait.most != nil {
            let (all, isCut) = allWays(possible)
            if isCut {
                throw AnalysisError(
                    .tooLarge,
                    "with a longest wait all paths have to be gone through, and there are too many; narrow the view, or "
                        + "ask for fewer hops"
                )
            }
            ways = all
        }
        var slots = Array(repeating: [HopSlot](), count: ground.legs.count)
        func best(_ reading: JourneyReading, onlyFirm: Bool) -> Int64? {
            for leg in legs { slots[leg] = ground.slots(leg, in: reading, onlyFirm: onlyFirm) }
            if ground.wait.most == nil {
                return JourneySearch(ground: ground, slots: slots, maximumHops: options.maximumHops)
                    .best(options.objective)
            }
            return ways.compactMap { way in
                ground.schedule(way.legs.map { slots[$0] }, options.objective).map {
                    ground.worth($0, hops: way.legs.count, options.objective)
                }
            }.min()
        }
        let isFirm = legs.allSatisfy { ground.legs[$0].entries.allSatisfy(\.isFirm) }
        for reading in readings {
            let most = best(reading, onlyFirm: false)
            if let most { findings.best = min(findings.best ?? most, most) }
            if findings.connected == .certain, let least = isFirm ? most : best(reading, onlyFirm: true) {
                findings.worst = max(findings.worst ?? least, least)
            } else {
                (findings.connected, findings.worst) = (.possible, nil)
            }
        }
        return findings
    }

    /// By the best and the worst that each hop can be.
    private func boundedFindings() -> Findings {
        var findings = Findings(connected: .possible)
        findings.best = possible.best(options.objective)
        if let worst = certainSearch().best(options.objective) {
            (findings.connected, findings.worst, findings.isWorstBound) = (.certain, worst, true)
        } else {
            findings.isConnectedBound = !isRefuted()
        }
        return findings
    }

    private func certainSearch() -> JourneySearch {
        var slots = Array(repeating: [HopSlot](), count: ground.legs.count)
        for leg in legs { slots[leg] = ground.certainSlots(leg) }
        return JourneySearch(ground: ground, slots: slots, maximumHops: options.maximumHops)
    }

    /// Whether a reading is found that has no journey: what is near the start late and what is far from it early, for each
    /// distance; and all late, all early.
    private func isRefuted() -> Bool {
        var distances: [Int: Int] = [ground.ends.from: 0]
        var frontier = [ground.ends.from]
        while !frontier.isEmpty {
            var next: [Int] = []
            for vertex in frontier {
                for leg in ground.outgoing[vertex] where !possible.slots[leg].isEmpty {
                    let to = ground.legs[leg].to
                    if distances[to] == nil {
                        distances[to] = (distances[vertex] ?? 0) + 1
                        next.append(to)
                    }
                }
            }
            frontier = next
        }
        var nearest = Array(repeating: Int.max, count: ground.dates.count)
        var chosen: [Int: Int] = [:]
        for leg in legs {
            let distance = distances[ground.legs[leg].from] ?? .max
            for entry in ground.legs[leg].entries {
                nearest[entry.date] = min(nearest[entry.date], distance)
                if let alternative = entry.alternative {
                    chosen[alternative.group] = max(chosen[alternative.group] ?? -1, alternative.claim)
                }
            }
        }
        let isFar = (0...(distances.values.max() ?? 0) + 1)
        for limit in isFar {
            var reading = JourneyReading(values: [], chosen: chosen)
            reading.values = ground.dates.indices.map { place in
                let date = ground.dates[place]
                return nearest[place] < limit ? date.latest : date.earliest
            }
            var slots = Array(repeating: [HopSlot](), count: ground.legs.count)
            for leg in legs { slots[leg] = ground.slots(leg, in: reading, onlyFirm: true) }
            let search = JourneySearch(ground: ground, slots: slots, maximumHops: options.maximumHops)
            if search.arrivals(start: ground.window.lowerBound)[ground.ends.to] == JourneySearch.unreached {
                return true
            }
        }
        return false
    }

    // MARK: Journeys

    private func allWays(_ search: JourneySearch) -> (ways: [JourneyWay], isCut: Bool) {
        var list = JourneyWays(search, limit: Self.wayLimit)
        list.add(
            start: ground.window.lowerBound,
            deadline: ground.window.upperBound,
            hops: options.maximumHops
        )
        return (list.ways, list.isCut)
    }

    /// The ways of a search that may be worth so much.
    private func ways(_ search: JourneySearch, worth: Int64, limit: Int) -> (ways: [JourneyWay], isCut: Bool)
    {
        if ground.wait.most != nil { return allWays(search) }
        var list = JourneyWays(search, limit: limit)
        let (first, last) = (ground.window.lowerBound, ground.window.upperBound)
        switch options.objective {
        case .earliestArrival: list.add(start: first, deadline: worth, hops: nil)
        case .latestDeparture: list.add(start: -worth, deadline: last, hops: nil)
        case .fewestHops: list.add(start: first, deadline: last, hops: Int(clamping: worth))
        case .fastest:
            let isExhaustive = search.departureCandidates()
            for start in isExhaustive {
                let (end, overflow) = start.addingReportingOverflow(worth)
                list.add(start: start, deadline: overflow ? last : min(end, last), hops: nil)
            }
        }
        return (list.ways, list.isCut)
    }

    /// The journeys that are as good as the best; where single hops promised more than readings keep, the best that there
    /// are.
    private func journeys(best: Int64, isComplete: Bool, _ findings: inout Findings) -> (
        [Journey], isCut: Bool
    ) {
        let (near, isNearCut) = ways(possible, worth: best, limit: Self.wayLimit)
        var judged = near.compactMap(judge)
        var isCut = isNearCut
        if !judged.contains(where: { $0.worth <= best }) {
            let (all, isAllCut) = allWays(possible)
            judged = all.compactMap(judge)
            isCut = isAllCut
            if !isComplete { findings.isBestBound = isAllCut || !judged.allSatisfy(\.isExact) }
        }
        // What readings were gone through for is the best, and so is what the best reading of a way keeps of a promise.
        let least = isComplete ? best : judged.map(\.worth).min() ?? best
        findings.best = least
        let found = judged.filter { $0.worth == least }.map(\.journey)
        return (found.sorted(by: isBetter), isCut)
    }

    /// The best journey that is certain, and whether there may be a better one, or one at all.
    private func bestCertain() -> (journey: Journey?, isBound: Bool) {
        var judged: [Judgement] = []
        let search = certainSearch()
        if ground.wait.most == nil, let worth = search.best(options.objective) {
            judged = ways(search, worth: worth, limit: 20).ways.compactMap(judge)
        }
        // Where a hop has several claims it can be certain though none of them is.
        let (all, isCut) = allWays(possible)
        let isFew = !isCut && all.count <= Self.certainLimit
        if isFew || judged.isEmpty { judged += all.prefix(Self.certainLimit).compactMap(judge) }
        let certain = judged.filter { $0.journey.path.dates == .certain }
        let best = certain.min { a, b in
            let (left, right) = (a.worst ?? .max, b.worst ?? .max)
            return left != right ? left < right : isBetter(a.journey, b.journey)
        }
        return (best?.journey, !isFew || judged.contains(where: \.journey.isDatesBound))
    }

    private func isBetter(_ a: Journey, _ b: Journey) -> Bool {
        if a.path.dates != b.path.dates { return a.path.dates > b.path.dates }
        return PathSearch.isBetter(a.path, b.path)
    }
}

extension JourneyDate {
    /// A value as early as can be.
    fileprivate var earliest: Value? {
        options.min { $0.begin.lowerBound < $1.begin.lowerBound }.map {
            Value(
                begin: $0.begin.lowerBound,
                end: $0.isOneUnit ? $0.begin.lowerBound : max($0.end.lowerBound, $0.begin.lowerBound)
            )
        }
    }

    /// A value as late as can be; a spell that begins late and is over as soon as can be.
    fileprivate var latest: Value? {
        options.max { $0.begin.upperBound < $1.begin.upperBound }.map {
            Value(
                begin: $0.begin.upperBound,
                end: $0.isOneUnit ? $0.begin.upperBound : max($0.end.lowerBound, $0.begin.upperBound)
            )
        }
    }
}
