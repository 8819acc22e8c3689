/// Why a question could not be answered. That the answer is "no" is not an error.
public struct AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sort of error; more may be added.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The name of the sort.
        public let rawValue: String

        /// Makes a sort of its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// An id that no entity of the graph has.
        public static let unknownEntity = Code(rawValue: "unknownEntity")
        /// One entity where two are needed.
        public static let sameEntity = Code(rawValue: "sameEntity")
        /// A parameter out of its range, or a measure that does not settle.
        public static let invalidParameter = Code(rawValue: "invalidParameter")
        /// The run was cancelled.
        public static let cancelled = Code(rawValue: "cancelled")
        /// No date at which a series could begin or end.
        public static let noPeriod = Code(rawValue: "noPeriod")
        /// More than can be worked on.
        public static let tooLarge = Code(rawValue: "tooLarge")
    }

    /// The sort of error.
    public var code: Code
    /// What is wrong, for a person.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
