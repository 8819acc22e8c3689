extension CompactGraph {
    /// Lists the paths between two vertices that meet no vertex twice and have at most so many edges.
    ///
    /// *Conventions.* Weights are not looked at; a path's length is its number of edges. Paths that differ
    /// only in which of several parallel edges they take are different paths: for paths of vertices collapse
    /// the graph first. Loops are on no path. A vertex is joined to itself by one path, of no edge.
    ///
    /// - Parameters:
    ///   - source: where paths begin.
    ///   - target: where they end.
    ///   - maximumLength: the most edges of a path, at least 0.
    ///   - limit: the most paths to list, at least 0.
    ///   - direction: which way edges are followed.
    ///   - passable: for each vertex whether a path may go on from it; an end of the path always may. All may
    ///     when `nil`.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the first paths in lexicographic order of their hops, a hop being compared by its vertex,
    ///   then by its edge (not by length), and whether there are more.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `columnLengthMismatch`, `invalidParameter` or `cancelled`.
    /// - Complexity: the number of such paths can grow exponentially with their length; a branch is left as
    ///   soon as the target is too far away, walls of vertices already met left aside. O(V) memory beside the
    ///   result. Deterministic.
    /// - SeeAlso: Sedgewick, "Algorithms in C, Part 5: Graph Algorithms" (2001), section 17.7.
    public func simplePaths(
        from source: Int,
        to target: Int,
        maximumLength: Int,
        limit: Int = 1000,
        direction: SearchDirection = .outgoing,
        passable: [Bool]? = nil,
        control: RunControl = RunControl()
    ) throws(GraphError) -> PathList {
        try check(vertex: source)
        try check(vertex: target)
        try check(passable: passable)
        guard maximumLength >= 0, limit >= 0 else {
            throw GraphError(
                .invalidParameter,
                "the length \(maximumLength) or the limit \(limit) is below zero"
            )
        }
        let orientation = try orientation(direction)
        return try orientation.withArcs { (forward, backward) throws(GraphError) in
            var poll = CancellationPoll(control)
            var searcher = TargetSearcher(vertexCount: vertexCount, weighted: false)
            searcher.ban(notIn: passable, from: source, to: target)
            try searcher.run(to: target, backward: backward, poll: &poll)
            guard searcher.distances[source] <= Double(maximumLength) else {
                return PathList(paths: [], isCut: false)
            }
            let isOnPath = Scratch<Bool>(count: vertexCount, repeating: false)
            isOnPath[source] = true
            var paths: [GraphPath] = []
            var walk = PathBuilder(from: source, in: forward)
            while !walk.vertices.isEmpty {
                try poll.step()
                if walk.end == target {
                    if paths.count == limit { return PathList(paths: paths, isCut: true) }
                    paths.append(walk.path(weights: nil))
                } else if let arc = walk.nextArc(in: forward) {
                    let next = Int(forward.targets[arc])
                    let atLeast = Double(walk.edges.count + 1) + searcher.distances[next]
                    if !isOnPath[next], atLeast <= Double(maximumLength) {
                        isOnPath[next] = true
                        walk.append(arc, in: forward)
                    }
                    continue
                }
                isOnPath[walk.end] = false
                walk.removeLast()
            }
            return PathList(paths: paths, isCut: false)
        }
    }
}
