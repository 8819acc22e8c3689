import EDTF
import Entente
import EntenteFormats
import EntenteTestSupport
import Foundation
import Testing

/// What is written is read back as the same graph, in YAML, in JSON, and from one to the other.
@Suite struct RoundTripTests {
    @Test(arguments: 0..<60) func randomGraphs(_ seed: Int) throws {
        let (graph, problems) = try RandomGraph.draft(seed: UInt64(seed)).validated()
        let original = try #require(graph, "\(problems.map(\.rendered).joined(separator: "\n"))")
        let content = GraphContent(original)

        let yaml = try ClaimsYAMLWriter.text(of: original)
        let fromYAML = read(yaml)
        #expect(fromYAML.rendered == "", "\(yaml)")
        let first = try #require(fromYAML.graph)
        expectEqual(GraphContent(first), content, yaml)

        let json = try ClaimsJSONWriter.text(of: first)
        let fromJSON = read(json, named: "g.json")
        #expect(fromJSON.rendered == "", "\(json)")
        let second = try #require(fromJSON.graph)
        expectEqual(GraphContent(second), content, json)

        // Strings that are canonically equal are equal in Swift; the texts are compared byte by byte.
        #expect(try Array(ClaimsYAMLWriter.text(of: second).utf8) == Array(yaml.utf8))
        #expect(try Array(ClaimsJSONWriter.text(of: second).utf8) == Array(json.utf8))

        // Foundation's reader is another judge of the JSON, parts of the reader one of the YAML.
        #expect((try? JSONSerialization.jsonObject(with: Data(json.utf8))) != nil)
        var limits = ReadingLimits()
        (limits.whole, limits.part) = (0, 1)
        let inParts = GraphReader.read(bytes: Array(yaml.utf8), named: "g.yaml", limits: limits)
        #expect(inParts.rendered == "")
        #expect(inParts.graph.map(GraphContent.init) == content)
    }

    /// Compares part by part, so that a failure shows the one that differs.
    private func expectEqual(_ found: GraphContent, _ expected: GraphContent, _ text: String) {
        #expect(found.information == expected.information)
        #expect(found.relations == expected.relations)
        #expect(found.sources == expected.sources)
        #expect(found.entities == expected.entities)
        #expect(found.claims.map(\.id) == expected.claims.map(\.id), "\(text)")
        for (one, other) in zip(found.claims, expected.claims) { #expect(one == other, "\(text)") }
    }

    @Test func emptyGraph() throws {
        let empty = try #require(GraphDraft().validated().graph)
        #expect(try ClaimsYAMLWriter.text(of: empty) == "claims: []\n")
        #expect(try ClaimsJSONWriter.text(of: empty) == "{\"claims\": []}\n")
        #expect(read("claims: []\n").graph != nil)
        #expect(read("{\"claims\": []}", named: "g.json").graph != nil)
    }

    @Test func layout() throws {
        let result = read(
            """
            graph: {title: A graph, period: 2018/2019}
            relations: {borders: {reads: borders, arity: symmetric, subject: [state], family: structure, time: spell}}
            source: {id: s, title: "A: Source", published: 2018-07-16}
            entities: {bob: {kind: person, name: Bob}, ann: {kind: person, name: Ann, aliases: ["2019", "x, y"]}}
            claims:
              - {participants: [bob, ann], relation: met, when: 2018-07, locator: "¶1"}
              - {id: c1, subject: ann, relation: told, object: bob, quote: "A long quotation that takes the claim well over the width of one line", value: {number: 100, unit: percent}}
            """
        )
        let graph = try #require(result.graph, "\(result.rendered)")
        #expect(
            try ClaimsYAMLWriter.text(of: graph) == """
                graph:
                  title: A graph
                  period: 2018/2019
                relations:
                  borders:
                    reads: borders
                    inverse: borders
                    arity: symmetric
                    subject: [state]
                    object: [state]
                    family: structure
                    time: spell
                source:
                  id: s
                  title: "A: Source"
                  published: "2018-07-16"
                entities:
                  ann: {kind: person, name: Ann, aliases: ["2019", "x, y"]}
                  bob: {kind: person, name: Bob}
                claims:
                  - id: c1
                    subject: ann
                    relation: told
                    object: bob
                    value: {number: 100, unit: percent}
                    quote: A long quotation that takes the claim well over the width of one line
                  - {relation: met, participants: [bob, ann], when: 2018-07, locator: ¶1}

                """
        )
    }

    /// Texts as they are written in a flow list; PyYAML (YAML 1.1) and ruamel.yaml (1.2) read them all as these texts.
    @Test(arguments: [
        ("plain", "plain"), ("two words", "two words"), ("a:b", "a:b"), ("a#b", "a#b"), ("it's", "it's"),
        ("§2 ¶1", "§2 ¶1"),
        ("2018-07", "2018-07"), ("100 %", "100 %"), ("a=b", "a=b"), ("1964/2008", "1964/2008"),
        ("C:\\x", "C:\\x"),
        ("2019", "\"2019\""), ("2018-07-16", "\"2018-07-16\""), ("no", "\"no\""), ("Yes", "\"Yes\""),
        ("~", "\"~\""),
        ("null", "\"null\""), ("1_000", "\"1_000\""), ("0x1F", "\"0x1F\""), ("12:30:45", "\"12:30:45\""),
        ("1e3", "\"1e3\""), (".5", "\".5\""), (".inf", "\".inf\""), ("-5", "\"-5\""), ("", "\"\""),
        (" a", "\" a\""),
        ("a ", "\"a \""), ("a: b", "\"a: b\""), ("a:", "\"a:\""), ("a #b", "\"a #b\""), ("#a", "\"#a\""),
        ("a, b", "\"a, b\""),
        ("what?", "\"what?\""), ("[a]", "\"[a]\""), ("- a", "\"- a\""), ("*a", "\"*a\""),
        ("say \"hi\"", "say \"hi\""),
        ("\"a\"", "\"\\\"a\\\"\""), ("a\nb", "\"a\\nb\""), ("a\tb", "\"a\\tb\""), ("a\u{7}", "\"a\\u0007\""),
        ("\u{FEFF}a", "\"\\ufeffa\""), ("👩‍👩‍👧", "👩‍👩‍👧"), ("مرحبا", "مرحبا"),
    ])
    func quotesExactlyWhereNeeded(_ text: String, _ written: String) throws {
        var draft = GraphDraft()
        draft.entities = [Entity(id: "p", kind: .treaty, name: "P", aliases: [text])]
        let graph = try #require(draft.validated().graph)
        let expected = "entities:\n  p: {kind: treaty, name: P, aliases: [\(written)]}\nclaims: []\n"
        let yaml = try ClaimsYAMLWriter.text(of: graph)
        #expect(Array(yaml.utf8) == Array(expected.utf8))
        #expect(read(yaml).graph?.entity("p")?.aliases.map { Array($0.utf8) } == [Array(text.utf8)])
    }

    @Test func whatCannotBeWrittenIsRefused() throws {
        func error(_ change: (inout Claim, inout GraphDraft) -> Void) throws -> FormatsError? {
            var draft = GraphDraft()
            draft.sources = [Source(id: "s", title: "S")]
            draft.entities = [Entity(id: "p", kind: .treaty, name: "P")]
            var claim = Claim(id: ClaimID(source: "s", local: "c1"), relation: "expired", ends: .unary("p"))
            change(&claim, &draft)
            draft.add(claim, positions: FieldPositions())
            let graph = try #require(draft.validated().graph)
            do throws(FormatsError) {
                _ = try ClaimsYAMLWriter.text(of: graph)
                return nil
            } catch { return error }
        }
        #expect(try error { _, _ in } == nil)
        for number in [Double.infinity, -.infinity, .nan] {
            let error = try error { claim, _ in claim.value = .number(number, unit: nil, isApproximate: false)
            }
            #expect(error?.code == .notWritable)
        }
        #expect(
            try error { claim, _ in claim.id.local = "a b" }?.description
                == "the id \"a b\" cannot be written (an id has up to 500 bytes and no blanks, and that of a claim no \"/\")"
        )
        #expect(try error { claim, _ in claim.id.local = "a/b" }?.code == .notWritable)
        #expect(try error { claim, _ in claim.condition = .claims([]) }?.code == .notWritable)
    }

    @Test(.enabled(if: GraphFolder.exists, "needs Graphs/us-russia"))
    func shippedGraph() throws {
        let result = GraphReader.read(GraphFolder.path)
        let graph = try #require(result.graph, "\(result.rendered)")
        let yaml = try ClaimsYAMLWriter.text(of: graph)
        let again = try #require(read(yaml).graph)
        #expect(GraphContent(again) == GraphContent(graph))
        let json = try ClaimsJSONWriter.text(of: again)
        #expect(read(json, named: "g.json").graph.map(GraphContent.init) == GraphContent(graph))
        for line in yaml.split(separator: "\n") where line.hasPrefix("  - {") {
            #expect(line.unicodeScalars.count <= 110)
        }
    }
}

/// The data set that ships with the package.
enum GraphFolder {
    static let path = SharedData.packageRoot.appendingPathComponent("Graphs/us-russia").path
    static let exists = FileManager.default.fileExists(atPath: path)
}
