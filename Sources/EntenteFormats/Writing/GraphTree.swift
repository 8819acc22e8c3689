internal import EDTF
internal import Entente

/// A graph as the tree of maps, lists and scalars that its one-file forms write, in YAML or JSON.
///
/// Keys come in the order of their tables, ids sorted; what has its default value is left out.
struct GraphTree {
    private let graph: ClaimGraph
    /// The graph's one source, whose claims need not name it.
    private let onlySource: String?

    /// - Throws: `FormatsError.notWritable` where the graph holds what the claims format cannot.
    static func tree(of graph: ClaimGraph) throws(FormatsError) -> JSONValue {
        let tree = GraphTree(graph: graph, onlySource: graph.sources.count == 1 ? graph.sources[0].id : nil)
        try tree.checkWritable()
        return tree.root
    }

    private var root: JSONValue {
        var sections = Members<FileSection>()
        sections.add(.graph, information)
        sections.add(.relations, map(graph.ownRelations.map { ($0.id, relation($0)) }))
        if onlySource != nil {
            sections.add(.source, source(graph.sources[0]))
        } else if !graph.sources.isEmpty {
            sections.add(.sources, .array(graph.sources.map(source)))
        }
        sections.add(.entities, map(graph.entities.map { ($0.id, entity($0)) }))
        sections.members.append(.init(FileSection.claims.rawValue, .array(graph.claims.map(claim))))
        return sections.value
    }

    /// The members of a map, in the order of the keys' table.
    private struct Members<Key: FileKey> {
        var members: [JSONValue.Member] = []

        var value: JSONValue { .object(members) }

        mutating func add(_ key: Key, _ value: JSONValue?) {
            switch value {
            case nil, .array([]), .object([]): break
            case .some(let value): members.append(.init(key.rawValue, value))
            }
        }

        mutating func add(_ key: Key, _ text: String?) { add(key, text.map { JSONValue.string($0) }) }
        mutating func add(_ key: Key, flag: Bool) { add(key, flag ? JSONValue.bool(true) : nil) }
        mutating func add(_ key: Key, list: [String]) { add(key, JSONValue.strings(list)) }

        mutating func add(_ key: Key, oneOrMore list: [String]) {
            if list.count == 1 { add(key, list[0]) } else { add(key, list: list) }
        }

        /// A word, unless it is the default.
        mutating func add<Word: RawRepresentable & Equatable>(_ key: Key, _ word: Word, unless usual: Word)
        where Word.RawValue == String {
            if word != usual { add(key, word.rawValue) }
        }
    }

    private func map(_ pairs: [(String, JSONValue)]) -> JSONValue { .object(pairs.map { .init($0.0, $0.1) }) }

    private func texts(_ texts: [String: String]) -> JSONValue {
        map(texts.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
    }

    // MARK: The graph's parts

    private var information: JSONValue {
        let information = graph.information
        var members = Members<GraphKey>()
        members.add(.title, information.title)
        members.add(.description, information.description)
        members.add(.period, information.period?.description)
        members.add(.scope, information.scope)
        members.add(.seasons, information.hasSouthernSeasons ? "southern" : nil)
        return members.value
    }

    private func relation(_ relation: Relation) -> JSONValue {
        var members = Members<RelationKey>()
        members.add(.reads, relation.reads)
        members.add(.inverse, relation.inverse)
        members.add(.arity, relation.arity.rawValue)
        members.add(.subject, list: kinds(relation.subjectKinds))
        members.add(.object, list: kinds(relation.objectKinds))
        members.add(.family, relation.family.rawValue)
        members.add(.valence, relation.valence == 0 ? nil : .integer(relation.valence))
        members.add(.time, relation.time.rawValue)
        members.add(.begins, relation.begins)
        members.add(.ends, relation.ends)
        members.add(.onceOnly, flag: relation.isOnceOnly)
        members.add(.singleValued, flag: relation.isSingleValued)
        members.add(.compares, list: relation.compares)
        members.add(.milestone, flag: relation.isMilestone)
        members.add(.endsTreaty, flag: relation.endsTreaty)
        members.add(.broader, relation.broader)
        if relation.projection != .all {
            let words = Relation.Projection.names.filter { relation.projection.contains($0.projection) }.map(
                \.name
            )
            members.members.append(.init(RelationKey.projects.rawValue, .strings(words)))
        }
        return members.value
    }

    private func kinds(_ kinds: [EntityKind]) -> [String] {
        kinds == EntityKind.allCases ? ["any"] : kinds.map(\.rawValue)
    }

    private func source(_ source: Source) -> JSONValue {
        var members = Members<SourceKey>()
        members.add(.id, source.id)
        members.add(.title, source.title)
        members.add(.publisher, source.publisher)
        members.add(.published, source.published?.description)
        members.add(.url, source.url)
        members.add(.retrieved, source.retrieved?.description)
        members.add(.archived, source.archived)
        members.add(.sha256, source.sha256)
        members.add(.reliability, source.reliability?.rawValue)
        members.add(.covers, source.covers?.description)
        members.add(.derivedFrom, list: source.derivedFrom)
        members.add(.confidential, flag: source.isConfidential)
        members.add(.note, source.note)
        return members.value
    }

    private func entity(_ entity: Entity) -> JSONValue {
        var members = Members<EntityKey>()
        members.add(.kind, entity.kind.rawValue)
        members.add(.name, entity.name)
        members.add(.aliases, list: entity.aliases)
        members.add(.identifiers, texts(entity.identifiers))
        members.add(.properties, texts(entity.properties))
        members.add(.note, entity.note)
        return members.value
    }

    // MARK: Claims

    private func claim(_ claim: Claim) -> JSONValue {
        var members = Members<ClaimKey>()
        for key in ClaimKey.allCases { add(key, of: claim, to: &members) }
        return members.value
    }

    private func add(_ key: ClaimKey, of claim: Claim, to members: inout Members<ClaimKey>) {
        switch key {
        case .id: members.add(key, claim.hasWrittenID ? claim.id.local : nil)
        case .subject: members.add(key, claim.ends.subject)
        case .relation: members.add(key, claim.relation)
        case .object: members.add(key, claim.ends.object)
        case .participants: members.add(key, list: claim.ends.participants)
        case .event: members.add(key, claim.event)
        case .venue: members.add(key, oneOrMore: claim.venues)
        case .regarding: members.add(key, oneOrMore: claim.regarding)
        case .role: members.add(key, claim.role)
        case .value: members.add(key, claim.value.map(value))
        case .about: members.add(key, list: claim.about.map { reference($0, from: claim) })
        case .condition: members.add(key, claim.condition.map { condition($0, of: claim) })
        case .ordinal: members.add(key, claim.ordinal.map(ordinal))
        case .oneOf: members.add(key, claim.oneOf)
        case .when: if case .when(let date) = claim.time { members.add(key, date.description) }
        case .from: if case .span(let from, _) = claim.time { members.add(key, from?.description) }
        case .until: if case .span(_, let until) = claim.time { members.add(key, until?.description) }
        case .observed: if case .observed(let date) = claim.time { members.add(key, date.description) }
        case .dateText: members.add(key, claim.dateText)
        case .polarity: members.add(key, claim.polarity, unless: .positive)
        case .status: members.add(key, claim.status, unless: .actual)
        case .modality: members.add(key, claim.modality, unless: .asserted)
        case .attributedTo: members.add(key, list: claim.attributedTo)
        case .said: members.add(key, claim.said.map(said))
        case .via: members.add(key, claim.via)
        case .basis: members.add(key, claim.basis, unless: .stated)
        case .wording: members.add(key, claim.wording)
        case .quote: members.add(key, claim.quote)
        case .locator: members.add(key, claim.locator)
        case .credibility: members.add(key, claim.credibility.map { JSONValue.integer($0) })
        case .rank: members.add(key, claim.rank, unless: .normal)
        case .rankReason: members.add(key, claim.rankReason)
        case .source: members.add(key, onlySource == nil ? claim.source : nil)
        case .confidential: members.add(key, flag: claim.isConfidential)
        case .note: members.add(key, claim.note)
        }
    }

    /// How a claim names another one: by its id alone within one source.
    private func reference(_ id: ClaimID, from claim: Claim) -> String {
        id.source == claim.source ? id.local : id.description
    }

    private func value(_ value: ClaimValue) -> JSONValue {
        switch value {
        case .text(let text): return .string(text)
        case .number(let number, let unit, let isApproximate):
            var members = Members<ValueKey>()
            members.add(.number, JSONValue.number(number))
            members.add(.unit, unit)
            members.add(.approximate, flag: isApproximate)
            return members.value
        }
    }

    private func condition(_ condition: Claim.Condition, of claim: Claim) -> JSONValue {
        switch condition {
        case .text(let text): return .string(text)
        case .claims(let ids):
            var members = Members<ConditionKey>()
            members.add(.claims, list: ids.map { reference($0, from: claim) })
            return members.value
        }
    }

    private func ordinal(_ ordinal: Claim.Ordinal) -> JSONValue {
        var members = Members<OrdinalKey>()
        members.add(.n, JSONValue.integer(ordinal.n))
        members.add(.of, ordinal.of)
        members.add(.since, ordinal.since?.description)
        return members.value
    }

    private func said(_ said: Claim.Utterance) -> JSONValue {
        var members = Members<SaidKey>()
        members.add(.when, said.when?.description)
        members.add(.venue, said.venue)
        members.add(.event, said.event)
        return members.value
    }

    // MARK: What the format cannot hold

    private func checkWritable() throws(FormatsError) {
        for relation in graph.ownRelations { try checkID(relation.id) }
        for source in graph.sources { try checkID(source.id) }
        for entity in graph.entities { try checkID(entity.id) }
        for claim in graph.claims {
            if claim.hasWrittenID { try checkID(claim.id.local, isClaim: true) }
            if case .number(let number, _, _) = claim.value, !number.isFinite {
                throw Self.notWritable(
                    "the value \(number) of claim \(claim.id)",
                    "only finite numbers can be written"
                )
            }
            if case .claims([]) = claim.condition {
                throw Self.notWritable(
                    "the condition of claim \(claim.id)",
                    "a condition names at least one claim"
                )
            }
        }
    }

    private func checkID(_ id: String, isClaim: Bool = false) throws(FormatsError) {
        guard !FieldReader.isID(id) || id.utf8.count > 500 || isClaim && id.contains("/") else { return }
        throw Self.notWritable(
            "the id \"\(FieldReader.shortened(id))\"",
            "an id has up to 500 bytes and no blanks\(isClaim ? ", and that of a claim no \"/\"" : "")"
        )
    }

    private static func notWritable(_ what: String, _ hint: String) -> FormatsError {
        FormatsError(.notWritable, path: "", "\(what) cannot be written", hint: hint)
    }
}

extension Claim.Ends {
    fileprivate var subject: String? {
        switch self {
        case .unary(let subject), .directed(let subject, _): subject
        case .symmetric: nil
        }
    }

    fileprivate var object: String? { if case .directed(_, let object) = self { object } else { nil } }
    fileprivate var participants: [String] { if case .symmetric(let all) = self { all } else { [] } }
}
