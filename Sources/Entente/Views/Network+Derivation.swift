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
    private(set) var timings: [Int: Timing] = [:]
    private(set) var vertexOfEntity: [Int: Int] = [:]

    /// The whole that each folded part stands for, by entity.
    private let wholes: [Int: Int]

    init(graph: ClaimGraph, view: View) {
        self.graph = graph
        self.view = view
        filter = ClaimFilter(graph: graph, view: view)
        wholes = view.rollUp.isEmpty ? [:] : Self.wholes(graph: graph, filter: filter)
    }

    mutating func run() {
        let opposition = Opposition(graph: graph, filter: filter)
        for (index, claim) in graph.claims.enumerated() {
            switch filter.verdict(on: claim) {
            case .excluded(let reason): excluded.add(reason)
            case .counts(let dates, let timing):
                counted.append(index)
                timings[index] = timing
                let opposing = opposition.opposing(index, timing: timing)
                derive(from: claim, index: index, dates: dates, opposing: opposing)
            }
        }
        number()
        gather()
    }

    // MARK: Edges of one claim

    private mutating func derive(from claim: Claim, index: Int, dates: Certainty, opposing: [Int]) {
        let relation = graph.relation(of: claim)
        let projection = relation.projection
        let present = presentActors(in: claim, relation)
        func add(_ a: String, _ b: String, _ part: Edge.Part, isDirected: Bool) {
            guard let from = vertexEntity(a), let to = vertexEntity(b), from != to else { return }
            edges.append(
                Edge(
                    from: from, to: to, claim: index, part: part, isDirected: isDirected, dates: dates,
                    opposition: opposing))
        }
        // What is said under a condition ties nobody to anything.
        guard claim.condition == nil else { return }
        if projection.contains(.ends) {
            switch claim.ends {
            case .unary: break
            case .directed(let subject, let object): add(subject, object, .ends, isDirected: true)
            case .symmetric(let all):
                for (position, a) in all.enumerated() {
                    for b in all[(position + 1)...] { add(a, b, .ends, isDirected: false) }
                }
            }
        }
        if projection.contains(.venue) {
            for venue in claim.venues { for actor in present { add(actor, venue, .venue, isDirected: true) } }
        }
        if projection.contains(.event), let event = claim.event {
            for actor in present { add(actor, event, .event, isDirected: true) }
        }
        if projection.contains(.regarding) {
            // That a dealing concerned another actor does not tie the two: they need not have dealt with each other.
            for matter in claim.regarding where graph.entity(matter)?.kind.isMatter ?? false {
                for actor in present { add(actor, matter, .regarding, isDirected: true) }
            }
        }
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
    private func vertexEntity(_ id: String) -> Int? {
        guard let named = graph.index(ofEntity: id) else { return nil }
        let index = wholes[named] ?? named
        let entity = graph.entities[index]
        guard view.includes(entity.kind) || view.throughEntities.contains(entity.id) else { return nil }
        return view.without.contains(entity.id) || view.without.contains(id) ? nil : index
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
        var byPair: [Pair: [Int]] = [:]
        for (place, edge) in edges.enumerated() {
            let swaps = !(view.isDirected && edge.isDirected) && edge.from > edge.to
            let pair = swaps ? Pair(a: edge.to, b: edge.from) : Pair(a: edge.from, b: edge.to)
            byPair[pair, default: []].append(place)
            if view.isDirected, !edge.isDirected {
                byPair[Pair(a: pair.b, b: pair.a), default: []].append(place)
            }
        }
        let keys = edges.map(sortKey)
        ties = byPair.keys.sorted().map { pair in
            Tie(a: pair.a, b: pair.b, edges: (byPair[pair] ?? []).sorted { keys[$0] < keys[$1] })
        }
    }

    private struct Pair: Hashable, Comparable {
        var a: Int
        var b: Int

        static func < (left: Pair, right: Pair) -> Bool { (left.a, left.b) < (right.a, right.b) }
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
                (claim.status.isPlanned ? 20 : 0) + (edge.isDisputed ? 1 : 0) + modality * 2
            ),
            begin: begin == .min ? .max : begin,
            place: (edge.claim, Int(edge.part.rawValue)))
    }

    // MARK: Roll-up

    /// For each part the outermost whole that it is folded into. A part with two wholes, or one in a circle, stays.
    private static func wholes(graph: ClaimGraph, filter: ClaimFilter) -> [Int: Int] {
        var above: [Int: Set<Int>] = [:]
        for claim in graph.claims {
            guard case .directed(let part, let whole) = claim.ends,
                filter.view.rollUp.contains(where: { name in
                    graph.vocabulary.isA(claim.relation, name)
                        || graph.vocabulary[claim.relation]?.family.rawValue == name
                }),
                case .counts = filter.verdict(on: claim, ignoringRelation: true),
                let from = graph.index(ofEntity: part), let to = graph.index(ofEntity: whole)
            else { continue }
            above[from, default: []].insert(to)
        }
        var wholes: [Int: Int] = [:]
        for start in above.keys {
            var seen: Set<Int> = [start]
            var here = start
            while let next = above[here], next.count == 1, let whole = next.first {
                guard seen.insert(whole).inserted else {
                    here = start
                    break
                }
                here = whole
            }
            if here != start { wholes[start] = here }
        }
        return wholes
    }
}
