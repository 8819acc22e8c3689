/// One pass over a draft that collects every problem and builds the graph.
struct Validation {
    let draft: GraphDraft
    var problems: [Problem] = []
    var vocabulary = Vocabulary.builtIn
    var entities: [String: Entity] = [:]
    var sources: [String: Source] = [:]
    var claimIDs: Set<ClaimID> = []
    // What names may have been meant; all are known before the first is looked up.
    lazy var entityNames = Speller(entities.keys)
    lazy var sourceNames = Speller(sources.keys)
    lazy var relationNames = Speller(vocabulary.relations.map(\.id))
    /// The ids of claims, by source.
    lazy var claimNames = Dictionary(grouping: claimIDs, by: \.source).mapValues { Speller($0.map(\.local)) }
    /// Ids by names and aliases; the first in order where several entities share one.
    lazy var entityOfName = Dictionary(
        entities.values.flatMap { entity in ([entity.name] + entity.aliases).map { ($0, entity.id) } },
        uniquingKeysWith: min
    )
    /// How many names could not be looked up, because what may declare them could not be read.
    private var uncheckedNames = 0

    init(draft: GraphDraft) {
        self.draft = draft
    }

    mutating func run() -> (graph: ClaimGraph?, problems: [Problem]) {
        checkRelations()
        checkEntities()
        checkSources()
        let claims = checkClaims()
        if uncheckedNames > 0 {
            let names = uncheckedNames == 1 ? "one name was" : "\(uncheckedNames) names were"
            report(
                "names-not-checked",
                at: nil,
                "\(names) not checked: what may declare them could not be read",
                hint: "mend the errors of reading first",
                severity: .note
            )
        }
        problems = sorted(problems)
        guard !problems.contains(where: { $0.severity == .error }) else { return (nil, problems) }
        let graph = ClaimGraph(
            information: draft.information,
            vocabulary: vocabulary,
            ownRelations: draft.relations.map(\.relation).sorted { $0.id < $1.id },
            entities: entities.values.sorted { $0.id < $1.id },
            sources: sources.values.sorted { $0.id < $1.id },
            claims: claims
        )
        return (graph, problems)
    }

    private func sorted(_ problems: [Problem]) -> [Problem] {
        let nowhere = SourceLocation(file: "")
        return problems.enumerated().sorted { a, b in
            (a.element.location ?? nowhere, a.offset) < (b.element.location ?? nowhere, b.offset)
        }.map(\.element)
    }

    mutating func report(
        _ code: String,
        at location: SourceLocation?,
        _ message: String,
        hint: String? = nil,
        severity: Problem.Severity = .error
    ) {
        problems.append(Problem(severity, code: code, at: location, message, hint: hint))
    }

    /// Whether an unknown name belongs to a part that could not be read; such a part has been reported itself.
    mutating func isUnread<ID: Hashable>(_ id: ID, in ids: Set<ID>) -> Bool {
        if ids.contains(id) { return true }
        if draft.unread.hasFiles { uncheckedNames += 1 }
        return draft.unread.hasFiles
    }

    // MARK: Relations

    private mutating func checkRelations() {
        var seen: [String: SourceLocation?] = [:]
        for own in draft.relations {
            let relation = own.relation
            if let first = seen[relation.id] {
                report(
                    "duplicate-relation",
                    at: own.location,
                    "relation \"\(relation.id)\" is defined twice",
                    hint: first.map { "it is first defined at \($0)" }
                )
            } else if Vocabulary.builtIn[relation.id] != nil {
                report(
                    "built-in-relation",
                    at: own.location,
                    "relation \"\(relation.id)\" is built in and cannot be defined anew",
                    hint: "use the built-in relation, or choose another id"
                )
            }
            seen[relation.id] = own.location
            vocabulary.add(relation)
        }
        for own in draft.relations {
            for (key, target) in [
                ("broader", own.relation.broader), ("begins", own.relation.begins),
                ("ends", own.relation.ends),
            ] {
                guard let target, vocabulary[target] == nil, !isUnread(target, in: draft.unread.relations)
                else { continue }
                report(
                    "unknown-relation",
                    at: own.location,
                    "\(key) of relation \"\(own.relation.id)\" names the unknown relation \"\(target)\"",
                    hint: relationHint(target)
                )
            }
            for (key, target) in [("begins", own.relation.begins), ("ends", own.relation.ends)] {
                guard let target, vocabulary[target]?.time == .contact else { continue }
                report(
                    "not-a-spell",
                    at: own.location,
                    "\(key) of relation \"\(own.relation.id)\" names \"\(target)\", which is a contact",
                    hint: "what begins or ends is a spell: a relation with  time: spell"
                )
            }
            if let broader = own.relation.broader, vocabulary.isA(broader, own.relation.id) {
                report(
                    "relation-cycle",
                    at: own.location,
                    "relation \"\(own.relation.id)\" is a special case of itself through its broader relations",
                    hint: "remove one \"broader\" of the chain"
                )
            }
        }
    }

    mutating func relationHint(_ id: String) -> String {
        if let near = relationNames.nearest(to: id) { return "did you mean \"\(near)\"?" }
        return "use a built-in relation, or define it in the graph's vocabulary.yaml"
    }

    // MARK: Entities

    private mutating func checkEntities() {
        for entity in draft.entities {
            if entity.id.isEmpty { report("missing-id", at: entity.location, "an entity has an empty id") }
            guard let first = entities[entity.id] else {
                entities[entity.id] = entity
                continue
            }
            var same = entity
            same.location = first.location
            guard same != first else { continue }
            report(
                "duplicate-entity",
                at: entity.location,
                "entity \"\(entity.id)\" is declared twice with different facts",
                hint: first.location.map { "it is first declared at \($0); keep one of the two" }
            )
        }
    }

    // MARK: Sources

    private mutating func checkSources() {
        for source in draft.sources {
            if source.id.isEmpty { report("missing-id", at: source.location, "a source has an empty id") }
            if let first = sources[source.id] {
                report(
                    "duplicate-source",
                    at: source.location,
                    "source \"\(source.id)\" is declared twice",
                    hint: first.location.map { "it is first declared at \($0)" }
                )
            } else {
                sources[source.id] = source
            }
        }
        for source in draft.sources {
            for origin in source.derivedFrom
            where sources[origin] == nil && !isUnread(origin, in: draft.unread.sources) {
                report(
                    "unknown-source",
                    at: source.location,
                    "source \"\(source.id)\" is derived from the unknown source \"\(origin)\"",
                    hint: sourceHint(origin)
                )
            }
        }
        for cycle in derivationCycles() {
            report(
                "source-cycle",
                at: sources[cycle[0]]?.location,
                "sources are derived from one another in a circle: "
                    + (cycle + [cycle[0]]).joined(separator: " → "),
                hint: "a source's origins must be older than it; remove one \"derivedFrom\""
            )
        }
    }

    mutating func sourceHint(_ id: String) -> String {
        if let near = sourceNames.nearest(to: id) { return "did you mean \"\(near)\"?" }
        return "declare it under \"sources:\""
    }

    /// The circles among `derivedFrom`, each once, beginning with its smallest id; found by depth-first search
    /// with an explicit stack. Complexity: O(sources + derivations).
    private func derivationCycles() -> [[String]] {
        var state: [String: Bool] = [:]  // false: on the stack, true: finished
        var cycles: [[String]] = []
        for root in sources.keys.sorted() where state[root] == nil {
            var path = [root]
            var next = [0]
            state[root] = false
            while let here = path.last {
                let origins = sources[here]?.derivedFrom ?? []
                let position = next[next.count - 1]
                guard position < origins.count else {
                    state[here] = true
                    path.removeLast()
                    next.removeLast()
                    continue
                }
                next[next.count - 1] += 1
                let origin = origins[position]
                guard sources[origin] != nil else { continue }
                if state[origin] == nil {
                    state[origin] = false
                    path.append(origin)
                    next.append(0)
                } else if state[origin] == false, let start = path.firstIndex(of: origin) {
                    let cycle = Array(path[start...])
                    let smallest = cycle.indices.min { cycle[$0] < cycle[$1] } ?? 0
                    cycles.append(Array(cycle[smallest...] + cycle[..<smallest]))
                }
            }
        }
        return cycles
    }
}
