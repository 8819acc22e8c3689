import EDTF
import Entente
import Testing

@Suite("Which pairs a claim ties")
struct ProjectionTests {
    private func edges(_ claim: Claim, _ change: (inout View) throws -> Void = { _ in }) throws -> [String] {
        try TestGraph {
            person("a", "b", "c")
            organization("o")
            state("st")
            venue("v", "w")
            treaty("t")
            policy("p")
            topic("x")
            event("e", "f")
            claim.id("k")
        }.network(change).edgeTexts
    }

    @Test("a symmetric relation: all pairs, each participant and the venues, event and matters")
    func symmetric() throws {
        #expect(try edges(met("c", "a", "b")) == ["a-b ends k", "a-c ends k", "b-c ends k"])
        #expect(
            try edges(met("b", "a").at("w", "v").on("e").about("t", "x")) == [
                "a-b ends k", "a>v venue k", "a>w venue k", "b>v venue k", "b>w venue k", "a>e event k",
                "b>e event k",
                "a>t regarding k", "b>t regarding k",
            ]
        )
    }

    @Test("a directed dealing: both were present")
    func dealing() throws {
        #expect(
            try edges(claim("b", "told", "a").at("v").on("e")) == [
                "b>a ends k", "a>v venue k", "b>v venue k", "a>e event k", "b>e event k",
            ]
        )
    }

    @Test("a directed relation that is no dealing: only the subject was present")
    func noDealing() throws {
        #expect(try edges(claim("b", "criticised", "a").at("v")) == ["b>a ends k", "b>v venue k"])
        #expect(try edges(claim("a", "withdrew-from", "t").at("v")) == ["a>t ends k", "a>v venue k"])
    }

    @Test("a unary relation: none, or the actor and its venue")
    func unary() throws {
        #expect(try edges(claim("t", "expired").at("v")) == [])
    }

    @Test("that a dealing concerned another actor ties nobody to that actor")
    func concerns() throws {
        #expect(try edges(met("a", "b").about("c", "o", "st")) == ["a-b ends k"])
    }

    @Test("the same venue twice, or an event that is an end too, makes no edge twice")
    func once() throws {
        #expect(try edges(met("a", "b").at("v", "v")).count == 3)
        #expect(try edges(claim("a", "attended", "e").on("e")) == ["a>e ends k", "a>e event k"])
    }

    @Test("that two are not the same ties them to nothing")
    func different() throws {
        #expect(try edges(claim("different-from", .symmetric(["a", "b"]))) == [])
        #expect(try edges(claim("same-as", .symmetric(["a", "b"]))) == ["a-b ends k"])
    }

    @Test("a relation of a graph's own may tie fewer pairs")
    func own() throws {
        let relation = Relation(
            id: "own",
            reads: "r",
            inverse: "i",
            arity: .symmetric,
            subject: [.person],
            object: [.person],
            family: .contact,
            projection: [.venue]
        )
        let network = try TestGraph {
            person("a", "b")
            venue("v")
            Part.relation(relation)
            claim("own", .symmetric(["a", "b"])).at("v")
        }.network()
        #expect(network.edgeTexts == ["a>v venue c1", "b>v venue c1"])
    }

    @Test("ties gather the edges of a pair, the best first")
    func ties() throws {
        let network = try TestGraph {
            person("a", "b")
            venue("v")
            claim("b", "criticised", "a", when: "2018-01-01").id("comment")
            met("a", "b", when: "2018-03").id("possible")
            met("a", "b", when: "2018-02-01").said(by: "a").id("reported")
            met("a", "b", when: "2018-02-02").id("asserted")
            met("a", "b", when: "2018-02-01").id("earlier")
            met("a", "b", when: "2018-04-01").status(.announced).id("planned")
                .with { $0.said = Claim.Utterance(when: date("2018-01-10")) }
        }.network {
            $0.period = .asOf(date("2018-03-15"))
            $0.statuses.insert(.announced)
        }
        #expect(network.ties.count == 1)
        #expect(
            network.ties[0].edges.map { network.claim(network.edges[$0]).id.local } == [
                "earlier", "asserted", "reported", "planned", "comment", "possible",
            ]
        )
    }

    @Test("in a directed network what ties both ways stands in both pairs")
    func directed() throws {
        let network = try TestGraph {
            person("a", "b")
            met("a", "b")
            claim("b", "told", "a")
        }.network { $0.isDirected = true }
        #expect(network.ties.map { "\($0.a)\($0.b) \($0.edges.count)" } == ["01 1", "10 2"])
    }
}

@Suite("Roll-up")
struct RollUpTests {
    @Test("parts are folded into their outermost wholes")
    func chain() throws {
        let test = TestGraph {
            organization("ministry", "department", "desk")
            state("land")
            person("x")
            claim("ministry", "part-of", "land")
            claim("department", "part-of", "ministry")
            claim("desk", "part-of", "department")
            met("x", "desk")
            met("ministry", "desk")
        }
        let network = try test.network { $0.rollUp = ["part-of"] }
        #expect(network.edgeTexts == ["land-x ends c4"])
        #expect(network.whole(of: "desk")?.id == "land")
        #expect(network.whole(of: "land") == nil)
        #expect(network.vertex(of: "desk") == nil)
        #expect(network.untied.text == "of other kinds 4", "what lies within one whole ties nobody")
    }

    @Test("office holders are folded by spells, as of the date; having left folds nobody")
    func offices() throws {
        let test = TestGraph {
            person("x", "y")
            organization("office")
            claim(
                "holds-office",
                .directed(subject: "x", object: "office"),
                .when(date("2017-01-20/2018-04-09"))
            )
            claim("x", "left-office", "office", when: "2018-04-09")
            met("x", "y", when: "2017-05-01")
        }
        func texts(_ day: String) throws -> [String] {
            try test.network {
                $0.rollUp = ["role"]
                $0.period = .asOf(date(day))
                $0.families = [.contact]
            }.edgeTexts
        }
        #expect(try texts("2018-01-01") == ["office-y ends c3"])
        #expect(try texts("2019-01-01") == ["x-y ends c3"])
    }

    @Test("a part with two wholes, or one that leads into a circle, stays")
    func ambiguous() throws {
        let network = try TestGraph {
            organization("two", "one", "w1", "w2", "c1", "c2", "tail")
            person("x")
            claim("two", "part-of", "w1")
            claim("two", "part-of", "w2")
            claim("one", "part-of", "two")
            claim("c1", "part-of", "c2")
            claim("c2", "part-of", "c1")
            claim("tail", "part-of", "c1")
            for id in ["two", "one", "c1", "tail"] { met("x", id) }
        }.network {
            $0.rollUp = ["part-of"]
            $0.families = [.contact]
        }
        #expect(network.vertices.map { network.graph.entities[$0].id } == ["c1", "tail", "two", "x"])
    }

    @Test("a fold that is only possible makes its edges possible; one that is denied makes none")
    func certainty() throws {
        let network = try TestGraph {
            organization("part", "sure", "whole")
            person("x")
            claim(
                "part-of",
                .directed(subject: "part", object: "whole"),
                .span(from: date("2018"), until: nil)
            )
            claim(
                "part-of",
                .directed(subject: "sure", object: "whole"),
                .span(from: date("2018"), until: nil)
            )
            .negative()
            met("x", "part", when: "2017").id("folded")
            met("x", "sure", when: "2017").id("kept")
        }.network {
            $0.rollUp = ["part-of"]
            $0.period = .asOf(date("2018-07-01"))
            $0.polarities = [.positive, .negative]
            $0.families = [.contact]
        }
        #expect(network.edgeTexts == ["whole-x ends folded", "sure-x ends kept"])
        #expect(network.dates(ofClaim: "folded") == .possible)
        #expect(network.dates(ofClaim: "kept") == .certain)
    }

    @Test("two parts of one whole make one edge of a claim")
    func once() throws {
        let network = try TestGraph {
            organization("p1", "p2", "whole")
            person("x")
            claim("p1", "part-of", "whole")
            claim("p2", "part-of", "whole")
            met("p1", "p2", "x")
        }.network { $0.rollUp = ["structure"] }
        #expect(network.edgeTexts == ["whole-x ends c3"])
    }

    @Test("a long chain of parts is folded in moments", .timeLimit(.minutes(1)))
    func longChain() throws {
        let count = 5_000
        let network = try TestGraph {
            person("x")
            for number in 0...count { named("n\(number)", .organization, "N\(number)") }
            for number in 0..<count { claim("n\(number)", "part-of", "n\(number + 1)") }
            met("x", "n0")
        }.network { $0.rollUp = ["part-of"] }
        #expect(network.edgeTexts == ["n\(count)-x ends c\(count + 1)"])
    }
}
