/// A search from a target against the arcs: how far each vertex is from the target, some vertices and arcs
/// banned.
///
/// Walking from a source and taking only *tight* arcs, those that lose exactly their weight of distance,
/// meets every shortest path to the target and no dead end, in the order of the rows.
struct TargetSearcher: ~Copyable {
    /// The distance to the target; infinite where it is not known.
    let distances: Scratch<Double>
    /// The place of a vertex in the order in which distances became final; -1 where none did.
    let ranks: Scratch<Int32>
    /// Vertices that no path may enter.
    let banned: Scratch<Bool>
    private let order: Scratch<Int32>
    /// The number of vertices whose distance is known.
    private(set) var reached = 0
    private var heap: IndexedHeap
    private let weighted: Bool

    init(vertexCount: Int, weighted: Bool) {
        self.weighted = weighted
        distances = Scratch(count: vertexCount, repeating: .infinity)
        ranks = Scratch(count: vertexCount, repeating: -1)
        banned = Scratch(count: vertexCount, repeating: false)
        order = Scratch(count: vertexCount, repeating: 0)
        heap = IndexedHeap(vertexCount: weighted ? vertexCount : 0)
    }

    /// Whether an arc from a vertex lies on a shortest path to the target.
    @inline(__always)
    func isTight(_ arc: Int, from vertex: Int, in arcs: Arcs) -> Bool {
        let next = Int(arcs.targets[arc])
        guard ranks[next] >= 0, ranks[next] < ranks[vertex] else { return false }
        return distances[vertex] == distances[next] + (weighted ? arcs.weights[arc] : 1)
    }

    /// Bans the vertices that are no ends and may not be passed.
    borrowing func ban(notIn passable: [Bool]?, from source: Int, to target: Int) {
        guard let passable else { return }
        for vertex in 0..<banned.count {
            banned[vertex] = !passable[vertex] && vertex != source && vertex != target
        }
    }

    /// Searches from the target until the source is final, or through all that can be reached if there is
    /// none.
    ///
    /// `bannedEdges` may not be the first edge of a path from the source.
    mutating func run(
        to target: Int,
        from source: Int = -1,
        bannedEdges: [Int32] = [],
        backward: Arcs,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        reset()
        distances[target] = 0
        reach(target)
        if weighted { heap.push(target, key: 0) }
        var head = 0
        while weighted ? !heap.isEmpty : head < reached {
            let vertex = weighted ? heap.pop() : Int(order[head])
            ranks[vertex] = Int32(truncatingIfNeeded: head)
            head &+= 1
            if vertex == source { return }
            let distance = distances[vertex]
            for arc in backward.range(vertex) {
                let before = Int(backward.targets[arc])
                let candidate = distance + (weighted ? backward.weights[arc] : 1)
                guard candidate < distances[before], !banned[before] else { continue }
                if before == source, bannedEdges.contains(backward.edges[arc]) { continue }
                if distances[before] == .infinity { reach(before) }
                distances[before] = candidate
                if weighted { heap.push(before, key: candidate) }
            }
            try poll.step(backward.degree(vertex) + 1)
        }
    }

    /// One of the vertices whose distance is known, by its place among them.
    func vertex(at place: Int) -> Int {
        Int(order[place])
    }

    /// Lists the vertices whose distance is set; without weights it is the queue of the search as well.
    private mutating func reach(_ vertex: Int) {
        order[reached] = Int32(truncatingIfNeeded: vertex)
        reached &+= 1
    }

    private mutating func reset() {
        for position in 0..<reached {
            distances[Int(order[position])] = .infinity
            ranks[Int(order[position])] = -1
        }
        reached = 0
        heap.removeAll()
    }
}

/// A path under construction, with the arc it goes on with at each of its vertices.
struct PathBuilder {
    private(set) var vertices: [Int]
    private(set) var edges: [Int] = []
    /// For each vertex the next arc of its row to try.
    private(set) var cursors: [Int]

    init(from source: Int, in arcs: Arcs) {
        vertices = [source]
        cursors = [arcs.range(source).lowerBound]
    }

    var end: Int { vertices[vertices.count - 1] }

    /// The next arc to try at the end of the path; `nil` when its row is through.
    mutating func nextArc(in arcs: Arcs) -> Int? {
        let last = cursors.count - 1
        let arc = cursors[last]
        guard arc < arcs.range(end).upperBound else { return nil }
        cursors[last] = arc + 1
        return arc
    }

    mutating func append(_ arc: Int, in arcs: Arcs) {
        let next = Int(arcs.targets[arc])
        vertices.append(next)
        edges.append(Int(arcs.edges[arc]))
        cursors.append(arcs.range(next).lowerBound)
    }

    /// Takes the last vertex away; the path is empty when it was the only one.
    mutating func removeLast() {
        vertices.removeLast()
        cursors.removeLast()
        if !edges.isEmpty { edges.removeLast() }
    }

    func path(weights: [Double]?) -> GraphPath {
        GraphPath(vertices: vertices, edges: edges, weights: weights)
    }
}

extension GraphPath {
    /// A path whose length is the sum of the weights of its edges, or without weights their number.
    init(vertices: [Int], edges: [Int], weights: [Double]?) {
        var length = Double(edges.count)
        if let weights {
            length = 0
            for edge in edges { length += weights[edge] }
        }
        self.init(vertices: vertices, edges: edges, length: length)
    }
}
