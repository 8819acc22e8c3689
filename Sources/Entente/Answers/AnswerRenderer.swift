internal import EDTF

/// The forms that an answer can be written in.
public enum AnswerFormat: String, Sendable, Hashable, CaseIterable {
    case table
    case markdown
    case json
    case csv
}

extension Answer {
    /// The answer as text that ends with a line break.
    ///
    /// - Parameter width: the columns that tables may take in the form for terminals; nil for as many as they need.
    public func rendered(as format: AnswerFormat, width: Int? = nil) -> String {
        switch format {
        case .table: return terminalText(width: width)
        case .markdown: return markdown
        case .json: return json.text + "\n"
        case .csv: return csv
        }
    }

    /// View, exclusions and limits, one line each.
    private var footnotes: [String] {
        var lines: [String] = []
        if let view {
            let parts = view.parts()
            let text = parts.isEmpty ? "as usual (all dates; \(Self.usual))" : parts.joined(separator: " · ")
            lines.append("View: " + text)
        }
        if let left = excluded?.text { lines.append("Left out: \(left)") }
        lines += limits.map { "Cut: \($0)" }
        return lines
    }

    /// What the usual view counts, in words.
    private static var usual: String {
        View().parts(all: true).dropFirst().joined(separator: "; ")
    }

    private func terminalText(width: Int?) -> String {
        var blocks: [String] = []
        if !sentences.isEmpty {
            blocks.append(
                sentences.map { TableText.wrapped($0, width: width).joined(separator: "\n") }
                    .joined(separator: "\n")
            )
        }
        if !problems.isEmpty { blocks.insert(problems.map(\.rendered).joined(separator: "\n"), at: 0) }
        let tables = problems.isEmpty ? tables : []
        blocks += tables.map { TableText($0.withoutEmptyColumns(), width: width).text }
        if !notes.isEmpty {
            blocks.append(
                notes.map {
                    TableText.wrapped("Note: \($0)", width: width, indent: 2).joined(separator: "\n")
                }
                .joined(separator: "\n")
            )
        }
        if !sources.cited.isEmpty {
            let lines = sources.lines.map { line in
                let text = "  \(line.number) \(line.text)" + (line.url.map { " <\($0)>" } ?? "")
                return TableText.wrapped(text, width: width, indent: 4).joined(separator: "\n")
            }
            blocks.append((["Sources"] + lines).joined(separator: "\n"))
        }
        let footnotes = footnotes
        if !footnotes.isEmpty {
            blocks.append(
                footnotes.map { TableText.wrapped($0, width: width, indent: 2).joined(separator: "\n") }
                    .joined(separator: "\n")
            )
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var markdown: String {
        var blocks = sentences.map(MarkdownText.paragraph)
        for table in tables { blocks.append(MarkdownText.table(table.withoutEmptyColumns())) }
        blocks += notes.map { "Note: " + MarkdownText.escaped($0) }
        if !sources.cited.isEmpty {
            let lines = sources.lines.map { line in
                "\(line.number). " + MarkdownText.link(line.text, to: line.url)
            }
            blocks.append("Sources:\n\n" + lines.joined(separator: "\n"))
        }
        let footnotes = footnotes
        if !footnotes.isEmpty {
            blocks.append("*" + footnotes.map(MarkdownText.escaped).joined(separator: "*  \n*") + "*")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// The tables as RFC 4180 CSV with a header; where there are several, a first column names them. Tables with
    /// other columns follow after an empty line, under a header of their own.
    private var csv: String {
        let several = tables.count > 1
        var text = ""
        var header: [String]?
        for (index, table) in tables.enumerated() {
            let titles = table.columns.map(\.title)
            if header != titles {
                if header != nil { text += "\r\n" }
                header = titles
                text += CSVText.line((several ? ["Table"] : []) + titles)
            }
            let title = table.title?.split(separator: "\n").first.map(String.init) ?? "\(index + 1)"
            for row in table.rows { text += CSVText.line((several ? [title] : []) + row) }
        }
        return text
    }
}
