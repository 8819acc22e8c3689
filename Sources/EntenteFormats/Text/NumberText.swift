/// Numbers as JSON and claims files write them.
enum NumberText {
    /// Whether a text is a number by the grammar of JSON (RFC 8259, section 6).
    static func isJSONNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard let first = rest.first, isDigit(first) else { return false }
        if first == UInt8(ascii: "0") { rest.removeFirst() } else { dropDigits(&rest) }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard let digit = rest.first, isDigit(digit) else { return false }
            dropDigits(&rest)
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            guard let digit = rest.first, isDigit(digit) else { return false }
            dropDigits(&rest)
        }
        return rest.isEmpty
    }

    /// The value of a JSON number, or nil where the text is none or lies beyond the finite doubles.
    static func double(_ text: String) -> Double? {
        guard isJSONNumber(text), let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func dropDigits(_ rest: inout Substring.UTF8View) {
        rest = rest.drop(while: isDigit)
    }
}
