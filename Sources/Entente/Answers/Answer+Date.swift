public import EDTF

extension Answer {
    /// What a date means, and how it stands to another one.
    ///
    /// - Parameters:
    ///   - date: the date, read as a spell for programs; the table shows both readings.
    ///   - other: another date to compare it with.
    public init(_ date: EDTFDate, comparedWith other: EDTFDate?, in graph: ClaimGraph) {
        self.init(
            verb: "date",
            arguments: [.init("date", .string(date.description))]
                + (other.map { [.init("other", .string($0.description))] } ?? []),
            sources: SourceList(graph)
        )
        let spell = date.bounds(as: .spell, slack: false)
        sentences = ["\(date) means: \(date.words)."]
        var table = AnswerTable(columns: [
            .init("Reading"), .init("Begins earliest"), .init("Begins latest"), .init("Ends earliest"),
            .init("Ends latest"),
        ])
        for (name, reading) in [("held throughout", EDTFDate.Reading.spell), ("happened once", .contact)] {
            table.rows.append([name] + Self.cells(date.bounds(as: reading, slack: false)))
            if date.isApproximate {
                table.rows.append(
                    [name + ", or a unit off"] + Self.cells(date.bounds(as: reading, slack: true))
                )
            }
        }
        tables = [
            AnswerTable(
                columns: [.init("Level"), .init("Precision"), .init("Marked")],
                rows: [[String(date.level), date.precision?.rawValue ?? "none", Self.marks(of: date)]]
            ).withoutEmptyColumns(), table,
        ]
        value = .object([
            "edtf": .string(date.description), "level": .integer(date.level),
            "precision": .optional(date.precision?.rawValue),
            "uncertain": .bool(date.isUncertain), "approximate": .bool(date.isApproximate),
            "beginEarliest": ClaimRow.day(spell.beginEarliest),
            "beginLatest": ClaimRow.day(spell.beginLatest),
            "endEarliest": ClaimRow.day(spell.endEarliest), "endLatest": ClaimRow.day(spell.endLatest),
        ])
        if let other { compare(date, with: other) }
    }

    private mutating func compare(_ date: EDTFDate, with other: EDTFDate) {
        let relations = date.relations(to: other)
        var comparison = AnswerTable(
            title: "\(date) and \(other)",
            columns: [.init("Question"), .init("Read as spells"), .init("Read as contacts")]
        )
        let contacts = date.relations(to: other, as: .contact)
        let certain = relations.certain.map(\.rawValue)
        let possible = relations.possible.map(\.rawValue)
        let list = { (relations: [AllenRelation]) in
            relations.isEmpty ? "none" : relations.map(\.rawValue).joined(separator: ", ")
        }
        comparison.rows.append(["relation, certain", list(relations.certain), list(contacts.certain)])
        comparison.rows.append(["relation, possible", list(relations.possible), list(contacts.possible)])
        comparison.rows.append([
            "before", date.isBefore(other).description, date.isBefore(other, as: .contact).description,
        ])
        comparison.rows.append([
            "after", date.isAfter(other).description, date.isAfter(other, as: .contact).description,
        ])
        tables.append(comparison)
        beside.append(
            .init("relation", .object(["certain": .strings(certain), "possible": .strings(possible)]))
        )
        dates = certain.isEmpty ? .possible : .certain
    }

    private static func cells(_ bounds: TemporalBounds) -> [String] {
        [bounds.earliestBegin, bounds.latestBegin, bounds.earliestEnd, bounds.latestEnd].map { instant in
            instant.map(CivilCalendar.isoDay) ?? "open"
        }
    }

    private static func marks(of date: EDTFDate) -> String {
        [
            date.isUncertain ? "uncertain" : nil, date.isApproximate ? "approximate" : nil,
            date.hasUnspecifiedDigits ? "unspecified digits" : nil,
        ].compactMap { $0 }.joined(separator: ", ")
    }
}
