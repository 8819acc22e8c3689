/// Reads a text as EDTF, over its UTF-8 code units, so that every fault has a place.
///
/// The texts are short and the grammar is decided by the first bracket and the slashes, so the text is cut into
/// values first and each value is read from left to right.
struct EDTFParser {
    private let text: [UInt8]

    init(_ text: String) { self.text = Array(text.utf8) }

    mutating func parse() throws(EDTFError) -> EDTFDate.Structure {
        guard let first = text.first, let last = text.last else {
            throw EDTFError(.empty, "the date is empty", offset: 0)
        }
        if first == .openBracket || first == .openBrace {
            let close: UInt8 = first == .openBracket ? .closeBracket : .closeBrace
            guard last == close else {
                throw EDTFError(
                    .unbalancedSet,
                    "a set that begins with \(first.quoted) must end with \(close.quoted)",
                    offset: max(0, text.count - (last == .closeBracket || last == .closeBrace ? 1 : 0))
                )
            }
            let elements = try set(in: 1..<text.count - 1)
            return first == .openBracket ? .oneOf(elements) : .allOf(elements)
        }
        let slashes = text.indices.filter { text[$0] == .slash }
        if slashes.count > 1 {
            throw EDTFError(.tooManyEnds, "an interval has two ends, parted by one '/'", offset: slashes[1])
        }
        if let slash = slashes.first { return try interval(partedAt: slash) }
        return .single(try value(in: 0..<text.count))
    }

    private func value(in range: Range<Int>) throws(EDTFError) -> EDTFDate.Value {
        var reader = EDTFValueReader(text, range)
        return try reader.read()
    }

    // MARK: Intervals

    private func interval(partedAt slash: Int) throws(EDTFError) -> EDTFDate.Structure {
        let start = try end(in: 0..<slash)
        let end = try end(in: slash + 1..<text.count)
        if start == .unknown && end == .unknown {
            throw EDTFError(.incomplete, "an interval needs a date at one of its ends", offset: 0)
        }
        if let from = start.value, let through = end.value {
            let first = from.units(slack: false, hemisphere: .northern).firstBegin
            let last = through.units(slack: false, hemisphere: .northern).lastBegin
            if first > last { throw endsBeforeStart(0..<slash, slash + 1..<text.count, through) }
        }
        return .interval(start: start, end: end)
    }

    private func end(in range: Range<Int>) throws(EDTFError) -> EDTFDate.End {
        if range.isEmpty { return .unknown }
        if text[range].elementsEqual([.dot, .dot]) { return .open }
        let value = try value(in: range)
        if value.year.form == .long || value.year.form == .exponential {
            throw EDTFError(
                .notAllowedHere,
                "an interval cannot hold a year with 'Y'",
                offset: range.lowerBound
            )
        }
        if value.time != nil {
            throw EDTFError(
                .notAllowedHere,
                "an interval is between days, without times",
                offset: range.lowerBound,
                hint: "leave the time out"
            )
        }
        return .date(value)
    }

    /// An interval's end may not begin before its start does; to say "later in that year" there are `X` digits.
    private func endsBeforeStart(
        _ start: Range<Int>,
        _ end: Range<Int>,
        _ through: EDTFDate.Value
    ) -> EDTFError {
        let (from, to) = (
            String(decoding: text[start], as: UTF8.self), String(decoding: text[end], as: UTF8.self)
        )
        let hint: String? =
            switch through.precision {
            case .century: "two digits are a century: write the year in full"
            case .year where from.hasPrefix(to): "write \(from)/\(to)-XX-XX for an end later in \(to)"
            case .month where from.hasPrefix(to): "write \(from)/\(to)-XX for an end later in that month"
            default: nil
            }
        return EDTFError(
            .endsBeforeStart,
            "the interval ends before it starts: \(to) begins before \(from)",
            offset: end.lowerBound,
            hint: hint
        )
    }

    // MARK: Sets

    private func set(in range: Range<Int>) throws(EDTFError) -> [EDTFDate.Element] {
        var elements: [EDTFDate.Element] = []
        var begin = range.lowerBound
        for position in range.lowerBound...range.upperBound
        where position == range.upperBound || text[position] == .comma {
            guard position > begin else {
                let message =
                    elements.isEmpty && position == range.upperBound ? "the set" : "a member of the set"
                throw EDTFError(.incomplete, "\(message) is empty", offset: begin)
            }
            elements.append(try element(in: begin..<position))
            begin = position + 1
        }
        return elements
    }

    private func element(in range: Range<Int>) throws(EDTFError) -> EDTFDate.Element {
        var dots: Int?
        for position in range where dots == nil && position + 1 < range.upperBound {
            if text[position] == .dot && text[position + 1] == .dot { dots = position }
        }
        guard let dots else { return .value(try member(in: range)) }
        let (before, after) = (range.lowerBound..<dots, dots + 2..<range.upperBound)
        switch (before.isEmpty, after.isEmpty) {
        case (true, true):
            throw EDTFError(.incomplete, "a range needs a date at one of its ends", offset: range.lowerBound)
        case (true, false): return .onOrBefore(try member(in: after))
        case (false, true): return .onOrAfter(try member(in: before))
        case (false, false):
            let (from, through) = (try member(in: before), try member(in: after))
            let first = from.units(slack: false, hemisphere: .northern).firstBegin
            let last = through.units(slack: false, hemisphere: .northern).lastBegin
            if first > last {
                throw EDTFError(
                    .endsBeforeStart,
                    "the range ends before it starts",
                    offset: after.lowerBound
                )
            }
            return .range(from: from, through: through)
        }
    }

    private func member(in range: Range<Int>) throws(EDTFError) -> EDTFDate.Value {
        if range.contains(where: { text[$0] == .slash }) {
            throw EDTFError(
                .notAllowedHere,
                "a set holds dates and ranges, no intervals",
                offset: range.first { text[$0] == .slash } ?? range.lowerBound,
                hint: "write '..' for '/'"
            )
        }
        let value = try value(in: range)
        if value.time != nil {
            throw EDTFError(
                .notAllowedHere,
                "a set holds days, without times",
                offset: range.lowerBound,
                hint: "leave the time out"
            )
        }
        return value
    }
}

extension UInt8 {
    static let dot = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")
    static let slash = UInt8(ascii: "/")
    static let minus = UInt8(ascii: "-")
    static let plus = UInt8(ascii: "+")
    static let colon = UInt8(ascii: ":")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let unspecified = UInt8(ascii: "X")

    /// The value of a decimal digit, or nil.
    var decimal: Int? { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self) - 48 : nil }

    /// The character in quotation marks, or a description of one that cannot be shown.
    var quoted: String {
        switch self {
        case 0x20: "a space"
        case 0x21..<0x7f: "'\(Character(UnicodeScalar(self)))'"
        default: "a character that is not ASCII"
        }
    }
}
