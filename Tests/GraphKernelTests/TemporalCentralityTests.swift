import GraphKernel
import Testing

@Suite struct TemporalCentralityTests {
    private static func order(
        _ vertexCount: Int,
        _ contacts: [(Int32, Int32, Int64, Int64)],
        _ direction: CompactGraph.EdgeDirection = .directed,
        _ timing: TemporalOrder.EdgeTiming = .contacts
    ) throws -> TemporalOrder {
        let graph = try CompactGraph(
            vertexCount: vertexCount,
            sources: contacts.map(\.0),
            targets: contacts.map(\.1),
            direction: direction,
            begins: contacts.map(\.2),
            ends: contacts.map(\.3)
        )
        return try TemporalOrder(of: graph, timing: timing)
    }

    //     1      3
    // 0 --- 1 ----- 2     0 to 2 over 1 at 1 and 3, over 3 at 2 and 5; from 2 nothing leads on
    //  \ 2      5 /
    //   --- 3 ----
    private static let diamond: [(Int32, Int32, Int64, Int64)] = [
        (0, 1, 1, 1), (1, 2, 3, 3), (0, 3, 2, 2), (3, 2, 5, 5),
    ]

    @Test func byHand() throws {
        let order = try Self.order(4, Self.diamond)
        // From 0 at 1: 1 at 1, 3 at 2, 2 at 3; times count from 1.
        #expect(try order.closeness(by: .delay, in: 1...9) == [3.0 / 6, 1.0 / 3 / 3, 0, 1.0 / 5 / 3])
        #expect(try order.closeness(by: .delay, in: 1...9, scaled: false) == [3.0 / 6, 1.0 / 3, 0, 1.0 / 5])
        // The walk over 1 lasts from 1 to 3, a single contact one unit.
        #expect(try order.closeness(by: .duration) == [3.0 / 5, 1.0 / 3, 0, 1.0 / 3])
        #expect(try order.closeness(by: .hops) == [3.0 / 4, 1.0 / 3, 0, 1.0 / 3])
        #expect(try order.harmonicCloseness(by: .hops) == [2.5, 1, 0, 1])
        expectClose(
            try order.harmonicCloseness(by: .duration, normalized: true),
            [7.0 / 9, 1.0 / 3, 0, 1.0 / 3]
        )
        // Both ways from 0 to 2 have two hops.
        #expect(try order.betweenness() == [0, 0.5, 0, 0.5])
        #expect(try order.betweenness(in: 0...4) == [0, 1, 0, 0])
        #expect(
            try order.betweenness(waiting: WaitingRule(minimum: 3), normalized: true) == [0, 0, 0, 1.0 / 6]
        )
        // Back there is no way in time.
        let undirected = try Self.order(4, Self.diamond, .undirected)
        #expect(try undirected.betweenness(in: 0...4)[1] == 1)
    }

    @Test func parallelAndSimultaneousContacts() throws {
        // Twice from 0 to 1, at 1 and at 2, then from 1 to 2 and from 0 to 3 to 2.
        let order = try Self.order(4, [(0, 1, 1, 1), (0, 1, 2, 2), (1, 2, 3, 3), (0, 3, 1, 1), (3, 2, 2, 2)])
        #expect(try order.betweenness() == [0, 2.0 / 3, 0, 1.0 / 3])
        // All at once: strictly none can follow another.
        let tie = try Self.order(4, [(2, 3, 5, 5), (1, 2, 5, 5), (0, 1, 5, 5)])
        #expect(try tie.betweenness() == [0, 2, 2, 0])
        #expect(try tie.betweenness(waiting: .strict) == [0, 0, 0, 0])
        // A later contact that makes the walk shorter: 0 to 1 to 2 at 1 and 2, then 0 to 2 at 3, and 2 to 3 at 2 and 4.
        let later = try Self.order(4, [(0, 1, 1, 1), (1, 2, 2, 2), (0, 2, 3, 3), (2, 3, 4, 4), (2, 3, 2, 2)])
        // 0 to 3: over 2, which is reached directly in time for the later contact. 1 to 3: twice over 2.
        #expect(try later.betweenness() == [0, 0, 2, 0])
        #expect(try later.betweenness(in: 0...2) == [0, 2, 2, 0])
    }

    @Test func edgeCases() throws {
        for timing in [TemporalOrder.EdgeTiming.contacts, .spells(endIncluded: true)] {
            let empty = try TemporalOrder(of: EdgeCase.empty().timed([], []), timing: timing)
            let one = try TemporalOrder(of: EdgeCase.oneVertex().timed([], []), timing: timing)
            let loop = try TemporalOrder(of: EdgeCase.loop().timed([1], [2]), timing: timing)
            for distance in TemporalDistance.allCases {
                #expect(try empty.closeness(by: distance) == [])
                for order in [one, loop] {
                    #expect(try order.closeness(by: distance) == [0])
                    #expect(try order.harmonicCloseness(by: distance, normalized: true) == [0])
                    #expect(try order.closeness(by: distance, in: .max ... .max) == [0])
                }
                let wrong = WaitingRule(minimum: -1)
                #expect(errorCode { try one.closeness(by: distance, waiting: wrong) } == .invalidParameter)
            }
        }
        let empty = try TemporalOrder(of: EdgeCase.empty().timed([], []), timing: .contacts)
        #expect(try empty.betweenness(normalized: true) == [])
        let loop = try TemporalOrder(of: EdgeCase.loop().timed([1], [2]), timing: .contacts)
        #expect(try loop.betweenness(normalized: true) == [0])
        let cycle = try EdgeCase.directedCycle().timed([1, 2, 3, 4], [1, 2, 3, 4])
        let order = try TemporalOrder(of: cycle, timing: .contacts)
        #expect(try order.betweenness(waiting: .strict) == [0, 2, 3, 2])
        #expect(try order.betweenness(in: .max ... .max) == [0, 0, 0, 0])
        #expect(errorCode { try order.betweenness(waiting: WaitingRule(minimum: -1)) } == .invalidParameter)
        #expect(errorCode { try order.betweenness(waiting: WaitingRule(maximum: 9)) } == .invalidParameter)
        let spells = try TemporalOrder(of: cycle, timing: .spells(endIncluded: true))
        #expect(errorCode { try spells.betweenness() } == .invalidParameter)
        // Far ends of time.
        let far = try Self.order(3, [(0, 1, .min + 1, .min + 2), (1, 2, .max - 2, .max - 1)])
        #expect(try far.betweenness() == [0, 1, 0])
        #expect(try far.betweenness(waiting: WaitingRule(minimum: .max)) == [0, 1, 0])
        #expect(try far.closeness(by: .duration).allSatisfy(\.isFinite))
        #expect(try far.closeness(by: .delay).allSatisfy(\.isFinite))
    }

    @Test func tooManyWalksAreAnError() throws {
        // Eight ways at each of 350 steps.
        var contacts: [(Int32, Int32, Int64, Int64)] = []
        for step in 0..<Int32(350) {
            for _ in 0..<8 { contacts.append((step, step + 1, Int64(step), Int64(step))) }
        }
        let order = try Self.order(351, contacts)
        #expect(errorCode { try order.betweenness(waiting: .strict) } == .numericOverflow)
        let short = try Self.order(101, Array(contacts.prefix(800)))
        #expect(try short.betweenness(waiting: .strict)[50] == 50 * 50)
    }

    @Test(arguments: SeededTemporalGraph.all) func agreesWithTryingEverything(
        seeded: SeededTemporalGraph
    ) throws {
        let graph = try seeded.graph()
        let count = graph.vertexCount
        for direction in graph.isDirected ? [CompactGraph.SearchDirection.outgoing, .both] : [.outgoing] {
            let order = try TemporalOrder(of: graph, timing: seeded.timing, direction: direction)
            for waiting in seeded.waits {
                for period in [Int64(0)...12, 2...6] {
                    var betweenness = [Double](repeating: 0, count: count)
                    var sums = [[[Double]]](repeating: [[], [], []], count: count)
                    for source in 0..<count {
                        let all = graph.slowWalks(from: source, in: period, waiting, seeded.timing, direction)
                        for target in 0..<count where target != source {
                            let walks = all.filter { Int($0[$0.count - 1].to) == target }
                            guard let fewest = walks.map(\.count).min() else { continue }
                            let arrivals = walks.map { $0[$0.count - 1].arrival }
                            let durations = walks.map { $0[$0.count - 1].arrival - $0[0].departure }
                            sums[source][0].append(Double((arrivals.min() ?? 0) - period.lowerBound + 1))
                            sums[source][1].append(Double((durations.min() ?? 0) + 1))
                            sums[source][2].append(Double(fewest))
                            let best = walks.filter { $0.count == fewest }
                            for hop in best.flatMap({ $0.dropLast() }) {
                                betweenness[Int(hop.to)] += 1 / Double(best.count)
                            }
                        }
                    }
                    for (distance, kind) in zip(TemporalDistance.allCases, 0...) {
                        let found = try order.closeness(by: distance, in: period, waiting: waiting)
                        let harmonic = try order.harmonicCloseness(by: distance, in: period, waiting: waiting)
                        expectClose(
                            found,
                            sums.map { sums in
                                let reached = Double(sums[kind].count)
                                let sum = sums[kind].reduce(0, +)
                                return reached > 0 ? reached / sum * reached / Double(count - 1) : 0
                            }
                        )
                        expectClose(harmonic, sums.map { $0[kind].reduce(0) { $0 + 1 / $1 } })
                    }
                    guard seeded.timing == .contacts, waiting.maximum == nil else { continue }
                    expectClose(try order.betweenness(in: period, waiting: waiting), betweenness)
                }
            }
        }
    }

    /// Contacts that are all at one time, or each later than all before, are a graph without time.
    @Test(arguments: SeededGraph.all) func atOneTimeItIsBetweenness(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let times = [Int64](repeating: 5, count: graph.edgeCount)
        let order = try TemporalOrder(of: graph.timed(times, times), timing: .contacts)
        let still = try graph.betweenness()
        expectClose(try order.betweenness(), still.map { graph.isDirected ? $0 : 2 * $0 })
        expectClose(try order.closeness(by: .hops), try graph.closeness())
    }

    @Test(arguments: 0..<4) func threadsAndNamesChangeNothing(seed: Int) throws {
        let bare = try GraphGenerators.multigraph(
            vertexCount: 40,
            edgeCount: 150,
            direction: seed % 2 == 0 ? .undirected : .directed,
            seed: UInt64(seed)
        )
        var random = SplitMix64(seed: UInt64(seed))
        let begins = bare.edgeSources.map { _ in Int64(random.next(below: 40)) }
        let graph = try bare.timed(begins, begins.map { $0 + Int64(seed / 2) })
        let order = try TemporalOrder(of: graph, timing: .contacts)
        let names = graph.shuffledVertices(seed: 4)
        let other = try TemporalOrder(of: graph.relabelled(names), timing: .contacts)
        for waiting in [WaitingRule.nonStrict, .strict] {
            let one = try order.betweenness(waiting: waiting)
            #expect(one.contains { $0 > 3 })
            for threads in [2, 5] {
                let control = RunControl(threads: threads)
                #expect(try order.betweenness(waiting: waiting, control: control) == one)
            }
            for distance in TemporalDistance.allCases {
                let closeness = try order.closeness(by: distance, waiting: waiting)
                let control = RunControl(threads: 3)
                #expect(try order.closeness(by: distance, waiting: waiting, control: control) == closeness)
            }
            let renamed = try other.betweenness(waiting: waiting)
            expectClose(names.map { renamed[$0] }, one)
        }
        let cancelled = RunControl(threads: 2, isCancelled: { true })
        #expect(errorCode { try order.betweenness(control: cancelled) } == .cancelled)
        #expect(errorCode { try order.closeness(by: .delay, control: cancelled) } == .cancelled)
    }
}
