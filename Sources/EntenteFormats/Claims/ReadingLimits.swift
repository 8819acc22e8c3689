/// How large a YAML file may be to be parsed as a whole rather than in parts.
package struct ReadingLimits: Sendable {
    /// A larger file is parsed in parts where that is possible: the trees take some fifteen times the text.
    package var whole = 1 << 20
    /// The least size of a part.
    package var part = 1 << 17
    /// A file that cannot be parsed in parts may not be larger.
    package var largestWhole = 1 << 24

    /// The limits that hold unless said.
    package init() {}
}
