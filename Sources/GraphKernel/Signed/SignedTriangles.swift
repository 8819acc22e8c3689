/// How many triangles of each kind a signed graph has, and how many at each vertex.
public struct SignedTriangleCounts: Hashable, Sendable {
    /// The number of triangles with 0, 1, 2 and 3 negative sides: +++, ++-, +--, ---.
    public let byNegativeSides: [Int]
    /// For each vertex the number of balanced triangles that it is a corner of.
    public let balanced: [Int]
    /// For each vertex the number of unbalanced triangles that it is a corner of.
    public let unbalanced: [Int]
    /// The number of pairs of vertices that were left out, as edges of both signs join them.
    public let mixedPairCount: Int

    /// The number of balanced triangles: those with 0 or 2 negative sides.
    public var balancedTotal: Int { byNegativeSides[0] + byNegativeSides[2] }
    /// The number of unbalanced triangles: those with 1 or 3 negative sides.
    public var unbalancedTotal: Int { byNegativeSides[1] + byNegativeSides[3] }
    /// The share of triangles that are balanced, 0...1; `nil` when there is none.
    public var balancedShare: Double? {
        let total = balancedTotal + unbalancedTotal
        return total > 0 ? Double(balancedTotal) / Double(total) : nil
    }
}

/// Three vertices each two of which a signed edge joins.
public struct SignedTriangle: Hashable, Sendable {
    /// The corners, ascending.
    public let vertices: [Int32]
    /// The signs between the first and second, the first and third, and the second and third corner.
    public let signs: [Int8]
    /// For each of those sides the first edge that is one.
    public let edges: [Int32]

    /// Whether the number of negative sides is even: friends have the same friends and foes.
    public var isBalanced: Bool { signs.reduce(1, *) > 0 }
}

/// Some or all of a signed graph's triangles.
public struct SignedTriangleList: Hashable, Sendable {
    /// The triangles, in lexicographic order of their corners.
    public let triangles: [SignedTriangle]
    /// Whether there are more.
    public let isCut: Bool
}

extension CompactGraph {
    /// Counts the triangles of a signed graph by the number of their negative sides.
    ///
    /// A triangle is *balanced* when the product of its signs is positive: the friend of a friend is a friend,
    /// the foe of a foe is a friend.
    ///
    /// *Conventions.* Direction and weights are not looked at; edges of sign 0 and loops are left out. Parallel
    /// edges of one sign count once; two vertices that edges of both signs join are *mixed*, left out and
    /// counted in ``SignedTriangleCounts/mixedPairCount``. The empty graph has no triangle.
    ///
    /// - Parameters:
    ///   - signs: for each edge -1, 0 (neutral) or 1.
    ///   - control: threads, cancellation, and progress in chunks of vertices.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter` (a sign that is none),
    ///   `tooLarge` (a directed graph with more than half of ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(V + E √E) time, O(V + E) memory and O(V) a thread. The same on any number of threads.
    /// - SeeAlso: Cartwright, Harary (1956), "Structural balance: a generalization of Heider's theory",
    ///   [doi:10.1037/h0046049](https://doi.org/10.1037/h0046049); Leskovec, Huttenlocher, Kleinberg (2010),
    ///   "Signed networks in social media",
    ///   [doi:10.1145/1753326.1753532](https://doi.org/10.1145/1753326.1753532).
    public func signedTriangleCounts(
        signs: [Int8],
        control: RunControl = RunControl()
    ) throws(GraphError) -> SignedTriangleCounts {
        let form = try SignedForm(self, signs: signs)
        let count = vertexCount
        let balanced = Scratch<Int>(count: count, repeating: 0)
        let unbalanced = Scratch<Int>(count: count, repeating: 0)
        let kinds = Scratch<Int>(count: 4, repeating: 0)
        let sums = (balanced.buffer, unbalanced.buffer, kinds.buffer)
        // Few chunks, as each hands in two whole columns.
        let chunkSize = max(1024, (count + 63) / 64)
        try form.upwardGraph().outgoing.withArcs { (arcs) throws(GraphError) in
            try ParallelChunks.run(
                count: (count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: { SignedTriangleCounter(vertexCount: count) },
                work: { (chunk, counter) throws(GraphError) in
                    var poll = CancellationPoll(control)
                    for vertex in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                        try counter.add(from: vertex, arcs: arcs, signs: form.signs, poll: &poll)
                    }
                },
                merge: { _, counter in counter.move(into: sums) }
            )
        }
        return SignedTriangleCounts(
            byNegativeSides: kinds.array(),
            balanced: balanced.array(),
            unbalanced: unbalanced.array(),
            mixedPairCount: form.mixedPairCount
        )
    }

    /// Lists the triangles of a signed graph, all or those that are balanced or not.
    ///
    /// *Conventions.* As ``signedTriangleCounts(signs:control:)``.
    ///
    /// - Parameters:
    ///   - signs: for each edge -1, 0 (neutral) or 1.
    ///   - balanced: `true` for balanced triangles only, `false` for unbalanced ones only, `nil` for all.
    ///   - limit: the most triangles to list, at least 0.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the first triangles in lexicographic order of their corners, and whether there are more.
    /// - Throws: as ``signedTriangleCounts(signs:control:)``, and `invalidParameter` for a limit below 0.
    /// - Complexity: O(V + E Δ), Δ being the largest degree; O(V + E) memory beside the list. Deterministic.
    /// - SeeAlso: Cartwright, Harary (1956), "Structural balance: a generalization of Heider's theory",
    ///   [doi:10.1037/h0046049](https://doi.org/10.1037/h0046049).
    public func signedTriangles(
        signs: [Int8],
        balanced: Bool? = nil,
        limit: Int = 1000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> SignedTriangleList {
        guard limit >= 0 else {
            throw GraphError(.invalidParameter, "the limit \(limit) is below zero")
        }
        let form = try SignedForm(self, signs: signs)
        var poll = CancellationPoll(control)
        var found: [SignedTriangle] = []
        let isCut = try form.graph.outgoing.withArcs { (arcs) throws(GraphError) -> Bool in
            // For each vertex the edge, plus one, to the first corner at hand.
            let toFirst = Scratch<Int32>(count: vertexCount, repeating: 0)
            for first in 0..<vertexCount {
                for arc in arcs.range(first) { toFirst[Int(arcs.targets[arc])] = arcs.edges[arc] &+ 1 }
                for arc in arcs.range(first) where Int(arcs.targets[arc]) > first {
                    let second = Int(arcs.targets[arc])
                    try poll.step(arcs.degree(second) + 1)
                    for next in arcs.range(second) {
                        let third = Int(arcs.targets[next])
                        guard third > second, toFirst[third] > 0 else { continue }
                        let edges = [arcs.edges[arc], toFirst[third] - 1, arcs.edges[next]].map { Int($0) }
                        let triangle = SignedTriangle(
                            vertices: [first, second, third].map { Int32(truncatingIfNeeded: $0) },
                            signs: edges.map { form.signs[$0] },
                            edges: edges.map { form.firstEdges[$0] }
                        )
                        guard balanced == nil || balanced == triangle.isBalanced else { continue }
                        guard found.count < limit else { return true }
                        found.append(triangle)
                    }
                }
                for arc in arcs.range(first) { toFirst[Int(arcs.targets[arc])] = 0 }
            }
            return false
        }
        return SignedTriangleList(triangles: found, isCut: isCut)
    }
}

extension SignedForm {
    /// The graph with each edge directed from its end of lower degree (of equal ones the lower vertex), so that
    /// no row is longer than about the root of twice the number of edges.
    fileprivate func upwardGraph() -> CompactGraph {
        graph.outgoing.withArcs { arcs in
            var (lower, upper) = (graph.edgeSources, graph.edgeTargets)
            for edge in 0..<lower.count {
                let (source, target) = (Int(lower[edge]), Int(upper[edge]))
                if (arcs.degree(target), target) < (arcs.degree(source), source) {
                    (lower[edge], upper[edge]) = (upper[edge], lower[edge])
                }
            }
            return CompactGraph(
                checkedVertexCount: graph.vertexCount,
                sources: lower,
                targets: upper,
                direction: .directed
            )
        }
    }
}

/// One thread's counts.
private final class SignedTriangleCounter {
    private let balanced: Scratch<Int>
    private let unbalanced: Scratch<Int>
    private let kinds = Scratch<Int>(count: 4, repeating: 0)
    /// For each vertex the last one, plus one, in whose row it was seen, twice, and one more if with a -.
    private let marks: Scratch<Int>

    init(vertexCount: Int) {
        balanced = Scratch(count: vertexCount, repeating: 0)
        unbalanced = Scratch(count: vertexCount, repeating: 0)
        marks = Scratch(count: vertexCount, repeating: 0)
    }

    func add(
        from first: Int,
        arcs: Arcs,
        signs: [Int8],
        poll: inout CancellationPoll
    ) throws(GraphError) {
        guard arcs.degree(first) > 1 else { return }
        let mark = first &+ 1
        for arc in arcs.range(first) {
            marks[Int(arcs.targets[arc])] = 2 &* mark &+ (signs[Int(arcs.edges[arc])] < 0 ? 1 : 0)
        }
        for arc in arcs.range(first) {
            let second = Int(arcs.targets[arc])
            let ofArc = signs[Int(arcs.edges[arc])] < 0 ? 1 : 0
            for next in arcs.range(second) {
                let third = Int(arcs.targets[next])
                guard marks[third] >> 1 == mark else { continue }
                let negative = ofArc &+ (marks[third] & 1) &+ (signs[Int(arcs.edges[next])] < 0 ? 1 : 0)
                kinds[negative] &+= 1
                let counts = negative & 1 == 0 ? balanced.buffer : unbalanced.buffer
                counts[first] &+= 1
                counts[second] &+= 1
                counts[third] &+= 1
            }
            try poll.step(arcs.degree(second) + 1)
        }
    }

    typealias Columns = UnsafeMutableBufferPointer<Int>

    func move(into sums: (balanced: Columns, unbalanced: Columns, kinds: Columns)) {
        for vertex in 0..<marks.count {
            sums.balanced[vertex] &+= balanced[vertex]
            sums.unbalanced[vertex] &+= unbalanced[vertex]
            (balanced[vertex], unbalanced[vertex]) = (0, 0)
        }
        for kind in 0..<4 {
            sums.kinds[kind] &+= kinds[kind]
            kinds[kind] = 0
        }
    }
}
