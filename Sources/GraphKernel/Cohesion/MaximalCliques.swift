/// Some or all of a graph's maximal cliques.
public struct CliqueList: Hashable, Sendable {
    /// The vertices of each clique, ascending; cliques are in lexicographic order.
    public let cliques: [[Int32]]
    /// Whether there are more.
    public let isCut: Bool
}

extension CompactGraph {
    /// Lists the maximal cliques: the sets of vertices that are all joined with each other, and that no
    /// further vertex fits into.
    ///
    /// *Conventions.* Direction is not looked at; parallel edges and loops change nothing. A vertex without
    /// neighbours is a clique of one.
    ///
    /// - Parameters:
    ///   - minimumSize: the fewest vertices of a clique to list, at least 1.
    ///   - limit: the most cliques to list, at least 0. Which ones are found first follows from the order in
    ///     which the graph is peeled (see ``coreNumbers(direction:control:)``), outermost first.
    ///   - control: cancellation; this runs on one thread.
    /// - Throws: ``GraphError`` with `invalidParameter`, `tooLarge` (a directed graph with more than half of
    ///   ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(d V 3^(d / 3)) steps in the degeneracy d, each of a row; there may be that many cliques.
    ///   O(V + E + d Δ) memory for the largest degree Δ, beside the result; no recursion. Deterministic.
    /// - SeeAlso: Tomita, Tanaka, Takahashi (2006), "The worst-case time complexity for generating all
    ///   maximal cliques", [doi:10.1016/j.tcs.2006.06.015](https://doi.org/10.1016/j.tcs.2006.06.015);
    ///   Eppstein, Löffler, Strash (2013), "Listing all maximal cliques in large sparse real-world graphs",
    ///   [doi:10.1145/2543629](https://doi.org/10.1145/2543629).
    public func maximalCliques(
        minimumSize: Int = 1,
        limit: Int = 10_000,
        control: RunControl = RunControl()
    ) throws(GraphError) -> CliqueList {
        guard minimumSize >= 1, limit >= 0 else {
            throw GraphError(
                .invalidParameter,
                "the size \(minimumSize) is below 1, or the limit \(limit) below zero"
            )
        }
        let simple = try simpleForm().graph
        return try simple.outgoing.withArcs { (arcs) throws(GraphError) in
            let peeling = try Peeling(counted: arcs, lowered: arcs, control: control)
            let places = Scratch<Int32>(count: vertexCount, repeating: 0)
            for position in 0..<vertexCount {
                places[Int(peeling.order[position])] = Int32(truncatingIfNeeded: position)
            }
            var search = CliqueSearch(arcs: arcs, minimumSize: minimumSize, limit: limit)
            var poll = CancellationPoll(control)
            for position in 0..<vertexCount where !search.isCut {
                let vertex = peeling.order[position]
                let neighbors = arcs.targets[arcs.range(Int(vertex))]
                try search.run(
                    from: vertex,
                    candidates: neighbors.filter { places[Int($0)] > position },
                    excluded: neighbors.filter { places[Int($0)] < position },
                    poll: &poll
                )
            }
            return CliqueList(
                cliques: search.cliques.sorted { $0.lexicographicallyPrecedes($1) },
                isCut: search.isCut
            )
        }
    }
}

/// Bron and Kerbosch's search with Tomita's pivot, on a stack of its own.
private struct CliqueSearch {
    /// A clique that is being grown: what may still join it, and what would but was tried before.
    private struct Frame {
        var candidates: [Int32]
        var excluded: [Int32]
        /// The candidates to try, those that the pivot is not joined with.
        let branches: [Int32]
        var next = 0
    }

    let arcs: Arcs
    let minimumSize: Int
    let limit: Int
    private(set) var cliques: [[Int32]] = []
    private(set) var isCut = false
    private var clique: [Int32] = []

    init(arcs: Arcs, minimumSize: Int, limit: Int) {
        self.arcs = arcs
        self.minimumSize = minimumSize
        self.limit = limit
    }

    mutating func run(
        from first: Int32,
        candidates: [Int32],
        excluded: [Int32],
        poll: inout CancellationPoll
    ) throws(GraphError) {
        clique = [first]
        guard var frame = try frame(candidates, excluded, poll: &poll) else { return }
        var stack: [Frame] = []
        while !isCut {
            guard frame.next < frame.branches.count else {
                guard let parent = stack.popLast() else { return }
                frame = parent
                clique.removeLast()
                continue
            }
            let vertex = frame.branches[frame.next]
            frame.next += 1
            clique.append(vertex)
            let child = try self.frame(
                common(frame.candidates, vertex),
                common(frame.excluded, vertex),
                poll: &poll
            )
            frame.candidates.removeAll { $0 == vertex }
            frame.excluded.insert(
                vertex,
                at: frame.excluded.firstIndex { $0 > vertex } ?? frame.excluded.count
            )
            if let child {
                stack.append(frame)
                frame = child
            } else {
                clique.removeLast()
            }
        }
    }

    /// The frame of the clique at hand; `nil` when nothing can grow from it, and then it is recorded if it
    /// is maximal.
    private mutating func frame(
        _ candidates: [Int32],
        _ excluded: [Int32],
        poll: inout CancellationPoll
    ) throws(GraphError) -> Frame? {
        if candidates.isEmpty {
            if excluded.isEmpty, clique.count >= minimumSize { record() }
            return nil
        }
        guard clique.count + candidates.count >= minimumSize else { return nil }
        var (pivot, most) = (candidates[0], -1)
        for vertex in candidates + excluded {
            let joined = commonCount(candidates, vertex)
            if joined > most { (pivot, most) = (vertex, joined) }
            try poll.step(candidates.count + 1)
        }
        let covered = common(candidates, pivot)
        var position = 0
        let branches = candidates.filter { vertex in
            while position < covered.count, covered[position] < vertex { position += 1 }
            return position == covered.count || covered[position] != vertex
        }
        return Frame(candidates: candidates, excluded: excluded, branches: branches)
    }

    private mutating func record() {
        if cliques.count == limit { isCut = true } else { cliques.append(clique.sorted()) }
    }

    /// Those of the vertices, ascending, that a vertex is joined with.
    private func common(_ vertices: [Int32], _ vertex: Int32) -> [Int32] {
        var found: [Int32] = []
        forEachCommon(vertices, vertex) { found.append($0) }
        return found
    }

    private func commonCount(_ vertices: [Int32], _ vertex: Int32) -> Int {
        var count = 0
        forEachCommon(vertices, vertex) { _ in count += 1 }
        return count
    }

    @inline(__always)
    private func forEachCommon(_ vertices: [Int32], _ vertex: Int32, _ use: (Int32) -> Void) {
        let range = arcs.range(Int(vertex))
        // A hub's long row is searched for each of few vertices, not walked.
        if range.count > 16 * vertices.count {
            for other in vertices {
                let arc = arcs.firstArc(from: Int(vertex), to: Int(other))
                if arc < range.upperBound, arcs.targets[arc] == other { use(other) }
            }
            return
        }
        var arc = range.lowerBound
        for other in vertices {
            while arc < range.upperBound, arcs.targets[arc] < other { arc &+= 1 }
            guard arc < range.upperBound else { return }
            if arcs.targets[arc] == other { use(other) }
        }
    }
}
