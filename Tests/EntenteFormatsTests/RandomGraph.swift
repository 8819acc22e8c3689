import EDTF
import Entente

/// Makes valid graphs that use every key, with texts that are hard to write.
struct RandomGraph {
    private var random: SplitMix64

    /// A graph from a seed: the same one for the same seed.
    static func draft(seed: UInt64, claims: Int = 12) throws -> GraphDraft {
        var maker = RandomGraph(random: SplitMix64(seed))
        return try maker.draft(claims: claims)
    }

    private static let hostile = [
        "", " ", "plain", "two words", "no", "No", "y", "on", "~", "null", "NULL", "true", "2019", "-5", "+1",
        "1_000",
        "0x1F", "0o17", "1e3", ".5", ".inf", "-.INF", ".NaN", "12:30:45", "2018-07-16", "2018-07-16 10:00",
        "2018-07",
        "a: b", "a:b", "a #b", "a#b", "#a", "- a", "-a", "-", "---", "...", "--- a", "? a", "?a", ": a", ":",
        "[a]", "{a}",
        "a, b", "a]b", "a}b", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "'a'", "\"a\"", "it's",
        "say \"hi\"", "\\",
        "a\\nb", "a\nb", "\n", "a\n\nb\n", "a\r\nb", "a\tb", "\t", " a", "a ", "a  b", "\u{7}", "\u{1B}[0m",
        "\u{7F}",
        "\u{85}", "a\u{2028}b", "\u{2029}", "\u{FEFF}a", "\u{FFFE}", "\u{A0}", "👩‍👩‍👧", "é", "e\u{301}", "مرحبا",
        "\u{202E}abc",
        "漢字", "<<", "=", "==", "=a", "a=b", "https://example.org/a?b=c&d={e}", "§2 ¶1", "¶1", "100 %", "a:",
        "a: ",
        "x: [y", "key: {", "\\ud83d", "\u{0}", "\u{10FFFF}", "¼", "٣", "0", "00", "0.0", "1.", "1:2", "0b1",
        "0b", "0xg",
    ]

    private mutating func text() -> String {
        switch random.below(6) {
        case 0:
            return Self.hostile[random.below(Self.hostile.count)]
                + Self.hostile[random.below(Self.hostile.count)]
        case 1:
            return (0..<random.below(60)).map { _ in
                random.pick(["lorem", "ipsum,", "dolor:", "sit", "#5", "é"])
            }
            .joined(separator: " ")
        default: return random.pick(Self.hostile)
        }
    }

    private mutating func maybe<T>(_ make: (inout RandomGraph) throws -> T) rethrows -> T? {
        random.chance(1, in: 3) ? try make(&self) : nil
    }

    private mutating func maybeText() -> String? { maybe { $0.text() } }

    private mutating func date() throws -> EDTFDate {
        try EDTFDate(
            random.pick([
                "2019", "2018-07", "2018-07-16", "2026-04~", "1964/2008", "../2018", "1985/..",
                "[2018..2019]",
                "{1960,1961-12}", "[..1984]", "%2004-06", "?2004-06-~11", "Y170000002", "XXXX-03", "-0044",
                "156X-12-25",
                "2018-07-16T10:00:00Z", "2001-21", "0000",
            ])
        )
    }

    private mutating func subset(_ values: [String], atLeast least: Int = 0) -> [String] {
        var rest = values
        var chosen: [String] = []
        for _ in 0..<(least + random.below(3)) where !rest.isEmpty {
            chosen.append(rest.remove(at: random.below(rest.count)))
        }
        return chosen
    }

    private mutating func dictionary() -> [String: String] {
        var values: [String: String] = [:]
        for _ in 0..<random.below(3) {
            let key = text()
            if !key.isEmpty { values[key] = text() }
        }
        return values
    }

    private mutating func draft(claims count: Int) throws -> GraphDraft {
        var draft = GraphDraft()
        if random.chance(2, in: 3) {
            draft.information = ClaimGraph.Information(
                title: maybeText(),
                description: maybeText(),
                period: try maybe { try $0.date() },
                scope: maybeText(),
                hasSouthernSeasons: random.chance(1, in: 4)
            )
        }
        let sources = random.chance(1, in: 2) ? ["only"] : ["one", "two/three", "2019", "no", "ünï"]
        for id in sources {
            var source = Source(id: id, title: text())
            source.publisher = maybeText()
            source.published = try maybe { try $0.date() }
            source.url = maybeText()
            source.retrieved = try maybe { try $0.date() }
            source.archived = maybeText()
            source.sha256 = maybeText()
            source.reliability = maybe { $0.random.pick(Source.Reliability.allCases) }
            source.covers = try maybe { try $0.date() }
            if id == "one" { source.derivedFrom = subset(sources.filter { $0 != "one" }) }
            source.isConfidential = random.chance(1, in: 4)
            source.note = maybeText()
            draft.sources.append(source)
        }
        let persons = ["ann", "null", "-5", "2018-07-16", "a:b", "日本"]
        for (kind, ids) in [
            (EntityKind.person, persons), (.venue, ["town", "y"]), (.treaty, ["pact", "#t"]),
            (.event, ["summit", "[e]"]),
        ] {
            for id in ids {
                draft.entities.append(
                    Entity(
                        id: id,
                        kind: kind,
                        name: text(),
                        aliases: (0..<random.below(3)).map { _ in text() },
                        identifiers: dictionary(),
                        properties: dictionary(),
                        note: maybeText()
                    )
                )
            }
        }
        if random.chance(1, in: 2) { draft.relations = relations() }
        var ids: [ClaimID] = []
        for number in 0..<count {
            var id = ClaimID(
                source: random.pick(sources),
                local: random.pick(["c\(number)", "\(number)", "é\(number)"])
            )
            let isNamed = random.chance(3, in: 4)
            if !isNamed { id.local = "" }
            var claim = Claim(id: id, relation: "announced", ends: .unary(""))
            claim.hasWrittenID = isNamed
            try fill(&claim, persons, ids)
            // What makes it differ from all others, with or without an id.
            claim.locator = "§\(number) " + (claim.locator ?? "")
            if isNamed { ids.append(id) }
            draft.add(claim, positions: FieldPositions())
        }
        return draft
    }

    private mutating func relations() -> [GraphDraft.OwnRelation] {
        [
            Relation(
                id: "borders",
                reads: text(),
                inverse: text(),
                arity: .symmetric,
                subject: [.state, .venue],
                object: [.state, .venue],
                family: .structure,
                time: .spell
            ),
            Relation(
                id: "prefers-own",
                reads: text(),
                inverse: text(),
                arity: .directed,
                subject: EntityKind.allCases,
                object: [.actor, .topic],
                family: .stance,
                valence: -1,
                time: .spell,
                begins: "borders",
                ends: "holds-office",
                isOnceOnly: true,
                isSingleValued: true,
                compares: [text(), "percent"],
                isMilestone: true,
                endsTreaty: true,
                broader: "supports",
                projection: [.venue, .regarding]
            ),
            Relation(
                id: "lapsed",
                reads: text(),
                inverse: text(),
                arity: .unary,
                subject: [.treaty],
                object: [],
                family: .treatyStatus,
                projection: []
            ),
        ].map { GraphDraft.OwnRelation($0, location: nil) }
    }

    private mutating func fill(_ claim: inout Claim, _ persons: [String], _ earlier: [ClaimID]) throws {
        let mine = earlier.filter { $0.source == claim.source || claim.hasWrittenID }
        switch random.below(4) {
        case 0: (claim.relation, claim.ends) = ("expired", .unary("pact"))
        case 1: (claim.relation, claim.ends) = ("met", .symmetric(subset(persons, atLeast: 2)))
        case 2:
            (claim.relation, claim.ends) = (
                "supports", .directed(subject: random.pick(persons), object: "#t")
            )
            claim.time = try random.pick([
                ClaimTime.observed(date()), .span(from: EDTFDate("1900"), until: maybe { try $0.date() }),
                .span(from: nil, until: date()), .when(date()), .undated,
            ])
            if case .span(let from?, let until?) = claim.time, from.isAfter(until) == .certain {
                claim.time = .undated
            }
        default:
            (claim.relation, claim.ends) = (
                "announced", .directed(subject: random.pick(persons), object: "pact")
            )
        }
        if claim.relation != "supports", random.chance(1, in: 2) { claim.time = .when(try date()) }
        claim.event = maybe { $0.random.pick(["summit", "[e]"]) }
        claim.venues = subset(["town", "y"])
        claim.regarding = subset(["pact", "#t", "ann"])
        claim.role = maybeText()
        claim.value = maybe { maker in
            maker.random.chance(1, in: 3)
                ? .text(maker.text())
                : .number(
                    maker.random.pick([
                        0, 1, -1.5, 1e21, 0.1, 30000, 1.0 / 3, 5e-324, Double.greatestFiniteMagnitude,
                    ]),
                    unit: maker.maybeText(),
                    isApproximate: maker.random.chance(1, in: 2)
                )
        }
        claim.about = mine.isEmpty ? [] : (0..<random.below(3)).map { _ in random.pick(mine) }
        claim.condition = maybe { maker in
            mine.isEmpty || maker.random.chance(1, in: 2)
                ? .text(maker.text()) : .claims([maker.random.pick(mine)])
        }
        claim.ordinal = try maybe {
            Claim.Ordinal(
                n: 1 + $0.random.below(3),
                of: $0.maybeText(),
                since: try $0.maybe { try $0.date() }
            )
        }
        claim.oneOf = maybeText()
        claim.dateText = maybeText()
        claim.polarity = random.pick(Claim.Polarity.allCases)
        claim.status = random.pick(Claim.Status.allCases)
        claim.modality = random.pick(Claim.Modality.allCases)
        claim.attributedTo = subset(persons)
        claim.said = try maybe {
            Claim.Utterance(
                when: try $0.date(),
                venue: $0.maybe { _ in "town" },
                event: $0.maybe { _ in "summit" }
            )
        }
        claim.via = maybeText()
        claim.basis = random.pick(Claim.Basis.allCases)
        claim.wording = maybeText()
        claim.quote = maybeText()
        claim.locator = maybeText()
        claim.credibility = maybe { 1 + $0.random.below(6) }
        claim.rank = random.pick(Claim.Rank.allCases)
        claim.rankReason = maybeText()
        claim.isConfidential = random.chance(1, in: 5)
        claim.note = maybeText()
    }
}
