/// Finds the claims that name entities.
public struct ClaimQuery: Sendable {
    public var network: Network
    /// The ids asked for.
    public var entities: [String]
    /// Whether one of them is enough.
    public var takesAny: Bool
    /// The claims that the view counts, in chronological order, by their places in the graph.
    public var counted: [Int]
    /// Claims that say that it is not so, or that there is no proof, whatever the view's polarities.
    public var negative: [Int]
}

extension Network {
    /// The claims of the view that name all of some entities, in whatever part: ends, event, venue, what they are
    /// regarding or who says so.
    ///
    /// - Parameters:
    ///   - ids: entities; with none, every claim of the view is found.
    ///   - any: whether one of them is enough.
    public func claims(naming ids: [String], any: Bool = false) throws(AnalysisError) -> ClaimQuery {
        for id in ids { try requireEntity(id) }
        func matches(_ claim: Claim) -> Bool {
            if ids.isEmpty { return true }
            let named = Set(claim.entitiesNamed)
            return any ? ids.contains(where: named.contains) : ids.allSatisfy(named.contains)
        }
        var opposite = view
        opposite.polarities = Set(Claim.Polarity.allCases).subtracting([.positive])
        opposite.statuses = Set(Claim.Status.allCases)
        let filter = ClaimFilter(graph: graph, view: opposite)
        let negative = graph.claims.indices.filter { place in
            let claim = graph.claims[place]
            guard claim.polarity != .positive, matches(claim), case .counts = filter.verdict(on: claim) else {
                return false
            }
            return !counted.contains(place)
        }
        return ClaimQuery(
            network: self,
            entities: ids,
            takesAny: any,
            counted: counted.filter { matches(graph.claims[$0]) },
            negative: ids.isEmpty ? [] : negative
        )
    }
}

extension Claim {
    /// All entities that the claim names, in whatever part.
    public var entitiesNamed: [String] {
        ends.entities + [event].compactMap { $0 } + venues + regarding + attributedTo
            + [said?.venue, said?.event].compactMap { $0 }
    }
}
