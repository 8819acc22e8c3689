/// A unit of time whose instances tile the time line, each with a number.
///
/// Days are numbered from 1970-01-01; a unit of whole months begins in month `length * number + offset`, counted
/// from January of year 0. Begin and end grow with the number, on which all searches rest.
enum CalendarUnit: Hashable, Sendable {
    case second
    case day
    case months(length: Int64, offset: Int64)

    static let month = CalendarUnit.months(length: 1, offset: 0)
    static let year = CalendarUnit.months(length: 12, offset: 0)

    /// The first second of an instance; saturates at the ends of `Int64`.
    func begin(of index: Int64) -> Int64 {
        switch self {
        case .second: return index
        case .day: return index.multipliedSaturated(by: CivilCalendar.secondsPerDay)
        case .months(let length, let offset):
            let month = index.multipliedSaturated(by: length).addingSaturated(offset)
            return CivilCalendar.dayNumber(ofMonth: month)
                .multipliedSaturated(by: CivilCalendar.secondsPerDay)
        }
    }

    /// The last second of an instance; saturates at the ends of `Int64`.
    func end(of index: Int64) -> Int64 {
        switch self {
        case .second: return index
        case .day: return begin(of: index).addingSaturated(CivilCalendar.secondsPerDay - 1)
        case .months:
            let next = begin(of: index.addingSaturated(1))
            return next == .max ? .max : max(begin(of: index), next.addingSaturated(-1))
        }
    }

    /// The instance that contains an instant.
    func index(containing instant: Int64) -> Int64 {
        switch self {
        case .second: return instant
        case .day: return CivilCalendar.dayNumber(of: instant)
        case .months(let length, let offset):
            let date = CivilCalendar.date(of: instant)
            return (date.year * 12 + Int64(date.month) - 1 - offset).flooredQuotient(length)
        }
    }

    /// The first instance that begins at or after an instant.
    func firstIndex(beginningAtOrAfter instant: Int64) -> Int64 {
        let index = index(containing: instant)
        return begin(of: index) >= instant ? index : index.addingSaturated(1)
    }

    /// The last instance that ends at or before an instant.
    func lastIndex(endingAtOrBefore instant: Int64) -> Int64 {
        let index = index(containing: instant)
        return end(of: index) <= instant ? index : index.addingSaturated(-1)
    }

    /// The instances that stand for "as early" and "as late as you like": beyond every date that can be written.
    var limits: ClosedRange<Int64> {
        let years = CivilCalendar.years
        return index(
            containing: CivilCalendar.day(years.lowerBound, 1, 1)
        )...index(
            containing: CivilCalendar.day(years.upperBound, 12, 31)
        )
    }

    /// The coarsest of the usual units in which a range between these two can be counted.
    func common(with other: CalendarUnit) -> CalendarUnit {
        if self == other { return self }
        guard case .months(let length, let offset) = self,
            case .months(let otherLength, let otherOffset) = other
        else { return .day }
        return [length, offset, otherLength, otherOffset].allSatisfy { $0 % 12 == 0 } ? .year : .month
    }
}

/// A season or another grouping of months: the codes 21 to 41 of ISO 8601-2:2019, 4.8.
struct SeasonCode: Hashable, Sendable {
    /// The unit that the season is an instance of.
    let unit: CalendarUnit
    /// How many such units a year has.
    let perYear: Int64
    /// Which of them this one is, from 0.
    let slot: Int64

    init?(_ code: Int, hemisphere: Hemisphere) {
        // The season tiles are March, June, September and December; the south's spring is the north's autumn.
        switch code {
        case 21...24: self.init(season: code - 21, hemisphere)
        case 25...28: self.init(season: code - 25, .northern)
        case 29...32: self.init(season: code - 29, .southern)
        case 33...36: self.init(months: 3, slot: code - 33)
        case 37...39: self.init(months: 4, slot: code - 37)
        case 40...41: self.init(months: 6, slot: code - 40)
        default: return nil
        }
    }

    private init(season: Int, _ hemisphere: Hemisphere) {
        unit = .months(length: 3, offset: 2)
        perYear = 4
        slot = Int64(hemisphere == .northern ? season : (season + 2) % 4)
    }

    private init(months: Int64, slot: Int) {
        unit = .months(length: months, offset: 0)
        perYear = 12 / months
        self.slot = Int64(slot)
    }
}
