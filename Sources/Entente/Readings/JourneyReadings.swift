/// One reading as a journey sees it: a value for each date, and for each group of alternatives the claim that is so.
struct JourneyReading: Sendable {
    /// By the place of the date; nil for one that was not asked about.
    var values: [JourneyDate.Value?]
    /// By the group: the claim that is so, -1 for one that ties nobody; nothing where the group was not asked about.
    var chosen: [Int: Int]
    /// The dates whose claims, where they are not firm, are not so.
    var missing: Set<Int> = []

    func has(_ entry: JourneyGround.Entry) -> Bool {
        if !entry.isFirm, missing.contains(entry.date) { return false }
        guard let alternative = entry.alternative, let claim = chosen[alternative.group] else { return true }
        return claim == alternative.claim
    }
}

/// The readings that differ in the dates of some legs and in which alternatives of theirs are so.
struct JourneyReadings: Sequence {
    private let size: Int
    private let dates: [(place: Int, values: [JourneyDate.Value])]
    private let groups: [(group: Int, options: [Int])]
    private let doubts: [Int]
    /// How many they are; `Int.max` for more than that.
    let count: Int
    /// Whether there are so few that they can be gone through.
    let isComplete: Bool

    /// - Parameter tellsDoubts: whether readings differ in which claims that are not firm are so, too. Where only the best
    ///   and the worst are asked they need not: it is best if all are so and worst if none is.
    init(_ ground: JourneyGround, legs: some Sequence<Int>, limit: Int, tellsDoubts: Bool = false) {
        var places: Set<Int> = []
        var doubtful: Set<Int> = []
        var claims: [Int: Set<Int>] = [:]
        for entry in legs.flatMap({ ground.legs[$0].entries }) {
            places.insert(entry.date)
            if tellsDoubts, !entry.isFirm { doubtful.insert(entry.date) }
            if let alternative = entry.alternative {
                claims[alternative.group, default: []].insert(alternative.claim)
            }
        }
        let alternatives = ground.network.alternatives
        groups = claims.keys.sorted().map { group in
            let own = claims[group]?.sorted() ?? []
            return (group, own + (own.count < alternatives.groups[group].count ? [-1] : []))
        }
        doubts = doubtful.sorted()
        size = ground.dates.count
        var count = 1
        for factor in places.map({ ground.dates[$0].count }) + groups.map(\.options.count)
            + doubts.map({ _ in 2 })
        {
            let (product, overflow) = count.multipliedReportingOverflow(by: factor)
            count = overflow ? .max : product
        }
        isComplete = count <= limit
        let isFew = isComplete
        dates = isFew ? places.sorted().map { ($0, ground.dates[$0].values) } : []
        // Of a begin and an end chosen apart some pairs are none.
        self.count =
            isFew
            ? dates.reduce(groups.reduce(1 << doubts.count) { $0 * $1.options.count }) {
                $0 * $1.values.count
            } : count
    }

    /// The readings one by one; none where they are too many.
    func makeIterator() -> some IteratorProtocol<JourneyReading> {
        (0..<(isComplete ? count : 0)).lazy.map { number in
            var rest = number
            var reading = JourneyReading(values: Array(repeating: nil, count: size), chosen: [:])
            for (place, values) in dates {
                reading.values[place] = values[rest % values.count]
                rest /= values.count
            }
            for (group, options) in groups {
                reading.chosen[group] = options[rest % options.count]
                rest /= options.count
            }
            for date in doubts {
                if rest % 2 == 1 { reading.missing.insert(date) }
                rest /= 2
            }
            return reading
        }.makeIterator()
    }
}

extension JourneyGround {
    /// When a leg can be gone in some reading.
    func possibleSlots(_ leg: Int) -> [HopSlot] {
        legs[leg].entries.flatMap { dates[$0.date].possibleSlots(in: window) }
    }

    /// Until when one has to be ready for a leg in every reading, and when one has arrived at the latest, by any claim
    /// that is so in all of them.
    func certainSlots(_ leg: Int) -> [HopSlot] {
        legs[leg].entries.filter { $0.isFirm && $0.alternative == nil }
            .compactMap { dates[$0.date].certainSlot(in: window) }
    }

    /// When a leg can be gone in one reading; with `onlyFirm` over claims that do not hang on anything else.
    func slots(_ leg: Int, in reading: JourneyReading, onlyFirm: Bool) -> [HopSlot] {
        var slots: [HopSlot] = []
        for entry in legs[leg].entries where reading.has(entry) && (entry.isFirm || !onlyFirm) {
            guard let value = reading.values[entry.date] else { continue }
            if let slot = dates[entry.date].slot(at: value, in: window) { slots.append(slot) }
        }
        return slots
    }
}
