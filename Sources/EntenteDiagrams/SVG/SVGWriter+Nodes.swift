internal import Entente

extension SVGWriter {
    mutating func writeNode(_ index: Int) {
        let node = drawing.diagram.nodes[index]
        let plan = drawing.plan.nodes[index]
        let box = drawing.boxes[index]
        var title = "\(plan.fullLabel) (\(node.kind.rawValue))"
        if let tooltip = node.tooltip { title += "; " + SafeText.line(tooltip) }
        output += "<g id=\"\(prefix)-n\(index + 1)\" data-n=\"\(attribute(node.id))\""
        output += " data-kind=\"\(node.kind.rawValue)\">"
        output += "<title>\(SafeText.escaped(title))</title>"
        let isFaint = node.emphasis == .faint || isContext(node.id)
        let isStrong = node.emphasis == .strong || drawing.diagram.highlight.contains(node.id)
        writeShape(plan.shape, box, kind: node.kind, isFaint: isFaint, width: isStrong ? 2 : 1.3)
        let size = DrawingPlan.TypeSize.node
        let lineHeight = size * TextMetrics.lineHeight
        var y = box.center.y + plan.shape.textOffset - Double(plan.lines.count) * lineHeight / 2
        y += TextMetrics.baseline * size
        for line in plan.lines {
            text(
                line,
                at: Point(box.center.x, y),
                size: size,
                role: isFaint ? .muted : .text,
                isBold: plan.isBold,
                isCentred: true
            )
            y += lineHeight
        }
        output += "</g>\n"
    }

    /// An id or other text as an attribute's value, without what XML forbids.
    func attribute(_ text: String) -> String { SafeText.escaped(SafeText.line(text, limit: 300)) }

    mutating func writeShape(_ shape: NodeShape, _ box: Box, kind: EntityKind, isFaint: Bool, width: Double) {
        let paint = paint(
            fill: shape == .plain || shape == .underlined
                ? .background : isFaint ? .contextFill : .fill(kind),
            stroke: shape == .plain || shape == .underlined ? nil : isFaint ? .contextStroke : .stroke(kind),
            width: width
        )
        switch shape {
        case .box, .pill, .doublePill, .card:
            rectangle(box, radius: min(shape.radius(of: box), box.height / 2), paint)
        case .octagon, .hexagon, .lozenge, .plain, .underlined:
            output += "<path d=\"M\(shape.outline(of: box).map(point).joined(separator: " L"))Z\"\(paint)/>"
        case .note:
            let fold = min(8, box.height / 3)
            output += "<path d=\"M\(point(Point(box.minX, box.minY))) H\(number(box.maxX - fold))"
            output +=
                " L\(point(Point(box.maxX, box.minY + fold))) V\(number(box.maxY)) H\(number(box.minX))Z"
            output +=
                " M\(point(Point(box.maxX - fold, box.minY))) V\(number(box.minY + fold)) H\(number(box.maxX))\""
            output += "\(paint) stroke-linejoin=\"round\"/>"
        }
        writeExtra(shape, box, kind: kind, isFaint: isFaint)
    }

    /// What a shape has besides its outline: an inner outline, a bar, an underline.
    private mutating func writeExtra(_ shape: NodeShape, _ box: Box, kind: EntityKind, isFaint: Bool) {
        let stroke: ColorRole = isFaint ? .contextStroke : .stroke(kind)
        switch shape {
        case .doublePill:
            let inner = box.inset(by: 3)
            let radius = max(shape.radius(of: box) - 3, 0)
            rectangle(inner, radius: min(radius, inner.height / 2), paint(stroke: stroke, width: 0.9))
        case .card:
            let y = box.minY + min(5, box.height / 3)
            output += "<path d=\"M\(point(Point(box.minX, y))) H\(number(box.maxX))\""
            output += "\(paint(stroke: stroke, width: 1.3))/>"
        case .underlined:
            let y = box.maxY - 2
            output += "<path d=\"M\(point(Point(box.minX + 3, y))) H\(number(box.maxX - 3))\""
            output += "\(paint(stroke: stroke, width: 1))/>"
        default: break
        }
    }

    private mutating func rectangle(_ box: Box, radius: Double, _ paint: String) {
        output += "<rect x=\"\(number(box.minX))\" y=\"\(number(box.minY))\" width=\"\(number(box.width))\""
        output += " height=\"\(number(box.height))\" rx=\"\(number(radius))\"\(paint)/>"
    }
}
