internal import Entente

/// The JSON Schema of claims files, for editors that check and complete them.
///
/// It is made from the key tables that the reader follows, in JSON Schema draft 2020-12
/// (https://json-schema.org/draft/2020-12). Editors read YAML with its types, so a text may also be
/// a number or Boolean there (`role: 2019`), and a date a list or map (`when: [2018..2019]`): the reader takes all of
/// them as they are written.
public enum ClaimsSchema {
    /// The schema of a claims file, a vocabulary and the JSON form.
    public static var text: String {
        schema(of: FileSection.self, title: "Entente claims file").text + "\n"
    }

    /// The schema of a folder's `graph.yaml`.
    public static var graphText: String {
        schema(of: GraphKey.self, title: "Entente graph.yaml").text + "\n"
    }

    private static func schema<Key: FileKey>(of keys: Key.Type, title: String) -> JSONValue {
        var definitions = Definitions()
        let own = definitions.object(keys)
        guard case .object(let members) = own else { return own }
        let head: [JSONValue.Member] = [
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            .init("title", .string(title)),
        ]
        let parts = definitions.parts.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value) }
        return .object(head + members + [.init("$defs", .object(parts))])
    }

    /// The definitions that a schema refers to, by name.
    private struct Definitions {
        var parts: [String: JSONValue] = [:]

        /// The schema of a map.
        mutating func object(_ keys: any FileKey.Type) -> JSONValue {
            var properties: [JSONValue.Member] = []
            var required: [String] = []
            for (name, rule) in keys.orderedRules {
                var members: [JSONValue.Member] = [.init("description", .string(rule.summary))]
                if case .object(let own) = schema(of: rule.shape) { members += own }
                properties.append(.init(name, .object(members)))
                if rule.isRequired { required.append(name) }
            }
            var members: [JSONValue.Member] = [
                .init("type", .string("object")), .init("properties", .object(properties)),
                .init("additionalProperties", .bool(false)),
            ]
            if !required.isEmpty { members.insert(.init("required", .strings(required)), at: 1) }
            return .object(members)
        }

        mutating func schema(of shape: ValueShape) -> JSONValue {
            switch shape {
            case .text: return reference("text") { _ in Self.types("string", "number", "boolean") }
            case .date: return reference("date") { _ in Self.date }
            case .id(.relation): return reference("relation-id") { _ in Self.relation }
            case .id: return reference("id") { _ in Self.id }
            case .boolean: return Self.types("boolean")
            case .number: return Self.types("number")
            case .integer(let range):
                var members: [JSONValue.Member] = [
                    .init("type", .string("integer")), .init("minimum", .integer(range.lowerBound)),
                ]
                if range.upperBound < .max { members.append(.init("maximum", .integer(range.upperBound))) }
                return .object(members)
            case .choice(let words): return .object(["enum": .strings(words)])
            case .list(let item, let least):
                var members: [JSONValue.Member] = [
                    .init("type", .string("array")), .init("items", schema(of: item)),
                ]
                if least > 0 { members.append(.init("minItems", .integer(least))) }
                return .object(members)
            case .oneOrMore(let item):
                let one = schema(of: item)
                return .object([
                    "anyOf": .array([one, .object(["type": .string("array"), "items": one])])
                ])
            case .texts:
                return .object(["type": .string("object"), "additionalProperties": schema(of: .text)])
            case .map(let keys): return map(keys)
            case .maps(let keys): return .object(["type": .string("array"), "items": map(keys)])
            case .mapsByID(_, let keys):
                return .object(["type": .string("object"), "additionalProperties": map(keys)])
            case .textOr(let keys): return .object(["anyOf": .array([schema(of: .text), map(keys)])])
            }
        }

        private mutating func map(_ keys: any FileKey.Type) -> JSONValue {
            reference(keys.thing) { $0.object(keys) }
        }

        private mutating func reference(_ name: String, _ make: (inout Definitions) -> JSONValue) -> JSONValue
        {
            if parts[name] == nil { parts[name] = make(&self) }
            return .object(["$ref": .string("#/$defs/\(name)")])
        }

        private static func types(_ names: String...) -> JSONValue {
            .object(["type": names.count == 1 ? .string(names[0]) : .strings(names)])
        }

        private static let date = JSONValue.object([
            "description": .string("A date in EDTF (ISO 8601-2:2019)."),
            "type": .strings(["string", "integer", "array", "object"]),
            "examples": .strings([
                "2018-07-16", "2018-07", "1964/2008", "2026-04~", "[2025-08-07..2025-08-31]", "../2018",
            ]),
        ])

        private static let id = JSONValue.object([
            "type": .strings(["string", "number"]), "pattern": .string("^\\S+$"),
        ])

        private static let relation = JSONValue.object([
            "description": .string("A built-in relation, or one of the graph's own vocabulary."),
            "type": .string("string"), "pattern": .string("^\\S+$"),
            "examples": .strings(Vocabulary.builtIn.relations.map(\.id)),
        ])
    }
}
