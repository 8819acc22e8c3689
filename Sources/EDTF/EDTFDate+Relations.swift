extension EDTFDate {
    /// How two dates stand to each other, in Allen's relations.
    public struct Relations: Hashable, Sendable {
        /// The relation that every pair of readings shows: one, or none.
        public let certain: [AllenRelation]
        /// The relations that some pair of readings shows, in the order of `AllenRelation`; never empty.
        public let possible: [AllenRelation]

        /// Whether the relation is one of some.
        public func certainty(ofAnyOf relations: Set<AllenRelation>) -> Certainty {
            Certainty(
                inAll: !certain.isEmpty
                    ? certain.allSatisfy(relations.contains) : hidesNothing(outside: relations),
                inSome: possible.contains(where: relations.contains)
            )
        }

        /// Whether one of the two dates is marked `?` or `%`, so that nothing is certain.
        let isUncertain: Bool

        private func hidesNothing(outside relations: Set<AllenRelation>) -> Bool {
            !isUncertain && possible.allSatisfy(relations.contains)
        }
    }

    /// How this date stands to another one.
    ///
    /// Exact for values, intervals, unspecified digits and one-of sets: a relation is listed if and only if some
    /// pair of readings shows it. A set of which all members are meant is taken for the period from its first
    /// begin to its last end, whose bounds vary independently. The two dates are read independently of each other.
    ///
    /// - Parameters:
    ///   - other: The other date.
    ///   - reading: How this date is read.
    ///   - otherReading: How the other one is read; nil means the same way.
    ///   - conventions: Slack, publishing date and hemisphere, of both.
    /// - Complexity: Some searches for each relation and pair of set members; dates with unspecified digits in
    ///   the year can take as many steps as the years have members.
    public func relations(
        to other: EDTFDate,
        as reading: Reading = .spell,
        otherAs otherReading: Reading? = nil,
        _ conventions: Conventions = .standard
    ) -> Relations {
        let first = sides(reading, conventions)
        let second = other.sides(otherReading ?? reading, conventions)
        let searches = first.flatMap { first in second.map { RelationSearch(first, $0) } }
        let possible = AllenRelation.allCases.filter { relation in
            searches.contains { $0.isPossible(relation) }
        }
        let isUncertain = isUncertain || other.isUncertain
        return Relations(
            certain: possible.count == 1 && !isUncertain ? possible : [],
            possible: possible,
            isUncertain: isUncertain
        )
    }

    /// Whether this date ends before another one begins; a second between them is not needed.
    public func isBefore(
        _ other: EDTFDate,
        as reading: Reading = .spell,
        otherAs otherReading: Reading? = nil,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        relations(to: other, as: reading, otherAs: otherReading, conventions)
            .certainty(ofAnyOf: [.before, .meets])
    }

    /// Whether this date begins after another one has ended.
    public func isAfter(
        _ other: EDTFDate,
        as reading: Reading = .spell,
        otherAs otherReading: Reading? = nil,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        relations(to: other, as: reading, otherAs: otherReading, conventions)
            .certainty(ofAnyOf: [.after, .metBy])
    }

    /// Whether the two dates have a second in common.
    public func coincides(
        with other: EDTFDate,
        as reading: Reading = .spell,
        otherAs otherReading: Reading? = nil,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        relations(to: other, as: reading, otherAs: otherReading, conventions)
            .certainty(ofAnyOf: Set(AllenRelation.allCases).subtracting([.before, .meets, .metBy, .after]))
    }

    /// Whether this date lies within another one, borders included.
    public func isWithin(
        _ other: EDTFDate,
        as reading: Reading = .spell,
        otherAs otherReading: Reading? = nil,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        relations(to: other, as: reading, otherAs: otherReading, conventions)
            .certainty(ofAnyOf: [.during, .starts, .finishes, .equals])
    }

    /// Whether the two dates begin and end together.
    public func equals(
        _ other: EDTFDate,
        as reading: Reading = .spell,
        otherAs otherReading: Reading? = nil,
        _ conventions: Conventions = .standard
    ) -> Certainty {
        relations(to: other, as: reading, otherAs: otherReading, conventions).certainty(ofAnyOf: [.equals])
    }

    /// The readings of each alternative, all-of sets as one extent.
    private func sides(_ reading: Reading, _ conventions: Conventions) -> [Readings] {
        let readings = alternatives(reading, conventions).map(\.readings)
        guard case .allOf = structure, readings.count > 1 || readings.contains(where: \.isInEach) else {
            return readings
        }
        let bounds = bounds(as: reading, conventions)
        /// A begin or end without bound is some unknown day beyond all dates.
        func days(_ first: Int64, _ last: Int64) -> UnitFamily {
            let first = first == .max ? Horizon.after.lowerBound : CivilCalendar.dayNumber(of: first)
            let last = last == .min ? Horizon.before.upperBound : CivilCalendar.dayNumber(of: last)
            let limits = Horizon.all
            return UnitFamily(.day, .range(max(first, limits.lowerBound)...min(last, limits.upperBound)))
        }
        return [
            .between(
                begin: days(bounds.beginEarliest, bounds.beginLatest),
                end: days(bounds.endEarliest, bounds.endLatest)
            )
        ]
    }
}

extension Readings {
    fileprivate var isInEach: Bool { if case .inEach = self { true } else { false } }
}

/// Looks for a pair of readings that shows a relation.
///
/// Begins and ends grow with the number of a member, so that each relation is a conjunction of comparisons that are
/// closed under minimum: if two choices of members satisfy them, so do the lesser members of both. Starting from
/// the least members and raising whichever a comparison demands therefore ends in the least solution, or runs out of
/// members when there is none (P. Jeavons and M. Cooper, *Tractable Constraints on Ordered Domains*, Artificial
/// Intelligence 79 (1995), https://doi.org/10.1016/0004-3702(95)00107-7).
private struct RelationSearch {
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
        return hasSolution(ordered + comparisons)
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
            return limit.map { instant(edge) <= $0 } ?? true
        }
        let limit = searchEnd(from: zip(families, chosen).map { $0.unit.end(of: $1) })
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

    /// The instant beyond which there is no least solution, or nil where members are too few to need one.
    ///
    /// Unless digits of a year are `X` before others, the members repeat every 400 years. Sort the four edges of the
    /// least solution: where two neighbours lay more than a cycle and two units apart, all edges above the gap
    /// could be moved down by a cycle, against its being the least. So the last one lies within four such gaps, of
    /// less than 800 years each, of the latest of the first members.
    private func searchEnd(from starts: [Int64]) -> Int64? {
        guard families.allSatisfy(\.choice.isPeriodic), let latest = starts.max() else { return nil }
        return latest.addingSaturated(8 * 146_097 * CivilCalendar.secondsPerDay)
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
