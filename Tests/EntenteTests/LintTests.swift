import EDTF
import Entente
import Testing

@Suite("What is worth a look")
struct LintTests {
    private func lints(_ code: String, @PartsBuilder _ parts: () -> [Part]) throws -> [Problem] {
        Lints(try TestGraph(parts).graph()).problems.filter { $0.code == code }
    }

    @Test("possible duplicates: equal relation, ends, venues and day, and not both named by events")
    func duplicates() throws {
        func count(_ one: Claim, _ other: Claim) throws -> Int {
            try lints("possible-duplicate") {
                person("a", "b", "c")
                venue("v", "w")
                event("e", "f")
                one
                other
            }.count
        }
        let one = met("a", "b", when: "2018-07-16").at("v")
        #expect(try count(one, met("b", "a", when: "2018-07-16").at("v").by("z")) == 1)
        #expect(try count(one, one.by("z").on("e")) == 1)
        #expect(try count(one.on("f"), one.by("z").on("e")) == 0, "they say that they are two")
        #expect(try count(one.on("e"), one.by("z").on("e")) == 0, "they say that they are one")
        for other in [
            met("a", "b", when: "2018-07-16"), met("a", "b", when: "2018-07-16").at("w"),
            met("a", "c", when: "2018-07-16").at("v"), met("a", "b", when: "2018-07").at("v"),
            met("a", "b").at("v"),
            met("a", "b", when: "2018-07-16?").at("v"), one.negative(), one.status(.scheduled),
            claim("phoned", .symmetric(["a", "b"]), .when(date("2018-07-16"))).at("v"),
        ] {
            #expect(try count(one, other.by("z")) == 0)
        }
        // No two absent venues are equal.
        #expect(try count(met("a", "b", when: "2018-07-16"), met("a", "b", when: "2018-07-16").by("z")) == 0)
    }

    @Test("the hint names the line to add, and the event where one claim has it")
    func hint() throws {
        let problems = try lints("possible-duplicate") {
            person("a", "b")
            venue("v")
            event("e")
            met("a", "b", when: "2018-07-16").at("v").id("x")
            met("a", "b", when: "2018-07-16").at("v").id("y").on("e")
            met("a", "b", when: "2018-07-16").at("v").id("z")
        }
        #expect(problems.map(\.hint) == ["if so, add to s/x:  event: e", "if so, add to s/z:  event: e"])
        #expect(problems[0].message.hasPrefix("s/x and s/y may tell of the same happening"))
        #expect(problems[0].location == at(101))
    }

    @Test("without places in a file problems are in the order of ids")
    func order() throws {
        var draft = TestGraph {
            person("a", "b")
            for number in 10..<30 { venue("v\(number)") }
        }.draft
        for number in 10..<30 {
            for copy in ["a", "b"] {
                let visit = met("a", "b", when: "2018-07-16").at("v\(number)").id("c\(number)\(copy)")
                draft.add(visit, positions: FieldPositions())
            }
        }
        draft.sources.append(source("s"))
        let graph = try #require(draft.validated().graph)
        let found = Lints(graph).problems.filter { $0.code == "possible-duplicate" }.map {
            $0.message.prefix(6)
        }
        #expect(found.map(String.init) == (10..<30).map { "s/c\($0)b" })
    }

    @Test("three claims dated to the first of two months or more")
    func placeholders() throws {
        func count(_ dates: String...) throws -> Int {
            try lints("first-of-month") {
                person("a", "b")
                for day in dates { met("a", "b", when: day) }
            }.count
        }
        #expect(try count("2018-07-01", "2018-08-01", "2019-01-01") == 1)
        #expect(try count("2018-07-01", "2018-07-01", "2018-07-01/2018-07-02") == 0)
        #expect(try count("2018-07-01", "2018-08-01") == 0)
        #expect(try count("2018-07-01?", "2018-08-01?", "2018-09-01?", "2018-07") == 0)
    }

    @Test("what nothing names, and what has the same name")
    func unused() throws {
        let problems = Lints(
            try TestGraph {
                person("a", "b", "spare")
                named("b2", .person, "B")
                Part.source(source("s"))
                Part.source(source("spare"))
                Part.source(source("origin"))
                Part.source(source("wire"))
                Part.source(source("t", derivedFrom: ["origin"]))
                met("a", "b").with { $0.via = "wire" }
                met("a", "b2").by("t")
            }.graph()
        ).problems
        #expect(
            Set(problems.map { "\($0.severity.rawValue) \($0.code)" })
                == ["note unused-entity", "warning unused-source", "note same-name"]
        )
        #expect(problems.count == 3)
        #expect(problems.contains { $0.message == "\"b\" and \"b2\" have the same name" })
    }

    @Test("ties of actors that rest on one origin")
    func corroboration() throws {
        let lints = Lints(
            try TestGraph {
                person("a", "b", "c")
                venue("v")
                met("a", "b").by("x").at("v")
                met("a", "b").by("y")
                met("b", "c").by("x")
            }.graph()
        )
        #expect(lints.uncorroborated == (1, 2))
    }
}
