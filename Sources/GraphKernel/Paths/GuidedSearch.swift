extension CompactGraph {
    /// Finds one shortest path between two vertices, led by lower bounds of the distance that is left (A*).
    ///
    /// The vertex to go on from is the one for which the distance so far and the bound add up to least, so a
    /// search with good bounds hardly leaves the direction of the target. Bounds come from what the caller
    /// knows, such as the distance on a map, or from ``landmarks(count:direction:weighted:control:)``.
    ///
    /// *Conventions.* Without `weighted` a path's length is its number of edges, with it the sum of their
    /// weights. Bounds must be *admissible*: for no vertex above its distance to the target, and infinite only
    /// where the target is out of reach. They need not be *consistent* (for no edge falling by more than its
    /// length): a vertex to which a shorter way is found later is searched from again, in an order that keeps
    /// this within V times. If bounds are too high by e at most, a path is still a path, and it is longer than
    /// the shortest by e at most; and sums of weights that are not exact in `Double` may be too high by their
    /// rounding. A vertex is joined to itself by the path of no edge. Which one of several shortest paths is
    /// found is always the same, and not otherwise specified.
    ///
    /// - Parameters:
    ///   - source: where the path begins.
    ///   - target: where it ends.
    ///   - lowerBounds: for each vertex a length, 0 or more, infinite allowed, that no path from it to the
    ///     target undercuts; 0 for the target.
    ///   - direction: which way edges are followed.
    ///   - weighted: whether the length of an edge is its weight.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the path, or `nil` when there is none.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `missingWeights`, `columnLengthMismatch`,
    ///   `invalidParameter` (a bound that is negative or not a number, or above 0 for the target), `tooLarge`
    ///   (`.both` of a directed graph with more than half of ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O((V + E) log V) with consistent bounds, otherwise O(V (V + E) log V) at worst; O(V)
    ///   memory. Deterministic.
    /// - SeeAlso: Hart, Nilsson, Raphael (1968), "A formal basis for the heuristic determination of minimum
    ///   cost paths", [doi:10.1109/TSSC.1968.300136](https://doi.org/10.1109/TSSC.1968.300136); Martelli
    ///   (1977), "On the complexity of admissible search algorithms",
    ///   [doi:10.1016/0004-3702(77)90002-9](https://doi.org/10.1016/0004-3702\(77\)90002-9), for the order.
    public func shortestPath(
        from source: Int,
        to target: Int,
        lowerBounds: [Double],
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> GraphPath? {
        try guidedSearch(
            from: source,
            to: target,
            lowerBounds: lowerBounds,
            direction: direction,
            weighted: weighted,
            control: control
        ).path
    }

    /// The same, and from how many vertices it searched, each as often as it did.
    package func guidedSearch(
        from source: Int,
        to target: Int,
        lowerBounds: [Double],
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> (path: GraphPath?, expansions: Int) {
        try check(vertex: source)
        try check(vertex: target)
        if weighted { try requireWeights(for: "a weighted path") }
        try check(lowerBounds: lowerBounds, to: target)
        var search = GuidedSearch(vertexCount: vertexCount, from: source, to: target)
        let orientation = try orientation(direction)
        try orientation.forward.withArcs { (arcs) throws(GraphError) in
            try lowerBounds.withUnsafeBufferPointer { (bounds) throws(GraphError) in
                try search.run(arcs: arcs, bounds: bounds, weighted: weighted, control: control)
            }
        }
        return (search.path(weights: weighted ? weights : nil), search.expansions)
    }

    private func check(lowerBounds: [Double], to target: Int) throws(GraphError) {
        guard lowerBounds.count == vertexCount else {
            throw GraphError(
                .columnLengthMismatch,
                "the column of lower bounds has \(lowerBounds.count) entries for \(vertexCount) vertices"
            )
        }
        for vertex in 0..<vertexCount where !(lowerBounds[vertex] >= 0) {
            throw GraphError(
                .invalidParameter,
                "the lower bound of vertex \(vertex), \(lowerBounds[vertex]), is not a number from 0 up"
            )
        }
        guard lowerBounds[target] == 0 else {
            throw GraphError(
                .invalidParameter,
                "the lower bound of the target, vertex \(target), is \(lowerBounds[target]) and not 0"
            )
        }
    }
}

/// A search from a source, ordered by what is known of the way that is left.
private struct GuidedSearch: ~Copyable {
    private let source: Int
    private let target: Int
    private let distances: Scratch<Double>
    private let parents: Scratch<Int32>
    private let parentEdges: Scratch<Int32>
    /// The distance that a vertex had when it was last searched from.
    private let expanded: Scratch<Double>
    /// Vertices by their estimate: the distance and the bound.
    private var open: IndexedHeap
    /// Vertices by their distance whose estimate is below one that was the least before. Inconsistent bounds
    /// make them; taking the nearest first keeps the work from growing exponentially.
    private var early: IndexedHeap
    private(set) var expansions = 0

    init(vertexCount: Int, from source: Int, to target: Int) {
        self.source = source
        self.target = target
        distances = Scratch(count: vertexCount, repeating: .infinity)
        parents = Scratch(count: vertexCount, repeating: -1)
        parentEdges = Scratch(count: vertexCount, repeating: -1)
        expanded = Scratch(count: vertexCount, repeating: .infinity)
        open = IndexedHeap(vertexCount: vertexCount)
        early = IndexedHeap(vertexCount: vertexCount)
    }

    mutating func run(
        arcs: Arcs,
        bounds: UnsafeBufferPointer<Double>,
        weighted: Bool,
        control: RunControl
    ) throws(GraphError) {
        var poll = CancellationPoll(control)
        distances[source] = 0
        guard source != target else { return }
        open.push(source, key: bounds[source])
        var highest = 0.0
        while !early.isEmpty || (!open.isEmpty && open.leastKey < distances[target]) {
            let vertex: Int
            if early.isEmpty {
                highest = max(highest, open.leastKey)
                vertex = open.pop()
            } else {
                vertex = early.pop()
            }
            let distance = distances[vertex]
            // It may stand in both heaps.
            guard distance < expanded[vertex] else { continue }
            expanded[vertex] = distance
            expansions &+= 1
            for arc in arcs.range(vertex) {
                let next = Int(arcs.targets[arc])
                let candidate = distance + (weighted ? arcs.weights[arc] : 1)
                let estimate = candidate + bounds[next]
                guard candidate < distances[next], estimate < distances[target] else { continue }
                distances[next] = candidate
                parents[next] = Int32(truncatingIfNeeded: vertex)
                parentEdges[next] = arcs.edges[arc]
                if next == target { continue }
                if estimate < highest {
                    early.push(next, key: candidate)
                } else {
                    open.push(next, key: estimate)
                }
            }
            try poll.step(arcs.degree(vertex) + 1)
        }
    }

    borrowing func path(weights: [Double]?) -> GraphPath? {
        guard distances[target] < .infinity else { return nil }
        var (vertices, edges) = ([target], [Int]())
        var current = target
        while current != source {
            edges.append(Int(parentEdges[current]))
            current = Int(parents[current])
            vertices.append(current)
        }
        return GraphPath(vertices: vertices.reversed(), edges: edges.reversed(), weights: weights)
    }
}
