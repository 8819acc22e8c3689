extension CompactGraph {
    /// Measures how often each vertex lies on shortest paths between two others.
    ///
    /// The betweenness of v is Σ σ(s, t | v) / σ(s, t) over the pairs of vertices s ≠ t other than v, where
    /// σ(s, t) is the number of shortest paths from s to t, and σ(s, t | v) the number of those through v.
    ///
    /// *Conventions.* A directed graph has ordered pairs, an undirected one unordered ones (each counts
    /// once). `normalized` divides by the number of such pairs, (n - 1)(n - 2), halved in an undirected
    /// graph; below three vertices all values are 0. Edges are followed from source to target. Loops change
    /// nothing. Parallel edges make as many paths, as in igraph; networkx merges them, as does
    /// ``collapsed(droppingLoops:)``. Pairs that nothing joins add nothing. No value is NaN.
    ///
    /// With `sources` only the ordered pairs that begin at one of them count, in an undirected graph each for
    /// one half, since it is half of an unordered pair: over all vertices as sources that is the betweenness.
    /// The divisor stays the same. So does networkx's `betweenness_centrality_subset` with all targets.
    ///
    /// - Parameters:
    ///   - sources: where the paths begin; a vertex named twice counts once; all vertices when `nil`.
    ///   - weighted: whether a path's length is the sum of its weights, added from its source on, instead
    ///     of its number of edges. Two lengths are equal when those `Double` sums are.
    ///   - normalized: whether to divide by the number of pairs.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Returns: one number a vertex, from 0 up; at most 1 if normalized.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `missingWeights`, `cancelled`, or `numericOverflow`
    ///   when there are more than about 10³⁰⁸ shortest paths between two vertices.
    /// - Complexity: O(k E) for k sources, with weights O(k (E + V log V)). Without weights up to 64 searches
    ///   go side by side, so that an edge is looked at once for several of them, and only those on shortest
    ///   paths are worked at for each. O(V) memory a thread: without weights 150 to 550 bytes a vertex. The
    ///   same to the bit on any number of threads.
    /// - SeeAlso: Freeman (1977), [doi:10.2307/3033543](https://doi.org/10.2307/3033543); Brandes (2001),
    ///   "A faster algorithm for betweenness centrality",
    ///   [doi:10.1080/0022250X.2001.9990249](https://doi.org/10.1080/0022250X.2001.9990249); Then et al.
    ///   (2014), "The more the merrier: efficient multi-source graph traversal",
    ///   [doi:10.14778/2735496.2735507](https://doi.org/10.14778/2735496.2735507).
    public func betweenness(
        from sources: [Int]? = nil,
        weighted: Bool = false,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        if weighted { try requireWeights(for: "weighted betweenness") }
        let sums = try dependencySums(
            from: try distinctSources(sources),
            weighted: weighted,
            ofEdges: false,
            control: control
        )
        let pairs = Double(vertexCount - 1) * Double(vertexCount - 2)
        return scaled(sums, pairs: pairs, normalized: normalized)
    }

    /// Measures how often each edge lies on shortest paths between two vertices.
    ///
    /// The betweenness of the edge e is Σ σ(s, t | e) / σ(s, t) over the pairs of vertices s ≠ t, where
    /// σ(s, t) is the number of shortest paths from s to t, and σ(s, t | e) the number of those over e.
    ///
    /// *Conventions.* As for ``betweenness(from:weighted:normalized:control:)``, except that `normalized`
    /// divides by n (n - 1), halved in an undirected graph, as the ends count as well. Each of several
    /// parallel edges has its own share of the paths, as in igraph. A loop is on no shortest path and has 0.
    ///
    /// - Parameters:
    ///   - sources: where the paths begin; a vertex named twice counts once; all vertices when `nil`.
    ///   - weighted: whether a path's length is the sum of its weights instead of its number of edges.
    ///   - normalized: whether to divide by the number of pairs.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Returns: one number an edge, from 0 up; at most 1 if normalized.
    /// - Throws: as ``betweenness(from:weighted:normalized:control:)``.
    /// - Complexity: the same time; O(V + E) memory a thread. The same to the bit on any number of threads.
    /// - SeeAlso: Girvan, Newman (2002), "Community structure in social and biological networks",
    ///   [doi:10.1073/pnas.122653799](https://doi.org/10.1073/pnas.122653799); Brandes (2008), "On variants
    ///   of shortest-path betweenness centrality and their generic computation",
    ///   [doi:10.1016/j.socnet.2007.11.001](https://doi.org/10.1016/j.socnet.2007.11.001).
    public func edgeBetweenness(
        from sources: [Int]? = nil,
        weighted: Bool = false,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        if weighted { try requireWeights(for: "weighted betweenness") }
        let sums = try dependencySums(
            from: try distinctSources(sources),
            weighted: weighted,
            ofEdges: true,
            control: control
        )
        let pairs = Double(vertexCount) * Double(vertexCount - 1)
        return scaled(sums, pairs: pairs, normalized: normalized)
    }

    /// The sources of a run in ascending order, each once.
    private func distinctSources(_ sources: [Int]?) throws(GraphError) -> [Int32] {
        guard let checked = try checked(sources) else { return (0..<Int32(vertexCount)).map { $0 } }
        var isSource = [Bool](repeating: false, count: vertexCount)
        for source in checked { isSource[Int(source)] = true }
        return (0..<Int32(vertexCount)).filter { isSource[Int($0)] }
    }

    private func scaled(_ sums: [Double], pairs: Double, normalized: Bool) -> [Double] {
        var scale = isDirected ? 1.0 : 0.5
        if normalized { scale = pairs > 0 ? 1 / pairs : 0 }
        return sums.map { $0 * scale }
    }

    /// Adds up, for each vertex or edge, its share of the shortest paths that begin at the sources.
    private func dependencySums(
        from sources: [Int32],
        weighted: Bool,
        ofEdges: Bool,
        control: RunControl
    ) throws(GraphError) -> [Double] {
        let total = Scratch<Double>(count: ofEdges ? edgeCount : vertexCount, repeating: 0)
        let sum = total.buffer
        try outgoing.withArcs { (arcs) throws(GraphError) in
            let run = DependencyRun(arcs: arcs, sources: sources, edgeCount: ofEdges ? edgeCount : nil)
            if weighted {
                try run.addWeighted(into: sum, control: control)
            } else {
                try run.addUnweighted(into: sum, control: control)
            }
        }
        let values = total.array()
        guard values.allSatisfy(\.isFinite) else {
            throw GraphError(.numericOverflow, "there are too many shortest paths to be counted")
        }
        return values
    }
}

/// What is to be added up: the sources, in chunks that depend on nothing but the graph and their number.
struct DependencyRun {
    let arcs: Arcs
    let sources: [Int32]
    /// The number of edges when it is edges that are measured, not vertices.
    let edgeCount: Int?

    var sumCount: Int { edgeCount ?? arcs.vertexCount }

    /// Hands a chunk's sums in and starts the next one from zero.
    static func move(
        _ partial: UnsafeMutableBufferPointer<Double>,
        into sum: UnsafeMutableBufferPointer<Double>
    ) {
        for position in 0..<sum.count {
            sum[position] += partial[position]
            partial[position] = 0
        }
    }
}
