extension YAMLOutliner.SectionState {
    var isOpen: Bool { if case .none = self { false } else { true } }
}

extension YAMLOutliner {
    /// Notes a key of the file's topmost map, or of a section's map.
    mutating func noteKeyOfSection(_ key: Key) {
        let start = YAMLOutline.LineMark(offset: key.lineStart, line: key.line)
        if key.column == 0, indents.count == 1 {
            if outline.sections.isEmpty, firstToken != key.start {
                outline.wholeBecause = outline.wholeBecause ?? "it does not begin with a key"
            }
            if section.isOpen { closeSection(at: key.lineStart) }
            outline.sections.append(
                YAMLOutline.Section(key: String(decoding: bytes[key.text], as: UTF8.self), start: start)
            )
            section = .awaited(line: line)
        } else if case .map(let column) = section, key.column == column, indents.count == 2 {
            appendItem(start)
        }
    }

    /// Learns from the first token of a section's value what the value is.
    mutating func noteSectionValue() {
        guard case .awaited(let keyLine) = section else { return }
        guard line > keyLine, brackets.isEmpty else {
            section = .other
            return
        }
        sectionValueLine = line
        if bytes[offset] == UInt8(ascii: "-"), isBlank(at: offset + 1) {
            section = .list(column: column)
        } else {
            // A key at column 0 is the next section, and this one is empty.
            section = column == 0 ? .awaited(line: keyLine) : .map(column: column)
        }
    }

    /// Notes an item of a section's list, at its dash.
    mutating func noteItem() {
        guard case .list(let expected) = section, column == expected else { return }
        guard indents.count <= (expected == 0 ? 1 : 2) else { return }
        appendItem(YAMLOutline.LineMark(offset: lineStart, line: line))
    }

    private mutating func appendItem(_ start: YAMLOutline.LineMark) {
        outline.sections[outline.sections.count - 1].items.append(start)
    }

    mutating func closeSection(at end: Int) {
        let last = outline.sections.count - 1
        outline.sections[last].end = end
        // What stands before the first item would be lost between the parts.
        if outline.sections[last].items.first?.line != sectionValueLine { outline.sections[last].items = [] }
        section = .none
    }

    /// Closes the last section and decides whether the file can be cut.
    mutating func finish() {
        if section.isOpen { closeSection(at: bytes.count) }
        if outline.sections.isEmpty {
            outline.wholeBecause =
                outline.wholeBecause ?? "it is no map of sections that begin at the first column"
        }
        if outline.hasUnicodeBreaks {
            outline.wholeBecause = outline.wholeBecause ?? "it has line breaks that only Unicode knows"
        }
    }
}
