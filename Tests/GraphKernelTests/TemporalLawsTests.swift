import GraphKernel
import Testing

@Suite struct TemporalLawsTests {
    /// Every answer is that of a list of all walks, and every walk told is one.
    @Test(arguments: SeededTemporalGraph.all) func agreesWithTryingEverything(
        seeded: SeededTemporalGraph
    ) throws {
        let graph = try seeded.graph()
        let timing = seeded.timing
        for direction in graph.isDirected ? [CompactGraph.SearchDirection.outgoing, .both] : [.outgoing] {
            let order = try TemporalOrder(of: graph, timing: timing, direction: direction)
            for waiting in seeded.waits {
                for period in [Int64(0)...12, 2...6] {
                    let all = (0..<graph.vertexCount).map {
                        graph.slowWalks(from: $0, in: period, waiting, timing, direction)
                    }
                    for origin in 0..<graph.vertexCount {
                        let answers = [
                            try order.earliestArrival(from: origin, in: period, waiting: waiting),
                            try order.latestDeparture(to: origin, in: period, waiting: waiting),
                            try order.fewestHops(from: origin, in: period, waiting: waiting),
                            try order.fastest(from: origin, in: period, waiting: waiting),
                        ]
                        for answer in answers {
                            for vertex in 0..<graph.vertexCount {
                                try expectSound(answer, vertex)
                                guard let walk = try answer.walk(of: vertex) else { continue }
                                #expect(graph.fault(of: walk, in: period, waiting, timing, direction) == nil)
                            }
                        }
                        for vertex in 0..<graph.vertexCount where vertex != origin {
                            let there = all[origin].filter { Int($0[$0.count - 1].to) == vertex }
                            let back = all[vertex].filter { Int($0[$0.count - 1].to) == origin }
                            expectBest(answers, vertex, there, back)
                        }
                        let others = Set(all[origin].map { Int($0[$0.count - 1].to) }).subtracting([origin])
                        #expect(
                            try order.reachCounts(in: period, waiting: waiting)[origin] == others.count
                        )
                    }
                }
            }
        }
    }

    /// A walk leads between the right ends and has the times and the length that the columns say.
    private func expectSound(_ answer: TemporalWalks, _ vertex: Int) throws {
        guard let walk = try answer.walk(of: vertex) else {
            #expect(answer.arrivals[vertex] == .max && answer.departures[vertex] == .min)
            return
        }
        #expect(walk.source == (answer.isReversed ? vertex : answer.origin))
        #expect(walk.vertices.last == (answer.isReversed ? answer.origin : vertex))
        #expect(walk.hops.count == Int(answer.hopCounts[vertex]))
        guard let first = walk.hops.first, let last = walk.hops.last else { return }
        #expect(first.departure == answer.departures[vertex])
        #expect(last.arrival == answer.arrivals[vertex])
    }

    private func expectBest(
        _ answers: [TemporalWalks],
        _ vertex: Int,
        _ there: [[TemporalHop]],
        _ back: [[TemporalHop]]
    ) {
        func arrival(_ walk: [TemporalHop]) -> Int64 { walk[walk.count - 1].arrival }
        func duration(_ walk: [TemporalHop]) -> Int64 { arrival(walk) - walk[0].departure }
        #expect(answers[0].arrivals[vertex] == there.map(arrival).min() ?? .max)
        #expect(answers[1].departures[vertex] == back.map { $0[0].departure }.max() ?? .min)
        let fewest = there.map { [Int64($0.count), arrival($0)] }.min { $0.lexicographicallyPrecedes($1) }
        let hops = answers[2].hopCounts[vertex]
        #expect((hops < 0 ? nil : [Int64(hops), answers[2].arrivals[vertex]]) == fewest)
        let fastest = there.map { [duration($0), -$0[0].departure] }.min { $0.lexicographicallyPrecedes($1) }
        let (departure, end) = (answers[3].departures[vertex], answers[3].arrivals[vertex])
        #expect((answers[3].hopCounts[vertex] < 0 ? nil : [end - departure, -departure]) == fastest)
    }

    /// Larger graphs: what must hold between the answers.
    @Test(arguments: 0..<8) func answersStandInOrder(seed: Int) throws {
        let bare = try GraphGenerators.multigraph(
            vertexCount: 40,
            edgeCount: 120,
            direction: seed % 2 == 0 ? .undirected : .directed,
            weightSteps: 1,
            seed: UInt64(seed)
        )
        var random = SplitMix64(seed: UInt64(seed))
        let begins = bare.edgeSources.map { _ in Int64(random.next(below: 40)) }
        let graph = try bare.timed(begins, begins.map { $0 + Int64(seed / 2) })
        for timing in [TemporalOrder.EdgeTiming.contacts, .spells(endIncluded: true)] {
            let order = try TemporalOrder(of: graph, timing: timing)
            let mirrored = try TemporalOrder(of: graph, timing: timing, keepsMirror: true)
            for waiting in [WaitingRule.nonStrict, .strict] {
                let earliest = try order.earliestArrival(from: 0, waiting: waiting)
                let fewest = try order.fewestHops(from: 0, waiting: waiting)
                let fastest = try order.fastest(from: 0, waiting: waiting)
                let still = try graph.breadthFirstSearch(from: 0).distances
                for vertex in 1..<graph.vertexCount {
                    let isReached = earliest.hopCounts[vertex] >= 0
                    #expect(isReached == (fewest.hopCounts[vertex] >= 0))
                    #expect(isReached == (fastest.hopCounts[vertex] >= 0))
                    guard isReached else { continue }
                    #expect(fewest.hopCounts[vertex] <= earliest.hopCounts[vertex])
                    #expect(fewest.hopCounts[vertex] >= still[vertex])
                    #expect(fewest.arrivals[vertex] >= earliest.arrivals[vertex])
                    #expect(
                        fastest.arrivals[vertex] - fastest.departures[vertex]
                            <= earliest.arrivals[vertex] - earliest.departures[vertex]
                    )
                    // Who can be reached by the earliest arrival can set out no later than the latest
                    // departure for it.
                    let back = try mirrored.latestDeparture(
                        to: vertex,
                        in: .min...earliest.arrivals[vertex],
                        waiting: waiting
                    )
                    #expect(back.departures[0] >= earliest.departures[vertex])
                    #expect(back.arrivals[0] == earliest.arrivals[vertex])
                }
                #expect(
                    try order.latestDeparture(to: 5, waiting: waiting)
                        == mirrored.latestDeparture(to: 5, waiting: waiting)
                )
                let one = try order.reachCounts(waiting: waiting)
                #expect(Int(one[0]) == earliest.hopCounts.count { $0 > 0 })
                for threads in [2, 5] {
                    let control = RunControl(threads: threads)
                    #expect(try order.reachCounts(waiting: waiting, control: control) == one)
                }
            }
        }
    }

    /// Other names for the vertices, and edges in another order, change no number.
    @Test(arguments: SeededTemporalGraph.all) func namesDoNotMatter(seeded: SeededTemporalGraph) throws {
        let graph = try seeded.graph()
        let names = graph.shuffledVertices(seed: 3)
        let order = try TemporalOrder(of: graph, timing: seeded.timing)
        let other = try TemporalOrder(of: graph.relabelled(names), timing: seeded.timing)
        for waiting in seeded.waits {
            let walks = try order.earliestArrival(from: 0, in: 1 ... .max, waiting: waiting)
            let renamed = try other.earliestArrival(from: names[0], in: 1 ... .max, waiting: waiting)
            #expect(names.indices.allSatisfy { renamed.arrivals[names[$0]] == walks.arrivals[$0] })
        }
    }
}
