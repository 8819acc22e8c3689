internal import EDTF

// Two that may be one, and dates that may stand for others.

extension ConflictFinder {
    mutating func compareIdentities() {
        compareNames()
        compareEvents()
    }

    /// Treaties and policies whose names differ by a number or by what stands in brackets; where their claims give
    /// different values for what could be one, that is a conflict if they are.
    ///
    /// Places and people are told apart by such brackets. What a claim calls the same or different is settled.
    private mutating func compareNames() {
        var byStem: [String: [String]] = [:]
        for entity in graph.entities where [.policy, .treaty].contains(entity.kind) {
            let stem = Self.stem(of: entity.name)
            guard stem.split(separator: " ").count > 1 else { continue }
            byStem["\(entity.kind.rawValue) \(stem)", default: []].append(entity.id)
        }
        for stem in byStem.keys.sorted() {
            let ids = (byStem[stem] ?? []).filter { id in eligible.contains { claim($0).names(id) } }
            guard ids.count > 1, !isSettled(ids) else { continue }
            let claims = ids.map { id in
                eligible.filter { claim($0).ends.entities.contains(id) && claim($0).affirms }
            }
            let valued = claims.map { $0.filter { claim($0).value?.measured != nil } }
            let sides = zip(ids, claims).filter { !$0.1.isEmpty }
            guard sides.count > 1 else { continue }
            let differ = valued.indices.contains { i in
                valued[(i + 1)...].contains { other in
                    valued[i].contains { one in other.contains { !agree(one, $0) } }
                }
            }
            let names = ids.map { "“\(text.name($0))”" }
            if differ {
                report(
                    .conditional,
                    "how much: \(Self.withoutBrackets(text.name(ids[0])))",
                    about: ids,
                    valued.filter { !$0.isEmpty }.map { Statement(says: values(of: $0), claims: $0) },
                    assumes: "\(ClaimText.joined(names)) are one"
                )
            } else {
                report(
                    .identity,
                    ClaimText.joined(names),
                    about: ids,
                    sides.map { Statement(says: text.name($0.0), claims: $0.1) }
                )
            }
        }
    }

    /// A name without numbers, brackets and what stands in them, folded.
    private static func stem(of name: String) -> String { NameIndex.fold(withoutBrackets(name)) }

    private static func withoutBrackets(_ name: String) -> String {
        var depth = 0
        var kept = ""
        for character in name {
            switch character {
            case "(", "[": depth += 1
            case ")", "]": depth -= depth > 0 ? 1 : 0
            default: if depth == 0, !character.isNumber, character != "%" { kept.append(character) }
            }
        }
        return kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func isSettled(_ ids: [String]) -> Bool {
        eligible.contains { place in
            ["same-as", "different-from"].contains(claim(place).relation)
                && Set(ids).isSuperset(of: claim(place).ends.entities)
        }
    }

    /// Happenings in which the same people are told to have been, in ways and at times that can be one; of each two at
    /// least one has no day of its own.
    private mutating func compareEvents() {
        let told = groups { place -> [Fact] in
            guard isFact(place), claim(place).event != nil,
                graph.relation(of: claim(place)).family == .contact,
                graph.relation(of: claim(place)).time == .contact
            else { return [] }
            var fact = Fact(claim(place))
            fact.relation = ""
            fact.ends.sort()
            return [fact]
        }
        for (fact, places) in told {
            let events = groups(of: places) { [claim($0).event ?? ""] }
            let vague = events.indices.filter { isVague(events[$0].claims) }
            var fitting: Set<Int> = []
            for one in vague {
                for other in events.indices
                where other != one && mayBeOne(events[one].claims, events[other].claims) {
                    fitting.formUnion([one, other])
                }
            }
            let candidates = fitting.sorted().map { events[$0] }
            guard !candidates.isEmpty, !isSettled(candidates.map(\.key)) else { continue }
            report(
                .identity,
                "which dealings of \(ClaimText.joined(fact.ends.map(text.name))) are one",
                about: candidates.map(\.key),
                candidates.map { event, claims in
                    Statement(says: "\(text.name(event)): \(particulars(claims))", claims: claims)
                }
            )
        }
    }

    /// Whether no claim gives a happening a time of a month or less.
    private func isVague(_ places: [Int]) -> Bool {
        places.allSatisfy { place in
            let bounds = timing(place).bounds
            guard !timing(place).isUndated, let begin = bounds.earliestBegin, let end = bounds.latestEnd
            else {
                return true
            }
            let (width, overflows) = end.subtractingReportingOverflow(begin)
            return overflows || width > 31 * 86_400
        }
    }

    private func particulars(_ places: [Int]) -> String {
        [dates(of: places), values(of: places)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func mayBeOne(_ some: [Int], _ others: [Int]) -> Bool {
        some.allSatisfy { one in
            others.allSatisfy { other in
                let (a, b) = (claim(one), claim(other))
                let venuesMeet =
                    a.venues.isEmpty || b.venues.isEmpty || !Set(a.venues).isDisjoint(with: b.venues)
                return venuesMeet && timing(one).meets(timing(other)) > .impossible
                    && (graph.vocabulary.isA(a.relation, b.relation)
                        || graph.vocabulary.isA(b.relation, a.relation))
            }
        }
    }

    /// The same deed told of a whole and of its part, of a state and of who holds office in it.
    mutating func compareGranularity() {
        let joined = wholes()
        for end in [0, 1] {
            let told = groups { place -> [Fact] in
                guard isFact(place), isFirm(place), case .directed(let subject, _) = claim(place).ends,
                    graph.relation(of: claim(place)).family != .structure,
                    graph.entity(subject)?.kind.isActor == true
                else { return [] }
                var fact = Fact(claim(place))
                fact.ends.remove(at: end)
                return [fact]
            }
            for (fact, places) in told {
                let parties = groups(of: places) { [claim($0).ends.entities[end]] }
                let related = parties.filter { one in
                    parties.contains { other in
                        other.key != one.key
                            && (joined.contains([one.key, other.key])
                                || joined.contains([other.key, one.key]))
                            && one.claims.contains { a in
                                other.claims.contains { timing(a).meets(timing($0)) > .impossible }
                            }
                    }
                }
                guard related.count > 1, Set(related.flatMap(\.claims).map { claim($0).source }).count > 1,
                    let first = related.first?.claims.first
                else { continue }
                let relation = graph.relation(of: claim(first))
                let other = text.name(fact.ends[0])
                report(
                    .precision,
                    end == 0 ? "who \(relation.reads) \(other)" : "whom or what \(other) \(relation.reads)",
                    about: fact.ends + related.map(\.key),
                    related.map { Statement(says: text.name($0.key), claims: $0.claims) }
                )
            }
        }
    }

    /// The pairs of a part and its whole, a holder and the office's body.
    private func wholes() -> Set<[String]> {
        let relations = Set(
            ["part-of", "holds-office", "member-of", "delegation-of", "works-for", "adviser-to", "envoy-of"]
                .flatMap { graph.vocabulary.narrower(than: $0) }
        )
        return Set(
            eligible.filter { isFact($0) && relations.contains(claim($0).relation) }.map {
                claim($0).ends.entities
            }
        )
    }

    /// Sources that date several things to the first of a month.
    mutating func findPlaceholders() {
        for (source, firsts) in Lints.firstsOfMonth(in: eligible.map(claim)) {
            let places = firsts.compactMap { graph.index(ofClaim: $0.id) }
            report(
                .placeholder,
                "firsts of a month in \(graph.source(source)?.title ?? source)",
                about: [],
                [Statement(says: "may stand for the whole month", claims: places)]
            )
        }
    }
}
