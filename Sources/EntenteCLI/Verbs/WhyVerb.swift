internal import ArgumentParser
internal import Entente

struct WhyVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract:
            "What a connection hangs on: the single claims and sources without which it would be another one.",
        discussion: "Example: entente why Graphs/us-russia \"Tucker Carlson\" ukrainian-officials-guide"
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "An entity, by id, name or alias.") var from: String
    @Argument(help: "Another one.") var to: String
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        try output.write(
            Answer(try network.loadBearing(from: try loaded.entity(from), to: try loaded.entity(to)))
        )
    }
}
