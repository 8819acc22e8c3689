/// What computes the positions of a figure.
///
/// The names of Graphviz's engines mean Graphviz's engines, with options that were found safe and with sizes fixed
/// and labels kept out; ``own`` needs no Graphviz.
public enum LayoutEngine: String, Sendable, Hashable, CaseIterable {
    /// The best of several starts of ``own``, ``dot`` and ``neato``, by the cost of ``DiagramMetrics``.
    case automatic
    /// Entente's own: stress, then a search that shortens links, uncrosses them and leaves room for their labels.
    case own
    /// Layers, for what has a direction.
    case dot
    /// Springs of ideal length.
    case neato
    /// Forces.
    case fdp
    /// Forces for large graphs.
    case sfdp
    /// Circles.
    case circo
    /// Rings around a centre.
    case twopi

    /// Whether the positions come from Graphviz.
    public var usesGraphviz: Bool { self != .automatic && self != .own }
}

/// The area that a figure is to be legible on.
public struct DiagramPage: Sendable, Hashable {
    /// Width in points.
    public var width: Double
    /// Height in points.
    public var height: Double

    /// An area; sides below 72 points count as 72, and ones that are no number as Letter's.
    public init(width: Double, height: Double) {
        self.width = width.isFinite ? max(width, 72) : 468
        self.height = height.isFinite ? max(height, 72) : 648
    }

    /// Letter in portrait, less an inch on each side: 468 × 648 points.
    public static let letter = DiagramPage(width: 468, height: 648)
    /// A4 in portrait, less an inch on each side: 451 × 698 points.
    public static let a4 = DiagramPage(width: 451, height: 698)
}

/// How a diagram is laid out.
public struct LayoutOptions: Sendable, Hashable {
    /// What computes the positions.
    public var engine: LayoutEngine
    /// What is written on the links.
    public var labels: LinkLabels
    /// How many starts are tried for each engine; nil for as many as the size of the diagram allows.
    public var starts: Int?
    /// The first start's seed.
    public var seed: UInt64
    /// The page that the figure is to fit.
    public var page: DiagramPage

    /// Options; each has a default.
    public init(
        engine: LayoutEngine = .automatic,
        labels: LinkLabels = .automatic,
        starts: Int? = nil,
        seed: UInt64 = 1,
        page: DiagramPage = .letter
    ) {
        self.engine = engine
        self.labels = labels
        self.starts = starts
        self.seed = seed
        self.page = page
    }
}
