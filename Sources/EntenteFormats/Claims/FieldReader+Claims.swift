internal import EDTF
internal import Entente

extension FieldReader {
    /// Reads a claim.
    ///
    /// - Parameter defaultSource: The file's one source, where it has just one.
    func readClaim(_ node: TextNode, defaultSource: String?) {
        guard let fields = fields(of: node, as: ClaimKey.self) else { return }
        let source = string(fields[.source]) ?? (fields.given.contains(.source) ? "" : defaultSource) ?? ""
        var id = ClaimID(source: source, local: "")
        if let written = fields[.id], let local = string(written) {
            if local.contains("/") {
                report(
                    "bad-id",
                    at: written,
                    "the id of a claim cannot contain \"/\"",
                    hint: "another claim is named \"source/id\", a claim itself by its id alone"
                )
            } else {
                id.local = local
            }
        }
        // All fields are read before the claim may turn out to be none, so that all their problems are found.
        var claim = Claim(id: id, relation: "", ends: .unary(""), time: time(fields))
        var positions = FieldPositions(claim: location(of: node))
        for field in fields.valid {
            set(field, of: &claim)
            note(field, in: &positions)
        }
        let ends = ends(fields, at: node)
        guard let relation = string(fields[.relation]), let ends,
            !source.isEmpty || !fields.given.contains(.source)
        else {
            if !id.local.isEmpty { reading.draft.unread.claims.insert(id) }
            return
        }
        claim.relation = relation
        claim.ends = ends
        claim.hasWrittenID = !id.local.isEmpty
        claim.location = location(of: node)
        reading.draft.add(claim, positions: positions)
    }

    private func note(_ field: Field<ClaimKey>, in positions: inout FieldPositions) {
        if case .list(let items) = field.value.content, !items.isEmpty {
            for (index, item) in items.enumerated() {
                positions.set(field.key, item: index, line: Int(item.line), column: Int(item.column))
            }
        } else {
            positions.set(field.key, line: Int(field.value.line), column: Int(field.value.column))
        }
    }

    private func set(_ field: Field<ClaimKey>, of claim: inout Claim) {
        let value = field.value
        let word = value.text ?? ""
        switch field.key {
        case .id, .source, .relation, .subject, .object, .participants, .when, .from, .until, .observed:
            break  // read together, before the others
        case .event: claim.event = string(value)
        case .venue: claim.venues = strings(value)
        case .regarding: claim.regarding = strings(value)
        case .role: claim.role = string(value)
        case .value: claim.value = claimValue(value)
        case .about: claim.about = strings(value).compactMap { claimID($0, from: claim.source) }
        case .condition: claim.condition = condition(value, from: claim.source)
        case .ordinal: claim.ordinal = ordinal(value)
        case .oneOf: claim.oneOf = string(value)
        case .dateText: claim.dateText = string(value)
        case .polarity: claim.polarity = Claim.Polarity(rawValue: word) ?? claim.polarity
        case .status: claim.status = Claim.Status(rawValue: word) ?? claim.status
        case .modality: claim.modality = Claim.Modality(rawValue: word) ?? claim.modality
        case .attributedTo: claim.attributedTo = strings(value)
        case .said: claim.said = said(value)
        case .via: claim.via = string(value)
        case .basis: claim.basis = Claim.Basis(rawValue: word) ?? claim.basis
        case .wording: claim.wording = string(value)
        case .quote: claim.quote = string(value)
        case .locator: claim.locator = string(value)
        case .credibility: claim.credibility = Int(word)
        case .rank: claim.rank = Claim.Rank(rawValue: word) ?? claim.rank
        case .rankReason: claim.rankReason = string(value)
        case .confidential: claim.isConfidential = word == "true"
        case .note: claim.note = string(value)
        }
    }

    /// The claim that a reference names, or nil where it names one of the same source and that is not known.
    private func claimID(_ text: String, from source: String) -> ClaimID? {
        guard let slash = text.lastIndex(of: "/") else {
            return source.isEmpty ? nil : ClaimID(source: source, local: text)
        }
        return ClaimID(
            source: reading.intern(String(text[..<slash])),
            local: reading.intern(String(text[text.index(after: slash)...]))
        )
    }

    // MARK: Ends

    private func ends(_ fields: Fields<ClaimKey>, at node: TextNode) -> Claim.Ends? {
        if fields.given.contains(.participants) {
            for key in [ClaimKey.subject, .object] where fields.given.contains(key) {
                report(
                    "mixed-ends",
                    at: fields[key] ?? node,
                    "a claim has either \"participants\" or \"subject\" and \"object\"",
                    hint:
                        "write \"participants\" for a symmetric relation, \"subject\" and \"object\" for a directed one"
                )
                return nil
            }
            return fields[.participants].map { .symmetric(strings($0)) }
        }
        guard fields.given.contains(.subject) else {
            report(
                "missing-key",
                at: node,
                "the claim names neither \"subject\" nor \"participants\"",
                hint:
                    "write  subject: ID  and  object: ID , or  participants: [ID, ID]  for a symmetric relation"
            )
            return nil
        }
        guard let subject = string(fields[.subject]) else { return nil }
        guard fields.given.contains(.object) else { return .unary(subject) }
        guard let object = string(fields[.object]) else { return nil }
        return .directed(subject: subject, object: object)
    }

    // MARK: Time

    private func time(_ fields: Fields<ClaimKey>) -> ClaimTime {
        let given = fields.given.filter { [.when, .from, .until, .observed].contains($0) }
        let isSpan = given.allSatisfy { $0 == .from || $0 == .until }
        if given.count > 1, !isSpan {
            if let second = fields[given[1]] {
                report(
                    "mixed-times",
                    at: second,
                    "\"\(given[0].rawValue)\" and \"\(given[1].rawValue)\" cannot both date a claim",
                    hint: "a claim has \"when\", or \"from\" and \"until\", or \"observed\""
                )
            }
            return .undated
        }
        func date(_ key: ClaimKey) -> EDTFDate? {
            fields[key].flatMap { self.date(of: $0, under: key.rawValue) }
        }
        if let when = date(.when) { return .when(when) }
        if let observed = date(.observed) { return .observed(observed) }
        let (from, until) = (date(.from), date(.until))
        return from == nil && until == nil ? .undated : .span(from: from, until: until)
    }

    // MARK: Maps in a claim

    private func claimValue(_ node: TextNode) -> ClaimValue? {
        if let text = string(node) { return .text(text) }
        guard let fields = fields(of: node, as: ValueKey.self),
            let number = fields[.number]?.text.flatMap(NumberText.double)
        else { return nil }
        return .number(
            number,
            unit: string(fields[.unit]),
            isApproximate: fields[.approximate]?.text == "true"
        )
    }

    private func condition(_ node: TextNode, from source: String) -> Claim.Condition? {
        if let text = string(node) { return .text(text) }
        guard let fields = fields(of: node, as: ConditionKey.self), let claims = fields[.claims] else {
            return nil
        }
        return .claims(strings(claims).compactMap { claimID($0, from: source) })
    }

    private func ordinal(_ node: TextNode) -> Claim.Ordinal? {
        guard let fields = fields(of: node, as: OrdinalKey.self),
            let n = fields[.n]?.text.flatMap({ Int($0) })
        else { return nil }
        return Claim.Ordinal(
            n: n,
            of: string(fields[.of]),
            since: fields[.since].flatMap { date(of: $0, under: "since") }
        )
    }

    private func said(_ node: TextNode) -> Claim.Utterance? {
        guard let fields = fields(of: node, as: SaidKey.self) else { return nil }
        return Claim.Utterance(
            when: fields[.when].flatMap { date(of: $0, under: "when") },
            venue: string(fields[.venue]),
            event: string(fields[.event])
        )
    }
}
