/// The best schedule of one way over dates of which there are too many to be gone through.
///
/// Hops over dates of their own are independent, so that each can be chosen as is best. Where hops share a date, or hang
/// on the same alternatives, it is settled in turn to each of the times at which any hop of the way can begin or end,
/// and to those the shortest waits before and after: one of them is best, since a schedule can be moved until it meets
/// such a time.
struct JourneyCoupling {
    private let ground: JourneyGround
    private let way: JourneyWay
    /// The most combinations that are tried.
    private static let limit = 5_000

    init(_ ground: JourneyGround, _ way: JourneyWay) {
        self.ground = ground
        self.way = way
    }

    /// The best schedule, and whether there is none better; nil where there is none.
    func best(_ objective: JourneyOptions.Objective) -> (schedule: JourneySchedule, isExact: Bool)? {
        var hopsOfDate: [Int: Set<Int>] = [:]
        var hopsOfGroup: [Int: Set<Int>] = [:]
        for (hop, leg) in way.legs.enumerated() {
            for entry in ground.legs[leg].entries {
                hopsOfDate[entry.date, default: []].insert(hop)
                if let alternative = entry.alternative {
                    hopsOfGroup[alternative.group, default: []].insert(hop)
                }
            }
        }
        let dates = hopsOfDate.keys.filter { hopsOfDate[$0]?.count ?? 0 > 1 && ground.dates[$0].count > 1 }
            .sorted()
        let groups = hopsOfGroup.keys.filter { hopsOfGroup[$0]?.count ?? 0 > 1 }.sorted()
        let free = way.legs.map(ground.possibleSlots)
        if dates.isEmpty, groups.isEmpty { return ground.schedule(free, objective).map { ($0, true) } }
        let values = dates.map { candidates($0, free) }
        let options = groups.map { group in
            Array(
                Set(
                    way.legs.flatMap { ground.legs[$0].entries }.compactMap(\.alternative).filter {
                        $0.group == group
                    }
                    .map(\.claim)
                )
            ).sorted()
        }
        var count = 1
        for factor in values.map(\.count) + options.map(\.count) {
            let (product, overflow) = count.multipliedReportingOverflow(by: factor)
            count = overflow ? .max : product
        }
        let isWhole = count <= Self.limit
        var best: JourneySchedule?
        for number in 0..<min(count, Self.limit) {
            var rest = number
            var reading = JourneyReading(
                values: Array(repeating: nil, count: ground.dates.count),
                chosen: [:]
            )
            for (place, date) in dates.enumerated() {
                reading.values[date] = values[place][rest % values[place].count]
                rest /= values[place].count
            }
            for (place, group) in groups.enumerated() {
                reading.chosen[group] = options[place][rest % options[place].count]
                rest /= options[place].count
            }
            guard let schedule = ground.schedule(way.legs.map { slots($0, in: reading) }, objective) else {
                continue
            }
            let hops = way.legs.count
            if best.map({
                ground.worth(schedule, hops: hops, objective) < ground.worth($0, hops: hops, objective)
            })
                ?? true
            {
                best = schedule
            }
        }
        return best.map { ($0, isWhole) }
    }

    /// When a leg can be gone where some dates are settled.
    private func slots(_ leg: Int, in reading: JourneyReading) -> [HopSlot] {
        ground.legs[leg].entries.filter(reading.has).flatMap { entry -> [HopSlot] in
            let date = ground.dates[entry.date]
            guard let value = reading.values[entry.date] else { return date.possibleSlots(in: ground.window) }
            return date.slot(at: value, in: ground.window).map { [$0] } ?? []
        }
    }

    /// The values of a date that are tried.
    private func candidates(_ place: Int, _ slots: [[HopSlot]]) -> [JourneyDate.Value] {
        let date = ground.dates[place]
        if date.count <= 16 { return date.values }
        var times: Set<Int64> = [ground.window.lowerBound, ground.window.upperBound]
        for slot in slots.flatMap(\.self) {
            for time in [slot.low, slot.high, slot.floor] {
                for step in 0...Int64(ground.wait.least == 0 ? 0 : way.legs.count) {
                    times.formUnion([time - step * ground.wait.least, time + step * ground.wait.least])
                }
            }
        }
        return date.options.flatMap { option -> [JourneyDate.Value] in
            if option.isOneUnit {
                let own = times.filter(option.begin.contains).union([
                    option.begin.lowerBound, option.begin.upperBound,
                ])
                return own.sorted().map { JourneyDate.Value(begin: $0, end: $0) }
            }
            // A spell is best where it is longest; what lasted, where it is shortest, early or late.
            if !date.isContact {
                return [JourneyDate.Value(begin: option.begin.lowerBound, end: option.end.upperBound)]
            }
            return [option.begin.lowerBound, option.begin.upperBound].map {
                JourneyDate.Value(begin: $0, end: max($0, option.end.lowerBound))
            }
        }
    }
}
