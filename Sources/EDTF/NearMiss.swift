/// Finds what was meant by a text that is no date, for the hint of an error.
///
/// Every suggestion has been read as EDTF before it is made; where a text can mean two dates (`1/2/2018`) none is.
enum NearMiss {
    /// The error with a suggestion, if one is found or it has one.
    static func advise(_ error: EDTFError, about text: String) -> EDTFError {
        // Nobody writes a date of this length by mistake; do not search it.
        guard text.utf8.count <= 100 else { return error }
        let candidates = [error.suggestion] + [tidied(text), inWords(text), inNumbers(text)]
        for case .some(let meant) in candidates where meant != text && (try? EDTFDate(exactly: meant)) != nil
        {
            return EDTFError(
                error.code,
                error.message,
                offset: error.offset,
                hint: "did you mean '\(meant)'?",
                suggestion: meant
            )
        }
        return error
    }

    // MARK: Spaces, letters and marks

    /// The text with ASCII dashes, EDTF's letters and marks, and no spaces.
    private static func tidied(_ text: String) -> String? {
        var text = text.map(dashed).joined()
        text.removeAll(where: \.isWhitespace)
        for (old, new) in [("?~", "%"), ("~?", "%"), ("/open", "/.."), ("/now", "/.."), ("/unknown", "/")] {
            text = replacing(old, with: new, in: text)
        }
        for (old, new) in [("open/", "../"), ("unknown/", "/")] where text.hasPrefix(old) {
            text = new + text.dropFirst(old.count)
        }
        let letters: [Character: Character] = [
            "x": "X", "u": "X", "U": "X", "t": "T", "z": "Z", "y": "Y", "e": "E",
        ]
        text = String(text.map { letters[$0] ?? $0 })
        if text.hasPrefix("+") { text.removeFirst() }
        if text == "-0000" { text = "0000" }
        return text
    }

    // MARK: Numbers

    /// Dates in figures: `2018-7-1`, `2018/07/01`, `31.12.2018`, `20180701`, `1985-1990`, `12345`.
    private static func inNumbers(_ text: String) -> String? {
        let text = text.map(dashed).joined()
        if let interval = ends(of: text) { return interval }
        let fields = text.split { "-/. ".contains($0) }.map(String.init)
        guard fields.allSatisfy({ $0.allSatisfy { "0123456789".contains($0) } }),
            text.allSatisfy({ "-/. 0123456789".contains($0) }), text.first?.isNumber == true
        else { return clockTime(text) }
        // Each field by its length: y for four figures, d for one or two, ? for others.
        let shape = String(fields.map { $0.count == 4 ? "y" : $0.count <= 2 ? "d" : "?" })
        switch shape {
        case "?" where fields[0].count == 8:
            let date = "\(fields[0].prefix(4))-\(fields[0].dropFirst(4).prefix(2))-\(fields[0].suffix(2))"
            return (try? EDTFDate(exactly: date)) != nil ? date : "Y" + fields[0]
        case "?" where fields[0].count == 6:
            let date = "\(fields[0].prefix(4))-\(fields[0].suffix(2))"
            return (try? EDTFDate(exactly: date)) != nil ? date : "Y" + fields[0]
        case "?": return "Y" + fields[0]
        case "yy": return fields.joined(separator: "/")
        case "yd" where Int(fields[1]).map { $0 > 41 } ?? false:
            // 1985-90 is no month, so it was a range of years.
            return "\(fields[0])/\(fields[0].prefix(2))\(fields[1])"
        case "yd": return "\(fields[0])-\(two(fields[1]))"
        case "dy": return "\(fields[1])-\(two(fields[0]))"
        case "ydd": return "\(fields[0])-\(two(fields[1]))-\(two(fields[2]))"
        case "ddy": return dayAndMonth(fields, isDotted: text.contains("."))
        default: return nil
        }
    }

    private static func dayAndMonth(_ fields: [String], isDotted: Bool) -> String? {
        guard let first = Int(fields[0]), let second = Int(fields[1]) else { return nil }
        if first > 12 || isDotted || first == second {
            return "\(fields[2])-\(two(fields[1]))-\(two(fields[0]))"
        }
        return second > 12 ? "\(fields[2])-\(two(fields[0]))-\(two(fields[1]))" : nil
    }

    /// `2018-07-01 12:30` and `2018-07-01T12:30`: a time has seconds, and `T` before it.
    private static func clockTime(_ text: String) -> String? {
        let parts = text.split(maxSplits: 1) { $0 == " " || $0 == "T" }
        guard parts.count == 2, parts[1].contains(":") else { return nil }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).count == 2 ? ":00" : ""
        return "\(parts[0])T\(parts[1])\(clock)"
    }

    /// `2018-7-1/2018-8`: each end for itself.
    private static func ends(of text: String) -> String? {
        let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard ends.count == 2 else { return nil }
        let mended = ends.map { end in
            end.isEmpty || end == ".." || (try? EDTFDate(exactly: end)) != nil ? end : date(from: end) ?? end
        }
        return mended == ends ? nil : mended.joined(separator: "/")
    }

    // MARK: Words

    /// Dates in English: `July 2018`, `16 July 2018`, `summer 2025`, `circa 1984`, `before 1984`, `1985 to 1990`.
    private static func inWords(_ text: String) -> String? {
        let words = text.map(dashed).joined().lowercased()
            .split { $0.isWhitespace || $0 == "," }.map(String.init)
            .flatMap(parted)
        guard let first = words.first, words.count <= 12 else { return nil }
        for (word, form) in [("to", "/"), ("until", "/"), ("through", "/"), ("-", "/"), ("or", ",")] {
            guard let place = words.firstIndex(of: word), place > 0 else { continue }
            let begin = words[..<place].drop { $0 == "from" || $0 == "either" }
            guard let from = date(in: begin), let to = date(in: words[(place + 1)...]) else { return nil }
            return form == "/" ? "\(from)/\(to)" : "[\(from),\(to)]"
        }
        let rest = words.dropFirst()
        switch first {
        case "between":
            guard let and = words.firstIndex(of: "and"), let from = date(in: words[1..<and]),
                let to = date(in: words[(and + 1)...])
            else { return nil }
            return "[\(from)..\(to)]"
        case "before": return date(in: rest).flatMap { neighbour(of: $0, isLater: false) }.map { "[..\($0)]" }
        case "after": return date(in: rest).flatMap { neighbour(of: $0, isLater: true) }.map { "[\($0)..]" }
        case "by", "until": return date(in: rest).map { "[..\($0)]" }
        case "since", "from": return date(in: rest).map { "\($0)/.." }
        default: return date(in: words[...])
        }
    }

    /// `2018-q3` and `c.1984` are two words each.
    private static func parted(_ word: String) -> [String] {
        for circa in ["c.", "ca."] where word.hasPrefix(circa) && word.count > circa.count {
            return [circa, String(word.dropFirst(circa.count))]
        }
        return word.contains("-q") ? word.split(separator: "-").map(String.init) : [word]
    }

    /// The year, month or day before or after one, since "before 1984" ends with 1983.
    private static func neighbour(of date: String, isLater: Bool) -> String? {
        guard case .single(let value)? = (try? EDTFDate(exactly: date))?.structure, value.qualifiers.isEmpty,
            value.year.form == .year, !value.hasUnspecifiedDigits, value.season == nil, !value.year.isNegative
        else { return nil }
        let units = value.units(slack: false, hemisphere: .northern)
        let day = CivilCalendar.isoDay(isLater ? units.lastEnd + 1 : units.firstBegin - 1)
        return String(day.prefix(date.count))
    }

    private static func date(from text: String) -> String? {
        inWords(text) ?? inNumbers(text)
    }

    /// One date in words, with "about" and "perhaps" before it.
    private static func date(in words: ArraySlice<String>) -> String? {
        guard let first = words.first else { return nil }
        let rest = words.dropFirst()
        switch first {
        case "c.", "ca.", "ca", "c", "circa", "about", "around", "approximately", "approx.":
            return date(in: rest).map { $0 + "~" }
        case "perhaps", "probably", "possibly", "maybe": return date(in: rest).map { $0 + "?" }
        case "in", "on", "the": return date(in: rest)
        default: break
        }
        if words.count == 1 { return year(first) }
        guard let place = words.firstIndex(where: { month($0) != nil || season($0) != nil }) else {
            return nil
        }
        let others = words.filter { $0 != words[place] && $0 != "of" }
        guard let year = others.last.flatMap(year), others.count <= 2 else { return nil }
        if let season = season(words[place]) { return others.count == 1 ? "\(year)-\(season)" : nil }
        guard let month = month(words[place]).map({ CivilCalendar.padded(Int64($0), 2) }) else { return nil }
        if others.count == 1 { return "\(year)-\(month)" }
        guard let day = others.first.map({ $0.prefix { $0.isNumber } }), 1...2 ~= day.count else {
            return nil
        }
        return "\(year)-\(month)-\(two(String(day)))"
    }

    /// `1984`, `1930s`, or a date that is one already.
    private static func year(_ word: String) -> String? {
        if word.count == 5, word.hasSuffix("0s") { return word.dropLast(2) + "X" }
        return (try? EDTFDate(exactly: word)) != nil ? word : nil
    }

    private static func month(_ word: String) -> Int? {
        let word = word.hasSuffix(".") ? String(word.dropLast()) : word
        guard word.count >= 3 else { return nil }
        return EnglishNames.months.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }

    private static func season(_ word: String) -> Int? {
        if let season = EnglishNames.seasons.firstIndex(of: word == "fall" ? "autumn" : word) {
            return season + 21
        }
        return ["q1", "q2", "q3", "q4"].firstIndex(of: word).map { $0 + 33 }
    }

    // MARK: Characters

    private static func dashed(_ character: Character) -> String {
        switch character {
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
        default: String(character)
        }
    }

    private static func two(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }

    private static func replacing(_ old: String, with new: String, in text: String) -> String {
        var (result, rest) = ("", Substring(text))
        while !rest.isEmpty {
            if rest.hasPrefix(old) {
                result += new
                rest = rest.dropFirst(old.count)
            } else if let first = rest.popFirst() {
                result.append(first)
            }
        }
        return result
    }
}
