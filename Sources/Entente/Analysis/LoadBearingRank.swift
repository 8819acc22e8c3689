/// What an entity's rank hangs on: the single claims and the single sources without which it would be another one.
public struct LoadBearingRank: Sendable {
    /// A withdrawal that changes the rank.
    public struct Change: Sendable, Hashable {
        /// What is withdrawn.
        public var withdrawn: LoadBearing.Withdrawal
        /// The rank then.
        public var rank: Int
        /// The score then.
        public var score: Double
    }

    /// The network that was looked at.
    public var network: Network
    /// The measure.
    public var measure: CentralityMeasure
    /// The entity, by id.
    public var entity: String
    /// Its rank and score among those listed; nil where it is not among them.
    public var before: (rank: Int, score: Double)?
    /// The withdrawals that change the rank, claims before sources, the greatest change first.
    public var changes: [Change]
    /// The number of claims and sources that were withdrawn one by one.
    public var tried: (claims: Int, sources: Int)
}

extension Network {
    /// The most claims that are withdrawn one by one for a measure other than degree.
    public static let withdrawalLimit = 5_000

    /// What a rank hangs on.
    ///
    /// Each claim that ties anybody, and each source, is withdrawn by itself and the measure taken anew. A claim that is not
    /// the only one of a tie cannot change a degree and is not tried for it.
    ///
    /// - Throws: `AnalysisError` where the entity is unknown, a measure cannot be taken, or there are more claims than
    ///   ``withdrawalLimit`` to withdraw: narrow the view then.
    /// - Complexity: that of the measure, times the claims and sources.
    public func loadBearingRank(
        of id: String,
        by measure: CentralityMeasure,
        listing kinds: Set<EntityKind> = [.actor]
    ) throws(AnalysisError) -> LoadBearingRank {
        guard graph.entity(id) != nil else {
            throw AnalysisError(.unknownEntity, "there is no entity \"\(id)\"")
        }
        var bearing = LoadBearingRank(
            network: self,
            measure: measure,
            entity: id,
            before: nil,
            changes: [],
            tried: (0, 0)
        )
        func standing(without withdrawn: Set<Int>) throws(AnalysisError) -> (rank: Int, score: Double)? {
            let rows = rank(try centrality(by: measure, without: withdrawn), listing: kinds)
            return rows.first { entity($0.vertex).id == id }.map { ($0.rank, $0.score) }
        }
        bearing.before = try standing(without: [])
        guard let before = bearing.before else { return bearing }
        let claims = claimsThatMatter(to: measure)
        guard claims.count <= Self.withdrawalLimit else {
            throw AnalysisError(
                .tooLarge,
                "\(claims.count) claims would have to be withdrawn one by one, more than \(Self.withdrawalLimit); narrow the view"
            )
        }
        for place in claims {
            if let after = try standing(without: [place]), after.rank != before.rank {
                bearing.changes.append(
                    .init(withdrawn: .claim(graph.claims[place].id), rank: after.rank, score: after.score)
                )
            }
        }
        var claimsOfSource: [String: Set<Int>] = [:]
        for edge in edges { claimsOfSource[graph.claims[edge.claim].source, default: []].insert(edge.claim) }
        for source in claimsOfSource.keys.sorted() {
            if let after = try standing(without: claimsOfSource[source] ?? []), after.rank != before.rank {
                bearing.changes.append(
                    .init(withdrawn: .source(source), rank: after.rank, score: after.score)
                )
            }
        }
        bearing.tried = (claims.count, claimsOfSource.count)
        func order(_ change: LoadBearingRank.Change) -> (Int, Int) {
            let isSource = if case .source = change.withdrawn { 1 } else { 0 }
            return (isSource, -abs(change.rank - before.rank))
        }
        bearing.changes = bearing.changes.enumerated().sorted { a, b in
            let (left, right) = (order(a.element), order(b.element))
            return left != right ? left < right : a.offset < b.offset
        }.map(\.element)
        return bearing
    }

    /// The claims whose withdrawal can change a measure, by their places in the graph, ascending.
    private func claimsThatMatter(to measure: CentralityMeasure) -> [Int] {
        guard measure == .degree else { return Set(edges.map(\.claim)).sorted() }
        return Set(ties.map { claims(of: $0) }.filter { $0.count == 1 }.flatMap(\.self)).sorted()
    }
}
