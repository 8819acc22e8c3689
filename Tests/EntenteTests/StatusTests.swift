import EDTF
import Entente
import Testing

/// What became of treaties.
@Suite struct StatusTests {
    private func status(
        _ graph: TestGraph,
        asOf day: String? = nil,
        party: String? = nil
    ) throws -> TreatyStatus {
        try graph.network { if let day { $0.period = .asOf(date(day)) } }.status(of: "pact", party: party)
    }

    /// The findings as text: `in force certain`, with `~` where implied.
    private func findings(_ status: TreatyStatus) -> [String] {
        status.findings.map { "\($0.state.rawValue) \($0.dates)\($0.isImplied ? " ~" : "")" }
    }

    private let life = TestGraph {
        treaty("pact")
        state("a", "b")
        claim("a", "signed", "pact", when: "2000-01-01")
        claim("pact", "entered-into-force", when: "2001")
        claim("a", "withdrew-from", "pact", when: "2010-06-01")
        claim("a", "rejoined", "pact", when: "2012-06-01")
        claim("b", "suspended", "pact", when: "2013-02")
        claim("b", "resumed", "pact", when: "2014-02")
        claim("pact", "expired", when: "2020")
    }

    @Test(arguments: [
        ("1999-01-01", ["in force possible ~"]),
        ("2000-12-31", ["in force possible ~"]),
        ("2001-06-01", ["in force possible"]),
        ("2002-01-01", ["in force certain"]),
        ("2013-02-10", ["suspended possible", "in force possible"]),
        ("2013-06-01", ["suspended certain"]),
        ("2014-06-01", ["in force certain"]),
        ("2020-06-01", ["expired possible", "in force possible"]),
        ("2021-01-01", ["expired certain"]),
    ])
    func lifeOfATreaty(_ day: String, _ expected: [String]) throws {
        #expect(findings(try status(life, asOf: day)) == expected, "\(day)")
    }

    @Test func withoutADateAllOfItCounts() throws {
        #expect(findings(try status(life)) == ["expired certain"])
    }

    @Test(arguments: [
        ("2005-01-01", ["in force certain"]), ("2011-01-01", ["left certain"]),
        ("2013-01-01", ["in force certain"]),
    ])
    func aPartyLeavesAndComesBack(_ day: String, _ expected: [String]) throws {
        #expect(findings(try status(life, asOf: day, party: "a")) == expected)
    }

    @Test func anotherPartyHasNotLeft() throws {
        #expect(findings(try status(life, asOf: "2011-01-01", party: "b")) == ["in force certain"])
    }

    @Test func milestonesAreInOrderAndTellWhatIsNotYet() throws {
        let found = try status(life, asOf: "2011-01-01")
        #expect(
            found.milestones.map { found.network.graph.claims[$0.claim].id.local } == (1...7).map { "c\($0)" }
        )
        #expect(
            found.milestones.map(\.dates) == [.certain, .certain, .certain]
                + Array(repeating: .impossible, count: 4)
        )
    }

    @Test func anEndAloneImpliesThatItWasInForce() throws {
        let graph = TestGraph {
            treaty("pact")
            claim("pact", "ceased", when: "2019")
        }
        #expect(findings(try status(graph, asOf: "2018-01-01")) == ["in force possible ~"])
        #expect(
            findings(try status(graph, asOf: "2019-05-01")) == [
                "ceased to be in force possible", "in force possible ~",
            ]
        )
        #expect(findings(try status(graph, asOf: "2020-01-01")) == ["ceased to be in force certain"])
    }

    @Test func nothingIsKnownOfATreatyWithASignatureOnly() throws {
        let graph = TestGraph {
            treaty("pact")
            state("a")
            claim("a", "signed", "pact", when: "2000")
        }
        #expect(findings(try status(graph)) == ["unknown possible"])
    }

    @Test func leavingAfterTheEndIsContested() throws {
        let graph = TestGraph {
            treaty("pact")
            state("a")
            claim("pact", "ceased", when: "2019")
            claim("a", "withdrew-from", "pact", when: "2024").by("t")
        }
        let found = try status(graph)
        #expect(found.contested.count == 1)
        #expect(found.contested.first?.contains("comes after its end") == true)
    }

    @Test func endsAtDifferentTimesAreContestedAndPrecisionIsNot() throws {
        let apart = TestGraph {
            treaty("pact")
            claim("pact", "expired", when: "2019")
            claim("pact", "ceased", when: "2021").by("t")
        }
        #expect(try status(apart).contested.count == 1)
        let alike = TestGraph {
            treaty("pact")
            claim("pact", "expired", when: "2019")
            claim("pact", "ceased", when: "2019-08-02").by("t")
        }
        #expect(try status(alike).contested.isEmpty)
    }

    @Test func aStepThatWasNotTaken() throws {
        let graph = TestGraph {
            treaty("pact")
            state("a")
            claim("a", "signed", "pact", when: "../2026-02").negative()
        }
        let found = try status(graph)
        #expect(found.milestones.isEmpty)
        #expect(found.negative.count == 1)
        let answer = Answer(found)
        #expect(answer.isNo)
        #expect(answer.sentences[0].contains("a step was not taken"))
    }

    @Test func aPersonHasNone() throws {
        let graph = TestGraph {
            person("ann", "bob")
            met("ann", "bob")
        }
        #expect(throws: AnalysisError.self) { try graph.network().status(of: "ann") }
    }

    @Test func plansAndConditionsAreNoSteps() throws {
        let graph = TestGraph {
            treaty("pact")
            state("a")
            claim("a", "ratified", "pact", when: "2000").status(.scheduled)
            claim("a", "ratified", "pact", when: "2001").with { $0.condition = .text("the other side does") }
        }
        #expect(try status(graph).milestones.isEmpty)
    }
}
