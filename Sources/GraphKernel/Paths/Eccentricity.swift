/// How far apart the vertices of a graph are at most, and at best.
public struct GraphExtent: Hashable, Sendable {
    /// The largest eccentricity: the longest shortest path, in edges.
    public let diameter: Int
    /// The smallest eccentricity.
    public let radius: Int
    /// The number of searches that it took to know.
    public let searches: Int
}

extension CompactGraph {
    /// Measures how far the farthest vertex is from each vertex.
    ///
    /// The eccentricity of v is the largest distance, in edges, from v to a vertex that it can reach.
    ///
    /// *Conventions.* `.outgoing` measures distances from v, `.incoming` to v. Weights, loops and parallel
    /// edges change nothing. Vertices out of reach are left out, as in igraph; networkx calls them an error.
    /// A vertex that reaches no other one has 0.
    ///
    /// - Parameters:
    ///   - direction: which way edges are followed from v.
    ///   - control: threads, cancellation, and progress in chunks of vertices.
    /// - Returns: one number of edges a vertex.
    /// - Throws: ``GraphError`` with `tooLarge` (`.both` of a directed graph with more than half of
    ///   ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(V (V + E)) time; O(V) memory a thread. The same on any number of threads.
    /// - SeeAlso: Hage, Harary (1995), "Eccentricity and centrality in networks",
    ///   [doi:10.1016/0378-8733(94)00248-9](https://doi.org/10.1016/0378-8733\(94\)00248-9).
    public func eccentricities(
        direction: SearchDirection = .outgoing,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Int] {
        let values = Scratch<Int>(count: vertexCount, repeating: 0)
        let column = values.buffer
        try searchFromAll(direction: direction, control: control) { vertex, levelSizes in
            column[vertex] = levelSizes.count - 1
        }
        return values.array()
    }

    /// Measures the mean distance, in edges, of the pairs of vertices that a path joins.
    ///
    /// *Conventions.* Pairs are ordered, from the first to the second along the edges; those that nothing
    /// joins are left out, as in igraph. Weights, loops and parallel edges change nothing.
    ///
    /// - Parameter control: threads, cancellation, and progress in chunks of vertices.
    /// - Returns: a number of edges, 1 or more; `nil` when no two vertices are joined.
    /// - Throws: ``GraphError/Code/cancelled``.
    /// - Complexity: O(V (V + E)) time; O(V) memory a thread. The same to the bit on any number of threads.
    /// - SeeAlso: Newman (2003), "The structure and function of complex networks",
    ///   [doi:10.1137/S003614450342480](https://doi.org/10.1137/S003614450342480).
    public func averagePathLength(control: RunControl = RunControl()) throws(GraphError) -> Double? {
        let pairs = Scratch<Int>(count: vertexCount, repeating: 0)
        let sums = Scratch<Int>(count: vertexCount, repeating: 0)
        let (pairColumn, sumColumn) = (pairs.buffer, sums.buffer)
        try searchFromAll(direction: .outgoing, control: control) { vertex, levelSizes in
            for (distance, size) in levelSizes.enumerated().dropFirst() {
                pairColumn[vertex] += size
                sumColumn[vertex] += distance * size
            }
        }
        // One row's sum is below 2⁶², that of all rows may not be.
        var (pairCount, sum) = (0.0, 0.0)
        for vertex in 0..<vertexCount {
            pairCount += Double(pairs[vertex])
            sum += Double(sums[vertex])
        }
        return pairCount > 0 ? sum / pairCount : nil
    }

    /// Finds the diameter and the radius, exactly, as a rule by few searches.
    ///
    /// The diameter is the largest and the radius the smallest of the ``eccentricities(direction:control:)``.
    /// In an undirected graph each search bounds the eccentricities of all vertices that it meets, and those
    /// that can neither be the largest nor the smallest are never searched from. In a directed graph the
    /// bounds do not hold, and all vertices are searched from.
    ///
    /// *Conventions.* As for eccentricities: paths within components only, so a vertex without edges makes
    /// the radius 0.
    ///
    /// - Parameter control: threads (directed graphs only), cancellation, progress (directed graphs only).
    /// - Returns: both, in edges; `nil` in a graph without vertices.
    /// - Throws: ``GraphError/Code/cancelled``.
    /// - Complexity: O(V (V + E)) at worst, in undirected graphs of everyday shape some tens of searches;
    ///   O(V) memory. Deterministic.
    /// - SeeAlso: Takes, Kosters (2011), "Determining the diameter of small world networks",
    ///   [doi:10.1145/2063576.2063748](https://doi.org/10.1145/2063576.2063748).
    public func extent(control: RunControl = RunControl()) throws(GraphError) -> GraphExtent? {
        guard vertexCount > 0 else { return nil }
        guard !isDirected else {
            let all = try eccentricities(control: control)
            var (diameter, radius) = (0, Int.max)
            for value in all { (diameter, radius) = (max(diameter, value), min(radius, value)) }
            return GraphExtent(diameter: diameter, radius: radius, searches: vertexCount)
        }
        let components = try weakComponents(control: control)
        var lower = components.labels.map { components.sizes[Int($0)] > 1 ? Int32(1) : 0 }
        var upper = components.labels.map { components.sizes[Int($0)] - 1 }
        return try outgoing.withArcs { (arcs) throws(GraphError) in
            let searcher = BreadthFirstSearcher(vertexCount: vertexCount)
            // The largest lower and the smallest upper bound of all vertices.
            var (diameter, radius, searches) = (Int32(0), Int32.max, 0)
            while true {
                try control.poll()
                for vertex in 0..<vertexCount {
                    diameter = max(diameter, lower[vertex])
                    radius = min(radius, upper[vertex])
                }
                // Turn about, the vertex that may be farthest out and the one that may be the most central.
                var (outermost, innermost) = (-1, -1)
                for vertex in 0..<vertexCount where lower[vertex] < upper[vertex] {
                    if upper[vertex] > diameter, outermost < 0 || upper[vertex] > upper[outermost] {
                        outermost = vertex
                    }
                    if lower[vertex] < radius, innermost < 0 || lower[vertex] < lower[innermost] {
                        innermost = vertex
                    }
                }
                let preferred = searches % 2 == 0 ? outermost : innermost
                let source = preferred >= 0 ? preferred : max(outermost, innermost)
                guard source >= 0 else { break }
                let levels = try searcher.run(from: source, forward: arcs, backward: arcs, control: control)
                let eccentricity = Int32(truncatingIfNeeded: levels.count - 1)
                for vertex in 0..<vertexCount {
                    let distance = searcher.distances[vertex]
                    guard distance >= 0 else { continue }
                    lower[vertex] = max(lower[vertex], max(distance, eccentricity - distance))
                    upper[vertex] = min(upper[vertex], eccentricity + distance)
                }
                searches += 1
            }
            return GraphExtent(diameter: Int(diameter), radius: Int(radius), searches: searches)
        }
    }

    /// Searches from each vertex and hands on how many vertices are at each distance; calls for different
    /// vertices may overlap.
    private func searchFromAll(
        direction: SearchDirection,
        control: RunControl,
        use: (_ vertex: Int, _ levelSizes: [Int]) -> Void
    ) throws(GraphError) {
        let orientation = try orientation(direction)
        let (count, chunkSize) = (vertexCount, 16)
        try orientation.withArcs { (forward, backward) throws(GraphError) in
            try ParallelChunks.run(
                count: (count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: { SearchWorker(vertexCount: count) },
                work: { (chunk, worker) throws(GraphError) in
                    for vertex in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                        let sizes = try worker.searcher.run(
                            from: vertex,
                            forward: forward,
                            backward: backward,
                            control: control
                        )
                        use(vertex, sizes)
                    }
                },
                merge: { _, _ in }
            )
        }
    }
}

/// One thread's search.
private final class SearchWorker {
    let searcher: BreadthFirstSearcher

    init(vertexCount: Int) {
        searcher = BreadthFirstSearcher(vertexCount: vertexCount)
    }
}
