/// The edges of a graph merged into ties, and what a ``CommunityGraph`` leaves out of them.
struct TiedGraph {
    let graph: CommunityGraph
    let quality: CommunityQuality
    let resolution: Double
    let isDirected: Bool
    /// The strengths of all edges added up.
    let total: Double
    /// The strengths of the loops added up.
    let loops: Double
}

extension CompactGraph {
    /// Merges the edges into ties and weighs the vertices as a quality function does.
    func tied(
        quality: CommunityQuality,
        resolution: Double,
        strengths: [Double]?,
        poll: inout CancellationPoll
    ) throws(GraphError) -> TiedGraph {
        guard resolution.isFinite, resolution >= 0 else {
            throw GraphError(
                .invalidParameter,
                "the resolution \(resolution) is not a finite number from 0 up"
            )
        }
        if let strengths { try check(strengths: strengths, from: 0) }
        var ties = TieRows(graph: self)
        try outgoing.withArcs { (out) throws(GraphError) in
            guard try !ties.copy(out, strengths: strengths, poll: &poll) else { return }
            try incoming.withArcs { (into) throws(GraphError) in
                try ties.merge(out, into, strengths: strengths, poll: &poll)
            }
        }
        var total = 0.0
        for vertex in 0..<vertexCount { total += ties.masses[vertex] }
        guard total.isFinite else {
            throw GraphError(.numericOverflow, "the strengths add up beyond all bounds")
        }
        if !isDirected { total /= 2 }
        let penalty: Double
        switch quality {
        case .modularity:
            penalty = total == 0 ? 0 : resolution / (isDirected ? total : 2 * total)
        case .constantPotts:
            penalty = isDirected ? 2 * resolution : resolution
        }
        let loops = ties.loops
        return TiedGraph(
            graph: ties.finish(quality: quality, penalty: penalty),
            quality: quality,
            resolution: resolution,
            isDirected: isDirected,
            total: total,
            loops: loops
        )
    }
}

/// The rows of a ``CommunityGraph`` while they are made.
private struct TieRows: ~Copyable {
    let isDirected: Bool
    let offsets: Scratch<Int>
    let neighbors: Scratch<Int32>
    var ties: Scratch<Double>
    let masses: Scratch<Double>
    let inMasses: Scratch<Double>
    var loops = 0.0
    private var parallel: [Double] = []

    init(graph: borrowing CompactGraph) {
        isDirected = graph.isDirected
        offsets = Scratch(count: graph.vertexCount + 1, repeating: 0)
        neighbors = Scratch(uninitialized: isDirected ? 2 * graph.arcCount : graph.arcCount)
        ties = Scratch(uninitialized: 0)
        masses = Scratch(count: graph.vertexCount, repeating: 0)
        inMasses = Scratch(count: isDirected ? graph.vertexCount : 0, repeating: 0)
    }

    /// Takes the rows over as they are, if each neighbour stands in them once and all ties are 1.
    mutating func copy(
        _ arcs: Arcs,
        strengths: [Double]?,
        poll: inout CancellationPoll
    ) throws(GraphError) -> Bool {
        guard !isDirected, strengths == nil else { return false }
        var end = 0
        loops = 0
        for vertex in 0..<arcs.vertexCount {
            let row = arcs.range(vertex)
            var last: Int32 = -1
            for arc in row {
                let target = arcs.targets[arc]
                if target == last { return false }
                last = target
                neighbors[end] = target
                end &+= Int(target) == vertex ? 0 : 1
            }
            offsets[vertex + 1] = end
            let count = end &- offsets[vertex]
            masses[vertex] = Double(2 * row.count - count)
            loops += Double(row.count - count)
            try poll.step(row.count + 1)
        }
        return true
    }

    /// Merges parallel arcs and, in a directed graph, those out of a vertex with those into it.
    mutating func merge(
        _ out: Arcs,
        _ into: Arcs,
        strengths: [Double]?,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        ties = Scratch(uninitialized: neighbors.count)
        var end = 0
        loops = 0
        for vertex in 0..<out.vertexCount {
            var (first, second) = (out.range(vertex), isDirected ? into.range(vertex) : 0..<0)
            try poll.step(first.count + second.count + 1)
            var (mass, inMass) = (0.0, 0.0)
            while !first.isEmpty || !second.isEmpty {
                let target = min(
                    first.isEmpty ? .max : out.targets[first.lowerBound],
                    second.isEmpty ? .max : into.targets[second.lowerBound]
                )
                let outSum = sum(out, &first, to: target, strengths)
                let inSum = sum(into, &second, to: target, strengths)
                mass += outSum
                inMass += inSum
                if Int(target) == vertex {
                    if !isDirected { mass += outSum }
                    loops += outSum
                } else if outSum + inSum > 0 {
                    neighbors[end] = target
                    ties[end] = outSum + inSum
                    end += 1
                }
            }
            masses[vertex] = mass
            if isDirected { inMasses[vertex] = inMass }
            offsets[vertex + 1] = end
        }
    }

    /// Adds up the strengths of the arcs to a target at the head of a row, and takes them off it.
    private mutating func sum(
        _ arcs: Arcs,
        _ row: inout Range<Int>,
        to target: Int32,
        _ strengths: [Double]?
    ) -> Double {
        var end = row.lowerBound
        while end < row.upperBound, arcs.targets[end] == target { end += 1 }
        let run = row.lowerBound..<end
        row = end..<row.upperBound
        guard let strengths else { return Double(run.count) }
        if run.count == 1 { return strengths[Int(arcs.edges[run.lowerBound])] }
        parallel.removeAll(keepingCapacity: true)
        for arc in run { parallel.append(strengths[Int(arcs.edges[arc])]) }
        parallel.sort()
        return parallel.reduce(0, +)
    }

    consuming func finish(quality: CommunityQuality, penalty: Double) -> CommunityGraph {
        let count = masses.count
        switch quality {
        case .modularity:
            return CommunityGraph(
                offsets: offsets,
                neighbors: neighbors,
                ties: ties,
                masses: masses,
                inMasses: inMasses,
                penalty: penalty
            )
        case .constantPotts:
            return CommunityGraph(
                offsets: offsets,
                neighbors: neighbors,
                ties: ties,
                masses: Scratch(count: count, repeating: 1),
                inMasses: Scratch(uninitialized: 0),
                penalty: penalty
            )
        }
    }
}
