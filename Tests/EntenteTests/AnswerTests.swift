import EDTF
import Entente
import Testing

@Suite("Answers")
struct AnswerTests {
    private func summit() -> TestGraph {
        TestGraph {
            named("trump", .person, "Donald Trump", aliases: ["Trump"])
            named("putin", .person, "Vladimir Putin")
            named("ushakov", .person, "Yuri Ushakov")
            named("helsinki", .venue, "Helsinki")
            named("inf", .treaty, "INF Treaty")
            Part.source(
                source("news", published: "2018-07-17").with {
                    $0.title = "The News"
                    $0.publisher = "Publisher"
                    $0.url = "https://example.org/a?b=1"
                }
            )
            met("trump", "putin", when: "2018-07-16").by("news").id("c1").at("helsinki").about("inf").with {
                $0.locator = "§1"
                $0.value = .number(130, unit: "minute", isApproximate: true)
                $0.ordinal = Claim.Ordinal(n: 1, of: "bilateral", since: date("2017"))
            }
            met("putin", "trump", when: "2018-07").by("news").id("c2").said(by: "ushakov", as: .denied)
            claim("inf", "ceased", when: "2019-08-02").by("later").id("c3")
            claim("ushakov", "told", "trump").by("later").id("c4").with { $0.dateText = "on Monday" }
            allied("trump", "ushakov", time: .observed(date("2018"))).by("later").id("c5")
            allied("trump", "ushakov", time: .span(from: date("2017"), until: nil)).by("later").id("c6")
            met("trump", "ushakov").by("later").id("c7").with {
                $0.condition = .claims([ClaimID(source: "news", local: "c1")])
            }
        }
    }

    private func rows(_ answer: Answer) -> [JSONValue] {
        if case .array(let rows) = answer.value { return rows }
        return []
    }

    @Test("claims that name all: rows, what is said against them, sources")
    func claims() throws {
        let network = try summit().network()
        let answer = Answer(try network.claims(naming: ["trump", "putin"]))
        #expect(answer.sentences == ["1 claim of the view names Donald Trump and Vladimir Putin."])
        #expect(!answer.isNo)
        #expect(
            answer.tables[0].rows == [
                [
                    "2018-07-16",
                    "Donald Trump met Vladimir Putin (about 130 minute) (first bilateral since 2017, so none before it) "
                        + "on INF Treaty in Helsinki",
                    "asserted, disputed: denied by Yuri Ushakov [1]", "[1 §1]", "c1",
                ]
            ]
        )
        #expect(answer.tables[1].title == "Not so, or without proof")
        let row = rows(answer)[0]
        #expect(row["from"] == .string("trump") && row["to"] == .string("putin"))
        #expect(row["relation"] == .string("met") && row["when"] == .string("2018-07-16"))
        #expect(row["earliest"] == .string("2018-07-16") && row["latest"] == .string("2018-07-16"))
        #expect(row["dates"] == .string("certain") && row["claims"] == .strings(["news/c1"]))
        #expect(row["support"]?["disputed"] == .bool(true))
        #expect(row["disputedBy"] == .strings(["news/c2"]))
        #expect(row["ordinal"]?["before"] == .integer(0))
        #expect(answer.json["against"] == .array([try #require(rowOfDenial(answer))]))
        #expect(answer.json["schema"] == .integer(1))
        #expect(answer.json["question"]?["verb"] == .string("claims"))
        #expect(answer.json["excluded"]?["denied"] == .integer(1))
    }

    private func rowOfDenial(_ answer: Answer) -> JSONValue? {
        guard case .array(let against)? = answer.json["against"] else { return nil }
        return against.first { $0["claims"] == .strings(["news/c2"]) }
    }

    @Test("a negative claim alone is the answer no; so is none at all")
    func negative() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b").negative()
        }.network()
        let no = Answer(try network.claims(naming: ["a", "b"]))
        #expect(no.isNo)
        #expect(no.sentences == ["No: no claim of the view names A and B, and one says that it is not so."])
        #expect(no.tables.count == 1)
        let none = Answer(try network.claims(naming: ["a", "c"]))
        #expect(none.isNo && none.sentences == ["No claim of the view names A and C."])
        let any = Answer(try network.claims(naming: ["a", "c"], any: true))
        #expect(any.sentences[0].hasPrefix("No: no claim of the view names one of A and C"))
        #expect(throws: AnalysisError.self) { try network.claims(naming: ["nobody"]) }
    }

    @Test("show: who it is and what names it, with conditions in words")
    func show() throws {
        let answer = try Answer(showing: "trump", in: try summit().network())
        #expect(answer.sentences[0] == "Donald Trump (trump) is a person, also called Trump.")
        #expect(answer.sentences[1] == "6 claims name it, 1 of them against something.")
        let texts = answer.tables[0].rows.map { $0[1] }
        #expect(
            texts.contains(
                "Donald Trump met Yuri Ushakov, if Donald Trump met Vladimir Putin (about 130 minute) "
                    + "(first bilateral since 2017, so none before it) on INF Treaty in Helsinki (c1)"
            )
        )
        #expect(answer.json["entity"]?["aliases"] == .strings(["Trump"]))
        #expect(throws: AnalysisError.self) { try Answer(showing: "nobody", in: try summit().network()) }
    }

    @Test("timeline: in order of time, the undated apart")
    func timeline() throws {
        let answer = try Answer(timelineOf: ["inf", "ushakov"], in: try summit().network())
        #expect(
            answer.sentences == [
                "4 dated and 2 undated claims of INF Treaty and Yuri Ushakov, the earliest first."
            ]
        )
        #expect(answer.tables.map(\.rows.count) == [4, 2])
        #expect(
            answer.tables[0].rows.map { $0[0] } == ["from 2017", "2018-07-16", "observed 2018", "2019-08-02"]
        )
        #expect(answer.tables[1].rows.map { $0[0] }.sorted() == ["undated", "undated (“on Monday”)"])
        let byID = Dictionary(uniqueKeysWithValues: rows(answer).map { ($0["claims"], $0) })
        #expect(byID[.strings(["later/c5"])]?["observed"] == .string("2018"))
        #expect(byID[.strings(["later/c6"])]?["when"] == .string("2017/"))
        #expect(byID[.strings(["later/c6"])]?["begins"] == .string("2017"))
        #expect(byID[.strings(["later/c6"])]?["latest"] == .null)
        #expect(byID[.strings(["later/c3"])]?["to"] == .null)
        #expect(byID[.strings(["later/c4"])]?["when"] == .null)
        let empty = try Answer(timelineOf: [], in: try TestGraph {}.network())
        #expect(empty.isNo && empty.sentences == ["No claim of the view tells of dealings."])
    }

    @Test("a path: the table, the object for programs, the sources")
    func path() throws {
        let network = try summit().network { $0.relations = ["met"] }
        let answer = Answer(try network.paths(from: "putin", to: "trump"))
        #expect(answer.sentences == ["Vladimir Putin and Donald Trump are 1 hop apart, in one way."])
        #expect(
            answer.tables[0].title
                == "Vladimir Putin – Donald Trump (dates certain; asserted, 1 origin, disputed)"
        )
        #expect(
            answer.tables[0].rows == [
                [
                    "Vladimir Putin", "met", "Donald Trump", "2018-07-16",
                    "asserted, disputed: denied by Yuri Ushakov [1]", "[1 §1] c1",
                ]
            ]
        )
        let path = rows(answer)[0]
        #expect(path["length"] == .integer(1) && path["dates"] == .string("certain"))
        #expect(path["entities"] == .strings(["putin", "trump"]))
        #expect(path["names"] == .strings(["Vladimir Putin", "Donald Trump"]))
        guard case .array(let hops)? = path["hops"] else { return #expect(Bool(false)) }
        for (key, value) in [
            ("from", JSONValue.string("putin")), ("to", .string("trump")), ("relation", .string("met")),
            ("when", .string("2018-07-16")), ("dates", .string("certain")), ("claims", .strings(["news/c1"])),
            ("disputedBy", .strings(["news/c2"])),
        ] {
            #expect(hops[0][key] == value, "\(key)")
        }
        #expect(answer.json["total"] == .number(1))
        #expect(answer.json["dates"] == .string("certain"))
        guard case .array(let sources)? = answer.json["sources"] else { return #expect(Bool(false)) }
        #expect(sources.map { $0["title"] } == [.string("The News")])
    }

    @Test("no path: in words, with the nearest miss beside it")
    func noPath() throws {
        let network = try summit().network { $0.relations = ["met"] }
        let answer = Answer(try network.paths(from: "putin", to: "ushakov"))
        #expect(answer.isNo && rows(answer).isEmpty)
        #expect(
            answer.sentences[0] == "None of the 1 claims counted ties Yuri Ushakov to anybody; "
                + "left out: other relations 4, denied 1, conditional 1."
        )
        #expect(answer.sentences[1] == "If all relations counted too, 2 hops would join them:")
        guard case .array(let nearest)? = answer.json["nearest"] else { return #expect(Bool(false)) }
        #expect(nearest[0]["relaxation"] == .string("all relations"))
        let folded = try TestGraph {
            person("x", "y")
            organization("whole")
            claim("x", "works-for", "whole")
            met("x", "y")
        }.network { $0.rollUp = ["role"] }
        let text = Answer(try folded.paths(from: "x", to: "y")).sentences[0]
        #expect(text.hasPrefix("X is folded into Whole in this view and is no entity of its own"))
    }

    @Test("a path that is cut says of how many")
    func cut() throws {
        let network = try TestGraph {
            person("a", "z")
            for id in ["m", "n", "o"] {
                person(id)
                met("a", id)
                met(id, "z")
            }
        }.network()
        let answer = Answer(
            try network.paths(from: "a", to: "z", options: PathOptions(.allShortest(limit: 1)))
        )
        #expect(answer.sentences == ["A and Z are 2 hops apart, in 3 ways, of which 1 is listed."])
        #expect(answer.limits == ["1 of 3 shortest paths listed"])
    }

    @Test("check: counts, problems as an array, and a no where there are errors")
    func check() throws {
        let test = TestGraph {
            person("a", "b", "c")
            met("a", "b")
        }
        let answer = Answer(checking: test.problems, graph: try test.graph(), name: "g", isStrict: false)
        #expect(!answer.isNo)
        #expect(
            answer.sentences == [
                "g: 1 claim from 1 source about 3 entities.", "0 errors, 0 warnings, 1 note.",
                "1 of 1 tie between actors rests on one origin.",
            ]
        )
        #expect(rows(answer)[0]["code"] == .string("unused-entity"))
        #expect(rows(answer)[0]["line"] == .integer(10) && rows(answer)[0]["severity"] == .string("note"))
        let warning = Problem(.warning, code: "w", "a warning")
        #expect(!Answer(checking: [warning], graph: nil, name: "g", isStrict: false).isNo)
        #expect(Answer(checking: [warning], graph: nil, name: "g", isStrict: true).isNo)
        let error = Problem(.error, code: "e", "an error")
        #expect(Answer(checking: [error], graph: nil, name: "g", isStrict: false).isNo)
    }

    @Test("date: what it means, and how it stands to another")
    func dates() throws {
        let answer = Answer(date("2018-07"), comparedWith: nil, in: .empty)
        #expect(answer.value["beginEarliest"] == .string("2018-07-01"))
        #expect(answer.value["endLatest"] == .string("2018-07-31"))
        #expect(answer.value["level"] == .integer(0) && answer.value["precision"] == .string("month"))
        #expect(
            answer.tables[1].rows[1] == [
                "happened once", "2018-07-01", "2018-07-31", "2018-07-01", "2018-07-31",
            ]
        )
        #expect(answer.json["relation"] == nil)
        let open = Answer(date("2018/.."), comparedWith: date("2017"), in: .empty)
        #expect(open.value["endLatest"] == .null)
        #expect(open.json["relation"]?["possible"] != nil)
        let csv = open.rendered(as: .csv)
        #expect(csv.contains("\r\n\r\n"), "tables of other columns stand under their own header")
    }

    @Test("numbers, ordinals and voices in words")
    func words() throws {
        #expect(ClaimValue.number(90, unit: "minute", isApproximate: true).text == "about 90 minute")
        #expect(ClaimValue.number(0.5, unit: nil, isApproximate: false).text == "0.5")
        #expect(ClaimValue.number(1e300, unit: "x", isApproximate: false).text == "1e+300 x")
        #expect(ClaimValue.number(.nan, unit: nil, isApproximate: false).text == "nan")
        #expect(ClaimValue.text("a lot").text == "a lot")
        func voice(_ change: (inout Claim) -> Void) throws -> String {
            let network = try TestGraph {
                person("a", "b", "p", "q")
                met("a", "b").with(change)
            }.network {
                $0.modalities = Set(Claim.Modality.allCases)
                $0.statuses = Set(Claim.Status.allCases)
                $0.ranks = Set(Claim.Rank.allCases)
            }
            return try Answer(timelineOf: [], in: network).tables[0].rows[0][2]
        }
        #expect(try voice { _ in } == "asserted")
        #expect(
            try voice {
                $0.attributedTo = ["p", "q"]; $0.modality = .reported
            } == "reported from P, quoting Q"
        )
        #expect(
            try voice {
                $0.attributedTo = ["p"]; $0.modality = .alleged
            } == "alleged by P"
        )
        #expect(
            try voice {
                $0.modality = .opinion; $0.basis = .implied
            } == "opinion, implied"
        )
        #expect(try voice { $0.status = .agreedInPrinciple } == "asserted, agreed in principle")
        #expect(
            try voice {
                $0.rank = .deprecated; $0.rankReason = "wrong day"
            } == "asserted, set aside: wrong day"
        )
    }
}
