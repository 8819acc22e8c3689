extension EDTFDate {
    /// What a text in EDTF says.
    public enum Structure: Hashable, Sendable {
        /// One value: `2018-07`.
        case single(Value)
        /// An interval: `1964/2008`.
        case interval(start: End, end: End)
        /// A set of which one member is meant: `[1667,1668]`.
        case oneOf([Element])
        /// A set of which all members are meant: `{1667,1668}`.
        case allOf([Element])
    }

    /// One end of an interval.
    public enum End: Hashable, Sendable {
        /// A value.
        case date(Value)
        /// `..`: there is no such end, or none yet.
        case open
        /// Nothing written: there is an end, it is not known.
        case unknown

        /// The value, where there is one.
        public var value: Value? { if case .date(let value) = self { value } else { nil } }

        var levelInInterval: Int {
            guard let value else { return 1 }
            return value.hasUnspecifiedDigits ? 2 : value.level
        }
    }

    /// A member of a set, or a range of members.
    public enum Element: Hashable, Sendable {
        /// A value.
        case value(Value)
        /// All the values from one to another, both included.
        case range(from: Value, through: Value)
        /// A value and all that come after it: `1984..`.
        case onOrAfter(Value)
        /// A value and all that come before it: `..1984`.
        case onOrBefore(Value)

        /// The values that are written out.
        public var values: [Value] {
            switch self {
            case .value(let value), .onOrAfter(let value), .onOrBefore(let value): [value]
            case .range(let from, let through): [from, through]
            }
        }
    }

    /// The marks on a part of a date.
    public struct Qualifiers: OptionSet, Hashable, Sendable {
        /// The marks as bits.
        public let rawValue: UInt8

        /// Marks from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `?`: the source may be wrong.
        public static let uncertain = Qualifiers(rawValue: 1)
        /// `~`: an estimate.
        public static let approximate = Qualifiers(rawValue: 2)
    }

    /// The year of a value.
    public struct Year: Hashable, Sendable {
        /// How a year is written.
        public enum Form: Hashable, Sendable {
            /// Two digits: a century.
            case century
            /// Three digits: a decade.
            case decade
            /// Four digits, some of which may be `X`.
            case year
            /// `Y` and five digits or more.
            case long
            /// `Y`, digits, `E` and an exponent.
            case exponential
        }

        /// How the year is written.
        public let form: Form
        /// Whether it has a minus sign.
        public let isNegative: Bool
        /// The digits, of which some may be `X`; empty for the forms `long` and `exponential`.
        public let digits: String
        /// The number that the digits give, with its sign: a year, a decade or a century. Nil if one is `X`.
        public let number: Int64?
        /// How many digits are significant, where `S` says so.
        public let significantDigits: Int?
    }

    /// A month or a day: two digits, some of which may be `X`.
    public struct Digits: Hashable, Sendable {
        /// The two digits.
        public let text: String
        /// The number, or nil if a digit is `X`.
        public let number: Int?
        /// The numbers that the digits admit, as bits.
        let mask: UInt64
    }

    /// A time of day with seconds.
    public struct Time: Hashable, Sendable {
        /// The hour, 0 to 24; 24 is midnight at the end of the day.
        public let hour: Int
        /// The minute.
        public let minute: Int
        /// The second, 0 to 59.
        public let second: Int
        /// Minutes east of UTC, 0 for `Z`, nil where no zone is written (read as UTC).
        public let offsetMinutes: Int?
    }

    /// One value: a year, with a month or a season, a day and a time where they are given.
    public struct Value: Hashable, Sendable {
        /// The year, decade or century.
        public let year: Year
        /// The month, if there is one.
        public let month: Digits?
        /// The code of the season or sub-year grouping, 21 to 41, if there is one.
        public let season: Int?
        /// The day of the month, if there is one.
        public let day: Digits?
        /// The time of day, if there is one.
        public let time: Time?
        /// The marks that apply to the year.
        public let yearQualifiers: Qualifiers
        /// The marks that apply to the month or season.
        public let monthQualifiers: Qualifiers
        /// The marks that apply to the day.
        public let dayQualifiers: Qualifiers
        /// Whether the marks are those of level 1: one, at the end, for the whole value.
        let isQualifiedAsWhole: Bool

        /// The marks of all parts together.
        public var qualifiers: Qualifiers { yearQualifiers.union(monthQualifiers).union(dayQualifiers) }

        /// Whether any digit is `X`.
        public var hasUnspecifiedDigits: Bool {
            year.digits.contains("X") || month.map { $0.number == nil } ?? false
                || day.map { $0.number == nil } ?? false
        }
    }
}

/// How fine a value is, from a second to a century.
///
/// It is that of the parts that are written, whether or not their digits are known: `193X` is a *year*, unknown
/// which; `193` is a decade.
public enum DatePrecision: String, Hashable, Comparable, Sendable, CaseIterable {
    /// A date with a time.
    case second
    /// A day.
    case day
    /// A month.
    case month
    /// A season (21 to 32).
    case season
    /// A quarter of a year (33 to 36).
    case quarter
    /// A third of a year (37 to 39).
    case quadrimester
    /// Half a year (40, 41).
    case semester
    /// A year.
    case year
    /// Ten years.
    case decade
    /// A hundred years.
    case century

    /// Finer before coarser.
    public static func < (left: DatePrecision, right: DatePrecision) -> Bool {
        left.order < right.order
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension EDTFDate.Value {
    /// How fine the value is.
    public var precision: DatePrecision {
        if time != nil { return .second }
        if day != nil { return .day }
        if month != nil { return .month }
        switch (season, year.form) {
        case (.some(...32), _): return .season
        case (.some(...36), _): return .quarter
        case (.some(...39), _): return .quadrimester
        case (.some, _): return .semester
        case (nil, .decade): return .decade
        case (nil, .century): return .century
        case (nil, _): return .year
        }
    }

    /// The lowest level of EDTF, 0 to 2, at which the value is valid.
    public var level: Int {
        let parts = [
            levelOfYear,
            season.map { $0 <= 24 ? 1 : 2 } ?? 0,
            qualifiers.isEmpty ? 0 : isQualifiedAsWhole ? 1 : 2,
            // Centuries are not in the Library's list of qualifiable dates; only level 2 lets any part be marked.
            year.form == .century && !qualifiers.isEmpty ? 2 : 0,
            levelOfUnspecifiedDigits,
        ]
        return parts.max() ?? 0
    }

    private var levelOfYear: Int {
        if year.significantDigits != nil { return 2 }
        switch year.form {
        case .decade, .exponential: return 2
        case .long: return 1
        case .century, .year: return year.isNegative ? 1 : 0
        }
    }

    /// Level 1 has the last one or two digits of a year, the month, the day, or month and day unspecified.
    private var levelOfUnspecifiedDigits: Int {
        guard hasUnspecifiedDigits else { return 0 }
        let yearIsKnown = !year.digits.contains("X")
        switch (month?.text, day?.text) {
        case (nil, nil):
            let suffix = year.digits.drop { $0 != "X" }
            return season == nil && suffix.count <= 2 && suffix.allSatisfy { $0 == "X" } ? 1 : 2
        case ("XX", nil), ("XX", "XX"): return yearIsKnown ? 1 : 2
        case (_, "XX"): return yearIsKnown && month?.number != nil ? 1 : 2
        default: return 2
        }
    }
}
