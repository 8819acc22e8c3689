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
