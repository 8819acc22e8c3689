import EDTF
import Entente
import GraphKernel
import Testing

@Suite("Ids from content")
struct ContentIDTests {
    private let base = met("a", "b", when: "2018")

    @Test("the same content has the same id, wherever it stands and whatever an analyst thinks of it")
    func stable() {
        #expect(base.contentID == "xa8bcba0359763b68")
        #expect(base.contentID == met("b", "a", when: "2018").contentID, "participants have no order")
        for change: (inout Claim) -> Void in [
            { $0.location = at(7) }, { $0.rank = .deprecated }, { $0.credibility = 2 }, { $0.note = "n" },
            { $0.isConfidential = true }, { $0.id.local = "x" }, { $0.rankReason = "r" },
        ] {
            #expect(base.with(change).contentID == base.contentID)
        }
    }

    @Test("anything else that the source says makes another id")
    func different() {
        let id = ClaimID(source: "s", local: "o")
        let changes: [(inout Claim) -> Void] = [
            { _ in }, { $0.relation = "phoned" }, { $0.ends = .directed(subject: "a", object: "b") },
            { $0.ends = .unary("a") }, { $0.ends = .symmetric(["a", "b", "c"]) }, { $0.event = "e" },
            { $0.venues = ["v"] }, { $0.regarding = ["v"] }, { $0.role = "r" },
            { $0.value = .number(1, unit: nil, isApproximate: false) },
            { $0.value = .number(1, unit: nil, isApproximate: true) },
            { $0.value = .number(1, unit: "day", isApproximate: true) }, { $0.value = .text("1.0") },
            { $0.about = [id] }, { $0.condition = .claims([id]) }, { $0.condition = .text("s/o") },
            { $0.ordinal = .init(n: 1) }, { $0.ordinal = .init(n: 1, of: "x") },
            { $0.ordinal = .init(n: 1, since: date("2018")) }, { $0.oneOf = "t" }, { $0.time = .undated },
            { $0.time = .observed(date("2018")) }, { $0.time = .span(from: date("2018"), until: nil) },
            { $0.time = .span(from: nil, until: date("2018")) }, { $0.dateText = "t" },
            { $0.polarity = .negative }, { $0.status = .scheduled }, { $0.modality = .denied },
            { $0.attributedTo = ["p"] }, { $0.said = .init(when: date("2018")) },
            { $0.said = .init(venue: "v") },
            { $0.via = "w" }, { $0.basis = .implied }, { $0.wording = "w" }, { $0.quote = "w" },
            { $0.locator = "w" },
        ]
        #expect(Set(changes.map { base.with($0).contentID }).count == changes.count)
    }

    @Test("the hash is FNV-1a")
    func fnv() {
        #expect(FNV1a().hexDigits == "cbf29ce484222325")
        var hash = FNV1a()
        hash.combine("")
        let basis: UInt64 = 0xcbf2_9ce4_8422_2325
        #expect(hash.value == (basis ^ 0xFF) &* 0x100_0000_01b3, "a separator after each field")
        var joined = FNV1a()
        joined.combine("ab")
        var apart = FNV1a()
        apart.combine("a")
        apart.combine("b")
        #expect(joined.value != apart.value)
    }
}

@Suite("The same input gives the same bytes")
struct DeterminismTests {
    /// A graph with ties, parallel edges, opposition, wholes and duplicates.
    private func graph(seed: UInt64) -> TestGraph {
        var random = SplitMix64(seed: seed)
        func pick<Element>(_ items: [Element]) -> Element { items[Int(random.next() % UInt64(items.count))] }
        let people = (0..<9).map { "p\($0)" }
        return TestGraph {
            entity(.person, people)
            organization("o1", "o2")
            venue("v1", "v2")
            event("e1", "e2")
            for source in ["s1", "s2", "s3"] {
                Part.source(confidentialSource(source))
            }
            for number in 0..<60 {
                let a = pick(people)
                let b = pick(people.filter { $0 != a })
                let plain = pick([
                    met(a, b), claim(a, "told", b), claim(a, "works-for", pick(["o1", "o2"])),
                    allied(a, b, time: .observed(date("2018"))), met(a, b).negative(), met(b, a).said(by: a),
                ])
                plain.by(pick(["s1", "s2", "s3"])).id("k\(number)").with { claim in
                    if case .symmetric = claim.ends, claim.relation == "met" {
                        claim.time = .when(date(pick(["2018-07-16", "2018-07", "2018", "2019-01-01"])))
                        if random.next() % 2 == 0 { claim.venues = [pick(["v1", "v2"])] }
                        if random.next() % 3 == 0 { claim.event = pick(["e1", "e2"]) }
                    }
                    if random.next() % 5 == 0 { claim.hasWrittenID = false }
                }
            }
        }
    }

    private func confidentialSource(_ id: String) -> Source {
        Source(
            id: id,
            title: id.uppercased(),
            published: date("2020"),
            isConfidential: id == "s3",
            location: at(2)
        )
    }

    /// Every answer of a graph in every form, as one text.
    private func everything(_ draft: GraphDraft) throws -> String {
        let (validated, problems) = draft.validated()
        var text = problems.map(\.rendered).joined(separator: "\n")
        guard let validated else { return text }
        for graph in [validated, validated.withoutConfidentialParts()] {
            for change: (inout View) -> Void in [
                { _ in }, { $0.period = .asOf(date("2018-07")) },
                {
                    $0.rollUp = ["role"]
                    $0.through = [.venue]
                    $0.polarities = Set(Claim.Polarity.allCases)
                },
            ] {
                var view = View()
                change(&view)
                let network = Network(graph, view: view)
                var answers = [
                    Answer(try network.claims(naming: ["p1"])), try Answer(showing: "p2", in: network),
                    try Answer(timelineOf: [], in: network), Answer(try network.ego(of: "p3", radius: 2)),
                    Answer(try network.paths(from: "p1", to: "p4", options: PathOptions(.shortest(9)))),
                    Answer(try network.paths(from: "p1", to: "p4")),
                    Answer(checking: [], graph: graph, name: "g", isStrict: true),
                ]
                for measure in CentralityMeasure.allCases {
                    answers.append(Answer(try network.ranking(by: measure)))
                }
                for answer in answers {
                    for format in AnswerFormat.allCases { text += answer.rendered(as: format, width: 90) }
                }
                text += network.edgeTexts.joined(separator: "\n")
            }
        }
        return text
    }

    @Test("whatever order entities, sources and claims were read in", arguments: [UInt64(1), 2, 3, 4])
    func shuffled(seed: UInt64) throws {
        let draft = graph(seed: seed).draft
        let expected = try everything(draft)
        #expect(expected.count > 10_000, "the graph is sound and answers are given")
        var random = SplitMix64(seed: seed &+ 100)
        func shuffle<Element>(_ items: [Element]) -> [Element] {
            var items = items
            for last in items.indices.dropFirst().reversed() {
                items.swapAt(last, Int(random.next() % UInt64(last + 1)))
            }
            return items
        }
        for _ in 0..<3 {
            var other = GraphDraft()
            other.entities = shuffle(draft.entities)
            other.sources = shuffle(draft.sources)
            for (claim, positions) in shuffle(Array(zip(draft.claims, draft.positions))) {
                other.add(claim, positions: positions)
            }
            #expect(try everything(other) == expected)
        }
    }
}
