extension Network {
    /// The answers that differ: connections asked for, who hangs together with most, who is best connected.
    func answers(against other: Network, paths: [(from: String, to: String)], _ diff: GraphDiff)
        throws(AnalysisError) -> [GraphDiff.AnswerChange]
    {
        var found: [GraphDiff.AnswerChange] = []
        for (from, to) in paths {
            if let change = try pathChange(against: other, from: from, to: to, diff) { found.append(change) }
        }
        found += try componentChanges(against: other)
        if let change = try degreeChange(against: other) { found.append(change) }
        return found
    }

    private func pathChange(against other: Network, from: String, to: String, _ diff: GraphDiff)
        throws(AnalysisError) -> GraphDiff.AnswerChange?
    {
        for id in [from, to] where graph.entity(id) == nil && other.graph.entity(id) == nil {
            throw AnalysisError(.unknownEntity, "there is no entity \"\(id)\"")
        }
        let (old, new) = (try best(from: from, to: to), try other.best(from: from, to: to))
        let (before, after) = (describe(old), other.describe(new))
        guard before != after else { return nil }
        // What is on the way before and counts no more, and what is on the way after and did not count.
        let lost = Set((diff.ended + diff.changed).compactMap(\.before)).intersection(claims(on: old))
        let gained = Set((diff.added + diff.changed).compactMap(\.after)).intersection(other.claims(on: new))
        let ids = Set(lost.map { graph.claims[$0].id }).union(gained.map { other.graph.claims[$0].id })
        return GraphDiff.AnswerChange(
            question: "path \(from) \(to)",
            before: before,
            after: after,
            claims: ids.sorted()
        )
    }

    private func best(from: String, to: String) throws(AnalysisError) -> Path? {
        guard graph.entity(from) != nil, graph.entity(to) != nil else { return nil }
        return try paths(from: from, to: to, options: PathOptions(.allShortest(limit: 1))).paths.first
    }

    private func describe(_ path: Path?) -> String {
        guard let path else { return "no path" }
        let names = path.vertices.map { entity($0).name }.joined(separator: " – ")
        return "\(path.length == 1 ? "1 hop" : "\(path.length) hops"), \(path.dates): \(names)"
    }

    private func claims(on path: Path?) -> Set<Int> {
        Set(path?.hops.flatMap(\.edges).map { edges[$0].claim } ?? [])
    }

    /// The entities that are part of the largest component on one side only.
    private func componentChanges(against other: Network) throws(AnalysisError) -> [GraphDiff.AnswerChange] {
        let (old, new) = (try largest(), try other.largest())
        func change(_ ids: Set<String>, _ before: String, _ after: String) -> [GraphDiff.AnswerChange] {
            ids.sorted().map {
                GraphDiff.AnswerChange(question: "component \($0)", before: before, after: after, claims: [])
            }
        }
        let (apart, inside) = ("apart from most", "in the largest component")
        return change(old.subtracting(new), inside, apart) + change(new.subtracting(old), apart, inside)
    }

    private func largest() throws(AnalysisError) -> Set<String> {
        let components = try tiedComponents()
        let most = components.map(\.count).max()
        return Set(components.first { $0.count == most }?.map { entity($0).id } ?? [])
    }

    private func degreeChange(against other: Network) throws(AnalysisError) -> GraphDiff.AnswerChange? {
        let (before, after) = (try leaders(), try other.leaders())
        return before == after
            ? nil
            : GraphDiff.AnswerChange(question: "rank by degree", before: before, after: after, claims: [])
    }

    private func leaders() throws(AnalysisError) -> String {
        let rows = try ranking(by: .degree).rows.prefix(10)
        return rows.map { "\($0.rank). \(entity($0.vertex).name) \(Int($0.score))" }.joined(separator: ", ")
    }
}

extension Claim {
    /// The keys of a claims file whose values differ from another claim's, in the order of the file.
    func differences(from other: Claim) -> [String] {
        var keys: [String] = []
        func compare<Value: Equatable>(_ key: String, _ field: (Claim) -> Value) {
            if field(self) != field(other) { keys.append(key) }
        }
        compare("relation", \.relation)
        compare("subject, object or participants", \.ends)
        compare("event", \.event)
        compare("venue", \.venues)
        compare("regarding", \.regarding)
        compare("role", \.role)
        compare("value", \.value)
        compare("about", \.about)
        compare("condition", \.condition)
        compare("ordinal", \.ordinal)
        compare("oneOf", \.oneOf)
        compare("when", \.time)
        compare("dateText", \.dateText)
        compare("polarity", \.polarity)
        compare("status", \.status)
        compare("modality", \.modality)
        compare("attributedTo", \.attributedTo)
        compare("said", \.said)
        compare("via", \.via)
        compare("basis", \.basis)
        compare("wording", \.wording)
        compare("quote", \.quote)
        compare("locator", \.locator)
        compare("credibility", \.credibility)
        compare("rank", \.rank)
        compare("rankReason", \.rankReason)
        compare("confidential", \.isConfidential)
        compare("note", \.note)
        return keys
    }
}

extension Entity {
    /// The keys whose values differ from another entity's.
    func differences(from other: Entity) -> [String] {
        var keys: [String] = []
        if kind != other.kind { keys.append("kind") }
        if name != other.name { keys.append("name") }
        if aliases != other.aliases { keys.append("aliases") }
        if identifiers != other.identifiers { keys.append("identifiers") }
        if properties != other.properties { keys.append("properties") }
        if note != other.note { keys.append("note") }
        return keys
    }
}

extension Source {
    /// The keys whose values differ from another source's.
    func differences(from other: Source) -> [String] {
        var keys: [String] = []
        func compare<Value: Equatable>(_ key: String, _ field: (Source) -> Value) {
            if field(self) != field(other) { keys.append(key) }
        }
        compare("title", \.title)
        compare("publisher", \.publisher)
        compare("published", \.published)
        compare("url", \.url)
        compare("retrieved", \.retrieved)
        compare("archived", \.archived)
        compare("sha256", \.sha256)
        compare("reliability", \.reliability)
        compare("covers", \.covers)
        compare("derivedFrom", \.derivedFrom)
        compare("confidential", \.isConfidential)
        compare("note", \.note)
        return keys
    }
}
