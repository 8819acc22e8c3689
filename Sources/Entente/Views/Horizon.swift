internal import EDTF

/// The time that a source can speak of, and when it came out.
struct Horizon: Sendable, Hashable {
    var earliest: Int64
    var latest: Int64
    /// The first second at which it can have come out; for an undated source, when what it tells had happened.
    var publishedEarliest: Int64
    /// The last second by which it had come out.
    var publishedLatest: Int64

    static let unbounded = Horizon(
        earliest: TemporalBounds.distantPast,
        latest: TemporalBounds.distantFuture,
        publishedEarliest: TemporalBounds.distantPast,
        publishedLatest: TemporalBounds.distantFuture
    )
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
            for date in [claim.time.begin, claim.said?.when].compactMap(\.self) {
                // What the source tells had begun by then at the earliest; when it ends may lie ahead of it.
                guard !date.isUncertain, let begin = date.bounds(as: .contact, conventions).earliestBegin
                else { continue }
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
                    min(covers?.endLatest ?? TemporalBounds.distantFuture, publishedLatest)
                ),
                publishedEarliest: publishedEarliest,
                publishedLatest: max(publishedEarliest, publishedLatest)
            )
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
            let horizon = horizons[source.id]
            certainties[source.id] = Certainty(
                inAll: horizon.publishedLatest <= days.endEarliest,
                inSome: horizon.publishedEarliest <= days.endLatest
            )
        }
        self.certainties = certainties
    }

    func certainty(of source: String) -> Certainty { certainties[source] ?? .impossible }
}

extension ClaimTime {
    /// The date that tells when it began or was so.
    fileprivate var begin: EDTFDate? {
        switch self {
        case .undated: nil
        case .when(let date), .observed(let date): date
        case .span(let from, _): from
        }
    }
}
