/// Finds what somebody may have meant.
package enum Suggestion {
    /// The candidate nearest to a word by edit distance, or nil where none is near enough to be worth offering.
    ///
    /// Near enough is at most a third of the word's length, at least one edit. Among equals the first in sorted
    /// order is taken. Complexity: O(candidates × length²).
    package static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: folded(word), among: candidates.lazy.map { (folded($0), $0) })
    }

    /// What of a word is compared: its first eighty letters, in lower case.
    fileprivate static func folded(_ word: String) -> [Unicode.Scalar] {
        Array(word.lowercased().unicodeScalars.prefix(80))
    }

    fileprivate static func nearest(
        to target: [Unicode.Scalar],
        among candidates: some Sequence<(scalars: [Unicode.Scalar], name: String)>
    ) -> String? {
        let limit = max(1, target.count / 3)
        var best: (distance: Int, name: String)?
        for (scalars, name) in candidates {
            guard abs(scalars.count - target.count) <= limit else { continue }
            let distance = editDistance(target, scalars, limit: limit)
            guard distance <= limit else { continue }
            if let current = best, (current.distance, current.name) <= (distance, name) { continue }
            best = (distance, name)
        }
        return best?.name
    }

    /// The optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours), or
    /// `limit + 1` where it is larger than the limit. Complexity: O(length × limit).
    package static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int {
        let beyond = limit + 1
        guard abs(a.count - b.count) <= limit else { return beyond }
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = Array(repeating: beyond, count: b.count + 1)
        var last = Array(0...b.count)
        var row = beforeLast
        for i in 1...a.count {
            // What lies further from the diagonal than the limit is beyond it.
            let (low, high) = (max(1, i - limit), min(b.count, i + limit))
            guard low <= high else { return beyond }
            row[low - 1] = low == 1 ? i : beyond
            var least = row[low - 1]
            for j in low...high {
                var distance = min(
                    last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1),
                    row[j - 1] + 1,
                    j < i + limit ? last[j] + 1 : beyond
                )
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    distance = min(distance, beforeLast[j - 2] + 1)
                }
                row[j] = min(distance, beyond)
                least = min(least, row[j])
            }
            if least > limit { return beyond }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[b.count]
    }
}

/// Finds the nearest of many names for many words: each word is looked for once, and no more are looked for when that
/// has taken long enough.
struct Speller {
    private let names: [(scalars: [Unicode.Scalar], name: String)]
    private var answers: [String: String?] = [:]
    /// How many more names may be compared with a word; a file full of faults needs no hint at the last of them.
    private var budget = 1_000_000

    init(_ names: some Sequence<String>) {
        self.names = names.map { (Suggestion.folded($0), $0) }
    }

    mutating func nearest(to word: String) -> String? {
        if let known = answers[word] { return known }
        guard budget > 0 else { return nil }
        budget -= names.count
        let found = Suggestion.nearest(to: Suggestion.folded(word), among: names)
        answers[word] = .some(found)
        return found
    }
}
