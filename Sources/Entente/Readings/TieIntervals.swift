internal import EDTF

/// What of a network is so in every reading, and how far readings differ: components, degrees, neighbourhoods.
public struct TieIntervals: Sendable {
    /// A number that differs between readings.
    public struct Interval: Sendable, Hashable {
        /// The least.
        public var low: Int
        /// The greatest.
        public var high: Int

        /// Makes an interval.
        public init(low: Int, high: Int) {
            self.low = low
            self.high = high
        }
    }

    /// For each vertex the number of others that it is tied to.
    public var degrees: [Interval]
    /// The number of components, of vertices that any edge may tie.
    public var componentCount: Interval
    /// For each vertex the smallest of those that it is connected with in every reading.
    public var certainComponent: [Int]
    /// For each vertex the smallest of those that edges, of whatever reading, connect it with.
    public var possibleComponent: [Int]
    /// How many readings there are that differ in them; `Int.max` for more than that.
    public var readings: Int
    /// Whether the intervals are bounds, since there are more readings than can be gone through: nothing lies outside of
    /// them, and what is connected in every reading may be more.
    public var isBound: Bool
}

extension Network {
    /// What is so in every reading, and how far readings differ, of components and degrees.
    ///
    /// All ties count, in both directions, those with venues too; nobody asks whether a path may pass.
    ///
    /// - Complexity: O(edges) for each reading.
    public func tieIntervals() -> TieIntervals {
        let readings = TieReadings(self)
        let isBound = readings.count > TieReadings.limit
        var result = TieIntervals(
            degrees: [],
            componentCount: .init(low: vertices.count, high: 0),
            certainComponent: [],
            possibleComponent: components { edges[$0].dates > .impossible },
            readings: readings.count,
            isBound: isBound
        )
        var labels: [[Int]] = []
        func add(certain: (Int) -> Bool, possible: (Int) -> Bool) {
            let (low, high) = (degrees(certain), degrees(possible))
            if result.degrees.isEmpty {
                result.degrees = zip(low, high).map { .init(low: $0, high: $1) }
            } else {
                for vertex in vertices.indices {
                    let own = result.degrees[vertex]
                    result.degrees[vertex] = .init(
                        low: min(own.low, low[vertex]),
                        high: max(own.high, high[vertex])
                    )
                }
            }
            let (most, fewest) = (components(certain), components(possible))
            result.componentCount.high = max(result.componentCount.high, Set(most).count)
            result.componentCount.low = min(result.componentCount.low, Set(fewest).count)
            labels = labels.isEmpty ? most.map { [$0] } : Self.refined(labels, by: most)
        }
        if isBound {
            add(
                certain: { self.edges[$0].dates == .certain },
                possible: { self.edges[$0].dates > .impossible }
            )
        } else {
            for reading in readings {
                add(
                    certain: { self.dates(of: $0, in: reading) == .certain },
                    possible: { self.dates(of: $0, in: reading) > .impossible }
                )
            }
        }
        var first: [[Int]: Int] = [:]
        for (vertex, label) in labels.enumerated() where first[label] == nil { first[label] = vertex }
        result.certainComponent = labels.map { first[$0] ?? 0 }
        return result
    }

    /// Labels that tell apart what one or the other did, as numbers again.
    private static func refined(_ labels: [[Int]], by others: [Int]) -> [[Int]] {
        var numbers: [[Int]: Int] = [:]
        return zip(labels, others).map { label, other in
            let key = label + [other]
            if numbers[key] == nil { numbers[key] = numbers.count }
            return [numbers[key] ?? 0]
        }
    }

    /// The number of others that each vertex is tied to over some edges.
    private func degrees(_ counts: (Int) -> Bool) -> [Int] {
        var others = Array(repeating: Set<Int>(), count: vertices.count)
        for tie in ties where tie.edges.contains(where: counts) {
            others[tie.a].insert(tie.b)
            others[tie.b].insert(tie.a)
        }
        return others.map(\.count)
    }

    /// For each vertex the smallest one that some edges connect it with.
    private func components(_ counts: (Int) -> Bool) -> [Int] {
        var parents = Array(vertices.indices)
        func root(_ vertex: Int) -> Int {
            var here = vertex
            while parents[here] != here {
                parents[here] = parents[parents[here]]
                here = parents[here]
            }
            return here
        }
        for tie in ties where tie.edges.contains(where: counts) {
            let (a, b) = (root(tie.a), root(tie.b))
            parents[max(a, b)] = min(a, b)
        }
        return vertices.indices.map(root)
    }
}
