internal import Entente

extension FieldReader {
    /// The text of a valid field, shared with equal ones.
    func string(_ node: TextNode?) -> String? { node?.text.map(reading.intern) }

    /// The texts of a valid list, or of one value.
    func strings(_ node: TextNode?) -> [String] {
        guard let node else { return [] }
        if case .list(let items) = node.content { return items.compactMap { string($0) } }
        return string(node).map { [$0] } ?? []
    }

    private func texts(_ node: TextNode?) -> [String: String] {
        guard case .map(let pairs) = node?.content else { return [:] }
        var texts: [String: String] = [:]
        for pair in pairs {
            if let key = string(pair.key), let value = string(pair.value) { texts[key] = value }
        }
        return texts
    }

    // MARK: The graph itself

    /// Reads what the graph says of itself.
    func readInformation(_ node: TextNode) {
        if let first = reading.informationPlace {
            report(
                "duplicate-graph",
                at: node,
                "the graph's information is given twice",
                hint: "it is first given at \(first); keep one of the two"
            )
            return
        }
        reading.informationPlace = location(of: node)
        guard let fields = fields(of: node, as: GraphKey.self) else { return }
        reading.draft.information = ClaimGraph.Information(
            title: string(fields[.title]),
            description: string(fields[.description]),
            period: fields[.period].flatMap { date(of: $0, under: "period") },
            scope: string(fields[.scope]),
            hasSouthernSeasons: fields[.seasons]?.text == "southern"
        )
    }

    // MARK: Sources

    /// Reads a source; returns its id where it has one.
    func readSource(_ node: TextNode) -> String? {
        guard let fields = fields(of: node, as: SourceKey.self) else { return nil }
        guard let id = string(fields[.id]) else {
            // Claims may name it: one that cannot be named at all is no fault of theirs.
            if !fields.given.contains(.id) { return nil }
            reading.draft.unread.hasFiles = true
            return nil
        }
        guard let title = string(fields[.title]) else {
            reading.draft.unread.sources.insert(id)
            return id
        }
        reading.draft.sources.append(
            Source(
                id: id,
                title: title,
                publisher: string(fields[.publisher]),
                published: fields[.published].flatMap { date(of: $0, under: "published") },
                url: string(fields[.url]),
                retrieved: fields[.retrieved].flatMap { date(of: $0, under: "retrieved") },
                archived: string(fields[.archived]),
                sha256: string(fields[.sha256]),
                reliability: fields[.reliability]?.text.flatMap(Source.Reliability.init(rawValue:)),
                covers: fields[.covers].flatMap { date(of: $0, under: "covers") },
                derivedFrom: strings(fields[.derivedFrom]),
                isConfidential: fields[.confidential]?.text == "true",
                note: string(fields[.note]),
                location: location(of: node)
            )
        )
        return id
    }

    // MARK: Entities

    func readEntity(_ id: String, key: TextNode, _ node: TextNode) {
        guard let fields = fields(of: node, as: EntityKey.self),
            let kind = fields[.kind]?.text.flatMap(EntityKind.init(rawValue:)),
            let name = string(fields[.name])
        else {
            reading.draft.unread.entities.insert(id)
            return
        }
        reading.draft.entities.append(
            Entity(
                id: id,
                kind: kind,
                name: name,
                aliases: strings(fields[.aliases]),
                identifiers: texts(fields[.identifiers]),
                properties: texts(fields[.properties]),
                note: string(fields[.note]),
                location: location(of: key)
            )
        )
    }

    // MARK: Relations

    func readRelation(_ id: String, key: TextNode, _ node: TextNode) {
        guard let fields = fields(of: node, as: RelationKey.self), fields.isSound,
            let relation = relation(id, fields, at: node)
        else {
            reading.draft.unread.relations.insert(id)
            return
        }
        reading.draft.relations.append(GraphDraft.OwnRelation(relation, location: location(of: key)))
    }

    private func relation(_ id: String, _ fields: Fields<RelationKey>, at node: TextNode) -> Relation? {
        let arity = fields[.arity]?.text.flatMap(Relation.Arity.init(rawValue:)) ?? .directed
        guard let reads = string(fields[.reads]),
            let family = fields[.family]?.text.flatMap(RelationFamily.init(rawValue:))
        else { return nil }
        let subject = kinds(fields[.subject])
        var object = kinds(fields[.object])
        var inverse = string(fields[.inverse])
        switch arity {
        case .unary:
            if let written = fields[.object], !object.isEmpty {
                report(
                    "wrong-arity",
                    at: written,
                    "a unary relation has no object",
                    hint: "remove \"object\""
                )
                return nil
            }
            inverse = inverse ?? reads
        case .symmetric:
            if fields[.object] == nil { object = subject }
            inverse = inverse ?? reads
        case .directed:
            if object.isEmpty {
                report(
                    "missing-key",
                    at: node,
                    "the directed relation \"\(id)\" has no \"object\"",
                    hint: "object: \(RelationKey.rules[.object]?.summary ?? "")"
                )
                return nil
            }
        }
        guard let inverse else {
            report(
                "missing-key",
                at: node,
                "the directed relation \"\(id)\" has no \"inverse\"",
                hint: "inverse: \(RelationKey.rules[.inverse]?.summary ?? "")"
            )
            return nil
        }
        var projection = Relation.Projection.all
        if let written = fields[.projects] {
            let words = strings(written)
            projection = []
            for (name, one) in Relation.Projection.names where words.contains(name) { projection.insert(one) }
        }
        return Relation(
            id: id,
            reads: reads,
            inverse: inverse,
            arity: arity,
            subject: subject,
            object: object,
            family: family,
            valence: fields[.valence]?.text.flatMap { Int($0) } ?? 0,
            time: fields[.time]?.text.flatMap(Relation.Time.init(rawValue:)) ?? .contact,
            begins: string(fields[.begins]),
            ends: string(fields[.ends]),
            isOnceOnly: fields[.onceOnly]?.text == "true",
            isSingleValued: fields[.singleValued]?.text == "true",
            compares: strings(fields[.compares]),
            isMilestone: fields[.milestone]?.text == "true",
            endsTreaty: fields[.endsTreaty]?.text == "true",
            broader: string(fields[.broader]),
            projection: projection
        )
    }

    private func kinds(_ node: TextNode?) -> [EntityKind] {
        let words = strings(node)
        if words.contains("any") { return EntityKind.allCases }
        return words.compactMap(EntityKind.init(rawValue:))
    }
}
