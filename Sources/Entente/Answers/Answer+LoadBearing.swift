internal import EDTF

extension Answer {
    /// The answer to "what does this connection hang on?".
    public init(_ bearing: LoadBearing) {
        let network = bearing.network
        self.init(
            verb: "why",
            arguments: [.init("from", .string(bearing.from)), .init("to", .string(bearing.to))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excluded
        let text = ClaimText(graph: network.graph)
        let (from, to) = (text.name(bearing.from), text.name(bearing.to))
        guard let before = bearing.before else {
            isNo = true
            value = .array([])
            sentences = [
                "\(from) and \(to) are not connected, so nothing carries a connection; `entente path` says what would."
            ]
            return
        }
        dates = before.dates
        sentences = ["\(from) and \(to) are \(Self.told(before))."]
        let tried =
            "\(bearing.tried.claims == 1 ? "1 claim" : "\(bearing.tried.claims) claims") on the best path and "
            + "\(bearing.tried.sources == 1 ? "1 source" : "\(bearing.tried.sources) sources"), each withdrawn by itself"
        sentences.append(
            bearing.changes.isEmpty
                ? "No single claim and no single source carries this: of \(tried), none changes the answer."
                : "Of \(tried), \(bearing.changes.count == 1 ? "one changes" : "\(bearing.changes.count) change") the answer:"
        )
        var table = AnswerTable(columns: [
            .init("Without", isFlexible: true), .init("Which says", isFlexible: true),
            .init("The two would be", isFlexible: true),
            .init("Source"),
        ])
        var values: [JSONValue] = []
        for change in bearing.changes {
            let after = change.after.map(Self.told) ?? "not connected"
            let withdrawn: JSONValue
            switch change.withdrawn {
            case .claim(let id):
                let claim = network.graph.claim(id)
                table.rows.append([
                    "claim \(id)", claim.map { "\(text.content($0)), \(text.when($0))" } ?? "", after,
                    claim.map { sources.citation($0) } ?? "",
                ])
                withdrawn = .object(["claim": .string(id.description)])
            case .source(let id):
                let number =
                    network.graph.claims.first { $0.source == id }.map { "[\(sources.number(for: $0))]" }
                    ?? ""
                table.rows.append(["source \(id)", network.graph.source(id)?.title ?? "", after, number])
                withdrawn = .object(["source": .string(id)])
            }
            values.append(
                .object([
                    "withdrawn": withdrawn, "before": Self.json(before),
                    "after": change.after.map(Self.json) ?? .null,
                ])
            )
        }
        if !table.rows.isEmpty { tables = [table] }
        value = .array(values)
    }

    /// "3 hops apart, certain by date".
    private static func told(_ connection: LoadBearing.Connection) -> String {
        "\(connection.length == 1 ? "1 hop" : "\(connection.length) hops") apart, \(connection.dates) by date"
    }

    private static func json(_ connection: LoadBearing.Connection) -> JSONValue {
        .object([
            "length": .integer(connection.length), "dates": .string(connection.dates.description),
            "entities": .strings(connection.entities),
        ])
    }

    /// The answer to "what does this rank hang on?".
    public init(_ bearing: LoadBearingRank) {
        let network = bearing.network
        self.init(
            verb: "why",
            arguments: [
                .init("entity", .string(bearing.entity)), .init("rank", .string(bearing.measure.rawValue)),
            ],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        let text = ClaimText(graph: network.graph)
        let name = text.name(bearing.entity)
        guard let before = bearing.before else {
            isNo = true
            value = .array([])
            sentences = ["\(name) has no rank by \(bearing.measure.rawValue) in this view."]
            return
        }
        func json(_ rank: Int, _ score: Double) -> JSONValue {
            .object(["rank": .integer(rank), "score": .number(score)])
        }
        let tried =
            "\(bearing.tried.claims) claims and \(bearing.tried.sources) sources, each withdrawn by itself"
        sentences = [
            "\(name) has rank \(before.rank) by \(bearing.measure.rawValue).",
            bearing.changes.isEmpty
                ? "No single claim and no single source carries this: of \(tried), none changes the rank."
                : "Of \(tried), \(bearing.changes.count == 1 ? "one changes" : "\(bearing.changes.count) change") the rank:",
        ]
        var table = AnswerTable(columns: [
            .init("Without", isFlexible: true), .init("Which says", isFlexible: true),
            .init("Rank", isNumeric: true),
            .init("Source"),
        ])
        value = .array(
            bearing.changes.map { change in
                let withdrawn: JSONValue
                switch change.withdrawn {
                case .claim(let id):
                    withdrawn = .object(["claim": .string(id.description)])
                    let claim = network.graph.claim(id)
                    table.rows.append([
                        "claim \(id)", claim.map { "\(text.content($0)), \(text.when($0))" } ?? "",
                        "\(change.rank)",
                        claim.map { sources.citation($0) } ?? "",
                    ])
                case .source(let id):
                    withdrawn = .object(["source": .string(id)])
                    table.rows.append([
                        "source \(id)", network.graph.source(id)?.title ?? "", "\(change.rank)", "",
                    ])
                }
                return .object([
                    "withdrawn": withdrawn, "before": json(before.rank, before.score),
                    "after": json(change.rank, change.score),
                ])
            }
        )
        if !table.rows.isEmpty { tables = [table] }
    }
}
