public import Entente

/// Gives ids to the claims of a file that have none, and touches no other byte.
///
/// A claim gets the next number of its source: one more than the largest id of the form `c12` that the source has,
/// with as many digits as these have (`c007`), in the order in which the claims stand. The id becomes the first key of the
/// claim's map, in block or flow style. A claim that stands there by an alias is left alone, for its text is another's.
public enum IDAssigner {
    /// One insertion.
    public struct Edit: Sendable, Hashable {
        /// The id given; its source is empty where the claim names none.
        public var claim: ClaimID
        /// The line of the claim's first key, from 1.
        public var line: Int
        /// The column of the claim's first key, from 1 in Unicode scalars.
        public var column: Int
        /// What is inserted there.
        public var inserted: String
    }

    /// The text with its ids, and what was inserted.
    public struct Result: Sendable, Hashable {
        /// The whole text.
        public var text: String
        /// In the order of the text.
        public var edits: [Edit]
    }

    /// The text of a claims file with an id for every claim.
    ///
    /// Complexity: O(bytes), and O(n log n) in the claims.
    ///
    /// - Parameters:
    ///   - text: A claims file in YAML, or in the JSON form.
    ///   - name: How problems name it; a name that ends in `.json` makes it JSON.
    ///   - taken: The ids of each source that other files have given.
    /// - Throws: `GraphDataError` where the text cannot be parsed.
    public static func assign(
        in text: String,
        named name: String,
        taken: [String: Set<String>] = [:]
    ) throws(GraphDataError) -> Result {
        let source = SourceText(file: name, bytes: Array(text.utf8))
        let reading = Reading()
        var collector = ClaimCollector(reading: reading)
        FileReader(source, role: .claims, reading: reading).read(into: &collector)
        let problems = reading.finish().problems.filter { $0.severity == .error }
        guard problems.isEmpty else { throw GraphDataError(problems) }

        var numbers = taken.mapValues { Numbering($0) }
        for claim in collector.claims {
            if let id = claim.id { numbers[claim.source, default: Numbering([])].take(id) }
        }
        var result = Result(text: "", edits: [])
        var bytes = source.skipped == 0 ? [] : [0xEF, 0xBB, 0xBF] as [UInt8]
        var copied = 0
        var seen: Set<Int> = []
        for claim in collector.claims.filter({ $0.id == nil }).map({ ($0, offset(of: $0, in: source)) })
            .sorted(by: {
                $0.1 < $1.1
            }) where seen.insert(claim.1).inserted
        {
            let (item, offset) = claim
            let id = numbers[item.source, default: Numbering([])].next()
            let inserted = insertion(of: id, before: item, at: offset, in: source)
            bytes += source.bytes[copied..<offset]
            bytes += Array(inserted.utf8)
            copied = offset
            result.edits.append(
                Edit(
                    claim: ClaimID(source: item.source, local: id),
                    line: Int(item.firstKey.line),
                    column: Int(item.firstKey.column),
                    inserted: inserted
                )
            )
        }
        bytes += source.bytes[copied...]
        result.text = String(decoding: bytes, as: UTF8.self)
        return result
    }

    private static func offset(of claim: ClaimCollector.Item, in source: SourceText) -> Int {
        source.offset(line: Int(claim.firstKey.line), column: Int(claim.firstKey.column))
    }

    private static func insertion(
        of id: String,
        before claim: ClaimCollector.Item,
        at offset: Int,
        in source: SourceText
    ) -> String {
        if source.file.hasSuffix(".json") { return "\"id\": \"\(id)\", " }
        if claim.isFlow(in: source) { return "id: \(id), " }
        let line = Int(claim.firstKey.line)
        let start = source.offset(line: line, column: 1)
        // A line ends as the lines of the file do.
        let lineEnd = source.bytes[offset...].first { $0 == 0x0A || $0 == 0x0D } == 0x0D ? "\r\n" : "\n"
        // In "- subject:" the dash and its blanks become blanks.
        return "id: \(id)" + lineEnd + String(repeating: " ", count: offset - start)
    }

    /// The numbers of one source's ids.
    private struct Numbering {
        private var largest = 0
        private var digits = 1

        init(_ ids: Set<String>) { for id in ids { take(id) } }

        mutating func take(_ id: String) {
            guard id.hasPrefix("c"), id.utf8.count <= 16, let number = Int(id.dropFirst()), number >= 0 else {
                return
            }
            largest = max(largest, number)
            digits = max(digits, id.utf8.count - 1)
        }

        mutating func next() -> String {
            largest += 1
            let text = String(largest)
            return "c" + String(repeating: "0", count: max(0, digits - text.count)) + text
        }
    }
}

/// Gathers the claims of a file with what an id needs.
private struct ClaimCollector: SectionVisitor {
    struct Item {
        var id: String?
        var source: String
        var node: TextNode
        var firstKey: TextNode

        /// Whether the claim is written in braces.
        func isFlow(in source: SourceText) -> Bool {
            node.line != firstKey.line || node.column != firstKey.column
                ? source.bytes[source.offset(line: Int(node.line), column: Int(node.column))...]
                    .first { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "\n") } == UInt8(ascii: "{")
                : false
        }
    }

    let reading: Reading
    var claims: [Item] = []
    private var sources: [String] = []

    init(reading: Reading) {
        self.reading = reading
    }

    mutating func visit(_ node: TextNode, of section: FileSection) {
        switch (section, node.content) {
        case (.source, _):
            sources += [Self.text(of: .id, in: node, as: SourceKey.self)].compactMap(\.self)
        case (.sources, .list(let items)):
            sources += items.compactMap { Self.text(of: .id, in: $0, as: SourceKey.self) }
        case (.claims, .list(let items)):
            for item in items {
                guard case .map(let pairs) = item.content, let first = pairs.first else { continue }
                let source = Self.text(of: .source, in: item, as: ClaimKey.self)
                claims.append(
                    Item(
                        id: Self.text(of: .id, in: item, as: ClaimKey.self),
                        source: source ?? (sources.count == 1 ? sources[0] : ""),
                        node: item,
                        firstKey: first.key
                    )
                )
            }
        default: break
        }
    }

    private static func text<Key: FileKey>(of key: Key, in node: TextNode, as keys: Key.Type) -> String? {
        guard case .map(let pairs) = node.content else { return nil }
        return pairs.first { $0.key.text == key.rawValue }?.value.text
    }
}
