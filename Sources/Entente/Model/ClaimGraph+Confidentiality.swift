extension ClaimGraph {
    /// Whether anything in it is confidential.
    public var hasConfidentialParts: Bool {
        sources.contains(where: \.isConfidential) || claims.contains(where: \.isConfidential)
    }

    /// The same graph without what is confidential: the form that drawings, reports, conversions and answers use.
    ///
    /// A confidential source becomes "confidential source A", "B", … in the order of ids, and loses publisher,
    /// addresses, dates of publication and remarks. Claims that are confidential, or from such a source, lose
    /// locator, quotation, speakers, wire, wording and remark; their content stays and is counted, and so do their
    /// origins, lest what two claims repeat of one speaker be taken for corroboration. Their ids and the tags of
    /// alternatives are made from their places among the claims of their source, since they may tell who spoke.
    /// Entities that nothing names any more, such as the speakers, are left out.
    public func withoutConfidentialParts() -> ClaimGraph {
        guard hasConfidentialParts else { return self }
        return Redaction(self).graph
    }
}

/// Takes the confidential parts out of a graph.
private struct Redaction {
    private let original: ClaimGraph
    /// What confidential sources are called, by id.
    private var aliases: [String: String] = [:]
    /// The same by title, by which other claims may cite them.
    private var aliasOfTitle: [String: String] = [:]
    private var ids: [ClaimID: ClaimID] = [:]

    init(_ original: ClaimGraph) {
        self.original = original
        var letters = (0...).lazy.map(Self.letters).filter { original.source("confidential-\($0)") == nil }
            .makeIterator()
        for source in original.sources where source.isConfidential {
            let alias = "confidential-\(letters.next() ?? "")"
            aliases[source.id] = alias
            aliasOfTitle[source.title] = alias
        }
        var numbers: [String: Int] = [:]
        for claim in original.claims where isConfidential(claim) {
            let source = aliases[claim.source] ?? claim.source
            var id: ClaimID
            repeat {
                numbers[source, default: 0] += 1
                id = ClaimID(source: source, local: "confidential-\(numbers[source] ?? 0)")
            } while original.claim(id) != nil
            ids[claim.id] = id
        }
    }

    private func isConfidential(_ claim: Claim) -> Bool {
        claim.isConfidential || aliases[claim.source] != nil
    }

    var graph: ClaimGraph {
        let claims = redactedClaims
        var before: Set<String> = []
        var after: Set<String> = []
        for claim in original.claims where isConfidential(claim) { before.formUnion(claim.entitiesNamed) }
        for claim in claims { after.formUnion(claim.entitiesNamed) }
        return ClaimGraph(
            information: original.information,
            vocabulary: original.vocabulary,
            ownRelations: original.ownRelations,
            entities: original.entities.filter { after.contains($0.id) || !before.contains($0.id) },
            sources: original.sources.map(redacted).sorted { $0.id < $1.id },
            claims: claims.sorted { $0.id < $1.id }
        )
    }

    private func redacted(_ source: Source) -> Source {
        let origins = source.derivedFrom.map { aliases[$0] ?? $0 }
        guard let alias = aliases[source.id] else {
            var open = source
            open.derivedFrom = origins
            return open
        }
        let letter = alias.dropFirst("confidential-".count).uppercased()
        return Source(
            id: alias,
            title: "confidential source \(letter)",
            reliability: source.reliability,
            derivedFrom: origins,
            isConfidential: true
        )
    }

    private var redactedClaims: [Claim] {
        let origins = Origins(original)
        var tags: [String: [String: Int]] = [:]
        let openTags = Set(
            original.claims.filter { !isConfidential($0) }.map {
                ClaimID(source: $0.source, local: $0.oneOf ?? "")
            }
        )
        return original.claims.map { claim in
            var shown = claim
            shown.about = claim.about.map { ids[$0] ?? $0 }
            if case .claims(let others) = claim.condition {
                shown.condition = .claims(others.map { ids[$0] ?? $0 })
            }
            if let via = claim.via, let alias = aliases[via] ?? aliasOfTitle[via] { shown.via = alias }
            guard let id = ids[claim.id] else { return shown }
            shown.hiddenOrigins = origins.origins(of: claim).map { aliases[$0] ?? $0 }
            shown.id = id
            shown.isConfidential = true
            if let tag = claim.oneOf, !openTags.contains(ClaimID(source: claim.source, local: tag)) {
                let number = tags[id.source]?[tag] ?? (tags[id.source]?.count ?? 0) + 1
                tags[id.source, default: [:]][tag] = number
                shown.oneOf = "confidential-\(number)"
            }
            shown.attributedTo = []
            shown.said = nil
            for text in [\Claim.locator, \.quote, \.via, \.wording, \.dateText, \.rankReason, \.note] {
                shown[keyPath: text] = nil
            }
            shown.location = nil
            return shown
        }
    }

    /// a, b, …, z, aa, ab, …
    private static func letters(_ number: Int) -> String {
        var rest = number
        var text = ""
        repeat {
            text = String(UnicodeScalar(UInt8(97 + rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }
}
