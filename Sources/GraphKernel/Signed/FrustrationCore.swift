/// A biconnected component of a signed graph with those vertices folded away whose best side follows from that of
/// their neighbours.
///
/// Between two vertices there is a *tie*: a positive one costs its size when they are on different sides, a
/// negative one when they are on one. Vertices with up to three ties can be replaced by ties among their
/// neighbours, as whatever their best side costs is a sum of such ties: for one neighbour nothing; for two the
/// lesser tie, with the product of the signs; for three the triangle whose ties add up in pairs to what it costs
/// that one neighbour is on the other side than the other two. Opposite ties cancel, and what cancels is paid.
struct FrustrationCore {
    /// The size of the tie of one edge; triangles halve it at most so many times as it has factors of two.
    static let unit: Int64 = 1 << 16

    /// What is to be paid whatever the sides.
    private(set) var paid: Int64 = 0
    /// The vertices left, ascending.
    private(set) var kernel: [Int32] = []
    /// For each vertex, the ties to its neighbours.
    private var ties: [[Int32: Int64]]
    /// The vertices folded away, in that order, and their ties at that time.
    private var folded: [(vertex: Int32, ties: [(other: Int32, size: Int64)])] = []

    init(_ block: SignedBlock) {
        ties = [[Int32: Int64]](repeating: [:], count: block.vertices.count)
        for edge in block.edges { tie(edge.source, edge.target, Int64(edge.sign) * Self.unit) }
    }

    /// The ties of a vertex in the order of its neighbours.
    func sortedTies(of vertex: Int) -> [(other: Int32, size: Int64)] {
        ties[vertex].map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// The number of frustrated pairs of the component when the vertices left are on these sides.
    func roundedCost(of sides: [Int8]) -> Int {
        var cost = paid
        for (position, vertex) in kernel.enumerated() {
            for tie in ties[Int(vertex)] where tie.key > vertex {
                let isTogether = sides[position] == sides[self.position(of: tie.key)]
                if isTogether == (tie.value < 0) { cost += abs(tie.value) }
            }
        }
        return Self.rounded(cost)
    }

    /// The least number of pairs that costs so much or more.
    static func rounded(_ cost: Int64) -> Int { Int((cost + unit - 1) / unit) }

    /// Where a vertex stands in ``kernel``.
    func position(of vertex: Int32) -> Int {
        var (low, high) = (0, kernel.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if kernel[middle] < vertex { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

// MARK: - Folding

extension FrustrationCore {
    /// Folds vertices away until each has four neighbours or more (or three whose triangle cannot be told in
    /// whole numbers).
    mutating func fold(control: RunControl) throws(GraphError) {
        var poll = CancellationPoll(control)
        var isFolded = [Bool](repeating: false, count: ties.count)
        var open = Array((0..<Int32(ties.count)).reversed())
        while let vertex = open.popLast() {
            guard !isFolded[Int(vertex)], ties[Int(vertex)].count <= 3 else { continue }
            let around = sortedTies(of: Int(vertex))
            guard let replacement = Self.replacement(around) else { continue }
            isFolded[Int(vertex)] = true
            folded.append((vertex, around))
            for (other, _) in around { ties[Int(other)][vertex] = nil }
            ties[Int(vertex)] = [:]
            for (first, second, size) in replacement where size != 0 { tie(first, second, size) }
            for (other, _) in around.reversed() { open.append(other) }
            try poll.step(8)
        }
        kernel = (0..<Int32(ties.count)).filter { !isFolded[Int($0)] }
    }

    /// The sides of all vertices of the component, from those of the vertices left.
    func unfold(_ sides: [Int8]) -> [Int8] {
        var all = [Int8](repeating: 1, count: ties.count)
        for (vertex, side) in zip(kernel, sides) { all[Int(vertex)] = side }
        for (vertex, around) in folded.reversed() {
            let pull = around.reduce(Int64(0)) { $0 + $1.size * Int64(all[Int($1.other)]) }
            all[Int(vertex)] = pull < 0 ? -1 : 1
        }
        return all
    }

    /// Adds a tie; what it cancels of an opposite one is paid.
    private mutating func tie(_ first: Int32, _ second: Int32, _ size: Int64) {
        let old = ties[Int(first)][second] ?? 0
        if (old < 0) != (size < 0) { paid += min(abs(old), abs(size)) }
        let new = old + size == 0 ? nil : old + size
        ties[Int(first)][second] = new
        ties[Int(second)][first] = new
    }

    /// The ties that stand for a vertex with the ties given; `nil` if they would not be whole numbers.
    private static func replacement(
        _ around: [(other: Int32, size: Int64)]
    ) -> [(Int32, Int32, Int64)]? {
        switch around.count {
        case 2:
            let size = min(abs(around[0].size), abs(around[1].size))
            return [(around[0].other, around[1].other, size * (around[0].size * around[1].size).signum())]
        case 3:
            let sizes = around.map { abs($0.size) }
            let all = sizes[0] + sizes[1] + sizes[2]
            // What it costs that this neighbour is not on the side of the other two.
            let costs = sizes.map { min($0, all - $0) }
            let sum = costs[0] + costs[1] + costs[2]
            guard sum % 2 == 0 else { return nil }
            return [(0, 1, 2), (0, 2, 1), (1, 2, 0)].map { first, second, third in
                let sign = (around[first].size.signum() * around[second].size.signum())
                return (around[first].other, around[second].other, sign * (sum / 2 - costs[third]))
            }
        default:
            return []
        }
    }
}

// MARK: - Lower bound

extension FrustrationCore {
    /// A lower bound of the number of frustrated pairs of the component: what is paid already, and unbalanced
    /// cycles that share no part of a tie.
    ///
    /// Triangles are taken first, then what the trees of breadth-first searches close, shorter cycles first.
    func packedCycles(control: RunControl) throws(GraphError) -> Int {
        var packing = CyclePacking(self)
        try packing.takeTriangles(control: control)
        for pass in 0..<200 {
            guard try packing.takeFundamentalCycles(root: pass, control: control) else { break }
        }
        return Self.rounded(paid + packing.taken)
    }
}

/// The ties of a core as rows, and what of each is left.
private struct CyclePacking {
    private(set) var taken: Int64 = 0
    private var offsets: [Int] = [0]
    private var others: [Int] = []
    /// For each entry of a row its tie.
    private var ties: [Int] = []
    private var isNegative: [Bool] = []
    private var left: [Int64] = []

    init(_ core: FrustrationCore) {
        let rows = core.kernel.map { core.sortedTies(of: Int($0)) }
        var numbers = [[Int]](repeating: [], count: rows.count)
        for (vertex, row) in rows.enumerated() {
            for tie in row where core.position(of: tie.other) > vertex {
                numbers[core.position(of: tie.other)].append(left.count)
                numbers[vertex].append(left.count)
                isNegative.append(tie.size < 0)
                left.append(abs(tie.size))
            }
        }
        // A vertex met its lower neighbours first, upwards, then its upper ones, upwards: the order of its row.
        for (vertex, row) in rows.enumerated() {
            others += row.map { core.position(of: $0.other) }
            ties += numbers[vertex]
            offsets.append(others.count)
        }
    }

    mutating func takeTriangles(control: RunControl) throws(GraphError) {
        var poll = CancellationPoll(control)
        var tieTo = [Int](repeating: -1, count: offsets.count)
        for first in 0..<offsets.count - 1 {
            let row = offsets[first]..<offsets[first + 1]
            for entry in row { tieTo[others[entry]] = ties[entry] }
            for entry in row where others[entry] > first {
                let second = others[entry]
                try poll.step(offsets[second + 1] - offsets[second] + 1)
                for next in offsets[second]..<offsets[second + 1] where others[next] > second {
                    guard tieTo[others[next]] >= 0 else { continue }
                    take([ties[entry], ties[next], tieTo[others[next]]])
                }
            }
            for entry in row { tieTo[others[entry]] = -1 }
        }
    }

    /// Takes cycles that a forest closes; returns whether there was one.
    mutating func takeFundamentalCycles(root: Int, control: RunControl) throws(GraphError) -> Bool {
        let count = offsets.count - 1
        var poll = CancellationPoll(control)
        var depths = [Int](repeating: -1, count: count)
        var (parents, parentTies) = (depths, depths)
        var isTurned = [Bool](repeating: false, count: count)
        var queue: [Int] = []
        var closing: [(length: Int, tie: Int, first: Int, second: Int)] = []
        for start in 0..<count {
            let start = (start + root) % count
            guard depths[start] < 0 else { continue }
            depths[start] = 0
            queue.append(start)
            var head = queue.count - 1
            while head < queue.count {
                let vertex = queue[head]
                head += 1
                try poll.step(offsets[vertex + 1] - offsets[vertex] + 1)
                for entry in offsets[vertex]..<offsets[vertex + 1] where left[ties[entry]] > 0 {
                    let (other, tie) = (others[entry], ties[entry])
                    let turned = isTurned[vertex] != isNegative[tie]
                    if depths[other] < 0 {
                        depths[other] = depths[vertex] + 1
                        (parents[other], parentTies[other], isTurned[other]) = (vertex, tie, turned)
                        queue.append(other)
                    } else if other > vertex, turned != isTurned[other] {
                        closing.append((depths[vertex] + depths[other], tie, vertex, other))
                    }
                }
            }
        }
        closing.sort { ($0.length, $0.tie) < ($1.length, $1.tie) }
        for (_, tie, first, second) in closing {
            var cycle = [tie]
            var (up, down) = (first, second)
            while up != down {
                if depths[up] < depths[down] { swap(&up, &down) }
                cycle.append(parentTies[up])
                up = parents[up]
            }
            take(cycle)
            try poll.step(cycle.count)
        }
        return !closing.isEmpty
    }

    /// Takes as much of an unbalanced cycle as its least tie has left.
    private mutating func take(_ cycle: [Int]) {
        let least = cycle.reduce(Int64.max) { min($0, left[$1]) }
        guard least > 0, cycle.reduce(false, { $0 != isNegative[$1] }) else { return }
        for tie in cycle { left[tie] -= least }
        taken += least
    }
}
