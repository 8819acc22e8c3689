/// Why a question could not be answered. That the answer is "no" is not an error.
public struct AnalysisError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sort of error; more may be added.
    public struct Code: RawRepresentable, Sendable, Hashable {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public static let unknownEntity = Code(rawValue: "unknownEntity")
        public static let sameEntity = Code(rawValue: "sameEntity")
        public static let invalidParameter = Code(rawValue: "invalidParameter")
        public static let cancelled = Code(rawValue: "cancelled")
        public static let tooLarge = Code(rawValue: "tooLarge")
    }

    public var code: Code
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    public var description: String { message }
}
