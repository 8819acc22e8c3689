import EntenteDiagrams
import EntenteTestSupport
import Foundation
import Testing

@Suite struct TextTests {
    /// The file says with which program its values were made.
    @Test func widthsAreThoseOfLiberationSans() throws {
        let url = SharedData.packageRoot.appendingPathComponent(
            "Tests/EntenteDiagramsTests/Goldens/liberation-sans-widths.tsv"
        )
        let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter {
            !$0.hasPrefix("#")
        }
        #expect(rows.count > 10)
        for row in rows {
            let parts = row.split(separator: "\t").map(String.init)
            let regular = try #require(Double(parts[1]))
            let bold = try #require(Double(parts[2]))
            #expect(TextMetrics.width(of: parts[0], size: 2048) == regular, "\(parts[0])")
            #expect(TextMetrics.width(of: parts[0], size: 2048, isBold: true) == bold, "\(parts[0])")
        }
    }

    @Test func otherScriptsCountByClass() {
        let em = { TextMetrics.width(of: $0, size: 1) }
        #expect(em("") == 0)
        #expect(em("北京") == 2)
        #expect(em("서울") == 2)
        #expect(em("👍") == 1)
        #expect(em("👨‍👩‍👧‍👦") == 1)
        #expect(em("e\u{301}") == em("e"))
        #expect(em("a\u{200D}b") == em("ab"))
        #expect(em("مرحبا") > 2 && em("مرحبا") < 4)
        #expect(em("שלום") > 1.5 && em("שלום") < 3)
    }

    @Test(arguments: [
        ("Poland", ["Poland"]),
        ("Volodymyr Zelenskyy", ["Volodymyr", "Zelenskyy"]),
        ("Intermediate-Range Nuclear Forces Treaty", ["Intermediate-", "Range Nuclear", "Forces Treaty"]),
        ("", []),
    ]) func wrapsIntoEvenLines(text: String, lines: [String]) {
        #expect(LabelWrap.wrap(text, width: 81.6, size: 11).lines == lines)
    }

    @Test func cutsAfterFourLines() {
        let long = String(repeating: "word ", count: 5000)
        let wrapped = LabelWrap.wrap(SafeText.line(long), width: 82, size: 11)
        #expect(wrapped.isCut && wrapped.lines.count == 4)
        #expect(wrapped.lines[3].hasSuffix("…"))
        let solid = LabelWrap.wrap(String(repeating: "W", count: 10_000), width: 82, size: 11)
        #expect(solid.isCut && solid.lines.count == 4)
        for line in wrapped.lines + solid.lines { #expect(TextMetrics.width(of: line, size: 11) <= 82) }
    }

    @Test func noLineIsWiderThanAskedOnAnyText() {
        var state: UInt64 = 7
        let letters = Array("abc WMI-/ éŁ北ש👍0")
        for length in 0..<200 {
            var text = ""
            for _ in 0..<length {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(letters[Int(state >> 33) % letters.count])
            }
            let wrapped = LabelWrap.wrap(text, width: 60, size: 10)
            #expect(wrapped.lines.count <= 4)
            for line in wrapped.lines { #expect(TextMetrics.width(of: line, size: 10) <= 60.001, "\(text)") }
            let joined = wrapped.lines.joined().filter { $0 != " " }
            if !wrapped.isCut { #expect(joined == text.filter { $0 != " " }) }
        }
    }

    @Test func cleansText() throws {
        #expect(SafeText.line("a\u{0}b\u{1F}\t\n c  d") == "ab c d")
        for value in [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x202E, 0x2066, 0x9F, 0x7F] as [UInt32] {
            let scalar = try #require(Unicode.Scalar(value))
            #expect(SafeText.line("x\(scalar)y") == "xy")
            #expect(SafeText.escaped("x\(scalar)y") == "xy")
        }
        #expect(SafeText.line(String(repeating: "a", count: 50), limit: 10) == "aaaaaaaaa…")
        #expect(SafeText.line("e" + String(repeating: "\u{301}", count: 999)).unicodeScalars.count == 8)
        #expect(SafeText.escaped("<a href=\"x\">'&") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;")
    }
}
