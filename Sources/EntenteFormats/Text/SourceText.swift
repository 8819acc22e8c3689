internal import Entente

/// The text of one file that is being read, and the places in it.
///
/// *Conventions.* Lines end with a line feed, a carriage return or both, as editors count them; columns are counted
/// in Unicode scalars from 1. A byte order mark at the start is no part of the text.
final class SourceText {
    /// The file, as problems name it.
    let file: String
    /// The text in UTF-8, without a byte order mark; checked by `firstFault`.
    let bytes: [UInt8]
    /// How many bytes of the file stand before the text.
    let skipped: Int
    private var lineStarts: [Int] = []
    private var lastLine: (number: Int, text: String)?

    init(file: String, bytes: [UInt8]) {
        self.file = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            self.bytes = Array(bytes.dropFirst(3))
            skipped = 3
        } else {
            self.bytes = bytes
            skipped = 0
        }
    }

    // MARK: Places

    /// The place of a byte. Complexity: O(lines) the first time, then O(log lines + length of the line).
    func place(of offset: Int) -> (line: Int, column: Int) {
        buildLineTable()
        let line = lineIndex(of: offset)
        var column = 1
        for byte in bytes[lineStarts[line]..<min(max(offset, lineStarts[line]), bytes.count)]
        where byte & 0xC0 != 0x80 {
            column += 1
        }
        return (line + 1, column)
    }

    /// The byte at which a place begins; the end of the line where the line is shorter.
    func offset(line: Int, column: Int) -> Int {
        buildLineTable()
        guard line >= 1, line <= lineStarts.count else { return bytes.count }
        return Self.advance(bytes, from: lineStarts[line - 1], scalars: column - 1)
    }

    /// A byte some scalars after another one in the same line.
    static func advance(_ bytes: [UInt8], from start: Int, scalars: Int) -> Int {
        var offset = start
        var left = scalars
        while left > 0, offset < bytes.count, bytes[offset] != 0x0A {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    /// A line's text without its end. The line asked for last is kept, so that many problems in it share it.
    func line(_ number: Int) -> String? {
        buildLineTable()
        guard number >= 1, number <= lineStarts.count else { return nil }
        if let lastLine, lastLine.number == number { return lastLine.text }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        lastLine = (number, text)
        return text
    }

    private func buildLineTable() {
        guard lineStarts.isEmpty else { return }
        var starts = [0]
        bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                offset += 1
                if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
                if byte == 0x0A || byte == 0x0D { starts.append(offset) }
            }
        }
        lineStarts = starts
    }

    private func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }
}

/// Something that stops the reading of a file, at a byte of it.
struct TextFault: Error {
    var code: String
    var offset: Int
    var message: String
    var hint: String?
}

extension SourceText {
    /// The first byte or character that no claims file can hold: what is not UTF-8, and control characters.
    ///
    /// What YAML calls non-printable is a fault wherever it stands; a text can hold it all the same, as an escape
    /// in double quotes. JSON is laxer beyond ASCII. Complexity: O(bytes).
    func firstFault(inYAML isYAML: Bool) -> TextFault? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return TextFault(
                code: "not-utf8",
                offset: 0,
                message: "the file is in UTF-16, not in UTF-8",
                hint: "save it as UTF-8"
            )
        }
        return bytes.withUnsafeBufferPointer { bytes in
            var offset = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte < 0x80 {
                    let isAllowed = byte >= 0x20 ? byte != 0x7F : byte == 0x0A || byte == 0x09 || byte == 0x0D
                    guard isAllowed else { return Self.controlFault(UInt32(byte), at: offset) }
                    offset += 1
                    continue
                }
                guard let (scalar, length) = Self.decode(bytes, at: offset) else {
                    let shown = String(byte, radix: 16, uppercase: true)
                    return TextFault(
                        code: "not-utf8",
                        offset: offset,
                        message:
                            "the file is not UTF-8: the byte 0x\(shown) (byte \(offset + 1 + skipped) of the file) "
                            + "is no character",
                        hint: "save it as UTF-8"
                    )
                }
                if isYAML, Self.isNonPrintable(scalar) {
                    return Self.controlFault(scalar, at: offset)
                }
                offset += length
            }
            return nil
        }
    }

    /// Whether YAML calls a scalar beyond ASCII non-printable.
    private static func isNonPrintable(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x85: false
        case 0x80...0x9F, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    private static func controlFault(_ scalar: UInt32, at offset: Int) -> TextFault {
        let digits = String(scalar, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let name =
            switch scalar {
            case 0: "NUL "
            case 0x1B: "escape "
            case 0xFEFF: "byte order mark "
            default: ""
            }
        return TextFault(
            code: "control-character",
            offset: offset,
            message: "the control character \(name)(\(code)) cannot stand in a claims file",
            hint: "remove it, or write it as an escape in double quotes: \"\\u"
                + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "\""
        )
    }

    /// The scalar at an offset and its length, or nil where the bytes are no well-formed UTF-8 (Unicode, table 3-7).
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int)? {
        let first = bytes[offset]
        let length: Int
        var scalar: UInt32
        switch first {
        case 0xC2...0xDF: (length, scalar) = (2, UInt32(first & 0x1F))
        case 0xE0...0xEF: (length, scalar) = (3, UInt32(first & 0x0F))
        case 0xF0...0xF4: (length, scalar) = (4, UInt32(first & 0x07))
        default: return nil
        }
        guard offset + length <= bytes.count else { return nil }
        for index in 1..<length {
            let byte = bytes[offset + index]
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        guard length != 3 || scalar >= 0x800, length != 4 || scalar >= 0x10000, scalar <= 0x10FFFF,
            !(0xD800...0xDFFF).contains(scalar)
        else { return nil }
        return (scalar, length)
    }
}
