internal import ArgumentParser

/// The command `entente`: one verb for each question.
@main
struct EntenteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entente",
        abstract: "Who deals with whom, when, according to whom and how surely.",
        discussion: """
            GRAPH is a folder of claims files, or one file in YAML or JSON. Entities are named by id, name or alias.

            Examples:
              entente check Graphs/us-russia
              entente path Graphs/us-russia "Mark Galeotti" Zelenskyy
              entente rank Graphs/us-russia --by betweenness --top 5
              entente draw Graphs/us-russia --ego "New START" -o new-start.svg

            Exit status: 0 done, 1 the answer is no, 2 bad data or question, 64 wrong usage.
            """,
        version: Version.text,
        subcommands: [
            CheckVerb.self, ShowVerb.self, ClaimsVerb.self, PathVerb.self, WhyVerb.self, EgoVerb.self,
            RankVerb.self,
            TimelineVerb.self, StatusVerb.self, ConflictsVerb.self, SeriesVerb.self, HistoryVerb.self,
            DiffVerb.self, BalanceVerb.self, CommunitiesVerb.self,
            DrawVerb.self, ConvertVerb.self, DateVerb.self,
            SchemaVerb.self,
        ]
    )

    static func main() async {
        await Ending.run(Self.self, arguments: nil)
    }
}

/// The version of the command and its library.
enum Version {
    static let text = "0.1.0"
}
