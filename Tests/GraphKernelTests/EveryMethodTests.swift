import GraphKernel
import Testing

/// Every public method on graphs at the edge of what is a graph, and with arguments that are none: the documented
/// result or a typed error, and never a trap.
@Suite struct EveryMethodTests {
    struct Subject: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let graph: CompactGraph
    }

    /// Graphs with weights and times.
    static let subjects: [Subject] = {
        var subjects: [Subject] = []
        for (name, count, edges) in [
            ("empty", 0, []), ("one vertex", 1, []), ("one loop", 1, [(0, 0)]),
            ("only loops", 3, [(0, 0), (0, 0), (2, 2)]), ("no edges", 4, []), ("one edge", 2, [(0, 1)]),
            ("parallel", 2, [(0, 1), (1, 0), (0, 1)]), ("two parts", 5, [(0, 1), (2, 3), (3, 3)]),
            ("circle", 3, [(0, 1), (1, 2), (2, 0)]),
        ] as [(String, Int, [(Int, Int)])] {
            for direction in [CompactGraph.EdgeDirection.directed, .undirected] {
                let times = edges.indices.map { Int64($0) }
                guard
                    let bare = try? CompactGraph(
                        vertexCount: count,
                        edges: edges,
                        direction: direction,
                        weights: edges.map { _ in 1.5 }
                    ),
                    let graph = try? CompactGraph(
                        vertexCount: count,
                        sources: bare.edgeSources,
                        targets: bare.edgeTargets,
                        direction: direction,
                        weights: bare.weights,
                        begins: times,
                        ends: times.map { $0 + 1 }
                    )
                else { continue }
                subjects.append(Subject(testDescription: "\(name), \(direction)", graph: graph))
            }
        }
        return subjects
    }()

    @Test func allSubjectsAreGraphs() {
        #expect(Self.subjects.count == 18)
    }

    // MARK: Whole graphs

    @Test(arguments: subjects, wholeGraphCalls) func measuresOfAnyGraph(
        subject: Subject,
        call: KernelCall<CompactGraph>
    ) throws {
        try call.run(subject.graph)
    }

    @Test(arguments: subjects, vertexCalls) func answersAboutEachVertex(
        subject: Subject,
        call: KernelCall<(CompactGraph, Int)>
    ) throws {
        for vertex in 0..<subject.graph.vertexCount { try call.run((subject.graph, vertex)) }
    }

    @Test(arguments: subjects, vertexCalls) func unknownVertices(
        subject: Subject,
        call: KernelCall<(CompactGraph, Int)>
    ) {
        for vertex in [-1, subject.graph.vertexCount, 1 << 31, 1 << 32, .max, .min] {
            #expect(errorCode { try call.run((subject.graph, vertex)) } == .vertexOutOfRange, "\(vertex)")
        }
    }

    // MARK: Columns

    @Test(arguments: subjects, strengthCalls) func strengthsOfTheWrongLength(
        subject: Subject,
        call: KernelCall<(CompactGraph, [Double])>
    ) {
        let graph = subject.graph
        let short = [Double](repeating: 1, count: max(0, graph.edgeCount - 1))
        let long = [Double](repeating: 1, count: graph.edgeCount + 1)
        for strengths in [short, long] where strengths.count != graph.edgeCount {
            #expect(errorCode { try call.run((graph, strengths)) } == .columnLengthMismatch)
        }
    }

    @Test(arguments: subjects, strengthCalls) func strengthsThatAreNone(
        subject: Subject,
        call: KernelCall<(CompactGraph, [Double])>
    ) throws {
        let graph = subject.graph
        for (value, code) in [
            (Double.nan, GraphError.Code.invalidWeight), (.infinity, .invalidWeight), (-1, .negativeWeight),
            (-.leastNonzeroMagnitude, .negativeWeight), (-.infinity, .invalidWeight),
        ] where graph.edgeCount > 0 {
            var strengths = [Double](repeating: 1, count: graph.edgeCount)
            strengths[graph.edgeCount - 1] = value
            // To add up strengths is no matter of their signs.
            let isSum = call.description == "strengths" && code == .negativeWeight
            #expect(errorCode { try call.run((graph, strengths)) } == (isSum ? nil : code), "\(value)")
        }
        // Extremes are strengths: a result, or too much to add up.
        for value in [0, .leastNonzeroMagnitude, .greatestFiniteMagnitude] {
            let strengths = [Double](repeating: value, count: graph.edgeCount)
            let code = errorCode { try call.run((graph, strengths)) }
            #expect(
                code == nil || code == .numericOverflow || (value == 0 && code == .invalidWeight),
                "\(value)"
            )
        }
    }

    @Test(arguments: subjects) func columnsThatAreNone(subject: Subject) {
        let graph = subject.graph
        let signs = [Int8](repeating: 1, count: graph.edgeCount + 1)
        let labels = [Int32](repeating: 0, count: graph.vertexCount + 1)
        let shares = [Double](repeating: 1, count: graph.vertexCount + 1)
        let calls: [() throws -> Void] = [
            { _ = try graph.signedTriangleCounts(signs: signs) },
            { _ = try graph.signedTriangles(signs: signs) },
            { _ = try graph.signedBalance(signs: signs) }, { _ = try graph.frustrationIndex(signs: signs) },
            { _ = try graph.frustrationBounds(signs: signs) }, { _ = try graph.modularity(of: labels) },
            { _ = try graph.constantPottsQuality(of: labels, resolution: 1) },
            { _ = try graph.pageRank(personalization: shares) },
            { _ = try graph.katzCentrality(beta: shares) },
            { _ = try PartitionAgreement(labels, []) },
            { _ = try graph.weighted(by: signs.map { Double($0) }) },
        ]
        for (number, call) in calls.enumerated() {
            #expect(errorCode(call) == .columnLengthMismatch, "call \(number)")
        }
        guard graph.vertexCount > 0 else { return }
        for value in [Double.nan, .infinity, -.infinity, -1] {
            let shares = [Double](repeating: value, count: graph.vertexCount)
            #expect(errorCode { try graph.pageRank(personalization: shares) } == .invalidParameter)
            #expect(
                errorCode { try graph.shortestPath(from: 0, to: 0, lowerBounds: shares) } == .invalidParameter
            )
        }
        for value in [Double.nan, .infinity, -.infinity] {
            let shares = [Double](repeating: value, count: graph.vertexCount)
            #expect(errorCode { try graph.katzCentrality(beta: shares) } == .invalidParameter)
        }
        #expect(
            errorCode { try graph.pageRank(personalization: shares.dropLast().map { _ in 0 }) }
                == .invalidParameter
        )
        #expect(errorCode { try graph.subgraph([0, 0]) } == .invalidParameter)
    }

    // MARK: Numbers

    @Test(arguments: subjects, numberCalls) func numbersThatAreNone(
        subject: Subject,
        call: KernelCall<(CompactGraph, Double)>
    ) {
        #expect(errorCode { try call.run((subject.graph, .nan)) } == .invalidParameter)
        #expect(errorCode { try call.run((subject.graph, -.infinity)) } == .invalidParameter)
        #expect(errorCode { try call.run((subject.graph, -1)) } == .invalidParameter)
        for value in [Double.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude] {
            let code = errorCode { try call.run((subject.graph, value)) }
            let expected: [GraphError.Code?] = [nil, .invalidParameter, .numericOverflow, .tooLarge]
            #expect(expected.contains(code), "\(value)")
        }
    }

    @Test(arguments: subjects, countCalls) func countsThatAreNone(
        subject: Subject,
        call: KernelCall<(CompactGraph, Int)>
    ) {
        for count in [-1, -(1 << 32), .min] {
            #expect(errorCode { try call.run((subject.graph, count)) } == .invalidParameter, "\(count)")
        }
        for count in [0, 1, 2, .max] {
            let code = errorCode { try call.run((subject.graph, count)) }
            #expect(code == nil || code == .invalidParameter || code == .tooLarge, "\(count)")
        }
    }

    // MARK: What a graph lacks

    @Test(arguments: weightedCalls) func withoutWeights(call: KernelCall<CompactGraph>) throws {
        let graph = try GraphGenerators.path(vertexCount: 3)
        #expect(errorCode { try call.run(graph) } == .missingWeights)
        try call.run(graph.weighted(by: [1, 2]))
        // Weights near the ends of what a number can be.
        for weight in [Double.leastNonzeroMagnitude, .greatestFiniteMagnitude] {
            let code = errorCode { try call.run(graph.weighted(by: [weight, weight])) }
            #expect(code == nil || code == .numericOverflow, "\(weight)")
        }
    }

    @Test(arguments: subjects) func withoutTimes(subject: Subject) throws {
        let bare = try CompactGraph(
            vertexCount: subject.graph.vertexCount,
            sources: subject.graph.edgeSources,
            targets: subject.graph.edgeTargets,
            direction: subject.graph.direction
        )
        #expect(errorCode { try TemporalOrder(of: bare, timing: .contacts) } == .missingTimes)
    }

    @Test(arguments: subjects, TemporalDistance.allCases) func extremesOfTime(
        subject: Subject,
        distance: TemporalDistance
    ) throws {
        let graph = subject.graph
        for (begin, end) in [(Int64.min, Int64.max), (.min, .min), (.max, .max), (.min + 1, .max - 1)] {
            let times = (
                [Int64](repeating: begin, count: graph.edgeCount), graph.edgeSources.map { _ in end }
            )
            let timed = try graph.timed(times.0, times.1)
            for timing in [
                TemporalOrder.EdgeTiming.contacts, .spells(endIncluded: false), .spells(endIncluded: true),
            ] {
                let order = try TemporalOrder(of: timed, timing: timing)
                for waiting in [WaitingRule.nonStrict, .strict, WaitingRule(minimum: .max)] {
                    for period in [Int64.min ... .max, .min ... .min, .max ... .max, 0...0] {
                        _ = try order.closeness(by: distance, in: period, waiting: waiting)
                        _ = try order.reachCounts(in: period, waiting: waiting)
                        if timing == .contacts { _ = try order.betweenness(in: period, waiting: waiting) }
                        for vertex in 0..<graph.vertexCount {
                            _ = try order.latestDeparture(to: vertex, in: period, waiting: waiting)
                        }
                    }
                }
                for vertex in [-1, graph.vertexCount, .max, .min] {
                    let codes = [
                        errorCode { try order.earliestArrival(from: vertex) },
                        errorCode { try order.latestDeparture(to: vertex) },
                        errorCode { try order.fewestHops(from: vertex) },
                        errorCode { try order.fastest(from: vertex) },
                    ]
                    #expect(codes.allSatisfy { $0 == .vertexOutOfRange })
                }
            }
        }
    }

    // MARK: Too large

    @Test func generatorsRefuseWhatIsNone() {
        let counts = [-1, Int.min, Int.max, CompactGraph.arcLimit + 1]
        for count in counts {
            let calls: [() throws -> Void] = [
                { _ = try GraphGenerators.path(vertexCount: count) },
                { _ = try GraphGenerators.cycle(vertexCount: count) },
                { _ = try GraphGenerators.star(vertexCount: count) },
                { _ = try GraphGenerators.complete(vertexCount: count) },
                { _ = try GraphGenerators.erdosRenyi(vertexCount: count, probability: 0, seed: 1) },
                { _ = try GraphGenerators.multigraph(vertexCount: count, edgeCount: 0, seed: 1) },
                { _ = try GraphGenerators.multigraph(vertexCount: 2, edgeCount: count, seed: 1) },
                { _ = try GraphGenerators.rMat(scale: count, seed: 1) },
                { _ = try GraphGenerators.rMat(scale: 2, edgeFactor: count, seed: 1) },
                {
                    _ = try GraphGenerators.plantedPartition(
                        blockCount: count,
                        blockSize: 2,
                        within: 0,
                        between: 0,
                        seed: 1
                    )
                },
                {
                    _ = try GraphGenerators.plantedPartition(
                        blockCount: 2,
                        blockSize: count,
                        within: 0,
                        between: 0,
                        seed: 1
                    )
                },
                {
                    _ = try GraphGenerators.stochasticBlockModel(
                        blockSizes: [count],
                        probabilities: [[0]],
                        seed: 1
                    )
                },
            ]
            for (number, call) in calls.enumerated() {
                let code = errorCode(call)
                #expect(code == .invalidParameter || code == .tooLarge, "call \(number) of \(count)")
            }
        }
        for probability in [Double.nan, -1, 1.5, .infinity, -.infinity] {
            let codes = [
                errorCode {
                    try GraphGenerators.erdosRenyi(vertexCount: 3, probability: probability, seed: 1)
                },
                errorCode {
                    try GraphGenerators.plantedPartition(
                        blockCount: 2,
                        blockSize: 2,
                        within: probability,
                        between: 0,
                        seed: 1
                    )
                },
                errorCode {
                    try GraphGenerators.stochasticBlockModel(
                        blockSizes: [2],
                        probabilities: [[probability]],
                        seed: 1
                    )
                },
            ]
            #expect(codes.allSatisfy { $0 == .invalidParameter })
        }
    }

    /// The limit of arcs, made small: vertices and arcs in one direction count, a loop once.
    @Test(arguments: subjects, 0..<8) func theLimitOfArcs(subject: Subject, limit: Int) throws {
        let graph = subject.graph
        let code = errorCode {
            try CompactGraph(
                vertexCount: graph.vertexCount,
                sources: graph.edgeSources,
                targets: graph.edgeTargets,
                direction: graph.direction,
                limit: limit
            )
        }
        let isTooLarge = max(graph.vertexCount, graph.arcCount) > limit
        #expect(code == (isTooLarge ? .tooLarge : nil))
    }
}
