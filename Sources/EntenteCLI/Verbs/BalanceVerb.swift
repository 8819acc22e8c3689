internal import ArgumentParser
internal import Entente

struct BalanceVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "balance",
        abstract: "Who stands with whom and against whom, and the triangles in which that does not add up.",
        discussion: """
            Alliance, praise and the like are friendly, attack and criticism hostile, as the vocabulary says. A triangle \
            of three actors is balanced if the number of its hostile sides is even.

            Example: entente balance Graphs/us-russia --as-of 2018-12-31
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "An actor, by id, name or alias, to list its triangles only.") var entity: String?
    @Option(help: "The most triangles of a table; 0 for all.") var top: Int = 20
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if top < 0 { throw ValidationError("--top must be 0 or more, not \(top)") }
    }

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        let signed = try network.signedTies(limit: 100_000)
        try output.write(Answer(signed, of: try entity.map(loaded.entity), limit: top > 0 ? top : nil))
    }
}
