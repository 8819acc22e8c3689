internal import EDTF

extension Answer {
    /// The answer to "what became of this treaty?".
    public init(_ status: TreatyStatus) {
        let network = status.network
        self.init(
            verb: "status",
            arguments: [.init("treaty", .string(status.treaty)), .init("party", .optional(status.party))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excluded
        let text = ClaimText(graph: network.graph)
        let name = text.name(status.treaty)
        isNo = status.milestones.isEmpty
        let maker = RowMaker(network)
        let against = maker.chronological(status.negative)
        let contested = JSONValue.strings(status.contested)
        if status.milestones.isEmpty {
            let whose = status.party.map { " of \(text.name($0))" } ?? ""
            sentences = [
                "No claim of the view tells of a step\(whose) in the life of \(name)"
                    + (against.isEmpty ? "." : "; what is told is that a step was not taken.")
            ]
            value = .array([])
            beside = [
                .init("state", .array([])), .init("contested", contested),
                .init("against", .array(against.map { $0.json(text) })),
            ]
            if !against.isEmpty {
                tables = [maker.table(against, title: "Not so, or without proof", sources: &sources)]
            }
            return
        }
        sentences = [Self.summary(status, name: name, text: text, sources: &sources)]
        sentences += status.contested.map { "Contested: \($0)." }
        let asks = network.view.period != .all
        var columns = [AnswerTable.Column("When", isFlexible: true), .init("Milestone", isFlexible: true)]
        if asks { columns.append(.init("By then")) }
        columns += [.init("Voice", isFlexible: true), .init("Source", isFlexible: true), .init("Id")]
        var table = AnswerTable(columns: columns)
        let origins = Origins(network.graph)
        var values: [JSONValue] = []
        for milestone in status.milestones {
            let claim = network.graph.claims[milestone.claim]
            let support = Support(
                modality: claim.modality,
                origins: origins.count([claim]),
                isDisputed: !milestone.opposition.isEmpty,
                basis: claim.basis,
                isPlanned: claim.status.isPlanned
            )
            var cells = [text.when(claim), text.content(claim)]
            if asks { cells.append(milestone.dates == .impossible ? "not yet" : milestone.dates.description) }
            cells += [text.voice(claim), sources.citation(claim), claim.id.local]
            table.rows.append(cells)
            values.append(
                .object([
                    "milestone": .string(claim.relation), "party": .optional(milestone.party),
                    "when": .optional(text.edtf(claim)), "dates": .string(milestone.dates.description),
                    "support": support.json, "claims": .strings([claim.id.description]),
                ])
            )
        }
        tables = [table]
        if !against.isEmpty {
            tables.append(maker.table(against, title: "Not so, or without proof", sources: &sources))
        }
        value = .array(values)
        dates = status.findings.map(\.dates).max()
        beside = [
            .init(
                "state",
                .array(
                    status.findings.map { finding in
                        .object([
                            "state": .string(finding.state.rawValue),
                            "dates": .string(finding.dates.description),
                            "implied": .bool(finding.isImplied),
                            "claims": .strings(
                                finding.claims.map { network.graph.claims[$0].id.description }
                            ),
                        ])
                    }
                )
            ),
            .init("contested", contested),
            .init("against", .array(against.map { $0.json(text) })),
        ]
    }

    /// "INF Treaty, as of 2020-01-01: ceased to be in force (certain) [1]".
    private static func summary(
        _ status: TreatyStatus,
        name: String,
        text: ClaimText,
        sources: inout SourceList
    ) -> String {
        var parts: [String] = []
        for finding in status.findings {
            let claims = finding.claims.map { status.network.graph.claims[$0] }
            let who = finding.state == .left ? status.party.map { " by \(text.name($0))" } ?? "" : ""
            let how = finding.isImplied ? "by implication of its end, possible" : finding.dates.description
            let cited = claims.isEmpty ? "" : " " + sources.numbers(for: claims)
            parts.append("\(finding.state.rawValue)\(who) (\(how))\(cited)")
        }
        let when = status.network.view.parts().first { $0.hasPrefix("as of") }.map { ", \($0)" } ?? ""
        return "\(name)\(when): \(parts.joined(separator: "; "))."
    }
}
