internal import EDTF

/// What a graph's sources can speak of, and whether a question lies in it.
///
/// That nothing is found means something inside of what was looked at, and nothing outside.
struct Coverage {
    /// How the period of a view lies to that of the graph.
    enum Position: String {
        case inside
        case partly
        case outside
        /// The view asks for no period.
        case unasked = "all dates"
        /// The graph does not state its period.
        case unstated
    }

    let position: Position
    private let information: ClaimGraph.Information

    init(_ network: Network) {
        information = network.graph.information
        let conventions = network.graph.conventions(for: network.view)
        guard let covered = information.period?.bounds(as: .spell, conventions).extent else {
            position = .unstated
            return
        }
        switch ResolvedPeriod(network.view.period, conventions) {
        case .all: position = .unasked
        case .asOf(let days), .during(let days), .within(let days):
            position =
                !covered.overlaps(days)
                ? .outside
                : covered.contains(days.lowerBound) && covered.contains(days.upperBound) ? .inside : .partly
        }
    }

    /// What to say where nothing is found.
    var note: String {
        let period = information.period.map { "\($0.words)" } ?? ""
        let scope = information.scope.map { " Their scope: \($0)" } ?? ""
        switch position {
        case .unstated:
            return
                "The graph does not state what period its sources cover, so that finding nothing may mean little.\(scope)"
        case .unasked:
            return "The sources cover \(period); outside of that, finding nothing means nothing.\(scope)"
        case .inside:
            return "This lies within what the sources cover (\(period)): they could have told of it.\(scope)"
        case .partly:
            return
                "This lies only partly within what the sources cover (\(period)); outside of that, finding nothing means nothing.\(scope)"
        case .outside:
            return
                "This lies outside of what the sources cover (\(period)): that nothing is found says nothing.\(scope)"
        }
    }

    var json: JSONValue {
        .object([
            "position": .string(position.rawValue), "period": .optional(information.period?.description),
            "scope": .optional(information.scope),
        ])
    }
}

extension Answer {
    /// Says, where nothing is found, whether the sources could have told of it.
    mutating func noteCoverage(_ network: Network) {
        guard isNo else { return }
        let coverage = Coverage(network)
        notes.append(coverage.note)
        beside.append(.init("coverage", coverage.json))
    }
}

extension Answer {
    /// Says, where only what could be known by a date counts, which sources have no date, and when each can have come out
    /// at the earliest: when the latest that it tells of had happened.
    mutating func noteKnowledge(_ network: Network) {
        guard let knownBy = network.view.knownBy else { return }
        let horizons = Horizons(network.graph)
        let knowledge = Knowledge(graph: network.graph, date: knownBy)
        let undated = network.graph.sources.filter { source in
            source.published == nil && knowledge.certainty(of: source.id) > .impossible
        }
        guard !undated.isEmpty else { return }
        let told = undated.map { source -> String in
            let earliest = horizons[source.id].publishedEarliest
            let since =
                earliest == TemporalBounds.distantPast
                ? "at any time" : "\(CivilCalendar.isoDay(earliest)) or later"
            return "\(source.isConfidential ? "a confidential source" : source.id) (\(since))"
        }
        notes.append(
            "Without a date of publication, and so known by \(knownBy) only possibly: \(ClaimText.joined(told)), by what they tell of."
        )
    }
}
