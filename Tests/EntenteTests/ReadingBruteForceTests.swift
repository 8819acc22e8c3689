import EDTF
import Entente
import Testing

/// What the library calls certain and possible against all readings of small random graphs, listed one by one.
@Suite("Readings, by brute force")
struct ReadingBruteForceTests {
    /// Two thousand graphs, in twenty runs.
    static let runs = 0..<20
    static let graphsPerRun = 100

    private enum Span { case all, asOf(Int, Int), during(Int, Int), within(Int, Int) }

    /// Whether a claim counts, in a reading and on one day of a view's date.
    private func counts(_ time: ClosedRange<Int>?, isSpell: Bool, _ span: Span, day: Int) -> Bool {
        guard let time else { return false }
        if case .all = span { return true }
        switch span {
        case .all: return true
        case .asOf: return isSpell ? time.contains(day) : time.upperBound <= day
        case .during(let first, let last): return time.lowerBound <= last && first <= time.upperBound
        case .within(let first, let last): return first <= time.lowerBound && time.upperBound <= last
        }
    }

    private func span(_ seed: UInt64) -> (Span, View.Period) {
        let (first, last) = (2 + Int(seed / 7 % 4), 5 + Int(seed / 11 % 4))
        func interval(_ join: String, _ a: Int, _ b: Int) -> String {
            join.isEmpty
                ? ReadingChecker.day(a)
                : join == "/"
                    ? "\(ReadingChecker.day(a))/\(ReadingChecker.day(b))"
                    : "[\(ReadingChecker.day(a))..\(ReadingChecker.day(b))]"
        }
        switch seed % 6 {
        case 0: return (.all, .all)
        case 1: return (.asOf(last, last), .asOf(date(interval("", last, last))))
        case 2, 3: return (.asOf(first, last), .asOf(date(interval("..", first, last))))
        case 4: return (.during(first, last), .during(date(interval("/", first, last))))
        default: return (.within(first, last), .within(date(interval("/", first, last))))
        }
    }

    /// In each reading, and on each day of a date that is wider than one, the claims that count.
    private func worlds(_ checker: ReadingChecker, _ span: Span) -> [Set<Int>] {
        var days = [0]
        if case .asOf(let first, let last) = span { days = Array(first...last) }
        var worlds: Set<Set<Int>> = []
        for reading in checker.readings {
            for day in days {
                worlds.insert(
                    Set(
                        checker.statements.indices.filter { place in
                            counts(reading[place], isSpell: checker.statements[place].isSpell, span, day: day)
                        }
                    )
                )
            }
        }
        return worlds.sorted { $0.sorted().lexicographicallyPrecedes($1.sorted()) }
    }

    @Test("paths, connections, components and degrees", arguments: runs)
    func ties(run: Int) throws {
        for number in 0..<Self.graphsPerRun {
            let seed = UInt64(run * Self.graphsPerRun + number)
            let checker = ReadingChecker(seed: seed, onlyContacts: false)
            let (span, period) = span(seed)
            let network = try checker.graph.network {
                $0.period = period
                $0.kinds = [.person]
                $0.isDirected = checker.isDirected
            }
            let worlds = worlds(checker, span)
            try checkPaths(checker, network, worlds, "seed \(seed)")
            checkComponents(checker, network, worlds, "seed \(seed)")
        }
    }

    private func checkPaths(
        _ checker: ReadingChecker,
        _ network: Network,
        _ worlds: [Set<Int>],
        _ comment: Comment
    )
        throws
    {
        let maps = worlds.map { world in checker.neighbors { world.contains($0) } }
        func holds(_ way: [Int], in map: [Set<Int>]) -> Bool {
            zip(way, way.dropFirst()).allSatisfy { map[$0].contains($1) }
        }
        var expected: [(way: [Int], certain: Bool)] = []
        for way in checker.ways {
            let count = maps.count { holds(way, in: $0) }
            if count > 0 { expected.append((way, count == maps.count)) }
        }
        let found = try network.paths(from: "p0", to: "p1", options: PathOptions(.allShortest(limit: 500)))
        let fewest = expected.map(\.way.count).min()
        let shortest = expected.filter { $0.way.count == fewest }
        #expect(
            Set(found.paths.map { "\($0.text(in: network)) \($0.dates == .certain)" })
                == Set(shortest.map { "\($0.way.map { "p\($0)" }.joined(separator: "-")) \($0.certain)" }),
            comment
        )
        // The fewest hops in each reading; nil where it has no path.
        let distances = maps.map { map in
            expected.filter { holds($0.way, in: map) }.map { $0.way.count - 1 }.min()
        }
        let isCertain = !expected.isEmpty && distances.allSatisfy { $0 != nil }
        #expect(found.connectedness.map { $0.dates == .certain } ?? false == isCertain, comment)
        #expect(found.connectedness?.isBound ?? false == false, comment)
        if isCertain { #expect(found.connectedness?.most == distances.compactMap(\.self).max(), comment) }
        // "No" is said where no reading has a path, and only there.
        #expect(found.paths.isEmpty == expected.isEmpty, comment)
    }

    private func checkComponents(
        _ checker: ReadingChecker,
        _ network: Network,
        _ worlds: [Set<Int>],
        _ comment: Comment
    ) {
        let people = network.vertices.indices.map { Int(network.entity($0).id.dropFirst()) ?? -1 }
        let found = network.tieIntervals()
        let labels = worlds.map { world in checker.components { world.contains($0) } }
        let counts = labels.map { label in Set(people.map { label[$0] }).count }
        #expect(found.componentCount == .init(low: counts.min() ?? 0, high: counts.max() ?? 0), comment)
        let together = people.map { a in
            people.firstIndex { b in labels.allSatisfy { $0[a] == $0[b] } } ?? -1
        }
        #expect(found.certainComponent == together, comment)
        for (vertex, person) in people.enumerated() {
            let degrees = worlds.map { world -> Int in
                Set(
                    checker.statements.indices.filter { world.contains($0) }.map {
                        checker.statements[$0].people
                    }
                    .filter { $0.contains(person) }.flatMap(\.self)
                ).subtracting([person]).count
            }
            #expect(
                found.degrees[vertex] == .init(low: degrees.min() ?? 0, high: degrees.max() ?? 0),
                comment
            )
        }
        #expect(!found.isBound)
    }

    // MARK: Journeys

    @Test("paths in the order of time", arguments: runs)
    func journeys(run: Int) throws {
        for number in 0..<Self.graphsPerRun {
            let seed = UInt64(run * Self.graphsPerRun + number)
            let objective = JourneyOptions.Objective.allCases[Int(seed % 4)]
            let isLimited = seed / 4 % 3 == 0
            let checker = ReadingChecker(seed: seed, onlyContacts: isLimited)
            var options = JourneyOptions(objective, isStrict: seed / 2 % 2 == 0, limit: 500)
            if seed % 5 == 0 { options.minimumWait = 2 * 86_400 }
            if isLimited { options.maximumWait = 3 * 86_400 }
            let network = try checker.graph.network {
                $0.kinds = [.person]
                $0.isDirected = checker.isDirected
            }
            try checkJourneys(checker, network, options, "seed \(seed) \(objective)")
        }
    }

    private func checkJourneys(
        _ checker: ReadingChecker,
        _ network: Network,
        _ options: JourneyOptions,
        _ comment: Comment
    ) throws {
        let least = max(Int(options.minimumWait / 86_400), options.isStrict ? 1 : 0)
        let most = options.maximumWait.map { Int($0 / 86_400) }
        let readings = checker.readings
        func worth(_ schedule: ReadingChecker.Schedule, _ way: [Int]) -> Int {
            switch options.objective {
            case .earliestArrival: schedule.arrival
            case .latestDeparture: -schedule.departure
            case .fastest: schedule.arrival - schedule.departure
            case .fewestHops: way.count - 1
            }
        }
        // For each way what it is worth in each reading, nil where it cannot be gone, and its best departure or arrival.
        let ways = checker.ways
        let schedules = ways.map { way in
            readings.map { checker.schedules(way, in: $0, least: least, most: most) }
        }
        let worths = zip(ways, schedules).map { way, own in own.map { $0.map { worth($0, way) }.min() } }
        let ofReading = readings.indices.map { reading in worths.compactMap { $0[reading] }.min() }
        let best = ofReading.compactMap(\.self).min()
        let isCertain = ofReading.allSatisfy { $0 != nil }
        let found = try network.journeys(from: "p0", to: "p1", options: options)
        #expect(found.isExact, comment)
        #expect(found.connected == (best == nil ? .impossible : isCertain ? .certain : .possible), comment)
        #expect(!found.isConnectedBound && !found.optimum.isBestBound, comment)
        #expect(found.journeys.isEmpty == (best == nil), comment)
        guard let best else { return }
        let worst = isCertain ? ofReading.compactMap(\.self).max() : nil
        let (low, high) = bounds(found.optimum, options.objective)
        #expect(low == best && high == worst, comment)
        var expected: [String: (certain: Bool, times: ClosedRange<Int>)] = [:]
        for (way, place) in zip(ways, ways.indices) where worths[place].compactMap(\.self).min() == best {
            let isEarly = options.objective == .earliestArrival || options.objective == .fewestHops
            let times = schedules[place].compactMap { own in
                isEarly ? own.map(\.arrival).min() : own.map(\.departure).max()
            }
            guard let first = times.min(), let last = times.max() else { continue }
            expected[way.map { "p\($0)" }.joined(separator: "-")] = (
                worths[place].allSatisfy { $0 != nil }, first...last
            )
        }
        #expect(Set(found.journeys.map { $0.path.text(in: network) }) == Set(expected.keys), comment)
        for journey in found.journeys {
            guard let own = expected[journey.path.text(in: network)] else { continue }
            #expect((journey.path.dates == .certain) == own.certain, comment)
            #expect(!journey.isDatesBound && !journey.isIntervalBound, comment)
            #expect(journey.path.hops.allSatisfy { !$0.edges.isEmpty }, comment)
            switch options.objective {
            case .earliestArrival, .fewestHops: #expect(days(journey.arrival) == own.times, comment)
            case .latestDeparture: #expect(days(journey.departure) == own.times, comment)
            case .fastest: break
            }
        }
        if most == nil, options.readingLimit > 1 {
            try checkBounds(
                checker,
                network,
                options,
                found,
                expected.mapValues(\.certain),
                best,
                worst,
                comment
            )
        }
        // A certain journey is told wherever there is one.
        let hasCertain = worths.contains { $0.allSatisfy { $0 != nil } }
        #expect(
            (found.certain != nil || found.journeys.contains { $0.path.dates == .certain }) == hasCertain,
            comment
        )
    }

    /// What is said where readings may not be gone through: it is so, though it may be less.
    private func checkBounds(
        _ checker: ReadingChecker,
        _ network: Network,
        _ options: JourneyOptions,
        _ exact: JourneyResult,
        _ certain: [String: Bool],
        _ best: Int,
        _ worst: Int?,
        _ comment: Comment
    ) throws {
        var options = options
        options.readingLimit = 0
        let found = try network.journeys(from: "p0", to: "p1", options: options)
        #expect(!found.isExact, comment)
        #expect(!found.journeys.isEmpty, comment)
        #expect(found.connected <= exact.connected, comment)
        #expect(found.isConnectedBound || found.connected == exact.connected, comment)
        let (low, high) = bounds(found.optimum, options.objective)
        if found.optimum.isBestBound {
            #expect(low ?? 0 >= best, comment)
        } else {
            #expect(low == best, comment)
        }
        if let high, let worst {
            #expect(found.optimum.isWorstBound ? high >= worst : high == worst, comment)
        }
        #expect(high == nil || worst != nil, comment)
        for journey in found.journeys where low == best {
            guard let isCertain = certain[journey.path.text(in: network)] else {
                Issue.record("\(journey.path.text(in: network)) is not one of the best, \(comment)")
                continue
            }
            if journey.path.dates == .certain { #expect(isCertain, comment) }
            if journey.path.dates == .possible, !journey.isDatesBound { #expect(!isCertain, comment) }
        }
        for journey in found.journeys {
            let same = exact.journeys.first { $0.path.vertices == journey.path.vertices }
            guard let same else { continue }
            #expect(
                contains(journey.arrival, same.arrival) && contains(journey.departure, same.departure),
                comment
            )
        }
    }

    private func contains(_ outer: Journey.Interval, _ inner: Journey.Interval) -> Bool {
        guard let low = outer.earliest, let high = outer.latest, let first = inner.earliest,
            let last = inner.latest
        else { return false }
        return low <= first && last <= high
    }

    private func bounds(_ optimum: JourneyResult.Optimum, _ objective: JourneyOptions.Objective) -> (
        Int?, Int?
    ) {
        switch objective {
        case .earliestArrival: (optimum.low.map(day), optimum.high.map(day))
        case .latestDeparture: (optimum.high.map { -day($0) }, optimum.low.map { -day($0) })
        case .fastest: (optimum.low.map { Int($0 / 86_400) }, optimum.high.map { Int($0 / 86_400) })
        case .fewestHops: (optimum.low.map { Int($0) }, optimum.high.map { Int($0) })
        }
    }

    private func day(_ instant: Int64) -> Int { CivilCalendar.date(of: instant).day }

    private func days(_ interval: Journey.Interval) -> ClosedRange<Int>? {
        guard let low = interval.earliest, let high = interval.latest else { return nil }
        return day(low)...day(high)
    }
}
