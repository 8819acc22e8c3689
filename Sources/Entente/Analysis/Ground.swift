internal import EDTF
internal import GraphKernel

/// The graph on which paths between given ends are searched: one edge for each pair that is tied, without the
/// vertices that no path may pass.
///
/// A venue, where the view lets paths through, is passed only between two stays that may overlap: it stands in the
/// graph once for each such pair of visitors and not as itself, unless it is an end.
struct Ground {
    /// A step of a path: two vertices of the network and the edges that tie them.
    struct Step {
        var from: Int
        var to: Int
        var edges: [Int]
    }

    private let network: Network
    private var sources: [Int32] = []
    private var targets: [Int32] = []
    /// The edges of the network behind each edge of the graph.
    private var edges: [[Int]] = []
    /// The network's vertex behind each vertex of the graph.
    private var vertices: [Int]

    init(_ network: Network, ends: Set<Int>, onlyCertain: Bool) {
        self.network = network
        vertices = Array(network.vertices.indices)
        let passable = network.vertices.indices.map { ends.contains($0) || network.view.allowsTransit(through: network.entity($0)) }
        var stays: [Int: [(visitor: Int, edges: [Int])]] = [:]
        for tie in network.ties where passable[tie.a] && passable[tie.b] {
            let counted =
                onlyCertain ? tie.edges.filter { network.edges[$0].dates == .certain } : tie.edges
            guard !counted.isEmpty else { continue }
            // Ends may be reached directly; a venue between them only through overlapping stays.
            if let (venue, visitor) = venueAndVisitor(tie), !ends.contains(venue) {
                stays[venue, default: []].append((visitor, counted))
            } else {
                add(tie.a, tie.b, counted)
            }
        }
        for venue in stays.keys.sorted() {
            let visits = stays[venue] ?? []
            for (place, one) in visits.enumerated() {
                for other in visits[(place + 1)...] where other.visitor != one.visitor {
                    addMeeting(at: venue, one, other)
                }
            }
        }
    }

    private func venueAndVisitor(_ tie: Tie) -> (venue: Int, visitor: Int)? {
        if network.entity(tie.b).kind == .venue, network.entity(tie.a).kind != .venue { return (tie.b, tie.a) }
        if network.entity(tie.a).kind == .venue, network.entity(tie.b).kind != .venue { return (tie.a, tie.b) }
        return nil
    }

    private mutating func add(_ a: Int, _ b: Int, _ tied: [Int]) {
        sources.append(Int32(a))
        targets.append(Int32(b))
        edges.append(tied)
    }

    /// Adds a passage through a venue where a stay of each visitor may overlap one of the other.
    private mutating func addMeeting(
        at venue: Int, _ one: (visitor: Int, edges: [Int]), _ other: (visitor: Int, edges: [Int])
    ) {
        func timing(_ edge: Int) -> Timing? { network.timings[network.edges[edge].claim] }
        func overlaps(_ edge: Int, _ others: [Int]) -> Bool {
            guard let own = timing(edge) else { return false }
            return others.contains { timing($0)?.mayMeet(own) ?? false }
        }
        let ones = one.edges.filter { overlaps($0, other.edges) }
        let others = other.edges.filter { overlaps($0, one.edges) }
        guard !ones.isEmpty, !others.isEmpty else { return }
        vertices.append(venue)
        add(one.visitor, vertices.count - 1, ones)
        add(vertices.count - 1, other.visitor, others)
        if network.view.isDirected {
            add(other.visitor, vertices.count - 1, others)
            add(vertices.count - 1, one.visitor, ones)
        }
    }

    func graph() throws(GraphError) -> CompactGraph {
        try CompactGraph(
            vertexCount: vertices.count, sources: sources, targets: targets,
            direction: network.view.isDirected ? .directed : .undirected)
    }

    /// The steps of a path found in the graph.
    func ties(of path: GraphPath) -> [Step] {
        path.edges.indices.map { index in
            Step(
                from: vertices[path.vertices[index]], to: vertices[path.vertices[index + 1]],
                edges: edges[path.edges[index]])
        }
    }
}
