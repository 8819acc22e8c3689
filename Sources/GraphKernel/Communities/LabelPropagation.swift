extension CompactGraph {
    /// Finds communities by label propagation: every vertex takes over the label that most of its ties lead
    /// to, until each has such a label.
    ///
    /// Each vertex begins with a label of its own. One after the other, in random order, and again when a
    /// neighbour's label has changed, a vertex whose label is not among those that most of its ties lead to
    /// takes one of these, at random if there are several.
    ///
    /// *Conventions.* Direction is not looked at. Parallel edges, and opposite ones, add up; loops tie no one.
    /// An isolated vertex is a community of its own. Communities need not be connected. The empty graph has
    /// none.
    ///
    /// - Parameters:
    ///   - strengths: how strong each edge is, finite and not negative; all 1 when `nil`. The graph's weights,
    ///     which are distances, are not looked at.
    ///   - seed: of the random choices.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the communities, with their modularity (of a directed graph the directed one).
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidWeight`, `negativeWeight`,
    ///   `numericOverflow` or `cancelled`.
    /// - Complexity: about O(V + E) in practice; O(V + E) memory. Every change makes the ties within
    ///   communities stronger, so it ends. The same for the same seed and numbering of the vertices, whatever
    ///   the order of the edges.
    /// - SeeAlso: Raghavan, Albert, Kumara (2007), "Near linear time algorithm to detect community structures
    ///   in large-scale networks",
    ///   [doi:10.1103/PhysRevE.76.036106](https://doi.org/10.1103/PhysRevE.76.036106); Traag, Šubelj (2023),
    ///   "Large network community detection by fast label propagation",
    ///   [doi:10.1038/s41598-023-29610-z](https://doi.org/10.1038/s41598-023-29610-z).
    public func labelPropagation(
        strengths: [Double]? = nil,
        seed: UInt64 = 0,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Communities {
        var poll = CancellationPoll(control)
        try control.poll()
        let tied = try tied(quality: .modularity, resolution: 1, strengths: strengths, poll: &poll)
        let count = vertexCount
        let labels = Scratch<Int32>(uninitialized: count)
        for vertex in 0..<count { labels[vertex] = Int32(truncatingIfNeeded: vertex) }
        var random = SplitMix64(seed: seed)
        // A vertex stands in the ring at most once.
        let ring = Scratch<Int32>(shuffled: count, using: &random)
        let isWaiting = Scratch<Bool>(count: count, repeating: true)
        let tally = LabelTally(graph: tied.graph)
        var (head, waiting) = (0, count)
        while waiting > 0 {
            let vertex = Int(ring[head])
            head = head + 1 == count ? 0 : head + 1
            waiting -= 1
            isWaiting[vertex] = false
            try poll.step(tied.graph.row(vertex).count + 1)
            let own = labels[vertex]
            let label = tally.strongest(around: vertex, labels, using: &random)
            guard label != own else { continue }
            labels[vertex] = label
            for arc in tied.graph.row(vertex) {
                let other = Int(tied.graph.neighbors[arc])
                guard labels[other] != label, !isWaiting[other] else { continue }
                isWaiting[other] = true
                let tail = head + waiting
                ring[tail < count ? tail : tail - count] = Int32(truncatingIfNeeded: other)
                waiting += 1
            }
        }
        let numbered = Communities.numbered(labels.array()).labels
        return Communities(
            levels: [numbered],
            quality: tied.value(of: numbered),
            iterations: 1,
            isStable: true
        )
    }

    /// Finds communities by a number of rounds of synchronous label propagation, as LDBC Graphalytics defines
    /// it (CDLP), which is deterministic.
    ///
    /// Each vertex begins with its own number as label. In each round all vertices at once take over the label
    /// that most of their edges lead to in the round before, the least of several.
    ///
    /// *Conventions.* As ``labelPropagation(strengths:seed:control:)``: in a directed graph edges count from
    /// either end, so that opposite edges count two. Labels may swing for ever between two states, which is why
    /// the number of rounds is given; it ends early when nothing changes. To follow the definition to the
    /// letter, number the vertices in the order of their original labels.
    ///
    /// - Parameters:
    ///   - rounds: the most rounds, from 0 up.
    ///   - control: cancellation, and progress in rounds; this runs on one thread.
    /// - Returns: the communities, with their modularity (of a directed graph the directed one).
    /// - Throws: ``GraphError`` with `invalidParameter`, `numericOverflow` or `cancelled`.
    /// - Complexity: O(V + E) a round; O(V + E) memory. Deterministic.
    /// - SeeAlso: Iosup et al. (2016), "LDBC Graphalytics: a benchmark for large-scale graph analysis on
    ///   parallel and distributed platforms",
    ///   [doi:10.14778/3007263.3007270](https://doi.org/10.14778/3007263.3007270).
    public func synchronousLabelPropagation(
        rounds: Int = 10,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Communities {
        var poll = CancellationPoll(control)
        let tied = try tied(quality: .modularity, resolution: 1, strengths: nil, poll: &poll)
        let result = try synchronousLabels(tied.graph, rounds: rounds, control: control)
        let numbered = Communities.numbered(result.labels).labels
        return Communities(
            levels: [numbered],
            quality: tied.value(of: numbered),
            iterations: result.rounds,
            isStable: result.isStable
        )
    }

    /// The labels after some rounds of synchronous label propagation, which are vertices.
    package func synchronousLabels(rounds: Int) throws(GraphError) -> [Int32] {
        var poll = CancellationPoll(RunControl())
        let tied = try tied(quality: .modularity, resolution: 1, strengths: nil, poll: &poll)
        return try synchronousLabels(tied.graph, rounds: rounds, control: RunControl()).labels
    }

    private func synchronousLabels(
        _ graph: CommunityGraph,
        rounds: Int,
        control: RunControl
    ) throws(GraphError) -> (labels: [Int32], rounds: Int, isStable: Bool) {
        guard rounds >= 0 else {
            throw GraphError(.invalidParameter, "the number of rounds, \(rounds), is below 0")
        }
        var poll = CancellationPoll(control)
        try control.poll()
        let labels = Scratch<Int32>(uninitialized: vertexCount)
        let next = Scratch<Int32>(uninitialized: vertexCount)
        for vertex in 0..<vertexCount { labels[vertex] = Int32(truncatingIfNeeded: vertex) }
        let tally = LabelTally(graph: graph)
        var (round, isStable) = (0, false)
        while round < rounds, !isStable {
            isStable = true
            for vertex in 0..<vertexCount {
                try poll.step(graph.row(vertex).count + 1)
                next[vertex] = tally.least(around: vertex, labels)
                if next[vertex] != labels[vertex] { isStable = false }
            }
            for vertex in 0..<vertexCount { labels[vertex] = next[vertex] }
            round += 1
            control.progress?(round, rounds)
        }
        return (labels.array(), round, isStable)
    }
}

/// Adds up the ties from a vertex to the vertices of each label.
private struct LabelTally: ~Copyable {
    /// The share of a vertex's ties up to which two sums are equal: rounding must not decide.
    private static let margin = 1e-12

    private let graph: CommunityGraph
    private let sums: Scratch<Double>
    private let touched: Scratch<Int32>

    init(graph: CommunityGraph) {
        self.graph = graph
        sums = Scratch(count: graph.vertexCount, repeating: 0)
        touched = Scratch(uninitialized: graph.vertexCount)
    }

    /// The vertex's own label if no other one is stronger, else one of the strongest.
    func strongest(
        around vertex: Int,
        _ labels: borrowing Scratch<Int32>,
        using random: inout SplitMix64
    ) -> Int32 {
        let count = add(around: vertex, labels)
        let own = labels[vertex]
        var (most, all) = (0.0, 0.0)
        for position in 0..<count {
            most = max(most, sums[Int(touched[position])])
            all += sums[Int(touched[position])]
        }
        let least = most - Self.margin * all
        let isOwnStrongest = sums[Int(own)] >= least
        var candidates = 0
        for position in 0..<count {
            let label = touched[position]
            if sums[Int(label)] >= least {
                touched[candidates] = label
                candidates += 1
            }
            sums[Int(label)] = 0
        }
        if isOwnStrongest || candidates == 0 { return own }
        return candidates == 1 ? touched[0] : touched[random.next(below: candidates)]
    }

    /// The strongest label, the least of several; the vertex's own if it has no neighbours.
    func least(around vertex: Int, _ labels: borrowing Scratch<Int32>) -> Int32 {
        let count = add(around: vertex, labels)
        var (best, most) = (labels[vertex], 0.0)
        for position in 0..<count {
            let label = touched[position]
            let sum = sums[Int(label)]
            sums[Int(label)] = 0
            if sum > most || sum == most && label < best { (best, most) = (label, sum) }
        }
        return best
    }

    @inline(__always)
    private func add(around vertex: Int, _ labels: borrowing Scratch<Int32>) -> Int {
        var count = 0
        for arc in graph.row(vertex) {
            let label = labels[Int(graph.neighbors[arc])]
            let sum = sums[Int(label)]
            touched[count] = label
            count &+= sum == 0 ? 1 : 0
            sums[Int(label)] = sum + graph.tie(arc)
        }
        return count
    }
}
