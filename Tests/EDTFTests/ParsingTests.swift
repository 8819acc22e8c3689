import EDTF
import Testing

@Suite("Reading dates")
struct ParsingTests {
    @Test func everyValidDateIsReadAtItsLevel() throws {
        for (level, text) in Corpus.valid {
            let date = try EDTFDate(text)
            #expect(date.level == level, "\(text)")
            #expect(date.description == text)
        }
    }

    @Test func everyInvalidDateIsRefusedWithItsMessage() {
        for (text, column, message, suggestion) in Corpus.invalid {
            do {
                _ = try EDTFDate(text)
                Issue.record("\(text) is read")
            } catch {
                #expect(error.message == message, "\(text)")
                #expect(error.column == column, "\(text)")
                #expect(error.suggestion == suggestion, "\(text)")
            }
        }
    }

    @Test func errorsSayWhatToDo() {
        func text(_ date: String) -> String {
            do { _ = try EDTFDate(date) } catch { return error.description }
            return "read"
        }
        #expect(
            text("2018-13") == "column 6: month 13 does not exist (months are 01 to 12, seasons 21 to 41)"
        )
        #expect(text("July 2018") == "column 1: 'J' stands where a year should (did you mean '2018-07'?)")
        #expect(
            text("2018-07-16/2018")
                == "column 12: the interval ends before it starts: 2018 begins before 2018-07-16"
                + " (write 2018-07-16/2018-XX-XX for an end later in 2018)"
        )
        #expect(
            text("2012/13")
                == "column 6: the interval ends before it starts: 13 begins before 2012"
                + " (two digits are a century: write the year in full)"
        )
    }

    @Test func precisionIsThatOfWhatIsWritten() throws {
        let expected: [(String, DatePrecision?)] = [
            ("1985-04-12T23:20:30", .second), ("1985-04-XX", .day), ("2004-XX", .month), ("2001-21", .season),
            ("2001-32", .season), ("2001-33", .quarter), ("2001-38", .quadrimester), ("2001-41", .semester),
            ("193X", .year), ("Y17E8", .year), ("1950S2", .year), ("193", .decade), ("19", .century),
            ("2004-02-01/2005", .year), ("[1667,1760-12]", .year), ("../2004-06-11", .day), ("../..", nil),
        ]
        for (text, precision) in expected { #expect(try EDTFDate(text).precision == precision, "\(text)") }
    }

    @Test func marksApplyToTheirParts() throws {
        func marks(_ text: String) throws -> [EDTFDate.Qualifiers] {
            let value = try #require(try EDTFDate(text).values.first)
            return [value.yearQualifiers, value.monthQualifiers, value.dayQualifiers]
        }
        // After a part: it and all on its left. Before a part: it alone.
        #expect(try marks("2004-06-11%") == Array(repeating: [.uncertain, .approximate], count: 3))
        #expect(try marks("2004-06~-11") == [.approximate, .approximate, []])
        #expect(try marks("2004?-06-11") == [.uncertain, [], []])
        #expect(try marks("2004-?06-11") == [[], .uncertain, []])
        #expect(try marks("?2004-06-~11") == [.uncertain, [], .approximate])
        #expect(try marks("?2004-06-04~") == [[.uncertain, .approximate], .approximate, .approximate])
        #expect(try EDTFDate("1984?").isUncertain)
        #expect(try !EDTFDate("1984~").isUncertain)
        #expect(try EDTFDate("1984%").isUncertain && EDTFDate("1984%").isApproximate)
        #expect(try EDTFDate("1984/2004-%06").isUncertain)
        #expect(try EDTFDate("[1984,1985?]").isUncertain)
    }

    @Test func structureIsAccessible() throws {
        guard case .interval(.date(let start), .open) = try EDTFDate("1985-04/..").structure else {
            Issue.record("no interval")
            return
        }
        #expect(start.year.number == 1985)
        #expect(start.month?.number == 4)
        #expect(start.day == nil)
        let open = try EDTFDate("1985/.."), unknown = try EDTFDate("1985/")
        #expect(open.hasOpenEnd && !open.hasUnknownEnd && open.isInterval)
        #expect(unknown.hasUnknownEnd && !unknown.hasOpenEnd)
        #expect(try EDTFDate("../1985").hasOpenStart && EDTFDate("/1985").hasUnknownStart)
        guard case .oneOf(let elements) = try EDTFDate("[1667,1670..1672,..1500,1800..]").structure else {
            Issue.record("no set")
            return
        }
        #expect(elements.count == 4)
        #expect(elements.flatMap(\.values).compactMap(\.year.number) == [1667, 1670, 1672, 1500, 1800])
        #expect(try EDTFDate("-1859S3").values[0].year.significantDigits == 3)
        #expect(try EDTFDate("Y-17E7").values[0].year.number == -170_000_000)
        #expect(try EDTFDate("1985-04-12T23:20:30-04").values[0].time?.offsetMinutes == -240)
        #expect(try EDTFDate("1985-04-12T23:20:30").values[0].time?.offsetMinutes == nil)
    }

    @Test func datesAreEqualWhenWrittenAlike() throws {
        #expect(try EDTFDate("1985") == EDTFDate("1985"))
        #expect(try EDTFDate("1985/..") != EDTFDate("1985-01-01/.."))
        #expect(try Set([EDTFDate("1985"), EDTFDate("1985"), EDTFDate("1986")]).count == 2)
    }
}
