extension Answer {
    /// The answer to "who is central?".
    ///
    /// - Parameters:
    ///   - intervals: how far scores and ranks can differ; nil where that was not asked.
    ///   - limit: the most rows in tables; nil for all. The value for programs has them all.
    public init(_ ranking: Ranking, intervals: RankIntervals? = nil, limit: Int? = nil) {
        let network = ranking.network
        self.init(
            verb: "rank",
            arguments: [.init("by", .string(ranking.measure.rawValue))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        isNo = ranking.rows.isEmpty
        value = .array(
            ranking.rows.enumerated().map { place, row in
                let entity = network.entity(row.vertex)
                var members: [JSONValue.Member] = [
                    .init("rank", .integer(row.rank)), .init("entity", .string(entity.id)),
                    .init("name", .string(entity.name)), .init("kind", .string(entity.kind.rawValue)),
                    .init("score", .number(row.score)),
                ]
                if let interval = intervals?.rows[place] {
                    members += [
                        .init("scoreLow", .number(interval.scoreLow)),
                        .init("scoreHigh", .number(interval.scoreHigh)),
                        .init("rankLow", .integer(interval.rankBest)),
                        .init("rankHigh", .integer(interval.rankWorst)),
                    ]
                }
                return .object(members)
            }
        )
        let shown = limit.map { Array(ranking.rows.prefix($0)) } ?? ranking.rows
        var table = AnswerTable(columns: [
            .init("Rank", isNumeric: true), .init("Entity", isFlexible: true), .init("Kind"),
            .init(ranking.measure.rawValue.capitalizedFirst, isNumeric: true), .init("Ties", isNumeric: true),
        ])
        if intervals != nil {
            table.columns.insert(.init("Ranks", isNumeric: true), at: 1)
            table.columns.insert(.init("From – to", isNumeric: true), at: 5)
        }
        var ties = Array(repeating: 0, count: network.vertices.count)
        for tie in network.ties {
            ties[tie.a] += 1
            ties[tie.b] += 1
        }
        for (place, row) in shown.enumerated() {
            let entity = network.entity(row.vertex)
            var cells = [
                String(row.rank), entity.name, entity.kind.rawValue,
                Self.digits(row.score, of: ranking.measure),
                String(ties[row.vertex]),
            ]
            if let interval = intervals?.rows[place] {
                let scores = [interval.scoreLow, interval.scoreHigh].map {
                    Self.digits($0, of: ranking.measure)
                }
                cells.insert(Self.span("\(interval.rankBest)", "\(interval.rankWorst)"), at: 1)
                cells.insert(Self.span(scores[0], scores[1]), at: 5)
            }
            table.rows.append(cells)
        }
        tables = [table]
        sentences = [
            "By \(ranking.measure.rawValue), taken on \(ranking.vertexCount) entities and \(ranking.tieCount) ties"
                + (ranking.kindsLeftOut.isEmpty
                    ? ""
                    : " (without \(ClaimText.joined(ranking.kindsLeftOut.map(\.plural))), which no path passes through)")
                + ":"
        ]
        if let intervals { tell(intervals, of: ranking) }
        if shown.count < ranking.rows.count {
            limits.append("\(shown.count) of \(ranking.rows.count) shown; --top says how many")
        }
    }

    /// "3", or "3–5".
    private static func span(_ low: String, _ high: String) -> String { low == high ? low : "\(low)–\(high)" }

    /// Says who leads whatever is believed, and what the intervals are worth.
    private mutating func tell(_ intervals: RankIntervals, of ranking: Ranking) {
        let text = ClaimText(graph: ranking.network.graph)
        func name(_ row: RankIntervals.Row) -> String { text.name(ranking.network.entity(row.vertex).id) }
        let doubted = [
            intervals.doubts.contains(.dates) ? "uncertain by date" : nil,
            intervals.doubts.contains(.disputes) ? "disputed" : nil,
        ].compactMap(\.self).joined(separator: " or ")
        let firsts = intervals.rows.filter { $0.rankBest == 1 }
        let sure = firsts.filter { $0.rankWorst == 1 }
        if let leader = sure.first, firsts.count == 1 {
            let scope =
                if case .samples = intervals.basis { "in every reading drawn" } else {
                    "whatever one believes of them"
                }
            sentences.append("\(name(leader)) is first \(scope).")
        } else if !firsts.isEmpty {
            let named = firsts.prefix(5).map(name)
            let more = firsts.count > 5 ? ["\(firsts.count - 5) others"] : []
            sentences.append("\(ClaimText.joined(named + more)) can be first.")
        }
        let counted = intervals.uncertainClaims
        sentences.insert(
            "\(counted == 1 ? "1 claim that ties is" : "\(counted) claims that tie are") \(doubted).",
            at: 1
        )
        let basis: JSONValue
        switch intervals.basis {
        case .exact:
            basis = .string("exact")
            notes.append("The intervals are exact.")
        case .bound:
            basis = .string("bound")
            notes.append(
                "Nothing lies outside of the intervals; as some claims hang together, an end need not be reached."
            )
        case .samples(let count):
            basis = .string("\(count) samples")
            notes.append(
                "The intervals are those of \(count) readings drawn by a seed; others may lie outside."
            )
        }
        beside.append(.init("intervals", basis))
        beside.append(.init("uncertainClaims", .integer(counted)))
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
