internal import EDTF
internal import Entente

extension FieldReader {
    /// The date that a node writes, or nil; reports at the character that is wrong.
    func date(of node: TextNode, under key: String) -> EDTFDate? {
        let written: String
        switch node.content {
        case .scalar(let text, _): written = text
        case .verbatim(let text): written = text
        case .list, .map:
            report(
                "wrong-type",
                at: node,
                "expected a date under \"\(key)\", found \(node.kindInWords)",
                hint: "write a date on one line and in quotes:  \(key): \"[2018-07..2018-08]\""
            )
            return nil
        }
        switch reading.date(written) {
        case .success(let date): return date
        case .failure(let error):
            let place = place(ofByte: error.offset, in: node)
            var hint = error.hint
            if let suggestion = error.suggestion, hint?.contains(suggestion) != true {
                hint = (hint.map { $0 + "; " } ?? "") + "did you mean \"\(suggestion)\"?"
            }
            reading.report(
                "bad-date",
                file: text.file,
                line: place.line,
                column: place.column,
                "not a date in EDTF: \(error.message)",
                hint: hint
            )
            return nil
        }
    }

    /// The place in the file of a byte of a scalar's value: past quotes and escapes. Where the value runs over
    /// several lines it is the place of the scalar.
    func place(ofByte target: Int, in node: TextNode) -> (line: Int, column: Int) {
        let own = (Int(node.line), Int(node.column))
        let bytes = text.bytes
        var offset = text.offset(line: own.0, column: own.1)
        offset = skipAnchor(at: offset)
        guard offset < bytes.count else { return own }
        switch node.content {
        case .scalar(_, .block), .list, .map:
            return own
        case .scalar(_, .plain), .verbatim:
            let end = min(offset + target, bytes.count)
            return bytes[offset..<end].contains { $0 == 0x0A || $0 == 0x0D } ? own : text.place(of: end)
        case .scalar(_, .singleQuoted), .scalar(_, .doubleQuoted):
            let quote = bytes[offset]
            offset += 1
            var decoded = 0
            while decoded < target, offset < bytes.count {
                let byte = bytes[offset]
                if byte == 0x0A || byte == 0x0D { return own }
                if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                    let (length, value) = Self.escape(bytes, at: offset)
                    offset += length
                    decoded += value
                } else if byte == UInt8(ascii: "'"), quote == byte {
                    offset += 2
                    decoded += 1
                } else {
                    offset += 1
                    decoded += 1
                }
            }
            return text.place(of: min(offset, bytes.count))
        }
    }

    private func skipAnchor(at start: Int) -> Int {
        var offset = start
        guard offset < text.bytes.count, text.bytes[offset] == UInt8(ascii: "&") else { return start }
        while offset < text.bytes.count, text.bytes[offset] > 0x20 { offset += 1 }
        while offset < text.bytes.count, text.bytes[offset] == 0x20 { offset += 1 }
        return offset
    }

    /// How many bytes an escape takes in the file, and how many in the value.
    private static func escape(_ bytes: [UInt8], at offset: Int) -> (length: Int, value: Int) {
        guard offset + 1 < bytes.count else { return (1, 1) }
        let digits: Int
        switch bytes[offset + 1] {
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        case UInt8(ascii: "N"), UInt8(ascii: "_"): return (2, 2)
        case UInt8(ascii: "L"), UInt8(ascii: "P"): return (2, 3)
        default: return (2, 1)
        }
        guard offset + 2 + digits <= bytes.count,
            let value = UInt32(
                String(decoding: bytes[offset + 2..<offset + 2 + digits], as: UTF8.self),
                radix: 16
            )
        else { return (2, 1) }
        // A surrogate counts half of the four bytes that its pair makes.
        guard let scalar = Unicode.Scalar(value) else { return (2 + digits, 2) }
        return (2 + digits, UTF8.width(scalar))
    }
}
