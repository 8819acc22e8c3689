extension CompactGraph {
    /// Counts the edges at each vertex.
    ///
    /// *Conventions.* In an undirected graph a loop counts two, so that degrees add up to twice the number of
    /// edges. In a directed graph it counts one in `.outgoing`, one in `.incoming` and two in `.both`.
    /// Parallel edges all count.
    ///
    /// - Parameter direction: which edges of a directed graph count: those that leave (`.outgoing`), those
    ///   that arrive, or both.
    /// - Returns: one number of edges a vertex.
    /// - Complexity: O(V), and the rows of an undirected graph.
    /// - SeeAlso: Freeman (1978), "Centrality in social networks: conceptual clarification",
    ///   [doi:10.1016/0378-8733(78)90021-7](https://doi.org/10.1016/0378-8733\(78\)90021-7).
    public func degrees(direction: SearchDirection = .both) -> [Int] {
        if !isDirected {
            return (0..<vertexCount).map { outgoing.degree($0) + loopCount($0) }
        }
        switch direction {
        case .outgoing: return (0..<vertexCount).map { outgoing.degree($0) }
        case .incoming: return (0..<vertexCount).map { incoming.degree($0) }
        case .both: return (0..<vertexCount).map { outgoing.degree($0) + incoming.degree($0) }
        }
    }

    /// Adds up a strength of each edge at each vertex.
    ///
    /// *Conventions.* As ``degrees(direction:)``, of which this is the weighted form: with strengths of 1 it
    /// gives the same numbers. A strength says how strong a tie is, and is no distance; the graph's weights
    /// are not looked at. Sums are taken in the order of the edges.
    ///
    /// - Parameters:
    ///   - strengths: a finite number for each edge, such as ``CollapsedGraph/multiplicities``.
    ///   - direction: which edges of a directed graph count.
    /// - Returns: one sum a vertex, in the unit of the strengths; 0 at a vertex without edges.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, or `invalidWeight` for a strength that is not
    ///   finite.
    /// - Complexity: O(V + E). Deterministic.
    /// - SeeAlso: Barrat, Barthélemy, Pastor-Satorras, Vespignani (2004), "The architecture of complex
    ///   weighted networks", [doi:10.1073/pnas.0400087101](https://doi.org/10.1073/pnas.0400087101).
    public func strengths(
        _ strengths: [Double],
        direction: SearchDirection = .both
    ) throws(GraphError) -> [Double] {
        try check(strengths: strengths, from: -.infinity)
        var sums = [Double](repeating: 0, count: vertexCount)
        for edge in 0..<edgeCount {
            if !isDirected || direction != .incoming { sums[Int(edgeSources[edge])] += strengths[edge] }
            if !isDirected || direction != .outgoing { sums[Int(edgeTargets[edge])] += strengths[edge] }
        }
        return sums
    }

    /// Checks a column of strengths: one finite number an edge, none below the least allowed.
    func check(strengths: [Double], from least: Double) throws(GraphError) {
        try Self.check(column: "strengths", count: strengths.count, edgeCount: edgeCount)
        for (edge, strength) in strengths.enumerated() {
            guard strength.isFinite else {
                throw GraphError(.invalidWeight, "the strength of edge \(edge), \(strength), is not finite")
            }
            guard strength >= least else {
                throw GraphError(
                    .negativeWeight,
                    "the strength of edge \(edge), \(strength), is below \(least)"
                )
            }
        }
    }

    private func loopCount(_ vertex: Int) -> Int {
        outgoing.withArcs { arcs in
            let end = arcs.range(vertex).upperBound
            var count = 0
            var arc = arcs.firstArc(from: vertex, to: vertex)
            while arc < end, Int(arcs.targets[arc]) == vertex {
                count += 1
                arc += 1
            }
            return count
        }
    }
}

extension Adjacency {
    fileprivate func degree(_ vertex: Int) -> Int {
        Int(offsets[vertex + 1] - offsets[vertex])
    }
}
