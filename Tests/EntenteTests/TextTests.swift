import Entente
import Foundation
import GraphKernel
import Testing

@Suite("JSON as text")
struct JSONTextTests {
    /// A random value, with the strings that are hard to write.
    private func value(_ random: inout SplitMix64, depth: Int) -> JSONValue {
        let strings = [
            "", "plain", "\"quoted\\\"", "line\nbreak\r\t", "\u{0}\u{1F}\u{7F}", "é漢😀", "\u{2028}\u{2029}",
            "</script>",
            String(repeating: "long ", count: 40),
        ]
        switch random.next() % (depth == 0 ? 5 : 7) {
        case 0: return .null
        case 1: return .bool(random.next() % 2 == 0)
        case 2: return .integer(Int(truncatingIfNeeded: random.next()))
        case 3:
            return .number(
                [0, -1.5, Double.leastNonzeroMagnitude, 1e300, 0.1, 123_456_789.25][Int(random.next() % 6)]
            )
        case 4: return .string(strings[Int(random.next() % UInt64(strings.count))])
        case 5: return .array((0..<Int(random.next() % 5)).map { _ in value(&random, depth: depth - 1) })
        default:
            return .object(
                (0..<Int(random.next() % 5)).map {
                    .init("k\($0)\(strings[Int(random.next() % 8)])", value(&random, depth: depth - 1))
                }
            )
        }
    }

    /// What Foundation read, as a value whose objects are in the order of keys.
    private func read(_ any: Any) -> JSONValue {
        switch any {
        case let items as [Any]: return .array(items.map(read))
        case let members as [String: Any]:
            return .object(members.keys.sorted().map { .init($0, read(members[$0] ?? NSNull())) })
        case let text as String: return .string(text)
        case let number as NSNumber:
            if CFBoolean.isBoolean(number) { return .bool(number.boolValue) }
            return .number(number.doubleValue)
        default: return .null
        }
    }

    private func normalized(_ value: JSONValue) -> JSONValue {
        switch value {
        case .integer(let number): .number(Double(number))
        case .array(let items): .array(items.map(normalized))
        case .object(let members):
            .object(members.sorted { $0.key < $1.key }.map { .init($0.key, normalized($0.value)) })
        default: value
        }
    }

    @Test("what is written, Foundation reads back as the same")
    func roundTrip() throws {
        var random = SplitMix64(seed: 3)
        for _ in 0..<300 {
            let value = value(&random, depth: 4)
            let object = try JSONSerialization.jsonObject(
                with: Data(value.text.utf8),
                options: .fragmentsAllowed
            )
            #expect(read(object) == normalized(value))
        }
    }

    @Test("numbers: whole ones without a point, what JSON cannot hold is null")
    func numbers() {
        #expect(JSONValue.number(3).text == "3")
        #expect(JSONValue.number(-0.5).text == "-0.5")
        #expect(JSONValue.number(.infinity).text == "null" && JSONValue.number(.nan).text == "null")
        #expect(JSONValue.integer(.min).text == "-9223372036854775808")
    }

    @Test("short values stay on one line, long ones are indented, keys keep their order")
    func layout() {
        #expect(
            JSONValue.object(["b": .integer(1), "a": .strings(["x", "y"])]).text
                == #"{"b": 1, "a": ["x", "y"]}"#
        )
        let long = JSONValue.object(["k": .strings((0..<40).map { "item \($0)" })])
        #expect(long.text.hasPrefix("{\n  \"k\": [\n    \"item 0\",\n"))
        #expect(long.text.hasSuffix("    \"item 39\"\n  ]\n}"))
        #expect(JSONValue.array([]).text == "[]" && JSONValue.object([]).text == "{}")
        #expect(long["k"] != nil && long["x"] == nil && JSONValue.null["x"] == nil)
    }
}

private enum CFBoolean {
    /// Whether a number that Foundation read was `true` or `false`.
    static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}

@Suite("Tables and lines as text")
struct TextTests {
    @Test(
        "widths: East Asian characters and emoji take two columns, marks none",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("한국", 4), ("ｱ", 1), ("Ａ", 2),
            ("😀", 2),
            ("🇫🇷", 2), ("🚀", 2), ("👩‍👩‍👧", 2), ("\u{200B}", 0), ("a\u{7}b", 2), ("–", 1),
        ]
    )
    func widths(text: String, width: Int) {
        #expect(TableText.displayWidth(text) == width)
    }

    @Test("lines are broken at blanks, words only where they are too long; following lines are indented")
    func wrapping() {
        #expect(TableText.wrapped("one two three", width: nil) == ["one two three"])
        #expect(TableText.wrapped("one two three", width: 7) == ["one two", "three"])
        #expect(TableText.wrapped("one two three", width: 7, indent: 2) == ["one two", "  three"])
        #expect(TableText.wrapped("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
        #expect(TableText.wrapped("abcdefghij", width: 4, indent: 1) == ["abcd", " efg", " hij"])
        #expect(TableText.wrapped("漢字漢字", width: 5) == ["漢字", "漢字"])
        #expect(TableText.wrapped("漢字", width: 1) == ["漢", "字"])
        #expect(
            TableText.wrapped("ab 漢字", width: 4, indent: 3) == ["ab", "   漢", "   字"],
            "no room is no end"
        )
        #expect(TableText.wrapped("\u{1B}[31mred\nline", width: nil) == [" [31mred line"])
    }

    @Test("wrapping keeps every character and the width, for random texts and widths")
    func wrappingLaws() {
        var random = SplitMix64(seed: 11)
        let letters: [Character] = ["a", "b", " ", " ", "漢", "é", "-"]
        for _ in 0..<500 {
            let text = String((0..<Int(random.next() % 60)).map { _ in letters[Int(random.next() % 7)] })
            let width = 2 + Int(random.next() % 20)
            let indent = Int(random.next() % UInt64(min(4, width - 1)))
            let lines = TableText.wrapped(text, width: width, indent: indent)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            // A wide character may stand out where the indent leaves it one column.
            let most = max(width, indent + 2)
            #expect(
                lines.count == 1 || lines.allSatisfy { TableText.displayWidth($0) <= most },
                "\(text) \(width)"
            )
        }
    }

    @Test("a table: columns aligned, numbers to the right, cells on as many lines as they need")
    func table() {
        let table = AnswerTable(
            title: "Title",
            columns: [.init("N", isNumeric: true), .init("Text", isFlexible: true), .init("Id")],
            rows: [["1", "a few words more than fit", "x"], ["10", "漢字", "y"]]
        )
        #expect(
            TableText(table, width: nil).text == """
                Title
                 N  Text                       Id
                ──  ─────────────────────────  ──
                 1  a few words more than fit  x
                10  漢字                       y
                """
        )
        #expect(
            TableText(table, width: 21).text == """
                Title
                 N  Text           Id
                ──  ─────────────  ──
                 1  a few words    x
                    more than fit
                10  漢字           y
                """
        )
        #expect(TableText(AnswerTable(columns: [.init("N")]), width: 3).text == "")
    }

    @Test("no terminal is too narrow, no cell too long", .timeLimit(.minutes(1)))
    func extremes() {
        let table = AnswerTable(
            columns: [.init("A", isFlexible: true), .init("B")],
            rows: [[String(repeating: "word ", count: 2_000), "b"]]
        )
        for width in [-5, 0, 1, 10, 80] { #expect(!TableText(table, width: width).text.isEmpty) }
    }

    @Test("columns that are empty in every row are left out")
    func emptyColumns() {
        let table = AnswerTable(columns: [.init("A"), .init("B")], rows: [["1", ""], ["2", ""]])
        #expect(table.withoutEmptyColumns().columns.map(\.title) == ["A"])
        #expect(AnswerTable(columns: [.init("A")]).withoutEmptyColumns().columns.count == 1)
    }

    @Test("CSV: quotes doubled, formulas kept as text, numbers as they are")
    func csv() {
        #expect(CSVText.line(["a", "b,c", "d\"e", "f\ng"]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n")
        #expect(CSVText.line(["=1+1", "@x", "-5", "-5x", "+1", "\tx"]) == "'=1+1,'@x,-5,'-5x,+1,'\tx\r\n")
        #expect(CSVText.line([]) == "\r\n")
    }

    @Test("Markdown: markup is escaped, lists do not begin by accident, only the web is linked to")
    func markdown() {
        #expect(
            MarkdownText.escaped("a|b *c* _d_ [e] <f> #g `h` \\ ~i~ $j$ ^k^ @l &amp;")
                == "a\\|b \\*c\\* \\_d\\_ \\[e\\] \\<f\\> \\#g \\`h\\` \\\\ \\~i\\~ \\$j\\$ \\^k\\^ \\@l \\&amp;"
        )
        #expect(MarkdownText.escaped("a\nb") == "a b")
        #expect(MarkdownText.paragraph("1. x") == "1\\. x" && MarkdownText.paragraph("12) x") == "12\\) x")
        #expect(MarkdownText.paragraph("- x") == "\\- x" && MarkdownText.paragraph("1 claim") == "1 claim")
        #expect(MarkdownText.link("T", to: nil) == "T")
        #expect(MarkdownText.link("T[", to: "https://x.org/a>b c") == "[T\\[](<https://x.org/a%3Eb%20c>)")
        #expect(MarkdownText.link("T", to: "https://x.org/é") == "[T](<https://x.org/é>)")
        #expect(MarkdownText.link("T", to: "javascript:alert(1)") == "T (javascript:alert(1))")
        let table = AnswerTable(columns: [.init("A|", isNumeric: true)], rows: [["x|y"]])
        #expect(MarkdownText.table(table) == "| A\\| |\n|---:|\n| x\\|y |")
    }

    @Test("an answer in each form ends with a line break and says view, exclusions and limits")
    func forms() throws {
        let network = try TestGraph {
            person("a", "b")
            met("a", "b")
            met("a", "b").status(.scheduled)
        }.network()
        var answer = Answer(try network.claims(naming: ["a", "b"]))
        answer.limits = ["a limit"]
        answer.notes = ["a note"]
        for format in AnswerFormat.allCases {
            #expect(answer.rendered(as: format).unicodeScalars.last == "\n", "\(format)")
        }
        let text = answer.rendered(as: .table, width: 60)
        for part in [
            "View: as usual", "Left out: planned 1", "Cut: a limit", "Note: a note",
            "Sources\n  1 Title of s",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(text.split(separator: "\n").allSatisfy { TableText.displayWidth(String($0)) <= 60 })
        let markdown = answer.rendered(as: .markdown)
        for part in ["| When |", "*Left out: planned 1*", "Note: a note", "1. Title of s"] {
            #expect(markdown.contains(part), "\(part)")
        }
        #expect(answer.rendered(as: .csv).hasPrefix("When,Claim,Voice,Source,Id\r\n"))
    }
}
