/// What a figure shows: nodes, links, numbered sources and the lines around them; no positions yet.
///
/// A diagram knows nothing of claims and views: whoever makes one has already chosen and merged what is drawn. It is
/// checked once, when it is made, so that everything behind it can rely on its ids.
///
/// ```swift
/// let diagram = try Diagram(
///     title: "Two presidents",
///     nodes: [
///         Diagram.Node(id: "trump", label: "Donald Trump", kind: .person),
///         Diagram.Node(id: "putin", label: "Vladimir Putin", kind: .person),
///     ],
///     links: [
///         Diagram.Link(id: "e1", from: "trump", to: "putin", family: .contact, label: ["met", "2018-07-16"], sources: [1])
///     ],
///     sources: [Diagram.Source(number: 1, text: "Guide to the relationship, 2026")]
/// )
/// ```
///
/// *Conventions*: the order of nodes, links and sources has no meaning and does not reach the figure; links may be
/// parallel or loops; all text may come from anywhere and is cleaned where it is written.
public struct Diagram: Sendable, Hashable {
    /// The headline, if any.
    public let title: String?
    /// A line below the headline.
    public let subtitle: String?
    /// The line that says for which date the figure holds: "as of 2018-07-16, known by 2026-02".
    public let asOf: String?
    /// The nodes, by kind and then by id.
    public let nodes: [Node]
    /// The links, by their ends and then by id.
    public let links: [Link]
    /// The sources, by number.
    public let sources: [Source]
    /// Lines for the foot: what was left out and why.
    public let notes: [String]
    /// Ids of nodes and links to bring forward; where there is one, everything else steps back.
    public let highlight: Set<String>

    /// The most nodes that a figure may have.
    public static let largestNodeCount = 3000
    /// The most links that a figure may have.
    public static let largestLinkCount = 12_000

    /// Checks and sorts the parts of a figure.
    ///
    /// - Throws: ``DiagramError`` with `duplicateID`, `unknownEnd`, `unknownSource`, `unknownHighlight`,
    ///   `invalidValue` (an empty id, a multiplicity below one, an unsourced link with sources) or `tooLarge`.
    public init(
        title: String? = nil,
        subtitle: String? = nil,
        asOf: String? = nil,
        nodes: [Node],
        links: [Link] = [],
        sources: [Source] = [],
        notes: [String] = [],
        highlight: Set<String> = []
    ) throws(DiagramError) {
        guard nodes.count <= Self.largestNodeCount, links.count <= Self.largestLinkCount else {
            throw DiagramError(
                .tooLarge,
                "\(nodes.count) nodes and \(links.count) links cannot be drawn legibly: at most "
                    + "\(Self.largestNodeCount) and \(Self.largestLinkCount); cut the graph or export it as data"
            )
        }
        self.title = title
        self.subtitle = subtitle
        self.asOf = asOf
        self.nodes = nodes.sorted { ($0.kind, $0.id) < ($1.kind, $1.id) }
        self.links = links.sorted { ($0.from, $0.to, $0.id) < ($1.from, $1.to, $1.id) }
        self.sources = sources.sorted { $0.number < $1.number }
        self.notes = notes
        self.highlight = highlight
        try checkIDs()
        let numbers = Set(sources.map(\.number))
        for link in self.links { try Self.check(link, citing: numbers) }
    }
}

extension Diagram {
    private func checkIDs() throws(DiagramError) {
        var seen: Set<String> = []
        for node in nodes {
            guard !node.id.isEmpty else { throw DiagramError(.invalidValue, "a node has an empty id") }
            guard seen.insert(node.id).inserted else {
                throw DiagramError(.duplicateID, "two nodes have the id \"\(node.id)\"")
            }
        }
        var seenLinks: Set<String> = []
        for link in links {
            guard !link.id.isEmpty else { throw DiagramError(.invalidValue, "a link has an empty id") }
            guard seenLinks.insert(link.id).inserted else {
                throw DiagramError(.duplicateID, "two links have the id \"\(link.id)\"")
            }
            for end in [link.from, link.to] where !seen.contains(end) {
                throw DiagramError(.unknownEnd, "link \"\(link.id)\" ends at \"\(end)\", which is no node")
            }
        }
        for (left, right) in zip(sources, sources.dropFirst()) where left.number == right.number {
            throw DiagramError(.duplicateID, "two sources have the number \(left.number)")
        }
        for id in highlight.sorted() where !seen.contains(id) && !seenLinks.contains(id) {
            throw DiagramError(
                .unknownHighlight,
                "\"\(id)\" is to be highlighted, but is neither a node nor a link"
            )
        }
    }

    private static func check(_ link: Link, citing numbers: Set<Int>) throws(DiagramError) {
        guard link.multiplicity >= 1 else {
            throw DiagramError(.invalidValue, "link \"\(link.id)\" stands for \(link.multiplicity) ties")
        }
        guard !(link.isUnsourced && !link.sources.isEmpty) else {
            throw DiagramError(.invalidValue, "link \"\(link.id)\" is called unsourced and cites sources")
        }
        for number in link.sources where !numbers.contains(number) {
            throw DiagramError(
                .unknownSource,
                "link \"\(link.id)\" cites source \(number), which is not listed"
            )
        }
    }
}
