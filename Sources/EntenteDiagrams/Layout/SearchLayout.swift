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
    let sizes: [Size]
    let bundles: [LayoutProblem.Bundle]
    let incidence: [[Int]]
    let page: Size
    /// Half sizes, with the margin that boxes keep around them.
    let halves: [Point]
    let twins: [[Int]]
    /// The group of twins that a node is in; -1 for none.
    var twinGroup: [Int]
    /// For each bundle the line as it lies now.
    var lines: [SearchLine] = []
    /// Marks the bundles that a move touches.
    var stamp: [Int]
    var stampValue = 0

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
        // Each move tests the lines of a node against all lines and boxes; dense graphs get fewer moves.
        let degree = max(Double(2 * bundles.count) / Double(count), 1)
        let affordable = 150_000_000 / (2 * degree * Double(bundles.count + count))
        let wanted = Double(count) * (count <= 40 ? 3000 : max(3000 * 40 / Double(count), 400))
        let moves = max(Int(effort * min(wanted, affordable)), 100)
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
