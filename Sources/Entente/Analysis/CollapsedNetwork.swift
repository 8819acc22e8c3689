/// What of a tie its strength counts.
public enum TieMeasure: String, Sendable, Hashable, CaseIterable {
    /// That there is a tie: 1.
    case simple
    /// The different happenings; claims of one event are one, a claim without an event is one of its own.
    case happenings
    /// The independent origins of its claims.
    case origins
    /// The claims.
    case claims
}

/// A network with one edge for each pair that is tied, each with a strength.
public struct CollapsedNetwork: Sendable {
    /// The network, whose `ties` keep each edge's originals.
    public let network: Network
    /// What the strengths count.
    public let measure: TieMeasure
    /// The strength of each of the network's ties, in their order; 1 or more.
    public let strengths: [Double]
}

extension Network {
    /// The network with parallel edges made one, and their number, of the kind asked for, as its strength.
    ///
    /// In a directed network a pair may be tied in each direction; what ties both ways counts in both.
    ///
    /// Complexity: O(edges).
    public func collapsed(by measure: TieMeasure) -> CollapsedNetwork {
        let strengths: [Double]
        switch measure {
        case .simple: strengths = Array(repeating: 1, count: ties.count)
        case .claims: strengths = ties.map { Double(claims(of: $0).count) }
        case .happenings: strengths = ties.map { Double(happenings(of: $0)) }
        case .origins:
            let origins = Origins(graph)
            strengths = ties.map { tie in Double(origins.count(claims(of: tie).map { graph.claims[$0] })) }
        }
        return CollapsedNetwork(network: self, measure: measure, strengths: strengths)
    }

    /// The claims behind a tie, by their places in the graph, ascending, each once.
    package func claims(of tie: Tie) -> [Int] { Set(tie.edges.map { edges[$0].claim }).sorted() }

    /// The number of different happenings behind a tie.
    func happenings(of tie: Tie) -> Int {
        var events: Set<String> = []
        var alone = 0
        for claim in claims(of: tie) {
            if let event = graph.claims[claim].event { events.insert(event) } else { alone += 1 }
        }
        return events.count + alone
    }
}
