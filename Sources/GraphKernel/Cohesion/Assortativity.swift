extension CompactGraph {
    /// Measures whether vertices of many edges are joined with each other.
    ///
    /// This is Pearson's correlation, over all edges, of the degrees at the two ends. In a directed graph it
    /// is that of the number of edges that leave the source and of those that arrive at the target.
    ///
    /// *Conventions.* As in igraph: every edge counts, parallel ones and loops too, an undirected one once
    /// from each end; degrees are those of ``degrees(direction:)``. (networkx counts an undirected loop from
    /// one end only.)
    ///
    /// - Returns: a correlation, -1...1; `nil` when there is no edge or all ends of one side have the same
    ///   degree.
    /// - Complexity: O(V + E) time, O(V) memory. Deterministic.
    /// - SeeAlso: Newman (2003), "Mixing patterns in networks",
    ///   [doi:10.1103/PhysRevE.67.026126](https://doi.org/10.1103/PhysRevE.67.026126).
    public func degreeAssortativity() -> Double? {
        let sourceDegrees = degrees(direction: isDirected ? .outgoing : .both)
        let targetDegrees = isDirected ? degrees(direction: .incoming) : sourceDegrees
        guard edgeCount > 0 else { return nil }
        let ends = (0..<edgeCount).lazy.map { edge in
            (sourceDegrees[Int(edgeSources[edge])], targetDegrees[Int(edgeTargets[edge])])
        }
        // That all degrees are alike is decided in whole numbers, not by a variance near zero.
        var (first, second) = (Int.max...Int.max, Int.max...Int.max)
        var (sum, otherSum) = (0.0, 0.0)
        for (position, (source, target)) in ends.enumerated() {
            let sources = isDirected ? source...source : min(source, target)...max(source, target)
            let targets = isDirected ? target...target : sources
            first = position == 0 ? sources : Self.hull(first, sources)
            second = position == 0 ? targets : Self.hull(second, targets)
            sum += isDirected ? Double(source) : Double(source + target) / 2
            otherSum += isDirected ? Double(target) : Double(source + target) / 2
        }
        guard first.count > 1, second.count > 1 else { return nil }
        let (mean, otherMean) = (sum / Double(edgeCount), otherSum / Double(edgeCount))
        var (product, square, otherSquare) = (0.0, 0.0, 0.0)
        for (source, target) in ends {
            let (left, right) = (Double(source) - mean, Double(target) - otherMean)
            product += left * right
            square += isDirected ? left * left : (left * left + right * right) / 2
            otherSquare += isDirected ? right * right : (left * left + right * right) / 2
        }
        return product / (square.squareRoot() * otherSquare.squareRoot())
    }

    private static func hull(_ one: ClosedRange<Int>, _ other: ClosedRange<Int>) -> ClosedRange<Int> {
        min(one.lowerBound, other.lowerBound)...max(one.upperBound, other.upperBound)
    }
}
