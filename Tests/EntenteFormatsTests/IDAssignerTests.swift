import Entente
import EntenteFormats
import EntenteTestSupport
import Foundation
import Testing

/// Missing ids are added, and no other byte is touched.
@Suite struct IDAssignerTests {
    @Test func blockAndFlow() throws {
        let text = """
            # A comment
            source: {id: s, title: A}
            entities:
              p: {kind: treaty, name: P}
            claims:
              - subject: p   # first
                relation: expired
              - {subject: p, relation: ceased}   # second
              - id: c007
                subject: p
                relation: entered-into-force
              -   { subject: p ,
                    relation: ceased, when: 2018 }
              -
                relation: expired
                subject: p
                when: [2018..2019]
            """
        let result = try IDAssigner.assign(in: text, named: "g.yaml")
        #expect(
            result.text == """
                # A comment
                source: {id: s, title: A}
                entities:
                  p: {kind: treaty, name: P}
                claims:
                  - id: c008
                    subject: p   # first
                    relation: expired
                  - {id: c009, subject: p, relation: ceased}   # second
                  - id: c007
                    subject: p
                    relation: entered-into-force
                  -   { id: c010, subject: p ,
                        relation: ceased, when: 2018 }
                  -
                    id: c011
                    relation: expired
                    subject: p
                    when: [2018..2019]
                """
        )
        #expect(result.edits.map(\.claim.description) == ["s/c008", "s/c009", "s/c010", "s/c011"])
        #expect(result.edits.map(\.line) == [6, 8, 12, 15])
        #expect(result.edits.map(\.column) == [5, 6, 9, 5])
        let again = try IDAssigner.assign(in: result.text, named: "g.yaml")
        #expect(again.edits.isEmpty)
        #expect(again.text == result.text)
        #expect(read(result.text).graph?.claims.allSatisfy(\.hasWrittenID) == true)
    }

    @Test func severalSourcesAndTakenIDs() throws {
        let text = """
            sources: [{id: s, title: A}, {id: t, title: B}]
            claims:
            - {subject: p, relation: expired, source: s}
            - {subject: p, relation: expired, source: t}
            - {subject: p, relation: expired, source: s}
            """
        let result = try IDAssigner.assign(in: text, named: "g.yaml", taken: ["s": ["c41", "x9"], "t": []])
        #expect(result.edits.map(\.claim.description) == ["s/c42", "t/c1", "s/c43"])
    }

    @Test func lineEndsAndMarksStay() throws {
        let text =
            "\u{FEFF}source: {id: s, title: A}\r\nclaims:\r\n  - subject: p\r\n    relation: expired\r\n"
        let result = try IDAssigner.assign(in: text, named: "g.yaml")
        #expect(
            Array(result.text.utf8)
                == Array(
                    "\u{FEFF}source: {id: s, title: A}\r\nclaims:\r\n  - id: c1\r\n    subject: p\r\n    relation: expired\r\n"
                        .utf8
                )
        )
    }

    @Test func aliasesAreLeftAlone() throws {
        let text = "claims:\n  - &c {subject: p, relation: expired}\n  - *c\n"
        let result = try IDAssigner.assign(in: text, named: "g.yaml")
        #expect(result.text == "claims:\n  - &c {id: c1, subject: p, relation: expired}\n  - *c\n")
    }

    @Test func json() throws {
        let text = "{\"claims\": [{\"subject\": \"p\"}, {\"id\": \"c1\"}]}"
        let result = try IDAssigner.assign(in: text, named: "g.json")
        #expect(result.text == "{\"claims\": [{\"id\": \"c2\", \"subject\": \"p\"}, {\"id\": \"c1\"}]}")
    }

    @Test func faultyTextsAreRefused() {
        #expect(throws: GraphDataError.self) { try IDAssigner.assign(in: "claims: [", named: "g.yaml") }
    }

    @Test(.enabled(if: GraphFolder.exists, "needs Graphs/us-russia"))
    func removedIDsComeBack() throws {
        // Every second id of a real file is taken away; the file that results says the same but for the ids.
        let path = GraphFolder.path + "/guide-2026.yaml"
        let original = try String(contentsOfFile: path, encoding: .utf8)
        var count = 0
        var kept: [Substring] = []
        for line in original.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("  - id: c") {
                count += 1
                if count.isMultiple(of: 2),
                    let next = original[line.endIndex...].dropFirst().split(separator: "\n").first
                {
                    kept.append("  - " + next.drop { $0 == " " })
                    continue
                }
            }
            if kept.last.map({ $0.hasPrefix("  - ") && $0.dropFirst(4) == line.drop { $0 == " " } }) == true {
                continue
            }
            kept.append(line)
        }
        let result = try IDAssigner.assign(in: kept.joined(separator: "\n"), named: "guide-2026.yaml")
        #expect(result.edits.count == count / 2)
        #expect(result.edits.count > 20)
        var undone = result.text
        for edit in result.edits { undone = undone.replacing(edit.inserted, with: "", maxReplacements: 1) }
        #expect(undone == kept.joined(separator: "\n"))
    }
}
