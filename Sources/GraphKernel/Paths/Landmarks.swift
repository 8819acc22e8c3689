/// The distances of all vertices from and to a few, from which lower bounds follow for any pair.
public struct Landmarks: Hashable, Sendable {
    /// The landmarks, in the order in which they were chosen.
    public let vertices: [Int]
    /// For each landmark the distance from it to every vertex; infinite where there is no path.
    public let distancesFrom: [[Double]]
    /// For each landmark the distance to it from every vertex; infinite where there is no path.
    public let distancesTo: [[Double]]
    private let vertexCount: Int

    fileprivate init(
        vertices: [Int],
        distancesFrom: [[Double]],
        distancesTo: [[Double]],
        vertexCount: Int
    ) {
        self.vertices = vertices
        self.distancesFrom = distancesFrom
        self.distancesTo = distancesTo
        self.vertexCount = vertexCount
    }

    /// For each vertex a length that no path from it to the target undercuts, by the triangle inequality.
    ///
    /// For a landmark l the distance from v to t is at least d(l, t) - d(l, v) and at least d(v, l) - d(t, l);
    /// the largest over all landmarks is taken, and 0 without any. It is infinite only where nothing leads
    /// from v to t. The bounds are consistent, but for the rounding of the sums of weights.
    ///
    /// - Throws: ``GraphError/Code/vertexOutOfRange``.
    /// - Complexity: O(k V) for k landmarks.
    public func lowerBounds(to target: Int) throws(GraphError) -> [Double] {
        guard target >= 0, target < vertexCount else {
            throw GraphError(
                .vertexOutOfRange,
                "vertex \(target) is not one of the \(vertexCount) vertices that the landmarks know"
            )
        }
        var bounds = [Double](repeating: 0, count: vertexCount)
        for landmark in vertices.indices {
            let (from, to) = (distancesFrom[landmark], distancesTo[landmark])
            // Where both distances are infinite the difference is not a number, and no comparison holds.
            for vertex in 0..<vertexCount {
                let ahead = from[target] - from[vertex]
                if ahead > bounds[vertex] { bounds[vertex] = ahead }
                let behind = to[vertex] - to[target]
                if behind > bounds[vertex] { bounds[vertex] = behind }
            }
        }
        return bounds
    }
}

extension CompactGraph {
    /// Chooses landmarks and measures their distances, so that the paths of many pairs are found faster.
    ///
    ///     let landmarks = try graph.landmarks(count: 8, weighted: true)
    ///     let bounds = try landmarks.lowerBounds(to: target)
    ///     try graph.shortestPath(from: source, to: target, lowerBounds: bounds, weighted: true)
    ///
    /// The first is the vertex farthest from one of the largest degree, each next one that which is farthest
    /// from those chosen, over the shorter of both ways; where none is left that a landmark reaches, a vertex
    /// of the largest degree among the rest. Among equals the first is taken.
    ///
    /// *Conventions.* Loops change nothing; of parallel edges the lightest counts. The bounds hold for
    /// searches in the same direction and with the same lengths only.
    ///
    /// - Parameters:
    ///   - count: the most landmarks, at least 0; there are never more than vertices.
    ///   - direction: which way edges are followed.
    ///   - weighted: whether the length of an edge is its weight.
    ///   - control: cancellation, and progress in landmarks; this runs on one thread.
    /// - Throws: ``GraphError`` with `missingWeights`, `invalidParameter`, `numericOverflow` (the weights add
    ///   up beyond the range of `Double`), `tooLarge` (`.both` of a directed graph with more than half of
    ///   ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(k (V + E)) for k landmarks, with weights O(k (V + E) log V); O(k V) memory.
    ///   Deterministic.
    /// - SeeAlso: Goldberg, Harrelson (2005), "Computing the shortest path: A* search meets graph theory",
    ///   [doi:10.5555/1070432.1070455](https://dl.acm.org/doi/10.5555/1070432.1070455).
    public func landmarks(
        count: Int,
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Landmarks {
        guard count >= 0 else {
            throw GraphError(.invalidParameter, "the number of landmarks \(count) is below zero")
        }
        if weighted { try requireFiniteSums(for: "a weighted distance") }
        let wanted = min(count, vertexCount)
        var (chosen, from, to): ([Int], [[Double]], [[Double]]) = ([], [], [])
        let orientation = try orientation(direction)
        try orientation.withArcs { (forward, backward) throws(GraphError) in
            var poll = CancellationPoll(control)
            var searcher = TargetSearcher(vertexCount: vertexCount, weighted: weighted)
            // How far each vertex is from the landmarks chosen; below 0 for those themselves.
            var nearness = [Double](repeating: .infinity, count: vertexCount)
            while chosen.count < wanted {
                var landmark = Self.farthest(nearness)
                if landmark < 0 {
                    let hub = Self.hub(among: nearness, forward, backward)
                    landmark = hub
                    if chosen.isEmpty {
                        try searcher.run(to: hub, backward: forward, poll: &poll)
                        let farthest = Self.farthest(searcher.distances.array())
                        if farthest >= 0 { landmark = farthest }
                    }
                }
                chosen.append(landmark)
                try searcher.run(to: landmark, backward: forward, poll: &poll)
                from.append(searcher.distances.array())
                try searcher.run(to: landmark, backward: backward, poll: &poll)
                to.append(searcher.distances.array())
                for vertex in 0..<vertexCount {
                    let distance = min(from[from.count - 1][vertex], to[to.count - 1][vertex])
                    nearness[vertex] = min(nearness[vertex], vertex == landmark ? -1 : distance)
                }
                control.progress?(chosen.count, wanted)
            }
        }
        return Landmarks(vertices: chosen, distancesFrom: from, distancesTo: to, vertexCount: vertexCount)
    }

    /// The first of the vertices with the largest finite distance above 0; -1 when there is none.
    private static func farthest(_ distances: [Double]) -> Int {
        var (farthest, most) = (-1, 0.0)
        for (vertex, distance) in distances.enumerated() where distance > most && distance < .infinity {
            (farthest, most) = (vertex, distance)
        }
        return farthest
    }

    /// The first vertex of the largest degree among those at an infinite distance, of which there is one.
    private static func hub(among distances: [Double], _ forward: Arcs, _ backward: Arcs) -> Int {
        var (hub, most) = (-1, -1)
        for (vertex, distance) in distances.enumerated() where distance == .infinity {
            let degree = forward.degree(vertex) + backward.degree(vertex)
            if degree > most { (hub, most) = (vertex, degree) }
        }
        return hub
    }

    /// Throws when the graph has no weights, or a path's length might be beyond the range of `Double`.
    func requireFiniteSums(for what: String) throws(GraphError) {
        try requireWeights(for: what)
        guard let weights, weights.reduce(0, +).isFinite else {
            throw GraphError(.numericOverflow, "the weights add up beyond the range of a number")
        }
    }
}
