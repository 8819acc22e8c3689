internal import EDTF

/// Folds parts into wholes along relations of structure that a view names.
///
/// What counts is the spell itself: to have left an office folds nobody into it.
struct RollUp {
    /// What an entity is folded into, and the certainty, by date, that it is a part of it.
    struct Whole {
        var entity: Int
        var certainty: Certainty
    }

    /// For each part the outermost whole that it is folded into, by entity. A part with two wholes stays, and so does
    /// one whose wholes lead into a circle.
    private(set) var wholes: [Int: Whole] = [:]

    /// Complexity: O(claims + entities).
    init(graph: ClaimGraph, filter: ClaimFilter) {
        let asked = filter.view.rollUp
        let relations = graph.vocabulary.relations.filter { relation in
            relation.time == .spell
                && asked.contains { graph.vocabulary.isA(relation.id, $0) || relation.family.rawValue == $0 }
        }
        let names = Set(relations.map(\.id))
        var above: [Int: [Int: Certainty]] = [:]
        for claim in graph.claims where names.contains(claim.relation) {
            guard case .directed(let part, let whole) = claim.ends, claim.polarity == .positive,
                claim.modality != .denied, claim.condition == nil,
                case .counts(let dates, _) = filter.verdict(on: claim, ignoringRelation: true),
                let from = graph.index(ofEntity: part), let to = graph.index(ofEntity: whole)
            else { continue }
            above[from, default: [:]][to] = max(above[from]?[to] ?? .impossible, dates)
        }
        for start in above.keys where wholes[start] == nil { fold(start, above) }
        wholes = wholes.filter { $0.key != $0.value.entity }
    }

    /// Follows the wholes of an entity outwards and notes what each on the way is folded into; itself where the way
    /// leads into a circle.
    private mutating func fold(_ start: Int, _ above: [Int: [Int: Certainty]]) {
        var chain: [(entity: Int, step: Certainty)] = []
        var passed: Set<Int> = []
        var here = start
        while wholes[here] == nil, passed.insert(here).inserted, let next = above[here], next.count == 1,
            let (whole, step) = next.first
        {
            chain.append((here, step))
            here = whole
        }
        var end = wholes[here] ?? Whole(entity: here, certainty: .certain)
        let isCircle = wholes[here]?.entity == here || chain.contains { $0.entity == here }
        for (entity, step) in chain.reversed() {
            end.certainty = end.certainty.and(step)
            wholes[entity] = isCircle ? Whole(entity: entity, certainty: .certain) : end
        }
    }
}
