internal import EDTF
internal import Entente

/// Reads the maps of one file by the rules of their keys, and reports what does not follow them.
struct FieldReader {
    let reading: Reading
    let text: SourceText

    /// One key of a map with its value, which is of the shape that the key's rule asks for.
    struct Field<Key: FileKey> {
        var key: Key
        var value: TextNode
    }

    /// The fields of one map.
    struct Fields<Key: FileKey> {
        /// Those that follow their rules, in the order of writing.
        var valid: [Field<Key>] = []
        /// All that are given, even if wrongly.
        var given: [Key] = []
        /// Whether nothing is missing or wrong.
        var isSound = true

        /// The value of a key, where it is given and valid.
        subscript(key: Key) -> TextNode? { valid.first { $0.key == key }?.value }
    }

    func report(_ code: String, at node: TextNode, _ message: String, hint: String? = nil) {
        reading.report(
            code,
            file: text.file,
            line: Int(node.line),
            column: Int(node.column),
            message,
            hint: hint
        )
    }

    func location(of node: TextNode) -> SourceLocation {
        SourceLocation(file: text.file, line: Int(node.line), column: Int(node.column))
    }

    // MARK: Maps

    /// The fields of a map, or nil where the node is none. Unknown, repeated, missing and wrong ones are reported.
    func fields<Key: FileKey>(of node: TextNode, as keys: Key.Type) -> Fields<Key>? {
        guard case .map(let pairs) = node.content else {
            report(
                "wrong-type",
                at: node,
                "expected a map with the keys of \(Key.oneThing), found \(node.kindInWords)",
                hint: "the keys are \(Key.names)"
            )
            return nil
        }
        var fields = Fields<Key>()
        fields.valid.reserveCapacity(pairs.count)
        for pair in pairs {
            guard let key = key(of: pair, as: keys) else {
                fields.isSound = false
                continue
            }
            if fields.given.contains(key) {
                let first = pairs.first { $0.key.text == key.rawValue }
                report(
                    "duplicate-key",
                    at: pair.key,
                    "key \"\(key.rawValue)\" is given more than once in this \(Key.thing)",
                    hint: first.map { "it is first given in line \($0.key.line); keep one of the two" }
                )
                fields.isSound = false
                continue
            }
            fields.given.append(key)
            if let rule = Key.rules[key], check(pair.value, is: rule.shape, under: key.rawValue) {
                fields.valid.append(Field(key: key, value: pair.value))
            } else {
                fields.isSound = false
            }
        }
        // A misspelt key is there, if wrongly: that what it stands for is missing would be said twice.
        for pair in pairs where pair.key.text.flatMap(Key.init(rawValue:)) == nil {
            if let meant = Self.meant(by: pair.key.text ?? "", keys), !fields.given.contains(meant) {
                fields.given.append(meant)
            }
        }
        for key in Key.allCases where Key.rules[key]?.isRequired == true && !fields.given.contains(key) {
            report(
                "missing-key",
                at: node,
                "the \(Key.thing) has no \"\(key.rawValue)\"",
                hint: Key.rules[key].map { "\(key.rawValue): \($0.summary)" }
            )
            fields.isSound = false
        }
        return fields
    }

    private func key<Key: FileKey>(of pair: TextNode.Pair, as keys: Key.Type) -> Key? {
        guard let name = pair.key.text else {
            report("key-not-text", at: pair.key, "a key must be a word, not \(pair.key.kindInWords)")
            return nil
        }
        if let key = Key(rawValue: name) { return key }
        report(
            "unknown-key",
            at: pair.key,
            "unknown key \"\(name)\" in \(Key.oneThing)",
            hint: Self.keyHint(name, keys)
        )
        return nil
    }

    static func keyHint<Key: FileKey>(_ name: String, _ keys: Key.Type) -> String {
        if name == "<<" { return "merge keys are not read; write the keys out" }
        if let meant = meant(by: name, keys) { return "did you mean \"\(meant.rawValue)\"?" }
        return "the keys of \(keys.oneThing) are \(keys.names)"
    }

    /// The key that a misspelt one probably stands for.
    private static func meant<Key: FileKey>(by name: String, _ keys: Key.Type) -> Key? {
        Suggestion.nearest(to: name, among: keys.allCases.map(\.rawValue)).flatMap(Key.init(rawValue:))
    }

    // MARK: Shapes

    /// Whether a value has a shape; reports where it has not.
    func check(_ node: TextNode, is shape: ValueShape, under key: String) -> Bool {
        if node.isNull {
            report(
                "no-value",
                at: node,
                "\"\(key)\" has no value",
                hint:
                    "write \(shape.inWords), or remove the key; a text that is the word null or ~ stands in quotes"
            )
            return false
        }
        switch shape {
        case .text:
            return node.text != nil || mismatch(node, shape, key)
        case .id:
            guard let text = node.text else { return mismatch(node, shape, key) }
            return checkID(text, at: node)
        case .date:
            return date(of: node, under: key) != nil
        case .boolean:
            if case .scalar(let word, .plain) = node.content, word == "true" || word == "false" {
                return true
            }
            return mismatch(node, shape, key)
        case .integer(let range):
            if case .scalar(let text, .plain) = node.content, let number = Int(text), range.contains(number) {
                return true
            }
            return mismatch(node, shape, key)
        case .number:
            if case .scalar(let text, .plain) = node.content, NumberText.double(text) != nil { return true }
            return mismatch(node, shape, key)
        case .choice(let words):
            return checkChoice(node, words, shape, key)
        case .list(let item, let least):
            guard case .list(let items) = node.content else { return mismatch(node, shape, key) }
            return checkItems(items, of: item, under: key)
                && (items.count >= least || mismatch(node, shape, key))
        case .oneOrMore(let item):
            if case .list(let items) = node.content { return checkItems(items, of: item, under: key) }
            return node.text != nil ? check(node, is: item, under: key) : mismatch(node, shape, key)
        case .texts:
            guard case .map(let pairs) = node.content else { return mismatch(node, shape, key) }
            return checkTexts(pairs, under: key)
        case .map, .mapsByID:
            if case .map = node.content { return true }
            return mismatch(node, shape, key)
        case .maps:
            if case .list = node.content { return true }
            return mismatch(node, shape, key)
        case .textOr:
            if case .map = node.content { return true }
            return node.text != nil || mismatch(node, shape, key)
        }
    }

    private func mismatch(_ node: TextNode, _ shape: ValueShape, _ key: String) -> Bool {
        var found = node.kindInWords
        if let text = node.text { found = "\"\(Self.shortened(text))\"" }
        var hint: String?
        switch (shape, node.content) {
        case (.list(_, let least), .scalar(let text, _)) where least < 2:
            hint = "write  \(key): [\(Self.shortened(text))]"
        case (.list(_, let least), .list) where least > 0:
            found = "fewer"
        case (.boolean, .scalar(_, let style)), (.integer, .scalar(_, let style)),
            (.number, .scalar(_, let style)):
            if style != .plain { hint = "write it without quotes" }
        case (.text, _), (.id, _):
            hint = "put a text that begins with a bracket or contains \": \" in quotes"
        default: break
        }
        report(
            "wrong-type",
            at: node,
            "expected \(shape.inWords) under \"\(key)\", found \(found)",
            hint: hint
        )
        return false
    }

    static func shortened(_ text: String) -> String {
        let line = text.prefix { !$0.isNewline }
        return line.count <= 40 ? String(line) : line.prefix(39) + "…"
    }

    private func checkItems(_ items: [TextNode], of shape: ValueShape, under key: String) -> Bool {
        var isSound = true
        for item in items where !check(item, is: shape, under: key) { isSound = false }
        return isSound
    }

    private func checkTexts(_ pairs: [TextNode.Pair], under key: String) -> Bool {
        var isSound = true
        var seen: [String: Int32] = [:]
        for pair in pairs {
            guard let name = pair.key.text, !name.isEmpty else {
                report("key-not-text", at: pair.key, "a key under \"\(key)\" must be a word")
                isSound = false
                continue
            }
            if let first = seen.updateValue(pair.key.line, forKey: name) {
                report(
                    "duplicate-key",
                    at: pair.key,
                    "key \"\(name)\" is given more than once under \"\(key)\"",
                    hint: "it is first given in line \(first); keep one of the two"
                )
                isSound = false
            }
            if !check(pair.value, is: .text, under: name) { isSound = false }
        }
        return isSound
    }

    private func checkChoice(_ node: TextNode, _ words: [String], _ shape: ValueShape, _ key: String) -> Bool
    {
        guard let word = node.text else { return mismatch(node, shape, key) }
        if words.contains(word) { return true }
        let near = Suggestion.nearest(to: word, among: words)
        report(
            "unknown-word",
            at: node,
            "unknown word \"\(Self.shortened(word))\" under \"\(key)\"",
            hint: near.map { "did you mean \"\($0)\"?" } ?? "write \(shape.inWords)"
        )
        return false
    }

    /// Whether a text can be an id; reports where it cannot.
    func checkID(_ id: String, at node: TextNode) -> Bool {
        if Self.isID(id) { return true }
        report(
            "bad-id",
            at: node,
            id.isEmpty ? "an id cannot be empty" : "the id \"\(Self.shortened(id))\" contains a blank",
            hint: "an id is a short name without blanks: new-start"
        )
        return false
    }

    /// Whether a text can be an id: it has at least one character, and no blanks or control characters.
    static func isID(_ text: String) -> Bool {
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return !text.isEmpty }
        return text.unicodeScalars.allSatisfy {
            !$0.properties.isWhitespace && $0.properties.generalCategory != .control
        }
    }
}
