internal import ArgumentParser
internal import Entente
internal import EntenteFormats

/// The graph that a verb works on.
struct GraphArgument: ParsableArguments {
    @Argument(help: "A folder of claims files, or one file in YAML or JSON.", completion: .file())
    var graph: String

    /// Reads the graph, without its confidential parts unless they are asked for.
    func load(_ output: OutputOptions) throws -> LoadedGraph {
        let result = GraphReader.read(graph)
        guard let read = result.graph else { throw GraphDataError(result.problems) }
        return LoadedGraph(output.includeConfidential ? read : read.withoutConfidentialParts())
    }
}

/// A graph with the names of its entities at hand.
struct LoadedGraph {
    let graph: ClaimGraph
    private let names: NameIndex

    init(_ graph: ClaimGraph) {
        self.graph = graph
        names = NameIndex(graph)
    }

    /// The id of the entity that goes by a name.
    func entity(_ name: String) throws -> String {
        switch names.find(name) {
        case .found(let id): return id
        case .ambiguous(let ids):
            let candidates = ids.compactMap { id in
                graph.entity(id).map { "\(id) (\($0.kind.rawValue) \($0.name))" }
            }
            throw Refusal(
                "\"\(name)\" may be any of \(ids.count) entities",
                hint: "name one by its id: \(candidates.joined(separator: ", "))"
            )
        case .unknown(let suggestion):
            throw Refusal(
                "no entity goes by \"\(name)\"",
                hint: suggestion.map { "did you mean \"\($0)\"?" }
                    ?? "entente rank GRAPH --top 0 lists the actors; add --kind for others"
            )
        }
    }

    func entities(_ names: [String]) throws -> [String] { try names.map(entity) }

    /// The ids named by one value of an option: a name as it is, or several with commas between.
    func entities(inOption value: String) throws -> [String] {
        if case .found(let id) = names.find(value) { return [id] }
        let parts = value.split(separator: ",").map { $0.trimmingBlanks }
        return parts.count > 1 ? try entities(parts) : [try entity(value)]
    }
}

extension Substring {
    var trimmingBlanks: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
