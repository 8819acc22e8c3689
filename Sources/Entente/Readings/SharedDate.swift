internal import EDTF

/// The date of one happening that several claims tell of: one unknown day, the same for all of them.
///
/// Claims of one `event` share its date. Where their dates have days in common it is one of these; where they are
/// disjoint a reading takes one side, so that each largest set of claims that agree gives its days. What a claim marks
/// `?` or `%` restricts nobody else and is possible besides.
struct SharedDate: Sendable, Hashable {
    /// The instants that it can be, as ranges of whole days (or of seconds, where one is told), in order.
    let ranges: [ClosedRange<Int64>]
    /// Whether nothing but doubtful dates tell of it.
    let isUncertain: Bool

    /// What one claim says of the date of a happening.
    struct Testimony: Hashable {
        var days: InstantSet
        var isUncertain: Bool
    }

    /// - Parameter testimonies: at least one.
    /// - Complexity: O(r² c²) for c different testimonies with r ranges.
    init(_ testimonies: Set<Testimony>) {
        let firm = testimonies.filter { !$0.isUncertain }.map(\.days)
        let doubtful = testimonies.filter(\.isUncertain).map(\.days)
        isUncertain = firm.isEmpty
        ranges = InstantSet(Self.agreed(firm).ranges + doubtful.flatMap(\.ranges)).joined.ranges
    }

    /// The instants at which as many testimonies agree as can: those of each set of them that no other one contains.
    private static func agreed(_ testimonies: [InstantSet]) -> InstantSet {
        var cuts: Set<Int64> = []
        for range in testimonies.flatMap(\.ranges) {
            cuts.insert(range.lowerBound)
            if range.upperBound < .max { cuts.insert(range.upperBound + 1) }
        }
        let begins = cuts.sorted()
        var parts: [(range: ClosedRange<Int64>, who: Set<Int>)] = []
        for (place, begin) in begins.enumerated() {
            let end = place + 1 < begins.count ? begins[place + 1] - 1 : Int64.max
            let who = Set(testimonies.indices.filter { testimonies[$0].meets(begin...begin) })
            if !who.isEmpty { parts.append((begin...end, who)) }
        }
        return InstantSet(
            parts.filter { part in !parts.contains { part.who.isStrictSubset(of: $0.who) } }.map(\.range)
        )
    }

    /// The outermost bounds; begin and end are those of one day.
    var bounds: TemporalBounds {
        let (first, last) = (choices.first, choices.last)
        return TemporalBounds(
            beginEarliest: first?.begin.lowerBound ?? TemporalBounds.distantPast,
            beginLatest: last?.begin.upperBound ?? TemporalBounds.distantFuture,
            endEarliest: first?.end.lowerBound ?? TemporalBounds.distantPast,
            endLatest: last?.end.upperBound ?? TemporalBounds.distantFuture
        )
    }

    /// The days as choices.
    var choices: [DateChoice] {
        ranges.map { range in
            let isDays =
                range.lowerBound.startOfDay == range.lowerBound
                && range.upperBound.endOfDay == range.upperBound
            return DateChoice(
                begin: range
                    .lowerBound...(isDays
                    ? max(range.upperBound.startOfDay, range.lowerBound) : range.upperBound),
                end: (isDays ? min(range.lowerBound.endOfDay, range.upperBound) : range.lowerBound)...range
                    .upperBound,
                isOneUnit: true,
                isUncertain: isUncertain
            )
        }
    }

    /// Whether the day lies in a period; a day is in it or outside.
    func lies(within period: ClosedRange<Int64>) -> Certainty {
        Certainty(
            inAll: !isUncertain
                && ranges.allSatisfy {
                    period.lowerBound <= $0.lowerBound && $0.upperBound <= period.upperBound
                },
            inSome: ranges.contains { $0.overlaps(period) }
        )
    }
}

extension Timing {
    /// What a claim says of the date of the happening that it tells of; nil where it dates none to one day: a spell, an
    /// interval, several days.
    var testimony: SharedDate.Testimony? {
        let choices = choices()
        guard isContact, choices.isExact, choices.times.count == 1, let all = choices.times.first,
            all.allSatisfy(\.isOneUnit)
        else { return nil }
        return SharedDate.Testimony(
            days: InstantSet(all.map { $0.begin.lowerBound...$0.end.upperBound }).joined,
            isUncertain: all.contains(where: \.isUncertain)
        )
    }
}
