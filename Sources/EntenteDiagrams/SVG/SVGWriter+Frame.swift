internal import Entente

extension SVGWriter {
    /// Headline, subtitle and the line with the date.
    mutating func writeHeadline() {
        for line in drawing.frame.lines where [.title, .subtitle, .asOf].contains(line.style) {
            writeLine(line)
        }
    }

    /// Rule, legend, sources and notes.
    mutating func writeFoot() {
        let frame = drawing.frame
        if let y = frame.ruleY {
            output += "<path d=\"M\(point(Point(FigureFrame.margin, y)))"
            output +=
                " H\(number(frame.size.width - FigureFrame.margin))\"\(paint(stroke: .rule, width: 1))/>\n"
        }
        if !frame.legend.isEmpty {
            output += "<g id=\"\(prefix)-legend\">\n"
            for entry in frame.legend { writeEntry(entry) }
            output += "</g>\n"
        }
        let rest = frame.lines.filter { ![.title, .subtitle, .asOf].contains($0.style) }
        guard !rest.isEmpty else { return }
        output += "<g id=\"\(prefix)-sources\">\n"
        for line in rest { writeLine(line) }
        output += "</g>\n"
    }

    private mutating func writeLine(_ line: FigureFrame.TextLine) {
        if let url = line.url { output += "<a href=\"\(SafeText.escaped(url.address))\">" }
        let size: Double =
            switch line.style {
            case .title: DrawingPlan.TypeSize.title
            case .subtitle: DrawingPlan.TypeSize.subtitle
            default: DrawingPlan.TypeSize.foot
            }
        let isDark = line.style == .title || line.style == .heading
        text(line.text, at: line.origin, size: size, role: isDark ? .text : .muted, isBold: isDark)
        if line.url != nil { output += "</a>" }
        output += "\n"
    }

    private mutating func writeEntry(_ entry: FigureFrame.LegendEntry) {
        output += "<g>"
        let width = FigureFrame.width(of: entry.sample)
        let start = entry.origin
        let end = start + Point(width, 0)
        switch entry.sample {
        case .kind(let kind):
            let shape = NodeShape(kind)
            let box = Box(center: start + Point(width / 2, 0), width: shape == .lozenge ? 20 : 22, height: 12)
            writeShape(shape, box, kind: kind, isFaint: false, width: 1.2)
            if shape == .plain {
                text(
                    "abc",
                    at: box.center + Point(0, 3.1),
                    size: DrawingPlan.TypeSize.foot,
                    role: .text,
                    isCentred: true
                )
            }
        case .line(let line, let isDirected):
            sampleLine(
                from: start,
                to: isDirected ? end - Point(Arrowhead.length(of: line.head), 0) : end,
                .line(line),
                ""
            )
            if isDirected { writeHead(line.head, at: end, direction: Point(1, 0), role: .line(line)) }
        case .support(let support):
            sampleLine(from: start, to: end, .text, dashes(support))
        case .ended:
            sampleLine(from: start, to: end, .ended, "", width: 1)
            for x in [-6.0, -9] {
                output += "<path d=\"M\(point(end + Point(x, -4))) v8\"\(paint(stroke: .ended, width: 1.2))/>"
            }
        case .mark(let mark):
            text(mark, at: start + Point(0, 3.1), size: DrawingPlan.TypeSize.foot, role: .text)
        }
        let size = DrawingPlan.TypeSize.foot
        text(entry.text, at: Point(end.x + 5, start.y + 3.1), size: size, role: .muted)
        output += "</g>\n"
    }

    private mutating func sampleLine(
        from start: Point,
        to end: Point,
        _ role: ColorRole,
        _ dashes: String,
        width: Double = 1.5
    ) {
        output += "<path d=\"M\(point(start)) L\(point(end))\"\(paint(stroke: role, width: width))\(dashes)/>"
    }
}
