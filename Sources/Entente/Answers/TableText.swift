/// Sets a table in fixed-width text.
package struct TableText {
    private let table: AnswerTable
    private let widths: [Int]
    private let limit: Int?

    /// - Parameter width: the columns of the terminal; flexible columns are wrapped until the table fits.
    package init(_ table: AnswerTable, width: Int?) {
        self.table = table
        limit = width
        var widths = table.columns.indices.map { column in
            max(
                Self.displayWidth(table.columns[column].title),
                table.rows.map { Self.displayWidth($0[column]) }.max() ?? 0)
        }
        let separators = 2 * max(0, widths.count - 1)
        if let width {
            // The widest flexible column gives way, one step at a time; then any column.
            let least = 12
            func widest(_ candidates: [Int]) -> Int? {
                candidates.filter { widths[$0] > least }.max { (widths[$0], $1) < (widths[$1], $0) }
            }
            let flexible = table.columns.indices.filter { table.columns[$0].isFlexible }
            while widths.reduce(0, +) + separators > width,
                let column = widest(flexible) ?? widest(Array(widths.indices))
            {
                widths[column] -= 1
            }
        }
        self.widths = widths
    }

    package var text: String {
        var lines: [String] = []
        if let title = table.title {
            lines += title.split(separator: "\n", omittingEmptySubsequences: false)
                .flatMap { Self.wrapped(String($0), width: limit, indent: 3) }
        }
        if !table.rows.isEmpty {
            lines.append(row(table.columns.map(\.title)))
            lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
        }
        for cells in table.rows { lines.append(row(cells)) }
        return lines.joined(separator: "\n")
    }

    /// One row, on as many lines as its tallest cell needs.
    private func row(_ cells: [String]) -> String {
        let wrapped = cells.indices.map { Self.wrapped(cells[$0], width: widths[$0]) }
        let height = wrapped.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let parts = cells.indices.map { column -> String in
                let text = line < wrapped[column].count ? wrapped[column][line] : ""
                let blanks = String(repeating: " ", count: max(0, widths[column] - Self.displayWidth(text)))
                return table.columns[column].isNumeric ? blanks + text : text + blanks
            }
            return parts.joined(separator: "  ").trimmedEnd
        }.joined(separator: "\n")
    }

    /// A text in lines of at most a width, broken at blanks where it can be; following lines are indented.
    package static func wrapped(_ text: String, width: Int?, indent: Int = 0) -> [String] {
        guard let width, width > indent, displayWidth(text) > width else { return [text] }
        let lead = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var isFirstWord = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var rest = String(word)
            let joined = isFirstWord ? rest : line + " " + rest
            isFirstWord = false
            if displayWidth(joined) <= width {
                line = joined
                continue
            }
            if !line.allSatisfy({ $0 == " " }) { lines.append(line) }
            while displayWidth(lead + rest) > width {
                let head = prefix(of: lead + rest, width: width)
                lines.append(head)
                rest = String((lead + rest).dropFirst(head.count))
            }
            line = (lines.isEmpty ? "" : lead) + rest
        }
        lines.append(line)
        return lines
    }

    private static func prefix(of text: String, width: Int) -> String {
        var used = 0
        var out = ""
        for character in text {
            let own = displayWidth(String(character))
            if used + own > width, !out.isEmpty { break }
            used += own
            out.append(character)
        }
        return out
    }

    /// The columns that a text takes in a terminal: two for wide East Asian characters and emoji, none for marks.
    package static func displayWidth(_ text: String) -> Int {
        var width = 0
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            let value = scalar.value
            switch value {
            case 0..<0x20, 0x7F..<0xA0: break
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
                0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
                0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
                width += 2
            default:
                let category = scalar.properties.generalCategory
                width += category == .nonspacingMark || category == .format || category == .enclosingMark ? 0 : 1
            }
        }
        return width
    }
}

extension String {
    /// The text without blanks at its end.
    var trimmedEnd: String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }
}
