// Questions about a date and a period, answered member by member.
//
// Certain: so in every reading; possible: in some. Of `[…]` and of unspecified digits one member is meant, so all must
// agree for a certain answer and one is enough for a possible one. Of `{…}` every member is meant: to overlap a
// period or to have happened one member is enough, to lie within a period all must. A value marked `?` or `%`
// gives possible answers only: where it would be certain, the answer is possible; impossible stays impossible.

extension EDTFDate {
    /// Whether the date holds on a day, or on one unknown day of a longer period.
    ///
    /// - Parameters:
    ///   - period: The first to the last second.
    ///   - reading: Spell or contact.
    ///   - conventions: Slack, publishing date, hemisphere.
    /// - Returns: Certain if it holds on every second of the period in every reading, possible if on some second in
    ///   some reading.
    public func holds(
        on period: ClosedRange<Int64>,
        as reading: Reading = .spell,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        let period = Horizon.bounded(period)
        let answer = combined(reading, conventions, all: false) { $0.holds(on: period) }
        guard case .allOf = structure, reading == .spell, answer == .possible else { return answer }
        // Each member may cover a part of the period only, and all of them together the whole.
        let cores = alternatives(reading, conventions).filter { !$0.isUncertain }
            .compactMap(\.readings.bounds.core).sorted { $0.lowerBound < $1.lowerBound }
        var next = period.lowerBound
        for core in cores where core.lowerBound <= next && core.upperBound >= next {
            if core.upperBound >= period.upperBound { return .certain }
            next = core.upperBound + 1
        }
        return .possible
    }

    /// Whether what the date is the date of has happened by a day, or by one unknown day of a longer period.
    ///
    /// - Returns: Certain if it has ended by the end of the period's first day in every reading, possible if it has
    ///   begun by the end of the period in some.
    public func hasHappened(
        by period: ClosedRange<Int64>,
        as reading: Reading = .contact,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        combined(reading, conventions, all: false) { $0.hasHappened(by: Horizon.bounded(period)) }
    }

    /// Whether the date and a period have a time in common.
    public func overlaps(
        _ period: ClosedRange<Int64>,
        as reading: Reading = .spell,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        combined(reading, conventions, all: false) { $0.overlaps(Horizon.bounded(period)) }
    }

    /// Whether the whole date lies in a period.
    public func lies(
        within period: ClosedRange<Int64>,
        as reading: Reading = .spell,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        combined(reading, conventions, all: true) { $0.lies(within: Horizon.bounded(period)) }
    }

    /// One answer from those of the members; `all` says whether a `{…}` set needs all of them or one.
    private func combined(
        _ reading: Reading,
        _ conventions: Conventions,
        all: Bool,
        _ question: (Readings) -> Certainty
    ) -> Certainty {
        let answers = alternatives(reading, conventions).map {
            question($0.readings).capped(if: $0.isUncertain)
        }
        if case .allOf = structure {
            return (all ? answers.min() : answers.max()) ?? .impossible
        }
        return Certainty(
            inAll: answers.allSatisfy { $0 == .certain },
            inSome: answers.contains { $0 != .impossible }
        )
    }
}

extension Readings {
    func holds(on period: ClosedRange<Int64>) -> Certainty {
        let bounds = self.bounds
        if case .inEach = self { return overlaps(period).capped(if: true) }
        let all = bounds.beginLatest <= period.lowerBound && period.upperBound <= bounds.endEarliest
        return Certainty(inAll: all, inSome: overlaps(period) != .impossible)
    }

    func hasHappened(by period: ClosedRange<Int64>) -> Certainty {
        // Of a contact in each member the first is enough.
        if case .inEach(let family) = self {
            return TemporalBounds(family.firstBegin...family.firstEnd).hasHappened(by: period)
        }
        return bounds.hasHappened(by: period)
    }

    func overlaps(_ period: ClosedRange<Int64>) -> Certainty {
        switch self {
        case .oneOf(let family):
            Certainty(
                inAll: bounds.overlaps(period) == .certain,
                inSome: family.hasMember(overlapping: period)
            )
        case .between:
            bounds.overlaps(period)
        case .inEach(let family):
            Certainty(inAll: family.hasMember(within: period), inSome: family.hasMember(overlapping: period))
        }
    }

    func lies(within period: ClosedRange<Int64>) -> Certainty {
        let (first, last) = (period.lowerBound, period.upperBound)
        let inAll = bounds.lies(within: period) == .certain
        switch self {
        case .oneOf(let family):
            return Certainty(inAll: inAll, inSome: family.hasMember(within: period))
        case .between(let begin, let end):
            guard let earliest = begin.first(beginningAtOrAfter: first),
                let latest = end.last(endingAtOrBefore: last)
            else { return .impossible }
            return Certainty(inAll: inAll, inSome: begin.unit.begin(of: earliest) <= end.unit.end(of: latest))
        case .inEach(let family):
            return Certainty(
                inAll: inAll,
                inSome: first <= family.lastMomentOfFirst && family.firstMomentOfLast <= last
            )
        }
    }
}

extension UnitFamily {
    func hasMember(overlapping period: ClosedRange<Int64>) -> Bool {
        guard let member = first(endingAtOrAfter: period.lowerBound) else { return false }
        return unit.begin(of: member) <= period.upperBound
    }

    func hasMember(within period: ClosedRange<Int64>) -> Bool {
        guard let member = first(beginningAtOrAfter: period.lowerBound) else { return false }
        return unit.end(of: member) <= period.upperBound
    }
}
