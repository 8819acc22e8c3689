import EDTF
import Testing

@Suite("Comparisons member by member")
struct ComparisonTests {
    @Test func unspecifiedDigits() throws {
        let march = try EDTFDate("XXXX-03")
        #expect(march.overlaps(try period("1985-04-01/1986-02-28")) == .impossible)
        #expect(march.overlaps(try period("1985-04-01/1986-03-01")) == .possible)
        #expect(march.lies(within: try period("1985-02-15/1985-03-30")) == .impossible)
        #expect(march.lies(within: try period("1985-02-15/1985-03-31")) == .possible)
        #expect(march.lies(within: .min ... .max) == .certain)
        // The bounds alone cannot tell.
        #expect(march.bounds(as: .spell).overlaps(try period("1985-04-01/1986-02-28")) == .possible)
        let christmas = try EDTFDate("156X-12-25")
        #expect(christmas.holds(on: try period("1563-12-25")) == .possible)
        #expect(christmas.holds(on: try period("1563-12-26")) == .impossible)
        #expect(christmas.overlaps(try period("156")) == .certain)
        #expect(try EDTFDate("1985-XX-XX").lies(within: period("1985")) == .certain)
        #expect(try EDTFDate("193X").lies(within: period("1934-06-01/1936-06-01")) == .possible)
        #expect(try EDTFDate("193X").lies(within: period("1934-06-01/1935-12-30")) == .impossible)
        #expect(try EDTFDate("193").lies(within: period("1934-06-01/1936-06-01")) == .impossible)
    }

    @Test func setsOfOne() throws {
        let years = try EDTFDate("[1667,1670]")
        #expect(years.overlaps(try period("1668/1669")) == .impossible)
        #expect(years.overlaps(try period("1667")) == .possible)
        #expect(years.overlaps(try period("1667/1670")) == .certain)
        #expect(try EDTFDate("[1670..1672]").lies(within: period("1670-06/1671-06")) == .impossible)
        let former = try EDTFDate("[..2018-06-28]")
        #expect(former.hasHappened(by: try period("2018-06-28")) == .certain)
        #expect(former.hasHappened(by: try period("1200")) == .possible)
        #expect(former.overlaps(try period("2018-06-29/2019")) == .impossible)
        #expect(try EDTFDate("[1760-12..]").overlaps(period("1760-11")) == .impossible)
        #expect(try EDTFDate("[1760-12..]").overlaps(period("9999")) == .possible)
        let soon = try EDTFDate("[2025-08-07..2025-08-31]")
        #expect(soon.lies(within: try period("2025-08-10/2025-08-11"), as: .contact) == .possible)
        #expect(soon.hasHappened(by: try period("2025-08-31"), as: .contact) == .certain)
    }

    @Test func setsOfAll() throws {
        let years = try EDTFDate("{1667,1670}")
        #expect(years.overlaps(try period("1667")) == .certain)
        #expect(years.overlaps(try period("1668")) == .impossible)
        #expect(years.lies(within: try period("1667")) == .impossible)
        #expect(years.lies(within: try period("1667/1670")) == .certain)
        #expect(years.holds(on: try period("1670-05-05")) == .certain)
        // Two members that touch hold together on a period that neither holds on alone.
        let months = try EDTFDate("{2018-01,2018-02,2018-04}")
        #expect(months.holds(on: try period("2018-01-15/2018-02-15")) == .certain)
        #expect(months.holds(on: try period("2018-02-15/2018-04-15")) == .possible)
        #expect(try EDTFDate("{2018-01,2018-02?}").holds(on: period("2018-01-15/2018-02-15")) == .possible)
        #expect(try EDTFDate("{1670..1672}").holds(on: period("1671")) == .certain)
        #expect(try EDTFDate("{..1672}").holds(on: period("0001")) == .certain)
        // A contact on an unknown day of each member.
        let meetings = try EDTFDate("{1670..1672}")
        #expect(meetings.overlaps(try period("1671"), as: .contact) == .certain)
        #expect(meetings.overlaps(try period("1671-03"), as: .contact) == .possible)
        #expect(meetings.hasHappened(by: try period("1670-12-31")) == .certain)
        #expect(meetings.hasHappened(by: try period("1670-06-30")) == .possible)
        #expect(meetings.lies(within: try period("1670-12-31/1672-01-01"), as: .contact) == .possible)
        #expect(meetings.lies(within: try period("1671-01-01/1672-01-01"), as: .contact) == .impossible)
    }

    @Test func uncertainDatesGivePossibleAnswersOnly() throws {
        #expect(try EDTFDate("1984").overlaps(period("1984")) == .certain)
        #expect(try EDTFDate("1984?").overlaps(period("1984")) == .possible)
        #expect(try EDTFDate("1984%").overlaps(period("1980/1990")) == .possible)
        #expect(try EDTFDate("1984~").overlaps(period("1980/1990")) == .certain)
        #expect(try EDTFDate("1984?").overlaps(period("1986")) == .impossible)
        #expect(try EDTFDate("1984?").relations(to: EDTFDate("1990")).certain.isEmpty)
        #expect(try EDTFDate("1984?").relations(to: EDTFDate("1990")).possible == [.before])
        #expect(try EDTFDate("1984?").isBefore(EDTFDate("1990")) == .possible)
        // Of a set of all, the members that are not marked stay certain.
        #expect(try EDTFDate("{1984?,1990}").overlaps(period("1990")) == .certain)
    }

    @Test func contactsHappenOnOneDay() throws {
        let july = try EDTFDate("2018-07")
        #expect(july.hasHappened(by: try period("2018-07-30")) == .possible)
        #expect(july.hasHappened(by: try period("2018-07-31")) == .certain)
        #expect(july.hasHappened(by: try period("2018-06-30")) == .impossible)
        // A period as the date is one unknown day: certain means by its first.
        #expect(july.hasHappened(by: try period("2018-08")) == .certain)
        #expect(july.hasHappened(by: try period("2018-07")) == .possible)
        #expect(july.lies(within: try period("2018-07-10/2018-07-12"), as: .contact) == .possible)
        #expect(july.lies(within: try period("2018-07-10/2018-07-12"), as: .spell) == .impossible)
        #expect(july.holds(on: try period("2018-07-10"), as: .spell) == .certain)
    }

    @Test func relationsByHand() throws {
        func relations(_ one: String, _ other: String, _ reading: EDTFDate.Reading = .spell) throws
            -> EDTFDate.Relations
        {
            try EDTFDate(one).relations(to: EDTFDate(other), as: reading)
        }
        #expect(try relations("2018-07-16", "2018-07-17").certain == [.meets])
        #expect(try relations("2018-07-16", "2018-07-18").certain == [.before])
        #expect(try relations("2018-07", "2018").certain == [.during])
        #expect(try relations("2018-01", "2018").certain == [.starts])
        #expect(try relations("2018-12", "2018").certain == [.finishes])
        #expect(try relations("2018", "2018-12").certain == [.finishedBy])
        #expect(try relations("2018", "2018").certain == [.equals])
        #expect(try relations("1985/..", "1990").possible == [.contains])
        #expect(
            try relations("1985/", "1990").possible == [.before, .meets, .overlaps, .finishedBy, .contains]
        )
        // Two open ends: neither is known to be the later.
        #expect(
            try relations("1985-01-01/..", "1985-01-01/..").possible == [.starts, .equals, .startedBy]
        )
        #expect(
            try relations("2018-07", "2018-07", .contact).possible == [
                .before, .meets, .equals, .metBy, .after,
            ]
        )
        #expect(try relations("[1667,1668]", "1668").possible == [.meets, .equals])
        #expect(try relations("{1667,1669}", "1668").certain == [.contains])
        // A year cannot begin with a meteorological season, however long one looks.
        #expect(
            try relations("[..1984-21]", "[..1984]").possible.allSatisfy {
                ![.starts, .equals, .startedBy].contains($0)
            }
        )
        #expect(
            try relations("XXXX-03", "[..1984]").possible.allSatisfy { ![.equals, .starts].contains($0) }
        )
        #expect(try relations("1X3X-XX-X1", "1X5X-1X").possible == [.before, .after])
        let mixed = try EDTFDate("2018-07").relations(to: EDTFDate("2018-07"), as: .contact, otherAs: .spell)
        #expect(mixed.possible == [.starts, .during, .finishes])
        #expect(try EDTFDate("1984").isBefore(EDTFDate("1985")) == .certain)
        #expect(try EDTFDate("1984").isAfter(EDTFDate("1983/1984")) == .impossible)
        #expect(try EDTFDate("1984").isAfter(EDTFDate("198X")) == .possible)
        #expect(try EDTFDate("1984-05").isWithin(EDTFDate("1984")) == .certain)
        #expect(try EDTFDate("1984").coincides(with: EDTFDate("198X")) == .possible)
        #expect(try EDTFDate("1984").equals(EDTFDate("198X")) == .possible)
    }

    @Test func allenRelationsAreInverse() {
        var seen: Set<AllenRelation> = []
        let periods = (0..<6).flatMap { begin in (begin..<6).map { Int64(begin)...Int64($0) } }
        for one in periods {
            for other in periods {
                let relation = AllenRelation(one, other)
                seen.insert(relation)
                #expect(relation.inverse == AllenRelation(other, one))
                #expect(relation.inverse.inverse == relation)
            }
        }
        #expect(seen.count == 13)
    }

    @Test func membersAreFoundWithoutListingThem() throws {
        let march = try EDTFDate("XXXX-03")
        let next = try #require(march.nextMember(endingAtOrAfter: start(1985, 4, 1)))
        #expect(days(next) == "1986-03-01 1986-03-01 1986-03-31 1986-03-31")
        let previous = try #require(march.previousMember(beginningAtOrBefore: start(1985, 2, 1)))
        #expect(days(previous) == "1984-03-01 1984-03-01 1984-03-31 1984-03-31")
        let some = Array(march.members(overlapping: try period("1985-01/1987-03")))
        #expect(
            some.map { CivilCalendar.isoDay($0.beginEarliest) } == ["1985-03-01", "1986-03-01", "1987-03-01"]
        )
        // Endless sets are entered lazily.
        #expect(Array(try EDTFDate("[1984..]").members(overlapping: .min ... .max).prefix(3)).count == 3)
        #expect(try EDTFDate("[1667,1670..1672]").members(overlapping: .min ... .max).map { $0 }.count == 4)
        #expect(try EDTFDate("193X").nextMember(endingAtOrAfter: start(1940, 1, 1)) == nil)
    }
}
