/// The instances of a unit that a value admits: a sorted set of numbers, searched and never listed.
///
/// `193X` admits ten years, `XXXX-03` ten thousand months, `[..1984]` as many years as one likes. All questions about
/// a date come down to "the first candidate from here on" and "the last one up to here"; each takes a few steps.
indirect enum Candidates: Hashable, Sendable {
    /// All numbers of a range.
    case range(ClosedRange<Int64>)
    /// The years that four digits, some of them `X`, admit.
    case years(YearPattern)
    /// Parts of the years that are candidates: with `perYear` parts a year, those whose bits are set.
    case parts(of: Candidates, perYear: Int64, UInt64)
    /// Days of the months that are candidates: those whose bits (1 to 31) are set and that the month has.
    case days(of: Candidates, UInt64)
    /// The candidates and their neighbours on both sides.
    case dilated(Candidates)
    /// The days of units.
    case cover(UnitFamily)

    /// The least candidate that is not less than a number.
    func first(atOrAfter number: Int64) -> Int64? {
        switch self {
        case .range(let range):
            return number > range.upperBound ? nil : max(number, range.lowerBound)
        case .years(let pattern):
            return pattern.first(atOrAfter: number)
        case .parts(let years, let perYear, let mask):
            let (year, part) = (number.flooredQuotient(perYear), number.flooredRemainder(perYear))
            guard let found = years.first(atOrAfter: year) else { return nil }
            if found == year, let later = mask.firstBit(atOrAfter: part) { return year * perYear + later }
            let next = found > year ? found : years.first(atOrAfter: year + 1)
            guard let next, let part = mask.firstBit(atOrAfter: 0) else { return nil }
            return next * perYear + part
        case .days(let months, let mask):
            let date = CivilCalendar.civil(fromDays: number)
            var month = CivilCalendar.monthNumber(date.year, date.month)
            var day = Int64(date.day)
            while let found = months.first(atOrAfter: month) {
                let (begin, length) = Self.extent(ofMonth: found)
                if let later = mask.firstBit(atOrAfter: found == month ? day : 1), later <= length {
                    return begin + later - 1
                }
                (month, day) = (found + 1, 1)
            }
            return nil
        case .dilated(let inner):
            return (-1...1).compactMap { shift in
                inner.first(atOrAfter: number.addingSaturated(-shift)).map { $0 + shift }
            }.min()
        case .cover(let family):
            let begin = CalendarUnit.day.begin(of: number)
            guard let index = family.first(endingAtOrAfter: begin) else { return nil }
            return max(number, CivilCalendar.dayNumber(of: family.unit.begin(of: index)))
        }
    }

    /// The greatest candidate that is not greater than a number.
    func last(atOrBefore number: Int64) -> Int64? {
        switch self {
        case .range(let range):
            return number < range.lowerBound ? nil : min(number, range.upperBound)
        case .years(let pattern):
            return pattern.last(atOrBefore: number)
        case .parts(let years, let perYear, let mask):
            let (year, part) = (number.flooredQuotient(perYear), number.flooredRemainder(perYear))
            guard let found = years.last(atOrBefore: year) else { return nil }
            if found == year, let earlier = mask.lastBit(atOrBefore: part) { return year * perYear + earlier }
            let previous = found < year ? found : years.last(atOrBefore: year - 1)
            guard let previous, let part = mask.lastBit(atOrBefore: perYear - 1) else { return nil }
            return previous * perYear + part
        case .days(let months, let mask):
            let date = CivilCalendar.civil(fromDays: number)
            var month = CivilCalendar.monthNumber(date.year, date.month)
            var day = Int64(date.day)
            while let found = months.last(atOrBefore: month) {
                let (begin, length) = Self.extent(ofMonth: found)
                if let earlier = mask.lastBit(atOrBefore: found == month ? day : length), earlier >= 1 {
                    return begin + earlier - 1
                }
                (month, day) = (found - 1, 31)
            }
            return nil
        case .dilated(let inner):
            return (-1...1).compactMap { shift in
                inner.last(atOrBefore: number.addingSaturated(-shift)).map { $0 + shift }
            }.max()
        case .cover(let family):
            let end = CalendarUnit.day.end(of: number)
            guard let index = family.last(beginningAtOrBefore: end) else { return nil }
            return min(number, CivilCalendar.dayNumber(of: family.unit.end(of: index)))
        }
    }

    /// The candidates and their neighbours on both sides, as a range where they are one.
    var widened: Candidates {
        if case .range(let range) = self { return .range(range.lowerBound - 1...range.upperBound + 1) }
        return .dilated(self)
    }

    /// The first day of a month (days since 1970-01-01) and how many it has.
    private static func extent(ofMonth number: Int64) -> (begin: Int64, length: Int64) {
        let begin = CivilCalendar.dayNumber(ofMonth: number)
        return (begin, CivilCalendar.dayNumber(ofMonth: number + 1) - begin)
    }
}

/// A sorted set of instances of one unit, each of which begins and ends at known instants.
struct UnitFamily: Hashable, Sendable {
    let unit: CalendarUnit
    let choice: Candidates

    init(_ unit: CalendarUnit, _ choice: Candidates) {
        self.unit = unit
        self.choice = choice
    }

    var first: Int64? { choice.first(atOrAfter: unit.limits.lowerBound) }
    var last: Int64? { choice.last(atOrBefore: unit.limits.upperBound) }

    /// The begin of the first member, and so on; a family without members is refused when a date is read.
    var firstBegin: Int64 { first.map(unit.begin) ?? .max }
    var firstEnd: Int64 { first.map(unit.end) ?? .max }
    var lastBegin: Int64 { last.map(unit.begin) ?? .min }
    var lastEnd: Int64 { last.map(unit.end) ?? .min }

    func first(beginningAtOrAfter instant: Int64) -> Int64? {
        choice.first(atOrAfter: unit.firstIndex(beginningAtOrAfter: instant))
    }

    func first(endingAtOrAfter instant: Int64) -> Int64? {
        choice.first(atOrAfter: unit.index(containing: instant))
    }

    func last(beginningAtOrBefore instant: Int64) -> Int64? {
        choice.last(atOrBefore: unit.index(containing: instant))
    }

    func last(endingAtOrBefore instant: Int64) -> Int64? {
        choice.last(atOrBefore: unit.lastIndex(endingAtOrBefore: instant))
    }

    /// The days on which something that took place in one member can have happened; seconds stay seconds.
    var moments: UnitFamily {
        switch (unit, choice) {
        case (.second, _), (.day, _): return self
        case (_, .range(let range)):
            let first = CivilCalendar.dayNumber(of: unit.begin(of: range.lowerBound))
            let last = CivilCalendar.dayNumber(of: unit.end(of: range.upperBound))
            return UnitFamily(.day, .range(first...last))
        default: return UnitFamily(.day, .cover(self))
        }
    }
}

/// Four digits of which some are not known, with a sign.
struct YearPattern: Hashable, Sendable {
    /// The digits from the left; nil is `X`.
    private let digits: [Int64?]
    private let isNegative: Bool

    init(_ text: String, isNegative: Bool) {
        digits = text.utf8.map { $0.decimal.map(Int64.init) }
        self.isNegative = isNegative
    }

    func first(atOrAfter year: Int64) -> Int64? {
        if isNegative { return greatestMagnitude(atMost: year > 0 ? -1 : -max(year, -9999)).map { -$0 } }
        return leastMagnitude(atLeast: max(year, 0))
    }

    func last(atOrBefore year: Int64) -> Int64? {
        if isNegative {
            return leastMagnitude(atLeast: year >= 0 ? 1 : year == .min ? .max : -year).map { -$0 }
        }
        return greatestMagnitude(atMost: min(year, 9999))
    }

    private static let places: [Int64] = [1000, 100, 10, 1]

    /// The least number from `bound` on that the digits admit: keep as many leading digits of the bound as
    /// possible, raise the next one as little as possible, fill up with the least.
    private func leastMagnitude(atLeast bound: Int64) -> Int64? {
        guard bound <= 9999 else { return nil }
        let wanted = Self.places.map { bound / $0 % 10 }
        if matches(wanted, upTo: 4) { return bound }
        for kept in (0..<4).reversed() where matches(wanted, upTo: kept) {
            let raised = digits[kept] ?? wanted[kept] + 1
            guard raised > wanted[kept], raised <= 9 else { continue }
            return number(keeping: wanted[..<kept], then: raised, fill: 0)
        }
        return nil
    }

    private func greatestMagnitude(atMost bound: Int64) -> Int64? {
        guard bound >= (isNegative ? 1 : 0) else { return nil }
        let wanted = Self.places.map { bound / $0 % 10 }
        if matches(wanted, upTo: 4) { return bound }
        for kept in (0..<4).reversed() where matches(wanted, upTo: kept) {
            let lowered = digits[kept] ?? wanted[kept] - 1
            guard lowered < wanted[kept], lowered >= 0 else { continue }
            let found = number(keeping: wanted[..<kept], then: lowered, fill: 9)
            return isNegative && found == 0 ? nil : found
        }
        return nil
    }

    private func matches(_ wanted: [Int64], upTo count: Int) -> Bool {
        zip(digits, wanted).prefix(count).allSatisfy { $0 == nil || $0 == $1 }
    }

    private func number(keeping kept: ArraySlice<Int64>, then next: Int64, fill: Int64) -> Int64 {
        let rest = digits.dropFirst(kept.count + 1).map { $0 ?? fill }
        return zip(Array(kept) + [next] + rest, Self.places).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

extension UInt64 {
    /// The lowest bit set at or above a place, or nil.
    func firstBit(atOrAfter place: Int64) -> Int64? {
        guard place < 64 else { return nil }
        let rest = self & (.max << UInt64(Swift.max(place, 0)))
        return rest == 0 ? nil : Int64(rest.trailingZeroBitCount)
    }

    /// The highest bit set at or below a place, or nil.
    func lastBit(atOrBefore place: Int64) -> Int64? {
        guard place >= 0 else { return nil }
        let rest = place >= 63 ? self : self & ((1 << UInt64(place + 1)) - 1)
        return rest == 0 ? nil : 63 - Int64(rest.leadingZeroBitCount)
    }
}
