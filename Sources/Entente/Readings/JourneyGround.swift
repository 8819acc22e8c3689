internal import EDTF

/// What journeys between two ends go over: the pairs that are tied, and over which claims at which dates.
///
/// It leaves out vertices that no path may pass, and venues: that two were at a place at different times joins them
/// not at all.
struct JourneyGround {
    /// One claim over which a leg can be gone, at one of its dates.
    struct Entry: Sendable {
        /// The place of an edge in the network.
        var edge: Int
        /// The date, by its place; entries of one happening have the same.
        var date: Int
        /// Whether it is there in every reading, apart from its date and alternatives.
        var isFirm: Bool
        /// The group of alternatives that its claim is of, and the claim.
        var alternative: (group: Int, claim: Int)?
    }

    /// A pair of vertices that are tied, from one to the other.
    struct Leg: Sendable {
        var from: Int
        var to: Int
        var entries: [Entry]
    }

    let network: Network
    let unit: JourneyUnit
    let ends: (from: Int, to: Int)
    /// The times within which a journey lies.
    let window: ClosedRange<Int64>
    /// The least and the most units between two hops.
    let wait: (least: Int64, most: Int64?)
    private(set) var legs: [Leg] = []
    private(set) var dates: [JourneyDate] = []
    /// Whether each date's choices are all that it admits and no more.
    private(set) var isExact = true
    /// The legs from each vertex.
    private(set) var outgoing: [[Int]] = []
    /// The legs to each vertex.
    private(set) var incoming: [[Int]] = []

    /// The places of dates, by happening and by claim.
    private var dateOfEvent: [String: Int] = [:]
    private var datesOfClaim: [Int: [(date: Int, isFirm: Bool)]] = [:]

    init(_ network: Network, from: Int, to: Int, options: JourneyOptions) throws(AnalysisError) {
        self.network = network
        ends = (from, to)
        unit = Self.unit(of: network)
        wait = try Self.wait(options, unit)
        window = try Self.window(network, options, unit)
        outgoing = Array(repeating: [], count: network.vertices.count)
        incoming = outgoing
        let passable = network.vertices.indices.map { vertex in
            vertex == from || vertex == to
                || network.entity(vertex).kind != .venue
                    && network.view.allowsTransit(through: network.entity(vertex))
        }
        var spells = 0
        for tie in network.ties where passable[tie.a] && passable[tie.b] {
            let entries = tie.edges.flatMap { self.entries(of: $0) }
            spells += entries.count { !dates[$0.date].isContact }
            guard !entries.isEmpty else { continue }
            add(Leg(from: tie.a, to: tie.b, entries: entries))
            if !network.view.isDirected { add(Leg(from: tie.b, to: tie.a, entries: entries)) }
        }
        if wait.most != nil, spells > 0 {
            throw AnalysisError(
                .invalidParameter,
                "a longest wait can be asked of contacts only, and \(spells) of the ties counted are spells; "
                    + "narrow the view to contacts, by relation or family"
            )
        }
    }

    private mutating func add(_ leg: Leg) {
        outgoing[leg.from].append(legs.count)
        incoming[leg.to].append(legs.count)
        legs.append(leg)
    }

    // MARK: Units and limits

    private static func unit(of network: Network) -> JourneyUnit {
        var hasSeconds = false
        for claim in network.counted.map({ network.graph.claims[$0] }) where !claim.time.isUndated {
            guard network.graph.relation(of: claim).time == .contact else { continue }
            let isSecond = claim.time.dates.allSatisfy { $0.values.allSatisfy { $0.precision == .second } }
            if !isSecond { return .day }
            hasSeconds = true
        }
        return hasSeconds ? .second : .day
    }

    private static func wait(_ options: JourneyOptions, _ unit: JourneyUnit) throws(AnalysisError)
        -> (least: Int64, most: Int64?)
    {
        func units(_ seconds: Int64, _ name: String) throws(AnalysisError) -> Int64 {
            guard seconds >= 0, seconds <= 1 << 44 else {
                throw AnalysisError(
                    .invalidParameter,
                    "a \(name) wait of \(seconds) seconds is not one from 0 up"
                )
            }
            guard let count = unit.length(seconds) else {
                throw AnalysisError(
                    .invalidParameter,
                    "a \(name) wait of \(JourneyOptions.Duration.text(seconds)) is not a whole number of days, and "
                        + "the contacts counted are dated to the day"
                )
            }
            return count
        }
        let least = max(try units(options.minimumWait, "least"), options.isStrict ? 1 : 0)
        guard let seconds = options.maximumWait else { return (least, nil) }
        let most = try units(seconds, "longest")
        guard most >= least else {
            throw AnalysisError(
                .invalidParameter,
                "no wait is at least \(least) and at most \(most) \(unit == .day ? "days" : "seconds")"
            )
        }
        return (least, most)
    }

    /// The period of the view, between the first departure and the last arrival that are allowed.
    private static func window(_ network: Network, _ options: JourneyOptions, _ unit: JourneyUnit)
        throws(AnalysisError) -> ClosedRange<Int64>
    {
        let conventions = network.graph.conventions(for: network.view)
        var (first, last) = (JourneyUnit.past, JourneyUnit.future)
        switch network.period {
        case .all: break
        case .asOf(let days):
            guard days == CivilCalendar.dayRange(of: days.lowerBound) else {
                throw AnalysisError(
                    .invalidParameter,
                    "a journey is told as of one day; --as-of has to name one, or --during a period"
                )
            }
            last = unit.number(of: days.upperBound)
        case .during(let days), .within(let days):
            (first, last) = (unit.number(of: days.lowerBound), unit.number(of: days.upperBound))
        }
        if let date = options.departAfter {
            first = max(first, unit.number(of: date.bounds(as: .contact, conventions).beginEarliest))
        }
        if let date = options.arriveBy {
            last = min(last, unit.number(of: date.bounds(as: .contact, conventions).endLatest))
        }
        guard first <= last else {
            throw AnalysisError(
                .invalidParameter,
                "no journey departs on \(unit.instant(first).map(CivilCalendar.isoDay) ?? "any day") at the earliest and "
                    + "arrives by \(unit.instant(last).map(CivilCalendar.isoDay) ?? "any day")"
            )
        }
        return first...last
    }

    // MARK: Dates

    private mutating func entries(of edge: Int) -> [Entry] {
        let own = network.edges[edge]
        let alternative = network.alternatives.groupOfClaim[own.claim].map { (group: $0, claim: own.claim) }
        return dates(of: own.claim).map { found in
            Entry(
                edge: edge,
                date: found.date,
                isFirm: found.isFirm && own.standing == .certain,
                alternative: alternative
            )
        }
    }

    /// The dates of a claim: several where it holds in each of several, none where none lies within the period.
    private mutating func dates(of place: Int) -> [(date: Int, isFirm: Bool)] {
        if let known = datesOfClaim[place] { return known }
        var found: [(date: Int, isFirm: Bool)] = []
        let claim = network.graph.claims[place]
        let isContact = network.graph.relation(of: claim).time == .contact
        let event = network.isDatedWithOthers(place) ? claim.event : nil
        let choices = choices(of: claim, place, isContact: isContact)
        isExact = isExact && choices.isExact
        for all in choices.times {
            let isFirm = !all.contains(where: \.isUncertain)
            var date = JourneyDate(
                isContact: isContact,
                options: all.map(option)
            )
            let isWhole = narrow(&date)
            guard !date.options.isEmpty else { continue }
            if let event, let known = dateOfEvent[event] {
                found.append((known, isFirm && isWhole))
                continue
            }
            dates.append(date)
            if let event { dateOfEvent[event] = dates.count - 1 }
            found.append((dates.count - 1, isFirm && isWhole))
        }
        datesOfClaim[place] = found
        return found
    }

    private func option(_ choice: DateChoice) -> JourneyDate.Option {
        func range(_ range: ClosedRange<Int64>) -> ClosedRange<Int64> {
            unit.number(of: range.lowerBound)...unit.number(of: range.upperBound)
        }
        // Where seconds count, one unknown day is one unknown second of it.
        let isDayOfSeconds = unit == .second && choice.isOneUnit
        let begin = isDayOfSeconds ? choice.begin.lowerBound...choice.end.upperBound : choice.begin
        let end = isDayOfSeconds ? begin : choice.end
        return JourneyDate.Option(begin: range(begin), end: range(end), isOneUnit: choice.isOneUnit)
    }

    /// What a claim's date can be. A plan to meet is dated by the meeting, not by how long the plan stands.
    private func choices(of claim: Claim, _ place: Int, isContact: Bool) -> DateChoices {
        let conventions = network.graph.conventions(for: network.view)
        if isContact, claim.status.isPlanned || claim.time.isObserved, let date = claim.time.dates.first {
            return date.choices(as: .contact, conventions)
        }
        return network.timing(of: place)?.choices() ?? DateChoices()
    }

    /// Takes from a date what does not count in the view's period; whether nothing had to be.
    private func narrow(_ date: inout JourneyDate) -> Bool {
        let before = date.options
        switch network.period {
        case .all, .during: return true
        case .asOf(let days):
            guard !date.isContact else { return true }
            let day = unit.number(of: days.upperBound)
            date.options = before.compactMap { $0.beginning(by: day).flatMap { $0.ending(from: day) } }
        case .within(let days):
            guard !date.isContact else { return true }
            let (first, last) = (unit.number(of: days.lowerBound), unit.number(of: days.upperBound))
            date.options = before.compactMap { $0.beginning(from: first).flatMap { $0.ending(by: last) } }
        }
        return date.options == before
    }
}

extension JourneyDate.Option {
    fileprivate func beginning(by day: Int64) -> Self? {
        guard begin.lowerBound <= day else { return nil }
        return Self(begin: begin.lowerBound...min(begin.upperBound, day), end: end, isOneUnit: isOneUnit)
    }

    fileprivate func beginning(from day: Int64) -> Self? {
        guard begin.upperBound >= day else { return nil }
        return Self(begin: max(begin.lowerBound, day)...begin.upperBound, end: end, isOneUnit: isOneUnit)
    }

    fileprivate func ending(from day: Int64) -> Self? {
        guard end.upperBound >= day else { return nil }
        return Self(begin: begin, end: max(end.lowerBound, day)...end.upperBound, isOneUnit: isOneUnit)
    }

    fileprivate func ending(by day: Int64) -> Self? {
        guard end.lowerBound <= day else { return nil }
        return Self(begin: begin, end: end.lowerBound...min(end.upperBound, day), isOneUnit: isOneUnit)
    }
}

extension ClaimTime {
    fileprivate var isObserved: Bool { if case .observed = self { true } else { false } }
}
