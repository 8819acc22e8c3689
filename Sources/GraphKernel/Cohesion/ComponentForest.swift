/// Trees of vertices, each of which points to a lower one of its component, or to itself.
struct ComponentForest: ~Copyable {
    let parents: Scratch<Int32>

    init(vertexCount: Int) {
        parents = Scratch(count: vertexCount, repeating: 0)
        for vertex in 0..<vertexCount { parents[vertex] = Int32(truncatingIfNeeded: vertex) }
    }

    /// Makes one component of those of two vertices; the lower root wins, so every root is the first vertex of
    /// its component.
    func join(_ one: Int, _ other: Int) {
        var (first, second) = (parents[one], parents[other])
        guard first != second else { return }
        (first, second) = (root(first), root(second))
        if first < second { parents[Int(second)] = first } else { parents[Int(first)] = second }
    }

    private func root(_ start: Int32) -> Int32 {
        var vertex = start
        while true {
            let parent = parents[Int(vertex)]
            guard parent != vertex else { return vertex }
            let above = parents[Int(parent)]
            parents[Int(vertex)] = above
            vertex = above
        }
    }

    /// Points every vertex at its root and returns the root of the most vertices, if they are more than half
    /// (of others some root: it only decides which edges are looked at).
    func flatten() -> Int32 {
        // Boyer and Moore's majority vote.
        var (candidate, votes) = (Int32(-1), 0)
        for vertex in 0..<parents.count {
            // Parents are lower, so they point at their roots by now.
            let root = parents[Int(parents[vertex])]
            parents[vertex] = root
            if root == candidate {
                votes += 1
            } else if votes == 0 {
                (candidate, votes) = (root, 1)
            } else {
                votes -= 1
            }
        }
        return candidate
    }
}
