internal import EDTF

// Said to be so, and said not to be so.

extension ConflictFinder {
    /// A claim that something is not so, against those that say it is.
    ///
    /// Hard where every day on which the one can have happened is ruled out by the other. The negation of a relation
    /// reaches its special cases only under an assumption: who says "no contact" may mean no meeting. A denial, an
    /// accusation or a want of proof leaves room, and is a tension.
    mutating func comparePolarities() {
        let negations = groups { place -> [Fact] in
            claim(place).affirms || claim(place).condition != nil ? [] : [Fact(claim(place))]
        }
        let negated = Set(negations.flatMap { pairs(claim($0.claims[0])) })
        var affirming: [[String]: [Int]] = [:]
        for place in eligible where claim(place).affirms && claim(place).condition == nil {
            for pair in pairs(claim(place)) where negated.contains(pair) {
                affirming[pair, default: []].append(place)
            }
        }
        for (fact, against) in negations {
            guard let pair = pairs(claim(against[0])).first else { continue }
            let candidates = affirming[pair] ?? []
            var told: [Conflict.Kind: (so: Set<Int>, not: Set<Int>, assumes: Set<String>)] = [:]
            for no in against {
                for yes in candidates where isAboutTheSame(yes, no) {
                    guard let (kind, assumes) = opposition(yes, no) else { continue }
                    var entry = told[kind] ?? ([], [], [])
                    entry.so.insert(yes)
                    entry.not.insert(no)
                    entry.assumes.formUnion(assumes)
                    told[kind] = entry
                }
            }
            guard let gravest = told.keys.min(), let worst = told[gravest] else { continue }
            // One conflict for one fact: what is dated and stands against it more weakly joins; what has no date, and
            // need not touch it, does not.
            var (so, not) = (worst.so, worst.not)
            var perhaps: Set<Int> = []
            for (kind, weaker) in told where kind > gravest {
                perhaps.formUnion(weaker.so.subtracting(so).filter { !timing($0).isUndated })
                not.formUnion(weaker.not.filter { !timing($0).isUndated })
            }
            let rebuttals = (of: contradictions(of: so), ofThem: contradictions(of: not))
            not.formUnion(rebuttals.of)
            so.formUnion(rebuttals.ofThem)
            let maybe = perhaps.isEmpty ? "" : "; perhaps \(dates(of: perhaps.sorted()))"
            let first = claim(against[0])
            report(
                gravest,
                "whether \(words(fact.relation, first.ends))",
                about: first.ends.entities,
                [
                    Statement(
                        says: "so: \(dates(of: so.sorted()))\(maybe)",
                        claims: so.union(perhaps).sorted()
                    ),
                    Statement(
                        says: "\(refusal(of: not.sorted())): \(dates(of: not.sorted()))",
                        claims: not.sorted()
                    ),
                ],
                assumes: worst.assumes.sorted().joined(separator: "; ")
            )
        }
    }

    /// The claims that contradict one of some claims, by naming it.
    private func contradictions(of places: Set<Int>) -> [Int] {
        let contradicting = Set(graph.vocabulary.narrower(than: "contradicted"))
        return eligible.filter { place in
            contradicting.contains(claim(place).relation) && claim(place).affirms
                && claim(place).about.contains { graph.index(ofClaim: $0).map(places.contains) ?? false }
        }
    }

    /// The pairs of ends by which a claim is found: subject and object in this order, participants in that of their
    /// ids, one end alone.
    private func pairs(_ claim: Claim) -> [[String]] {
        switch claim.ends {
        case .unary(let one): return [[one]]
        case .directed(let subject, let object): return [[subject, object].sorted()]
        case .symmetric(let all):
            let sorted = all.sorted()
            return sorted.indices.flatMap { i in sorted[(i + 1)...].map { [sorted[i], $0] } }
        }
    }

    /// Whether one claim affirms what another does not: the same relation or a special case of it, of the same ends.
    private func isAboutTheSame(_ yes: Int, _ no: Int) -> Bool {
        let (yes, no) = (claim(yes), claim(no))
        guard graph.vocabulary.isA(yes.relation, no.relation) else { return false }
        switch (yes.ends, no.ends) {
        case (.directed, .directed): return yes.ends == no.ends
        default: return Set(yes.ends.entities).isSuperset(of: no.ends.entities)
        }
    }

    private func opposition(_ yes: Int, _ no: Int) -> (Conflict.Kind, assumes: [String])? {
        let (so, not) = (claim(yes), claim(no))
        if let one = so.event, let other = not.event, one != other { return nil }
        func areApart(_ some: [String], _ others: [String]) -> Bool {
            !some.isEmpty && !others.isEmpty && Set(some).isDisjoint(with: others)
        }
        if areApart(so.venues, not.venues) || areApart(so.regarding, not.regarding) { return nil }
        guard so.status.isPlanned == not.status.isPlanned, timing(yes).meets(timing(no)) > .impossible else {
            return nil
        }
        // What is denied of a narrower matter may be so of the wider one.
        func covers(_ narrow: [String], _ wide: [String]) -> Bool {
            narrow.isEmpty || !Set(narrow).isDisjoint(with: wide)
        }
        let reaches =
            (not.event == nil || not.event == so.event) && covers(not.venues, so.venues)
            && covers(not.regarding, so.regarding) && not.value == nil && not.ordinal == nil
        guard isFirm(yes), isFirm(no), not.polarity == .negative, reaches, !so.status.isPlanned else {
            return (.tension, [])
        }
        var assumed: [String] = []
        if so.relation != not.relation {
            let (narrow, wide) = (graph.relation(of: so).reads, graph.relation(of: not).reads)
            assumed.append("“\(not.wording ?? wide)” covers what is told as “\(narrow)”")
        }
        if let role = not.role, role != so.role { assumed.append("what is told was so as “\(role)”") }
        if timing(no).isUndated {
            assumed.append("what is not so, in \(not.id), is meant of all the time before")
        } else if !isRuledOut(yes, by: no) {
            return (.tension, [])
        }
        guard let more = assumptions(of: [[yes], [no]]) else { return (.tension, []) }
        assumed += more
        return (assumed.isEmpty ? .hard : .conditional, assumed)
    }

    /// Whether a negation rules out every day on which a contact can have happened, or some day of a spell.
    private func isRuledOut(_ yes: Int, by no: Int) -> Bool {
        let (so, not) = (timing(yes), timing(no))
        guard !so.isUndated else { return false }
        guard so.isContact else { return so.meets(not) == .certain }
        guard let core = not.bounds.core else { return false }
        return core.lowerBound <= so.bounds.beginEarliest && so.bounds.endLatest <= core.upperBound
    }

    private func refusal(of places: [Int]) -> String {
        var told: Set<String> = []
        return places.map { claim($0).affirms ? "contradicted" : text.opposing(claim($0)) }.filter {
            told.insert($0).inserted
        }.joined(separator: ", ")
    }
}
