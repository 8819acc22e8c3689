internal import ArgumentParser
internal import Entente

struct WhyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract:
            "What a connection or a rank hangs on: the single claims and sources without which it would be another one.",
        discussion: """
            Example: entente why Graphs/us-russia "Tucker Carlson" ukrainian-officials-guide
            Example: entente why Graphs/us-russia Witkoff --by betweenness
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "An entity, by id, name or alias.") var from: String
    @Argument(help: "Another one, for what connects them.") var to: String?
    @Option(
        help: ArgumentHelp(
            "For the rank of one entity: the measure, as of the verb rank.",
            valueName: "measure"
        )
    )
    var by: CentralityMeasure?
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if (to == nil) == (by == nil) {
            throw ValidationError("why takes two entities, for what connects them, or one and --by")
        }
    }

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        let first = try loaded.entity(from)
        if let by {
            let kind =
                loaded.graph.entity(first).map { Set([$0.kind.isActor ? .actor : $0.kind]) } ?? [.actor]
            try output.write(Answer(try network.loadBearingRank(of: first, by: by, listing: kind)))
        } else if let to {
            try output.write(Answer(try network.loadBearing(from: first, to: try loaded.entity(to))))
        }
    }
}
