extension GraphGenerators {
    /// The graph that grows by preferential attachment: each new vertex is tied to some that are there, each
    /// drawn in proportion to its degree, so that few become large hubs.
    ///
    /// *Conventions.* As in networkx: it begins with a star of m + 1 vertices, whose centre is 0; vertices
    /// are numbered in the order in which they come, and draw m different others. There are m (n - m)
    /// undirected edges, the newer vertex as source, but for the star's. The graph is connected, without loops
    /// and parallel edges; the share of vertices of degree k tends to 2 m (m + 1) / (k (k + 1) (k + 2)).
    ///
    /// - Parameters:
    ///   - vertexCount: the number n of vertices, above m.
    ///   - edgesPerVertex: the number m of edges that a new vertex comes with, at least 1.
    ///   - seed: decides who is tied to whom.
    /// - Throws: ``GraphError`` with `invalidParameter`, or `tooLarge`.
    /// - Complexity: O(n m) expected for m far below n: a random end of a random edge is a vertex drawn in
    ///   proportion to its degree, drawn anew when the new vertex has it already.
    /// - SeeAlso: Barabási, Albert (1999), "Emergence of scaling in random networks",
    ///   [doi:10.1126/science.286.5439.509](https://doi.org/10.1126/science.286.5439.509); Batagelj, Brandes
    ///   (2005), "Efficient generation of large random networks",
    ///   [doi:10.1103/PhysRevE.71.036113](https://doi.org/10.1103/PhysRevE.71.036113).
    public static func barabasiAlbert(
        vertexCount: Int,
        edgesPerVertex: Int,
        seed: UInt64
    ) throws(GraphError) -> CompactGraph {
        guard edgesPerVertex >= 1, edgesPerVertex < vertexCount else {
            throw GraphError(
                .invalidParameter,
                "\(vertexCount) vertices cannot come with \(edgesPerVertex) edges each"
            )
        }
        let (edgeCount, overflows) = edgesPerVertex.multipliedReportingOverflow(
            by: vertexCount - edgesPerVertex
        )
        guard !overflows, vertexCount <= CompactGraph.arcLimit, edgeCount <= CompactGraph.arcLimit / 2 else {
            throw GraphError(
                .tooLarge,
                "\(vertexCount) vertices with \(edgesPerVertex) edges each are beyond the limit"
            )
        }
        var random = SplitMix64(seed: seed)
        var sources = [Int32](repeating: 0, count: edgesPerVertex)
        var targets = (0..<Int32(edgesPerVertex)).map { $0 + 1 }
        sources.reserveCapacity(edgeCount)
        targets.reserveCapacity(edgeCount)
        // The newest vertex that has drawn each one.
        var drawnBy = [Int32](repeating: 0, count: vertexCount)
        for vertex in Int32(edgesPerVertex + 1)..<Int32(max(edgesPerVertex + 1, vertexCount)) {
            let before = sources.count
            while sources.count < before + edgesPerVertex {
                let end = random.next(below: 2 * before)
                let target = end % 2 == 0 ? sources[end / 2] : targets[end / 2]
                guard drawnBy[Int(target)] != vertex else { continue }
                drawnBy[Int(target)] = vertex
                sources.append(vertex)
                targets.append(target)
            }
        }
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: .undirected
        )
    }

    /// The small world: a ring in which each vertex is tied to its nearest ones, some ties being led elsewhere.
    ///
    /// *Conventions.* As in networkx: each edge between a vertex u and one that follows it on the ring is, with
    /// the probability given, replaced by one from u to a vertex drawn evenly among those that u is not tied
    /// to. There are n k / 2 undirected edges, without loops and parallel ones; nearest neighbours come first.
    /// The graph need not be connected.
    ///
    /// - Parameters:
    ///   - vertexCount: the number n of vertices, from 0 up.
    ///   - neighbors: the number k of nearest vertices that each is tied to, even, below n (or 0).
    ///   - rewiring: the probability that an edge is led elsewhere, 0...1.
    ///   - seed: decides which edges are, and where to.
    /// - Throws: ``GraphError`` with `invalidParameter`, or `tooLarge`.
    /// - Complexity: O(n k) expected for k far below n; a set of the edges is held meanwhile.
    /// - SeeAlso: Watts, Strogatz (1998), "Collective dynamics of 'small-world' networks",
    ///   [doi:10.1038/30918](https://doi.org/10.1038/30918).
    public static func wattsStrogatz(
        vertexCount: Int,
        neighbors: Int,
        rewiring: Double,
        seed: UInt64
    ) throws(GraphError) -> CompactGraph {
        try check(probability: rewiring)
        guard vertexCount >= 0, neighbors >= 0, neighbors.isMultiple(of: 2), neighbors < max(1, vertexCount)
        else {
            throw GraphError(
                .invalidParameter,
                "\(neighbors) is not an even number of neighbours among \(vertexCount) vertices"
            )
        }
        let (arcCount, overflows) = vertexCount.multipliedReportingOverflow(by: neighbors)
        guard !overflows, max(arcCount, vertexCount) <= CompactGraph.arcLimit else {
            throw GraphError(
                .tooLarge,
                "\(vertexCount) vertices with \(neighbors) neighbours each are beyond the limit"
            )
        }
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for step in 0..<neighbors / 2 {
            for vertex in 0..<vertexCount {
                sources.append(Int32(vertex))
                targets.append(Int32((vertex + step + 1) % vertexCount))
            }
        }
        if rewiring > 0 {
            var random = SplitMix64(seed: seed)
            // Asked only whether they hold a pair; their order decides nothing.
            func pair(_ one: Int32, _ other: Int32) -> UInt64 {
                UInt64(min(one, other)) << 32 | UInt64(max(one, other))
            }
            var pairs = Set<UInt64>(minimumCapacity: sources.count)
            for edge in 0..<sources.count { pairs.insert(pair(sources[edge], targets[edge])) }
            var degrees = [Int](repeating: neighbors, count: vertexCount)
            for edge in 0..<sources.count where random.nextUnit() < rewiring {
                let (source, target) = (sources[edge], targets[edge])
                guard degrees[Int(source)] < vertexCount - 1 else { continue }
                var other = source
                while other == source || pairs.contains(pair(source, other)) {
                    other = Int32(random.next(below: vertexCount))
                }
                pairs.remove(pair(source, target))
                pairs.insert(pair(source, other))
                degrees[Int(target)] -= 1
                degrees[Int(other)] += 1
                targets[edge] = other
            }
        }
        return try CompactGraph(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: .undirected
        )
    }
}
