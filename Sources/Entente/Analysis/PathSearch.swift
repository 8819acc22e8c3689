internal import EDTF
internal import GraphKernel

/// Searches paths over the ties of a network by the kernel's algorithms.
struct PathSearch {
    let network: Network
    var options: PathOptions
    private let origins: Origins

    init(_ network: Network, options: PathOptions) {
        self.network = network
        self.options = options
        origins = Origins(network.graph)
    }

    func paths(from: String, to: String, onlyCertain: Bool) throws(AnalysisError) -> (paths: [Path], isCut: Bool) {
        guard let source = network.vertex(of: from), let target = network.vertex(of: to) else { return ([], false) }
        let ground = Ground(network, ends: [source, target], onlyCertain: onlyCertain)
        let found: PathList
        do {
            let graph = try ground.graph()
            switch options.selection {
            case .allShortest(let limit):
                let all = try graph.allShortestPaths(from: source, to: target, limit: limit)
                found = PathList(paths: all.paths, isCut: all.isCut)
            case .shortest(let count):
                found = try graph.kShortestPaths(from: source, to: target, count: count)
            }
        } catch let error as GraphError {
            throw AnalysisError(error)
        } catch {
            throw AnalysisError(.cancelled, "\(error)")
        }
        var paths: [Path] = []
        for walk in found.paths {
            let path = path(along: ground.ties(of: walk), from: source, onlyCertain: onlyCertain)
            if let most = options.maximumHops, path.length > most { continue }
            if path.dates > .impossible { paths.append(path) }
        }
        return (paths.sorted(by: isBetter), found.isCut)
    }

    // MARK: Assembling

    private func path(along ties: [Ground.Step], from source: Int, onlyCertain: Bool) -> Path {
        var hops: [Path.Hop] = []
        for step in ties {
            let edges = onlyCertain ? step.edges.filter { network.edges[$0].dates == .certain } : step.edges
            hops.append(
                Path.Hop(
                    from: step.from, to: step.to, edges: edges,
                    dates: network.dates(of: edges), support: support(of: edges)))
        }
        var dates = hops.map(\.dates).min() ?? .certain
        if dates > .impossible { dates = min(dates, jointDates(of: hops)) }
        let support = hops.map(\.support).reduce(hops[0].support) { $0.and($1) }
        return Path(hops: hops, dates: dates, support: support, caveats: caveats(of: hops))
    }

    /// The support of the best edge, with the origins of all edges of the same relation.
    private func support(of edges: [Int]) -> Support {
        guard let best = edges.first else {
            return Support(modality: .denied, origins: 0, isDisputed: false)
        }
        let relation = network.claim(network.edges[best]).relation
        let like = edges.filter {
            network.claim(network.edges[$0]).relation == relation && network.edges[$0].part == network.edges[best].part
        }
        var support = network.support(of: [best], origins: origins)
        support.origins = network.support(of: like, origins: origins).origins
        return support
    }

    /// Whether the hops can all count on the same unknown day, where the view's date is wider than a day.
    ///
    /// A spell counts on the days between its outer bounds, a contact from its earliest day on; those are intervals,
    /// and intervals that meet pairwise have a common point, so the latest begin and the earliest end decide.
    private func jointDates(of hops: [Path.Hop]) -> Certainty {
        guard case .asOf(let days) = ResolvedPeriod(
            network.view.period, network.graph.conventions(for: network.view)) else { return .certain }
        var latestBegin = days.lowerBound
        var earliestEnd = days.upperBound
        for hop in hops {
            var begin = Int64.max
            var end = Int64.min
            for edge in hop.edges {
                guard let timing = network.timings[network.edges[edge].claim] else { continue }
                begin = min(begin, timing.bounds.beginEarliest)
                end = max(end, timing.isContact ? .max : timing.bounds.endLatest)
            }
            latestBegin = max(latestBegin, begin)
            earliestEnd = min(earliestEnd, end)
        }
        return latestBegin <= earliestEnd ? .certain : .impossible
    }

    private func caveats(of hops: [Path.Hop]) -> [String] {
        var caveats: [String] = []
        for hop in hops.dropLast() {
            let entity = network.entity(hop.to)
            switch entity.kind {
            case .group, .organization, .state:
                caveats.append("passes through \(entity.name), \(entity.kind.withArticle): may concern different people")
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
                (commentary.count == hops.count ? "commentary" : "in part commentary") + ", not contact")
        }
        return caveats
    }

    private func isBetter(_ a: Path, _ b: Path) -> Bool {
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
