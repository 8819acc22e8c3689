package import EDTF

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
    /// When the leading relation was so, in words; nil where no claim of it has a date.
    package var dates: String?
    /// The number of claims that say the leading relation.
    package var multiplicity: Int
    /// The number of claims that say other things of the two.
    package var others: Int
    /// The number of claims of the tie that others deny, negate or doubt.
    package var disputed: Int
    /// The certainty, by date, that the leading relation counts in the view's period.
    package var certainty: Certainty
    package var support: Support
    /// All claims behind the line, the leading relation's first, by their places in the graph.
    package var claims: [Int]
}

extension Network {
    /// Tells a tie as one line.
    ///
    /// The leading relation is the one that most claims say, among those of the same sort as the best edge: what the two
    /// did before what they have in common, dealings before commentary. Its dates, certainty and support are those
    /// of the claims that say it; the tie is disputed if any of its claims is.
    func summary(of tie: Tie, origins: Origins) -> TieSummary? {
        guard let leader = leader(of: tie) else { return nil }
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
        let disputed = unique(tie.edges.filter { edges[$0].isDisputed }.map { edges[$0].claim }).count
        var leadingSupport = support(of: leading, origins: origins)
        leadingSupport.isDisputed = disputed > 0
        return TieSummary(
            from: leader.from,
            to: leader.to,
            isDirected: leader.isDirected,
            family: leader.part == .ends ? graph.relation(of: claim(leader)).family : .event,
            relation: relation,
            part: leader.part,
            reading: reading(leader, from: leader.from),
            dates: dateRange(of: leadingClaims),
            multiplicity: leadingClaims.count,
            others: otherClaims.count,
            disputed: disputed,
            certainty: dates(of: leading),
            support: leadingSupport,
            claims: leadingClaims + otherClaims
        )
    }

    /// Tells ties as one line each, in their order.
    package func summaries(of ties: [Tie]) -> [TieSummary] {
        let origins = Origins(graph)
        return ties.compactMap { summary(of: $0, origins: origins) }
    }

    /// The first edge of the relation that leads a tie.
    private func leader(of tie: Tie) -> Edge? {
        guard let best = tie.edges.first else { return nil }
        func sort(_ edge: Edge) -> [Int] {
            [Int(edge.part.rawValue), graph.relation(of: claim(edge)).family.isCommentary ? 1 : 0]
        }
        let alike = tie.edges.filter { sort(edges[$0]) == sort(edges[best]) }
        var counts: [String: Int] = [:]
        for place in alike { counts[claim(edges[place]).relation, default: 0] += 1 }
        let most = counts.values.max() ?? 0
        // The best edge among the relations that are told most often.
        return alike.first { counts[claim(edges[$0]).relation] == most }.map { edges[$0] }
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
        // The years are those written; that a date marked ~ may lie beside its year is not for a label.
        let bounds = dated.flatMap(\.time.dates).map { $0.bounds(as: .contact, slack: false) }
        let begin = bounds.compactMap(\.earliestBegin).min().map {
            CivilCalendar.isoYear(CivilCalendar.date(of: $0).year)
        }
        let end = bounds.compactMap(\.latestEnd).max().map {
            CivilCalendar.isoYear(CivilCalendar.date(of: $0).year)
        }
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
