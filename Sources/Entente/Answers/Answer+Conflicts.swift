extension Answer {
    /// The answer to "where do the sources disagree?".
    ///
    /// - Parameters:
    ///   - report: what was found.
    ///   - kinds: the kinds that are listed; the others are counted.
    public init(_ report: ConflictReport, listing kinds: Set<Conflict.Kind> = Set(Conflict.Kind.allCases)) {
        self.init(
            verb: "conflicts",
            arguments: [
                .init("entities", .strings(report.entities)),
                .init("kinds", .strings(Conflict.Kind.allCases.filter(kinds.contains).map(\.rawValue))),
            ],
            sources: SourceList(report.graph)
        )
        view = report.view
        excluded = report.excluded
        let listed = report.conflicts.filter { kinds.contains($0.kind) }
        sentences = [Self.summary(report, kinds)]
        for kind in Conflict.Kind.allCases {
            let own = listed.filter { $0.kind == kind }
            if !own.isEmpty { tables.append(Self.table(own, of: kind, in: report.graph, sources: &sources)) }
        }
        value = .array(
            listed.map { conflict in
                var members: [JSONValue.Member] = [
                    .init("kind", .string(conflict.kind.rawValue)),
                    .init("about", .strings(conflict.about)),
                    .init(
                        "claims",
                        .array(conflict.sides.map { .strings(Self.ids($0, in: report.graph)) })
                    ),
                    .init("origins", .array(conflict.sides.map { .integer($0.origins) })),
                    .init("summary", .string(Self.summary(conflict))),
                    .init("says", .strings(conflict.sides.map(\.says))),
                ]
                if let assumes = conflict.assumes { members.append(.init("assumes", .string(assumes))) }
                return .object(members)
            }
        )
    }

    private static func ids(_ side: Conflict.Side, in graph: ClaimGraph) -> [String] {
        side.claims.map { graph.claims[$0].id.description }
    }

    /// "Of 571 claims compared: 3 hard conflicts, 2 conditional."
    private static func summary(_ report: ConflictReport, _ kinds: Set<Conflict.Kind>) -> String {
        let counts = Conflict.Kind.allCases.compactMap { kind -> String? in
            let count = report.conflicts.count { $0.kind == kind }
            return count == 0 || !kinds.contains(kind) ? nil : "\(count) \(kind.noun(count))"
        }
        let others = report.conflicts.count { !kinds.contains($0.kind) }
        let compared = "\(report.compared) \(report.compared == 1 ? "claim" : "claims") compared"
        let found = counts.isEmpty ? "nothing stands against anything" : ClaimText.joined(counts)
        return "\(compared): \(found)\(others > 0 ? "; \(others) of other kinds" : "")."
    }

    /// "the date of the pageant: 2000 against 2013".
    private static func summary(_ conflict: Conflict) -> String {
        let between =
            switch conflict.kind {
            case .hard, .conditional, .tension, .reversal: " against "
            case .precision, .change, .plannedActual, .identity, .placeholder: "; "
            }
        return "\(conflict.subject): \(conflict.sides.map(\.says).joined(separator: between))"
    }

    private static func table(
        _ conflicts: [Conflict],
        of kind: Conflict.Kind,
        in graph: ClaimGraph,
        sources: inout SourceList
    ) -> AnswerTable {
        var table = AnswerTable(
            title: kind.title,
            columns: [
                .init("About", isFlexible: true), .init("Says", isFlexible: true),
                .init("Origins", isNumeric: true), .init("Sources"), .init("Claims", isFlexible: true),
            ]
        )
        for conflict in conflicts {
            for (number, side) in conflict.sides.enumerated() {
                let claims = side.claims.map { graph.claims[$0] }
                table.rows.append([
                    number == 0 ? conflict.subject : "", side.says, "\(side.origins)",
                    sources.numbers(for: claims), claims.map(\.id.description).joined(separator: ", "),
                ])
            }
            if let assumes = conflict.assumes { table.rows.append(["", "if \(assumes)", "", "", ""]) }
        }
        return table
    }
}

extension Conflict.Kind {
    /// What stands over a table of them.
    var title: String {
        switch self {
        case .hard: "Hard: no reading lets both stand"
        case .conditional: "Conditional: hard if what is named is so"
        case .tension: "Tension: denied, doubted or told otherwise"
        case .precision: "Precision: the same, more and less exactly"
        case .change: "Change: each in its time"
        case .plannedActual: "Planned and actual"
        case .reversal: "Reversal: taken back, or said otherwise by the same speaker"
        case .identity: "Identity: these may be one"
        case .placeholder: "Placeholder: dates that may stand for more"
        }
    }

    fileprivate func noun(_ count: Int) -> String {
        switch self {
        case .hard: count == 1 ? "hard conflict" : "hard conflicts"
        case .conditional: "conditional"
        case .tension: count == 1 ? "tension" : "tensions"
        case .precision: count == 1 ? "difference of precision" : "differences of precision"
        case .change: count == 1 ? "change over time" : "changes over time"
        case .plannedActual: count == 1 ? "plan beside its outcome" : "plans beside their outcomes"
        case .reversal: count == 1 ? "reversal" : "reversals"
        case .identity: count == 1 ? "question of identity" : "questions of identity"
        case .placeholder: count == 1 ? "run of placeholders" : "runs of placeholders"
        }
    }
}
