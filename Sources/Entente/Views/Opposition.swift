internal import EDTF

/// Finds the claims that deny, negate or doubt others, whatever a view's filter on content leaves out.
///
/// Two claims oppose each other if one affirms what the other does not, both say the same relation, or the one that
/// does not affirm says a broader one, of the same ends, and nothing tells that they speak of different things:
/// another happening, other venues or matters, another time, a plan and not what came of it. A claim also opposes
/// one that it says to be contradicted or taken back, and one that it is about without affirming.
struct Opposition {
    private let graph: ClaimGraph
    private let filter: ClaimFilter
    /// Claims that do not affirm a content.
    private var against: [Content: [Int]] = [:]
    /// Claims that affirm a content that others do not affirm.
    private var affirming: [Content: [Int]] = [:]
    /// The pairs that anything is said against.
    private var contested: Set<Pair> = []
    /// Claims against a claim.
    private var byClaim: [Int: [Int]] = [:]

    /// Two ends of a claim, by entities, the smaller one first; the only one twice.
    private struct Pair: Hashable {
        var a: Int
        var b: Int
    }

    private struct Content: Hashable {
        var relation: String
        var pair: Pair
    }

    /// Complexity: O(claims × participants²).
    init(graph: ClaimGraph, filter: ClaimFilter) {
        self.graph = graph
        self.filter = filter
        let rejecting = Set(["contradicted", "retracted"].flatMap(graph.vocabulary.narrower))
        var affirmations: [Int] = []
        for (index, claim) in graph.claims.enumerated() where claim.condition == nil {
            guard filter.sourceVerdict(on: claim) == nil else { continue }
            let affirms = claim.affirms
            if affirms {
                affirmations.append(index)
            } else {
                for pair in pairs(of: claim) {
                    contested.insert(pair)
                    against[Content(relation: claim.relation, pair: pair), default: []].append(index)
                }
            }
            guard !claim.about.isEmpty, rejecting.contains(claim.relation) == affirms else { continue }
            for other in claim.about {
                if let place = graph.index(ofClaim: other) { byClaim[place, default: []].append(index) }
            }
        }
        for index in affirmations { noteAffirmation(index) }
    }

    private mutating func noteAffirmation(_ index: Int) {
        let claim = graph.claims[index]
        for pair in pairs(of: claim) where contested.contains(pair) {
            for relation in broader(claim.relation) {
                let content = Content(relation: relation, pair: pair)
                if against[content] != nil { affirming[content, default: []].append(index) }
            }
        }
    }

    /// The claims against one, by their places in the graph, ascending.
    func opposing(_ index: Int, timing: Timing) -> [Int] {
        let claim = graph.claims[index]
        var found = Set(byClaim[index] ?? [])
        if claim.condition == nil {
            let affirms = claim.affirms
            for pair in pairs(of: claim) where contested.contains(pair) {
                for relation in affirms ? broader(claim.relation) : [claim.relation] {
                    let content = Content(relation: relation, pair: pair)
                    for other in (affirms ? against : affirming)[content] ?? []
                    where !found.contains(other)
                        && areOpposed(graph.claims[other], claim, by: relation, timing)
                    {
                        found.insert(other)
                    }
                }
            }
        }
        found.remove(index)
        return found.sorted()
    }

    /// Whether nothing tells that two claims of which one affirms a relation speak of different things.
    private func areOpposed(_ other: Claim, _ claim: Claim, by relation: String, _ timing: Timing) -> Bool {
        if case .directed(let one, _) = other.ends, case .directed(let two, _) = claim.ends, one != two,
            graph.vocabulary[relation]?.arity == .directed
        {
            return false
        }
        func differ(_ some: [String], _ others: [String]) -> Bool {
            !some.isEmpty && !others.isEmpty && !some.contains(where: others.contains)
        }
        if let one = other.event, let two = claim.event, one != two { return false }
        if differ(other.venues, claim.venues) || differ(other.regarding, claim.regarding) { return false }
        if other.status.isPlanned != claim.status.isPlanned { return false }
        return filter.timing(of: other).meets(timing) > .impossible
    }

    /// A relation and those that it is a special case of.
    private func broader(_ relation: String) -> [String] {
        var all = [relation]
        while let next = graph.vocabulary[all[all.count - 1]]?.broader, !all.contains(next) {
            all.append(next)
        }
        return all
    }

    private func pairs(of claim: Claim) -> [Pair] {
        func place(_ id: String) -> Int { graph.index(ofEntity: id) ?? -1 }
        func pair(_ a: Int, _ b: Int) -> Pair { Pair(a: min(a, b), b: max(a, b)) }
        switch claim.ends {
        case .unary(let subject): return [pair(place(subject), place(subject))]
        case .directed(let subject, let object): return [pair(place(subject), place(object))]
        case .symmetric(let all):
            let places = all.map(place)
            return places.indices.flatMap { i in places[(i + 1)...].map { pair(places[i], $0) } }
        }
    }
}

extension Claim {
    /// Whether it says that its content is so; to deny that it was not so is to say so.
    ///
    /// Otherwise it is negative, unproven or denied.
    package var affirms: Bool {
        switch polarity {
        case .positive: modality != .denied
        case .negative: modality == .denied
        case .unproven: false
        }
    }
}
