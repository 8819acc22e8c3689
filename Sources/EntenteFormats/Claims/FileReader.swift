internal import Entente

/// Reads one file of a graph into a reading: YAML or the JSON form.
struct FileReader {
    /// Which file of a graph it is; a folder's `graph.yaml` and `vocabulary.yaml` have forms of their own.
    enum Role {
        case claims, graph, vocabulary
    }

    private let fields: FieldReader
    private let role: Role
    private let limits: ReadingLimits
    private var text: SourceText { fields.text }
    private var reading: Reading { fields.reading }

    init(_ text: SourceText, role: Role, reading: Reading, limits: ReadingLimits = ReadingLimits()) {
        fields = FieldReader(reading: reading, text: text)
        self.role = role
        self.limits = limits
    }

    /// One key of the file's topmost map, and a way to its value: whole, or in several parts that are lists or maps of
    /// some of its items.
    private struct Part {
        var key: TextNode
        var section: FileSection?
        var read: ((TextNode) -> Void) throws(TextFault) -> Void
    }

    /// Reads the file and hands its sections to a visitor; what cannot be parsed is reported.
    func read(into visitor: inout some SectionVisitor) {
        reading.keep(text)
        let isJSON = text.file.hasSuffix(".json")
        if let fault = text.firstFault(inYAML: !isJSON) { return reading.report(fault, in: text) }
        do throws(TextFault) {
            if isJSON {
                try readJSON(&visitor)
            } else {
                try readYAML(&visitor)
            }
        } catch {
            reading.report(error, in: text)
        }
    }

    // MARK: YAML

    private func readYAML(_ visitor: inout some SectionVisitor) throws(TextFault) {
        let outline = YAMLOutliner.outline(of: text.bytes, dateKeys: FileKeys.dates)
        if let fault = outline.fault { throw fault }
        guard outline.hasContent else { return reportEmpty() }
        let composer = YAMLComposer(text: text, outline: outline)
        let size = text.bytes.count
        if size > limits.whole, outline.wholeBecause == nil, role != .graph {
            return try read(outline.sections.map { part(of: $0, composer) }, &visitor)
        }
        if size > limits.largestWhole, let reason = outline.wholeBecause {
            reading.report(
                "too-large",
                file: text.file,
                "the file is larger than \(limits.largestWhole >> 20) MiB and must be parsed as a whole, because \(reason)",
                hint: "split it into several files, or write it in block style without anchors"
            )
            reading.draft.unread.hasFiles = true
            return
        }
        guard let root = try composer.node(of: 0..<size, firstLine: 0) else { return reportEmpty() }
        try read(root, &visitor)
    }

    private func read(_ root: TextNode, _ visitor: inout some SectionVisitor) throws(TextFault) {
        if role == .graph { return visitor.visit(root, of: .graph) }
        guard case .map(let pairs) = root.content else {
            return fields.report(
                "wrong-type",
                at: root,
                "expected a map of sections, found \(root.kindInWords)",
                hint: "a claims file has the sections \(FileSection.names)"
            )
        }
        try read(
            pairs.map { pair in
                Part(key: pair.key, section: section(of: pair.key)) { (use) throws(TextFault) in
                    use(pair.value)
                }
            },
            &visitor
        )
    }

    /// A section of a large file: its items are parsed some at a time.
    private func part(of section: YAMLOutline.Section, _ composer: YAMLComposer) -> Part {
        let key = TextNode(.scalar(section.key, .plain), line: section.start.line + 1, column: 1)
        let known = self.section(of: key)
        guard !section.items.isEmpty, let known, FileSection.streamed.contains(known) else {
            return Part(key: key, section: known) { (use) throws(TextFault) in
                let root = try composer.node(
                    of: section.start.offset..<section.end,
                    firstLine: section.start.line
                )
                guard case .map(let pairs)? = root?.content else { return }
                for pair in pairs { use(pair.value) }
            }
        }
        return Part(key: key, section: known) { (use) throws(TextFault) in
            var start = section.items[0]
            for next in section.items.dropFirst() where next.offset - start.offset >= limits.part {
                if let node = try composer.node(of: start.offset..<next.offset, firstLine: start.line) {
                    use(node)
                }
                start = next
            }
            if let node = try composer.node(of: start.offset..<section.end, firstLine: start.line) {
                use(node)
            }
        }
    }

    // MARK: JSON

    private func readJSON(_ visitor: inout some SectionVisitor) throws(TextFault) {
        // The first pass finds the keys and reads all but the large sections; each of those is read item by item in
        // a pass of its own, so that no tree of the whole file is ever held.
        var parts: [Part] = []
        var reader = JSONReader(text)
        try reader.readTopmost(streaming: FileSection.streamedNames) { key, value in
            let name = key.text ?? ""
            guard FileSection.streamedNames.contains(name), case .list = value.content else {
                parts.append(
                    Part(key: key, section: section(of: key)) { (use) throws(TextFault) in use(value) }
                )
                return
            }
            if let last = parts.last?.key, last.line == key.line, last.column == key.column { return }
            parts.append(
                Part(key: key, section: section(of: key)) { (use) throws(TextFault) in
                    var again = JSONReader(text)
                    try again.readTopmost(streaming: [name]) { other, items in
                        if other.line == key.line, other.column == key.column { use(items) }
                    }
                }
            )
        }
        try read(parts, &visitor)
    }

    // MARK: Sections

    private func section(of key: TextNode) -> FileSection? {
        guard let section = key.text.flatMap(FileSection.init(rawValue:)) else { return nil }
        return role == .claims || section == .relations ? section : nil
    }

    private func read(_ parts: [Part], _ visitor: inout some SectionVisitor) throws(TextFault) {
        var places: [FileSection: TextNode] = [:]
        var sound: [(FileSection, Part)] = []
        for part in parts {
            guard let section = part.section else {
                reportUnknown(part.key, among: parts)
                continue
            }
            if let first = places[section] {
                fields.report(
                    "duplicate-key",
                    at: part.key,
                    "section \"\(section.rawValue)\" is given more than once",
                    hint: "it is first given in line \(first.line); join the two"
                )
                continue
            }
            places[section] = part.key
            sound.append((section, part))
        }
        // A claim may leave its source to the file's one source, wherever in the file that stands.
        for (section, part) in sound where section == .source || section == .sources {
            try part.read { node in visitor.visit(node, of: section) }
        }
        for (section, part) in sound where section != .source && section != .sources {
            try part.read { node in visitor.visit(node, of: section) }
        }
        if let source = places[.source], places[.sources] != nil {
            fields.report(
                "mixed-sources",
                at: source,
                "a file has either \"source\" or \"sources\"",
                hint: "move the source into the list under \"sources\""
            )
        }
    }

    private func reportUnknown(_ key: TextNode, among parts: [Part]) {
        guard let name = key.text else {
            return fields.report("key-not-text", at: key, "a key must be a word, not \(key.kindInWords)")
        }
        var hint = FieldReader.keyHint(name, FileSection.self)
        if role == .vocabulary {
            hint = "a vocabulary has the one section \"relations\""
        } else if GraphKey(rawValue: name) != nil, !parts.contains(where: { $0.section != nil }) {
            hint = "this looks like a graph.yaml, which is read with its folder: name the folder"
        }
        fields.report("unknown-key", at: key, "unknown section \"\(name)\"", hint: hint)
    }

    private func reportEmpty() {
        let what =
            switch role {
            case .claims: "sources, entities or claims"
            case .graph: "a title"
            case .vocabulary: "relations"
            }
        reading.report(
            "empty-file",
            file: text.file,
            "the file is empty",
            hint: role == .claims ? "write \(what) into it, or remove it" : "give \(what), or remove the file"
        )
    }
}
