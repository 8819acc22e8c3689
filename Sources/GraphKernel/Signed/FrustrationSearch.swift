/// An exhaustive search for the cheapest sides of up to 64 vertices.
///
/// The vertices stand in an order; the best sides of the last one, of the last two, and so on are found one after
/// the other. What the last ones cost among themselves bounds from below what they cost when those before them are
/// on given sides, beside what each of them costs at least with those.
struct FrustrationSearch {
    private let count: Int
    /// The vertices of the core in the order of the search, and the ties between them in that order.
    private let order: [Int]
    private let sizes: [Int64]
    private let paid: Int64
    /// For each position the least cost among the vertices from there on.
    private var leastFrom: [Int64]
    private var best: [Int8] = []
    private var bestCost: Int64 = 0
    private var sides: [Int8]
    /// What a vertex costs, with those that have sides, on the side +1 and -1.
    private var costs: (plus: [Int64], minus: [Int64])
    /// A cost from which on a branch is of no use.
    private var ceiling: Int64 = 0

    init(_ core: FrustrationCore) {
        count = core.kernel.count
        paid = core.paid
        var matrix = [Int64](repeating: 0, count: count * count)
        var sums = [Int64](repeating: 0, count: count)
        for (position, vertex) in core.kernel.enumerated() {
            for tie in core.sortedTies(of: Int(vertex)) {
                matrix[position * core.kernel.count + core.position(of: tie.other)] = tie.size
                sums[position] += abs(tie.size)
            }
        }
        let (count, all) = (count, matrix)
        let order = (0..<count).sorted { (-sums[$0], $0) < (-sums[$1], $1) }
        self.order = order
        sizes = order.flatMap { row in order.map { all[row * count + $0] } }
        leastFrom = [Int64](repeating: 0, count: count + 1)
        sides = [Int8](repeating: 1, count: count)
        costs = ([Int64](repeating: 0, count: count), [Int64](repeating: 0, count: count))
    }

    /// The cheapest sides, given good ones.
    mutating func run(startingWith known: [Int8], control: RunControl) throws(GraphError) -> [Int8] {
        var poll = CancellationPoll(control)
        var suffix: [Int8] = []
        for first in stride(from: count - 1, through: 0, by: -1) {
            // The best of the vertices after this one, and this one where it costs least with them.
            best = [1] + suffix
            bestCost = cost(of: best, from: first)
            let turned = [-1] + suffix
            if cost(of: turned, from: first) < bestCost {
                (best, bestCost) = (turned, cost(of: turned, from: first))
            }
            ceiling = bestCost
            if first == 0 {
                let known = order.map { known[$0] }
                if cost(of: known, from: 0) < bestCost {
                    (best, bestCost) = (known, cost(of: known, from: 0))
                }
                // The whole is a number of pairs.
                ceiling =
                    Int64(FrustrationCore.rounded(paid + bestCost) - 1) * FrustrationCore.unit - paid + 1
            }
            if leastFrom[first + 1] < ceiling {
                // Which side is called which does not matter.
                try place(first, 1, cost: 0, least: 0, first: first, &poll)
            }
            leastFrom[first] = bestCost
            suffix = best
        }
        var found = [Int8](repeating: 1, count: count)
        for (position, vertex) in order.enumerated() { found[vertex] = best[position] }
        return found
    }

    /// Puts a vertex on a side, tries all sides of those after it, and takes it off again.
    ///
    /// - Parameters:
    ///   - cost: what those before it cost.
    ///   - least: what those from it on cost at least with those before it.
    private mutating func place(
        _ vertex: Int,
        _ side: Int8,
        cost: Int64,
        least: Int64,
        first: Int,
        _ poll: inout CancellationPoll
    ) throws(GraphError) {
        try poll.step(count - vertex)
        let (plus, minus) = (costs.plus[vertex], costs.minus[vertex])
        let cost = cost + (side > 0 ? plus : minus)
        var least = least - min(plus, minus)
        sides[vertex] = side
        let next = vertex + 1
        guard next < count else {
            if cost < ceiling {
                (best, bestCost) = (Array(sides[first...]), cost)
                // Only the whole has steps of a pair, and it is never far from the best known.
                ceiling = first == 0 ? cost - FrustrationCore.unit + 1 : cost
            }
            return
        }
        for other in next..<count {
            let size = sizes[vertex * count + other]
            guard size != 0 else { continue }
            least -= min(costs.plus[other], costs.minus[other])
            if (size > 0) == (side > 0) {
                costs.minus[other] += abs(size)
            } else {
                costs.plus[other] += abs(size)
            }
            least += min(costs.plus[other], costs.minus[other])
        }
        if cost + least + leastFrom[next] < ceiling {
            let cheaper: Int8 = costs.plus[next] <= costs.minus[next] ? 1 : -1
            for nextSide in [cheaper, -cheaper] {
                let extra = nextSide > 0 ? costs.plus[next] : costs.minus[next]
                let rest = least - min(costs.plus[next], costs.minus[next])
                guard cost + extra + rest + leastFrom[next] < ceiling else { continue }
                try place(next, nextSide, cost: cost, least: least, first: first, &poll)
            }
        }
        for other in next..<count {
            let size = sizes[vertex * count + other]
            if (size > 0) == (side > 0) {
                costs.minus[other] -= abs(size)
            } else {
                costs.plus[other] -= abs(size)
            }
        }
    }

    /// What the vertices from a position on cost among themselves.
    private func cost(of sides: [Int8], from first: Int) -> Int64 {
        var cost: Int64 = 0
        for row in first..<count {
            for column in row + 1..<max(row + 1, count) {
                let size = sizes[row * count + column]
                let isTogether = sides[row - first] == sides[column - first]
                if isTogether == (size < 0) { cost += abs(size) }
            }
        }
        return cost
    }
}
