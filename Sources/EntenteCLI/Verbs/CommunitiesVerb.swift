internal import ArgumentParser
internal import Entente

struct CommunitiesVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "communities",
        abstract: "Who belongs together: groups that are tied with one another more than with others.",
        discussion: """
            By the Leiden method, for modularity, ties weighed by the happenings behind them.

            Example: entente communities Graphs/us-russia --family contact,alignment
            """
    )

    @OptionGroup var source: GraphArgument
    @Option(help: "Larger for smaller communities, above 0.") var resolution: Double = 1
    @Option(help: "The most members named in a row of a table; 0 for all.") var top: Int = 8
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if top < 0 { throw ValidationError("--top must be 0 or more, not \(top)") }
        if !(resolution > 0 && resolution.isFinite) {
            throw ValidationError("--resolution must be a number above 0, not \(resolution)")
        }
    }

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        let communities = try network.communities(resolution: resolution)
        try output.write(Answer(communities, limit: top > 0 ? top : nil))
    }
}
