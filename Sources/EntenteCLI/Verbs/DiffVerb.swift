internal import ArgumentParser
internal import EDTF
internal import Entente
internal import EntenteFormats

struct DiffVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two dates of a graph, or between two versions of its files.",
        discussion: """
            With --from and --to a graph is compared with itself: what holds, and has happened, by each date. With two \
            graphs, claims are matched by id, then by source, locator, relation and ends.

            Example: entente diff Graphs/us-russia --from 2018-06-28 --to 2018-12-31
            Example: entente diff old-graph new-graph --path "Trump,Putin"
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "The later version, to compare two.") var other: String?
    @Option(help: ArgumentHelp("The earlier date.", valueName: "date")) var from: String?
    @Option(help: ArgumentHelp("The later date.", valueName: "date")) var to: String?
    @Option(
        help: ArgumentHelp(
            "Compare also how two are connected, named with a comma between.",
            valueName: "A,B"
        )
    )
    var path: [String] = []
    @OptionGroup(title: "What counts") var view: ViewOptions
    @OptionGroup(title: "Output") var output: OutputOptions

    func validate() throws {
        if other == nil, from == nil || to == nil {
            throw ValidationError("diff takes two graphs, or one graph with --from and --to")
        }
        if other != nil, from != nil || to != nil {
            throw ValidationError("--from and --to compare two dates of one graph; two graphs were named")
        }
    }

    func run() async throws {
        let loaded = try source.load(output)
        let view = try self.view.view(of: loaded)
        let pairs = try path.map { text -> (from: String, to: String) in
            let ids = try loaded.entities(inOption: text)
            guard ids.count == 2, ids[0] != ids[1] else {
                throw Refusal(
                    "--path \(text) does not name two entities",
                    hint: "write them with a comma between"
                )
            }
            return (ids[0], ids[1])
        }
        if let other {
            let result = GraphReader.read(other)
            guard let read = result.graph else { throw GraphDataError(result.problems) }
            let later = output.includeConfidential ? read : read.withoutConfidentialParts()
            let diff = try Network(loaded.graph, view: view).difference(
                to: Network(later, view: view),
                paths: pairs,
                ofVersions: true
            )
            try output.write(Answer(diff))
            return
        }
        guard view.period == .all else {
            throw Refusal("two dates are compared with --from and --to, not with a period of the view")
        }
        var views = (view, view)
        views.0.period = .asOf(try ViewOptions.date(from ?? "", option: "from"))
        views.1.period = .asOf(try ViewOptions.date(to ?? "", option: "to"))
        let diff = try Network(loaded.graph, view: views.0).difference(
            to: Network(loaded.graph, view: views.1),
            paths: pairs,
            ofVersions: false
        )
        try output.write(Answer(diff))
    }
}
