import EDTF
import Testing

@Suite("Random texts")
struct FuzzTests {
    /// Whatever is read can be asked everything, at every instant, without a trap and in order.
    @Test func nothingTraps() throws {
        var random = SplitMix64(seed: 31)
        let pieces = Corpus.valid.map(\.text) + Corpus.invalid.map(\.text)
        let letters = Array("0123456789XYTZES-/.,:?~%[]{}+ éu")
        let instants: [Int64] = [.min, .min + 1, -1, 0, start(2018, 7, 16), .max - 1, .max]
        var read: [EDTFDate] = []
        for _ in 0..<4000 {
            var text = Array(pieces.randomElement(using: &random) ?? "")
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                let place = Int.random(in: 0...text.count, using: &random)
                let letter = letters.randomElement(using: &random) ?? "0"
                switch Int.random(in: 0..<4, using: &random) {
                case 0: text.insert(letter, at: place)
                case 1 where place < text.count: text.remove(at: place)
                case 2 where place < text.count: text[place] = letter
                default: text += Array(pieces.randomElement(using: &random) ?? "").prefix(place)
                }
            }
            do {
                let date = try EDTFDate(String(text))
                #expect(date.description == String(text))
                read.append(date)
            } catch {
                let size = String(text).utf8.count
                if !(0...size).contains(error.offset) {
                    Issue.record("\(String(text)): offset \(error.offset)")
                }
                if let meant = error.suggestion { #expect(throws: Never.self) { try EDTFDate(meant) } }
            }
        }
        #expect(read.count > 500)
        for date in read.prefix(600) {
            for reading in EDTFDate.Reading.allCases {
                let conventions = EDTFDate.Conventions(
                    slack: Bool.random(using: &random),
                    openUntil: instants.randomElement(using: &random),
                    hemisphere: Bool.random(using: &random) ? .northern : .southern
                )
                let bounds = date.bounds(as: reading, conventions)
                let isOrdered =
                    bounds.beginEarliest <= bounds.beginLatest && bounds.endEarliest <= bounds.endLatest
                    && bounds.beginEarliest <= bounds.endEarliest && bounds.beginLatest <= bounds.endLatest
                if !isOrdered { Issue.record("\(date): \(bounds)") }
                let ends = [instants, instants].map { $0.randomElement(using: &random) ?? 0 }.sorted()
                let period = ends[0]...ends[1]
                let answers = [
                    date.overlaps(period, as: reading, conventions),
                    date.holds(on: period, as: reading, conventions),
                    date.lies(within: period, as: reading, conventions),
                    date.hasHappened(by: period, as: reading, conventions),
                ]
                // Instants beyond all dates are without bound to a date, while bounds compare plain numbers.
                if ends.contains(.min + 1) || ends.contains(.max - 1) { continue }
                // The bounds alone never rule out what the members allow, and never promise what they do not.
                if bounds.overlaps(period) == .impossible { #expect(answers[0] == .impossible, "\(date)") }
                if bounds.lies(within: period) == .impossible {
                    #expect(answers[2] == .impossible, "\(date)")
                }
                if answers[1] == .certain { #expect(answers[0] == .certain, "\(date) \(period)") }
                _ = date.nextMember(endingAtOrAfter: period.lowerBound, as: reading, conventions)
                _ = date.previousMember(beginningAtOrBefore: period.lowerBound, as: reading, conventions)
                _ = bounds.words
            }
            #expect(!date.words.isEmpty)
        }
        for _ in 0..<150 {
            guard let one = read.randomElement(using: &random), let other = read.randomElement(using: &random)
            else { continue }
            let relations = one.relations(to: other, as: .contact, otherAs: .spell)
            #expect(!relations.possible.isEmpty, "\(one) and \(other)")
            #expect(relations.certain.count <= 1)
        }
    }

    @Test func longTextsAreReadInTime() throws {
        let set = "[" + Array(repeating: "1984-XX-XX~", count: 2000).joined(separator: ",") + "]"
        #expect(try EDTFDate(set).bounds(as: .spell).beginEarliest == end(1983, 12, 30) + 1)
        #expect(throws: EDTFError.self) { try EDTFDate(String(repeating: "9", count: 100_000)) }
        #expect(throws: EDTFError.self) { try EDTFDate("Y" + String(repeating: "9", count: 100_000)) }
        #expect(throws: EDTFError.self) { try EDTFDate(String(repeating: "[", count: 100_000)) }
        #expect(throws: EDTFError.self) { try EDTFDate(String(repeating: "perhaps ", count: 100_000)) }
        #expect(throws: EDTFError.self) { try EDTFDate(String(repeating: "X", count: 100_000)) }
    }
}
