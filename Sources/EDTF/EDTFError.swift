/// What is wrong with a text that should be a date in EDTF, and where.
public struct EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The kind of fault; the set may grow.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The name of the code.
        public let rawValue: String

        /// A code of the given name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// There is no text.
        public static let empty = Code(rawValue: "empty")
        /// A character stands where it cannot.
        public static let unexpectedCharacter = Code(rawValue: "unexpectedCharacter")
        /// The text ends, or a part of it ends, before the date is complete.
        public static let incomplete = Code(rawValue: "incomplete")
        /// A year of five digits or more without `Y`, or a `Y` year of four or fewer, or one with leading zeros.
        public static let yearForm = Code(rawValue: "yearForm")
        /// The year lies beyond ±100,000,000,000.
        public static let yearOutOfRange = Code(rawValue: "yearOutOfRange")
        /// Year zero with a minus sign.
        public static let negativeZero = Code(rawValue: "negativeZero")
        /// There is no such month, season or sub-year grouping.
        public static let noSuchMonth = Code(rawValue: "noSuchMonth")
        /// There is no such day in that month and year.
        public static let noSuchDay = Code(rawValue: "noSuchDay")
        /// There is no such hour, minute or second.
        public static let noSuchTime = Code(rawValue: "noSuchTime")
        /// The offset from UTC is malformed or beyond -12:00...+14:00.
        public static let noSuchOffset = Code(rawValue: "noSuchOffset")
        /// A part that this kind of date cannot have, such as a `Y` year or a time in an interval.
        public static let notAllowedHere = Code(rawValue: "notAllowedHere")
        /// An interval or a range ends before it starts.
        public static let endsBeforeStart = Code(rawValue: "endsBeforeStart")
        /// More than two ends in an interval.
        public static let tooManyEnds = Code(rawValue: "tooManyEnds")
        /// A set that is not closed, or closed by the other bracket.
        public static let unbalancedSet = Code(rawValue: "unbalancedSet")
    }

    /// The kind of fault.
    public let code: Code
    /// What is wrong, in a sentence without a final stop.
    public let message: String
    /// Where the fault begins: the number of UTF-8 code units before it.
    public let offset: Int
    /// What to do about it, or nil.
    public let hint: String?
    /// A valid EDTF text that was probably meant, or nil.
    public let suggestion: String?

    /// Creates an error.
    public init(_ code: Code, _ message: String, offset: Int, hint: String? = nil, suggestion: String? = nil)
    {
        self.code = code
        self.message = message
        self.offset = offset
        self.hint = hint
        self.suggestion = suggestion
    }

    /// The column of the fault, counted from 1 in UTF-8 code units.
    public var column: Int { offset + 1 }

    /// `column 6: month 13 does not exist (hint)`.
    public var description: String {
        "column \(column): \(message)" + (hint.map { " (\($0))" } ?? "")
    }
}
