public import EDTF
internal import GraphKernel

/// A way from one entity to another along ties of a network.
public struct Path: Sendable, Hashable {
    /// One step of a path: all the edges between two neighbours, the best first.
    public struct Hop: Sendable, Hashable {
        /// Vertices of the network, in walking order.
        public var from: Int
        /// The vertex arrived at.
        public var to: Int
        /// Places in the network's edges.
        public var edges: [Int]
        /// The certainty, by date, that the two are tied.
        public var dates: Certainty
        /// The support of the best edge.
        public var support: Support
    }

    /// The steps, in walking order.
    public var hops: [Hop]
    /// Whether this very path holds in every reading of the dates, or in some.
    public var dates: Certainty
    /// The support of the weakest step.
    public var support: Support
    /// What a reader should know: passes through a group; commentary, not contact.
    public var caveats: [String]

    /// The vertices passed, ends included.
    public var vertices: [Int] { hops.isEmpty ? [] : [hops[0].from] + hops.map(\.to) }
    /// The number of hops.
    public var length: Int { hops.count }
}

/// How paths are searched.
public struct PathOptions: Sendable, Hashable {
    /// Which paths are wanted.
    public enum Selection: Sendable, Hashable {
        /// All of the fewest hops, up to a number.
        case allShortest(limit: Int)
        /// The shortest so many that pass no entity twice.
        case shortest(Int)
    }

    /// Which paths are wanted.
    public var selection: Selection
    /// The most hops a path may have; nil for any number.
    public var maximumHops: Int?

    /// Makes options; without any, all shortest paths up to twenty.
    public init(_ selection: Selection = .allShortest(limit: 20), maximumHops: Int? = nil) {
        self.selection = selection
        self.maximumHops = maximumHops
    }
}

/// The paths between two entities, or why there is none.
public struct PathResult: Sendable {
    /// The network that was searched.
    public var network: Network
    /// The id of the entity that paths start from.
    public var from: String
    /// The id of the entity that they lead to.
    public var to: String
    /// Shorter first, then certain before possible, then better supported, then in the order of entities.
    public var paths: [Path]
    /// The shortest path that is certain by date, where no listed path is: what is left if only certain dates count.
    public var shortestCertain: Path?
    /// Whether the two are connected in every reading, by whatever path; nil where there is no path.
    public var connectedness: Connectedness?
    /// Whether more paths of the kind asked for exist than were listed.
    public var isCut: Bool
    /// How many shortest paths there are, listed or not, where all were asked for and it is known; a large number
    /// is rounded.
    public var total: Double?
    /// Where there is no path: the views, from near to far, that would show one.
    public var nearest: [NearMiss]
    /// The wider views that were too large to be searched.
    public var unsearched: [String]
}

/// A relaxation of a view under which a path appears.
public struct NearMiss: Sendable {
    /// What would have to count too: "planned claims".
    public var relaxation: String
    /// The shortest path under the relaxed view.
    public var path: Path
    /// The network in which the path lies.
    public var network: Network
}

extension Network {
    /// The paths between two entities.
    ///
    /// Paths pass no entity twice, but a venue once for each meeting of two visitors, and none that the view gives no
    /// transit. Ties count in both directions unless the view is directed. The length is the number of hops. Through
    /// a venue a path passes only where the two stays may overlap. In a view as of a date wider than a day all
    /// hops may count on one and the same day of it.
    ///
    /// - Parameters:
    ///   - from: an entity's id.
    ///   - to: an entity's id, other than `from`.
    /// - Throws: `AnalysisError` where an entity is unknown or both are the same, a search was cancelled, or the
    ///   venues to pass through are too many.
    /// - Complexity: that of breadth-first search, or of Yen's algorithm for `.shortest`; times the number of days
    ///   on which an edge begins to count where no shortest path of a view as of a wider date holds on any one day.
    public func paths(from: String, to: String, options: PathOptions = PathOptions()) throws(AnalysisError)
        -> PathResult
    {
        try requireEntity(from)
        try requireEntity(to)
        if from == to {
            throw AnalysisError(.sameEntity, "\"\(from)\" is named twice: a path joins two entities")
        }
        var search = PathSearch(self, options: options)
        let found = try search.paths(from: from, to: to, onlyCertain: false)
        var shortestCertain: Path?
        if view.certainty < .certain, !found.paths.isEmpty,
            !found.paths.contains(where: { $0.dates == .certain })
        {
            search.options.selection = .allShortest(limit: 1)
            shortestCertain = try search.paths(from: from, to: to, onlyCertain: true).paths.first
        }
        var connectedness: Connectedness?
        if let fewest = found.paths.map(\.length).min() {
            // A shortest path that holds in every reading is as short as any in each of them.
            let isCertain = found.paths.contains { $0.length == fewest && $0.dates == .certain }
            connectedness = try search.connectedness(from: from, to: to, fewest: fewest, isCertain: isCertain)
        }
        var nearest: [NearMiss] = []
        var unsearched: [String] = []
        if found.paths.isEmpty {
            (nearest, unsearched) = try nearMisses(from: from, to: to, options: options)
        }
        return PathResult(
            network: self,
            from: from,
            to: to,
            paths: found.paths,
            shortestCertain: shortestCertain,
            connectedness: connectedness,
            isCut: found.isCut,
            total: found.total,
            nearest: nearest,
            unsearched: unsearched
        )
    }

    func requireEntity(_ id: String) throws(AnalysisError) {
        if graph.entity(id) == nil { throw AnalysisError(.unknownEntity, "there is no entity \"\(id)\"") }
    }

    /// Relaxes the question one step at a time and reports the steps under which a path appears; where no single
    /// step brings one, all of them together.
    private func nearMisses(
        from: String,
        to: String,
        options: PathOptions
    ) throws(AnalysisError) -> (found: [NearMiss], unsearched: [String]) {
        var misses: [NearMiss] = []
        var unsearched: [String] = []
        func attempt(_ relaxation: String, _ network: Network, hops: Int?) throws(AnalysisError) {
            let search = PathSearch(network, options: PathOptions(.allShortest(limit: 1), maximumHops: hops))
            do {
                if let path = try search.paths(from: from, to: to, onlyCertain: false).paths.first {
                    misses.append(NearMiss(relaxation: relaxation, path: path, network: network))
                }
            } catch  where error.code == .tooLarge {
                unsearched.append(relaxation)
            }
        }
        let widest = view.widest
        if widest != view {
            try attempt("all that this view leaves out", Network(graph, view: widest), hops: nil)
        }
        let together = misses.popLast()
        if let most = options.maximumHops { try attempt("paths of more than \(most) hops", self, hops: nil) }
        // What one step brings, all together bring too; save where other claims fold parts into other wholes.
        if together != nil || !unsearched.isEmpty || !view.rollUp.isEmpty {
            for step in view.relaxations where mayAdd(step) {
                try attempt(step.name, Network(graph, view: step.view), hops: options.maximumHops)
            }
        }
        if misses.isEmpty, let together { misses.append(together) }
        return (misses, unsearched)
    }

    /// Whether a step makes more claims count, as far as the reasons tell for which claims were left out; each was
    /// left out for the first that holds, so that one left out for another one stays out.
    func mayAdd(_ step: View.Relaxation) -> Bool {
        step.reasons.isEmpty || step.reasons.contains { excluded[$0] > 0 }
    }
}

extension View {
    /// A wider view by one step.
    struct Relaxation {
        /// What it counts besides.
        var name: String
        var view: View
        /// The reasons of which it lifts one; none where it changes more than which claims count.
        var reasons: Set<ExclusionReason>
    }

    /// Wider views, each by one step.
    var relaxations: [Relaxation] {
        var wider: [Relaxation] = []
        func add(_ name: String, lifting reasons: Set<ExclusionReason> = [], _ change: (inout View) -> Void) {
            var view = self
            change(&view)
            if view != self { wider.append(Relaxation(name: name, view: view, reasons: reasons)) }
        }
        add("dates that are only possible", lifting: [.onlyPossible, .undated, .notYetKnown]) {
            $0.certainty = .possible
        }
        add("all dates") {
            $0.period = .all
            $0.certainty = .possible
        }
        add("planned claims", lifting: [.planned]) {
            $0.statuses.formUnion(Claim.Status.allCases.filter { $0 != .cancelled })
        }
        add("alleged claims", lifting: [.alleged]) { $0.modalities.insert(.alleged) }
        add("denied claims", lifting: [.denied]) { $0.modalities.insert(.denied) }
        add("ties against their direction") { $0.isDirected = false }
        add("paths through venues") { $0.through.insert(.venue) }
        add("paths through topics and documents") { $0.through.formUnion([.topic, .document]) }
        add("all relations", lifting: [.otherRelation]) {
            $0.relations = nil
            $0.families = nil
        }
        add("all kinds of entities") { $0.kinds = nil }
        add("all sources", lifting: [.otherSource, .unreliable]) {
            $0.sources = nil
            $0.minimumReliability = nil
        }
        add("sources not yet known", lifting: [.notYetKnown]) { $0.knownBy = nil }
        add("claims of all ranks", lifting: [.deprecated, .otherRank]) { $0.ranks = Set(Claim.Rank.allCases) }
        add("the entities left out") { $0.without = [] }
        return wider
    }

    /// All steps at once.
    var widest: View {
        var view = View()
        view.statuses = statuses.union(Claim.Status.allCases.filter { $0 != .cancelled })
        view.polarities = polarities
        view.modalities = Set(Claim.Modality.allCases)
        view.ranks = Set(Claim.Rank.allCases)
        view.through = through.union(Self.kindsWithoutTransit)
        view.throughEntities = throughEntities
        view.allowsApproximation = allowsApproximation
        view.rollUp = rollUp
        return view
    }
}
