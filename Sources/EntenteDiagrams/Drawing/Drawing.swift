/// A diagram with positions: ready to be written as SVG or DOT.
public struct Drawing: Sendable {
    /// What is drawn.
    public let diagram: Diagram
    /// What computed the positions.
    public let engine: LayoutEngine
    /// What is written on the links.
    public let labels: LinkLabels
    /// How good the drawing is.
    public let metrics: DiagramMetrics
    /// What a reader should know: a fallback to another layout, type that is too small on its page, labels without
    /// their words.
    public let warnings: [String]

    let plan: DrawingPlan
    /// The boxes of the nodes, in the order of the diagram's nodes.
    package let boxes: [Box]
    let routes: [Route]
    let placedLabels: [LabelPlacement.Placed?]
    let frame: FigureFrame

    /// The figure's width in points, with everything around the drawing.
    public var width: Double { frame.size.width }
    /// The figure's height in points.
    public var height: Double { frame.size.height }

    /// The boxes of the labels, for those links that have one in sight.
    package var labelBoxes: [Box] { placedLabels.compactMap { $0?.box } }

    /// The centre of a node in the figure, in points from the upper left corner; nil for an unknown id.
    public func center(of id: String) -> (x: Double, y: Double)? {
        guard let index = diagram.nodes.firstIndex(where: { $0.id == id }) else { return nil }
        return (boxes[index].center.x, boxes[index].center.y)
    }
}

extension Drawing {
    /// Completes a layout: lines, labels, frame and metrics.
    ///
    /// - Parameters:
    ///   - places: The centres of the nodes, in any frame.
    ///   - given: Routes that a layout brought along; nil where the link is to be drawn straight.
    init(
        _ plan: DrawingPlan,
        engine: LayoutEngine,
        places: [Point],
        given: [Route?]? = nil,
        page: DiagramPage
    ) {
        let raw = zip(places, plan.nodes).map { Box(center: $0, size: $1.size) }
        let router = LinkRouting(plan: plan, boxes: raw)
        let free = given.map { router.completed($0) } ?? router.routes()
        let placement = LabelPlacement(
            plan: plan,
            boxes: raw,
            lines: free.map { MeasuredPolyline($0.polyline) }
        )
        let rawLabels = placement.labels()

        var extent = raw.first ?? Box(center: .zero, width: 0, height: 0)
        for box in raw { extent = extent.union(box) }
        for route in free { extent = extent.union(DiagramMetrics.frame(route.polyline)) }
        for case .some(let label) in rawLabels { extent = extent.union(label.box) }
        let size = Size(width: extent.width + 4, height: extent.height + 4)
        let frame = FigureFrame(plan, drawing: size)
        let offset = frame.drawingOrigin - Point(extent.minX - 2, extent.minY - 2)

        diagram = plan.diagram
        labels = plan.labels
        self.plan = plan
        self.engine = engine
        self.frame = frame
        boxes = raw.map { Box(center: $0.center + offset, width: $0.width, height: $0.height) }
        routes = free.map { $0.moved(by: offset) }
        placedLabels = rawLabels.map { label in
            label.map { label in
                LabelPlacement.Placed(
                    form: label.form,
                    box: Box(center: label.box.center + offset, size: label.form.size),
                    leader: label.leader.map { $0 + offset }
                )
            }
        }
        metrics = DiagramMetrics(
            plan: plan,
            boxes: boxes,
            polylines: routes.map(\.polyline),
            labels: placedLabels,
            drawing: size,
            figure: frame.size,
            page: page
        )
        warnings = []
    }

    /// The same drawing with more to say.
    func warning(_ more: [String]) -> Drawing {
        Drawing(copying: self, warnings: warnings + more)
    }

    private init(copying other: Drawing, warnings: [String]) {
        diagram = other.diagram
        engine = other.engine
        labels = other.labels
        metrics = other.metrics
        plan = other.plan
        boxes = other.boxes
        routes = other.routes
        placedLabels = other.placedLabels
        frame = other.frame
        self.warnings = warnings
    }
}

extension LinkRouting {
    /// Routes of a layout, led on to the outlines of the shapes; straight lines where there is none.
    func completed(_ given: [Route?]) -> [Route] {
        given.enumerated().map { index, route in
            guard var route else { return straight(index) }
            let link = plan.links[index]
            guard link.from != link.to else { return route }
            // Graphviz may name the ends the other way round for links that it turned.
            let own = boxes[link.from].center
            if route.start.distance(to: own) > route.end.distance(to: own),
                route.end.distance(to: boxes[link.to].center)
                    > route.start.distance(to: boxes[link.to].center)
            {
                route = route.reversed
            }
            if let end = landing(link.to, from: route.end, direction: route.endDirection) {
                route.pieces.append(.straight(from: route.end, to: end))
            }
            if let start = landing(link.from, from: route.start, direction: route.startDirection * -1) {
                route.pieces.insert(.straight(from: start, to: route.start), at: 0)
                route.start = start
            }
            return route
        }
    }

    /// Where a line that ends at a node's box meets its outline, if that is further on.
    private func landing(_ node: Int, from point: Point, direction: Point) -> Point? {
        let box = boxes[node]
        let shape = plan.nodes[node].shape
        let reach = box.width + box.height
        let ahead = shape.entry(of: box, from: point, to: point + direction * reach)
        let inward = shape.entry(of: box, from: point, to: box.center)
        guard
            let target = [ahead, inward].compactMap({ $0 }).min(by: {
                $0.distance(to: point) < $1.distance(to: point)
            })
        else { return nil }
        let distance = target.distance(to: point)
        return distance > Self.gap + 0.5 ? target - (target - point).unit * Self.gap : nil
    }
}

extension Route {
    /// The same way walked from its end.
    var reversed: Route {
        var points = [start]
        points += pieces.map(\.end)
        var result: [Piece] = []
        for (index, piece) in pieces.enumerated().reversed() {
            result.append(
                Piece(
                    first: piece.second,
                    second: piece.first,
                    end: points[index],
                    isStraight: piece.isStraight
                )
            )
        }
        return Route(start: end, pieces: result)
    }
}
