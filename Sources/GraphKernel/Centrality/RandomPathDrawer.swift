/// Draws one of the shortest paths of two vertices, all alike, by a search from both ends; one thread's memory.
final class RandomPathDrawer {
    /// The vertices within the paths drawn, ends left out.
    var vertices: [Int32] = []
    private let fromSource: SearchSide
    private let fromTarget: SearchSide

    init(forward: Arcs, backward: Arcs) {
        fromSource = SearchSide(onward: forward, back: backward)
        fromTarget = SearchSide(onward: backward, back: forward)
    }

    /// Adds the inner vertices of a random shortest path; none when nothing joins the two.
    func draw(
        from source: Int,
        to target: Int,
        random: inout SplitMix64,
        control: RunControl
    ) throws(GraphError) {
        var poll = CancellationPoll(control)
        fromSource.start(at: source)
        fromTarget.start(at: target)
        defer {
            fromSource.reset()
            fromTarget.reset()
        }
        while true {
            // Whole levels, of the side that has fewer arcs ahead: then all shortest paths cross from one side to
            // the other in the same level.
            let isForward = fromSource.ahead <= fromTarget.ahead
            let (side, other) = isForward ? (fromSource, fromTarget) : (fromTarget, fromSource)
            guard !side.level.isEmpty else { return }
            try poll.step(side.ahead + side.level.count)
            let paths = side.crossings(to: other)
            guard paths.isFinite else {
                throw GraphError(.numericOverflow, "there are too many shortest paths to be counted")
            }
            if paths > 0 {
                let (near, far) = side.crossing(to: other, number: random.nextUnit() * paths)
                side.trace(from: near, into: &vertices, random: &random)
                other.trace(from: far, into: &vertices, random: &random)
                return
            }
            side.advance()
        }
    }
}

/// The half of a search that begins at one end of the paths.
private final class SearchSide {
    /// The arcs that lead away from this side's end, and those that lead to it.
    private let onward: Arcs
    private let back: Arcs
    private let distances: Scratch<Int32>
    private let counts: Scratch<Double>
    private var reached: [Int32] = []
    /// The places in `reached` of the last level, and the number of its arcs.
    private(set) var level = 0..<0
    private(set) var ahead = 0

    init(onward: Arcs, back: Arcs) {
        self.onward = onward
        self.back = back
        distances = Scratch(count: onward.vertexCount, repeating: -1)
        counts = Scratch(count: onward.vertexCount, repeating: 0)
    }

    func start(at vertex: Int) {
        reached.append(Int32(truncatingIfNeeded: vertex))
        distances[vertex] = 0
        counts[vertex] = 1
        level = 0..<1
        ahead = onward.degree(vertex)
    }

    func reset() {
        for vertex in reached { distances[Int(vertex)] = -1 }
        reached.removeAll(keepingCapacity: true)
    }

    /// The number of shortest paths, if they cross from this side's last level to what the other has reached.
    func crossings(to other: SearchSide) -> Double {
        var sum = 0.0
        for position in level {
            let vertex = Int(reached[position])
            var share = 0.0
            for arc in onward.range(vertex) {
                let target = Int(onward.targets[arc])
                if other.distances[target] >= 0 { share += other.counts[target] }
            }
            sum += counts[vertex] * share
        }
        return sum
    }

    /// The ends of the arc by which the path of a number crosses.
    func crossing(to other: SearchSide, number: Double) -> (near: Int, far: Int) {
        var left = number
        var last = (near: -1, far: -1)
        for position in level {
            let vertex = Int(reached[position])
            for arc in onward.range(vertex) {
                let target = Int(onward.targets[arc])
                guard other.distances[target] >= 0 else { continue }
                last = (vertex, target)
                left -= counts[vertex] * other.counts[target]
                if left < 0 { return last }
            }
        }
        // Rounding may leave a little over.
        return last
    }

    /// Goes back to this side's end by a random one of the shortest paths, and notes the vertices but the end.
    func trace(from vertex: Int, into vertices: inout [Int32], random: inout SplitMix64) {
        var vertex = vertex
        while distances[vertex] > 0 {
            vertices.append(Int32(truncatingIfNeeded: vertex))
            var left = random.nextUnit() * counts[vertex]
            let wanted = distances[vertex] - 1
            var before = -1
            for arc in back.range(vertex) {
                let candidate = Int(back.targets[arc])
                guard distances[candidate] == wanted else { continue }
                before = candidate
                left -= counts[candidate]
                if left < 0 { break }
            }
            vertex = before
        }
    }

    /// Reaches the next level.
    func advance() {
        ahead = 0
        for position in level {
            let vertex = Int(reached[position])
            let next = distances[vertex] + 1
            for arc in onward.range(vertex) {
                let target = Int(onward.targets[arc])
                if distances[target] < 0 {
                    distances[target] = next
                    counts[target] = counts[vertex]
                    reached.append(onward.targets[arc])
                    ahead += onward.degree(target)
                } else if distances[target] == next {
                    counts[target] += counts[vertex]
                }
            }
        }
        level = level.upperBound..<reached.count
    }
}
