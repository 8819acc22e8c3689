internal import GraphKernel

/// Groups of entities that are tied with one another more than with others.
public struct EntityCommunities: Sendable {
    /// The network that was looked at.
    public var network: Network
    /// The vertices of each community, ascending; the largest community first, among equals that of the first vertex.
    public var groups: [[Int]]
    /// How much more lies inside of communities than chance would put there (Newman and Girvan); nil without ties.
    public var modularity: Double?
    /// The resolution asked for.
    public var resolution: Double
    /// How far nine runs with other seeds agree with this one: their mean adjusted Rand index. 1 means that the division
    /// hangs on no chance.
    public var stability: Double
}

extension Network {
    /// Divides the entities of the view into communities.
    ///
    /// By the Leiden method (Traag, Waltman, van Eck 2019), whose communities are connected: for the modularity of ties
    /// weighed by their happenings, in both directions, until nothing changes. Ten seeds are tried, and the division of
    /// the highest modularity is taken, the first of equals.
    ///
    /// - Parameter resolution: above 0; larger for smaller communities.
    /// - Throws: `AnalysisError` where the resolution is no such number, or the run is cancelled.
    /// - Complexity: about O(V + E) a seed, in practice.
    public func communities(resolution: Double = 1) throws(AnalysisError) -> EntityCommunities {
        guard resolution.isFinite, resolution > 0 else {
            throw AnalysisError(.invalidParameter, "the resolution \(resolution) is not a number above 0")
        }
        do throws(GraphError) {
            let graph = try CompactGraph(
                vertexCount: vertices.count,
                sources: ties.map { Int32($0.a) },
                targets: ties.map { Int32($0.b) },
                direction: .undirected
            )
            let strengths = ties.map { Double(happenings(of: $0)) }
            var runs: [Communities] = []
            for seed in 0..<10 {
                runs.append(
                    try graph.leidenCommunities(
                        resolution: resolution,
                        strengths: strengths,
                        maximumIterations: .max,
                        seed: UInt64(seed)
                    )
                )
            }
            guard var best = runs.first else {
                return EntityCommunities(
                    network: self,
                    groups: [],
                    modularity: nil,
                    resolution: resolution,
                    stability: 1
                )
            }
            for run in runs where (run.quality ?? 0) > (best.quality ?? 0) + 1e-12 { best = run }
            var agreement = 0.0
            for run in runs { agreement += try PartitionAgreement(best.labels, run.labels).adjustedRandIndex }
            var groups: [[Int]] = Array(repeating: [], count: best.count)
            for vertex in vertices.indices { groups[Int(best.labels[vertex])].append(vertex) }
            return EntityCommunities(
                network: self,
                groups: groups.sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) },
                modularity: best.quality,
                resolution: resolution,
                stability: (agreement - 1) / Double(runs.count - 1)
            )
        } catch {
            throw AnalysisError(error)
        }
    }
}
