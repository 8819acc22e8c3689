/// Arithmetic on days, months and years of the proleptic Gregorian calendar.
///
/// *Conventions.* An instant is a count of seconds since 1970-01-01T00:00:00Z, leap seconds not counted. A range is
/// closed: from the first to the last second. Nothing here traps: years beyond `years` are clamped to it, months
/// beyond 1...12 carry into the year, and results saturate at the ends of `Int64`.
///
/// Reference: H. Hinnant, *chrono-Compatible Low-Level Date Algorithms* (`days_from_civil`, `civil_from_days`),
/// https://howardhinnant.github.io/date_algorithms.html; its derivation counts years from 1 March, so that the leap
/// day is a year's last.
public enum CivilCalendar {
    /// The seconds of a day.
    public static let secondsPerDay: Int64 = 86_400

    /// The years whose instants an `Int64` can hold, with room to spare.
    public static let years: ClosedRange<Int64> = -290_000_000_000...290_000_000_000

    /// The day that contains an instant. Total: every `Int64` has one.
    public static func date(of instant: Int64) -> CivilDate {
        civil(fromDays: dayNumber(of: instant))
    }

    /// The first second of a day.
    ///
    /// A day beyond the end of its month carries into the next, so that `day(2023, 2, 29)` is 1 March.
    public static func day(_ year: Int64, _ month: Int, _ day: Int) -> Int64 {
        let days = dayNumber(ofMonth: monthNumber(year, month)).addingSaturated(Int64(day)).addingSaturated(
            -1
        )
        return days.multipliedSaturated(by: secondsPerDay)
    }

    /// Whether a year has a 29 February.
    public static func isLeap(_ year: Int64) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// The number of days of a month; `month` is clamped to 1...12.
    public static func days(inMonth month: Int, of year: Int64) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: isLeap(year) ? 29 : 28
        default: 31
        }
    }

    /// The day that contains an instant, in ISO 8601: `2018-07-16`, `-0004-01-01`, `Y12345-06-07`.
    ///
    /// A year of more than four digits carries the letter `Y` of ISO 8601-2, so that it is not mistaken.
    public static func isoDay(_ instant: Int64) -> String { date(of: instant).description }

    /// An instant in ISO 8601: its day, and its time where that is not the day's first second.
    public static func isoInstant(_ instant: Int64) -> String {
        let second = instant.flooredRemainder(secondsPerDay)
        if second == 0 { return isoDay(instant) }
        let parts = [second / 3600, second / 60 % 60, second % 60].map { padded($0, 2) }
        return isoDay(instant) + "T" + parts.joined(separator: ":") + "Z"
    }

    /// A year in ISO 8601: four digits, `-` before a negative one, `Y` before more than four digits.
    public static func isoYear(_ year: Int64) -> String {
        let magnitude = year.magnitude
        let sign = year < 0 ? "-" : ""
        return magnitude > 9999 ? "Y\(sign)\(magnitude)" : sign + padded(Int64(magnitude), 4)
    }

    /// The first to the last second of the day that contains an instant.
    public static func dayRange(of instant: Int64) -> ClosedRange<Int64> {
        CalendarStep.day.range(containing: instant)
    }

    /// The first to the last second of a month.
    public static func range(year: Int64, month: Int) -> ClosedRange<Int64> {
        CalendarStep.month.range(containing: day(year, month, 1))
    }

    /// The first to the last second of a year.
    public static func range(year: Int64) -> ClosedRange<Int64> {
        CalendarStep.year.range(containing: day(year, 1, 1))
    }

    /// The first to the last second of a season, or nil where the code is none of 21 to 41.
    ///
    /// Seasons are meteorological: 21 is March to May, 24 December to February of the next year. In the south 21 is
    /// September to November, 22 December to February of the next year, 23 March to May, 24 June to August. Codes 25
    /// to 32 name the hemisphere themselves; 33 to 36 are quarters, 37 to 39 thirds, 40 and 41 halves of the year.
    public static func range(
        year: Int64,
        season code: Int,
        hemisphere: Hemisphere = .northern
    ) -> ClosedRange<Int64>? {
        guard let season = SeasonCode(code, hemisphere: hemisphere) else { return nil }
        let year = min(max(year, years.lowerBound), years.upperBound)
        let index = year * season.perYear + season.slot
        return season.unit.begin(of: index)...season.unit.end(of: index)
    }

    /// The same day of the month some months later, or the month's last day where it is shorter.
    ///
    /// The time of day is kept. 31 January plus one month is 28 or 29 February.
    public static func adding(months: Int64, to instant: Int64) -> Int64 {
        let date = date(of: instant)
        let number = monthNumber(date.year, date.month).addingSaturated(months)
        let limits = monthNumber(years.lowerBound, 1)...monthNumber(years.upperBound, 12)
        let month = min(max(number, limits.lowerBound), limits.upperBound)
        let (year, inYear) = (month.flooredQuotient(12), Int(month.flooredRemainder(12)) + 1)
        let day = min(date.day, days(inMonth: inYear, of: year))
        return self.day(year, inYear, day).addingSaturated(instant.flooredRemainder(secondsPerDay))
    }

    /// Days since 1970-01-01 of the day that contains an instant.
    static func dayNumber(of instant: Int64) -> Int64 { instant.flooredQuotient(secondsPerDay) }

    /// Months since January of year 0; the year is clamped to `years`.
    static func monthNumber(_ year: Int64, _ month: Int) -> Int64 {
        let year = min(max(year, years.lowerBound), years.upperBound)
        return (year * 12 - 1).addingSaturated(Int64(month))
    }

    /// Days since 1970-01-01 of the first day of a month, counted as `monthNumber` does (`days_from_civil`).
    static func dayNumber(ofMonth number: Int64) -> Int64 {
        // Far beyond all instants, and yet no product below can overflow.
        let limit: Int64 = 12 * 1_000_000_000_000
        let fromMarch = min(max(number, -limit), limit) - 2
        let year = fromMarch.flooredQuotient(12)
        let era = year.flooredQuotient(400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * fromMarch.flooredRemainder(12) + 2) / 5
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day that is some days after 1970-01-01 (`civil_from_days`); |days| stays below 2^62.
    static func civil(fromDays days: Int64) -> CivilDate {
        let shifted = days + 719_468
        let era = shifted.flooredQuotient(146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let fromMarch = (5 * dayOfYear + 2) / 153
        let day = Int(dayOfYear - (153 * fromMarch + 2) / 5) + 1
        let month = Int(fromMarch < 10 ? fromMarch + 3 : fromMarch - 9)
        return CivilDate(
            uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: day
        )
    }

    /// A number that is not negative, with leading zeros up to `width` digits.
    static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A calendar window: one of equal parts into which time falls, such as the months or the quarters.
public enum CalendarStep: String, Hashable, Sendable, CaseIterable {
    /// Days.
    case day
    /// Calendar months.
    case month
    /// Quarters that begin in January, April, July and October.
    case quarter
    /// Meteorological seasons that begin in March, June, September and December.
    case season
    /// Halves of the year.
    case halfYear
    /// Calendar years.
    case year
    /// Decades, from a year that ends in 0.
    case decade
    /// Centuries, from a year that ends in 00.
    case century

    /// The window that contains an instant, as its first to its last second.
    public func range(containing instant: Int64) -> ClosedRange<Int64> {
        let index = unit.index(containing: instant)
        return unit.begin(of: index)...unit.end(of: index)
    }

    /// The window some windows after the one that contains an instant, before it for a negative count.
    public func range(containing instant: Int64, offsetBy count: Int64) -> ClosedRange<Int64> {
        let index = unit.index(containing: instant).addingSaturated(count)
        return unit.begin(of: index)...unit.end(of: index)
    }

    /// The windows that overlap a period, in order of time, made one at a time.
    ///
    /// The first and the last may reach beyond the period.
    public func windows(in period: ClosedRange<Int64>) -> some Sequence<ClosedRange<Int64>> {
        let first = unit.index(containing: period.lowerBound)
        let last = unit.index(containing: period.upperBound)
        return (first...last).lazy.map { [unit] in unit.begin(of: $0)...unit.end(of: $0) }
    }

    var unit: CalendarUnit {
        switch self {
        case .day: .day
        case .month: .months(length: 1, offset: 0)
        case .quarter: .months(length: 3, offset: 0)
        case .season: .months(length: 3, offset: 2)
        case .halfYear: .months(length: 6, offset: 0)
        case .year: .year
        case .decade: .months(length: 120, offset: 0)
        case .century: .months(length: 1200, offset: 0)
        }
    }
}
