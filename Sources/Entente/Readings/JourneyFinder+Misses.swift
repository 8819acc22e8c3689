extension JourneyFinder {
    /// The shortest paths that time does not allow, each with the two steps that miss each other; the narrowest miss
    /// first.
    func nearest() -> [JourneyResult.TimeMiss] {
        let always = [
            HopSlot(low: ground.window.lowerBound, high: ground.window.upperBound, floor: JourneyUnit.past)
        ]
        let slots = ground.legs.indices.map(ground.possibleSlots)
        let search = JourneySearch(
            ground: ground,
            slots: slots.map { $0.isEmpty ? [] : always },
            maximumHops: options.maximumHops
        )
        let count = ground.network.vertices.count
        let rounds = search.arrivalRounds(start: ground.window.lowerBound, hops: options.maximumHops ?? count)
        guard let hops = rounds.firstIndex(where: { $0[ground.ends.to] != JourneySearch.unreached }) else {
            return []
        }
        var list = JourneyWays(search, limit: 200)
        list.add(start: ground.window.lowerBound, deadline: ground.window.upperBound, hops: hops)
        var misses: [(gap: Int64, miss: JourneyResult.TimeMiss)] = []
        for way in list.ways {
            var ready = ground.window.lowerBound
            for (place, leg) in way.legs.enumerated() {
                let over = slots[leg].map(\.high).max() ?? ready
                if let arrival = slots[leg].compactMap({ $0.arrival(ready: ready) }).min() {
                    ready = arrival + ground.wait.least
                    continue
                }
                let vertices = [ground.ends.from] + way.legs.map { ground.legs[$0].to }
                misses.append(
                    (
                        ready - over,
                        JourneyResult.TimeMiss(
                            vertices: vertices,
                            before: place == 0 ? [] : ground.legs[way.legs[place - 1]].entries.map(\.edge),
                            ready: ground.unit.instant(ready),
                            after: ground.legs[leg].entries.map(\.edge),
                            over: ground.unit.instant(over)
                        )
                    )
                )
                break
            }
        }
        return misses.sorted { ($0.gap, $0.miss.vertices.count) < ($1.gap, $1.miss.vertices.count) }.prefix(3)
            .map(\.miss)
    }
}
