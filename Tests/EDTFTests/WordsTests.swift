import EDTF
import Testing

@Suite("Dates in words")
struct WordsTests {
    static let expected: [(String, String)] = [
        ("2018-07-16", "2018-07-16"), ("2018-07", "July 2018"), ("2018", "2018"), ("2025-22", "summer 2025"),
        ("2001-26", "summer 2001 (northern hemisphere)"), ("2001-35", "third quarter of 2001"),
        ("2001-39", "third third of 2001"), ("2001-41", "second half of 2001"), ("193", "1930s"),
        ("193X", "some year of the 1930s"), ("19", "1900–1999"), ("19XX", "some year of 1900–1999"),
        ("-193", "1940–1931 BCE"), ("-0044", "45 BCE"), ("-0044-03", "March 45 BCE"), ("0476", "476 CE"),
        ("2004-XX", "some month of 2004"), ("1985-04-XX", "some day of April 1985"),
        ("1985-XX-XX", "some day of 1985"), ("XXXX-03", "March of some year"),
        ("156X-12-25", "25 December of some year of the 1560s"),
        ("1560-XX-25", "day 25 of some month of 1560"),
        ("1X32-X1-X2", "a date of the form 1X32-X1-X2"), ("Y170000002", "year 170000002"),
        ("Y-17E7", "year -170000000"),
        ("1950S2", "some year of 1900–1999, estimated 1950 (2 digits significant)"), ("1984~", "about 1984"),
        ("1984?", "perhaps 1984"), ("1984%", "perhaps about 1984"), ("2004-06~-11", "about 2004-06-11"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12 23:20:30 +04:30"),
        ("1985-04-12T23:20:30Z", "1985-04-12 23:20:30 UTC"), ("1985-04-12T23:20:30", "1985-04-12 23:20:30"),
        ("2026-01/2026-04~", "January 2026 – about April 2026"), ("2025-08-07/..", "from 2025-08-07 on"),
        ("1985/", "from 1985, end unknown"), ("../1985", "until 1985"),
        ("/1985", "until 1985, start unknown"),
        ("[..2018-06-28]", "by 2018-06-28"), ("[2025-08-07..]", "2025-08-07 or later"),
        ("[2025-08-07..2025-08-31]", "between 2025-08-07 and 2025-08-31"), ("[1667,1668]", "1667 or 1668"),
        ("[1667,1668,1670..1672]", "1667, 1668 or between 1670 and 1672"), ("{1667,1668}", "1667 and 1668"),
        ("{1670..1672}", "1670 to 1672"), ("{..1984}", "1984 and all before"),
    ]

    @Test func ofDates() throws {
        for (text, words) in Self.expected { #expect(try EDTFDate(text).words == words, "\(text)") }
    }

    @Test func ofBounds() throws {
        func words(_ text: String, _ reading: EDTFDate.Reading) throws -> String {
            try EDTFDate(text).bounds(as: reading).words
        }
        #expect(try words("2018-07-16", .spell) == "2018-07-16")
        #expect(try words("2018-07", .spell) == "July 2018")
        #expect(try words("2018", .spell) == "2018")
        #expect(try words("2018-07", .contact) == "between 2018-07-01 and 2018-07-31")
        #expect(try words("2018-07-16/2018-08-02", .spell) == "2018-07-16 – 2018-08-02")
        #expect(try words("2004-06/2006-08", .spell) == "2004-06-01…2004-06-30 – 2006-08-01…2006-08-31")
        #expect(try words("1985-04-12/..", .spell) == "from 1985-04-12 on")
        #expect(try words("../1985-04-12", .spell) == "until 1985-04-12")
        #expect(try words("[..2018-06-28]", .contact) == "by 2018-06-28")
        #expect(try words("[2018-06-28..]", .contact) == "2018-06-28 or later")
        #expect(try words("XXXX-03", .contact) == "at some time")
        #expect(try words("../..", .spell) == "without start or end")
    }
}
