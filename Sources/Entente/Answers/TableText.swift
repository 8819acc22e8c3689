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
                table.rows.map { Self.displayWidth($0[column]) }.max() ?? 0
            )
        }
        if let width { Self.narrow(&widths, of: table, to: width - 2 * max(0, widths.count - 1)) }
        self.widths = widths
    }

    /// Takes columns away from the widest flexible column, one at a time; then from any column.
    private static func narrow(_ widths: inout [Int], of table: AnswerTable, to room: Int) {
        let least = 12
        var total = widths.reduce(0, +)
        for candidates in [widths.indices.filter { table.columns[$0].isFlexible }, Array(widths.indices)] {
            // No column need be wider than the whole room, which keeps the count of steps small.
            for column in candidates where widths[column] > max(room, least) {
                total -= widths[column] - max(room, least)
                widths[column] = max(room, least)
            }
            while total > room,
                let widest = candidates.filter({ widths[$0] > least })
                    .max(by: { (widths[$0], $1) < (widths[$1], $0) })
            {
                widths[widest] -= 1
                total -= 1
            }
        }
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
    ///
    /// Control characters, which could move a terminal's cursor or colour it, become blanks. A character wider than
    /// the room stands on a line of its own.
    package static func wrapped(_ text: String, width: Int?, indent: Int = 0) -> [String] {
        let text = text.withoutControls
        guard let width, width > indent, displayWidth(text) > width else { return [text] }
        let lead = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        var used = 0
        /// Whether the line has a word, be it an empty one between two blanks.
        var isBegun = false
        func breakLine() {
            lines.append(line.trimmedEnd)
            (line, used, isBegun) = (lead, indent, false)
        }
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let own = displayWidth(String(word))
            if isBegun, used + 1 + own > width {
                breakLine()
            } else if isBegun {
                line += " "
                used += 1
            }
            isBegun = true
            if used + own <= width {
                line += word
                used += own
                continue
            }
            for character in word {
                let step = displayWidth(String(character))
                if used + step > width, used > (lines.isEmpty ? 0 : indent) {
                    breakLine()
                    isBegun = true
                }
                line.append(character)
                used += step
            }
        }
        lines.append(line.trimmedEnd)
        return lines
    }

    /// The columns that a text takes in a terminal: two for wide East Asian characters and emoji, none for marks.
    ///
    /// The ranges are those of "W" and "F" in Unicode's East Asian Width (UAX #11), taken together in blocks.
    package static func displayWidth(_ text: String) -> Int {
        var width = 0
        for character in text {
            guard let scalar = character.unicodeScalars.first else { continue }
            switch scalar.value {
            case 0x20..<0x7F: width += 1
            case 0..<0x20, 0x7F..<0xA0: break
            case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
                0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
                0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
                0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
                width += 2
            default:
                switch scalar.properties.generalCategory {
                case .nonspacingMark, .enclosingMark, .format: break
                default: width += 1
                }
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

    /// The text with a blank in place of each control character.
    var withoutControls: String {
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        var out = String.UnicodeScalarView()
        for scalar in unicodeScalars { out.append(scalar.isControl ? " " : scalar) }
        return String(out)
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character of ASCII or Latin-1, or one that ends a line or turns the direction of
    /// text.
    fileprivate var isControl: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
