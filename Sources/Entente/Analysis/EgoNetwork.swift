public import EDTF

/// The surroundings of an entity.
public struct EgoNetwork: Sendable {
    /// The network that was looked at.
    public var network: Network
    /// The entity in the middle.
    public var ego: String
    /// The most hops from it.
    public var radius: Int
    /// The vertices within the radius in some reading with their distances in hops in the one where they are nearest, the
    /// ego first, then by distance and id.
    public var members: [(vertex: Int, distance: Int)]
    /// For each member its distance in the reading where it is farthest; nil where it is not within the radius in every
    /// one.
    public var farthest: [Int?]
    /// Whether there are more readings than can be gone through, so that members may be in no reading so near, and more
    /// may be in every one.
    public var isBound: Bool
    /// The ties between members, by their places in the network's ties.
    public var ties: [Int]

    /// Whether each member is within the radius in every reading, or in some.
    public var dates: [Certainty] { farthest.map { $0 == nil ? .possible : .certain } }
}

extension Network {
    /// The entities within some hops of one, and the ties among them.
    ///
    /// An entity that no path may pass through is a member but nothing is reached through it. Who is within the radius in
    /// every reading is told apart from who is in some: a way may be certain though no single tie is.
    ///
    /// Complexity: O(edges) for each reading.
    public func ego(of id: String, radius: Int) throws(AnalysisError) -> EgoNetwork {
        try requireEntity(id)
        guard radius >= 1 else {
            throw AnalysisError(
                .invalidParameter,
                "a radius of \(radius) reaches nobody; it must be 1 or more"
            )
        }
        guard let center = vertex(of: id) else {
            return EgoNetwork(
                network: self,
                ego: id,
                radius: radius,
                members: [],
                farthest: [],
                isBound: false,
                ties: []
            )
        }
        let readings = TieReadings(self)
        let isBound = readings.count > TieReadings.limit
        var distances = Array(repeating: -1, count: vertices.count)
        var farthest: [Int?] = Array(repeating: 0, count: vertices.count)
        for reading in isBound ? [Ground.Choice()] : Array(readings) {
            let possible = self.distances(from: center, radius: radius) {
                dates(of: $0, in: reading) > .impossible
            }
            let certain = self.distances(from: center, radius: radius) {
                dates(of: $0, in: reading) == .certain
            }
            for vertex in vertices.indices {
                if possible[vertex] >= 0, distances[vertex] < 0 || possible[vertex] < distances[vertex] {
                    distances[vertex] = possible[vertex]
                }
                farthest[vertex] =
                    certain[vertex] < 0 ? nil : farthest[vertex].map { max($0, certain[vertex]) }
            }
        }
        let members = vertices.indices.filter { distances[$0] >= 0 }
            .sorted { (distances[$0], $0) < (distances[$1], $1) }
            .map { (vertex: $0, distance: distances[$0]) }
        let inside = ties.indices.filter { distances[ties[$0].a] >= 0 && distances[ties[$0].b] >= 0 }
        return EgoNetwork(
            network: self,
            ego: id,
            radius: radius,
            members: members,
            farthest: members.map { farthest[$0.vertex] },
            isBound: isBound,
            ties: inside
        )
    }

    /// The hops from a vertex to each within a radius over some edges; -1 for the others.
    private func distances(from center: Int, radius: Int, _ counts: (Int) -> Bool) -> [Int] {
        var neighbors: [[Int]] = Array(repeating: [], count: vertices.count)
        for tie in ties where tie.edges.contains(where: counts) {
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
        return distances
    }
}
