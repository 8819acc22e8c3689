import GraphKernel

/// A call of a method, by name.
struct KernelCall<Input>: Sendable, CustomStringConvertible {
    let description: String
    let run: @Sendable (Input) throws -> Void

    init(_ description: String, _ run: @escaping @Sendable (Input) throws -> Void) {
        self.description = description
        self.run = run
    }
}

/// Those that need a graph and nothing else.
let wholeGraphCalls: [KernelCall<CompactGraph>] = [
    KernelCall("closeness") { graph in
        for direction in CompactGraph.SearchDirection.allCases {
            for weighted in [false, true] {
                for value in try graph.closeness(direction: direction, weighted: weighted) {
                    guard value.isFinite else { throw GraphError(.numericOverflow, "closeness \(value)") }
                }
                _ = try graph.harmonicCentrality(direction: direction, weighted: weighted, normalized: true)
            }
        }
    },
    KernelCall("betweenness") { graph in
        for weighted in [false, true] { _ = try graph.betweenness(weighted: weighted, normalized: true) }
    },
    KernelCall("edge betweenness") { graph in
        for weighted in [false, true] { _ = try graph.edgeBetweenness(weighted: weighted, normalized: true) }
    },
    KernelCall("sampled betweenness") { graph in _ = try graph.sampledBetweenness(epsilon: 0.2) },
    KernelCall("current flow") { graph in _ = try graph.currentFlowCloseness() },
    KernelCall("subgraph centrality") { graph in _ = try graph.subgraphCentrality() },
    KernelCall("groups") { graph in
        for group in [[], Array(0..<graph.vertexCount)] {
            _ = try graph.groupDegree(of: group, normalized: true)
            _ = try graph.groupCloseness(of: group)
            _ = try graph.groupBetweenness(of: group, weighted: true, normalized: true)
        }
    },
    KernelCall("weighted extent") { graph in
        for direction in CompactGraph.SearchDirection.allCases {
            _ = try graph.weightedEccentricities(direction: direction)
        }
        _ = try graph.weightedExtent()
    },
    KernelCall("eigenvector") { graph in
        _ = try graph.eigenvectorCentrality(direction: .both, maximumIterations: 50)
    },
    KernelCall("hubs and authorities") { graph in _ = try graph.hubsAndAuthorities(maximumIterations: 50) },
    KernelCall("Katz") { graph in _ = try graph.katzCentrality(normalized: true, maximumIterations: 50) },
    KernelCall("PageRank") { graph in
        for damping in [0, 0.85, 1] {
            let scores = try graph.pageRank(damping: damping, maximumIterations: 50).scores
            guard scores.isEmpty || abs(scores.reduce(0, +) - 1) < 1e-9 else {
                throw GraphError(.numericOverflow, "scores add up to \(scores.reduce(0, +))")
            }
        }
    },
    KernelCall("degrees") { graph in
        for direction in CompactGraph.SearchDirection.allCases { _ = graph.degrees(direction: direction) }
        guard graph.degrees().reduce(0, +) == 2 * graph.edgeCount else {
            throw GraphError(.invalidParameter, "degrees add up to \(graph.degrees())")
        }
    },
    KernelCall("strengths") { graph in _ = try graph.strengths(graph.weights ?? []) },
    KernelCall("brokerage") { graph in _ = try graph.brokerage() },
    KernelCall("rich club") { graph in _ = try graph.richClubCoefficients() },
    KernelCall("cores") { graph in
        for direction in CompactGraph.SearchDirection.allCases {
            _ = try graph.coreNumbers(direction: direction)
        }
    },
    KernelCall("triangles") { graph in
        let found = try graph.triangleCounts()
        _ = (found.averageClustering, found.transitivity, found.total)
    },
    KernelCall("assortativity") { graph in _ = graph.degreeAssortativity() },
    KernelCall("cliques") { graph in _ = try graph.maximalCliques() },
    KernelCall("reciprocity") { graph in _ = graph.reciprocity() },
    KernelCall("density") { graph in _ = graph.density },
    KernelCall("blocks") { graph in _ = try graph.biconnectedComponents() },
    KernelCall("trusses") { graph in _ = try graph.trussNumbers() },
    KernelCall("components") { graph in
        _ = try graph.weakComponents().largest
        _ = try graph.strongComponents().largest
    },
    KernelCall("triads") { graph in _ = try graph.triadCensus() },
    KernelCall("collapsed") { graph in
        for droppingLoops in [false, true] {
            let collapsed = graph.collapsed(droppingLoops: droppingLoops)
            for edge in 0..<collapsed.graph.edgeCount { _ = try collapsed.originals(of: edge) }
        }
    },
    KernelCall("subgraph") { graph in
        _ = try graph.subgraph([])
        _ = try graph.subgraph(Array((0..<graph.vertexCount).reversed()))
    },
    KernelCall("turned") { graph in _ = try graph.reversed().undirected() },
    KernelCall("eccentricities") { graph in
        for direction in CompactGraph.SearchDirection.allCases {
            _ = try graph.eccentricities(direction: direction)
        }
        _ = try graph.extent()
        _ = try graph.averagePathLength()
    },
    KernelCall("connecting network") { graph in
        _ = try graph.connectingNetwork(of: [])
        _ = try graph.connectingNetwork(of: Array(0..<graph.vertexCount), weighted: true)
    },
    KernelCall("Leiden") { graph in
        for quality in [CommunityQuality.modularity, .constantPotts] {
            _ = try graph.leidenCommunities(quality: quality)
        }
    },
    KernelCall("Louvain") { graph in _ = try graph.louvainCommunities() },
    KernelCall("label propagation") { graph in
        _ = try graph.labelPropagation()
        _ = try graph.synchronousLabelPropagation()
    },
    KernelCall("modularity") { graph in
        let labels = [Int32](repeating: 0, count: graph.vertexCount)
        _ = try graph.modularity(of: labels)
        _ = try graph.constantPottsQuality(of: labels, resolution: 1)
        _ = try PartitionAgreement(labels, labels)
    },
    KernelCall("signed") { graph in
        for sign in [Int8(-1), 0, 1] {
            let signs = [Int8](repeating: sign, count: graph.edgeCount)
            _ = try graph.signedTriangleCounts(signs: signs).balancedShare
            _ = try graph.signedTriangles(signs: signs)
            _ = try graph.signedBalance(signs: signs).isBalanced
            _ = try graph.frustrationIndex(signs: signs, limit: 0).balance
            _ = try graph.frustrationBounds(signs: signs, limit: 0, rounds: 0).balance
        }
    },
    KernelCall("SimRank") { graph in
        for direction in CompactGraph.SearchDirection.allCases { _ = try graph.simRank(direction: direction) }
    },
    KernelCall("similarities") { graph in _ = try graph.similarities(.jaccard, of: []) },
    KernelCall("time") { graph in
        for timing in [TemporalOrder.EdgeTiming.contacts, .spells(endIncluded: false)] {
            let order = try TemporalOrder(of: graph, timing: timing, direction: .both, keepsMirror: true)
            _ = try order.reachCounts()
            if timing == .contacts { _ = try order.betweenness(normalized: true) }
            for distance in TemporalDistance.allCases {
                _ = try order.harmonicCloseness(by: distance, normalized: true)
            }
        }
    },
]

/// Those that are asked about one vertex, or about one and itself.
let vertexCalls: [KernelCall<(CompactGraph, Int)>] = [
    KernelCall("neighbors") { _ = try $0.0.neighbors(of: $0.1, direction: .both) },
    KernelCall("edges of") { _ = try $0.0.edges(of: $0.1, direction: .both) },
    KernelCall("edges from") { _ = try $0.0.edges(from: $0.1, to: $0.1) },
    KernelCall("breadth-first search") { graph, vertex in
        let tree = try graph.breadthFirstSearch(from: vertex)
        _ = try graph.path(to: vertex, in: tree)
    },
    KernelCall("path in a tree") { graph, vertex in
        guard graph.vertexCount > 0 else { throw GraphError(.vertexOutOfRange, "there is no tree") }
        _ = try graph.path(to: vertex, in: graph.breadthFirstSearch(from: 0))
        _ = try graph.shortestPaths(from: 0).path(to: vertex)
    },
    KernelCall("shortest paths") { _ = try $0.0.shortestPaths(from: $0.1, direction: .both) },
    KernelCall("shortest path") { graph, vertex in
        for weighted in [false, true] {
            _ = try graph.shortestPath(from: vertex, to: vertex, weighted: weighted)
            _ = try graph.allShortestPaths(from: vertex, to: vertex, weighted: weighted)
        }
    },
    KernelCall("guided search") { graph, vertex in
        let bounds = [Double](repeating: 0, count: graph.vertexCount)
        _ = try graph.shortestPath(from: vertex, to: vertex, lowerBounds: bounds, weighted: true)
    },
    KernelCall("landmarks") { graph, vertex in
        _ = try graph.landmarks(count: 2, weighted: true).lowerBounds(to: vertex)
    },
    KernelCall("k shortest paths") {
        _ = try $0.0.kShortestPaths(from: $0.1, to: $0.1, count: 3, weighted: true)
    },
    KernelCall("simple paths") { _ = try $0.0.simplePaths(from: $0.1, to: $0.1, maximumLength: 3) },
    KernelCall("ego network") { _ = try $0.0.egoNetwork(of: $0.1, radius: 2, direction: .both) },
    KernelCall("connecting network") { _ = try $0.0.connectingNetwork(of: [$0.1]) },
    KernelCall("closeness of") { graph, vertex in
        _ = try graph.closeness(of: [vertex])
        _ = try graph.harmonicCentrality(of: [vertex], weighted: true)
    },
    KernelCall("group degree") { _ = try $0.0.groupDegree(of: [$0.1]) },
    KernelCall("group closeness") { _ = try $0.0.groupCloseness(of: [$0.1]) },
    KernelCall("group betweenness") { _ = try $0.0.groupBetweenness(of: [$0.1]) },
    KernelCall("betweenness from") { graph, vertex in
        _ = try graph.betweenness(from: [vertex])
        _ = try graph.edgeBetweenness(from: [vertex])
    },
    KernelCall("subgraph") { _ = try $0.0.subgraph([$0.1]) },
    KernelCall("similarity") { graph, vertex in
        for measure in NeighborSimilarity.allCases {
            _ = try graph.similarity(measure, of: vertex, and: vertex)
            _ = try graph.similarities(measure, of: [(vertex, vertex)])
            _ = try graph.mostSimilar(measure, to: vertex, direction: .both)
        }
    },
    KernelCall("SimRank score") { _ = try $0.0.simRank().score(of: $0.1, and: $0.1) },
    KernelCall("earliest arrival") { graph, vertex in
        let order = try TemporalOrder(of: graph, timing: .contacts)
        _ = try order.earliestArrival(from: vertex, waiting: .strict).walk(of: vertex)
    },
    KernelCall("walk") { graph, vertex in
        guard graph.vertexCount > 0 else { throw GraphError(.vertexOutOfRange, "there is no walk") }
        let order = try TemporalOrder(of: graph, timing: .spells(endIncluded: true))
        _ = try order.fastest(from: 0).walk(of: vertex)
    },
]

/// Those that take a strength for each edge.
let strengthCalls: [KernelCall<(CompactGraph, [Double])>] = [
    KernelCall("strengths") { _ = try $0.0.strengths($0.1) },
    KernelCall("PageRank") { _ = try $0.0.pageRank(strengths: $0.1, maximumIterations: 20) },
    KernelCall("eigenvector") { _ = try $0.0.eigenvectorCentrality(strengths: $0.1, maximumIterations: 20) },
    KernelCall("Katz") { _ = try $0.0.katzCentrality(strengths: $0.1, maximumIterations: 20) },
    KernelCall("hubs and authorities") {
        _ = try $0.0.hubsAndAuthorities(strengths: $0.1, maximumIterations: 20)
    },
    KernelCall("current flow") { _ = try $0.0.currentFlowCloseness(strengths: $0.1) },
    KernelCall("subgraph centrality") { _ = try $0.0.subgraphCentrality(strengths: $0.1) },
    KernelCall("brokerage") { _ = try $0.0.brokerage(strengths: $0.1) },
    KernelCall("Leiden") { _ = try $0.0.leidenCommunities(strengths: $0.1) },
    KernelCall("Louvain") { _ = try $0.0.louvainCommunities(strengths: $0.1) },
    KernelCall("label propagation") { _ = try $0.0.labelPropagation(strengths: $0.1) },
    KernelCall("modularity") { graph, strengths in
        _ = try graph.modularity(of: [Int32](repeating: 0, count: graph.vertexCount), strengths: strengths)
    },
    KernelCall("constant Potts") { graph, strengths in
        let labels = [Int32](repeating: 0, count: graph.vertexCount)
        _ = try graph.constantPottsQuality(of: labels, strengths: strengths, resolution: 1)
    },
]

/// Those that take a number from 0 up.
let numberCalls: [KernelCall<(CompactGraph, Double)>] = [
    KernelCall("PageRank's damping") { _ = try $0.0.pageRank(damping: $0.1, maximumIterations: 20) },
    KernelCall("PageRank's tolerance") { _ = try $0.0.pageRank(tolerance: $0.1, maximumIterations: 20) },
    KernelCall("eigenvector's tolerance") {
        _ = try $0.0.eigenvectorCentrality(tolerance: $0.1, maximumIterations: 20)
    },
    KernelCall("Katz' attenuation") { _ = try $0.0.katzCentrality(alpha: $0.1, maximumIterations: 20) },
    KernelCall("Katz' tolerance") { _ = try $0.0.katzCentrality(tolerance: $0.1, maximumIterations: 20) },
    KernelCall("hubs' tolerance") { _ = try $0.0.hubsAndAuthorities(tolerance: $0.1, maximumIterations: 20) },
    KernelCall("sampling's error") { _ = try $0.0.sampledBetweenness(epsilon: $0.1) },
    KernelCall("sampling's risk") { _ = try $0.0.sampledBetweenness(epsilon: 0.3, delta: $0.1) },
    KernelCall("SimRank's importance") { _ = try $0.0.simRank(importance: $0.1, maximumIterations: 20) },
    KernelCall("SimRank's tolerance") { _ = try $0.0.simRank(tolerance: $0.1, maximumIterations: 20) },
    KernelCall("Leiden's resolution") { _ = try $0.0.leidenCommunities(resolution: $0.1) },
    KernelCall("Leiden's randomness") { _ = try $0.0.leidenCommunities(randomness: $0.1) },
    KernelCall("Louvain's resolution") { _ = try $0.0.louvainCommunities(resolution: $0.1) },
    KernelCall("modularity's resolution") { graph, resolution in
        let labels = [Int32](repeating: 0, count: graph.vertexCount)
        _ = try graph.modularity(of: labels, resolution: resolution)
    },
    KernelCall("constant Potts' resolution") { graph, resolution in
        let labels = [Int32](repeating: 0, count: graph.vertexCount)
        _ = try graph.constantPottsQuality(of: labels, resolution: resolution)
    },
    KernelCall("maximum distance") { graph, distance in
        guard graph.vertexCount > 0 else {
            guard distance >= 0 else { throw GraphError(.invalidParameter, "there is no vertex") }
            return
        }
        _ = try graph.shortestPaths(from: 0, maximumDistance: distance)
    },
]

/// Those that take a number of things, from 0 or 1 up.
let countCalls: [KernelCall<(CompactGraph, Int)>] = [
    KernelCall("PageRank") { _ = try $0.0.pageRank(tolerance: 1, maximumIterations: $0.1) },
    KernelCall("eigenvector") { _ = try $0.0.eigenvectorCentrality(tolerance: 9, maximumIterations: $0.1) },
    KernelCall("Katz") { _ = try $0.0.katzCentrality(tolerance: 9, maximumIterations: $0.1) },
    KernelCall("hubs and authorities") {
        _ = try $0.0.hubsAndAuthorities(tolerance: 9, maximumIterations: $0.1)
    },
    KernelCall("SimRank's iterations") { _ = try $0.0.simRank(maximumIterations: $0.1) },
    KernelCall("SimRank's limit") { _ = try $0.0.simRank(limit: $0.1) },
    KernelCall("current flow") { _ = try $0.0.currentFlowCloseness(limit: $0.1) },
    KernelCall("cliques") { _ = try $0.0.maximalCliques(limit: $0.1) },
    KernelCall("cliques' size") { _ = try $0.0.maximalCliques(minimumSize: $0.1) },
    KernelCall("landmarks") { _ = try $0.0.landmarks(count: $0.1) },
    KernelCall("signed triangles") { graph, limit in
        _ = try graph.signedTriangles(signs: graph.edgeSources.map { _ in 1 }, limit: limit)
    },
    KernelCall("frustration's limit") { graph, limit in
        _ = try graph.frustrationIndex(signs: graph.edgeSources.map { _ in -1 }, limit: limit)
    },
    KernelCall("frustration's rounds") { graph, rounds in
        // A small number where it would be followed.
        let rounds = rounds == .max ? 1 : rounds
        _ = try graph.frustrationBounds(signs: graph.edgeSources.map { _ in -1 }, rounds: rounds)
    },
    KernelCall("synchronous label propagation") { graph, rounds in
        _ = try graph.synchronousLabelPropagation(rounds: rounds == .max ? 9 : rounds)
    },
    KernelCall("edge of a collapsed graph") { graph, edge in
        _ = try graph.collapsed().originals(of: edge)
    },
    onFirstVertex("breadth-first search") { _ = try $0.breadthFirstSearch(from: 0, maximumDepth: $1) },
    onFirstVertex("ego network") { _ = try $0.egoNetwork(of: 0, radius: $1) },
    onFirstVertex("simple paths' length") { _ = try $0.simplePaths(from: 0, to: 0, maximumLength: $1) },
    onFirstVertex("simple paths") { _ = try $0.simplePaths(from: 0, to: 0, maximumLength: 3, limit: $1) },
    onFirstVertex("k shortest paths") { _ = try $0.kShortestPaths(from: 0, to: 0, count: $1) },
    onFirstVertex("all shortest paths") { _ = try $0.allShortestPaths(from: 0, to: 0, limit: $1) },
    onFirstVertex("edge-disjoint paths") { graph, limit in
        _ = try graph.edgeDisjointPaths(from: 0, to: graph.vertexCount - 1, limit: limit)
    },
    onFirstVertex("vertex-disjoint paths") { graph, limit in
        _ = try graph.vertexDisjointPaths(from: 0, to: graph.vertexCount - 1, limit: limit)
    },
    onFirstVertex("most similar") { _ = try $0.mostSimilar(.cosine, to: 0, count: $1) },
]

/// A call about the first vertex; a graph without one refuses what any would.
private func onFirstVertex(
    _ name: String,
    _ run: @escaping @Sendable (CompactGraph, Int) throws -> Void
) -> KernelCall<(CompactGraph, Int)> {
    KernelCall(name) { graph, count in
        guard graph.vertexCount > 0 else {
            guard count >= 0 else { throw GraphError(.invalidParameter, "there is no vertex") }
            return
        }
        try run(graph, count)
    }
}

/// Those that need weights.
let weightedCalls: [KernelCall<CompactGraph>] = [
    KernelCall("closeness") { _ = try $0.closeness(weighted: true) },
    KernelCall("harmonic") { _ = try $0.harmonicCentrality(weighted: true) },
    KernelCall("edge betweenness") { _ = try $0.edgeBetweenness(weighted: true) },
    KernelCall("group closeness") { _ = try $0.groupCloseness(of: [0], weighted: true) },
    KernelCall("group betweenness") { _ = try $0.groupBetweenness(of: [0], weighted: true) },
    KernelCall("weighted eccentricities") { _ = try $0.weightedEccentricities() },
    KernelCall("weighted extent") { _ = try $0.weightedExtent() },
    KernelCall("betweenness") { _ = try $0.betweenness(weighted: true) },
    KernelCall("shortest paths") { _ = try $0.shortestPaths(from: 0) },
    KernelCall("shortest path") { _ = try $0.shortestPath(from: 0, to: 2, weighted: true) },
    KernelCall("guided search") {
        _ = try $0.shortestPath(from: 0, to: 2, lowerBounds: [0, 0, 0], weighted: true)
    },
    KernelCall("landmarks") { _ = try $0.landmarks(count: 1, weighted: true) },
    KernelCall("all shortest paths") { _ = try $0.allShortestPaths(from: 0, to: 2, weighted: true) },
    KernelCall("k shortest paths") { _ = try $0.kShortestPaths(from: 0, to: 2, count: 2, weighted: true) },
    KernelCall("connecting network") { _ = try $0.connectingNetwork(of: [0, 2], weighted: true) },
]
