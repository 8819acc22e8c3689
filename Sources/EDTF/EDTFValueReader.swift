/// Reads one value of a date, such as `?2004-06~-11`, from left to right.
struct EDTFValueReader {
    typealias Qualifiers = EDTFDate.Qualifiers

    private let text: [UInt8]
    private let begin: Int
    private let end: Int
    private var position: Int

    /// Marks before a part apply to it alone; marks after a part to it and to all parts on its left.
    private var before: [Qualifiers] = []
    private var after: [Qualifiers] = []

    init(_ text: [UInt8], _ range: Range<Int>) {
        self.text = text
        begin = range.lowerBound
        end = range.upperBound
        position = begin
    }

    mutating func read() throws(EDTFError) -> EDTFDate.Value {
        before.append(try marks())
        let year = try year()
        after.append(try marks())
        var month: EDTFDate.Digits?
        var season: Int?
        var day: EDTFDate.Digits?
        var dayAt = position
        if year.form == .year && year.significantDigits == nil && take(.minus) {
            before.append(try marks())
            (month, season) = try monthOrSeason()
            after.append(try marks())
            if month != nil && take(.minus) {
                before.append(try marks())
                dayAt = position
                day = try self.day()
                after.append(try marks())
            }
        }
        let time = try self.time(afterDay: day)
        try expectEnd(after: season != nil ? "a season" : day != nil ? "a day" : nil, year)
        let value = EDTFDate.Value(
            year: year,
            month: month,
            season: season,
            day: day,
            time: time,
            yearQualifiers: qualifiers(0),
            monthQualifiers: qualifiers(1),
            dayQualifiers: qualifiers(2),
            isQualifiedAsWhole: before.allSatisfy(\.isEmpty) && after.dropLast().allSatisfy(\.isEmpty)
        )
        if let month, let day { try checkExistence(of: value, month, day, at: dayAt) }
        return value
    }

    // MARK: Marks

    private func qualifiers(_ part: Int) -> Qualifiers {
        guard part < before.count else { return [] }
        return after[part...].reduce(before[part]) { $0.union($1) }
    }

    private mutating func marks() throws(EDTFError) -> Qualifiers {
        guard let mark = peek.flatMap(Self.mark) else { return [] }
        position += 1
        if let second = peek.flatMap(Self.mark) {
            throw EDTFError(
                .unexpectedCharacter,
                "a part of a date has one mark on each side",
                offset: position,
                hint: mark.union(second) == [.uncertain, .approximate] ? "write '%' for '?' and '~'" : nil
            )
        }
        return mark
    }

    private static func mark(_ character: UInt8) -> Qualifiers? {
        switch character {
        case UInt8(ascii: "?"): .uncertain
        case UInt8(ascii: "~"): .approximate
        case UInt8(ascii: "%"): [.uncertain, .approximate]
        default: nil
        }
    }

    // MARK: Years

    private mutating func year() throws(EDTFError) -> EDTFDate.Year {
        if take(UInt8(ascii: "Y")) { return try longYear() }
        let isNegative = take(.minus)
        let start = position
        while let next = peek, next.decimal != nil || next == .unspecified { position += 1 }
        let digits = text[start..<position]
        let form: EDTFDate.Year.Form
        switch digits.count {
        case 0: throw unexpected("a year")
        case 1:
            throw EDTFError(
                .yearForm,
                "a year has four digits",
                offset: start,
                hint: "write 000\(shown(digits))"
            )
        case 2: form = .century
        case 3: form = .decade
        case 4: form = .year
        default:
            throw EDTFError(
                .yearForm,
                "a year has four digits, or 'Y' before it",
                offset: start
            )
        }
        if form != .year, let offset = digits.firstIndex(of: .unspecified) {
            throw EDTFError(.yearForm, "a year with 'X' has four digits", offset: offset)
        }
        let magnitude = Self.number(digits)
        if isNegative && magnitude == 0 {
            throw EDTFError(
                .negativeZero,
                "there is no negative zero",
                offset: start - 1,
                hint: "year 0000 is 1 BCE, -0001 is 2 BCE"
            )
        }
        var significant: Int?
        if form == .year { significant = try significantDigits(of: magnitude, at: start) }
        return EDTFDate.Year(
            form: form,
            isNegative: isNegative,
            digits: shown(digits),
            number: magnitude.map { isNegative ? -$0 : $0 },
            significantDigits: significant
        )
    }

    private mutating func longYear() throws(EDTFError) -> EDTFDate.Year {
        let isNegative = take(.minus)
        let start = position
        var magnitude = try integer("a year after 'Y'", limit: 100_000_000_000, .yearOutOfRange, start: start)
        let count = position - start
        var form = EDTFDate.Year.Form.long
        if take(UInt8(ascii: "E")) {
            form = .exponential
            let exponent = try integer("an exponent", limit: .max, .yearOutOfRange, start: start)
            for _ in 0..<min(exponent, 12) where magnitude != 0 {
                magnitude *= 10
                if magnitude > 100_000_000_000 { throw Self.tooFar(start) }
            }
        } else if count < 5 {
            throw EDTFError(
                .yearForm,
                "a year with 'Y' has more than four digits",
                offset: start,
                suggestion: count == 4 && magnitude != 0
                    ? (isNegative ? "-" : "") + CivilCalendar.padded(magnitude, 4) : nil
            )
        }
        if text[start] == UInt8(ascii: "0") {
            throw EDTFError(.yearForm, "a year with 'Y' does not begin with 0", offset: start)
        }
        let significant = try significantDigits(of: magnitude, at: start)
        return EDTFDate.Year(
            form: form,
            isNegative: isNegative,
            digits: "",
            number: isNegative ? -magnitude : magnitude,
            significantDigits: significant
        )
    }

    private mutating func significantDigits(of year: Int64?, at start: Int) throws(EDTFError) -> Int? {
        guard take(UInt8(ascii: "S")) else { return nil }
        let offset = position
        let count = try integer("the number of significant digits", limit: .max, .yearForm, start: offset)
        guard year != nil else {
            throw EDTFError(
                .yearForm,
                "a year has either 'X' or significant digits",
                offset: offset - 1
            )
        }
        guard count > 0 else {
            throw EDTFError(.yearForm, "a year has at least one significant digit", offset: offset)
        }
        return Int(count)
    }

    // MARK: Months and days

    private mutating func monthOrSeason() throws(EDTFError) -> (EDTFDate.Digits?, Int?) {
        let start = position
        let (digits, number) = try twoDigits("month")
        if let number, SeasonCode(number, hemisphere: .northern) != nil {
            if position < end && text[position] == .minus {
                throw EDTFError(.notAllowedHere, "a season has no days", offset: position)
            }
            return (nil, number)
        }
        let mask = Self.mask(of: digits, in: 1...12)
        guard mask != 0 else {
            throw EDTFError(
                .noSuchMonth,
                "month \(shown(digits)) does not exist",
                offset: start,
                hint: "months are 01 to 12, seasons 21 to 41"
            )
        }
        return (EDTFDate.Digits(text: shown(digits), number: number, mask: mask), nil)
    }

    private mutating func day() throws(EDTFError) -> EDTFDate.Digits {
        let start = position
        let (digits, number) = try twoDigits("day")
        let mask = Self.mask(of: digits, in: 1...31)
        guard mask != 0 else {
            throw EDTFError(
                .noSuchDay,
                "day \(shown(digits)) does not exist",
                offset: start,
                hint: "days are 01 to 31"
            )
        }
        return EDTFDate.Digits(text: shown(digits), number: number, mask: mask)
    }

    private mutating func twoDigits(_ part: String) throws(EDTFError) -> (ArraySlice<UInt8>, Int?) {
        let start = position
        while let next = peek, next.decimal != nil || next == .unspecified { position += 1 }
        let digits = text[start..<position]
        switch digits.count {
        case 0: throw unexpected("a \(part)")
        case 2: return (digits, Self.number(digits).map { Int($0) })
        case 1:
            throw EDTFError(
                .incomplete,
                "a \(part) has two digits",
                offset: start,
                hint: "write 0\(shown(digits))"
            )
        default: throw EDTFError(.unexpectedCharacter, "a \(part) has two digits", offset: start + 2)
        }
    }

    private func checkExistence(
        of value: EDTFDate.Value,
        _ month: EDTFDate.Digits,
        _ day: EDTFDate.Digits,
        at offset: Int
    ) throws(EDTFError) {
        let units = value.units(slack: false, hemisphere: .northern)
        guard units.first == nil else { return }
        let leap = month.number == 2 && day.number == 29
        let message =
            leap
            ? "29 February does not exist in \(value.year.isNegative ? "-" : "")\(value.year.digits)"
            : "day \(day.text) does not exist in "
                + (month.number.map { "\(EnglishNames.months[$0 - 1])" } ?? "month \(month.text)")
        throw EDTFError(.noSuchDay, message, offset: offset)
    }

    // MARK: Times

    private mutating func time(afterDay day: EDTFDate.Digits?) throws(EDTFError) -> EDTFDate.Time? {
        guard take(UInt8(ascii: "T")) else { return nil }
        let offset = position - 1
        guard let day, day.number != nil, before.allSatisfy(\.isEmpty), after.allSatisfy(\.isEmpty),
            !text[begin..<offset].contains(.unspecified)
        else {
            throw EDTFError(.notAllowedHere, "a time follows a complete day without marks", offset: offset)
        }
        let hour = try clock("hour", 0...24)
        try expect(.colon, "the ':' before the minutes")
        let minute = try clock("minute", 0...59)
        try expect(.colon, "the ':' before the seconds")
        let second = try clock("second", 0...59)
        if hour == 24 && (minute, second) != (0, 0) {
            throw EDTFError(
                .noSuchTime,
                "hour 24 is midnight at the end of the day, 24:00:00",
                offset: offset + 1
            )
        }
        return EDTFDate.Time(hour: hour, minute: minute, second: second, offsetMinutes: try zone())
    }

    private mutating func zone() throws(EDTFError) -> Int? {
        if take(UInt8(ascii: "Z")) { return 0 }
        let start = position
        guard let sign = peek, sign == .plus || sign == .minus else { return nil }
        position += 1
        let hours = try clock("hour of the offset", 0...99)
        var minutes = 0
        if take(.colon) { minutes = try clock("minute of the offset", 0...59) }
        let total = (sign == .minus ? -1 : 1) * (hours * 60 + minutes)
        if sign == .minus && total == 0 {
            throw EDTFError(.noSuchOffset, "an offset of zero is '+00:00' or 'Z'", offset: start)
        }
        guard -720...840 ~= total else {
            throw EDTFError(.noSuchOffset, "offsets reach from -12:00 to +14:00", offset: start)
        }
        return total
    }

    private mutating func clock(_ part: String, _ range: ClosedRange<Int>) throws(EDTFError) -> Int {
        let start = position
        while let next = peek, next.decimal != nil, position < start + 2 { position += 1 }
        guard position == start + 2, let number = Self.number(text[start..<position]) else {
            throw EDTFError(.noSuchTime, "the \(part) has two digits", offset: start)
        }
        guard range.contains(Int(number)) else {
            throw EDTFError(
                .noSuchTime,
                "\(part) \(shown(text[start..<position])) does not exist",
                offset: start
            )
        }
        return Int(number)
    }

    // MARK: Characters

    private var peek: UInt8? { position < end ? text[position] : nil }

    private mutating func take(_ character: UInt8) -> Bool {
        guard peek == character else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ character: UInt8, _ what: String) throws(EDTFError) {
        guard take(character) else { throw unexpected(what) }
    }

    private mutating func expectEnd(after part: String?, _ year: EDTFDate.Year) throws(EDTFError) {
        guard let next = peek else { return }
        if next == .minus && (year.form != .year || year.significantDigits != nil) {
            throw EDTFError(
                .notAllowedHere,
                "only a year of four digits can have a month",
                offset: position
            )
        }
        let message = part.map { "nothing but a mark or a time can follow \($0)" }
        if next == .minus, let message { throw EDTFError(.unexpectedCharacter, message, offset: position) }
        throw EDTFError(.unexpectedCharacter, "\(next.quoted) cannot stand here", offset: position)
    }

    private func unexpected(_ wanted: String) -> EDTFError {
        guard let next = peek else {
            return EDTFError(.incomplete, "\(wanted) is missing", offset: position)
        }
        return EDTFError(
            .unexpectedCharacter,
            "\(next.quoted) stands where \(wanted) should",
            offset: position,
            hint: next == UInt8(ascii: "W") ? "EDTF has no weeks: give the days, 2018-01-29/2018-02-04" : nil
        )
    }

    /// A number of any length; one above `limit` is an error with the given code.
    private mutating func integer(
        _ what: String,
        limit: Int64,
        _ code: EDTFError.Code,
        start: Int
    ) throws(EDTFError) -> Int64 {
        guard peek?.decimal != nil else { throw unexpected(what) }
        var number: Int64 = 0
        while let digit = peek?.decimal {
            number = number.multipliedSaturated(by: 10).addingSaturated(Int64(digit))
            position += 1
        }
        if number > limit { throw Self.tooFar(start) }
        return number
    }

    private static func tooFar(_ offset: Int) -> EDTFError {
        EDTFError(.yearOutOfRange, "years reach to 100,000,000,000 either way", offset: offset)
    }

    private func shown(_ characters: ArraySlice<UInt8>) -> String {
        String(decoding: characters, as: UTF8.self)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int64? {
        var number: Int64 = 0
        for digit in digits {
            guard let value = digit.decimal else { return nil }
            number = number * 10 + Int64(value)
        }
        return number
    }

    /// The numbers of a range that two digits admit, as bits.
    private static func mask(of digits: ArraySlice<UInt8>, in range: ClosedRange<Int>) -> UInt64 {
        var mask: UInt64 = 0
        for number in range {
            let wanted = [number / 10, number % 10]
            if zip(digits, wanted).allSatisfy({ $0 == .unspecified || $0.decimal == $1 }) {
                mask |= 1 << UInt64(number)
            }
        }
        return mask
    }
}
