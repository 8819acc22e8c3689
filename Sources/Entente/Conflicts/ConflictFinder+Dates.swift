internal import EDTF

// One date: of a happening, and of what comes only once.

extension ConflictFinder {
    /// A date that a claim gives to something.
    private struct Dating {
        var claim: Int
        var date: EDTFDate
        var bounds: TemporalBounds
    }

    mutating func compareDates() {
        compareHappenings()
        compareOnceOnly()
        compareTreatyEnds()
    }

    /// What is said of one event shares its date. Who attended it, where it was held and what was said at it dates it
    /// too.
    private mutating func compareHappenings() {
        let atEvent = Set(["attended", "held-at"].flatMap { graph.vocabulary.narrower(than: $0) })
        var datings: [String: [Dating]] = [:]
        for place in eligible {
            let claim = claim(place)
            if let event = claim.said?.event, let date = claim.said?.when {
                datings[event, default: []].append(dating(place, date))
            }
            guard isFact(place), graph.relation(of: claim).time == .contact, case .when(let date) = claim.time
            else { continue }
            var events = [claim.event].compactMap(\.self)
            if atEvent.contains(claim.relation) {
                events += claim.ends.entities.filter { graph.entity($0)?.kind == .event }
            }
            for event in Set(events).sorted() { datings[event, default: []].append(dating(place, date)) }
        }
        for event in datings.keys.sorted() {
            compare(datings[event] ?? [], "the date of \(text.name(event))", about: [event])
        }
    }

    /// What happens only once to the same ends has one date.
    private mutating func compareOnceOnly() {
        let facts = groups { place -> [Fact] in
            guard isFact(place), graph.relation(of: claim(place)).isOnceOnly else { return [] }
            return [Fact(claim(place))]
        }
        for (_, places) in facts {
            let datings = places.compactMap { place -> Dating? in
                guard case .when(let date) = claim(place).time else { return nil }
                return dating(place, date)
            }
            guard let first = datings.first.map({ claim($0.claim) }) else { continue }
            compare(
                datings,
                "the date on which \(words(first.relation, first.ends))",
                about: first.ends.entities
            )
        }
    }

    private func dating(_ place: Int, _ date: EDTFDate) -> Dating {
        Dating(claim: place, date: date, bounds: date.bounds(as: .contact, conventions))
    }

    private mutating func compare(_ datings: [Dating], _ subject: String, about: [String]) {
        // Each date once, in order of time.
        var byDate: [String: [Dating]] = [:]
        for dating in datings { byDate[dating.date.description, default: []].append(dating) }
        guard byDate.count > 1 else { return }
        let dates = byDate.keys.sorted().compactMap { byDate[$0] }.sorted { a, b in
            let (a, b) = (a[0].bounds, b[0].bounds)
            return (a.beginEarliest, a.endLatest) < (b.beginEarliest, b.endLatest)
        }
        let disputed = dates.filter { one in dates.contains { areDisjoint(one[0], $0[0]) } }
        guard !disputed.isEmpty else {
            let widest = dates.sorted { width($0[0]) > width($1[0]) }
            report(.precision, subject, about: about, widest.map(statement))
            return
        }
        // The exact ones make the sides; one that is no more exact than to agree with several joins none.
        var sides: [[Dating]] = []
        for date in disputed.sorted(by: { width($0[0]) < width($1[0]) }) {
            let fitting = sides.indices.filter { side in !sides[side].contains { areDisjoint($0, date[0]) } }
            if fitting.isEmpty { sides.append(date) } else if fitting.count == 1 { sides[fitting[0]] += date }
        }
        sides.sort { $0[0].bounds.beginEarliest < $1[0].bounds.beginEarliest }
        let (kind, assumes) = grade(sides.map { $0.map(\.claim) })
        report(kind, subject, about: about, sides.map(statement), assumes: assumes)
    }

    private func statement(_ datings: [Dating]) -> Statement {
        var told: Set<String> = []
        let words = datings.map(\.date.words).filter { told.insert($0).inserted }
        return Statement(says: words.joined(separator: "; "), claims: datings.map(\.claim))
    }

    private func width(_ dating: Dating) -> UInt64 {
        UInt64(bitPattern: dating.bounds.endLatest &- dating.bounds.beginEarliest)
    }

    /// Whether no reading lets two dates of one happening meet.
    private func areDisjoint(_ one: Dating, _ other: Dating) -> Bool {
        if !one.bounds.extent.overlaps(other.bounds.extent) { return true }
        let apart: Set<AllenRelation> = [.before, .meets, .metBy, .after]
        return one.date.relations(to: other.date, as: .contact, conventions).possible.allSatisfy(
            apart.contains
        )
    }

    // MARK: Treaties

    /// A treaty that has ended can no longer be left, suspended or extended; and there is one way in which it ended.
    private mutating func compareTreatyEnds() {
        let treaties = groups { place -> [String] in
            guard isFact(place), graph.relation(of: claim(place)).isMilestone else { return [] }
            return claim(place).ends.entities.filter { graph.entity($0)?.kind == .treaty }
        }
        for (treaty, places) in treaties {
            let ends = places.filter { graph.relation(of: claim($0)).endsTreaty }
            guard !ends.isEmpty else { continue }
            let steps = places.filter { !graph.relation(of: claim($0)).endsTreaty }
            let late = steps.filter { step in ends.contains { comes(step, after: $0, of: places) } }
            if !late.isEmpty {
                let early = ends.filter { end in late.contains { comes($0, after: end, of: places) } }
                let (kind, assumes) = grade([early, late])
                report(
                    kind,
                    "whether \(text.name(treaty)) had ended before",
                    about: [treaty],
                    [early, late].map { Statement(says: told($0), claims: $0) },
                    assumes: assumes
                )
            }
            let leaving = steps.filter { graph.relation(of: claim($0)).ends == "party-to" }
            let manners = groups(of: ends + leaving) { [claim($0).relation] }
            if manners.count > 1 {
                report(
                    .tension,
                    "how \(text.name(treaty)) came to an end",
                    about: [treaty],
                    manners.map { Statement(says: told($0.claims), claims: $0.claims) }
                )
            }
        }
    }

    /// Whether a step was certainly taken after an end, and nothing between them brought the treaty back.
    private func comes(_ step: Int, after end: Int, of places: [Int]) -> Bool {
        let (before, after) = (timing(end), timing(step))
        guard !before.isUndated, !after.isUndated, before.bounds.endLatest < after.bounds.beginEarliest else {
            return false
        }
        let reviving: Set<String> = ["entered-into-force", "resumed", "rejoined"]
        return !places.contains { place in
            reviving.contains(claim(place).relation)
                && timing(place).bounds.endLatest >= before.bounds.beginEarliest
                && timing(place).bounds.beginEarliest <= after.bounds.endLatest
        }
    }

    /// "ceased to be in force 2019; the United States withdrew from it undated": what happened, with its date.
    private func told(_ places: [Int]) -> String {
        var seen: Set<String> = []
        return places.map { "\(words(claim($0).relation, claim($0).ends)), \(text.when(claim($0)))" }
            .filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
}
