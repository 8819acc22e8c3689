import EDTF
import Testing

@Suite("Bounds")
struct BoundsTests {
    /// The four bounds as a spell, and as a contact; `*` is no bound.
    static let expected: [(text: String, spell: String, contact: String)] = [
        (
            "2018-07-16", "2018-07-16 2018-07-16 2018-07-16 2018-07-16",
            "2018-07-16 2018-07-16 2018-07-16 2018-07-16"
        ),
        (
            "2018-07", "2018-07-01 2018-07-01 2018-07-31 2018-07-31",
            "2018-07-01 2018-07-31 2018-07-01 2018-07-31"
        ),
        // An interval keeps its own bounds in both readings.
        (
            "2004-06/2006-08", "2004-06-01 2004-06-30 2006-08-01 2006-08-31",
            "2004-06-01 2004-06-30 2006-08-01 2006-08-31"
        ),
        // Year unknown, against a whole decade.
        (
            "193X", "1930-01-01 1939-01-01 1930-12-31 1939-12-31",
            "1930-01-01 1939-12-31 1930-01-01 1939-12-31"
        ),
        (
            "193", "1930-01-01 1930-01-01 1939-12-31 1939-12-31",
            "1930-01-01 1939-12-31 1930-01-01 1939-12-31"
        ),
        (
            "[1667,1668]", "1667-01-01 1668-01-01 1667-12-31 1668-12-31",
            "1667-01-01 1668-12-31 1667-01-01 1668-12-31"
        ),
        (
            "{1667,1668,1670..1672}", "1667-01-01 1667-01-01 1672-12-31 1672-12-31",
            "1667-01-01 1667-12-31 1672-01-01 1672-12-31"
        ),
        ("XXXX-03", "* * * *", "* * * *"),
        ("[..2018-06-28]", "* 2018-06-28 * 2018-06-28", "* 2018-06-28 * 2018-06-28"),
        ("[2018-06-28..]", "2018-06-28 * 2018-06-28 *", "2018-06-28 * 2018-06-28 *"),
        ("{..1984}", "* * 1984-12-31 1984-12-31", "* * 1984-01-01 1984-12-31"),
        // Open: without end. Unknown: certain on its first day only.
        ("1985-04-12/..", "1985-04-12 1985-04-12 * *", "1985-04-12 1985-04-12 * *"),
        ("1985-04-12/", "1985-04-12 1985-04-12 1985-04-12 *", "1985-04-12 1985-04-12 1985-04-12 *"),
        ("../1985-04-12", "* * 1985-04-12 1985-04-12", "* * 1985-04-12 1985-04-12"),
        ("/1985-04-12", "* 1985-04-12 1985-04-12 1985-04-12", "* 1985-04-12 1985-04-12 1985-04-12"),
        ("1985/", "1985-01-01 1985-12-31 1985-01-01 *", "1985-01-01 1985-12-31 1985-01-01 *"),
        // An end cannot lie before its begin.
        (
            "2004-06-XX/2004-06-10", "2004-06-01 2004-06-10 2004-06-10 2004-06-10",
            "2004-06-01 2004-06-10 2004-06-10 2004-06-10"
        ),
        (
            "1919-10-02/1919-X1-01", "1919-10-02 1919-10-02 1919-11-01 1919-11-01",
            "1919-10-02 1919-10-02 1919-11-01 1919-11-01"
        ),
        // Slack, by the finest part that is marked.
        (
            "1984~", "1983-01-01 1985-01-01 1983-12-31 1985-12-31",
            "1983-01-01 1985-12-31 1983-01-01 1985-12-31"
        ),
        (
            "2004-03-31~/2005", "2004-03-30 2004-04-01 2005-01-01 2005-12-31",
            "2004-03-30 2004-04-01 2005-01-01 2005-12-31"
        ),
        (
            "2004~-02-29", "2004-02-29 2004-02-29 2004-02-29 2004-02-29",
            "2004-02-29 2004-02-29 2004-02-29 2004-02-29"
        ),
        (
            "2025-24~", "2025-09-01 2026-03-01 2025-11-30 2026-05-31",
            "2025-09-01 2026-05-31 2025-09-01 2026-05-31"
        ),
        (
            "-193", "-1939-01-01 -1939-01-01 -1930-12-31 -1930-12-31",
            "-1939-01-01 -1930-12-31 -1939-01-01 -1930-12-31"
        ),
        (
            "1950S2", "1900-01-01 1999-01-01 1900-12-31 1999-12-31",
            "1900-01-01 1999-12-31 1900-01-01 1999-12-31"
        ),
        (
            "[1760-12..1762]", "1760-12-01 1762-12-01 1760-12-31 1762-12-31",
            "1760-12-01 1762-12-31 1760-12-01 1762-12-31"
        ),
        (
            "2X12-02-29", "2012-02-29 2912-02-29 2012-02-29 2912-02-29",
            "2012-02-29 2912-02-29 2012-02-29 2912-02-29"
        ),
    ]

    @Test(arguments: expected.indices)
    func byHand(index: Int) throws {
        let (text, spell, contact) = Self.expected[index]
        let date = try EDTFDate(text)
        #expect(days(date.bounds(as: .spell)) == spell, "\(text)")
        #expect(days(date.bounds(as: .contact)) == contact, "\(text)")
    }

    @Test func secondsAndOffsets() throws {
        let date = try EDTFDate("1985-04-12T23:20:30-04:00").bounds(as: .contact)
        #expect(date.beginEarliest == start(1985, 4, 13) + 3 * 3600 + 20 * 60 + 30)
        #expect(date.isExact && date.beginEarliest == date.endLatest)
        #expect(try EDTFDate("1985-04-12T24:00:00").bounds(as: .spell).beginEarliest == start(1985, 4, 13))
        let day = try EDTFDate("1985-04-12").bounds(as: .spell)
        #expect(day.beginEarliest == start(1985, 4, 12) && day.endLatest == end(1985, 4, 12))
    }

    @Test func openEndsLastUntilPublished() throws {
        let published = end(2025, 8, 7)
        let conventions = EDTFDate.Conventions(openUntil: published)
        let open = try EDTFDate("1985-04-12/..").bounds(as: .spell, conventions)
        #expect(days(open) == "1985-04-12 1985-04-12 2025-08-07 *")
        #expect(open.holds(on: try period("2025-08-07")) == .certain)
        #expect(open.holds(on: try period("2025-08-08")) == .possible)
        // A plan from a day to come cannot have held when it was published.
        #expect(
            days(try EDTFDate("2026-01-01/..").bounds(as: .spell, conventions))
                == "2026-01-01 2026-01-01 2026-01-01 *"
        )
        // An unknown end is not touched by it.
        let unknown = try EDTFDate("1985-04-12/").bounds(as: .spell, conventions)
        #expect(days(unknown) == "1985-04-12 1985-04-12 1985-04-12 *")
        for instant in [Int64.min, .max] {
            let bounds = try EDTFDate("/..").bounds(as: .spell, .init(openUntil: instant))
            #expect(bounds.beginEarliest == .min && bounds.endLatest == .max)
        }
    }

    @Test func slackAndHemisphereCanBeChosen() throws {
        #expect(
            days(try EDTFDate("1984~").bounds(as: .spell, slack: false))
                == "1984-01-01 1984-01-01 1984-12-31 1984-12-31"
        )
        let southern = EDTFDate.Conventions(hemisphere: .southern)
        #expect(
            days(try EDTFDate("2025-21").bounds(as: .spell, southern))
                == "2025-09-01 2025-09-01 2025-11-30 2025-11-30"
        )
        #expect(
            days(try EDTFDate("2025-25").bounds(as: .spell, southern))
                == "2025-03-01 2025-03-01 2025-05-31 2025-05-31"
        )
    }

    @Test func farYears() throws {
        #expect(days(try EDTFDate("Y-100000000000").bounds(as: .spell)).hasPrefix("Y-100000000000-01-01"))
        let far = try EDTFDate("Y100000000000S1~").bounds(as: .spell)
        #expect(CivilCalendar.date(of: far.endLatest) == CivilDate(200_000_000_000, 12, 31))
    }

    @Test func boundsArePutInOrder() {
        let bounds = TemporalBounds(beginEarliest: 10, beginLatest: 5, endEarliest: 3, endLatest: 1)
        #expect(bounds == TemporalBounds(10...10))
        #expect(TemporalBounds(3...9).core == 3...9)
        #expect(TemporalBounds(beginEarliest: 1, beginLatest: 8, endEarliest: 5, endLatest: 9).core == nil)
        #expect(TemporalBounds(.min ... .max).earliestBegin == nil)
    }

    /// The table of the four questions, on begins in 10...20 and ends in 30...40.
    @Test func questionsOfTheTable() {
        let bounds = TemporalBounds(beginEarliest: 10, beginLatest: 20, endEarliest: 30, endLatest: 40)
        #expect(
            [9...9, 10...10, 19...19, 20...20, 30...30, 31...31, 40...40, 41...41].map(bounds.holds) == [
                .impossible, .possible, .possible, .certain, .certain, .possible, .possible, .impossible,
            ]
        )
        #expect(bounds.holds(on: 20...31) == .possible && bounds.holds(on: 20...30) == .certain)
        #expect(
            [9, 10, 39, 40].map { bounds.hasHappened(by: Int64($0)) } == [
                .impossible, .possible, .possible, .certain,
            ]
        )
        #expect(
            [1...9, 1...10, 1...20, 30...99, 31...99, 41...99].map(bounds.overlaps) == [
                .impossible, .possible, .certain, .certain, .possible, .impossible,
            ]
        )
        #expect(
            [10...40, 11...40, 20...30, 21...40, 10...29].map(bounds.lies) == [
                .certain, .possible, .possible, .impossible, .impossible,
            ]
        )
    }

    @Test func certaintyIsKleenes() {
        #expect(Certainty.impossible < .possible && Certainty.possible < .certain)
        #expect(
            Certainty.certain.and(.possible) == .possible && Certainty.impossible.or(.possible) == .possible
        )
        #expect(Certainty.allCases.map(\.negated) == [.certain, .possible, .impossible])
        #expect(
            Certainty.certain.capped(if: true) == .possible
                && Certainty.impossible.capped(if: true) == .impossible
        )
        for one in Certainty.allCases {
            for other in Certainty.allCases {
                #expect(one.and(other).negated == one.negated.or(other.negated))
            }
        }
    }
}
