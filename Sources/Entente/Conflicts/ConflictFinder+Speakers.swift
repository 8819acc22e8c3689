internal import EDTF

// What speakers take back, contradict, or are quoted with in different words.

extension ConflictFinder {
    mutating func compareSpeakers() {
        compareRetractions()
        compareTurns()
        compareQuotations()
    }

    /// Claims about others that take them back, or contradict them, unless that is told already.
    private mutating func compareRetractions() {
        let retracting = Set(graph.vocabulary.narrower(than: "retracted"))
        let contradicting = Set(graph.vocabulary.narrower(than: "contradicted"))
        let told = Set(conflicts.filter { $0.kind <= .tension }.flatMap(\.sides).flatMap(\.claims))
        let answers = groups { place -> [Answering] in
            let own = claim(place)
            let isRetraction = retracting.contains(own.relation)
            guard own.affirms, isRetraction || contradicting.contains(own.relation) && !told.contains(place)
            else {
                return []
            }
            let others = own.about.compactMap(graph.index(ofClaim:)).filter { timings[$0] != nil }
            return others.isEmpty ? [] : [Answering(isRetraction: isRetraction, others: others.sorted())]
        }
        for (answer, places) in answers {
            let first = claim(answer.others[0])
            let content = words(first.relation, first.ends)
            report(
                answer.isRetraction ? .reversal : .tension,
                first.affirms ? "whether \(content)" : "the denial that \(content)",
                about: first.ends.entities,
                [
                    Statement(says: "said: \(dates(of: answer.others))", claims: answer.others),
                    Statement(
                        says: "\(answer.isRetraction ? "taken back" : "contradicted"): \(dates(of: places))",
                        claims: places
                    ),
                ]
            )
        }
    }

    /// The claims that others are about, by their places, and whether these take them back.
    private struct Answering: Hashable, Comparable {
        var isRetraction: Bool
        var others: [Int]

        static func < (left: Answering, right: Answering) -> Bool {
            left.isRetraction != right.isRetraction
                ? left.isRetraction : left.others.lexicographicallyPrecedes(right.others)
        }
    }

    /// One speaker who is said to hold, and not to hold, the same.
    private mutating func compareTurns() {
        let spoken = groups { place -> [Spoken] in
            guard let speaker = claim(place).attributedTo.last, claim(place).condition == nil else {
                return []
            }
            return [Spoken(speaker: speaker, fact: Fact(claim(place)))]
        }
        for (key, places) in spoken {
            let (yes, no) = (places.filter { claim($0).affirms }, places.filter { !claim($0).affirms })
            guard let first = yes.first, !no.isEmpty else { continue }
            report(
                .reversal,
                "\(text.name(key.speaker)) on whether \(words(key.fact.relation, claim(first).ends))",
                about: [key.speaker] + claim(first).ends.entities,
                [
                    Statement(says: "so: \(utterances(yes))", claims: yes),
                    Statement(says: "not so: \(utterances(no))", claims: no),
                ]
            )
        }
    }

    private struct Spoken: Hashable, Comparable {
        var speaker: String
        var fact: Fact

        static func < (left: Spoken, right: Spoken) -> Bool {
            left.speaker != right.speaker ? left.speaker < right.speaker : left.fact < right.fact
        }
    }

    /// When something was said: "said 2018-07-16; undated".
    private func utterances(_ places: [Int]) -> String {
        var seen: Set<String> = []
        return places.map { claim($0).said?.when.map { "said \($0.words)" } ?? "at an unstated time" }
            .filter { seen.insert($0).inserted }.joined(separator: "; ")
    }

    /// One utterance quoted by two sources in words of which neither holds the other.
    private mutating func compareQuotations() {
        let quoted = groups { place -> [Spoken] in
            guard claim(place).quote != nil, let event = claim(place).said?.event,
                let speaker = claim(place).attributedTo.last
            else { return [] }
            var fact = Fact(claim(place))
            fact.ends.append(event)
            return [Spoken(speaker: speaker, fact: fact)]
        }
        for (key, places) in quoted {
            var sides: [[Int]] = []
            for place in places {
                if let same = sides.firstIndex(where: { side in side.contains { quotesAgree($0, place) } }) {
                    sides[same].append(place)
                } else {
                    sides.append([place])
                }
            }
            guard sides.count > 1, Set(places.map { claim($0).source }).count > 1,
                let event = key.fact.ends.last
            else { continue }
            report(
                .tension,
                "the words of \(text.name(key.speaker)) at \(text.name(event))",
                about: [key.speaker, event],
                sides.map { side in Statement(says: "“\(claim(side[0]).quote ?? "")”", claims: side) }
            )
        }
    }

    private func quotesAgree(_ one: Int, _ other: Int) -> Bool {
        func plain(_ place: Int) -> String {
            let words = NameIndex.fold(claim(place).quote ?? "").split { !($0.isLetter || $0.isNumber) }
            return " " + words.joined(separator: " ") + " "
        }
        let (a, b) = (plain(one), plain(other))
        return a.contains(b) || b.contains(a)
    }
}
