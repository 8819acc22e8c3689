/// One of the thirteen ways in which two periods can stand to each other; exactly one holds of any two.
///
/// *Conventions.* Time is counted in seconds and a period is its first to its last second. `meets` means that the
/// second period begins on the very next second: 2018-07-16 meets 2018-07-17, and is before 2018-07-18.
///
/// Reference: J. F. Allen, *Maintaining Knowledge about Temporal Intervals*, CACM 26 (1983),
/// https://doi.org/10.1145/182.358434.
public enum AllenRelation: String, Hashable, Sendable, CaseIterable, Comparable {
    /// The first ends, time passes, the second begins.
    case before
    /// The second begins on the second after the first has ended.
    case meets
    /// The first begins, the second begins, the first ends, the second ends.
    case overlaps
    /// The first lasts to the second's end, having begun before it.
    case finishedBy
    /// The first begins before the second and ends after it.
    case contains
    /// Both begin together, the first ends earlier.
    case starts
    /// Both begin and end together.
    case equals
    /// Both begin together, the first ends later.
    case startedBy
    /// The first begins after the second and ends before it.
    case during
    /// The first begins after the second and both end together.
    case finishes
    /// The second begins, the first begins, the second ends, the first ends.
    case overlappedBy
    /// The first begins on the second after the second has ended.
    case metBy
    /// The second ends, time passes, the first begins.
    case after

    /// The relation of two periods.
    public init(_ first: ClosedRange<Int64>, _ second: ClosedRange<Int64>) {
        let (begin, otherBegin) = (first.lowerBound, second.lowerBound)
        let (end, otherEnd) = (first.upperBound, second.upperBound)
        if end < otherBegin {
            self = end + 1 == otherBegin ? .meets : .before
        } else if otherEnd < begin {
            self = otherEnd + 1 == begin ? .metBy : .after
        } else if begin == otherBegin {
            self = end == otherEnd ? .equals : end < otherEnd ? .starts : .startedBy
        } else if begin < otherBegin {
            self = end == otherEnd ? .finishedBy : end < otherEnd ? .overlaps : .contains
        } else {
            self = end == otherEnd ? .finishes : end < otherEnd ? .during : .overlappedBy
        }
    }

    /// The same relation seen from the second period.
    public var inverse: AllenRelation {
        switch self {
        case .before: .after
        case .meets: .metBy
        case .overlaps: .overlappedBy
        case .finishedBy: .finishes
        case .contains: .during
        case .starts: .startedBy
        case .equals: .equals
        case .startedBy: .starts
        case .during: .contains
        case .finishes: .finishedBy
        case .overlappedBy: .overlaps
        case .metBy: .meets
        case .after: .before
        }
    }

    /// The order in which the relations are listed: that in which they pass as the first period moves on.
    public static func < (left: AllenRelation, right: AllenRelation) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
