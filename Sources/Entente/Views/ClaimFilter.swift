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
    private let period: ResolvedPeriod

    init(graph: ClaimGraph, view: View) {
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

    func verdict(on claim: Claim, ignoringRelation: Bool = false) -> Verdict {
        if let reason = sourceVerdict(on: claim) { return .excluded(reason) }
        if !ignoringRelation {
            if let relations, !relations.contains(claim.relation) { return .excluded(.otherRelation) }
            if let families = view.families, !families.contains(graph.relation(of: claim).family) {
                return .excluded(.otherRelation)
            }
        }
        if isLeftOut(claim) { return .excluded(.otherEntity) }
        if let reason = contentVerdict(on: claim) { return .excluded(reason) }
        let timing = self.timing(of: claim)
        let dates = dates(of: claim, timing)
        if dates == .impossible { return .excluded(.outsidePeriod) }
        if dates < view.certainty { return .excluded(timing.isUndated ? .undated : .onlyPossible) }
        return .counts(dates, timing)
    }

    /// Whether a claim counts in the view's period, by the dates alone of what it says and of its source.
    func dates(of claim: Claim, _ timing: Timing) -> Certainty {
        let own = timing.certainty(in: period)
        return knowledge.map { own.and($0.certainty(of: claim.source)) } ?? own
    }

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
