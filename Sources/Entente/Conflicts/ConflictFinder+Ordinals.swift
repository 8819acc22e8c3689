internal import EDTF

// "The first meeting in person": so there was none before.

extension ConflictFinder {
    /// A place in a count, against earlier happenings that leave no room for it, and against another in the same count.
    ///
    /// Hard where the earlier claim says that it is of the same scope, or the count has none; else it hangs on that.
    mutating func compareOrdinals() {
        let counted = groups { place -> [Scope] in
            guard isFact(place), claim(place).ordinal != nil, !timing(place).isUndated else { return [] }
            return [Scope(claim(place))]
        }
        for (scope, places) in counted {
            var earlier: Set<Int> = []
            var certain = false
            var belied: Set<Int> = []
            for place in places {
                let before = happenings(before: place, in: scope)
                guard before.count >= claim(place).ordinal?.n ?? 1 else { continue }
                belied.insert(place)
                earlier.formUnion(before.joined())
                let own = before.filter {
                    $0.contains { claim($0).ordinal?.of == scope.of || scope.of == nil }
                }
                if own.count >= claim(place).ordinal?.n ?? 1 { certain = true }
            }
            guard let first = belied.min() else { continue }
            let subject = "\(words(claim(first).relation, claim(first).ends)): whether it was so before"
            let sides = [earlier.subtracting(belied).sorted(), belied.sorted()].filter { !$0.isEmpty }
            guard sides.count == 2 else { continue }
            let scopeWords = [scope.of, scope.since.map { "since \($0)" }].compactMap(\.self).joined(
                separator: " "
            )
            let (kind, assumes) = grade(
                sides,
                assuming: certain ? [] : ["what came earlier counts as “\(scopeWords)”"]
            )
            report(
                kind,
                subject,
                about: claim(first).ends.entities,
                [
                    Statement(says: "earlier: \(dates(of: sides[0]))", claims: sides[0]),
                    Statement(says: sides[1].map(counting).joined(separator: "; "), claims: sides[1]),
                ],
                assumes: assumes
            )
        }
    }

    /// What is counted: a relation of ends, in a scope, from a date on.
    private struct Scope: Hashable, Comparable {
        var fact: Fact
        var of: String?
        var since: String?

        init(_ claim: Claim) {
            fact = Fact(claim)
            of = claim.ordinal?.of
            since = claim.ordinal?.since?.description
        }

        static func < (left: Scope, right: Scope) -> Bool {
            left.fact != right.fact
                ? left.fact < right.fact
                : (left.of ?? "", left.since ?? "") < (right.of ?? "", right.since ?? "")
        }
    }

    /// "the first in-person 2017-07-07".
    private func counting(_ place: Int) -> String {
        "\(claim(place).ordinal?.text ?? "") (\(text.when(claim(place))))"
    }

    /// The happenings that certainly came before one, of the same relation or a special case and the same ends, within
    /// the time that is counted; claims of one event are one happening.
    private func happenings(before place: Int, in scope: Scope) -> [[Int]] {
        let own = claim(place)
        let begin = timing(place).bounds.beginEarliest
        let since = own.ordinal?.since?.bounds(as: .contact, conventions).beginLatest
        var events: [String: [Int]] = [:]
        for other in eligible where other != place && isFact(other) && isFirm(other) {
            let claim = claim(other)
            guard graph.vocabulary.isA(claim.relation, own.relation), hasEnds(of: own, claim),
                claim.event == nil || claim.event != own.event
            else { continue }
            let bounds = timing(other).bounds
            guard !timing(other).isUndated, bounds.endLatest < begin,
                since.map({ bounds.beginEarliest >= $0 }) ?? true
            else { continue }
            events[claim.event ?? "claim \(claim.id)", default: []].append(other)
        }
        return events.keys.sorted().compactMap { events[$0] }
    }

    private func hasEnds(of own: Claim, _ other: Claim) -> Bool {
        switch (own.ends, other.ends) {
        case (.directed, .directed), (.unary, _): own.ends == other.ends
        default: Set(other.ends.entities).isSuperset(of: own.ends.entities)
        }
    }
}
