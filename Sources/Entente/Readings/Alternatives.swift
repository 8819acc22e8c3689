/// Claims of one source of which one is so: those with the same `oneOf` tag.
///
/// A claim that the analyst has set aside, or of a source that the view does not take, is no alternative. One that the
/// view leaves out for what it says is: the source may mean that one.
struct Alternatives: Sendable {
    /// Two or more claims of one tag, by their places in the graph, ascending; in the order of their first claims.
    private(set) var groups: [[Int]] = []
    /// The group of a claim that has alternatives.
    private(set) var groupOfClaim: [Int: Int] = [:]

    /// Complexity: O(claims).
    init(_ graph: ClaimGraph, view: View) {
        var claims: [ClaimID: [Int]] = [:]
        var order: [ClaimID] = []
        for (place, claim) in graph.claims.enumerated() {
            guard let tag = claim.oneOf, view.ranks.contains(claim.rank), !view.withdrawn.contains(claim.id),
                view.sources?.contains(claim.source) ?? true
            else { continue }
            let key = ClaimID(source: claim.source, local: tag)
            if claims[key] == nil { order.append(key) }
            claims[key, default: []].append(place)
        }
        for key in order {
            guard let members = claims[key], members.count > 1 else { continue }
            for member in members { groupOfClaim[member] = groups.count }
            groups.append(members)
        }
    }
}
