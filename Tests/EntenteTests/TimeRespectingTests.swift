import EDTF
import Entente
import Testing

@Suite("Paths in the order of time")
struct TimeRespectingTests {
    private func journeys(
        _ test: TestGraph,
        _ options: JourneyOptions = JourneyOptions(),
        _ view: (inout View) throws -> Void = { _ in }
    ) throws -> JourneyResult {
        try test.network(view).journeys(from: "a", to: "z", options: options)
    }

    private func ways(_ result: JourneyResult) -> [String] {
        result.journeys.map { $0.path.text(in: result.network) }
    }

    private func day(_ instant: Int64?) -> String { instant.map(CivilCalendar.isoDay) ?? "-" }

    @Test("two meetings on one day: usual yes, strictly no; the miss is told")
    func rule() throws {
        let test = TestGraph {
            person("a", "b", "z")
            met("a", "b", when: "2020-01-02")
            met("b", "z", when: "2020-01-02")
        }
        let usual = try journeys(test)
        #expect(usual.connected == .certain && day(usual.optimum.low) == "2020-01-02")
        let strict = try journeys(test, JourneyOptions(isStrict: true))
        #expect(strict.journeys.isEmpty && strict.connected == .impossible)
        #expect(day(strict.nearest.first?.ready) == "2020-01-03")
        #expect(day(strict.nearest.first?.over) == "2020-01-02")
        #expect(
            Answer(strict).sentences[1]
                == "Nearest miss: A – B – Z. After A – B (met, 2020-01-02) one could go on from 2020-01-03 at the earliest, but B – Z (met, 2020-01-02) was over after 2020-01-02."
        )
    }

    @Test("claims of one happening are on one day")
    func sharedDate() throws {
        let test = TestGraph {
            person("a", "b", "c", "z")
            event("e")
            met("a", "b", when: "[2020-01-01..2020-01-03]").on("e")
            met("b", "c", when: "[2020-01-02..2020-01-05]")
            met("c", "z", when: "[2020-01-01..2020-01-03]").on("e")
        }
        let usual = try journeys(test) { $0.kinds = [.person] }
        // All three on the same day, the 2nd or the 3rd.
        #expect(ways(usual) == ["a-b-c-z"] && day(usual.optimum.low) == "2020-01-02")
        #expect(usual.connected == .possible)
        let strict = try journeys(test, JourneyOptions(isStrict: true)) { $0.kinds = [.person] }
        #expect(strict.journeys.isEmpty)
        // Too many readings to be gone through: the same, found by settling what hops share.
        var options = JourneyOptions(readingLimit: 1)
        let bounded = try journeys(test, options) { $0.kinds = [.person] }
        #expect(ways(bounded) == ["a-b-c-z"] && day(bounded.optimum.low) == "2020-01-02")
        #expect(!bounded.isExact && !bounded.optimum.isBestBound)
        #expect(bounded.connected == .possible && !bounded.isConnectedBound)
        options.isStrict = true
        #expect(try journeys(test, options) { $0.kinds = [.person] }.journeys.isEmpty)
    }

    @Test("certainly connected, though no single journey is certain")
    func relay() throws {
        let two = try journeys(
            TestGraph {
                person("a", "b", "c", "z")
                met("a", "b", when: "2020-01-01").with { $0.oneOf = "t" }
                met("a", "c", when: "2020-01-01").with { $0.oneOf = "t" }
                met("b", "z", when: "2020-01-02")
                met("c", "z", when: "2020-01-03")
            }
        )
        #expect(two.connected == .certain && two.certain == nil)
        #expect(two.journeys.allSatisfy { $0.path.dates == .possible })
        #expect(day(two.optimum.low) == "2020-01-02" && day(two.optimum.high) == "2020-01-03")
        #expect(Answer(two).sentences.contains("Certainly connected, though no single journey is certain."))
    }

    @Test("spells wait, contacts do not; a lasting contact is left on its last day")
    func spells() throws {
        let test = TestGraph {
            person("a", "b", "c", "z")
            met("a", "b", when: "2020-01-02/2020-01-05")
            allied("b", "c", time: .span(from: date("2020-01-01"), until: date("2020-02-01")))
            met("c", "z", when: "2020-01-05")
        }
        #expect(try journeys(test).connected == .certain)
        #expect(try journeys(test, JourneyOptions(isStrict: true)).connected == .impossible)
        let fastest = try journeys(test, JourneyOptions(.fastest))
        #expect(fastest.optimum.low == 259_200)
        #expect(throws: AnalysisError.self) { try journeys(test, JourneyOptions(maximumWait: 86_400)) }
    }

    @Test("waits, departures and deadlines")
    func limits() throws {
        let test = TestGraph {
            person("a", "b", "z")
            met("a", "b", when: "2020-01-01")
            met("a", "b", when: "2020-01-10")
            met("b", "z", when: "2020-01-03")
            met("b", "z", when: "2020-01-20")
        }
        #expect(day(try journeys(test).optimum.low) == "2020-01-03")
        #expect(day(try journeys(test, JourneyOptions(minimumWait: 3 * 86_400)).optimum.low) == "2020-01-20")
        #expect(try journeys(test, JourneyOptions(maximumWait: 86_400)).journeys.isEmpty)
        let after = try journeys(test, JourneyOptions(departAfter: date("2020-01-02")))
        #expect(day(after.optimum.low) == "2020-01-20")
        let by = try journeys(test, JourneyOptions(.latestDeparture, arriveBy: date("2020-01-19")))
        #expect(day(by.optimum.high) == "2020-01-01")
        #expect(try journeys(test, JourneyOptions(arriveBy: date("2020-01-02"))).journeys.isEmpty)
        #expect(try journeys(test, JourneyOptions(maximumHops: 1)).journeys.isEmpty)
        let during = try journeys(test) { $0.period = .during(date("2020-01-02/2020-01-31")) }
        #expect(day(during.optimum.low) == "2020-01-20")
    }

    @Test("direction, transit and venues are as for other paths")
    func transit() throws {
        let test = TestGraph {
            person("a", "b", "z")
            topic("x")
            claim("a", "told", "b", when: "2020-01-01")
            claim("z", "told", "b", when: "2020-01-02")
            claim("a", "announced", "x", when: "2020-01-01")
            claim("z", "announced", "x", when: "2020-01-02")
        }
        #expect(try ways(journeys(test)) == ["a-b-z"])
        #expect(try journeys(test) { $0.isDirected = true }.journeys.isEmpty)
        #expect(try ways(journeys(test) { $0.through = [.topic] }) == ["a-b-z", "a-x-z"])
    }

    @Test("all that are equally good are listed, up to a number")
    func ties() throws {
        let test = TestGraph {
            person("a", "z")
            for id in ["m", "n", "o"] {
                person(id)
                met("a", id, when: "2020-01-0\(id == "o" ? 2 : 1)")
                met(id, "z", when: "2020-01-05")
            }
        }
        #expect(try ways(journeys(test)) == ["a-m-z", "a-n-z", "a-o-z"])
        let cut = try journeys(test, JourneyOptions(limit: 2))
        #expect(ways(cut) == ["a-m-z", "a-n-z"] && cut.isCut)
        #expect(try ways(journeys(test, JourneyOptions(.latestDeparture))) == ["a-o-z"])
        #expect(try ways(journeys(test, JourneyOptions(.fastest))) == ["a-o-z"])
    }

    @Test("dates with a time of day count in seconds")
    func seconds() throws {
        let test = TestGraph {
            person("a", "b", "z")
            met("a", "b", when: "2020-01-02T10:00:00Z")
            met("b", "z", when: "2020-01-02T09:00:00Z")
        }
        let result = try journeys(test)
        #expect(result.journeys.isEmpty && !result.countsDays)
        let back = try test.network().journeys(
            from: "z",
            to: "a",
            options: JourneyOptions(isStrict: true, minimumWait: 3600)
        )
        #expect(back.connected == .certain)
        #expect(
            try test.network().journeys(from: "z", to: "a", options: JourneyOptions(minimumWait: 3601))
                .journeys.isEmpty
        )
    }

    @Test("an open date leaves more readings than can be counted")
    func open() throws {
        let test = TestGraph {
            person("a", "b", "z")
            met("a", "b", when: "[..2018-06-28]")
            met("b", "z", when: "2018-07-16")
        }
        let certain = try journeys(test, JourneyOptions(isStrict: true))
        #expect(certain.connected == .certain && !certain.isExact)
        #expect(day(certain.optimum.low) == "2018-07-16" && day(certain.optimum.high) == "2018-07-16")
        #expect(certain.journeys[0].departure.earliest == nil)
        #expect(day(certain.journeys[0].departure.latest) == "2018-06-28")
        let back = try test.network().journeys(from: "z", to: "a")
        #expect(back.journeys.isEmpty && back.nearest.first?.vertices.count == 3)
        #expect(throws: AnalysisError.self) {
            try TestGraph {
                person("a", "b", "z")
                met("a", "b", when: "[..2018-06-28]")
                met("b", "z", when: "2018-06-28")
            }.network().journeys(from: "a", to: "z", options: JourneyOptions(maximumWait: 0))
        }
    }

    @Test(
        "lengths of time",
        arguments: [
            ("P3D", 259_200), ("3d", 259_200), ("P2W", 1_209_600), ("2w", 1_209_600), ("PT36H", 129_600),
            ("P1DT12H", 129_600), ("PT1H30M", 5400), ("90min", 5400), ("10s", 10), ("0d", 0),
            ("3 days", 259_200),
            ("", nil), ("P", nil), ("PT", nil), ("P1M", nil), ("P1Y", nil), ("3", nil), ("-3d", nil),
            ("3x", nil),
            ("PT1M1H", nil), ("P99999999999999999999D", nil), ("9223372036854775807w", nil), ("P1.5D", nil),
            ("P999999999D", nil),
            ("d", nil),
        ] as [(String, Int64?)]
    )
    func lengths(text: String, seconds: Int64?) {
        #expect(JourneyOptions.Duration.seconds(text) == seconds)
    }

    @Test("entities that are unknown, the same, or tied to nobody")
    func ends() throws {
        let network = try TestGraph {
            person("a", "b", "c")
            met("a", "b", when: "2020")
        }.network()
        #expect(throws: AnalysisError.self) { try network.journeys(from: "a", to: "x") }
        #expect(throws: AnalysisError.self) { try network.journeys(from: "a", to: "a") }
        #expect(try network.journeys(from: "a", to: "c").journeys.isEmpty)
    }
}
