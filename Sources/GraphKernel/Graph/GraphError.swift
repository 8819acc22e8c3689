/// What is wrong with data that was handed to the kernel.
///
/// Whatever crosses the module's public boundary (edges, weights, vertices, parameters) is data: it is
/// checked once, at entry, and a fault is thrown as a value of this type. An expected outcome, such as two
/// vertices that no path joins, is never an error.
public struct GraphError: Error, Hashable, Sendable {
    /// The kind of fault, to switch on.
    public let code: Code
    /// One sentence that names the value at fault.
    public let message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// A kind of fault; more may be added, so a `switch` over codes needs a `default`.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code's name, which stays the same between versions.
        public let rawValue: String

        /// Makes a code from its name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// A vertex is not in `0..<vertexCount`.
        public static let vertexOutOfRange = Code(rawValue: "vertexOutOfRange")
        /// A weight is zero, infinite or not a number.
        public static let invalidWeight = Code(rawValue: "invalidWeight")
        /// A weight is below zero.
        public static let negativeWeight = Code(rawValue: "negativeWeight")
        /// A weighted algorithm was asked of a graph that has no weights.
        public static let missingWeights = Code(rawValue: "missingWeights")
        /// An edge ends before it begins.
        public static let invalidInterval = Code(rawValue: "invalidInterval")
        /// Two columns that describe the same things differ in length.
        public static let columnLengthMismatch = Code(rawValue: "columnLengthMismatch")
        /// There are more vertices or arcs than the limit allows.
        public static let tooLarge = Code(rawValue: "tooLarge")
        /// A parameter is outside its range.
        public static let invalidParameter = Code(rawValue: "invalidParameter")
        /// An edge of a graph that is read as a two-mode one joins two vertices of one mode.
        public static let notTwoMode = Code(rawValue: "notTwoMode")
        /// A number of paths, or a score, is beyond what a `Double` can hold.
        public static let numericOverflow = Code(rawValue: "numericOverflow")
        /// The run was cancelled by its ``RunControl``.
        public static let cancelled = Code(rawValue: "cancelled")
    }
}

extension GraphError: CustomStringConvertible {
    /// The message, as a person reads it.
    public var description: String { message }
}
