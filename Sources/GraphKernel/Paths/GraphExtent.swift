/// How far apart the vertices of a graph are at most, and at best.
public struct GraphExtent: Hashable, Sendable {
    /// The largest eccentricity: the longest shortest path, in edges.
    public let diameter: Int
    /// The smallest eccentricity.
    public let radius: Int
    /// The number of searches that it took to know.
    public let searches: Int

    /// Makes an extent.
    public init(diameter: Int, radius: Int, searches: Int) {
        self.diameter = diameter
        self.radius = radius
        self.searches = searches
    }
}

/// How far apart the vertices of a graph are at most, and at best, along weights.
public struct WeightedGraphExtent: Hashable, Sendable {
    /// The largest weighted eccentricity: the longest shortest path, in the unit of the weights.
    public let diameter: Double
    /// The smallest weighted eccentricity.
    public let radius: Double
    /// The number of searches that it took to know.
    public let searches: Int

    /// Makes an extent.
    public init(diameter: Double, radius: Double, searches: Int) {
        self.diameter = diameter
        self.radius = radius
        self.searches = searches
    }
}

extension CompactGraph {
    /// Finds the diameter and the radius, exactly, as a rule by few searches.
    ///
    /// The diameter is the largest and the radius the smallest of the ``eccentricities(direction:control:)``.
    /// Each search bounds the eccentricities of the vertices that it meets, and those that can neither be the
    /// largest nor the smallest are never searched from. In a directed graph searches go along the edges and
    /// against them, and bounds are passed on from one strong component to those that lead to it.
    ///
    /// *Conventions.* As for eccentricities: distances from a vertex to those that it can reach, so a vertex
    /// that reaches none makes the radius 0.
    ///
    /// - Parameter control: cancellation; threads only where many searches are left and run side by side.
    /// - Returns: both, in edges; `nil` in a graph without vertices.
    /// - Throws: ``GraphError/Code/cancelled``.
    /// - Complexity: O(V (V + E)) at worst, in graphs of everyday shape some tens of searches; O(V) memory.
    ///   Deterministic.
    /// - SeeAlso: Takes, Kosters (2011), "Determining the diameter of small world networks",
    ///   [doi:10.1145/2063576.2063748](https://doi.org/10.1145/2063576.2063748); Borassi et al. (2015), "Fast
    ///   diameter and radius BFS-based computation in (weakly connected) real-world graphs",
    ///   [doi:10.1016/j.tcs.2015.02.033](https://doi.org/10.1016/j.tcs.2015.02.033).
    public func extent(control: RunControl = RunControl()) throws(GraphError) -> GraphExtent? {
        guard let found = try boundedExtent(weighted: false, control: control) else { return nil }
        return GraphExtent(
            diameter: Int(found.diameter),
            radius: Int(found.radius),
            searches: found.searches
        )
    }

    /// Finds the weighted diameter and radius, as a rule by few searches.
    ///
    /// It is ``extent(control:)`` for the ``weightedEccentricities(direction:control:)``.
    ///
    /// *Conventions.* As for weighted eccentricities. Where sums of weights are not exact in `Double`, the
    /// bounds are not either, and both may be off by the rounding of such sums.
    ///
    /// - Parameter control: cancellation; this runs on one thread.
    /// - Returns: both, in the unit of the weights; `nil` in a graph without vertices.
    /// - Throws: ``GraphError`` with `missingWeights`, `numericOverflow` (the weights add up beyond the range of
    ///   `Double`) or `cancelled`.
    /// - Complexity: O(V (V + E) log V) at worst, in graphs of everyday shape some tens of searches; O(V)
    ///   memory. Deterministic.
    /// - SeeAlso: as ``extent(control:)``.
    public func weightedExtent(control: RunControl = RunControl()) throws(GraphError) -> WeightedGraphExtent?
    {
        try requireFiniteSums(for: "a weighted distance")
        return try boundedExtent(weighted: true, control: control)
    }

    private func boundedExtent(
        weighted: Bool,
        control: RunControl
    ) throws(GraphError) -> WeightedGraphExtent? {
        guard vertexCount > 0 else { return nil }
        let parts = try ComponentOrder(of: self, control: control)
        return try orientation(.outgoing).withArcs { (forward, backward) throws(GraphError) in
            var search = ExtentSearch(of: self, parts, weighted: weighted, forward, backward)
            try search.run(control: control)
            return WeightedGraphExtent(
                diameter: search.diameter,
                radius: search.radius,
                searches: search.searches
            )
        }
    }
}
