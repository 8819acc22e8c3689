internal import ArgumentParser
internal import Entente
internal import EntenteDiagrams
internal import EntenteFormats
internal import Foundation

struct ConvertVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Writes a graph in another form.",
        discussion: """
            YAML and JSON hold all of a graph and read back the same; DOT holds its ties for Graphviz and names on \
            standard error what it cannot hold.

            Example: entente convert Graphs/us-russia us-russia.json
            """
    )

    @OptionGroup var source: GraphArgument
    @Argument(help: "The file to write; - for standard output.", completion: .file()) var out: String
    @Option(help: "The form, yaml, json or dot, where the name does not tell it.") var to: String?
    @OptionGroup(title: "What counts") var view: ViewOptions
    @Flag(help: "Write confidential sources, locators, quotations and speakers too.")
    var includeConfidential = false

    private enum Form: String, CaseIterable {
        case yaml
        case json
        case dot

        init(output: String, asked: String?) throws {
            let name = asked ?? (output as NSString).pathExtension.lowercased()
            let synonyms = ["yml": "yaml", "gv": "dot"]
            guard let form = Self(rawValue: synonyms[name] ?? name) else {
                throw Refusal(
                    asked != nil
                        ? "--to does not know \"\(name)\""
                        : "the name \"\(output)\" does not tell the form to write",
                    hint:
                        "it may be \(Self.allCases.map(\.rawValue).joined(separator: ", ")): name the file so, or use --to"
                )
            }
            self = form
        }
    }

    func run() async throws {
        let form = try Form(output: out, asked: to)
        var output = OutputOptions()
        output.includeConfidential = includeConfidential
        let loaded = try source.load(output)
        let asked = try view.view(of: loaded)
        if form != .dot, asked != View() {
            throw Refusal(
                "a view cannot be converted to \(form.rawValue), which holds a graph with all its claims",
                hint: "leave the options of the view out, or write DOT"
            )
        }
        let text: String
        switch form {
        case .yaml: text = try ClaimsYAMLWriter.text(of: loaded.graph)
        case .json: text = try ClaimsJSONWriter.text(of: loaded.graph)
        case .dot:
            let network = Network(loaded.graph, view: asked)
            text = try NetworkFigure(network, selection: .mostConnected(.max)).diagram().dot()
            let lost = network.excluded.text.map { "; claims not counted by the view: \($0)" } ?? ""
            Output.standardError(
                "note: DOT holds one line for each pair that is tied, with dates and source numbers; it does not hold claims, quotations, locators, voices and views\(lost)\n"
            )
        }
        if out == "-" {
            try Output.write(text)
        } else {
            try AtomicFile.write(text, to: out)
        }
    }
}
