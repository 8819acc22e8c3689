internal import ArgumentParser
internal import Entente

struct ConflictsVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "Where sources disagree: both sides, and what each disagreement hangs on.",
        discussion: """
            Everything that is said is compared, in whatever voice, planned or not, unless options choose. A conflict is \
            hard only if no reading of the dates lets both sides stand and claims state all that this needs; what \
            hangs on more is conditional and says on what. No winner is picked.

            Example: entente conflicts Graphs/us-russia --only hard,conditional
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "Entities, by id, name or alias, that conflicts are about; none for all.")
    var entities: [String] = []
    @Option(
        help: ArgumentHelp(
            "Kinds of conflicts to list: hard, conditional, tension, precision, change, planned-actual, reversal, identity, placeholder.",
            valueName: "kind,…"
        )
    )
    var only: [String] = []
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let kinds = try ViewOptions.choices(only, option: "only", as: Conflict.Kind.self)
        let loaded = try source.load(output)
        var options = try view.view(of: loaded)
        let everything = View.everythingSaid
        if view.modality.isEmpty { options.modalities = everything.modalities }
        if view.polarity.isEmpty { options.polarities = everything.polarities }
        if view.status.isEmpty { options.statuses = everything.statuses }
        let report = try loaded.graph.conflicts(about: try loaded.entities(entities), view: options)
        try output.write(Answer(report, listing: kinds ?? Set(Conflict.Kind.allCases)))
    }
}
