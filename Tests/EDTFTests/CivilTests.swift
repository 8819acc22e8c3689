import EDTF
import Testing

@Suite("The civil calendar")
struct CivilTests {
    @Test func knownDays() {
        #expect(start(1970, 1, 1) == 0)
        #expect(start(2000, 3, 1) == 951_868_800)
        #expect(start(1969, 12, 31) == -86_400)
        #expect(start(0, 1, 1) == -62_167_219_200)
        #expect(start(1582, 10, 15) == -12_219_292_800)
        #expect(CivilCalendar.date(of: -1) == CivilDate(1969, 12, 31))
        #expect(
            CivilDate(2019, 2, 29) == nil && CivilDate(2020, 2, 29) != nil && CivilDate(2020, 13, 1) == nil
        )
    }

    /// Every day of a 400-year cycle follows the one before it, and every date is that of its own start.
    @Test func cycleDayByDay() {
        var expected = CivilCalendar.date(of: start(1999, 12, 31))
        for number in 0..<146_097 {
            let date = CivilCalendar.date(of: start(2000, 1, 1) + Int64(number) * 86_400)
            let next =
                expected.day < CivilCalendar.days(inMonth: expected.month, of: expected.year)
                ? CivilDate(expected.year, expected.month, expected.day + 1)
                : expected.month < 12
                    ? CivilDate(expected.year, expected.month + 1, 1) : CivilDate(expected.year + 1, 1, 1)
            if date != next || date.start != start(2000, 1, 1) + Int64(number) * 86_400 {
                Issue.record("\(date) is not \(String(describing: next))")
                return
            }
            expected = date
        }
        #expect(expected == CivilDate(2399, 12, 31))
    }

    @Test func roundTripOverAllYears() {
        var random = SplitMix64(seed: 1)
        for _ in 0..<20_000 {
            let year = Int64.random(in: -100_000_000_000...100_000_000_000, using: &random)
            let month = Int.random(in: 1...12, using: &random)
            let day = Int.random(in: 1...CivilCalendar.days(inMonth: month, of: year), using: &random)
            let instant = start(year, month, day)
            let date = CivilCalendar.date(of: instant + Int64.random(in: 0..<86_400, using: &random))
            if (date.year, date.month, date.day) != (year, month, day) {
                Issue.record("\(year)-\(month)-\(day) became \(date)")
            }
        }
    }

    @Test func nothingTraps() {
        for instant in [Int64.min, Int64.min + 1, .max - 1, .max, 0] {
            _ = CivilCalendar.isoInstant(instant)
            _ = CivilCalendar.adding(months: .max, to: instant)
            _ = CivilCalendar.adding(months: .min, to: instant)
            for step in CalendarStep.allCases {
                _ = step.range(containing: instant)
                _ = step.range(containing: instant, offsetBy: .min)
                _ = step.range(containing: instant, offsetBy: .max)
            }
            #expect(CalendarStep.day.range(containing: instant).contains(instant))
        }
        for year in [Int64.min, -400_000_000_000, 400_000_000_000, .max] {
            _ = CivilCalendar.day(year, .max, .max)
            _ = CivilCalendar.day(year, .min, .min)
            _ = CivilCalendar.range(year: year)
            _ = CivilCalendar.range(year: year, season: 22)
        }
        #expect(CalendarStep.century.range(containing: .max).upperBound == .max)
    }

    @Test func isoDays() {
        #expect(CivilCalendar.isoDay(start(2018, 7, 16)) == "2018-07-16")
        #expect(CivilCalendar.isoDay(start(-4, 1, 1)) == "-0004-01-01")
        #expect(CivilCalendar.isoDay(start(12_345, 6, 7)) == "Y12345-06-07")
        #expect(CivilCalendar.isoDay(start(-12_345, 6, 7)) == "Y-12345-06-07")
        #expect(CivilCalendar.isoInstant(start(2018, 7, 16) + 3_725) == "2018-07-16T01:02:05Z")
        #expect(CivilCalendar.isoInstant(start(2018, 7, 16)) == "2018-07-16")
    }

    @Test func stepping() {
        let january = start(2020, 1, 31) + 5
        #expect(CivilCalendar.adding(months: 1, to: january) == start(2020, 2, 29) + 5)
        #expect(CivilCalendar.adding(months: 13, to: january) == start(2021, 2, 28) + 5)
        #expect(CivilCalendar.adding(months: -2, to: january) == start(2019, 11, 30) + 5)
        let quarters = Array(CalendarStep.quarter.windows(in: start(2018, 5, 1)...end(2018, 11, 1)))
        #expect(
            quarters.map { CivilCalendar.isoDay($0.lowerBound) } == [
                "2018-04-01", "2018-07-01", "2018-10-01",
            ]
        )
        #expect(
            quarters.map { CivilCalendar.isoDay($0.upperBound) } == [
                "2018-06-30", "2018-09-30", "2018-12-31",
            ]
        )
        #expect(
            CalendarStep.year.range(containing: start(2018, 5, 1), offsetBy: -2)
                == CivilCalendar.range(year: 2016)
        )
        // A window of an unbounded period is made when it is asked for.
        let first = CalendarStep.month.windows(in: .min ... .max).first { $0.lowerBound > .min }
        #expect(first != nil)
    }

    @Test func seasons() throws {
        func days(_ code: Int, _ hemisphere: Hemisphere = .northern) -> String? {
            CivilCalendar.range(year: 2025, season: code, hemisphere: hemisphere).map {
                CivilCalendar.isoDay($0.lowerBound) + "/" + CivilCalendar.isoDay($0.upperBound)
            }
        }
        #expect(days(21) == "2025-03-01/2025-05-31")
        #expect(days(22) == "2025-06-01/2025-08-31")
        #expect(days(23) == "2025-09-01/2025-11-30")
        #expect(days(24) == "2025-12-01/2026-02-28")
        #expect(days(21, .southern) == "2025-09-01/2025-11-30" && days(29) == days(21, .southern))
        #expect(days(22, .southern) == "2025-12-01/2026-02-28" && days(30) == days(22, .southern))
        #expect(days(23, .southern) == "2025-03-01/2025-05-31" && days(31) == days(23, .southern))
        #expect(days(24, .southern) == "2025-06-01/2025-08-31" && days(32) == days(24, .southern))
        #expect(days(25, .southern) == days(21) && days(28, .southern) == days(24))
        #expect(days(33) == "2025-01-01/2025-03-31" && days(36) == "2025-10-01/2025-12-31")
        #expect(days(37) == "2025-01-01/2025-04-30" && days(39) == "2025-09-01/2025-12-31")
        #expect(days(40) == "2025-01-01/2025-06-30" && days(41) == "2025-07-01/2025-12-31")
        #expect(days(20) == nil && days(42) == nil)
    }
}
