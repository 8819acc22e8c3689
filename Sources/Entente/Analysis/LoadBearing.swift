public import EDTF

/// What a path between two entities hangs on: the single claims and the single sources without which the answer would
/// be another one.
public struct LoadBearing: Sendable {
    /// What is withdrawn: one claim, or all claims of one source.
    public enum Withdrawal: Sendable, Hashable {
        /// One claim.
        case claim(ClaimID)
        /// All claims of a source, by its id.
        case source(String)
    }

    /// How two entities are connected, in short.
    public struct Connection: Sendable, Hashable {
        /// The hops of the best path.
        public var length: Int
        /// Its certainty by date.
        public var dates: Certainty
        /// The entities on it, by id.
        public var entities: [String]
    }

    /// What would change.
    public struct Change: Sendable, Hashable {
        /// What is withdrawn.
        public var withdrawn: Withdrawal
        /// How the two would be connected then; nil if not at all.
        public var after: Connection?
    }

    /// The network that was searched.
    public var network: Network
    /// The id of the entity that paths start from.
    public var from: String
    /// The id of the entity that they lead to.
    public var to: String
    /// How they are connected; nil if not at all.
    public var before: Connection?
    /// The withdrawals that make the connection longer, less certain or none, claims before sources, the gravest first.
    public var changes: [Change]
    /// The number of claims and sources that were withdrawn one by one.
    public var tried: (claims: Int, sources: Int)
}

extension Network {
    /// What a path hangs on.
    ///
    /// Each claim on the best path, and each source that such a claim is from, is withdrawn by itself and the question
    /// asked anew. Others need not be tried: without them the best path stands as it is.
    ///
    /// - Parameters:
    ///   - from: an entity's id.
    ///   - to: another one's.
    /// - Throws: `AnalysisError` as ``paths(from:to:options:)`` does.
    /// - Complexity: that of deriving the network and finding a path, times the claims on the best path.
    public func loadBearing(from: String, to: String) throws(AnalysisError) -> LoadBearing {
        let options = PathOptions(.allShortest(limit: 200))
        let result = try paths(from: from, to: to, options: options)
        var bearing = LoadBearing(
            network: self,
            from: from,
            to: to,
            before: result.paths.first.map(connection),
            changes: [],
            tried: (0, 0)
        )
        guard let best = result.paths.first, let before = bearing.before else { return bearing }
        let claims = Set(best.hops.flatMap(\.edges).map { claim(edges[$0]).id }).sorted()
        let sources = Set(claims.map(\.source)).sorted()
        var withdrawals: [(LoadBearing.Withdrawal, View)] = []
        for id in claims {
            var view = self.view
            view.withdrawn.insert(id)
            withdrawals.append((.claim(id), view))
        }
        for source in sources {
            var view = self.view
            view.sources = (view.sources ?? Set(graph.sources.map(\.id))).subtracting([source])
            withdrawals.append((.source(source), view))
        }
        for (withdrawal, view) in withdrawals {
            let network = Network(graph, view: view)
            let after = try network.bestConnection(from: from, to: to, options: options)
            guard after.map({ $0.length > before.length || $0.dates < before.dates }) ?? true else {
                continue
            }
            bearing.changes.append(LoadBearing.Change(withdrawn: withdrawal, after: after))
        }
        bearing.changes.sort { Self.order($0) < Self.order($1) }
        bearing.tried = (claims.count, sources.count)
        return bearing
    }

    private func bestConnection(from: String, to: String, options: PathOptions) throws(AnalysisError)
        -> LoadBearing.Connection?
    {
        try PathSearch(self, options: options).paths(from: from, to: to, onlyCertain: false).paths.first.map(
            connection
        )
    }

    private func connection(_ path: Path) -> LoadBearing.Connection {
        LoadBearing.Connection(
            length: path.length,
            dates: path.dates,
            entities: path.vertices.map { entity($0).id }
        )
    }

    /// Claims before sources; no path before a longer one, a longer one before a less certain one; then by id.
    private static func order(_ change: LoadBearing.Change) -> (Int, Int, String) {
        let gravity = change.after.map { -$0.length } ?? .min
        switch change.withdrawn {
        case .claim(let id): return (0, gravity, id.description)
        case .source(let id): return (1, gravity, id)
        }
    }
}
