import EDTF
import Entente
import Testing

@Suite("Over time: series, histories, differences")
struct OverTimeTests {
    private func dealings() -> TestGraph {
        TestGraph {
            person("a", "b", "c")
            state("s1")
            met("a", "b", when: "2017-07-07")
            met("a", "b", when: "2018")
            met("a", "c", when: "2018-03/2018-04")
            allied("b", "c", time: .span(from: date("2017-05"), until: date("2018-06")))
            claim("a", "took-office", "s1", when: "2017-01-20")
            claim("a", "left-office", "s1", when: "2021-01-20")
        }
    }

    private func rows(_ measure: SeriesMeasure, _ entities: [String] = [], windows: [SeriesWindow]? = nil)
        throws -> [String]
    {
        let graph = try dealings().graph()
        let series = try graph.series(
            of: measure,
            entities: entities,
            windows: windows ?? graph.windows(every: .year, over: nil)
        )
        return series.rows.map { row in
            let values = [row.certain, row.possible].map { $0.map { "\($0)" } ?? "-" }.joined(separator: " ")
            return "\(series.windows[row.window].label) \(row.entity.map { $0 + " " } ?? "")\(values)"
        }
    }

    @Test("counts in calendar years, from what is certain and from all that may be")
    func counts() throws {
        #expect(
            try rows(.ties) == [
                "2017 3.0 3.0", "2018 3.0 3.0", "2019 0.0 0.0", "2020 0.0 0.0", "2021 1.0 1.0",
            ]
        )
        #expect(try rows(.claims).prefix(2) == ["2017 3.0 3.0", "2018 3.0 3.0"])
        let halves = try dealings().graph().windows(every: .halfYear, over: nil)
        // The meeting of 2018 was in one of its halves.
        #expect(try rows(.ties, windows: halves)[2] == "2018-H1 2.0 3.0")
        #expect(try rows(.ties, windows: halves)[3] == "2018-H2 0.0 1.0")
        #expect(try rows(.components)[0] == "2017 1.0 1.0")
    }

    @Test("pairs tied for the first and for the last time")
    func turnover() throws {
        #expect(try rows(.formed).prefix(2) == ["2017 3.0 3.0", "2018 1.0 1.0"])
        #expect(
            try rows(.dissolved).map { String($0.suffix(7)) } == [
                "0.0 0.0", "3.0 3.0", "0.0 0.0", "0.0 0.0", "1.0 1.0",
            ]
        )
        let halves = try dealings().graph().windows(every: .halfYear, over: nil)
        // a and b may have been in touch for the last time in either half of 2018.
        #expect(try rows(.dissolved, windows: halves)[2...3] == ["2018-H1 2.0 3.0", "2018-H2 0.0 1.0"])
    }

    @Test("degrees by year; rolling and growing windows; terms of office")
    func modes() throws {
        #expect(try rows(.centrality(.degree), ["a"]).first == "2017 a 2.0 2.0")
        let graph = try dealings().graph()
        let rolling = try graph.windows(every: .year, mode: .rolling(2))
        #expect(rolling.map(\.label).suffix(2) == ["2019 – 2020", "2020 – 2021"])
        let growing = try graph.windows(every: .year, mode: .expanding)
        #expect(growing.map(\.label).first == "2017" && growing.map(\.label).last == "2017 – 2021")
        #expect(try rows(.ties, windows: growing).last == "2017 – 2021 4.0 4.0")
        let terms = try graph.terms(of: "a")
        #expect(terms.map(\.label) == ["S1 2017-01-20/2021-01-20"])
        #expect(terms.map { "\($0.period)" } == ["2017-01-20/2021-01-20"])
        #expect(throws: AnalysisError.self) { try graph.terms(of: "b") }
        #expect(throws: AnalysisError.self) { try graph.windows(every: .day, over: 0...Int64(1e12)) }
        #expect(throws: AnalysisError.self) { try graph.series(of: .ties, entities: ["nobody"], windows: []) }
    }

    @Test("quarters and centuries by their names, before the common era too")
    func labels() throws {
        let graph = try TestGraph {
            person("a", "b")
            met("a", "b", when: "-0044-03-15")
        }.graph()
        #expect(try graph.windows(every: .quarter).map(\.label) == ["-0044-Q1"])
        #expect(try graph.windows(every: .month).map(\.label) == ["-0044-03"])
        #expect(try graph.series(of: .ties, windows: graph.windows(every: .day)).rows.map(\.certain) == [1])
    }

    @Test("first and last, gaps that no reading fills")
    func history() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2000")
            met("b", "a", when: "2005-03-01")
            met("a", "b", when: "2004/2006")
            met("a", "b", when: "2010~")
            met("a", "b")
        }.network()
        let history = try network.history(of: "a", and: "b")
        #expect(history.dated.count == 4 && history.undated.count == 1)
        #expect(
            history.first.map { [$0.lowerBound, $0.upperBound].map(CivilCalendar.isoDay) } == [
                "2000-01-01", "2000-12-31",
            ]
        )
        #expect(
            history.last.map { [$0.lowerBound, $0.upperBound].map(CivilCalendar.isoDay) } == [
                "2009-01-01", "2011-12-31",
            ]
        )
        let gaps = history.gaps.map {
            [$0.range.lowerBound, $0.range.upperBound].map(CivilCalendar.isoDay).joined(separator: "/")
        }
        #expect(gaps == ["2001-01-01/2003-12-31", "2007-01-01/2008-12-31"])
        #expect(history.gaps.map(\.days) == [1095, 731])
        #expect(try network.history(of: "a", and: "c").dated.isEmpty)
        #expect(throws: AnalysisError.self) { try network.history(of: "a", and: "nobody") }
    }

    // MARK: Differences

    private func difference(_ old: TestGraph, _ new: TestGraph, paths: [(from: String, to: String)] = [])
        throws -> GraphDiff
    {
        try Network(old.graph()).difference(to: Network(new.graph()), paths: paths, ofVersions: true)
    }

    private func ids(_ changes: [GraphDiff.ClaimChange], _ diff: GraphDiff) -> [String] {
        changes.map { change in
            let id =
                change.after.map { diff.new.graph.claims[$0].id }
                ?? change.before.map { diff.old.graph.claims[$0].id }
            return (id?.local ?? "") + change.fields.map { " \($0)" }.joined()
        }
    }

    @Test("two dates: what happened and what ended between; what became certain")
    func dates() throws {
        let test = TestGraph {
            person("a", "b", "c", "d")
            met("a", "b", when: "2018-07").id("met")
            met("c", "d", when: "2018-06-20").id("earlier")
            allied("b", "c", time: .span(from: date("2017"), until: date("2018-06-30"))).id("ally")
            met("a", "d", when: "2018-06").id("coarse")
        }
        let old = try test.network { $0.period = .asOf(date("2018-06-21")) }
        let new = try test.network { $0.period = .asOf(date("2018-08-01")) }
        let diff = try old.difference(to: new, paths: [("a", "b"), ("b", "c")], ofVersions: false)
        #expect(ids(diff.added, diff) == ["met"])
        #expect(ids(diff.ended, diff) == ["ally"])
        #expect(ids(diff.changed, diff) == ["coarse dates from possible to certain"])
        let paths = diff.answers.filter { $0.question.hasPrefix("path") }
        #expect(paths.map(\.question) == ["path a b", "path b c"])
        #expect(paths[0].after == "1 hop, certain: A – B")
        #expect(paths[0].claims.map(\.local).contains("met"))
    }

    @Test("two versions: added, gone, changed, set aside, newly disputed; and the path that it costs")
    func versions() throws {
        let old = TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2018").id("one")
            met("b", "c", when: "2019").id("two")
            met("a", "c", when: "2020").id("three").status(.scheduled)
        }
        let new = TestGraph {
            person("a", "b", "c", "d")
            met("a", "b", when: "2018-07").id("one")
            met("b", "c", when: "2019").id("two").with { $0.rank = .deprecated }
            met("a", "c", when: "2020").id("three").status(.scheduled)
            met("a", "d", when: "2021").id("four")
            met("a", "b", when: "2018-07").id("no").negative()
        }
        let diff = try difference(old, new, paths: [("a", "c"), ("a", "b")])
        #expect(ids(diff.added, diff) == ["four"])
        #expect(ids(diff.ended, diff) == ["two rank"])
        #expect(ids(diff.changed, diff) == ["one when"])
        #expect(ids(diff.disputed, diff) == ["one"])
        #expect(diff.declarations == ["new entity d (D)"])
        let path = try #require(diff.answers.first)
        #expect(
            path.question == "path a c" && path.before == "2 hops, certain: A – B – C"
                && path.after == "no path"
        )
        #expect(path.claims.map(\.local) == ["one", "two"])
        #expect(diff.answers.filter { $0.question == "path a b" }.isEmpty)
        let same = try difference(old, old)
        #expect(same.added.isEmpty && same.ended.isEmpty && same.changed.isEmpty && same.answers.isEmpty)
    }

    @Test("a claim without a written id is known by its place and content")
    func unnamed() throws {
        func graph(_ when: String) -> TestGraph {
            TestGraph {
                person("a", "b")
                met("a", "b", when: when).id("x\(when)").with { $0.locator = "¶1" }
            }
        }
        let diff = try difference(graph("2018"), graph("2019"))
        #expect(diff.added.isEmpty && diff.ended.isEmpty)
        #expect(diff.changed.map(\.fields) == [["when"]])
    }

    // MARK: Lanes

    @Test("lanes by entity, with four bounds, and one for what has no date")
    func lanes() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2018-07").id("coarse")
            allied("b", "c", time: .span(from: date("2017"), until: nil)).id("open")
            met("a", "c").id("undated")
        }.network()
        let answer = try Answer(timelineOf: [], byLanes: true, in: network)
        #expect(answer.tables.map(\.title) == ["A", "B", "C", "Undated, in no order"])
        #expect(answer.tables.map(\.rows.count) == [1, 2, 1, 1])
        let lanes = try #require(answer.beside.first { $0.key == "lanes" }?.value)
        guard case .array(let all) = lanes, case .array(let spans)? = all[1]["spans"] else {
            Issue.record("no lanes")
            return
        }
        #expect(spans.map { $0["beginLatest"] } == [.string("2017-12-31"), .string("2018-07-31")])
        #expect(spans[0]["endLatest"] == .null)
        #expect(try Answer(timelineOf: ["c"], byLanes: true, in: network).tables.map(\.title).first == "C")
    }

    // MARK: Coverage

    @Test("finding nothing is told apart inside and outside of what the sources cover")
    func coverage() throws {
        var draft = TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2018")
        }.draft
        draft.information.period = date("2010/2020")
        draft.information.scope = "Dealings of A."
        let graph = try #require(draft.validated().graph)
        func position(_ period: View.Period) throws -> JSONValue? {
            var view = View()
            view.period = period
            let answer = Answer(try Network(graph, view: view).claims(naming: ["c"]))
            #expect(answer.isNo && answer.notes.count == 1)
            return answer.beside.first { $0.key == "coverage" }?.value["position"]
        }
        #expect(try position(.asOf(date("2015"))) == .string("inside"))
        #expect(try position(.during(date("2019/2030"))) == .string("partly"))
        #expect(try position(.asOf(date("2005"))) == .string("outside"))
        #expect(try position(.all) == .string("all dates"))
    }

    @Test("sources without a date are said to be bounded by what they tell of, where only the known counts")
    func knowledge() throws {
        let test = TestGraph {
            person("a", "b")
            Part.source(source("s", published: nil))
            Part.source(source("r", published: "2017"))
            met("a", "b", when: "2018-07-16")
            met("a", "b", when: "2016").by("r")
        }
        func notes(_ knownBy: String) throws -> [String] {
            Answer(try test.network { $0.knownBy = date(knownBy) }.claims(naming: ["a"])).notes
        }
        #expect(
            try notes("2019") == [
                "Without a date of publication, and so known by 2019 only possibly: s (2018-07-16 or later), by what they tell of."
            ]
        )
        #expect(try notes("2018-01-01").isEmpty)
    }
}
