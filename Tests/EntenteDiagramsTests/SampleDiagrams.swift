import Entente
import EntenteDiagrams

/// Diagrams to draw in tests: small known shapes, and seeded networks of a newsroom's size.
enum SampleDiagrams {
    /// Two presidents, two treaties, three summits: 11 nodes, 16 links of most families.
    static func presidents() throws -> Diagram {
        try Diagram(
            title: "Two presidents, two treaties, three summits",
            subtitle: "Contacts and measures named by five documents",
            asOf: "As of early 2026, known by 2026-02",
            nodes: [
                node("trump", "Donald Trump", .person, .strong),
                node("putin", "Vladimir Putin", .person, .strong),
                node("zelenskyy", "Volodymyr Zelenskyy", .person), node("us", "United States", .state),
                node("russia", "Russia", .state), node("hamburg", "Hamburg", .venue),
                node("helsinki", "Helsinki", .venue), node("alaska", "Alaska", .venue),
                node("new-start", "New START", .treaty), node("inf", "INF Treaty", .treaty),
                node("tariff", "Oil-buyer tariff 100 % or 500 %", .policy),
            ],
            links: [
                link("met", "trump", "putin", .contact, ["met", "2017–2025"], [1, 2, 5], times: 3),
                link("phoned", "trump", "putin", .contact, ["phoned 2025-02-12"], [1]),
                link("met-z", "trump", "zelenskyy", .contact, ["met 2026-01"], [1]),
                link("h1", "trump", "hamburg", .event, ["2017-07-07"], [1]),
                link("h2", "putin", "hamburg", .event, ["2017-07-07"], [1]),
                link("k1", "trump", "helsinki", .event, ["2018-07"], [1, 2], support: .attributed),
                link("k2", "putin", "helsinki", .event, ["2018-07"], [1, 2], support: .attributed),
                link("a1", "trump", "alaska", .event, ["summer 2025"], [1]),
                link("a2", "putin", "alaska", .event, ["summer 2025"], [1]),
                link("pres-us", "trump", "us", .role, ["president from", "2025-01-20"], [1], directed: true),
                link(
                    "pres-ru",
                    "putin",
                    "russia",
                    .role,
                    ["president, observed", "2018-06-28"],
                    [4],
                    directed: true
                ),
                link(
                    "declined",
                    "trump",
                    "new-start",
                    .treatyStatus,
                    ["declined to extend", "by 2026"],
                    [1],
                    directed: true
                ),
                link(
                    "withdrew",
                    "us",
                    "inf",
                    .treatyStatus,
                    ["withdrew", "2019 or later"],
                    [2, 5],
                    directed: true,
                    disputed: true
                ),
                link(
                    "threat",
                    "us",
                    "tariff",
                    .measure,
                    ["threatened 2025"],
                    [1, 3, 5],
                    directed: true,
                    support: .alleged
                ),
                link(
                    "targets",
                    "tariff",
                    "russia",
                    .measure,
                    ["targets"],
                    [5],
                    directed: true,
                    support: .alleged
                ),
            ],
            sources: [
                Diagram.Source(number: 1, text: "Guide to the relationship, North England News, 2026"),
                Diagram.Source(number: 2, text: "Position profile on Russia, undated (2025-05 or later)"),
                Diagram.Source(number: 3, text: "News analysis of the May call, 2025"),
                Diagram.Source(number: 4, text: "Expert insights brief, 2018-06-28"),
                Diagram.Source(number: 5, text: "Bulletin, Global24, 2025-08-07"),
            ],
            notes: ["11 of 298 entities, 15 of 512 claims drawn; left out: planned 4, denied 2"]
        )
    }

    /// A connected network in which a few nodes have most of the links, as newsroom graphs do.
    static func network(nodes count: Int, links linkCount: Int, seed: UInt64) throws -> Diagram {
        var random = Random(state: seed)
        let first = [
            "Anna", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Grace", "Hassan", "Irina", "Jonas",
            "Karin", "Leo",
        ]
        let last = [
            "Kowalski", "Petrov", "Schmidt", "Okafor", "Lindqvist", "Moreau", "Haddad", "Novak", "Tanaka",
            "Rossi",
        ]
        let places = ["Geneva", "Vienna", "Riyadh", "Istanbul", "Doha", "Budapest", "Abu Dhabi", "Oslo"]
        let treaties = [
            "Open Skies Treaty", "Grain Corridor Agreement", "Minsk Protocol", "Border Accord",
            "Gas Transit Contract",
        ]
        let policies = ["Oil price cap", "Export control list", "Visa ban", "Asset freeze on banks"]
        let bodies = [
            "Ministry of Defence", "National Security Council", "Northern Energy", "Central Bank",
            "Foreign Office",
        ]
        var nodes: [Diagram.Node] = []
        for index in 0..<count {
            let id = "n" + (index < 10 ? "0" : "") + "\(index)"
            let (label, kind): (String, EntityKind) =
                switch index % 8 {
                case 0, 1, 2: (random.pick(first) + " " + random.pick(last), .person)
                case 3: (random.pick(bodies), .organization)
                case 4, 5: (random.pick(places), .venue)
                case 6: (random.pick(treaties), .treaty)
                default: (random.pick(policies), .policy)
                }
            nodes.append(Diagram.Node(id: id, label: label, kind: kind))
        }
        var links: [Diagram.Link] = []
        var pairs: Set<[Int]> = []
        let families: [(RelationFamily, String)] = [
            (.contact, "met"), (.event, "attended"), (.role, "advises"), (.treatyStatus, "signed"),
            (.measure, "imposed"),
            (.speech, "criticised"), (.contact, "phoned"),
        ]
        // A tree first, whose nodes prefer early ones; then links between random ones, the first again preferred.
        while links.count < linkCount {
            let to = links.count < count - 1 ? links.count + 1 : random.below(count)
            let from =
                min(random.below(count), random.below(count)) % max(links.count < count - 1 ? to : count, 1)
            if from == to || !pairs.insert([min(from, to), max(from, to)]).inserted { continue }
            let (family, word) = families[random.below(families.count)]
            let date = "20\(14 + random.below(12))-0\(1 + random.below(9))"
            let number = links.count
            links.append(
                Diagram.Link(
                    id: "e\(number < 10 ? "0" : "")\(number)",
                    from: nodes[from].id,
                    to: nodes[to].id,
                    family: family,
                    isDirected: family != .contact && family != .event,
                    label: [word, date],
                    sources: number % 5 == 4 ? [1 + number % 6, 7] : [1 + number % 7],
                    support: number % 7 == 3 ? .attributed : number % 11 == 5 ? .alleged : .stated,
                    isDisputed: number % 13 == 6,
                    isEnded: number % 17 == 8
                )
            )
        }
        return try Diagram(
            title: "Who deals with whom",
            subtitle: "\(count) entities and \(linkCount) links of a made-up network",
            nodes: nodes,
            links: links,
            sources: (1...7).map {
                Diagram.Source(number: $0, text: "Source number \($0), a newspaper of record, 2025-0\($0)")
            },
            notes: [
                "\(count) of 298 entities, \(linkCount) of 512 claims drawn; left out: planned 4, denied 2"
            ]
        )
    }

    static func star(leaves: Int) throws -> Diagram {
        try Diagram(
            title: "One and many",
            nodes: [node("hub", "National Security Council", .organization, .strong)]
                + (0..<leaves).map {
                    node("leaf\($0 < 10 ? "0" : "")\($0)", "Member number \($0 + 1)", .person)
                },
            links: (0..<leaves).map {
                link(
                    "e\($0 < 10 ? "0" : "")\($0)",
                    "leaf\($0 < 10 ? "0" : "")\($0)",
                    "hub",
                    .role,
                    ["since 20\(10 + $0 % 9)"],
                    [1],
                    directed: true
                )
            },
            sources: [Diagram.Source(number: 1, text: "Yearbook, 2025")]
        )
    }

    static func path(_ count: Int) throws -> Diagram {
        let names = [
            "Yuri Ushakov", "Moscow", "Vladimir Putin", "Helsinki", "Donald Trump", "John Bolton",
            "Steve Witkoff",
        ]
        return try Diagram(
            title: "From Ushakov to Trump in four steps",
            nodes: (0..<count).map {
                node("p\($0)", names[$0 % names.count], $0 % 2 == 1 ? .venue : .person)
            },
            links: (0..<(count - 1)).map {
                link("e\($0)", "p\($0)", "p\($0 + 1)", .event, ["was in", "2018-0\($0 + 1)"], [1 + $0 % 2])
            },
            sources: [
                Diagram.Source(number: 1, text: "Bulletin, 2018"),
                Diagram.Source(number: 2, text: "Guide, 2019"),
            ]
        )
    }

    static func twoComponents() throws -> Diagram {
        try Diagram(
            title: "Two circles that never meet",
            nodes: ["a", "b", "c", "d", "e"].map { node($0, "Person \($0.uppercased())", .person) }
                + ["x", "y", "z"].map { node($0, "Agreement \($0.uppercased())", .treaty) } + [
                    node("lone", "A lone topic", .topic)
                ],
            links: [
                link("1", "a", "b", .contact, ["met 2019"], [1]),
                link("2", "b", "c", .contact, ["met 2020"], [1]),
                link("3", "c", "d", .contact, ["met 2021"], [1]),
                link("4", "d", "a", .conflict, ["sued 2021"], [1], directed: true),
                link("5", "d", "e", .contact, ["met 2022"], [1]),
                link("6", "x", "y", .structure, ["amends"], [1], directed: true),
                link("7", "y", "z", .structure, ["amends"], [1], directed: true),
                link("8", "a", "a", .stance, ["praised"], [1], directed: true),
            ],
            sources: [Diagram.Source(number: 1, text: "Court records, 2023")]
        )
    }

    static func node(
        _ id: String,
        _ label: String,
        _ kind: EntityKind,
        _ emphasis: Diagram.Emphasis = .normal
    ) -> Diagram.Node {
        Diagram.Node(id: id, label: label, kind: kind, emphasis: emphasis)
    }

    static func link(
        _ id: String,
        _ from: String,
        _ to: String,
        _ family: RelationFamily,
        _ label: [String],
        _ sources: [Int],
        times: Int = 1,
        directed: Bool = false,
        support: Diagram.Support = .stated,
        disputed: Bool = false
    ) -> Diagram.Link {
        Diagram.Link(
            id: id,
            from: from,
            to: to,
            family: family,
            isDirected: directed,
            label: label,
            sources: sources,
            support: support,
            isDisputed: disputed,
            multiplicity: times
        )
    }

    /// The generator of a linear congruence, enough for samples.
    private struct Random {
        var state: UInt64

        mutating func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }

        mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }
    }
}
