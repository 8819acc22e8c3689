extension EDTFDate.Value {
    /// The instances of the value's unit that it admits.
    func units(slack: Bool, hemisphere: Hemisphere) -> UnitFamily {
        if let time, let day = day?.number { return UnitFamily(.second, instant(day, time)) }
        let moves = slack ? finestApproximatePart : nil
        let (unit, years) = yearUnits
        let movedYears = moves == .year ? years.widened : years
        if let season, let code = SeasonCode(season, hemisphere: hemisphere) {
            let seasons = Self.parts(of: movedYears, perYear: code.perYear, 1 << UInt64(code.slot))
            return UnitFamily(code.unit, moves == .month ? seasons.widened : seasons)
        }
        guard let month else { return UnitFamily(unit, movedYears) }
        let months = Self.parts(of: movedYears, perYear: 12, month.mask >> 1)
        let movedMonths = moves == .month ? months.widened : months
        guard let day else { return UnitFamily(.month, movedMonths) }
        let days = Self.days(of: movedMonths, day)
        return UnitFamily(.day, moves == .day ? days.widened : days)
    }

    private enum Part { case year, month, day }

    private var finestApproximatePart: Part? {
        if dayQualifiers.contains(.approximate) { return .day }
        if monthQualifiers.contains(.approximate) { return .month }
        return yearQualifiers.contains(.approximate) ? .year : nil
    }

    private var yearUnits: (CalendarUnit, Candidates) {
        guard let number = year.number else { return (.year, unspecifiedYears) }
        switch year.form {
        case .century: return Self.block(of: 1200, number, year.isNegative)
        case .decade: return Self.block(of: 120, number, year.isNegative)
        case .year, .long, .exponential: return (.year, .range(significantYears(number)))
        }
    }

    /// A negative decade or century ends, not begins, in a year that divides evenly: `-193` is -1939 to -1930.
    private static func block(of months: Int64, _ number: Int64, _ isNegative: Bool) -> (
        CalendarUnit, Candidates
    ) {
        let index = isNegative ? number - 1 : number
        return (.months(length: months, offset: isNegative ? 12 : 0), .range(index...index))
    }

    /// `1950S2` is some year of 1900 to 1999; digits beyond those written add nothing.
    private func significantYears(_ number: Int64) -> ClosedRange<Int64> {
        guard let significant = year.significantDigits else { return number...number }
        let magnitude = Int64(number.magnitude)
        let written = year.form == .year ? 4 : String(magnitude).count
        let unit = (0..<max(0, written - significant)).reduce(Int64(1)) { unit, _ in unit * 10 }
        let first = magnitude / unit * unit
        let last = first + unit - 1
        return number < 0 ? -last...min(-first, -1) : first...last
    }

    /// Four `X` are any year at all, so that nothing of them is bounded; other digits are a pattern or a range.
    private var unspecifiedYears: Candidates {
        let known = year.digits.prefix { $0 != "X" }
        if known.isEmpty, year.digits == "XXXX" {
            let limits = CalendarUnit.year.limits
            return .range(limits.lowerBound...(year.isNegative ? -1 : limits.upperBound))
        }
        guard year.digits.dropFirst(known.count).allSatisfy({ $0 == "X" }) else {
            return .years(YearPattern(year.digits, isNegative: year.isNegative))
        }
        let unit: Int64 = [1, 10, 100, 1000][4 - known.count]
        let first = (Int64(known) ?? 0) * unit
        let last = first + unit - 1
        return .range(year.isNegative ? -last...min(-first, -1) : first...last)
    }

    private static func parts(of years: Candidates, perYear: Int64, _ mask: UInt64) -> Candidates {
        if case .range(let range) = years {
            if mask == (1 << UInt64(perYear)) - 1 {
                return .range(range.lowerBound * perYear...range.upperBound * perYear + perYear - 1)
            }
            if range.count == 1, mask.nonzeroBitCount == 1 {
                let number = range.lowerBound * perYear + Int64(mask.trailingZeroBitCount)
                return .range(number...number)
            }
        }
        return .parts(of: years, perYear: perYear, mask)
    }

    private static func days(of months: Candidates, _ day: EDTFDate.Digits) -> Candidates {
        if case .range(let range) = months {
            let first = CivilCalendar.dayNumber(ofMonth: range.lowerBound)
            let last = CivilCalendar.dayNumber(ofMonth: range.upperBound + 1) - 1
            if day.text == "XX" { return .range(first...last) }
            if range.count == 1, let number = day.number, first + Int64(number) - 1 <= last {
                let day = first + Int64(number) - 1
                return .range(day...day)
            }
        }
        return .days(of: months, day.mask)
    }

    private func instant(_ day: Int, _ time: EDTFDate.Time) -> Candidates {
        let start = CivilCalendar.day(year.number ?? 0, month?.number ?? 1, day)
        let minutes = time.hour * 60 + time.minute - (time.offsetMinutes ?? 0)
        let instant = start + Int64(minutes * 60 + time.second)
        return .range(instant...instant)
    }
}
