/// The relations that a graph's claims may state: the built-in ones and the graph's own.
public struct Vocabulary: Sendable, Hashable {
    private var relationsByID: [String: Relation]

    /// The built-in relations.
    public static let builtIn = Vocabulary(BuiltInRelations.all)

    /// Makes a vocabulary of relations; of two with one id the first counts.
    public init(_ relations: [Relation]) {
        relationsByID = Dictionary(relations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// All relations, by family and id.
    public var relations: [Relation] {
        relationsByID.values.sorted { ($0.family, $0.id) < ($1.family, $1.id) }
    }

    /// The relation with an id, or nil where there is none.
    public subscript(id: String) -> Relation? { relationsByID[id] }

    /// Adds a relation, or replaces the one with the same id.
    public mutating func add(_ relation: Relation) {
        relationsByID[relation.id] = relation
    }

    /// Whether a relation is another one or, through `broader`, a special case of it.
    public func isA(_ id: String, _ ancestor: String) -> Bool {
        var current: String? = id
        var steps = 0
        while let here = current, steps <= relationsByID.count {
            if here == ancestor { return true }
            current = relationsByID[here]?.broader
            steps += 1
        }
        return false
    }

    /// The ids of the relations that are a given one or a special case of it, sorted.
    public func narrower(than id: String) -> [String] {
        relationsByID.keys.filter { isA($0, id) }.sorted()
    }
}
