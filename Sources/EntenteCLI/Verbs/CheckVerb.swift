internal import ArgumentParser
internal import Entente
internal import EntenteFormats

struct CheckVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "What is wrong with a graph, and what is worth a look.",
        discussion: """
            Errors are shown with the place, the line and a hint; possible duplicates, dates that look like \
            placeholders and entities that no claim names are warnings and notes.

            Example: entente check Graphs/us-russia --strict
            """
    )

    @Argument(help: "A folder of claims files, or one file in YAML or JSON.", completion: .file())
    var graph: String
    @Flag(help: "Take warnings for errors.") var strict = false
    @Flag(help: "Write an id into each claim that has none, and change no other byte.") var assignIds = false
    @OptionGroup(title: "Output") var output: OutputOptions

    func run() async throws {
        if assignIds {
            for (file, edits) in try IDAssigner.assign(inGraphAt: graph) {
                Output.standardError("\(file): \(edits.count == 1 ? "1 id" : "\(edits.count) ids") written\n")
            }
        }
        let result = GraphReader.read(graph)
        try output.write(
            Answer(checking: result.problems, graph: result.graph, name: graph, isStrict: strict)
        )
    }
}
