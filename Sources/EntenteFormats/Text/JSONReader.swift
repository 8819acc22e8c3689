/// A strict reader of JSON (RFC 8259) that keeps the place of every value.
///
/// JSON is nearly YAML, but not quite: the YAML parser does not know `\ud83d\ude00` (a character as two surrogates),
/// refuses tabs, and reads `{"a":1}` without a blank as one text. A small reader of its own is exact and says
/// what is wrong in terms of JSON.
///
/// *Conventions.* Numbers, `true`, `false` and `null` are kept as the plain text they are. Keys that are given twice
/// are both in the tree; its reader reports them. Nesting is limited as in YAML.
struct JSONReader {
    private let bytes: [UInt8]
    private(set) var offset = 0
    private var line = 1
    private var depth = 0

    init(_ text: SourceText) {
        bytes = text.bytes
    }

    /// Reads the topmost object and hands out each key with its value as soon as it is read; the items of a list
    /// under one of `streamed` keys one by one.
    ///
    /// - Throws: `TextFault` at the first fault of the syntax.
    mutating func readTopmost(
        streaming streamed: Set<String>,
        each: (TextNode, TextNode) -> Void
    ) throws(TextFault) {
        try skipBlanks()
        guard offset < bytes.count else {
            throw fault("the file is empty", "a graph in JSON is an object: {\"claims\": […]}")
        }
        guard bytes[offset] == UInt8(ascii: "{") else {
            throw fault("a graph in JSON is an object", "begin with \"{\"")
        }
        depth = 1
        offset += 1
        try readMembers { (reader, key) throws(TextFault) in
            guard streamed.contains(key.text ?? ""), reader.peek == UInt8(ascii: "[") else {
                each(key, try reader.readValue())
                return
            }
            let (line, column) = (reader.line, reader.place())
            var isEmpty = true
            try reader.readItems { (reader) throws(TextFault) in
                isEmpty = false
                let item = try reader.readValue()
                each(key, TextNode(.list([item]), line: line, column: column))
            }
            if isEmpty { each(key, TextNode(.list([]), line: line, column: column)) }
        }
        try skipBlanks()
        guard offset == bytes.count else {
            throw fault("text after the end of the object", "a file holds one object; remove what follows it")
        }
    }

    // MARK: Values

    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private mutating func readValue() throws(TextFault) -> TextNode {
        try skipBlanks()
        let (line, column) = (line, place())
        guard let byte = peek else { throw fault("the file ends where a value is expected", nil) }
        switch byte {
        case UInt8(ascii: "{"):
            try descend()
            var pairs: [TextNode.Pair] = []
            try readMembers { (reader, key) throws(TextFault) in
                pairs.append(TextNode.Pair(key: key, value: try reader.readValue()))
            }
            depth -= 1
            return TextNode(.map(pairs), line: line, column: column)
        case UInt8(ascii: "["):
            var items: [TextNode] = []
            try readItems { (reader) throws(TextFault) in items.append(try reader.readValue()) }
            return TextNode(.list(items), line: line, column: column)
        case UInt8(ascii: "\""):
            return TextNode(.scalar(try readString(), .doubleQuoted), line: line, column: column)
        default:
            return TextNode(.scalar(try readWord(), .plain), line: line, column: column)
        }
    }

    private mutating func descend() throws(TextFault) {
        depth += 1
        guard depth <= YAMLOutline.deepest else {
            throw TextFault(
                code: "nested-too-deep",
                offset: offset,
                message: "lists and maps are nested more than \(YAMLOutline.deepest) deep",
                hint: "a claims file needs no more than six levels; is a bracket left open?"
            )
        }
        offset += 1
    }

    /// Reads the members of an object after its `{`, and the `}`.
    private mutating func readMembers(
        _ value: (inout JSONReader, TextNode) throws(TextFault) -> Void
    ) throws(TextFault) {
        try skipBlanks()
        if peek == UInt8(ascii: "}") {
            offset += 1
            return
        }
        while true {
            try skipBlanks()
            guard peek == UInt8(ascii: "\"") else {
                throw fault(
                    "a key in double quotes is expected here",
                    "write \"key\": value; no comma stands before \"}\""
                )
            }
            let (line, column) = (line, place())
            let key = TextNode(.scalar(try readString(), .doubleQuoted), line: line, column: column)
            try skipBlanks()
            guard peek == UInt8(ascii: ":") else { throw fault("\":\" is expected after a key", nil) }
            offset += 1
            try skipBlanks()
            try value(&self, key)
            try skipBlanks()
            if peek == UInt8(ascii: ",") {
                offset += 1
            } else if peek == UInt8(ascii: "}") {
                offset += 1
                return
            } else {
                throw fault("\",\" or \"}\" is expected here", nil)
            }
        }
    }

    /// Reads a list with its brackets.
    private mutating func readItems(_ item: (inout JSONReader) throws(TextFault) -> Void) throws(TextFault) {
        try descend()
        defer { depth -= 1 }
        try skipBlanks()
        if peek == UInt8(ascii: "]") {
            offset += 1
            return
        }
        while true {
            try item(&self)
            try skipBlanks()
            if peek == UInt8(ascii: ",") {
                offset += 1
            } else if peek == UInt8(ascii: "]") {
                offset += 1
                return
            } else {
                throw fault("\",\" or \"]\" is expected here", nil)
            }
        }
    }

    /// Reads a number, `true`, `false` or `null`.
    private mutating func readWord() throws(TextFault) -> String {
        let start = offset
        while let byte = peek,
            YAMLOutliner.isWordByte(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
        {
            offset += 1
        }
        let word = String(decoding: bytes[start..<offset], as: UTF8.self)
        if word == "true" || word == "false" || word == "null" || NumberText.isJSONNumber(word) {
            return word
        }
        let end = offset
        offset = start
        throw fault(
            word.isEmpty
                ? "a value is expected here"
                : "\"\(String(decoding: bytes[start..<end], as: UTF8.self))\" is no JSON value",
            "text stands in double quotes"
        )
    }

    private mutating func readString() throws(TextFault) -> String {
        let start = offset
        offset += 1
        var runStart = offset
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                text.append(contentsOf: bytes[runStart..<offset])
                offset += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text.append(contentsOf: bytes[runStart..<offset])
                text.append(contentsOf: try readEscape())
                runStart = offset
            case 0..<0x20:
                throw fault(
                    byte == 0x0A || byte == 0x0D
                        ? "a line ends inside a string" : "a control character inside a string",
                    "write it as an escape: \\n, \\t or \\u00…"
                )
            default:
                offset += 1
            }
        }
        offset = start
        throw fault("this string is never closed", "add the closing \"")
    }

    private mutating func readEscape() throws(TextFault) -> String.UTF8View {
        let start = offset
        guard offset + 1 < bytes.count else { throw fault("the file ends inside a string", nil) }
        let byte = bytes[offset + 1]
        offset += 2
        switch byte {
        case UInt8(ascii: "\""): return "\"".utf8
        case UInt8(ascii: "\\"): return "\\".utf8
        case UInt8(ascii: "/"): return "/".utf8
        case UInt8(ascii: "b"): return "\u{8}".utf8
        case UInt8(ascii: "f"): return "\u{C}".utf8
        case UInt8(ascii: "n"): return "\n".utf8
        case UInt8(ascii: "r"): return "\r".utf8
        case UInt8(ascii: "t"): return "\t".utf8
        case UInt8(ascii: "u"):
            if let unit = readHex() {
                if let scalar = Unicode.Scalar(unit) { return String(Character(scalar)).utf8 }
                // A character beyond U+FFFF is written as two surrogates.
                if unit < 0xDC00, peek == UInt8(ascii: "\\"), offset + 1 < bytes.count,
                    bytes[offset + 1] == UInt8(ascii: "u")
                {
                    offset += 2
                    if let low = readHex(), (0xDC00...0xDFFF).contains(low),
                        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
                    {
                        return String(Character(scalar)).utf8
                    }
                }
                offset = start
                throw fault(
                    "half of a surrogate pair",
                    "write both halves, \\ud83d\\ude00, or the character itself"
                )
            }
            offset = start
            throw fault("\\u takes four hexadecimal digits", nil)
        default:
            offset = start
            throw fault("an unknown escape", "write \\\\ for a backslash")
        }
    }

    private mutating func readHex() -> UInt32? {
        guard offset + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt32(digit)
        }
        offset += 4
        return value
    }

    // MARK: Places

    private mutating func skipBlanks() throws(TextFault) {
        while let byte = peek {
            switch byte {
            case 0x20, 0x09:
                offset += 1
            case 0x0A:
                offset += 1
                newLine()
            case 0x0D:
                offset += peekAfter == 0x0A ? 2 : 1
                newLine()
            case UInt8(ascii: "/") where peekAfter == UInt8(ascii: "/") || peekAfter == UInt8(ascii: "*"):
                throw fault("JSON has no comments", "remove it, or write the graph in YAML")
            default:
                return
            }
        }
    }

    private var peekAfter: UInt8? { offset + 1 < bytes.count ? bytes[offset + 1] : nil }

    private mutating func newLine() {
        line += 1
        (placeOffset, placeColumn) = (offset, 1)
    }

    // A file may be one long line: the column is counted on from the last place asked for.
    private var placeOffset = 0
    private var placeColumn = 1

    private mutating func place() -> Int {
        for byte in bytes[placeOffset..<max(placeOffset, offset)] where byte & 0xC0 != 0x80 {
            placeColumn += 1
        }
        placeOffset = max(placeOffset, offset)
        return placeColumn
    }

    private func fault(_ message: String, _ hint: String?) -> TextFault {
        TextFault(code: "json-syntax", offset: offset, message: "not valid JSON: \(message)", hint: hint)
    }
}
