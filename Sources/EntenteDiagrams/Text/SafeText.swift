/// Text from outside, made fit for a figure.
package enum SafeText {
    /// Whether a scalar may not stand in XML or would change how its neighbours are read.
    ///
    /// Control characters and noncharacters are not allowed in XML 1.0; embeddings, overrides and isolates of the
    /// bidirectional algorithm would reorder text beyond their label. The two marks (U+200E, U+200F) are harmless.
    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x84, 0x86...0x9F: true
        case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
        case 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// One line of clean text: forbidden characters left out, runs of white space made one space, and no more than a
    /// given number of characters, the last of which is then an ellipsis.
    package static func line(_ text: String, limit: Int = 2000) -> String {
        var result = ""
        var count = 0
        var isSpacePending = false
        for character in text {
            let clean = cleaned(character)
            if clean.isEmpty { continue }
            if clean == " " {
                isSpacePending = !result.isEmpty
                continue
            }
            if count >= limit - 1 {
                result += "…"
                break
            }
            if isSpacePending {
                result += " "
                count += 1
                isSpacePending = false
            }
            result += clean
            count += 1
        }
        return result
    }

    /// A character without what is forbidden in it, white space as a space, and no more than eight scalars, so that
    /// stacked marks cannot climb over their line; a family emoji has seven.
    private static func cleaned(_ character: Character) -> String {
        if character.isWhitespace || character.isNewline { return " " }
        var kept = String.UnicodeScalarView()
        for scalar in character.unicodeScalars where !isForbidden(scalar) {
            kept.append(scalar)
            if kept.count == 8 { break }
        }
        return String(kept)
    }

    /// Text for XML content or a quoted attribute.
    package static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default:
                if !isForbidden(scalar) { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Whether most of a text is written from right to left.
    static func isRightToLeft(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
                return true
            default: if scalar.properties.isAlphabetic { return false }
            }
        }
        return false
    }
}
