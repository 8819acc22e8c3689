extension EDTFDate {
    /// The date in English words, never more precise than what is written.
    ///
    /// `2018-07-16` stays as it is; `2018-07` is "July 2018", `2025-22` "summer 2025", `193` "1930s", `193X` "some
    /// year of the 1930s", `1984~` "about 1984", `1984?` "perhaps 1984", `2026-01/2026-04~` "January 2026 – about
    /// April 2026", `2025-08-07/..` "from 2025-08-07 on", `[..2018-06-28]` "by 2018-06-28", `[1667,1668]` "1667 or
    /// 1668". What has no plain wording is given as "a date of the form 1X32-X1-X2".
    public var words: String {
        switch structure {
        case .single(let value): value.words
        case .interval(let start, let end): Self.words(from: start, to: end)
        case .oneOf(let elements): Self.list(elements.map { $0.words(inAll: false) }, "or")
        case .allOf(let elements): Self.list(elements.map { $0.words(inAll: true) }, "and")
        }
    }

    private static func words(from start: End, to end: End) -> String {
        switch (start, end) {
        case (.date(let start), .date(let end)): "\(start.words) – \(end.words)"
        case (.date(let start), .open): "from \(start.words) on"
        case (.date(let start), .unknown): "from \(start.words), end unknown"
        case (.open, .date(let end)): "until \(end.words)"
        case (.unknown, .date(let end)): "until \(end.words), start unknown"
        case (.open, .open): "without start or end"
        case (.unknown, .open): "start unknown, without end"
        case (.open, .unknown): "without start, end unknown"
        case (.unknown, .unknown): "start and end unknown"
        }
    }

    private static func list(_ words: [String], _ conjunction: String) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}

extension EDTFDate.Element {
    fileprivate func words(inAll: Bool) -> String {
        switch self {
        case .value(let value): value.words
        case .range(let from, let through):
            inAll ? "\(from.words) to \(through.words)" : "between \(from.words) and \(through.words)"
        case .onOrAfter(let value): inAll ? "\(value.words) and all after" : "\(value.words) or later"
        case .onOrBefore(let value): inAll ? "\(value.words) and all before" : "by \(value.words)"
        }
    }
}

extension EDTFDate.Value {
    /// The value in English words, with "about" for `~` and "perhaps" for `?` on any of its parts.
    public var words: String {
        let doubt = qualifiers.contains(.uncertain) ? "perhaps " : ""
        let estimate = qualifiers.contains(.approximate) ? "about " : ""
        return doubt + estimate + plainWords
    }

    private var plainWords: String {
        if let year = year.number, let month = month?.number, let day = day?.number {
            let date = CivilDate(uncheckedYear: year, month: month, day: day).description
            return time.map { "\(date) \($0.words)" } ?? date
        }
        guard let year = yearWords else { return "a date of the form \(digits)" }
        let of = year.isKnown ? " " : " of "
        if let season, let name = EnglishNames.season(season) {
            return season < 33 ? "\(name.text)\(of)\(year.text)\(name.note)" : "\(name.text) of \(year.text)"
        }
        switch (month?.number, month?.text, day?.number, day?.text) {
        case (nil, nil, _, _): return year.text
        case (let number?, _, nil, nil): return "\(EnglishNames.months[number - 1])\(of)\(year.text)"
        case (let number?, _, let day?, _):
            return "\(day) \(EnglishNames.months[number - 1])\(of)\(year.text)"
        case (let number?, _, nil, "XX"):
            return "some day of \(EnglishNames.months[number - 1])\(of)\(year.text)"
        case (nil, "XX", nil, nil): return "some month of \(year.text)"
        case (nil, "XX", nil, "XX"): return "some day of \(year.text)"
        case (nil, "XX", let day?, _): return "day \(day) of some month of \(year.text)"
        default: return "a date of the form \(digits)"
        }
    }

    /// The year in words, and whether it is one year that is known.
    private var yearWords: (text: String, isKnown: Bool)? {
        if let number = year.number {
            switch year.form {
            case .decade where number >= 0: return ("\(number)0s", true)
            case .decade, .century: return (Self.years(units(slack: false, hemisphere: .northern)), true)
            case .year, .long, .exponential:
                let name = EnglishNames.year(number)
                guard let significant = year.significantDigits else { return (name, true) }
                let units = units(slack: false, hemisphere: .northern)
                guard units.first != units.last else { return (name, true) }
                let digits = significant == 1 ? "1 digit" : "\(significant) digits"
                return (
                    "some year of \(Self.years(units)), estimated \(number) (\(digits) significant)", false
                )
            }
        }
        let known = year.digits.prefix { $0 != "X" }
        guard year.digits.dropFirst(known.count).allSatisfy({ $0 == "X" }) else { return nil }
        if known.isEmpty { return year.isNegative ? nil : ("some year", false) }
        if known.count == 3 && !year.isNegative { return ("some year of the \(known)0s", false) }
        return ("some year of \(Self.years(unitsOfYear))", false)
    }

    /// The years alone, without month and day.
    private var unitsOfYear: UnitFamily {
        EDTFDate.Value(
            year: year,
            month: nil,
            season: nil,
            day: nil,
            time: nil,
            yearQualifiers: [],
            monthQualifiers: [],
            dayQualifiers: [],
            isQualifiedAsWhole: true
        ).units(slack: false, hemisphere: .northern)
    }

    private static func years(_ units: UnitFamily) -> String {
        let first = CivilCalendar.date(of: units.firstBegin).year
        let last = CivilCalendar.date(of: units.lastEnd).year
        if first < -9999 || last > 9999 { return "\(first) to \(last)" }
        if last < 1 { return "\(1 - first)–\(1 - last) BCE" }
        return "\(EnglishNames.year(first))–\(EnglishNames.year(last))"
    }

    /// The value as written, without its marks.
    private var digits: String {
        let year = (year.isNegative ? "-" : "") + year.digits
        return ([year] + [month?.text, season.map(String.init), day?.text].compactMap(\.self))
            .joined(separator: "-")
    }
}

extension EDTFDate.Time {
    /// `12:30:00`, `12:30:00 UTC`, `12:30:00 +03:00`.
    fileprivate var words: String {
        func two(_ number: Int) -> String { CivilCalendar.padded(Int64(number), 2) }
        let clock = [hour, minute, second].map(two).joined(separator: ":")
        guard let offset = offsetMinutes else { return clock }
        if offset == 0 { return clock + " UTC" }
        let magnitude = Int(offset.magnitude)
        return "\(clock) \(offset < 0 ? "-" : "+")\(two(magnitude / 60)):\(two(magnitude % 60))"
    }
}

extension TemporalBounds {
    /// The bounds in English words, as days, or as the month or year where they are one exactly.
    ///
    /// "July 2018"; "2018-07-16 – 2018-08-02"; "between 2004-06-01 and 2004-06-30" for one unknown day;
    /// "2004-06-01…2004-06-30 – 2006-08-01…2006-08-31" where begin and end are unknown days; "from 1985-04-12 on".
    public var words: String {
        if isExact, let begin = earliestBegin, let end = latestEnd {
            let date = CivilCalendar.date(of: begin)
            if CalendarStep.day.range(containing: begin).contains(end) { return date.description }
            if CalendarStep.month.range(containing: begin) == begin...end {
                return "\(EnglishNames.months[date.month - 1]) \(EnglishNames.year(date.year))"
            }
            if CalendarStep.year.range(containing: begin) == begin...end {
                return EnglishNames.year(date.year)
            }
        }
        if isOneUnknownDay {
            switch (earliestBegin, latestEnd) {
            case (let begin?, let end?): return "between \(Self.day(begin)) and \(Self.day(end))"
            case (let begin?, nil): return "\(Self.day(begin)) or later"
            case (nil, let end?): return "by \(Self.day(end))"
            case (nil, nil): return "at some time"
            }
        }
        let begin = Self.words(earliestBegin, latestBegin)
        let end = Self.words(earliestEnd, latestEnd)
        switch (begin, end) {
        case (nil, nil): return "without start or end"
        case (let begin?, nil): return "from \(begin) on"
        case (nil, let end?): return "until \(end)"
        case (let begin?, let end?): return "\(begin) – \(end)"
        }
    }

    /// Whether these are the bounds of a contact: begin and end reach over the same days.
    private var isOneUnknownDay: Bool {
        func sameDay(_ one: Int64, _ other: Int64) -> Bool {
            one == other || CivilCalendar.date(of: one) == CivilCalendar.date(of: other)
        }
        let sameStart = sameDay(beginEarliest, endEarliest)
        return sameStart && sameDay(beginLatest, endLatest) && !isExact
    }

    /// One day, or two days parted by "…", where an unbounded side is left empty; nil where nothing is bounded.
    private static func words(_ earliest: Int64?, _ latest: Int64?) -> String? {
        if earliest == nil && latest == nil { return nil }
        let (earliest, latest) = (earliest.map(day) ?? "", latest.map(day) ?? "")
        return earliest == latest ? earliest : "\(earliest)…\(latest)"
    }

    private static func day(_ instant: Int64) -> String { CivilCalendar.isoDay(instant) }
}

/// The words of English that dates need.
enum EnglishNames {
    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    static let seasons = ["spring", "summer", "autumn", "winter"]

    /// The name of a season or sub-year grouping, and what follows the year.
    static func season(_ code: Int) -> (text: String, note: String)? {
        switch code {
        case 21...24: (seasons[code - 21], "")
        case 25...28: (seasons[code - 25], " (northern hemisphere)")
        case 29...32: (seasons[code - 29], " (southern hemisphere)")
        case 33...36: (["first", "second", "third", "fourth"][code - 33] + " quarter", "")
        case 37...39: (["first", "second", "third"][code - 37] + " third", "")
        case 40...41: (["first", "second"][code - 40] + " half", "")
        default: nil
        }
    }

    /// A year as it is spoken of: year 0 is 1 BCE. A long one keeps its number, lest a round one become precise.
    static func year(_ year: Int64) -> String {
        if year < -9999 || year > 9999 { return "year \(year)" }
        if year < 1 { return "\(1 - year) BCE" }
        return year < 1000 ? "\(year) CE" : String(year)
    }
}
