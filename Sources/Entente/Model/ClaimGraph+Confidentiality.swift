extension ClaimGraph {
    /// Whether anything in it is confidential.
    public var hasConfidentialParts: Bool {
        sources.contains(where: \.isConfidential) || claims.contains(where: \.isConfidential)
    }

    /// The same graph without what is confidential: the form that drawings, reports, conversions and answers use.
    ///
    /// A confidential source becomes "confidential source A", "B", … in the order of ids, and loses publisher,
    /// addresses, dates of publication and remarks. Claims that are confidential, or from such a source, lose
    /// locator, quotation, speakers, wire, wording and remark; their content stays and is counted. Their ids are
    /// made from their places among the claims of their source, since an id may tell who spoke.
    public func withoutConfidentialParts() -> ClaimGraph {
        guard hasConfidentialParts else { return self }
        var aliases: [String: String] = [:]
        for source in sources where source.isConfidential {
            aliases[source.id] = "confidential-\(Self.letters(aliases.count))"
        }
        var ids: [ClaimID: ClaimID] = [:]
        var numbers: [String: Int] = [:]
        for claim in claims {
            guard let alias = aliases[claim.source] else { continue }
            numbers[alias, default: 0] += 1
            ids[claim.id] = ClaimID(source: alias, local: "c\(numbers[alias] ?? 0)")
        }
        let redactedSources = sources.map { source -> Source in
            guard let alias = aliases[source.id] else {
                var open = source
                open.derivedFrom = source.derivedFrom.map { aliases[$0] ?? $0 }
                return open
            }
            let letter = alias.dropFirst("confidential-".count).uppercased()
            return Source(
                id: alias, title: "confidential source \(letter)", reliability: source.reliability,
                derivedFrom: source.derivedFrom.map { aliases[$0] ?? $0 }, isConfidential: true)
        }
        let redactedClaims = claims.map { claim -> Claim in
            var shown = claim
            shown.id = ids[claim.id] ?? claim.id
            shown.about = claim.about.map { ids[$0] ?? $0 }
            if case .claims(let others) = claim.condition { shown.condition = .claims(others.map { ids[$0] ?? $0 }) }
            if let via = claim.via, let alias = aliases[via] { shown.via = alias }
            guard claim.isConfidential || aliases[claim.source] != nil else { return shown }
            shown.isConfidential = true
            shown.locator = nil
            shown.quote = nil
            shown.attributedTo = []
            shown.said = nil
            shown.via = nil
            shown.wording = nil
            shown.dateText = nil
            shown.rankReason = nil
            shown.note = nil
            shown.location = nil
            return shown
        }
        return ClaimGraph(
            information: information, vocabulary: vocabulary, ownRelations: ownRelations, entities: entities,
            sources: redactedSources.sorted { $0.id < $1.id }, claims: redactedClaims.sorted { $0.id < $1.id })
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
