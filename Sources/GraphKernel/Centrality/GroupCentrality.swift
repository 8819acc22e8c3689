extension CompactGraph {
    /// Counts the vertices outside a group that are tied to one of its members.
    ///
    /// *Conventions.* Several ties between a vertex and the group, parallel ones among them, count once; ties
    /// between members and loops do not count. An empty group, and one of all vertices, has 0. No value is
    /// NaN.
    ///
    /// - Parameters:
    ///   - group: the members, each named once.
    ///   - direction: which edges of a directed graph count: those that leave the group (`.outgoing`, as in
    ///     networkx), those that arrive, or both.
    ///   - normalized: whether to divide by the number of vertices outside.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, or `invalidParameter` when a vertex is named twice.
    /// - Complexity: O(V + the members' degrees); for `.both` in a directed graph O(V + E).
    /// - SeeAlso: Everett, Borgatti (1999), "The centrality of groups and classes",
    ///   [doi:10.1080/0022250X.1999.9990219](https://doi.org/10.1080/0022250X.1999.9990219).
    public func groupDegree(
        of group: [Int],
        direction: SearchDirection = .both,
        normalized: Bool = false
    ) throws(GraphError) -> Double {
        var isCounted = try membership(of: group)
        var count = 0
        try orientation(direction).forward.withArcs { arcs in
            for member in group {
                for arc in arcs.range(member) where !isCounted[Int(arcs.targets[arc])] {
                    isCounted[Int(arcs.targets[arc])] = true
                    count += 1
                }
            }
        }
        let others = vertexCount - group.count
        return normalized && others > 0 ? Double(count) / Double(others) : Double(count)
    }

    /// Measures how near a group is to the vertices outside that it can reach.
    ///
    /// The closeness of a group is r / Σ d(C, u), where u runs over the r vertices outside that a member can
    /// reach, and d is the distance from the nearest member; with `scaled` times r / (n - c) for c members
    /// among n vertices. For one member it is ``closeness(of:direction:weighted:scaled:control:)``.
    ///
    /// *Conventions.* `.outgoing` measures distances from the group, `.incoming` distances to it, which is
    /// what networkx does in directed graphs; where some vertices are out of reach networkx gives
    /// (n - c) / Σ d(C, u). Loops and parallel edges change nothing. A group that reaches no other vertex,
    /// an empty one among them, has 0. No value is NaN.
    ///
    /// - Parameters:
    ///   - group: the members, each named once.
    ///   - direction: which way edges are followed from the group.
    ///   - weighted: whether a distance is the sum of weights instead of the number of edges.
    ///   - scaled: whether the value is scaled by the share of vertices reached.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: a number from 0 up; at most 1 without weights.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` when a vertex is named twice,
    ///   `missingWeights` or `cancelled`.
    /// - Complexity: O(V + E), with weights O((V + E) log V); O(V) memory.
    /// - SeeAlso: Everett, Borgatti (1999), "The centrality of groups and classes",
    ///   [doi:10.1080/0022250X.1999.9990219](https://doi.org/10.1080/0022250X.1999.9990219).
    public func groupCloseness(
        of group: [Int],
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        scaled: Bool = true,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Double {
        _ = try membership(of: group)
        if weighted { try requireWeights(for: "a weighted distance") }
        let (count, members) = (vertexCount, group.count)
        return try orientation(direction).forward.withArcs { (arcs) throws(GraphError) in
            var poll = CancellationPoll(control)
            let distances = Scratch<Double>(count: count, repeating: .infinity)
            var heap = IndexedHeap(vertexCount: count)
            for member in group {
                distances[member] = 0
                heap.push(member, key: 0)
            }
            var (reached, sum) = (0, 0.0)
            while !heap.isEmpty {
                let vertex = heap.pop()
                let distance = distances[vertex]
                reached += 1
                sum += distance
                for arc in arcs.range(vertex) {
                    let target = Int(arcs.targets[arc])
                    let candidate = distance + (weighted ? arcs.weights[arc] : 1)
                    if candidate < distances[target] {
                        distances[target] = candidate
                        heap.push(target, key: candidate)
                    }
                }
                try poll.step(arcs.degree(vertex) + 1)
            }
            let others = Double(reached - members)
            guard others > 0 else { return 0 }
            return others / sum * (scaled ? others / Double(count - members) : 1)
        }
    }

    /// Measures how often shortest paths between vertices outside a group lead through it.
    ///
    /// The betweenness of a group C is Σ σ(s, t | C) / σ(s, t) over the pairs of vertices s ≠ t outside it,
    /// where σ(s, t) is the number of shortest paths from s to t, and σ(s, t | C) the number of those that
    /// meet a member. For one member it is ``betweenness(weighted:normalized:control:)``; for more it is less
    /// than the members' sum where one path meets several.
    ///
    /// *Conventions.* A directed graph has ordered pairs, an undirected one unordered ones (each counts
    /// once). `normalized` divides by the number of such pairs. Edges are followed from source to target.
    /// Loops change nothing. Parallel edges make as many paths; networkx merges them, as does
    /// ``collapsed(droppingLoops:)``. Pairs that nothing joins add nothing. With fewer than two vertices
    /// outside the value is 0. No value is NaN.
    ///
    /// - Parameters:
    ///   - group: the members, each named once.
    ///   - weighted: whether a path's length is the sum of its weights, added from its source on, instead
    ///     of its number of edges. Two lengths are equal when those `Double` sums are.
    ///   - normalized: whether to divide by the number of pairs.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` when a vertex is named twice,
    ///   `missingWeights`, `cancelled`, or `numericOverflow` when there are more than about 10³⁰⁸ shortest
    ///   paths between two vertices.
    /// - Complexity: O(V E), with weights O(V E + V² log V), for a group of any size; O(V) memory a thread.
    ///   From each source all shortest paths are counted, and those that avoid the group. The same to the
    ///   bit on any number of threads.
    /// - SeeAlso: Everett, Borgatti (1999), "The centrality of groups and classes",
    ///   [doi:10.1080/0022250X.1999.9990219](https://doi.org/10.1080/0022250X.1999.9990219); Brandes (2008),
    ///   "On variants of shortest-path betweenness centrality and their generic computation",
    ///   [doi:10.1016/j.socnet.2007.11.001](https://doi.org/10.1016/j.socnet.2007.11.001).
    public func groupBetweenness(
        of group: [Int],
        weighted: Bool = false,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Double {
        let isMember = try membership(of: group)
        if weighted { try requireWeights(for: "weighted betweenness") }
        let (count, chunkSize) = (vertexCount, 32)
        let chunks = (count + chunkSize - 1) / chunkSize
        let partials = Scratch<Double>(count: chunks, repeating: 0)
        let sums = partials.buffer
        try outgoing.withArcs { (arcs) throws(GraphError) in
            try ParallelChunks.run(
                count: chunks,
                control: control,
                makeWorker: { AvoidingPaths(isMember: isMember, weighted: weighted) },
                work: { (chunk, worker) throws(GraphError) in
                    var sum = 0.0
                    for source in ParallelChunks.range(chunk, size: chunkSize, count: count)
                    where !isMember[source] {
                        sum += try worker.shareThroughGroup(from: source, arcs: arcs, control: control)
                    }
                    sums[chunk] = sum
                },
                merge: { _, _ in }
            )
        }
        var total = 0.0
        for chunk in 0..<chunks { total += partials[chunk] }
        guard total.isFinite else {
            throw GraphError(.numericOverflow, "there are too many shortest paths to be counted")
        }
        let others = Double(count - group.count)
        if normalized { return others > 1 ? total / (others * (others - 1)) : 0 }
        return isDirected ? total : total / 2
    }

    /// Whether each vertex is one of those named.
    private func membership(of group: [Int]) throws(GraphError) -> [Bool] {
        var isMember = [Bool](repeating: false, count: vertexCount)
        for vertex in group {
            try check(vertex: vertex)
            guard !isMember[vertex] else {
                throw GraphError(.invalidParameter, "vertex \(vertex) is named twice")
            }
            isMember[vertex] = true
        }
        return isMember
    }
}

/// One thread's searches: how many shortest paths lead from a source to each vertex, and how many of them
/// without meeting a member of the group.
private final class AvoidingPaths {
    private let isMember: [Bool]
    private let counts: Scratch<Double>
    private let avoiding: Scratch<Double>
    /// The place of each vertex in the order of the search, a shortest path going up in it; -1 if not reached.
    private let places: Scratch<Int32>
    private let levels: Scratch<Int32>
    private let order: Scratch<Int32>
    private var tree: DijkstraSearcher
    private let weighted: Bool

    init(isMember: [Bool], weighted: Bool) {
        self.isMember = isMember
        self.weighted = weighted
        counts = Scratch(count: isMember.count, repeating: 0)
        avoiding = Scratch(count: isMember.count, repeating: 0)
        places = Scratch(count: isMember.count, repeating: -1)
        levels = Scratch(count: isMember.count, repeating: -1)
        order = Scratch(count: isMember.count, repeating: 0)
        tree = DijkstraSearcher(vertexCount: weighted ? isMember.count : 0)
    }

    /// The sum, over the vertices outside the group, of the share of shortest paths that meet it.
    func shareThroughGroup(from source: Int, arcs: Arcs, control: RunControl) throws(GraphError) -> Double {
        var poll = CancellationPoll(control)
        let end = try search(from: source, arcs: arcs, control: control)
        counts[source] = 1
        avoiding[source] = 1
        var sum = 0.0
        for position in 0..<end {
            let vertex = Int(order[position])
            if !isMember[vertex] { sum += (counts[vertex] - avoiding[vertex]) / counts[vertex] }
            for arc in arcs.range(vertex) where isTight(arc, vertex, arcs) {
                let target = Int(arcs.targets[arc])
                counts[target] += counts[vertex]
                if !isMember[target] { avoiding[target] += avoiding[vertex] }
            }
            try poll.step(arcs.degree(vertex) + 1)
        }
        for position in 0..<end {
            let vertex = Int(order[position])
            counts[vertex] = 0
            avoiding[vertex] = 0
            levels[vertex] = -1
            places[vertex] = -1
        }
        return sum
    }

    /// Finds the vertices that can be reached, nearest first, and returns their number.
    private func search(from source: Int, arcs: Arcs, control: RunControl) throws(GraphError) -> Int {
        var end = 1
        if weighted {
            try tree.run(from: source, arcs: arcs, control: control)
            end = tree.reached
            for position in 0..<end { order[position] = tree.order[position] }
        } else {
            var poll = CancellationPoll(control)
            order[0] = Int32(truncatingIfNeeded: source)
            levels[source] = 0
            var head = 0
            while head < end {
                let vertex = Int(order[head])
                head += 1
                for arc in arcs.range(vertex) where levels[Int(arcs.targets[arc])] < 0 {
                    levels[Int(arcs.targets[arc])] = levels[vertex] + 1
                    order[end] = arcs.targets[arc]
                    end += 1
                }
                try poll.step(arcs.degree(vertex) + 1)
            }
        }
        for position in 0..<end { places[Int(order[position])] = Int32(truncatingIfNeeded: position) }
        return end
    }

    @inline(__always)
    private func isTight(_ arc: Int, _ vertex: Int, _ arcs: Arcs) -> Bool {
        let target = Int(arcs.targets[arc])
        guard weighted else { return levels[target] == levels[vertex] + 1 }
        return places[target] > places[vertex]
            && tree.distances[vertex] + arcs.weights[arc] == tree.distances[target]
    }
}
