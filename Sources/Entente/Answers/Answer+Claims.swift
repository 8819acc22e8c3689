internal import EDTF

extension Answer {
    /// The answer to "what is claimed of these?".
    ///
    /// Where no positive claim is found but one that negates it, the answer is "no".
    public init(_ query: ClaimQuery) {
        let network = query.network
        self.init(
            verb: "claims",
            arguments: [.init("entities", .strings(query.entities)), .init("any", .bool(query.takesAny))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excluded
        let maker = RowMaker(network)
        let rows = maker.chronological(query.counted)
        let against = maker.chronological(query.negative)
        let names = ClaimText.joined(query.entities.map(maker.text.name))
        let count = rows.count == 1 ? "1 claim" : "\(rows.count) claims"
        let subject = names.isEmpty ? "" : query.takesAny ? " names one of \(names)" : " names \(names)"
        if rows.isEmpty {
            sentences = [
                against.isEmpty
                    ? "No claim of the view\(subject)."
                    : "No: no claim of the view\(subject), and \(against.count == 1 ? "one says" : "\(against.count) say") that it is not so."
            ]
        } else {
            sentences = [
                "\(count) of the view\(rows.count == 1 ? subject : subject.replacing("names", with: "name"))."
            ]
        }
        isNo = rows.isEmpty
        if !rows.isEmpty { tables.append(maker.table(rows, sources: &sources)) }
        if !against.isEmpty {
            tables.append(maker.table(against, title: "Not so, or without proof", sources: &sources))
        }
        value = .array(rows.map { $0.json(maker.text) })
        beside.append(.init("against", .array(against.map { $0.json(maker.text) })))
        dates = rows.map(\.dates).max()
        if against.isEmpty { noteCoverage(network) }
    }

    /// The answer to "who or what is this?".
    public init(showing id: String, in network: Network) throws(AnalysisError) {
        let query = try network.claims(naming: [id])
        self.init(verb: "show", arguments: [.init("entity", .string(id))], sources: SourceList(network.graph))
        view = network.view
        noteKnowledge(network)
        excluded = network.excluded
        guard let entity = network.graph.entity(id) else { return }
        let maker = RowMaker(network)
        sentences = [Self.description(of: entity)]
        if let note = entity.note { sentences.append(note) }
        var rows = query.counted
        rows += query.negative
        let all = maker.chronological(rows)
        sentences.append(
            all.isEmpty
                ? "No claim of the view names it."
                : "\(all.count == 1 ? "1 claim names" : "\(all.count) claims name") it, \(query.negative.count) of them against something."
        )
        if query.negative.isEmpty, !all.isEmpty {
            sentences[sentences.count - 1] =
                all.count == 1 ? "1 claim names it." : "\(all.count) claims name it."
        }
        if !all.isEmpty { tables.append(maker.table(all, sources: &sources)) }
        value = .array(all.map { $0.json(maker.text) })
        beside.append(
            .init(
                "entity",
                .object([
                    "id": .string(entity.id), "kind": .string(entity.kind.rawValue),
                    "name": .string(entity.name),
                    "aliases": .strings(entity.aliases),
                    "identifiers": .object(
                        entity.identifiers.keys.sorted().map {
                            .init($0, .string(entity.identifiers[$0] ?? ""))
                        }
                    ),
                    "properties": .object(
                        entity.properties.keys.sorted().map {
                            .init($0, .string(entity.properties[$0] ?? ""))
                        }
                    ),
                ])
            )
        )
    }

    private static func description(of entity: Entity) -> String {
        var text = "\(entity.name) (\(entity.id)) is \(entity.kind.withArticle)"
        if !entity.aliases.isEmpty { text += ", also called \(ClaimText.joined(entity.aliases))" }
        for key in entity.identifiers.keys.sorted() { text += "; \(key) \(entity.identifiers[key] ?? "")" }
        for key in entity.properties.keys.sorted() { text += "; \(key): \(entity.properties[key] ?? "")" }
        return text + "."
    }

    /// The dealings of some entities, or of all, in order of time.
    ///
    /// - Parameters:
    ///   - ids: entities; with none, every claim of the view is told.
    ///   - byLanes: whether tables are by entity: a lane for each that was named, or for each actor, and one for what has
    ///     no date.
    public init(timelineOf ids: [String], byLanes: Bool = false, in network: Network) throws(AnalysisError) {
        let query = try network.claims(naming: ids, any: true)
        self.init(
            verb: "timeline",
            arguments: [.init("entities", .strings(ids))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excluded
        let maker = RowMaker(network)
        let rows = maker.chronological(query.counted)
        let dated = rows.filter { !$0.claim.time.isUndated }
        let undated = rows.filter { $0.claim.time.isUndated }
        isNo = rows.isEmpty
        let whose = ids.isEmpty ? "" : " of \(ClaimText.joined(ids.map(maker.text.name)))"
        sentences = [
            rows.isEmpty
                ? "No claim of the view tells of dealings\(whose)."
                : "\(dated.count) dated and \(undated.count) undated claims\(whose), the earliest first."
        ]
        let lanes = Self.lanes(of: dated, for: ids, in: network.graph)
        if byLanes {
            for lane in lanes {
                tables.append(maker.table(lane.rows, title: maker.text.name(lane.entity), sources: &sources))
            }
        } else if !dated.isEmpty {
            tables.append(maker.table(dated, sources: &sources))
        }
        if !undated.isEmpty {
            tables.append(maker.table(undated, title: "Undated, in no order", sources: &sources))
        }
        value = .array(rows.map { $0.json(maker.text) })
        beside.append(
            .init(
                "lanes",
                .array(
                    lanes.map { lane in
                        .object(["entity": .string(lane.entity), "spans": .array(lane.rows.map(\.span))])
                    }
                )
            )
        )
        beside.append(.init("undated", .strings(undated.map(\.claim.id.description))))
        noteCoverage(network)
    }

    /// A lane for each entity asked for, else for each actor that takes part in something dated, in the order of ids.
    private static func lanes(of rows: [ClaimRow], for ids: [String], in graph: ClaimGraph)
        -> [(entity: String, rows: [ClaimRow])]
    {
        var lanes: [String: [ClaimRow]] = [:]
        for row in rows {
            let inside =
                ids.isEmpty
                ? row.claim.ends.entities.filter { graph.entity($0)?.kind.isActor ?? false }
                : ids.filter(row.claim.names)
            for id in Set(inside) { lanes[id, default: []].append(row) }
        }
        return lanes.keys.sorted().map { ($0, lanes[$0] ?? []) }
    }

    /// The surroundings of an entity.
    public init(_ ego: EgoNetwork) {
        let network = ego.network
        self.init(
            verb: "ego",
            arguments: [.init("entity", .string(ego.ego)), .init("radius", .integer(ego.radius))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        isNo = ego.members.isEmpty
        let maker = RowMaker(network)
        let name = maker.text.name(ego.ego)
        guard !ego.members.isEmpty else {
            sentences = ["None of the \(network.tyingCount) claims counted ties \(name) to anybody."]
            value = .array([])
            noteCoverage(network)
            return
        }
        let others = ego.members.count - 1
        let hops = ego.radius == 1 ? "1 hop" : "\(ego.radius) hops"
        sentences = [
            "\(others) \(others == 1 ? "entity is" : "entities are") within \(hops) of \(name), with "
                + "\(ego.ties.count) \(ego.ties.count == 1 ? "tie" : "ties") among them."
        ]
        let certain = ego.dates.dropFirst().count { $0 == .certain }
        if certain < others {
            sentences.append(
                "\(certain == 0 ? "None" : "\(certain)") of them \(certain == 1 ? "is" : "are") in every reading of the dates"
                    + (ego.isBound
                        ? ", or more: the readings are too many to go through." : ", the others in some.")
            )
        }
        tables = [table(of: ego, maker)]
        let places = Set(ego.ties.flatMap { network.claims(of: network.ties[$0]) })
        let rows = maker.chronological(places.sorted())
        for row in rows { _ = sources.number(for: row.claim) }
        value = .array(rows.map { $0.json(maker.text) })
        beside.append(
            .init(
                "members",
                .array(
                    zip(ego.members, ego.farthest).map { member, farthest in
                        .object([
                            "entity": .string(network.entity(member.vertex).id),
                            "name": .string(network.entity(member.vertex).name),
                            "hops": .integer(member.distance),
                            "mostHops": farthest.map(JSONValue.integer) ?? .null,
                            "dates": .string((farthest == nil ? Certainty.possible : .certain).description),
                        ])
                    }
                )
            )
        )
    }

    /// One row for each entity but the ego: its best tie to those nearer.
    private mutating func table(of ego: EgoNetwork, _ maker: RowMaker) -> AnswerTable {
        let network = ego.network
        var table = AnswerTable(columns: [
            .init("Hops", isNumeric: true), .init("Entity", isFlexible: true), .init("Kind"),
            .init("Tie to those nearer", isFlexible: true), .init("When", isFlexible: true),
            .init("Claims", isNumeric: true), .init("Dates"),
            .init("Source"),
        ])
        let showsDates = ego.farthest.contains { $0 == nil }
        let distances = Dictionary(uniqueKeysWithValues: ego.members.map { ($0.vertex, $0.distance) })
        var nearer: [Int: [Tie]] = [:]
        for tie in ego.ties.map({ network.ties[$0] }) {
            guard let a = distances[tie.a], let b = distances[tie.b], a != b else { continue }
            nearer[a > b ? tie.a : tie.b, default: []].append(tie)
        }
        for (member, dates) in zip(ego.members, ego.dates).dropFirst() {
            guard let ties = nearer[member.vertex], let best = ties.first?.edges.first else { continue }
            let edge = network.edges[best]
            let other = edge.from == member.vertex ? edge.to : edge.from
            let claims = Set(ties.flatMap(network.claims)).sorted().map { network.graph.claims[$0] }
            let entity = network.entity(member.vertex)
            table.rows.append([
                String(member.distance), entity.name, entity.kind.rawValue,
                "\(network.reading(edge, from: member.vertex)) \(network.entity(other).name)",
                maker.text.when(network.claim(edge)), String(claims.count),
                showsDates ? dates.description : "",
                sources.numbers(for: claims),
            ])
        }
        return table
    }
}
