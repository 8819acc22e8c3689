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
        let simple = try simpleForm().graph
        return try simple.outgoing.withArcs { (arcs) throws(GraphError) in
            let upward = UpwardRows(arcs)
            let total = Scratch<Int>(count: vertexCount, repeating: 0)
            let (sum, count) = (total.buffer, vertexCount)
            // Few chunks, as each hands in a whole column.
            let chunkSize = max(1024, (count + 63) / 64)
            try upward.withRows { (rows) throws(GraphError) in
                try ParallelChunks.run(
                    count: (count + chunkSize - 1) / chunkSize,
                    control: control,
                    makeWorker: { TriangleCounter(vertexCount: count) },
                    work: { (chunk, counter) throws(GraphError) in
                        var poll = CancellationPoll(control)
                        for rank in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                            try counter.add(from: rank, rows: rows, poll: &poll)
                        }
                    },
                    merge: { _, counter in counter.move(into: sum) }
                )
            }
            return TriangleCounts(
                triangles: (0..<count).map { total[Int(upward.ranks[$0])] },
                neighborCounts: (0..<count).map { arcs.degree($0) }
            )
        }
    }
}

/// The rows of a simple undirected graph, each edge kept at the end of lower degree only; vertices are called
/// by their rank in the order of degree.
struct UpwardRows {
    /// The rank of each vertex.
    let ranks: [Int32]
    private let offsets: [Int32]
    private let targets: [Int32]
    private let edges: [Int32]

    init(_ arcs: Arcs) {
        let count = arcs.vertexCount
        // Vertices in the order of degree, then of number, by counting.
        var starts = [Int32](repeating: 0, count: count + 1)
        for vertex in 0..<count { starts[arcs.degree(vertex) + 1] += 1 }
        for degree in 0..<count { starts[degree + 1] += starts[degree] }
        var ranks = [Int32](repeating: 0, count: count)
        var byRank = [Int32](repeating: 0, count: count)
        for vertex in 0..<count {
            let degree = arcs.degree(vertex)
            ranks[vertex] = starts[degree]
            byRank[Int(starts[degree])] = Int32(truncatingIfNeeded: vertex)
            starts[degree] += 1
        }
        var offsets = [Int32](repeating: 0, count: count + 1)
        var targets = [Int32](repeating: 0, count: arcs.arcCount / 2)
        var edges = [Int32](repeating: 0, count: arcs.arcCount / 2)
        var end = 0
        for rank in 0..<count {
            for arc in arcs.range(Int(byRank[rank])) {
                let other = ranks[Int(arcs.targets[arc])]
                guard other > rank else { continue }
                targets[end] = other
                edges[end] = arcs.edges[arc]
                end += 1
            }
            offsets[rank + 1] = Int32(truncatingIfNeeded: end)
        }
        self.ranks = ranks
        self.offsets = offsets
        self.targets = targets
        self.edges = edges
    }

    /// Lends the rows; within a row targets are in no order.
    func withRows<Value>(_ body: (Arcs) throws(GraphError) -> Value) throws(GraphError) -> Value {
        let rows = Adjacency(offsets: offsets, targets: targets, edges: edges, weights: nil)
        return try rows.withArcs(body)
    }
}

/// One thread's count of triangles, by rank.
private final class TriangleCounter {
    private let counts: Scratch<Int>
    /// For each vertex the last one, plus one, whose row it was seen in.
    private let marks: Scratch<Int32>

    init(vertexCount: Int) {
        counts = Scratch(count: vertexCount, repeating: 0)
        marks = Scratch(count: vertexCount, repeating: 0)
    }

    func add(from first: Int, rows: Arcs, poll: inout CancellationPoll) throws(GraphError) {
        guard rows.degree(first) > 1 else { return }
        let mark = Int32(truncatingIfNeeded: first &+ 1)
        for arc in rows.range(first) { marks[Int(rows.targets[arc])] = mark }
        var ofFirst = 0
        for arc in rows.range(first) {
            let second = Int(rows.targets[arc])
            var ofSecond = 0
            for next in rows.range(second) {
                let third = Int(rows.targets[next])
                if marks[third] == mark {
                    counts[third] &+= 1
                    ofSecond &+= 1
                }
            }
            counts[second] &+= ofSecond
            ofFirst &+= ofSecond
            try poll.step(rows.degree(second) + 1)
        }
        counts[first] &+= ofFirst
    }

    func move(into sum: UnsafeMutableBufferPointer<Int>) {
        for vertex in 0..<sum.count {
            sum[vertex] &+= counts[vertex]
            counts[vertex] = 0
        }
    }
}
