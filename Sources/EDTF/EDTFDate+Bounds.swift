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
