internal import ArgumentParser
internal import EDTF
internal import Entente

struct SeriesVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series",
        abstract: "A measure in one calendar window after another.",
        discussion: """
            Each value is given from what certainly lies in the window by its dates, and from all that may.

            Example: entente series Graphs/us-travels --measure ties --every decade
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "The entities measured, by id, name or alias; none for the five highest over all time.")
    var entities: [String] = []
    @Option(
        help: ArgumentHelp(
            "claims, ties, entities, components, formed, dissolved, or a centrality.",
            valueName: "name"
        )
    )
    var measure: String = "ties"
    @Option(help: "The windows: day, month, quarter, season, halfYear, year, decade or century.")
    var every: String = "year"
    @Option(help: ArgumentHelp("Take the terms of somebody's offices as windows instead.", valueName: "name"))
    var terms: String?
    @Option(help: ArgumentHelp("Begin with the window that holds this date.", valueName: "date"))
    var from: String?
    @Option(help: ArgumentHelp("End with the window that holds this date.", valueName: "date")) var to:
        String?
    @Option(help: ArgumentHelp("Count with each window those before it, so many in all.", valueName: "n"))
    var rolling: Int?
    @Flag(help: "Count with each window all before it.") var expanding = false
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if rolling != nil, expanding { throw ValidationError("--rolling and --expanding exclude each other") }
        if let rolling, rolling < 1 { throw ValidationError("--rolling must be 1 or more, not \(rolling)") }
        if terms != nil, from != nil || to != nil || rolling != nil || expanding {
            throw ValidationError(
                "--terms makes its own windows: --from, --to, --rolling and --expanding do not go with it"
            )
        }
    }

    func run() async throws {
        let loaded = try source.load(output)
        let view = try self.view.view(of: loaded)
        guard view.period == .all else {
            throw Refusal(
                "a series makes its own periods",
                hint: "use --from and --to, not a period of the view"
            )
        }
        let measure = try ViewOptions.named(
            self.measure,
            option: "measure",
            among: SeriesMeasure.all.map { (name: $0.name, value: $0.measure) }
        )
        let steps = CalendarStep.allCases.map { (name: $0.rawValue, value: $0) }
        let step = try ViewOptions.named(every, option: "every", among: steps)
        let windows: [SeriesWindow]
        if let terms {
            windows = try loaded.graph.terms(of: try loaded.entity(terms), view: view)
        } else {
            let mode: SeriesMode = expanding ? .expanding : rolling.map(SeriesMode.rolling) ?? .each
            windows = try loaded.graph.windows(
                every: step,
                over: try range(of: loaded, view),
                mode: mode,
                view: view
            )
        }
        let ids = try loaded.entities(entities)
        if !ids.isEmpty, SeriesMeasure.counts.contains(where: { $0 == measure }) {
            throw Refusal("\(measure.name) is a measure of the whole; it takes no entities")
        }
        try output.write(
            Answer(try loaded.graph.series(of: measure, entities: ids, windows: windows, view: view))
        )
    }

    /// From the first second of `--from` to the last of `--to`; what is not given is as far as dates reach.
    private func range(of loaded: LoadedGraph, _ view: View) throws -> ClosedRange<Int64>? {
        guard from != nil || to != nil else { return nil }
        let whole = loaded.graph.datedExtent(view: view)
        func bounds(_ text: String?, _ option: String) throws -> TemporalBounds? {
            try text.map { try ViewOptions.date($0, option: option).bounds(as: .contact) }
        }
        let first = try bounds(from, "from")?.earliestBegin ?? whole?.lowerBound
        let last = try bounds(to, "to")?.latestEnd ?? whole?.upperBound
        guard let first, let last else { return nil }
        guard first <= last else { throw Refusal("--from \(from ?? "") lies after --to \(to ?? "")") }
        return first...last
    }
}

struct HistoryVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Since when and until when two were in touch, and the gaps between.",
        discussion: """
            A gap is a time in which no dated claim can lie, however the dates are read. Silence is counted up to \
            --as-of, else to the end of the graph's period.

            Example: entente history Graphs/us-russia "Donald Trump" "Vladimir Putin" --family contact
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "An entity, by id, name or alias.") var first: String
    @Argument(help: "Another one.") var second: String
    @Option(help: "The most gaps listed.") var gaps: Int = 5
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if gaps < 0 { throw ValidationError("--gaps must be 0 or more, not \(gaps)") }
    }

    func run() async throws {
        let loaded = try source.load(output)
        let view = try self.view.view(of: loaded)
        let network = Network(loaded.graph, view: view)
        let (a, b) = (try loaded.entity(first), try loaded.entity(second))
        guard a != b else {
            throw Refusal("\"\(first)\" and \"\(second)\" are one entity: a history is of two")
        }
        let history = try network.history(of: a, and: b)
        var end = loaded.graph.information.period?.bounds(as: .spell).latestEnd
        if case .asOf(let date) = view.period { end = date.bounds(as: .contact).latestEnd }
        try output.write(Answer(history, in: network, until: end, listing: gaps))
    }
}
