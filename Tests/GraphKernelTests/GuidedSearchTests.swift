import GraphKernel
import Testing

@Suite struct GuidedSearchTests {
    private static let searches = CompactGraph.SearchDirection.allCases.flatMap { direction in
        [(direction, false), (direction, true)]
    }

    /// Graphs small enough for every pair to be looked at.
    private static let small = SeededGraph.all.filter { ($0.seed * 7) % 18 <= 9 }

    // A street of five with a dead end of three at its middle:
    //
    //  0 - 1 - 2 - 3 - 4
    //          |
    //          5 - 6 - 7
    @Test func exactBoundsGoStraight() throws {
        let graph = try CompactGraph(
            vertexCount: 8,
            edges: [(0, 1), (1, 2), (2, 3), (3, 4), (2, 5), (5, 6), (6, 7)],
            direction: .undirected
        )
        let bounds: [Double] = [4, 3, 2, 1, 0, 3, 4, 5]
        let guided = try graph.guidedSearch(from: 0, to: 4, lowerBounds: bounds)
        #expect(guided.path?.vertices == [0, 1, 2, 3, 4])
        #expect(guided.path?.edges == [0, 1, 2, 3])
        #expect(guided.path?.length == 4)
        #expect(guided.expansions == 4)
        let unguided = try graph.guidedSearch(
            from: 0,
            to: 4,
            lowerBounds: [Double](repeating: 0, count: 8)
        )
        #expect(unguided.path == guided.path)
        #expect(unguided.expansions == 5)
    }

    // The bound of 1 falls by 3 over an edge of length 1: vertex 2 is first reached at 3 over 0-2, and again
    // at 2 over 1.
    //
    //      1       1       3
    //  0 ----- 1 ----- 2 ----- 3
    //   \_____________/
    //          3
    @Test func verticesAreSearchedFromAgain() throws {
        let graph = try CompactGraph(
            vertexCount: 4,
            edges: [(0, 1), (1, 2), (2, 3), (0, 2)],
            direction: .directed,
            weights: [1, 1, 3, 3]
        )
        let bounds: [Double] = [0, 4, 1, 0]
        let guided = try graph.guidedSearch(from: 0, to: 3, lowerBounds: bounds, weighted: true)
        #expect(guided.path == GraphPath(vertices: [0, 1, 2, 3], edges: [0, 1, 2], length: 5))
        #expect(guided.expansions == 4)
        // Too high by 2 at vertex 1, the bound hides the shortest path, and by no more than 2.
        let misled = try graph.shortestPath(from: 0, to: 3, lowerBounds: [0, 6, 3, 0], weighted: true)
        #expect(misled == GraphPath(vertices: [0, 2, 3], edges: [3, 2], length: 6))
    }

    /// A family like Martelli's: each vertex leads to all lower ones, the way through all of them is the
    /// shortest, and the bounds lead to the lowest first, so that plain A* goes through them like a binary
    /// counter, 2¹⁵ times for sixteen vertices.
    @Test func inconsistentBoundsCostNoMoreThanTheSquare() throws {
        let size = 16
        var (edges, weights): ([(Int, Int)], [Double]) = ([(1, 0)], [Double(1 << size + 2 * size)])
        for from in 2...size {
            for to in 1..<from {
                edges.append((from, to))
                weights.append(Double(1 << (from - 2) - 1 << (to - 1) + from - to))
            }
        }
        let graph = try CompactGraph(
            vertexCount: size + 1,
            edges: edges,
            direction: .directed,
            weights: weights
        )
        let bounds = [0] + (1...size).map { Double(1 << ($0 - 1) + 2 * $0) }
        let guided = try graph.guidedSearch(from: size, to: 0, lowerBounds: bounds, weighted: true)
        #expect(guided.path?.vertices == (0...size).reversed())
        #expect(guided.path?.length == (try graph.shortestPaths(from: size).distances[0]))
        #expect(guided.expansions <= size * size)
    }

    @Test(arguments: small) func anyAdmissibleBoundsFindAShortestPath(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        var random = SplitMix64(seed: UInt64(seeded.seed))
        for (direction, weighted) in Self.searches {
            let landmarks = try graph.landmarks(count: 2, direction: direction, weighted: weighted)
            let opposite: CompactGraph.SearchDirection =
                direction == .both ? .both : direction == .outgoing ? .incoming : .outgoing
            for target in 0..<graph.vertexCount {
                let exact = graph.slowDistances(from: target, opposite, weighted: weighted)
                let shares = exact.map { distance in
                    distance.isFinite ? (4 * distance * random.nextUnit()).rounded(.down) / 4 : 1000
                }
                let fromLandmarks = try landmarks.lowerBounds(to: target)
                for vertex in exact.indices { #expect(fromLandmarks[vertex] <= exact[vertex]) }
                for bounds in [exact, shares, fromLandmarks] {
                    for source in 0..<graph.vertexCount {
                        let path = try graph.shortestPath(
                            from: source,
                            to: target,
                            lowerBounds: bounds,
                            direction: direction,
                            weighted: weighted
                        )
                        #expect((path?.length ?? .infinity) == exact[source])
                        guard let path else { continue }
                        let fault = graph.fault(
                            of: path,
                            from: source,
                            to: target,
                            direction,
                            weighted: weighted
                        )
                        #expect(fault == nil)
                    }
                }
            }
        }
    }

    @Test func boundsThatAreTooHighByALittleLengthenAPathByNoMore() throws {
        for seed in 0..<20 {
            let graph = try GraphGenerators.multigraph(
                vertexCount: 30,
                edgeCount: 90,
                direction: .directed,
                weightSteps: 20,
                seed: UInt64(seed)
            )
            var random = SplitMix64(seed: UInt64(seed))
            let exact = try graph.shortestPaths(from: 7, direction: .incoming).distances
            var bounds = exact.map { $0.isFinite ? $0 + Double(random.next(below: 4)) : 0 }
            bounds[7] = 0
            for source in 0..<30 {
                let path = try graph.shortestPath(from: source, to: 7, lowerBounds: bounds, weighted: true)
                #expect((path == nil) == exact[source].isInfinite)
                if let path { #expect(path.length <= exact[source] + 3) }
            }
        }
    }

    @Test func landmarksSpareVertices() throws {
        // A grid of 40 × 40.
        let side = 40
        var edges: [(Int, Int)] = []
        for vertex in 0..<side * side {
            if vertex % side < side - 1 { edges.append((vertex, vertex + 1)) }
            if vertex + side < side * side { edges.append((vertex, vertex + side)) }
        }
        var random = SplitMix64(seed: 3)
        let weights = edges.map { _ in Double(10 + random.next(below: 10)) }
        let graph = try CompactGraph(
            vertexCount: side * side,
            edges: edges,
            direction: .undirected,
            weights: weights
        )
        let landmarks = try graph.landmarks(count: 4, weighted: true)
        #expect(Set(landmarks.vertices).count == 4)
        let (source, target) = (side * 10 + 10, side * 20 + 30)
        let bounds = try landmarks.lowerBounds(to: target)
        let guided = try graph.guidedSearch(from: source, to: target, lowerBounds: bounds, weighted: true)
        #expect(guided.path?.length == (try graph.shortestPaths(from: source).distances[target]))
        #expect(guided.expansions < side * side / 4)
    }

    @Test func landmarksAreFarApart() throws {
        let path = try GraphGenerators.path(vertexCount: 5)
        #expect(try path.landmarks(count: 3).vertices == [4, 0, 2])
        #expect(try path.landmarks(count: 9).vertices == [4, 0, 2, 1, 3])
        #expect(try path.landmarks(count: 1).distancesFrom == [[4, 3, 2, 1, 0]])
        // The second component is looked at when the first is through.
        #expect(try EdgeCase.twoComponents().landmarks(count: 5).vertices == [1, 0, 2, 3, 4])
        #expect(try EdgeCase.empty().landmarks(count: 2).vertices == [])
        #expect(try EdgeCase.loop().landmarks(count: 2).vertices == [0])
        #expect(try path.landmarks(count: 0).lowerBounds(to: 2) == [0, 0, 0, 0, 0])
    }

    @Test func edgeCases() throws {
        let stay = GraphPath(vertices: [0], edges: [], length: 0)
        for graph in [try EdgeCase.oneVertex(), try EdgeCase.loop(.directed)] {
            #expect(try graph.shortestPath(from: 0, to: 0, lowerBounds: [0], weighted: true) == stay)
        }
        let parallel = try EdgeCase.parallel()
        let path = try parallel.shortestPath(from: 0, to: 2, lowerBounds: [2, 1, 0], weighted: true)
        #expect(path == GraphPath(vertices: [0, 1, 2], edges: [1, 2], length: 2))
        let apart = try EdgeCase.twoComponents()
        let nothing = [Double](repeating: 0, count: 5)
        #expect(try apart.shortestPath(from: 0, to: 2, lowerBounds: nothing) == nil)
        let endless: [Double] = [.infinity, .infinity, 0, 3, .infinity]
        #expect(try apart.shortestPath(from: 0, to: 2, lowerBounds: endless, weighted: true) == nil)
        #expect(try apart.shortestPath(from: 3, to: 2, lowerBounds: endless, weighted: true)?.length == 3)
        let cycle = try EdgeCase.directedCycle()
        let none = [Double](repeating: 0, count: 4)
        #expect(try cycle.shortestPath(from: 0, to: 3, lowerBounds: none)?.edges == [0, 1, 2])
        let back = try cycle.shortestPath(from: 0, to: 3, lowerBounds: none, direction: .incoming)
        #expect(back?.edges == [3])
    }

    @Test func parametersAreChecked() throws {
        let graph = try EdgeCase.parallel()
        for bound in [-1, -Double.infinity, Double.nan] {
            let code = errorCode { try graph.shortestPath(from: 0, to: 1, lowerBounds: [0, 0, bound]) }
            #expect(code == .invalidParameter)
        }
        let questions: [(GraphError.Code, () throws -> Void)] = [
            (.invalidParameter, { _ = try graph.shortestPath(from: 0, to: 1, lowerBounds: [0, 1, 0]) }),
            (.columnLengthMismatch, { _ = try graph.shortestPath(from: 0, to: 1, lowerBounds: [0, 0]) }),
            (.vertexOutOfRange, { _ = try graph.shortestPath(from: 3, to: 1, lowerBounds: [0, 0, 0]) }),
            (.vertexOutOfRange, { _ = try graph.shortestPath(from: 0, to: -1, lowerBounds: [0, 0, 0]) }),
            (.vertexOutOfRange, { _ = try EdgeCase.empty().shortestPath(from: 0, to: 0, lowerBounds: []) }),
            (.vertexOutOfRange, { _ = try graph.landmarks(count: 1).lowerBounds(to: 3) }),
            (.invalidParameter, { _ = try graph.landmarks(count: -1) }),
            (
                .missingWeights,
                { _ = try graph.weighted(by: nil).landmarks(count: 1, weighted: true) }
            ),
            (
                .missingWeights,
                {
                    let plain = try graph.weighted(by: nil)
                    _ = try plain.shortestPath(from: 0, to: 1, lowerBounds: [0, 0, 0], weighted: true)
                }
            ),
            (
                .numericOverflow,
                {
                    let most = [Double](repeating: .greatestFiniteMagnitude, count: 3)
                    _ = try graph.weighted(by: most).landmarks(count: 1, weighted: true)
                }
            ),
            (
                .cancelled,
                {
                    let long = try GraphGenerators.path(vertexCount: 70_000)
                    _ = try long.shortestPath(
                        from: 0,
                        to: 69_999,
                        lowerBounds: [Double](repeating: 0, count: 70_000),
                        control: RunControl(isCancelled: { true })
                    )
                }
            ),
        ]
        for (code, question) in questions { #expect(errorCode(question) == code) }
    }

    @Test func aPathOfAMillionVertices() throws {
        let graph = try GraphGenerators.path(vertexCount: 1_000_000)
        let bounds = (0..<1_000_000).map { Double(999_999 - $0) }
        #expect(try graph.shortestPath(from: 0, to: 999_999, lowerBounds: bounds)?.length == 999_999)
    }

    // Bounds: the number of edges that are left, times the least weight there is.
    @Test(arguments: OracleGraph.all) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        var lengths: [Double] = []
        for target in 0..<graph.vertexCount {
            let hops = try graph.breadthFirstSearch(from: target, direction: .incoming).distances
            let bounds = hops.map { $0 < 0 ? Double.infinity : Double($0) / 4 }
            let path = try graph.shortestPath(from: 0, to: target, lowerBounds: bounds, weighted: true)
            lengths.append(path?.length ?? -1)
        }
        expectClose(lengths, try oracle.numbers("guidedDistances"))
    }
}
