internal import GraphKernel

/// A measure of how central an entity is.
public enum CentralityMeasure: String, Sendable, Hashable, CaseIterable {
    /// The number of entities that one is tied to.
    case degree
    /// The number of happenings that tie one to others: claims of one event count once.
    case strength
    /// How often one lies on the shortest paths of others, as a share of all pairs (Freeman 1977, Brandes 2001).
    case betweenness
    /// The inverse of the mean distance to those that can be reached, scaled by their share (Wasserman and Faust).
    case closeness
    /// The mean of the inverse distances to all others.
    case harmonic
    /// Being tied to those that are themselves well tied (Bonacich 1972).
    case eigenvector
    /// The share of a random walk's time (Brin and Page 1998).
    case pagerank
    /// How many walks arrive at one, each step counting less than the one before it (Katz 1953).
    case katz
    /// Pointing to good authorities; in an undirected view as ``authorities`` (Kleinberg 1999).
    case hubs
    /// Being pointed at by good hubs.
    case authorities

    /// Whether it is about paths, so that the rule of transit holds for it.
    public var isAboutPaths: Bool {
        switch self {
        case .betweenness, .closeness, .harmonic: true
        default: false
        }
    }

    /// The units in the last place that tell nothing: twelve of fifty-two bits where scores are sums, twenty-six where an
    /// iteration ends at a tolerance, which leaves seven digits.
    fileprivate var slack: Double {
        switch self {
        case .degree, .strength, .betweenness, .closeness, .harmonic: 0x1p12
        case .eigenvector, .pagerank, .katz, .hubs, .authorities: 0x1p26
        }
    }
}

/// Entities in the order of a centrality.
public struct Ranking: Sendable {
    /// One entity's place.
    public struct Row: Sendable, Hashable {
        /// 1 for the highest; equals share a rank and the next one is skipped.
        public var rank: Int
        /// A vertex of the network.
        public var vertex: Int
        /// The centrality.
        public var score: Double
    }

    /// The network that was looked at.
    public var network: Network
    /// The measure taken.
    public var measure: CentralityMeasure
    /// By score from high to low, then by id.
    public var rows: [Row]
    /// The number of vertices and ties that the measure was taken on.
    public var vertexCount: Int
    /// The number of pairs tied.
    public var tieCount: Int
    /// The kinds that the rule of transit left out.
    public var kindsLeftOut: [EntityKind]
}

extension Network {
    /// Ranks entities by a centrality.
    ///
    /// Every pair that is tied counts once (the graph is simple), in both directions unless the view is directed.
    /// Measures about paths leave out what no path may pass through: venues, topics and documents unless the view
    /// names them. Equal scores share a rank: to twelve digits, or seven where an
    /// iteration finds them.
    ///
    /// - Parameter kinds: the kinds of entities to list; the measure is taken with all vertices all the same.
    /// - Throws: `AnalysisError` where a run is cancelled or does not converge.
    public func ranking(by measure: CentralityMeasure, listing kinds: Set<EntityKind> = [.actor])
        throws(AnalysisError) -> Ranking
    {
        let own = try centrality(by: measure)
        let rows = rank(own, listing: kinds).map {
            Ranking.Row(rank: $0.rank, vertex: $0.vertex, score: $0.score)
        }
        let leftOut = Set(vertices.indices).subtracting(own.vertices).map { entity($0).kind }
        return Ranking(
            network: self,
            measure: measure,
            rows: rows,
            vertexCount: own.vertices.count,
            tieCount: own.tieCount,
            kindsLeftOut: Set(leftOut).sorted()
        )
    }

    /// The scores of the vertices that a measure is taken on.
    struct Centrality {
        /// Vertices of the network, ascending.
        var vertices: [Int]
        /// For each of them its score.
        var scores: [Double]
        var tieCount: Int
        /// How many units in the last place two equal scores may differ: by other sums, or by where an iteration ends.
        var slack: Double
    }

    /// Takes a measure, as if nobody had made some claims.
    ///
    /// - Parameter withdrawn: claims, by their places in the graph.
    func centrality(by measure: CentralityMeasure, without withdrawn: Set<Int> = []) throws(AnalysisError)
        -> Centrality
    {
        let kept = vertices.indices.filter {
            !measure.isAboutPaths || view.allowsTransit(through: entity($0))
        }
        var numbers = Array(repeating: -1, count: vertices.count)
        for (number, vertex) in kept.enumerated() { numbers[vertex] = number }
        let inside = ties.compactMap { tie -> Tie? in
            guard numbers[tie.a] >= 0, numbers[tie.b] >= 0 else { return nil }
            guard !withdrawn.isEmpty else { return tie }
            let left = tie.edges.filter { !withdrawn.contains(edges[$0].claim) }
            return left.isEmpty ? nil : Tie(a: tie.a, b: tie.b, edges: left)
        }
        let strengths = measure == .strength ? inside.map { Double(happenings(of: $0)) } : []
        do throws(GraphError) {
            let graph = try CompactGraph(
                vertexCount: kept.count,
                sources: inside.map { Int32(numbers[$0.a]) },
                targets: inside.map { Int32(numbers[$0.b]) },
                direction: view.isDirected ? .directed : .undirected
            )
            let scores = try Self.scores(of: graph, by: measure, strengths: strengths)
            return Centrality(vertices: kept, scores: scores, tieCount: inside.count, slack: measure.slack)
        } catch {
            throw AnalysisError(error)
        }
    }

    /// The vertices of some kinds, by score from high to low; equals share a rank.
    func rank(_ centrality: Centrality, listing kinds: Set<EntityKind>) -> [(
        rank: Int, vertex: Int, score: Double
    )] {
        let scores = centrality.scores
        func rounded(_ number: Int) -> Double { Self.rounded(scores[number], to: centrality.slack) }
        let listed = scores.indices.filter { number in
            kinds.contains { entity(centrality.vertices[number]).kind.isA($0) }
        }
        let order = listed.sorted { (a: Int, b: Int) in
            rounded(a) != rounded(b) ? scores[a] > scores[b] : a < b
        }
        var rows: [(rank: Int, vertex: Int, score: Double)] = []
        for (place, number) in order.enumerated() {
            let isTied = place > 0 && rounded(order[place - 1]) == rounded(number)
            rows.append(
                (isTied ? rows[place - 1].rank : place + 1, centrality.vertices[number], scores[number])
            )
        }
        return rows
    }

    /// A score without its last digits, so that sums in another order are not another rank.
    private static func rounded(_ score: Double, to slack: Double) -> Double {
        let unit = score.ulp * slack
        return score.isFinite && unit.isFinite ? (score / unit).rounded() * unit : score
    }

    private static func scores(of graph: CompactGraph, by measure: CentralityMeasure, strengths: [Double])
        throws(GraphError) -> [Double]
    {
        switch measure {
        case .degree: return graph.degrees().map(Double.init)
        case .strength: return try graph.strengths(strengths)
        case .betweenness: return try graph.betweenness(normalized: true)
        case .closeness: return try graph.closeness()
        case .harmonic: return try graph.harmonicCentrality(normalized: true)
        case .eigenvector: return try converged(graph.eigenvectorCentrality(), measure)
        case .pagerank: return try converged(graph.pageRank(), measure)
        case .katz:
            return try converged(graph.katzCentrality(normalized: true), measure)
        case .hubs, .authorities:
            let found = try graph.hubsAndAuthorities()
            guard found.isConverged else { throw Self.unsettled(measure, after: found.iterations) }
            return measure == .hubs ? found.hubs : found.authorities
        }
    }

    private static func converged(_ scores: IterativeScores, _ measure: CentralityMeasure) throws(GraphError)
        -> [Double]
    {
        guard scores.isConverged else { throw unsettled(measure, after: scores.iterations) }
        return scores.scores
    }

    private static func unsettled(_ measure: CentralityMeasure, after rounds: Int) -> GraphError {
        GraphError(.invalidParameter, "\(measure.rawValue) did not settle in \(rounds) rounds on this graph")
    }
}
