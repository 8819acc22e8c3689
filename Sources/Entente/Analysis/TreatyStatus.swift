public import EDTF

/// What became of a treaty or policy: its milestones, and the states that follow from them.
///
/// A treaty is in force from its entry (or from the first party that is bound by it) until a claim ends it as such:
/// terminated, expired or ceased. One party can leave it before that and rejoin; it can be suspended and resumed. An
/// end whose entry no source states says by implication that it was in force before: that is possible, never certain.
/// What is not stated at all is unknown, not absent.
///
/// Reference: Vienna Convention on the Law of Treaties (1969), articles 24, 54-57 and 70.
public struct TreatyStatus: Sendable {
    /// One claim in the life of a treaty.
    public struct Milestone: Sendable, Hashable {
        /// The claim, by its place in the graph.
        public var claim: Int
        /// Who took the step; nil where the treaty itself did, as when it expires.
        public var party: String?
        /// Whether it had happened by the date asked for.
        public var dates: Certainty
        /// The claims against it, by their places in the graph.
        public var opposition: [Int]
    }

    /// What a treaty can be.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case inForce = "in force"
        case suspended
        case expired
        case terminated
        case ceased = "ceased to be in force"
        /// Left by the party asked for.
        case left
        case unknown
    }

    /// A state, how sure it is by the calendar, and the claims that it follows from.
    public struct Finding: Sendable, Hashable {
        /// The state.
        public var state: State
        /// Whether it holds in every reading of the dates, or in some.
        public var dates: Certainty
        /// Whether no source states it, so that it follows from the end alone.
        public var isImplied: Bool
        /// The claims, by their places in the graph.
        public var claims: [Int]
    }

    /// The network that was looked at.
    public var network: Network
    /// The id of the treaty or policy.
    public var treaty: String
    /// The id of the party asked for; nil for the treaty as such.
    public var party: String?
    /// The steps in order of date; those that are not yet taken by the date asked for have impossible dates.
    public var milestones: [Milestone]
    /// What it was on the date asked for; several where the dates leave it open.
    public var findings: [Finding]
    /// Claims that a step was not taken, or that there is no proof of it, by their places in the graph.
    public var negative: [Int]
    /// Why sources differ on it, in words; empty where they do not.
    public var contested: [String]
}

extension Network {
    /// The status of a treaty or policy on the view's date, or after all that is claimed.
    ///
    /// - Parameters:
    ///   - id: a treaty or policy.
    ///   - party: one of its parties, to learn whether it left.
    /// - Throws: `AnalysisError` where an entity is unknown, or is neither a treaty nor a policy.
    /// - Complexity: O(claims).
    public func status(of id: String, party: String? = nil) throws(AnalysisError) -> TreatyStatus {
        try requireEntity(id)
        if let party { try requireEntity(party) }
        guard let kind = graph.entity(id)?.kind, kind == .treaty || kind == .policy else {
            let what = graph.entity(id)?.kind.withArticle ?? "unknown"
            throw AnalysisError(.invalidParameter, "\"\(id)\" is \(what); a treaty or a policy has a status")
        }
        var reader = MilestoneReader(self, treaty: id)
        return reader.status(party: party)
    }
}

/// Reads the milestones of one treaty and draws the conclusions.
private struct MilestoneReader {
    private let network: Network
    private let treaty: String
    private let filter: ClaimFilter
    private let opposition: Opposition
    private let period: ResolvedPeriod
    private var steps: [Step] = []

    /// A milestone with what its relation means.
    private struct Step {
        var milestone: TreatyStatus.Milestone
        var relation: Relation
        var timing: Timing
    }

    init(_ network: Network, treaty: String) {
        self.network = network
        self.treaty = treaty
        // Milestones that come after the date asked for are told too, as not yet taken.
        var wide = network.view
        wide.period = .all
        filter = ClaimFilter(graph: network.graph, view: wide)
        opposition = Opposition(graph: network.graph, filter: filter)
        period = ResolvedPeriod(network.view.period, network.graph.conventions(for: network.view))
    }

    mutating func status(party: String?) -> TreatyStatus {
        collect()
        let own =
            party.map { name in steps.filter { $0.milestone.party == nil || $0.milestone.party == name } }
            ?? steps
        return TreatyStatus(
            network: network,
            treaty: treaty,
            party: party,
            milestones: own.map(\.milestone),
            findings: findings(party: party),
            negative: negativeSteps(party: party),
            contested: disagreements()
        )
    }

    private mutating func collect() {
        for (place, claim) in network.graph.claims.enumerated() {
            guard let party = milestoneParty(claim) else { continue }
            guard case .counts(_, let timing) = filter.verdict(on: claim), claim.condition == nil else {
                continue
            }
            let milestone = TreatyStatus.Milestone(
                claim: place,
                party: party,
                dates: timing.hasBegun(in: period),
                opposition: opposition.opposing(place, timing: timing)
            )
            steps.append(
                Step(milestone: milestone, relation: network.graph.relation(of: claim), timing: timing)
            )
        }
        steps.sort { Self.key($0) < Self.key($1) }
    }

    /// The party of a claim that is a milestone of the treaty; nil inside where the treaty itself took the step, nil
    /// outside where the claim is none.
    private func milestoneParty(_ claim: Claim) -> String?? {
        let relation = network.graph.relation(of: claim)
        guard relation.isMilestone || relation.id == "party-to" else { return nil }
        switch claim.ends {
        case .unary(treaty): return .some(nil)
        case .directed(let subject, treaty): return .some(subject)
        default: return nil
        }
    }

    /// Claims that deny a step, whatever the view's polarities.
    private func negativeSteps(party: String?) -> [Int] {
        var opposite = network.view
        opposite.polarities = [.negative, .unproven]
        let filter = ClaimFilter(graph: network.graph, view: opposite)
        return network.graph.claims.indices.filter { place in
            let claim = network.graph.claims[place]
            guard let who = milestoneParty(claim), party == nil || who == nil || who == party else {
                return false
            }
            if case .counts = filter.verdict(on: claim) { return true }
            return false
        }
    }

    /// By the earliest day, what has none by its latest; undated last; then by the claim.
    private static func key(_ step: Step) -> (Int, Int64, Int64, Int) {
        let bounds = step.timing.bounds
        let begin = bounds.earliestBegin ?? bounds.beginLatest
        return (step.timing.isUndated ? 1 : 0, begin, bounds.endLatest, step.milestone.claim)
    }

    // MARK: Conclusions

    private func findings(party: String?) -> [TreatyStatus.Finding] {
        var findings: [TreatyStatus.Finding] = []
        let ends = steps.filter(\.relation.endsTreaty)
        for (state, relation) in [
            (TreatyStatus.State.expired, "expired"), (.terminated, "terminated"), (.ceased, "ceased"),
        ] {
            if let finding = finding(state, ends.filter { $0.relation.id == relation }) {
                findings.append(finding)
            }
        }
        let ended = findings.map(\.dates).max() ?? .impossible
        if let party, let left = leaving(party) { findings.append(left) }
        if ended == .certain { return findings }
        let gone = max(ended, findings.first { $0.state == .left }?.dates ?? .impossible)
        if gone == .certain { return findings }
        let suspensions = finding(.suspended, outstanding("suspended", endedBy: "resumed", party: party))
        if let suspensions { findings.append(suspensions) }
        if suspensions?.dates == .certain { return findings }
        if let force = inForce(ends: ends, doubt: max(gone, suspensions?.dates ?? .impossible)) {
            findings.append(force)
        }
        return findings.isEmpty
            ? [TreatyStatus.Finding(state: .unknown, dates: .possible, isImplied: false, claims: [])]
            : findings
    }

    /// A state that follows from any of some steps, with the certainty of the surest; nil where none can have happened.
    private func finding(_ state: TreatyStatus.State, _ steps: [Step]) -> TreatyStatus.Finding? {
        let taken = steps.filter { $0.milestone.dates > .impossible }
        guard let dates = taken.map(\.milestone.dates).max() else { return nil }
        return TreatyStatus.Finding(
            state: state,
            dates: dates,
            isImplied: false,
            claims: taken.map(\.milestone.claim)
        )
    }

    /// The steps of one relation that none of another, of the same party, has certainly undone since.
    private func outstanding(_ begin: String, endedBy end: String, party: String?) -> [Step] {
        steps.filter { step in
            guard step.relation.id == begin, party == nil || step.milestone.party == party else {
                return false
            }
            return !steps.contains { other in
                other.relation.id == end && other.milestone.party == step.milestone.party
                    && other.milestone.dates == .certain
                    && step.timing.bounds.endLatest <= other.timing.bounds.beginEarliest
            }
        }
    }

    private func leaving(_ party: String) -> TreatyStatus.Finding? {
        finding(.left, outstanding("withdrew-from", endedBy: "rejoined", party: party))
    }

    /// Being in force: stated by an entry or a party that is bound, else implied by a later end.
    private func inForce(ends: [Step], doubt: Certainty) -> TreatyStatus.Finding? {
        let entries = steps.filter {
            ["entered-into-force", "ratified", "acceded", "rejoined", "party-to", "resumed", "extended"]
                .contains($0.relation.id)
                || $0.relation.id == "imposed"
        }
        if var stated = finding(.inForce, entries) {
            if doubt > .impossible { stated.dates = .possible }
            return stated
        }
        let later =
            ends.filter { $0.milestone.dates < .certain }
            + steps.filter { $0.relation.id == "withdrew-from" && $0.milestone.dates < .certain }
        guard !later.isEmpty else { return nil }
        return TreatyStatus.Finding(
            state: .inForce,
            dates: .possible,
            isImplied: true,
            claims: later.map(\.milestone.claim)
        )
    }

    // MARK: Disagreement

    private func disagreements() -> [String] {
        var found: [String] = []
        let text = ClaimText(graph: network.graph)
        func tell(_ step: Step) -> String {
            let claim = network.graph.claims[step.milestone.claim]
            return "\(text.content(claim)) (\(text.when(claim)), \(claim.id))"
        }
        let ends = steps.filter(\.relation.endsTreaty)
        for step in steps where !step.milestone.opposition.isEmpty {
            let against = step.milestone.opposition.map { network.graph.claims[$0].id.description }
            found.append("\(tell(step)) stands against \(against.joined(separator: ", "))")
        }
        for (place, end) in ends.enumerated() {
            for other in ends[(place + 1)...] where end.timing.meets(other.timing) == .impossible {
                found.append("\(tell(end)) and \(tell(other)) end it at different times")
            }
            for step in steps where step.relation.ends != nil || step.relation.id == "suspended" {
                guard end.timing.bounds.endLatest < step.timing.bounds.beginEarliest else { continue }
                found.append("\(tell(step)) comes after its end: \(tell(end))")
            }
        }
        return found
    }
}

extension Timing {
    /// Whether a step had been taken by one unknown day of a date, or by the end of a period: of a spell, whether it had
    /// begun.
    func hasBegun(in period: ResolvedPeriod) -> Certainty {
        let by = isContact ? bounds.endLatest : bounds.beginLatest
        let (first, last): (Int64, Int64)
        switch period {
        case .all: return .certain
        case .asOf(let days):
            (first, last) = (CivilCalendar.dayRange(of: days.lowerBound).upperBound, days.upperBound)
        case .during(let days), .within(let days): (first, last) = (days.upperBound, days.upperBound)
        }
        return Certainty(inAll: by <= first && !isUndated, inSome: bounds.beginEarliest <= last)
    }
}
