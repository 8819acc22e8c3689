/// A signed graph as measures of balance see it: without directions and loops, one edge for each two vertices
/// that edges of one sign join.
struct SignedForm: Sendable {
    /// The simple graph; its edges are in the order of the first edge that each stands for.
    let graph: CompactGraph
    /// +1 or -1 for each edge of ``graph``.
    let signs: [Int8]
    /// For each edge of ``graph`` the first edge of the original graph that it stands for.
    let firstEdges: [Int32]
    /// The edges of the original graph between vertices that edges of both signs join, ascending.
    let mixedEdges: [Int32]
    let mixedPairCount: Int

    init(_ original: CompactGraph, signs: [Int8]) throws(GraphError) {
        try CompactGraph.check(column: "signs", count: signs.count, edgeCount: original.edgeCount)
        for (edge, sign) in signs.enumerated() where sign < -1 || sign > 1 {
            throw GraphError(.invalidParameter, "the sign of edge \(edge), \(sign), is not -1, 0 or 1")
        }
        let pairs = try original.simpleForm()
        var (kept, keptSigns, first): ([Int32], [Int8], [Int32]) = ([], [], [])
        var (mixed, mixedCount): ([Int32], Int) = ([], 0)
        for pair in 0..<pairs.graph.edgeCount {
            let members = pairs.members[Int(pairs.offsets[pair])..<Int(pairs.offsets[pair + 1])]
                .filter { signs[Int($0)] != 0 }
            guard let edge = members.first else { continue }
            let sign = signs[Int(edge)]
            if members.contains(where: { signs[Int($0)] != sign }) {
                mixedCount += 1
                mixed.append(contentsOf: members)
            } else {
                kept.append(Int32(truncatingIfNeeded: pair))
                keptSigns.append(sign)
                first.append(edge)
            }
        }
        graph = CompactGraph(
            checkedVertexCount: original.vertexCount,
            sources: kept.map { pairs.graph.edgeSources[Int($0)] },
            targets: kept.map { pairs.graph.edgeTargets[Int($0)] },
            direction: .undirected
        )
        self.signs = keptSigns
        firstEdges = first
        mixedEdges = mixed.sorted()
        mixedPairCount = mixedCount
    }
}
