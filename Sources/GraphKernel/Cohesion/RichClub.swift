extension CompactGraph {
    /// Measures how closely the vertices of high degree are joined among themselves.
    ///
    /// The coefficient for k is the density of the graph of those vertices that have more than k neighbours.
    ///
    /// *Conventions.* As in networkx: direction is not looked at, parallel edges count once and loops not at
    /// all. The values are not divided by those of a random graph.
    ///
    /// - Returns: the coefficient, 0...1, for k = 0, 1, … as long as at least two vertices have more than k
    ///   neighbours.
    /// - Throws: ``GraphError/Code/tooLarge`` (a directed graph with more than half of ``arcLimit`` edges).
    /// - Complexity: O(V + E) time and memory. Deterministic.
    /// - SeeAlso: Colizza, Flammini, Serrano, Vespignani (2006), "Detecting rich-club ordering in complex
    ///   networks", [doi:10.1038/nphys209](https://doi.org/10.1038/nphys209).
    public func richClubCoefficients() throws(GraphError) -> [Double] {
        let simple = try simpleGraph()
        let degrees = simple.degrees()
        // How many vertices have just k neighbours, and how many edges a poorer end of k.
        let largest = degrees.max() ?? 0
        var members = [Int](repeating: 0, count: largest + 1)
        var ties = members
        for degree in degrees { members[degree] += 1 }
        for edge in 0..<simple.edgeCount {
            ties[min(degrees[Int(simple.edgeSources[edge])], degrees[Int(simple.edgeTargets[edge])])] += 1
        }
        var coefficients: [Double] = []
        var (richer, edges) = (vertexCount, simple.edgeCount)
        for degree in 0...largest {
            richer -= members[degree]
            edges -= ties[degree]
            guard richer > 1 else { break }
            coefficients.append(2 * Double(edges) / (Double(richer) * Double(richer - 1)))
        }
        return coefficients
    }
}
