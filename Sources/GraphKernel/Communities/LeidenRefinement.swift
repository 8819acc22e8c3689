extension VertexPartition {
    /// Splits each community into well-connected parts.
    ///
    /// Every vertex starts as a part of its own. In random order, each one that is still alone and well tied
    /// to the rest of its community joins a part of the community, if that is well tied to the rest and does
    /// not lose by it, with a probability in proportion to exp(gain / randomness). To be well tied is to be
    /// worth at least nothing to the rest.
    ///
    /// - Returns: the part of each vertex, numbered from 0, and the number of parts.
    func refined(
        randomness: Double,
        using random: inout SplitMix64,
        poll: inout CancellationPoll
    ) throws(GraphError) -> (labels: [Int32], count: Int) {
        let count = graph.vertexCount
        let parts = Scratch<Int32>(uninitialized: count)
        // A part bears the number of the vertex that it began with.
        let cells = Scratch<Part>(uninitialized: count)
        let isAlone = Scratch<Bool>(count: count, repeating: true)
        for vertex in 0..<count {
            parts[vertex] = Int32(truncatingIfNeeded: vertex)
            cells[vertex] = Part(
                mass: graph.mass(of: vertex),
                outward: try tiesInside(vertex, poll: &poll),
                ties: 0
            )
        }
        let order = Scratch<Int32>(shuffled: count, using: &random)
        let touched = Scratch<Int32>(uninitialized: count)
        let gains = Scratch<Double>(uninitialized: count + 1)
        for position in 0..<count {
            let vertex = Int(order[position])
            guard isAlone[vertex] else { continue }
            let community = labels[vertex]
            let whole = mass(of: Int(community))
            let own = cells[vertex]
            guard own.outward > 0, isWellTied(own, within: whole) else { continue }
            let row = graph.row(vertex)
            try poll.step(row.count + 1)
            var touchedCount = 0
            for arc in row {
                let other = Int(graph.neighbors[arc])
                guard labels[other] == community else { continue }
                let part = Int(parts[other])
                let sum = cells[part].ties
                touched[touchedCount] = Int32(truncatingIfNeeded: part)
                touchedCount &+= sum == 0 ? 1 : 0
                cells.buffer[part].ties = sum + graph.tie(arc)
            }
            // To stay alone gains 0.
            var (candidates, best) = (0, 0.0)
            for position in 0..<touchedCount {
                let part = cells[Int(touched[position])]
                let gain = part.ties - graph.expectedTies(own.mass, part.mass)
                guard gain >= 0, isWellTied(part, within: whole) else {
                    cells.buffer[Int(touched[position])].ties = 0
                    continue
                }
                touched.buffer.swapAt(candidates, position)
                gains[candidates] = gain
                candidates += 1
                best = max(best, gain)
            }
            let choice = Self.choose(
                among: gains.buffer[..<candidates],
                best: best,
                randomness: randomness,
                using: &random
            )
            if let choice {
                let part = Int(touched[choice])
                let ties = cells[part].ties
                cells.buffer[part].outward += own.outward - 2 * ties
                cells.buffer[part].mass = cells[part].mass + own.mass
                parts[vertex] = Int32(truncatingIfNeeded: part)
                isAlone[part] = false
                isAlone[vertex] = false
            }
            for candidate in 0..<candidates { cells.buffer[Int(touched[candidate])].ties = 0 }
        }
        return Communities.numbered(parts.array())
    }

    /// Whether a part is worth something to the rest of its community.
    @inline(__always)
    private func isWellTied(_ part: Part, within whole: Mass) -> Bool {
        part.outward >= graph.expectedTies(part.mass, whole - part.mass)
    }

    /// The ties of a vertex within its community.
    private func tiesInside(
        _ vertex: Int,
        poll: inout CancellationPoll
    ) throws(GraphError) -> Double {
        let row = graph.row(vertex)
        try poll.step(row.count + 1)
        let community = labels[vertex]
        var sum = 0.0
        if graph.isUniform {
            for arc in row { sum += labels[Int(graph.neighbors[arc])] == community ? 1 : 0 }
        } else {
            for arc in row where labels[Int(graph.neighbors[arc])] == community { sum += graph.ties[arc] }
        }
        return sum
    }

    /// Draws one of the gains, or none, which gains 0, in proportion to exp(gain / randomness).
    private static func choose(
        among gains: Slice<UnsafeMutableBufferPointer<Double>>,
        best: Double,
        randomness: Double,
        using random: inout SplitMix64
    ) -> Int? {
        guard !gains.isEmpty else { return nil }
        let alone = exponential((0 - best) / randomness)
        var sum = alone
        for gain in gains { sum += exponential((gain - best) / randomness) }
        var draw = random.nextUnit() * sum - alone
        guard draw >= 0 else { return nil }
        var last = 0
        for (candidate, gain) in gains.enumerated() {
            let share = exponential((gain - best) / randomness)
            if share > 0 { last = candidate }
            draw -= share
            if draw < 0 { break }
        }
        return last
    }
}

/// A part of a community while it grows.
private struct Part {
    var mass: Mass
    /// Its ties to the rest of the community.
    var outward: Double
    /// The ties to it of the vertex that is looked at.
    var ties: Double
}

/// e to a power from 0 down, of additions and multiplications alone, so that it is the same on every machine;
/// within 4e-16 of its value.
func exponential(_ power: Double) -> Double {
    guard power > -700 else { return 0 }
    // e^x = 2^k e^r with |r| at most half of log 2, whose upper part is exact in few digits.
    let exponent = (power * 1.442_695_040_888_963_4).rounded()
    let rest = power - exponent * 0.693_147_180_369_123_8 - exponent * 1.908_214_929_270_587_7e-10
    var sum = 1.0
    for term in stride(from: 14.0, to: 0, by: -1) { sum = 1 + sum * rest / term }
    return sum * Double(sign: .plus, exponent: Int(exponent), significand: 1)
}
