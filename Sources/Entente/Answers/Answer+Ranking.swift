extension Answer {
    /// The answer to "who is central?".
    ///
    /// - Parameter limit: the most rows in tables; nil for all. The value for programs has them all.
    public init(_ ranking: Ranking, limit: Int? = nil) {
        let network = ranking.network
        self.init(
            verb: "rank",
            arguments: [.init("by", .string(ranking.measure.rawValue))],
            sources: SourceList(network.graph)
        )
        view = network.view
        excluded = network.excludedFromTies
        isNo = ranking.rows.isEmpty
        value = .array(
            ranking.rows.map { row in
                let entity = network.entity(row.vertex)
                return .object([
                    "rank": .integer(row.rank), "entity": .string(entity.id), "name": .string(entity.name),
                    "kind": .string(entity.kind.rawValue), "score": .number(row.score),
                ])
            }
        )
        let shown = limit.map { Array(ranking.rows.prefix($0)) } ?? ranking.rows
        var table = AnswerTable(columns: [
            .init("Rank", isNumeric: true), .init("Entity", isFlexible: true), .init("Kind"),
            .init(ranking.measure.rawValue.capitalizedFirst, isNumeric: true), .init("Ties", isNumeric: true),
        ])
        var ties = Array(repeating: 0, count: network.vertices.count)
        for tie in network.ties {
            ties[tie.a] += 1
            ties[tie.b] += 1
        }
        for row in shown {
            let entity = network.entity(row.vertex)
            table.rows.append([
                String(row.rank), entity.name, entity.kind.rawValue,
                Self.digits(row.score, of: ranking.measure),
                String(ties[row.vertex]),
            ])
        }
        tables = [table]
        sentences = [
            "By \(ranking.measure.rawValue), taken on \(ranking.vertexCount) entities and \(ranking.tieCount) ties"
                + (ranking.kindsLeftOut.isEmpty
                    ? ""
                    : " (without \(ClaimText.joined(ranking.kindsLeftOut.map(\.plural))), which no path passes through)")
                + ":"
        ]
        if shown.count < ranking.rows.count {
            limits.append("\(shown.count) of \(ranking.rows.count) shown; --top says how many")
        }
    }

    /// Counts as they are, shares to four decimals.
    static func digits(_ score: Double, of measure: CentralityMeasure) -> String {
        switch measure {
        case .degree, .strength: return String(Int(score))
        default:
            guard score.isFinite, score >= 0, score < 1e12 else { return "\(score)" }
            let scaled = Int((score * 10_000).rounded())
            let fraction = String(scaled % 10_000)
            return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - fraction.count) + fraction
        }
    }
}

extension String {
    /// The text with its first letter made a capital.
    package var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
