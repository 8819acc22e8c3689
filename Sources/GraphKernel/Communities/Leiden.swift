extension CompactGraph {
    /// Finds communities by the Leiden method, each of which is connected.
    ///
    /// Single vertices are moved to where the quality gains most; each community found is then split into
    /// well-connected parts, merged at random from single vertices with a preference for what gains more; the
    /// parts become the vertices of a smaller graph, on which this goes on until every community is one vertex.
    /// That is one iteration; the next one starts from its partition.
    ///
    /// *Guarantee.* Paths within a community join all its vertices (directions not looked at, edges of
    /// strength 0 left out). Once ``Communities/isStable``, to move no single vertex and to merge no two
    /// communities gains anything.
    ///
    /// *Conventions.* As ``modularity(of:strengths:resolution:)`` and
    /// ``constantPottsQuality(of:strengths:resolution:)``; the modularity of a directed graph looks at
    /// directions. Parallel edges add up, loops tie no one, an isolated vertex is a community of its own. The
    /// empty graph has no communities.
    ///
    /// - Parameters:
    ///   - quality: what is made large.
    ///   - resolution: γ of the quality, finite, from 0 up; larger ones give smaller communities. That of the
    ///     constant Potts model is in the unit of the strengths.
    ///   - strengths: how strong each edge is, finite and not negative; all 1 when `nil`. The graph's weights,
    ///     which are distances, are not looked at.
    ///   - maximumIterations: the most iterations, at least 1; it ends early when one changes nothing. `.max`
    ///     goes on until then.
    ///   - randomness: θ, finite and above 0: parts are merged with a probability in proportion to
    ///     exp(gain / θ), gains being in units of the mean tie.
    ///   - seed: of the random choices.
    ///   - control: cancellation, and progress in iterations; this runs on one thread.
    /// - Returns: the communities, with the quality asked for.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter`, `invalidWeight`,
    ///   `negativeWeight`, `numericOverflow` or `cancelled`.
    /// - Complexity: about O(V + E) an iteration, in practice; O(V + E) memory. The same for the same seed and
    ///   numbering of the vertices, whatever the order of the edges.
    /// - SeeAlso: Traag, Waltman, van Eck (2019), "From Louvain to Leiden: guaranteeing well-connected
    ///   communities", [doi:10.1038/s41598-019-41695-z](https://doi.org/10.1038/s41598-019-41695-z).
    public func leidenCommunities(
        quality: CommunityQuality = .modularity,
        resolution: Double = 1,
        strengths: [Double]? = nil,
        maximumIterations: Int = 3,
        randomness: Double = 0.01,
        seed: UInt64 = 0,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Communities {
        guard maximumIterations >= 1, randomness.isFinite, randomness > 0 else {
            throw GraphError(
                .invalidParameter,
                "the iterations \(maximumIterations) are below 1, "
                    + "or the randomness \(randomness) is not a finite number above 0"
            )
        }
        var poll = CancellationPoll(control)
        try control.poll()
        let tied = try tied(quality: quality, resolution: resolution, strengths: strengths, poll: &poll)
        var method = LeidenMethod(
            graph: tied.graph,
            randomness: randomness * tied.graph.meanTie,
            random: SplitMix64(seed: seed),
            poll: poll
        )
        var labels = (0..<Int32(vertexCount)).map { $0 }
        var (iterations, isStable) = (0, false)
        while iterations < maximumIterations, !isStable {
            let next = try method.iterate(from: labels)
            isStable = next == labels
            labels = next
            iterations += 1
            control.progress?(iterations, maximumIterations)
        }
        return Communities(
            levels: [labels],
            quality: tied.value(of: labels),
            iterations: iterations,
            isStable: isStable
        )
    }
}

/// The iterations of the Leiden method on one graph.
private struct LeidenMethod {
    let graph: CommunityGraph
    let randomness: Double
    var random: SplitMix64
    var poll: CancellationPoll

    /// Makes a partition better, whose classes are numbered by their first vertices; so are those returned.
    mutating func iterate(from labels: [Int32]) throws(GraphError) -> [Int32] {
        var (level, levelLabels) = (graph, labels)
        // For each vertex of the graph the one of the level's that holds it.
        var holders = (0..<Int32(graph.vertexCount)).map { $0 }
        while true {
            let start = levelLabels
            var partition = VertexPartition(of: level) { start[$0] }
            try partition.move(using: &random, poll: &poll)
            let (communities, count) = partition.numbered()
            guard count < level.vertexCount else {
                return Communities.numbered(holders.map { communities[Int($0)] }).labels
            }
            var parts = try partition.refined(randomness: randomness, using: &random, poll: &poll)
            if parts.count == level.vertexCount {
                // Nothing was merged, by chance or because vertices of a community do not touch. What hangs
                // together in it is a part then; should that be single vertices, they are the communities.
                parts = level.connectedParts(of: communities)
            }
            let (partLabels, partCount) = parts
            levelLabels = [Int32](repeating: 0, count: partCount)
            for vertex in 0..<level.vertexCount {
                levelLabels[Int(partLabels[vertex])] = communities[vertex]
            }
            for vertex in holders.indices { holders[vertex] = partLabels[Int(holders[vertex])] }
            if partCount == level.vertexCount { return Communities.numbered(holders).labels }
            level = level.aggregated(by: partLabels, count: partCount)
        }
    }
}
