/// A date in EDTF, ISO 8601-2:2019, levels 0, 1 and 2: what was written, and what it can mean.
///
/// ```swift
/// let met = try EDTFDate("2018-07-16")
/// let spell = try EDTFDate("1985-04/..")
/// let doubtful = try EDTFDate("[1667,1668?]")
/// spell.bounds(as: .spell).beginLatest        // 1985-04-30T00:00:00Z
/// met.relations(to: spell).certain            // [.during]
/// ```
///
/// *Conventions.* The text is kept verbatim and is what `description` gives; two dates are equal when their texts
/// are. Instants are seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar, a date without a zone is
/// in UTC, and years reach to ±10^11. What a date says is never rounded: every question about it is answered
/// with a `Certainty`, over all the values that the text admits.
///
/// Reference: ISO 8601-2:2019; Library of Congress, *Extended Date/Time Format (EDTF) Specification* (2019),
/// https://www.loc.gov/standards/datetime/.
public struct EDTFDate: Hashable, Sendable, CustomStringConvertible {
    /// The text as it was written.
    public let description: String

    /// What the text says: one value, an interval, or a set.
    public let structure: Structure

    /// Reads a date.
    ///
    /// - Parameter text: The EDTF text, without spaces around it.
    /// - Throws: `EDTFError`, with the place of the fault and, where one can be found, the text that was meant.
    /// - Complexity: O(length of the text).
    public init(_ text: String) throws(EDTFError) {
        var parser = EDTFParser(text)
        do {
            structure = try parser.parse()
            description = text
        } catch {
            throw NearMiss.advise(error, about: text)
        }
    }

    /// Reads a date without looking for what was meant if it is none.
    init(exactly text: String) throws(EDTFError) {
        var parser = EDTFParser(text)
        structure = try parser.parse()
        description = text
    }

    /// Two dates are equal when they are written alike; `1985/..` and `1985-01-01/..` are not.
    public static func == (left: EDTFDate, right: EDTFDate) -> Bool { left.description == right.description }

    /// Hashes the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension EDTFDate {
    /// The lowest level of EDTF, 0 to 2, at which the text is valid.
    public var level: Int {
        switch structure {
        case .single(let value):
            return value.level
        case .interval(let start, let end):
            return max(start.levelInInterval, end.levelInInterval)
        case .oneOf, .allOf:
            return 2
        }
    }

    /// The coarsest precision of the values in the text, or nil where there is none, as in `../..`.
    public var precision: DatePrecision? { values.map(\.precision).max() }

    /// The qualifiers of all values in the text together.
    public var qualifiers: Qualifiers { values.reduce(into: []) { $0.formUnion($1.qualifiers) } }

    /// Whether any part is marked `?` or `%`, so that the date supports possible answers only.
    public var isUncertain: Bool { qualifiers.contains(.uncertain) }

    /// Whether any part is marked `~` or `%`.
    public var isApproximate: Bool { qualifiers.contains(.approximate) }

    /// Whether any digit is `X`.
    public var hasUnspecifiedDigits: Bool { values.contains { $0.hasUnspecifiedDigits } }

    /// Whether the text is an interval, `a/b`.
    public var isInterval: Bool { if case .interval = structure { true } else { false } }

    /// Whether the text is an interval with an open end, `a/..`: still so when it was published.
    public var hasOpenEnd: Bool { if case .interval(_, .open) = structure { true } else { false } }

    /// Whether the text is an interval with an unknown end, `a/`: certain at its start only.
    public var hasUnknownEnd: Bool { if case .interval(_, .unknown) = structure { true } else { false } }

    /// Whether the text is an interval with an open start, `../b`.
    public var hasOpenStart: Bool { if case .interval(.open, _) = structure { true } else { false } }

    /// Whether the text is an interval with an unknown start, `/b`.
    public var hasUnknownStart: Bool { if case .interval(.unknown, _) = structure { true } else { false } }

    /// The values in the text, in the order in which they are written.
    public var values: [Value] {
        switch structure {
        case .single(let value): [value]
        case .interval(let start, let end): [start.value, end.value].compactMap(\.self)
        case .oneOf(let elements), .allOf(let elements): elements.flatMap(\.values)
        }
    }
}
