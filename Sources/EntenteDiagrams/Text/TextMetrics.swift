/// Widths of text in Helvetica, Arial or Liberation Sans, which have the same advance widths.
///
/// Kept as a table, so that a figure does not depend on the fonts of the machine that draws it. Latin, Greek and
/// Cyrillic letters have the font's own widths; other scripts, which these fonts lack, count by class.
///
/// *Conventions*: kerning is left out, so a text is at most as wide as computed, but for a few pairs by hundredths of
/// an em; combining marks and joiners have no width; an emoji is one em, as is an ideograph.
///
/// - Complexity: linear in the text.
package enum TextMetrics {
    /// The width of a line in the unit of the font size.
    package static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
        var units = 0
        for character in text {
            units += advance(of: character, isBold: isBold)
        }
        return Double(units) / 2048 * size
    }

    /// The height of a line as a multiple of the font size.
    package static let lineHeight = 1.2
    /// From the top of a line to its baseline as a multiple of the font size: the line's letters, ascender to
    /// descender (0.905 + 0.212), stand in the middle of it.
    package static let baseline = (1.2 - 1.117) / 2 + 0.905

    /// The advance width of a character in 1/2048 em.
    static func advance(of character: Character, isBold: Bool) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        let isEmoji =
            first.properties.isEmojiPresentation
            || character.unicodeScalars.contains { $0.value == 0xFE0F } && first.properties.isEmoji
        if isEmoji { return 2048 }
        var units = 0
        for scalar in character.unicodeScalars {
            units += advance(of: scalar, isBold: isBold)
        }
        return units
    }

    private static func advance(of scalar: Unicode.Scalar, isBold: Bool) -> Int {
        for run in isBold ? WidthRun.bold : WidthRun.regular where run.first <= scalar.value {
            let index = Int(scalar.value - run.first)
            if index < run.widths.count, run.widths[index] > 0 { return Int(run.widths[index]) }
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .surrogate: return 0
        default: return classWidth(of: scalar.value)
        }
    }

    /// The width class of a script that the fonts do not have.
    private static func classWidth(of value: UInt32) -> Int {
        switch value {
        case 0x0180...0x02AF, 0x1E00...0x1EFF, 0x0460...0x052F, 0x1F00...0x1FFF: 1251
        case 0x0530...0x058F, 0x10A0...0x10FF: 1250
        case 0x0590...0x05FF, 0xFB1D...0xFB4F: 1160
        case 0x0600...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: 1230
        case 0x0900...0x0DFF: 1400
        case 0x0E00...0x0EFF: 1200
        case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF: 2048
        case 0xFF01...0xFF60, 0xFFE0...0xFFE6: 2048
        case 0xFF61...0xFFDC: 1024
        case 0x1F000...0x1FAFF, 0x20000...0x3FFFF: 2048
        case 0x2000...0x200A: 800
        case 0x2190...0x2BFF: 1800
        default: 1450
        }
    }
}

/// The advance widths of consecutive characters in 1/2048 em; zero where the font has none.
struct WidthRun: Sendable {
    let first: UInt32
    let widths: [UInt16]
}
