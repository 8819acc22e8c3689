public import EDTF
internal import GraphKernel

/// When two were first and last in touch, and how long they were not, as far as claims tell.
public struct TieHistory: Sendable, Hashable {
    /// A time in which no dated claim can lie.
    public struct Gap: Sendable, Hashable {
        /// Its first to its last second.
        public var range: ClosedRange<Int64>
        /// Its length in days.
        public var days: Int64 { (range.upperBound - range.lowerBound) / CivilCalendar.secondsPerDay + 1 }
    }

    /// The two, by id.
    public var entities: [String]
    /// The dated claims that tie them, by their places in the graph, in order of time.
    public var dated: [Int]
    /// Those without a date, each of which may lie in any gap that its source covers.
    public var undated: [Int]
    /// The earliest and the latest day on which they can first have been in touch; nil where no claim bounds it. A spell
    /// counts with its begin.
    public var first: ClosedRange<Int64>?
    /// The same of the last time; a spell counts with its end.
    public var last: ClosedRange<Int64>?
    /// The times between the first and the last in which no dated claim can lie, the longest first.
    public var gaps: [Gap]
}

extension Network {
    /// The history of a pair that is tied, in the view.
    ///
    /// Complexity: O(c log c) in the number of claims.
    public func history(of tie: Tie) -> TieHistory {
        let claims = self.claims(of: tie)
        let entities = [entity(tie.a).id, entity(tie.b).id]
        return history(of: claims, entities: entities)
    }

    /// The history of two entities in the view: of all claims that tie them.
    ///
    /// - Throws: `AnalysisError` where an entity is unknown.
    public func history(of one: String, and other: String) throws(AnalysisError) -> TieHistory {
        for id in [one, other] where graph.entity(id) == nil {
            throw AnalysisError(.unknownEntity, "there is no entity \"\(id)\"")
        }
        guard let a = vertex(of: one), let b = vertex(of: other) else {
            return history(of: [], entities: [one, other])
        }
        let found = ties.filter { ($0.a == a && $0.b == b) || ($0.a == b && $0.b == a) }
        return history(of: Set(found.flatMap(claims)).sorted(), entities: [one, other])
    }

    private func history(of claims: [Int], entities: [String]) -> TieHistory {
        var dated: [(claim: Int, bounds: TemporalBounds)] = []
        var undated: [Int] = []
        for place in claims {
            guard let timing = timings[place], !timing.isUndated else {
                undated.append(place)
                continue
            }
            dated.append((place, timing.bounds))
        }
        dated.sort {
            ($0.bounds.beginEarliest, $0.bounds.endLatest, $0.claim) < (
                $1.bounds.beginEarliest, $1.bounds.endLatest, $1.claim
            )
        }
        return TieHistory(
            entities: entities,
            dated: dated.map(\.claim),
            undated: undated,
            first: Self.range(dated.map(\.bounds.beginEarliest).min(), dated.map(\.bounds.beginLatest).min()),
            last: Self.range(dated.map(\.bounds.endEarliest).max(), dated.map(\.bounds.endLatest).max()),
            gaps: Self.gaps(between: dated.map(\.bounds))
        )
    }

    private static func range(_ low: Int64?, _ high: Int64?) -> ClosedRange<Int64>? {
        guard let low, let high, low <= high else { return nil }
        return low...high
    }

    /// What lies between stretches of time, given by their begins in order.
    private static func gaps(between all: [TemporalBounds]) -> [TieHistory.Gap] {
        var gaps: [TieHistory.Gap] = []
        guard var reached = all.first?.endLatest else { return [] }
        for bounds in all.dropFirst() {
            if reached < Int64.max - 1, bounds.beginEarliest > reached + 1 {
                gaps.append(TieHistory.Gap(range: reached + 1...bounds.beginEarliest - 1))
            }
            reached = max(reached, bounds.endLatest)
        }
        return gaps.sorted {
            ($1.range.upperBound - $1.range.lowerBound, $0.range.lowerBound)
                < ($0.range.upperBound - $0.range.lowerBound, $1.range.lowerBound)
        }
    }

    /// The vertices of each connected component that has a tie, by their smallest.
    func tiedComponents() throws(AnalysisError) -> [[Int]] {
        do throws(GraphError) {
            let graph = try CompactGraph(
                vertexCount: vertices.count,
                sources: ties.map { Int32($0.a) },
                targets: ties.map { Int32($0.b) },
                direction: .undirected
            )
            let components = try graph.weakComponents()
            var members: [Int: [Int]] = [:]
            let isTied = Set(ties.flatMap { [$0.a, $0.b] })
            for vertex in vertices.indices where isTied.contains(vertex) {
                members[Int(components.labels[vertex]), default: []].append(vertex)
            }
            return members.keys.sorted().compactMap { members[$0] }
        } catch {
            throw AnalysisError(error)
        }
    }
}
