import Entente
import EntenteFormats
import Foundation
import Testing

/// One small file a fault class, each with the exact text of its problems beside it.
///
/// With `ENTENTE_RECORD=1` the texts are written anew and the test fails, so that nobody commits them unread.
@Suite struct FaultTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/faults").path

    static let files = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()

    @Test func thereAreFiles() { #expect(Self.files.count > 60) }

    @Test(arguments: files) func messages(_ name: String) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.folder + "/" + name))
        let result = GraphReader.read(bytes: Array(bytes), named: name)
        let expected = URL(fileURLWithPath: Self.folder + "/" + name + ".expected")
        if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
            try Data((result.rendered + "\n").utf8).write(to: expected)
            Issue.record("recorded \(name).expected; read it, and run again without ENTENTE_RECORD")
            return
        }
        #expect(try result.rendered + "\n" == String(contentsOf: expected, encoding: .utf8))
        #expect(result.graph == nil)
    }

    @Test func hundredThousandBracketsDoNotOverflow() {
        for opening in ["[", "{", "- ", "? ", "{a: ", "[[", "- - {"] {
            let result = read("claims: \n  " + String(repeating: opening, count: 100_000))
            #expect(result.problems.count == 1)
            #expect(result.problems.first?.location?.line ?? 0 > 0)
        }
        let json = read(String(repeating: "[", count: 100_000), named: "g.json")
        #expect(json.problems.count == 1)
        let jsonDeep = read("{\"a\": " + String(repeating: "{\"a\":", count: 100_000), named: "g.json")
        #expect(jsonDeep.problems.map(\.code) == ["nested-too-deep"])
    }

    @Test func nestedByIndentationIsBounded() {
        var text = ""
        for depth in 0..<200 { text += String(repeating: " ", count: depth) + "a:\n" }
        #expect(read(text).problems.map(\.code) == ["nested-too-deep"])
    }

    @Test func hugeScalarsAreRead() throws {
        let long = String(repeating: "lorem ipsum ", count: 100_000)
        let result = read(claims: "  - {id: c1, subject: pact, relation: expired, note: \"\(long)\"}\n")
        #expect(result.rendered == "")
        #expect(result.graph?.claims.first?.note == long)
        let key = String(repeating: "k", count: 100_000)
        let wrong = read("\(key): 1\n")
        #expect(wrong.problems.count == 1)
        #expect(wrong.rendered.utf8.count < 300_000)
    }

    @Test func aProblemFarOutInALineIsShownAround() {
        let long = String(repeating: "x", count: 300_000)
        let result = read(claims: "  - {id: c1, note: \(long), subject: pact, relation: expird}\n")
        let lines = result.rendered.split(separator: "\n")
        #expect(lines.count == 4)
        #expect(lines[1].contains("relation: expird}"))
        #expect(lines[2].unicodeScalars.count < 110)
        let column = lines[2].unicodeScalars.count - 1
        #expect(
            String(String.UnicodeScalarView(lines[1].unicodeScalars.dropFirst(column).prefix(6))) == "expird"
        )
    }

    @Test func byteOrderMarkLineEndsAndTabs() {
        let plain = header + "  - {id: c1, subject: pact, relation: expird}\n"
        let expected = read(plain).problems.map(\.location)
        #expect(expected.first??.column == 39)
        #expect(read("\u{FEFF}" + plain).problems.map(\.location) == expected)
        #expect(read(plain.replacing("\n", with: "\r\n")).problems.map(\.location) == expected)
        #expect(read(plain.replacing("\n", with: "\r")).problems.map(\.location) == expected)
        #expect(read(plain.replacing("id: c1,", with: "id:\tc1,")).problems.map(\.location) == expected)
        let first = read("\u{FEFF}source: {id: s, titel: A}\n")
        #expect(first.problems.map(\.location) == [SourceLocation(file: "g.yaml", line: 1, column: 17)])
    }

    @Test func unicodeLineBreaksAreNotCountedAsLines() {
        let result = read(claims: "  - {id: c1, note: \"a\u{2028}b\", subject: pact, relation: expird}\n")
        #expect(
            result.problems.map(\.location) == [SourceLocation(file: "g.yaml", line: 10, column: 52)]
        )
        #expect(result.problems.first?.sourceLine?.contains("expird") == true)
    }

    @Test func anchorsAndAliasesMayBeUsedModestly() throws {
        let result = read(
            """
            source: {id: s, title: A}
            entities:
              ann: {kind: person, name: Ann, aliases: &names [A, B]}
              bob: {kind: person, name: Bob, aliases: *names}
              pact: {kind: treaty, name: Pact}
            claims:
              - {id: c1, subject: ann, relation: signed, object: pact, when: &day 2018-07-16}
              - {id: c2, subject: bob, relation: signed, object: pact, when: *day}
            """
        )
        #expect(result.rendered == "")
        #expect(result.graph?.entity("bob")?.aliases == ["A", "B"])
        #expect(result.graph?.claims.last?.time == result.graph?.claims.first?.time)
    }

    @Test func aliasesAreBounded() {
        var text = "claims:\n  - &c {subject: a, attributedTo: &l ["
        text += Array(repeating: "a", count: 3000).joined(separator: ", ") + "]}\n"
        text += String(repeating: "  - *c\n", count: 3000)
        let result = read(text)
        #expect(result.problems.contains { $0.code == "alias-expansion" })
    }

    @Test func namesThatAFaultyFileMayDeclareAreNotCalledUnknown() throws {
        let folder = TemporaryFolder()
        try folder.write("entities:\n  ann: {kind: person, name: Ann\n", to: "entities.yaml")
        try folder.write(
            "source: {id: s, title: A}\nclaims:\n  - {subject: ann, relation: told, object: bob, wen: 2018}\n",
            to: "s.yaml"
        )
        let result = GraphReader.read(folder.path)
        #expect(result.problems.map(\.code) == ["names-not-checked", "yaml-syntax", "unknown-key"])
        #expect(
            result.problems.first?.rendered
                == "note: 2 names were not checked: what may declare them could not be read\n"
                + "hint: mend the errors of reading first"
        )
    }

    @Test func namesOfFaultyPartsAreNotCalledUnknown() {
        let result = read(
            """
            source: {id: s, title: A}
            entities:
              ann: {kind: persn, name: Ann}
              pact: {kind: treaty, name: Pact}
            claims:
              - {id: c1, subject: ann, relation: signed, object: pact}
              - {id: c2, subject: pact, relation: expired, participants: [ann, pact]}
              - {id: c3, subject: pact, relation: expired, about: c2}
            """
        )
        #expect(result.problems.map(\.code) == ["unknown-word", "mixed-ends"])
    }
}
