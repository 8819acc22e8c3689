/// A short network that joins several vertices, and how short one could be at best.
public struct ConnectingNetwork: Hashable, Sendable {
    /// The ends by what can be joined: each group ascending, groups by their first ends. More than one group
    /// means that no path joins them.
    public let groups: [[Int]]
    /// The vertices of the network, the ends among them, ascending.
    public let vertices: [Int32]
    /// The edges of the network, ascending; they make one tree for each group, whose leaves are ends.
    public let edges: [Int32]
    /// The sum of the lengths of the edges.
    public let length: Double
    /// A length that no network undercuts that joins the ends of each group; never less than half of
    /// ``length``.
    public let lowerBound: Double

    /// Whether all ends are joined.
    public var isConnected: Bool { groups.count <= 1 }
}

extension CompactGraph {
    /// Finds a short network that joins two or more vertices, such as the ties among three people.
    ///
    /// The shortest such network is a Steiner tree, and to find it is hard. This one is at most 2 (1 - 1/k)
    /// times as long, for k ends: each vertex is given to the nearest end, the edges between such
    /// neighbourhoods make a spanning tree of the ends (Mehlhorn), and of the vertices on it a spanning tree is
    /// taken once more and cut back to the ends. For two ends it is a shortest path.
    ///
    /// ``ConnectingNetwork/lowerBound`` says how much shorter one might be. Discs that grow around the ends
    /// until they touch, and then around what has touched, must all be crossed: that is half the length of the
    /// spanning tree of the ends and of its longest step. And each end but one has an edge of its own.
    ///
    /// *Conventions.* Direction is not looked at. Without `weighted` each edge has the length 1, with it its
    /// weight. Loops are in no network; of parallel edges the lightest is taken, among equals the first. An end
    /// that is named twice counts once. One end is a network of no edge, no ends are an empty one. Ends in
    /// different components are not an error: each group of those that can be joined is.
    ///
    /// - Parameters:
    ///   - ends: the vertices to join, in any order.
    ///   - weighted: whether the length of an edge is its weight.
    ///   - control: cancellation; this runs on one thread.
    /// - Returns: the network, which depends on nothing but the graph and the set of ends.
    /// - Throws: ``GraphError`` with `vertexOutOfRange`, `missingWeights`, `numericOverflow` (the weights add
    ///   up beyond the range of `Double`), `tooLarge` (a directed graph with more than half of ``arcLimit``
    ///   edges) or `cancelled`.
    /// - Complexity: O(V + E log E) time, O(V + E) memory. Deterministic.
    /// - SeeAlso: Mehlhorn (1988), "A faster approximation algorithm for the Steiner problem in graphs",
    ///   [doi:10.1016/0020-0190(88)90066-X](https://doi.org/10.1016/0020-0190\(88\)90066-X); Goemans,
    ///   Williamson (1995), "A general approximation technique for constrained forest problems",
    ///   [doi:10.1137/S0097539793242618](https://doi.org/10.1137/S0097539793242618), for the bound.
    public func connectingNetwork(
        of ends: [Int],
        weighted: Bool = false,
        control: RunControl = RunControl()
    ) throws(GraphError) -> ConnectingNetwork {
        for end in ends { try check(vertex: end) }
        if weighted { try requireFiniteSums(for: "a weighted network") }
        let ends = Set(ends).sorted()
        let lengths = weighted ? weights : nil
        let rows = try orientation(.both).forward
        let (steps, onTree) = try rows.withArcs { (arcs) throws(GraphError) in
            var poll = CancellationPoll(control)
            var search = NearestEndSearch(vertexCount: vertexCount)
            try search.run(from: ends, arcs: arcs, weighted: weighted, poll: &poll)
            let steps = try search.steps(between: ends, of: self, lengths: lengths, poll: &poll)
            return (steps, search.vertices(on: steps, and: ends, of: self))
        }
        let tree = spanningForest(of: onTree, lengths: lengths)
        let kept = cutBack(tree, to: ends)
        let isKept = Scratch<Bool>(count: vertexCount, repeating: false)
        for end in ends { isKept[end] = true }
        var length = 0.0
        for edge in kept {
            isKept[Int(edgeSources[Int(edge)])] = true
            isKept[Int(edgeTargets[Int(edge)])] = true
            length += lengths?[Int(edge)] ?? 1
        }
        let groups = Self.groups(of: ends, steps)
        var lowerBound = 0.0
        for group in groups { lowerBound += self.lowerBound(of: group, ends, steps, rows, lengths: lengths) }
        return ConnectingNetwork(
            groups: groups.map { $0.map { ends[$0] } },
            vertices: Self.marked(isKept).map { Int32(truncatingIfNeeded: $0) },
            edges: kept,
            length: length,
            lowerBound: min(lowerBound, length)
        )
    }

    /// The edges of a spanning forest of some vertices, the shortest first (Kruskal).
    private func spanningForest(of vertices: [Int], lengths: [Double]?) -> [Int32] {
        let places = Scratch<Int32>(count: vertexCount, repeating: -1)
        for place in vertices.indices { places[vertices[place]] = Int32(truncatingIfNeeded: place) }
        let column = places.buffer
        var edges = inducedEdges(of: vertices) { column[$0] >= 0 }
        if let lengths {
            edges.sort { (lengths[Int($0)], $0) < (lengths[Int($1)], $1) }
        }
        var sets = DisjointSets(count: vertices.count)
        return edges.filter { edge in
            let (source, target) = (Int(edgeSources[Int(edge)]), Int(edgeTargets[Int(edge)]))
            return sets.join(Int(column[source]), Int(column[target]))
        }
    }

    /// The edges of a forest that are left when leaves that are no ends are taken away, again and again.
    private func cutBack(_ forest: [Int32], to ends: [Int]) -> [Int32] {
        let degrees = Scratch<Int32>(count: vertexCount, repeating: 0)
        // The edges at a vertex, laid over each other bit by bit: of a leaf the one that is left.
        let overlays = Scratch<Int32>(count: vertexCount, repeating: 0)
        for edge in forest {
            for vertex in [Int(edgeSources[Int(edge)]), Int(edgeTargets[Int(edge)])] {
                degrees[vertex] += 1
                overlays[vertex] ^= edge
            }
        }
        let isKept = Scratch<Bool>(count: edgeCount, repeating: false)
        for edge in forest { isKept[Int(edge)] = true }
        // An end is never a leaf.
        for end in ends { degrees[end] += 2 }
        for edge in forest {
            for vertex in [Int(edgeSources[Int(edge)]), Int(edgeTargets[Int(edge)])] {
                var leaf = vertex
                while degrees[leaf] == 1 {
                    let last = overlays[leaf]
                    isKept[Int(last)] = false
                    degrees[leaf] = 0
                    leaf = end(of: Int(last), across: leaf)
                    degrees[leaf] -= 1
                    overlays[leaf] ^= last
                }
            }
        }
        let column = isKept.buffer
        return forest.filter { column[Int($0)] }.sorted()
    }

    fileprivate static func marked(_ marks: borrowing Scratch<Bool>) -> [Int] {
        var vertices: [Int] = []
        for vertex in 0..<marks.count where marks[vertex] { vertices.append(vertex) }
        return vertices
    }

    /// The places of the ends, grouped by what steps join.
    private static func groups(of ends: [Int], _ steps: [EndStep]) -> [[Int]] {
        var sets = DisjointSets(count: ends.count)
        for step in steps { _ = sets.join(step.ends.0, step.ends.1) }
        var groups: [[Int]] = []
        var numbers = [Int](repeating: -1, count: ends.count)
        for end in ends.indices {
            let root = sets.root(of: end)
            if numbers[root] < 0 {
                numbers[root] = groups.count
                groups.append([])
            }
            groups[numbers[root]].append(end)
        }
        return groups
    }

    /// A length that no network undercuts that joins a group of ends.
    private func lowerBound(
        of group: [Int],
        _ ends: [Int],
        _ steps: [EndStep],
        _ rows: Adjacency,
        lengths: [Double]?
    ) -> Double {
        guard group.count > 1 else { return 0 }
        let members = Set(group)
        var (sum, longest) = (0.0, 0.0)
        for step in steps where members.contains(step.ends.0) {
            sum += step.length
            longest = max(longest, step.length)
        }
        var (shortest, own) = (Double.infinity, 0.0)
        rows.withArcs { arcs in
            for end in group {
                let vertex = ends[end]
                var least = Double.infinity
                for arc in arcs.range(vertex) where Int(arcs.targets[arc]) != vertex {
                    least = min(least, lengths == nil ? 1 : arcs.weights[arc])
                }
                own += least
                shortest = min(shortest, least)
            }
        }
        let discs = (sum + longest) / 2
        return max(lengths == nil ? discs.rounded(.up) : discs, own - shortest)
    }
}

/// A shortest way from one end to another, by the edge between their neighbourhoods.
private struct EndStep {
    let edge: Int32
    /// The places of the two ends.
    let ends: (Int, Int)
    let length: Double
}

/// A search from all ends at once, which gives each vertex to the nearest.
private struct NearestEndSearch: ~Copyable {
    private let distances: Scratch<Double>
    /// The place of the nearest end, of equally near ones that which came first; -1 out of reach.
    private let owners: Scratch<Int32>
    private let parents: Scratch<Int32>
    private let queue: Scratch<Int32>
    private var heap: IndexedHeap

    init(vertexCount: Int) {
        distances = Scratch(count: vertexCount, repeating: .infinity)
        owners = Scratch(count: vertexCount, repeating: -1)
        parents = Scratch(count: vertexCount, repeating: -1)
        queue = Scratch(count: vertexCount, repeating: 0)
        heap = IndexedHeap(vertexCount: vertexCount)
    }

    mutating func run(
        from ends: [Int],
        arcs: Arcs,
        weighted: Bool,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        var (head, reached) = (0, 0)
        for (place, end) in ends.enumerated() {
            distances[end] = 0
            owners[end] = Int32(truncatingIfNeeded: place)
            queue[reached] = Int32(truncatingIfNeeded: end)
            reached &+= 1
            if weighted { heap.push(end, key: 0) }
        }
        while weighted ? !heap.isEmpty : head < reached {
            let vertex = weighted ? heap.pop() : Int(queue[head])
            head &+= 1
            for arc in arcs.range(vertex) {
                let next = Int(arcs.targets[arc])
                let candidate = distances[vertex] + (weighted ? arcs.weights[arc] : 1)
                guard candidate < distances[next] else { continue }
                distances[next] = candidate
                owners[next] = owners[vertex]
                parents[next] = Int32(truncatingIfNeeded: vertex)
                if weighted {
                    heap.push(next, key: candidate)
                } else {
                    queue[reached] = Int32(truncatingIfNeeded: next)
                    reached &+= 1
                }
            }
            try poll.step(arcs.degree(vertex) + 1)
        }
    }

    /// The steps of a shortest spanning forest of the ends.
    borrowing func steps(
        between ends: [Int],
        of graph: CompactGraph,
        lengths: [Double]?,
        poll: inout CancellationPoll
    ) throws(GraphError) -> [EndStep] {
        var steps: [EndStep] = []
        for edge in 0..<graph.edgeCount {
            let (source, target) = (Int(graph.edgeSources[edge]), Int(graph.edgeTargets[edge]))
            try poll.step()
            guard owners[source] >= 0, owners[target] >= 0, owners[source] != owners[target] else { continue }
            steps.append(
                EndStep(
                    edge: Int32(truncatingIfNeeded: edge),
                    ends: (Int(owners[source]), Int(owners[target])),
                    length: distances[source] + (lengths?[edge] ?? 1) + distances[target]
                )
            )
        }
        steps.sort { ($0.length, $0.edge) < ($1.length, $1.edge) }
        var sets = DisjointSets(count: ends.count)
        return steps.filter { sets.join($0.ends.0, $0.ends.1) }
    }

    /// The vertices on the ways of some steps, and the ends, ascending.
    borrowing func vertices(on steps: [EndStep], and ends: [Int], of graph: CompactGraph) -> [Int] {
        let isFound = Scratch<Bool>(count: graph.vertexCount, repeating: false)
        for end in ends { isFound[end] = true }
        for step in steps {
            for start in [graph.edgeSources[Int(step.edge)], graph.edgeTargets[Int(step.edge)]] {
                var vertex = Int(start)
                while !isFound[vertex] {
                    isFound[vertex] = true
                    vertex = Int(parents[vertex])
                }
            }
        }
        return CompactGraph.marked(isFound)
    }
}
