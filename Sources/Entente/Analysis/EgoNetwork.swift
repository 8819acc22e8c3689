internal import GraphKernel

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
        do throws(GraphError) {
            let graph = try CompactGraph(
                vertexCount: vertices.count,
                sources: ties.map { Int32($0.a) },
                targets: ties.map { Int32($0.b) },
                direction: view.isDirected ? .directed : .undirected
            )
            let found = try graph.egoNetwork(
                of: center,
                radius: radius,
                passable: vertices.indices.map { view.allowsTransit(through: entity($0)) }
            )
            let members = zip(found.vertices, found.distances)
                .map { (vertex: Int($0), distance: Int($1)) }
                .sorted { ($0.distance, $0.vertex) < ($1.distance, $1.vertex) }
            return EgoNetwork(
                network: self,
                ego: id,
                radius: radius,
                members: members,
                ties: found.edges.map { Int($0) }
            )
        } catch {
            throw AnalysisError(error)
        }
    }
}
