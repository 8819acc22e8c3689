/// How far each vertex is from a source, in edges, and the vertex before it on one shortest path.
public struct BreadthFirstTree: Hashable, Sendable {
    /// The vertex where the search began.
    public let source: Int
    /// For each vertex the least number of edges from the source; -1 where it was not reached.
    public let distances: [Int32]
    /// For each vertex the one before it on a shortest path; -1 for the source and where it was not reached.
    public let parents: [Int32]
}

extension CompactGraph {
    /// Finds the distance in edges of every vertex from a source.
    ///
    /// The distance of v is the least number of edges on a path from the source to v. The search works level
    /// by level; where the frontier is large it looks from the unreached vertices back instead of from the
    /// frontier on ("direction-optimizing"), which skips most edges of a small-world graph.
    ///
    /// *Conventions.* Weights are not looked at. Loops and parallel edges change nothing. Vertices out of
    /// reach, or further than `maximumDepth`, have distance and parent -1.
    ///
    /// - Parameters:
    ///   - source: the vertex to start from.
    ///   - direction: which way edges are followed; `.incoming` gives the distance *to* the source.
    ///   - maximumDepth: the most edges to go, at least 0.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: distances and parents, one entry a vertex.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` or `cancelled`.
    /// - Complexity: O(V + E) time, O(V) memory. The result depends on nothing but the graph and the
    ///   arguments; which of several possible parents a vertex gets is not otherwise specified.
    /// - SeeAlso: Beamer, Asanović, Patterson (2012), "Direction-optimizing breadth-first search",
    ///   [doi:10.1109/SC.2012.50](https://doi.org/10.1109/SC.2012.50).
    public func breadthFirstSearch(
        from source: Int,
        direction: SearchDirection = .outgoing,
        maximumDepth: Int = .max,
        control: RunControl = RunControl()
    ) throws(GraphError) -> BreadthFirstTree {
        try check(vertex: source)
        guard maximumDepth >= 0 else {
            throw GraphError(.invalidParameter, "the depth \(maximumDepth) is below zero")
        }
        let searcher = BreadthFirstSearcher(vertexCount: vertexCount)
        let orientation = try orientation(direction)
        try orientation.withArcs { (forward, backward) throws(GraphError) in
            _ = try searcher.run(
                from: source,
                forward: forward,
                backward: backward,
                maximumDepth: maximumDepth,
                control: control
            )
        }
        return BreadthFirstTree(
            source: source,
            distances: searcher.distances.array(),
            parents: searcher.parents.array()
        )
    }

    /// The path from the source of a search to a vertex, along the parents that the search found.
    ///
    /// - Returns: `nil` when the vertex was not reached. Of parallel edges the one with the least id is
    ///   taken.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, or `invalidParameter` when the tree is not one of
    ///   this graph.
    public func path(
        to vertex: Int,
        in tree: BreadthFirstTree,
        direction: SearchDirection = .outgoing
    ) throws(GraphError) -> GraphPath? {
        try check(vertex: vertex)
        guard tree.distances.count == vertexCount, tree.parents.count == vertexCount else {
            throw GraphError(.invalidParameter, "the tree is not one of this graph")
        }
        guard tree.distances[vertex] >= 0 else { return nil }
        var vertices = [vertex]
        var edges: [Int] = []
        var current = vertex
        while tree.parents[current] >= 0, vertices.count <= vertexCount {
            let parent = Int(tree.parents[current])
            guard let edge = try firstEdge(from: parent, to: current, direction: direction) else {
                throw GraphError(.invalidParameter, "the tree is not one of this graph in this direction")
            }
            vertices.append(parent)
            edges.append(edge)
            current = parent
        }
        return GraphPath(
            vertices: vertices.reversed(),
            edges: edges.reversed(),
            length: Double(edges.count)
        )
    }

    /// The edge with the least id that a search in this direction follows from one vertex to another.
    private func firstEdge(
        from source: Int,
        to target: Int,
        direction: SearchDirection
    ) throws(GraphError) -> Int? {
        let onward = direction == .incoming ? nil : try edges(from: source, to: target).first
        let back = direction == .outgoing ? nil : try edges(from: target, to: source).first
        return [onward, back].compactMap { $0 }.min().map { Int($0) }
    }
}

/// The memory of breadth-first searches in one graph, used again from source to source.
struct BreadthFirstSearcher: ~Copyable {
    let distances: Scratch<Int32>
    let parents: Scratch<Int32>
    private let queue: Scratch<Int32>
    private let frontier: Scratch<UInt64>
    private let nextFrontier: Scratch<UInt64>

    init(vertexCount: Int) {
        distances = Scratch(count: vertexCount, repeating: -1)
        parents = Scratch(count: vertexCount, repeating: -1)
        queue = Scratch(count: vertexCount, repeating: 0)
        frontier = Scratch(count: (vertexCount + 63) / 64, repeating: 0)
        nextFrontier = Scratch(count: (vertexCount + 63) / 64, repeating: 0)
    }

    /// Fills ``distances`` and ``parents`` and returns the number of vertices at each distance.
    func run(
        from source: Int,
        forward: Arcs,
        backward: Arcs,
        maximumDepth: Int = .max,
        control: RunControl
    ) throws(GraphError) -> [Int] {
        distances.buffer.update(repeating: -1)
        parents.buffer.update(repeating: -1)
        var poll = CancellationPoll(control)
        distances[source] = 0
        queue[0] = Int32(truncatingIfNeeded: source)
        var levelSizes = [1]
        var level = 0..<1
        // Arcs of the vertices not yet reached, and arcs of the frontier: Beamer's two quantities.
        var unexplored = forward.arcCount
        var ahead = forward.degree(source)
        while !level.isEmpty, levelSizes.count <= maximumDepth {
            try poll.step(ahead + level.count)
            // The second condition keeps a long path, whose frontier is one vertex, from ending in scans of
            // all vertices.
            if ahead > unexplored / 15, level.count > forward.vertexCount / 4096 {
                level = bottomUp(
                    level,
                    backward: backward,
                    levelSizes: &levelSizes,
                    maximumDepth: maximumDepth
                )
                unexplored = 0
                ahead = 0
            } else {
                unexplored -= ahead
                let depth = Int32(truncatingIfNeeded: levelSizes.count)
                (level, ahead) = topDown(level, depth: depth, forward: forward)
                if !level.isEmpty { levelSizes.append(level.count) }
            }
        }
        return levelSizes
    }

    /// Reaches the next level from the vertices of this one; returns it and the number of its arcs.
    private func topDown(_ level: Range<Int>, depth: Int32, forward: Arcs) -> (Range<Int>, Int) {
        var end = level.upperBound
        var ahead = 0
        for position in level {
            let vertex = queue[position]
            for arc in forward.range(Int(vertex)) {
                let target = Int(forward.targets[arc])
                if distances[target] < 0 {
                    distances[target] = depth
                    parents[target] = vertex
                    queue[end] = Int32(truncatingIfNeeded: target)
                    end &+= 1
                    ahead &+= forward.degree(target)
                }
            }
        }
        return (level.upperBound..<end, ahead)
    }

    /// Reaches level after level from the vertices that are still unreached, for as long as levels are large;
    /// returns the last one as a part of the queue.
    private func bottomUp(
        _ level: Range<Int>,
        backward: Arcs,
        levelSizes: inout [Int],
        maximumDepth: Int
    ) -> Range<Int> {
        let vertexCount = backward.vertexCount
        var (current, next) = (frontier.buffer, nextFrontier.buffer)
        current.update(repeating: 0)
        for position in level {
            let vertex = Int(queue[position])
            current[vertex >> 6] |= 1 << UInt64(vertex & 63)
        }
        var size = level.count
        var previousSize = 0
        var end = level.upperBound
        repeat {
            previousSize = size
            size = 0
            next.update(repeating: 0)
            let depth = Int32(truncatingIfNeeded: levelSizes.count)
            for vertex in 0..<vertexCount where distances[vertex] < 0 {
                for arc in backward.range(vertex) {
                    let before = Int(backward.targets[arc])
                    if current[before >> 6] & (1 << UInt64(before & 63)) != 0 {
                        distances[vertex] = depth
                        parents[vertex] = Int32(truncatingIfNeeded: before)
                        next[vertex >> 6] |= 1 << UInt64(vertex & 63)
                        size &+= 1
                        break
                    }
                }
            }
            end += size
            if size > 0 { levelSizes.append(size) }
            swap(&current, &next)
        } while size > 0 && levelSizes.count <= maximumDepth
            && (size >= previousSize || size > vertexCount / 18)
        return queueUp(current, from: end - size)
    }

    private func queueUp(_ bits: UnsafeMutableBufferPointer<UInt64>, from start: Int) -> Range<Int> {
        var end = start
        for word in 0..<bits.count {
            var left = bits[word]
            while left != 0 {
                queue[end] = Int32(truncatingIfNeeded: word << 6 + left.trailingZeroBitCount)
                end &+= 1
                left &= left &- 1
            }
        }
        return start..<end
    }
}
