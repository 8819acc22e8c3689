/// Something wrong, or worth a look, in what was read: where, what, and what to do about it.
public struct Problem: Sendable, Hashable {
    /// How bad a problem is.
    public enum Severity: String, Sendable, Hashable, Comparable {
        /// The graph cannot be used as it stands.
        case error
        /// The graph can be used; a person should look.
        case warning
        /// Nothing is wrong; a person may want to know.
        case note

        /// The worse comes first.
        public static func < (left: Severity, right: Severity) -> Bool { left.order < right.order }

        private var order: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    /// How bad it is.
    public var severity: Severity
    /// A short stable name of the kind of problem, such as `unknown-key`.
    public var code: String
    /// Where it is, as far as known.
    public var location: SourceLocation?
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// What to do about it.
    public var hint: String?
    /// The line of the file that the location points into, for display.
    public var sourceLine: String?

    /// Makes a problem.
    public init(
        _ severity: Severity,
        code: String,
        at location: SourceLocation? = nil,
        _ message: String,
        hint: String? = nil,
        sourceLine: String? = nil
    ) {
        self.severity = severity
        self.code = code
        self.location = location
        self.message = message
        self.hint = hint
        self.sourceLine = sourceLine
    }

    /// The problem as text: `file:line:column: error: message`, then the line, a caret and the hint where known.
    public var rendered: String {
        var text = location.map { "\($0): " } ?? ""
        text += "\(severity.rawValue): \(message)"
        if let sourceLine, let location, location.line > 0 {
            let (line, caret) = Self.excerpt(of: sourceLine, column: location.column)
            text += "\n  \(line)"
            if location.column > 0 { text += "\n  \(caret)^" }
        }
        if let hint { text += "\nhint: \(hint)" }
        return text
    }

    /// At most 100 columns of a line around a column, and the blanks that put a caret under that column.
    private static func excerpt(of line: String, column: Int) -> (line: String, caret: String) {
        let width = 100
        // A line may be a whole file long: no more of it is looked at than can be shown on either side.
        let skipped = max(0, column - 1 - width)
        let near = line.unicodeScalars.dropFirst(skipped).prefix(3 * width)
        let scalars: [Unicode.Scalar] = near.map { scalar in
            scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar
        }
        let position = max(0, min(column - 1 - skipped, scalars.count))
        let start = scalars.count <= width ? 0 : max(0, min(position - width / 2, scalars.count - width))
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: scalars[start..<min(scalars.count, start + width)])
        let lead = skipped + start > 0 ? "…" : ""
        let tail = start + width < scalars.count ? "…" : ""
        let blanks = String(repeating: " ", count: position - start + lead.unicodeScalars.count)
        return (lead + String(shown) + tail, blanks)
    }
}

/// Why data could not be used: every problem found, in the order of files and lines.
public struct GraphDataError: Error, Sendable {
    /// Every problem found, in the order of places.
    public var problems: [Problem]

    /// Makes an error of problems.
    public init(_ problems: [Problem]) {
        self.problems = problems
    }
}
