internal import EDTF

/// What ties two entities, told as one line of a figure: the leading relation, its dates, and how much else there is.
package struct TieSummary: Sendable {
    /// The vertex that the line starts from.
    package var from: Int
    package var to: Int
    package var isDirected: Bool
    package var family: RelationFamily
    package var relation: String
    package var part: Edge.Part
    /// How the leading relation reads: "met".
    package var reading: String
    /// When, in words, over all claims of the tie; nil where none has a date.
    package var dates: String?
    /// The number of claims that say the leading relation.
    package var multiplicity: Int
    /// The number of claims that say other things of the two.
    package var others: Int
    /// The number of claims of the leading relation that others deny, negate or doubt.
    package var disputed: Int
    package var support: Support
    /// All claims behind the line, the leading relation's first, by their places in the graph.
    package var claims: [Int]
}

extension Network {
    /// Tells a tie as one line.
    ///
    /// The leading relation is that of the best edge. Its certainty and support are those of all the claims that
    /// say it; it is disputed if one of them is.
    func summary(of tie: Tie, origins: Origins) -> TieSummary? {
        guard let best = tie.edges.first else { return nil }
        let leader = edges[best]
        let relation = claim(leader).relation
        let isLeading = { (place: Int) in
            let edge = edges[place]
            return edge.part == leader.part && claim(edge).relation == relation
                && (!edge.isDirected || edge.from == leader.from)
        }
        let leading = tie.edges.filter(isLeading)
        let rest = tie.edges.filter { !isLeading($0) }
        let leadingClaims = unique(leading.map { edges[$0].claim })
        let leadingSet = Set(leadingClaims)
        let otherClaims = unique(rest.map { edges[$0].claim }).filter { !leadingSet.contains($0) }
        // One undisputed claim is enough for the tie to stand undisputed; how many are disputed is told besides.
        var leadingSupport = support(of: leading, origins: origins)
        leadingSupport.isDisputed = leading.allSatisfy { edges[$0].isDisputed }
        return TieSummary(
            from: leader.from,
            to: leader.to,
            isDirected: leader.isDirected,
            family: leader.part == .ends ? graph.relation(of: claim(leader)).family : .event,
            relation: relation,
            part: leader.part,
            reading: reading(leader, from: leader.from),
            dates: dateRange(of: leadingClaims + otherClaims),
            multiplicity: leadingClaims.count,
            others: otherClaims.count,
            disputed: unique(leading.filter { edges[$0].isDisputed }.map { edges[$0].claim }).count,
            support: leadingSupport,
            claims: leadingClaims + otherClaims
        )
    }

    /// Tells ties as one line each, in their order.
    package func summaries(of ties: [Tie]) -> [TieSummary] {
        let origins = Origins(graph)
        return ties.compactMap { summary(of: $0, origins: origins) }
    }

    private func unique(_ places: [Int]) -> [Int] {
        var seen: Set<Int> = []
        return places.filter { seen.insert($0).inserted }
    }

    /// The date of a claim in words, or the first and last year of several.
    private func dateRange(of places: [Int]) -> String? {
        let dated = places.map { graph.claims[$0] }.filter { !$0.time.isUndated }
        guard let first = dated.first else { return nil }
        if Set(dated.map(\.time)).count == 1 { return first.time.shortWords }
        let bounds = dated.compactMap { claim in
            graph.index(ofClaim: claim.id).flatMap { timings[$0]?.bounds }
        }
        let begin = bounds.compactMap(\.earliestBegin).min().map { CivilCalendar.date(of: $0).year }
        let end = bounds.compactMap(\.latestEnd).max().map { CivilCalendar.date(of: $0).year }
        switch (begin, end) {
        case (let begin?, let end?): return begin == end ? "\(begin)" : "\(begin)–\(end)"
        case (let begin?, nil): return "from \(begin)"
        case (nil, let end?): return "by \(end)"
        case (nil, nil): return nil
        }
    }

    /// A sentence for each claim of a tie with its date, voice and source number, for tooltips and tables.
    package func sentences(for claims: [Int], sources: inout SourceList) -> [String] {
        let text = ClaimText(graph: graph)
        return claims.map { place in
            let claim = graph.claims[place]
            return
                "\(text.content(claim)), \(text.when(claim)) (\(text.voice(claim))) [\(sources.number(for: claim))]"
        }
    }
}

extension ClaimTime {
    /// The date in as few words as a line of a figure has room for: "2018-07-16", "January 2026 – April 2026".
    fileprivate var shortWords: String? {
        switch self {
        case .undated: return nil
        case .when(let date), .observed(let date): return date.shortWords
        case .span(let from, let until):
            return [from?.shortWords ?? "", until?.shortWords ?? ""].joined(separator: " – ")
        }
    }
}

extension EDTFDate {
    /// The date in words, without "between" where it is some time from one date to another.
    fileprivate var shortWords: String {
        if case .oneOf(let elements) = structure, elements.count == 1,
            case .range(let from, let through) = elements[0]
        {
            return "\(from.words) – \(through.words)"
        }
        return words
    }
}
