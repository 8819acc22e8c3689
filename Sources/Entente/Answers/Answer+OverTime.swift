internal import EDTF

extension Answer {
    /// The answer to "how did this change over time?".
    public init(_ series: MeasureSeries) {
        let text = ClaimText(graph: series.graph)
        let ids = series.rows.compactMap(\.entity).reduce(into: [String]()) { found, id in
            if !found.contains(id) { found.append(id) }
        }
        self.init(
            verb: "series",
            arguments: [.init("measure", .string(series.measure.name)), .init("entities", .strings(ids))],
            sources: SourceList(series.graph)
        )
        view = series.view
        isNo = series.rows.isEmpty
        value = .array(
            series.rows.map { row in
                let window = series.windows[row.window]
                return .object([
                    "window": .string(window.label), "begin": ClaimRow.day(window.range.lowerBound),
                    "end": ClaimRow.day(window.range.upperBound), "entity": .optional(row.entity),
                    "certain": row.certain.map { .number($0) } ?? .null,
                    "possible": row.possible.map { .number($0) } ?? .null,
                ])
            }
        )
        beside = [
            .init("bounds", .bool(series.measure.isBounded)), .init("undated", .integer(series.undated)),
        ]
        var table = AnswerTable(columns: [.init("Window")])
        if !ids.isEmpty { table.columns.append(.init("Entity", isFlexible: true)) }
        table.columns += [.init("Certain", isNumeric: true), .init("Possible", isNumeric: true)]
        for row in series.rows {
            var cells = [series.windows[row.window].label]
            if !ids.isEmpty { cells.append(row.entity.map(text.name) ?? "") }
            cells += [row.certain, row.possible].map { $0.map { Self.digits($0, of: series.measure) } ?? "–" }
            table.rows.append(cells)
        }
        tables = [table]
        let name = series.measure.name.capitalizedFirst
        sentences = [
            "\(name) in \(series.windows.count == 1 ? "1 window" : "\(series.windows.count) windows"): from what certainly lies in each by date, and from all that may."
        ]
        if !series.measure.isBounded {
            sentences.append("Both are values of this measure on a network; they do not bound it.")
        }
        if series.undated > 0 {
            notes.append(
                "\(series.undated == 1 ? "1 claim has" : "\(series.undated) claims have") no date and may lie in any window that the source covers."
            )
        }
    }

    private static func digits(_ value: Double, of measure: SeriesMeasure) -> String {
        if case .centrality(let centrality) = measure { return digits(value, of: centrality) }
        return String(Int(value))
    }

    /// The answer to "since when, until when, and with what gaps?".
    ///
    /// - Parameters:
    ///   - history: of two entities.
    ///   - network: the network that it was taken from.
    ///   - end: up to when silence is counted: the last second of it.
    ///   - limit: the most gaps listed.
    public init(_ history: TieHistory, in network: Network, until end: Int64?, listing limit: Int = 5) {
        self.init(
            verb: "history",
            arguments: [.init("entities", .strings(history.entities))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        let maker = RowMaker(network)
        let names = ClaimText.joined(history.entities.map(maker.text.name))
        isNo = history.dated.isEmpty && history.undated.isEmpty
        var silence: ClosedRange<Int64>?
        if let end, let last = history.last, end > last.lowerBound {
            silence = Self.days(from: last, to: end)
        }
        value = .object([
            "first": Self.span(history.first), "last": Self.span(history.last),
            "claims": .integer(history.dated.count + history.undated.count),
            "undated": .integer(history.undated.count),
            "gaps": .array(
                history.gaps.map { gap in
                    .object([
                        "after": ClaimRow.day(gap.range.lowerBound - 1),
                        "before": ClaimRow.day(gap.range.upperBound + 1),
                        "days": .integer(Int(gap.days)),
                    ])
                }
            ),
            "silence": silence.map {
                .object(["least": .integer(Int($0.lowerBound)), "most": .integer(Int($0.upperBound))])
            } ?? .null,
        ])
        guard !isNo else {
            sentences = ["None of the \(network.tyingCount) claims counted ties \(names)."]
            noteCoverage(network)
            return
        }
        let count = history.dated.count
        sentences = [
            "\(names): \(count) dated \(count == 1 ? "claim" : "claims"), \(history.undated.count) undated."
        ]
        if let first = history.first, let last = history.last {
            sentences.append("First \(Self.words(first)); last \(Self.words(last)).")
        }
        if history.gaps.isEmpty, count > 1 {
            sentences.append("No stretch of time between is without a claim in every reading of the dates.")
        }
        if let silence, let end {
            let length =
                silence.lowerBound == silence.upperBound
                ? "\(silence.lowerBound)" : "\(silence.lowerBound) to \(silence.upperBound)"
            sentences.append("Silent since for \(length) days, up to \(CivilCalendar.isoDay(end)).")
        }
        if !history.undated.isEmpty, !history.gaps.isEmpty {
            notes.append("An undated claim may lie in a gap.")
        }
        var table = AnswerTable(
            title: "Times in which no dated claim can lie, the longest first",
            columns: [.init("After"), .init("Before"), .init("Days", isNumeric: true)]
        )
        for gap in history.gaps.prefix(limit) {
            table.rows.append([
                CivilCalendar.isoDay(gap.range.lowerBound - 1),
                CivilCalendar.isoDay(gap.range.upperBound + 1),
                String(gap.days),
            ])
        }
        if history.gaps.count > limit { limits.append("\(limit) of \(history.gaps.count) gaps shown") }
        tables = [
            maker.table(maker.chronological(history.dated + history.undated), sources: &sources)
        ]
        if !history.gaps.isEmpty { tables.insert(table, at: 0) }
    }

    /// How many days lie between the end of one stretch and a day, least and most.
    private static func days(from last: ClosedRange<Int64>, to end: Int64) -> ClosedRange<Int64> {
        let perDay = CivilCalendar.secondsPerDay
        let least = max(0, (end - min(last.upperBound, end)) / perDay)
        let (span, overflows) = end.subtractingReportingOverflow(last.lowerBound)
        return least...max(least, overflows ? Int64.max / perDay : span / perDay)
    }

    private static func span(_ range: ClosedRange<Int64>?) -> JSONValue {
        guard let range else { return .null }
        return .object(["earliest": ClaimRow.day(range.lowerBound), "latest": ClaimRow.day(range.upperBound)])
    }

    /// "2018-07-16", "between 2016-01-01 and 2025-05-31", "by 2015-12-31", "some day".
    private static func words(_ range: ClosedRange<Int64>) -> String {
        let isOpen = (
            range.lowerBound == TemporalBounds.distantPast, range.upperBound == TemporalBounds.distantFuture
        )
        let (first, last) = (range.lowerBound, range.upperBound)
        switch isOpen {
        case (true, true): return "on an unknown day"
        case (true, false): return "by \(CivilCalendar.isoDay(last))"
        case (false, true): return "on \(CivilCalendar.isoDay(first)) or after"
        case (false, false):
            let days = (CivilCalendar.isoDay(first), CivilCalendar.isoDay(last))
            return days.0 == days.1 ? "on \(days.0)" : "between \(days.0) and \(days.1)"
        }
    }
}
