internal import EDTF

/// When the content of a claim was so, ready to be compared with the period of a view.
///
/// It follows section "Time" of the documentation: a contact happened once, on one unknown day where its date is
/// coarse; a spell held throughout; what was observed held then and says nothing of before and after; an undated
/// claim lies anywhere in its source's horizon.
struct Timing: Sendable, Hashable {
    /// What is compared: a date member by member, or four bounds.
    private enum Shape: Sendable, Hashable {
        case date(EDTFDate, EDTFDate.Reading)
        case bounds(TemporalBounds)
    }

    private let shape: Shape
    let isContact: Bool
    let isUndated: Bool
    private let conventions: EDTFDate.Conventions
    /// The outermost bounds, for display and order.
    let bounds: TemporalBounds

    /// - Parameters:
    ///   - horizon: that of the claim's source.
    ///   - conventions: how dates are read in this graph and view; when `/..` ends is set here, by the horizon.
    init(of claim: Claim, relation: Relation, horizon: Horizon, conventions: EDTFDate.Conventions) {
        var conventions = conventions
        conventions.openUntil = horizon.publishedEarliest
        self.conventions = conventions
        isContact = relation.time == .contact
        isUndated = claim.time.isUndated
        shape = Self.shape(of: claim, isContact: isContact, horizon: horizon, conventions)
        switch shape {
        case .date(let date, let reading): bounds = date.bounds(as: reading, conventions)
        case .bounds(let own): bounds = own
        }
    }

    private static func shape(
        of claim: Claim, isContact: Bool, horizon: Horizon, _ conventions: EDTFDate.Conventions
    ) -> Shape {
        if claim.status.isPlanned { return .bounds(planned(claim, horizon: horizon, conventions)) }
        switch claim.time {
        case .undated:
            return .bounds(undated(isContact: isContact, horizon: horizon))
        case .when(let date):
            return .date(date, isContact ? .contact : .spell)
        case .span(let from, let until):
            return .bounds(span(from: from, until: until, conventions))
        case .observed(let date):
            return .bounds(observed(date, conventions))
        }
    }

    /// A plan stands from when it was said until its date has passed.
    private static func planned(_ claim: Claim, horizon: Horizon, _ conventions: EDTFDate.Conventions) -> TemporalBounds {
        let said = claim.said?.when?.bounds(as: .contact, conventions)
        let begin = (earliest: said?.beginEarliest ?? horizon.published.earliest,
                     latest: said?.endLatest ?? horizon.published.latest)
        let dates = claim.time.dates.map { $0.bounds(as: .contact, conventions) }
        let end = (earliest: dates.map(\.endEarliest).min() ?? TemporalBounds.distantFuture,
                   latest: dates.map(\.endLatest).max() ?? TemporalBounds.distantFuture)
        return TemporalBounds(
            beginEarliest: begin.earliest, beginLatest: max(begin.earliest, begin.latest),
            endEarliest: max(begin.earliest, end.earliest), endLatest: max(begin.latest, end.latest))
    }

    private static func undated(isContact: Bool, horizon: Horizon) -> TemporalBounds {
        TemporalBounds(
            beginEarliest: horizon.earliest, beginLatest: horizon.latest,
            endEarliest: horizon.earliest,
            endLatest: isContact ? horizon.latest : TemporalBounds.distantFuture)
    }

    /// A spell whose ends are dated apart; each is one unknown time within its date.
    private static func span(from: EDTFDate?, until: EDTFDate?, _ conventions: EDTFDate.Conventions) -> TemporalBounds {
        let begin = from?.bounds(as: .contact, conventions)
        let end = until?.bounds(as: .contact, conventions)
        let beginEarliest = begin?.beginEarliest ?? TemporalBounds.distantPast
        let endLatest = end?.endLatest ?? TemporalBounds.distantFuture
        let beginLatest = min(begin?.endLatest ?? endLatest, endLatest)
        let endEarliest = max(end?.beginEarliest ?? beginEarliest, beginEarliest)
        return TemporalBounds(
            beginEarliest: beginEarliest, beginLatest: beginLatest, endEarliest: endEarliest, endLatest: endLatest)
    }

    /// It began at or before the observation and ended at or after it.
    private static func observed(_ date: EDTFDate, _ conventions: EDTFDate.Conventions) -> TemporalBounds {
        let day = date.bounds(as: .contact, conventions)
        let isOneDay =
            day.beginEarliest > TemporalBounds.distantPast && day.endLatest < TemporalBounds.distantFuture
            && day.endLatest - day.beginEarliest < CivilCalendar.secondsPerDay
        return TemporalBounds(
            beginEarliest: TemporalBounds.distantPast,
            beginLatest: isOneDay ? day.beginEarliest : day.endLatest,
            endEarliest: isOneDay ? day.endLatest : day.beginEarliest,
            endLatest: TemporalBounds.distantFuture)
    }

    // MARK: Comparison

    func certainty(in period: ResolvedPeriod) -> Certainty {
        switch period {
        case .all: return .certain
        case .asOf(let days): return isContact ? hasHappened(by: days) : holds(on: days)
        case .during(let inner, let outer):
            return Certainty(
                inAll: inner.map { overlaps($0) == .certain } ?? false, inSome: overlaps(outer) > .impossible)
        case .within(let inner, let outer):
            return Certainty(
                inAll: inner.map { lies(within: $0) == .certain } ?? false,
                inSome: lies(within: outer) > .impossible)
        }
    }

    private func overlaps(_ range: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.overlaps(range, as: reading, conventions)
        case .bounds(let bounds): bounds.overlaps(range)
        }
    }

    private func lies(within range: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.lies(within: range, as: reading, conventions)
        case .bounds(let bounds): bounds.lies(within: range)
        }
    }

    private func hasHappened(by days: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.hasHappened(by: days, as: reading, conventions)
        case .bounds(let bounds): bounds.hasHappened(by: days)
        }
    }

    private func holds(on days: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.holds(on: days, as: reading, conventions)
        case .bounds(let bounds): bounds.holds(on: days)
        }
    }

    /// Whether there is a reading in which this and another time have an instant in common.
    func mayMeet(_ other: Timing) -> Bool {
        bounds.beginEarliest <= other.bounds.endLatest && other.bounds.beginEarliest <= bounds.endLatest
    }
}

/// The period of a view as ranges of instants.
enum ResolvedPeriod: Sendable, Hashable {
    case all
    /// One unknown day within a range.
    case asOf(ClosedRange<Int64>)
    /// A period; `inner` is what it covers in every reading, nil where nothing.
    case during(inner: ClosedRange<Int64>?, outer: ClosedRange<Int64>)
    case within(inner: ClosedRange<Int64>?, outer: ClosedRange<Int64>)

    /// - Parameter conventions: how dates are read in this graph and view.
    init(_ period: View.Period, _ conventions: EDTFDate.Conventions) {
        switch period {
        case .all: self = .all
        case .asOf(let date):
            let bounds = date.bounds(as: .contact, conventions)
            self = .asOf(bounds.beginEarliest...max(bounds.beginEarliest, bounds.endLatest))
        case .during(let date):
            let (inner, outer) = Self.ranges(of: date, conventions)
            self = .during(inner: inner, outer: outer)
        case .within(let date):
            let (inner, outer) = Self.ranges(of: date, conventions)
            self = .within(inner: inner, outer: outer)
        }
    }

    private static func ranges(
        of date: EDTFDate, _ conventions: EDTFDate.Conventions
    ) -> (inner: ClosedRange<Int64>?, outer: ClosedRange<Int64>) {
        let bounds = date.bounds(as: .spell, conventions)
        let inner = bounds.beginLatest <= bounds.endEarliest ? bounds.beginLatest...bounds.endEarliest : nil
        return (inner, bounds.beginEarliest...max(bounds.beginEarliest, bounds.endLatest))
    }
}
