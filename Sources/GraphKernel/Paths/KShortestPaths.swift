extension CompactGraph {
    /// Finds the k shortest paths between two vertices that meet no vertex twice (Yen's algorithm).
    ///
    /// Paths come in the order of ``GraphPath``: by length, and at equal length by the first hop that
    /// differs. Each path found splits the paths that are left into disjoint sets (Lawler), whose first
    /// members wait in a queue, so no path is met twice and exactly the first k of that order are returned.
    ///
    /// *Conventions.* Without `weighted` a path's length is its number of edges, with it the sum of their
    /// weights. Paths that differ only in which of several parallel edges they take are different paths: for
    /// paths of vertices collapse the graph first. Loops are on no path. A vertex is joined to itself by one
    /// path, of no edge. Where sums of weights are not exact in `Double`, paths whose lengths differ by no
    /// more than its rounding may change places.
    ///
    /// - Parameters:
    ///   - source: where paths begin.
    ///   - target: where they end.
    ///   - count: the most paths to find (k), at least 0.
    ///   - direction: which way edges are followed.
    ///   - weighted: whether the length of an edge is its weight.
    ///   - passable: for each vertex whether a path may go on from it; an end of the path always may. All may
    ///     when `nil`.
    ///   - control: cancellation, and progress in paths found of `count`; this runs on one thread.
    /// - Returns: the paths, and whether there are more; none when nothing joins the two.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `columnLengthMismatch`, `missingWeights`, `invalidParameter` or `cancelled`.
    /// - Complexity: O(k · l · (V + E)) for paths with l vertices from which other edges lead on, times log V
    ///   with weights; O(V + k · l²) memory. Deterministic.
    /// - SeeAlso: Yen (1971), "Finding the k shortest loopless paths in a network",
    ///   [doi:10.1287/mnsc.17.11.712](https://doi.org/10.1287/mnsc.17.11.712); Lawler (1972),
    ///   [doi:10.1287/mnsc.18.7.401](https://doi.org/10.1287/mnsc.18.7.401).
    public func kShortestPaths(
        from source: Int,
        to target: Int,
        count: Int,
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        passable: [Bool]? = nil,
        control: RunControl = RunControl()
    ) throws(GraphError) -> PathList {
        try check(vertex: source)
        try check(vertex: target)
        try check(passable: passable)
        if weighted { try requireWeights(for: "a weighted path") }
        guard count >= 0 else {
            throw GraphError(.invalidParameter, "the number of paths \(count) is below zero")
        }
        let orientation = try orientation(direction)
        return try orientation.withArcs { (forward, backward) throws(GraphError) in
            var poll = CancellationPoll(control)
            var searcher = TargetSearcher(vertexCount: vertexCount, weighted: weighted)
            searcher.ban(notIn: passable, from: source, to: target)
            let column = weighted ? weights : nil
            let isPassed = Scratch<Bool>(count: vertexCount, repeating: false)
            var waiting: [PathSet] = []
            let all = try searcher.first(
                prefix: [source],
                prefixEdges: [],
                banned: [],
                target: target,
                forward,
                backward,
                weights: column,
                poll: &poll
            )
            if let all { waiting.append(all) }
            var paths: [GraphPath] = []
            while paths.count < count, let set = waiting.popLast() {
                paths.append(set.first)
                control.progress?(paths.count, count)
                let passed = isPassed.buffer
                for vertex in set.first.vertices[..<set.forkIndex] { passed[vertex] = true }
                defer { for vertex in set.first.vertices { passed[vertex] = false } }
                for position in set.forkIndex..<set.first.edges.count {
                    let fork = set.first.vertices[position]
                    passed[fork] = true
                    let banned =
                        (position == set.forkIndex ? set.banned : [])
                        + [Int32(truncatingIfNeeded: set.first.edges[position])]
                    // Most vertices of a long path lead nowhere else.
                    let isFork = forward.range(fork).contains { arc in
                        !passed[Int(forward.targets[arc])] && !banned.contains(forward.edges[arc])
                    }
                    guard isFork else { continue }
                    let rest = try searcher.first(
                        prefix: Array(set.first.vertices[...position]),
                        prefixEdges: Array(set.first.edges[..<position]),
                        banned: banned,
                        target: target,
                        forward,
                        backward,
                        weights: column,
                        poll: &poll
                    )
                    if let rest { waiting.insertDescending(rest) }
                }
            }
            return PathList(paths: paths, isCut: !waiting.isEmpty)
        }
    }
}

/// All paths that begin like one of them up to a fork and do not leave it over one of some edges.
private struct PathSet {
    /// The first of the paths.
    let first: GraphPath
    /// The index in the path of the vertex where the set's paths part.
    let forkIndex: Int
    /// Edges by which the paths do not leave the fork.
    let banned: [Int32]
}

extension [PathSet] {
    /// Keeps the set whose path is least at the end, where it is cheap to take.
    fileprivate mutating func insertDescending(_ set: PathSet) {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle].first < set.first { high = middle } else { low = middle + 1 }
        }
        insert(set, at: low)
    }
}

extension TargetSearcher {
    /// The set of paths that begin with a prefix and do not leave its end over the banned edges; `nil` if it
    /// is empty.
    fileprivate mutating func first(
        prefix: [Int],
        prefixEdges: [Int],
        banned bannedEdges: [Int32],
        target: Int,
        _ forward: Arcs,
        _ backward: Arcs,
        weights: [Double]?,
        poll: inout CancellationPoll
    ) throws(GraphError) -> PathSet? {
        let fork = prefix[prefix.count - 1]
        for vertex in prefix.dropLast() { banned[vertex] = true }
        defer { for vertex in prefix.dropLast() { banned[vertex] = false } }
        try run(to: target, from: fork, bannedEdges: bannedEdges, backward: backward, poll: &poll)
        guard ranks[fork] >= 0 else { return nil }
        var (vertices, edges) = (prefix, prefixEdges)
        var current = fork
        while current != target {
            // The first tight arc of the row leads along the first of the shortest paths.
            guard
                let arc = forward.range(current).first(where: { arc in
                    isTight(arc, from: current, in: forward)
                        && !(current == fork && bannedEdges.contains(forward.edges[arc]))
                })
            else { preconditionFailure("no way on from \(current) to \(target)") }
            current = Int(forward.targets[arc])
            vertices.append(current)
            edges.append(Int(forward.edges[arc]))
        }
        return PathSet(
            first: GraphPath(vertices: vertices, edges: edges, weights: weights),
            forkIndex: prefix.count - 1,
            banned: bannedEdges
        )
    }
}
