/// The shortest paths between two vertices.
public struct ShortestPathList: Hashable, Sendable {
    /// The first of the paths, hop by hop in the order of vertices, then of edges.
    public let paths: [GraphPath]
    /// How many shortest paths there are, listed or not; exact up to 2⁵³, infinite beyond the range of
    /// `Double`.
    public let count: Double
    /// Whether there are more paths than are listed.
    public var isCut: Bool { count > Double(paths.count) }

    /// Makes a list.
    public init(paths: [GraphPath], count: Double) {
        self.paths = paths
        self.count = count
    }
}

extension CompactGraph {
    /// Counts and lists the shortest paths between two vertices.
    ///
    /// *Conventions.* Without `weighted` a path's length is its number of edges, with it the sum of their
    /// weights; sums are taken from the target on, and two lengths are equal when those `Double` sums are.
    /// Paths that differ only in which of several parallel edges they take are different paths: for paths of
    /// vertices collapse the graph first. A loop is on no shortest path. A vertex is joined to itself by one
    /// path, of no edge. Two vertices that nothing joins have no path, and count 0.
    ///
    /// - Parameters:
    ///   - source: where paths begin.
    ///   - target: where they end.
    ///   - direction: which way edges are followed.
    ///   - weighted: whether the length of an edge is its weight.
    ///   - limit: the most paths to list, at least 0; all are counted.
    ///   - passable: for each vertex whether a path may go on from it; an end of the path always may. All may
    ///     when `nil`.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the first paths in lexicographic order of their hops, a hop being compared by its vertex,
    ///   then by its edge; and the number of all.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `columnLengthMismatch`, `missingWeights`, `invalidParameter` or `cancelled`.
    /// - Complexity: O(V + E) without weights, O((V + E) log V) with them, and the length and rows of the
    ///   paths listed; O(V) memory beside the result. Deterministic.
    /// - SeeAlso: Brandes (2001), "A faster algorithm for betweenness centrality",
    ///   [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249), for the count.
    public func allShortestPaths(
        from source: Int,
        to target: Int,
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        limit: Int = 1000,
        passable: [Bool]? = nil,
        control: RunControl = RunControl()
    ) throws(GraphError) -> ShortestPathList {
        try check(vertex: source)
        try check(vertex: target)
        try check(passable: passable)
        if weighted { try requireWeights(for: "a weighted path") }
        guard limit >= 0 else { throw GraphError(.invalidParameter, "the limit \(limit) is below zero") }
        let orientation = try orientation(direction)
        return try orientation.withArcs { (forward, backward) throws(GraphError) in
            var poll = CancellationPoll(control)
            var searcher = TargetSearcher(vertexCount: vertexCount, weighted: weighted)
            searcher.ban(notIn: passable, from: source, to: target)
            try searcher.run(to: target, from: source, backward: backward, poll: &poll)
            guard searcher.ranks[source] >= 0 else { return ShortestPathList(paths: [], count: 0) }
            let count = try searcher.count(from: source, to: target, forward: forward, poll: &poll)
            let paths = try searcher.paths(
                from: source,
                to: target,
                forward: forward,
                limit: limit,
                weights: weighted ? weights : nil,
                poll: &poll
            )
            return ShortestPathList(paths: paths, count: count)
        }
    }
}

extension TargetSearcher {
    /// The number of tight paths, from the target back: each vertex adds up those of its successors.
    fileprivate borrowing func count(
        from source: Int,
        to target: Int,
        forward: Arcs,
        poll: inout CancellationPoll
    ) throws(GraphError) -> Double {
        let counts = Scratch<Double>(count: forward.vertexCount, repeating: -1)
        counts[target] = 1
        var walk = PathBuilder(from: source, in: forward)
        while !walk.vertices.isEmpty {
            let vertex = walk.end
            var isComplete = true
            if counts[vertex] < 0 {
                while let arc = walk.nextArc(in: forward) {
                    guard isTight(arc, from: vertex, in: forward) else { continue }
                    if counts[Int(forward.targets[arc])] < 0 {
                        walk.append(arc, in: forward)
                        isComplete = false
                        break
                    }
                }
            }
            guard isComplete else { continue }
            if counts[vertex] < 0 {
                var sum = 0.0
                for arc in forward.range(vertex) where isTight(arc, from: vertex, in: forward) {
                    sum += counts[Int(forward.targets[arc])]
                }
                counts[vertex] = sum
            }
            walk.removeLast()
            try poll.step(forward.degree(vertex) + 1)
        }
        return counts[source]
    }

    fileprivate borrowing func paths(
        from source: Int,
        to target: Int,
        forward: Arcs,
        limit: Int,
        weights: [Double]?,
        poll: inout CancellationPoll
    ) throws(GraphError) -> [GraphPath] {
        var paths: [GraphPath] = []
        var walk = PathBuilder(from: source, in: forward)
        while !walk.vertices.isEmpty, paths.count < limit {
            try poll.step()
            if walk.end == target {
                paths.append(walk.path(weights: weights))
                walk.removeLast()
            } else if let arc = walk.nextArc(in: forward) {
                if isTight(arc, from: walk.end, in: forward) { walk.append(arc, in: forward) }
            } else {
                walk.removeLast()
            }
        }
        return paths
    }
}
