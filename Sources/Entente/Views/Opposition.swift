internal import EDTF

/// Finds the claims that deny, negate or doubt others, whatever a view's filter on content leaves out.
///
/// A claim opposes another if it is negative, unproven or denied, says the same relation or a broader one of the
/// same ends, is not about another happening, and may speak of the same time; or if it says of that very claim
/// that it is contradicted or taken back, or is negative, unproven or denied and about it.
struct Opposition {
    private let graph: ClaimGraph
    private let filter: ClaimFilter
    /// Claims against a content, by what they deny.
    private var byContent: [Content: [Int]] = [:]
    /// Claims against a claim.
    private var byClaim: [Int: [Int]] = [:]

    private struct Content: Hashable {
        var relation: String
        var a: Int
        var b: Int
    }

    init(graph: ClaimGraph, filter: ClaimFilter) {
        self.graph = graph
        self.filter = filter
        for (index, claim) in graph.claims.enumerated() where filter.sourceVerdict(on: claim) == nil {
            let isAgainst = claim.polarity != .positive || claim.modality == .denied
            if isAgainst, claim.condition == nil {
                for content in contents(of: claim, relation: claim.relation) {
                    byContent[content, default: []].append(index)
                }
            }
            let rejects =
                graph.vocabulary.isA(claim.relation, "contradicted") || graph.vocabulary.isA(claim.relation, "retracted")
            guard isAgainst || rejects else { continue }
            for other in claim.about {
                if let place = graph.index(ofClaim: other) { byClaim[place, default: []].append(index) }
            }
        }
    }

    /// The claims against one that counts, by their places in the graph, ascending.
    func opposing(_ index: Int, timing: Timing) -> [Int] {
        let claim = graph.claims[index]
        var found = Set(byClaim[index] ?? [])
        var relation: String? = claim.relation
        var steps = 0
        while let here = relation, steps < 32 {
            for content in contents(of: claim, relation: here) {
                for other in byContent[content] ?? [] where !found.contains(other) && opposes(other, index, timing) {
                    found.insert(other)
                }
            }
            relation = graph.vocabulary[here]?.broader
            steps += 1
        }
        found.remove(index)
        return found.sorted()
    }

    private func opposes(_ other: Int, _ index: Int, _ timing: Timing) -> Bool {
        let (a, b) = (graph.claims[other], graph.claims[index])
        // Two claims of the same standing do not oppose each other: a denial of what is itself denied.
        if a.polarity == b.polarity && (a.modality == .denied) == (b.modality == .denied) { return false }
        if let one = a.event, let two = b.event, one != two { return false }
        return filter.timing(of: a).mayMeet(timing)
    }

    /// The contents that a claim states: one for each pair of its ends.
    private func contents(of claim: Claim, relation: String) -> [Content] {
        func place(_ id: String) -> Int { graph.index(ofEntity: id) ?? -1 }
        switch claim.ends {
        case .unary(let subject): return [Content(relation: relation, a: place(subject), b: -1)]
        case .directed(let subject, let object):
            return [Content(relation: relation, a: place(subject), b: place(object))]
        case .symmetric(let all):
            let places = all.map(place).sorted()
            return places.indices.flatMap { i in
                places[(i + 1)...].map { Content(relation: relation, a: places[i], b: $0) }
            }
        }
    }
}
