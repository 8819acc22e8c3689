internal import ArgumentParser
internal import Entente

struct PathVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "How two entities are connected.",
        discussion: """
            All shortest paths are listed unless --k asks for a number of them, longer ones among them. A path passes \
            through no venue, topic or document unless --through names it.

            With --by the path respects time, and one of the best is listed: each hop begins on the day on which the one before ends, or later; with \
            --strict on a later one. Waits are lengths such as P3D, PT36H, 3d or 2w.

            Examples:
              entente path Graphs/us-russia Galeotti Zelenskyy --family contact,role
              entente path Graphs/us-russia Bolton Zelenskyy --relation met --by earliest-arrival --strict
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "An entity, by id, name or alias.") var from: String
    @Argument(help: "Another one.") var to: String
    /// The most paths that can be asked for by number: more are no answer that anybody reads.
    static let mostPaths = 10_000

    @Option(help: "The number of shortest paths wanted, equal or longer ones too.") var k: Int?
    @Flag(help: "All paths that are equally good (as usual without --by).") var allShortest = false
    @Option(help: "The most hops.") var maxHops: Int?
    @Option(help: "The most paths listed where all that are equally good are wanted: 20 if nothing is said.")
    var limit: Int?
    @OptionGroup(title: "Paths in the order of time") var journey: JourneyArguments
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    private var most: Int { limit ?? 20 }

    func validate() throws {
        if k != nil, allShortest { throw ValidationError("--k and --all-shortest exclude each other") }
        if journey.by != nil, k != nil { throw ValidationError("--k and --by exclude each other") }
        for (name, value) in [("k", k), ("max-hops", maxHops), ("limit", limit)] {
            if let value, value < 1 { throw ValidationError("--\(name) must be 1 or more, not \(value)") }
        }
        if let k, k > Self.mostPaths {
            throw ValidationError("--k may be at most \(Self.mostPaths), not \(k)")
        }
    }

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        let one = allShortest || limit != nil ? nil : 1
        if let options = try journey.options(maximumHops: maxHops, limit: one ?? most) {
            let (from, to) = (try loaded.entity(from), try loaded.entity(to))
            return try output.write(Answer(try network.journeys(from: from, to: to, options: options)))
        }
        let selection = k.map(PathOptions.Selection.shortest) ?? .allShortest(limit: most)
        let result = try network.paths(
            from: try loaded.entity(from),
            to: try loaded.entity(to),
            options: PathOptions(selection, maximumHops: maxHops)
        )
        try output.write(Answer(result))
    }
}
