import EDTF
import Entente
import Testing

@Suite("Conflicts: where claims do not go together")
struct ConflictTests {
    /// The conflicts of a graph as text: `hard a/b: c1 | c2`, by kind.
    private func conflicts(
        _ kinds: Conflict.Kind...,
        in graph: TestGraph,
        view change: (inout View) -> Void = { _ in }
    ) throws -> [String] {
        var view = View.everythingSaid
        change(&view)
        let graph = try graph.graph()
        return try graph.conflicts(view: view).conflicts.filter { kinds.isEmpty || kinds.contains($0.kind) }
            .map { found in
                let sides = found.sides.map { side in
                    side.claims.map { graph.claims[$0].id.local }.joined(separator: " ")
                }
                return
                    "\(found.kind.rawValue) \(found.about.joined(separator: "/")): \(sides.joined(separator: " | "))"
            }
    }

    private func found(_ claims: Claim..., kinds: Conflict.Kind...) throws -> [String] {
        let graph = TestGraph {
            person("a", "b", "c")
            state("s1", "s2")
            treaty("t")
            policy("p")
            venue("v", "w")
            event("e", "f")
            topic("x", "y")
            claims
        }
        let all = try conflicts(in: graph)
        return kinds.isEmpty
            ? all : all.filter { text in kinds.contains { text.hasPrefix($0.rawValue + " ") } }
    }

    // MARK: Dates

    @Test("one happening has one date: disjoint dates are hard, whoever gives them and however often")
    func happening() throws {
        let one = met("a", "b", when: "2018-07-16").on("e")
        #expect(
            try found(one, one.id("again"), met("a", "c", when: "2018-07-01").on("e").by("r"))
                == ["hard e: c3 | again c1"]
        )
        // Dates that meet differ in how exact they are, widest first.
        #expect(try found(one, met("a", "c", when: "2018").on("e")) == ["precision e: c2 | c1"])
        // Another happening, or none named: nothing is tied by guess.
        #expect(try found(one, met("a", "b", when: "2018-07-01").on("f")) == [])
        #expect(try found(one, met("a", "b", when: "2018-07-01")) == [])
    }

    @Test(
        "who attended, where it was held and what was said at it date a happening; a coarse date takes no side"
    )
    func evidence() throws {
        let attended = claim("a", "attended", "e", when: "2000")
        let held = claim("e", "held-at", "v", when: "2013")
        #expect(try found(attended, held) == ["hard e: c1 | c2"])
        let said = claim("b", "criticised", "c").with { $0.said = .init(when: date("2013-05"), event: "e") }
        #expect(try found(attended, held, said) == ["hard e: c1 | c2 c3"])
        #expect(try found(attended, held, met("a", "b", when: "[1999..2014]").on("e")) == ["hard e: c1 | c2"])
    }

    @Test("members of a set, approximate dates and doubtful ones")
    func readings() throws {
        let one = met("a", "b", when: "[2000,2013]").on("e")
        #expect(try found(one, met("a", "b", when: "2005").on("e")) == ["hard e: c1 | c2"])
        #expect(try found(one, met("a", "b", when: "2013").on("e")) == ["precision e: c1 | c2"])
        // A date marked ~ may move by a year.
        #expect(
            try found(met("a", "b", when: "2000~").on("e"), met("a", "b", when: "2001").on("e"), kinds: .hard)
                == []
        )
        let doubtful = met("a", "b", when: "2000?").on("e")
        #expect(try found(doubtful, met("a", "b", when: "2013").on("e")) == ["conditional e: c1 | c2"])
    }

    @Test("plans, denials, accusations and conditions date nothing")
    func noFacts() throws {
        let one = met("a", "b", when: "2018").on("e")
        #expect(
            try found(one, met("a", "b", when: "2019").on("e").status(.scheduled), kinds: .hard, .conditional)
                == []
        )
        #expect(
            try found(one, met("a", "b", when: "2019").on("e").negative(), kinds: .hard, .conditional) == []
        )
        #expect(
            try found(one, met("a", "b", when: "2019").on("e").said(by: "c", as: .alleged))
                == ["tension e: c1 | c2"]
        )
        let conditional = met("a", "b", when: "2019").on("e").with { $0.condition = .text("they agree") }
        #expect(try found(one, conditional) == [])
    }

    @Test("what comes only once, and treaties that have ended")
    func once() throws {
        #expect(
            try found(claim("s1", "signed", "t", when: "1987"), claim("s1", "signed", "t", when: "1991"))
                == ["hard s1/t: c1 | c2"]
        )
        #expect(
            try found(claim("s1", "signed", "t", when: "1987"), claim("s2", "signed", "t", when: "1991"))
                == []
        )
        let ceased = claim("t", "ceased", when: "2019")
        let left = claim("s1", "withdrew-from", "t", when: "2024")
        #expect(try found(ceased, left, kinds: .hard) == ["hard t: c1 | c2"])
        #expect(try found(ceased, claim("s1", "withdrew-from", "t", when: "2018"), kinds: .hard) == [])
        #expect(try found(ceased, claim("s1", "withdrew-from", "t"), kinds: .hard) == [])
        // Unless something brought it back.
        #expect(try found(ceased, left, claim("t", "entered-into-force", when: "2022"), kinds: .hard) == [])
        // A period that the analyst worked out is what it hangs on.
        let computed = left.with {
            $0.basis = .computed
            $0.dateText = "in his second term"
        }
        #expect(try found(ceased, computed, kinds: .conditional) == ["conditional t: c1 | c2"])
        #expect(try found(ceased, computed, kinds: .tension) == ["tension t: c1 | c2"])
    }

    // MARK: So and not so

    @Test("hard where a negation rules out every day of the other side")
    func negation() throws {
        let no = met("a", "b").negative().with { $0.time = .when(date("../2015")) }
        #expect(try found(met("a", "b", when: "2000"), no) == ["hard a/b: c1 | c2"])
        // What may have happened after it is a tension alone, and joins a hard one.
        #expect(try found(met("a", "b", when: "[..2015]"), no) == ["tension a/b: c1 | c2"])
        #expect(
            try found(met("a", "b", when: "2000"), met("a", "b", when: "[..2015]"), no) == [
                "hard a/b: c1 c2 | c3"
            ]
        )
        // Each in its time is no conflict.
        #expect(try found(met("a", "b", when: "2017"), no) == [])
        #expect(try found(met("a", "c", when: "2000"), no) == [])
        // Three met, and so did two of them.
        #expect(try found(met("a", "b", "c", when: "2000"), no) == ["hard a/b: c1 | c2"])
    }

    @Test("a spell is ruled out by a negation of some of its days, a contact by one of all")
    func spells() throws {
        let allies = claim("allied-with", .symmetric(["a", "b"]), .when(date("2010/2015")))
        let not = claim("allied-with", .symmetric(["a", "b"]), .when(date("2012"))).negative()
        #expect(try found(allies, not) == ["hard a/b: c1 | c2"])
        #expect(
            try found(met("a", "b", when: "2012"), met("a", "b", when: "2012-07").negative()) == [
                "tension a/b: c1 | c2"
            ]
        )
    }

    @Test("the negation of a relation reaches its special cases under an assumption, and not the wider one")
    func broader() throws {
        let silent = claim("contacted", .symmetric(["a", "b"]), .when(date("2021/2025"))).negative()
        let phoned = claim("phoned", .symmetric(["a", "b"]), .when(date("2023-02-12")))
        #expect(try found(phoned, silent) == ["conditional a/b: c1 | c2"])
        #expect(
            try found(claim("contacted", .symmetric(["a", "b"]), .when(date("2023"))), phoned.negative())
                == []
        )
    }

    @Test("denials, accusations, opinions and want of proof are tensions; an undated negation is conditional")
    func tensions() throws {
        let yes = met("a", "b", when: "2018-07-16")
        for no in [
            met("a", "b", when: "2018-07-16").said(by: "a", as: .denied),
            met("a", "b", when: "2018-07-16").with { $0.polarity = .unproven },
            met("a", "b", when: "2018-07-16").negative().said(by: "c", as: .opinion),
        ] {
            #expect(try found(yes, no) == ["tension a/b: c1 | c2"])
        }
        #expect(try found(yes, met("a", "b").negative()) == ["conditional a/b: c1 | c2"])
        // A negation that speaks of less leaves room.
        #expect(try found(yes, met("a", "b", when: "2018").negative().at("v")) == ["tension a/b: c1 | c2"])
        #expect(try found(yes.at("w"), met("a", "b", when: "2018").negative().at("v")) == [])
    }

    // MARK: Counting

    @Test("a first that an earlier one belies: hard in the same scope, else conditional")
    func firsts() throws {
        func first(_ n: Int, of scope: String?, when: String, since: String? = nil) -> Claim {
            met("a", "b", when: when).with { $0.ordinal = .init(n: n, of: scope, since: since.map(date)) }
        }
        let earlier = met("a", "b", when: "2000")
        #expect(try found(earlier, first(1, of: nil, when: "2017")) == ["hard a/b: c1 | c2"])
        #expect(try found(earlier, first(1, of: "in-person", when: "2017")) == ["conditional a/b: c1 | c2"])
        #expect(try found(earlier, first(2, of: nil, when: "2017")) == [])
        #expect(try found(earlier, first(1, of: nil, when: "2017", since: "2016")) == [])
        #expect(try found(earlier, first(1, of: nil, when: "[..2017]")) == [])
        #expect(
            try found(first(1, of: "in-person", when: "2000"), first(1, of: "in-person", when: "2017"))
                == ["hard a/b: c1 | c2"]
        )
        // Two claims of one event are one happening.
        #expect(
            try found(earlier.on("e"), earlier.on("e").id("d"), first(2, of: nil, when: "2017"), kinds: .hard)
                == []
        )
    }

    // MARK: Values and choices

    @Test("numbers compare with their units")
    func values() throws {
        func talk(_ number: Double, _ unit: String, about: Bool = false, on event: String? = "e") -> Claim {
            claim("spoke-with", .symmetric(["a", "b"]), .when(date("2025-02-12"))).with {
                $0.value = .number(number, unit: unit, isApproximate: about)
                $0.event = event
            }
        }
        #expect(try found(talk(2, "hours"), talk(120, "minute")) == [])
        #expect(
            try found(talk(2, "hours"), talk(90, "minute")).allSatisfy {
                $0 == "hard e: c2 | c1" || $0 == "hard a/b: c2 | c1"
            }
        )
        #expect(try found(talk(2, "hours"), talk(90, "minute")).isEmpty == false)
        #expect(try found(talk(95, "minute"), talk(90, "minute", about: true)) == [])
        #expect(try found(talk(2, "hours"), talk(90, "minute", on: "f"), kinds: .hard, .conditional) == [])
        #expect(try found(talk(2, "hours"), talk(90, "minute", on: nil)) == ["conditional a/b: c2 | c1"])
        let rate = { (number: Double, when: String) in
            claim("s1", "imposed", "p", when: when).with {
                $0.value = .number(number, unit: "percent", isApproximate: false)
            }
        }
        #expect(try found(rate(10, "2018"), rate(25, "2019")) == ["change s1/p: c1 | c2"])
        #expect(try found(rate(10, "2018"), rate(25, "2018-07")) == ["conditional s1/p: c1 | c2"])
    }

    @Test("a relation to one object only; measures that may be one")
    func choices() throws {
        let prefers = Relation(
            id: "prefers",
            reads: "prefers",
            inverse: "is preferred by",
            arity: .directed,
            subject: [.actor],
            object: [.actor],
            family: .stance,
            time: .spell,
            isSingleValued: true
        )
        func preferring(_ times: [String?]) throws -> [String] {
            try conflicts(
                in: TestGraph {
                    Part.relation(prefers)
                    person("a", "b", "c")
                    claim("a", "prefers", "b", when: times[0])
                    claim("a", "prefers", "c", when: times[1])
                }
            )
        }
        #expect(try preferring(["2015/2020", "2017/2018"]) == ["hard a/b/c: c1 | c2"])
        #expect(try preferring([nil, nil]) == ["conditional a/b/c: c1 | c2"])
        #expect(try preferring(["2015", "2017"]) == ["change a/b/c: c1 | c2"])
        let tariffs = TestGraph {
            state("s1")
            named("t1", .policy, "Tariff on oil (100%)")
            named("t5", .policy, "Tariff on oil (500%)")
            named("v1", .venue, "San José (Costa Rica)")
            named("v2", .venue, "San José (Guatemala)")
            claim("s1", "threatened", "t1").with {
                $0.value = .number(100, unit: "percent", isApproximate: false)
            }
            claim("s1", "threatened", "t5").with {
                $0.value = .number(500, unit: "percent", isApproximate: false)
            }
            claim("s1", "visited", "v1")
            claim("s1", "visited", "v2")
        }
        #expect(try conflicts(in: tariffs) == ["conditional t1/t5: c1 | c2"])
    }

    // MARK: Beside conflicts

    @Test("plans beside outcomes, and how firmly they were planned")
    func plans() throws {
        let plan = met("a", "b", when: "2018-07").on("e").status(.announced)
        let held = met("a", "b", when: "2018-07-16").on("f").by("r")
        #expect(try found(plan, held) == ["planned-actual e/f: c1 | c2"])
        #expect(try found(plan, met("a", "b", when: "2019").on("f").by("r")) == [])
        #expect(try found(plan, plan.id("d").status(.scheduled)) == ["change e: c1 | d"])
        #expect(
            try found(plan, met("a", "b", when: "2019").on("f").by("r"), claim("e", "realised-by", "f"))
                == ["planned-actual e/f: c1 | c2"]
        )
    }

    @Test("speakers who take back, say otherwise, or are quoted in other words")
    func speakers() throws {
        let retracted = Relation(
            id: "retracted",
            reads: "took back",
            inverse: "was taken back by",
            arity: .directed,
            subject: [.actor],
            object: [.actor],
            family: .speech
        )
        let graph = TestGraph {
            Part.relation(retracted)
            person("a", "b")
            claim("a", "promised", "b")
            claim("a", "retracted", "b").with { $0.about = [ClaimID(source: "s", local: "c1")] }
        }
        #expect(try conflicts(.reversal, in: graph) == ["reversal a/b: c1 | c2"])
        let yes = met("a", "b").said(by: "a")
        #expect(
            try found(yes, met("a", "b").said(by: "a", as: .denied), kinds: .reversal) == [
                "reversal a/b: c1 | c2"
            ]
        )
        func quote(_ words: String, by source: String) -> Claim {
            yes.by(source).with {
                $0.quote = words
                $0.said = .init(event: "e")
            }
        }
        #expect(
            try found(quote("No reason why", by: "r"), quote("I see no reason", by: "q"), kinds: .tension)
                == ["tension a/e: c2 | c1"]
        )
        #expect(
            try found(quote("no reason", by: "r"), quote("I see no reason.", by: "q"), kinds: .tension) == []
        )
    }

    @Test("happenings that may be one, wholes and parts, first days of months")
    func identities() throws {
        let dated = met("a", "b", when: "2017-07-07").on("e")
        #expect(try found(dated, met("a", "b").on("f")) == ["identity e/f: c1 | c2"])
        #expect(try found(dated, met("a", "b", when: "2018").on("f")) == [])
        #expect(
            try found(dated, met("a", "b").on("f"), claim("different-from", .symmetric(["e", "f"]))) == []
        )
        #expect(try found(dated.at("v"), met("a", "b").on("f").at("w")) == [])
        #expect(
            try found(
                claim("a", "criticised", "t", when: "2018"),
                claim("s1", "criticised", "t", when: "2018").by("r"),
                claim("a", "holds-office", "s1"),
                kinds: .precision
            ) == ["precision t/a/s1: c1 | c2"]
        )
        let firsts = ["2018-07-01", "2025-05-01", "2019-02-01"].map { met("a", "c", when: $0) }
        #expect(try found(firsts[0], firsts[1], firsts[2]) == ["placeholder : c1 c2 c3"])
    }

    @Test("the view chooses the claims; an unknown entity is an error; names choose conflicts")
    func choosing() throws {
        let graph = TestGraph {
            person("a", "b", "c")
            event("e")
            met("a", "b", when: "2018").on("e")
            met("a", "b", when: "2019").on("e").by("r")
        }
        #expect(try conflicts(in: graph) == ["hard e: c1 | c2"])
        #expect(try conflicts(in: graph) { $0.sources = ["s"] } == [])
        #expect(try conflicts(in: graph) { $0.period = .asOf(date("2018-12-31")) } == [])
        #expect(try graph.graph().conflicts(about: ["b"]).conflicts.count == 1)
        #expect(try graph.graph().conflicts(about: ["c"]).conflicts.isEmpty)
        #expect(throws: AnalysisError.self) { try graph.graph().conflicts(about: ["nobody"]) }
    }

    @Test("independent origins are counted, not mentions")
    func origins() throws {
        let graph = try TestGraph {
            person("a", "b")
            event("e")
            Part.source(source("r"))
            Part.source(source("q", derivedFrom: ["r"]))
            met("a", "b", when: "2018").on("e")
            met("a", "b", when: "2019").on("e").by("r")
            met("a", "b", when: "2019").on("e").by("q")
        }.graph()
        #expect(try graph.conflicts().conflicts.map { $0.sides.map(\.origins) } == [[1, 1]])
    }
}
