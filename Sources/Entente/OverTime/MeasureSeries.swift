internal import EDTF

/// What a series counts or measures in each window.
public enum SeriesMeasure: Sendable, Hashable {
    /// The claims that count.
    case claims
    /// The pairs that are tied.
    case ties
    /// The entities that are tied to any.
    case entities
    /// The connected components among them.
    case components
    /// The pairs that are tied for the first time.
    case formed
    /// The pairs that are tied for the last time.
    case dissolved
    /// A centrality of entities.
    case centrality(CentralityMeasure)

    /// All by name: `ties`, `degree`.
    public static let all: [(name: String, measure: SeriesMeasure)] =
        counts.map { ($0.name, $0) } + CentralityMeasure.allCases.map { ($0.rawValue, .centrality($0)) }

    /// Those of the whole.
    public static let counts: [SeriesMeasure] = [.claims, .ties, .entities, .components, .formed, .dissolved]

    /// Its name.
    public var name: String {
        switch self {
        case .claims: "claims"
        case .ties: "ties"
        case .entities: "entities"
        case .components: "components"
        case .formed: "formed"
        case .dissolved: "dissolved"
        case .centrality(let measure): measure.rawValue
        }
    }

    /// Whether what is certain alone gives the least value, and what is possible with it the greatest: more claims can only
    /// add to a count.
    public var isBounded: Bool {
        switch self {
        case .claims, .ties, .entities, .formed, .dissolved: true
        case .components: false
        case .centrality(let measure): measure == .degree || measure == .strength
        }
    }
}

/// A measure in one window after another.
public struct MeasureSeries: Sendable {
    /// A value in one window.
    public struct Row: Sendable, Hashable {
        /// The window, by its place in the series.
        public var window: Int
        /// The entity measured, by id; nil where the measure is of the whole.
        public var entity: String?
        /// The value if only that counts which lies in the window by its dates for certain; nil where the entity then has
        /// no tie and the measure is not a count.
        public var certain: Double?
        /// The value if all counts that may.
        public var possible: Double?
    }

    /// The graph.
    public var graph: ClaimGraph
    /// The view, whose period each window takes the place of.
    public var view: View
    /// The measure.
    public var measure: SeriesMeasure
    /// The windows, in order of time.
    public var windows: [SeriesWindow]
    /// Window by window, then entity by entity in the order asked for.
    public var rows: [Row]
    /// How many claims have no date; each may lie in any window that its source covers.
    public var undated: Int
}

extension ClaimGraph {
    /// Takes a measure in each of some windows.
    ///
    /// A window counts what overlaps it. Each value is given twice: from what certainly does, and from all that may. Of
    /// counts these bound the value in every reading of the dates; of other measures they are two values and no bounds
    /// (``SeriesMeasure/isBounded``).
    ///
    /// - Parameters:
    ///   - entities: ids; needed by centralities, where an empty list stands for the five that are highest over all time.
    ///   - windows: see ``windows(every:over:mode:view:)`` and ``terms(of:view:)``.
    /// - Throws: `AnalysisError` where an entity is unknown or a measure cannot be taken.
    /// - Complexity: that of the measure, twice a window.
    public func series(
        of measure: SeriesMeasure,
        entities: [String] = [],
        windows: [SeriesWindow],
        view: View = View()
    ) throws(AnalysisError) -> MeasureSeries {
        for id in entities where entity(id) == nil {
            throw AnalysisError(.unknownEntity, "there is no entity \"\(id)\"")
        }
        var all = view
        all.period = .all
        let whole = Network(self, view: all)
        var series = MeasureSeries(
            graph: self,
            view: all,
            measure: measure,
            windows: windows,
            rows: [],
            undated: whole.counted.count { claims[$0].time.isUndated }
        )
        switch measure {
        case .formed, .dissolved:
            series.rows = turnover(of: whole, measure, windows)
        default:
            var subjects: [String?] = [nil]
            if case .centrality(let centrality) = measure {
                subjects = entities.isEmpty ? try leaders(of: whole, by: centrality, 5) : entities
            }
            for (place, window) in windows.enumerated() {
                var possible = all
                possible.period = .during(window.period)
                var certain = possible
                certain.certainty = .certain
                let low = try values(measure, of: subjects, in: Network(self, view: certain))
                let high = try values(measure, of: subjects, in: Network(self, view: possible))
                for (subject, (low, high)) in zip(subjects, zip(low, high)) {
                    series.rows.append(
                        MeasureSeries.Row(window: place, entity: subject, certain: low, possible: high)
                    )
                }
            }
        }
        return series
    }

    private func leaders(of network: Network, by measure: CentralityMeasure, _ count: Int)
        throws(AnalysisError)
        -> [String?]
    {
        try network.ranking(by: measure).rows.prefix(count).map { network.entity($0.vertex).id }
    }

    private func values(_ measure: SeriesMeasure, of subjects: [String?], in network: Network)
        throws(AnalysisError)
        -> [Double?]
    {
        switch measure {
        case .claims: return [Double(network.counted.count)]
        case .ties: return [Double(network.ties.count)]
        case .entities: return [Double(Set(network.ties.flatMap { [$0.a, $0.b] }).count)]
        case .components: return [Double(try network.tiedComponents().count)]
        case .formed, .dissolved: return []
        case .centrality(let centrality):
            guard !network.ties.isEmpty else { return subjects.map { _ in measure.isBounded ? 0 : nil } }
            let ranking = try network.ranking(by: centrality, listing: Set(EntityKind.allCases))
            let scores = Dictionary(
                uniqueKeysWithValues: ranking.rows.map { (network.entity($0.vertex).id, $0.score) }
            )
            return subjects.map { subject in
                subject.flatMap { scores[$0] } ?? (measure.isBounded ? 0 : nil)
            }
        }
    }

    /// The pairs tied for the first, or for the last time, by window: certain where both the earliest and the latest day on
    /// which that can have been lie in it. An undated claim can have been the first and the last.
    private func turnover(of network: Network, _ measure: SeriesMeasure, _ windows: [SeriesWindow])
        -> [MeasureSeries.Row]
    {
        let days = network.ties.compactMap { tie -> ClosedRange<Int64>? in
            let history = network.history(of: tie)
            return measure == .formed ? history.first : history.last
        }
        return windows.enumerated().map { place, window in
            MeasureSeries.Row(
                window: place,
                entity: nil,
                certain: Double(
                    days.count {
                        window.range.contains($0.lowerBound) && window.range.contains($0.upperBound)
                    }
                ),
                possible: Double(days.count { $0.overlaps(window.range) })
            )
        }
    }
}
