internal import EDTF

extension Answer {
    /// The answer to "is there a way from one to the other in the order of time?".
    public init(_ result: JourneyResult) {
        let network = result.network
        self.init(
            verb: "path",
            arguments: [
                .init("from", .string(result.from)), .init("to", .string(result.to)),
                .init("by", .string(result.options.objective.rawValue)),
                .init("rule", .string(result.options.rule(inDays: result.countsDays))),
            ],
            sources: SourceList(network.graph)
        )
        view = network.view
        noteKnowledge(network)
        excluded = network.excludedFromTies
        isNo = result.journeys.isEmpty
        let text = ClaimText(graph: network.graph)
        let words = JourneyWords(result: result, text: text)
        var writer = PathWriter(network: network, text: text, sources: sources)
        notes += ["Rule: \(result.options.rule(inDays: result.countsDays))."]
        if isNo {
            value = .array([])
            sentences = words.denial
            beside.append(.init("nearest", .array(result.nearest.map(words.json))))
            beside.append(.init("relaxations", .strings(result.relaxations)))
            return
        }
        sentences = words.summary
        dates = result.connected
        support = result.journeys[0].path.support
        tables = result.journeys.enumerated().map { place, journey in
            writer.table(journey, words, number: result.journeys.count == 1 ? nil : place + 1)
        }
        value = .array(result.journeys.map { writer.json($0) })
        beside = [
            .init(
                "connected",
                .object([
                    "dates": .string(result.connected.description), "bound": .bool(result.isConnectedBound),
                    "readings": result.readings == .max ? .null : .integer(result.readings),
                    "exact": .bool(result.isExact),
                ])
            ),
            .init("best", words.optimumJSON),
        ]
        if let certain = result.certain {
            tables.append(writer.table(certain, words, number: nil))
            beside.append(.init("certain", writer.json(certain)))
        }
        if result.isCut {
            limits.append(
                result.journeys.count == 1
                    ? "one of several journeys that are equally good; --all-shortest lists them"
                    : "there are more journeys than the \(result.journeys.count) listed"
            )
        }
        if let hops = result.departureHops {
            limits.append(
                "with a least wait, fastest journeys are sought among those that \(hops) hops settle; --max-hops \(hops) or less leaves out none"
            )
        }
        if !result.isExact {
            limits.append(
                "the dates give "
                    + (result.readings == .max
                        ? "more readings than can be counted" : "\(result.readings) readings")
                    + ", which were not gone through: what is called certain is so, and more may be"
            )
        }
        sources = writer.sources
    }
}

/// Tells journeys in words.
private struct JourneyWords {
    let result: JourneyResult
    let text: ClaimText

    private var from: String { text.name(result.from) }
    private var to: String { text.name(result.to) }

    /// A day, or an instant where seconds count; "an unknown time" for no bound.
    func time(_ instant: Int64?) -> String? {
        instant.map { result.countsDays ? CivilCalendar.isoDay($0) : CivilCalendar.isoInstant($0) }
    }

    func json(_ instant: Int64?) -> JSONValue { .optional(time(instant)) }

    /// "on 2018-07-16", "between 2026-01-01 and 2026-01-31".
    func interval(_ interval: Journey.Interval) -> String {
        switch (time(interval.earliest), time(interval.latest)) {
        case (let low?, let high?): low == high ? "on \(low)" : "between \(low) and \(high)"
        case (let low?, nil): "on \(low) or later"
        case (nil, let high?): "by \(high)"
        case (nil, nil): "at an unknown time"
        }
    }

    private func hops(_ count: Int) -> String { count == 1 ? "1 hop" : "\(count) hops" }

    var summary: [String] {
        let best = result.journeys[0]
        var sentences: [String] = []
        switch result.connected {
        case .certain:
            sentences.append("From \(from) to \(to) there is a way in the order of time in every reading.")
        default:
            sentences.append(
                result.isConnectedBound
                    ? "From \(from) to \(to) a way in the order of time is possible; whether there is one in every reading is not known."
                    : "From \(from) to \(to) a way in the order of time is possible, not certain: in some reading there is none."
            )
        }
        sentences.append(optimum(best))
        let isCertain = result.journeys.contains { $0.path.dates == .certain }
        if let certain = result.certain {
            sentences.append(
                "\(hops(certain.path.length)), certain, arriving \(interval(certain.arrival)); "
                    + "\(hops(best.path.length)), arriving \(interval(best.arrival)), if dates turn out well."
            )
        } else if result.connected == .certain, !isCertain {
            sentences.append(
                result.isCertainBound
                    ? "No single journey is known to be certain."
                    : "Certainly connected, though no single journey is certain."
            )
        }
        return sentences
    }

    /// "The earliest arrival is 2026-01-01 in the best reading and 2026-01-31 in the worst, over 3 hops."
    private func optimum(_ best: Journey) -> String {
        let optimum = result.optimum
        let subject: String
        let values: (best: String, worst: String?)
        switch result.options.objective {
        case .earliestArrival:
            subject = "The earliest arrival is"
            values = (time(optimum.low) ?? "at an unknown time", time(optimum.high))
        case .latestDeparture:
            subject = "The latest departure is"
            values = (time(optimum.high) ?? "without end", time(optimum.low))
        case .fastest:
            subject = "The fastest way takes"
            values = (optimum.low.map(length) ?? "an unknown time", optimum.high.map(length))
        case .fewestHops:
            subject = "The fewest hops are"
            values = (String(best.path.length), optimum.high.map(String.init))
        }
        var text = "\(subject) \(values.best)"
        if optimum.isBestBound { text += " or worse" }
        if result.connected < .certain {
            text += " in the best reading"
        } else if let worst = values.worst, worst != values.best {
            text +=
                " in the best reading and \(worst) in the worst\(optimum.isWorstBound ? ", or better" : "")"
        }
        if result.options.objective != .fewestHops { text += ", over \(hops(best.path.length))" }
        if result.journeys.count > 1 {
            text += ", in \(result.isCut ? "more than " : "")\(result.journeys.count) ways"
        }
        return text + "."
    }

    private func length(_ seconds: Int64) -> String {
        seconds == 0 ? (result.countsDays ? "no day" : "no time") : JourneyOptions.Duration.text(seconds)
    }

    var optimumJSON: JSONValue {
        let optimum = result.optimum
        func value(_ number: Int64?) -> JSONValue {
            switch result.options.objective {
            case .earliestArrival, .latestDeparture: json(number)
            case .fastest, .fewestHops: number.map { .integer(Int($0)) } ?? .null
            }
        }
        let unit =
            switch result.options.objective {
            case .earliestArrival: "arrival"
            case .latestDeparture: "departure"
            case .fastest: "seconds"
            case .fewestHops: "hops"
            }
        return .object([
            "of": .string(unit), "low": value(optimum.low), "high": value(optimum.high),
            "bestIsBound": .bool(optimum.isBestBound), "worstIsBound": .bool(optimum.isWorstBound),
        ])
    }

    // MARK: None

    var denial: [String] {
        let network = result.network
        let left = network.excludedFromTies.text.map { "; left out: \($0)" } ?? ""
        var sentences = [
            "No reading of the \(network.tyingCount) claims counted connects \(from) with \(to) in the order of time\(left)."
        ]
        for miss in result.nearest {
            let names = miss.vertices.map { network.entity($0).name }.joined(separator: " – ")
            sentences.append("Nearest miss: \(names). \(reason(miss))")
        }
        if !result.relaxations.isEmpty {
            sentences.append("If \(ClaimText.joined(result.relaxations)) counted too, there might be a way.")
        }
        return sentences
    }

    private func reason(_ miss: JourneyResult.TimeMiss) -> String {
        let over = time(miss.over).map { "was over after \($0)" } ?? "came before all dates"
        let ready = time(miss.ready) ?? "an unknown time"
        guard !miss.before.isEmpty else {
            return "\(tie(miss.after)) \(over), and a journey may begin on \(ready) at the earliest."
        }
        return
            "After \(tie(miss.before)) one could go on from \(ready) at the earliest, but \(tie(miss.after)) \(over)."
    }

    /// "Trump – Putin (met, 2018-07-16)".
    private func tie(_ edges: [Int]) -> String {
        let network = result.network
        guard let place = edges.first else { return "" }
        let edge = network.edges[place]
        let claim = network.claim(edge)
        let more = Set(edges.map { network.edges[$0].claim }).count - 1
        return "\(network.entity(edge.from).name) – \(network.entity(edge.to).name) ("
            + "\(network.reading(edge, from: edge.from)), \(text.when(claim))"
            + (more > 0 ? ", and \(more) more claim\(more == 1 ? "" : "s")" : "") + ")"
    }

    func json(_ miss: JourneyResult.TimeMiss) -> JSONValue {
        let network = result.network
        func ids(_ edges: [Int]) -> JSONValue {
            .strings(Set(edges.map { network.claim(network.edges[$0]).id.description }).sorted())
        }
        return .object([
            "entities": .strings(miss.vertices.map { network.entity($0).id }),
            "before": ids(miss.before), "ready": json(miss.ready), "after": ids(miss.after),
            "over": json(miss.over),
        ])
    }
}

extension PathWriter {
    /// A journey as a table, with when it sets out and arrives.
    fileprivate mutating func table(_ journey: Journey, _ words: JourneyWords, number: Int?) -> AnswerTable {
        var table = self.table(journey.path, number: number, of: number == nil ? 1 : 2)
        let bound = journey.isIntervalBound ? " (bounds)" : ""
        table.title =
            (table.title ?? "")
            + "\n   departs \(words.interval(journey.departure)), arrives \(words.interval(journey.arrival))\(bound)"
        return table
    }

    /// A journey for programs: a path with its departure and arrival.
    fileprivate mutating func json(_ journey: Journey) -> JSONValue {
        guard case .object(var members) = json(journey.path) else { return .null }
        func interval(_ interval: Journey.Interval) -> JSONValue {
            .object(["earliest": ClaimRow.day(interval.earliest), "latest": ClaimRow.day(interval.latest)])
        }
        members += [
            .init("departure", interval(journey.departure)), .init("arrival", interval(journey.arrival)),
            .init("datesAreBound", .bool(journey.isDatesBound)),
            .init("intervalsAreBounds", .bool(journey.isIntervalBound)),
        ]
        return .object(members)
    }
}

extension ClaimRow {
    fileprivate static func day(_ instant: Int64?) -> JSONValue {
        instant.map { .string(CivilCalendar.isoInstant($0)) } ?? .null
    }
}
