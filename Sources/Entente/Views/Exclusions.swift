/// Why a claim does not count in a view; a claim left out for several reasons is counted under the first.
public enum ExclusionReason: String, Sendable, Hashable, CaseIterable, Comparable {
    /// From a source that the view does not take.
    case otherSource = "other sources"
    /// From a source less reliable than asked, or of unstated reliability.
    case unreliable
    /// Published later than the view's known-by date.
    case notYetKnown = "not yet known"
    case deprecated
    /// Taken as if nobody had made it.
    case withdrawn
    /// Of a rank that the view does not take, other than deprecated.
    case otherRank = "other ranks"
    /// Of a relation or family that was not asked for.
    case otherRelation = "other relations"
    /// About entities that are left out.
    case otherEntity = "other entities"
    /// Counted by the view's statuses only where planned.
    case actual
    case planned
    case cancelled
    case denied
    case alleged
    /// Of another modality than those counted.
    case otherModality = "other modality"
    case negative
    case unproven
    /// Counted by the view's polarities only in their opposite: positive claims where negative ones are asked.
    case positive
    /// Impossible by its date.
    case outsidePeriod = "outside the period"
    /// Possible but not certain by its date, where certainty was asked.
    case onlyPossible = "only possible by date"
    /// Without a date, where a certain date was asked.
    case undated
    /// It counts, but what is said under a condition ties nobody.
    case conditional
    /// It counts, but is about one entity, so no tie.
    case unary = "about one entity only"
    /// It counts, but not two of what it names are vertices in the view, or they are folded into one.
    case otherKinds = "of other kinds"

    /// The order of declaration, in which reasons are listed.
    public static func < (left: ExclusionReason, right: ExclusionReason) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// How many claims a view left out, and why.
public struct Exclusions: Sendable, Hashable {
    private var counts: [ExclusionReason: Int] = [:]

    /// Nothing left out.
    public init() {}

    mutating func add(_ reason: ExclusionReason) { counts[reason, default: 0] += 1 }

    /// These and others.
    func adding(_ others: Exclusions) -> Exclusions {
        var sum = self
        sum.counts.merge(others.counts, uniquingKeysWith: +)
        return sum
    }

    /// The number of claims left out for a reason.
    public subscript(reason: ExclusionReason) -> Int { counts[reason] ?? 0 }

    /// The reasons that left something out, in their order, with the number of claims.
    public var list: [(reason: ExclusionReason, count: Int)] {
        counts.keys.sorted().map { ($0, counts[$0] ?? 0) }
    }

    /// The number of all claims left out.
    public var total: Int { counts.values.reduce(0, +) }

    /// "planned 4, denied 2", or nil where nothing was left out.
    public var text: String? {
        counts.isEmpty ? nil : list.map { "\($0.reason.rawValue) \($0.count)" }.joined(separator: ", ")
    }
}
