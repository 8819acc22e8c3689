import GraphKernel

extension CompactGraph {
    /// The same graph with its edges in random order, undirected ones turned round at random, and the
    /// strengths in the same order.
    func edgesShuffled(
        strengths: [Double]?,
        seed: UInt64
    ) throws -> (graph: CompactGraph, strengths: [Double]?) {
        var random = SplitMix64(seed: seed)
        let order = (0..<edgeCount).shuffled(using: &random)
        var (sources, targets): ([Int32], [Int32]) = ([], [])
        for edge in order {
            let isTurned = !isDirected && random.next(below: 2) == 0
            sources.append(isTurned ? edgeTargets[edge] : edgeSources[edge])
            targets.append(isTurned ? edgeSources[edge] : edgeTargets[edge])
        }
        let graph = try CompactGraph(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction
        )
        return (graph, strengths.map { column in order.map { column[$0] } })
    }

    /// Strengths whose sums depend on the order of adding, some of them 0.
    func roughStrengths(seed: UInt64) -> [Double] {
        var random = SplitMix64(seed: seed)
        return (0..<edgeCount).map { _ in Double(random.next(below: 40)) / 10 }
    }

    /// Modularity or the constant Potts model of a partition, pair by pair as they are defined.
    func slowQuality(
        _ quality: CommunityQuality,
        strengths: [Double]?,
        resolution: Double
    ) -> (_ labels: [Int32]) -> Double? {
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: vertexCount), count: vertexCount)
        for edge in 0..<edgeCount {
            let (source, target) = (Int(edgeSources[edge]), Int(edgeTargets[edge]))
            matrix[source][target] += strengths?[edge] ?? 1
            if !isDirected { matrix[target][source] += strengths?[edge] ?? 1 }
        }
        let out = matrix.map { $0.reduce(0, +) }
        let into = (0..<vertexCount).map { column in matrix.map { $0[column] }.reduce(0, +) }
        let total = out.reduce(0, +)
        var worth = matrix
        for (first, row) in matrix.enumerated() {
            for (second, tie) in row.enumerated() {
                switch quality {
                case .modularity:
                    worth[first][second] =
                        tie / total - resolution * out[first] / total * into[second] / total
                case .constantPotts:
                    let ties = isDirected ? tie : tie / 2
                    let expected = isDirected ? resolution : resolution / 2
                    worth[first][second] = ties - (first == second ? 0 : expected)
                }
            }
        }
        return { [worth] labels in
            if quality == .modularity, total == 0 { return nil }
            var sum = 0.0
            for (first, row) in worth.enumerated() {
                for (second, worth) in row.enumerated() where labels[first] == labels[second] { sum += worth }
            }
            return sum
        }
    }

    /// Whether edges of a strength above 0 join all vertices of each community, directions not looked at.
    func areConnected(_ labels: [Int32], strengths: [Double]?) throws -> Bool {
        let inner = (0..<edgeCount).filter {
            labels[Int(edgeSources[$0])] == labels[Int(edgeTargets[$0])] && strengths?[$0] ?? 1 > 0
        }
        let parts = try CompactGraph(
            vertexCount: vertexCount,
            sources: inner.map { edgeSources[$0] },
            targets: inner.map { edgeTargets[$0] },
            direction: .undirected
        )
        return try parts.weakComponents().count == Set(labels).count
    }

    /// The best value of all partitions, tried one after the other.
    func bestQuality(_ quality: CommunityQuality, strengths: [Double]?, resolution: Double) -> Double? {
        let slow = slowQuality(quality, strengths: strengths, resolution: resolution)
        var best: Double?
        func extend(_ labels: [Int32], _ next: Int32) {
            if labels.count == vertexCount {
                if let value = slow(labels) { best = max(best ?? value, value) }
                return
            }
            for label in 0...next { extend(labels + [label], max(next, label + 1)) }
        }
        extend([], 0)
        return best
    }
}

/// What a partition must be, whoever made it: classes numbered by first vertex, sizes counted.
func fault(of communities: Communities, in graph: CompactGraph) -> String? {
    var next: Int32 = 0
    var sizes = [Int32](repeating: 0, count: communities.count)
    guard communities.labels.count == graph.vertexCount else { return "has not one label a vertex" }
    for label in communities.labels {
        guard label >= 0, label <= next, Int(label) < sizes.count else { return "has the label \(label)" }
        if label == next { next += 1 }
        sizes[Int(label)] += 1
    }
    guard sizes == communities.sizes, !sizes.contains(0) else { return "has other sizes" }
    return communities.levels.last == communities.labels ? nil : "ends with another level"
}

/// Two complete graphs of four vertices, 0...3 and 4...7, and the edge 3 - 4.
func twoCliques() throws -> CompactGraph {
    try CompactGraph(
        vertexCount: 8,
        edges: [
            (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (4, 5), (4, 6), (4, 7), (5, 6), (5, 7),
            (6, 7),
        ],
        direction: .undirected
    )
}
