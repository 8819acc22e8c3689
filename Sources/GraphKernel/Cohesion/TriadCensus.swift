/// How often each of the sixteen kinds of triad occurs in a directed graph.
public struct TriadCensus: Hashable, Sendable {
    /// The kinds, by the number of mutual, one-way and missing pairs, then (D)own, (U)p, (C)yclic and
    /// (T)ransitive, in the order of ``counts``.
    public static let names = [
        "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U",
        "120C", "210", "300",
    ]

    /// For each kind the number of sets of three vertices.
    public let counts: [Int]

    /// The number of triads of a kind; `nil` for a name that is none of ``names``.
    public subscript(name: String) -> Int? {
        Self.names.firstIndex(of: name).map { counts[$0] }
    }

    /// The kind of a triad u, v, w: bit 0 is u -> v, then v -> u, u -> w, w -> u, v -> w, w -> v.
    fileprivate static let kinds: [Int8] = [
        0, 1, 1, 2, 1, 3, 5, 7, 1, 5, 4, 6, 2, 7, 6, 10, 1, 5, 3, 7, 4, 8, 8, 12, 5, 9, 8, 13, 6, 13, 11, 14,
        1, 4, 5, 6, 5, 8, 9, 13, 3, 8, 8, 11, 7, 12, 13, 14, 2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12, 14, 10,
        14,
        14, 15,
    ]
}

extension CompactGraph {
    /// Counts the sets of three vertices by how directed edges join them.
    ///
    /// *Conventions.* Parallel edges of one direction count once, loops not at all. An edge of an undirected
    /// graph counts as mutual.
    ///
    /// - Parameter control: cancellation; this runs on one thread.
    /// - Throws: ``GraphError`` with `numericOverflow` when there are more than 2⁶³ - 1 sets of three, from
    ///   about 3.8 million vertices on, `tooLarge` (a directed graph with more than half of ``arcLimit``
    ///   edges) or `cancelled`.
    /// - Complexity: O(E Δ) time for the largest degree Δ, O(V + E) memory. Deterministic.
    /// - SeeAlso: Holland, Leinhardt (1976), "Local structure in social networks",
    ///   [doi:10.2307/270703](https://doi.org/10.2307/270703); Batagelj, Mrvar (2001), "A subquadratic triad
    ///   census algorithm for large sparse networks with small maximum degree",
    ///   [doi:10.1016/S0378-8733(01)00035-1](https://doi.org/10.1016/S0378-8733\(01\)00035-1).
    public func triadCensus(control: RunControl = RunControl()) throws(GraphError) -> TriadCensus {
        let triads = try tripleCount()
        let simple = try simpleForm()
        let graph = simple.graph
        // Of each pair, 1: from the source of the simple edge to its target, 2: back.
        var ways = [UInt8](repeating: 3, count: graph.edgeCount)
        if isDirected {
            for edge in ways.indices {
                ways[edge] = 0
                for original in try simple.originals(of: edge) {
                    ways[edge] |= edgeSources[Int(original)] == graph.edgeSources[edge] ? 1 : 2
                }
            }
        }
        var counts = try graph.outgoing.withArcs { (arcs) throws(GraphError) in
            var counter = TriadCounter(graph: graph, arcs: arcs, ways: ways)
            var poll = CancellationPoll(control)
            for first in 0..<vertexCount {
                for arc in arcs.range(first) where Int(arcs.targets[arc]) > first {
                    counter.add(over: arc, from: first)
                    try poll.step(arcs.degree(first) + arcs.degree(Int(arcs.targets[arc])))
                }
            }
            return counter.counts
        }
        counts[0] = triads - counts.reduce(0, +)
        return TriadCensus(counts: counts)
    }

    /// n (n - 1) (n - 2) / 6.
    private func tripleCount() throws(GraphError) -> Int {
        let n = vertexCount
        guard n > 2 else { return 0 }
        // n is below 2³¹, so the pairs cannot overflow; of three numbers in a row one is divisible by 3.
        let pairs = n % 2 == 0 ? n / 2 * (n - 1) : (n - 1) / 2 * n
        let (first, second) = pairs % 3 == 0 ? (pairs / 3, n - 2) : (pairs, (n - 2) / 3)
        let (triples, overflow) = first.multipliedReportingOverflow(by: second)
        guard !overflow else {
            throw GraphError(.numericOverflow, "\(n) vertices make more triads than can be counted")
        }
        return triples
    }
}

/// Counts the triads in which at least one pair is joined, each at the first such pair that it has.
private struct TriadCounter {
    let graph: CompactGraph
    let arcs: Arcs
    let ways: [UInt8]
    private(set) var counts = [Int](repeating: 0, count: 16)

    init(graph: CompactGraph, arcs: Arcs, ways: [UInt8]) {
        self.graph = graph
        self.arcs = arcs
        self.ways = ways
    }

    /// Counts the triads of two neighbours and a third vertex, unless another pair of the three has them.
    mutating func add(over arc: Int, from first: Int) {
        let second = Int(arcs.targets[arc])
        let pair = way(arc, from: first)
        var (left, right) = (arcs.range(first).lowerBound, arcs.range(second).lowerBound)
        let (leftEnd, rightEnd) = (arcs.range(first).upperBound, arcs.range(second).upperBound)
        // The first's row holds the second and the other way round: neither is a third.
        var thirds = -2
        while left < leftEnd || right < rightEnd {
            let ofFirst = left < leftEnd ? Int(arcs.targets[left]) : Int.max
            let ofSecond = right < rightEnd ? Int(arcs.targets[right]) : Int.max
            let third = min(ofFirst, ofSecond)
            thirds += 1
            var kind = pair
            if ofFirst == third {
                kind |= way(left, from: first) << 2
                left += 1
            }
            if ofSecond == third {
                kind |= way(right, from: second) << 4
                right += 1
            }
            guard third != first, third != second else { continue }
            // Three joined pairs: counted at the two lowest vertices. Two: at the pair that is lower.
            if third > second || (third > first && ofFirst != third) {
                counts[Int(TriadCensus.kinds[kind])] += 1
            }
        }
        // The vertices that neither is joined with.
        counts[pair == 3 ? 2 : 1] += graph.vertexCount - 2 - thirds
    }

    /// 1: there, 2: back, 3: both, seen from the vertex in whose row the arc is.
    private func way(_ arc: Int, from vertex: Int) -> Int {
        let edge = Int(arcs.edges[arc])
        let ways = Int(self.ways[edge])
        guard Int(graph.edgeSources[edge]) != vertex else { return ways }
        return (ways & 1) << 1 | ways >> 1
    }
}
