/// Sets of numbers that are joined and never parted (union-find).
///
/// - SeeAlso: Tarjan, van Leeuwen (1984), "Worst-case analysis of set union algorithms",
///   [doi:10.1145/62.2160](https://doi.org/10.1145/62.2160).
struct DisjointSets {
    private var parents: [Int]

    /// Makes a set of each number below a count.
    init(count: Int) {
        parents = Array(0..<count)
    }

    /// The number that stands for a number's set: its least.
    mutating func root(of number: Int) -> Int {
        var current = number
        while parents[current] != current {
            parents[current] = parents[parents[current]]
            current = parents[current]
        }
        return current
    }

    /// Makes one set of those of two numbers; returns whether they were two.
    mutating func join(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (root(of: one), root(of: other))
        guard first != second else { return false }
        parents[max(first, second)] = min(first, second)
        return true
    }
}
