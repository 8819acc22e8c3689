internal import Foundation

/// Finds entities by what people call them.
///
/// Names and aliases are compared without case and diacritics, exactly otherwise. An id beats a name and a name
/// beats an alias, so that Moscow is the city even where a state has it as alias.
public struct NameIndex: Sendable {
    /// What a name led to.
    public enum Result: Sendable, Hashable {
        case found(String)
        /// Several entities go by this name: their ids, sorted.
        case ambiguous([String])
        /// None does; the nearest name known, if one is near.
        case unknown(suggestion: String?)
    }

    private let graph: ClaimGraph
    private let names: [String: [Int]]
    private let aliases: [String: [Int]]

    /// Complexity: O(number of names).
    public init(_ graph: ClaimGraph) {
        self.graph = graph
        var names: [String: [Int]] = [:]
        var aliases: [String: [Int]] = [:]
        for (index, entity) in graph.entities.enumerated() {
            names[Self.fold(entity.name), default: []].append(index)
            for alias in Set(entity.aliases.map(Self.fold)).sorted() {
                aliases[alias, default: []].append(index)
            }
        }
        self.names = names
        self.aliases = aliases
    }

    /// The entity that goes by an id, name or alias.
    ///
    /// Complexity: O(length of the name); where nobody goes by it, O(number of names) for the suggestion.
    public func find(_ name: String) -> Result {
        if graph.entity(name) != nil { return .found(name) }
        let folded = Self.fold(name)
        for table in [names, aliases] {
            guard let indices = table[folded] else { continue }
            let ids = indices.map { graph.entities[$0].id }
            return ids.count == 1 ? .found(ids[0]) : .ambiguous(ids)
        }
        if graph.entity(folded) != nil { return .found(folded) }
        let known = graph.entities.flatMap { [$0.id, $0.name] + $0.aliases }
        let writtenAs = Dictionary(known.map { (Self.fold($0), $0) }, uniquingKeysWith: min)
        let near =
            Suggestion.nearest(to: folded, among: writtenAs.keys)
            ?? Self.shortest(containing: folded, among: writtenAs.keys)
        return .unknown(suggestion: near.flatMap { writtenAs[$0] })
    }

    /// The shortest name that has all words of another, the first in order among equals: "carlson" is part of
    /// "tucker carlson".
    private static func shortest(containing words: String, among names: some Sequence<String>) -> String? {
        let wanted = words.split(separator: " ")
        guard !wanted.isEmpty else { return nil }
        return names.filter { name in
            let own = Set(name.split { !($0.isLetter || $0.isNumber) })
            return wanted.allSatisfy(own.contains)
        }.min { ($0.count, $0) < ($1.count, $1) }
    }

    /// A name without case and diacritics, with runs of blanks made one.
    static func fold(_ name: String) -> String {
        let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
