internal import EDTF

/// Compares the claims of a view; each file beside this one holds one sort of comparison.
struct ConflictFinder {
    let graph: ClaimGraph
    let text: ClaimText
    /// The claims compared, by their places in the graph, ascending.
    let eligible: [Int]
    let excluded: Exclusions
    let conventions: EDTFDate.Conventions
    private let filter: ClaimFilter
    private let origins: Origins
    /// When the claims compared were so.
    let timings: [Int: Timing]
    private(set) var conflicts: [Conflict] = []

    init(_ graph: ClaimGraph, view: View) {
        self.graph = graph
        text = ClaimText(graph: graph)
        // Claims that contradict each other on a date are told apart by what each says of it.
        filter = ClaimFilter(graph: graph, view: view, sharesDates: false)
        origins = Origins(graph)
        conventions = graph.conventions(for: view)
        var timings: [Int: Timing] = [:]
        var excluded = Exclusions()
        for (place, claim) in graph.claims.enumerated() {
            switch filter.verdict(on: claim) {
            case .counts(_, let timing): timings[place] = timing
            case .excluded(let reason): excluded.add(reason)
            }
        }
        self.timings = timings
        self.excluded = excluded
        eligible = timings.keys.sorted()
    }

    func claim(_ place: Int) -> Claim { graph.claims[place] }

    func timing(_ place: Int) -> Timing { timings[place] ?? filter.timing(of: claim(place)) }

    // MARK: Reporting

    /// What claims say, before their origins are counted.
    struct Statement {
        var says: String
        var claims: [Int]
    }

    mutating func report(
        _ kind: Conflict.Kind,
        _ subject: String,
        about: [String],
        _ statements: [Statement],
        assumes: String? = nil
    ) {
        let sides = statements.map { statement in
            let places = Set(statement.claims).sorted()
            return Conflict.Side(
                says: statement.says,
                claims: places,
                origins: origins.count(places.map(claim))
            )
        }
        var named: Set<String> = []
        conflicts.append(
            Conflict(
                kind: kind,
                subject: subject,
                about: about.filter { named.insert($0).inserted },
                sides: sides,
                assumes: kind == .conditional ? assumes : nil
            )
        )
    }

    // MARK: What a claim can bear

    /// Whether a source stands by the content, in its own voice or in that of somebody it reports, and under no
    /// condition; opinions, accusations and denials leave room for the other side.
    func isFirm(_ place: Int) -> Bool {
        let claim = claim(place)
        return claim.modality <= .reported && claim.condition == nil && claim.oneOf == nil
    }

    /// Whether it says that something has happened or is so.
    func isFact(_ place: Int) -> Bool {
        let claim = claim(place)
        return claim.affirms && !claim.status.isPlanned && claim.condition == nil
    }

    /// What claims must be taken for, though they do not state it, so that a conflict of theirs is hard; nil where one
    /// side has nothing firm to say, and empty where nothing need be assumed.
    func assumptions(of sides: [[Int]]) -> [String]? {
        var assumed: [String] = []
        for side in sides {
            let firm = side.filter(isFirm)
            guard !firm.isEmpty else { return nil }
            if let weakest = firm.first, firm.allSatisfy({ claim($0).basis == .computed }) {
                let claim = claim(weakest)
                let words = claim.dateText.map { "“\($0)”" } ?? "the date of \(claim.id)"
                assumed.append("\(words) means \(text.when(claim)), as the analyst worked out")
            } else if let weakest = firm.first,
                firm.allSatisfy({ claim($0).time.dates.contains(where: \.isUncertain) })
            {
                assumed.append(
                    "the date \(text.when(claim(weakest))), which is marked as uncertain, is right"
                )
            }
        }
        return assumed
    }

    /// Hard, or conditional under what must be assumed, or a tension where one side is not firm.
    func grade(_ sides: [[Int]], assuming more: [String] = []) -> (kind: Conflict.Kind, assumes: String?) {
        guard let own = assumptions(of: sides) else { return (.tension, nil) }
        let all = more + own
        return all.isEmpty ? (.hard, nil) : (.conditional, all.joined(separator: "; "))
    }

    /// A relation between ends, in words, without all else that a claim says.
    func words(_ relation: String, _ ends: Claim.Ends) -> String {
        text.content(Claim(id: ClaimID(source: "", local: ""), relation: relation, ends: ends))
    }

    /// When claims date what they say, in words, each date once: "2000; 2015 or before".
    func dates(of places: [Int]) -> String {
        var told: Set<String> = []
        let ordered = places.sorted {
            let (a, b) = (timing($0).bounds, timing($1).bounds)
            return (a.beginLatest, a.endLatest, $0) < (b.beginLatest, b.endLatest, $1)
        }
        return ordered.map { text.when(claim($0)) }.filter { told.insert($0).inserted }.joined(
            separator: "; "
        )
    }

    /// The claims that a test takes, by a key, in the order of keys; a claim may have several.
    func groups<Key: Hashable & Comparable>(
        of places: [Int]? = nil,
        by keys: (Int) -> [Key]
    ) -> [(key: Key, claims: [Int])] {
        var found: [Key: [Int]] = [:]
        for place in places ?? eligible {
            for key in keys(place) { found[key, default: []].append(place) }
        }
        return found.keys.sorted().map { ($0, found[$0] ?? []) }
    }
}

/// A relation and its ends, whatever else is said of them; participants in order of their ids.
struct Fact: Hashable, Comparable {
    var relation: String
    var ends: [String]

    init(_ claim: Claim) {
        relation = claim.relation
        ends = claim.ends.entities
        if case .symmetric = claim.ends { ends.sort() }
    }

    static func < (left: Fact, right: Fact) -> Bool {
        left.relation != right.relation
            ? left.relation < right.relation : left.ends.lexicographicallyPrecedes(right.ends)
    }
}
