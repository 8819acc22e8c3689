import GraphKernel
import Testing

@Suite struct TemporalOrderTests {
    /// The 18 spells of Moody (2002), [onset, terminus), between vertices 1 to 16.
    private static let moody: [(Int32, Int32, Int64, Int64)] = [
        (10, 4, 40, 72), (1, 11, 214, 247), (7, 10, 224, 256), (13, 4, 453, 479), (13, 2, 494, 524),
        (2, 16, 575, 599), (1, 16, 583, 615), (1, 12, 621, 651), (13, 3, 634, 660), (4, 14, 665, 692),
        (1, 9, 674, 701), (16, 6, 701, 733), (2, 15, 709, 740), (13, 5, 712, 739), (8, 13, 719, 745),
        (4, 16, 748, 782), (11, 8, 749, 793), (13, 7, 769, 795),
    ]

    private static func order(
        _ vertexCount: Int,
        _ edges: [(Int32, Int32, Int64, Int64)],
        _ direction: CompactGraph.EdgeDirection,
        _ timing: TemporalOrder.EdgeTiming = .contacts
    ) throws -> TemporalOrder {
        let graph = try CompactGraph(
            vertexCount: vertexCount,
            sources: edges.map(\.0),
            targets: edges.map(\.1),
            direction: direction,
            begins: edges.map(\.2),
            ends: edges.map(\.3)
        )
        return try TemporalOrder(of: graph, timing: timing)
    }

    @Test func moodysNetwork() throws {
        let edges = Self.moody.map { ($0 - 1, $1 - 1, $2, $3) }
        let order = try Self.order(16, edges, .undirected, .spells(endIncluded: false))
        let walks = try order.earliestArrival(from: 9, in: 40 ... .max)
        #expect(
            walks.arrivals.map { $0 - 40 } == [
                543, 454, 594, 0, 672, 661, 184, 679, 634, 0, 709, 581, 413, 625, 669, 535,
            ]
        )
        #expect(walks.hopCounts == [5, 3, 3, 1, 3, 5, 1, 3, 6, 0, 4, 6, 2, 2, 4, 4])
        #expect(try walks.walk(of: 8)?.vertices.map { $0 + 1 } == [10, 4, 13, 2, 16, 1, 9])
        #expect(try order.reachCounts(in: 40 ... .max)[9] == 15)
        // Later than its tie to 4, vertex 10 can meet 7 alone, and 7 then 13, when it is too late for more.
        #expect(try order.reachCounts(in: 73 ... .max)[9] == 2)
    }

    //      1-1       2-5
    //  0 ------ 1 -------- 2     0 to 2 directly 3-9, 3 is alone
    //      4-4                   2 to 3 never
    @Test func contactsThatLast() throws {
        let order = try Self.order(
            4,
            [(0, 1, 1, 1), (0, 1, 4, 4), (1, 2, 2, 5), (0, 2, 3, 9), (1, 2, 4, 6)],
            .directed
        )
        let earliest = try order.earliestArrival(from: 0, waiting: .strict)
        #expect(earliest.arrivals[1...] == [1, 5, .max])
        #expect(earliest.departures[1...] == [1, 1, .min])
        #expect(earliest.hopCounts == [0, 1, 2, -1])
        #expect(try earliest.walk(of: 2)?.hops.map(\.edge) == [0, 2])
        #expect(try earliest.walk(of: 0)?.hops == [])
        #expect(try earliest.walk(of: 3) == nil)
        #expect(errorCode { try earliest.walk(of: 4) } == .vertexOutOfRange)
        let fewest = try order.fewestHops(from: 0)
        #expect(fewest.arrivals[1...] == [1, 9, .max])
        #expect(fewest.hopCounts == [0, 1, 1, -1])
        let fastest = try order.fastest(from: 0)
        #expect(fastest.departures[1...] == [4, 4, .min])
        #expect(fastest.arrivals[1...] == [4, 6, .max])
        let latest = try order.latestDeparture(to: 2)
        #expect(latest.isReversed)
        #expect(latest.departures == [4, 4, .max - 1, .min])
        #expect(try latest.walk(of: 0)?.hops.map(\.edge) == [1, 4])
        #expect(try order.latestDeparture(to: 2, in: 0...5).departures == [1, 2, 5, .min])
        #expect(try order.latestDeparture(to: 2, waiting: .strict).departures[0] == 3)
        #expect(try order.reachCounts() == [2, 1, 0, 0])
        #expect(try order.reachCounts(in: 2...5) == [1, 1, 0, 0])
        #expect(try order.reachCounts(waiting: WaitingRule(minimum: 2)) == [2, 1, 0, 0])
    }

    /// With a longest wait a walk may have to go round to be at a vertex in time.
    @Test func aRoundaboutAgainstWaiting() throws {
        let order = try Self.order(3, [(0, 1, 0, 0), (1, 1, 2, 2), (1, 2, 4, 4)], .directed)
        #expect(try order.earliestArrival(from: 0, waiting: WaitingRule(maximum: 1)).arrivals[2] == .max)
        let walks = try order.earliestArrival(from: 0, waiting: WaitingRule(maximum: 2))
        #expect(try walks.walk(of: 2)?.vertices == [0, 1, 1, 2])
        #expect(try order.earliestArrival(from: 0).walk(of: 2)?.vertices == [0, 1, 2])
    }

    @Test func tiesAtOneTime() throws {
        let edges: [(Int32, Int32, Int64, Int64)] = [(2, 3, 5, 5), (1, 2, 5, 5), (0, 1, 5, 5)]
        let order = try Self.order(4, edges, .undirected)
        #expect(try order.earliestArrival(from: 0).hopCounts == [0, 1, 2, 3])
        #expect(try order.earliestArrival(from: 0, waiting: .strict).hopCounts == [0, 1, -1, -1])
        #expect(try order.reachCounts() == [3, 3, 3, 3])
        #expect(try order.reachCounts(waiting: .strict) == [1, 2, 2, 1])
    }

    @Test func endsOfTime() throws {
        let all: (Int32, Int32, Int64, Int64) = (0, 1, .min, .max)
        let contact = try Self.order(2, [all], .directed)
        #expect(try contact.earliestArrival(from: 0).hopCounts == [0, -1])
        #expect(try contact.latestDeparture(to: 1).hopCounts == [-1, 0])
        #expect(try contact.fastest(from: 0).hopCounts == [0, -1])
        for endIncluded in [false, true] {
            let spell = try Self.order(2, [all], .directed, .spells(endIncluded: endIncluded))
            #expect(try spell.earliestArrival(from: 0).arrivals[1] == .min + 1)
            #expect(try spell.latestDeparture(to: 1).departures[0] == .max - 1)
            #expect(try spell.fastest(from: 0, waiting: WaitingRule(minimum: .max)).hopCounts == [0, 1])
        }
        // A walk that lasts longer than an Int64 can say, and one that cannot wait so long.
        let far = try Self.order(3, [(0, 1, .min + 1, .min + 2), (1, 2, .max - 2, .max - 1)], .directed)
        #expect(try far.fastest(from: 0).hopCounts == [0, 1, 2])
        #expect(try far.earliestArrival(from: 0, waiting: WaitingRule(minimum: .max)).hopCounts[2] == 2)
        #expect(try far.fastest(from: 0, waiting: WaitingRule(maximum: .max)).hopCounts[2] == -1)
        #expect(try far.earliestArrival(from: 0, in: .max ... .max).hopCounts == [0, -1, -1])
        #expect(try far.fewestHops(from: 0, in: .min ... .min).hopCounts == [0, -1, -1])
        #expect(try far.reachCounts(in: .max ... .max) == [0, 0, 0])
        // A spell without length is never.
        let moment = try Self.order(2, [(0, 1, 3, 3)], .directed, .spells(endIncluded: false))
        #expect(try moment.earliestArrival(from: 0).hopCounts == [0, -1])
    }

    @Test func edgeCases() throws {
        let bare = try EdgeCase.parallel()
        #expect(errorCode { try TemporalOrder(of: bare, timing: .contacts) } == .missingTimes)
        let empty = try TemporalOrder(of: EdgeCase.empty().timed([], []), timing: .contacts)
        #expect(try empty.reachCounts() == [])
        #expect(errorCode { try empty.earliestArrival(from: 0) } == .vertexOutOfRange)
        let one = try TemporalOrder(of: EdgeCase.oneVertex().timed([], []), timing: .contacts)
        #expect(try one.fastest(from: 0, in: 3...9).departures == [3])
        let loop = try TemporalOrder(of: EdgeCase.loop().timed([1], [2]), timing: .contacts)
        #expect(try loop.earliestArrival(from: 0, in: 0...9).arrivals == [0])
        #expect(try loop.fewestHops(from: 0, in: 0...9).hopCounts == [0])
        let parallel = try TemporalOrder(of: bare.timed([3, 1, 2], [3, 1, 2]), timing: .contacts)
        #expect(try parallel.earliestArrival(from: 0).walk(of: 2)?.hops.map(\.edge) == [1, 2])
        #expect(errorCode { try parallel.earliestArrival(from: -1) } == .vertexOutOfRange)
        for waiting in [WaitingRule(minimum: -1), WaitingRule(minimum: 2, maximum: 1)] {
            #expect(errorCode { try parallel.fastest(from: 0, waiting: waiting) } == .invalidParameter)
            #expect(errorCode { try parallel.reachCounts(waiting: waiting) } == .invalidParameter)
        }
        let spells = try TemporalOrder(
            of: bare.timed([3, 1, 2], [3, 1, 2]),
            timing: .spells(endIncluded: true)
        )
        let code = errorCode { try spells.earliestArrival(from: 0, waiting: WaitingRule(maximum: 4)) }
        #expect(code == .invalidParameter)
    }

    @Test func directionsOfDirectedEdges() throws {
        let graph = try EdgeCase.directedCycle().timed([1, 2, 3, 4], [1, 2, 3, 4])
        let outgoing = try TemporalOrder(of: graph, timing: .contacts)
        #expect(try outgoing.reachCounts(waiting: .strict) == [3, 3, 2, 1])
        let incoming = try TemporalOrder(of: graph, timing: .contacts, direction: .incoming)
        #expect(try incoming.reachCounts(waiting: .strict) == [1, 2, 1, 1])
        let both = try TemporalOrder(of: graph, timing: .contacts, direction: .both)
        let undirected = try TemporalOrder(of: graph.undirected(), timing: .contacts)
        #expect(try both.reachCounts() == undirected.reachCounts())
    }

    @Test func aLongLine() throws {
        let path = try GraphGenerators.path(vertexCount: 100_000)
        let times = (0..<Int64(path.edgeCount)).map { $0 }
        for timing in [TemporalOrder.EdgeTiming.contacts, .spells(endIncluded: true)] {
            let order = try TemporalOrder(of: path.timed(times, times), timing: timing)
            #expect(try order.earliestArrival(from: 0).hopCounts[99_999] == 99_999)
            #expect(try order.fewestHops(from: 99_999).hopCounts[99_998] == 1)
        }
    }

    @Test(arguments: [1, 3]) func cancelling(threads: Int) throws {
        let path = try GraphGenerators.path(vertexCount: 100_000)
        let times = (0..<Int64(path.edgeCount)).map { $0 }
        let graph = try path.timed(times, times)
        let control = RunControl(threads: threads, isCancelled: { true })
        for timing in [TemporalOrder.EdgeTiming.contacts, .spells(endIncluded: true)] {
            let order = try TemporalOrder(of: graph, timing: timing)
            for waiting in [WaitingRule.nonStrict, .strict] {
                let runs: [() throws -> Void] = [
                    { _ = try order.earliestArrival(from: 0, waiting: waiting, control: control) },
                    { _ = try order.fewestHops(from: 0, waiting: waiting, control: control) },
                    { _ = try order.reachCounts(waiting: waiting, control: control) },
                ]
                for run in runs { #expect(errorCode(run) == .cancelled) }
            }
            #expect(errorCode { try order.fastest(from: 0, control: control) } == .cancelled)
        }
    }
}
