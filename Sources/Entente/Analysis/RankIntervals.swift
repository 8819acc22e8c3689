internal import EDTF
internal import GraphKernel

/// How far scores and ranks can differ by what one believes of uncertain and disputed claims.
public struct RankIntervals: Sendable {
    /// What intervals are worth.
    public enum Basis: Sendable, Hashable {
        /// Each end is reached by some reading, and nothing lies outside.
        case exact
        /// Nothing lies outside; an end need not be reached, as claims hang together.
        case bound
        /// The least and the greatest of so many seeded readings: others may lie outside.
        case samples(Int)
    }

    /// What may not be so.
    public struct Doubts: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: Int

        /// Makes a set of its bits.
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// Claims that count only possibly, by their dates.
        public static let dates = Doubts(rawValue: 1)
        /// Claims that others deny, negate or doubt.
        public static let disputes = Doubts(rawValue: 2)
    }

    /// The interval of one entity.
    public struct Row: Sendable, Hashable {
        /// A vertex of the network.
        public var vertex: Int
        /// The least score.
        public var scoreLow: Double
        /// The greatest score.
        public var scoreHigh: Double
        /// The best rank: the smallest number.
        public var rankBest: Int
        /// The worst rank.
        public var rankWorst: Int
    }

    /// In the order of the ranking.
    public var rows: [Row]
    /// What they are worth.
    public var basis: Basis
    /// The number of claims that may count or not.
    public var uncertainClaims: Int
    /// What was doubted.
    public var doubts: Doubts
}

extension Network {
    /// The lowest and highest score and rank that each entity of a ranking can take.
    ///
    /// A claim in doubt is taken to count or not, each by itself. For degree and strength intervals are exact where each
    /// such claim ties one pair and shares its happening with no other; else they are bounds. For other measures
    /// readings are drawn: those with all and with none of the claims in doubt, and others by the toss of a coin for
    /// each claim, the same for all claims of one event, and of alternatives one.
    ///
    /// - Parameters:
    ///   - doubts: what may not be so.
    ///   - samples: the number of readings drawn, at least 2, where ends cannot be computed.
    ///   - seed: where random numbers start.
    /// - Throws: `AnalysisError` where a measure cannot be taken, or `samples` is below 2.
    /// - Complexity: O((V + E) log V) for degree and strength; else that of the measure, times the samples.
    public func rankIntervals(
        of ranking: Ranking,
        doubts: RankIntervals.Doubts = [.dates, .disputes],
        samples: Int = 200,
        seed: UInt64 = 1
    ) throws(AnalysisError) -> RankIntervals {
        guard samples >= 2 else {
            throw AnalysisError(
                .invalidParameter,
                "at least 2 readings are needed for an interval, not \(samples)"
            )
        }
        let inDoubt = claims(inDoubt: doubts)
        switch ranking.measure {
        case .degree, .strength: return countIntervals(of: ranking, inDoubt: inDoubt, doubts: doubts)
        default:
            return try sampledIntervals(
                of: ranking,
                inDoubt: inDoubt,
                doubts: doubts,
                samples: samples,
                seed: seed
            )
        }
    }

    /// The tying claims that may not count, by their places in the graph.
    private func claims(inDoubt doubts: RankIntervals.Doubts) -> Set<Int> {
        Set(
            edges.filter {
                (doubts.contains(.dates) && $0.dates < .certain)
                    || (doubts.contains(.disputes) && $0.isDisputed)
            }.map(\.claim)
        )
    }

    // MARK: Counts

    private func countIntervals(of ranking: Ranking, inDoubt: Set<Int>, doubts: RankIntervals.Doubts)
        -> RankIntervals
    {
        let isStrength = ranking.measure == .strength
        var low = Array(repeating: 0, count: vertices.count)
        var high = low
        var spreads: [[(other: Int, spread: Int)]] = Array(repeating: [], count: vertices.count)
        var tiesOfClaim: [Int: Int] = [:]
        for tie in ties {
            let sure = tie.edges.filter { !inDoubt.contains(edges[$0].claim) }
            let least =
                sure.isEmpty ? 0 : isStrength ? happenings(of: Tie(a: tie.a, b: tie.b, edges: sure)) : 1
            let most = isStrength ? happenings(of: tie) : 1
            for (vertex, other) in [(tie.a, tie.b), (tie.b, tie.a)] {
                low[vertex] += least
                high[vertex] += most
                if most > least { spreads[vertex].append((other, most - least)) }
            }
            if most > least {
                for claim in Set(tie.edges.map { edges[$0].claim }).intersection(inDoubt) {
                    tiesOfClaim[claim, default: 0] += 1
                }
            }
        }
        let listed = ranking.rows.map(\.vertex)
        let (lows, highs) = (listed.map { low[$0] }.sorted(), listed.map { high[$0] }.sorted())
        let isListed = Set(listed)
        let rows = listed.map { vertex -> RankIntervals.Row in
            // Best with all of its own ties and none of others; what it is tied to shares those.
            var above = lows.count - Self.firstIndex(above: high[vertex], in: lows)
            for (other, spread) in spreads[vertex] where isListed.contains(other) {
                if low[other] <= high[vertex], low[other] + spread > high[vertex] { above += 1 }
            }
            // Worst with none of its own and all of others.
            var below = highs.count - Self.firstIndex(above: low[vertex], in: highs)
            if high[vertex] > low[vertex] { below -= 1 }
            for (other, spread) in spreads[vertex] where isListed.contains(other) {
                if high[other] > low[vertex], high[other] - spread <= low[vertex] { below -= 1 }
            }
            return RankIntervals.Row(
                vertex: vertex,
                scoreLow: Double(low[vertex]),
                scoreHigh: Double(high[vertex]),
                rankBest: above + 1,
                rankWorst: below + 1
            )
        }
        return RankIntervals(
            rows: rows,
            basis: areIndependent(inDoubt, tiesOfClaim) ? .exact : .bound,
            uncertainClaims: inDoubt.count,
            doubts: doubts
        )
    }

    /// The first place in a sorted list whose number is greater than one given.
    private static func firstIndex(above number: Int, in sorted: [Int]) -> Int {
        var (first, end) = (0, sorted.count)
        while first < end {
            let middle = (first + end) / 2
            if sorted[middle] <= number { first = middle + 1 } else { end = middle }
        }
        return first
    }

    /// Whether each claim in doubt moves one tie only, and by itself.
    private func areIndependent(_ inDoubt: Set<Int>, _ tiesOfClaim: [Int: Int]) -> Bool {
        if tiesOfClaim.values.contains(where: { $0 > 1 }) || view.isDirected { return false }
        if case .asOf(let date) = view.period, date.precision != .day { return false }
        var events: Set<String> = []
        for claim in tiesOfClaim.keys.map({ graph.claims[$0] }) {
            if claim.oneOf != nil { return false }
            if let event = claim.event, !events.insert(event).inserted { return false }
        }
        return true
    }

    // MARK: Samples

    private func sampledIntervals(
        of ranking: Ranking,
        inDoubt: Set<Int>,
        doubts: RankIntervals.Doubts,
        samples: Int,
        seed: UInt64
    ) throws(AnalysisError) -> RankIntervals {
        var rows = ranking.rows.map {
            RankIntervals.Row(
                vertex: $0.vertex,
                scoreLow: $0.score,
                scoreHigh: $0.score,
                rankBest: $0.rank,
                rankWorst: $0.rank
            )
        }
        guard !inDoubt.isEmpty else {
            return RankIntervals(rows: rows, basis: .exact, uncertainClaims: 0, doubts: doubts)
        }
        let places = Dictionary(uniqueKeysWithValues: rows.indices.map { (rows[$0].vertex, $0) })
        let vertices = rows.map(\.vertex).sorted()
        let coins = coins(inDoubt)
        var random = SplitMix64(seed: seed)
        for number in 0..<samples {
            var left: Set<Int> = []
            switch number {
            case 0: left = inDoubt
            case 1: break
            default:
                for coin in coins {
                    if coin.isChoice {
                        let kept = Int(random.next() % UInt64(coin.claims.count))
                        for (place, claim) in coin.claims.enumerated() where place != kept {
                            left.insert(claim)
                        }
                    } else if random.next() & 1 == 0 {
                        left.formUnion(coin.claims)
                    }
                }
            }
            let drawn = try centrality(by: ranking.measure, without: left)
            let scores = Dictionary(uniqueKeysWithValues: zip(drawn.vertices, drawn.scores))
            let listed = Centrality(
                vertices: vertices,
                scores: vertices.map { scores[$0] ?? 0 },
                tieCount: drawn.tieCount,
                slack: drawn.slack
            )
            for (rank, vertex, score) in rank(listed, listing: Set(EntityKind.allCases)) {
                guard let place = places[vertex] else { continue }
                rows[place].scoreLow = min(rows[place].scoreLow, score)
                rows[place].scoreHigh = max(rows[place].scoreHigh, score)
                rows[place].rankBest = min(rows[place].rankBest, rank)
                rows[place].rankWorst = max(rows[place].rankWorst, rank)
            }
        }
        return RankIntervals(
            rows: rows,
            basis: .samples(samples),
            uncertainClaims: inDoubt.count,
            doubts: doubts
        )
    }

    /// Claims that count together or not at all, and alternatives of which one does; in the order of claims.
    private func coins(_ inDoubt: Set<Int>) -> [(claims: [Int], isChoice: Bool)] {
        var coins: [(claims: [Int], isChoice: Bool)] = []
        var coinOfKey: [String: Int] = [:]
        for place in inDoubt.sorted() {
            let claim = graph.claims[place]
            let key = claim.oneOf.map { "oneOf \(claim.source) \($0)" } ?? claim.event.map { "event \($0)" }
            if let key, let coin = coinOfKey[key] {
                coins[coin].claims.append(place)
            } else {
                if let key { coinOfKey[key] = coins.count }
                coins.append(([place], claim.oneOf != nil))
            }
        }
        return coins
    }
}
