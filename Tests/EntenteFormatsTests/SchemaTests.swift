import Entente
import EntenteFormats
import Foundation
import Testing

/// The schema has the keys that the reader has.
@Suite struct SchemaTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func isJSONWithAllKeys() throws {
        let schema = try object(ClaimsSchema.text)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        let sections = try #require(schema["properties"] as? [String: Any])
        #expect(sections.keys.sorted() == ["claims", "entities", "graph", "relations", "source", "sources"])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let claim = try #require(definitions["claim"]?["properties"] as? [String: [String: Any]])
        #expect(claim.keys.sorted() == ClaimKey.allCases.map(\.rawValue).sorted())
        #expect(claim["status"]?["enum"] as? [String] == Claim.Status.allCases.map(\.rawValue))
        #expect(definitions["claim"]?["required"] as? [String] == ["relation"])
        #expect(definitions["entity"]?["additionalProperties"] as? Bool == false)
        let relations = try #require(definitions["relation-id"]?["examples"] as? [String])
        #expect(relations.contains("withdrew-from"))
        #expect(try object(ClaimsSchema.graphText)["properties"] as? [String: Any] != nil)
    }

    @Test func everyReferenceIsDefined() throws {
        let text = ClaimsSchema.text
        let definitions = try #require(try object(text)["$defs"] as? [String: Any])
        for match in text.matches(of: /"#\/\$defs\/([a-z-]+)"/) {
            #expect(definitions[String(match.output.1)] != nil)
        }
    }

    @Test func everyKeyOfTheSchemaIsReadAndNoOther() throws {
        let schema = try object(ClaimsSchema.text)
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let claim = try #require(definitions["claim"]?["properties"] as? [String: Any])
        for key in claim.keys.sorted() {
            let result = read(claims: "  - {\(key): {}}\n")
            #expect(!result.problems.contains { $0.code == "unknown-key" }, "\(key)")
        }
        #expect(read(claims: "  - {ids: c}\n").problems.contains { $0.code == "unknown-key" })
    }
}
