import Entente
import EntenteFormats
import Foundation
import Testing

/// A file of 50 MB is read in bounded memory. Slow, so it runs only when asked for.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["ENTENTE_LONG"] == "1", "needs Scripts/test --all"))
struct LargeFileTests {
    /// A claims file of at least so many bytes, with as many kinds of claims as news has.
    static func text(bytes: Int) -> (text: String, claims: Int) {
        var random = SplitMix64(50)
        var text = "sources:\n"
        for number in 0..<200 {
            text += "  - {id: source-\(number), title: \"Source \(number)\", published: 2020-01}\n"
        }
        text += "entities:\n"
        for number in 0..<5000 {
            text += "  entity-number-\(number): {kind: person, name: Person \(number)}\n"
        }
        text += "claims:\n"
        var claims = 0
        while text.utf8.count < bytes {
            let (a, b) = (random.below(2500), 2500 + random.below(2500))
            let date = "\(1990 + random.below(35))-0\(1 + random.below(9))-1\(random.below(10))"
            if claims.isMultiple(of: 2) {
                text +=
                    "  - {id: c\(claims), source: source-\(claims % 200), participants: [entity-number-\(a), "
                text +=
                    "entity-number-\(b)], relation: met, when: \(date), locator: \"§\(random.below(40))\"}\n"
            } else {
                text +=
                    "  - id: c\(claims)\n    source: source-\(claims % 200)\n    subject: entity-number-\(a)\n"
                text += "    relation: announced\n    object: entity-number-\(b)\n    when: \(date)\n"
                text +=
                    "    modality: reported\n    attributedTo: [entity-number-\(a)]\n    quote: \"We said so\"\n"
            }
            claims += 1
        }
        return (text, claims)
    }

    @Test func fiftyMegabytes() throws {
        let (text, claims) = Self.text(bytes: 50_000_000)
        let start = ContinuousClock.now
        let result = GraphReader.read(text: text, named: "large.yaml")
        #expect(result.rendered == "")
        #expect(result.graph?.claims.count == claims)
        var usage = rusage()
        #if os(macOS)
            #expect(getrusage(RUSAGE_SELF, &usage) == 0)
            let peak = usage.ru_maxrss / 1_048_576
        #else
            #expect(getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0)
            let peak = usage.ru_maxrss / 1024
        #endif
        print("50 MB: \(ContinuousClock.now - start), peak \(peak) MiB, \(claims) claims")
        #expect(peak < 2048)
    }
}
