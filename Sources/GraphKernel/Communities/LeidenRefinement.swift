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

    /// Draws one of the gains, or none, which gains 0, in proportion to exp(gain / randomness); overwrites
    /// them.
    private static func choose(
        among gains: Slice<UnsafeMutableBufferPointer<Double>>,
        best: Double,
        randomness: Double,
        using random: inout SplitMix64
    ) -> Int? {
        let gains = UnsafeMutableBufferPointer(rebasing: gains)
        guard gains.count > 0 else { return nil }
        let scale = 1 / randomness
        let alone = exponential(-best * scale)
        var sum = alone
        for candidate in 0..<gains.count {
            let share = exponential((gains[candidate] - best) * scale)
            gains[candidate] = share
            sum += share
        }
        var draw = random.nextUnit() * sum - alone
        guard draw >= 0 else { return nil }
        // Rounding may leave something of the draw at the end.
        var last = 0
        for candidate in 0..<gains.count where gains[candidate] > 0 {
            last = candidate
            draw -= gains[candidate]
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
/// within 1e-12 of its value, and 0 where that is below 1e-17.
@inline(__always)
func exponential(_ power: Double) -> Double {
    guard power > -40 else { return 0 }
    // e^x = 2^k e^r with |r| at most half of log 2, for which the series is short.
    let exponent = (power * 1.442_695_040_888_963_4).rounded()
    let rest = power - exponent * 0.693_147_180_559_945_3
    var sum = 1.0 / 3_628_800
    sum = sum * rest + 1.0 / 362_880
    sum = sum * rest + 1.0 / 40_320
    sum = sum * rest + 1.0 / 5040
    sum = sum * rest + 1.0 / 720
    sum = sum * rest + 1.0 / 120
    sum = sum * rest + 1.0 / 24
    sum = sum * rest + 1.0 / 6
    sum = sum * rest + 1.0 / 2
    sum = sum * rest + 1
    sum = sum * rest + 1
    return sum * Double(bitPattern: UInt64(bitPattern: Int64(exponent) + 1023) << 52)
}
