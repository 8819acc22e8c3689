/// The colours of a figure.
public enum DiagramTheme: String, Sendable, Hashable, CaseIterable {
    /// For white pages.
    case light
    /// For dark pages.
    case dark
    /// Light, and dark for readers who prefer that.
    case auto
    /// Greys, for paper.
    case print
}

/// How a drawing is written as SVG.
public struct SVGOptions: Sendable, Hashable {
    /// Its colours.
    public var theme: DiagramTheme
    /// What all ids begin with; nil for `ent-` and eight digits of the content's hash. Characters other than ASCII
    /// letters, digits, `-` and `_` are left out. Needed where one figure stands twice on a page.
    public var idPrefix: String?
    /// Whether the figure takes the width it is given, up to its own, instead of a fixed one.
    public var isResponsive: Bool
    /// Whether the background stays clear.
    public var isTransparent: Bool

    /// Options; each has a default.
    public init(
        theme: DiagramTheme = .light,
        idPrefix: String? = nil,
        isResponsive: Bool = false,
        isTransparent: Bool = false
    ) {
        self.theme = theme
        self.idPrefix = idPrefix
        self.isResponsive = isResponsive
        self.isTransparent = isTransparent
    }
}

extension Drawing {
    /// The figure as SVG 1.1: one element, without XML prolog, ready for a file or for a page.
    ///
    /// Colours are presentation attributes; there is no script, no reference to anything outside but the checked
    /// addresses of links and sources, no marker, clip path, gradient or foreign object. Text is text.
    ///
    /// - Complexity: linear in what is drawn.
    public func svg(_ options: SVGOptions = SVGOptions()) -> String {
        var writer = SVGWriter(self, options)
        return writer.write()
    }
}
