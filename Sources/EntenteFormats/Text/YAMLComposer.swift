internal import Yams

/// Parses parts of a YAML file into `TextNode`s whose places are those of the file.
struct YAMLComposer {
    let text: SourceText
    let outline: YAMLOutline
    /// The first byte of each line as the parser counts them; only where these differ from an editor's.
    private let parserLineStarts: [Int]

    init(text: SourceText, outline: YAMLOutline) {
        self.text = text
        self.outline = outline
        parserLineStarts = outline.hasUnicodeBreaks ? Self.lineStarts(text.bytes) : []
    }

    private static func lineStarts(_ bytes: [UInt8]) -> [Int] {
        var outliner = YAMLOutliner(bytes: bytes, dateKeys: [], outline: YAMLOutline(bytes: []))
        var starts = [0]
        while outliner.offset < bytes.count {
            if outliner.skipLineEnd() { starts.append(outliner.offset) } else { outliner.offset += 1 }
        }
        return starts
    }

    /// The tree of the lines from one byte to another, or nil where there is nothing in them.
    ///
    /// - Parameter firstLine: The number of the first line, from 0.
    /// - Throws: `TextFault` with the first fault of these lines.
    func node(of range: Range<Int>, firstLine: Int) throws(TextFault) -> TextNode? {
        var part = String(decoding: outline.bytes[range], as: UTF8.self)
        // Keys that are given twice: the parser gives up on them, so each first one gets another name until all
        // differ, and the true names are put back into the tree. The reader then sees all of them with their places.
        var renamed: [YAMLOutline.Place: String] = [:]
        var round = 0
        while true {
            let fault: YamlError
            do {
                let parser = try Parser(yaml: part, resolver: .basic, constructor: .default, encoding: .utf8)
                guard let root = try parser.singleRoot() else { return nil }
                var converter = NodeConverter(
                    composer: self,
                    firstLine: firstLine,
                    renamed: renamed,
                    budget: range.count + 100_000
                )
                return try converter.convert(root)
            } catch let error as TextFault {
                throw error
            } catch let error as YamlError {
                fault = error
            } catch {
                throw TextFault(
                    code: "yaml-syntax",
                    offset: range.lowerBound,
                    message: "the YAML cannot be parsed: \(error)"
                )
            }
            guard round < 200, case .duplicatedKeysInMapping(let names, let context) = fault,
                let name = names.first,
                let renaming = Renaming(of: name, at: context.mark, in: part, number: round)
            else { throw textFault(fault, firstLine: firstLine) }
            round += 1
            part = renaming.text
            renamed[YAMLOutline.Place(line: context.mark.line - 1, column: renaming.column)] = name
        }
    }

    /// The byte of the file at a place of a part.
    func offset(line: Int, column: Int) -> Int {
        if parserLineStarts.isEmpty { return text.offset(line: line + 1, column: column) }
        guard line < parserLineStarts.count else { return text.bytes.count }
        return SourceText.advance(text.bytes, from: parserLineStarts[line], scalars: column - 1)
    }

    /// The place that an editor shows for a place as the parser counts it.
    func place(line: Int, column: Int) -> (line: Int, column: Int) {
        parserLineStarts.isEmpty ? (line + 1, column) : text.place(of: offset(line: line, column: column))
    }
}

/// Another name for a key in a text, as long as its own.
private struct Renaming {
    var text: String
    /// The column of the key's mark, from 0.
    var column: Int

    init?(of name: String, at mark: Mark, in text: String, number: Int) {
        var bytes = Array(text.utf8)
        var start = 0
        for _ in 1..<max(mark.line, 1) {
            guard let end = bytes[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
                return nil
            }
            start = end + (bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1)
        }
        start = SourceText.advance(bytes, from: start, scalars: mark.column - 1)
        if start < bytes.count, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") {
            start += 1
        }
        guard !name.isEmpty, bytes[start...].starts(with: name.utf8) else { return nil }
        // Marks count scalars, so the new name has as many letters as the old one has scalars.
        let alphabet = Array("QZXKVJWYqzxkvjwy0123456789".utf8)
        var left = number
        var letters: [UInt8] = []
        for position in 0..<name.unicodeScalars.count {
            // The first letter must not be a digit's sign or blank; any letter or digit will do.
            letters.append(alphabet[(left + (position == 0 ? 0 : 7)) % alphabet.count])
            left /= alphabet.count
        }
        bytes.replaceSubrange(start..<start + name.utf8.count, with: letters)
        self.text = String(decoding: bytes, as: UTF8.self)
        column = mark.column - 1
    }
}

/// Turns the parser's tree into `TextNode`s.
private struct NodeConverter {
    let composer: YAMLComposer
    let firstLine: Int
    let renamed: [YAMLOutline.Place: String]
    /// How many nodes may still be made. A text without aliases has at most two nodes a byte; what an alias stands for is
    /// made anew each time, and aliases of aliases would multiply.
    var budget: Int

    /// Complexity: O(nodes); recursion is bounded by the nesting that the outline has allowed.
    mutating func convert(_ node: Node, isKey: Bool = false) throws(TextFault) -> TextNode {
        let mark = node.mark
        let line = firstLine + (mark?.line ?? 1) - 1
        let column = mark?.column ?? 1
        budget -= 1
        guard budget > 0 else {
            throw TextFault(
                code: "alias-expansion",
                offset: composer.offset(line: line, column: column),
                message: "the file's aliases stand for far more text than the file has",
                hint: "write the repeated parts out, or name them by id"
            )
        }
        let place = composer.place(line: line, column: column)
        switch node {
        case .scalar(let scalar):
            return TextNode(
                content(of: scalar, line: line, column: column, isKey: isKey),
                line: place.line,
                column: place.column
            )
        case .sequence(let sequence):
            var items: [TextNode] = []
            items.reserveCapacity(sequence.count)
            for item in sequence { items.append(try convert(item)) }
            return TextNode(.list(items), line: place.line, column: place.column)
        case .mapping(let mapping):
            var pairs: [TextNode.Pair] = []
            pairs.reserveCapacity(mapping.count)
            for (key, value) in mapping {
                pairs.append(TextNode.Pair(key: try convert(key, isKey: true), value: try convert(value)))
            }
            return TextNode(.map(pairs), line: place.line, column: place.column)
        case .alias:
            // The parser puts the anchor's node in the place of each alias.
            return TextNode(.scalar("", .plain), line: place.line, column: place.column)
        }
    }

    private func content(
        of scalar: Node.Scalar,
        line: Int,
        column: Int,
        isKey: Bool
    ) -> TextNode.Content {
        if isKey, !renamed.isEmpty,
            let name = renamed[YAMLOutline.Place(line: line - firstLine, column: column - 1)]
        {
            return .scalar(name, .plain)
        }
        if !composer.outline.dates.isEmpty, scalar.style == .plain,
            let date = composer.outline.dates[YAMLOutline.Place(line: line, column: column - 1)]
        {
            return .verbatim(date + scalar.string.dropFirst(date.count))
        }
        let style: TextNode.Style =
            switch scalar.style {
            case .singleQuoted: .singleQuoted
            case .doubleQuoted: .doubleQuoted
            case .literal, .folded: .block
            case .any, .plain: .plain
            }
        let isMarked =
            style == .doubleQuoted && !composer.outline.markedScalars.isEmpty
            && composer.outline.markedScalars.contains(YAMLOutline.Place(line: line, column: column - 1))
        return .scalar(isMarked ? "\u{FEFF}" + scalar.string : scalar.string, style)
    }
}
