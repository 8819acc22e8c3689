/// The earliest and the latest begin and end that a date admits, in seconds since 1970-01-01T00:00:00Z.
///
/// *Conventions.* All four are inclusive. Begins are first seconds and ends are last seconds of what the date names,
/// mostly of days: `2018-07` begins at 2018-07-01T00:00:00 and ends at 2018-07-31T23:59:59. `beginEarliest <=
/// beginLatest`, `endEarliest <= endLatest`, `beginEarliest <= endEarliest` and `beginLatest <= endLatest`.
/// `TemporalBounds.distantPast` and `distantFuture` mean that there is no bound.
///
/// The questions answer for begins and ends that vary independently between their bounds. That is exact for one
/// interval; where a date has members with gaps between them (`XXXX-03`, sets) it is an outer bound, and the
/// methods of the same names on `EDTFDate`, which go member by member, are exact.
public struct TemporalBounds: Hashable, Sendable {
    /// The begin that stands for "no bound": `Int64.min`.
    public static let distantPast = Int64.min
    /// The end that stands for "no bound": `Int64.max`.
    public static let distantFuture = Int64.max

    /// The first second at which the begin can lie.
    public let beginEarliest: Int64
    /// The last begin, as the first second of its day.
    public let beginLatest: Int64
    /// The first end, as the last second of its day.
    public let endEarliest: Int64
    /// The last second at which the end can lie.
    public let endLatest: Int64

    /// Bounds that are put in order: each is moved up, as little as is needed to hold the conventions.
    public init(beginEarliest: Int64, beginLatest: Int64, endEarliest: Int64, endLatest: Int64) {
        self.beginEarliest = beginEarliest
        self.beginLatest = max(beginLatest, beginEarliest)
        self.endEarliest = max(endEarliest, beginEarliest)
        self.endLatest = max(endLatest, self.endEarliest, self.beginLatest)
    }

    /// The bounds of what begins and ends exactly so.
    public init(_ period: ClosedRange<Int64>) {
        self.init(
            beginEarliest: period.lowerBound,
            beginLatest: period.lowerBound,
            endEarliest: period.upperBound,
            endLatest: period.upperBound
        )
    }

    /// The first second at which the begin can lie, or nil where there is no bound.
    public var earliestBegin: Int64? { Self.finite(beginEarliest) }
    /// The last begin, or nil where there is no bound.
    public var latestBegin: Int64? { Self.finite(beginLatest) }
    /// The first end, or nil where there is no bound.
    public var earliestEnd: Int64? { Self.finite(endEarliest) }
    /// The last second at which the end can lie, or nil where there is no bound.
    public var latestEnd: Int64? { Self.finite(endLatest) }

    /// From the earliest begin to the latest end: outside it the date holds in no reading.
    public var extent: ClosedRange<Int64> { beginEarliest...endLatest }

    /// What the date covers in every reading, or nil where there is no such time.
    public var core: ClosedRange<Int64>? { beginLatest <= endEarliest ? beginLatest...endEarliest : nil }

    /// Whether begin and end are known exactly.
    public var isExact: Bool { beginEarliest == beginLatest && endEarliest == endLatest }

    /// Whether a spell holds on a day, or on one unknown day of a longer period.
    ///
    /// Certain if it holds on every second of the period in every reading, possible if on some in some reading.
    public func holds(on period: ClosedRange<Int64>) -> Certainty {
        Certainty(
            inAll: beginLatest <= period.lowerBound && period.upperBound <= endEarliest,
            inSome: beginEarliest <= period.upperBound && period.lowerBound <= endLatest
        )
    }

    /// Whether a contact has happened by the end of an instant.
    public func hasHappened(by instant: Int64) -> Certainty {
        Certainty(inAll: endLatest <= instant, inSome: beginEarliest <= instant)
    }

    /// Whether a contact has happened by a day, or by one unknown day of a longer period.
    ///
    /// Certain if by the end of the period's first day, possible if by the end of its last.
    public func hasHappened(by period: ClosedRange<Int64>) -> Certainty {
        Certainty(
            inAll: endLatest
                <= min(CivilCalendar.dayRange(of: period.lowerBound).upperBound, period.upperBound),
            inSome: beginEarliest <= period.upperBound
        )
    }

    /// Whether the date and a period have a second in common.
    public func overlaps(_ period: ClosedRange<Int64>) -> Certainty {
        Certainty(
            inAll: beginLatest <= period.upperBound && period.lowerBound <= endEarliest,
            inSome: beginEarliest <= period.upperBound && period.lowerBound <= endLatest
        )
    }

    /// Whether the whole date lies in a period.
    public func lies(within period: ClosedRange<Int64>) -> Certainty {
        Certainty(
            inAll: period.lowerBound <= beginEarliest && endLatest <= period.upperBound,
            inSome: period.lowerBound <= beginLatest && endEarliest <= period.upperBound
        )
    }

    /// The bounds of "one of these two": each bound as far out as either has it.
    public func either(_ other: TemporalBounds) -> TemporalBounds {
        TemporalBounds(
            beginEarliest: min(beginEarliest, other.beginEarliest),
            beginLatest: max(beginLatest, other.beginLatest),
            endEarliest: min(endEarliest, other.endEarliest),
            endLatest: max(endLatest, other.endLatest)
        )
    }

    /// The bounds of what reaches from the first begin to the last end of these two.
    public func joined(with other: TemporalBounds) -> TemporalBounds {
        TemporalBounds(
            beginEarliest: min(beginEarliest, other.beginEarliest),
            beginLatest: min(beginLatest, other.beginLatest),
            endEarliest: max(endEarliest, other.endEarliest),
            endLatest: max(endLatest, other.endLatest)
        )
    }

    private static func finite(_ instant: Int64) -> Int64? {
        instant == distantPast || instant == distantFuture ? nil : instant
    }
}
