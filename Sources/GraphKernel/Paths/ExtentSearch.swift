/// The largest and the smallest eccentricity, found by bounding those of all vertices from both sides.
///
/// *Ahead* is along the edges, and *back* against them: the eccentricity back of v is the largest distance to v.
/// The largest of both kinds are the same, so it is enough to bound either. In an undirected graph there is
/// only *ahead*.
struct ExtentSearch: ~Copyable {
    private(set) var diameter = 0.0
    private(set) var radius = Double.infinity
    private(set) var searches = 0

    private let graph: CompactGraph
    private let parts: ComponentOrder
    private let weighted: Bool
    private let forward: Arcs
    private let backward: Arcs
    private let ahead: Bounds
    private let back: Bounds
    private var searcher: TargetSearcher
    private var pivots: PivotBounds

    /// What is known of the eccentricities of one kind.
    struct Bounds: ~Copyable {
        let lower: Scratch<Double>
        let upper: Scratch<Double>

        init(count: Int) {
            lower = Scratch(count: count, repeating: 0)
            upper = Scratch(count: count, repeating: .infinity)
        }
    }

    init(
        of graph: CompactGraph,
        _ parts: ComponentOrder,
        weighted: Bool,
        _ forward: Arcs,
        _ backward: Arcs
    ) {
        self.graph = graph
        self.parts = parts
        self.weighted = weighted
        self.forward = forward
        self.backward = backward
        ahead = Bounds(count: graph.vertexCount)
        back = Bounds(count: graph.isDirected ? graph.vertexCount : 0)
        searcher = TargetSearcher(vertexCount: graph.vertexCount, weighted: weighted)
        pivots = PivotBounds(of: graph, parts, weighted: weighted)
    }

    mutating func run(control: RunControl) throws(GraphError) {
        var poll = CancellationPoll(control)
        boundByEdges()
        for range in parts.weak { try run(in: range, control: control, poll: &poll) }
    }

    /// The lightest edge of a vertex leads to one that is no nearer by other ways, and no path has more edges
    /// than its component has other vertices.
    private mutating func boundByEdges() {
        var longest = 1.0
        if weighted { longest = graph.weights?.max() ?? 1 }
        for range in parts.weak {
            let most = Double(range.count - 1) * longest
            for position in range {
                let vertex = Int(parts.vertices[position])
                bound(vertex, forward, ahead.lower.buffer, ahead.upper.buffer, most)
                if graph.isDirected { bound(vertex, backward, back.lower.buffer, back.upper.buffer, most) }
                diameter = max(diameter, ahead.lower[vertex])
                radius = min(radius, ahead.upper[vertex])
            }
        }
    }

    private borrowing func bound(
        _ vertex: Int,
        _ rows: Arcs,
        _ lower: UnsafeMutableBufferPointer<Double>,
        _ upper: UnsafeMutableBufferPointer<Double>,
        _ most: Double
    ) {
        var least = Double.infinity
        for arc in rows.range(vertex) where Int(rows.targets[arc]) != vertex {
            least = min(least, weighted ? rows.weights[arc] : 1)
        }
        lower[vertex] = least < .infinity ? least : 0
        upper[vertex] = least < .infinity ? most : 0
    }

    /// Searches in one component until none of its vertices can change the diameter or the radius.
    private mutating func run(
        in range: Range<Int>,
        control: RunControl,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        var candidates = range.map { parts.vertices[$0] }
        var turn = 0
        while true {
            try control.poll()
            let next = choose(among: &candidates)
            let isWide = next.outermost >= 0 && (!graph.isDirected || next.outermostBack >= 0)
            guard isWide || next.innermost >= 0 else { return }
            // After some searches without an end the bounds are weak, as where all vertices are alike.
            if !weighted, turn >= 64 {
                try searchSideBySide(candidates, control: control)
                continue
            }
            // Turn about: bounds by pivots or by what seems most central, then what may be farthest out, what
            // others may be farthest from, and what may have the radius.
            switch (turn % 4, graph.isDirected) {
            case (0, true):
                let hub = pivots.choose(in: range, ahead, back)
                if hub >= 0 {
                    try search(from: hub, isAhead: true, poll: &poll)
                    try search(from: hub, isAhead: false, poll: &poll)
                }
                try pivots.spread(in: range, forward, backward, ahead, back, poll: &poll)
                searches += 2
            case (0, false), (2, false):
                let center = isWide ? mostCentral(in: range) : -1
                if center >= 0 { try search(from: center, isAhead: true, poll: &poll) }
            case (2, true):
                if isWide { try search(from: next.outermostBack, isAhead: false, poll: &poll) }
            case (1, _):
                if isWide { try search(from: next.outermost, isAhead: true, poll: &poll) }
            default:
                if next.innermost >= 0 {
                    try search(from: next.innermost, isAhead: true, poll: &poll)
                } else if isWide {
                    try search(from: next.outermost, isAhead: true, poll: &poll)
                }
            }
            turn += 1
        }
    }

    /// Drops the vertices that can change neither result, and finds the most promising of the others.
    private mutating func choose(
        among candidates: inout [Int32]
    ) -> (outermost: Int, outermostBack: Int, innermost: Int) {
        for vertex in candidates { radius = min(radius, ahead.upper[Int(vertex)]) }
        var (outermost, outermostBack, innermost, kept) = (-1, -1, -1, 0)
        for candidate in candidates {
            let vertex = Int(candidate)
            var isOpen = false
            if ahead.upper[vertex] > diameter {
                isOpen = true
                if isHigher(vertex, than: outermost, in: ahead.upper.buffer) { outermost = vertex }
            }
            if graph.isDirected, back.upper[vertex] > diameter {
                isOpen = true
                if isHigher(vertex, than: outermostBack, in: back.upper.buffer) { outermostBack = vertex }
            }
            if ahead.lower[vertex] < radius {
                isOpen = true
                if isMoreCentral(vertex, than: innermost) { innermost = vertex }
            }
            if isOpen {
                candidates[kept] = candidate
                kept += 1
            }
        }
        candidates.removeLast(candidates.count - kept)
        return (outermost, outermostBack, innermost)
    }

    /// Among equals the vertex with more edges comes first: what is found of it holds for more neighbours.
    private borrowing func isHigher(
        _ vertex: Int,
        than other: Int,
        in column: UnsafeMutableBufferPointer<Double>
    ) -> Bool {
        guard other >= 0, column[vertex] == column[other] else {
            return other < 0 || column[vertex] > column[other]
        }
        return forward.degree(vertex) > forward.degree(other)
    }

    private borrowing func isMoreCentral(_ vertex: Int, than other: Int) -> Bool {
        guard other >= 0, ahead.lower[vertex] == ahead.lower[other] else {
            return other < 0 || ahead.lower[vertex] < ahead.lower[other]
        }
        return forward.degree(vertex) > forward.degree(other)
    }

    /// The vertex whose eccentricity may be least and is not known; -1 when all are.
    private borrowing func mostCentral(in range: Range<Int>) -> Int {
        var center = -1
        for place in range {
            let vertex = Int(parts.vertices[place])
            guard ahead.lower[vertex] < ahead.upper[vertex] else { continue }
            if isMoreCentral(vertex, than: center) { center = vertex }
        }
        return center
    }

    /// Measures one eccentricity and what follows from it for the vertices met.
    private mutating func search(
        from vertex: Int,
        isAhead: Bool,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        try searcher.run(to: vertex, backward: isAhead ? forward : backward, poll: &poll)
        searches += 1
        let reached = searcher.reached
        var eccentricity = 0.0
        for place in 0..<reached {
            eccentricity = max(eccentricity, searcher.distances[searcher.vertex(at: place)])
        }
        let (lower, upper) =
            isAhead ? (ahead.lower.buffer, ahead.upper.buffer) : (back.lower.buffer, back.upper.buffer)
        diameter = max(diameter, eccentricity)
        if isAhead { radius = min(radius, eccentricity) }
        guard graph.isDirected else {
            for place in 0..<reached {
                let other = searcher.vertex(at: place)
                let distance = searcher.distances[other]
                lower[other] = max(lower[other], max(distance, eccentricity - distance))
                upper[other] = min(upper[other], eccentricity + distance)
            }
            return
        }
        let (lowerAgainst, upperAgainst) =
            isAhead ? (back.lower.buffer, back.upper.buffer) : (ahead.lower.buffer, ahead.upper.buffer)
        lower[vertex] = eccentricity
        upper[vertex] = eccentricity
        let component = parts.labels[vertex]
        let own = upperAgainst[vertex]
        for place in 0..<reached {
            let other = searcher.vertex(at: place)
            let distance = searcher.distances[other]
            lowerAgainst[other] = max(lowerAgainst[other], distance)
            // What one vertex of a strong component reaches, or is reached from, all of them do.
            if parts.labels[other] == component {
                lower[other] = max(lower[other], eccentricity - distance)
                upperAgainst[other] = min(upperAgainst[other], own + distance)
            }
        }
    }

    /// Measures the eccentricities of many vertices at once, and what follows for their neighbours.
    private mutating func searchSideBySide(_ candidates: [Int32], control: RunControl) throws(GraphError) {
        let (lower, upper) = (ahead.lower.buffer, ahead.upper.buffer)
        let open = candidates.filter {
            lower[Int($0)] < upper[Int($0)] && (upper[Int($0)] > diameter || lower[Int($0)] < radius)
        }
        let column = forward
        let batch = Array(
            open.sorted { (column.degree(Int($1)), $0) < (column.degree(Int($0)), $1) }.prefix(512)
        )
        let found = try graph.distanceSummaries(from: batch, direction: .outgoing, control: control)
        searches += batch.count
        for (vertex, summary) in zip(batch, found) {
            let (vertex, eccentricity) = (Int(vertex), Double(summary.farthest))
            lower[vertex] = eccentricity
            upper[vertex] = eccentricity
            diameter = max(diameter, eccentricity)
            radius = min(radius, eccentricity)
            let component = parts.labels[vertex]
            for arc in forward.range(vertex) {
                let next = Int(forward.targets[arc])
                if parts.labels[next] == component { lower[next] = max(lower[next], eccentricity - 1) }
            }
            for arc in backward.range(vertex) {
                let next = Int(backward.targets[arc])
                if parts.labels[next] == component { upper[next] = min(upper[next], eccentricity + 1) }
            }
        }
    }
}
