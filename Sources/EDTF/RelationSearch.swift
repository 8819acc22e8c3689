/// Looks for a pair of readings that shows a relation.
///
/// Begins and ends grow with the number of a member, so that each relation is a conjunction of comparisons that are
/// closed under minimum: if two choices of members satisfy them, so do the lesser members of both. Starting from
/// the least members and raising whichever a comparison demands therefore ends in the least solution, or runs out of
/// members when there is none (P. Jeavons and M. Cooper, *Tractable Constraints on Ordered Domains*, Artificial
/// Intelligence 79 (1995), https://doi.org/10.1016/0004-3702(95)00107-7).
struct RelationSearch {
    /// The four choices: begin and end of the first date, then of the second; equal places are one choice.
    private let families: [UnitFamily]
    private let firstBegin: Int, firstEnd: Int, secondBegin: Int, secondEnd: Int
    private let ordered: [Comparison]

    /// A begin, or the second after an end.
    private struct Edge {
        let place: Int
        let isEnd: Bool
    }

    private struct Comparison {
        let lesser: Edge
        let greater: Edge
        let isEquality: Bool
    }

    init(_ first: Readings, _ second: Readings) {
        var families: [UnitFamily] = []
        var ordered: [Comparison] = []
        func add(_ readings: Readings) -> (Int, Int) {
            switch readings {
            case .oneOf(let family), .inEach(let family):
                families.append(family)
                return (families.count - 1, families.count - 1)
            case .between(let begin, let end):
                families += [begin, end]
                let places = (families.count - 2, families.count - 1)
                ordered.append(
                    Comparison(
                        lesser: Edge(place: places.0, isEnd: false),
                        greater: Edge(place: places.1, isEnd: true),
                        isEquality: false
                    )
                )
                return places
            }
        }
        (firstBegin, firstEnd) = add(first)
        (secondBegin, secondEnd) = add(second)
        self.families = families
        self.ordered = ordered
    }

    func isPossible(_ relation: AllenRelation) -> Bool {
        let begin = Edge(place: firstBegin, isEnd: false), end = Edge(place: firstEnd, isEnd: true)
        let otherBegin = Edge(place: secondBegin, isEnd: false),
            otherEnd = Edge(place: secondEnd, isEnd: true)
        func less(_ lesser: Edge, _ greater: Edge) -> Comparison {
            Comparison(lesser: lesser, greater: greater, isEquality: false)
        }
        func equal(_ one: Edge, _ other: Edge) -> Comparison {
            Comparison(lesser: one, greater: other, isEquality: true)
        }
        let comparisons =
            switch relation {
            case .before: [less(end, otherBegin)]
            case .meets: [equal(end, otherBegin)]
            case .overlaps: [less(begin, otherBegin), less(otherBegin, end), less(end, otherEnd)]
            case .finishedBy: [less(begin, otherBegin), equal(end, otherEnd)]
            case .contains: [less(begin, otherBegin), less(otherEnd, end)]
            case .starts: [equal(begin, otherBegin), less(end, otherEnd)]
            case .equals: [equal(begin, otherBegin), equal(end, otherEnd)]
            case .startedBy: [equal(begin, otherBegin), less(otherEnd, end)]
            case .during: [less(otherBegin, begin), less(end, otherEnd)]
            case .finishes: [less(otherBegin, begin), equal(end, otherEnd)]
            case .overlappedBy: [less(otherBegin, begin), less(begin, otherEnd), less(otherEnd, end)]
            case .metBy: [equal(otherEnd, begin)]
            case .after: [less(otherEnd, begin)]
            }
        return canStand(in: relation) && hasSolution(ordered + comparisons)
    }

    /// Whether the units alone allow a relation, which spares long searches for what cannot be.
    ///
    /// Members of one unit do not overlap, and one that others tile holds each of those or nothing of it.
    private func canStand(in relation: AllenRelation) -> Bool {
        // A day or second is not parted by an interval of days.
        let parting: Set<AllenRelation> = [.overlaps, .overlappedBy, .contains, .startedBy, .finishedBy]
        if families.count == 3 {
            let isFirst = firstBegin == firstEnd
            let single = families[isFirst ? firstBegin : secondBegin].unit
            return ![.second, .day].contains(single)
                || !parting.contains(isFirst ? relation : relation.inverse)
        }
        guard families.count == 2 else { return true }
        let (first, second) = (families[firstBegin].unit, families[secondBegin].unit)
        if [.before, .after].contains(relation) { return true }
        if first == second { return [.meets, .equals, .metBy].contains(relation) }
        if first.tiles(second) { return [.meets, .starts, .during, .finishes, .metBy].contains(relation) }
        if second.tiles(first) {
            return [.meets, .startedBy, .contains, .finishedBy, .metBy].contains(relation)
        }
        // Borders that never fall together: a quarter begins in January, a season in March.
        return first.sharesBorders(with: second)
            || [.overlaps, .overlappedBy, .contains, .during].contains(relation)
    }

    private func hasSolution(_ comparisons: [Comparison]) -> Bool {
        var chosen: [Int64] = []
        for family in families {
            guard let first = family.first else { return false }
            chosen.append(first)
        }
        func instant(_ edge: Edge) -> Int64 {
            let unit = families[edge.place].unit
            let member = chosen[edge.place]
            return edge.isEnd ? unit.end(of: member).addingSaturated(1) : unit.begin(of: member)
        }
        /// Raises a choice until its edge is at or after an instant; false if no member is left.
        func raise(_ edge: Edge, to bound: Int64) -> Bool {
            let family = families[edge.place]
            let found =
                edge.isEnd
                ? family.first(endingAtOrAfter: bound.addingSaturated(-1))
                : family.first(beginningAtOrAfter: bound)
            guard let found else { return false }
            chosen[edge.place] = max(chosen[edge.place], found)
            let reached = instant(edge)
            guard let next = zones.next(from: reached) else { return false }
            return next == reached || raise(edge, to: next)
        }
        let zones = SearchZones(families)
        var changed = true
        while changed {
            changed = false
            for comparison in comparisons {
                let (low, high) = (instant(comparison.lesser), instant(comparison.greater))
                if comparison.isEquality {
                    if low == high { continue }
                    let raised =
                        low < high ? raise(comparison.lesser, to: high) : raise(comparison.greater, to: low)
                    guard raised else { return false }
                    changed = true
                } else if low >= high {
                    guard raise(comparison.greater, to: low.addingSaturated(1)) else { return false }
                    changed = true
                }
            }
        }
        return true
    }
}

/// The stretches of time in which the edges of a least solution can lie; a search leaps over what is between.
///
/// Members repeat every 400 years, but where digits of a year are `X` before others. Take a least solution with an edge
/// far from the first member of every family, and the edges near it: they could all be moved down by a cycle, unless
/// they are held by other edges not far below, and those in turn. A cycle and two units, the longest of them a century,
/// are less than 600 years, and there are as many steps as choices. So edges lie that near above the first member of
/// some family, or among members that do not repeat, or one unit below such a place, held by their own other edge.
private struct SearchZones {
    private let zones: [ClosedRange<Int64>]

    init(_ families: [UnitFamily]) {
        let reach = (146_097 + 146_097 / 2) * CivilCalendar.secondsPerDay
        zones = families.map { family in
            let end = family.choice.isPeriodic ? family.firstEnd : family.lastEnd
            let begin = family.firstBegin.addingSaturated(-reach)
            return begin...max(begin, end.addingSaturated(Int64(families.count) * reach))
        }
    }

    /// The first instant in a zone from a given one on, or nil beyond the last zone.
    func next(from instant: Int64) -> Int64? {
        zones.compactMap { $0.upperBound < instant ? nil : max(instant, $0.lowerBound) }.min()
    }
}

extension Candidates {
    /// Whether the candidates between the first and the last repeat every 400 years.
    fileprivate var isPeriodic: Bool {
        switch self {
        case .range: true
        case .years: false
        case .parts(let inner, _, _), .days(let inner, _), .dilated(let inner): inner.isPeriodic
        case .cover(let family): family.choice.isPeriodic
        }
    }
}

extension CalendarUnit {
    /// Whether each instance of another unit is made of several of this one.
    fileprivate func tiles(_ other: CalendarUnit) -> Bool {
        switch (self, other) {
        case (.second, .day), (.second, .months), (.day, .months): true
        case (.months(let length, let offset), .months(let otherLength, let otherOffset)):
            otherLength > length && otherLength % length == 0 && (otherOffset - offset) % length == 0
        default: false
        }
    }

    /// Whether an instance of this unit can begin where one of another does.
    fileprivate func sharesBorders(with other: CalendarUnit) -> Bool {
        guard case .months(let length, let offset) = self,
            case .months(let otherLength, let otherOffset) = other
        else { return true }
        var (divisor, rest) = (length, otherLength)
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        return (otherOffset - offset) % divisor == 0
    }
}
