import Entente
import EntenteFormats
import Testing

/// JSON as RFC 8259 has it, read through the whole reader.
@Suite struct JSONReaderTests {
    private func note(_ written: String) -> String? {
        let text = """
            {"source": {"id": "s", "title": "A"}, "entities": {"p": {"kind": "treaty", "name": "P"}},
             "claims": [{"id": "c1", "subject": "p", "relation": "expired", "note": \(written)}]}
            """
        return read(text, named: "g.json").graph?.claims.first?.note
    }

    @Test(arguments: [
        (#""a\/b""#, "a/b"), (#""\ud83d\ude00""#, "😀"), (#""\u00e9\n\t\"\\""#, "é\n\t\"\\"),
        (#""\b\f\r""#, "\u{8}\u{C}\r"),
        ("\"é漢\"", "é漢"), (#""\u0000""#, "\0"), (#""\ufeffa""#, "\u{FEFF}a"), ("1e5", "1e5"),
        ("-0.5", "-0.5"), ("true", "true"),
        ("\"\"", ""), ("\"null\"", "null"),
    ])
    func scalars(_ written: String, _ value: String) {
        #expect(note(written).map { Array($0.utf8) } == Array(value.utf8))
    }

    @Test func nullIsNoValue() {
        let result = read("{\"claims\": [{\"note\": null}]}", named: "g.json")
        let problem = result.problems.first { $0.code == "no-value" }
        #expect(problem?.message == "\"note\" has no value")
        #expect(problem?.location == SourceLocation(file: "g.json", line: 1, column: 22))
    }

    @Test func tabsAndLineEnds() {
        let text = "{\r\n\t\"source\":\t{\"id\":\"s\",\"title\":\"A\"},\r\t\"claims\"\n:[ ] }\r\n"
        #expect(read(text, named: "g.json").rendered == "")
    }

    @Test func sourceMayStandAfterTheClaims() {
        let text = """
            {"claims": [{"subject": "p", "relation": "expired"}],
             "entities": {"p": {"kind": "treaty", "name": "P"}}, "source": {"id": "s", "title": "A"}}
            """
        #expect(read(text, named: "g.json").graph?.claims.first?.source == "s")
        let yaml = """
            claims: [{subject: p, relation: expired}]
            entities: {p: {kind: treaty, name: P}}
            source: {id: s, title: A}
            """
        #expect(read(yaml).graph?.claims.first?.source == "s")
    }

    @Test func placesInOneLongLine() throws {
        let text =
            "{\"source\":{\"id\":\"é\",\"title\":\"A\"},\"entities\":{\"p\":{\"kind\":\"treaty\",\"name\":\"P\"}},"
            + "\"claims\":[{\"subject\":\"p\",\"relation\":\"expired\",\"when\":\"2018-13\"},{\"subject\":\"p\",\"foo\":1}]}"
        let result = read(text, named: "g.json")
        let date = try #require(text.firstRange(of: "13\""))
        let key = try #require(text.firstRange(of: "\"foo"))
        func column(_ index: String.Index) -> Int {
            text.unicodeScalars.distance(from: text.startIndex, to: index) + 1
        }
        #expect(
            result.problems.filter { $0.code != "missing-key" }.map(\.location?.column)
                == [column(date.lowerBound), column(key.lowerBound)]
        )
    }

    @Test func duplicateKeys() {
        let result = read("{\"source\": {\"id\": \"s\", \"id\": \"t\", \"title\": \"A\"}}", named: "g.json")
        #expect(result.problems.map(\.code) == ["duplicate-key"])
        #expect(result.problems.first?.location?.column == 24)
    }
}
