internal import EDTF

/// What differs between two states of what is known: two dates of one graph, or two versions of its files.
public struct GraphDiff: Sendable {
    /// A claim on one side or on both.
    public struct ClaimChange: Sendable {
        /// The claim before, by its place in the graph before; nil where it is new.
        public var before: Int?
        /// The claim after, by its place in the graph after; nil where it is gone.
        public var after: Int?
        /// What differs, by the keys of a claims file: `when`, `status`; and whether it became certain by date,
        /// or no longer is.
        public var fields: [String]
    }

    /// An answer that differs.
    public struct AnswerChange: Sendable, Hashable {
        /// The question: `path a b`, `rank by degree`, `component`.
        public var question: String
        /// The answer before, in words.
        public var before: String
        /// The answer after, in words.
        public var after: String
        /// The claims gained, lost or changed on which it hangs, by id; empty where no single ones are known.
        public var claims: [ClaimID]
    }

    /// The network before.
    public var old: Network
    /// The network after.
    public var new: Network
    /// Claims that count after and did not before, in the order of ids.
    public var added: [ClaimChange]
    /// Claims that counted before and do not after: a spell that ended, a claim withdrawn.
    public var ended: [ClaimChange]
    /// Claims that count on both sides and are not the same.
    public var changed: [ClaimChange]
    /// Claims that others stand against now and did not before.
    public var disputed: [ClaimChange]
    /// Entities and sources that are new, gone or changed, in words: only between versions.
    public var declarations: [String]
    /// The answers that differ.
    public var answers: [AnswerChange]
    /// Whether two versions are compared, and not two dates.
    public var isOfVersions: Bool
}

extension Network {
    /// What differs from this network to another one, of the same graph or of another version of it.
    ///
    /// Claims are the same if their ids are; of those left, where nobody wrote the id, if source, locator, relation and
    /// ends are.
    ///
    /// - Parameters:
    ///   - other: the network after.
    ///   - paths: pairs of ids whose connection is compared, beside what is always: who is in the largest component, and
    ///     the ten highest by degree.
    /// - Throws: `AnalysisError` where an entity is unknown on both sides.
    /// - Complexity: O(claims), and that of a search for each pair.
    public func difference(to other: Network, paths: [(from: String, to: String)] = [], ofVersions: Bool)
        throws(AnalysisError) -> GraphDiff
    {
        var diff = GraphDiff(
            old: self,
            new: other,
            added: [],
            ended: [],
            changed: [],
            disputed: [],
            declarations: ofVersions ? Self.declarations(graph, other.graph) : [],
            answers: [],
            isOfVersions: ofVersions
        )
        let (before, after) = (Set(counted), Set(other.counted))
        let grades = (claimGrades(), other.claimGrades())
        for (one, two) in Self.pairs(graph, other.graph) {
            let had = one.flatMap { before.contains($0) ? $0 : nil }
            let has = two.flatMap { after.contains($0) ? $0 : nil }
            switch (had, has) {
            case (nil, nil): continue
            case (nil, let place?):
                let fields = one.map { graph.claims[$0].differences(from: other.graph.claims[place]) } ?? []
                diff.added.append(.init(before: one, after: place, fields: fields))
            case (let place?, nil):
                let fields = two.map { graph.claims[place].differences(from: other.graph.claims[$0]) } ?? []
                diff.ended.append(.init(before: place, after: two, fields: fields))
            case (let old?, let new?):
                var fields = graph.claims[old].differences(from: other.graph.claims[new])
                if let was = grades.0[old]?.isCertain, let isNow = grades.1[new]?.isCertain, was != isNow {
                    fields.append(isNow ? "dates from possible to certain" : "dates from certain to possible")
                }
                if !fields.isEmpty { diff.changed.append(.init(before: old, after: new, fields: fields)) }
            }
            if let has, let grade = grades.1[has], grade.isDisputed,
                had.flatMap({ grades.0[$0]?.isDisputed }) != true
            {
                diff.disputed.append(.init(before: had, after: has, fields: []))
            }
        }
        diff.answers = try answers(against: other, paths: paths, diff)
        return diff
    }

    private struct Grade {
        var isCertain: Bool
        var isDisputed: Bool
    }

    /// The certainty by date, and whether anything stands against it, of each claim that ties.
    private func claimGrades() -> [Int: Grade] {
        var grades: [Int: Grade] = [:]
        for edge in edges {
            grades[edge.claim] = Grade(isCertain: edge.dates == .certain, isDisputed: edge.isDisputed)
        }
        return grades
    }

    /// The claims of two graphs side by side, in the order of ids: by id, then by what they say.
    private static func pairs(_ old: ClaimGraph, _ new: ClaimGraph) -> [(Int?, Int?)] {
        var pairs: [(Int?, Int?)] = []
        var unmatchedOld: [Int] = []
        var taken: Set<Int> = []
        for (place, claim) in old.claims.enumerated() {
            if let other = new.index(ofClaim: claim.id) {
                pairs.append((place, other))
                taken.insert(other)
            } else {
                unmatchedOld.append(place)
            }
        }
        var byContent: [String: [Int]] = [:]
        for place in new.claims.indices where !taken.contains(place) {
            byContent[key(new.claims[place]), default: []].append(place)
        }
        for place in unmatchedOld {
            let key = key(old.claims[place])
            if let other = byContent[key]?.first {
                byContent[key]?.removeFirst()
                taken.insert(other)
                pairs.append((place, other))
            } else {
                pairs.append((place, nil))
            }
        }
        for place in new.claims.indices where !taken.contains(place) { pairs.append((nil, place)) }
        func id(_ pair: (Int?, Int?)) -> ClaimID? {
            pair.0.map { old.claims[$0].id } ?? pair.1.map { new.claims[$0].id }
        }
        return pairs.sorted { a, b in
            guard let one = id(a), let other = id(b) else { return false }
            return one < other
        }
    }

    private static func key(_ claim: Claim) -> String {
        let fact = Fact(claim)
        return ([claim.source, claim.locator ?? "", fact.relation] + fact.ends).joined(separator: "\u{1F}")
    }

    /// Entities and sources that differ, in the order of ids.
    private static func declarations(_ old: ClaimGraph, _ new: ClaimGraph) -> [String] {
        func compare<Thing: Identifiable>(
            _ what: String,
            _ some: [Thing],
            _ others: [Thing],
            _ name: (Thing) -> String,
            _ differences: (Thing, Thing) -> [String]
        ) -> [String] where Thing.ID == String {
            let before = Dictionary(some.map { ($0.id, $0) }) { first, _ in first }
            let after = Dictionary(others.map { ($0.id, $0) }) { first, _ in first }
            return Set(before.keys).union(after.keys).sorted().compactMap { id in
                switch (before[id], after[id]) {
                case (nil, let thing?): return "new \(what) \(id) (\(name(thing)))"
                case (let thing?, nil): return "\(what) \(id) (\(name(thing))) is gone"
                case (let one?, let two?):
                    let fields = differences(one, two)
                    return fields.isEmpty ? nil : "\(what) \(id): \(fields.joined(separator: ", ")) changed"
                case (nil, nil): return nil
                }
            }
        }
        let entities = compare("entity", old.entities, new.entities, \.name) { $0.differences(from: $1) }
        let sources = compare("source", old.sources, new.sources, \.title) { $0.differences(from: $1) }
        return entities + sources
    }
}
