/// Finds the claims that name entities.
public struct ClaimQuery: Sendable {
    /// The network that was looked at.
    public var network: Network
    /// The ids asked for.
    public var entities: [String]
    /// Whether one of them is enough.
    public var takesAny: Bool
    /// The claims that the view counts, by their places in the graph, ascending.
    public var counted: [Int]
    /// Claims that say that it is not so, that there is no proof, or that somebody denies it, whatever the view's
    /// polarities; none where no entity is asked for.
    public var negative: [Int]
}

extension Network {
    /// The claims of the view that name all of some entities, in whatever part: ends, event, venue, what they are
    /// regarding or who says so.
    ///
    /// Where the view asks for kinds, one of the claim's ends must be of them.
    ///
    /// - Parameters:
    ///   - ids: entities; with none, every claim of the view is found.
    ///   - any: whether one of them is enough.
    public func claims(naming ids: [String], any: Bool = false) throws(AnalysisError) -> ClaimQuery {
        for id in ids { try requireEntity(id) }
        func matches(_ place: Int) -> Bool {
            let claim = graph.claims[place]
            if let kinds = view.kinds, !claim.ends.entities.contains(where: { isOne(of: kinds, $0) }) {
                return false
            }
            return ids.isEmpty || (any ? ids.contains(where: claim.names) : ids.allSatisfy(claim.names))
        }
        let found = counted.filter(matches)
        var negative: [Int] = []
        if !ids.isEmpty {
            var opposite = view
            opposite.polarities = Set(Claim.Polarity.allCases)
            opposite.statuses = Set(Claim.Status.allCases)
            opposite.modalities.insert(.denied)
            let filter = ClaimFilter(graph: graph, view: opposite)
            let shown = Set(found)
            negative = graph.claims.indices.filter { place in
                guard !graph.claims[place].affirms, matches(place), !shown.contains(place),
                    case .counts = filter.verdict(on: graph.claims[place])
                else { return false }
                return true
            }
        }
        return ClaimQuery(network: self, entities: ids, takesAny: any, counted: found, negative: negative)
    }

    private func isOne(of kinds: Set<EntityKind>, _ id: String) -> Bool {
        guard let kind = graph.entity(id)?.kind else { return false }
        return kinds.contains { kind.isA($0) }
    }
}

extension Claim {
    /// All entities that the claim names, in whatever part.
    public var entitiesNamed: [String] {
        ends.entities + [event].compactMap { $0 } + venues + regarding + attributedTo
            + [said?.venue, said?.event].compactMap { $0 }
    }

    /// Whether the claim names an entity, in whatever part.
    public func names(_ id: String) -> Bool {
        switch ends {
        case .unary(let one): if one == id { return true }
        case .directed(let subject, let object): if subject == id || object == id { return true }
        case .symmetric(let all): if all.contains(id) { return true }
        }
        return event == id || venues.contains(id) || regarding.contains(id) || attributedTo.contains(id)
            || said?.venue == id || said?.event == id
    }
}
