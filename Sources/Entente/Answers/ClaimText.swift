internal import EDTF

/// Puts claims into words.
struct ClaimText {
    let graph: ClaimGraph

    func name(_ id: String) -> String { graph.entity(id)?.name ?? id }

    func names(_ ids: [String]) -> String { ids.map(name).joined(separator: ", ") }

    /// The claim's content as a sentence without its date: "Donald Trump met Vladimir Putin in Helsinki".
    func content(_ claim: Claim) -> String {
        let relation = graph.relation(of: claim)
        var text: String
        switch claim.ends {
        case .unary(let subject): text = "\(name(subject)) \(relation.reads)"
        case .directed(let subject, let object): text = "\(name(subject)) \(relation.reads) \(name(object))"
        case .symmetric(let all):
            text = "\(all.first.map(name) ?? "") \(relation.reads) \(Self.joined(all.dropFirst().map(name)))"
        }
        if let role = claim.role { text += " as \(role)" }
        if let value = claim.value { text += " (\(value.text))" }
        if let ordinal = claim.ordinal { text += " (\(ordinal.text))" }
        if !claim.regarding.isEmpty { text += " on \(Self.joined(claim.regarding.map(name)))" }
        if !claim.venues.isEmpty { text += " in \(Self.joined(claim.venues.map(name)))" }
        if let event = claim.event, !claim.ends.entities.contains(event) { text += " at \(name(event))" }
        if let condition = claim.condition { text += ", if \(words(of: condition))" }
        return text
    }

    /// A condition without its "if"; claims are told by what they say, without their own conditions.
    private func words(of condition: Claim.Condition) -> String {
        switch condition {
        case .text(let text):
            return text.lowercased().hasPrefix("if ") ? String(text.dropFirst(3)) : text
        case .claims(let ids):
            let told = ids.map { id -> String in
                guard var claim = graph.claim(id) else { return id.description }
                claim.condition = nil
                return "\(claim.affirms ? "" : "it is not so that ")\(content(claim)) (\(id.local))"
            }
            return Self.joined(told)
        }
    }

    /// "Abu Dhabi, Riyadh and Davos".
    static func joined(_ words: some Collection<String>) -> String {
        let all = Array(words)
        guard all.count > 1, let last = all.last else { return all.first ?? "" }
        return all.dropLast().joined(separator: ", ") + " and " + last
    }

    /// When, in words: "2018-07-16", "observed 2018-06-28", "undated (\"on Monday\")".
    func when(_ claim: Claim) -> String {
        switch claim.time {
        case .undated:
            return claim.dateText.map { "undated (“\($0)”)" } ?? "undated"
        case .when(let date): return date.words
        case .span(let from, let until):
            switch (from, until) {
            case (let from?, let until?): return "from \(from.endWords) until \(until.endWords)"
            case (let from?, nil): return "from \(from.endWords)"
            case (nil, let until?): return "until \(until.endWords)"
            case (nil, nil): return "undated"
            }
        case .observed(let date): return "observed \(date.words)"
        }
    }

    /// When, as EDTF, for programs; nil where there is no date, or none that EDTF can write as one.
    func edtf(_ claim: Claim) -> String? {
        switch claim.time {
        case .undated: return nil
        case .when(let date), .observed(let date): return date.description
        case .span(let from, let until):
            return (try? EDTFDate("\(from?.description ?? "")/\(until?.description ?? "")"))?.description
        }
    }

    /// In which voice it is said, and what of it is not simply so: "reported by Yuri Ushakov, scheduled".
    func voice(_ claim: Claim) -> String {
        var parts: [String] = []
        switch claim.polarity {
        case .positive: break
        case .negative: parts.append("not so")
        case .unproven: parts.append("unproven")
        }
        let speakers = claim.attributedTo.map(name)
        let by = speakers.isEmpty ? "" : " by " + speakers.joined(separator: ", quoting ")
        switch claim.modality {
        case .asserted:
            parts.append(speakers.isEmpty ? "asserted" : "asserted, after " + Self.joined(speakers))
        case .reported:
            parts.append(
                "reported" + (speakers.isEmpty ? "" : " from " + speakers.joined(separator: ", quoting "))
            )
        case .opinion: parts.append("opinion" + (speakers.isEmpty ? "" : " of " + Self.joined(speakers)))
        case .alleged: parts.append("alleged" + by)
        case .denied: parts.append("denied" + by)
        }
        if claim.status != .actual { parts.append(claim.status.rawValue.replacing("-", with: " ")) }
        if claim.basis != .stated { parts.append(claim.basis.rawValue) }
        if claim.rank == .deprecated {
            parts.append("set aside" + (claim.rankReason.map { ": \($0)" } ?? ""))
        }
        return parts.joined(separator: ", ")
    }
}

extension ClaimValue {
    /// "about 90 minute", "100 percent", or the text.
    public var text: String {
        switch self {
        case .text(let text): return text
        case .number(let number, let unit, let isApproximate):
            let digits = number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : "\(number)"
            return [isApproximate ? "about" : nil, digits, unit].compactMap { $0 }.joined(separator: " ")
        }
    }
}

extension Claim.Ordinal {
    /// "first in-person since 2021, so none before it".
    var text: String {
        let words = ["first", "second", "third", "fourth", "fifth"]
        var text = n >= 1 && n <= words.count ? words[n - 1] : "number \(n)"
        if let of { text += " \(of)" }
        if let since { text += " since \(since.words)" }
        return text + ", so \(n == 1 ? "none" : n == 2 ? "one" : "\(n - 1)") before it"
    }

    /// Its parts for programs; `before` is how many there were before it in its scope.
    var json: JSONValue {
        .object([
            "n": .integer(n), "of": .optional(of), "since": .optional(since?.description),
            "before": .integer(n - 1),
        ])
    }
}

extension EDTFDate {
    /// The date in words that can follow "from" and "until": "2018 or before", "some time between 2016 and 2018".
    fileprivate var endWords: String {
        guard case .oneOf(let elements) = structure, elements.count == 1 else { return words }
        switch elements[0] {
        case .onOrBefore(let value): return "\(value.words) or before"
        case .range(let from, let through): return "some time between \(from.words) and \(through.words)"
        case .value, .onOrAfter: return words
        }
    }
}
