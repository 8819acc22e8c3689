internal import EDTF
internal import GraphKernel

/// The graph on which paths between given ends are searched: one edge for each pair that is tied, without the
/// vertices that no path may pass.
///
/// A venue, where the view lets paths through, is passed only between two stays that may overlap: it stands in the
/// graph once for each such pair of visitors and not as itself, unless it is an end.
struct Ground {
    /// What of a network's edges a search goes by.
    struct Choice {
        /// Only what is certain by date.
        var onlyCertain = false
        /// Only what may count, or with `onlyCertain` does, as of one day.
        var day: Int64?
        /// The claims that are not so, of those of which one is.
        var absent: Set<Int> = []
        /// Those that are.
        var present: Set<Int> = []
    }

    /// A step of a path: two vertices of the network and the edges that tie them.
    struct Step {
        var from: Int
        var to: Int
        var edges: [Int]
    }

    /// The most passages through venues that a search takes on.
    static let passageLimit = 4_000_000

    private let network: Network
    private let choice: Choice
    private var sources: [Int32] = []
    private var targets: [Int32] = []
    /// The edges of the network behind each edge of the graph.
    private var edges: [[Int]] = []
    /// The network's vertex behind each vertex of the graph.
    private var vertices: [Int]

    private typealias Visit = (visitor: Int, edges: [Int], stay: InstantSet)

    init(_ network: Network, ends: Set<Int>, choice: Choice) throws(AnalysisError) {
        self.network = network
        self.choice = choice
        vertices = Array(network.vertices.indices)
        let passable = network.vertices.indices.map {
            ends.contains($0) || network.view.allowsTransit(through: network.entity($0))
        }
        var visits: [Int: [Visit]] = [:]
        for tie in network.ties where passable[tie.a] && passable[tie.b] {
            let counted = tie.edges.filter(isChosen)
            guard !counted.isEmpty else { continue }
            // Ends may be reached directly; a venue between them only through overlapping stays.
            if let (venue, visitor) = venueAndVisitor(tie), !ends.contains(venue) {
                let stays = counted.filter(isStay)
                let times = InstantSet(stays.compactMap { timing($0)?.bounds.extent })
                visits[venue, default: []].append((visitor, stays, times))
            } else {
                add(tie.a, tie.b, counted)
            }
        }
        var passages = 0
        for venue in visits.keys.sorted() {
            let all = visits[venue] ?? []
            for (place, one) in all.enumerated() {
                for other in all[(place + 1)...] where other.visitor != one.visitor {
                    passages += addMeeting(at: venue, one, other) ? 1 : 0
                }
                guard passages <= Self.passageLimit else {
                    throw AnalysisError(
                        .tooLarge,
                        "paths through venues would have more than \(Self.passageLimit) meetings of visitors to choose "
                            + "from; name the venues that a path may pass through, or a shorter period"
                    )
                }
            }
        }
    }

    private func timing(_ edge: Int) -> Timing? { network.timing(of: network.edges[edge].claim) }

    private func isChosen(_ edge: Int) -> Bool {
        let certainty = network.dates(of: edge, in: choice)
        return choice.onlyCertain ? certainty == .certain : certainty > .impossible
    }

    /// Whether an edge says that its actor was at the venue; to speak of a place is no stay.
    private func isStay(_ edge: Int) -> Bool {
        network.edges[edge].part == .venue
            || !network.graph.relation(of: network.claim(network.edges[edge])).family.isCommentary
    }

    private func venueAndVisitor(_ tie: Tie) -> (venue: Int, visitor: Int)? {
        let isVenue = (network.entity(tie.a).kind == .venue, network.entity(tie.b).kind == .venue)
        switch isVenue {
        case (false, true): return (tie.b, tie.a)
        case (true, false): return (tie.a, tie.b)
        default: return nil
        }
    }

    private mutating func add(_ a: Int, _ b: Int, _ tied: [Int]) {
        sources.append(Int32(a))
        targets.append(Int32(b))
        edges.append(tied)
    }

    /// Adds a passage through a venue where a stay of one visitor may overlap one of the other; the stays that do
    /// lead the edges of both steps.
    private mutating func addMeeting(at venue: Int, _ one: Visit, _ other: Visit) -> Bool {
        var ones = one.edges.filter { edge in timing(edge).map { other.stay.meets($0.bounds.extent) } ?? false
        }
        var others = other.edges.filter { edge in
            timing(edge).map { one.stay.meets($0.bounds.extent) } ?? false
        }
        guard let lead = ones.first,
            let place = others.firstIndex(where: { network.meet(lead, $0) > .impossible })
        else { return false }
        if choice.onlyCertain {
            // What may overlap is not enough: the first two stays that do so for certain stand for all.
            guard let (a, b) = firstCertain(ones, others) else { return false }
            (ones, others) = ([a], [b])
        } else {
            others.insert(others.remove(at: place), at: 0)
        }
        vertices.append(venue)
        add(one.visitor, vertices.count - 1, ones)
        add(vertices.count - 1, other.visitor, others)
        if network.view.isDirected {
            add(other.visitor, vertices.count - 1, others)
            add(vertices.count - 1, one.visitor, ones)
        }
        return true
    }

    private func firstCertain(_ ones: [Int], _ others: [Int]) -> (Int, Int)? {
        for a in ones {
            for b in others where network.meet(a, b) == .certain { return (a, b) }
        }
        return nil
    }

    func graph() throws(GraphError) -> CompactGraph {
        try CompactGraph(
            vertexCount: vertices.count,
            sources: sources,
            targets: targets,
            direction: network.view.isDirected ? .directed : .undirected
        )
    }

    /// The steps of a path found in the graph.
    func steps(of path: GraphPath) -> [Step] {
        path.edges.indices.map { index in
            Step(
                from: vertices[path.vertices[index]],
                to: vertices[path.vertices[index + 1]],
                edges: edges[path.edges[index]]
            )
        }
    }
}

extension Network {
    /// The certainty of an edge where some things are settled: which day the view is of, which alternatives are so.
    func dates(of edge: Int, in choice: Ground.Choice) -> Certainty {
        let own = edges[edge]
        if choice.absent.contains(own.claim) { return .impossible }
        let isPresent = choice.present.contains(own.claim)
        guard choice.day != nil || isPresent, let timing = timing(of: own.claim) else { return own.dates }
        let asked = choice.day.map { ResolvedPeriod.asOf(CivilCalendar.dayRange(of: $0)) } ?? period
        let certainty = timing.certainty(in: asked).and(own.standing)
        return certainty.capped(if: !isPresent && alternatives.groupOfClaim[own.claim] != nil)
    }
}

extension Network {
    /// Whether two edges to a venue tell of stays that overlapped: those of one claim or happening did.
    func meet(_ one: Int, _ other: Int) -> Certainty {
        let (a, b) = (edges[one].claim, edges[other].claim)
        if a == b { return .certain }
        if let event = graph.claims[a].event, event == graph.claims[b].event { return .certain }
        guard let left = timing(of: a), let right = timing(of: b) else { return .impossible }
        return left.meets(right)
    }
}
