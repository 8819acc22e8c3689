import Foundation

/// Betweenness that was estimated from random shortest paths.
public struct SampledBetweenness: Hashable, Sendable {
    /// For each vertex its estimated betweenness, normalized to 0...1.
    public let scores: [Double]
    /// How far an estimate is at most from the betweenness, with the probability below for all at once.
    public let epsilon: Double
    /// The probability, over the choice of the seed, that an estimate is further off.
    public let delta: Double
    /// The number of pairs of vertices drawn.
    public let samples: Int
    /// Where the random numbers began.
    public let seed: UInt64
}

extension CompactGraph {
    /// Estimates how often each vertex lies on shortest paths, to within a stated error.
    ///
    /// Pairs of vertices are drawn at random, and of each one of its shortest paths, all alike; the share of
    /// paths that a vertex lies within estimates its ``betweenness(from:weighted:normalized:control:)``,
    /// normalized.
    ///
    /// *Guarantee.* With a probability of at least 1 - `delta` all estimates together are within `epsilon` of
    /// the exact values. The number of samples adapts to the graph: after each of k rounds, k fixed before
    /// the first, every share is given the interval that Chernoff's inequality allows it (in its form with the
    /// Kullback-Leibler divergence) with an error of `delta` / (n k), and the first round ends it in which
    /// no interval reaches further than `epsilon`. The fewer paths any one vertex has, the sooner that is; at
    /// the latest after ln(2 n k / `delta`) / (2 `epsilon`²) samples, where Hoeffding's inequality would end.
    ///
    /// *Conventions.* Paths are measured by their number of edges. Direction, loops, parallel edges and pairs
    /// that nothing joins count as for the exact betweenness. Below three vertices all scores are 0, and
    /// nothing is drawn.
    ///
    /// - Parameters:
    ///   - epsilon: the error allowed, above 0 and below 1.
    ///   - delta: the probability of a larger one allowed, above 0 and below 1.
    ///   - seed: where the random numbers begin: the same seed gives the same result.
    ///   - control: threads, cancellation, and progress in samples, which may end before the last.
    /// - Returns: the estimates, and what is guaranteed of them.
    /// - Throws: ``GraphError`` with `invalidParameter`, `tooLarge` when more than 2⁴⁰ samples may be needed,
    ///   `numericOverflow` when there are more than about 10³⁰⁸ shortest paths of one pair, or `cancelled`.
    /// - Complexity: O(V + E) a sample at worst, in graphs of everyday shape far less, since the search
    ///   goes from both ends; O(V) memory a thread. The same to the bit on any number of threads.
    /// - SeeAlso: Riondato, Kornaropoulos (2016), "Fast approximation of betweenness centrality through
    ///   sampling", [doi:10.1007/s10618-015-0423-0](https://doi.org/10.1007/s10618-015-0423-0); Borassi,
    ///   Natale (2019), "KADABRA is an adaptive algorithm for betweenness via random approximation",
    ///   [doi:10.1145/3284359](https://doi.org/10.1145/3284359); Hoeffding (1963), "Probability inequalities
    ///   for sums of bounded random variables", theorem 1,
    ///   [doi:10.1080/01621459.1963.10500830](https://doi.org/10.1080/01621459.1963.10500830).
    public func sampledBetweenness(
        epsilon: Double = 0.01,
        delta: Double = 0.1,
        seed: UInt64 = 1,
        control: RunControl = RunControl()
    ) throws(GraphError) -> SampledBetweenness {
        for (name, value) in [("epsilon", epsilon), ("delta", delta)] {
            guard value > 0, value < 1 else {
                throw GraphError(.invalidParameter, "the \(name) \(value) is not between 0 and 1")
            }
        }
        guard vertexCount > 2 else {
            let scores = [Double](repeating: 0, count: vertexCount)
            return SampledBetweenness(scores: scores, epsilon: epsilon, delta: delta, samples: 0, seed: seed)
        }
        // A drawn pair may have the vertex as an end: the share of all pairs is (n - 2) / n of the betweenness.
        let count = Double(vertexCount)
        let plan = SamplingPlan(
            epsilon: epsilon * ((count - 2) / count),
            delta: delta,
            vertexCount: vertexCount
        )
        guard plan.most <= 0x1p40 else {
            throw GraphError(.tooLarge, "the epsilon \(epsilon) may need \(plan.most) samples")
        }
        let hits = Scratch<Int>(count: vertexCount, repeating: 0)
        var samples = 0
        try outgoing.withArcs { (forward) throws(GraphError) in
            try incoming.withArcs { (backward) throws(GraphError) in
                for end in plan.rounds {
                    try addPaths(
                        samples..<end,
                        seed: seed,
                        forward: forward,
                        backward: backward,
                        hits: hits.buffer,
                        control: control
                    )
                    samples = end
                    control.progress?(samples, Int(plan.most))
                    if plan.isEnough(hits.array(), of: samples) { break }
                }
            }
        }
        let scale = count / ((count - 2) * Double(samples))
        let scores = hits.array().map { min(1, Double($0) * scale) }
        return SampledBetweenness(
            scores: scores,
            epsilon: epsilon,
            delta: delta,
            samples: samples,
            seed: seed
        )
    }

    /// Draws the paths of some samples, each from random numbers of its own, and counts the vertices within.
    private func addPaths(
        _ samples: Range<Int>,
        seed: UInt64,
        forward: Arcs,
        backward: Arcs,
        hits: UnsafeMutableBufferPointer<Int>,
        control: RunControl
    ) throws(GraphError) {
        let chunkSize = 64
        let quiet = RunControl(threads: control.threads, isCancelled: control.isCancelled)
        try ParallelChunks.run(
            count: (samples.count + chunkSize - 1) / chunkSize,
            control: quiet,
            makeWorker: { RandomPathDrawer(forward: forward, backward: backward) },
            work: { (chunk, drawer) throws(GraphError) in
                drawer.vertices.removeAll(keepingCapacity: true)
                for sample in ParallelChunks.range(chunk, size: chunkSize, count: samples.count) {
                    var mixer = SplitMix64(seed: seed)
                    let start = mixer.next() &+ UInt64(samples.lowerBound + sample)
                    var random = SplitMix64(seed: start)
                    // The state of a seed is close to that of the next one; its first number is not.
                    random = SplitMix64(seed: random.next())
                    let source = random.next(below: vertexCount)
                    let other = random.next(below: vertexCount - 1)
                    let target = other < source ? other : other + 1
                    try drawer.draw(from: source, to: target, random: &random, control: control)
                }
            },
            merge: { _, drawer in
                for vertex in drawer.vertices { hits[Int(vertex)] &+= 1 }
            }
        )
    }
}

/// After how many samples the shares are looked at, and when they are good enough.
struct SamplingPlan {
    let epsilon: Double
    /// The logarithm of one by the error allowed to one side of one share in one round.
    private let confidence: Double
    /// The samples after which it ends whatever the shares are.
    let most: Double

    private static let growth = 1.3

    init(epsilon: Double, delta: Double, vertexCount: Int) {
        self.epsilon = epsilon
        // From the fewest samples that can be enough, confidence / epsilon, to the most there is a factor of
        // 1 / (2 epsilon).
        let roundCount = max(0, (log(1 / (2 * epsilon)) / log(Self.growth)).rounded(.up)) + 2
        confidence = log(2 * Double(vertexCount) * roundCount / delta)
        most = (confidence / (2 * epsilon * epsilon)).rounded(.up)
    }

    /// The number of samples at the end of each round.
    var rounds: [Int] {
        var rounds: [Int] = []
        var samples = (confidence / -log1p(-epsilon)).rounded(.up)
        while samples < most {
            rounds.append(Int(samples))
            samples = (samples * Self.growth).rounded(.up)
        }
        return rounds + [Int(most)]
    }

    /// Whether all shares are within epsilon with the confidence asked for.
    func isEnough(_ hits: [Int], of samples: Int) -> Bool {
        if Double(samples) >= most { return true }
        let needed = confidence / Double(samples)
        var last = -1
        for count in hits.sorted() where count != last {
            last = count
            let share = Double(count) / Double(samples)
            if Self.divergence(share, share + epsilon) < needed { return false }
            if Self.divergence(share, share - epsilon) < needed { return false }
        }
        return true
    }

    /// How unlikely a share is where a probability is the true one: the Kullback-Leibler divergence of two coins;
    /// infinite for what is no probability.
    private static func divergence(_ share: Double, _ probability: Double) -> Double {
        guard probability >= 0, probability <= 1 else { return .infinity }
        var sum = 0.0
        if share > 0 { sum += share * log(share / probability) }
        if share < 1 { sum += (1 - share) * log((1 - share) / (1 - probability)) }
        return sum
    }
}
