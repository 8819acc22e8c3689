import EDTF
import Entente
import Testing

@Suite("What a view counts and leaves out")
struct ViewTests {
    /// One claim for each reason to be left out.
    private func everyReason() -> TestGraph {
        TestGraph {
            person("a", "b", "c")
            treaty("t")
            topic("x", "y")
            Part.source(source("s", published: "2020-06-01").with { $0.reliability = .b })
            Part.source(source("late", published: "2024").with { $0.reliability = .a })
            Part.source(source("poor", published: "2020").with { $0.reliability = .d })
            Part.source(source("unjudged", published: "2020"))
            met("a", "b", when: "2020-02-01").id("counts")
            met("a", "b", when: "2020").by("late").id("late")
            met("a", "b", when: "2020").by("poor").id("poor")
            met("a", "b", when: "2020").by("unjudged").id("unjudged")
            met("a", "b", when: "2020").with { $0.rank = .deprecated }.id("deprecated")
            claim("a", "criticised", "b", when: "2020").id("relation")
            met("a", "c", when: "2020").id("left-out")
            met("a", "b", when: "2020").status(.scheduled).id("planned")
            met("a", "b", when: "2020").status(.cancelled).id("cancelled")
            met("a", "b", when: "2020").said(by: "b", as: .denied).id("denied")
            met("a", "b", when: "2020").said(as: .alleged).id("alleged")
            met("a", "b", when: "2020").negative().id("negative")
            met("a", "b", when: "2020").with { $0.polarity = .unproven }.id("unproven")
            met("a", "b", when: "2021").id("outside")
            met("a", "b", when: "2020-02").id("only-possible")
            met("a", "b").id("undated")
        }
    }

    @Test("each claim is left out once, for the first reason that holds")
    func reasons() throws {
        let network = try everyReason().network { view in
            view.period = .asOf(date("2020-02-10"))
            view.certainty = .certain
            view.knownBy = date("2020-12-31")
            view.minimumReliability = .c
            view.relations = ["contacted"]
            view.without = ["c"]
        }
        #expect(network.counted.map { network.graph.claims[$0].id.local } == ["counts"])
        #expect(
            network.excluded.list.map { "\($0.reason) \($0.count)" } == [
                "unreliable 2", "notYetKnown 1", "deprecated 1", "otherRelation 1", "otherEntity 1",
                "planned 1",
                "cancelled 1", "denied 1", "alleged 1", "negative 1", "unproven 1", "outsidePeriod 1",
                "onlyPossible 1", "undated 1",
            ]
        )
        #expect(network.excluded.total + network.counted.count == network.graph.claims.count)
        #expect(network.excluded.text?.hasPrefix("unreliable 2, not yet known 1") == true)
        #expect(network.excluded[.denied] == 1 && network.excluded[.actual] == 0)
    }

    @Test("views that ask for the opposite name what they leave out by its own name")
    func opposites() throws {
        let planned = try everyReason().network { $0.statuses = [.scheduled] }
        #expect(planned.excluded[.actual] == planned.graph.claims.count - 2 - planned.excluded[.deprecated])
        let negative = try everyReason().network { $0.polarities = [.negative] }
        #expect(negative.excluded[.positive] > 0 && negative.counted.count == 1)
        let preferred = try everyReason().network { $0.ranks = [.preferred] }
        #expect(preferred.excluded[.otherRank] == preferred.graph.claims.count - 1)
        let other = try everyReason().network { $0.sources = ["poor"] }
        #expect(other.excluded[.otherSource] == other.graph.claims.count - 1)
        let alleged = try everyReason().network { $0.modalities = [.alleged] }
        #expect(alleged.excluded[.otherModality] > 0)
    }

    @Test("claims that count but tie nobody are told by reason, each once")
    func untied() throws {
        let network = try TestGraph {
            person("a", "b")
            treaty("t")
            topic("x", "y")
            claim("t", "expired", when: "2019").id("unary")
            met("a", "b").with { $0.condition = .text("it rains") }.id("conditional")
            claim("x", "part-of", "y").id("kinds")
            met("a", "b").id("ties")
        }.network()
        #expect(network.counted.count == 4)
        #expect(
            network.untied.list.map { "\($0.reason) \($0.count)" } == [
                "conditional 1", "unary 1", "otherKinds 1",
            ]
        )
        #expect(network.tyingCount == 1)
        #expect(network.excludedFromTies.total == 3)
        #expect(network.edgeTexts == ["a-b ends ties"])
    }

    @Test("what is not so counts where it is asked for, and ties nobody")
    func negativeTies() throws {
        let network = try TestGraph {
            person("a", "b")
            met("a", "b").negative()
            met("a", "b").with { $0.polarity = .unproven }
        }.network { $0.polarities = Set(Claim.Polarity.allCases) }
        #expect(network.counted.count == 2 && network.edges.isEmpty)
        #expect(network.untied.text == "negative 1, unproven 1")
    }

    @Test("relations are asked for with their special cases; families too")
    func relations() throws {
        let test = TestGraph {
            person("a", "b", "c")
            met("a", "b")
            claim("a", "told", "c")
            claim("b", "criticised", "c")
        }
        #expect(try test.network { $0.relations = ["spoke-with"] }.edges.count == 2)
        #expect(try test.network { $0.relations = ["met"] }.edges.count == 1)
        #expect(try test.network { $0.families = [.stance] }.edgeTexts == ["b>c ends c3"])
        #expect(try test.network { $0.relations = ["no-such"] }.edges.isEmpty)
    }

    @Test("leaving an entity out leaves the others of a meeting")
    func without() throws {
        let test = TestGraph {
            person("a", "b", "c")
            state("v")
            met("a", "b", "c").at("v")
            claim("a", "told", "c")
        }
        let network = try test.network { $0.without = ["c"] }
        #expect(network.edgeTexts == ["a-b ends c1", "a>v venue c1", "b>v venue c1"])
        #expect(network.excluded.text == "other entities 1")
        #expect(try test.network { $0.without = ["v"] }.edges.count == 4)
    }

    @Test("kinds: topics and documents are no vertices unless asked")
    func kinds() throws {
        let test = TestGraph {
            person("a")
            topic("x")
            venue("v")
            claim("a", "announced", "x").at("v")
        }
        #expect(try test.network().edgeTexts == ["a>v venue c1"])
        #expect(try test.network { $0.kinds = [.actor, .topic] }.edgeTexts == ["a>x ends c1"])
        #expect(try test.network { $0.through = [.topic] }.edges.count == 2)
        #expect(try test.network { $0.throughEntities = ["x"] }.edges.count == 2)
        #expect(try test.network { $0.kinds = [.person] }.edges.isEmpty)
    }

    @Test("reliability: F is as good as nothing but F")
    func reliability() {
        typealias Grade = Source.Reliability
        #expect(Grade.a.isAtLeast(.c) && Grade.c.isAtLeast(.c) && !Grade.d.isAtLeast(.c))
        #expect(!Grade.f.isAtLeast(.e) && Grade.f.isAtLeast(.f) && Grade.e.isAtLeast(.f))
    }

    @Test("known by: sources published by then, certainly or possibly")
    func knownBy() throws {
        let test = TestGraph {
            person("a", "b")
            Part.source(source("dated", published: "2019-03-10"))
            Part.source(source("month", published: "2019-03"))
            Part.source(source("undated", published: nil, retrieved: "2019-06-01"))
            met("a", "b", when: "2018").by("dated").id("dated")
            met("a", "b", when: "2018").by("month").id("month")
            // Undated, but it tells of 5 March, so it is no older; that a spell will end in 2030 says nothing.
            met("a", "b", when: "2019-03-05").by("undated").id("undated")
            allied("a", "b", time: .span(from: date("2018"), until: date("2030"))).by("undated").id("treaty")
            met("a", "b", when: "2019-05-01").by("undated").status(.scheduled).id("plan")
        }
        func known(_ day: String) throws -> [String] {
            let network = try test.network { $0.knownBy = date(day) }
            return network.edges.map { "\(network.claim($0).id.local) \($0.dates)" }
        }
        #expect(try known("2019-02-28") == [])
        #expect(try known("2019-03-01") == ["month possible"])
        #expect(try known("2019-03-05") == ["month possible", "treaty possible", "undated possible"])
        #expect(
            try known("2019-03-10") == [
                "dated certain", "month possible", "treaty possible", "undated possible",
            ]
        )
        #expect(
            try known("2019-03-31") == [
                "dated certain", "month certain", "treaty possible", "undated possible",
            ]
        )
        #expect(try known("2019-06-01").suffix(2) == ["treaty certain", "undated certain"])
        // On some day of March: the dated source was out at its end, not at its beginning.
        #expect(try known("2019-03").first == "dated possible")
    }

    @Test("words for a view: what differs from the usual, or all of it")
    func words() throws {
        #expect(View().parts() == [])
        #expect(View().parts(all: true).first == "all dates")
        var view = View()
        view.period = .during(date("2018"))
        view.modalities.insert(.alleged)
        view.without = ["b", "a"]
        view.through = [.venue]
        view.throughEntities = ["x"]
        view.isDirected = true
        #expect(
            view.parts() == [
                "during 2018", "modality asserted, reported, opinion, alleged", "without a, b",
                "paths through venue, x", "directed",
            ]
        )
    }
}

extension Source {
    func with(_ change: (inout Source) -> Void) -> Source {
        var source = self
        change(&source)
        return source
    }
}
