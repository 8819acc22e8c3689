extension CompactGraph {
    /// Finds one shortest path between two vertices, searching from both ends at once.
    ///
    /// The searches grow from both ends, always on the side where less is to be done, until no shorter
    /// meeting is possible; in a small-world graph they see a small part of it.
    ///
    /// *Conventions.* Without `weighted` a path's length is its number of edges, with it the sum of their
    /// weights. A vertex is joined to itself by the path of no edge. Which one of several shortest paths is
    /// found is always the same, and not otherwise specified;
    /// ``allShortestPaths(from:to:direction:weighted:limit:passable:control:)`` gives them in order. Of parallel edges
    /// it takes the lightest, and among equal ones the first.
    ///
    /// - Parameters:
    ///   - source: where the path begins.
    ///   - target: where it ends.
    ///   - direction: which way edges are followed.
    ///   - weighted: whether the length of an edge is its weight.
    ///   - passable: for each vertex whether a path may go on from it; an end of the path always may. All may
    ///     when `nil`.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the path, or `nil` when there is none.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `columnLengthMismatch`, `missingWeights` or `cancelled`.
    /// - Complexity: O(V + E) without weights, O((V + E) log V) with them, O(V) memory. Deterministic.
    /// - SeeAlso: Pohl (1971), "Bi-directional search", Machine Intelligence 6; Nicholson (1966),
    ///   [doi:10.1093/comjnl/9.3.275](https://doi.org/10.1093/comjnl/9.3.275).
    public func shortestPath(
        from source: Int,
        to target: Int,
        direction: SearchDirection = .outgoing,
        weighted: Bool = false,
        passable: [Bool]? = nil,
        control: RunControl = RunControl()
    ) throws(GraphError) -> GraphPath? {
        try check(vertex: source)
        try check(vertex: target)
        try check(passable: passable)
        if weighted { try requireWeights(for: "a weighted path") }
        let orientation = try orientation(direction)
        let (tree, meeting) = try orientation.withArcs { (forward, backward) throws(GraphError) in
            var search = TwoSidedSearch(vertexCount: vertexCount, from: source, to: target)
            search.close(notIn: passable)
            let meeting =
                weighted
                ? try search.runWeighted(forward: forward, backward: backward, control: control)
                : try search.run(forward: forward, backward: backward, control: control)
            return (search.steps(through: meeting), meeting)
        }
        guard meeting >= 0 else { return nil }
        return GraphPath(vertices: tree.vertices, edges: tree.edges, weights: weighted ? weights : nil)
    }
}

/// The searches from both ends of a pair.
private struct TwoSidedSearch: ~Copyable {
    private let ahead: Side
    private let back: Side
    private let vertexCount: Int

    init(vertexCount: Int, from source: Int, to target: Int) {
        self.vertexCount = vertexCount
        ahead = Side(vertexCount: vertexCount, root: source)
        back = Side(vertexCount: vertexCount, root: target)
    }

    /// Keeps both searches from the vertices that are no ends and may not be passed: these count as nearer than
    /// any search can come.
    func close(notIn passable: [Bool]?) {
        guard let passable else { return }
        for vertex in 0..<vertexCount where !passable[vertex] && vertex != ahead.root && vertex != back.root {
            ahead.distances[vertex] = -.infinity
            back.distances[vertex] = -.infinity
        }
    }

    /// Searches level by level; returns a vertex on a shortest path, or -1.
    mutating func run(forward: Arcs, backward: Arcs, control: RunControl) throws(GraphError) -> Int {
        if ahead.root == back.root { return ahead.root }
        var poll = CancellationPoll(control)
        let queueAhead = Scratch<Int32>(count: vertexCount, repeating: 0)
        let queueBack = Scratch<Int32>(count: vertexCount, repeating: 0)
        queueAhead[0] = Int32(truncatingIfNeeded: ahead.root)
        queueBack[0] = Int32(truncatingIfNeeded: back.root)
        var (levelAhead, levelBack) = (0..<1, 0..<1)
        // Both sides have finished whole levels, so the first level in which they meet holds a shortest path;
        // within it the meeting with the least sum is taken.
        while !levelAhead.isEmpty, !levelBack.isEmpty {
            try poll.step(levelAhead.count + levelBack.count)
            let costAhead = Self.arcs(of: levelAhead, queueAhead.buffer, forward)
            let costBack = Self.arcs(of: levelBack, queueBack.buffer, backward)
            try poll.step(min(costAhead, costBack))
            let meeting =
                costAhead <= costBack
                ? Self.expand(&levelAhead, queueAhead.buffer, ahead, against: back, forward)
                : Self.expand(&levelBack, queueBack.buffer, back, against: ahead, backward)
            if meeting >= 0 { return meeting }
        }
        return -1
    }

    private static func arcs(
        of level: Range<Int>,
        _ queue: UnsafeMutableBufferPointer<Int32>,
        _ arcs: Arcs
    ) -> Int {
        var sum = 0
        for position in level { sum &+= arcs.degree(Int(queue[position])) }
        return sum
    }

    private static func expand(
        _ level: inout Range<Int>,
        _ queue: UnsafeMutableBufferPointer<Int32>,
        _ side: borrowing Side,
        against other: borrowing Side,
        _ arcs: Arcs
    ) -> Int {
        var end = level.upperBound
        var (meeting, best) = (-1, Double.infinity)
        for position in level {
            let vertex = Int(queue[position])
            for arc in arcs.range(vertex) {
                let target = Int(arcs.targets[arc])
                guard side.distances[target] == .infinity else { continue }
                side.set(target, side.distances[vertex] + 1, parent: vertex, edge: arcs.edges[arc])
                queue[end] = Int32(truncatingIfNeeded: target)
                end &+= 1
                let sum = side.distances[target] + other.distances[target]
                if sum < best { (meeting, best) = (target, sum) }
            }
        }
        level = level.upperBound..<end
        return meeting
    }

    /// Settles the nearer side's next vertex until the two nearest together are no nearer than the best
    /// meeting.
    mutating func runWeighted(
        forward: Arcs,
        backward: Arcs,
        control: RunControl
    ) throws(GraphError) -> Int {
        if ahead.root == back.root { return ahead.root }
        var poll = CancellationPoll(control)
        var heapAhead = IndexedHeap(vertexCount: vertexCount)
        var heapBack = IndexedHeap(vertexCount: vertexCount)
        heapAhead.push(ahead.root, key: 0)
        heapBack.push(back.root, key: 0)
        var (meeting, best) = (-1, Double.infinity)
        while !heapAhead.isEmpty, !heapBack.isEmpty, heapAhead.leastKey + heapBack.leastKey < best {
            let settled =
                heapAhead.leastKey <= heapBack.leastKey
                ? Self.settle(&heapAhead, ahead, against: back, forward, &meeting, &best)
                : Self.settle(&heapBack, back, against: ahead, backward, &meeting, &best)
            try poll.step(settled)
        }
        return meeting
    }

    private static func settle(
        _ heap: inout IndexedHeap,
        _ side: borrowing Side,
        against other: borrowing Side,
        _ arcs: Arcs,
        _ meeting: inout Int,
        _ best: inout Double
    ) -> Int {
        let vertex = heap.pop()
        let distance = side.distances[vertex]
        for arc in arcs.range(vertex) {
            let target = Int(arcs.targets[arc])
            let candidate = distance + arcs.weights[arc]
            guard candidate < side.distances[target] else { continue }
            side.set(target, candidate, parent: vertex, edge: arcs.edges[arc])
            heap.push(target, key: candidate)
            let sum = candidate + other.distances[target]
            if sum < best { (meeting, best) = (target, sum) }
        }
        return arcs.degree(vertex) + 1
    }

    /// The vertices and edges from one root to the other through a vertex that both sides reached.
    func steps(through meeting: Int) -> (vertices: [Int], edges: [Int]) {
        guard meeting >= 0 else { return ([], []) }
        var (vertices, edges) = ([meeting], [Int]())
        while ahead.parents[vertices[vertices.count - 1]] >= 0 {
            let vertex = vertices[vertices.count - 1]
            edges.append(Int(ahead.parentEdges[vertex]))
            vertices.append(Int(ahead.parents[vertex]))
        }
        vertices.reverse()
        edges.reverse()
        while back.parents[vertices[vertices.count - 1]] >= 0 {
            let vertex = vertices[vertices.count - 1]
            edges.append(Int(back.parentEdges[vertex]))
            vertices.append(Int(back.parents[vertex]))
        }
        return (vertices, edges)
    }

    /// What one of the two searches knows.
    struct Side: ~Copyable {
        let root: Int
        let distances: Scratch<Double>
        let parents: Scratch<Int32>
        let parentEdges: Scratch<Int32>

        init(vertexCount: Int, root: Int) {
            self.root = root
            distances = Scratch(count: vertexCount, repeating: .infinity)
            parents = Scratch(count: vertexCount, repeating: -1)
            parentEdges = Scratch(count: vertexCount, repeating: -1)
            distances[root] = 0
        }

        func set(_ vertex: Int, _ distance: Double, parent: Int, edge: Int32) {
            distances[vertex] = distance
            parents[vertex] = Int32(truncatingIfNeeded: parent)
            parentEdges[vertex] = edge
        }
    }
}
