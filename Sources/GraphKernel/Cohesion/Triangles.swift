/// How much a graph's vertices know each other's neighbours.
public struct TriangleCounts: Hashable, Sendable {
    /// For each vertex the number of triangles that it is a corner of.
    public let triangles: [Int]
    /// For each vertex the number of its neighbours.
    public let neighborCounts: [Int]

    /// The number of triangles in the graph.
    public var total: Int { triangles.reduce(0, +) / 3 }

    /// For each vertex the share of the pairs of its neighbours that an edge joins, 0...1; 0 where there is no
    /// pair.
    public var localClustering: [Double] {
        triangles.indices.map { vertex in
            let pairs = Self.pairs(neighborCounts[vertex])
            return pairs > 0 ? Double(triangles[vertex]) / pairs : 0
        }
    }

    /// The mean of ``localClustering``, vertices without pairs counting as 0; `nil` without vertices.
    public var averageClustering: Double? {
        triangles.isEmpty ? nil : localClustering.reduce(0, +) / Double(triangles.count)
    }

    /// The share of pairs of edges with a common end that are closed to a triangle, 0...1 (global clustering
    /// coefficient, transitivity); `nil` when there is no such pair.
    public var transitivity: Double? {
        let pairs = neighborCounts.reduce(0.0) { $0 + Self.pairs($1) }
        return pairs > 0 ? Double(triangles.reduce(0, +)) / pairs : nil
    }

    private static func pairs(_ neighbors: Int) -> Double {
        Double(neighbors) * Double(neighbors - 1) / 2
    }
}

extension CompactGraph {
    /// Counts the triangles at each vertex, from which the clustering coefficients follow.
    ///
    /// A triangle is three vertices each two of which are joined by an edge.
    ///
    /// *Conventions.* Direction is not looked at, parallel edges count once and loops not at all, so that no
    /// share is above 1. (networkx has another coefficient for directed graphs, which counts directed
    /// triangles.) Weights change nothing. Where a share has no pairs to count, ``TriangleCounts`` says 0 for a
    /// vertex, as networkx does, and `nil` for the graph.
    ///
    /// - Parameter control: threads, cancellation, and progress in chunks of vertices.
    /// - Throws: ``GraphError`` with `tooLarge` (a directed graph with more than half of ``arcLimit`` edges)
    ///   or `cancelled`.
    /// - Complexity: O(E √E) time, O(V + E) memory and O(V) a thread. The same on any number of threads.
    /// - SeeAlso: Watts, Strogatz (1998), "Collective dynamics of 'small-world' networks",
    ///   [doi:10.1038/30918](https://doi.org/10.1038/30918); Schank, Wagner (2005), "Finding, counting and
    ///   listing all triangles in large graphs, an experimental study",
    ///   [doi:10.1007/11427186_54](https://doi.org/10.1007/11427186_54).
    public func triangleCounts(control: RunControl = RunControl()) throws(GraphError) -> TriangleCounts {
        let simple = try simpleGraph()
        return try simple.outgoing.withArcs { (arcs) throws(GraphError) in
            let rows = UpwardRows(arcs, withEdges: false)
            let total = Scratch<Int>(count: vertexCount, repeating: 0)
            let (sum, ranks, count) = (total.buffer, rows.ranks.buffer, vertexCount)
            let parts = rows.parts()
            try ParallelChunks.run(
                count: parts.count,
                control: control,
                makeWorker: { TriangleCounter(vertexCount: count) },
                work: { (part, counter) throws(GraphError) in
                    var poll = CancellationPoll(control)
                    for rank in parts[part] { try counter.add(over: rank, rows: rows, poll: &poll) }
                },
                merge: { _, counter in counter.move(into: sum) }
            )
            return TriangleCounts(
                triangles: (0..<count).map { sum[Int(ranks[$0])] },
                neighborCounts: (0..<count).map { arcs.degree($0) }
            )
        }
    }
}

/// One thread's count of triangles, by rank.
private final class TriangleCounter {
    private let counts: Scratch<Int>
    /// 1 for the vertices above that the one at hand is joined with; a byte each, as the vertices of high
    /// rank, which nearly all lookups are of, then fit into the nearest cache.
    private let marks: Scratch<UInt8>

    init(vertexCount: Int) {
        counts = Scratch(count: vertexCount, repeating: 0)
        marks = Scratch(count: vertexCount, repeating: 0)
    }

    /// Counts the triangles whose middle corner is the one given.
    func add(over middle: Int, rows: borrowing UpwardRows, poll: inout CancellationPoll) throws(GraphError) {
        let (targets, counts, marks) = (rows.targets.buffer, counts.buffer, marks.buffer)
        let above = rows.above(middle)
        guard !above.isEmpty else { return }
        for arc in above { marks[Int(targets[arc])] = 1 }
        var (ofMiddle, steps) = (0, 0)
        for back in rows.below(middle) {
            let first = Int(rows.lowers[back])
            let rest = rows.rest(behind: back)
            var ofFirst = 0
            // Up to half of the lookups hit, so a branch would often be guessed wrong.
            for arc in rest {
                let third = Int(targets[arc])
                let hit = Int(marks[third])
                counts[third] &+= hit
                ofFirst &+= hit
            }
            counts[first] &+= ofFirst
            ofMiddle &+= ofFirst
            steps &+= rest.count &+ 1
        }
        counts[middle] &+= ofMiddle
        for arc in above { marks[Int(targets[arc])] = 0 }
        try poll.step(steps)
    }

    func move(into sum: UnsafeMutableBufferPointer<Int>) {
        for vertex in 0..<sum.count {
            sum[vertex] &+= counts[vertex]
            counts[vertex] = 0
        }
    }
}
