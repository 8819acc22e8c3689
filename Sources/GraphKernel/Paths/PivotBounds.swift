/// Upper bounds of eccentricities in a directed graph, passed on from one strong component to another.
///
/// Each strong component has a *pivot*. The way from the pivot to any vertex that it reaches goes through the
/// component and then over one of the edges that leave it, to a vertex whose eccentricity is bounded already;
/// and any other vertex of the component can go to the pivot first.
struct PivotBounds: ~Copyable {
    private let parts: ComponentOrder
    private let weighted: Bool
    private let degrees: Scratch<Int32>
    private let wasPivot: Scratch<Bool>
    /// The distance of each vertex from its component's pivot, and to it.
    private let fromPivot: Scratch<Double>
    private let toPivot: Scratch<Double>
    /// For each strong component that is being left for others, the best bound by way of each of those.
    private let through: Scratch<Double>
    private let queue: Scratch<Int32>
    private var heap: IndexedHeap
    /// The places of the vertices of each strong component that is looked at, and its pivot.
    private var groups: [(places: Range<Int>, pivot: Int)] = []

    init(of graph: CompactGraph, _ parts: ComponentOrder, weighted: Bool) {
        self.parts = parts
        self.weighted = weighted
        let count = graph.isDirected ? graph.vertexCount : 0
        degrees = Scratch(count: count, repeating: 0)
        if graph.isDirected {
            for edge in 0..<graph.edgeCount {
                degrees[Int(graph.edgeSources[edge])] &+= 1
                degrees[Int(graph.edgeTargets[edge])] &+= 1
            }
        }
        wasPivot = Scratch(count: count, repeating: false)
        fromPivot = Scratch(count: count, repeating: .infinity)
        toPivot = Scratch(count: count, repeating: .infinity)
        through = Scratch(count: graph.isDirected ? parts.strongCount : 0, repeating: .infinity)
        queue = Scratch(count: count, repeating: 0)
        heap = IndexedHeap(vertexCount: weighted ? count : 0)
    }

    /// Chooses a pivot of each strong component of a weak one: what seems most central and has not been one.
    ///
    /// - Returns: the pivot of the largest, if that has more than one vertex; else -1.
    mutating func choose(
        in range: Range<Int>,
        _ ahead: borrowing ExtentSearch.Bounds,
        _ back: borrowing ExtentSearch.Bounds
    ) -> Int {
        groups = []
        var (hub, most) = (-1, 1)
        var start = range.lowerBound
        while start < range.upperBound {
            let label = parts.labels[Int(parts.vertices[start])]
            var (end, pivot) = (start, -1)
            while end < range.upperBound {
                let vertex = Int(parts.vertices[end])
                guard parts.labels[vertex] == label else { break }
                end += 1
                guard pivot >= 0 else {
                    pivot = vertex
                    continue
                }
                let (one, other) = (wasPivot[vertex], wasPivot[pivot])
                let sums = (
                    ahead.lower[vertex] + back.lower[vertex], ahead.lower[pivot] + back.lower[pivot]
                )
                // The lower the bounds the more central; before any is known, the more edges.
                let isBetter =
                    one != other
                    ? other : sums.0 != sums.1 ? sums.0 < sums.1 : degrees[vertex] > degrees[pivot]
                if isBetter { pivot = vertex }
            }
            wasPivot[pivot] = true
            groups.append((start..<end, pivot))
            if end - start > most { (hub, most) = (pivot, end - start) }
            start = end
        }
        return hub
    }

    /// Bounds the eccentricities of a weak component, by the pivots chosen last.
    mutating func spread(
        in range: Range<Int>,
        _ forward: Arcs,
        _ backward: Arcs,
        _ ahead: borrowing ExtentSearch.Bounds,
        _ back: borrowing ExtentSearch.Bounds,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        try measure(in: range, forward, fromPivot.buffer, poll: &poll)
        try measure(in: range, backward, toPivot.buffer, poll: &poll)
        for group in groups.reversed() {
            try pass(group, forward, fromPivot.buffer, toPivot.buffer, ahead.upper.buffer, poll: &poll)
        }
        for group in groups {
            try pass(group, backward, toPivot.buffer, fromPivot.buffer, back.upper.buffer, poll: &poll)
        }
    }

    /// Bounds one component's eccentricities by those of the components that it leads to along the rows.
    private borrowing func pass(
        _ group: (places: Range<Int>, pivot: Int),
        _ rows: Arcs,
        _ near: UnsafeMutableBufferPointer<Double>,
        _ far: UnsafeMutableBufferPointer<Double>,
        _ upper: UnsafeMutableBufferPointer<Double>,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        let label = parts.labels[group.pivot]
        var bound = 0.0
        var others: [Int] = []
        for place in group.places {
            let vertex = Int(parts.vertices[place])
            bound = max(bound, near[vertex])
            for arc in rows.range(vertex) {
                let next = Int(rows.targets[arc])
                guard parts.labels[next] != label else { continue }
                let other = Int(parts.labels[next])
                if through[other] == .infinity { others.append(other) }
                let way = near[vertex] + (weighted ? rows.weights[arc] : 1) + upper[next]
                through[other] = min(through[other], way)
            }
            try poll.step(rows.degree(vertex) + 1)
        }
        for other in others {
            bound = max(bound, through[other])
            through[other] = .infinity
        }
        upper[group.pivot] = min(upper[group.pivot], bound)
        for place in group.places {
            let vertex = Int(parts.vertices[place])
            upper[vertex] = min(upper[vertex], far[vertex] + upper[group.pivot])
        }
    }

    /// Measures distances from all pivots at once, within their components.
    private mutating func measure(
        in range: Range<Int>,
        _ rows: Arcs,
        _ distances: UnsafeMutableBufferPointer<Double>,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        for place in range { distances[Int(parts.vertices[place])] = .infinity }
        var (head, reached) = (0, 0)
        for group in groups {
            distances[group.pivot] = 0
            queue[reached] = Int32(truncatingIfNeeded: group.pivot)
            reached &+= 1
            if weighted { heap.push(group.pivot, key: 0) }
        }
        while weighted ? !heap.isEmpty : head < reached {
            let vertex = weighted ? heap.pop() : Int(queue[head])
            head &+= 1
            for arc in rows.range(vertex) {
                let next = Int(rows.targets[arc])
                let candidate = distances[vertex] + (weighted ? rows.weights[arc] : 1)
                guard candidate < distances[next], parts.labels[next] == parts.labels[vertex]
                else { continue }
                distances[next] = candidate
                if weighted {
                    heap.push(next, key: candidate)
                } else {
                    queue[reached] = Int32(truncatingIfNeeded: next)
                    reached &+= 1
                }
            }
            try poll.step(rows.degree(vertex) + 1)
        }
    }
}
