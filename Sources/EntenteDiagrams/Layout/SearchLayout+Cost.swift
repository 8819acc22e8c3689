/// A bundle as drawn: centre to centre, its visible part, and the label in the middle of that.
struct SearchLine: Sendable {
    var nodes: (Int, Int)
    var count: Double
    var from: Point
    var to: Point
    var direction: Point
    /// The length between the outlines, and the length that its label needs.
    var visible: Double
    var need: Double
    /// The label's centre and half size; zero for no label.
    var label: Point
    var half: Point
    /// The corners of a frame around line and label.
    var low: Point
    var high: Point

    var hasLabel: Bool { half.x > 0 }
}

extension SearchLayout {
    /// What each fault costs.
    private enum Weight {
        static let boxOverlap = 30.0
        static let closeBoxes = 2.0
        static let crossing = 1.6
        static let throughNode = 8.0
        static let labelOnNode = 5.0
        static let labelOnLabel = 5.0
        static let labelOnLink = 0.9
        static let shortLink = 5.0
        static let longLink = 0.011
        static let smallAngle = 2.4
        static let sameDirection = 4.0
        static let slant = 0.35
        static let area = 3.0
        static let offPage = 60.0
    }

    /// The cost of the whole drawing.
    func totalCost() -> Double {
        var cost = pageCost()
        for node in places.indices {
            for other in places.indices where other > node { cost += boxCost(node, other) }
        }
        lines.withUnsafeBufferPointer { buffer in
            guard let all = buffer.baseAddress else { return }
            for index in buffer.indices {
                cost += ownCost(all[index])
                for node in places.indices { cost += nodeCost(node, all + index) }
                for other in (index + 1)..<max(buffer.count, index + 1) {
                    cost += Self.pairCost(all + index, all + other)
                }
            }
        }
        return cost
    }

    /// The cost of everything that changes when one node moves, or two.
    mutating func touchedCost(_ node: Int, _ second: Int?) -> Double {
        stampValue += 1
        var touched = incidence[node]
        for index in touched { stamp[index] = stampValue }
        if let second {
            for index in incidence[second] where stamp[index] != stampValue {
                stamp[index] = stampValue
                touched.append(index)
            }
        }
        return cost(of: touched, node, second)
    }

    /// The part of the cost that depends on some lines and on one node or two.
    ///
    /// This is the innermost loop of a layout: the arrays are opened once, and lines are passed by address, since a
    /// copy of a line costs more than most of the tests that are made with it.
    private func cost(of touched: [Int], _ node: Int, _ second: Int?) -> Double {
        var cost = pageCost()
        for other in places.indices where other != node { cost += boxCost(node, other) }
        if let second {
            for other in places.indices where other != node && other != second {
                cost += boxCost(second, other)
            }
        }
        lines.withUnsafeBufferPointer { buffer in
            guard let all = buffer.baseAddress else { return }
            for position in touched.indices {
                let own = all + touched[position]
                cost += ownCost(own.pointee)
                for other in places.indices { cost += nodeCost(other, own) }
                for later in touched[(position + 1)...] { cost += Self.pairCost(own, all + later) }
                for other in buffer.indices where stamp[other] != stampValue {
                    cost += Self.pairCost(own, all + other)
                }
            }
            for index in buffer.indices where stamp[index] != stampValue {
                cost += nodeCost(node, all + index)
                if let second { cost += nodeCost(second, all + index) }
            }
        }
        return cost
    }

    func line(_ index: Int) -> SearchLine {
        let bundle = bundles[index]
        let from = places[bundle.from]
        let to = places[bundle.to]
        let offset = to - from
        let distance = max(offset.length, 1e-6)
        let direction = offset * (1 / distance)
        let ux = max(abs(direction.x), 1e-9)
        let uy = max(abs(direction.y), 1e-9)
        let startCut = min(halves[bundle.from].x / ux, halves[bundle.from].y / uy)
        let endCut = min(halves[bundle.to].x / ux, halves[bundle.to].y / uy)
        let visible = distance - startCut - endCut
        let along = bundle.label.width > 0 ? min(bundle.label.width / ux, bundle.label.height / uy) : 0
        let label = from + direction * (startCut + visible / 2)
        let half = Point(bundle.label.width / 2, bundle.label.height / 2)
        return SearchLine(
            nodes: (bundle.from, bundle.to),
            count: Double(bundle.count),
            from: from,
            to: to,
            direction: direction,
            visible: visible,
            need: max(along + bundle.clearance, 30),
            label: label,
            half: half,
            low: Point(min(from.x, to.x, label.x - half.x), min(from.y, to.y, label.y - half.y)),
            high: Point(max(from.x, to.x, label.x + half.x), max(from.y, to.y, label.y + half.y))
        )
    }

    private func boxCost(_ first: Int, _ second: Int) -> Double {
        let dx = abs(places[first].x - places[second].x) - halves[first].x - halves[second].x
        let dy = abs(places[first].y - places[second].y) - halves[first].y - halves[second].y
        if dx >= 20 || dy >= 18 { return 0 }
        if dx < 8, dy < 8 { return Weight.boxOverlap + (8 - max(dx, dy)) * 0.2 }
        return Weight.closeBoxes * (1 - max(dx / 20, dy / 18))
    }

    private func ownCost(_ line: SearchLine) -> Double {
        var cost = 0.0
        if line.visible < line.need {
            let lack = min((line.need - line.visible) / line.need, 2)
            cost += Weight.shortLink * lack * (0.4 + lack)
        } else {
            cost += (line.visible - line.need) * Weight.longLink
        }
        // Level and upright lines are calmer than ones that are nearly so.
        let slant = min(abs(line.direction.x), abs(line.direction.y))
        return cost + (slant > 1e-6 ? Weight.slant : 0)
    }

    private func nodeCost(_ node: Int, _ line: UnsafePointer<SearchLine>) -> Double {
        let place = places[node]
        let half = halves[node]
        let margin = 6.0
        if line.pointee.low.x > place.x + half.x + margin || line.pointee.high.x < place.x - half.x - margin
            || line.pointee.low.y > place.y + half.y + margin
            || line.pointee.high.y < place.y - half.y - margin
        {
            return 0
        }
        var cost = 0.0
        if line.pointee.hasLabel, abs(line.pointee.label.x - place.x) < half.x + line.pointee.half.x + 3,
            abs(line.pointee.label.y - place.y) < half.y + line.pointee.half.y + 2
        {
            cost += Weight.labelOnNode
        }
        if node == line.pointee.nodes.0 || node == line.pointee.nodes.1 { return cost }
        if min(line.pointee.from.x, line.pointee.to.x) > place.x + half.x + margin
            || max(line.pointee.from.x, line.pointee.to.x) < place.x - half.x - margin
            || min(line.pointee.from.y, line.pointee.to.y) > place.y + half.y + margin
            || max(line.pointee.from.y, line.pointee.to.y) < place.y - half.y - margin
        {
            return cost
        }
        let across = abs(line.pointee.direction.cross(place - line.pointee.from))
        let reach =
            (half.x + margin) * abs(line.pointee.direction.y) + (half.y + margin)
            * abs(line.pointee.direction.x)
        if across < reach { cost += Weight.throughNode * (0.6 + 0.4 * (1 - across / reach)) }
        return cost
    }

    private static func pairCost(_ one: UnsafePointer<SearchLine>, _ two: UnsafePointer<SearchLine>) -> Double
    {
        let areApart =
            one.pointee.low.x > two.pointee.high.x + 2 || two.pointee.low.x > one.pointee.high.x + 2
            || one.pointee.low.y > two.pointee.high.y + 2
            || two.pointee.low.y > one.pointee.high.y + 2
        if areApart { return 0 }
        var cost = 0.0
        let startsShare =
            one.pointee.nodes.0 == two.pointee.nodes.0 || one.pointee.nodes.0 == two.pointee.nodes.1
        let endsShare =
            one.pointee.nodes.1 == two.pointee.nodes.0 || one.pointee.nodes.1 == two.pointee.nodes.1
        if startsShare || endsShare {
            let shared = startsShare ? one.pointee.nodes.0 : one.pointee.nodes.1
            let cosine =
                one.pointee.direction.dot(two.pointee.direction) * (startsShare ? 1 : -1)
                * (two.pointee.nodes.0 == shared ? 1 : -1)
            if cosine > 0 {
                let sine = abs(one.pointee.direction.cross(two.pointee.direction))
                if sine < 0.45 { cost += Weight.smallAngle * (0.45 - sine) }
                if sine < 0.12 { cost += Weight.sameDirection }
            }
        } else if cross(one, two) {
            let sine = abs(one.pointee.direction.cross(two.pointee.direction))
            cost += Weight.crossing * (1.25 - 0.25 * sine) * min(one.pointee.count * two.pointee.count, 4)
        }
        if one.pointee.hasLabel, two.pointee.hasLabel,
            abs(one.pointee.label.x - two.pointee.label.x) < one.pointee.half.x + two.pointee.half.x + 2,
            abs(one.pointee.label.y - two.pointee.label.y) < one.pointee.half.y + two.pointee.half.y + 1
        {
            cost += Weight.labelOnLabel
        }
        if one.pointee.hasLabel, labelTouches(one, two) { cost += Weight.labelOnLink }
        if two.pointee.hasLabel, labelTouches(two, one) { cost += Weight.labelOnLink }
        return cost
    }

    /// Whether the label of one line lies on another line.pointee.
    private static func labelTouches(_ owner: UnsafePointer<SearchLine>, _ line: UnsafePointer<SearchLine>)
        -> Bool
    {
        if min(line.pointee.from.x, line.pointee.to.x) > owner.pointee.label.x + owner.pointee.half.x
            || max(line.pointee.from.x, line.pointee.to.x) < owner.pointee.label.x - owner.pointee.half.x
            || min(line.pointee.from.y, line.pointee.to.y) > owner.pointee.label.y + owner.pointee.half.y
            || max(line.pointee.from.y, line.pointee.to.y) < owner.pointee.label.y - owner.pointee.half.y
        {
            return false
        }
        let across = abs(line.pointee.direction.cross(owner.pointee.label - line.pointee.from))
        return across < owner.pointee.half.x * abs(line.pointee.direction.y) + owner.pointee.half.y
            * abs(line.pointee.direction.x)
    }

    private static func cross(_ one: UnsafePointer<SearchLine>, _ two: UnsafePointer<SearchLine>) -> Bool {
        let first = one.pointee.direction.cross(two.pointee.from - one.pointee.from)
        let second = one.pointee.direction.cross(two.pointee.to - one.pointee.from)
        if first > 0 && second > 0 || first < 0 && second < 0 { return false }
        let third = two.pointee.direction.cross(one.pointee.from - two.pointee.from)
        let fourth = two.pointee.direction.cross(one.pointee.to - two.pointee.from)
        return !(third > 0 && fourth > 0 || third < 0 && fourth < 0)
    }

    private func pageCost() -> Double {
        var low = Point(.infinity, .infinity)
        var high = Point(-.infinity, -.infinity)
        for index in places.indices {
            let place = places[index]
            let half = halves[index]
            low = Point(min(low.x, place.x - half.x), min(low.y, place.y - half.y))
            high = Point(max(high.x, place.x + half.x), max(high.y, place.y + half.y))
        }
        let width = high.x - low.x
        let height = high.y - low.y
        // Within the page a smaller drawing is a little better; beyond it each part of the reduction is dear.
        let area = (width * height / (page.width * page.height)).squareRoot()
        let over = max(width / page.width, height / page.height) - 1
        return Weight.area * area + Weight.offPage * max(over, 0)
    }
}
