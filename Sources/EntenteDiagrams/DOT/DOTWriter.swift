internal import Entente

/// How a diagram is written as DOT.
public struct DOTOptions: Sendable, Hashable {
    /// Whether positions are written, for `neato -n2`; only a ``Drawing`` has them.
    public var includesPositions: Bool

    /// Options; each has a default.
    public init(includesPositions: Bool = false) {
        self.includesPositions = includesPositions
    }
}

extension Diagram {
    /// The diagram in Graphviz's language: one named digraph, everything quoted, in a stable order.
    ///
    /// Labels are wrapped as in the figure. What the figure knows beyond Graphviz's attributes stands in `ent_kind`,
    /// `ent_type`, `ent_from`, `ent_to`, `ent_src` and `ent_dates`, so that a reader gets it back. Symmetric links have
    /// `dir=none`. No HTML labels, no attribute that names a file.
    ///
    /// - Complexity: linear in what is written.
    public func dot() -> String {
        DOTWriter(plan: DrawingPlan(self, labels: .words), drawing: nil).write()
    }
}

extension Drawing {
    /// The drawing in Graphviz's language; see ``Diagram/dot()``.
    public func dot(_ options: DOTOptions = DOTOptions()) -> String {
        let plan = DrawingPlan(diagram, labels: .words)
        return DOTWriter(plan: plan, drawing: options.includesPositions ? self : nil).write()
    }
}

/// Writes a plan, and the positions of a drawing of it, as DOT.
struct DOTWriter {
    let plan: DrawingPlan
    let drawing: Drawing?

    func write() -> String {
        let diagram = plan.diagram
        var hash = ContentHash()
        for node in diagram.nodes { hash.add("\(node.id) \(node.kind.rawValue) \(node.label)") }
        for link in diagram.links {
            hash.add("\(link.id) \(link.from) \(link.to) \(link.family.rawValue) \(link.label)")
        }
        var text = "// Entente, data \(hash.digits)\n"
        text += "digraph \"entente\" {\n"
        text += "  graph " + attributes(graphAttributes(hash.digits)) + ";\n"
        text += "  node [fontname=\"Helvetica,Arial,sans-serif\", fontsize=\"11\"];\n"
        text += "  edge [fontname=\"Helvetica,Arial,sans-serif\", fontsize=\"9\"];\n"
        for index in diagram.nodes.indices { text += "  " + node(index) + "\n" }
        for index in diagram.links.indices { text += "  " + link(index) + "\n" }
        return text + "}\n"
    }

    private func graphAttributes(_ digits: String) -> [(String, String)] {
        var result = [("id", "ent-\(digits)"), ("bgcolor", "transparent"), ("charset", "UTF-8")]
        if let title = plan.diagram.title {
            result += [("label", Self.plain(Self.clean(title))), ("labelloc", "t")]
        }
        if let drawing {
            result.append(("bb", "0,0,\(SVGNumber.text(drawing.width)),\(SVGNumber.text(drawing.height))"))
        }
        return result
    }

    private func node(_ index: Int) -> String {
        let node = plan.diagram.nodes[index]
        let planned = plan.nodes[index]
        var pairs = [
            ("id", "ent-n\(index + 1)"),
            ("label", Self.plain(planned.lines.joined(separator: "\n"))),
            ("tooltip", Self.plain(node.tooltip.map(Self.clean) ?? SafeText.line(planned.fullLabel))),
        ]
        pairs += style(of: node)
        pairs += [("class", node.kind.rawValue), ("ent_kind", node.kind.rawValue)]
        if Self.plain(node.id) != node.id { pairs.append(("ent_id", node.id)) }
        if let drawing {
            let box = drawing.boxes[index]
            pairs += [
                ("pos", position(box.center, in: drawing)),
                ("width", Self.inches(box.width)), ("height", Self.inches(box.height)), ("fixedsize", "true"),
            ]
        }
        return Self.quoted(Self.plain(node.id)) + " " + attributes(pairs) + ";"
    }

    private func style(of node: Diagram.Node) -> [(String, String)] {
        let shape =
            switch NodeShape(node.kind) {
            case .box: "box"
            case .octagon: "octagon"
            case .pill, .doublePill: "box"
            case .hexagon: "hexagon"
            case .note: "note"
            case .card: "tab"
            case .lozenge: "diamond"
            case .plain: "plaintext"
            case .underlined: "underline"
            }
        var pairs = [("shape", shape)]
        let isRounded = [.pill, .doublePill].contains(NodeShape(node.kind))
        pairs.append(("style", isRounded ? "rounded,filled" : shape == "plaintext" ? "solid" : "filled"))
        if NodeShape(node.kind) == .doublePill { pairs.append(("peripheries", "2")) }
        pairs.append(("color", Palette.light[.stroke(node.kind)]))
        pairs.append(("fillcolor", Palette.light[.fill(node.kind)]))
        return pairs
    }

    private func link(_ index: Int) -> String {
        let link = plan.diagram.links[index]
        let line = LineClass(link.family)
        let words = LabelWrap.wrap(DrawingPlan.words(of: link).joined(separator: " "), width: 84, size: 9)
        let marks = DrawingPlan.marks(of: link)
        let label = (words.lines + (marks.isEmpty ? [] : [marks])).joined(separator: "\n")
        let ends = plan.links[index]
        let title = FigureProse.title(
            of: link,
            from: SafeText.line(plan.nodes[ends.from].fullLabel, limit: 200),
            to: SafeText.line(plan.nodes[ends.to].fullLabel, limit: 200)
        )
        var pairs = [
            ("key", link.id), ("id", "ent-e\(index + 1)"), ("label", Self.plain(label)),
            ("tooltip", Self.plain(title)),
        ]
        pairs += [
            ("dir", link.isDirected ? "forward" : "none"), ("arrowhead", arrowhead(line, link.isDirected)),
        ]
        pairs.append(
            (
                "style",
                link.shownSupport == .stated
                    ? "solid" : link.shownSupport == .attributed ? "dashed" : "dotted"
            )
        )
        pairs.append(("color", Palette.light[link.isEnded ? .ended : .line(line)]))
        pairs += [("class", link.family.rawValue), ("ent_from", link.from), ("ent_to", link.to)]
        if let relation = link.relation { pairs.append(("ent_type", relation)) }
        let sources = FigureProse.sourceList(link)
        if !sources.isEmpty { pairs.append(("ent_src", sources)) }
        if let dates = link.dates { pairs.append(("ent_dates", dates)) }
        if let href = link.href { pairs.append(("URL", SafeText.escaped(href.address))) }
        if let drawing { pairs.append(("pos", spline(drawing.routes[index], in: drawing))) }
        let from = Self.quoted(Self.plain(link.from))
        let to = Self.quoted(Self.plain(link.to))
        return "\(from) -> \(to) \(attributes(pairs));"
    }

    private func arrowhead(_ line: LineClass, _ isDirected: Bool) -> String {
        isDirected ? line.head.rawValue : "none"
    }

    private func attributes(_ pairs: [(String, String)]) -> String {
        "[" + pairs.map { "\($0.0)=\(Self.quoted($0.1))" }.joined(separator: ", ") + "]"
    }
}

extension DOTWriter {
    /// A quoted string that Graphviz reads back as it was: `\` doubled, `"` escaped, a line end as `\n`, and nothing
    /// that is forbidden in XML, since Graphviz would pass it on into its own SVG.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars where !SafeText.isForbidden(scalar) {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case "\r", "\t": result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Text in which nothing looks like a character reference: Graphviz leaves `&#0;` and its like in its output as they
    /// are, which no XML parser accepts.
    static func plain(_ text: String) -> String {
        var result = ""
        for (index, character) in zip(text.indices, text) {
            result.append(character)
            guard character == "&" else { continue }
            let rest = text[text.index(after: index)...].prefix(40)
            let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
            if !name.isEmpty, rest.dropFirst(name.count).first == ";" { result += "amp;" }
        }
        return result
    }

    static func clean(_ text: String) -> String { SafeText.line(text, limit: 300) }

    /// Points as inches with three decimals.
    static func inches(_ points: Double) -> String {
        let units = Int((max(points, 0) / 72 * 1000).rounded())
        let fraction = String(units % 1000)
        return "\(units / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    }

    /// Graphviz counts y upwards.
    private func position(_ point: Point, in drawing: Drawing) -> String {
        "\(SVGNumber.text(point.x)),\(SVGNumber.text(drawing.height - point.y))"
    }

    private func spline(_ route: Route, in drawing: Drawing) -> String {
        var points = [route.start]
        for piece in route.pieces { points += [piece.first, piece.second, piece.end] }
        return points.map { position($0, in: drawing) }.joined(separator: " ")
    }
}
