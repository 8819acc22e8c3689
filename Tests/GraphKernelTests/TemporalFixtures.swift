import GraphKernel

/// Seeded random graphs with times, small enough for all their walks to be listed.
struct SeededTemporalGraph: Sendable, CustomStringConvertible {
    let seed: Int

    static let all = (0..<16).map { SeededTemporalGraph(seed: $0) }

    var description: String { "seed \(seed)" }

    /// Contacts at one time each, contacts that last, spells without and with their ends.
    var timing: TemporalOrder.EdgeTiming {
        [.contacts, .contacts, .spells(endIncluded: false), .spells(endIncluded: true)][seed % 4]
    }

    var waits: [WaitingRule] {
        let any: [WaitingRule] = [.nonStrict, .strict, WaitingRule(minimum: 2)]
        return timing == .contacts
            ? any + [WaitingRule(maximum: 1), WaitingRule(minimum: 1, maximum: 2)] : any
    }

    func graph() throws -> CompactGraph {
        let edgeCount = seed % 4 < 2 ? 7 : 5
        let bare = try GraphGenerators.multigraph(
            vertexCount: 4,
            edgeCount: edgeCount,
            direction: seed % 8 < 4 ? .undirected : .directed,
            weightSteps: 1,
            seed: UInt64(seed)
        )
        var random = SplitMix64(seed: UInt64(100 + seed))
        let begins = (0..<edgeCount).map { _ in Int64(random.next(below: 8)) }
        let lengths = (0..<edgeCount).map { _ in Int64(seed % 4 == 0 ? 0 : random.next(below: 3)) }
        return try bare.timed(begins, zip(begins, lengths).map { $0 + $1 })
    }
}

extension CompactGraph {
    func timed(_ begins: [Int64], _ ends: [Int64]) throws -> CompactGraph {
        try CompactGraph(
            vertexCount: vertexCount,
            sources: edgeSources,
            targets: edgeTargets,
            direction: direction,
            begins: begins,
            ends: ends
        )
    }

    /// Whether an edge can be gone from `departure` to `arrival`.
    func allows(
        _ edge: Int,
        _ departure: Int64,
        _ arrival: Int64,
        _ timing: TemporalOrder.EdgeTiming
    ) -> Bool {
        guard let begins, let ends else { return false }
        return switch timing {
        case .contacts: departure == begins[edge] && arrival == ends[edge]
        case .spells(let endIncluded):
            departure == arrival && begins[edge] <= departure
                && (endIncluded ? departure <= ends[edge] : departure < ends[edge])
        }
    }

    /// All time-respecting walks from a vertex that could be best, found by trying everything. Over contacts
    /// no hop needs to be made twice, over spells no vertex to be met twice.
    func slowWalks(
        from source: Int,
        in period: ClosedRange<Int64>,
        _ waiting: WaitingRule,
        _ timing: TemporalOrder.EdgeTiming,
        _ direction: SearchDirection
    ) -> [[TemporalHop]] {
        var options: [TemporalHop] = []
        for (from, to, edge) in hops(direction) {
            for departure in Int64(0)...12 where period.contains(departure) {
                for arrival in departure...12 where period.contains(arrival) {
                    guard allows(edge, departure, arrival, timing) else { continue }
                    options.append(
                        TemporalHop(
                            edge: Int32(edge),
                            from: Int32(from),
                            to: Int32(to),
                            departure: departure,
                            arrival: arrival
                        )
                    )
                }
            }
        }
        var found: [[TemporalHop]] = []
        func extend(_ walk: [TemporalHop]) {
            let here = walk.last.map { Int($0.to) } ?? source
            for hop in options where Int(hop.from) == here {
                if let last = walk.last {
                    let wait = hop.departure - last.arrival
                    guard wait >= waiting.minimum, wait <= waiting.maximum ?? .max else { continue }
                }
                let isNew =
                    timing == .contacts
                    ? !walk.contains(hop) : Int(hop.to) != source && !walk.contains { $0.to == hop.to }
                guard isNew else { continue }
                found.append(walk + [hop])
                extend(walk + [hop])
            }
        }
        extend([])
        return found
    }

    /// What is wrong with a walk, in words; `nil` if it is one.
    func fault(
        of walk: TemporalWalk,
        in period: ClosedRange<Int64>,
        _ waiting: WaitingRule,
        _ timing: TemporalOrder.EdgeTiming,
        _ direction: SearchDirection
    ) -> String? {
        let ways = hops(direction)
        var here = walk.source
        var time: Int64?
        for hop in walk.hops {
            guard Int(hop.from) == here else { return "jumps" }
            guard ways.contains(where: { $0 == (Int(hop.from), Int(hop.to), Int(hop.edge)) }) else {
                return "goes an edge that is not there"
            }
            guard allows(Int(hop.edge), hop.departure, hop.arrival, timing) else { return "is out of time" }
            guard period.contains(hop.departure), period.contains(hop.arrival) else {
                return "leaves the period"
            }
            if let time {
                let wait = hop.departure - time
                guard wait >= waiting.minimum, wait <= waiting.maximum ?? .max else { return "waits \(wait)" }
            }
            (here, time) = (Int(hop.to), hop.arrival)
        }
        return nil
    }
}
