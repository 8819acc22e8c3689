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
        /// Bounds made of one or two dates, and whether one of these is marked as uncertain.
        case bounds(TemporalBounds, isUncertain: Bool)
        /// One unknown day of several ranges: what the claims of one happening leave open together.
        case shared(SharedDate)
    }

    private let shape: Shape
    /// Whether it counts from its date on, as what has happened does; a plan does not, nor does a spell.
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
        isContact = relation.time == .contact && !claim.status.isPlanned
        isUndated = claim.time.isUndated
        shape = Self.shape(of: claim, isContact: isContact, horizon: horizon, conventions)
        switch shape {
        case .date(let date, let reading): bounds = date.bounds(as: reading, conventions)
        case .bounds(let own, _): bounds = own
        case .shared(let date): bounds = date.bounds
        }
    }

    /// The same happening, dated by all claims that tell of it.
    func shared(_ date: SharedDate) -> Timing {
        Timing(shape: .shared(date), isContact: isContact, isUndated: isUndated, conventions: conventions)
    }

    private init(shape: Shape, isContact: Bool, isUndated: Bool, conventions: EDTFDate.Conventions) {
        self.shape = shape
        self.isContact = isContact
        self.isUndated = isUndated
        self.conventions = conventions
        switch shape {
        case .date(let date, let reading): bounds = date.bounds(as: reading, conventions)
        case .bounds(let own, _): bounds = own
        case .shared(let date): bounds = date.bounds
        }
    }

    private static func shape(
        of claim: Claim,
        isContact: Bool,
        horizon: Horizon,
        _ conventions: EDTFDate.Conventions
    ) -> Shape {
        let isUncertain = claim.time.dates.contains(where: \.isUncertain)
        if claim.status.isPlanned {
            return .bounds(planned(claim, horizon: horizon, conventions), isUncertain: isUncertain)
        }
        switch claim.time {
        case .undated:
            return .bounds(undated(isContact: isContact, horizon: horizon), isUncertain: false)
        case .when(let date):
            // That something did not happen is so on every day of its date.
            return .date(date, isContact && claim.polarity != .negative ? .contact : .spell)
        case .span(let from, let until):
            return .bounds(span(from: from, until: until, conventions), isUncertain: isUncertain)
        case .observed(let date):
            return .bounds(observed(date, conventions), isUncertain: isUncertain)
        }
    }

    /// A plan stands from when it was said until its date has passed; one without a date, for an unknown time.
    private static func planned(
        _ claim: Claim,
        horizon: Horizon,
        _ conventions: EDTFDate.Conventions
    ) -> TemporalBounds {
        let said = claim.said?.when?.bounds(as: .contact, conventions)
        let beginEarliest = said?.beginEarliest ?? horizon.publishedEarliest
        let beginLatest = said?.beginLatest ?? horizon.publishedLatest.startOfDay
        let dates = claim.time.dates.map { $0.bounds(as: .contact, conventions) }
        return TemporalBounds(
            beginEarliest: beginEarliest,
            beginLatest: beginLatest,
            endEarliest: max(dates.map(\.endEarliest).max() ?? beginEarliest, beginEarliest.endOfDay),
            endLatest: dates.map(\.endLatest).max() ?? TemporalBounds.distantFuture
        )
    }

    /// What an undated claim tells begins somewhere in its source's horizon; a spell may outlast it.
    private static func undated(isContact: Bool, horizon: Horizon) -> TemporalBounds {
        TemporalBounds(
            beginEarliest: horizon.earliest,
            beginLatest: horizon.latest.startOfDay,
            endEarliest: horizon.earliest.endOfDay,
            endLatest: isContact ? horizon.latest : TemporalBounds.distantFuture
        )
    }

    /// A spell whose ends are dated apart; each is one unknown day of its date.
    ///
    /// Where only one end is known, the spell is certain on that day alone, as `2019/` is.
    private static func span(
        from: EDTFDate?,
        until: EDTFDate?,
        _ conventions: EDTFDate.Conventions
    ) -> TemporalBounds {
        let begin = from?.bounds(as: .contact, conventions)
        let end = until?.bounds(as: .contact, conventions)
        let beginEarliest = begin?.beginEarliest ?? TemporalBounds.distantPast
        let endLatest = end?.endLatest ?? TemporalBounds.distantFuture
        return TemporalBounds(
            beginEarliest: beginEarliest,
            beginLatest: min(begin?.beginLatest ?? TemporalBounds.distantFuture, endLatest.startOfDay),
            endEarliest: max(end?.endEarliest ?? TemporalBounds.distantPast, beginEarliest.endOfDay),
            endLatest: endLatest
        )
    }

    /// It began at or before the observation and ended at or after it; a coarse date is one unknown day.
    private static func observed(_ date: EDTFDate, _ conventions: EDTFDate.Conventions) -> TemporalBounds {
        let seen = date.bounds(as: .contact, conventions)
        return TemporalBounds(
            beginEarliest: TemporalBounds.distantPast,
            beginLatest: seen.beginLatest,
            endEarliest: seen.endEarliest,
            endLatest: TemporalBounds.distantFuture
        )
    }

    // MARK: Comparison

    func certainty(in period: ResolvedPeriod) -> Certainty {
        switch period {
        case .all: return .certain
        case .asOf(let days): return isContact ? hasHappened(by: days) : holds(on: days)
        case .during(let range): return overlaps(range)
        case .within(let range): return lies(within: range)
        }
    }

    private func overlaps(_ range: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.overlaps(range, as: reading, conventions)
        case .bounds(let bounds, let isUncertain): bounds.overlaps(range).capped(if: isUncertain)
        case .shared(let date): date.lies(within: range)
        }
    }

    private func lies(within range: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.lies(within: range, as: reading, conventions)
        case .bounds(let bounds, let isUncertain): bounds.lies(within: range).capped(if: isUncertain)
        case .shared(let date): date.lies(within: range)
        }
    }

    private func hasHappened(by days: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.hasHappened(by: days, as: reading, conventions)
        case .bounds(let bounds, let isUncertain): bounds.hasHappened(by: days).capped(if: isUncertain)
        case .shared(let date): bounds.hasHappened(by: days).capped(if: date.isUncertain)
        }
    }

    private func holds(on days: ClosedRange<Int64>) -> Certainty {
        switch shape {
        case .date(let date, let reading): date.holds(on: days, as: reading, conventions)
        case .bounds(let bounds, let isUncertain): bounds.holds(on: days).capped(if: isUncertain)
        case .shared(let date): bounds.holds(on: days).capped(if: date.isUncertain)
        }
    }

    // MARK: Two times

    /// Whether this and another time have an instant in common: in every reading, in some, or in none.
    func meets(_ other: Timing) -> Certainty {
        let (a, b) = (bounds, other.bounds)
        return Certainty(
            inAll: a.beginLatest <= b.endEarliest && b.beginLatest <= a.endEarliest
                && isFirm && other.isFirm,
            inSome: a.beginEarliest <= b.endLatest && b.beginEarliest <= a.endLatest
        )
    }

    /// Whether it is not doubtful and lasts without gaps from its begin to its end.
    private var isFirm: Bool {
        switch shape {
        case .date(let date, _):
            if case .allOf = date.structure { return false }
            return !date.isUncertain
        case .bounds(_, let isUncertain): return !isUncertain
        case .shared(let date): return !date.isUncertain
        }
    }

    /// All that it can mean, as choices; exact unless the second value says otherwise.
    func choices() -> DateChoices {
        switch shape {
        case .date(let date, let reading): return date.choices(as: reading, conventions)
        case .shared(let date): return DateChoices(times: [date.choices])
        case .bounds(let bounds, let isUncertain):
            // One unknown day where nothing is said but that it happened.
            let choice = DateChoice(
                begin: bounds.beginEarliest...bounds.beginLatest,
                end: bounds.endEarliest...bounds.endLatest,
                isOneUnit: isContact && isUndated,
                isUncertain: isUncertain
            )
            return DateChoices(times: [[choice]])
        }
    }

    /// The days of a wider date on which what counts as of one of them can change, each as its first second.
    var changes: [Int64] {
        var changes: [Int64] = []
        for choice in choices().times.flatMap(\.self) {
            changes += [choice.begin.lowerBound, choice.begin.upperBound]
            for end in [choice.end.lowerBound, choice.end.upperBound] {
                changes += [end, end == .max ? end : end + 1]
            }
        }
        return changes.map(\.startOfDay)
    }

    /// The instants at which it may count in a view as of one of them: of what has happened, all from its date on.
    var mayCount: ClosedRange<Int64> {
        bounds.beginEarliest...(isContact ? TemporalBounds.distantFuture : bounds.endLatest)
    }
}

extension Int64 {
    /// The first second of the day that contains an instant; what stands for "no bound" stays as it is.
    var startOfDay: Int64 { isNoBound ? self : CivilCalendar.dayRange(of: self).lowerBound }
    /// The last second of that day.
    var endOfDay: Int64 { isNoBound ? self : CivilCalendar.dayRange(of: self).upperBound }

    private var isNoBound: Bool { self == TemporalBounds.distantPast || self == TemporalBounds.distantFuture }
}

/// The period of a view as ranges of instants.
enum ResolvedPeriod: Sendable, Hashable {
    case all
    /// One unknown day within a range.
    case asOf(ClosedRange<Int64>)
    case during(ClosedRange<Int64>)
    case within(ClosedRange<Int64>)

    /// A period asked for reaches from the first to the last second that its date names: `2017/2018` is all of both
    /// years. That it could be read as a spell with uncertain ends is not what somebody means who asks.
    ///
    /// - Parameter conventions: how dates are read in this graph and view.
    init(_ period: View.Period, _ conventions: EDTFDate.Conventions) {
        switch period {
        case .all: self = .all
        case .asOf(let date): self = .asOf(date.bounds(as: .contact, conventions).extent)
        case .during(let date): self = .during(date.bounds(as: .spell, conventions).extent)
        case .within(let date): self = .within(date.bounds(as: .spell, conventions).extent)
        }
    }
}
