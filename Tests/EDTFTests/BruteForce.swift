import EDTF

/// Readings of a date found by going through every day, month or year of a window and comparing its digits.
///
/// Slow and obvious, and without the searches of the library: what it shares with it are the parts that the parser
/// found and the civil calendar. It reads values of years, months, seasons, quarters and days, intervals and
/// one-of sets, as periods of whole days.
struct BruteForce {
    /// The years that are gone through.
    let years: ClosedRange<Int64>
    let reading: EDTFDate.Reading
    let slack: Bool

    /// Every reading, as the first to the last second, without repeats.
    func readings(of date: EDTFDate) -> [ClosedRange<Int64>] {
        switch date.structure {
        case .single(let value):
            return reading == .contact ? days(of: members(of: value)) : members(of: value)
        case .interval(let start, let end):
            let begins = start.value.map { days(of: members(of: $0)) } ?? []
            let ends = end.value.map { days(of: members(of: $0)) } ?? []
            return begins.flatMap { begin in
                ends.filter { $0.lowerBound >= begin.lowerBound }.map { begin.lowerBound...$0.upperBound }
            }
        case .oneOf(let elements), .allOf(let elements):
            let all = elements.flatMap(members)
            return unique(reading == .contact ? days(of: all) : all)
        }
    }

    private func members(of element: EDTFDate.Element) -> [ClosedRange<Int64>] {
        guard case .range(let from, let through) = element else {
            return element.values.flatMap { members(of: $0) }
        }
        guard let first = members(of: from).first?.lowerBound,
            let last = members(of: through).last?.upperBound
        else { return [] }
        let unit = element.values.map(\.precision).min() ?? .year
        return windows(unit).map(\.period).filter { first <= $0.lowerBound && $0.upperBound <= last }
    }

    /// The members of a value, moved by up to one unit of the finest part marked `~`.
    func members(of value: EDTFDate.Value) -> [ClosedRange<Int64>] {
        let moving: DatePrecision? =
            !slack
            ? nil
            : value.dayQualifiers.contains(.approximate)
                ? .day
                : value.monthQualifiers.contains(.approximate)
                    ? .month : value.yearQualifiers.contains(.approximate) ? .year : nil
        var found: [ClosedRange<Int64>] = []
        for window in windows(value.precision) {
            let date = window.date
            let shifts = moving == nil ? [0] : [-1, 0, 1]
            let isMember = shifts.contains { shift in
                switch (moving, value.precision) {
                case (.day, _):
                    fits(
                        shift == 0
                            ? date : CivilCalendar.date(of: window.period.lowerBound + Int64(shift) * 86_400),
                        value,
                        checksDay: true
                    )
                case (.month, .season):
                    fits(moved(date, by: 3 * shift), value, checksDay: false)
                case (.month, _):
                    (value.day.map { matches($0.text, date.day) } ?? true)
                        && fits(moved(date, by: shift), value, checksDay: false)
                default:
                    fits(
                        CivilDateParts(year: date.year + Int64(shift), month: date.month, day: date.day),
                        value,
                        checksDay: true
                    )
                }
            }
            if isMember { found.append(window.period) }
        }
        return found
    }

    private struct CivilDateParts {
        let year: Int64
        let month: Int
        let day: Int
    }

    private func moved(_ date: CivilDate, by months: Int) -> CivilDateParts {
        let number = date.year * 12 + Int64(date.month - 1 + months)
        return CivilDateParts(year: number / 12, month: Int(number % 12) + 1, day: date.day)
    }

    private func fits(_ date: CivilDate, _ value: EDTFDate.Value, checksDay: Bool) -> Bool {
        fits(CivilDateParts(year: date.year, month: date.month, day: date.day), value, checksDay: checksDay)
    }

    private func fits(_ date: CivilDateParts, _ value: EDTFDate.Value, checksDay: Bool) -> Bool {
        guard matches(value.year.digits, Int(date.year)) else { return false }
        if let season = value.season { return date.month == 3 * (season - 20) }
        if let month = value.month, !matches(month.text, date.month) { return false }
        if checksDay, let day = value.day, !matches(day.text, date.day) { return false }
        return true
    }

    /// Whether digits, some of them `X`, can stand for a number.
    private func matches(_ digits: String, _ number: Int) -> Bool {
        var rest = number
        return digits.utf8.reversed().allSatisfy { digit in
            defer { rest /= 10 }
            return digit == UInt8(ascii: "X") || Int(digit) - 48 == rest % 10
        }
    }

    /// A unit of time and the date of its first day.
    private struct Window {
        let period: ClosedRange<Int64>
        let date: CivilDate
    }

    /// All the units of the window.
    private func windows(_ precision: DatePrecision) -> ArraySlice<Window> {
        let all = Self.all[precision] ?? []
        return all.drop { $0.date.year < years.lowerBound }.prefix { $0.date.year <= years.upperBound }
    }

    /// The units of 1998 to 2095, by counting days; found once.
    private static let all = Dictionary(
        uniqueKeysWithValues: [DatePrecision.day, .month, .season, .year].map { ($0, list($0)) }
    )

    private static func list(_ precision: DatePrecision) -> [Window] {
        var windows: [Window] = []
        var begin: Int64?
        for day in stride(from: start(1998, 1, 1), through: start(2096, 12, 1), by: 86_400) {
            let date = CivilCalendar.date(of: day)
            let begins =
                switch precision {
                case .day: true
                case .month: date.day == 1
                case .season: date.day == 1 && date.month % 3 == 0
                default: date.day == 1 && date.month == 1
                }
            guard begins else { continue }
            if let begin {
                windows.append(Window(period: begin...day - 1, date: CivilCalendar.date(of: begin)))
            }
            begin = day
        }
        return windows
    }

    private func days(of periods: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
        unique(
            periods.flatMap { period in
                stride(from: period.lowerBound, through: period.upperBound, by: 86_400).map {
                    $0...$0 + 86_399
                }
            }
        )
    }

    private func unique(_ periods: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
        Set(periods).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
}

/// Random dates about the years 2001 to 2003, in all forms that `BruteForce` can read.
struct DateGenerator {
    var random: SplitMix64

    mutating func date(short: Bool = false) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...4: return value(short)
        case 5...7: return interval(short)
        default: return "[\(value(short)),\(Bool.random(using: &random) ? value(short) : range())]"
        }
    }

    private mutating func interval(_ short: Bool) -> String {
        while true {
            let text = "\(value(short))/\(value(short))"
            if (try? EDTFDate(text)) != nil { return text }
        }
    }

    private mutating func range() -> String {
        let first = Int.random(in: 1...15, using: &random)
        return "2002-02-\(10 + first % 9)..2002-02-\(20 + first % 9)"
    }

    mutating func value(_ short: Bool) -> String {
        while true {
            let year = pick(short ? ["2002"] : ["2001", "2002", "2003", "200X", "20X2"])
            let month = pick(["01", "02", "03", "07", "12", "0X", "1X", "XX", "X2", "21", "24"])
            let day = pick(["01", "15", "28", "29", "31", "1X", "XX", "X1", "3X", "X9"])
            let marks = (0..<3).map { _ in pick(["", "", "", "", "~", "~", "%", "?"]) }
            let length = Int.random(in: short ? 2...3 : 1...3, using: &random)
            let parts = zip([year, month, day].prefix(length), marks).map { $0 + $1 }
            let text = parts.joined(separator: "-")
            if (try? EDTFDate(text)) != nil { return text }
        }
    }

    private mutating func pick(_ choices: [String]) -> String {
        choices.randomElement(using: &random) ?? ""
    }

    /// A period of whole days of 2000 to 2004, short or long.
    mutating func period() -> ClosedRange<Int64> {
        let first = start(2000, 1, 1) + 86_400 * Int64.random(in: 0..<1800, using: &random)
        let length = Int64.random(in: 1...(Bool.random(using: &random) ? 20 : 900), using: &random)
        return first...first + length * 86_400 - 1
    }
}
