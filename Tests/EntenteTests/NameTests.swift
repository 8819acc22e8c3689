import Entente
import GraphKernel
import Testing

@Suite("Finding entities by name")
struct NameTests {
    private func index() throws -> NameIndex {
        NameIndex(
            try TestGraph {
                named("moscow-city", .venue, "Moscow")
                named("russia", .state, "Russia", aliases: ["Moscow", "Kremlin", "Россия"])
                named("kremlin", .organization, "Presidential Administration", aliases: ["Staraya Square"])
                named("smith-1", .person, "John Smith", aliases: ["Smith"])
                named("smith-2", .person, "John Smith")
                named("smith-3", .person, "Jane Smith", aliases: ["smith", "SMITH"])
                named("besoes", .person, "Zoë  Bésōs")
            }.graph()
        )
    }

    @Test("an id beats a name, a name beats an alias")
    func order() throws {
        let index = try index()
        #expect(index.find("kremlin") == .found("kremlin"))
        #expect(index.find("Moscow") == .found("moscow-city"))
        #expect(index.find("Kremlin") == .found("russia"), "as written it is no id")
    }

    @Test("case, diacritics and the number of blanks do not matter; letters of other scripts do not vanish")
    func folding() throws {
        let index = try index()
        #expect(index.find("zoe besos") == .found("besoes"))
        #expect(index.find("ZOË BÉSŌS") == .found("besoes"))
        #expect(index.find("  Jane   Smith ") == .found("smith-3"))
        #expect(index.find("россия") == .found("russia"))
        #expect(index.find("RUSSIA") == .found("russia"))
        #expect(index.find("SMITH-1") == .found("smith-1"), "an id in another case, where no name is so")
    }

    @Test("several are an error that lists them; one that has an alias twice is one")
    func ambiguous() throws {
        let index = try index()
        #expect(index.find("john smith") == .ambiguous(["smith-1", "smith-2"]))
        #expect(index.find("Smith") == .ambiguous(["smith-1", "smith-3"]))
    }

    @Test("a misspelt name suggests the nearest, an alien one nothing")
    func suggestions() throws {
        let index = try index()
        #expect(index.find("Mosocw") == .unknown(suggestion: "Moscow"))
        #expect(
            index.find("Presidental Adminstration") == .unknown(suggestion: "Presidential Administration")
        )
        #expect(index.find("smith-9") == .unknown(suggestion: "smith-1"))
        #expect(index.find("Quetzalcoatl") == .unknown(suggestion: nil))
        #expect(index.find("") == .unknown(suggestion: nil))
        #expect(NameIndex(.empty).find("x") == .unknown(suggestion: nil))
    }
}

@Suite("The nearest word")
struct SuggestionTests {
    @Test(
        "insertions, deletions, substitutions and swaps of neighbours",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1),
            ("abc", "xabc", 1),
            ("abcd", "acbd", 1), ("ca", "abc", 3), ("kitten", "sitting", 3),
        ]
    )
    func distances(a: String, b: String, distance: Int) {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        #expect(Suggestion.editDistance(a, b, limit: 9) == distance)
        #expect(Suggestion.editDistance(b, a, limit: 9) == distance)
    }

    @Test("within a limit it is that of the whole table, beyond it one more than the limit")
    func limits() {
        var random = SplitMix64(seed: 5)
        func word() -> [Unicode.Scalar] {
            (0..<Int(random.next() % 9)).map { _ in ["a", "b", "c"][Int(random.next() % 3)] }
        }
        for _ in 0..<3_000 {
            let (a, b) = (word(), word())
            let exact = table(a, b)
            for limit in 0...6 {
                #expect(
                    Suggestion.editDistance(a, b, limit: limit) == min(exact, limit + 1),
                    "\(a) \(b) \(limit)"
                )
            }
        }
    }

    /// The distance by its recurrence, cell by cell.
    private func table(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var cells = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in 0...a.count {
            for j in 0...b.count {
                if i == 0 || j == 0 {
                    cells[i][j] = i + j
                    continue
                }
                var best = min(cells[i - 1][j], cells[i][j - 1]) + 1
                best = min(best, cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, cells[i - 2][j - 2] + 1)
                }
                cells[i][j] = best
            }
        }
        return cells[a.count][b.count]
    }

    @Test("near enough is a third of the word; among equals the first in order")
    func nearest() {
        #expect(Suggestion.nearest(to: "met", among: ["mat", "set", "mets"]) == "mat")
        #expect(Suggestion.nearest(to: "MET", among: ["met"]) == "met")
        #expect(Suggestion.nearest(to: "met", among: ["told"]) == nil)
        #expect(Suggestion.nearest(to: "x", among: []) == nil)
        #expect(Suggestion.nearest(to: String(repeating: "a", count: 500), among: ["b"]) == nil)
    }
}
