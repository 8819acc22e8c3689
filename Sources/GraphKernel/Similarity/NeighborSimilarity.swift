import Foundation

/// How the neighbours that two vertices share are counted.
///
/// N(v) are the neighbours of v, and |w| the number of vertices that have w as a neighbour.
public enum NeighborSimilarity: String, Hashable, Sendable, CaseIterable {
    /// |N(u) ∩ N(v)|.
    case commonNeighbors
    /// |N(u) ∩ N(v)| / |N(u) ∪ N(v)|, 0...1 (Jaccard 1901,
    /// [doi:10.5169/seals-266450](https://doi.org/10.5169/seals-266450)).
    case jaccard
    /// |N(u) ∩ N(v)| / √(|N(u)| |N(v)|), 0...1: the cosine of two rows of the adjacency matrix (Salton and McGill
    /// 1983, "Introduction to modern information retrieval").
    case cosine
    /// Σ 1 / ln |w| over the common neighbours w, from 0 up (Adamic and Adar 2003,
    /// [doi:10.1016/S0378-8733(03)00009-1](https://doi.org/10.1016/S0378-8733\(03\)00009-1)).
    case adamicAdar
    /// Σ 1 / |w| over the common neighbours w, from 0 up (Zhou, Lü and Zhang 2009,
    /// [doi:10.1140/epjb/e2009-00335-8](https://doi.org/10.1140/epjb/e2009-00335-8)).
    case resourceAllocation
    /// |N(u)| |N(v)|, whether they share a neighbour or not (Barabási et al. 2002,
    /// [doi:10.1016/S0378-4371(02)00736-7](https://doi.org/10.1016/S0378-4371\(02\)00736-7)).
    case preferentialAttachment
}

/// A vertex that resembles another one.
public struct SimilarVertex: Hashable, Sendable {
    /// The vertex.
    public let vertex: Int
    /// How much it resembles the other one.
    public let score: Double
    /// The number of neighbours that both have.
    public let commonNeighbors: Int
}

extension CompactGraph {
    /// Measures how much two vertices resemble each other by their neighbours, which is also a guess how likely an
    /// edge is to come between them.
    ///
    /// *Conventions.* The neighbours of a vertex are the others that its edges lead to (`.outgoing`), come from
    /// (`.incoming`), or either; those that have w as a neighbour are counted against that direction, so each common
    /// neighbour counts for two at least. Parallel edges make one neighbour, loops none; weights change nothing.
    /// Where there is nothing to divide by (neither vertex has a neighbour) the score is 0. A vertex may be compared
    /// with itself; Adamic-Adar then counts a neighbour that no other vertex has as 0. networkx (undirected graphs only) and igraph agree, but that networkx counts a vertex with a loop
    /// among its own neighbours.
    ///
    /// - Parameters:
    ///   - measure: how shared neighbours are counted.
    ///   - first: a vertex.
    ///   - second: a vertex.
    ///   - direction: which edges make neighbours.
    /// - Returns: a finite number from 0 up.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, or `tooLarge` (direction `.both` of a directed graph with
    ///   more than half of ``arcLimit`` edges).
    /// - Complexity: O(1) memory and the two rows, and for Adamic-Adar and resource allocation those of the common
    ///   neighbours; direction `.both` of a directed graph lays its rows together first, O(V + E).
    /// - SeeAlso: Liben-Nowell, Kleinberg (2007), "The link-prediction problem for social networks",
    ///   [doi:10.1002/asi.20591](https://doi.org/10.1002/asi.20591).
    public func similarity(
        _ measure: NeighborSimilarity,
        of first: Int,
        and second: Int,
        direction: SearchDirection = .outgoing
    ) throws(GraphError) -> Double {
        try check(vertex: first)
        try check(vertex: second)
        return try orientation(direction).withArcs { (forward, backward) throws(GraphError) in
            forward.similarity(measure, first, second) { backward.neighborCount($0) }
        }
    }

    /// Measures how much the vertices of each pair resemble each other.
    ///
    /// *Conventions.* As ``similarity(_:of:and:direction:)``, which gives the same numbers, to the bit.
    ///
    /// - Parameters:
    ///   - measure: how shared neighbours are counted.
    ///   - pairs: pairs of vertices.
    ///   - direction: which edges make neighbours.
    ///   - control: threads, cancellation, and progress in chunks of pairs.
    /// - Returns: one number a pair.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `tooLarge` or `cancelled`.
    /// - Complexity: O(V + E) for the numbers of neighbours, and the two rows of each pair; O(V) memory. The same to
    ///   the bit on any number of threads.
    /// - SeeAlso: Liben-Nowell, Kleinberg (2007), "The link-prediction problem for social networks",
    ///   [doi:10.1002/asi.20591](https://doi.org/10.1002/asi.20591).
    public func similarities(
        _ measure: NeighborSimilarity,
        of pairs: [(Int, Int)],
        direction: SearchDirection = .outgoing,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        for (first, second) in pairs {
            try check(vertex: first)
            try check(vertex: second)
        }
        let scores = Scratch<Double>(count: pairs.count, repeating: 0)
        let column = scores.buffer
        let chunkSize = 256
        try orientation(direction).withArcs { (forward, backward) throws(GraphError) in
            let counts = (0..<vertexCount).map { backward.neighborCount($0) }
            try ParallelChunks.run(
                count: (pairs.count + chunkSize - 1) / chunkSize,
                control: control,
                makeWorker: {},
                work: { (chunk, _) throws(GraphError) in
                    var poll = CancellationPoll(control)
                    for pair in ParallelChunks.range(chunk, size: chunkSize, count: pairs.count) {
                        let (first, second) = pairs[pair]
                        column[pair] = forward.similarity(measure, first, second) { counts[$0] }
                        try poll.step(forward.degree(first) + forward.degree(second) + 1)
                    }
                },
                merge: { _, _ in }
            )
        }
        return scores.array()
    }

    /// Finds the vertices that resemble a vertex most, among those that share a neighbour with it.
    ///
    /// *Conventions.* As ``similarity(_:of:and:direction:)``, which gives the same scores, to the bit. Candidates
    /// are the other vertices that have a neighbour in common with the vertex (in an undirected graph: those two
    /// edges away, and in a triangle with it). Equal scores, to twelve digits, are in the order of the vertices.
    ///
    /// - Parameters:
    ///   - measure: how shared neighbours are counted.
    ///   - vertex: the vertex to compare with.
    ///   - count: the most vertices to return, at least 0.
    ///   - joined: whether vertices that an edge in either direction joins with the vertex are candidates too;
    ///     without them the answer is a prediction of edges.
    ///   - direction: which edges make neighbours.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the best candidates, the best first.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` (a count below 0), `tooLarge` or
    ///   `cancelled`.
    /// - Complexity: O(V) and the rows of the vertex, its neighbours and the candidates, and sorting these; O(V)
    ///   memory. Deterministic.
    /// - SeeAlso: Liben-Nowell, Kleinberg (2007), "The link-prediction problem for social networks",
    ///   [doi:10.1002/asi.20591](https://doi.org/10.1002/asi.20591).
    public func mostSimilar(
        _ measure: NeighborSimilarity,
        to vertex: Int,
        count: Int = 10,
        joined: Bool = false,
        direction: SearchDirection = .outgoing,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [SimilarVertex] {
        try check(vertex: vertex)
        guard count >= 0 else {
            throw GraphError(.invalidParameter, "the number of vertices wanted, \(count), is below zero")
        }
        var poll = CancellationPoll(control)
        return try orientation(direction).withArcs { (forward, backward) throws(GraphError) in
            // What is shared with each candidate, and the candidates in the order in which they are met.
            let shared = Scratch<Int32>(count: vertexCount, repeating: 0)
            let sums = Scratch<Double>(count: vertexCount, repeating: 0)
            var candidates: [Int32] = []
            for neighbor in forward.neighbors(vertex) {
                let others = backward.neighbors(Int(neighbor))
                let share = measure.share(of: others.count)
                for other in others where Int(other) != vertex {
                    if shared[Int(other)] == 0 { candidates.append(other) }
                    shared[Int(other)] += 1
                    sums[Int(other)] += share
                }
                try poll.step(backward.degree(Int(neighbor)) + 1)
            }
            let own = forward.neighborCount(vertex)
            if !joined {
                let ends = Set(forward.neighbors(vertex) + backward.neighbors(vertex))
                candidates.removeAll { ends.contains($0) }
            }
            var found: [(key: Double, candidate: SimilarVertex)] = []
            for candidate in candidates {
                let common = Int(shared[Int(candidate)])
                let score = measure.score(
                    common: common,
                    sum: sums[Int(candidate)],
                    own,
                    forward.neighborCount(Int(candidate))
                )
                let similar = SimilarVertex(vertex: Int(candidate), score: score, commonNeighbors: common)
                found.append((score.toTwelveDigits, similar))
                try poll.step(forward.degree(Int(candidate)) + 1)
            }
            found.sort { ($1.key, $0.candidate.vertex) < ($0.key, $1.candidate.vertex) }
            return found.prefix(count).map(\.candidate)
        }
    }
}

extension NeighborSimilarity {
    /// What a common neighbour adds that so many vertices have.
    @inline(__always)
    fileprivate func share(of count: Int) -> Double {
        switch self {
        case .adamicAdar: count > 1 ? 1 / log(Double(count)) : 0
        case .resourceAllocation: 1 / Double(count)
        default: 1
        }
    }

    /// The score of two vertices with so many neighbours.
    @inline(__always)
    fileprivate func score(common: Int, sum: Double, _ first: Int, _ second: Int) -> Double {
        switch self {
        case .commonNeighbors: return Double(common)
        case .jaccard: return common > 0 ? Double(common) / Double(first + second - common) : 0
        case .cosine: return common > 0 ? Double(common) / (Double(first) * Double(second)).squareRoot() : 0
        case .adamicAdar, .resourceAllocation: return sum
        case .preferentialAttachment: return Double(first) * Double(second)
        }
    }
}

extension Arcs {
    /// The different other vertices in a vertex's row, ascending.
    fileprivate func neighbors(_ vertex: Int) -> [Int32] {
        var found: [Int32] = []
        for arc in range(vertex) where Int(targets[arc]) != vertex && found.last != targets[arc] {
            found.append(targets[arc])
        }
        return found
    }

    /// The number of different other vertices in a vertex's row.
    fileprivate func neighborCount(_ vertex: Int) -> Int {
        var (count, last) = (0, Int32(truncatingIfNeeded: vertex))
        for arc in range(vertex) where Int(targets[arc]) != vertex && targets[arc] != last {
            last = targets[arc]
            count &+= 1
        }
        return count
    }

    /// The score of two vertices; `count` says how many vertices have a neighbour.
    @inline(__always)
    fileprivate func similarity(
        _ measure: NeighborSimilarity,
        _ first: Int,
        _ second: Int,
        count: (Int) -> Int
    ) -> Double {
        var (common, sum) = (0, 0.0)
        var other = range(second).lowerBound
        let end = range(second).upperBound
        var last: Int32 = -1
        for arc in range(first) {
            let target = targets[arc]
            guard target != last else { continue }
            last = target
            while other < end, targets[other] < target { other &+= 1 }
            // A vertex is not its own neighbour, and so not one that it shares.
            guard other < end, targets[other] == target, Int(target) != first, Int(target) != second else {
                continue
            }
            common &+= 1
            sum += measure.share(of: count(Int(target)))
        }
        return measure.score(common: common, sum: sum, neighborCount(first), neighborCount(second))
    }
}

extension Double {
    /// The number to twelve digits, so that sums in another order do not come in another order.
    fileprivate var toTwelveDigits: Double {
        // Forty of the fifty-two bits after the first one.
        let unit = ulp * 4096
        return isFinite && unit.isFinite ? (self / unit).rounded() * unit : self
    }
}
