import EDTF
import Entente
import Testing

/// A claim's time, and by hand what it may mean: each reading is a first and a last day.
private struct Timed: Sendable, CustomTestStringConvertible {
    var name: String
    var claim: Claim
    /// Whether it counts from its date on, once it has happened.
    var isContact: Bool
    var readings: [ClosedRange<Int>]
    /// Whether something about it is marked as doubtful, so that nothing is certain.
    var isDoubtful = false

    var testDescription: String { name }
}

/// The days that tests look at are numbered from 2020-01-01, which is 0; 2020-02-29 is 59.
private let window = -40...160
private let origin = CivilCalendar.day(2020, 1, 1) / CivilCalendar.secondsPerDay

private func text(_ day: Int) -> String {
    CivilCalendar.isoDay((origin + Int64(day)) * CivilCalendar.secondsPerDay)
}

/// All pairs of a first day of one range and a last day, not before it, of another.
private func pairs(_ begins: ClosedRange<Int>, _ ends: ClosedRange<Int>) -> [ClosedRange<Int>] {
    begins.flatMap { begin in ends.compactMap { end in begin <= end ? begin...end : nil } }
}

private func days(_ range: ClosedRange<Int>) -> [ClosedRange<Int>] { range.map { $0...$0 } }

private let february = 31...59
private let march = 60...90
private let past = window.lowerBound
private let future = window.upperBound

/// The brute-force table: published on day 100, so that `/..` is certain until then; horizon from day 10 on.
private let table: [Timed] = {
    func spell(_ name: String, _ time: ClaimTime, _ readings: [ClosedRange<Int>], doubtful: Bool = false)
        -> Timed
    {
        Timed(
            name: name,
            claim: allied("a", "b", time: time),
            isContact: false,
            readings: readings,
            isDoubtful: doubtful
        )
    }
    func contact(_ text: String, _ readings: [ClosedRange<Int>], doubtful: Bool = false) -> Timed {
        Timed(
            name: "contact " + text,
            claim: met("a", "b", when: text),
            isContact: true,
            readings: readings,
            isDoubtful: doubtful
        )
    }
    return [
        contact("2020-02-29", days(59...59)),
        contact("2020-02", days(february)),
        contact("2020-02/2020-03", pairs(february, march)),
        contact("2020-02-10/2020-02-12", [40...42]),
        contact("[2020-02-10..2020-02-14]", days(40...44)),
        contact("[2020-02-10,2020-03-10]", days(40...40) + days(69...69)),
        contact("[..2020-02-10]", days(past...40)),
        contact("2020-02-29?", days(59...59), doubtful: true),
        contact("2020-02-29~", days(58...60)),
        contact(
            "2020-0X-11",
            days(10...10) + days(41...41) + days(70...70) + days(101...101) + days(131...131)
                + days(future...future)
        ),
        spell("spell 2020-02", .when(date("2020-02")), [february]),
        spell("spell 2020-02/2020-03", .when(date("2020-02/2020-03")), pairs(february, march)),
        spell("spell 2020-02-10/..", .when(date("2020-02-10/..")), pairs(40...40, 100...future)),
        spell("spell 2020-02-10/", .when(date("2020-02-10/")), pairs(40...40, 40...future)),
        spell("spell /2020-02-10", .when(date("/2020-02-10")), pairs(past...40, 40...40)),
        spell(
            "from month",
            .span(from: date("2020-02"), until: nil),
            pairs(february, february.lowerBound...future)
        ),
        spell("from day", .span(from: date("2020-02-10"), until: nil), pairs(40...40, 40...future)),
        spell("until day", .span(from: nil, until: date("2020-02-10")), pairs(past...40, 40...40)),
        spell("from, until", .span(from: date("2020-02"), until: date("2020-03")), pairs(february, march)),
        spell("one day", .span(from: date("2020-02-10"), until: date("2020-02-10")), [40...40]),
        spell("former", .span(from: nil, until: date("[..2020-02-10]")), pairs(past...40, past...40)),
        spell("observed day", .observed(date("2020-02-10")), pairs(past...40, 40...future)),
        spell(
            "observed month",
            .observed(date("2020-02")),
            pairs(past...february.upperBound, february.lowerBound...future).filter { $0.overlaps(february) }
        ),
        spell("observed?", .observed(date("2020-02-10?")), pairs(past...40, 40...future), doubtful: true),
        spell(
            "from?",
            .span(from: date("2020-02-10?"), until: date("2020-03-10")),
            [40...69],
            doubtful: true
        ),
        Timed(
            name: "undated contact",
            claim: met("a", "b"),
            isContact: true,
            readings: days(10...100)
        ),
        spell("undated spell", .undated, pairs(10...100, 10...future)),
        Timed(
            name: "plan said with its source",
            claim: met("a", "b", when: "2020-05").status(.scheduled),
            isContact: false,
            readings: pairs(100...100, 121...151)
        ),
        Timed(
            name: "plan with its own saying",
            claim: met("a", "b", when: "2020-04-10").status(.announced).with {
                $0.said = Claim.Utterance(when: date("2020-03"))
            },
            isContact: false,
            readings: pairs(march, 100...100)
        ),
        Timed(
            name: "plan without a date",
            claim: met("a", "b").status(.possible),
            isContact: false,
            readings: pairs(100...100, 100...future)
        ),
        Timed(
            name: "did not meet in February",
            claim: met("a", "b", when: "2020-02").negative(),
            isContact: true,
            readings: [february]
        ),
    ]
}()

@Suite("When claims count")
struct TimingTests {
    private let network: (View) throws -> Network

    init() throws {
        let graph = try TestGraph {
            person("a", "b")
            Part.source(source("s", published: text(100), covers: "\(text(10))/2020-12-31"))
            for timed in table { timed.claim }
        }.graph()
        network = { view in
            var view = view
            view.statuses = Set(Claim.Status.allCases)
            view.polarities = Set(Claim.Polarity.allCases)
            return Network(graph, view: view)
        }
    }

    /// Compares a view with what each claim's readings say by hand.
    private func compare(
        _ period: View.Period,
        _ expected: (Timed) -> (all: Bool, some: Bool),
        _ location: Testing.SourceLocation = #_sourceLocation
    ) throws {
        var view = View()
        view.period = period
        let dates = try network(view).rows("dates")
        for (index, timed) in table.enumerated() {
            let (all, some) = expected(timed)
            let certainty = Certainty(inAll: all && !timed.isDoubtful, inSome: some)
            let found = dates["c\(index + 1)"] ?? .string(Certainty.impossible.description)
            if found != .string(certainty.description) {
                Issue.record(
                    "\(timed.name) \(period): \(found), expected \(certainty)",
                    sourceLocation: location
                )
            }
        }
    }

    @Test("as of each day, by all readings")
    func asOfDays() throws {
        for day in (window.lowerBound + 5)..<(window.upperBound - 5) {
            try compare(.asOf(date(text(day)))) { timed in
                let counts = timed.readings.map { timed.isContact ? $0.upperBound <= day : $0.contains(day) }
                let begun = timed.readings.contains { $0.lowerBound <= day }
                return (counts.allSatisfy(\.self), timed.isContact ? begun : counts.contains(true))
            }
        }
    }

    @Test(
        "as of one unknown day of a month: certain on all its days, possible on some",
        arguments: [
            ("2020-02", february), ("2020-03", march), ("[2020-02-09..2020-02-11]", 39...41),
        ]
    )
    func asOfMonth(text: String, days: ClosedRange<Int>) throws {
        try compare(.asOf(date(text))) { timed in
            func counts(_ reading: ClosedRange<Int>, _ day: Int) -> Bool {
                timed.isContact ? reading.upperBound <= day : reading.contains(day)
            }
            let all = timed.readings.allSatisfy { reading in days.allSatisfy { counts(reading, $0) } }
            let some = timed.readings.contains { reading in
                days.contains { timed.isContact ? reading.lowerBound <= $0 : reading.contains($0) }
            }
            return (all, some)
        }
    }

    @Test("during and within periods of days, by all readings")
    func periods() throws {
        for begin in stride(from: -10, to: 150, by: 7) {
            for length in [0, 1, 20, 45] {
                let period = begin...(begin + length)
                let edtf = date("\(text(begin))/\(text(begin + length))")
                try compare(.during(edtf)) { timed in
                    let overlaps = timed.readings.map(period.overlaps)
                    return (overlaps.allSatisfy(\.self), overlaps.contains(true))
                }
                try compare(.within(edtf)) { timed in
                    let within = timed.readings.map {
                        period.contains($0.lowerBound) && period.contains($0.upperBound)
                    }
                    return (within.allSatisfy(\.self), within.contains(true))
                }
            }
        }
    }

    @Test("with no period asked every claim is certain by date")
    func all() throws {
        let network = try network(View())
        let dates = try network.rows("dates")
        #expect(dates.count == table.count && dates.values.allSatisfy { $0 == .string("certain") })
    }

    @Test("a period asked for is all that its date names")
    func wholePeriod() throws {
        let graph = try TestGraph {
            person("a", "b")
            met("a", "b", when: "2018-12-31")
        }.graph()
        for (period, expected) in [
            ("2017/2018", 1), ("2018", 1), ("2018-12", 1), ("2017/2018-11", 0), ("2019", 0),
        ] {
            for asked in [View.Period.during(date(period)), .within(date(period))] {
                var view = View()
                view.period = asked
                view.certainty = .certain
                #expect(Network(graph, view: view).edges.count == expected, "\(asked)")
            }
        }
    }

    @Test("a ~ date stands as written where slack is switched off")
    func slack() throws {
        var view = View()
        view.period = .asOf(date("2020-02-29"))
        let place = try #require(table.firstIndex { $0.name == "contact 2020-02-29~" })
        #expect(try network(view).dates(ofClaim: "c\(place + 1)") == .possible)
        view.allowsApproximation = false
        #expect(try network(view).dates(ofClaim: "c\(place + 1)") == .certain)
    }

    @Test("seasons are those of the graph's hemisphere")
    func hemisphere() throws {
        var draft = TestGraph {
            person("a", "b")
            allied("a", "b", time: .when(date("2020-22")))
        }.draft
        var view = View()
        view.period = .asOf(date("2020-07-01"))
        #expect(Network(try #require(draft.validated().graph), view: view).edges.count == 1)
        draft.information.hasSouthernSeasons = true
        #expect(Network(try #require(draft.validated().graph), view: view).edges.isEmpty)
    }
}
