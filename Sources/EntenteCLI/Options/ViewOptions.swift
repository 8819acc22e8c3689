internal import ArgumentParser
internal import EDTF
internal import Entente

/// What counts in an answer; shared by all verbs.
struct ViewOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Count spells that hold on a date and contacts that have happened by then.",
            valueName: "date"
        )
    )
    var asOf: String?

    @Option(help: ArgumentHelp("Count what overlaps a period.", valueName: "date"))
    var during: String?

    @Option(help: ArgumentHelp("Count what lies wholly within a period.", valueName: "date"))
    var within: String?

    @Option(help: ArgumentHelp("Count only what sources published by a date say.", valueName: "date"))
    var knownBy: String?

    @Option(
        help: ArgumentHelp(
            "The least certainty of dates that counts: possible or certain.",
            valueName: "grade"
        )
    )
    var certainty: String = "possible"

    @Flag(help: "Take dates marked ~ as they are written; otherwise they may move one unit either way.")
    var exactDates = false

    @Option(
        help: ArgumentHelp(
            "Count these too: planned, cancelled, alleged, denied, negative, unproven, deprecated.",
            valueName: "what,…"
        )
    )
    var include: [String] = []

    @Option(
        help: ArgumentHelp(
            "Kinds of entities that count: actor, person, state, treaty, …",
            valueName: "kind,…"
        )
    )
    var kind: [String] = []

    @Option(help: ArgumentHelp("Relations that count, with their special cases.", valueName: "relation,…"))
    var relation: [String] = []

    @Option(
        help: ArgumentHelp(
            "Families of relations that count: contact, role, conflict, …",
            valueName: "family,…"
        )
    )
    var family: [String] = []

    @Option(help: ArgumentHelp("Sources that count, by id.", valueName: "source,…"))
    var source: [String] = []

    @Option(help: ArgumentHelp("The least reliability of sources that counts, A to F.", valueName: "grade"))
    var minReliability: String?

    @Option(
        help: ArgumentHelp(
            "Only these modalities: asserted, reported, opinion, alleged, denied.",
            valueName: "modality,…"
        )
    )
    var modality: [String] = []

    @Option(
        help: ArgumentHelp("Only these polarities: positive, negative, unproven.", valueName: "polarity,…")
    )
    var polarity: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only these statuses: actual, proposed, possible, agreed-in-principle, announced, scheduled, cancelled.",
            valueName: "status,…"
        )
    )
    var status: [String] = []

    @Option(help: ArgumentHelp("Only these ranks: preferred, normal, deprecated.", valueName: "rank,…"))
    var rank: [String] = []

    @Option(help: ArgumentHelp("Leave an entity out.", valueName: "name"))
    var without: [String] = []

    @Option(
        help: ArgumentHelp(
            "Let paths pass through a kind of entity, or through one entity.",
            valueName: "kind|name"
        )
    )
    var through: [String] = []

    @Flag(help: "Follow the direction of ties.")
    var directed = false

    @Option(
        help: ArgumentHelp(
            "Fold parts into wholes along relations or families: part-of, role, …",
            valueName: "relation,…"
        )
    )
    var rollUp: [String] = []

    /// The view that the options describe.
    func view(of loaded: LoadedGraph) throws -> View {
        var view = View()
        view.period = try period()
        view.knownBy = try knownBy.map { try Self.date($0, option: "known-by") }
        guard let least = ["possible": Certainty.possible, "certain": .certain][certainty] else {
            throw Refusal("--certainty takes possible or certain, not \"\(certainty)\"")
        }
        view.certainty = least
        view.allowsApproximation = !exactDates
        view.kinds = try Self.choices(kind, option: "kind")
        view.families = try Self.choices(family, option: "family")
        view.relations = try known(
            relation,
            among: loaded.graph.vocabulary.relations.map(\.id),
            what: "relation"
        )
        view.sources = try known(source, among: loaded.graph.sources.map(\.id), what: "source")
        view.minimumReliability = try minReliability.map { grade in
            guard let reliability = Source.Reliability(rawValue: grade.uppercased()) else {
                throw Refusal("--min-reliability takes a grade from A to F, not \"\(grade)\"")
            }
            return reliability
        }
        if let modalities = try Self.choices(modality, option: "modality", as: Claim.Modality.self) {
            view.modalities = modalities
        }
        if let polarities = try Self.choices(polarity, option: "polarity", as: Claim.Polarity.self) {
            view.polarities = polarities
        }
        if let statuses = try Self.choices(status, option: "status", as: Claim.Status.self) {
            view.statuses = statuses
        }
        if let ranks = try Self.choices(rank, option: "rank", as: Claim.Rank.self) { view.ranks = ranks }
        for word in Self.words(include) { try Self.include(word, in: &view) }
        view.without = Set(try without.flatMap { try loaded.entities(inOption: $0) })
        for name in through {
            if let kinds = try? Self.choices([name], option: "through", as: EntityKind.self) {
                view.through.formUnion(kinds)
            } else {
                view.throughEntities.formUnion(try loaded.entities(inOption: name))
            }
        }
        view.isDirected = directed
        view.rollUp = try rollUpRelations(loaded)
        return view
    }

    private func period() throws -> View.Period {
        let given = [
            asOf.map { ("as-of", $0) }, during.map { ("during", $0) }, within.map { ("within", $0) },
        ]
        .compactMap { $0 }
        guard given.count <= 1 else {
            throw Refusal("a view has one period: use one of --as-of, --during and --within")
        }
        guard let (option, text) = given.first else { return .all }
        let date = try Self.date(text, option: option)
        switch option {
        case "as-of": return .asOf(date)
        case "during": return .during(date)
        default: return .within(date)
        }
    }

    private func known(_ values: [String], among ids: [String], what: String) throws -> Set<String>? {
        let words = Self.words(values)
        for word in words where !ids.contains(word) {
            let near = Suggestion.nearest(to: word, among: ids)
            throw Refusal("there is no \(what) \"\(word)\"", hint: near.map { "did you mean \"\($0)\"?" })
        }
        return words.isEmpty ? nil : Set(words)
    }

    private func rollUpRelations(_ loaded: LoadedGraph) throws -> Set<String> {
        let families = RelationFamily.allCases.map(\.rawValue)
        let words = Self.words(rollUp)
        return try known(
            words,
            among: loaded.graph.vocabulary.relations.map(\.id) + families,
            what: "relation or family"
        ) ?? []
    }

    private static func include(_ word: String, in view: inout View) throws {
        switch word {
        case "planned": view.statuses.formUnion(Claim.Status.allCases.filter { $0 != .cancelled })
        case "cancelled": view.statuses.insert(.cancelled)
        case "alleged": view.modalities.insert(.alleged)
        case "denied": view.modalities.insert(.denied)
        case "negative": view.polarities.insert(.negative)
        case "unproven": view.polarities.insert(.unproven)
        case "deprecated": view.ranks.insert(.deprecated)
        default:
            throw Refusal(
                "--include does not know \"\(word)\"",
                hint: "it takes planned, cancelled, alleged, denied, negative, unproven and deprecated"
            )
        }
    }

    /// The values of a list option: several options and commas both separate.
    static func words(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",").map(\.trimmingBlanks) }.filter { !$0.isEmpty }
    }

    static func choices<Value: RawRepresentable<String> & CaseIterable & Hashable>(
        _ values: [String],
        option: String,
        as type: Value.Type = Value.self
    ) throws -> Set<Value>? {
        let words = words(values)
        guard !words.isEmpty else { return nil }
        return Set(
            try words.map { word in
                guard let value = Value(rawValue: word) else {
                    let all = Value.allCases.map(\.rawValue)
                    let near = Suggestion.nearest(to: word, among: all)
                    throw Refusal(
                        "--\(option) does not know \"\(word)\"",
                        hint: near.map { "did you mean \"\($0)\"?" }
                            ?? "it takes \(all.joined(separator: ", "))"
                    )
                }
                return value
            }
        )
    }

    /// The value that goes by a name.
    static func named<Value>(_ name: String, option: String, among all: [(name: String, value: Value)]) throws
        -> Value
    {
        if let found = all.first(where: { $0.name == name }) { return found.value }
        let names = all.map(\.name)
        let near = Suggestion.nearest(to: name, among: names)
        throw Refusal(
            "--\(option) does not know \"\(name)\"",
            hint: near.map { "did you mean \"\($0)\"?" } ?? "it takes \(names.joined(separator: ", "))"
        )
    }

    static func date(_ text: String, option: String) throws -> EDTFDate {
        do {
            return try EDTFDate(text)
        } catch {
            throw Refusal("--\(option) \(text): \(error.message) (column \(error.column))", hint: error.hint)
        }
    }
}
