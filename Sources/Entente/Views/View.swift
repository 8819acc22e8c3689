public import EDTF

/// What counts in an answer: which claims, of what time, from whom, about what.
///
/// The same view serves the library, the command, drawings and reports, and every answer says which one it used.
public struct View: Sendable, Hashable {
    /// The time that an answer is about.
    public enum Period: Sendable, Hashable {
        /// All of it: every claim counts whatever its date.
        case all
        /// Spells that hold on a day and contacts that have happened by then. A date wider than a day is one
        /// unknown day of it.
        case asOf(EDTFDate)
        /// What overlaps a period.
        case during(EDTFDate)
        /// What lies wholly within a period.
        case within(EDTFDate)
    }

    /// The time that the answer is about.
    public var period: Period = .all
    /// Only what a reader of the sources published by then could know.
    public var knownBy: EDTFDate?
    /// The least certainty, by date, of what counts.
    public var certainty: Certainty = .possible
    /// Whether a `~` date may move one unit of its precision either way.
    public var allowsApproximation = true

    /// The kinds of entities that are vertices; nil for all but topics and documents.
    public var kinds: Set<EntityKind>?
    /// The relations that count, with their special cases; nil for all.
    public var relations: Set<String>?
    /// The families of relations that count; nil for all.
    public var families: Set<RelationFamily>?
    /// The sources that count; nil for all.
    public var sources: Set<String>?
    /// The least reliability of sources that count; one without a grade then does not.
    public var minimumReliability: Source.Reliability?
    /// The voices that count.
    public var modalities: Set<Claim.Modality> = [.asserted, .reported, .opinion]
    /// Whether what is so, what is not so and what is unproven counts.
    public var polarities: Set<Claim.Polarity> = [.positive]
    /// Whether what has happened or what is planned counts.
    public var statuses: Set<Claim.Status> = [.actual]
    /// The analyst's ranks that count.
    public var ranks: Set<Claim.Rank> = [.preferred, .normal]

    /// The entities left out.
    public var without: Set<String> = []
    /// The claims taken as if nobody had made them, to learn what hangs on them.
    public var withdrawn: Set<ClaimID> = []
    /// The kinds that a path may pass through beside those it always may.
    public var through: Set<EntityKind> = []
    /// The entities that a path may pass through whatever their kind.
    public var throughEntities: Set<String> = []
    /// Whether a path follows the direction of ties.
    public var isDirected = false
    /// The relations along which parts are folded into wholes.
    public var rollUp: Set<String> = []

    /// The usual view: all dates, what is asserted, reported or somebody's opinion, positive, actual, not set aside.
    public init() {}

    /// Kinds that no path passes through unless the view names them: what merely has two things in common
    /// does not join them.
    public static let kindsWithoutTransit: Set<EntityKind> = [.venue, .topic, .document]

    /// Whether entities of a kind are vertices.
    public func includes(_ kind: EntityKind) -> Bool {
        guard let kinds else { return kind.isVertexByDefault || through.contains(kind) }
        return kinds.contains { kind.isA($0) } || through.contains { kind.isA($0) }
    }

    /// Whether a path may pass through an entity.
    public func allowsTransit(through entity: Entity) -> Bool {
        !Self.kindsWithoutTransit.contains(entity.kind)
            || through.contains { entity.kind.isA($0) }
            || throughEntities.contains(entity.id)
    }
}

extension View {
    /// The view in words, part by part; what is as by default is said only where `all` is set.
    ///
    /// Example: `as of 2018-06-28 · modality asserted, reported, opinion`.
    public func parts(all: Bool = false) -> [String] {
        let standard = View()
        var parts: [String] = []
        switch period {
        case .all: if all { parts.append("all dates") }
        case .asOf(let date): parts.append("as of \(date)")
        case .during(let date): parts.append("during \(date)")
        case .within(let date): parts.append("within \(date)")
        }
        if let knownBy { parts.append("known by \(knownBy)") }
        if certainty == .certain { parts.append("certain dates only") }
        if !allowsApproximation { parts.append("approximate dates taken as written") }
        func list(_ name: String, _ values: [String]?) {
            if let values { parts.append("\(name) \(values.joined(separator: ", "))") }
        }
        list("kinds", kinds?.sorted().map(\.rawValue))
        list("relations", relations?.sorted())
        list("families", families?.sorted().map(\.rawValue))
        list("sources", sources?.sorted())
        if let minimumReliability { parts.append("reliability \(minimumReliability.rawValue) or better") }
        func choice<Value: RawRepresentable<String> & CaseIterable & Hashable>(
            _ name: String,
            _ values: Set<Value>,
            _ usual: Set<Value>
        ) {
            guard all || values != usual else { return }
            list(name, Value.allCases.filter(values.contains).map(\.rawValue))
        }
        choice("modality", modalities, standard.modalities)
        choice("polarity", polarities, standard.polarities)
        choice("status", statuses, standard.statuses)
        choice("rank", ranks, standard.ranks)
        if !without.isEmpty { list("without", without.sorted()) }
        if !withdrawn.isEmpty { list("withdrawn", withdrawn.sorted().map(\.description)) }
        let transit = through.sorted().map(\.rawValue) + throughEntities.sorted()
        if !transit.isEmpty { list("paths through", transit) }
        if isDirected { parts.append("directed") }
        if !rollUp.isEmpty { list("parts folded along", rollUp.sorted()) }
        return parts
    }
}
