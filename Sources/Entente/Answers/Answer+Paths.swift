internal import EDTF

extension Answer {
    /// The answer to "how are these two connected?".
    public init(_ result: PathResult) {
        let network = result.network
        self.init(
            verb: "path",
            arguments: [.init("from", .string(result.from)), .init("to", .string(result.to))],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        isNo = result.paths.isEmpty
        let text = ClaimText(graph: network.graph)
        var writer = PathWriter(network: network, text: text, sources: sources)
        let (from, to) = (text.name(result.from), text.name(result.to))
        if let best = result.paths.first {
            sentences = [Self.summary(of: result, from: from, to: to)]
            dates = best.dates
            support = best.support
            tables = result.paths.enumerated().map {
                writer.table($1, number: $0 + 1, of: result.paths.count)
            }
            value = .array(result.paths.map { writer.json($0) })
            sentences += Self.certainty(of: result, text)
            if let connectedness = result.connectedness {
                beside.append(.init("connected", connectedness.json))
            }
            if let certain = result.shortestCertain {
                tables.append(writer.table(certain, number: nil, of: 1))
                beside.append(.init("shortestCertain", writer.json(certain)))
            }
            if let total = result.total { beside.append(.init("total", .number(total))) }
            if result.isCut {
                limits.append(
                    result.total.map {
                        "\(result.paths.count) of \(Self.digits($0)) shortest paths listed"
                    }
                        ?? "there are more paths than the \(result.paths.count) listed"
                )
            }
        } else {
            value = .array([])
            sentences = [Self.denial(of: result, from: from, to: to)]
            var misses: [JSONValue] = []
            for miss in result.nearest {
                var far = PathWriter(network: miss.network, text: text, sources: writer.sources)
                let table = far.table(miss.path, number: nil, of: 1)
                sentences.append(
                    "If \(miss.relaxation) counted too, \(Self.hops(miss.path.length)) would join them"
                        + (misses.isEmpty ? ":" : ".")
                )
                if misses.isEmpty { tables.append(table) }
                misses.append(
                    .object(["relaxation": .string(miss.relaxation), "path": far.json(miss.path)])
                )
                writer.sources = far.sources
            }
            // The nearest miss is told last, right above its path.
            if misses.count > 1 { sentences.append(sentences.remove(at: 1)) }
            if !result.unsearched.isEmpty {
                limits.append("too large to be searched: with \(ClaimText.joined(result.unsearched))")
            } else if result.nearest.isEmpty {
                sentences.append("No wider view of this graph connects them either.")
            }
            beside.append(.init("nearest", .array(misses)))
        }
        sources = writer.sources
        noteCoverage(network)
    }

    private static func hops(_ count: Int) -> String { count == 1 ? "1 hop" : "\(count) hops" }

    /// What is certain and what is possible, where these differ: "2 hops, certain; 1 hop if the undated claim s/c1
    /// counts".
    private static func certainty(of result: PathResult, _ text: ClaimText) -> [String] {
        guard let best = result.paths.first, best.dates < .certain else { return [] }
        var sentences: [String] = []
        if let certain = result.shortestCertain {
            sentences.append(
                "\(hops(certain.length)), certain; \(hops(best.length)) if \(condition(of: best, in: result.network))."
            )
        }
        guard let connectedness = result.connectedness else { return sentences }
        let readings = connectedness.readings == 1 ? "" : " (\(connectedness.readingsText))"
        switch connectedness.dates {
        case .certain where result.shortestCertain == nil:
            let most = connectedness.most.map { ", of at most \(hops($0))" } ?? ""
            sentences.append(
                "Certainly connected, though no single path is certain: in every reading\(readings) some path joins them\(most)."
            )
        case .possible:
            sentences.append(
                connectedness.isBound
                    ? "By date the connection is possible; whether it is certain is not known\(readings)."
                    : "By date the connection is only possible: in some reading\(readings) no path joins them."
            )
        default: break
        }
        return sentences
    }

    /// What has to be so for a path that is only possible.
    private static func condition(of path: Path, in network: Network) -> String {
        let open = path.hops.filter { $0.dates < .certain }.compactMap(\.edges.first)
        let conditions = open.map { place in
            let claim = network.claim(network.edges[place])
            let sort =
                claim.time.isUndated
                ? "undated "
                : network.alternatives.groupOfClaim[network.edges[place].claim] != nil ? "alternative " : ""
            return "the \(sort)claim \(claim.id)"
        }
        guard !conditions.isEmpty else { return "all hops hold in one reading" }
        return "\(ClaimText.joined(conditions)) \(conditions.count == 1 ? "counts" : "count")"
    }

    /// A number of paths; large ones are rounded.
    private static func digits(_ count: Double) -> String {
        count < 1e15 ? String(Int(count)) : count.isFinite ? "about \(count)" : "too many to count"
    }

    private static func summary(of result: PathResult, from: String, to: String) -> String {
        let shortest = result.paths[0].length
        let apart = "\(from) and \(to) are \(hops(shortest)) apart"
        if result.isCut {
            return result.total.map {
                "\(apart), in \(digits($0)) ways, of which \(result.paths.count) \(result.paths.count == 1 ? "is" : "are") listed."
            }
                ?? "\(apart); \(result.paths.count) paths are listed, there are more."
        }
        let equals = result.paths.count { $0.length == shortest }
        let longer = result.paths.count - equals
        let ways = equals == 1 ? "one way" : "\(equals) ways"
        return longer == 0
            ? "\(apart), in \(ways)."
            : "\(apart), in \(ways); \(longer == 1 ? "a longer path is" : "\(longer) longer paths are") listed too."
    }

    private static func denial(of result: PathResult, from: String, to: String) -> String {
        let network = result.network
        let left = network.excludedFromTies.text.map { "; left out: \($0)" } ?? ""
        let count = network.tyingCount
        for (id, name) in [(result.from, from), (result.to, to)] where network.vertex(of: id) == nil {
            if let whole = network.whole(of: id) {
                return "\(name) is folded into \(whole.name) in this view and is no entity of its own\(left)."
            }
            return "None of the \(count) claims counted ties \(name) to anybody\(left)."
        }
        return "No reading of the \(count) claims counted connects \(from) with \(to)\(left)."
    }
}

/// Writes paths as tables and for programs, numbering the sources that they cite.
struct PathWriter {
    let network: Network
    let text: ClaimText
    var sources: SourceList

    /// One row a hop: who, what, whom, when, in which voice, where it stands.
    mutating func table(_ path: Path, number: Int?, of count: Int) -> AnswerTable {
        let names = path.vertices.map { network.entity($0).name }
        var title = (number.map { count == 1 ? "" : "\($0). " } ?? "") + names.joined(separator: " – ")
        title += " (dates \(path.dates); \(path.support.text))"
        for caveat in path.caveats { title += "\n   \(caveat)" }
        var table = AnswerTable(
            title: title,
            columns: [
                .init("From"), .init("Tie", isFlexible: true), .init("To"), .init("When", isFlexible: true),
                .init("Voice", isFlexible: true), .init("Source", isFlexible: true),
            ]
        )
        for hop in path.hops {
            guard let best = hop.edges.first else { continue }
            let edge = network.edges[best]
            let claim = network.claim(edge)
            var tie = network.reading(edge, from: hop.from)
            if edge.part == .ends, let role = claim.role { tie += " as \(role)" }
            let others = Set(hop.edges.map { network.edges[$0].claim }).count - 1
            if others > 0 { tie += " (and \(others) more claim\(others == 1 ? "" : "s"))" }
            var voice = text.voice(claim)
            if edge.isDisputed {
                let against = edge.opposition.map { place -> String in
                    let other = network.graph.claims[place]
                    return "\(text.opposing(other)) \(sources.citation(other))"
                }
                voice += ", disputed: " + against.joined(separator: ", ")
            }
            table.rows.append([
                network.entity(hop.from).name, tie, network.entity(hop.to).name, text.when(claim), voice,
                sources.citation(claim) + " " + claim.id.local,
            ])
        }
        return table
    }

    mutating func json(_ path: Path) -> JSONValue {
        var hops: [JSONValue] = []
        for hop in path.hops {
            guard let best = hop.edges.first else { continue }
            let edge = network.edges[best]
            let claims = claimsOfSameTie(hop)
            for claim in claims { _ = sources.number(for: claim) }
            var members: [JSONValue.Member] = [
                .init("from", .string(network.entity(hop.from).id)),
                .init("to", .string(network.entity(hop.to).id)),
                .init("relation", .string(network.claim(edge).relation)),
                .init("reads", .string(network.reading(edge, from: hop.from))),
                .init("when", .optional(text.edtf(network.claim(edge)))),
                .init("dates", .string(hop.dates.description)),
                .init("support", hop.support.json),
                .init("claims", .strings(claims.map(\.id.description))),
            ]
            let others = Set(hop.edges.map { network.claim(network.edges[$0]).id }).subtracting(
                claims.map(\.id)
            )
            if !others.isEmpty {
                members.append(.init("otherClaims", .strings(others.sorted().map(\.description))))
            }
            if edge.isDisputed {
                let against = edge.opposition.map { network.graph.claims[$0].id.description }
                members.append(.init("disputedBy", .strings(against)))
            }
            hops.append(.object(members))
        }
        return .object([
            "length": .integer(path.length), "dates": .string(path.dates.description),
            "support": path.support.json,
            "entities": .strings(path.vertices.map { network.entity($0).id }),
            "names": .strings(path.vertices.map { network.entity($0).name }),
            "caveats": .strings(path.caveats), "hops": .array(hops),
        ])
    }

    /// The claims of a hop that say the same relation as its best edge, in the same part, the best first.
    private func claimsOfSameTie(_ hop: Path.Hop) -> [Claim] {
        guard let best = hop.edges.first else { return [] }
        let relation = network.claim(network.edges[best]).relation
        let part = network.edges[best].part
        var seen: Set<ClaimID> = []
        return hop.edges.filter { network.edges[$0].part == part }
            .map { network.claim(network.edges[$0]) }
            .filter { $0.relation == relation && seen.insert($0.id).inserted }
    }
}

extension Connectedness {
    /// "3 readings".
    fileprivate var readingsText: String {
        readings == .max
            ? "more readings than can be counted" : "\(readings) reading\(readings == 1 ? "" : "s")"
    }

    fileprivate var json: JSONValue {
        .object([
            "dates": .string(dates.description), "fewest": .integer(fewest),
            "most": most.map(JSONValue.integer) ?? .null, "bound": .bool(isBound),
            "readings": readings == .max ? .null : .integer(readings),
        ])
    }
}
