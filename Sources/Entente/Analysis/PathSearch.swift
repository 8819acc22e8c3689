internal import EDTF
internal import GraphKernel

/// Searches paths over the ties of a network by the kernel's algorithms.
struct PathSearch {
    let network: Network
    var options: PathOptions
    private let origins: Origins

    init(_ network: Network, options: PathOptions, origins: Origins? = nil) {
        self.network = network
        self.options = options
        self.origins = origins ?? Origins(network.graph)
    }

    /// The paths found, best first.
    struct Found {
        var paths: [Path] = []
        /// Whether there are more of the kind asked for.
        var isCut = false
        /// How many shortest paths there are, listed or not, where that is known.
        var total: Double?
    }

    /// Finds paths that hold, by date, in some reading; with `onlyCertain`, in every one.
    func paths(from: String, to: String, onlyCertain: Bool) throws(AnalysisError) -> Found {
        guard let source = network.vertex(of: from), let target = network.vertex(of: to) else {
            return Found()
        }
        let ends = (source, target)
        switch options.selection {
        case .allShortest(let limit):
            let found = try shortest(between: ends, limit: limit, Ground.Choice(onlyCertain: onlyCertain))
            // Each hop may hold on some day of the view's date and yet no day be found for all of them.
            return found.paths.isEmpty && found.isCut
                ? try shortestByReading(between: ends, limit: limit) : found
        case .shortest(let count):
            let found = try shortest(between: ends, count: count, Ground.Choice(onlyCertain: onlyCertain))
            return found.paths.isEmpty && found.isCut
                ? try shortestByReading(between: ends, limit: count) : found
        }
    }

    private func shortest(
        between ends: (Int, Int),
        limit: Int,
        _ choice: Ground.Choice
    ) throws(AnalysisError) -> Found {
        try run(between: ends, choice) { (graph, ground) throws(GraphError) in
            let all = try graph.allShortestPaths(from: ends.0, to: ends.1, limit: max(limit, 1))
            guard let length = all.paths.first?.edges.count, length <= options.maximumHops ?? .max
            else { return Found() }
            let paths = all.paths.map { path(along: ground.steps(of: $0)) }
            let held = paths.filter { $0.dates > .impossible }
            return Found(
                paths: held.sorted(by: Self.isBetter),
                isCut: all.isCut || held.isEmpty,
                total: held.count == paths.count ? all.count : nil
            )
        }
    }

    private func shortest(
        between ends: (Int, Int),
        count: Int,
        _ choice: Ground.Choice
    ) throws(AnalysisError) -> Found {
        try run(between: ends, choice) { (graph, ground) throws(GraphError) in
            let (most, overflow) = count.multipliedReportingOverflow(by: 16)
            var wanted = count
            while true {
                let list = try graph.kShortestPaths(from: ends.0, to: ends.1, count: wanted)
                let short = list.paths.filter { $0.edges.count <= options.maximumHops ?? .max }
                let held = short.map { path(along: ground.steps(of: $0)) }.filter { $0.dates > .impossible }
                let isCut = list.isCut && short.count == list.paths.count
                // Those that hold on no common day make room for others, up to a number.
                if held.count >= count || !isCut || overflow || wanted >= most {
                    return Found(
                        paths: held.prefix(count).sorted(by: Self.isBetter),
                        isCut: isCut || held.count > count
                    )
                }
                wanted *= 2
            }
        }
    }

    /// The shortest paths of which all hops may hold in one reading, found reading by reading.
    ///
    /// What may count changes only on days on which an edge begins to; on the first of them, and on these, all
    /// combinations show.
    private func shortestByReading(between ends: (Int, Int), limit: Int) throws(AnalysisError) -> Found {
        let readings = TieReadings(network, begins: true)
        guard readings.count > 1 else { return Found() }
        var best: [[Int]: Path] = [:]
        var length = Int.max
        var isCut = readings.count > TieReadings.limit
        for reading in readings.prefix(TieReadings.limit) {
            let found = try shortest(between: ends, limit: limit, reading)
            guard let own = found.paths.first?.length, own <= length else { continue }
            if own < length { (best, length, isCut) = ([:], own, readings.count > TieReadings.limit) }
            isCut = isCut || found.isCut
            // The same way in another reading may rest on other edges; it is told with all of those that may count.
            for path in found.paths where best[path.vertices] == nil { best[path.vertices] = path }
        }
        let paths = best.values.sorted(by: Self.isBetter)
        return Found(
            paths: Array(paths.prefix(limit)),
            isCut: isCut || paths.count > limit,
            total: isCut ? nil : Double(paths.count)
        )
    }

    /// The fewest hops over the ties that hold for certain in one reading; nil where they join the two not at all.
    func certainDistance(between ends: (Int, Int), in reading: Ground.Choice) throws(AnalysisError) -> Int? {
        var choice = reading
        choice.onlyCertain = true
        let ground = try Ground(network, ends: [ends.0, ends.1], choice: choice)
        do throws(GraphError) {
            return try ground.graph().shortestPath(from: ends.0, to: ends.1)?.edges.count
        } catch {
            throw AnalysisError(error)
        }
    }

    private func run(
        between ends: (Int, Int),
        _ choice: Ground.Choice,
        _ search: (CompactGraph, Ground) throws(GraphError) -> Found
    ) throws(AnalysisError) -> Found {
        let ground = try Ground(network, ends: [ends.0, ends.1], choice: choice)
        do throws(GraphError) {
            return try search(try ground.graph(), ground)
        } catch {
            throw AnalysisError(error)
        }
    }

    // MARK: Assembling

    func path(along steps: [Ground.Step]) -> Path {
        let hops = steps.map { step in
            Path.Hop(
                from: step.from,
                to: step.to,
                edges: step.edges,
                dates: network.dates(of: step.edges),
                support: self.support(of: step.edges)
            )
        }
        var (dates, _) = network.dates(ofHops: hops.map(\.edges))
        var caveats = self.caveats(of: hops)
        for (one, other) in zip(hops, hops.dropFirst()) where network.entity(one.to).kind == .venue {
            // The first edges of both hops are stays that may overlap.
            if let a = one.edges.first, let b = other.edges.first, network.meet(a, b) < .certain {
                dates = min(dates, .possible)
                caveats.append(
                    "passes through \(network.entity(one.to).name): the stays may not have overlapped"
                )
            }
        }
        let support = hops.dropFirst().reduce(hops[0].support) { $0.and($1.support) }
        return Path(hops: hops, dates: dates, support: support, caveats: caveats)
    }

    /// The support of the best edge, with the origins of all edges of the same relation.
    private func support(of edges: [Int]) -> Support {
        guard let best = edges.first else {
            return Support(modality: .denied, origins: 0, isDisputed: false)
        }
        let relation = network.claim(network.edges[best]).relation
        let like = edges.filter {
            network.claim(network.edges[$0]).relation == relation
                && network.edges[$0].part == network.edges[best].part
        }
        var support = network.support(of: [best], origins: origins)
        support.origins = network.support(of: like, origins: origins).origins
        return support
    }

    private func caveats(of hops: [Path.Hop]) -> [String] {
        var caveats: [String] = []
        for hop in hops.dropLast() {
            let entity = network.entity(hop.to)
            switch entity.kind {
            case .group, .organization, .state:
                caveats.append(
                    "passes through \(entity.name), \(entity.kind.withArticle): may concern different people"
                )
            default: break
            }
        }
        let commentary = hops.filter { hop in
            hop.edges.allSatisfy {
                network.graph.relation(of: network.claim(network.edges[$0])).family.isCommentary
            }
        }
        if !commentary.isEmpty {
            caveats.append(
                (commentary.count == hops.count ? "commentary" : "in part commentary") + ", not contact"
            )
        }
        return caveats
    }

    static func isBetter(_ a: Path, _ b: Path) -> Bool {
        if a.length != b.length { return a.length < b.length }
        if a.dates != b.dates { return a.dates > b.dates }
        let (left, right) = (a.support, b.support)
        if left.isPlanned != right.isPlanned { return !left.isPlanned }
        if left.modality != right.modality { return left.modality < right.modality }
        if left.isDisputed != right.isDisputed { return !left.isDisputed }
        if left.origins != right.origins { return left.origins > right.origins }
        return a.vertices.lexicographicallyPrecedes(b.vertices)
    }
}

extension AnalysisError {
    init(_ error: GraphError) {
        switch error.code {
        case .cancelled: self.init(.cancelled, error.message)
        case .tooLarge: self.init(.tooLarge, error.message)
        default: self.init(.invalidParameter, error.message)
        }
    }
}
