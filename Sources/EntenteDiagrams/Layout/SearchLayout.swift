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
    private let twins: [[Int]]
    /// The group of twins that a node is in; -1 for none.
    private var twinGroup: [Int]
    /// For each bundle the line as it lies now.
    private var lines: [SearchLine] = []
    /// Marks the bundles that a move touches.
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
        twins = Self.twinGroups(problem, incidence)
        twinGroup = [Int](repeating: -1, count: problem.sizes.count)
        for (group, nodes) in twins.enumerated() { for node in nodes { twinGroup[node] = group } }
        self.places = places.map(Self.onGrid)
        lines = bundles.indices.map(line)
    }

    static func onGrid(_ point: Point) -> Point {
        Point((point.x / gridX).rounded() * gridX, (point.y / gridY).rounded() * gridY)
    }

    mutating func run(seed: UInt64, effort: Double) throws(DiagramError) {
        let count = places.count
        guard count > 1 else { return }
        var generator = SplitMix64(seed: seed ^ 0x5EED)
        let moves = Int(effort * Double(count) * (count <= 40 ? 3000 : max(3000 * 40 / Double(count), 400)))
        // The more nodes, the more a search must be able to undo.
        let warmth = 5 + Double(count) / 6
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
            let threshold = warmth * left * left * left
            let node = generator.below(count)
            if generator.below(16) == 0 {
                var other = generator.below(count - 1)
                if other >= node { other += 1 }
                let areTwins = twinGroup[node] >= 0 && twinGroup[node] == twinGroup[other]
                if !areTwins { cost += tryExchange(node, other, threshold: threshold) }
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
        lines = bundles.indices.map(line)
        _ = orderTwins(tolerance: 2)
    }

    /// Groups of three or more nodes with the same neighbours and the same height.
    private static func twinGroups(_ problem: LayoutProblem, _ incidence: [[Int]]) -> [[Int]] {
        var groups: [[Int]: [Int]] = [:]
        for node in problem.sizes.indices where !incidence[node].isEmpty {
            let neighbours = incidence[node].map { index in
                let bundle = problem.bundles[index]
                return bundle.from == node ? bundle.to : bundle.from
            }
            groups[neighbours.sorted() + [-1, Int(problem.sizes[node].height)], default: []].append(node)
        }
        return groups.values.filter { $0.count > 2 }.sorted { $0[0] < $1[0] }
    }

    /// Puts twins, which may change places freely, in the order of their indices, like the hours of a clock around the
    /// middle of their neighbours; unless that costs more than a tolerance. Says whether anything moved.
    private mutating func orderTwins(tolerance: Double) -> Bool {
        var isMoved = false
        for twins in twins {
            var middle = Point.zero
            for index in incidence[twins[0]] {
                let bundle = bundles[index]
                middle = middle + places[bundle.from == twins[0] ? bundle.to : bundle.from]
            }
            middle = middle * (1 / Double(incidence[twins[0]].count))
            let before = places
            let cost = totalCost()
            let hours = twins.map { places[$0] }.sorted { Self.hour($0 - middle) < Self.hour($1 - middle) }
            for (twin, place) in zip(twins, hours) { places[twin] = place }
            lines = bundles.indices.map(line)
            if totalCost() > cost + tolerance {
                places = before
                lines = bundles.indices.map(line)
            } else if places != before {
                isMoved = true
            }
        }
        return isMoved
    }

    /// A number from 0 to 4 that grows clockwise from the top, without trigonometry.
    private static func hour(_ offset: Point) -> Double {
        let sum = abs(offset.x) + abs(offset.y)
        guard sum > 0 else { return 0 }
        return offset.x >= 0 ? 1 + offset.y / sum : 3 - offset.y / sum
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
        updateLines(node, nil)
        let change = touchedCost(node, nil) - before
        if change <= threshold { return change }
        places[node] = old
        updateLines(node, nil)
        return 0
    }

    private mutating func tryExchange(_ node: Int, _ other: Int, threshold: Double) -> Double {
        let before = touchedCost(node, other)
        places.swapAt(node, other)
        updateLines(node, other)
        let change = touchedCost(node, other) - before
        if change <= threshold { return change }
        places.swapAt(node, other)
        updateLines(node, other)
        return 0
    }

    private mutating func updateLines(_ node: Int, _ other: Int?) {
        for index in incidence[node] { lines[index] = line(index) }
        if let other { for index in incidence[other] { lines[index] = line(index) } }
    }
}

// MARK: - The cost

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
        for index in lines.indices {
            let own = lines[index]
            cost += ownCost(own)
            for node in places.indices { cost += nodeCost(node, own) }
            for other in lines.indices where other > index { cost += pairCost(own, lines[other]) }
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
        for position in touched.indices {
            let own = lines[touched[position]]
            cost += ownCost(own)
            for other in places.indices { cost += nodeCost(other, own) }
            for later in (position + 1)..<max(touched.count, position + 1) {
                cost += pairCost(own, lines[touched[later]])
            }
            for other in lines.indices where stamp[other] != stampValue {
                cost += pairCost(own, lines[other])
            }
        }
        for index in lines.indices where stamp[index] != stampValue {
            cost += nodeCost(node, lines[index])
            if let second { cost += nodeCost(second, lines[index]) }
        }
        return cost
    }

    private func line(_ index: Int) -> SearchLine {
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

    private func nodeCost(_ node: Int, _ line: SearchLine) -> Double {
        let place = places[node]
        let half = halves[node]
        let margin = 6.0
        if line.low.x > place.x + half.x + margin || line.high.x < place.x - half.x - margin
            || line.low.y > place.y + half.y + margin || line.high.y < place.y - half.y - margin
        {
            return 0
        }
        var cost = 0.0
        if line.hasLabel, abs(line.label.x - place.x) < half.x + line.half.x + 3,
            abs(line.label.y - place.y) < half.y + line.half.y + 2
        {
            cost += Weight.labelOnNode
        }
        if node == line.nodes.0 || node == line.nodes.1 { return cost }
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

    private func pairCost(_ one: SearchLine, _ two: SearchLine) -> Double {
        let areApart =
            one.low.x > two.high.x + 2 || two.low.x > one.high.x + 2 || one.low.y > two.high.y + 2
            || two.low.y > one.high.y + 2
        if areApart { return 0 }
        var cost = 0.0
        let startsShare = one.nodes.0 == two.nodes.0 || one.nodes.0 == two.nodes.1
        let endsShare = one.nodes.1 == two.nodes.0 || one.nodes.1 == two.nodes.1
        if startsShare || endsShare {
            let shared = startsShare ? one.nodes.0 : one.nodes.1
            let cosine =
                one.direction.dot(two.direction) * (startsShare ? 1 : -1) * (two.nodes.0 == shared ? 1 : -1)
            if cosine > 0 {
                let sine = abs(one.direction.cross(two.direction))
                if sine < 0.45 { cost += Weight.smallAngle * (0.45 - sine) }
                if sine < 0.12 { cost += Weight.sameDirection }
            }
        } else if Self.cross(one, two) {
            let sine = abs(one.direction.cross(two.direction))
            cost += Weight.crossing * (1.25 - 0.25 * sine) * min(one.count * two.count, 4)
        }
        if one.hasLabel, two.hasLabel, abs(one.label.x - two.label.x) < one.half.x + two.half.x + 2,
            abs(one.label.y - two.label.y) < one.half.y + two.half.y + 1
        {
            cost += Weight.labelOnLabel
        }
        if one.hasLabel, Self.labelTouches(one, two) { cost += Weight.labelOnLink }
        if two.hasLabel, Self.labelTouches(two, one) { cost += Weight.labelOnLink }
        return cost
    }

    /// Whether the label of one line lies on another line.
    private static func labelTouches(_ owner: SearchLine, _ line: SearchLine) -> Bool {
        if min(line.from.x, line.to.x) > owner.label.x + owner.half.x
            || max(line.from.x, line.to.x) < owner.label.x - owner.half.x
            || min(line.from.y, line.to.y) > owner.label.y + owner.half.y
            || max(line.from.y, line.to.y) < owner.label.y - owner.half.y
        {
            return false
        }
        let across = abs(line.direction.cross(owner.label - line.from))
        return across < owner.half.x * abs(line.direction.y) + owner.half.y * abs(line.direction.x)
    }

    private static func cross(_ one: SearchLine, _ two: SearchLine) -> Bool {
        let first = one.direction.cross(two.from - one.from)
        let second = one.direction.cross(two.to - one.from)
        if first > 0 && second > 0 || first < 0 && second < 0 { return false }
        let third = two.direction.cross(one.from - two.from)
        let fourth = two.direction.cross(one.to - two.from)
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
