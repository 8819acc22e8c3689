/// A set of instants as ranges, sorted and apart from one another.
struct InstantSet: Hashable, Sendable {
    private(set) var ranges: [ClosedRange<Int64>] = []

    /// All instants of some ranges. Complexity: O(n log n).
    init(_ parts: some Sequence<ClosedRange<Int64>>) {
        for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, part.lowerBound <= last.upperBound {
                ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, part.upperBound)
            } else {
                ranges.append(part)
            }
        }
    }

    /// The same instants, with ranges that follow one another made one.
    var joined: InstantSet {
        var set = InstantSet([])
        for range in ranges {
            if let last = set.ranges.last, last.upperBound == .max || range.lowerBound <= last.upperBound + 1
            {
                set.ranges[set.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                set.ranges.append(range)
            }
        }
        return set
    }

    var isEmpty: Bool { ranges.isEmpty }

    /// Whether a range has an instant in the set. Complexity: O(log n).
    func meets(_ range: ClosedRange<Int64>) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= range.upperBound
    }

    /// The instants in both sets. Complexity: O(n + m).
    func intersection(_ other: InstantSet) -> InstantSet {
        var common = InstantSet([])
        var (i, j) = (0, 0)
        while i < ranges.count, j < other.ranges.count {
            let begin = max(ranges[i].lowerBound, other.ranges[j].lowerBound)
            let end = min(ranges[i].upperBound, other.ranges[j].upperBound)
            if begin <= end { common.ranges.append(begin...end) }
            if ranges[i].upperBound < other.ranges[j].upperBound { i += 1 } else { j += 1 }
        }
        return common
    }
}
