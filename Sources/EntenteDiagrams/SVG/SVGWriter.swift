internal import Entente

/// Writes a drawing as SVG.
///
/// The dialect is the part of SVG 1.1 that browsers, librsvg, resvg, CairoSVG and LibreOffice draw alike: colours as
/// attributes, arrowheads as paths, a pale box beneath text that stands on a line.
struct SVGWriter {
    let drawing: Drawing
    let options: SVGOptions
    let palette: Palette
    /// Begins every id and names the root's class.
    let prefix: String
    var output = ""
    /// The roles that were used, for the style block of the automatic theme: fills and strokes apart.
    private var fills: Set<ColorRole> = []
    private var strokes: Set<ColorRole> = []

    init(_ drawing: Drawing, _ options: SVGOptions) {
        self.drawing = drawing
        self.options = options
        palette =
            switch options.theme {
            case .light, .auto: .light
            case .dark: .dark
            case .print: .print
            }
        let given = options.idPrefix.map { text in
            String(
                text.unicodeScalars.filter {
                    $0.isASCII && ($0.properties.isAlphabetic || "-_0123456789".unicodeScalars.contains($0))
                }
            )
        }
        let usable = given.flatMap { $0.isEmpty ? nil : $0 }
        // An id must not begin with a digit to be usable in a style sheet.
        prefix = usable.map { $0.first?.isLetter == true ? $0 : "ent-" + $0 } ?? "ent-" + drawing.contentHash
    }

    mutating func write() -> String {
        body()
        let inner = output
        output = ""
        open()
        if options.theme == .auto { style() }
        return output + inner + "</svg>\n"
    }

    private mutating func open() {
        let diagram = drawing.diagram
        let title = SafeText.escaped(diagram.title.map { SafeText.line($0) } ?? "Relationship diagram")
        let width = number(drawing.width)
        let height = number(drawing.height)
        output += "<svg xmlns=\"http://www.w3.org/2000/svg\""
        if options.isResponsive {
            output += " width=\"100%\" style=\"max-width:\(width)pt;height:auto\""
        } else {
            output += " width=\"\(width)pt\" height=\"\(height)pt\""
        }
        output += " viewBox=\"0 0 \(width) \(height)\" class=\"\(prefix)\" role=\"img\""
        output += " aria-labelledby=\"\(prefix)-title \(prefix)-desc\" aria-label=\"\(title)\""
        output += " font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\">\n"
        output += "<title id=\"\(prefix)-title\">\(title)</title>\n"
        output +=
            "<desc id=\"\(prefix)-desc\">\(SafeText.escaped(FigureProse.description(of: diagram)))</desc>\n"
    }

    /// The dark half of the automatic theme: only colours that occur, and only inside this figure.
    private mutating func style() {
        output += "<style>@media (prefers-color-scheme: dark){"
        for role in ColorRole.all {
            if fills.contains(role) { output += ".\(prefix) .f-\(role.name){fill:\(Palette.dark[role])}" }
            if strokes.contains(role) { output += ".\(prefix) .s-\(role.name){stroke:\(Palette.dark[role])}" }
        }
        output += "}</style>\n"
    }

    private mutating func body() {
        if !options.isTransparent {
            output += "<rect width=\"\(number(drawing.width))\" height=\"\(number(drawing.height))\""
            output += "\(paint(fill: .background))/>\n"
        }
        writeHeadline()
        output += "<g id=\"\(prefix)-links\">\n"
        for index in drawing.diagram.links.indices { writeLine(index) }
        output += "</g>\n<g id=\"\(prefix)-nodes\">\n"
        for index in drawing.diagram.nodes.indices { writeNode(index) }
        output += "</g>\n<g id=\"\(prefix)-labels\" font-size=\"\(number(DrawingPlan.TypeSize.link))\">\n"
        for index in drawing.diagram.links.indices { writeLabel(index) }
        output += "</g>\n"
        writeFoot()
    }
}

// MARK: - Small parts

extension SVGWriter {
    /// A coordinate with at most one decimal.
    func number(_ value: Double) -> String { SVGNumber.text(value) }

    func point(_ point: Point) -> String { "\(number(point.x)),\(number(point.y))" }

    /// The attributes of colour, with the classes that carry their roles.
    mutating func paint(fill: ColorRole? = nil, stroke: ColorRole? = nil, width: Double? = nil) -> String {
        var classes: [String] = []
        var text = ""
        if let fill {
            fills.insert(fill)
            classes.append("f-" + fill.name)
            text += " fill=\"\(palette[fill])\""
        } else {
            text += " fill=\"none\""
        }
        if let stroke {
            strokes.insert(stroke)
            classes.append("s-" + stroke.name)
            text += " stroke=\"\(palette[stroke])\""
            if let width { text += " stroke-width=\"\(number(width))\"" }
        }
        return classes.isEmpty ? text : " class=\"\(classes.joined(separator: " "))\"" + text
    }

    /// One line of text at a baseline.
    mutating func text(
        _ content: String,
        at origin: Point,
        size: Double? = nil,
        role: ColorRole,
        isBold: Bool = false,
        isCentred: Bool = false
    ) {
        output += "<text x=\"\(number(origin.x))\" y=\"\(number(origin.y))\""
        if let size { output += " font-size=\"\(number(size))\"" }
        if isBold { output += " font-weight=\"700\"" }
        if isCentred { output += " text-anchor=\"middle\"" }
        if !isCentred, SafeText.isRightToLeft(content) {
            // Text that starts on the right would run out to the left of its anchor.
            output += " direction=\"rtl\" text-anchor=\"end\""
        }
        output += "\(paint(fill: role))>\(SafeText.escaped(content))</text>"
    }

    /// Whether the figure brings some things forward and this is none of them.
    func isContext(_ ids: String...) -> Bool {
        let highlight = drawing.diagram.highlight
        return !highlight.isEmpty && !ids.contains(where: highlight.contains)
    }
}

/// Numbers as they stand in a figure.
enum SVGNumber {
    /// A number with at most one decimal, "." as its point, and no exponent.
    static func text(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + String(whole) + (rest == 0 ? "" : ".\(rest)")
    }
}

extension Drawing {
    /// Eight digits that follow everything drawn: the text, and the positions to a tenth of a point.
    var contentHash: String {
        var hash = ContentHash()
        for text in [diagram.title, diagram.subtitle, diagram.asOf] { hash.add(text ?? "") }
        for node in diagram.nodes {
            for text in [node.id, node.label, node.kind.rawValue, node.emphasis.rawValue, node.tooltip ?? ""]
            {
                hash.add(text)
            }
        }
        for link in diagram.links {
            for text in [link.id, link.from, link.to, link.family.rawValue, link.support.rawValue] {
                hash.add(text)
            }
            for text in link.label + link.sources.map(String.init) { hash.add(text) }
            hash.add(
                "\(link.isDirected) \(link.isDisputed) \(link.isEnded) \(link.isUnsourced) \(link.multiplicity)"
            )
            for text in [link.tooltip, link.href?.address, link.relation, link.dates] { hash.add(text ?? "") }
        }
        for source in diagram.sources {
            hash.add("\(source.number) \(source.text) \(source.url?.address ?? "")")
        }
        for text in diagram.notes + diagram.highlight.sorted() { hash.add(text) }
        for box in boxes { hash.add("\(SVGNumber.text(box.center.x)) \(SVGNumber.text(box.center.y))") }
        hash.add(labels.rawValue)
        return hash.digits
    }
}
