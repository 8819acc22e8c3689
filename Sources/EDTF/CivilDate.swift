/// A day of the proleptic Gregorian calendar, with astronomical years: year 0 exists and is 1 BCE.
public struct CivilDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The astronomical year.
    public let year: Int64
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day of that name, or nil where the calendar has none.
    public init?(_ year: Int64, _ month: Int, _ day: Int) {
        guard CivilCalendar.years.contains(year), 1...12 ~= month,
            day >= 1, day <= CivilCalendar.days(inMonth: month, of: year)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    init(uncheckedYear year: Int64, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day that contains an instant.
    public init(of instant: Int64) { self = CivilCalendar.date(of: instant) }

    /// The first second of the day.
    public var start: Int64 { CivilCalendar.day(year, month, day) }

    /// The last second of the day.
    public var end: Int64 { start.addingSaturated(CivilCalendar.secondsPerDay - 1) }

    /// The day in ISO 8601, as `CivilCalendar.isoDay` gives it.
    public var description: String {
        "\(CivilCalendar.isoYear(year))-\(CivilCalendar.padded(Int64(month), 2))-\(CivilCalendar.padded(Int64(day), 2))"
    }

    /// The order of time.
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// The hemisphere whose seasons the codes 21 to 24 name.
public enum Hemisphere: String, Hashable, Sendable, CaseIterable {
    /// Spring is March to May.
    case northern
    /// Spring is September to November.
    case southern
}

extension Int64 {
    /// The sum, or the nearest value that an `Int64` can hold.
    func addingSaturated(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }

    /// The product, or the nearest value that an `Int64` can hold.
    func multipliedSaturated(by other: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
    }

    /// The quotient rounded towards minus infinity; `divisor` is positive.
    func flooredQuotient(_ divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// The remainder of `flooredQuotient`, from 0 to `divisor - 1`; `divisor` is positive.
    func flooredRemainder(_ divisor: Int64) -> Int64 {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
