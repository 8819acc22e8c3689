/// Texts as YAML scalars: plain where every reader keeps them as they are, in double quotes otherwise.
///
/// The rules cover YAML 1.1 and 1.2 together: what either of them takes for null, a Boolean, a number, a
/// timestamp, a merge or a value key is quoted, and so is all that has a meaning in YAML's syntax.
enum YAMLScalar {
    /// A text as a scalar of one line.
    static func text(_ text: String, inFlow: Bool) -> String {
        isPlain(text, inFlow: inFlow) ? text : quoted(text)
    }

    static func isPlain(_ text: String, inFlow: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard let first = scalars.first, let last = scalars.last, first != " ", last != " ",
            !"-?:,[]{}#&*!|>'\"%@`~=<".unicodeScalars.contains(first), !isResolved(text)
        else { return false }
        for (index, scalar) in scalars.enumerated() {
            guard isPrintable(scalar) else { return false }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            switch scalar {
            case ":" where next == " ": return false
            case ":" where inFlow && ",[]{}".unicodeScalars.contains(next): return false
            case "#" where index > 0 && scalars[index - 1] == " ": return false
            case ",", "[", "]", "{", "}", "?": if inFlow { return false }
            default: break
            }
        }
        return true
    }

    /// Whether a scalar can stand in a line as it is: no control character, line break or byte order mark.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: false
        // A blank that is not one for YAML would be lost in the eyes of a reader.
        default: !scalar.properties.isWhitespace
        }
    }

    /// A text in double quotes with what must be escaped escaped.
    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case _ where isPrintable(scalar): out.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            }
        }
        return out + "\""
    }

    // MARK: What readers take for something else

    private static let words: Set<String> = [
        "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", ".nan",
    ]

    /// Whether a reader of YAML 1.1 or 1.2 takes an unquoted text for something else than text.
    static func isResolved(_ text: String) -> Bool {
        words.contains(text.lowercased()) || isNumber(Array(text.utf8)) || isTimestamp(Array(text.utf8))
    }

    /// Whether a text is, or comes near to, a number in any of YAML's forms: signs, underscores, base 2, 8, 16 and 60.
    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        if rest.starts(with: Array(".inf".utf8)) || rest.starts(with: Array(".Inf".utf8))
            || rest.starts(with: Array(".INF".utf8))
        {
            return true
        }
        guard let first = rest.first, isDigit(first) || first == UInt8(ascii: "."),
            rest.contains(where: isDigit)
        else { return false }
        if first == UInt8(ascii: "0"), let second = rest.dropFirst().first,
            [UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "b"), UInt8(ascii: "B"), UInt8(ascii: "o")]
                .contains(second)
        {
            return rest.dropFirst(2).allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: "_") }
        }
        var previous: UInt8 = 0
        for byte in rest {
            switch byte {
            case UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "e"),
                UInt8(ascii: "E"):
                break
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                guard previous | 0x20 == UInt8(ascii: "e") else { return false }
            default: guard isDigit(byte) else { return false }
            }
            previous = byte
        }
        return true
    }

    /// Whether a text is a day, or a day with a time after `T` or a blank.
    private static func isTimestamp(_ bytes: [UInt8]) -> Bool {
        let fields = bytes.split(separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
        guard fields.count == 3, fields[0].count == 4, fields[0].allSatisfy(isDigit),
            (1...2).contains(fields[1].count), fields[1].allSatisfy(isDigit)
        else { return false }
        let day = fields[2].prefix(while: isDigit)
        guard (1...2).contains(day.count) else { return false }
        guard let next = fields[2].dropFirst(day.count).first else { return true }
        return [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " "), UInt8(ascii: "\t")].contains(next)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
