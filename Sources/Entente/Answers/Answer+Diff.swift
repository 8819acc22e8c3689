extension Answer {
    /// The answer to "what changed?".
    public init(_ diff: GraphDiff) {
        let new = diff.new.graph
        self.init(
            verb: "diff",
            arguments: [.init("versions", .bool(diff.isOfVersions))],
            sources: SourceList(new)
        )
        view = diff.new.view
        let makers = (RowMaker(diff.old), RowMaker(diff.new))
        let counted = Set(diff.new.counted)
        func row(_ change: GraphDiff.ClaimChange) -> (ClaimRow, RowMaker) {
            if let after = change.after, counted.contains(after) || change.before == nil {
                return (makers.1.row(after), makers.1)
            }
            return (makers.0.row(change.before ?? 0), makers.0)
        }
        func json(_ changes: [GraphDiff.ClaimChange]) -> JSONValue {
            .array(
                changes.map { change in
                    let (row, maker) = row(change)
                    guard case .object(var members) = row.json(maker.text) else { return .null }
                    if !change.fields.isEmpty { members.append(.init("changes", .strings(change.fields))) }
                    return .object(members)
                }
            )
        }
        let declarations: [JSONValue.Member] =
            diff.isOfVersions ? [.init("declarations", .strings(diff.declarations))] : []
        value = .object(
            [
                .init("added", json(diff.added)), .init("ended", json(diff.ended)),
                .init("changed", json(diff.changed)),
                .init("disputed", json(diff.disputed)),
                .init(
                    "answers",
                    .array(
                        diff.answers.map { change in
                            .object([
                                "question": .string(change.question), "before": .string(change.before),
                                "after": .string(change.after),
                                "claims": .strings(change.claims.map(\.description)),
                            ])
                        }
                    )
                ),
            ] + declarations
        )
        let counts = [
            (diff.added.count, "added"), (diff.ended.count, "ended"), (diff.changed.count, "changed"),
            (diff.disputed.count, "newly disputed"),
        ]
        sentences = [
            "Claims: " + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
                + ". \(diff.answers.count == 1 ? "1 answer differs" : "\(diff.answers.count) answers differ")."
        ]
        if !diff.isOfVersions {
            sentences.append(
                "From \(diff.old.view.parts().first ?? "") to \(diff.new.view.parts().first ?? "")."
            )
        }
        let groups = [
            ("Added", diff.added), ("Ended or gone", diff.ended), ("Changed", diff.changed),
            ("Newly disputed", diff.disputed),
        ]
        for (title, changes) in groups where !changes.isEmpty {
            var table = AnswerTable(
                title: title,
                columns: [
                    .init("When", isFlexible: true), .init("Claim", isFlexible: true),
                    .init("Changes", isFlexible: true),
                    .init("Source"), .init("Id"),
                ]
            )
            for change in changes {
                let (row, maker) = row(change)
                let isOld = new.source(row.claim.source) == nil
                table.rows.append([
                    maker.text.when(row.claim), maker.text.content(row.claim),
                    change.fields.joined(separator: ", "),
                    isOld ? "gone" : sources.numbers(for: [row.claim]), row.claim.id.description,
                ])
            }
            tables.append(table.withoutEmptyColumns())
        }
        if !diff.declarations.isEmpty {
            tables.append(
                AnswerTable(
                    title: "Entities and sources",
                    columns: [.init("Change", isFlexible: true)],
                    rows: diff.declarations.map { [$0] }
                )
            )
        }
        if !diff.answers.isEmpty {
            tables.append(
                AnswerTable(
                    title: "Answers that differ",
                    columns: [
                        .init("Question", isFlexible: true), .init("Before", isFlexible: true),
                        .init("After", isFlexible: true), .init("By claims", isFlexible: true),
                    ],
                    rows: diff.answers.map {
                        [
                            $0.question, $0.before, $0.after,
                            $0.claims.map(\.description).joined(separator: ", "),
                        ]
                    }
                )
            )
        }
    }
}
