internal import EDTF

// What was planned: how plans stood, and what came of them.

extension ConflictFinder {
    mutating func comparePlans() {
        compareStatuses()
        compareRealisations()
    }

    /// One planned happening told to stand differently: announced, agreed in principle, scheduled, cancelled.
    private mutating func compareStatuses() {
        let plans = groups { place -> [String] in
            guard claim(place).status.isPlanned, claim(place).affirms, let event = claim(place).event else {
                return []
            }
            return [event]
        }
        for (event, places) in plans {
            let statuses = Claim.Status.allCases.compactMap { status -> Statement? in
                let own = places.filter { claim($0).status == status }
                return own.isEmpty
                    ? nil : Statement(says: status.rawValue.replacing("-", with: " "), claims: own)
            }
            guard statuses.count > 1 else { continue }
            report(.change, "how firmly \(text.name(event)) was planned", about: [event], statuses)
        }
    }

    /// A plan beside what came of it: of one event, tied by a claim, or fit to be its outcome, which is then assumed.
    private mutating func compareRealisations() {
        let contacts = eligible.filter {
            claim($0).affirms && graph.relation(of: claim($0)).family == .contact
        }
        let planned = groups(of: contacts.filter { claim($0).status.isPlanned }) {
            [claim($0).event].compactMap(\.self)
        }
        let actual = groups(of: contacts.filter(isFact)) { [claim($0).event].compactMap(\.self) }
        let realisers = realisations()
        for (plan, plans) in planned {
            for (outcome, facts) in actual {
                let isTied = plan == outcome || realisers.contains([plan, outcome])
                guard isTied || mayRealise(plans, facts) else { continue }
                report(
                    .plannedActual,
                    isTied
                        ? text.name(plan)
                        : "\(text.name(plan)), and what may have come of it: \(text.name(outcome))",
                    about: [plan, outcome],
                    [
                        Statement(says: "planned: \(particulars(of: plan, plans))", claims: plans),
                        Statement(says: "told as held: \(particulars(of: outcome, facts))", claims: facts),
                    ]
                )
            }
        }
    }

    /// The pairs of a plan and what a claim says it was realised by.
    private func realisations() -> Set<[String]> {
        Set(
            eligible.filter { isFact($0) && claim($0).relation == "realised-by" }.map {
                claim($0).ends.entities
            }
        )
    }

    /// Whether a happening fits a plan that no claim ties to any: the same people met, at a time that was planned.
    private func mayRealise(_ plans: [Int], _ facts: [Int]) -> Bool {
        plans.contains { plan in
            guard let expected = expectedTime(of: plan) else { return false }
            return facts.contains { fact in
                Set(claim(fact).ends.entities) == Set(claim(plan).ends.entities)
                    && claim(fact).source != claim(plan).source && !timing(fact).isUndated
                    && timing(fact).bounds.extent.overlaps(expected) && isWithinAYear(fact)
                    && graph.vocabulary.isA(claim(fact).relation, claim(plan).relation)
            }
        }
    }

    private static let year: Int64 = 366 * 86_400

    /// Whether it is known to a year when a happening was: what may have been at any time is no outcome of a plan.
    private func isWithinAYear(_ fact: Int) -> Bool {
        let bounds = timing(fact).bounds
        guard let begin = bounds.earliestBegin, let end = bounds.latestEnd else { return false }
        let (width, overflows) = end.subtractingReportingOverflow(begin)
        return !overflows && width <= Self.year
    }

    /// When a plan was to be carried out, where it has both an earliest and a latest day; an open one fits too much, and
    /// is bounded to a year.
    private func expectedTime(of plan: Int) -> ClosedRange<Int64>? {
        guard case .when(let date) = claim(plan).time else { return nil }
        let bounds = date.bounds(as: .contact, conventions)
        guard let begin = bounds.earliestBegin else { return nil }
        let (limit, overflows) = begin.addingReportingOverflow(Self.year)
        let end = overflows ? bounds.endLatest : min(bounds.endLatest, limit)
        return begin <= end ? begin...end : nil
    }

    /// When and where, and on what: of all claims of an event that are planned, or that are not.
    private func particulars(of event: String, _ places: [Int]) -> String {
        let isPlan = places.contains { claim($0).status.isPlanned }
        let own = eligible.filter {
            claim($0).event == event && claim($0).affirms && claim($0).status.isPlanned == isPlan
        }
        let matters = eligible.filter {
            let claim = claim($0)
            return claim.relation == "discussed" && claim.affirms && claim.status.isPlanned == isPlan
                && claim.ends.entities.first == event
        }
        func names(_ ids: [String]) -> [String] {
            var seen: Set<String> = []
            return ids.filter { seen.insert($0).inserted }.map(text.name)
        }
        let venues = names(own.flatMap { claim($0).venues })
        let about = names(own.flatMap { claim($0).regarding } + matters.map { claim($0).ends.entities[1] })
        var parts = [dates(of: places)]
        if !venues.isEmpty { parts.append("in \(ClaimText.joined(venues))") }
        if !about.isEmpty { parts.append("on \(ClaimText.joined(about))") }
        return parts.joined(separator: ", ")
    }
}
