extension CompactGraph {
    /// Measures how far more of the ties lie within communities than in a random graph with the same degrees.
    ///
    /// For an undirected graph Q = Σ over communities of e/m - γ (K/2m)², where e is the strength of the edges
    /// within the community, K the sum of its vertices' strengths, m the strength of all edges and γ the
    /// resolution; for a directed one e/m - γ K⁺K⁻/m² with the strengths out of and into its vertices (Leicht
    /// and Newman).
    ///
    /// *Conventions.* As in networkx and igraph: parallel edges all count; an undirected loop counts once in e
    /// and twice in K, a directed one once each way. The value does not depend on the order of the edges, not
    /// by a bit. (Without edges igraph's is not a number, and networkx fails.)
    ///
    /// - Parameters:
    ///   - communities: the community of each vertex; any numbers, equal ones being one community.
    ///   - strengths: how strong each edge is, finite and not negative; all 1 when `nil`. The graph's weights,
    ///     which are distances, are not looked at.
    ///   - resolution: γ, finite, from 0 up; above 1 favours smaller communities.
    /// - Returns: a number from -γ up to 1; `nil` when the strengths add up to 0, as in a graph without edges.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter`, `invalidWeight`,
    ///   `negativeWeight` or `numericOverflow`.
    /// - Complexity: O(V + E) time and memory; with strengths, k parallel edges take k log k. Deterministic.
    /// - SeeAlso: Newman, Girvan (2004), "Finding and evaluating community structure in networks",
    ///   [doi:10.1103/PhysRevE.69.026113](https://doi.org/10.1103/PhysRevE.69.026113); Leicht, Newman (2008),
    ///   "Community structure in directed networks",
    ///   [doi:10.1103/PhysRevLett.100.118703](https://doi.org/10.1103/PhysRevLett.100.118703).
    public func modularity(
        of communities: [Int32],
        strengths: [Double]? = nil,
        resolution: Double = 1
    ) throws(GraphError) -> Double? {
        try quality(.modularity, of: communities, strengths: strengths, resolution: resolution)
    }

    /// Measures how far more ties lie within communities than a constant share of their pairs (the constant
    /// Potts model).
    ///
    /// H = Σ over communities of e - γ n (n - 1) / 2, where e is the strength of the edges within the
    /// community, n the number of its vertices and γ the resolution; in a directed graph n (n - 1) pairs. Ties
    /// within a good community are denser than γ, and those between two of them sparser.
    ///
    /// *Conventions.* Parallel edges all count, and so do loops, in e. The value does not depend on the order
    /// of the edges, not by a bit. (As in leidenalg; igraph's has each loop twice, counts the pair of a vertex
    /// with itself, and divides by 2m.)
    ///
    /// - Parameters:
    ///   - communities: the community of each vertex; any numbers, equal ones being one community.
    ///   - strengths: how strong each edge is, finite and not negative; all 1 when `nil`.
    ///   - resolution: γ, in the unit of the strengths, finite, from 0 up.
    /// - Returns: a number in the unit of the strengths; 0 for the empty graph.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter`, `invalidWeight`,
    ///   `negativeWeight` or `numericOverflow`.
    /// - Complexity: O(V + E) time and memory; with strengths, k parallel edges take k log k. Deterministic.
    /// - SeeAlso: Traag, Van Dooren, Nesterov (2011), "Narrow scope for resolution-limit-free community
    ///   detection", [doi:10.1103/PhysRevE.84.016114](https://doi.org/10.1103/PhysRevE.84.016114).
    public func constantPottsQuality(
        of communities: [Int32],
        strengths: [Double]? = nil,
        resolution: Double
    ) throws(GraphError) -> Double {
        let value = try quality(
            .constantPotts,
            of: communities,
            strengths: strengths,
            resolution: resolution
        )
        return value ?? 0
    }

    private func quality(
        _ quality: CommunityQuality,
        of communities: [Int32],
        strengths: [Double]?,
        resolution: Double
    ) throws(GraphError) -> Double? {
        guard communities.count == vertexCount else {
            throw GraphError(
                .columnLengthMismatch,
                "the column of communities has \(communities.count) entries for \(vertexCount) vertices"
            )
        }
        var poll = CancellationPoll(RunControl())
        let tied = try tied(quality: quality, resolution: resolution, strengths: strengths, poll: &poll)
        return tied.value(of: Communities.numbered(communities).labels)
    }
}

extension TiedGraph {
    /// The quality of a partition whose classes are numbered from 0 below the number of vertices.
    func value(of labels: [Int32]) -> Double? {
        // A tie stands in two rows.
        var inner = 0.0
        let count = graph.vertexCount
        let masses = Scratch<Double>(count: count, repeating: 0)
        let inMasses = Scratch<Double>(count: count, repeating: 0)
        labels.withUnsafeBufferPointer { labels in
            for vertex in 0..<count {
                let label = labels[vertex]
                for arc in graph.row(vertex) where labels[Int(graph.neighbors[arc])] == label {
                    inner += graph.tie(arc)
                }
                masses[Int(label)] += graph.masses[vertex]
                if graph.isDirected { inMasses[Int(label)] += graph.inMasses[vertex] }
            }
        }
        let within = inner / 2 + loops
        var expected = 0.0
        switch quality {
        case .modularity:
            guard total > 0 else { return nil }
            for label in 0..<count {
                let share = masses[label] / (isDirected ? total : 2 * total)
                expected += share * (isDirected ? inMasses[label] / total : share)
            }
            return within / total - resolution * expected
        case .constantPotts:
            for label in 0..<count { expected += masses[label] * (masses[label] - 1) }
            return within - resolution * (isDirected ? expected : expected / 2)
        }
    }
}
