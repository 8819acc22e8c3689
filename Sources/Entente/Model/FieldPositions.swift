/// The keys that a claim can have, by their names in a claims file.
public enum ClaimKey: String, Sendable, Hashable, CaseIterable {
    case id, subject, relation, object, participants, event, venue, regarding, role, value, about, condition
    case ordinal, oneOf
    case when, from, until, observed, dateText
    case polarity, status
    case modality, attributedTo, said, via, basis, wording, quote, locator, credibility, rank, rankReason
    case source, confidential, note
}

/// Where the fields of one claim stand in its file, so that a fault found later can still be pointed at.
public struct FieldPositions: Sendable {
    private struct Entry {
        var key: ClaimKey
        var item: Int32
        var line: Int32
        var column: Int32
    }

    private var entries: [Entry] = []
    /// Where the claim itself begins.
    public var claim: SourceLocation?

    /// Makes positions of a claim that begins at a place.
    public init(claim: SourceLocation? = nil) {
        self.claim = claim
    }

    /// Notes where a field's value, or one item of its list, stands.
    public mutating func set(_ key: ClaimKey, item: Int = 0, line: Int, column: Int) {
        entries.append(
            Entry(
                key: key,
                item: Int32(clamping: item),
                line: Int32(clamping: line),
                column: Int32(clamping: column)
            )
        )
    }

    /// Where a field's value, or one item of its list, stands; the claim itself where that is not known.
    public subscript(key: ClaimKey, item item: Int = 0) -> SourceLocation? {
        guard let claim else { return nil }
        guard
            let entry = entries.first(where: { $0.key == key && Int($0.item) == item })
                ?? entries.first(where: { $0.key == key })
        else { return claim }
        return SourceLocation(file: claim.file, line: Int(entry.line), column: Int(entry.column))
    }
}
