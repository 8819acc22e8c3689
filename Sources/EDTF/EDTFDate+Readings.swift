extension EDTFDate {
    /// What kind of thing a date is the date of.
    public enum Reading: String, Hashable, Sendable, CaseIterable {
        /// Something that held throughout: `2018-07` began on the 1st and ended on the 31st.
        case spell
        /// Something that happened once: `2018-07` is one unknown day of that month.
        case contact
    }

    /// How dates are read.
    public struct Conventions: Hashable, Sendable {
        /// Whether a value marked `~` or `%` may move one unit either way; true unless said otherwise.
        ///
        /// The unit is that of the finest part marked: a day for `2004-06-11~`, a month for `2004-06~-11`, a
        /// year for `2004~-06-11`. The value moves as a whole: `1984~` is 1983, 1984 or 1985.
        public var slack: Bool
        /// The instant until which `/..` certainly lasted: when it was published. Nil: without end.
        public var openUntil: Int64?
        /// The hemisphere of the seasons 21 to 24.
        ///
        /// Dates are read as if it were the northern one. An interval or range of seasons that is in order there and
        /// not in the south (`2012-21/2012-23`) has no reading in the south: it is certain of nothing.
        public var hemisphere: Hemisphere

        /// Conventions that differ from the usual ones where it is said.
        public init(slack: Bool = true, openUntil: Int64? = nil, hemisphere: Hemisphere = .northern) {
            self.slack = slack
            self.openUntil = openUntil
            self.hemisphere = hemisphere
        }

        /// Slack, no publishing date, northern seasons.
        public static let standard = Conventions()
    }
}

/// The readings of one value, interval, or member of a set.
enum Readings: Hashable, Sendable {
    /// Begin and end are those of one member: a value read as a spell, or as an unknown day.
    case oneOf(UnitFamily)
    /// Begin and end are chosen apart, the end not before the begin: an interval.
    case between(begin: UnitFamily, end: UnitFamily)
    /// A contact in each member: a range in a set of which all members are meant.
    case inEach(UnitFamily)
}

/// The readings of a member and whether it is marked as uncertain.
struct Alternative: Hashable, Sendable {
    let readings: Readings
    let isUncertain: Bool
}

extension EDTFDate {
    /// The members that the date is made of, each with its readings; `..` sets have infinitely many readings.
    func alternatives(_ reading: Reading, _ conventions: Conventions) -> [Alternative] {
        switch structure {
        case .single(let value):
            return [Self.alternative(.value(value), inAll: false, reading, conventions)]
        case .interval(let start, let end):
            let readings = Readings.between(
                begin: Self.days(startingAt: start, conventions),
                end: Self.days(endingAt: end, conventions)
            )
            return [Alternative(readings: readings, isUncertain: isUncertain)]
        case .oneOf(let elements):
            return elements.map { Self.alternative($0, inAll: false, reading, conventions) }
        case .allOf(let elements):
            return elements.map { Self.alternative($0, inAll: true, reading, conventions) }
        }
    }

    private static func alternative(
        _ element: Element,
        inAll: Bool,
        _ reading: Reading,
        _ conventions: Conventions
    ) -> Alternative {
        let isUncertain = element.values.contains { $0.qualifiers.contains(.uncertain) }
        let family = units(of: element, conventions)
        let readings: Readings
        if case .value = element {
            readings = .oneOf(reading == .contact ? family.moments : family)
        } else if !inAll {
            readings = .oneOf(reading == .contact ? family.moments : family)
        } else if reading == .contact {
            readings = .inEach(family)
        } else {
            // A spell that holds in each of a range of units without gaps holds from the first to the last.
            let days = family.moments
            readings = .between(begin: days.onlyFirst, end: days.onlyLast)
        }
        return Alternative(readings: readings, isUncertain: isUncertain)
    }

    private static func units(of element: Element, _ conventions: Conventions) -> UnitFamily {
        func units(_ value: Value) -> UnitFamily {
            value.units(slack: conventions.slack, hemisphere: conventions.hemisphere)
        }
        switch element {
        case .value(let value):
            return units(value)
        case .onOrAfter(let value):
            let family = units(value)
            return UnitFamily(family.unit, .range((family.first ?? 0)...family.unit.limits.upperBound))
        case .onOrBefore(let value):
            let family = units(value)
            return UnitFamily(family.unit, .range(family.unit.limits.lowerBound...(family.last ?? 0)))
        case .range(let from, let through):
            let (from, through) = (units(from), units(through))
            let unit = from.unit.common(with: through.unit)
            let first = unit.index(containing: from.firstBegin)
            return UnitFamily(unit, .range(first...max(first, unit.index(containing: through.lastEnd))))
        }
    }

    private static func days(startingAt start: End, _ conventions: Conventions) -> UnitFamily {
        switch start {
        case .date(let value):
            value.units(slack: conventions.slack, hemisphere: conventions.hemisphere).moments
        case .open: UnitFamily(.day, .range(Horizon.before))
        case .unknown: UnitFamily(.day, .range(Horizon.all))
        }
    }

    private static func days(endingAt end: End, _ conventions: Conventions) -> UnitFamily {
        switch end {
        case .date(let value):
            return value.units(slack: conventions.slack, hemisphere: conventions.hemisphere).moments
        case .open:
            guard let published = conventions.openUntil else {
                return UnitFamily(.day, .range(Horizon.after))
            }
            let day = min(CivilCalendar.dayNumber(of: published), Horizon.all.upperBound)
            return UnitFamily(.day, .range(max(day, Horizon.all.lowerBound)...Horizon.all.upperBound))
        case .unknown: return UnitFamily(.day, .range(Horizon.all))
        }
    }
}

/// The days that stand for "without bound": beyond all that can be written, so that they compare as they should.
///
/// Two open ends are two unknown days out there: neither is known to be the later one.
enum Horizon {
    static let all = CalendarUnit.day.limits
    static let before =
        all.lowerBound...CivilCalendar.dayNumber(of: CivilCalendar.day(-280_000_000_000, 1, 1))
    static let after = CivilCalendar.dayNumber(of: CivilCalendar.day(280_000_000_000, 1, 1))...all.upperBound

    private static let beginOfFuture = CalendarUnit.day.begin(of: after.lowerBound)
    private static let endOfPast = CalendarUnit.day.end(of: before.upperBound)

    /// An instant, or the constant that stands for "no bound" where it lies beyond all dates.
    static func bounded(_ instant: Int64) -> Int64 {
        instant <= endOfPast
            ? TemporalBounds.distantPast : instant >= beginOfFuture ? TemporalBounds.distantFuture : instant
    }

    /// A period whose ends are without bound where they lie beyond all dates.
    static func bounded(_ period: ClosedRange<Int64>) -> ClosedRange<Int64> {
        bounded(period.lowerBound)...bounded(period.upperBound)
    }
}

extension UnitFamily {
    fileprivate var onlyFirst: UnitFamily { first.map { UnitFamily(unit, .range($0...$0)) } ?? self }
    fileprivate var onlyLast: UnitFamily { last.map { UnitFamily(unit, .range($0...$0)) } ?? self }
}
