internal import Entente

/// Takes the sections of one file as they are parsed: the sources first, the others in their order.
protocol SectionVisitor {
    /// Takes a section's value, or a part of it that is a list or map of some of its items.
    mutating func visit(_ node: TextNode, of section: FileSection)
}

/// Reads the sections of one file into a reading.
struct SectionReader: SectionVisitor {
    let fields: FieldReader
    private var sources: [String] = []
    private var entityLines: [String: Int32] = [:]
    private var relationLines: [String: Int32] = [:]

    init(fields: FieldReader) {
        self.fields = fields
    }

    mutating func visit(_ node: TextNode, of section: FileSection) {
        // A section may be begun and left empty.
        if node.isNull { return }
        guard let shape = FileSection.rules[section]?.shape,
            fields.check(node, is: shape, under: section.rawValue)
        else { return }
        switch (section, node.content) {
        case (.graph, _):
            fields.readInformation(node)
        case (.source, _):
            if let id = fields.readSource(node) { sources.append(id) }
        case (.sources, .list(let items)):
            for item in items { if let id = fields.readSource(item) { sources.append(id) } }
        case (.entities, .map(let pairs)):
            for pair in pairs {
                guard let id = id(of: pair.key, "entity", &entityLines) else { continue }
                fields.readEntity(id, key: pair.key, pair.value)
            }
        case (.relations, .map(let pairs)):
            for pair in pairs {
                guard let id = id(of: pair.key, "relation", &relationLines) else { continue }
                fields.readRelation(id, key: pair.key, pair.value)
            }
        case (.claims, .list(let items)):
            let source = sources.count == 1 ? sources[0] : nil
            for item in items { fields.readClaim(item, defaultSource: source) }
        default:
            break
        }
    }

    /// The id that is the key of a map, unless it is none or was given before.
    private func id(of key: TextNode, _ thing: String, _ lines: inout [String: Int32]) -> String? {
        guard let id = fields.string(key) else {
            fields.report("key-not-text", at: key, "a key must be a word, not \(key.kindInWords)")
            return nil
        }
        guard fields.checkID(id, at: key) else { return nil }
        if let first = lines[id] {
            fields.report(
                "duplicate-key",
                at: key,
                "\(thing) \"\(id)\" is declared more than once in this file",
                hint: "it is first declared in line \(first); keep one of the two"
            )
            return nil
        }
        lines[id] = key.line
        return id
    }
}
