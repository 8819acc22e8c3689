/// Some or all of a graph's maximal cliques.
public struct CliqueList: Hashable, Sendable {
    /// The vertices of each clique, ascending; cliques are in lexicographic order.
    public let cliques: [[Int32]]
    /// Whether there are more.
    public let isCut: Bool
}

extension CompactGraph {
    /// Lists the maximal cliques: the sets of vertices that are all joined with each other, and that no
    /// further vertex fits into.
    ///
    /// *Conventions.* Direction is not looked at; parallel edges and loops change nothing. A vertex without
    /// neighbours is a clique of one.
    ///
    /// - Parameters:
    ///   - minimumSize: the fewest vertices of a clique to list, at least 1.
    ///   - limit: the most cliques to list, at least 0. Which ones are found first follows from the order in
    ///     which the graph is peeled (see ``coreNumbers(direction:control:)``), outermost first.
    ///   - control: cancellation; this runs on one thread.
    /// - Throws: ``GraphError`` with `invalidParameter`, `tooLarge` (a directed graph with more than half of
    ///   ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(d V 3^(d / 3)) steps in the degeneracy d, each of a row; there may be that many cliques.
    ///   O(V + E + d² + d Δ) memory for the largest degree Δ, beside the result; no recursion. Deterministic.
    /// - SeeAlso: Tomita, Tanaka, Takahashi (2006), "The worst-case time complexity for generating all
    ///   maximal cliques", [doi:10.1016/j.tcs.2006.06.015](https://doi.org/10.1016/j.tcs.2006.06.015);
    ///   Eppstein, Löffler, Strash (2013), "Listing all maximal cliques in large sparse real-world graphs",
    ///   [doi:10.1145/2543629](https://doi.org/10.1145/2543629).
    public func maximalCliques(
        minimumSize: Int = 1,
        limit: Int = 10_000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> CliqueList {
        guard minimumSize >= 1, limit >= 0 else {
            throw GraphError(
                .invalidParameter,
                "the size \(minimumSize) is below 1, or the limit \(limit) below zero"
            )
        }
        let simple = try simpleGraph()
        return try simple.outgoing.withArcs { (arcs) throws(GraphError) in
            let peeling = try Peeling(counted: arcs, lowered: arcs, hasLoops: false, control: control)
            var search = CliqueSearch(
                arcs: arcs,
                order: peeling.order.buffer,
                minimumSize: minimumSize,
                limit: limit
            )
            var poll = CancellationPoll(control)
            for position in 0..<vertexCount where !search.isCut {
                try search.run(from: Int(peeling.order[position]), poll: &poll)
            }
            return CliqueList(cliques: search.sortedCliques(), isCut: search.isCut)
        }
    }
}
