internal import Entente

/// Everything around a drawing: headline, legend, sources and notes, with their places.
struct FigureFrame: Sendable {
    struct TextLine: Sendable {
        enum Style: Sendable {
            case title, subtitle, asOf, legend, heading, source, note
        }
        var text: String
        var style: Style
        /// The left end of the baseline.
        var origin: Point
        /// The source whose address the line leads to.
        var url: WebLink?
    }

    /// What a legend entry shows.
    enum Sample: Sendable, Hashable {
        case kind(EntityKind)
        case line(LineClass, isDirected: Bool)
        case support(Diagram.Support)
        case ended
        case mark(String)
    }

    struct LegendEntry: Sendable {
        var sample: Sample
        var text: String
        /// The left end of the sample, at the middle of its height.
        var origin: Point
    }

    static let margin = 14.0
    static let sampleWidth = 24.0

    private(set) var lines: [TextLine] = []
    private(set) var legend: [LegendEntry] = []
    /// Where the rule above the legend lies, if there is one.
    private(set) var ruleY: Double?
    /// The upper left corner of the drawing.
    private(set) var drawingOrigin = Point.zero
    private(set) var size = Size.zero

    /// Sets a frame around a drawing of a size.
    init(_ plan: DrawingPlan, drawing: Size) {
        let inner = max(drawing.width, 330)
        var y = Self.margin
        head(plan.diagram, width: inner, y: &y)
        drawingOrigin = Point(Self.margin + (inner - drawing.width) / 2, y)
        y += drawing.height + 12
        foot(plan, width: inner, y: &y)
        size = Size(width: inner + 2 * Self.margin, height: y + Self.margin)
    }

    private mutating func head(_ diagram: Diagram, width: Double, y: inout Double) {
        typealias TypeSize = DrawingPlan.TypeSize
        let start = y
        let parts: [(String?, TextLine.Style, Double, Bool)] = [
            (diagram.title, .title, TypeSize.title, true),
            (diagram.subtitle, .subtitle, TypeSize.subtitle, false),
            (diagram.asOf, .asOf, TypeSize.foot, false),
        ]
        for (text, style, size, isBold) in parts {
            guard let text else { continue }
            let wrapped = LabelWrap.wrap(
                SafeText.line(text),
                width: width,
                size: size,
                isBold: isBold,
                maxLines: 3
            )
            for line in wrapped.lines { add(line, style, size: size, x: Self.margin, y: &y) }
            y += 2
        }
        if y > start { y += 14 }
    }

    private mutating func add(
        _ text: String,
        _ style: TextLine.Style,
        size: Double,
        x: Double,
        y: inout Double,
        url: WebLink? = nil
    ) {
        let origin = Point(x, y + TextMetrics.baseline * size)
        lines.append(TextLine(text: text, style: style, origin: origin, url: url))
        y += size * TextMetrics.lineHeight + (style == .source ? 1.5 : 0)
    }

    private mutating func foot(_ plan: DrawingPlan, width: Double, y: inout Double) {
        let rows = Self.legendRows(plan)
        let notes = plan.diagram.notes.map { SafeText.line($0) }.filter { !$0.isEmpty }
        guard !rows.isEmpty || !plan.diagram.sources.isEmpty || !notes.isEmpty else { return }
        ruleY = y
        y += 7
        // Two rows become one where there is room for both.
        let joined = rows.dropFirst().flatMap { $0 }
        let isShort = Self.width(of: joined) <= width
        for row in isShort ? [rows.first ?? [], joined] : rows { flow(row, width: width, y: &y) }
        if !plan.diagram.sources.isEmpty {
            y += 6
            sources(plan.diagram.sources, width: width, y: &y)
        }
        if !notes.isEmpty { y += 6 }
        for note in notes {
            let wrapped = LabelWrap.wrap(note, width: width, size: DrawingPlan.TypeSize.foot, maxLines: 6)
            for line in wrapped.lines {
                add(line, .note, size: DrawingPlan.TypeSize.foot, x: Self.margin, y: &y)
            }
        }
    }

    /// Legend entries side by side, as many to a line as fit.
    private mutating func flow(_ row: [(Sample, String)], width: Double, y: inout Double) {
        guard !row.isEmpty else { return }
        let height = 17.0
        var x = 0.0
        for (sample, text) in row {
            let sampleWidth = Self.width(of: sample)
            let needed = sampleWidth + 5 + TextMetrics.width(of: text, size: DrawingPlan.TypeSize.foot)
            if x > 0, x + needed > width {
                x = 0
                y += height
            }
            let origin = Point(Self.margin + x, y + height / 2)
            legend.append(LegendEntry(sample: sample, text: text, origin: origin))
            x += needed + Self.entryGap
        }
        y += height
    }

    private static func width(of row: [(Sample, String)]) -> Double {
        row.reduce(-entryGap) { sum, entry in
            sum + width(of: entry.0) + 5 + TextMetrics.width(of: entry.1, size: DrawingPlan.TypeSize.foot)
                + entryGap
        }
    }

    private static let entryGap = 16.0

    static func width(of sample: Sample) -> Double {
        if case .mark(let text) = sample {
            return TextMetrics.width(of: text, size: DrawingPlan.TypeSize.foot)
        }
        return sampleWidth
    }

    private mutating func sources(_ sources: [Diagram.Source], width: Double, y: inout Double) {
        let size = DrawingPlan.TypeSize.foot
        add("Sources", .heading, size: size, x: Self.margin, y: &y)
        y += 2
        let columns = sources.count < 3 ? 1 : width >= 700 && sources.count > 8 ? 3 : width >= 330 ? 2 : 1
        let gutter = 16.0
        let columnWidth = (width - gutter * Double(columns - 1)) / Double(columns)
        let widest = sources.map { TextMetrics.width(of: String($0.number), size: size) }.max() ?? 0
        let indent = widest + 5
        let wrapped = sources.map { source in
            LabelWrap.wrap(SafeText.line(source.text), width: columnWidth - indent, size: size, maxLines: 3)
                .lines
        }
        // Columns of about equal height, filled downwards.
        let total = wrapped.reduce(0) { $0 + max($1.count, 1) }
        let limit = (total + columns - 1) / columns
        let top = y
        var bottom = y
        var column = 0
        var used = 0
        for (source, texts) in zip(sources, wrapped) {
            if used >= limit, column + 1 < columns {
                column += 1
                used = 0
                y = top
            }
            let x = Self.margin + Double(column) * (columnWidth + gutter)
            let origin = Point(x, y + TextMetrics.baseline * size)
            lines.append(TextLine(text: String(source.number), style: .source, origin: origin))
            for text in texts.isEmpty ? [""] : texts {
                add(text, .source, size: size, x: x + indent, y: &y, url: source.url)
            }
            used += max(texts.count, 1)
            bottom = max(bottom, y)
        }
        y = bottom
    }
}

extension FigureFrame {
    /// The rows of the legend: only what the figure holds.
    static func legendRows(_ plan: DrawingPlan) -> [[(Sample, String)]] {
        let diagram = plan.diagram
        let kinds = Set(diagram.nodes.map(\.kind)).sorted().map { (Sample.kind($0), $0.rawValue) }
        var lines: [(Sample, String)] = []
        for line in LineClass.allCases {
            let links = diagram.links.filter { LineClass($0.family) == line && !$0.isEnded }
            guard !links.isEmpty else { continue }
            let names = Set(links.map(\.family)).sorted().map(LineClass.name).joined(separator: ", ")
            lines.append((.line(line, isDirected: links.contains { $0.isDirected }), names))
        }
        var marks: [(Sample, String)] = []
        let supports = Set(diagram.links.map(\.shownSupport))
        let names: [(Diagram.Support, String)] = [
            (.stated, "stated, undisputed"), (.attributed, "attributed or disputed"),
            (.alleged, "alleged, opinion or planned"),
        ]
        for (support, name) in names where supports.contains(support) {
            marks.append((.support(support), name))
        }
        if diagram.links.contains(where: \.isEnded) { marks.append((.ended, "ended")) }
        if plan.labels != .none {
            if diagram.links.contains(where: \.isDisputed) { marks.append((.mark("?"), "disputed")) }
            if diagram.links.contains(where: \.isUnsourced) { marks.append((.mark("†"), "no source")) }
            if diagram.links.contains(where: { $0.multiplicity > 1 }) {
                marks.append((.mark("×2"), "two ties drawn as one"))
            }
        }
        return [kinds, lines, marks].filter { !$0.isEmpty }
    }
}
