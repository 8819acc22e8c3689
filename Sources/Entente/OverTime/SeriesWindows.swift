public import EDTF

/// A stretch of time that a series takes a measure over.
public struct SeriesWindow: Sendable, Hashable {
    /// How it is called: "2018", "2018-Q3", or as its date is written.
    public var label: String
    /// The period, as a date that a view can take.
    public var period: EDTFDate
    /// Its first to its last second.
    public var range: ClosedRange<Int64>
}

/// How the windows of a series follow each other.
public enum SeriesMode: Sendable, Hashable {
    /// One after the other.
    case each
    /// Each with those before it, so many in all.
    case rolling(Int)
    /// Each with all before it.
    case expanding
}

extension ClaimGraph {
    /// The most windows that a series has.
    public static let windowLimit = 10_000

    /// Calendar windows over a period.
    ///
    /// - Parameters:
    ///   - step: the length of a window: a day, month, quarter, year or the like.
    ///   - range: the period; the first and last window may reach beyond it. nil for all that the claims of a view date
    ///     at both ends.
    ///   - mode: whether windows stand alone, roll or grow.
    /// - Throws: `AnalysisError` where there would be more than ``windowLimit``, or no date to begin with.
    public func windows(
        every step: CalendarStep,
        over range: ClosedRange<Int64>? = nil,
        mode: SeriesMode = .each,
        view: View = View()
    ) throws(AnalysisError) -> [SeriesWindow] {
        guard let range = range ?? datedExtent(view: view) else {
            throw AnalysisError(
                .noPeriod,
                "no claim of the view has a date at which a series could begin or end"
            )
        }
        var parts: [ClosedRange<Int64>] = []
        for window in step.windows(in: range) {
            parts.append(window)
            guard parts.count <= Self.windowLimit else {
                throw AnalysisError(
                    .tooLarge,
                    "there would be more than \(Self.windowLimit) windows from \(CivilCalendar.isoDay(range.lowerBound)) to "
                        + "\(CivilCalendar.isoDay(range.upperBound)); take a longer step or a shorter period"
                )
            }
        }
        var windows: [SeriesWindow] = []
        for (place, part) in parts.enumerated() {
            let first =
                switch mode {
                case .each: place
                case .rolling(let count): max(0, place - max(1, count) + 1)
                case .expanding: 0
                }
            let whole = parts[first].lowerBound...part.upperBound
            let label = Self.label(of: part, step)
            windows.append(
                try window(first == place ? label : "\(Self.label(of: parts[first], step)) – \(label)", whole)
            )
        }
        return windows
    }

    /// The times in which somebody held an office, as claims date their begin and end.
    ///
    /// A begin and the next end of the same holder and body make a term; one that has not ended reaches to the end of the
    /// graph's period, or to its last date. Dates count to their outermost day. Of begins that can be one, the most
    /// exact is taken.
    public func terms(of holder: String, view: View = View()) throws(AnalysisError) -> [SeriesWindow] {
        guard entity(holder) != nil else {
            throw AnalysisError(.unknownEntity, "there is no entity \"\(holder)\"")
        }
        let filter = ClaimFilter(graph: self, view: view)
        let conventions = conventions(for: view)
        var steps: [(begins: Bool, body: String, date: EDTFDate, bounds: TemporalBounds)] = []
        for claim in claims {
            let relation = relation(of: claim)
            guard case .directed(holder, let body) = claim.ends, case .when(let date) = claim.time,
                case .counts = filter.verdict(on: claim),
                relation.begins == "holds-office" || relation.ends == "holds-office"
            else { continue }
            let bounds = date.bounds(as: .contact, conventions)
            guard bounds.earliestBegin != nil, bounds.latestEnd != nil else { continue }
            steps.append((relation.begins == "holds-office", body, date, bounds))
        }
        steps.sort {
            ($0.bounds.beginEarliest, $0.bounds.endLatest, $0.body) < (
                $1.bounds.beginEarliest, $1.bounds.endLatest, $1.body
            )
        }
        let last = datedExtent(view: view)?.upperBound
        var terms: [SeriesWindow] = []
        var reached = Int64.min
        for (place, begin) in steps.enumerated() where begin.begins && begin.bounds.beginEarliest > reached {
            let end = steps[place...].first { !$0.begins && $0.body == begin.body }
            guard let until = end?.bounds.endLatest ?? last, until >= begin.bounds.beginEarliest else {
                continue
            }
            let name = entity(begin.body)?.name ?? begin.body
            let label = "\(name) \(begin.date.description)/\(end?.date.description ?? "..")"
            terms.append(try window(label, begin.bounds.beginEarliest...until))
            reached = until
        }
        guard !terms.isEmpty else {
            throw AnalysisError(
                .noPeriod,
                "no claim of the view dates the begin of an office of \(entity(holder)?.name ?? holder)"
            )
        }
        return terms
    }

    private func window(_ label: String, _ range: ClosedRange<Int64>) throws(AnalysisError) -> SeriesWindow {
        let text = "\(CivilCalendar.isoDay(range.lowerBound))/\(CivilCalendar.isoDay(range.upperBound))"
        guard let period = try? EDTFDate(text) else {
            throw AnalysisError(.noPeriod, "the period \(text) cannot be written as a date")
        }
        return SeriesWindow(label: label, period: period, range: range)
    }

    /// From the first to the last second that the claims of a view date; nil where none has a bound.
    public func datedExtent(view: View = View()) -> ClosedRange<Int64>? {
        let filter = ClaimFilter(graph: self, view: view)
        var first: Int64?
        var last: Int64?
        for claim in claims where !claim.time.isUndated {
            guard case .counts(_, let timing) = filter.verdict(on: claim) else { continue }
            for bound in [timing.bounds.earliestBegin, timing.bounds.latestEnd].compactMap(\.self) {
                first = min(first ?? bound, bound)
                last = max(last ?? bound, bound)
            }
        }
        guard let first, let last else { return nil }
        return first...last
    }

    private static func label(of range: ClosedRange<Int64>, _ step: CalendarStep) -> String {
        let date = CivilCalendar.date(of: range.lowerBound)
        let year = CivilCalendar.isoYear(date.year)
        let month = date.month < 10 ? "0\(date.month)" : "\(date.month)"
        switch step {
        case .day: return CivilCalendar.isoDay(range.lowerBound)
        case .month: return "\(year)-\(month)"
        case .quarter: return "\(year)-Q\((date.month + 2) / 3)"
        case .halfYear: return "\(year)-H\((date.month + 5) / 6)"
        case .season: return "\(year)-\(month), season"
        case .year: return year
        case .decade: return "\(year)s"
        case .century: return "\(year)s, century"
        }
    }
}
