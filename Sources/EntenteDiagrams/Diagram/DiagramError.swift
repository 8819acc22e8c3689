/// Why a diagram could not be made.
public struct DiagramError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong; more codes may come.
    public struct Code: RawRepresentable, Sendable, Hashable {
        /// The code's stable name.
        public let rawValue: String

        /// A code with a name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Two nodes, two links or two sources have one id.
        public static let duplicateID = Code(rawValue: "duplicate-id")
        /// A link's end is no node of the diagram.
        public static let unknownEnd = Code(rawValue: "unknown-end")
        /// A link cites a source number that is not listed.
        public static let unknownSource = Code(rawValue: "unknown-source")
        /// A highlighted id is neither a node nor a link.
        public static let unknownHighlight = Code(rawValue: "unknown-highlight")
        /// A value is outside its range.
        public static let invalidValue = Code(rawValue: "invalid-value")
        /// More nodes or links than can be drawn.
        public static let tooLarge = Code(rawValue: "too-large")
        /// Nothing is to be drawn, or what is asked for is not there.
        public static let emptySelection = Code(rawValue: "empty-selection")
        /// Graphviz gave no answer.
        public static let graphviz = Code(rawValue: "graphviz")
        /// The task was cancelled.
        public static let cancelled = Code(rawValue: "cancelled")
    }

    /// What went wrong.
    public let code: Code
    /// One sentence for a reader.
    public let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    public var description: String { message }
}
