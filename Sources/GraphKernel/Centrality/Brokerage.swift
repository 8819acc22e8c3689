/// How free each vertex is to broker between its neighbours.
public struct Brokerage: Hashable, Sendable {
    /// For each vertex, how much its ties are invested in neighbours that are tied to each other; `nil` for a
    /// vertex without neighbours. A low constraint means many structural holes.
    public let constraints: [Double?]
    /// For each vertex, the number of its neighbours less what is redundant among them; `nil` for a vertex
    /// without neighbours.
    public let effectiveSizes: [Double?]
}

extension CompactGraph {
    /// Measures Burt's structural holes: the constraint and the effective size of each vertex's network.
    ///
    /// Let z(u, v) be the strength of all edges between u and v, p(u, v) that divided by the sum over all
    /// neighbours of u, and m(u, v) that divided by the largest of them. The constraint of u is the sum over
    /// its neighbours v of (p(u, v) + Σ p(u, w) p(w, v))², and its effective size the sum over its neighbours v
    /// of 1 - Σ p(u, w) m(v, w), where w runs over all neighbours that u and v share.
    ///
    /// *Conventions.* As in networkx: edges of both directions add up to a tie, and with them parallel ones;
    /// v runs over neighbours only; but a vertex that edges only arrive at has values too, where networkx has
    /// no effective size. Loops are left out. Edges of strength 0 are no ties. Without edges of two
    /// directions and strengths the effective size is Borgatti's n - 2 t / n for n neighbours with t ties
    /// among them.
    ///
    /// - Parameters:
    ///   - strengths: how strong each edge is, finite and not negative; all alike when `nil`. The graph's
    ///     weights, which are distances, are not looked at.
    ///   - control: cancellation; this runs on one thread.
    /// - Throws: ``GraphError`` with `invalidWeight`, `negativeWeight`, `columnLengthMismatch`, `tooLarge` (a
    ///   directed graph with more than half of ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(E Δ) time for the largest degree Δ, O(V + E) memory. Deterministic.
    /// - SeeAlso: Burt (1992), "Structural Holes: The Social Structure of Competition"; Borgatti (1997),
    ///   "Structural holes: unpacking Burt's redundancy measures", Connections 20 (1); Burt (2004),
    ///   "Structural holes and good ideas", [doi:10.1086/421787](https://doi.org/10.1086/421787).
    public func brokerage(
        strengths: [Double]? = nil,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Brokerage {
        if let strengths { try check(strengths: strengths, from: 0) }
        // A common factor changes neither measure, and at most 1 nothing can overflow.
        let largest = strengths?.max() ?? 1
        let simple = try simpleForm()
        var ties = [Double](repeating: 0, count: simple.graph.edgeCount)
        for edge in ties.indices {
            for original in try simple.originals(of: edge) {
                ties[edge] += strengths.map { largest > 0 ? $0[Int(original)] / largest : 0 } ?? 1
            }
        }
        return try simple.graph.outgoing.withArcs { (arcs) throws(GraphError) in
            var poll = CancellationPoll(control)
            let sums = Scratch<Double>(count: vertexCount, repeating: 0)
            let peaks = Scratch<Double>(count: vertexCount, repeating: 0)
            for vertex in 0..<vertexCount {
                for arc in arcs.range(vertex) {
                    let tie = ties[Int(arcs.edges[arc])]
                    sums[vertex] += tie
                    peaks[vertex] = max(peaks[vertex], tie)
                }
            }
            // Of the vertex at hand, its tie to each neighbour and how it reaches them by one between.
            let own = Scratch<Double>(count: vertexCount, repeating: 0)
            let indirect = Scratch<Double>(count: vertexCount, repeating: 0)
            var constraints = [Double?](repeating: nil, count: vertexCount)
            var effectiveSizes = constraints
            for vertex in 0..<vertexCount where sums[vertex] > 0 {
                for arc in arcs.range(vertex) {
                    own[Int(arcs.targets[arc])] = ties[Int(arcs.edges[arc])] / sums[vertex]
                }
                var (constraint, size) = (0.0, 0.0)
                for arc in arcs.range(vertex) where own[Int(arcs.targets[arc])] > 0 {
                    let between = Int(arcs.targets[arc])
                    var redundant = 0.0
                    for next in arcs.range(between) {
                        let other = Int(arcs.targets[next])
                        let tie = ties[Int(arcs.edges[next])]
                        guard own[other] > 0, tie > 0 else { continue }
                        indirect[other] += own[between] * tie / sums[between]
                        redundant += own[other] * tie / peaks[between]
                    }
                    size += 1 - redundant
                    try poll.step(arcs.degree(between) + 1)
                }
                for arc in arcs.range(vertex) {
                    let neighbor = Int(arcs.targets[arc])
                    if own[neighbor] > 0 {
                        let invested = own[neighbor] + indirect[neighbor]
                        constraint += invested * invested
                    }
                }
                for arc in arcs.range(vertex) {
                    own[Int(arcs.targets[arc])] = 0
                    indirect[Int(arcs.targets[arc])] = 0
                }
                constraints[vertex] = constraint
                effectiveSizes[vertex] = size
            }
            return Brokerage(constraints: constraints, effectiveSizes: effectiveSizes)
        }
    }
}
