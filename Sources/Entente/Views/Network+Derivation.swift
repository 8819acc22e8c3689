internal import EDTF

/// Works out which claims a view counts and which edges they make.
struct Derivation {
    let graph: ClaimGraph
    let view: View
    let filter: ClaimFilter

    private(set) var vertices: [Int] = []
    private(set) var edges: [Edge] = []
    private(set) var ties: [Tie] = []
    private(set) var counted: [Int] = []
    private(set) var excluded = Exclusions()
    private(set) var untied = Exclusions()
    private(set) var timings: [Int: Timing] = [:]
    private(set) var sharedTimings: [Int: Timing] = [:]
    private(set) var vertexOfEntity: [Int: Int] = [:]

    /// The whole that each part is folded into, by entity.
    let wholes: [Int: RollUp.Whole]

    init(graph: ClaimGraph, view: View) {
        self.graph = graph
        self.view = view
        filter = ClaimFilter(graph: graph, view: view)
        wholes = view.rollUp.isEmpty ? [:] : RollUp(graph: graph, filter: filter).wholes
    }

    mutating func run() {
        let opposition = Opposition(graph: graph, filter: filter)
        for (index, claim) in graph.claims.enumerated() {
            switch filter.verdict(on: claim) {
            case .excluded(let reason): excluded.add(reason)
            case .counts(let dates, let timing):
                counted.append(index)
                timings[index] = timing
                let shared = filter.timing(of: claim, at: index, own: timing)
                if shared != timing { sharedTimings[index] = shared }
                let opposing = opposition.opposing(index, timing: timing)
                derive(from: claim, index: index, dates: dates, opposing: opposing)
            }
        }
        number()
        gather()
    }

    // MARK: Edges of one claim

    /// A pair that a claim ties, by entities.
    private struct Pair: Hashable {
        var from: Int
        var to: Int
        var part: Edge.Part
        var isDirected: Bool
        /// The certainty that both stand for what they are folded into.
        var folded: Certainty
    }

    private mutating func derive(from claim: Claim, index: Int, dates: Certainty, opposing: [Int]) {
        guard claim.condition == nil else { return untied.add(.conditional) }
        // That two did not meet is counted and listed where it is asked for; it is no tie that a path could take.
        switch claim.polarity {
        case .positive: break
        case .negative: return untied.add(.negative)
        case .unproven: return untied.add(.unproven)
        }
        let pairs = pairs(of: claim)
        if pairs.isEmpty {
            if case .unary = claim.ends { untied.add(.unary) } else { untied.add(.otherKinds) }
        }
        let standing = filter.standing(of: claim)
        for pair in pairs {
            edges.append(
                Edge(
                    from: pair.from,
                    to: pair.to,
                    claim: index,
                    part: pair.part,
                    isDirected: pair.isDirected,
                    dates: dates.and(pair.folded),
                    standing: standing.and(pair.folded),
                    opposition: opposing
                )
            )
        }
    }

    /// The pairs that a claim ties, each once, sorted by part and ends.
    private func pairs(of claim: Claim) -> [Pair] {
        let relation = graph.relation(of: claim)
        let projection = relation.projection
        let present = presentActors(in: claim, relation)
        var pairs: [Pair] = []
        func add(_ a: String, _ b: String, _ part: Edge.Part, isDirected: Bool = true) {
            guard let from = vertexEntity(a), let to = vertexEntity(b), from.entity != to.entity else {
                return
            }
            let swaps = !isDirected && from.entity > to.entity
            pairs.append(
                Pair(
                    from: swaps ? to.entity : from.entity,
                    to: swaps ? from.entity : to.entity,
                    part: part,
                    isDirected: isDirected,
                    folded: from.certainty.and(to.certainty)
                )
            )
        }
        if projection.contains(.ends) {
            switch claim.ends {
            case .unary: break
            case .directed(let subject, let object): add(subject, object, .ends)
            case .symmetric(let all):
                for (position, a) in all.enumerated() {
                    for b in all[(position + 1)...] { add(a, b, .ends, isDirected: false) }
                }
            }
        }
        if projection.contains(.venue) {
            for venue in claim.venues { for actor in present { add(actor, venue, .venue) } }
        }
        if projection.contains(.event), let event = claim.event {
            for actor in present { add(actor, event, .event) }
        }
        if projection.contains(.regarding) {
            // That a dealing concerned another actor does not tie the two: they need not have dealt with each other.
            for matter in claim.regarding where graph.entity(matter)?.kind.isMatter ?? false {
                for actor in present { add(actor, matter, .regarding) }
            }
        }
        guard pairs.count > 1 else { return pairs }
        // Two parts of one whole make the same pair twice; the surest is kept.
        pairs.sort { ($0.part, $0.from, $0.to, $1.folded) < ($1.part, $1.from, $1.to, $0.folded) }
        return pairs.indices.filter { place in
            guard place > 0 else { return true }
            let (last, own) = (pairs[place - 1], pairs[place])
            return (last.part, last.from, last.to) != (own.part, own.from, own.to)
        }.map { pairs[$0] }
    }

    /// The actors of a claim who took part in what it tells: all participants; of a directed relation the subject,
    /// and the object too where the relation is a dealing between both.
    private func presentActors(in claim: Claim, _ relation: Relation) -> [String] {
        let named: [String]
        switch claim.ends {
        case .unary(let subject): named = [subject]
        case .symmetric(let all): named = all
        case .directed(let subject, let object):
            switch relation.family {
            case .contact, .alignment, .conflict: named = [subject, object]
            default: named = [subject]
            }
        }
        return named.filter { graph.entity($0)?.kind.isActor ?? false }
    }

    /// The entity that stands for a named one as a vertex, or nil where it is none in this view.
    private func vertexEntity(_ id: String) -> RollUp.Whole? {
        guard let named = graph.index(ofEntity: id) else { return nil }
        let whole = wholes[named] ?? RollUp.Whole(entity: named, certainty: .certain)
        let entity = graph.entities[whole.entity]
        guard view.includes(entity.kind) || view.throughEntities.contains(entity.id) else { return nil }
        return view.without.contains(entity.id) || view.without.contains(id) ? nil : whole
    }

    // MARK: Numbering

    /// Replaces entities by vertices, numbered in the order of their ids.
    private mutating func number() {
        var isVertex = Array(repeating: false, count: graph.entities.count)
        for edge in edges {
            isVertex[edge.from] = true
            isVertex[edge.to] = true
        }
        vertices = isVertex.indices.filter { isVertex[$0] }
        vertexOfEntity = Dictionary(uniqueKeysWithValues: zip(vertices, vertices.indices))
        var numbers = Array(repeating: -1, count: graph.entities.count)
        for (number, entity) in vertices.enumerated() { numbers[entity] = number }
        for place in edges.indices {
            edges[place].from = numbers[edges[place].from]
            edges[place].to = numbers[edges[place].to]
        }
    }

    /// Gathers the edges by pair, the best first.
    private mutating func gather() {
        let keys = edges.map(sortKey)
        let count = vertices.count
        // A pair as one number: it is sorted faster than a dictionary is filled.
        var places: [(pair: Int, edge: Int)] = []
        places.reserveCapacity(edges.count)
        for (place, edge) in edges.enumerated() {
            let isOneWay = view.isDirected && edge.isDirected
            let (a, b) = isOneWay || edge.from < edge.to ? (edge.from, edge.to) : (edge.to, edge.from)
            places.append((a * count + b, place))
            if view.isDirected, !edge.isDirected { places.append((b * count + a, place)) }
        }
        places.sort { $0.pair != $1.pair ? $0.pair < $1.pair : keys[$0.edge] < keys[$1.edge] }
        for (pair, place) in places {
            let (a, b) = pair.quotientAndRemainder(dividingBy: count)
            if let last = ties.last, last.a == a, last.b == b {
                ties[ties.count - 1].edges.append(place)
            } else {
                ties.append(Tie(a: a, b: b, edges: [place]))
            }
        }
    }

    private struct EdgeKey: Comparable {
        var strength: (Int, Int, Int)
        var begin: Int64
        var place: (Int, Int)

        static func == (left: EdgeKey, right: EdgeKey) -> Bool { !(left < right) && !(right < left) }

        static func < (left: EdgeKey, right: EdgeKey) -> Bool {
            if left.strength != right.strength { return left.strength < right.strength }
            return left.begin != right.begin ? left.begin < right.begin : left.place < right.place
        }
    }

    private func sortKey(_ edge: Edge) -> EdgeKey {
        let claim = graph.claims[edge.claim]
        let modality = Claim.Modality.allCases.firstIndex(of: claim.modality) ?? 0
        let begin = timings[edge.claim]?.bounds.beginEarliest ?? .min
        let commentary = graph.relation(of: claim).family.isCommentary ? 1 : 0
        return EdgeKey(
            strength: (
                edge.dates == .certain ? 0 : 1,
                commentary * 8 + Int(edge.part.rawValue),
                (claim.status.isPlanned ? 60 : 0) + modality * 6 + claim.basis.weakness * 2
                    + (edge.isDisputed ? 1 : 0)
            ),
            begin: begin == .min ? .max : begin,
            place: (edge.claim, Int(edge.part.rawValue))
        )
    }
}
