extension EDTFDate {
    /// The four bounds of the date.
    ///
    /// A value read as a spell begins and ends with its unit; read as a contact it is one unknown day of it, so that
    /// begin and end both reach over the whole. An interval begins on some day of its first value and ends on
    /// some day of its second, not before it began, in both readings. The bounds of `[…]` reach as far out as any
    /// member's; those of `{…}` from the first member's begin to the last one's end.
    ///
    /// - Parameters:
    ///   - reading: Spell or contact.
    ///   - conventions: Slack, publishing date, hemisphere.
    /// - Returns: The bounds; `/..` has no bound for either end unless `openUntil` is given, `a/` is certain on
    ///   its first day only.
    public func bounds(as reading: Reading, _ conventions: Conventions = .standard) -> TemporalBounds {
        let bounds = alternatives(reading, conventions).map(\.readings.bounds)
        guard let first = bounds.first else { return TemporalBounds(.min ... .max) }
        if case .allOf = structure { return bounds.dropFirst().reduce(first) { $0.joined(with: $1) } }
        return bounds.dropFirst().reduce(first) { $0.either($1) }
    }

    /// The four bounds of the date, with or without slack for `~` and `%`.
    public func bounds(as reading: Reading, slack: Bool) -> TemporalBounds {
        bounds(as: reading, Conventions(slack: slack))
    }
}

extension Readings {
    var bounds: TemporalBounds {
        let exact =
            switch self {
            case .oneOf(let family):
                (family.firstBegin, family.lastBegin, family.firstEnd, family.lastEnd)
            case .between(let begin, let end):
                // An end before the earliest begin cannot be meant, nor a begin after the latest end.
                (
                    begin.firstBegin,
                    begin.last(beginningAtOrBefore: end.lastEnd).map(begin.unit.begin) ?? begin.firstBegin,
                    end.first(endingAtOrAfter: begin.firstBegin).map(end.unit.end) ?? end.lastEnd,
                    end.lastEnd
                )
            case .inEach(let family):
                (family.firstBegin, family.lastMomentOfFirst, family.firstMomentOfLast, family.lastEnd)
            }
        return TemporalBounds(
            beginEarliest: Horizon.bounded(exact.0),
            beginLatest: Horizon.bounded(exact.1),
            endEarliest: Horizon.bounded(exact.2),
            endLatest: Horizon.bounded(exact.3)
        )
    }
}

extension UnitFamily {
    /// The begin of the last day of the first member.
    var lastMomentOfFirst: Int64 {
        unit == .second ? firstEnd : CivilCalendar.dayRange(of: firstEnd).lowerBound
    }

    /// The end of the first day of the last member.
    var firstMomentOfLast: Int64 {
        unit == .second ? lastBegin : CivilCalendar.dayRange(of: lastBegin).upperBound
    }
}

extension EDTFDate {
    /// The first member that ends at or after an instant, as bounds, or nil where there is none.
    ///
    /// A member is what a comparison goes through one by one: a year of `193X`, a month of `XXXX-03`, a date of a
    /// set, read as said; an interval is one member. Members are found by search and never listed, so that
    /// `XXXX-03` and `[..1984]` cost no more than others.
    public func nextMember(
        endingAtOrAfter instant: Int64,
        as reading: Reading = .spell,
        _ conventions: Conventions = .standard
    ) -> TemporalBounds? {
        alternatives(reading, conventions).compactMap { $0.readings.nextMember(endingAtOrAfter: instant) }
            .min { ($0.beginEarliest, $0.endEarliest) < ($1.beginEarliest, $1.endEarliest) }
    }

    /// The last member that begins at or before an instant, as bounds, or nil where there is none.
    public func previousMember(
        beginningAtOrBefore instant: Int64,
        as reading: Reading = .spell,
        _ conventions: Conventions = .standard
    ) -> TemporalBounds? {
        alternatives(reading, conventions)
            .compactMap { $0.readings.previousMember(beginningAtOrBefore: instant) }
            .max { ($0.endLatest, $0.beginLatest) < ($1.endLatest, $1.beginLatest) }
    }

    /// The members that overlap a period, made one at a time.
    ///
    /// Members of a set are taken in the order in which they are written, each with its own members in order of time.
    public func members(
        overlapping period: ClosedRange<Int64>,
        as reading: Reading = .spell,
        _ conventions: Conventions = .standard
    ) -> Members {
        Members(alternatives(reading, conventions).map(\.readings), period)
    }

    /// The members of a date that overlap a period: a sequence that finds each when it is asked for.
    public struct Members: Sequence, IteratorProtocol, Sendable {
        private var alternatives: ArraySlice<Readings>
        private let period: ClosedRange<Int64>
        /// Where to look on in the first alternative; nil when it is done.
        private var position: Int64?

        init(_ alternatives: [Readings], _ period: ClosedRange<Int64>) {
            self.alternatives = alternatives[...]
            self.period = period
            position = period.lowerBound
        }

        /// The next member, or nil after the last.
        public mutating func next() -> TemporalBounds? {
            while let alternative = alternatives.first {
                if let position, let member = alternative.nextMember(endingAtOrAfter: position),
                    member.beginEarliest <= period.upperBound
                {
                    self.position = member.endLatest < .max ? member.endLatest + 1 : nil
                    return member
                }
                alternatives.removeFirst()
                position = period.lowerBound
            }
            return nil
        }
    }
}

extension Readings {
    fileprivate func nextMember(endingAtOrAfter instant: Int64) -> TemporalBounds? {
        switch self {
        case .oneOf(let family), .inEach(let family):
            return family.first(endingAtOrAfter: instant).map(family.bounds)
        case .between:
            let bounds = self.bounds
            return bounds.endLatest >= instant ? bounds : nil
        }
    }

    fileprivate func previousMember(beginningAtOrBefore instant: Int64) -> TemporalBounds? {
        switch self {
        case .oneOf(let family), .inEach(let family):
            return family.last(beginningAtOrBefore: instant).map(family.bounds)
        case .between:
            let bounds = self.bounds
            return bounds.beginEarliest <= instant ? bounds : nil
        }
    }
}

extension UnitFamily {
    fileprivate func bounds(of member: Int64) -> TemporalBounds {
        TemporalBounds(
            Horizon.bounded(unit.begin(of: member))...Horizon.bounded(unit.end(of: member))
        )
    }
}
