/// Whether a signed graph falls into two camps, and the proof.
public struct SignedBalance: Hashable, Sendable {
    /// For each vertex its camp, 0 or 1, the first vertex of each component being in camp 0; `nil` when the
    /// graph is not balanced.
    public let camps: [Int8]?
    /// A cycle with an odd number of negative edges; `nil` when the graph is balanced.
    public let unbalancedCycle: SignedCycle?
    /// The edges left out because others of the opposite sign join the same vertices, ascending.
    public let mixedEdges: [Int32]

    /// Whether positive edges join vertices of one camp only, and negative ones vertices of both.
    public var isBalanced: Bool { camps != nil }
}

/// A closed walk that meets no vertex twice.
public struct SignedCycle: Hashable, Sendable {
    /// Its vertices, each joined with the next, and the last with the first.
    public let vertices: [Int]
    /// For each vertex the edge to the next one.
    public let edges: [Int]
}

extension CompactGraph {
    /// Finds out whether a signed graph is balanced: whether its vertices fall into two camps, friends within and
    /// foes between.
    ///
    /// That is so exactly if no cycle has an odd number of negative edges (Harary 1953).
    ///
    /// *Conventions.* Direction and weights are not looked at; edges of sign 0 and loops are left out. Two
    /// vertices that edges of both signs join are *mixed* and left out; ``SignedBalance/mixedEdges`` lists those
    /// edges. The empty graph is balanced.
    ///
    /// - Parameters:
    ///   - signs: for each edge -1, 0 (neutral) or 1.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the camps, or a cycle that proves that there are none: that which a breadth-first search from
    ///   the first vertex of the first unbalanced component closes first.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter` (a sign that is none),
    ///   `tooLarge` (a directed graph with more than half of ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(V + E) time and memory. Deterministic.
    /// - SeeAlso: Harary (1953), "On the notion of balance of a signed graph",
    ///   [doi:10.1307/mmj/1028989917](https://doi.org/10.1307/mmj/1028989917).
    public func signedBalance(
        signs: [Int8],
        control: RunControl = RunControl()
    ) throws(GraphError) -> SignedBalance {
        let form = try SignedForm(self, signs: signs)
        var poll = CancellationPoll(control)
        var sides = [Int8](repeating: -1, count: vertexCount)
        var parents = [Int32](repeating: -1, count: vertexCount)
        var parentEdges = parents
        var queue: [Int32] = []
        let cycle = try form.graph.outgoing.withArcs { (arcs) throws(GraphError) -> SignedCycle? in
            for root in 0..<vertexCount where sides[root] < 0 {
                sides[root] = 0
                queue = [Int32(truncatingIfNeeded: root)]
                var head = 0
                while head < queue.count {
                    let vertex = Int(queue[head])
                    head += 1
                    try poll.step(arcs.degree(vertex) + 1)
                    for arc in arcs.range(vertex) {
                        let (other, edge) = (Int(arcs.targets[arc]), arcs.edges[arc])
                        let side = form.signs[Int(edge)] > 0 ? sides[vertex] : 1 - sides[vertex]
                        if sides[other] < 0 {
                            sides[other] = side
                            parents[other] = Int32(truncatingIfNeeded: vertex)
                            parentEdges[other] = edge
                            queue.append(Int32(truncatingIfNeeded: other))
                        } else if sides[other] != side {
                            return form.cycle(vertex, other, over: edge, parents, parentEdges)
                        }
                    }
                }
            }
            return nil
        }
        return SignedBalance(
            camps: cycle == nil ? sides : nil,
            unbalancedCycle: cycle,
            mixedEdges: form.mixedEdges
        )
    }
}

extension SignedForm {
    /// The cycle that an edge closes with the tree of a search.
    fileprivate func cycle(
        _ first: Int,
        _ second: Int,
        over edge: Int32,
        _ parents: [Int32],
        _ parentEdges: [Int32]
    ) -> SignedCycle {
        func wayUp(from vertex: Int) -> [Int] {
            var way = [vertex]
            while parents[way[way.count - 1]] >= 0 { way.append(Int(parents[way[way.count - 1]])) }
            return way
        }
        var (up, down) = (wayUp(from: first), wayUp(from: second))
        // Both end at the root; of what they share the first vertex remains, in one of them.
        var meeting = up[up.count - 1]
        while let last = up.last, last == down.last {
            meeting = last
            up.removeLast()
            down.removeLast()
        }
        return SignedCycle(
            vertices: up + [meeting] + down.reversed(),
            edges: ((up + down.reversed()).map { parentEdges[$0] } + [edge]).map { Int(firstEdges[Int($0)]) }
        )
    }
}
