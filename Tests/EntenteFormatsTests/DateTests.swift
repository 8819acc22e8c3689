import EDTF
import Entente
import EntenteFormats
import Testing

/// Dates as they stand in YAML, with and without quotes, and the places of their faults.
@Suite struct DateTests {
    private func date(_ written: String, block: Bool = false) throws -> String {
        let claim =
            block
            ? "  - id: c1\n    subject: pact\n    relation: expired\n    when: \(written)\n"
            : "  - {id: c1, subject: pact, relation: expired, when: \(written), note: n}\n"
        let result = read(claims: claim)
        #expect(result.rendered == "")
        guard case .when(let date)? = result.graph?.claims.first?.time else { return "" }
        return date.description
    }

    @Test(arguments: [
        "2019", "2018-07", "2018-07-16", "2026-04~", "1964/2008", "../2018", "1985/..", "[2018..2019]",
        "{1960,1961-12}", "[..1984]", "%2004-06", "?2004-06-~11", "~2004", "-0044", "Y170000002",
        "XXXX-03", "2004-06-XX", "[1667,?1668]",
    ])
    func unquotedDatesAreReadAsWritten(_ text: String) throws {
        _ = try EDTFDate(text)
        #expect(try date(text) == text)
        #expect(try date(text, block: true) == text)
        #expect(try date(text + "  # why", block: true) == text)
        #expect(try date("\"\(text)\"") == text)
        #expect(try date("'\(text)'", block: true) == text)
    }

    @Test func onlyDateKeysTakeThem() {
        let result = read(claims: "  - {id: c1, subject: pact, relation: expired, note: [2018..2019]}\n")
        #expect(
            result.rendered == """
                g.yaml:10:54: error: expected text under "note", found a list
                    - {id: c1, subject: pact, relation: expired, note: [2018..2019]}
                                                                       ^
                hint: put a text that begins with a bracket or contains ": " in quotes
                """
        )
    }

    /// The date, and the column of its fault after the start of the value.
    @Test(arguments: [
        ("2018-13", 5), ("\"2018-13\"", 6), ("'2018-13'", 6), ("\"\\u0032018-13\"", 11),
        ("[2018-07..2018-13]", 15),
        ("{2018,2018-13}", 11), ("[2018 , 2019-13]", 5), ("\"2\\x3018-13\"", 9),
    ])
    func faultsAreFoundAtTheirCharacter(_ written: String, _ column: Int) throws {
        let before = "  - {id: c1, subject: pact, relation: expired, when: "
        let result = read(claims: before + written + "}\n")
        let problem = try #require(result.problems.first)
        #expect(result.problems.count == 1)
        #expect(problem.code == "bad-date")
        #expect(
            problem.location == SourceLocation(file: "g.yaml", line: 10, column: before.count + 1 + column)
        )
    }

    @Test func columnsCountScalars() throws {
        let before = "  - {id: c1, note: 👩‍👩‍👧é, subject: pact, relation: expired, when: \""
        let result = read(claims: before + "2018-13\"}\n")
        #expect(result.problems.first?.location?.column == before.unicodeScalars.count + 6)
    }

    @Test func aMapIsNoDate() {
        let result = read(claims: "  - {id: c1, subject: pact, relation: expired, when: {year: 2018}}\n")
        #expect(
            result.rendered == """
                g.yaml:10:54: error: expected a date under "when", found a map
                    - {id: c1, subject: pact, relation: expired, when: {year: 2018}}
                                                                       ^
                hint: write a date on one line and in quotes:  when: "[2018-07..2018-08]"
                """
        )
    }

    @Test func aListInBlockStyleIsNoDate() {
        let result = read(
            claims:
                "  - id: c1\n    subject: pact\n    relation: expired\n    when:\n      - 2018\n      - 2019\n"
        )
        #expect(result.problems.map(\.message) == ["expected a date under \"when\", found a list"])
        #expect(result.problems.first?.location == SourceLocation(file: "g.yaml", line: 14, column: 7))
    }
}
