internal import EDTF

/// The readings of a network in which different ties hold, as far as dates do not leave them open each by itself.
///
/// A reading takes one day of a view's date that is wider than a day, the same for all claims, and of alternatives one.
/// Everything else is independent, so that in each of these readings a tie either holds for certain, or may and may
/// not: what is so in every reading is what is so of the certain ties of each one, what is so in some is what is so of
/// the possible ties of some.
struct TieReadings: Sequence {
    /// The most readings that a question goes through.
    static let limit = 10_000

    /// The days that are told apart; one nil where the view is as of none that is wider than a day.
    private let days: [Int64?]
    /// For each group of alternatives what a reading can take: a claim that ties, or nil for one that does not.
    private let groups: [(members: [Int], options: [Int?])]
    /// How many they are; `Int.max` for more than that.
    let count: Int

    /// - Parameters:
    ///   - claims: the claims whose ties are asked about; nil for all.
    ///   - begins: whether days on which ties end need not be told apart, since only what may be is asked.
    init(_ network: Network, touching claims: Set<Int>? = nil, begins: Bool = false) {
        let asked = claims ?? Set(network.edges.map(\.claim))
        if case .asOf(let range) = network.period, range != CivilCalendar.dayRange(of: range.lowerBound) {
            var days: Set<Int64> = [range.lowerBound]
            for claim in asked {
                guard let timing = network.timing(of: claim) else { continue }
                let changes = begins ? [timing.mayCount.lowerBound] : timing.changes
                days.formUnion(changes.filter(range.contains))
            }
            self.days = days.sorted()
        } else {
            days = [nil]
        }
        groups = network.alternatives.groups.compactMap { members in
            let tying = members.filter(asked.contains)
            guard !tying.isEmpty else { return nil }
            return (members, tying + (tying.count < members.count ? [nil] : []))
        }
        var count = days.count
        for group in groups {
            let (product, overflow) = count.multipliedReportingOverflow(by: group.options.count)
            count = overflow ? .max : product
        }
        self.count = count
    }

    /// The readings one by one; each is what a search goes by.
    func makeIterator() -> some IteratorProtocol<Ground.Choice> {
        (0..<count).lazy.map { number in
            var rest = number
            func take(_ count: Int) -> Int {
                defer { rest /= count }
                return rest % count
            }
            var choice = Ground.Choice(day: days[take(days.count)])
            for group in groups {
                let option = group.options[take(group.options.count)]
                choice.absent.formUnion(group.members.filter { $0 != option })
                if let option { choice.present.insert(option) }
            }
            return choice
        }.makeIterator()
    }
}

extension Network {
    /// Whether hops, each over any of some edges, hold together: in every reading, in some, or in none.
    ///
    /// - Returns: beside it whether it is a bound: with more readings than can be gone through, certain only where every
    ///   hop is by itself, and possible where each is by itself.
    func dates(ofHops hops: [[Int]]) -> (dates: Certainty, isBound: Bool) {
        let alone = hops.map { dates(of: $0) }.min() ?? .certain
        let readings = TieReadings(self, touching: Set(hops.flatMap(\.self).map { edges[$0].claim }))
        if readings.count == 1 { return (alone, false) }
        if alone == .certain || readings.count > TieReadings.limit { return (alone, alone < .certain) }
        var (inAll, inSome) = (true, false)
        for reading in readings {
            let dates = hops.map { hop in hop.map { self.dates(of: $0, in: reading) }.max() ?? .impossible }
                .min()
            inAll = inAll && dates == .certain
            inSome = inSome || dates ?? .certain > .impossible
            if inSome, !inAll { break }
        }
        return (Certainty(inAll: inAll, inSome: inSome), false)
    }
}
