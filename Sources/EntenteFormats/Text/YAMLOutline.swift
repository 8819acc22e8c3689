/// What one quick pass over a YAML file tells before it is parsed: where it can be cut, and what must not reach
/// the parser.
///
/// The parser builds a tree of a whole document, many times as large as its text, and stops at the first
/// fault. The outline finds the items of the file's top-level lists and maps, so that a large file can be parsed in
/// parts whose lines are known; it finds what claims files do not have (deep nesting, tags, keys that are no
/// text, second documents); and it finds dates that were written without quotes although YAML reads them
/// otherwise.
///
/// *Conventions.* Lines are counted as the parser counts them, from 0: the Unicode line breaks NEL, LS and PS end
/// a line too. The rules followed are those of libyaml's scanner, function by function, where they differ from the
/// YAML specification.
struct YAMLOutline {
    /// A line's first byte and its number.
    struct LineMark {
        var offset: Int
        var line: Int
    }

    /// One key of the file's topmost map.
    struct Section {
        var key: String
        var start: LineMark
        /// The lines on which the items of its list or map begin; empty where its value is written in any other way.
        var items: [LineMark] = []
        /// The byte after its last line.
        var end = 0
    }

    /// Where a scalar begins for the parser.
    struct Place: Hashable {
        var line: Int
        var column: Int
    }

    /// The first thing that must not reach the parser.
    var fault: TextFault?
    /// The text as the parser is to get it: as long as the file's, with every unquoted date replaced by letters.
    var bytes: [UInt8]
    /// The dates replaced, by the place where they stand.
    var dates: [Place: String] = [:]
    /// The quoted scalars that begin with an escaped byte order mark, which the parser's strings lose.
    var markedScalars: Set<Place> = []
    var sections: [Section] = []
    /// Why the file can be parsed only as a whole; nil where it can be cut at its sections and items.
    var wholeBecause: String?
    /// Whether lines end at NEL, LS or PS somewhere, so that the parser's lines are not those of an editor.
    var hasUnicodeBreaks = false
    /// Whether there is anything but blanks and comments.
    var hasContent = false

    /// How deep lists and maps may be nested in one another.
    static let deepest = 32
}
