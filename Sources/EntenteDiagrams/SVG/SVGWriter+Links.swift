internal import Entente

extension SVGWriter {
    /// A link's line, its head and its end tick.
    mutating func writeLine(_ index: Int) {
        let link = drawing.diagram.links[index]
        let role = lineRole(link)
        output += "<g id=\"\(prefix)-e\(index + 1)\"\(linkData(link))>"
        output += "<title>\(SafeText.escaped(linkTitle(index)))</title>"
        var route = drawing.routes[index]
        if link.isDirected { route.shorten(by: Arrowhead.length(of: LineClass(link.family).head)) }
        let isBold = drawing.diagram.highlight.contains(link.id)
        let width = link.isEnded || isContext(link.id, link.from, link.to) ? 1.0 : isBold ? 2.4 : 1.5
        output +=
            "<path d=\"\(path(route))\"\(paint(stroke: role, width: width))\(dashes(link.shownSupport))/>"
        if link.isDirected {
            let tip = drawing.routes[index]
            writeHead(LineClass(link.family).head, at: tip.end, direction: tip.endDirection, role: role)
        }
        if link.isEnded { writeEndTick(index, role) }
        output += "</g>\n"
    }

    func lineRole(_ link: Diagram.Link) -> ColorRole {
        if link.isEnded { return .ended }
        return isContext(link.id, link.from, link.to) ? .contextStroke : .line(LineClass(link.family))
    }

    func dashes(_ support: Diagram.Support) -> String {
        switch support {
        case .stated: ""
        case .attributed: " stroke-dasharray=\"6 4\""
        case .alleged: " stroke-dasharray=\"1.4 3.6\" stroke-linecap=\"round\""
        }
    }

    private func path(_ route: Route) -> String {
        var text = "M\(point(route.start))"
        for piece in route.pieces {
            text +=
                piece.isStraight
                ? " L\(point(piece.end))"
                : " C\(point(piece.first)) \(point(piece.second)) \(point(piece.end))"
        }
        return text
    }

    private func linkData(_ link: Diagram.Link) -> String {
        var text = " data-e=\"\(attribute(link.id))\" data-family=\"\(link.family.rawValue)\""
        if let relation = link.relation { text += " data-type=\"\(attribute(relation))\"" }
        text += " data-from=\"\(attribute(link.from))\" data-to=\"\(attribute(link.to))\""
        let sources = FigureProse.sourceList(link)
        if !sources.isEmpty { text += " data-src=\"\(sources)\"" }
        if let dates = link.dates { text += " data-dates=\"\(attribute(dates))\"" }
        return text
    }

    private func linkTitle(_ index: Int) -> String {
        let ends = drawing.plan.links[index]
        return FigureProse.title(
            of: drawing.diagram.links[index],
            from: SafeText.line(drawing.plan.nodes[ends.from].fullLabel, limit: 200),
            to: SafeText.line(drawing.plan.nodes[ends.to].fullLabel, limit: 200)
        )
    }

    /// Two short bars across the line near its end: "it stops here".
    private mutating func writeEndTick(_ index: Int, _ role: ColorRole) {
        let line = MeasuredPolyline(drawing.routes[index].polyline)
        let link = drawing.diagram.links[index]
        let head = link.isDirected ? Arrowhead.length(of: LineClass(link.family).head) : 0
        for distance in [head + 6, head + 9] {
            let place = line.place(at: 1 - distance / max(line.length, distance))
            let across = place.direction.normal * 4
            output += "<path d=\"M\(point(place.point + across)) L\(point(place.point - across))\""
            output += "\(paint(stroke: role, width: 1.2))/>"
        }
    }

    mutating func writeHead(_ head: LineClass.Head, at tip: Point, direction: Point, role: ColorRole) {
        let back = direction * -1
        let side = direction.normal
        switch head {
        case .normal:
            output +=
                polygon([tip, tip + back * 8 + side * 3.2, tip + back * 8 - side * 3.2]) + paint(fill: role)
                + "/>"
        case .diamond:
            let middle = tip + back * 5
            output +=
                polygon([tip, middle + side * 3, tip + back * 10, middle - side * 3]) + paint(fill: role)
                + "/>"
        case .dot:
            let center = tip + back * 2.6
            output +=
                "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\" r=\"2.6\"\(paint(fill: role))/>"
        case .tee:
            let place = tip + back * 1.2
            output += "<path d=\"M\(point(place + side * 5)) L\(point(place - side * 5))\""
            output += "\(paint(stroke: role, width: 2.4))/>"
        case .vee:
            let left = tip + back * 7 + side * 3.6
            let right = tip + back * 7 - side * 3.6
            output += "<path d=\"M\(point(left)) L\(point(tip)) L\(point(right))\""
            output += "\(paint(stroke: role, width: 1.5)) stroke-linejoin=\"round\"/>"
        }
    }

    private func polygon(_ points: [Point]) -> String {
        "<path d=\"M\(points.map(point).joined(separator: " L"))Z\""
    }

    /// A link's label on its pale ground, within the link's address if it has one.
    mutating func writeLabel(_ index: Int) {
        guard let placed = drawing.placedLabels[index] else { return }
        let link = drawing.diagram.links[index]
        let box = placed.box
        output += "<g data-e=\"\(attribute(link.id))\"><title>\(SafeText.escaped(linkTitle(index)))</title>"
        if let leader = placed.leader {
            output +=
                "<path d=\"M\(point(leader)) L\(point(box.center))\"\(paint(stroke: .muted, width: 0.6))/>"
        }
        output += "<rect x=\"\(number(box.minX))\" y=\"\(number(box.minY))\" width=\"\(number(box.width))\""
        output +=
            " height=\"\(number(box.height))\" rx=\"2\"\(paint(fill: .background)) fill-opacity=\"0.94\"/>"
        if let href = link.href { output += "<a href=\"\(SafeText.escaped(href.address))\">" }
        writeLabelText(placed, isFaint: isContext(link.id, link.from, link.to) || link.isEnded)
        if link.href != nil { output += "</a>" }
        output += "</g>\n"
    }

    private mutating func writeLabelText(_ placed: LabelPlacement.Placed, isFaint: Bool) {
        let size = DrawingPlan.TypeSize.link
        let form = placed.form
        let lineHeight = size * TextMetrics.lineHeight
        var y = placed.box.center.y - Double(form.lines.count) * lineHeight / 2 + TextMetrics.baseline * size
        let marksRole: ColorRole = form.marks == "†" ? .line(.pressure) : .muted
        for (index, line) in form.lines.enumerated() {
            let isLast = index == form.lines.count - 1
            output += "<text x=\"\(number(placed.box.center.x))\" y=\"\(number(y))\" text-anchor=\"middle\""
            output += "\(paint(fill: isFaint ? .muted : .text))>\(SafeText.escaped(line))"
            if isLast, !form.marks.isEmpty {
                let gap = line.isEmpty ? "" : " dx=\"\(number(DrawingPlan.markGap))\""
                output += "<tspan\(gap)\(paint(fill: marksRole))>\(SafeText.escaped(form.marks))</tspan>"
            }
            output += "</text>"
            y += lineHeight
        }
    }
}

/// Sizes of arrowheads.
enum Arrowhead {
    /// How much of the line a head covers.
    static func length(of head: LineClass.Head) -> Double {
        switch head {
        case .normal: 7
        case .diamond: 9
        case .dot: 2.6
        case .tee: 1.2
        case .vee: 0.8
        }
    }
}

extension Route {
    /// Takes a little off the end, so that a line does not show beyond its head.
    mutating func shorten(by length: Double) {
        guard let last = pieces.last else { return }
        let from = pieces.count > 1 ? pieces[pieces.count - 2].end : start
        let direction = endDirection
        let available = last.end.distance(to: from)
        let cut = min(length, available * 0.8)
        let end = last.end - direction * cut
        if last.isStraight {
            pieces[pieces.count - 1] = .straight(from: from, to: end)
        } else {
            let second = last.second - direction * min(cut, last.second.distance(to: last.end) * 0.5)
            pieces[pieces.count - 1] = Piece(first: last.first, second: second, end: end, isStraight: false)
        }
    }
}
