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
            lines.append("View: " + (parts.isEmpty ? "as usual (all dates; \(Self.usual))" : parts.joined(separator: " · ")))
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
            blocks.append(sentences.map { TableText.wrapped($0, width: width).joined(separator: "\n") }.joined(separator: "\n"))
        }
        if !problems.isEmpty { blocks.insert(problems.map(\.rendered).joined(separator: "\n"), at: 0) }
        let tables = problems.isEmpty ? tables : []
        blocks += tables.map { TableText($0.withoutEmptyColumns(), width: width).text }
        if !notes.isEmpty { blocks.append(notes.map { "Note: \($0)" }.joined(separator: "\n")) }
        if !sources.cited.isEmpty {
            let lines = sources.lines.map { line in
                TableText.wrapped("  \(line.number) \(line.text)" + (line.url.map { " <\($0)>" } ?? ""), width: width, indent: 4)
                    .joined(separator: "\n")
            }
            blocks.append((["Sources"] + lines).joined(separator: "\n"))
        }
        let footnotes = footnotes
        if !footnotes.isEmpty {
            blocks.append(
                footnotes.map { TableText.wrapped($0, width: width, indent: 2).joined(separator: "\n") }
                    .joined(separator: "\n"))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private var markdown: String {
        var blocks = sentences.map(MarkdownText.escaped)
        for table in tables { blocks.append(MarkdownText.table(table.withoutEmptyColumns())) }
        blocks += notes.map { "Note: " + MarkdownText.escaped($0) }
        if !sources.cited.isEmpty {
            let lines = sources.lines.map { line in
                let text = MarkdownText.escaped(line.text)
                return "\(line.number). " + (line.url.map { "[\(text)](<\($0.replacing(">", with: "%3E"))>)" } ?? text)
            }
            blocks.append("Sources:\n\n" + lines.joined(separator: "\n"))
        }
        if !footnotes.isEmpty {
            blocks.append("*" + footnotes.map(MarkdownText.escaped).joined(separator: "*  \n*") + "*")
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    /// The tables as RFC 4180 CSV with a header; where there are several, a first column numbers them.
    private var csv: String {
        guard let first = tables.first else { return "" }
        let several = tables.count > 1
        var lines = [CSVText.line((several ? ["Table"] : []) + first.columns.map(\.title))]
        for (number, table) in tables.enumerated() where table.columns.map(\.title) == first.columns.map(\.title) {
            lines += table.rows.map { CSVText.line((several ? ["\(number + 1)"] : []) + $0) }
        }
        return lines.joined()
    }
}

/// Writes CSV (RFC 4180).
package enum CSVText {
    package static func line(_ cells: [String]) -> String {
        cells.map(cell).joined(separator: ",") + "\r\n"
    }

    private static func cell(_ text: String) -> String {
        // A cell that a spreadsheet would run as a formula is kept as text by an apostrophe.
        let risky = text.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let isNumber = Double(text) != nil
        let safe = risky && !isNumber ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}

/// Writes Markdown (GitHub's, which pandoc reads too).
package enum MarkdownText {
    /// Text with what Markdown would take for markup escaped.
    package static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            if "\\`*_{}[]<>#|~$".unicodeScalars.contains(scalar) { out += "\\" }
            if scalar == "\n" { out += " " } else { out.unicodeScalars.append(scalar) }
        }
        return out
    }

    package static func table(_ table: AnswerTable) -> String {
        var lines: [String] = []
        if let title = table.title { lines += ["**\(escaped(title))**", ""] }
        lines.append("| " + table.columns.map { escaped($0.title) }.joined(separator: " | ") + " |")
        lines.append("|" + table.columns.map { $0.isNumeric ? "---:|" : "---|" }.joined())
        lines += table.rows.map { "| " + $0.map(escaped).joined(separator: " | ") + " |" }
        return lines.joined(separator: "\n")
    }
}
