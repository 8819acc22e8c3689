/// A JSON value whose objects keep their order, so that the same value is always the same text.
public indirect enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    /// Keys and values in the order of writing.
    case object([Member])

    /// A key of an object and its value.
    public struct Member: Sendable, Hashable {
        /// The key.
        public var key: String
        /// The value.
        public var value: JSONValue

        /// Makes a member of a key and its value.
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// An object from keys and values, in their order.
    public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
        .object(members.map { Member($0.key, $0.value) })
    }

    /// An array of strings.
    public static func strings(_ values: some Sequence<String>) -> JSONValue {
        .array(values.map { .string($0) })
    }

    /// A string, or null where there is none.
    public static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// The value of a key, where this is an object that has it.
    public subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The value as text (RFC 8259), indented by two blanks a level; short arrays and objects stay on one line.
    public var text: String {
        var out = ""
        write(to: &out, indent: 0)
        return out
    }

    private static let lineWidth = 100

    private func write(to out: inout String, indent: Int) {
        let compact = compactText(limit: Self.lineWidth - indent)
        if let compact {
            out += compact
            return
        }
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .array(let items):
            out += "[\n"
            for (index, item) in items.enumerated() {
                out += inner
                item.write(to: &out, indent: indent + 2)
                out += index + 1 < items.count ? ",\n" : "\n"
            }
            out += outer + "]"
        case .object(let members):
            out += "{\n"
            for (index, member) in members.enumerated() {
                out += inner + Self.quoted(member.key) + ": "
                member.value.write(to: &out, indent: indent + 2)
                out += index + 1 < members.count ? ",\n" : "\n"
            }
            out += outer + "}"
        default:
            out += compactText(limit: .max) ?? "null"
        }
    }

    /// The value on one line, or nil where that is longer than a limit.
    private func compactText(limit: Int) -> String? {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .integer(let value): return String(value)
        case .number(let value): return Self.numberText(value)
        case .string(let value): return Self.quoted(value)
        case .array(let items):
            var parts: [String] = []
            var length = 2
            for item in items {
                guard let part = item.compactText(limit: limit - length) else { return nil }
                length += part.utf8.count + 2
                if length > limit { return nil }
                parts.append(part)
            }
            return "[" + parts.joined(separator: ", ") + "]"
        case .object(let members):
            var parts: [String] = []
            var length = 2
            for member in members {
                let key = Self.quoted(member.key)
                guard let value = member.value.compactText(limit: limit - length - key.utf8.count) else {
                    return nil
                }
                length += key.utf8.count + value.utf8.count + 4
                if length > limit { return nil }
                parts.append(key + ": " + value)
            }
            return "{" + parts.joined(separator: ", ") + "}"
        }
    }

    /// The shortest text that reads back as the same number; what JSON cannot hold (infinity, NaN) is null.
    private static func numberText(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return "\(value)"
    }

    /// A string in quotation marks with what must be escaped escaped.
    package static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _
            where scalar.value < 0x20 || scalar.value == 0x7F
                || scalar.value == 0x2028 || scalar.value == 0x2029:
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
