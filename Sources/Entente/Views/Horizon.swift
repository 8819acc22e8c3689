internal import EDTF

/// The time that a source can speak of, and when it came out.
struct Horizon: Sendable, Hashable {
    var earliest: Int64
    var latest: Int64
    /// Between when it was published: the same for a dated source, wide for an undated one.
    var published: (earliest: Int64, latest: Int64) { (publishedEarliest, publishedLatest) }
    var publishedEarliest: Int64
    var publishedLatest: Int64

    static let unbounded = Horizon(
        earliest: TemporalBounds.distantPast, latest: TemporalBounds.distantFuture,
        publishedEarliest: TemporalBounds.distantPast, publishedLatest: TemporalBounds.distantFuture)
}

/// The horizons of a graph's sources.
///
/// A source without a date was published between the latest actual happening that it dates for certain and the day
/// on which it was retrieved, where that is known.
struct Horizons: Sendable {
    private let horizons: [String: Horizon]

    init(_ graph: ClaimGraph) {
        let conventions = graph.conventions()
        var latestMention: [String: Int64] = [:]
        for claim in graph.claims where claim.status == .actual && claim.polarity == .positive {
            for date in claim.time.dates {
                // The latest date that the source must have known: what it tells had begun by then.
                let bounds = date.bounds(as: .contact, conventions)
                let begin = bounds.beginEarliest
                guard begin > TemporalBounds.distantPast, begin < TemporalBounds.distantFuture else { continue }
                latestMention[claim.source] = max(latestMention[claim.source] ?? begin, begin)
            }
        }
        var horizons: [String: Horizon] = [:]
        for source in graph.sources {
            let published = source.published?.bounds(as: .contact, conventions)
            let retrieved = source.retrieved?.bounds(as: .contact, conventions)
            let covers = source.covers?.bounds(as: .spell, conventions)
            let publishedEarliest =
                published?.beginEarliest ?? latestMention[source.id] ?? TemporalBounds.distantPast
            let publishedLatest =
                published?.endLatest ?? retrieved?.endLatest ?? TemporalBounds.distantFuture
            horizons[source.id] = Horizon(
                earliest: covers?.beginEarliest ?? TemporalBounds.distantPast,
                latest: max(
                    covers?.beginEarliest ?? TemporalBounds.distantPast,
                    min(covers?.endLatest ?? TemporalBounds.distantFuture, publishedLatest)),
                publishedEarliest: publishedEarliest,
                publishedLatest: max(publishedEarliest, publishedLatest))
        }
        self.horizons = horizons
    }

    subscript(source: String) -> Horizon { horizons[source] ?? .unbounded }
}

/// Which sources a reader could know by a date.
struct Knowledge: Sendable {
    private let certainties: [String: Certainty]

    init(graph: ClaimGraph, date: EDTFDate) {
        let conventions = graph.conventions()
        let days = date.bounds(as: .contact, conventions)
        let horizons = Horizons(graph)
        var certainties: [String: Certainty] = [:]
        for source in graph.sources {
            let published = horizons[source.id].published
            certainties[source.id] = Certainty(
                inAll: published.latest <= days.beginEarliest
                    || published.latest <= CivilCalendar.dayRange(of: days.beginEarliest).upperBound,
                inSome: published.earliest <= days.endLatest)
        }
        self.certainties = certainties
    }

    func certainty(of source: String) -> Certainty { certainties[source] ?? .impossible }
}
