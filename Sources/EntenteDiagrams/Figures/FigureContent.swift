internal import Entente

/// The vertices and ties that a figure shows.
struct FigureContent {
    var vertices: [Int]
    var ties: [Tie]
    var emphasised: Set<Int> = []
    var title: String
    var subtitle: String?
    var notes: [String] = []
}

extension NetworkFigure {
    /// Chooses what is drawn.
    func content() throws(DiagramError) -> FigureContent {
        do {
            switch selection {
            case .mostConnected(let count): return mostConnected(count)
            case .ego(let id, let radius): return try ego(id, radius: radius)
            case .path(let from, let to, let limit): return try path(from, to, limit: limit)
            }
        } catch {
            throw DiagramError(.emptySelection, error.message)
        }
    }

    /// The entity with the most ties, then again and again the one with the most ties of those tied to one chosen.
    ///
    /// So all that is drawn hangs together, as far as the network does. Where a part of it is used up, the next one
    /// begins. Complexity: O(count × ties).
    private func mostConnected(_ count: Int) -> FigureContent {
        var degrees = Array(repeating: 0, count: network.vertices.count)
        for tie in network.ties {
            degrees[tie.a] += 1
            degrees[tie.b] += 1
        }
        var isChosen = Array(repeating: false, count: degrees.count)
        var isNear = isChosen
        var neighbors: [[Int]] = Array(repeating: [], count: degrees.count)
        for tie in network.ties {
            neighbors[tie.a].append(tie.b)
            neighbors[tie.b].append(tie.a)
        }
        for _ in 0..<min(count, degrees.count) {
            let open = degrees.indices.filter { !isChosen[$0] && degrees[$0] > 0 }
            let near = open.filter { isNear[$0] }
            // A part that is used up is followed by the next; an entity alone would show nothing.
            guard let next = (near.isEmpty ? open : near).max(by: { (degrees[$0], $1) < (degrees[$1], $0) })
            else { break }
            isChosen[next] = true
            for neighbor in neighbors[next] { isNear[neighbor] = true }
        }
        let ties = network.ties.filter { isChosen[$0.a] && isChosen[$0.b] }
        let tied = Set(ties.flatMap { [$0.a, $0.b] })
        let isCut = tied.count < network.vertices.count
        return FigureContent(
            vertices: tied.sorted(),
            ties: ties,
            title: network.graph.information.title ?? "Who deals with whom",
            subtitle: isCut
                ? "\(tied.count) of the \(network.vertices.count) entities tied, the most connected and those next to them"
                : nil,
            notes: isCut
                ? ["More or others: --top, --ego, --path, --kind, --family, --relation, --during"] : []
        )
    }

    private func ego(_ id: String, radius: Int) throws(AnalysisError) -> FigureContent {
        let ego = try network.ego(of: id, radius: radius)
        let name = network.graph.entity(id)?.name ?? id
        return FigureContent(
            vertices: ego.members.map(\.vertex),
            ties: ego.ties.map { network.ties[$0] },
            emphasised: Set(ego.members.prefix(1).map(\.vertex)),
            title: "Around \(name)",
            subtitle: "Entities within \(radius == 1 ? "one tie" : "\(radius) ties") of \(name)"
        )
    }

    private func path(_ from: String, _ to: String, limit: Int) throws(AnalysisError) -> FigureContent {
        let result = try network.paths(from: from, to: to, options: PathOptions(.allShortest(limit: limit)))
        let names = [from, to].map { network.graph.entity($0)?.name ?? $0 }
        guard let shortest = result.paths.first else {
            throw AnalysisError(
                .invalidParameter,
                "no path of this view connects \(names[0]) with \(names[1]); `entente path` says what would"
            )
        }
        var ties: [Tie] = []
        var seen: Set<[Int]> = []
        for hop in result.paths.flatMap(\.hops) {
            let pair = [min(hop.from, hop.to), max(hop.from, hop.to)]
            if seen.insert(pair).inserted { ties.append(Tie(a: pair[0], b: pair[1], edges: hop.edges)) }
        }
        let ends = Set([from, to].compactMap { network.vertex(of: $0) })
        return FigureContent(
            vertices: Set(result.paths.flatMap(\.vertices)).sorted(),
            ties: ties.sorted { ($0.a, $0.b) < ($1.a, $1.b) },
            emphasised: ends,
            title: "How \(names[0]) and \(names[1]) are connected",
            subtitle:
                "\(result.paths.count == 1 ? "The only path" : "The \(result.paths.count) paths") of \(shortest.length) hop\(shortest.length == 1 ? "" : "s")",
            notes: result.isCut ? ["More paths of this length exist"] : []
        )
    }
}
