extension CompactGraph {
    /// The share of directed edges that another one answers.
    ///
    /// An edge from u to v is answered when there is one from v to u.
    ///
    /// *Conventions.* Parallel edges of one direction count once, loops not at all (networkx counts loops as
    /// not answered, so drop them before comparing). In an undirected graph every edge is answered.
    ///
    /// - Returns: a share, 0...1; `nil` when there is no edge but loops.
    /// - Complexity: O(V + E) time, O(1) memory. Deterministic.
    /// - SeeAlso: Garlaschelli, Loffredo (2004), "Patterns of link reciprocity in directed networks",
    ///   [doi:10.1103/PhysRevLett.93.268701](https://doi.org/10.1103/PhysRevLett.93.268701).
    public func reciprocity() -> Double? {
        var (edges, answered) = (0, 0)
        outgoing.withArcs { out in
            incoming.withArcs { back in
                for vertex in 0..<vertexCount {
                    var other = back.range(vertex).lowerBound
                    let end = back.range(vertex).upperBound
                    var last = -1
                    for arc in out.range(vertex) {
                        let target = Int(out.targets[arc])
                        guard target != last else { continue }
                        last = target
                        guard target != vertex else { continue }
                        while other < end, Int(back.targets[other]) < target { other += 1 }
                        edges += 1
                        if other < end, Int(back.targets[other]) == target { answered += 1 }
                    }
                }
            }
        }
        return edges > 0 ? Double(answered) / Double(edges) : nil
    }
}
