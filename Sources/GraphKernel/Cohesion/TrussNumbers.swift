extension CompactGraph {
    /// Finds how tightly triangles hold each edge.
    ///
    /// The k-truss is the largest set of edges each of which lies in at least k - 2 triangles of edges of the
    /// set. The truss number of an edge is the largest k whose truss holds it: 2 for an edge in no triangle.
    ///
    /// *Conventions.* Direction is not looked at. Parallel edges count as one edge and share its number. A
    /// loop is in no truss and has 0. Weights change nothing.
    ///
    /// - Parameter control: cancellation; this runs on one thread.
    /// - Returns: one number an edge, 0 or from 2 up.
    /// - Throws: ``GraphError`` with `tooLarge` (a directed graph with more than half of ``arcLimit`` edges)
    ///   or `cancelled`.
    /// - Complexity: O(E √E log V) time, O(V + E) memory. Deterministic.
    /// - SeeAlso: Wang, Cheng (2012), "Truss decomposition in massive networks",
    ///   [doi:10.14778/2311906.2311909](https://doi.org/10.14778/2311906.2311909).
    public func trussNumbers(control: RunControl = RunControl()) throws(GraphError) -> [Int32] {
        let simple = try simpleForm()
        let graph = simple.graph
        let ofSimple = try graph.outgoing.withArcs { (arcs) throws(GraphError) in
            var poll = CancellationPoll(control)
            let support = try graph.triangleSupport(arcs, poll: &poll)
            var queue = TrussQueue(support: support)
            while let edge = queue.popLeast() {
                let (source, target) = (Int(graph.edgeSources[edge]), Int(graph.edgeTargets[edge]))
                let isSourceSmaller = arcs.degree(source) <= arcs.degree(target)
                let (smaller, larger) = isSourceSmaller ? (source, target) : (target, source)
                for arc in arcs.range(smaller) {
                    let (third, side) = (Int(arcs.targets[arc]), Int(arcs.edges[arc]))
                    guard !queue.isTaken(side), third != larger else { continue }
                    let across = arcs.firstArc(from: larger, to: third)
                    guard across < Int(arcs.offsets[larger + 1]), Int(arcs.targets[across]) == third else {
                        continue
                    }
                    let other = Int(arcs.edges[across])
                    guard !queue.isTaken(other) else { continue }
                    queue.lower(side, notBelow: edge)
                    queue.lower(other, notBelow: edge)
                }
                try poll.step(arcs.degree(smaller) + 1)
            }
            return queue.support.map { $0 + 2 }
        }
        var numbers = [Int32](repeating: 0, count: edgeCount)
        for edge in 0..<graph.edgeCount {
            for original in try simple.originals(of: edge) { numbers[Int(original)] = ofSimple[edge] }
        }
        return numbers
    }

    /// For each edge of a simple undirected graph the number of triangles that it is a side of.
    fileprivate func triangleSupport(
        _ arcs: Arcs,
        poll: inout CancellationPoll
    ) throws(GraphError) -> [Int32] {
        let support = Scratch<Int32>(count: edgeCount, repeating: 0)
        let rows = UpwardRows(arcs, withEdges: true)
        let (targets, edges) = (rows.targets.buffer, rows.edges.buffer)
        // The edge from the middle corner to each of those above it, plus one.
        let sides = Scratch<Int32>(count: vertexCount, repeating: 0)
        for middle in 0..<vertexCount {
            for arc in rows.above(middle) { sides[Int(targets[arc])] = edges[arc] &+ 1 }
            for back in rows.below(middle) {
                let rest = rows.rest(behind: back)
                let first = Int(rows.lowerEdges[back])
                for arc in rest {
                    let side = Int(sides[Int(targets[arc])])
                    guard side > 0 else { continue }
                    support[first] &+= 1
                    support[Int(edges[arc])] &+= 1
                    support[side &- 1] &+= 1
                }
                try poll.step(rest.count + 1)
            }
            for arc in rows.above(middle) { sides[Int(targets[arc])] = 0 }
        }
        return support.array()
    }
}

/// Edges in the order of their support, which falls by one at a time.
private struct TrussQueue {
    private(set) var support: [Int32]
    private var order: [Int32]
    private var positions: [Int32]
    /// Where the edges of each support begin in `order`.
    private var starts: [Int32]
    private var taken = 0

    init(support: [Int32]) {
        self.support = support
        let largest = Int(support.max() ?? 0)
        starts = [Int32](repeating: 0, count: largest + 2)
        for value in support { starts[Int(value) + 1] += 1 }
        for value in 0...largest { starts[value + 1] += starts[value] }
        var cursors = starts
        order = [Int32](repeating: 0, count: support.count)
        positions = order
        for edge in support.indices {
            let position = cursors[Int(support[edge])]
            order[Int(position)] = Int32(truncatingIfNeeded: edge)
            positions[edge] = position
            cursors[Int(support[edge])] += 1
        }
    }

    mutating func popLeast() -> Int? {
        guard taken < order.count else { return nil }
        taken += 1
        return Int(order[taken - 1])
    }

    func isTaken(_ edge: Int) -> Bool { Int(positions[edge]) < taken }

    /// Lowers an edge's support by one, unless it is as low as that of the edge just taken.
    mutating func lower(_ edge: Int, notBelow floor: Int) {
        let value = Int(support[edge])
        guard value > Int(support[floor]) else { return }
        let first = max(Int(starts[value]), taken)
        let leader = order[first]
        order[Int(positions[edge])] = leader
        positions[Int(leader)] = positions[edge]
        order[first] = Int32(truncatingIfNeeded: edge)
        positions[edge] = Int32(truncatingIfNeeded: first)
        starts[value] = Int32(truncatingIfNeeded: first + 1)
        support[edge] -= 1
    }
}
