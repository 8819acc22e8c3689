internal import EDTF

extension Validation {
    /// Checks the claims, gives them their final ids and puts them in the order of these.
    ///
    /// Claims are large and many, so the draft's are looked at where they are and copied once, into the result.
    mutating func checkClaims() -> [Claim] {
        var ids: [ClaimID] = []
        ids.reserveCapacity(draft.claims.count)
        var firstPlaces: [ClaimID: Int] = [:]
        for (index, claim) in draft.claims.enumerated() {
            var id = claim.id
            if !claim.hasWrittenID { id.local = claim.contentID }
            ids.append(id)
            checkIdentity(of: claim, id, at: index, &firstPlaces)
        }
        claimIDs = Set(firstPlaces.keys)
        for (index, positions) in draft.positions.enumerated() {
            let claim = finished(index, ids)
            checkReferences(of: claim, positions)
            checkEnds(of: claim, positions)
            checkTime(of: claim, positions)
            checkNumbers(of: claim, positions)
        }
        return ids.indices.sorted { ids[$0] < ids[$1] }.map { finished($0, ids) }
    }

    private func finished(_ index: Int, _ ids: [ClaimID]) -> Claim {
        var claim = draft.claims[index]
        claim.id = ids[index]
        return claim
    }

    /// Checks that a claim's source exists and that its id is its own.
    private mutating func checkIdentity(
        of claim: Claim,
        _ id: ClaimID,
        at index: Int,
        _ firstPlaces: inout [ClaimID: Int]
    ) {
        let positions = draft.positions[index]
        // Without a source of its own a claim is at fault whatever could not be read.
        if sources[id.source] == nil, id.source.isEmpty || !isUnread(id.source, in: draft.unread.sources) {
            report(
                "unknown-source",
                at: positions[.source],
                id.source.isEmpty ? "the claim names no source" : "unknown source \"\(id.source)\"",
                hint: id.source.isEmpty
                    ? "add \"source: ID\" to the claim, or \"source:\" at the top of the file"
                    : sourceHint(id.source)
            )
        }
        if id.local.isEmpty {
            report(
                "missing-id",
                at: positions[.id],
                "the claim's id is empty",
                hint: "leave the key out, or name it"
            )
        }
        guard let first = firstPlaces[id] else {
            firstPlaces[id] = index
            return
        }
        let place = draft.positions[first].claim.map { " at \($0)" } ?? ""
        report(
            "duplicate-claim",
            at: positions[.id],
            claim.hasWrittenID
                ? "claim id \"\(id.local)\" is used twice in source \"\(id.source)\""
                : "this claim repeats another one word for word",
            hint: claim.hasWrittenID
                ? "it is first used\(place)" : "the other one stands\(place); remove one, or give each an id"
        )
    }

    // MARK: References

    private mutating func checkReferences(of claim: Claim, _ positions: FieldPositions) {
        if let event = claim.event { checkEntity(event, at: positions[.event], as: [.event], role: "event") }
        for (item, venue) in claim.venues.enumerated() {
            checkEntity(venue, at: positions[.venue, item: item], as: [.venue, .state], role: "venue")
        }
        for (item, entity) in claim.regarding.enumerated() {
            checkEntity(entity, at: positions[.regarding, item: item], as: nil, role: "regarding")
        }
        for (item, speaker) in claim.attributedTo.enumerated() {
            checkEntity(
                speaker,
                at: positions[.attributedTo, item: item],
                as: [.actor, .document],
                role: "attributedTo"
            )
        }
        if let said = claim.said {
            if let venue = said.venue {
                checkEntity(venue, at: positions[.said], as: [.venue, .state], role: "venue of said")
            }
            if let event = said.event {
                checkEntity(event, at: positions[.said], as: [.event], role: "event of said")
            }
        }
        for (item, other) in claim.about.enumerated() {
            checkClaimReference(other, from: claim, at: positions[.about, item: item])
        }
        if case .claims(let conditions) = claim.condition {
            for (item, other) in conditions.enumerated() {
                checkClaimReference(other, from: claim, at: positions[.condition, item: item])
            }
        }
    }

    private mutating func checkClaimReference(
        _ other: ClaimID,
        from claim: Claim,
        at location: SourceLocation?
    ) {
        if other == claim.id {
            report("self-reference", at: location, "claim \"\(claim.id)\" speaks of itself")
        } else if !claimIDs.contains(other), !isUnread(other, in: draft.unread.claims) {
            let near = claimNames[other.source]?.nearest(to: other.local)
            report(
                "unknown-claim",
                at: location,
                "there is no claim \"\(other)\"",
                hint: near.map { "did you mean \"\(other.source)/\($0)\"?" }
                    ?? "a claim of the same source is named by its id, another one by \"source/id\""
            )
        }
    }

    /// Reports an entity that does not exist, or is of none of the given kinds.
    private mutating func checkEntity(
        _ id: String,
        at location: @autoclosure () -> SourceLocation?,
        as kinds: [EntityKind]?,
        role: String
    ) {
        guard let entity = entities[id] else {
            if isUnread(id, in: draft.unread.entities) { return }
            report("unknown-entity", at: location(), "unknown entity \"\(id)\"", hint: entityHint(id))
            return
        }
        guard let kinds, !kinds.contains(where: entity.kind.isA) else { return }
        report(
            "wrong-kind",
            at: location(),
            "\"\(id)\" is \(entity.kind.withArticle), but \(role) takes \(Self.choices(kinds))",
            hint: "change the entity's kind, or name another entity"
        )
    }

    private mutating func entityHint(_ id: String) -> String {
        if let near = entityNames.nearest(to: id) { return "did you mean \"\(near)\"?" }
        if let named = entityOfName[id] { return "claims name entities by id: \"\(named)\"" }
        return "declare it under \"entities:\", for example  \(id): {kind: person, name: …}"
    }

    private static func choices(_ kinds: [EntityKind]) -> String {
        if Set(kinds) == Set(EntityKind.allCases) { return "any entity" }
        let words = kinds.map(\.withArticle)
        guard words.count > 1, let last = words.last else { return words.first ?? "nothing" }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    // MARK: Ends

    private mutating func checkEnds(of claim: Claim, _ positions: FieldPositions) {
        guard let relation = vocabulary[claim.relation] else {
            if !isUnread(claim.relation, in: draft.unread.relations) {
                report(
                    "unknown-relation",
                    at: positions[.relation],
                    "unknown relation \"\(claim.relation)\"",
                    hint: relationHint(claim.relation)
                )
            }
            for (item, id) in claim.ends.entities.enumerated() {
                let (key, number) = Self.position(of: item, in: claim)
                checkEntity(
                    id,
                    at: positions[key, item: number],
                    as: nil,
                    role: ""
                )
            }
            return
        }
        switch (claim.ends, relation.arity) {
        case (.unary(let subject), .unary):
            checkEntity(
                subject,
                at: positions[.subject],
                as: relation.subjectKinds,
                role: "the subject of \(relation.id)"
            )
        case (.directed(let subject, let object), .directed):
            checkEntity(
                subject,
                at: positions[.subject],
                as: relation.subjectKinds,
                role: "the subject of \(relation.id)"
            )
            checkEntity(
                object,
                at: positions[.object],
                as: relation.objectKinds,
                role: "the object of \(relation.id)"
            )
            if subject == object {
                report(
                    "self-relation",
                    at: positions[.object],
                    "subject and object of \(relation.id) are the same entity, \"\(subject)\"",
                    severity: .warning
                )
            }
        case (.symmetric(let all), .symmetric):
            if all.count < 2 {
                report(
                    "too-few-participants",
                    at: positions[.participants],
                    "\(relation.id) joins two or more participants, but \(all.isEmpty ? "none is" : "one is") named",
                    hint: arityHint(relation)
                )
            }
            for (item, id) in all.enumerated() {
                checkEntity(
                    id,
                    at: positions[.participants, item: item],
                    as: relation.subjectKinds,
                    role: "a participant of \(relation.id)"
                )
            }
            var seen: Set<String> = []
            for (item, id) in all.enumerated() where !seen.insert(id).inserted {
                report(
                    "repeated-participant",
                    at: positions[.participants, item: item],
                    "participant \"\(id)\" is named twice"
                )
            }
        default:
            report("wrong-arity", at: positions[.relation], arityMessage(relation), hint: arityHint(relation))
        }
    }

    /// The key, and the item of its list, that name one of a claim's ends.
    private static func position(of item: Int, in claim: Claim) -> (key: ClaimKey, item: Int) {
        if case .symmetric = claim.ends { return (.participants, item) }
        return (item == 0 ? .subject : .object, 0)
    }

    private func arityMessage(_ relation: Relation) -> String {
        switch relation.arity {
        case .unary: "relation \(relation.id) takes a subject and no object"
        case .directed: "relation \(relation.id) goes from a subject to an object"
        case .symmetric: "relation \(relation.id) joins two or more participants"
        }
    }

    private func arityHint(_ relation: Relation) -> String {
        switch relation.arity {
        case .unary: "write  subject: ID"
        case .directed: "write  subject: ID  and  object: ID"
        case .symmetric: "write  participants: [ID, ID]"
        }
    }

    // MARK: Time

    private mutating func checkTime(of claim: Claim, _ positions: FieldPositions) {
        guard let relation = vocabulary[claim.relation] else { return }
        switch claim.time {
        case .span(let from, let until):
            if let from, let until, from.isAfter(until) == .certain {
                report(
                    "ends-before-start",
                    at: positions[.until],
                    "the spell ends (\(until)) before it starts (\(from))",
                    hint: "exchange \"from\" and \"until\", or correct one of them"
                )
            }
            if relation.time == .contact {
                report(
                    "span-of-contact",
                    at: positions[from == nil ? .until : .from],
                    "\(relation.id) is a contact: it happened at one time and has no \"from\" or \"until\"",
                    hint:
                        "write  when: A/B  for one that lasted from A to B, or  when: \"[A..B]\"  for some time between"
                )
            }
        case .observed:
            if relation.time == .contact {
                report(
                    "observed-contact",
                    at: positions[.observed],
                    "\(relation.id) is a contact and cannot be observed as a state",
                    hint: "write  when: DATE"
                )
            }
        case .undated, .when:
            break
        }
    }
}

extension Validation {
    private mutating func checkNumbers(of claim: Claim, _ positions: FieldPositions) {
        if let credibility = claim.credibility, !(1...6).contains(credibility) {
            report(
                "bad-credibility",
                at: positions[.credibility],
                "credibility goes from 1 (confirmed by others) to 6 (cannot be judged), and is not \(credibility)"
            )
        }
        if let ordinal = claim.ordinal, ordinal.n < 1 {
            report(
                "bad-ordinal",
                at: positions[.ordinal],
                "an ordinal counts from 1, and is not \(ordinal.n)"
            )
        }
    }
}

extension EntityKind {
    /// "a person", "an event".
    package var withArticle: String {
        switch self {
        case .actor, .organization, .event: "an \(rawValue)"
        default: "a \(rawValue)"
        }
    }
}
