/// A part of a file as it was written: a scalar, a list or a map, with its place. Scalars stay text.
struct TextNode {
    /// How a scalar was written.
    enum Style {
        /// Without quotes; in JSON numbers, `true`, `false` and `null`.
        case plain
        /// In single quotes.
        case singleQuoted
        /// In double quotes, in YAML or JSON.
        case doubleQuoted
        /// As a block after `|` or `>`.
        case block
    }

    /// One key of a map and its value.
    struct Pair {
        var key: TextNode
        var value: TextNode
    }

    enum Content {
        case scalar(String, Style)
        /// An unquoted set or marked date under a date's key, taken from the file as it stands there.
        case verbatim(String)
        case list([TextNode])
        case map([Pair])
    }

    var content: Content
    /// Counted from 1.
    var line: Int32
    /// Counted from 1 in Unicode scalars.
    var column: Int32

    init(_ content: Content, line: Int, column: Int) {
        self.content = content
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }

    /// The text of a scalar.
    var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// Whether nothing is written: an empty plain scalar, `~` or `null`.
    var isNull: Bool {
        guard case .scalar(let text, .plain) = content else { return false }
        return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
    }

    /// What it is, in a sentence: "found …".
    var kindInWords: String {
        switch content {
        case .scalar: isNull ? "nothing" : "text"
        case .verbatim(let text): text.hasPrefix("[") ? "a list" : text.hasPrefix("{") ? "a map" : "text"
        case .list: "a list"
        case .map: "a map"
        }
    }
}
