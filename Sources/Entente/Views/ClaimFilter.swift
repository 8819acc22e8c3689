internal import EDTF

/// Decides for each claim whether a view counts it.
struct ClaimFilter {
    enum Verdict {
        /// It counts, with this certainty by date.
        case counts(Certainty, Timing)
        case excluded(ExclusionReason)
    }

    let graph: ClaimGraph
    let view: View
    private let relations: Set<String>?
    private let knowledge: Knowledge?
    private let horizons: Horizons
    private let conventions: EDTFDate.Conventions
    let period: ResolvedPeriod
    /// The dates of happenings that several claims tell of.
    private var sharedDates: [String: SharedDate] = [:]
    /// The claims that are alternatives to each other, by source and tag.
    let alternatives: Alternatives

    /// - Parameter sharesDates: whether claims of one happening share its date; otherwise each goes by its own.
    init(graph: ClaimGraph, view: View, sharesDates: Bool = true) {
        self.graph = graph
        self.view = view
        relations = view.relations.map { asked in
            Set(
                graph.vocabulary.relations.map(\.id).filter { id in
                    asked.contains { graph.vocabulary.isA(id, $0) }
                }
            )
        }
        knowledge = view.knownBy.map { Knowledge(graph: graph, date: $0) }
        horizons = Horizons(graph)
        conventions = graph.conventions(for: view)
        period = ResolvedPeriod(view.period, conventions)
        alternatives = Alternatives(graph, view: view)
        if sharesDates { sharedDates = readSharedDates() }
    }

    private func readSharedDates() -> [String: SharedDate] {
        var testimonies: [String: Set<SharedDate.Testimony>] = [:]
        var counts: [String: Int] = [:]
        for (place, claim) in graph.claims.enumerated() {
            guard let event = claim.event, dates(claim, at: place),
                let testimony = timing(of: claim).testimony
            else { continue }
            testimonies[event, default: []].insert(testimony)
            counts[event, default: 0] += 1
        }
        return testimonies.filter { counts[$0.key] ?? 0 > 1 }.mapValues { SharedDate($0) }
    }

    /// Whether a claim takes part in dating its happening: one that counts, whatever its date, and says that it was so.
    private func dates(_ claim: Claim, at place: Int) -> Bool {
        claim.polarity == .positive && !claim.status.isPlanned && claim.condition == nil
            && alternatives.groupOfClaim[place] == nil && exclusion(of: claim, ignoringRelation: false) == nil
    }

    /// When a claim's content was so by all claims that tell of the same happening; `own` is what it says itself.
    func timing(of claim: Claim, at place: Int, own: Timing) -> Timing {
        guard let event = claim.event, let date = sharedDates[event], dates(claim, at: place),
            own.testimony != nil
        else { return own }
        return own.shared(date)
    }

    /// Whether the view's choice of sources and ranks takes a claim, whatever it says; nil if so, else why not.
    func sourceVerdict(on claim: Claim) -> ExclusionReason? {
        if let sources = view.sources, !sources.contains(claim.source) { return .otherSource }
        if view.withdrawn.contains(claim.id) { return .withdrawn }
        if let least = view.minimumReliability {
            guard let own = graph.source(claim.source)?.reliability, own.isAtLeast(least) else {
                return .unreliable
            }
        }
        if let knowledge, knowledge.certainty(of: claim.source) < max(view.certainty, .possible) {
            return .notYetKnown
        }
        if !view.ranks.contains(claim.rank) { return claim.rank == .deprecated ? .deprecated : .otherRank }
        return nil
    }

    /// Why a claim does not count whatever its date; nil where it may.
    private func exclusion(of claim: Claim, ignoringRelation: Bool) -> ExclusionReason? {
        if let reason = sourceVerdict(on: claim) { return reason }
        if !ignoringRelation {
            if let relations, !relations.contains(claim.relation) { return .otherRelation }
            if let families = view.families, !families.contains(graph.relation(of: claim).family) {
                return .otherRelation
            }
        }
        return isLeftOut(claim) ? .otherEntity : contentVerdict(on: claim)
    }

    func verdict(on claim: Claim, ignoringRelation: Bool = false) -> Verdict {
        if let reason = exclusion(of: claim, ignoringRelation: ignoringRelation) { return .excluded(reason) }
        let timing = self.timing(of: claim)
        let dates = dates(of: claim, timing)
        if dates == .impossible { return .excluded(.outsidePeriod) }
        if dates < view.certainty { return .excluded(timing.isUndated ? .undated : .onlyPossible) }
        return .counts(dates, timing)
    }

    /// Whether a claim counts in the view's period in every reading or in some: by its date, which it shares with all
    /// claims of its happening, by that of its source, and by what may be so in its stead.
    ///
    /// - Parameter own: when its content was so by the claim itself.
    func dates(of claim: Claim, _ own: Timing) -> Certainty {
        let place = graph.index(ofClaim: claim.id) ?? -1
        return timing(of: claim, at: place, own: own).certainty(in: period).and(standing(of: claim))
            .capped(if: alternatives.groupOfClaim[place] != nil)
    }

    /// The certainty that a claim's source was known.
    func standing(of claim: Claim) -> Certainty { knowledge?.certainty(of: claim.source) ?? .certain }

    /// Whether too few of a claim's ends are left for what it says; a meeting of three is one of two without the
    /// third.
    private func isLeftOut(_ claim: Claim) -> Bool {
        if view.without.isEmpty { return false }
        let ends = claim.ends.entities
        return ends.count { !view.without.contains($0) } < min(2, ends.count)
    }

    /// Whether status, modality and polarity let a claim count; nil if so, else why not.
    private func contentVerdict(on claim: Claim) -> ExclusionReason? {
        if !view.statuses.contains(claim.status) {
            switch claim.status {
            case .actual: return .actual
            case .cancelled: return .cancelled
            default: return .planned
            }
        }
        if !view.modalities.contains(claim.modality) {
            switch claim.modality {
            case .denied: return .denied
            case .alleged: return .alleged
            default: return .otherModality
            }
        }
        if !view.polarities.contains(claim.polarity) {
            switch claim.polarity {
            case .positive: return .positive
            case .negative: return .negative
            case .unproven: return .unproven
            }
        }
        return nil
    }

    /// When a claim's content was so.
    func timing(of claim: Claim) -> Timing {
        Timing(
            of: claim,
            relation: graph.relation(of: claim),
            horizon: horizons[claim.source],
            conventions: conventions
        )
    }
}

extension ClaimGraph {
    /// How dates are read in this graph: which hemisphere seasons are of, and whether `~` dates may move.
    func conventions(for view: View = View()) -> EDTFDate.Conventions {
        EDTFDate.Conventions(
            slack: view.allowsApproximation,
            hemisphere: information.hasSouthernSeasons ? .southern : .northern
        )
    }
}
