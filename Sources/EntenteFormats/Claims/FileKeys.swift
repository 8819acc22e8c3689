internal import EDTF
internal import Entente

extension CaseIterable where Self: RawRepresentable, RawValue == String {
    /// The words that name the cases in a file.
    static var words: [String] { allCases.map(\.rawValue) }
}

extension ClaimKey: FileKey {
    static var thing: String { "claim" }

    static let rules: [ClaimKey: KeyRule] = [
        .id: KeyRule(.id(.claim), "Names the claim; unique in its source."),
        .subject: KeyRule(.id(.entity), "Who or what the claim is about."),
        .relation: KeyRule(.id(.relation), required: true, "What is said of them; see the vocabulary."),
        .object: KeyRule(.id(.entity), "The other end of a directed relation."),
        .participants: KeyRule(
            .list(of: .id(.entity), atLeast: 2),
            "All that take part, for a symmetric relation; none comes first."
        ),
        .event: KeyRule(.id(.entity), "The happening that the claim is about; an entity of kind event."),
        .venue: KeyRule(.oneOrMore(.id(.entity)), "Where it happened."),
        .regarding: KeyRule(
            .oneOrMore(.id(.entity)),
            "The treaties, policies, topics or others that it concerns."
        ),
        .role: KeyRule(.text, "In which capacity: president."),
        .value: KeyRule(.textOr(ValueKey.self), "A value that the source states."),
        .about: KeyRule(
            .oneOrMore(.id(.claim)),
            "The claims that this one accepts, doubts, takes back or contradicts; c12, or source/c12 of another source."
        ),
        .condition: KeyRule(
            .textOr(ConditionKey.self),
            "What the content hangs on; always shown with its \"if\"."
        ),
        .ordinal: KeyRule(
            .map(OrdinalKey.self),
            "\"The first …\": implies that there was none before in that scope."
        ),
        .oneOf: KeyRule(.text, "A tag; claims of one source with the same tag are alternatives."),
        .when: KeyRule(.date, "When it happened, or how long it held (EDTF)."),
        .from: KeyRule(.date, "When a spell began (EDTF)."),
        .until: KeyRule(.date, "When a spell ended (EDTF)."),
        .observed: KeyRule(
            .date,
            "A time at which the state held; nothing is said of before and after (EDTF)."
        ),
        .dateText: KeyRule(.text, "The source's own words for the time: on Monday."),
        .polarity: KeyRule(.choice(Claim.Polarity.words), "Whether the content is said to be so."),
        .status: KeyRule(.choice(Claim.Status.words), "Whether it has happened or is planned."),
        .modality: KeyRule(.choice(Claim.Modality.words), "In which voice the source says it."),
        .attributedTo: KeyRule(
            .list(of: .id(.entity)),
            "Who is said to have said so, outermost speaker first."
        ),
        .said: KeyRule(.map(SaidKey.self), "When and where it was said, apart from when it happened."),
        .via: KeyRule(.text, "The wire or outlet that the source cites: a source's id, or its name."),
        .basis: KeyRule(.choice(Claim.Basis.words), "How the claim was got from the source."),
        .wording: KeyRule(.text, "The source's own verb."),
        .quote: KeyRule(.text, "The source's own words."),
        .locator: KeyRule(.text, "Where in the source: §2 ¶1."),
        .credibility: KeyRule(
            .integer(1...6),
            "Admiralty credibility, 1 confirmed by others to 6 cannot be judged."
        ),
        .rank: KeyRule(
            .choice(Claim.Rank.words),
            "Whether the analyst prefers the claim or has set it aside."
        ),
        .rankReason: KeyRule(.text, "Why it has that rank."),
        .source: KeyRule(
            .id(.source),
            "The source that makes the claim; needed where a file does not hold just one."
        ),
        .confidential: KeyRule(.boolean, "Whether the claim must not leave the graph."),
        .note: KeyRule(.text, "An analyst's remark."),
    ]
}

/// The keys of a stated value.
enum ValueKey: String, FileKey {
    case number, unit, approximate

    static let thing = "value"
    static let rules: [ValueKey: KeyRule] = [
        .number: KeyRule(.number, required: true, "The number."),
        .unit: KeyRule(.text, "What it counts: percent."),
        .approximate: KeyRule(.boolean, "Whether the source says about or some."),
    ]
}

/// The keys of a condition that is claims.
enum ConditionKey: String, FileKey {
    case claims

    static let thing = "condition"
    static let rules: [ConditionKey: KeyRule] = [
        .claims: KeyRule(.list(of: .id(.claim), atLeast: 1), required: true, "The claims that must hold.")
    ]
}

/// The keys of an ordinal.
enum OrdinalKey: String, FileKey {
    case n, of, since

    static let thing = "ordinal"
    static let rules: [OrdinalKey: KeyRule] = [
        .n: KeyRule(.integer(1...Int.max), required: true, "1 for the first."),
        .of: KeyRule(.text, "The scope counted: in-person."),
        .since: KeyRule(.date, "The date that counting starts from (EDTF)."),
    ]
}

/// The keys of an utterance.
enum SaidKey: String, FileKey {
    case when, venue, event

    static let thing = "said"
    static let rules: [SaidKey: KeyRule] = [
        .when: KeyRule(.date, "When it was said (EDTF)."),
        .venue: KeyRule(.id(.entity), "Where it was said."),
        .event: KeyRule(.id(.entity), "At which event it was said."),
    ]
}

/// The keys of a source.
enum SourceKey: String, FileKey {
    case id, title, publisher, published, url, retrieved, archived, sha256, reliability, covers, derivedFrom
    case confidential, note

    static let thing = "source"
    static let rules: [SourceKey: KeyRule] = [
        .id: KeyRule(.id(.source), required: true, "Names the source; unique in the graph."),
        .title: KeyRule(.text, required: true, "Its title."),
        .publisher: KeyRule(.text, "Who published it."),
        .published: KeyRule(.date, "When it was published (EDTF)."),
        .url: KeyRule(.text, "Its address."),
        .retrieved: KeyRule(.date, "When it was retrieved (EDTF)."),
        .archived: KeyRule(.text, "The address of an archived copy."),
        .sha256: KeyRule(.text, "The checksum of the text that was read."),
        .reliability: KeyRule(
            .choice(Source.Reliability.words),
            "Admiralty reliability, A completely reliable to F cannot be judged."
        ),
        .covers: KeyRule(.date, "The period that it can speak of (EDTF)."),
        .derivedFrom: KeyRule(.list(of: .id(.source)), "The sources that it was made from."),
        .confidential: KeyRule(
            .boolean,
            "Whether title, address, locators, quotations and speakers must not leave the graph."
        ),
        .note: KeyRule(.text, "An analyst's remark."),
    ]
}

/// The keys of an entity.
enum EntityKey: String, FileKey {
    case kind, name, aliases, identifiers, properties, note

    static let thing = "entity"
    static let rules: [EntityKey: KeyRule] = [
        .kind: KeyRule(.choice(EntityKind.words), required: true, "What sort of thing it is."),
        .name: KeyRule(.text, required: true, "Its name."),
        .aliases: KeyRule(.list(of: .text), "Other names that it is found by."),
        .identifiers: KeyRule(.texts, "Its identifiers in other systems: wikidata: Q30."),
        .properties: KeyRule(.texts, "Anything else about it."),
        .note: KeyRule(.text, "An analyst's remark."),
    ]
}

/// The keys of a relation of a graph's own vocabulary.
enum RelationKey: String, FileKey {
    case reads, inverse, arity, subject, object, family, valence, time, begins, ends, onceOnly, singleValued,
        compares
    case milestone, endsTreaty, broader, projects

    static let thing = "relation"
    private static let kinds = ["any"] + EntityKind.words
    static let rules: [RelationKey: KeyRule] = [
        .reads: KeyRule(.text, required: true, "How it reads from subject to object."),
        .inverse: KeyRule(.text, "How it reads from object to subject; needed for a directed relation."),
        .arity: KeyRule(
            .choice(["unary", "directed", "symmetric"]),
            "How many ends it has; directed unless said."
        ),
        .subject: KeyRule(
            .list(of: .choice(kinds), atLeast: 1),
            required: true,
            "The kinds at the subject's end."
        ),
        .object: KeyRule(
            .list(of: .choice(kinds)),
            "The kinds at the object's end; those of the subject in a symmetric relation."
        ),
        .family: KeyRule(.choice(RelationFamily.words), required: true, "What sort of dealing it is."),
        .valence: KeyRule(.integer(-1...1), "1 for a friendly tie, -1 for a hostile one, 0 for neither."),
        .time: KeyRule(
            .choice(["contact", "spell"]),
            "Whether it happened once or held for a time; contact unless said."
        ),
        .begins: KeyRule(.id(.relation), "The spell that it begins."),
        .ends: KeyRule(.id(.relation), "The spell that it ends."),
        .onceOnly: KeyRule(.boolean, "Whether it can happen only once to the same ends."),
        .singleValued: KeyRule(.boolean, "Whether a subject can stand in it to one object only at a time."),
        .compares: KeyRule(
            .list(of: .text),
            "The units of values that can be compared between claims of it."
        ),
        .milestone: KeyRule(.boolean, "Whether it is a step in the life of a treaty or policy."),
        .endsTreaty: KeyRule(.boolean, "Whether it ends a treaty as such."),
        .broader: KeyRule(.id(.relation), "The relation that it is a special case of."),
        .projects: KeyRule(
            .list(of: .choice(Relation.Projection.names.map(\.name))),
            "Which pairs of a claim's entities it ties; all unless said."
        ),
    ]
}

extension Relation.Projection {
    /// The words for the projections, in the order of writing.
    static let names: [(name: String, projection: Relation.Projection)] = [
        ("ends", .ends), ("venue", .venue), ("event", .event), ("regarding", .regarding),
    ]
}

/// What a graph says of itself: the keys of `graph.yaml`, and of `graph` where one file holds it all.
enum GraphKey: String, FileKey {
    case title, description, period, scope, seasons

    static let thing = "graph"
    static let rules: [GraphKey: KeyRule] = [
        .title: KeyRule(.text, "The graph's title."),
        .description: KeyRule(.text, "What it is about."),
        .period: KeyRule(.date, "The period that its sources cover (EDTF)."),
        .scope: KeyRule(.text, "What its sources were searched for, in words."),
        .seasons: KeyRule(.choice(["northern", "southern"]), "The hemisphere whose seasons dates name."),
    ]
}

/// The sections of a claims file.
enum FileSection: String, FileKey {
    case graph, relations, source, sources, entities, claims

    static let thing = "file"
    static let rules: [FileSection: KeyRule] = [
        .graph: KeyRule(
            .map(GraphKey.self),
            "What the graph says of itself, where one file holds all of it."
        ),
        .relations: KeyRule(.mapsByID(.relation, RelationKey.self), "The graph's own relations."),
        .source: KeyRule(.map(SourceKey.self), "The one source of this file's claims."),
        .sources: KeyRule(.maps(SourceKey.self), "Several sources; each claim then names its own."),
        .entities: KeyRule(.mapsByID(.entity, EntityKey.self), "Who and what the claims are about, by id."),
        .claims: KeyRule(.maps(ClaimKey.self), "What the sources say."),
    ]

    /// The sections that may be large and are read item by item.
    static let streamed: [FileSection] = [.relations, .sources, .entities, .claims]
    static let streamedNames = Set(streamed.map(\.rawValue))
}

/// Facts about the keys that other readers of the text need.
enum FileKeys {
    /// The keys whose values are dates, in any map.
    static let dates: Set<String> = {
        var names: Set<String> = []
        let all: [any FileKey.Type] = [
            ClaimKey.self, OrdinalKey.self, SaidKey.self, SourceKey.self, GraphKey.self,
        ]
        for keys in all {
            for (name, rule) in keys.orderedRules {
                if case .date = rule.shape { names.insert(name) }
            }
        }
        return names
    }()
}
