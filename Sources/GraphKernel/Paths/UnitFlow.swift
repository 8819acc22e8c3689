/// A network in which every edge, or every vertex, lets one unit through.
///
/// Arcs come in pairs of opposite direction, the *twins*: what flows along one can be sent back along the
/// other. Where vertices are narrow, each is split into an entry and an exit with an arc between.
struct UnitNetwork: ~Copyable {
    let source: Int
    let target: Int
    let nodeCount: Int
    let splitsVertices: Bool
    /// The arcs of a node are the positions `offsets[node]..<offsets[node + 1]`.
    let offsets: Scratch<Int32>
    let heads: Scratch<Int32>
    let twins: Scratch<Int32>
    /// The edge of each arc; -1 for one from a vertex's entry to its exit.
    let edges: Scratch<Int32>
    /// What an arc lets through: 0 against an edge, 1, or 2 where only vertices are narrow, which is more than
    /// ever comes.
    let capacities: Scratch<Int8>

    init(
        of graph: CompactGraph,
        from source: Int,
        to target: Int,
        direction: CompactGraph.SearchDirection,
        splitsVertices: Bool
    ) throws(GraphError) {
        let isUndirected = !graph.isDirected || direction == .both
        let most =
            splitsVertices
            ? 2 * graph.vertexCount + graph.edgeCount * (isUndirected ? 4 : 2) : 2 * graph.edgeCount
        guard most <= CompactGraph.arcLimit, 2 * graph.vertexCount < CompactGraph.arcLimit else {
            throw GraphError(
                .tooLarge,
                "disjoint paths among \(graph.edgeCount) edges may need \(most) arcs, more than the limit of"
                    + " \(CompactGraph.arcLimit)"
            )
        }
        self.splitsVertices = splitsVertices
        self.source = splitsVertices ? 2 * source + 1 : source
        self.target = splitsVertices ? 2 * target : target
        nodeCount = splitsVertices ? 2 * graph.vertexCount : graph.vertexCount
        let (tails, tips) =
            graph.isDirected && direction == .incoming
            ? (graph.edgeTargets, graph.edgeSources) : (graph.edgeSources, graph.edgeTargets)
        var pairs: [ArcPair] = []
        if splitsVertices {
            for vertex in 0..<graph.vertexCount where vertex != source && vertex != target {
                let entry = 2 * Int32(truncatingIfNeeded: vertex)
                pairs.append(
                    ArcPair(tail: entry, head: entry + 1, edge: -1, capacity: 1, twinCapacity: 0)
                )
            }
        }
        for edge in 0..<graph.edgeCount where tails[edge] != tips[edge] {
            let (tail, head, id) = (tails[edge], tips[edge], Int32(truncatingIfNeeded: edge))
            guard splitsVertices else {
                pairs.append(
                    ArcPair(tail: tail, head: head, edge: id, capacity: 1, twinCapacity: isUndirected ? 1 : 0)
                )
                continue
            }
            for (tail, head) in isUndirected ? [(tail, head), (head, tail)] : [(tail, head)] {
                // A path leaves its target and comes back to its source never.
                guard Int(tail) != target, Int(head) != source else { continue }
                let isDirect = Int(tail) == source && Int(head) == target
                pairs.append(
                    ArcPair(
                        tail: 2 * tail + 1,
                        head: 2 * head,
                        edge: id,
                        capacity: isDirect ? 1 : 2,
                        twinCapacity: 0
                    )
                )
            }
        }
        offsets = Scratch(count: nodeCount + 1, repeating: 0)
        for pair in pairs {
            offsets[Int(pair.tail) + 1] += 1
            offsets[Int(pair.head) + 1] += 1
        }
        for node in 0..<nodeCount { offsets[node + 1] += offsets[node] }
        heads = Scratch(count: 2 * pairs.count, repeating: 0)
        twins = Scratch(count: 2 * pairs.count, repeating: 0)
        edges = Scratch(count: 2 * pairs.count, repeating: 0)
        capacities = Scratch(count: 2 * pairs.count, repeating: 0)
        let cursors = Scratch<Int32>(count: nodeCount, repeating: 0)
        for node in 0..<nodeCount { cursors[node] = offsets[node] }
        for pair in pairs {
            let (arc, twin) = (cursors[Int(pair.tail)], cursors[Int(pair.head)])
            cursors[Int(pair.tail)] += 1
            cursors[Int(pair.head)] += 1
            heads[Int(arc)] = pair.head
            heads[Int(twin)] = pair.tail
            twins[Int(arc)] = twin
            twins[Int(twin)] = arc
            edges[Int(arc)] = pair.edge
            edges[Int(twin)] = pair.edge
            capacities[Int(arc)] = pair.capacity
            capacities[Int(twin)] = pair.twinCapacity
        }
    }

    func arcs(of node: Int) -> Range<Int> {
        Int(offsets[node])..<Int(offsets[node + 1])
    }

    /// The vertex that a node is, or is the entry or the exit of.
    func vertex(of node: Int) -> Int {
        splitsVertices ? node >> 1 : node
    }
}

/// An arc and its twin, before they have their places.
private struct ArcPair {
    var tail: Int32
    var head: Int32
    var edge: Int32
    var capacity: Int8
    var twinCapacity: Int8
}

/// A flow of units from a network's source to its target, made as large as it can be (Dinic's algorithm).
struct UnitFlow: ~Copyable {
    private let network: UnitNetwork
    /// What each arc can still take.
    private let residuals: Scratch<Int8>
    /// How far each node is from the source along arcs that can take more; -1 where none lead.
    private let levels: Scratch<Int32>
    /// The next arc of each node to try.
    private let cursors: Scratch<Int32>
    private let queue: Scratch<Int32>
    private var size = 0

    init(_ network: consuming UnitNetwork) {
        residuals = Scratch(count: network.capacities.count, repeating: 0)
        for arc in 0..<residuals.count { residuals[arc] = network.capacities[arc] }
        levels = Scratch(count: network.nodeCount, repeating: -1)
        cursors = Scratch(count: network.nodeCount, repeating: 0)
        queue = Scratch(count: network.nodeCount, repeating: 0)
        self.network = network
    }

    /// Sends units until no more find a way, or a limit is reached; returns whether more would.
    mutating func run(limit: Int, poll: inout CancellationPoll) throws(GraphError) -> Bool {
        while try findLevels(poll: &poll) {
            guard size < limit else { return true }
            try block(limit: limit, poll: &poll)
        }
        return false
    }

    /// Measures levels up to that of the target; returns whether it is reached.
    private borrowing func findLevels(poll: inout CancellationPoll) throws(GraphError) -> Bool {
        levels.buffer.update(repeating: -1)
        levels[network.source] = 0
        queue[0] = Int32(truncatingIfNeeded: network.source)
        var (head, end) = (0, 1)
        while head < end {
            let node = Int(queue[head])
            head &+= 1
            let arcs = network.arcs(of: node)
            for arc in arcs {
                let next = Int(network.heads[arc])
                guard residuals[arc] > 0, levels[next] < 0 else { continue }
                levels[next] = levels[node] &+ 1
                if next == network.target { return true }
                queue[end] = network.heads[arc]
                end &+= 1
            }
            try poll.step(arcs.count + 1)
        }
        return false
    }

    /// Sends units along arcs that lead one level up, until every such way is blocked.
    private mutating func block(limit: Int, poll: inout CancellationPoll) throws(GraphError) {
        for node in 0..<network.nodeCount { cursors[node] = network.offsets[node] }
        var way: [Int] = []
        var node = network.source
        while true {
            if node == network.target {
                for arc in way {
                    residuals[arc] -= 1
                    residuals[Int(network.twins[arc])] += 1
                }
                size += 1
                try poll.step(way.count)
                if size == limit { return }
                way.removeAll(keepingCapacity: true)
                node = network.source
            }
            let first = Int(cursors[node])
            let end = network.arcs(of: node).upperBound
            let level = levels[node] &+ 1
            var arc = first
            while arc < end, residuals[arc] == 0 || levels[Int(network.heads[arc])] != level { arc &+= 1 }
            cursors[node] = Int32(truncatingIfNeeded: arc)
            try poll.step(arc - first + 1)
            if arc < end {
                way.append(arc)
                node = Int(network.heads[arc])
            } else if let last = way.popLast() {
                // A dead end: the arc that led here is not tried again.
                node = Int(network.heads[Int(network.twins[last])])
                cursors[node] += 1
            } else {
                return
            }
        }
    }

    /// The vertices and edges that lead out of what the source still reaches; to be asked when no unit finds a
    /// way.
    borrowing func separator() -> DisjointPaths.Separator {
        var (vertices, edges): ([Int32], [Int32]) = ([], [])
        for node in 0..<network.nodeCount where levels[node] >= 0 {
            for arc in network.arcs(of: node)
            where network.capacities[arc] > 0 && levels[Int(network.heads[arc])] < 0 {
                if network.edges[arc] >= 0 {
                    edges.append(network.edges[arc])
                } else {
                    vertices.append(Int32(truncatingIfNeeded: network.vertex(of: node)))
                }
            }
        }
        return DisjointPaths.Separator(vertices: vertices.sorted(), edges: edges.sorted())
    }

    /// Takes the flow apart into paths, one a unit; circles, which an optimum may hold, are left out.
    borrowing func takePaths(poll: inout CancellationPoll) throws(GraphError) -> [GraphPath] {
        for node in 0..<network.nodeCount { cursors[node] = network.offsets[node] }
        // The place of a node on the way, or -1.
        let places = Scratch<Int32>(count: network.nodeCount, repeating: -1)
        var paths: [GraphPath] = []
        for _ in 0..<size {
            var (nodes, way) = ([network.source], [Int]())
            places[network.source] = 0
            var node = network.source
            while node != network.target {
                var arc = Int(cursors[node])
                while residuals[arc] >= network.capacities[arc] { arc += 1 }
                // Each arc is gone along once: more than a unit flows along none.
                cursors[node] = Int32(truncatingIfNeeded: arc + 1)
                try poll.step()
                node = Int(network.heads[arc])
                if places[node] >= 0 {
                    while nodes[nodes.count - 1] != node {
                        places[nodes.removeLast()] = -1
                        way.removeLast()
                    }
                } else {
                    places[node] = Int32(truncatingIfNeeded: nodes.count)
                    nodes.append(node)
                    way.append(arc)
                }
            }
            for node in nodes { places[node] = -1 }
            let steps = way.filter { network.edges[$0] >= 0 }
            paths.append(
                GraphPath(
                    vertices: [network.vertex(of: network.source)]
                        + steps.map { network.vertex(of: Int(network.heads[$0])) },
                    edges: steps.map { Int(network.edges[$0]) },
                    weights: nil
                )
            )
        }
        return paths
    }
}
