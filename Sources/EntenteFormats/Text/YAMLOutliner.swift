/// The pass that makes a `YAMLOutline`. Complexity: O(bytes).
struct YAMLOutliner {
    let bytes: [UInt8]
    let dateKeys: Set<String>
    var outline: YAMLOutline
    var offset = 0
    var line = 0
    var lineStart = 0
    /// The columns of the open block lists and maps.
    var indents: [Int] = []
    /// The open flow lists and maps, by the offset of their brackets.
    var brackets: [Int] = []
    /// Whether a tab may stand before the next token; it may not where it would indent.
    var allowsTab = false
    /// The token that may turn out to be a key, and its text.
    var key: Key?
    /// The key whose value comes next.
    var valueOf: Range<Int>?
    var documents = 0
    var documentHasEnded = false
    /// The first token of the document.
    var firstToken: Int?
    var section: SectionState = .none
    /// The line on which the value of the section being read begins.
    var sectionValueLine = 0

    struct Key {
        var start: Int
        var text: Range<Int>
        var line: Int
        var lineStart: Int
        var column: Int
        var isCollection = false
    }

    /// What is known of the value of the section being read.
    enum SectionState {
        case none
        /// The key stood on this line.
        case awaited(line: Int)
        case list(column: Int)
        case map(column: Int)
        case other
    }

    static func outline(of bytes: [UInt8], dateKeys: Set<String>) -> YAMLOutline {
        var outliner = YAMLOutliner(bytes: bytes, dateKeys: dateKeys, outline: YAMLOutline(bytes: bytes))
        while outliner.scanToken() {}
        outliner.finish()
        return outliner.outline
    }

    /// Scans one token. Returns false at the end, or where the parser is to say what is wrong.
    private mutating func scanToken() -> Bool {
        guard skipToToken() else { return false }
        guard offset < bytes.count else { return checkAllClosed() }
        if brackets.isEmpty {
            let here = column
            while let last = indents.last, last > here { indents.removeLast() }
        }
        if offset == lineStart, let goesOn = scanDocumentMarker() { return goesOn }
        outline.hasContent = true
        if documentHasEnded || documents > 1 { return failSecondDocument() }
        if firstToken == nil { firstToken = offset }
        noteSectionValue()

        let byte = bytes[offset]
        let after = valueOf
        valueOf = nil
        if let after, scanUnquotedDate(under: after) { return true }
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            noteKey(0..<0)
            brackets.append(offset)
            offset += 1
            return checkDepth()
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
            return scanClosingBracket(byte)
        case UInt8(ascii: ","):
            offset += 1
            return true
        case UInt8(ascii: "-") where isBlank(at: offset + 1):
            if brackets.isEmpty {
                noteItem()
                roll(to: column)
                allowsTab = false
            }
            offset += 1
            return checkDepth()
        case UInt8(ascii: "?") where !brackets.isEmpty || isBlank(at: offset + 1):
            return fail(
                "key-not-text",
                "\"?\" begins a key here, and keys are plain words in a claims file",
                hint: "write  key: value , or put the text in quotes"
            )
        case UInt8(ascii: ":") where !brackets.isEmpty || isBlank(at: offset + 1):
            return scanValueIndicator()
        case UInt8(ascii: "*"), UInt8(ascii: "&"):
            return scanAnchor()
        case UInt8(ascii: "!"):
            return fail(
                "yaml-tag",
                "tags are not used in claims files",
                hint: "every value is read as the text it is; remove the tag, or put the text in quotes"
            )
        case UInt8(ascii: "|"), UInt8(ascii: ">"):
            return brackets.isEmpty ? scanBlockScalar() : stop()
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            return scanQuoted(byte)
        case UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
            return stop()
        default:
            return scanPlain()
        }
    }

    // MARK: Between tokens

    /// Skips blanks, comments and line ends. Returns false where a tab indents.
    private mutating func skipToToken() -> Bool {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20:
                offset += 1
            case 0x09:
                guard !brackets.isEmpty || allowsTab else {
                    return fail(
                        "tab-indentation",
                        "a tab cannot indent in YAML",
                        hint: "indent with spaces, two for each level"
                    )
                }
                offset += 1
            case UInt8(ascii: "#"):
                skipToLineEnd()
            default:
                guard skipLineEnd() else { return true }
                allowsTab = false
            }
        }
        return true
    }

    mutating func skipToLineEnd() {
        while offset < bytes.count, lineEndLength(at: offset) == 0 { offset += 1 }
    }

    /// Skips one line end and counts the line. Returns false where there is none.
    mutating func skipLineEnd() -> Bool {
        let length = lineEndLength(at: offset)
        guard length > 0 else { return false }
        if bytes[offset] >= 0x80 { outline.hasUnicodeBreaks = true }
        offset += length
        line += 1
        lineStart = offset
        return true
    }

    /// How many bytes the line end at an offset has, 0 where there is none.
    func lineEndLength(at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        switch bytes[offset] {
        case 0x0A: return 1
        case 0x0D: return offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1
        case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0x85 ? 2 : 0
        case 0xE2:
            let isBreak =
                offset + 2 < bytes.count && bytes[offset + 1] == 0x80 && bytes[offset + 2] & 0xFE == 0xA8
            return isBreak ? 3 : 0
        default: return 0
        }
    }

    /// Whether a blank, a line end or the end of the text stands at an offset.
    func isBlank(at offset: Int) -> Bool {
        guard offset < bytes.count else { return true }
        return bytes[offset] == 0x20 || bytes[offset] == 0x09 || lineEndLength(at: offset) > 0
    }

    /// The column of the offset, from 0, in Unicode scalars.
    var column: Int {
        var count = 0
        for byte in bytes[lineStart..<offset] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }

    // MARK: Faults

    /// Notes the fault that ends the pass.
    mutating func fail(_ code: String, at place: Int? = nil, _ message: String, hint: String? = nil) -> Bool {
        outline.fault = TextFault(code: code, offset: place ?? offset, message: message, hint: hint)
        return stop()
    }

    /// Ends the pass where the parser knows best what is wrong.
    mutating func stop() -> Bool {
        outline.wholeBecause = "it is no valid YAML"
        return false
    }

    private mutating func failSecondDocument() -> Bool {
        fail(
            "several-documents",
            "a second YAML document begins here, and a claims file holds one",
            hint: "remove the \"---\" or \"...\" line, or put the second document into a file of its own"
        )
    }

    mutating func checkDepth() -> Bool {
        guard indents.count + brackets.count > YAMLOutline.deepest else { return true }
        return fail(
            "nested-too-deep",
            "lists and maps are nested more than \(YAMLOutline.deepest) deep",
            hint:
                "a claims file needs no more than six levels; is a bracket left open, or a text without quotes?"
        )
    }

    private mutating func checkAllClosed() -> Bool {
        guard let open = brackets.last else { return false }
        let bracket = bytes[open] == UInt8(ascii: "[") ? "[" : "{"
        return fail(
            "yaml-syntax",
            at: open,
            "not valid YAML: this \"\(bracket)\" is never closed",
            hint: "add \"\(bracket == "[" ? "]" : "}")\", or put a text that contains a bracket in quotes"
        )
    }
}
