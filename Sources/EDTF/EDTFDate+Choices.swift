/// Some ways in which a date can be meant: from when to when it can begin, from when to when it can end.
package struct DateChoice: Hashable, Sendable {
    /// The first seconds that can begin it, from the earliest to the latest.
    package let begin: ClosedRange<Int64>
    /// The last seconds that can end it, from the earliest to the latest.
    package let end: ClosedRange<Int64>
    /// Whether it begins and ends with one unknown day (or second) of the range; otherwise both are chosen apart, the
    /// end not before the begin.
    package let isOneUnit: Bool
    /// Whether it is marked `?` or `%`.
    package let isUncertain: Bool

    package init(begin: ClosedRange<Int64>, end: ClosedRange<Int64>, isOneUnit: Bool, isUncertain: Bool) {
        self.begin = begin
        self.end = end
        self.isOneUnit = isOneUnit
        self.isUncertain = isUncertain
    }
}

/// All that a date can mean, as choices: one of each list is so.
package struct DateChoices: Hashable, Sendable {
    /// For each time that is meant (several for a `{…}` set) what it can be.
    package var times: [[DateChoice]] = []
    /// Whether the choices are all that the date admits and nothing else; if not, they reach as far and fill gaps.
    package var isExact = true

    package init(times: [[DateChoice]] = []) { self.times = times }
}

extension EDTFDate {
    /// What the date can mean, as choices of begin and end.
    ///
    /// Days that follow one another are one choice; the members of a set or of unspecified digits are listed up to a
    /// number and stand beyond it as one choice from the first to the last.
    ///
    /// - Parameter limit: the most choices for one member of a set, and 64 times the most steps.
    package func choices(
        as reading: Reading,
        _ conventions: Conventions = .standard,
        limit: Int = 64
    ) -> DateChoices {
        var result = DateChoices()
        var alternatives: [DateChoice] = []
        for alternative in self.alternatives(reading, conventions) {
            let (lists, isExact) = alternative.choices(reading, limit: limit)
            result.isExact = result.isExact && isExact
            if case .allOf = structure {
                result.times += lists
            } else {
                alternatives += lists.flatMap(\.self)
            }
        }
        if case .allOf = structure { return result }
        result.times = [alternatives]
        return result
    }
}

extension Alternative {
    /// The choices of one alternative: several lists where it holds in each of several members.
    fileprivate func choices(_ reading: EDTFDate.Reading, limit: Int) -> (
        lists: [[DateChoice]], isExact: Bool
    ) {
        func range(_ first: Int64, _ last: Int64) -> ClosedRange<Int64> {
            let first = Horizon.bounded(first)
            return first...max(first, Horizon.bounded(last))
        }
        func choice(_ begin: ClosedRange<Int64>, _ end: ClosedRange<Int64>, isOneUnit: Bool) -> DateChoice {
            DateChoice(begin: begin, end: end, isOneUnit: isOneUnit, isUncertain: isUncertain)
        }
        switch readings {
        case .between(let begin, let end):
            let isExact = begin.isContiguous && end.isContiguous
            return (
                [
                    [
                        choice(
                            range(begin.firstBegin, begin.lastBegin),
                            range(end.firstEnd, end.lastEnd),
                            isOneUnit: false
                        )
                    ]
                ],
                isExact
            )
        case .oneOf(let family) where reading == .contact:
            let (runs, isExact) = family.runs(limit: limit)
            return (
                [
                    runs.map { run in
                        let unit = family.unit
                        return choice(
                            range(unit.begin(of: run.lowerBound), unit.begin(of: run.upperBound)),
                            range(unit.end(of: run.lowerBound), unit.end(of: run.upperBound)),
                            isOneUnit: true
                        )
                    }
                ],
                isExact
            )
        case .oneOf(let family):
            guard let members = family.members(limit: limit) else {
                return (
                    [
                        [
                            choice(
                                range(family.firstBegin, family.lastBegin),
                                range(family.firstEnd, family.lastEnd),
                                isOneUnit: false
                            )
                        ]
                    ],
                    false
                )
            }
            return (
                [
                    members.map { member in
                        let (begin, end) = (family.unit.begin(of: member), family.unit.end(of: member))
                        return choice(range(begin, begin), range(end, end), isOneUnit: false)
                    }
                ],
                true
            )
        case .inEach(let family):
            func unknownDay(of units: UnitFamily) -> [DateChoice] {
                let days = units.moments
                return [
                    choice(
                        range(days.firstBegin, days.lastBegin),
                        range(days.firstEnd, days.lastEnd),
                        isOneUnit: true
                    )
                ]
            }
            guard let members = family.members(limit: limit) else { return ([unknownDay(of: family)], false) }
            return (members.map { unknownDay(of: UnitFamily(family.unit, .range($0...$0))) }, true)
        }
    }
}

extension UnitFamily {
    fileprivate var isContiguous: Bool { if case .range = choice { true } else { first == last } }

    /// The members one by one; nil where there are more than a number.
    fileprivate func members(limit: Int) -> [Int64]? {
        var members: [Int64] = []
        var next = first
        while let member = next {
            guard members.count < limit else { return nil }
            members.append(member)
            next = choice.first(atOrAfter: member.addingSaturated(1))
        }
        return members
    }

    /// Members that follow one another, together; from the first to the last where there are too many such runs.
    fileprivate func runs(limit: Int) -> (runs: [ClosedRange<Int64>], isExact: Bool) {
        guard let first, let last else { return ([], true) }
        if case .range = choice { return ([first...last], true) }
        // What covers units is told by these, of which there are fewer.
        var steps: [ClosedRange<Int64>] = []
        func add(_ range: ClosedRange<Int64>) {
            if let end = steps.last, range.lowerBound <= end.upperBound.addingSaturated(1) {
                steps[steps.count - 1] = end.lowerBound...max(end.upperBound, range.upperBound)
            } else {
                steps.append(range)
            }
        }
        var count = 0
        let inner = if case .cover(let family) = choice { family } else { self }
        var next = inner.first
        while let member = next {
            count += 1
            guard steps.count <= limit, count <= limit * 64 else { return ([first...last], false) }
            if inner == self {
                add(member...member)
            } else {
                add(
                    CivilCalendar.dayNumber(
                        of: inner.unit.begin(of: member)
                    )...CivilCalendar.dayNumber(
                        of: inner.unit.end(of: member)
                    )
                )
            }
            next = inner.choice.first(atOrAfter: member.addingSaturated(1))
        }
        return steps.count <= limit ? (steps, true) : ([first...last], false)
    }
}
