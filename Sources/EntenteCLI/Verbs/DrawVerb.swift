public import ArgumentParser
internal import Entente
internal import EntenteDiagrams
internal import EntenteFormats
internal import Foundation

extension DiagramTheme: ExpressibleByArgument {}
extension LayoutEngine: ExpressibleByArgument {}

/// The views that a graph can be drawn in.
enum DrawingView: String, CaseIterable, ExpressibleByArgument {
    case network
    case ego
    case path
}

struct DrawVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draw",
        abstract: "A figure of a graph, or of a part of it.",
        discussion: """
            The form follows the name of the output: .svg or .dot. Without --ego or --path the most connected \
            entities are drawn, as many as fit a page; --top says how many.

            Examples:
              entente draw Graphs/us-russia -o network.svg
              entente draw Graphs/us-russia --ego "New START" -o new-start.svg
              entente draw Graphs/us-russia --path Galeotti Zelenskyy -o path.svg
            """
    )

    @OptionGroup var source: GraphArgument
    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"),
        completion: .file()
    )
    var out: String
    @Option(help: "The form, svg or dot, where the name does not tell it.") var to: String?
    @Option(help: "The view: network, ego or path.") var view: DrawingView?
    @Option(help: ArgumentHelp("Draw what is around an entity.", valueName: "name")) var ego: String?
    @Option(help: "With --ego: the most hops from it; 1 unless said.") var radius: Int?
    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Draw the shortest paths between two entities.", valueName: "name name")
    )
    var path: [String] = []
    @Option(help: "The number of most connected entities drawn; \(NetworkFigure.usualCount) unless said.")
    var top: Int?
    @Option(
        help: ArgumentHelp(
            "The engine: automatic, dot, neato, fdp, sfdp, circo, twopi or own.",
            valueName: "engine"
        )
    )
    var layout: LayoutEngine = .automatic
    @Option(help: "The theme: light, dark, auto or print.") var theme: DiagramTheme = .light
    @Option(help: "The headline.") var title: String?
    @Option(help: "The line under the headline.") var subtitle: String?
    @Option(help: ArgumentHelp("Set an entity apart; the others turn grey.", valueName: "name"))
    var highlight: [String] = []
    @Option(help: "The prefix of ids, where one figure is embedded twice in a page.") var idPrefix: String?
    @Flag(help: "Let the figure take the width of the page that it is embedded in.") var responsive = false
    @Option(help: "Write measures of the figure to standard output: json.") var metrics: String?
    @OptionGroup(title: "What counts") var viewOptions: ViewOptions
    @Flag(help: "Write confidential sources, locators, quotations and speakers too.")
    var includeConfidential = false

    func validate() throws {
        if !path.isEmpty, path.count != 2 {
            throw ValidationError("--path takes two names, not \(path.count)")
        }
        if !path.isEmpty, ego != nil { throw ValidationError("--path and --ego exclude each other") }
        for (name, value) in [("radius", radius), ("top", top)] {
            if let value, value < 1 { throw ValidationError("--\(name) must be 1 or more, not \(value)") }
        }
        if radius != nil, ego == nil { throw ValidationError("--radius needs --ego NAME") }
        if top != nil, ego != nil || !path.isEmpty {
            throw ValidationError("--top chooses the most connected and excludes --ego and --path")
        }
        if view == .ego, ego == nil { throw ValidationError("--view ego needs --ego NAME") }
        if view == .path, path.isEmpty { throw ValidationError("--view path needs --path NAME NAME") }
        if view == .network, ego != nil || !path.isEmpty {
            throw ValidationError("--view network excludes --ego and --path")
        }
        if let metrics, metrics != "json" { throw ValidationError("--metrics takes json, not \(metrics)") }
        if metrics != nil, out == "-" {
            throw ValidationError("--metrics needs the figure in a file, not in standard output")
        }
    }

    func run() async throws {
        let form = try FigureForm(output: out, asked: to)
        var output = OutputOptions()
        output.includeConfidential = includeConfidential
        let loaded = try source.load(output)
        var figure = NetworkFigure(
            Network(loaded.graph, view: try viewOptions.view(of: loaded)),
            selection: try selection(loaded)
        )
        figure.title = title
        figure.subtitle = subtitle
        figure.highlight = Set(try highlight.flatMap { try loaded.entities(inOption: $0) })
        let diagram = try figure.diagram()
        let text: String
        switch form {
        case .dot:
            text = diagram.dot()
            if metrics != nil { throw Refusal("measures are taken of an SVG figure: DOT has no positions") }
        case .svg:
            let drawing = try await diagram.drawing(LayoutOptions(engine: layout))
            text = drawing.svg(SVGOptions(theme: theme, idPrefix: idPrefix, isResponsive: responsive))
            for warning in drawing.warnings { Output.standardError("warning: \(warning)\n") }
            if metrics != nil { try Output.write(drawing.metrics.json.text + "\n") }
        }
        if out == "-" {
            try Output.write(text)
        } else {
            try AtomicFile.write(text, to: out)
        }
    }

    private func selection(_ loaded: LoadedGraph) throws -> FigureSelection {
        if let ego { return .ego(try loaded.entity(ego), radius: radius ?? 1) }
        if path.count == 2 { return .path(try loaded.entity(path[0]), try loaded.entity(path[1]), limit: 12) }
        return .mostConnected(top ?? NetworkFigure.usualCount)
    }
}

/// The forms of a figure's file.
enum FigureForm: String, CaseIterable {
    case svg
    case dot

    /// The form asked for, else the one that the output's name tells.
    init(output: String, asked: String?) throws {
        let name = asked ?? (output as NSString).pathExtension.lowercased()
        let names = Self.allCases.map(\.rawValue).joined(separator: " or ")
        guard let form = Self(rawValue: name == "gv" ? "dot" : name) else {
            throw Refusal(
                asked != nil
                    ? "--to does not know \"\(name)\""
                    : "the name \"\(output)\" does not tell the form of the figure",
                hint: "it may be \(names): name the file so, or use --to"
            )
        }
        self = form
    }
}
