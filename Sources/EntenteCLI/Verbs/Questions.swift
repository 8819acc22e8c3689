public import ArgumentParser
internal import Entente

struct ShowVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Who or what an entity is, and what is claimed of it in order of date.",
        discussion: "Example: entente show Graphs/us-russia \"New START\""
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "An entity, by id, name or alias.") var entity: String
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        try output.write(try Answer(showing: try loaded.entity(entity), in: network))
    }
}

struct ClaimsVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "claims",
        abstract: "The claims that name all of some entities; a negative one is the answer no.",
        discussion: "Example: entente claims Graphs/us-russia \"Steve Witkoff\" \"Abu Dhabi\""
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "Entities, by id, name or alias; none for all claims.") var entities: [String] = []
    @Flag(help: "One of the entities is enough.") var any = false
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        try output.write(Answer(try network.claims(naming: try loaded.entities(entities), any: any)))
    }
}

struct EgoVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ego",
        abstract: "The entities around one.",
        discussion: "Example: entente ego Graphs/us-russia \"Steve Witkoff\" --radius 2"
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "An entity, by id, name or alias.") var entity: String
    @Option(help: "The most hops from it.") var radius: Int = 1
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        try output.write(Answer(try network.ego(of: try loaded.entity(entity), radius: radius)))
    }
}

extension CentralityMeasure: ExpressibleByArgument {}

struct RankVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "Who is central.",
        discussion: """
            Actors are listed unless --kind names other kinds; the measure is taken on all ties of the view all the same.

            Example: entente rank Graphs/us-russia --by betweenness --top 5
            """
    )

    @OptionGroup var source: GraphArgument
    @Option(
        help:
            "The measure: degree, strength, betweenness, closeness, harmonic, eigenvector, pagerank, katz, hubs or authorities."
    )
    var by: CentralityMeasure = .degree
    @Option(help: "The most rows of a table; 0 for all.") var top: Int = 20
    @Flag(
        help:
            "Say between what bounds scores and ranks lie, whatever one believes of claims that are disputed or uncertain by date."
    )
    var intervals = false
    @Option(help: ArgumentHelp("The readings drawn for intervals that cannot be computed.", valueName: "n"))
    var samples: Int = 200
    @Option(help: ArgumentHelp("Where the random numbers of these readings start.", valueName: "n")) var seed:
        UInt64 = 1
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if top < 0 { throw ValidationError("--top must be 0 or more, not \(top)") }
        if samples < 2 || samples > 100_000 {
            throw ValidationError("--samples must be between 2 and 100000, not \(samples)")
        }
    }

    func run() async throws {
        let loaded = try source.load(output)
        var options = try view.view(of: loaded)
        // Here --kind says what is listed; who counts is not narrowed by it.
        let kinds = options.kinds ?? [.actor]
        options.kinds = kinds.allSatisfy(\.isVertexByDefault) ? nil : Set(EntityKind.allCases)
        let network = Network(loaded.graph, view: options)
        let ranking = try network.ranking(by: by, listing: kinds)
        let bounds = intervals ? try network.rankIntervals(of: ranking, samples: samples, seed: seed) : nil
        try output.write(Answer(ranking, intervals: bounds, limit: top > 0 ? top : nil))
    }
}

struct TimelineVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline",
        abstract: "What is claimed of some entities, or of all, in order of time.",
        discussion: "Example: entente timeline Graphs/us-russia Bolton Pompeo"
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "Entities, by id, name or alias; none for all.") var entities: [String] = []
    @Flag(help: "A table for each entity, and one for what has no date.") var lanes = false
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        let loaded = try source.load(output)
        let network = Network(loaded.graph, view: try view.view(of: loaded))
        try output.write(try Answer(timelineOf: try loaded.entities(entities), byLanes: lanes, in: network))
    }
}
