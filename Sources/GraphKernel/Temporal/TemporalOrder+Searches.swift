extension TemporalOrder {
    /// Finds when each vertex can be reached first, setting out from a source within a period.
    ///
    /// *Conventions.* As of ``TemporalOrder``. Of walks that arrive equally early the one found first is
    /// kept: over contacts with no longest wait that whose last hop comes first by departure, arrival and
    /// edge; over spells that whose last vertex but one was reached first.
    ///
    /// - Parameters:
    ///   - source: the vertex to set out from.
    ///   - period: no hop departs before it or arrives after it.
    ///   - waiting: how long a walk may stay at a vertex; a longest stay needs contacts.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: for each vertex a walk of earliest arrival.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` or `cancelled`.
    /// - Complexity: O(V + E) over contacts where a shortest wait above zero is asked for or every contact
    ///   lasts, in one pass over those of the period; O(V + E log E) over other contacts; O((V + E) log E)
    ///   over spells. O(V + E) memory. Deterministic.
    /// - SeeAlso: Wu, Cheng, Huang, Ke, Lu, Xu (2014), "Path problems in temporal graphs",
    ///   [doi:10.14778/2732939.2732945](https://doi.org/10.14778/2732939.2732945).
    public func earliestArrival(
        from source: Int,
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        control: RunControl = RunControl()
    ) throws(GraphError) -> TemporalWalks {
        try check(source, waiting)
        let window = TemporalWindow(period)
        let found = try earliest(arcs, from: source, window: window, waiting: waiting, control: control)
        return TemporalWalks(found, origin: source, time: window.start)
    }

    /// Finds how late each vertex can be left to be at a target within a period.
    ///
    /// This is ``earliestArrival(from:in:waiting:control:)`` for somebody for whom time goes backwards.
    ///
    /// - Parameters:
    ///   - target: the vertex to arrive at.
    ///   - period: no hop departs before it or arrives after it.
    ///   - waiting: how long a walk may stay at a vertex; a longest stay needs contacts.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: for each vertex a walk of latest departure to the target.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` or `cancelled`.
    /// - Complexity: as ``earliestArrival(from:in:waiting:control:)``, and a sort unless the order keeps
    ///   its mirror. Deterministic.
    /// - SeeAlso: Wu, Cheng, Huang, Ke, Lu, Xu (2014), "Path problems in temporal graphs",
    ///   [doi:10.14778/2732939.2732945](https://doi.org/10.14778/2732939.2732945).
    public func latestDeparture(
        to target: Int,
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        control: RunControl = RunControl()
    ) throws(GraphError) -> TemporalWalks {
        try check(target, waiting)
        let window = TemporalWindow(mirroring: TemporalWindow(period))
        let found = try earliest(
            mirrored(),
            from: target,
            window: window,
            waiting: waiting,
            control: control
        )
        return TemporalWalks(mirroring: TemporalWalks(found, origin: target, time: window.start))
    }

    /// Finds the walks from a source that take the fewest hops.
    ///
    /// *Conventions.* As of ``TemporalOrder``. Among walks of so few hops one of earliest arrival is kept,
    /// of these the one found first.
    ///
    /// - Parameters:
    ///   - source: the vertex to set out from.
    ///   - period: no hop departs before it or arrives after it.
    ///   - waiting: how long a walk may stay at a vertex; a longest stay needs contacts.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: for each vertex a walk of fewest hops (Wu's *shortest* path).
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` or `cancelled`.
    /// - Complexity: O(V + E log E) over contacts; over spells O(h E), where h is the most hops of an
    ///   earliest arrival, and O(h V) memory. Deterministic.
    /// - SeeAlso: Wu, Cheng, Huang, Ke, Lu, Xu (2014), "Path problems in temporal graphs",
    ///   [doi:10.14778/2732939.2732945](https://doi.org/10.14778/2732939.2732945).
    public func fewestHops(
        from source: Int,
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        control: RunControl = RunControl()
    ) throws(GraphError) -> TemporalWalks {
        try check(source, waiting)
        let window = TemporalWindow(period)
        var found = TemporalFindings(vertexCount: vertexCount, origin: source)
        if window.start <= window.deadline {
            switch timing {
            case .contacts:
                found = try searched(from: source, window: window, waiting: waiting, control: control) {
                    visit,
                    arrival,
                    other,
                    otherArrival in
                    (visit.hopCount, arrival) < (other.hopCount, otherArrival)
                }
            case .spells:
                found = try arcs.fewestSpellHops(
                    from: source,
                    window: window,
                    minimumWait: waiting.minimum,
                    control: control
                )
            }
        }
        return TemporalWalks(found, origin: source, time: window.start)
    }

    /// Finds the walks from a source that last the shortest, from the departure of the first hop to the
    /// arrival of the last.
    ///
    /// *Conventions.* As of ``TemporalOrder``. Among walks that last as short that which sets out last is
    /// kept, of these the one found first.
    ///
    /// - Parameters:
    ///   - source: the vertex to set out from.
    ///   - period: no hop departs before it or arrives after it.
    ///   - waiting: how long a walk may stay at a vertex; a longest stay needs contacts.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: for each vertex a fastest walk.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `invalidParameter` or `cancelled`.
    /// - Complexity: O(V + E log E) over contacts, each being visited once, on the walk that set out last.
    ///   Over spells O(s (V + E) log E), where s is the number of different ends, times V if a shortest wait
    ///   above zero is asked for. Deterministic.
    /// - SeeAlso: Wu, Cheng, Huang, Ke, Lu, Xu (2014), "Path problems in temporal graphs",
    ///   [doi:10.14778/2732939.2732945](https://doi.org/10.14778/2732939.2732945).
    public func fastest(
        from source: Int,
        in period: ClosedRange<Int64> = .min ... .max,
        waiting: WaitingRule = .nonStrict,
        control: RunControl = RunControl()
    ) throws(GraphError) -> TemporalWalks {
        try check(source, waiting)
        let window = TemporalWindow(period)
        var found = TemporalFindings(vertexCount: vertexCount, origin: source)
        if window.start <= window.deadline {
            switch timing {
            case .contacts:
                found = try fastestContacts(from: source, window: window, waiting: waiting, control: control)
            case .spells:
                found = try arcs.fastestSpellWalks(
                    from: source,
                    window: window,
                    minimumWait: waiting.minimum,
                    control: control
                )
            }
        }
        return TemporalWalks(found, origin: source, time: window.start)
    }
}

// MARK: - Choosing a search

extension TemporalOrder {
    private func earliest(
        _ arcs: TemporalArcs,
        from source: Int,
        window: TemporalWindow,
        waiting: WaitingRule,
        control: RunControl
    ) throws(GraphError) -> TemporalFindings {
        guard window.start <= window.deadline else {
            return TemporalFindings(vertexCount: vertexCount, origin: source)
        }
        if timing != .contacts {
            var search = TemporalSpellSearch(vertexCount: vertexCount)
            var poll = CancellationPoll(control)
            try arcs.withColumns { (columns) throws(GraphError) in
                _ = try search.run(
                    from: source,
                    columns: columns,
                    window: window,
                    minimumWait: waiting.minimum,
                    poll: &poll
                )
            }
            return search.findings(arcs, origin: source)
        }
        if TemporalContactSweep.suffices(for: arcs, waiting) {
            var sweep = TemporalContactSweep(vertexCount: vertexCount)
            try arcs.withColumns { (columns) throws(GraphError) in
                _ = try sweep.run(
                    from: source,
                    columns: columns,
                    window: window,
                    minimumWait: waiting.minimum,
                    control: control
                )
            }
            return sweep.findings(arcs, origin: source)
        }
        return try searched(arcs, from: source, window: window, waiting: waiting, control: control) {
            _,
            arrival,
            _,
            otherArrival in
            arrival < otherArrival
        }
    }

    /// The walks that one search from contact to contact finds, the best for each vertex.
    private func searched(
        _ mirrored: TemporalArcs? = nil,
        from source: Int,
        window: TemporalWindow,
        waiting: WaitingRule,
        control: RunControl,
        isBetter: (TemporalContactSearch.Visit, Int64, TemporalContactSearch.Visit, Int64) -> Bool
    ) throws(GraphError) -> TemporalFindings {
        let arcs = mirrored ?? arcs
        return try arcs.withColumns { (columns) throws(GraphError) in
            var search = TemporalContactSearch(capacity: columns.count)
            var poll = CancellationPoll(control)
            search.reset()
            try search.run(
                from: source,
                departures: window.start...window.deadline,
                columns: columns,
                window: window,
                waiting: waiting,
                poll: &poll
            )
            return search.findings(arcs, origin: source, isBetter: isBetter)
        }
    }

    /// Sets out at each departure from the source, the last one first: what an earlier walk meets that was
    /// visited before is left to the later one, which is as good from there on and shorter.
    private func fastestContacts(
        from source: Int,
        window: TemporalWindow,
        waiting: WaitingRule,
        control: RunControl
    ) throws(GraphError) -> TemporalFindings {
        try arcs.withColumns { (columns) throws(GraphError) in
            var search = TemporalContactSearch(capacity: columns.count)
            var poll = CancellationPoll(control)
            search.reset()
            let row = columns.row(source)
            var position = row.upperBound - 1
            while position >= row.lowerBound {
                let departure = columns.begins[Int(columns.rows[position])]
                guard departure >= window.start else { break }
                if departure <= window.deadline {
                    try search.run(
                        from: source,
                        departures: departure...departure,
                        columns: columns,
                        window: window,
                        waiting: waiting,
                        poll: &poll
                    )
                }
                position = columns.firstPosition(in: row, from: departure) - 1
            }
            return search.findings(arcs, origin: source) { visit, arrival, other, otherArrival in
                // As unsigned numbers, which hold any duration.
                UInt64(bitPattern: arrival &- visit.start) < UInt64(bitPattern: otherArrival &- other.start)
            }
        }
    }
}
