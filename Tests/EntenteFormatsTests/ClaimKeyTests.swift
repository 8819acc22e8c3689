import EDTF
import Entente
import EntenteFormats
import Testing

/// Every key of a claim, alone.
@Suite struct ClaimKeyTests {
    private func claim(_ fields: String, relation: String = "announced") throws -> Claim {
        let text =
            "  - {id: c1, subject: ann, relation: told, object: bob}\n"
            + "  - {id: c2, subject: ann, relation: \(relation), object: pact, \(fields)}\n"
        let result = read(claims: text)
        #expect(result.rendered == "")
        return try #require(result.graph?.claim(ClaimID(source: "s", local: "c2")))
    }

    @Test func ends() throws {
        let result = read(
            claims: """
                  - {id: c1, subject: pact, relation: expired}
                  - {id: c2, subject: ann, relation: signed, object: pact}
                  - {id: c3, participants: [ann, bob, land], relation: met}
                """
        )
        #expect(result.rendered == "")
        let claims = try #require(result.graph).claims
        #expect(
            claims.map(\.ends) == [
                .unary("pact"), .directed(subject: "ann", object: "pact"),
                .symmetric(["ann", "bob", "land"]),
            ]
        )
    }

    @Test func idIsMadeFromTheContentWhereThereIsNone() throws {
        let result = read(claims: "  - {subject: pact, relation: expired}\n")
        let claim = try #require(result.graph?.claims.first)
        #expect(!claim.hasWrittenID)
        #expect(claim.id.source == "s")
        #expect(claim.id.local.hasPrefix("x"))
    }

    @Test func event() throws { #expect(try claim("event: summit").event == "summit") }
    @Test func venue() throws { #expect(try claim("venue: town").venues == ["town"]) }
    @Test func venues() throws { #expect(try claim("venue: [town, land]").venues == ["town", "land"]) }
    @Test func regarding() throws { #expect(try claim("regarding: pact").regarding == ["pact"]) }
    @Test func regardingSeveral() throws {
        #expect(try claim("regarding: [pact, town]").regarding == ["pact", "town"])
    }
    @Test func role() throws { #expect(try claim("role: president").role == "president") }
    @Test func roleStaysText() throws { #expect(try claim("role: 2019").role == "2019") }
    @Test func wordsStayText() throws { #expect(try claim("role: no, note: true").role == "no") }

    @Test func valueAsNumber() throws {
        #expect(
            try claim("value: {number: 100, unit: percent, approximate: true}").value
                == .number(100, unit: "percent", isApproximate: true)
        )
        #expect(try claim("value: {number: -1.5e3}").value == .number(-1500, unit: nil, isApproximate: false))
    }

    @Test func valueAsText() throws { #expect(try claim("value: a lot").value == .text("a lot")) }

    @Test func about() throws {
        #expect(try claim("about: c1").about == [ClaimID(source: "s", local: "c1")])
        #expect(try claim("about: [c1, s/c1]").about.map(\.description) == ["s/c1", "s/c1"])
    }

    @Test func condition() throws {
        #expect(try claim("condition: if it rains").condition == .text("if it rains"))
        #expect(
            try claim("condition: {claims: [c1]}").condition == .claims([ClaimID(source: "s", local: "c1")])
        )
    }

    @Test func ordinal() throws {
        #expect(
            try claim("ordinal: {n: 1, of: in-person, since: 2021}").ordinal
                == Claim.Ordinal(n: 1, of: "in-person", since: EDTFDate("2021"))
        )
    }

    @Test func oneOf() throws { #expect(try claim("oneOf: tag").oneOf == "tag") }
    @Test func when() throws { #expect(try claim("when: 2019").time == .when(EDTFDate("2019"))) }

    @Test func span() throws {
        #expect(
            try claim("from: 2019, until: 2020", relation: "supports").time
                == .span(from: EDTFDate("2019"), until: EDTFDate("2020"))
        )
        #expect(
            try claim("until: \"[..2020]\"", relation: "supports").time
                == .span(from: nil, until: EDTFDate("[..2020]"))
        )
    }

    @Test func observed() throws {
        #expect(
            try claim("observed: 2019-02-03", relation: "supports").time == .observed(EDTFDate("2019-02-03"))
        )
    }

    @Test func dateText() throws { #expect(try claim("dateText: on Monday").dateText == "on Monday") }

    @Test(arguments: Claim.Polarity.allCases) func polarity(_ word: Claim.Polarity) throws {
        #expect(try claim("polarity: \(word.rawValue)").polarity == word)
    }

    @Test(arguments: Claim.Status.allCases) func status(_ word: Claim.Status) throws {
        #expect(try claim("status: \(word.rawValue)").status == word)
    }

    @Test(arguments: Claim.Modality.allCases) func modality(_ word: Claim.Modality) throws {
        #expect(try claim("modality: \(word.rawValue)").modality == word)
    }

    @Test(arguments: Claim.Basis.allCases) func basis(_ word: Claim.Basis) throws {
        #expect(try claim("basis: \(word.rawValue)").basis == word)
    }

    @Test(arguments: Claim.Rank.allCases) func rank(_ word: Claim.Rank) throws {
        #expect(try claim("rank: \(word.rawValue), rankReason: why").rank == word)
    }

    @Test func attributedTo() throws {
        #expect(try claim("attributedTo: [ann, bob]").attributedTo == ["ann", "bob"])
    }

    @Test func said() throws {
        #expect(
            try claim("said: {when: 2016-03, venue: town, event: summit}").said
                == Claim.Utterance(when: EDTFDate("2016-03"), venue: "town", event: "summit")
        )
    }

    @Test func texts() throws {
        let claim = try claim(
            "via: Wire, wording: said, quote: \"a: b\", locator: \"§2 ¶1\", rankReason: why, note: N"
        )
        #expect(claim.via == "Wire")
        #expect(claim.wording == "said")
        #expect(claim.quote == "a: b")
        #expect(claim.locator == "§2 ¶1")
        #expect(claim.rankReason == "why")
        #expect(claim.note == "N")
    }

    @Test func credibility() throws { #expect(try claim("credibility: 3").credibility == 3) }

    @Test func confidential() throws {
        #expect(try claim("confidential: true").isConfidential)
        #expect(try !claim("confidential: false").isConfidential)
    }

    @Test func sourceWhereAFileHasSeveral() {
        let text = """
            sources: [{id: s, title: A}, {id: t, title: B}]
            entities:
              ann: {kind: person, name: Ann}
            claims:
              - {id: c1, subject: ann, relation: announced, object: ann, source: t}
            """
        #expect(read(text).graph?.claims.first?.id == ClaimID(source: "t", local: "c1"))
    }

    @Test func placesOfFieldsReachTheValidation() {
        let result = read(
            claims: "  - {id: c1, participants: [ann, bbo], relation: met, venue: [town, nowhere]}\n"
        )
        #expect(
            result.problems.map { "\($0.location?.description ?? "") \($0.message)" } == [
                "g.yaml:10:34 unknown entity \"bbo\"", "g.yaml:10:69 unknown entity \"nowhere\"",
            ]
        )
    }
}
