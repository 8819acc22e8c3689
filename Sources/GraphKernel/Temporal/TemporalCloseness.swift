/// What counts as the distance of a time-respecting walk.
public enum TemporalDistance: Hashable, Sendable, CaseIterable {
    /// The time from the start of the period, which should be given, to the earliest arrival.
    case delay
    /// The time that a fastest walk takes from its first departure to its last arrival.
    case duration
    /// The hops of a walk with the fewest.
    case hops
}

extension TemporalOrder {
    /// Measures how near in time each vertex is to all that it can reach within a period.
    ///
    /// The closeness of v is (r - 1) / Σ d(v, u), where u runs over the r vertices that time-respecting walks from v
    /// reach, itself among them; with `scaled` times (r - 1) / (n - 1) for a graph of n vertices, as in
    /// ``CompactGraph/closeness(direction:weighted:scaled:control:)``. A distance in time counts both the time of
    /// the departure (or the start of the period) and that of the arrival: it is one more than their difference, so
    /// that a walk that takes no time is not infinitely near.
    ///
    /// *Conventions.* As of ``TemporalOrder``; the direction was chosen when the order was made. Loops change nothing,
    /// parallel edges that are alike neither. A vertex that reaches no other one has closeness 0. No value is NaN.
    ///
    /// - Parameters:
    ///   - distance: what counts as the distance of a walk.
    ///   - period: no hop departs before it or arrives after it; delays count from its start.
    ///   - waiting: how long a walk may stay at a vertex; a longest stay needs contacts.
    ///   - scaled: whether the values are scaled by the share of vertices reached.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Returns: one number a vertex, 0...1.
    /// - Throws: ``GraphError`` with `invalidParameter` or `cancelled`.
    /// - Complexity: V times ``earliestArrival(from:in:waiting:control:)``, ``fastest(from:in:waiting:control:)`` or
    ///   ``fewestHops(from:in:waiting:control:)``; O(V + E) memory a thread. The same to the bit on any number of
    ///   threads.
    /// - SeeAlso: Pan, Saramäki (2011), "Path lengths, correlations, and centrality in temporal networks",
    ///   [doi:10.1103/PhysRevE.84.016105](https://doi.org/10.1103/PhysRevE.84.016105); Crescenzi, Magnien, Marino
    ///   (2020), "Finding top-k nodes for temporal closeness in large temporal graphs",
    ///   [doi:10.3390/a13090211](https://doi.org/10.3390/a13090211).
    public func closeness(
        by distance: TemporalDistance,
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        scaled: Bool = true,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let sums = try distanceSums(by: distance, in: period, waiting: waiting, control: control)
        let others = Double(vertexCount - 1)
        return sums.map { sums in
            guard sums.reached > 0 else { return 0 }
            let closeness = Double(sums.reached) / sums.sum
            return scaled ? closeness * (Double(sums.reached) / others) : closeness
        }
    }

    /// Measures how near in time each vertex is to all others, those out of reach counting as infinitely far.
    ///
    /// The harmonic closeness of v is Σ 1 / d(v, u) over all other vertices u, 1 / ∞ being 0; `normalized` divides it
    /// by n - 1. Distances are those of ``closeness(by:in:waiting:scaled:control:)``.
    ///
    /// *Conventions.* As ``closeness(by:in:waiting:scaled:control:)``.
    ///
    /// - Parameters:
    ///   - distance: what counts as the distance of a walk.
    ///   - period: no hop departs before it or arrives after it; delays count from its start.
    ///   - waiting: how long a walk may stay at a vertex; a longest stay needs contacts.
    ///   - normalized: whether to divide by n - 1; in a graph of one vertex the value is 0 either way.
    ///   - control: threads, cancellation, and progress in chunks of sources.
    /// - Returns: one number a vertex, 0...n - 1, or 0...1 if normalized.
    /// - Throws: as ``closeness(by:in:waiting:scaled:control:)``.
    /// - Complexity: as ``closeness(by:in:waiting:scaled:control:)``. The same to the bit on any number of threads.
    /// - SeeAlso: Crescenzi, Magnien, Marino (2020), "Finding top-k nodes for temporal closeness in large temporal
    ///   graphs", [doi:10.3390/a13090211](https://doi.org/10.3390/a13090211).
    public func harmonicCloseness(
        by distance: TemporalDistance,
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        normalized: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> [Double] {
        let sums = try distanceSums(by: distance, in: period, waiting: waiting, control: control)
        let others = Double(vertexCount - 1)
        return sums.map { normalized && $0.reached > 0 ? $0.inverseSum / others : $0.inverseSum }
    }

    private struct DistanceSums: BitwiseCopyable {
        var reached = 0
        var sum = 0.0
        var inverseSum = 0.0
    }

    /// For each vertex the number of others that it reaches, and the sums of their distances and inverse distances,
    /// added in the order of the vertices.
    private func distanceSums(
        by distance: TemporalDistance,
        in period: ClosedRange<Int64>,
        waiting: WaitingRule,
        control: RunControl
    ) throws(GraphError) -> [DistanceSums] {
        try check(waiting)
        let sums = Scratch<DistanceSums>(count: vertexCount, repeating: DistanceSums())
        let column = sums.buffer
        let (count, chunkSize) = (vertexCount, 16)
        let one = RunControl(isCancelled: control.isCancelled)
        try ParallelChunks.run(
            count: (count + chunkSize - 1) / chunkSize,
            control: control,
            makeWorker: {},
            work: { (chunk, _) throws(GraphError) in
                for source in ParallelChunks.range(chunk, size: chunkSize, count: count) {
                    let walks =
                        switch distance {
                        case .delay:
                            try earliestArrival(from: source, in: period, waiting: waiting, control: one)
                        case .duration: try fastest(from: source, in: period, waiting: waiting, control: one)
                        case .hops: try fewestHops(from: source, in: period, waiting: waiting, control: one)
                        }
                    for vertex in 0..<count where vertex != source && walks.hopCounts[vertex] >= 0 {
                        let length = walks.length(to: vertex, by: distance)
                        column[source].reached += 1
                        column[source].sum += length
                        column[source].inverseSum += 1 / length
                    }
                }
            },
            merge: { _, _ in }
        )
        return sums.array()
    }
}

extension TemporalWalks {
    fileprivate func length(to vertex: Int, by distance: TemporalDistance) -> Double {
        // Differences as unsigned numbers, which hold any.
        switch distance {
        case .delay: Double(UInt64(bitPattern: arrivals[vertex] &- departures[origin])) + 1
        case .duration: Double(UInt64(bitPattern: arrivals[vertex] &- departures[vertex])) + 1
        case .hops: Double(hopCounts[vertex])
        }
    }
}
