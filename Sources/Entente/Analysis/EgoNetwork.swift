/// The surroundings of an entity.
public struct EgoNetwork: Sendable {
    /// The network that was looked at.
    public var network: Network
    /// The entity in the middle.
    public var ego: String
    /// The most hops from it.
    public var radius: Int
    /// The vertices within the radius with their distances in hops, the ego first, then by distance and id.
    public var members: [(vertex: Int, distance: Int)]
    /// The ties between members, by their places in the network's ties.
    public var ties: [Int]
}

extension Network {
    /// The entities within some hops of one, and the ties among them.
    ///
    /// An entity that no path may pass through is a member but nothing is reached through it.
    public func ego(of id: String, radius: Int) throws(AnalysisError) -> EgoNetwork {
        try requireEntity(id)
        guard radius >= 1 else {
            throw AnalysisError(
                .invalidParameter,
                "a radius of \(radius) reaches nobody; it must be 1 or more"
            )
        }
        guard let center = vertex(of: id) else {
            return EgoNetwork(network: self, ego: id, radius: radius, members: [], ties: [])
        }
        var neighbors: [[Int]] = Array(repeating: [], count: vertices.count)
        for tie in ties {
            neighbors[tie.a].append(tie.b)
            if !view.isDirected { neighbors[tie.b].append(tie.a) }
        }
        var distances = Array(repeating: -1, count: vertices.count)
        distances[center] = 0
        var frontier = [center]
        var distance = 0
        while distance < radius, !frontier.isEmpty {
            distance += 1
            var next: [Int] = []
            for vertex in frontier where vertex == center || view.allowsTransit(through: entity(vertex)) {
                for neighbor in neighbors[vertex] where distances[neighbor] < 0 {
                    distances[neighbor] = distance
                    next.append(neighbor)
                }
            }
            frontier = next
        }
        let members = vertices.indices.filter { distances[$0] >= 0 }
            .sorted { (distances[$0], $0) < (distances[$1], $1) }
            .map { (vertex: $0, distance: distances[$0]) }
        let inside = ties.indices.filter { distances[ties[$0].a] >= 0 && distances[ties[$0].b] >= 0 }
        return EgoNetwork(network: self, ego: id, radius: radius, members: members, ties: inside)
    }
}
