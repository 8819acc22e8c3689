/// The size of loops drawn above their node.
enum LoopShape {
    /// How far the outermost of several loops reaches above the box.
    static func reach(count: Int) -> Double { count > 0 ? 20 + 12 * Double(count - 1) : 0 }
}

/// Lines for links between placed boxes, from outline to outline.
struct LinkRouting {
    /// The gap between an outline and the end of a line.
    static let gap = 1.5

    let plan: DrawingPlan
    let boxes: [Box]

    /// A route for every link.
    ///
    /// A single link is straight, unless a box stands in its way and some arc around it is free; parallel links are
    /// arcs side by side, loops stand above their node.
    func routes() -> [Route] {
        var routes = [Route?](repeating: nil, count: plan.links.count)
        for bundle in plan.bundles {
            for (index, route) in zip(bundle, routesOfBundle(bundle)) { routes[index] = route }
        }
        return routes.enumerated().map { index, route in
            route ?? Route(from: boxes[plan.links[index].from].center, to: boxes[plan.links[index].to].center)
        }
    }

    /// A straight line for a link whose route is missing.
    func straight(_ index: Int) -> Route {
        let link = plan.links[index]
        return link.from == link.to ? loop(link.from, place: 0) : arc(from: link.from, to: link.to, bulge: 0)
    }

    private func routesOfBundle(_ bundle: [Int]) -> [Route] {
        let first = plan.links[bundle[0]]
        let (low, high) = (min(first.from, first.to), max(first.from, first.to))
        if low == high { return bundle.indices.map { loop(low, place: $0) } }
        if bundle.count == 1 {
            return [detour(from: first.from, to: first.to)]
        }
        // The arcs lie as far apart as their labels are high across the line, within reason.
        let direction = (boxes[high].center - boxes[low].center).unit
        var across = 12.0
        for index in bundle {
            guard let form = plan.links[index].forms.first else { continue }
            across = max(across, form.size.width * abs(direction.y) + form.size.height * abs(direction.x) + 4)
        }
        let apart = min(across, 40)
        let middle = Double(bundle.count - 1) / 2
        return bundle.enumerated().map { place, index in
            let bulge = (Double(place) - middle) * apart
            let link = plan.links[index]
            return arc(from: link.from, to: link.to, bulge: link.from == low ? bulge : -bulge)
        }
    }

    private func detour(from: Int, to: Int) -> Route {
        let straight = arc(from: from, to: to, bulge: 0)
        let start = boxes[from].center
        let end = boxes[to].center
        let frame = Box(
            minX: min(start.x, end.x) - 90,
            minY: min(start.y, end.y) - 90,
            maxX: max(start.x, end.x) + 90,
            maxY: max(start.y, end.y) + 90
        )
        let near = boxes.indices.filter { $0 != from && $0 != to && boxes[$0].overlaps(frame) }
        let hits = { (route: Route) in
            let line = route.polyline
            return near.filter { boxes[$0].inset(by: -3).meets(line) }.count
        }
        var best = (hits: hits(straight), route: straight)
        guard best.hits > 0 else { return straight }
        for bulge in [18.0, -18, 32, -32, 48, -48, 66, -66, 86, -86] {
            let route = arc(from: from, to: to, bulge: bulge)
            let count = hits(route)
            if count < best.hits { best = (count, route) }
            if count == 0 { break }
        }
        return best.route
    }

    /// An arc whose middle lies a bulge to the side of the straight line, cut where it meets the outlines.
    private func arc(from: Int, to: Int, bulge: Double) -> Route {
        let start = boxes[from].center
        let end = boxes[to].center
        let direction = (end - start).unit
        if bulge == 0 {
            let first = cut(from, toward: end) + direction * Self.gap
            let last = cut(to, toward: start) - direction * Self.gap
            // Boxes that touch leave no line; a hair of one still shows where it is.
            if (last - first).dot(direction) <= 0 {
                let middle = first.mixed(with: last, at: 0.5)
                return Route(from: middle - direction * 0.5, to: middle + direction * 0.5)
            }
            return Route(from: first, to: last)
        }
        let normal = direction.normal
        // Ends spread along the outline by half of the bulge, so that parallel arcs do not meet in one point.
        let middle = start.mixed(with: end, at: 0.5) + normal * bulge
        let first = cut(from, toward: middle + normal * (bulge * 0.3))
        let last = cut(to, toward: middle + normal * (bulge * 0.3))
        let chordMiddle = first.mixed(with: last, at: 0.5)
        let control = chordMiddle + (middle - chordMiddle) * 2
        let begin = first + (control - first).unit * Self.gap
        let finish = last + (control - last).unit * Self.gap
        return Route(from: begin, through: control, to: finish)
    }

    private func cut(_ node: Int, toward point: Point) -> Point {
        let box = boxes[node]
        return plan.nodes[node].shape.entry(of: box, from: point, to: box.center) ?? box.center
    }

    /// A loop above or below its node, on the side where fewer links are.
    private func loop(_ node: Int, place: Int) -> Route {
        let box = boxes[node]
        let half = min(10 + 5 * Double(place), box.width / 2 - 4)
        let up = isFreerAbove(node) ? 1.0 : -1.0
        let reach = LoopShape.reach(count: place + 1) * 4 / 3 * up
        let outside = Point(box.center.x - half, box.center.y - up * (box.height + 200))
        let left = cut(node, toward: outside) + Point(-half * 0.2, -Self.gap * up)
        let right = Point(2 * box.center.x - left.x, left.y)
        let spread = half + 8
        return Route(
            start: left,
            pieces: [
                Route.Piece(
                    first: Point(box.center.x - spread, left.y - reach),
                    second: Point(box.center.x + spread, right.y - reach),
                    end: right,
                    isStraight: false
                )
            ]
        )
    }

    private func isFreerAbove(_ node: Int) -> Bool {
        var balance = 0.0
        for link in plan.links where (link.from == node) != (link.to == node) {
            let other = boxes[link.from == node ? link.to : link.from].center
            balance += (other - boxes[node].center).unit.y
        }
        return balance >= 0
    }
}
