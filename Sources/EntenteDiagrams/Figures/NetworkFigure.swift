internal import EDTF
public import Entente

/// What of a network is drawn.
public enum FigureSelection: Sendable, Hashable {
    /// The entities with the most ties, at most so many.
    case mostConnected(Int)
    /// Those within some hops of an entity.
    case ego(String, radius: Int)
    /// The shortest paths between two entities, and nothing else.
    case path(String, String, limit: Int)
}

/// A figure of a network: which entities and ties it shows, and what it says of itself.
public struct NetworkFigure: Sendable {
    /// The most entities drawn where a selection does not say: what leaves room for words and dates on the lines of a
    /// page, even where the most connected are all tied to one another.
    public static let usualCount = 12

    /// The network that is drawn from.
    public let network: Network
    /// What of it is drawn.
    public let selection: FigureSelection
    /// The headline; nil for one made from the selection.
    public var title: String?
    /// The line below it; nil for one made from the selection.
    public var subtitle: String?
    /// The entities set apart from the rest.
    public var highlight: Set<String> = []

    /// Makes a figure of a part of a network.
    public init(_ network: Network, selection: FigureSelection = .mostConnected(usualCount)) {
        self.network = network
        self.selection = selection
    }

    /// The figure as a diagram, ready to be laid out.
    ///
    /// - Throws: `DiagramError` with `.emptySelection` where nothing is to be drawn, or where an entity is unknown.
    public func diagram() throws(DiagramError) -> Diagram {
        let content = try content()
        guard !content.vertices.isEmpty else {
            throw DiagramError(
                .emptySelection,
                "there is nothing to draw: no claim of the view ties two entities"
            )
        }
        var sources = SourceList(network.graph)
        let emphasised = content.emphasised
        let nodes = content.vertices.map { vertex in
            let entity = network.entity(vertex)
            return Diagram.Node(
                id: entity.id,
                label: entity.name,
                kind: entity.kind,
                emphasis: emphasised.contains(vertex) ? .strong : .normal,
                tooltip: tooltip(for: entity)
            )
        }
        var links: [Diagram.Link] = []
        var drawn: Set<Int> = []
        for summary in network.summaries(of: content.ties) {
            links.append(link(summary, sources: &sources))
            drawn.formUnion(summary.claims)
        }
        return try Diagram(
            title: title ?? content.title,
            subtitle: subtitle ?? content.subtitle,
            asOf: viewLine,
            nodes: nodes,
            links: links,
            sources: sources.lines.map { line in
                Diagram.Source(number: line.number, text: line.text, url: line.url.flatMap { WebLink($0) })
            },
            notes: notes(drawnClaims: drawn.count, content),
            highlight: highlight
        )
    }

    // MARK: Parts

    private func tooltip(for entity: Entity) -> String {
        var text = "\(entity.name) (\(entity.kind.rawValue))"
        if !entity.aliases.isEmpty { text += ", also " + entity.aliases.joined(separator: ", ") }
        return text
    }

    private func link(_ summary: TieSummary, sources: inout SourceList) -> Diagram.Link {
        let claims = summary.claims.map { network.graph.claims[$0] }
        let numbers = Set(claims.map { sources.number(for: $0) }).sorted()
        let (from, to) = (network.entity(summary.from).id, network.entity(summary.to).id)
        let sentences = network.sentences(for: summary.claims, sources: &sources)
        let doubt =
            summary.disputed > 0 ? ["\(summary.disputed) of \(summary.claims.count) claims disputed"] : []
        return Diagram.Link(
            id: "\(from) \(summary.relation) \(to)",
            from: from,
            to: to,
            family: summary.family,
            isDirected: summary.isDirected && summary.part != .venue,
            label: Self.label(summary),
            relation: summary.relation,
            dates: summary.dates,
            sources: numbers,
            support: Diagram.Support(summary.support.strength),
            isDisputed: summary.support.isDisputed,
            multiplicity: summary.multiplicity,
            tooltip: (doubt + sentences).joined(separator: "\n")
        )
    }

    /// "met (+47 more)", "2000–2025": what leads, how much else there is between the two, and when. That somebody was at a
    /// place or took part in a happening is told by the line's class, so the date alone is written.
    private static func label(_ summary: TieSummary) -> [String] {
        let more = summary.others > 0 ? " (+\(summary.others) more)" : ""
        let isPresence = summary.part == .venue || summary.part == .event
        var lines: [String] = []
        if !isPresence || summary.dates == nil || summary.support.modality == .denied {
            lines.append((summary.support.modality == .denied ? "denied: " : "") + summary.reading + more)
        }
        if let dates = summary.dates { lines.append(dates + (lines.isEmpty ? more : "")) }
        if summary.certainty == .possible { lines.append("possible by date") }
        return lines
    }

    private var viewLine: String? {
        let parts = network.view.parts()
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    private func notes(drawnClaims: Int, _ content: FigureContent) -> [String] {
        let graph = network.graph
        var text =
            "\(content.vertices.count) of \(graph.entities.count) entities, \(drawnClaims) of \(graph.claims.count) claims drawn"
        if let left = network.excluded.text { text += "; not counted: \(left)" }
        return [text] + content.notes
    }
}

extension Diagram.Support {
    init(_ strength: Support.Strength) {
        switch strength {
        case .stated: self = .stated
        case .attributed: self = .attributed
        case .alleged: self = .alleged
        }
    }
}
