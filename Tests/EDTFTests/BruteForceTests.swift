import EDTF
import Testing

/// Every question against the enumeration of all readings.
@Suite("Comparisons against the enumeration of all readings")
struct BruteForceTests {
    @Test(arguments: [EDTFDate.Reading.spell, .contact], [true, false])
    func questionsAboutPeriods(reading: EDTFDate.Reading, slack: Bool) throws {
        var generator = DateGenerator(random: SplitMix64(seed: slack ? 11 : 12))
        let conventions = EDTFDate.Conventions(slack: slack)
        var compared = 0
        for _ in 0..<40 {
            let date = try EDTFDate(generator.date(short: Bool.random(using: &generator.random)))
            let years: ClosedRange<Int64> = date.description.contains("20X2") ? 1998...2095 : 1998...2012
            let force = BruteForce(years: years, reading: reading, slack: slack)
            let readings = force.readings(of: date)
            guard readings.count < 30_000 else { continue }
            compared += 1
            try #require(!readings.isEmpty, "\(date)")
            checkBounds(date, reading, conventions, readings)
            for _ in 0..<12 {
                let period = generator.period()
                let day = CivilCalendar.dayRange(of: period.lowerBound).upperBound
                func answer(_ all: (ClosedRange<Int64>) -> Bool, _ some: (ClosedRange<Int64>) -> Bool)
                    -> Certainty
                {
                    Certainty(inAll: readings.allSatisfy(all), inSome: readings.contains(where: some))
                        .capped(if: date.isUncertain)
                }
                let message = "\(date) as \(reading), \(period.words)"
                #expect(
                    date.overlaps(period, as: reading, conventions)
                        == answer({ $0.overlaps(period) }, { $0.overlaps(period) }),
                    "overlaps: \(message)"
                )
                #expect(
                    date.lies(within: period, as: reading, conventions)
                        == answer({ period.contains($0) }, { period.contains($0) }),
                    "within: \(message)"
                )
                #expect(
                    date.holds(on: period, as: reading, conventions)
                        == answer({ $0.contains(period) }, { $0.overlaps(period) }),
                    "holds: \(message)"
                )
                #expect(
                    date.hasHappened(by: period, as: reading, conventions)
                        == answer({ $0.upperBound <= day }, { $0.lowerBound <= period.upperBound }),
                    "happened: \(message)"
                )
            }
        }
        #expect(compared > 25)
    }

    private func checkBounds(
        _ date: EDTFDate,
        _ reading: EDTFDate.Reading,
        _ conventions: EDTFDate.Conventions,
        _ readings: [ClosedRange<Int64>]
    ) {
        let bounds = date.bounds(as: reading, conventions)
        #expect(bounds.beginEarliest == readings.map(\.lowerBound).min(), "\(date)")
        #expect(bounds.beginLatest == readings.map(\.lowerBound).max(), "\(date)")
        #expect(bounds.endEarliest == readings.map(\.upperBound).min(), "\(date)")
        #expect(bounds.endLatest == readings.map(\.upperBound).max(), "\(date)")
    }

    @Test func relationsOfTwoDates() throws {
        var generator = DateGenerator(random: SplitMix64(seed: 21))
        var compared = 0
        var seen: Set<AllenRelation> = []
        for round in 0..<200 {
            let reading: EDTFDate.Reading = round % 2 == 0 ? .spell : .contact
            let (first, second) = (
                try EDTFDate(generator.date(short: true)), try EDTFDate(generator.date(short: true))
            )
            let force = BruteForce(years: 2000...2004, reading: reading, slack: true)
            let (ones, others) = (force.readings(of: first), force.readings(of: second))
            guard ones.count * others.count <= 5_000 else { continue }
            compared += 1
            var possible: Set<AllenRelation> = []
            for one in ones { for other in others { possible.insert(AllenRelation(one, other)) } }
            seen.formUnion(possible)
            let relations = first.relations(to: second, as: reading)
            #expect(relations.possible == possible.sorted(), "\(first) and \(second), \(reading)")
            let certain = possible.count == 1 && !first.isUncertain && !second.isUncertain
            #expect(relations.certain == (certain ? possible.sorted() : []), "\(first) and \(second)")
            let inverse = second.relations(to: first, as: reading)
            #expect(Set(inverse.possible.map(\.inverse)) == possible, "\(second) and \(first)")
        }
        #expect(compared > 80)
        #expect(seen.count == 13)
    }
}

extension ClosedRange<Int64> {
    fileprivate func contains(_ other: Self) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }

    fileprivate var words: String {
        "\(CivilCalendar.isoDay(lowerBound))–\(CivilCalendar.isoDay(upperBound))"
    }
}
