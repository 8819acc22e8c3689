/// What is written on the links of a figure.
public enum LinkLabels: String, Sendable, Hashable, CaseIterable {
    /// Words where they leave the figure legible (six points on its page or more), else numbers.
    case automatic
    /// Words, dates and source numbers; a label for which there is no room falls back to its numbers.
    case words
    /// Only the numbers of the sources.
    case numbers
    /// Nothing.
    case none
}
