internal import EDTF

/// The unit in which a journey counts, and what stands for "no bound" in it.
///
/// Whole days, unless every dated contact that counts is told to the second.
enum JourneyUnit: Sendable {
    case day
    case second

    /// Before and after all dates, and far enough from the ends of `Int64` for waits to be added.
    static let past = Int64.min / 4
    static let future = Int64.max / 4

    /// The unit of a time in which an instant lies.
    func number(of instant: Int64) -> Int64 {
        if instant == TemporalBounds.distantPast { return Self.past }
        if instant == TemporalBounds.distantFuture { return Self.future }
        guard self == .day else { return min(max(instant, Self.past), Self.future) }
        let (quotient, remainder) = instant.quotientAndRemainder(dividingBy: CivilCalendar.secondsPerDay)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The first second of a unit, or nil where it stands for no bound.
    func instant(_ number: Int64) -> Int64? {
        guard number > Self.past / 2, number < Self.future / 2 else { return nil }
        guard self == .day else { return number }
        let (instant, overflow) = number.multipliedReportingOverflow(by: CivilCalendar.secondsPerDay)
        return overflow ? nil : instant
    }

    /// Seconds as a number of units; nil where they are no whole number of them.
    func length(_ seconds: Int64) -> Int64? {
        guard self == .day else { return seconds }
        return seconds % CivilCalendar.secondsPerDay == 0 ? seconds / CivilCalendar.secondsPerDay : nil
    }
}

/// When a hop can be gone: it departs at a time from `low` to `high`, and arrives then or at `floor` if that is later.
struct HopSlot: Sendable, Hashable {
    var low: Int64
    var high: Int64
    var floor: Int64

    /// The arrival of who is ready at a time; nil for too late.
    func arrival(ready: Int64) -> Int64? { ready <= high ? max(ready, low, floor) : nil }

    /// The latest departure of who has to have arrived by a time; nil for too early.
    func departure(by deadline: Int64) -> Int64? { max(low, floor) <= deadline ? min(high, deadline) : nil }

    /// The part of it that lies within a window; nil for none.
    func clipped(to window: ClosedRange<Int64>) -> HopSlot? {
        let slot = HopSlot(low: max(low, window.lowerBound), high: min(high, window.upperBound), floor: floor)
        return slot.low <= slot.high && floor <= window.upperBound ? slot : nil
    }
}

/// The date of a happening or of a claim as a journey sees it: one choice that is made in each reading.
struct JourneyDate: Sendable, Hashable {
    /// Where it begins and ends, in units; with `isOneUnit` both are one.
    struct Option: Sendable, Hashable {
        var begin: ClosedRange<Int64>
        var end: ClosedRange<Int64>
        var isOneUnit: Bool
    }

    /// A begin and an end, in units.
    struct Value: Sendable, Hashable {
        var begin: Int64
        var end: Int64
    }

    /// Whether it is gone once, from its begin to its end; otherwise at any time from its begin to its end.
    var isContact: Bool
    var options: [Option]

    /// How many values it has; `Int.max` for more than that.
    var count: Int {
        options.reduce(0) { sum, option in
            let begins = option.begin.upperBound - option.begin.lowerBound + 1
            let ends = option.isOneUnit ? 1 : option.end.upperBound - option.end.lowerBound + 1
            let (product, overflow) = begins.multipliedReportingOverflow(by: ends)
            let (total, overflows) = sum.addingReportingOverflow(Int(overflow ? .max : product))
            return overflow || overflows ? .max : total
        }
    }

    /// The values one by one; not for dates of which there are many.
    var values: [Value] {
        options.flatMap { option -> [Value] in
            if option.isOneUnit { return option.begin.map { Value(begin: $0, end: $0) } }
            return option.begin.flatMap { begin in
                option.end.filter { $0 >= begin }.map { Value(begin: begin, end: $0) }
            }
        }
    }

    /// When a hop can be gone in some reading.
    func possibleSlots(in window: ClosedRange<Int64>) -> [HopSlot] {
        options.compactMap { option in
            let slot =
                if !isContact {
                    HopSlot(
                        low: option.begin.lowerBound,
                        high: option.end.upperBound,
                        floor: JourneyUnit.past
                    )
                } else if option.isOneUnit {
                    HopSlot(
                        low: option.begin.lowerBound,
                        high: option.begin.upperBound,
                        floor: JourneyUnit.past
                    )
                } else {
                    HopSlot(
                        low: option.begin.lowerBound,
                        high: option.begin.upperBound,
                        floor: option.end.lowerBound
                    )
                }
            return slot.clipped(to: window)
        }
    }

    /// Until when one has to be ready for it in every reading, and when one has arrived at the latest.
    func certainSlot(in window: ClosedRange<Int64>) -> HopSlot? {
        guard let begins = options.map(\.begin.lowerBound).min(),
            let lastBegin = options.map(\.begin.upperBound).max(),
            let ends = options.map(\.end.lowerBound).min(), let lastEnd = options.map(\.end.upperBound).max()
        else { return nil }
        if isContact {
            guard window.contains(begins), lastEnd <= window.upperBound else { return nil }
            return HopSlot(low: begins, high: begins, floor: lastEnd)
        }
        let (ready, floor) = (min(ends, window.upperBound), max(lastBegin, window.lowerBound))
        guard window.lowerBound <= ready, floor <= window.upperBound else { return nil }
        return HopSlot(low: min(ready, floor), high: ready, floor: floor)
    }

    /// When a hop can be gone in the readings that give one value; nil for not within the window.
    func slot(at value: Value, in window: ClosedRange<Int64>) -> HopSlot? {
        if !isContact {
            return HopSlot(low: value.begin, high: value.end, floor: JourneyUnit.past).clipped(to: window)
        }
        guard window.contains(value.begin), window.contains(value.end) else { return nil }
        return HopSlot(low: value.begin, high: value.begin, floor: value.end)
    }
}
