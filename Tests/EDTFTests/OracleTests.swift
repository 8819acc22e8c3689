import EDTF
import Testing

/// Bounds against those of another program, python-edtf 5.0.2; how they were made is said in `Oracles/`.
@Suite("Bounds as another program gives them")
struct OracleTests {
    /// Every difference is in the list of disagreements with its reason, and nothing else is.
    @Test func agreesButWhereListed() throws {
        let listed = try table("Oracles/disagreements.tsv")
        var open = Dictionary(uniqueKeysWithValues: listed.map { ($0[0], $0[1]) })
        #expect(listed.allSatisfy { $0.count == 3 && $0[2].count > 10 })
        let oracle = try table("Oracles/python-edtf-5.0.2.tsv")
        #expect(oracle.count > 100)
        for line in oracle {
            let date = try EDTFDate(line[0])
            let strict = date.bounds(as: .spell, slack: false)
            let fuzzy = date.bounds(as: .spell, slack: true)
            let ours = [
                Self.day(strict.beginEarliest), Self.day(strict.endLatest), Self.day(fuzzy.beginEarliest),
                Self.day(fuzzy.endLatest),
            ]
            let names = ["lower_strict", "upper_strict", "lower_fuzzy", "upper_fuzzy"]
            let different = zip(names, zip(ours, line.dropFirst())).filter { $1.0 != $1.1 }.map(\.0)
            let columns = different.joined(separator: " ")
            let message = "\(line[0]): ours \(ours), theirs \(line.dropFirst())"
            #expect(columns == open.removeValue(forKey: line[0]) ?? "", "\(message)")
        }
        #expect(open.isEmpty, "listed and not in the oracle: \(open.keys.sorted())")
    }

    /// As the oracle writes it: no `Y`, and infinity in words.
    private static func day(_ instant: Int64) -> String {
        switch instant {
        case TemporalBounds.distantPast: return "-inf"
        case TemporalBounds.distantFuture: return "inf"
        default:
            let day = CivilCalendar.isoDay(instant)
            return day.hasPrefix("Y") ? String(day.dropFirst()) : day
        }
    }
}
