extension YAMLOutliner {
    // MARK: Documents

    /// Scans a directive or a document marker at the start of a line. Returns nil where there is none.
    mutating func scanDocumentMarker() -> Bool? {
        if bytes[offset] == UInt8(ascii: "%"), brackets.isEmpty {
            // A directive is one only before the document; elsewhere the parser says so.
            guard !outline.hasContent, documents == 0 else { return stop() }
            skipToLineEnd()
            return true
        }
        guard isDocumentIndicator(at: offset) else { return nil }
        guard brackets.isEmpty else { return stop() }
        if bytes[offset] == UInt8(ascii: "-") {
            // Counted here; what follows a second one is reported when it comes, for an empty document is harmless.
            documents += outline.hasContent && documents == 0 ? 2 : 1
        } else {
            documentHasEnded = outline.hasContent
        }
        if section.isOpen { closeSection(at: offset) }
        indents.removeAll()
        offset += 3
        allowsTab = true
        return true
    }

    /// Whether `---` or `...` and a blank stand at an offset.
    func isDocumentIndicator(at offset: Int) -> Bool {
        guard offset + 2 < bytes.count else { return false }
        let byte = bytes[offset]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { return false }
        return bytes[offset + 1] == byte && bytes[offset + 2] == byte && isBlank(at: offset + 3)
    }

    // MARK: Collections

    mutating func roll(to column: Int) {
        if column > indents.last ?? -1 { indents.append(column) }
    }

    mutating func scanClosingBracket(_ byte: UInt8) -> Bool {
        guard let open = brackets.popLast() else { return stop() }
        // The closing bracket comes two places after the opening one in ASCII, for both pairs.
        guard byte == bytes[open] + 2 else {
            let (opening, closing) = bytes[open] == UInt8(ascii: "[") ? ("[", "]") : ("{", "}")
            return fail(
                "yaml-syntax",
                "not valid YAML: \"\(Unicode.Scalar(byte))\" where \"\(closing)\" must close the \"\(opening)\"",
                hint: "close every bracket with its own kind, or put a text that contains a bracket in quotes"
            )
        }
        offset += 1
        allowsTab = true
        var next = offset
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: ":"), !brackets.isEmpty || isBlank(at: next + 1) {
            return failKeyNotText(at: open)
        }
        return true
    }

    mutating func failKeyNotText(at place: Int) -> Bool {
        fail(
            "key-not-text",
            at: place,
            "a key must be a word, not a list, a map or an alias",
            hint: "write  key: value , or put the text in quotes"
        )
    }

    /// Scans the `:` after a key.
    mutating func scanValueIndicator() -> Bool {
        if let key, key.line == line {
            if brackets.isEmpty {
                roll(to: key.column)
                noteKeyOfSection(key)
            }
            valueOf = key.text
        }
        key = nil
        offset += 1
        allowsTab = true
        return checkDepth()
    }

    mutating func noteKey(_ text: Range<Int>, start: Int? = nil, line: Int? = nil, lineStart: Int? = nil) {
        let start = start ?? offset
        let lineStart = lineStart ?? self.lineStart
        // Columns matter in block context only, and counting them costs.
        var column = 0
        if brackets.isEmpty { for byte in bytes[lineStart..<start] where byte & 0xC0 != 0x80 { column += 1 } }
        key = Key(start: start, text: text, line: line ?? self.line, lineStart: lineStart, column: column)
    }

    mutating func scanAnchor() -> Bool {
        let start = offset
        let isAlias = bytes[offset] == UInt8(ascii: "*")
        offset += 1
        while offset < bytes.count, Self.isWordByte(bytes[offset]) { offset += 1 }
        outline.wholeBecause = outline.wholeBecause ?? "it has an anchor or alias in line \(line + 1)"
        allowsTab = true
        guard isAlias else { return true }
        var next = offset
        while next < bytes.count, bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        if next < bytes.count, bytes[next] == UInt8(ascii: ":"), isBlank(at: next + 1) {
            return failKeyNotText(at: start)
        }
        return true
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    // MARK: Scalars

    mutating func scanQuoted(_ quote: UInt8) -> Bool {
        let (start, startLine, startOfLine) = (offset, line, lineStart)
        if beginsWithEscapedMark {
            outline.markedScalars.insert(YAMLOutline.Place(line: line, column: column))
        }
        offset += 1
        while offset < bytes.count {
            if offset == lineStart, isDocumentIndicator(at: offset) { return stop() }
            let byte = bytes[offset]
            if byte == quote {
                if quote == UInt8(ascii: "'"), offset + 1 < bytes.count, bytes[offset + 1] == quote {
                    offset += 2
                    continue
                }
                noteKey(start + 1..<offset, start: start, line: startLine, lineStart: startOfLine)
                offset += 1
                allowsTab = true
                return true
            }
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                offset += 1
                if offset < bytes.count, !skipLineEnd() { offset += 1 }
            } else if !skipLineEnd() {
                offset += 1
            }
        }
        return fail(
            "yaml-syntax",
            at: start,
            "not valid YAML: this quotation mark is never closed",
            hint:
                "close the quotation; inside it write \(quote == UInt8(ascii: "'") ? "''" : "\\\"") for the mark itself"
        )
    }

    /// Whether the quotation at the offset begins with U+FEFF, written as an escape.
    private var beginsWithEscapedMark: Bool {
        guard offset + 2 < bytes.count, bytes[offset] == UInt8(ascii: "\""),
            bytes[offset + 1] == UInt8(ascii: "\\")
        else { return false }
        let text = String(decoding: bytes[offset + 2..<min(offset + 11, bytes.count)], as: UTF8.self)
        return text.hasPrefix("U0000") && text.dropFirst(5).lowercased() == "feff"
            || text.hasPrefix("u") && text.dropFirst().prefix(4).lowercased() == "feff"
    }

    mutating func scanPlain() -> Bool {
        let (start, startLine, startOfLine) = (offset, line, lineStart)
        let indent = (indents.last ?? -1) + 1
        let isFlow = !brackets.isEmpty
        var end = offset
        var hasBreaks = false
        scan: while offset < bytes.count {
            if offset == lineStart, isDocumentIndicator(at: offset) { break }
            if bytes[offset] == UInt8(ascii: "#") { break }
            while !isBlank(at: offset) {
                let byte = bytes[offset]
                if byte == UInt8(ascii: ":") {
                    if isBlank(at: offset + 1) { break scan }
                    if isFlow,
                        Self.isFlowIndicator(bytes[offset + 1]) || bytes[offset + 1] == UInt8(ascii: "?")
                    {
                        return stop()
                    }
                }
                if isFlow, Self.isFlowIndicator(byte) { break scan }
                offset += 1
                end = offset
            }
            hasBreaks = false
            while offset < bytes.count {
                if bytes[offset] == 0x20 {
                    offset += 1
                } else if bytes[offset] == 0x09 {
                    if hasBreaks, column < indent { return stop() }
                    offset += 1
                } else if skipLineEnd() {
                    hasBreaks = true
                } else {
                    break
                }
            }
            if !isFlow, hasBreaks, column < indent { break }
        }
        noteKey(start..<end, start: start, line: startLine, lineStart: startOfLine)
        allowsTab = !hasBreaks
        return true
    }

    static func isFlowIndicator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            true
        default: false
        }
    }

    mutating func scanBlockScalar() -> Bool {
        let parent = indents.last ?? -1
        offset += 1
        var explicit = 0
        while offset < bytes.count, !isBlank(at: offset) {
            switch bytes[offset] {
            case UInt8(ascii: "+"), UInt8(ascii: "-"): break
            case UInt8(ascii: "1")...UInt8(ascii: "9"): explicit = Int(bytes[offset] - UInt8(ascii: "0"))
            default: return stop()
            }
            offset += 1
        }
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "#") { skipToLineEnd() }
        guard offset == bytes.count || skipLineEnd() else { return stop() }
        var indent = explicit == 0 ? 0 : max(parent, 0) + explicit
        guard var depth = skipIndentation(&indent, parent: parent) else { return stop() }
        while depth == indent, offset < bytes.count {
            skipToLineEnd()
            _ = skipLineEnd()
            guard let next = skipIndentation(&indent, parent: parent) else { return stop() }
            depth = next
        }
        key = nil
        allowsTab = false
        return true
    }

    /// Skips empty lines and the indentation of a block scalar's next line. Returns the column reached, or nil at a tab.
    private mutating func skipIndentation(_ indent: inout Int, parent: Int) -> Int? {
        var deepest = 0
        var depth = offset - lineStart
        while offset < bytes.count {
            while offset < bytes.count, bytes[offset] == 0x20, indent == 0 || depth < indent {
                offset += 1
                depth += 1
            }
            deepest = max(deepest, depth)
            guard offset < bytes.count else { break }
            if bytes[offset] == 0x09, indent == 0 || depth < indent { return nil }
            guard skipLineEnd() else { break }
            depth = 0
        }
        if indent == 0 { indent = max(deepest, parent + 1, 1) }
        return depth
    }
}
