/// How far each vertex is from a source along weighted edges, and the step before it on one shortest path.
public struct ShortestPathTree: Hashable, Sendable {
    /// The vertex where the search began.
    public let source: Int
    /// For each vertex the least sum of weights from the source; infinite where it was not reached.
    public let distances: [Double]
    /// For each vertex the one before it on a shortest path; -1 for the source and where it was not reached.
    public let parents: [Int32]
    /// For each vertex the edge from its parent; -1 where there is none.
    public let parentEdges: [Int32]

    /// The path from the source to a vertex; `nil` where it was not reached.
    ///
    /// - Throws: ``GraphError/Code/vertexOutOfRange``.
    public func path(to vertex: Int) throws(GraphError) -> GraphPath? {
        guard vertex >= 0, vertex < distances.count else {
            throw GraphError(
                .vertexOutOfRange,
                "vertex \(vertex) is not one of the tree's \(distances.count) vertices"
            )
        }
        guard distances[vertex].isFinite else { return nil }
        var vertices = [vertex]
        var edges: [Int] = []
        var current = vertex
        while parents[current] >= 0 {
            edges.append(Int(parentEdges[current]))
            current = Int(parents[current])
            vertices.append(current)
        }
        return GraphPath(
            vertices: vertices.reversed(),
            edges: edges.reversed(),
            length: distances[vertex]
        )
    }
}

extension CompactGraph {
    /// Finds the weighted distance of every vertex from a source.
    ///
    /// The distance of v is the least sum of weights over all paths from the source to v (Dijkstra's
    /// algorithm).
    ///
    /// *Conventions.* Loops change nothing; of parallel edges the lightest counts, among equal ones the
    /// first. Sums are taken from the source on, in `Double`; one that grows beyond its range counts as
    /// unreachable. Vertices out of reach, or further than `maximumDistance`, have an infinite distance and
    /// parent -1. No distance is ever NaN.
    ///
    /// - Parameters:
    ///   - source: the vertex to start from.
    ///   - direction: which way edges are followed; `.incoming` gives the distance *to* the source.
    ///   - maximumDistance: how far to go, in the unit of the weights, not below 0.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: distances, parents and their edges, one entry a vertex.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `missingWeights`, `invalidParameter` or `cancelled`.
    /// - Complexity: O((V + E) log V) time at worst, and about O(V + E) when few distances lie within a thousandth
    ///   of the greatest weight from each other; O(V) memory. Deterministic.
    /// - SeeAlso: Dijkstra (1959), "A note on two problems in connexion with graphs",
    ///   [doi:10.1007/BF01386390](https://doi.org/10.1007/BF01386390).
    public func shortestPaths(
        from source: Int,
        direction: SearchDirection = .outgoing,
        maximumDistance: Double = .infinity,
        control: RunControl = RunControl()
    ) throws(GraphError) -> ShortestPathTree {
        try check(vertex: source)
        try requireWeights(for: "a weighted distance")
        guard maximumDistance >= 0 else {
            throw GraphError(.invalidParameter, "the distance \(maximumDistance) is not a number from 0 up")
        }
        var searcher = DijkstraSearcher(vertexCount: vertexCount)
        let orientation = try orientation(direction)
        try orientation.forward.withArcs { (arcs) throws(GraphError) in
            try searcher.run(from: source, arcs: arcs, maximumDistance: maximumDistance, control: control)
        }
        return ShortestPathTree(
            source: source,
            distances: searcher.distances.array(),
            parents: searcher.parents.array(),
            parentEdges: searcher.parentEdges.array()
        )
    }
}

/// The memory of weighted searches in one graph, used again from source to source.
struct DijkstraSearcher: ~Copyable {
    let distances: Scratch<Double>
    let parents: Scratch<Int32>
    let parentEdges: Scratch<Int32>
    /// The vertices reached, in the order in which their distances became final.
    let order: Scratch<Int32>
    private(set) var reached = 0
    private var queue: DistanceQueue

    init(vertexCount: Int) {
        distances = Scratch(count: vertexCount, repeating: .infinity)
        parents = Scratch(count: vertexCount, repeating: -1)
        parentEdges = Scratch(count: vertexCount, repeating: -1)
        order = Scratch(count: vertexCount, repeating: 0)
        queue = DistanceQueue(vertexCount: vertexCount)
    }

    mutating func run(
        from source: Int,
        arcs: Arcs,
        maximumDistance: Double = .infinity,
        control: RunControl
    ) throws(GraphError) {
        reset()
        queue.start(greatestWeight: arcs.greatestWeight)
        let (distances, parents, parentEdges) = (distances.buffer, parents.buffer, parentEdges.buffer)
        var poll = CancellationPoll(control)
        distances[source] = 0
        queue.push(source, distance: 0, former: .infinity)
        while !queue.isEmpty {
            let vertex = queue.pop(distances)
            order[reached] = Int32(truncatingIfNeeded: vertex)
            reached &+= 1
            let distance = distances[vertex]
            for arc in arcs.range(vertex) {
                let target = Int(arcs.targets[arc])
                let candidate = distance + arcs.weights[arc]
                let former = distances[target]
                if candidate < former, candidate <= maximumDistance {
                    distances[target] = candidate
                    parents[target] = Int32(truncatingIfNeeded: vertex)
                    parentEdges[target] = arcs.edges[arc]
                    queue.push(target, distance: candidate, former: former)
                }
            }
            try poll.step(arcs.degree(vertex) + 1)
        }
    }

    /// Forgets the last search, touching only what it reached; after a cancelled one the memory is not used
    /// again.
    private mutating func reset() {
        for position in 0..<reached {
            let vertex = Int(order[position])
            distances[vertex] = .infinity
            parents[vertex] = -1
            parentEdges[vertex] = -1
        }
        reached = 0
    }
}
