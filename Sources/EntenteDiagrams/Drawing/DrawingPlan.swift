internal import Entente

/// A diagram made ready for layout: wrapped labels, sizes of shapes, the forms that a link's label may take.
struct DrawingPlan: Sendable {
    /// Sizes of type in points. The smallest one is what ``DiagramMetrics/effectivePointSize`` follows.
    enum TypeSize {
        static let title = 15.0
        static let subtitle = 10.5
        static let node = 11.0
        static let link = 9.0
        static let foot = 9.0
        static let smallest = 9.0
    }

    struct Node: Sendable {
        var lines: [String]
        var isCut: Bool
        var fullLabel: String
        var shape: NodeShape
        var size: Size
        var isBold: Bool
    }

    /// One form of a link's label, as lines of words; the last line ends with the sources' numbers.
    struct LabelForm: Sendable, Hashable {
        var lines: [String]
        var marks: String
        var size: Size
        /// Whether words were left out.
        var isReduced: Bool
    }

    struct Link: Sendable {
        var from: Int
        var to: Int
        /// From the fullest to the smallest; empty where the link has neither words nor numbers.
        var forms: [LabelForm]
    }

    let diagram: Diagram
    let labels: LinkLabels
    let nodes: [Node]
    let links: [Link]
    /// The indices of parallel links, in order, by their unordered ends; loops included.
    let bundles: [[Int]]

    init(_ diagram: Diagram, labels: LinkLabels) {
        self.diagram = diagram
        self.labels = labels
        nodes = diagram.nodes.map(Self.plan)
        var indices: [String: Int] = [:]
        for (index, node) in diagram.nodes.enumerated() { indices[node.id] = index }
        links = diagram.links.map { link in
            // The diagram's check guarantees both ends.
            Link(
                from: indices[link.from] ?? 0,
                to: indices[link.to] ?? 0,
                forms: Self.forms(of: link, labels: labels)
            )
        }
        bundles = Self.bundles(of: links)
    }

    private static func bundles(of links: [Link]) -> [[Int]] {
        struct Pair: Hashable {
            var low: Int
            var high: Int
        }
        var places: [Pair: Int] = [:]
        var bundles: [[Int]] = []
        for (index, link) in links.enumerated() {
            let pair = Pair(low: min(link.from, link.to), high: max(link.from, link.to))
            if let place = places[pair] {
                bundles[place].append(index)
            } else {
                places[pair] = bundles.count
                bundles.append([index])
            }
        }
        return bundles
    }

    /// Fourteen average letters, the measure to which names are wrapped.
    static let nodeTextWidth = 14 * 0.53 * TypeSize.node

    private static func plan(_ node: Diagram.Node) -> Node {
        let text = SafeText.line(node.label)
        let isBold = node.emphasis == .strong
        let wrapped = LabelWrap.wrap(text, width: nodeTextWidth, size: TypeSize.node, isBold: isBold)
        let lines = wrapped.lines.isEmpty ? ["(no name)"] : wrapped.lines
        let shape = NodeShape(node.kind)
        return Node(
            lines: lines,
            isCut: wrapped.isCut,
            fullLabel: text.isEmpty ? "(no name)" : text,
            shape: shape,
            size: shape.size(around: textSize(lines, size: TypeSize.node, isBold: isBold)),
            isBold: isBold
        )
    }

    static func textSize(_ lines: [String], size: Double, isBold: Bool = false) -> Size {
        let width = lines.map { TextMetrics.width(of: $0, size: size, isBold: isBold) }.max() ?? 0
        return Size(width: width, height: Double(lines.count) * size * TextMetrics.lineHeight)
    }
}

extension DrawingPlan {
    /// The marks after a link's words: sources' numbers, a dagger for none.
    static func marks(of link: Diagram.Link) -> String {
        if link.isUnsourced { return "†" }
        guard !link.sources.isEmpty else { return "" }
        var seen: Set<Int> = []
        let numbers = link.sources.sorted().filter { seen.insert($0).inserted }
        // More numbers than a line holds are counted; the full list stands in the link's title.
        let shown = numbers.prefix(6).map(String.init).joined(separator: ",")
        return numbers.count > 6 ? "[\(shown) +\(numbers.count - 6)]" : "[\(shown)]"
    }

    /// The words of a link as it is drawn: its lines, "?" where it is disputed, "×3" where it stands for three.
    static func words(of link: Diagram.Link) -> [String] {
        var lines = link.label.map { SafeText.line($0, limit: 200) }.filter { !$0.isEmpty }
        var suffix = ""
        if link.isDisputed { suffix += "?" }
        if link.multiplicity > 1 { suffix += " ×\(link.multiplicity)" }
        if !suffix.isEmpty {
            if lines.isEmpty { lines = [""] }
            lines[lines.count - 1] += suffix
            lines[lines.count - 1] = SafeText.line(lines[lines.count - 1])
        }
        return lines
    }

    private static func forms(of link: Diagram.Link, labels: LinkLabels) -> [LabelForm] {
        guard labels != .none else { return [] }
        let words = words(of: link)
        let marks = marks(of: link)
        var forms: [LabelForm] = []
        if labels == .words, !words.isEmpty {
            let joined = words.joined(separator: " ")
            let measure = { TextMetrics.width(of: $0, size: TypeSize.link) }
            if measure(joined + " " + marks) <= 62 { forms.append(form([joined], marks: marks)) }
            if words.count > 1, words.count <= 3, words.allSatisfy({ measure($0) <= 84 }) {
                forms.append(form(words, marks: marks))
            }
            for width in [84.0, 62.0] {
                let wrapped = LabelWrap.wrap(joined, width: width, size: TypeSize.link, maxLines: 4)
                forms.append(form(wrapped.lines, marks: marks, isReduced: wrapped.isCut))
            }
        }
        // Numbers are the last form of a label with words, and the only one of a figure with numbers.
        let suffix = (link.isDisputed ? "?" : "") + (link.multiplicity > 1 ? "×\(link.multiplicity)" : "")
        if !marks.isEmpty || !suffix.isEmpty {
            forms.append(form([suffix], marks: marks, isReduced: labels == .words && !link.label.isEmpty))
        }
        var seen: Set<LabelForm> = []
        return forms.filter { seen.insert($0).inserted }
    }

    /// A form with its size. The marks go on the last line, or below it where that would make the label much wider.
    private static func form(_ lines: [String], marks: String, isReduced: Bool = false) -> LabelForm {
        var lines = lines
        if lines.isEmpty { lines = [""] }
        let widths = lines.map { TextMetrics.width(of: $0, size: TypeSize.link) }
        let marksWidth = marks.isEmpty ? 0 : TextMetrics.width(of: marks, size: TypeSize.link)
        let gap = lines[lines.count - 1].isEmpty || marks.isEmpty ? 0 : markGap
        let last = widths[widths.count - 1] + gap + marksWidth
        let widest = widths.max() ?? 0
        if last > max(widest + 10, 82), lines.count < 4, !lines[lines.count - 1].isEmpty {
            lines.append("")
            return form(lines, marks: marks, isReduced: isReduced)
        }
        return LabelForm(
            lines: lines,
            marks: marks,
            size: Size(
                width: max(widest, last) + 5,
                height: Double(lines.count) * TypeSize.link * TextMetrics.lineHeight + 1
            ),
            isReduced: isReduced
        )
    }

    /// The space between words and numbers.
    static let markGap = 2.5
}
