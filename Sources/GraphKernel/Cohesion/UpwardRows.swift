/// The rows of a simple undirected graph by degree: vertices are called by their rank in the order of degree,
/// then number, and each edge stands in the row of its lower end, and once more in a list of its upper end.
///
/// A triangle has a lowest, a middle and a highest corner. It is found at the middle one: the rows of its
/// lower neighbours are looked through, behind the middle corner itself, for vertices above it that it is
/// joined with. So the only pairs of edges looked at are those that meet at their lowest end; of these edges
/// no vertex has more than √(2 E). (Ortmann, Brandes (2014), "Triangle listing algorithms: back from the
/// diversion", doi:10.1137/1.9781611973198.1.)
struct UpwardRows: ~Copyable {
    /// The rank of each vertex.
    let ranks: Scratch<Int32>
    /// For each arc upwards the rank at its upper end, ascending in each row.
    let targets: Scratch<Int32>
    /// For each arc upwards its edge, if edges are asked for.
    let edges: Scratch<Int32>
    /// For each arc downwards the rank at its lower end.
    let lowers: Scratch<Int32>
    /// For each arc downwards its edge, if edges are asked for.
    let lowerEdges: Scratch<Int32>
    /// For each arc downwards the arc upwards that is the same edge.
    let positions: Scratch<Int32>
    private let offsets: [Int32]
    private let lowerOffsets: [Int32]
    /// For each rank how many pairs of edges are looked at there.
    private let work: Scratch<Int>

    init(_ arcs: Arcs, withEdges: Bool) {
        let (count, edgeCount) = (arcs.vertexCount, arcs.arcCount / 2)
        ranks = Scratch(uninitialized: count)
        targets = Scratch(uninitialized: edgeCount)
        edges = Scratch(uninitialized: withEdges ? edgeCount : 0)
        // One more, as what is next is written before it is known whether it counts: which end of an edge is
        // the lower one is too hard to guess for a branch.
        lowers = Scratch(uninitialized: edgeCount + 1)
        lowerEdges = Scratch(uninitialized: withEdges ? edgeCount + 1 : 0)
        positions = Scratch(uninitialized: edgeCount)
        work = Scratch(uninitialized: count)
        let (ranks, lowers, lowerEdges) = (ranks.buffer, lowers.buffer, lowerEdges.buffer)
        // Vertices in the order of degree, then of number, by counting.
        let starts = Scratch<Int32>(count: count + 1, repeating: 0)
        for vertex in 0..<count { starts[arcs.degree(vertex) + 1] &+= 1 }
        for degree in 0..<count { starts[degree + 1] &+= starts[degree] }
        let byRank = Scratch<Int32>(uninitialized: count)
        for vertex in 0..<count {
            let rank = starts[arcs.degree(vertex)]
            starts[arcs.degree(vertex)] &+= 1
            ranks[vertex] = rank
            byRank[Int(rank)] = Int32(truncatingIfNeeded: vertex)
        }
        let byRankColumn = byRank.buffer
        let lowerOffsets = Adjacency.offsets(count) { lengths in
            var end = 0
            for rank in 0..<count {
                let first = end
                for arc in arcs.range(Int(byRankColumn[rank])) {
                    let other = ranks[Int(arcs.targets[arc])]
                    lowers[end] = other
                    if withEdges { lowerEdges[end] = arcs.edges[arc] }
                    end &+= other < rank ? 1 : 0
                }
                lengths[rank] = Int32(truncatingIfNeeded: end &- first)
            }
        }
        let offsets = Adjacency.offsets(count) { lengths in
            for rank in 0..<count {
                let degree = Int32(truncatingIfNeeded: arcs.degree(Int(byRankColumn[rank])))
                lengths[rank] = degree &- (lowerOffsets[rank + 1] &- lowerOffsets[rank])
            }
        }
        // Upper ends are placed in ascending order, which sorts the rows.
        let cursors = Scratch<Int32>(uninitialized: count)
        for rank in 0..<count { cursors[rank] = offsets[rank] }
        for rank in 0..<count {
            var pairs = 0
            for back in Int(lowerOffsets[rank])..<Int(lowerOffsets[rank + 1]) {
                let lower = Int(lowers[back])
                let position = cursors[lower]
                cursors[lower] = position &+ 1
                targets[Int(position)] = Int32(truncatingIfNeeded: rank)
                if withEdges { edges[Int(position)] = lowerEdges[back] }
                positions[back] = position
                pairs &+= Int(offsets[lower &+ 1] &- position)
            }
            work[rank] = pairs
        }
        self.offsets = offsets
        self.lowerOffsets = lowerOffsets
    }

    /// The arcs upwards from a rank.
    @inline(__always)
    func above(_ rank: Int) -> Range<Int> {
        Range(uncheckedBounds: (Int(offsets[rank]), Int(offsets[rank &+ 1])))
    }

    /// The arcs downwards from a rank.
    @inline(__always)
    func below(_ rank: Int) -> Range<Int> {
        Range(uncheckedBounds: (Int(lowerOffsets[rank]), Int(lowerOffsets[rank &+ 1])))
    }

    /// The arcs of a lower end's row behind the one that an arc downwards stands for.
    @inline(__always)
    func rest(behind back: Int) -> Range<Int> {
        let next = Int(lowers[back]) &+ 1
        return Range(uncheckedBounds: (Int(positions[back]) &+ 1, Int(offsets[next])))
    }

    /// Cuts the ranks into at most 64 parts of about equal work, each of which is work enough to make up for
    /// a column of results.
    func parts() -> [Range<Int>] {
        var whole = 0
        for rank in 0..<work.count { whole &+= work[rank] &+ 1 }
        let share = max(whole / 64, 8 * work.count)
        var parts: [Range<Int>] = []
        var (start, sum) = (0, 0)
        for rank in 0..<work.count {
            sum &+= work[rank] &+ 1
            if sum > share || rank == work.count - 1 {
                parts.append(start..<rank + 1)
                (start, sum) = (rank + 1, 0)
            }
        }
        return parts
    }
}
