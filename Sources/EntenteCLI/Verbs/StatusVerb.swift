internal import ArgumentParser
internal import Entente

struct StatusVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What became of a treaty or policy: its milestones, and whether it is in force.",
        discussion: """
            An end whose entry no source states says by implication that it was in force before: that is possible, \
            never certain.

            Example: entente status Graphs/us-russia "INF Treaty" --as-of 2025-12-31
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "A treaty or policy, by id, name or alias.") var treaty: String
    @Option(help: ArgumentHelp("A party, to learn whether it left.", valueName: "name")) var party: String?
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        let party = try party.map(loaded.entity)
        try output.write(Answer(try network.status(of: try loaded.entity(treaty), party: party)))
    }
}
