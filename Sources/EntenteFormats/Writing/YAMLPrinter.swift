internal import Entente

/// Prints the tree of a graph as YAML.
struct YAMLPrinter {
    private static let width = 110
    private var out = ""

    static func text(of root: JSONValue) -> String {
        var printer = YAMLPrinter()
        guard case .object(let sections) = root else { return "" }
        for section in sections { printer.printSection(section) }
        return printer.out
    }

    /// Prints a section with its items in block style, so that a large file can be read in parts.
    private mutating func printSection(_ section: JSONValue.Member) {
        let key = YAMLScalar.text(section.key, inFlow: false)
        switch section.value {
        case .array(let items) where !items.isEmpty:
            out += "\(key):\n"
            for item in items { printItem(item, indent: 2) }
        case .object(let members) where !members.isEmpty:
            out += "\(key):\n"
            for member in members { printMember(member, indent: 2) }
        default:
            out += "\(key): \(flow(section.value))\n"
        }
    }

    private mutating func printItem(_ item: JSONValue, indent: Int) {
        let blanks = String(repeating: " ", count: indent)
        if let line = fitting(item, after: indent + 2) {
            out += "\(blanks)- \(line)\n"
            return
        }
        switch item {
        case .object(let members):
            out += "\(blanks)- "
            for (index, member) in members.enumerated() {
                printMember(member, indent: indent + 2, isFirst: index == 0)
            }
        default:
            out += "\(blanks)- \(flow(item, isTop: true))\n"
        }
    }

    private mutating func printMember(_ member: JSONValue.Member, indent: Int, isFirst: Bool = false) {
        if !isFirst { out += String(repeating: " ", count: indent) }
        let key = YAMLScalar.text(member.key, inFlow: false)
        out += "\(key):"
        if let line = fitting(member.value, after: indent + key.unicodeScalars.count + 2) {
            out += " \(line)\n"
            return
        }
        switch member.value {
        case .array(let items):
            out += "\n"
            for item in items { printItem(item, indent: indent + 2) }
        case .object(let members):
            out += "\n"
            for inner in members { printMember(inner, indent: indent + 2) }
        default:
            out += " \(flow(member.value, isTop: true))\n"
        }
    }

    /// The value on one line after so many columns, or nil where it would not fit.
    private func fitting(_ value: JSONValue, after columns: Int) -> String? {
        // A bound on the length spares the text of what is much too long.
        guard columns + leastLength(value) <= Self.width else { return nil }
        let line = flow(value, isTop: true)
        return columns + line.unicodeScalars.count <= Self.width ? line : nil
    }

    private func leastLength(_ value: JSONValue) -> Int {
        switch value {
        case .string(let text): text.unicodeScalars.count
        case .array(let items): items.reduce(2) { $0 + 1 + leastLength($1) }
        case .object(let members):
            members.reduce(2) { $0 + 3 + $1.key.unicodeScalars.count + leastLength($1.value) }
        default: 1
        }
    }

    /// The value in flow style.
    ///
    /// - Parameter isTop: Whether it stands in no flow collection, where fewer texts need quotes.
    private func flow(_ value: JSONValue, isTop: Bool = false) -> String {
        switch value {
        case .string(let text): YAMLScalar.text(text, inFlow: !isTop)
        case .array(let items): "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
        case .object(let members):
            "{"
                + members.map { "\(YAMLScalar.text($0.key, inFlow: true)): \(flow($0.value))" }
                .joined(separator: ", ") + "}"
        case .number: number(value.text)
        default: value.text
        }
    }

    /// A number that YAML 1.1, too, takes for one: there a power of ten needs a point before it.
    private func number(_ text: String) -> String {
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }
}
