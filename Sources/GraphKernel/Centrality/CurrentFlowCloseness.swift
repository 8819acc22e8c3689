extension CompactGraph {
    /// The most vertices of a component that a method with a dense matrix takes unless it is told otherwise;
    /// the matrix then has 64 megabytes.
    public static let denseLimit = 4096

    /// Measures how near each vertex is to all others when all ways count, not the shortest alone.
    ///
    /// The graph is read as an electrical network in which an edge conducts as well as it is strong. R(v, u)
    /// is the resistance between v and u; the more ways there are, the smaller it is. The closeness of v is
    /// (r - 1) / Σ R(v, u), where u runs over the r vertices of its component; with `scaled` times
    /// (r - 1) / (n - 1) for a graph of n vertices, as in
    /// ``closeness(of:direction:weighted:scaled:control:)``, which it never falls below without strengths, and
    /// equals in a tree. This is Stephenson and Zelen's information centrality, r / Σ R(v, u), but for a
    /// factor.
    ///
    /// *Conventions.* Direction is not looked at. Parallel edges conduct side by side, and loops not at all;
    /// an edge of strength 0 is none. A vertex without neighbours has 0. No value is NaN. networkx takes
    /// connected graphs only and gives 1 / Σ R(v, u).
    ///
    /// - Parameters:
    ///   - strengths: how well each edge conducts, finite and not negative; all alike when `nil`. The graph's
    ///     weights, which are distances, are not looked at; 1 / weight makes them resistances.
    ///   - scaled: whether the values are scaled by the share of vertices in the component.
    ///   - limit: the most vertices that a component may have.
    ///   - control: threads, cancellation, and progress in vertices.
    /// - Returns: one number a vertex, from 0 up, in the unit of the strengths.
    /// - Throws: ``GraphError`` with `tooLarge` when a component has more than `limit` vertices;
    ///   `invalidWeight`, `negativeWeight`, `columnLengthMismatch`, `invalidParameter` for a limit below 1;
    ///   `numericOverflow` when a value is beyond `Double`, or strengths are more than about 10³⁰⁰ apart;
    ///   `cancelled`.
    /// - Complexity: O(r³) time, half of it on one thread, and 4 r² bytes for the largest component of r
    ///   vertices. The same to the bit on any number of threads.
    /// - SeeAlso: Stephenson, Zelen (1989), "Rethinking centrality: methods and examples",
    ///   [doi:10.1016/0378-8733(89)90016-6](https://doi.org/10.1016/0378-8733\(89\)90016-6); Brandes,
    ///   Fleischer (2005), "Centrality measures based on current flow",
    ///   [doi:10.1007/978-3-540-31856-9_44](https://doi.org/10.1007/978-3-540-31856-9_44).
    public func currentFlowCloseness(
        strengths: [Double]? = nil,
        scaled: Bool = true,
        limit: Int = CompactGraph.denseLimit,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        if let strengths { try check(strengths: strengths, from: 0) }
        guard limit >= 1 else { throw GraphError(.invalidParameter, "the limit \(limit) is below 1") }
        let conducting = try conductingEdges(strengths)
        let components = try conducting.graph.weakComponents(control: control)
        if let largest = components.sizes.max(), Int(largest) > limit {
            throw GraphError(
                .tooLarge,
                "a component of \(largest) vertices is larger than the limit of \(limit) for a dense matrix"
            )
        }
        // At most 1, no sum of conductances overflows.
        let unit = strengths?.max() ?? 1
        var values = [Double](repeating: 0, count: vertexCount)
        var places = [Int](repeating: 0, count: vertexCount)
        var done = 0
        for members in components.members() {
            let (first, all, total) = (done, members.count, vertexCount)
            done += all
            guard all > 1 else { continue }
            let matrix = ConductanceMatrix(order: all)
            for (position, vertex) in members.enumerated() { places[Int(vertex)] = position }
            try conducting.graph.outgoing.withArcs { (arcs) throws(GraphError) in
                for (position, vertex) in members.enumerated() {
                    for arc in arcs.range(Int(vertex)) where arcs.targets[arc] > vertex {
                        let edge = Int(conducting.originals[Int(arcs.edges[arc])])
                        let strength = strengths.map { $0[edge] / unit } ?? 1
                        matrix.add(strength, between: position, and: places[Int(arcs.targets[arc])])
                    }
                }
            }
            var control = control
            if let progress = control.progress {
                control.progress = { progress(first + all * $0 / $1, total) }
            }
            try matrix.eliminate(control)
            let sums = try matrix.resistanceSums(control)
            for (position, vertex) in members.enumerated() {
                var value = Double(all - 1) / sums[position] * unit
                if scaled { value *= Double(all - 1) / Double(vertexCount - 1) }
                guard value.isFinite, sums[position].isFinite, value >= 0 else {
                    throw GraphError(
                        .numericOverflow,
                        "the closeness of vertex \(vertex) is beyond all bounds"
                    )
                }
                values[Int(vertex)] = value
            }
        }
        control.progress?(vertexCount, vertexCount)
        return values
    }

    /// The edges through which current can flow between two vertices.
    private func conductingEdges(
        _ strengths: [Double]?
    ) throws(GraphError) -> (graph: CompactGraph, originals: [Int32]) {
        let edges = (0..<Int32(edgeCount)).filter {
            edgeSources[Int($0)] != edgeTargets[Int($0)] && strengths?[Int($0)] != 0
        }
        let graph = try CompactGraph(
            vertexCount: vertexCount,
            sources: edges.map { edgeSources[Int($0)] },
            targets: edges.map { edgeTargets[Int($0)] },
            direction: .undirected
        )
        return (graph, edges)
    }
}

extension Components {
    /// The vertices of each component, ascending.
    func members() -> [[Int32]] {
        var members = sizes.map { size in
            var vertices: [Int32] = []
            vertices.reserveCapacity(Int(size))
            return vertices
        }
        for (vertex, label) in labels.enumerated() { members[Int(label)].append(Int32(vertex)) }
        return members
    }
}
