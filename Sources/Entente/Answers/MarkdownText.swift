/// Writes Markdown (GitHub's, which pandoc reads too).
package enum MarkdownText {
    /// Text with what Markdown would take for markup escaped, pandoc's citations and superscripts too.
    package static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.withoutControls.unicodeScalars {
            if "\\`*_{}[]<>#|~$^@&".unicodeScalars.contains(scalar) { out += "\\" }
            out.unicodeScalars.append(scalar)
        }
        return out
    }

    /// Escaped text that begins a block: what would make it an item of a list is escaped too.
    package static func paragraph(_ text: String) -> String {
        let escaped = escaped(text)
        let marker = escaped.prefix { "0123456789".contains($0) }
        let rest = escaped.dropFirst(marker.count)
        if !marker.isEmpty, marker.count < 10, let next = rest.first, ".)".contains(next) {
            return "\(marker)\\\(rest)"
        }
        if marker.isEmpty, let first = rest.first, "+-=:".contains(first) { return "\\\(rest)" }
        return escaped
    }

    /// A text that links to an address of the web; what is no such address is shown beside the text.
    package static func link(_ text: String, to url: String?) -> String {
        guard let url else { return escaped(text) }
        let scheme = url.prefix { $0 != ":" }.lowercased()
        guard scheme == "http" || scheme == "https" else { return escaped("\(text) (\(url))") }
        let address = url.unicodeScalars.map { scalar -> String in
            guard scalar.value <= 0x20 || scalar.value == 0x7F || "<>\\".unicodeScalars.contains(scalar)
            else { return String(scalar) }
            let hex = String(scalar.value, radix: 16, uppercase: true)
            return "%" + (hex.count == 1 ? "0" : "") + hex
        }.joined()
        return "[\(escaped(text))](<\(address)>)"
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
