import EDTF
import Entente
import Testing

@Suite("Checking what was read")
struct ValidationTests {
    /// The one problem of a graph, for exact comparison.
    private func only(_ graph: TestGraph) -> Problem? {
        let problems = graph.problems
        #expect(problems.count == 1, "\(problems.map(\.message))")
        return problems.first
    }

    @Test("a graph of nothing is a graph")
    func empty() throws {
        let graph = try TestGraph {}.graph()
        #expect(graph.claims.isEmpty && graph.entities.isEmpty && graph.sources.isEmpty)
        let network = Network(graph)
        #expect(network.vertices.isEmpty && network.edges.isEmpty && network.ties.isEmpty)
        #expect(network.excluded.text == nil)
    }

    @Test("a graph that holds together has no problems, and its parts in the order of ids")
    func sound() throws {
        let graph = try TestGraph {
            person("b", "a")
            met("a", "b", when: "2018").by("z")
            met("a", "b", when: "2019").by("y")
        }.graph()
        #expect(graph.entities.map(\.id) == ["a", "b"])
        #expect(graph.sources.map(\.id) == ["y", "z"])
        #expect(graph.claims.map(\.id.description) == ["y/c2", "z/c1"])
        #expect(graph.claim(ClaimID(source: "z", local: "c1"))?.time == .when(date("2018")))
        #expect(graph.source("y")?.title == "Title of y")
        #expect(graph.entity("c") == nil)
    }

    @Test("an unknown entity: where it stands, and who may be meant")
    func unknownEntity() {
        let problem = only(
            TestGraph {
                person("bolton")
                named("t", .person, "Donald Trump", aliases: ["the president"])
                met("boltan", "t")
            }
        )
        #expect(problem?.code == "unknown-entity")
        #expect(problem?.message == "unknown entity \"boltan\"")
        #expect(problem?.hint == "did you mean \"bolton\"?")
        #expect(problem?.location == at(101))
        #expect(problem?.rendered.hasPrefix("t.yaml:101:3: error: unknown entity") == true)
        let byAlias = only(
            TestGraph {
                person("bolton")
                named("t", .person, "Donald Trump", aliases: ["the president"])
                met("the president", "bolton")
            }
        )
        #expect(byAlias?.hint == "claims name entities by id: \"t\"")
        let stranger = only(
            TestGraph {
                person("bolton")
                met("somebody-else", "bolton")
            }
        )
        #expect(stranger?.hint?.contains("somebody-else: {kind: person, name: …}") == true)
    }

    @Test("names in every part of a claim are looked up")
    func everyPart() {
        let problems = TestGraph {
            person("a", "b")
            met("a", "b").at("v").on("e").about("r").said(by: "p")
                .with { $0.said = Claim.Utterance(venue: "sv", event: "se") }
        }.problems
        #expect(
            Set(problems.map(\.message))
                == Set(["v", "e", "r", "p", "sv", "se"].map { "unknown entity \"\($0)\"" })
        )
    }

    @Test("kinds that do not fit are told apart")
    func kinds() {
        let problem = only(
            TestGraph {
                person("a")
                treaty("t")
                met("a", "t")
            }
        )
        #expect(problem?.code == "wrong-kind")
        #expect(problem?.message == "\"t\" is a treaty, but a participant of met takes an actor")
        let venue = only(
            TestGraph {
                person("a", "b")
                met("a", "b").at("a")
            }
        )
        #expect(venue?.message == "\"a\" is a person, but venue takes a venue or a state")
    }

    @Test("arity: each relation with the ends of each other one")
    func arity() {
        for (relation, hint) in [
            ("met", "write  participants: [ID, ID]"), ("told", "write  subject: ID  and  object: ID"),
            ("expired", "write  subject: ID"),
        ] {
            let shapes: [Claim.Ends] = [
                .unary("a"), .directed(subject: "a", object: "b"), .symmetric(["a", "b"]),
            ]
            let faults = shapes.flatMap { ends in
                TestGraph {
                    person("a", "b")
                    claim(relation, ends)
                }.problems.filter { $0.code == "wrong-arity" }
            }
            #expect(faults.count == 2)
            #expect(faults.allSatisfy { $0.hint == hint })
        }
    }

    @Test("a meeting of one, of nobody, and of one named twice", arguments: [[], ["a"], ["a", "b", "a"]])
    func participants(all: [String]) {
        let problem = only(
            TestGraph {
                person("a", "b")
                claim("met", .symmetric(all))
            }
        )
        #expect(problem?.code == (all.count < 2 ? "too-few-participants" : "repeated-participant"))
        #expect(problem?.severity == .error)
    }

    @Test("a relation of one with itself is a warning, and makes no edge")
    func itself() throws {
        let test = TestGraph {
            person("a")
            claim("a", "told", "a")
        }
        #expect(only(test)?.code == "self-relation")
        #expect(only(test)?.severity == .warning)
        #expect(try test.network().edges.isEmpty)
    }

    @Test("times that do not fit the relation")
    func times() {
        func code(_ relation: String, _ time: ClaimTime) -> String? {
            TestGraph {
                person("a", "b")
                claim(relation, .symmetric(["a", "b"]), time)
            }.problems.first?.code
        }
        #expect(code("met", .span(from: date("2018"), until: nil)) == "span-of-contact")
        #expect(code("met", .observed(date("2018"))) == "observed-contact")
        #expect(code("allied-with", .span(from: date("2019"), until: date("2018"))) == "ends-before-start")
        #expect(code("allied-with", .span(from: date("2018"), until: date("2018"))) == nil)
        #expect(code("allied-with", .observed(date("2018"))) == nil)
        #expect(code("met", .when(date("2018-07-15/2018-07-16"))) == nil)
    }

    @Test("the same id twice")
    func duplicates() {
        let claims = TestGraph {
            person("a", "b")
            met("a", "b").id("x")
            met("a", "b", when: "2018").id("x")
        }
        #expect(only(claims)?.message == "claim id \"x\" is used twice in source \"s\"")
        #expect(only(claims)?.hint == "it is first used at t.yaml:101:3")
        let wordForWord = TestGraph {
            person("a", "b")
            met("a", "b").with { $0.hasWrittenID = false }
            met("b", "a").with { $0.hasWrittenID = false }
        }
        #expect(only(wordForWord)?.message == "this claim repeats another one word for word")
        let entities = TestGraph {
            person("a")
            named("a", .person, "Another name")
        }
        #expect(only(entities)?.code == "duplicate-entity")
        #expect(TestGraph { person("a", "a") }.problems.isEmpty, "the same facts twice are no fault")
        let sources = TestGraph {
            Part.source(source("s"))
            Part.source(source("s"))
        }
        #expect(only(sources)?.code == "duplicate-source")
    }

    @Test("sources: unknown ones, and circles among them, each once")
    func sources() {
        let problem = only(TestGraph { Part.source(source("a", derivedFrom: ["b"])) })
        #expect(problem?.message == "source \"a\" is derived from the unknown source \"b\"")
        let circle = only(
            TestGraph {
                Part.source(source("c", derivedFrom: ["a"]))
                Part.source(source("b", derivedFrom: ["c"]))
                Part.source(source("a", derivedFrom: ["b"]))
                Part.source(source("d", derivedFrom: ["a"]))
            }
        )
        #expect(circle?.message == "sources are derived from one another in a circle: a → b → c → a")
    }

    @Test("claims that speak of claims")
    func references() {
        func problem(_ about: ClaimID) -> Problem? {
            only(
                TestGraph {
                    person("a", "b")
                    met("a", "b").id("first")
                    met("a", "b").id("second").with { $0.about = [about] }
                }
            )
        }
        #expect(problem(ClaimID(source: "s", local: "frist"))?.hint == "did you mean \"s/first\"?")
        #expect(problem(ClaimID(source: "s", local: "second"))?.code == "self-reference")
        let condition = only(
            TestGraph {
                person("a", "b")
                met("a", "b").with { $0.condition = .claims([ClaimID(source: "other", local: "x")]) }
            }
        )
        #expect(condition?.message == "there is no claim \"other/x\"")
    }

    @Test("ids and numbers that mean nothing")
    func values() {
        #expect(only(TestGraph { named("", .person, "Nobody") })?.code == "missing-id")
        func code(_ change: (inout Claim) -> Void) -> String? {
            TestGraph {
                person("a", "b")
                met("a", "b").with(change)
            }.problems.first?.code
        }
        #expect(code { $0.credibility = 7 } == "bad-credibility")
        #expect(code { $0.credibility = 6 } == nil)
        #expect(code { $0.ordinal = Claim.Ordinal(n: 0) } == "bad-ordinal")
        #expect(code { $0.ordinal = Claim.Ordinal(n: .max) } == nil)
        let nowhere = TestGraph {
            Part.source(source("s"))
            person("a", "b")
            met("a", "b").by("")
        }
        #expect(nowhere.problems.map(\.message).contains("the claim names no source"))
    }

    @Test("relations of a graph's own")
    func relations() {
        func own(_ id: String, broader: String? = nil, begins: String? = nil) -> Part {
            .relation(
                Relation(
                    id: id,
                    reads: "r",
                    inverse: "i",
                    arity: .directed,
                    subject: [.actor],
                    object: [.actor],
                    family: .contact,
                    begins: begins,
                    broader: broader
                )
            )
        }
        #expect(only(TestGraph { own("met") })?.code == "built-in-relation")
        #expect(only(TestGraph { own("x", broader: "mett") })?.hint == "did you mean \"met\"?")
        #expect(only(TestGraph { own("x", broader: "x") })?.code == "relation-cycle")
        #expect(only(TestGraph { own("x", begins: "met") })?.code == "not-a-spell")
        #expect(TestGraph { own("x", broader: "met", begins: "adviser-to") }.problems.isEmpty)
        let twice = TestGraph {
            own("x")
            own("x")
        }
        #expect(only(twice)?.code == "duplicate-relation")
        let unknown = only(
            TestGraph {
                person("a", "b")
                claim("a", "advisor-to", "b")
            }
        )
        #expect(unknown?.hint == "did you mean \"adviser-to\"?")
    }

    @Test("all problems are found in one pass, in the order of places")
    func order() {
        let problems = TestGraph {
            person("a", "b")
            met("a", "x")
            met("a", "y")
            claim("a", "nonsense-relation", "z")
        }.problems
        #expect(problems.map(\.location?.line) == [101, 102, 103, 103])
    }

    @Test("a file full of faults is checked in moments", .timeLimit(.minutes(1)))
    func manyFaults() {
        let problems = TestGraph {
            person("bolton")
            for number in 0..<20_000 {
                met("boltan", "bolton").with {
                    $0.about = [ClaimID(source: "s", local: "z\(number / 10_000)")]
                }
            }
        }.problems
        #expect(problems.count == 40_000)
        #expect(problems.allSatisfy { $0.code == "unknown-claim" || $0.hint == "did you mean \"bolton\"?" })
    }
}
