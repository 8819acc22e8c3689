/// A graph of the vertices of one mode, tied by what they share in the other.
public struct ProjectedGraph: Sendable {
    /// The new graph: undirected, without loops, parallel edges or weights; its edges are in the order of
    /// their lower, then of their upper end.
    public let graph: CompactGraph
    /// For each vertex of the new graph, the vertex of the old one, ascending.
    public let originalVertices: [Int32]
    /// For each edge, the number of vertices of the other mode that both its ends are tied to, at least 1.
    public let sharedCounts: [Int32]
    /// For each edge, how strong it is, in the measure asked for.
    public let strengths: [Double]
}

extension CompactGraph {
    /// How strong a tie between two vertices is that share neighbours.
    public enum ProjectionStrength: Hashable, Sendable, CaseIterable {
        /// The number of neighbours shared.
        case shared
        /// The sum of 1 / (d - 1) over the neighbours shared, d being the number of vertices tied to each: who
        /// meets in a small circle is tied more than who meets in a large one (Newman).
        case newman
        /// The number of neighbours shared, divided by that of the neighbours of either.
        case jaccard
        /// The number of neighbours shared, divided by that of the neighbours of the one that has fewer.
        case overlap
    }

    /// Ties the vertices of one mode of a two-mode graph that share neighbours: people who were at the same
    /// venue, treaties with a party in common.
    ///
    /// Two vertices are joined by an edge if at least one vertex of the other mode is tied to both.
    ///
    /// *Conventions.* As in networkx. Direction, weights and times are not looked at, and parallel edges are
    /// one tie. A vertex that shares nothing stays, without edges. A loop joins a vertex with its own mode
    /// and is refused.
    ///
    /// - Parameters:
    ///   - isKept: for each vertex whether it is of the mode to keep; every edge must join such a vertex and
    ///     one of the other mode.
    ///   - strength: the measure of ``ProjectedGraph/strengths``.
    ///   - limit: the most edges of the new graph, at most half of ``arcLimit``.
    ///   - control: cancellation; this runs on one thread.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`; `notTwoMode` for an edge within a mode;
    ///   `tooLarge` when there would be more edges than the limit (or edges here than half of ``arcLimit``);
    ///   `invalidParameter` for a limit out of its range; `cancelled`.
    /// - Complexity: O(V + E + Σ d²) time over the numbers d of ties of the vertices left out, and sorting
    ///   the new edges of each vertex; O(V + E) memory beside the result. Deterministic.
    /// - SeeAlso: Breiger (1974), "The duality of persons and groups",
    ///   [doi:10.2307/2576011](https://doi.org/10.2307/2576011); Newman (2001), "Scientific collaboration
    ///   networks. II", [doi:10.1103/PhysRevE.64.016132](https://doi.org/10.1103/PhysRevE.64.016132).
    public func projected(
        onto isKept: [Bool],
        strength: ProjectionStrength = .shared,
        limit: Int = CompactGraph.arcLimit / 2,
        control: RunControl = RunControl()
    ) throws(GraphError) -> ProjectedGraph {
        guard limit >= 0, limit <= Self.arcLimit / 2 else {
            throw GraphError(
                .invalidParameter,
                "the limit \(limit) is not between 0 and \(Self.arcLimit / 2)"
            )
        }
        try check(modes: isKept)
        let simple = try simpleForm().graph
        let kept = (0..<Int32(vertexCount)).filter { isKept[Int($0)] }
        var places = [Int32](repeating: -1, count: vertexCount)
        for (place, vertex) in kept.enumerated() { places[Int(vertex)] = Int32(place) }
        var (sources, targets, counts, strengths): ([Int32], [Int32], [Int32], [Double]) = ([], [], [], [])
        try simple.outgoing.withArcs { (arcs) throws(GraphError) in
            // A vertex left out joins all that are tied to it, so that some limits are seen at once.
            for vertex in 0..<vertexCount where !isKept[vertex] {
                let degree = arcs.degree(vertex)
                try Self.check(projectedEdges: degree * (degree - 1) / 2, limit: limit)
            }
            var poll = CancellationPoll(control)
            let shared = Scratch<Int32>(count: vertexCount, repeating: 0)
            let newman = Scratch<Double>(count: vertexCount, repeating: 0)
            var found: [Int32] = []
            for vertex in kept {
                for first in arcs.range(Int(vertex)) {
                    let between = Int(arcs.targets[first])
                    let degree = arcs.degree(between)
                    for second in arcs.range(between) where arcs.targets[second] > vertex {
                        let other = Int(arcs.targets[second])
                        if shared[other] == 0 { found.append(arcs.targets[second]) }
                        shared[other] += 1
                        newman[other] += 1 / Double(degree - 1)
                    }
                    try poll.step(degree)
                }
                try Self.check(projectedEdges: sources.count + found.count, limit: limit)
                found.sort()
                for other in found {
                    let (count, first, second) = (
                        shared[Int(other)], arcs.degree(Int(vertex)), arcs.degree(Int(other))
                    )
                    sources.append(places[Int(vertex)])
                    targets.append(places[Int(other)])
                    counts.append(count)
                    let value =
                        switch strength {
                        case .shared: Double(count)
                        case .newman: newman[Int(other)]
                        case .jaccard: Double(count) / Double(first + second - Int(count))
                        case .overlap: Double(count) / Double(min(first, second))
                        }
                    strengths.append(value)
                    shared[Int(other)] = 0
                    newman[Int(other)] = 0
                }
                found.removeAll(keepingCapacity: true)
            }
        }
        let graph = try CompactGraph(
            vertexCount: kept.count,
            sources: sources,
            targets: targets,
            direction: .undirected
        )
        return ProjectedGraph(
            graph: graph,
            originalVertices: kept,
            sharedCounts: counts,
            strengths: strengths
        )
    }

    private func check(modes: [Bool]) throws(GraphError) {
        guard modes.count == vertexCount else {
            throw GraphError(
                .columnLengthMismatch,
                "the column of modes has \(modes.count) entries for \(vertexCount) vertices"
            )
        }
        for edge in 0..<edgeCount {
            let (source, target) = (Int(edgeSources[edge]), Int(edgeTargets[edge]))
            guard modes[source] != modes[target] else {
                throw GraphError(
                    .notTwoMode,
                    "edge \(edge) joins \(source) and \(target), which are of one mode"
                )
            }
        }
    }

    private static func check(projectedEdges: Int, limit: Int) throws(GraphError) {
        guard projectedEdges <= limit else {
            throw GraphError(.tooLarge, "\(projectedEdges) edges or more are over the limit of \(limit)")
        }
    }
}
