internal import EDTF

/// The sources that an answer cites, numbered in the order of their first citation.
public struct SourceList: Sendable {
    private let graph: ClaimGraph
    /// The ids of the sources cited; the first has number 1.
    public private(set) var cited: [String] = []
    private var numbers: [String: Int] = [:]

    /// A list that cites nothing yet.
    public init(_ graph: ClaimGraph) {
        self.graph = graph
    }

    /// The number of a claim's source, given now if it has none yet.
    public mutating func number(for claim: Claim) -> Int {
        if let number = numbers[claim.source] { return number }
        cited.append(claim.source)
        numbers[claim.source] = cited.count
        return cited.count
    }

    /// A reference to where a claim stands: `[2 §Timeline ¶8]`.
    public mutating func citation(_ claim: Claim) -> String {
        let number = number(for: claim)
        return claim.locator.map { "[\(number) \($0)]" } ?? "[\(number)]"
    }

    /// References to where several claims stand: `[1,3]`.
    public mutating func numbers(for claims: some Sequence<Claim>) -> String {
        var found: Set<Int> = []
        for claim in claims { found.insert(number(for: claim)) }
        return "[" + found.sorted().map(String.init).joined(separator: ",") + "]"
    }

    /// Title, publisher and date of each source cited, in the order of their numbers.
    public var lines: [(number: Int, text: String, url: String?)] {
        cited.enumerated().map { index, id in
            guard let source = graph.source(id) else { return (index + 1, id, nil) }
            return (index + 1, Self.line(for: source), source.isConfidential ? nil : source.url)
        }
    }

    static func line(for source: Source) -> String {
        var parts = [source.title]
        if let publisher = source.publisher, publisher != source.title { parts.append(publisher) }
        parts.append(source.published?.words ?? (source.isConfidential ? "" : "undated"))
        return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }

    var json: JSONValue {
        .array(
            cited.enumerated().map { index, id in
                let source = graph.source(id)
                return .object([
                    "number": .integer(index + 1), "id": .string(id), "title": .optional(source?.title),
                    "publisher": .optional(source?.publisher),
                    "published": .optional(source?.published?.description), "url": .optional(source?.url),
                ])
            }
        )
    }
}
