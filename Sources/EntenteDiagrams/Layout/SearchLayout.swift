/// A search for a drawing with few crossings, short links and room for every label.
///
/// Nodes stand on a fine grid. A move takes one node elsewhere, or exchanges two; it is kept when the cost of what it
/// touches grows by less than a threshold that sinks to zero (threshold accepting, Dueck and Scheuer 1990,
/// doi:10.1016/0021-9991(90)90201-B, on the kind of cost of Davidson and Harel 1996, doi:10.1145/234535.234538). A
/// threshold needs no exponential function, so the search is the same on every machine.
///
/// - Complexity: O(moves · degree · (n + m)); the number of moves is fixed by n.
struct SearchLayout {
    /// Larger components are placed by stress alone.
    static let largestNodeCount = 150

    private(set) var places: [Point]
    private let sizes: [Size]
    private let bundles: [LayoutProblem.Bundle]
    private let incidence: [[Int]]
    private let page: Size
    /// Half sizes, with the margin that boxes keep around them.
    private let halves: [Point]
    private var stamp: [Int]
    private var stampValue = 0

    static let gridX = 6.0
    static let gridY = 12.0

    init(_ problem: LayoutProblem, places: [Point]) {
        sizes = problem.sizes
        bundles = problem.bundles
        incidence = problem.incidence
        page = problem.page
        halves = sizes.map { Point($0.width / 2, $0.height / 2) }
        stamp = [Int](repeating: 0, count: problem.bundles.count)
        self.places = places.map(Self.onGrid)
    }

    static func onGrid(_ point: Point) -> Point {
        Point((point.x / gridX).rounded() * gridX, (point.y / gridY).rounded() * gridY)
    }

    mutating func run(seed: UInt64, effort: Double) throws(DiagramError) {
        let count = places.count
        guard count > 1 else { return }
        var generator = SplitMix64(seed: seed ^ 0x5EED)
        let moves = Int(effort * Double(count) * (count <= 40 ? 3000 : max(3000 * 40 / Double(count), 400)))
        let reach = max(extent.width, extent.height) / 2
        var best = places
        var bestCost = totalCost()
        var cost = bestCost
        for move in 0..<moves {
            let progress = Double(move) / Double(moves)
            if move % 4096 == 0, Task.isCancelled {
                throw DiagramError(.cancelled, "the layout was cancelled")
            }
            let left = 1 - progress
            let threshold = 5 * left * left * left
            let node = generator.below(count)
            if generator.below(16) == 0 {
                var other = generator.below(count - 1)
                if other >= node { other += 1 }
                cost += tryExchange(node, other, threshold: threshold)
            } else {
                let place = proposal(for: node, reach: max(reach * left * left, 15), using: &generator)
                cost += tryMove(node, to: place, threshold: threshold)
            }
            if cost < bestCost - 1e-9 {
                bestCost = cost
                best = places
            }
        }
        places = best
    }

    private var extent: Size {
        let xs = places.map(\.x)
        let ys = places.map(\.y)
        return Size(
            width: (xs.max() ?? 0) - (xs.min() ?? 0),
            height: (ys.max() ?? 0) - (ys.min() ?? 0)
        )
    }

    /// A place near the node, near the middle of its neighbours, or in line with another node.
    private func proposal(for node: Int, reach: Double, using generator: inout SplitMix64) -> Point {
        var place = places[node]
        switch generator.below(8) {
        case 0 where !incidence[node].isEmpty:
            var sum = Point.zero
            for index in incidence[node] {
                sum = sum + places[bundles[index].from == node ? bundles[index].to : bundles[index].from]
            }
            place = sum * (1 / Double(incidence[node].count))
            place.x += (generator.unit() - 0.5) * 120
            place.y += (generator.unit() - 0.5) * 120
        case 1:
            place.y = places[generator.below(places.count)].y
            place.x += (generator.unit() - 0.5) * reach
        case 2:
            place.x = places[generator.below(places.count)].x
            place.y += (generator.unit() - 0.5) * reach
        default:
            place.x += (generator.unit() - 0.5) * 2 * reach
            place.y += (generator.unit() - 0.5) * 2 * reach
        }
        return Self.onGrid(place)
    }

    private mutating func tryMove(_ node: Int, to place: Point, threshold: Double) -> Double {
        let old = places[node]
        guard place != old else { return 0 }
        let before = touchedCost(node, nil)
        places[node] = place
        let change = touchedCost(node, nil) - before
        if change <= threshold { return change }
        places[node] = old
        return 0
    }

    private mutating func tryExchange(_ node: Int, _ other: Int, threshold: Double) -> Double {
        let before = touchedCost(node, other)
        places.swapAt(node, other)
        let change = touchedCost(node, other) - before
        if change <= threshold { return change }
        places.swapAt(node, other)
        return 0
    }
}

// MARK: - The cost

extension SearchLayout {
    /// What each fault costs; a crossing is the unit.
    private enum Weight {
        static let boxOverlap = 30.0
        static let closeBoxes = 2.0
        static let crossing = 1.6
        static let throughNode = 9.0
        static let labelOnNode = 5.0
        static let labelOnLabel = 5.0
        static let labelOnLink = 0.9
        static let shortLink = 5.0
        static let longLink = 0.011
        static let smallAngle = 1.2
        static let offPage = 0.06
        static let slant = 0.12
    }

    /// The cost of the whole drawing.
    mutating func totalCost() -> Double {
        var cost = pageCost()
        for node in places.indices {
            for other in places.indices where other > node { cost += boxCost(node, other) }
        }
        let lines = bundles.indices.map(line)
        for index in bundles.indices {
            cost += ownCost(lines[index])
            for node in places.indices { cost += nodeCost(node, lines[index], bundles[index]) }
            for other in bundles.indices where other > index {
                cost += pairCost(index, lines[index], other, lines[other])
            }
        }
        return cost
    }

    /// The cost of everything that changes when one node moves, or two.
    private mutating func touchedCost(_ node: Int, _ second: Int?) -> Double {
        stampValue += 1
        var cost = pageCost()
        var touched = incidence[node]
        for index in touched { stamp[index] = stampValue }
        for other in places.indices where other != node { cost += boxCost(node, other) }
        if let second {
            for other in places.indices where other != node && other != second {
                cost += boxCost(second, other)
            }
            for index in incidence[second] where stamp[index] != stampValue {
                stamp[index] = stampValue
                touched.append(index)
            }
        }
        for (position, index) in touched.enumerated() {
            let own = line(index)
            cost += ownCost(own)
            for other in places.indices { cost += nodeCost(other, own, bundles[index]) }
            for other in touched[(position + 1)...] { cost += pairCost(index, own, other, line(other)) }
            for other in bundles.indices where stamp[other] != stampValue {
                cost += pairCost(index, own, other, line(other))
            }
        }
        for index in bundles.indices where stamp[index] != stampValue {
            let own = line(index)
            cost += nodeCost(node, own, bundles[index])
            if let second { cost += nodeCost(second, own, bundles[index]) }
        }
        return cost
    }

    /// A bundle as drawn: centre to centre, its visible part, and the label in the middle of that.
    struct Line {
        var from: Point
        var to: Point
        var direction: Point
        var visible: Double
        var need: Double
        var label: Box
    }

    private func line(_ index: Int) -> Line {
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
        return Line(
            from: from,
            to: to,
            direction: direction,
            visible: visible,
            need: max(along + 26, 30),
            label: Box(center: from + direction * (startCut + visible / 2), size: bundle.label)
        )
    }

    private func boxCost(_ first: Int, _ second: Int) -> Double {
        let dx = abs(places[first].x - places[second].x) - halves[first].x - halves[second].x
        let dy = abs(places[first].y - places[second].y) - halves[first].y - halves[second].y
        if dx >= 20 || dy >= 18 { return 0 }
        if dx < 8, dy < 8 { return Weight.boxOverlap + (8 - max(dx, dy)) * 0.2 }
        return Weight.closeBoxes * (1 - max(dx / 20, dy / 18))
    }

    private func ownCost(_ line: Line) -> Double {
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

    private func nodeCost(_ node: Int, _ line: Line, _ bundle: LayoutProblem.Bundle) -> Double {
        let place = places[node]
        let half = halves[node]
        var cost = 0.0
        if bundle.label.width > 0,
            abs(line.label.center.x - place.x) < half.x + bundle.label.width / 2 + 3,
            abs(line.label.center.y - place.y) < half.y + bundle.label.height / 2 + 2
        {
            cost += Weight.labelOnNode
        }
        if node == bundle.from || node == bundle.to { return cost }
        // A quick test of the ranges, then the distance of the box's corners from the line.
        let margin = 6.0
        if min(line.from.x, line.to.x) > place.x + half.x + margin
            || max(line.from.x, line.to.x) < place.x - half.x - margin
            || min(line.from.y, line.to.y) > place.y + half.y + margin
            || max(line.from.y, line.to.y) < place.y - half.y - margin
        {
            return cost
        }
        let across = abs(line.direction.cross(place - line.from))
        let reach = (half.x + margin) * abs(line.direction.y) + (half.y + margin) * abs(line.direction.x)
        if across < reach { cost += Weight.throughNode * (0.6 + 0.4 * (1 - across / reach)) }
        return cost
    }

    private func pairCost(_ first: Int, _ one: Line, _ second: Int, _ two: Line) -> Double {
        let a = bundles[first]
        let b = bundles[second]
        var cost = 0.0
        let shared: Int? =
            a.from == b.from || a.from == b.to ? a.from : a.to == b.from || a.to == b.to ? a.to : nil
        if let shared {
            let u = a.from == shared ? one.direction : one.direction * -1
            let v = b.from == shared ? two.direction : two.direction * -1
            if u.dot(v) > 0 {
                let sine = abs(u.cross(v))
                if sine < 0.45 { cost += Weight.smallAngle * (0.45 - sine) * 2 + (sine < 0.12 ? 4 : 0) }
            }
        } else if segmentsCross(one.from, one.to, two.from, two.to) {
            let sine = abs(one.direction.cross(two.direction))
            cost += Weight.crossing * (1.25 - 0.25 * sine) * Double(min(a.count * b.count, 4))
        }
        let hasOne = a.label.width > 0
        let hasTwo = b.label.width > 0
        if hasOne, hasTwo {
            if abs(one.label.center.x - two.label.center.x) < (a.label.width + b.label.width) / 2 + 2,
                abs(one.label.center.y - two.label.center.y) < (a.label.height + b.label.height) / 2 + 1
            {
                cost += Weight.labelOnLabel
            }
        }
        if hasOne, touches(one.label, two) { cost += Weight.labelOnLink }
        if hasTwo, touches(two.label, one) { cost += Weight.labelOnLink }
        return cost
    }

    private func touches(_ label: Box, _ line: Line) -> Bool {
        let center = label.center
        if min(line.from.x, line.to.x) > center.x + label.width / 2
            || max(line.from.x, line.to.x) < center.x - label.width / 2
            || min(line.from.y, line.to.y) > center.y + label.height / 2
            || max(line.from.y, line.to.y) < center.y - label.height / 2
        {
            return false
        }
        let across = abs(line.direction.cross(center - line.from))
        return across < label.width / 2 * abs(line.direction.y) + label.height / 2 * abs(line.direction.x)
    }

    private func segmentsCross(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
        let first = (b - a).cross(c - a)
        let second = (b - a).cross(d - a)
        if first > 0 && second > 0 || first < 0 && second < 0 { return false }
        let third = (d - c).cross(a - c)
        let fourth = (d - c).cross(b - c)
        return !(third > 0 && fourth > 0 || third < 0 && fourth < 0)
    }

    private func pageCost() -> Double {
        var minX = Double.infinity
        var maxX = -Double.infinity
        var minY = Double.infinity
        var maxY = -Double.infinity
        for (place, half) in zip(places, halves) {
            minX = min(minX, place.x - half.x)
            maxX = max(maxX, place.x + half.x)
            minY = min(minY, place.y - half.y)
            maxY = max(maxY, place.y + half.y)
        }
        let width = maxX - minX
        let height = maxY - minY
        let over = max(width / page.width, height / page.height, 0.35)
        // Within the page, a smaller drawing is a little better; beyond it each part of the reduction is dear.
        let area = (width * height / (page.width * page.height)).squareRoot()
        return over > 1 ? (over - 1) * 60 + 3 * area : 3 * area
    }
}
