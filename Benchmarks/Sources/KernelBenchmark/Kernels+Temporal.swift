import GraphKernel

/// Time-respecting walks over contacts, and the plain passes over the same columns that bound them from below.
func temporalKernels() -> [BenchmarkKernel] {
    [
        .temporal("earliest") { order, run in
            let walks = try order.earliestArrival(
                from: run.starts.first ?? 0,
                waiting: .strict,
                control: run.control
            )
            return { numbers(walks) }
        },
        .columns("earliest-evidence") { input, run in
            try earliestWithEvidence(input, run)
        },
        .temporal("earliest-nonstrict") { order, run in
            let walks = try order.earliestArrival(from: run.starts.first ?? 0, control: run.control)
            return { numbers(walks) }
        },
        .temporal("latest") { order, run in
            let walks = try order.latestDeparture(
                to: run.starts.first ?? 0,
                waiting: .strict,
                control: run.control
            )
            return { walks.departures.map(Double.init) }
        },
        .temporal("fewest-hops") { order, run in
            let walks = try order.fewestHops(
                from: run.starts.first ?? 0,
                waiting: .strict,
                control: run.control
            )
            return { walks.hopCounts.map(Double.init) }
        },
        .temporal("fastest") { order, run in
            let walks = try order.fastest(
                from: run.starts.first ?? 0,
                waiting: .strict,
                control: run.control
            )
            return { walks.departures.map(Double.init) }
        },
        .temporal("reach") { order, run in
            let counts = try order.reachCounts(waiting: .strict, control: run.control)
            return { counts.map(Double.init) }
        },
        .columns("pass") { input, _ in
            let sum = columnPass(input)
            return { [Double(sum)] }
        },
        .columns("pass-words") { input, _ in
            let sum = columnPassWithWords(input)
            return { [Double(sum)] }
        },
    ]
}

/// When each vertex is reached: +∞ where it never is, -∞ at the origin.
private func numbers(_ walks: TemporalWalks) -> [Double] {
    walks.arrivals.indices.map { vertex in
        if vertex == walks.origin { return -.infinity }
        return walks.hopCounts[vertex] < 0 ? .infinity : Double(walks.arrivals[vertex])
    }
}

/// From columns in seconds to the earliest arrival at each vertex and the contact by which it is reached:
/// the graph, the order and the search are all made anew.
private func earliestWithEvidence(
    _ input: BenchmarkInput,
    _ run: BenchmarkRun
) throws -> BenchmarkKernel.Answer {
    let graph = try CompactGraph(
        vertexCount: input.vertexCount,
        sources: input.sources,
        targets: input.targets,
        direction: input.direction,
        begins: input.begins,
        ends: input.ends
    )
    let order = try TemporalOrder(of: graph, timing: .contacts)
    let walks = try order.earliestArrival(
        from: run.starts.first ?? 0,
        waiting: .strict,
        control: run.control
    )
    var contacts = [Int32](repeating: -1, count: input.vertexCount)
    for vertex in 0..<input.vertexCount {
        contacts[vertex] = try walks.walk(of: vertex)?.hops.last?.edge ?? -1
    }
    return { numbers(walks) + contacts.map(Double.init) }
}

/// Adds up the columns of all contacts: what reading them once costs.
private func columnPass(_ input: BenchmarkInput) -> Int64 {
    var sum: Int64 = 0
    input.withContacts { begins, ends, sources, targets in
        for contact in begins.indices {
            sum &+= begins[contact] &+ ends[contact] &+ Int64(sources[contact]) &+ Int64(targets[contact])
        }
    }
    return sum
}

/// The same, with one word loaded for each end of a contact: what reading a state of the vertices costs.
private func columnPassWithWords(_ input: BenchmarkInput) -> Int64 {
    var sum: Int64 = 0
    let words = [Int64](repeating: 1, count: input.vertexCount)
    input.withContacts { begins, ends, sources, targets in
        words.withUnsafeBufferPointer { words in
            for contact in begins.indices {
                sum &+=
                    begins[contact] &+ ends[contact] &+ words[Int(sources[contact])]
                    &+ words[Int(targets[contact])]
            }
        }
    }
    return sum
}

extension BenchmarkInput {
    /// Lends the four columns of the contacts as plain memory: begin, end, source, target.
    fileprivate func withContacts(
        _ body: (
            UnsafeBufferPointer<Int64>, UnsafeBufferPointer<Int64>, UnsafeBufferPointer<Int32>,
            UnsafeBufferPointer<Int32>
        ) -> Void
    ) {
        begins.withUnsafeBufferPointer { begins in
            ends.withUnsafeBufferPointer { ends in
                sources.withUnsafeBufferPointer { sources in
                    targets.withUnsafeBufferPointer { targets in body(begins, ends, sources, targets) }
                }
            }
        }
    }
}
