/// A seeded local search for sides that cost little: single vertices are turned round while that helps, then
/// small groups are, and stay so where turning single vertices from there leads to no worse an end.
struct FrustrationDescent {
    private var offsets: [Int] = [0]
    private var others: [Int] = []
    private var sizes: [Int64] = []
    private var sides: [Int8]
    /// What it would add to the cost to turn a vertex round.
    private var prices: [Int64]
    private var cost: Int64 = 0
    /// The vertices turned round since the last decision.
    private var turned: [Int] = []
    private var open: [Int] = []

    init(_ core: FrustrationCore) {
        for vertex in core.kernel {
            for tie in core.sortedTies(of: Int(vertex)) {
                others.append(core.position(of: tie.other))
                sizes.append(tie.size)
            }
            offsets.append(others.count)
        }
        sides = [Int8](repeating: 1, count: core.kernel.count)
        prices = [Int64](repeating: 0, count: core.kernel.count)
    }

    /// Sides of the vertices left of a core.
    mutating func run(
        rounds: Int,
        random: inout SplitMix64,
        control: RunControl
    ) throws(GraphError) -> [Int8] {
        guard !sides.isEmpty else { return [] }
        var poll = CancellationPoll(control)
        start(with: sides)
        try descend(&poll)
        let (together, togetherCost) = (sides, cost)
        start(with: alongTree())
        try descend(&poll)
        if togetherCost < cost { start(with: together) }
        // Large enough to leave a valley, small enough to look at a neighbourhood only.
        let most = min(24, max(1, sides.count / 3))
        let trials = rounds.multipliedReportingOverflow(by: sides.count)
        for _ in 0..<(trials.overflow ? .max : trials.partialValue) {
            let before = cost
            turned.removeAll(keepingCapacity: true)
            open.removeAll(keepingCapacity: true)
            var vertex = random.next(below: sides.count)
            for _ in 0..<1 + random.next(below: most) {
                turn(vertex)
                guard offsets[vertex] < offsets[vertex + 1] else { break }
                let degree = offsets[vertex + 1] - offsets[vertex]
                vertex = others[offsets[vertex] + random.next(below: degree)]
            }
            try descend(&poll)
            guard cost > before else { continue }
            for vertex in turned.reversed() { turn(vertex, isKept: false) }
        }
        return sides
    }

    private mutating func start(with sides: [Int8]) {
        self.sides = sides
        cost = 0
        for vertex in sides.indices {
            prices[vertex] = 0
            for entry in offsets[vertex]..<offsets[vertex + 1] {
                let agreement = sizes[entry] * Int64(sides[vertex] * sides[others[entry]])
                prices[vertex] += agreement
                if agreement < 0, others[entry] > vertex { cost -= agreement }
            }
        }
        turned.removeAll(keepingCapacity: true)
        open = Array(sides.indices)
    }

    /// Turns vertices round, those waiting in `open` first, until none makes the cost less.
    private mutating func descend(_ poll: inout CancellationPoll) throws(GraphError) {
        while let vertex = open.popLast() {
            guard prices[vertex] < 0 else { continue }
            turn(vertex)
            try poll.step(offsets[vertex + 1] - offsets[vertex] + 1)
        }
        try poll.step()
    }

    private mutating func turn(_ vertex: Int, isKept: Bool = true) {
        cost += prices[vertex]
        prices[vertex] = -prices[vertex]
        sides[vertex] = -sides[vertex]
        for entry in offsets[vertex]..<offsets[vertex + 1] {
            let other = others[entry]
            prices[other] += 2 * sizes[entry] * Int64(sides[vertex] * sides[other])
            if isKept { open.append(other) }
        }
        if isKept {
            turned.append(vertex)
            open.append(vertex)
        }
    }

    /// The sides that leave no tie of a breadth-first tree frustrated.
    private func alongTree() -> [Int8] {
        var sides = [Int8](repeating: 0, count: sides.count)
        var queue: [Int] = []
        for root in sides.indices where sides[root] == 0 {
            sides[root] = 1
            queue.append(root)
            var head = queue.count - 1
            while head < queue.count {
                let vertex = queue[head]
                head += 1
                for entry in offsets[vertex]..<offsets[vertex + 1] where sides[others[entry]] == 0 {
                    sides[others[entry]] = sizes[entry] > 0 ? sides[vertex] : -sides[vertex]
                    queue.append(others[entry])
                }
            }
        }
        return sides
    }
}
