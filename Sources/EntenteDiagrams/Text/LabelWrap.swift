/// Breaking labels into a few lines of about equal length.
package enum LabelWrap {
    /// A label's lines, and whether some of it had to be cut.
    package struct Lines: Sendable, Hashable {
        package var lines: [String]
        package var isCut: Bool
    }

    /// Wraps a text.
    ///
    /// Greedy first, to learn how few lines a width allows; then the narrowest width that needs no more of them, which
    /// evens the lines out. A word that is too wide breaks after a hyphen or slash, else anywhere.
    ///
    /// - Parameters:
    ///   - text: Clean text on one line.
    ///   - width: The width to keep to, in the unit of `size`.
    ///   - maxLines: The most lines; the last one then ends with an ellipsis.
    /// - Complexity: O(length · log(width)).
    package static func wrap(
        _ text: String,
        width: Double,
        size: Double,
        isBold: Bool = false,
        maxLines: Int = 4
    )
        -> Lines
    {
        // No four lines hold more than this, and what is cut is cut before it is measured.
        let isClipped = text.count > 400
        let clipped = isClipped ? String(text.prefix(400)) : text
        let measure = { (part: String) in TextMetrics.width(of: part, size: size, isBold: isBold) }
        let words = pieces(of: clipped, width: width, measure: measure)
        guard !words.isEmpty else { return Lines(lines: [], isCut: false) }
        let greedy = fill(words, width: width, measure: measure)
        if greedy.count > maxLines || isClipped {
            var lines = Array(greedy.prefix(maxLines))
            lines[lines.count - 1] = cut(lines[lines.count - 1], width: width, measure: measure)
            return Lines(lines: lines, isCut: true)
        }
        guard greedy.count > 1 else { return Lines(lines: greedy, isCut: false) }
        var low = words.map { measure($0.text) }.max() ?? 0
        var high = width
        while high - low > 0.25 {
            let middle = (low + high) / 2
            if fill(words, width: middle, measure: measure).count <= greedy.count {
                high = middle
            } else {
                low = middle
            }
        }
        return Lines(lines: fill(words, width: max(high, low), measure: measure), isCut: false)
    }

    /// A piece that is not broken, and whether a space stands before it.
    private struct Word {
        var text: String
        var hasSpace: Bool
    }

    private static func pieces(of text: String, width: Double, measure: (String) -> Double) -> [Word] {
        var result: [Word] = []
        for word in text.split(separator: " ") {
            if measure(String(word)) <= width {
                result.append(Word(text: String(word), hasSpace: true))
                continue
            }
            var part = ""
            var isFirst = true
            for character in word {
                if !part.isEmpty, measure(part + String(character)) > width {
                    let cut = breakPoint(in: part, before: character, width: width, measure: measure)
                    result.append(Word(text: String(part[..<cut]), hasSpace: isFirst))
                    part = String(part[cut...])
                    isFirst = false
                }
                part.append(character)
            }
            if !part.isEmpty { result.append(Word(text: part, hasSpace: isFirst)) }
        }
        return result
    }

    /// Where to break a part that the next character would make too wide: after its last hyphen or the like, unless that
    /// leaves little before it or too much behind it; else at its end.
    private static func breakPoint(
        in part: String,
        before next: Character,
        width: Double,
        measure: (String) -> Double
    ) -> String.Index {
        guard let mark = part.lastIndex(where: { "-/–_.".contains($0) }) else { return part.endIndex }
        let cut = part.index(after: mark)
        let isUseful = measure(String(part[..<cut])) > width * 0.3
        return isUseful && measure(part[cut...] + String(next)) <= width ? cut : part.endIndex
    }

    private static func fill(_ words: [Word], width: Double, measure: (String) -> Double) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in words {
            let longer = line.isEmpty ? word.text : line + (word.hasSpace ? " " : "") + word.text
            if !line.isEmpty, measure(longer) > width + 1e-9 {
                lines.append(line)
                line = word.text
            } else {
                line = longer
            }
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }

    private static func cut(_ line: String, width: Double, measure: (String) -> Double) -> String {
        var line = line
        while !line.isEmpty, measure(line + "…") > width { line.removeLast() }
        while line.last == " " { line.removeLast() }
        return line + "…"
    }
}
