internal import Entente

/// The sentences by which a figure is described to those who do not see it.
enum FigureProse {
    /// "12 actors, 3 treaties; 31 links; most connected: Poland (7), … "
    static func description(of diagram: Diagram) -> String {
        guard !diagram.nodes.isEmpty else { return "An empty diagram." }
        var counts: [String] = []
        for kind in EntityKind.allCases {
            let count = diagram.nodes.count { $0.kind == kind }
            if count > 0 { counts.append("\(count) \(count == 1 ? kind.rawValue : kind.plural)") }
        }
        var sentences = ["A network of \(list(counts)) with \(counted(diagram.links.count, "link"))."]
        var degrees: [String: Int] = [:]
        for link in diagram.links {
            degrees[link.from, default: 0] += 1
            if link.to != link.from { degrees[link.to, default: 0] += 1 }
        }
        let leaders = diagram.nodes.filter { (degrees[$0.id] ?? 0) > 1 }
            .sorted { (-(degrees[$0.id] ?? 0), $0.id) < (-(degrees[$1.id] ?? 0), $1.id) }
            .prefix(3).map {
                "\(SafeText.line($0.label, limit: 60)) (\(counted(degrees[$0.id] ?? 0, "link")))"
            }
        if !leaders.isEmpty { sentences.append("Most connected: \(leaders.joined(separator: ", ")).") }
        var states: [String] = []
        let disputed = diagram.links.count { $0.isDisputed }
        let ended = diagram.links.count { $0.isEnded }
        let alleged = diagram.links.count { $0.support == .alleged }
        if disputed > 0 { states.append("\(disputed) disputed") }
        if alleged > 0 { states.append("\(alleged) alleged, opinion or planned") }
        if ended > 0 { states.append("\(ended) ended") }
        if !states.isEmpty { sentences.append("Of the links, \(list(states)).") }
        if !diagram.sources.isEmpty {
            sentences.append("\(counted(diagram.sources.count, "source")) listed.")
        }
        if let asOf = diagram.asOf { sentences.append(SafeText.line(asOf, limit: 200) + ".") }
        return sentences.joined(separator: " ")
    }

    /// "Poland — ratified 2002-12-13 — Kyoto Protocol [3]".
    static func title(of link: Diagram.Link, from: String, to: String) -> String {
        let words = DrawingPlan.words(of: link).joined(separator: " ")
        let marks = link.isUnsourced ? "no source" : sourceList(link)
        let middle = words.isEmpty ? LineClass.name(of: link.family) : words
        var text = "\(from) \(link.isDirected ? "→" : "—") \(middle) \(link.isDirected ? "→" : "—") \(to)"
        if !marks.isEmpty { text += " [\(marks)]" }
        var states: [String] = []
        if link.isDisputed { states.append("disputed") }
        if link.isEnded { states.append("ended") }
        if !states.isEmpty { text += " (\(states.joined(separator: ", ")))" }
        if let tooltip = link.tooltip { text += "; " + SafeText.line(tooltip) }
        return SafeText.line(text)
    }

    static func sourceList(_ link: Diagram.Link) -> String {
        var seen: Set<Int> = []
        return link.sources.sorted().filter { seen.insert($0).inserted }.map(String.init).joined(
            separator: ","
        )
    }

    private static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    private static func list(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    }
}
