extension CompactGraph {
    /// Finds communities by the Louvain method, level by level.
    ///
    /// All vertices are looked at in random order, and again when a neighbour has moved, and each is moved to
    /// where the quality gains most; the communities become the vertices of a smaller graph, on which the same
    /// is done, until nothing is merged any more.
    ///
    /// *Conventions.* As ``leidenCommunities(quality:resolution:strengths:maximumIterations:randomness:seed:control:)``,
    /// which takes a few times as long, finds better partitions and is to be preferred: a community of this
    /// method may fall apart into several pieces. A vertex may also leave its community to be alone. In the end
    /// to merge two communities gains nothing.
    ///
    /// - Parameters:
    ///   - quality: what is made large.
    ///   - resolution: γ of the quality, finite, from 0 up; larger ones give smaller communities.
    ///   - strengths: how strong each edge is, finite and not negative; all 1 when `nil`. The graph's weights,
    ///     which are distances, are not looked at.
    ///   - seed: of the order in which vertices are looked at.
    ///   - control: cancellation, and progress in levels, of one more than are done; this runs on one thread.
    /// - Returns: the communities of every level, with the quality asked for.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter`, `invalidWeight`,
    ///   `negativeWeight`, `numericOverflow` or `cancelled`.
    /// - Complexity: about O(V + E) in practice; O(V + E) memory, and V for each level. The same for the same
    ///   seed and numbering of the vertices, whatever the order of the edges.
    /// - SeeAlso: Blondel, Guillaume, Lambiotte, Lefebvre (2008), "Fast unfolding of communities in large
    ///   networks", [doi:10.1088/1742-5468/2008/10/P10008](https://doi.org/10.1088/1742-5468/2008/10/P10008);
    ///   Ozaki, Tezuka, Inaba (2016), "A simple acceleration method for the Louvain algorithm",
    ///   [doi:10.17706/ijcee.2016.8.3.207-218](https://doi.org/10.17706/ijcee.2016.8.3.207-218).
    public func louvainCommunities(
        quality: CommunityQuality = .modularity,
        resolution: Double = 1,
        strengths: [Double]? = nil,
        seed: UInt64 = 0,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Communities {
        var poll = CancellationPoll(control)
        try control.poll()
        let tied = try tied(quality: quality, resolution: resolution, strengths: strengths, poll: &poll)
        var random = SplitMix64(seed: seed)
        var level = tied.graph
        var labels = (0..<Int32(vertexCount)).map { $0 }
        var levels: [[Int32]] = []
        while true {
            var partition = VertexPartition(of: level) { Int32(truncatingIfNeeded: $0) }
            try partition.move(using: &random, poll: &poll)
            let (communities, count) = partition.numbered()
            // The first vertices of merged communities keep their order, so labels stay numbered by them.
            for vertex in 0..<vertexCount { labels[vertex] = communities[Int(labels[vertex])] }
            let isLast = count == level.vertexCount
            if !isLast || levels.isEmpty { levels.append(labels) }
            control.progress?(levels.count, isLast ? levels.count : levels.count + 1)
            if isLast { break }
            level = level.aggregated(by: communities, count: count)
        }
        return Communities(
            levels: levels,
            quality: tied.value(of: labels),
            iterations: levels.count,
            isStable: true
        )
    }
}
