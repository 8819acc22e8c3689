extension YAMLOutliner {
    /// Takes an unquoted set or marked date out of the text, where the value of a date's key begins with one.
    ///
    /// YAML reads `[2018..2019]` as a list, `{1960,1961}` as a map, and `%2004` or (in a flow map) `?2004` as a
    /// fault. Here the date is kept verbatim, and the parser gets as many letters in its place, so that every other
    /// place in the file stays what it is.
    mutating func scanUnquotedDate(under key: Range<Int>) -> Bool {
        let first = bytes[offset]
        let closing: UInt8
        switch first {
        case UInt8(ascii: "["): closing = UInt8(ascii: "]")
        case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
        case UInt8(ascii: "%"): closing = 0
        case UInt8(ascii: "?") where !brackets.isEmpty: closing = 0
        default: return false
        }
        guard dateKeys.contains(String(decoding: bytes[key], as: UTF8.self)) else { return false }
        guard let end = closing == 0 ? endOfMarkedDate() : endOfSet(closedBy: closing) else { return false }
        let text = String(decoding: bytes[offset..<end], as: UTF8.self)
        outline.dates[YAMLOutline.Place(line: line, column: column)] = text
        for index in offset..<end { outline.bytes[index] = UInt8(ascii: "x") }
        offset = end
        // What still adheres to the date, as in `[2018]~`, is one scalar with it for the parser.
        if !isBlank(at: offset), !(Self.isFlowIndicator(bytes[offset]) && !brackets.isEmpty) {
            return scanPlain()
        }
        allowsTab = true
        return true
    }

    /// The end of a bracketed date on this line, or nil where the brackets hold what no date does.
    private func endOfSet(closedBy closing: UInt8) -> Int? {
        var index = offset + 1
        while index < bytes.count {
            switch bytes[index] {
            case closing:
                return index + 1
            case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: "#"),
                UInt8(ascii: ":"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "*"),
                UInt8(ascii: "&"),
                0x80...:
                return nil
            case 0..<0x20:
                return nil
            default:
                index += 1
            }
        }
        return nil
    }

    /// The end of a date that begins with a mark: the next blank, or in a flow collection the next comma or bracket.
    private func endOfMarkedDate() -> Int? {
        var index = offset
        while !isBlank(at: index), brackets.isEmpty || !Self.isFlowIndicator(bytes[index]) {
            if bytes[index] >= 0x80 { return nil }
            index += 1
        }
        return index
    }
}
