/// A partition of a community graph's vertices that moves of single vertices make better.
struct VertexPartition: ~Copyable {
    /// A community as seen from the vertex that is looked at.
    private struct Cell {
        var mass: Double
        /// The ties of the vertex to the community; 0 between vertices.
        var ties: Double
    }

    /// The least share of a vertex's ties that a move has to gain: rounding must not keep vertices moving.
    private static let margin = 1e-12

    let graph: CommunityGraph
    let labels: Scratch<Int32>
    private let cells: Scratch<Cell>
    private let inMasses: Scratch<Double>
    private let sizes: Scratch<Int32>
    /// The communities without vertices, as a stack.
    private let empty: Scratch<Int32>
    private var emptyCount = 0

    /// Each vertex starts in the community that a closure names, below the number of vertices.
    init(of graph: CommunityGraph, startingWith label: (Int) -> Int32) {
        let count = graph.vertexCount
        self.graph = graph
        labels = Scratch(uninitialized: count)
        cells = Scratch(count: count, repeating: Cell(mass: 0, ties: 0))
        inMasses = Scratch(count: graph.inMasses.count, repeating: 0)
        sizes = Scratch(count: count, repeating: 0)
        empty = Scratch(uninitialized: count)
        for vertex in 0..<count {
            let community = Int(label(vertex))
            labels[vertex] = Int32(truncatingIfNeeded: community)
            cells.buffer[community].mass += graph.masses[vertex]
            if graph.isDirected { inMasses[community] += graph.inMasses[vertex] }
            sizes[community] &+= 1
        }
        for community in stride(from: count - 1, through: 0, by: -1) where sizes[community] == 0 {
            empty[emptyCount] = Int32(truncatingIfNeeded: community)
            emptyCount += 1
        }
    }

    /// Looks at all vertices in random order, and again at those near one that has moved, and moves each to
    /// the community where it is worth most, until none is left to look at.
    ///
    /// - Returns: the number of moves.
    mutating func move(
        using random: inout SplitMix64,
        poll: inout CancellationPoll
    ) throws(GraphError) -> Int {
        let count = graph.vertexCount
        // A vertex stands in the ring at most once.
        let ring = Scratch<Int32>(shuffled: count, using: &random)
        let isWaiting = Scratch<Bool>(count: count, repeating: true)
        let touched = Scratch<Int32>(uninitialized: count)
        let (neighbors, ties) = (graph.neighbors.buffer, graph.ties.buffer)
        let (labels, cells) = (labels.buffer, cells.buffer)
        var (head, waiting, moves) = (0, count, 0)
        while waiting > 0 {
            let vertex = Int(ring[head])
            head = head &+ 1 == count ? 0 : head &+ 1
            waiting &-= 1
            isWaiting[vertex] = false
            let row = graph.row(vertex)
            try poll.step(row.count &+ 1)
            let own = Int(labels[vertex])
            var touchedCount = 0
            if graph.isUniform {
                for arc in row {
                    let community = Int(labels[Int(neighbors[arc])])
                    let sum = cells[community].ties
                    touched[touchedCount] = Int32(truncatingIfNeeded: community)
                    touchedCount &+= sum == 0 ? 1 : 0
                    cells[community].ties = sum + 1
                }
            } else {
                for arc in row {
                    let community = Int(labels[Int(neighbors[arc])])
                    let sum = cells[community].ties
                    touched[touchedCount] = Int32(truncatingIfNeeded: community)
                    touchedCount &+= sum == 0 ? 1 : 0
                    cells[community].ties = sum + ties[arc]
                }
            }
            let best = best(for: vertex, of: own, among: touched, touchedCount)
            guard best != own else { continue }
            moves += 1
            change(vertex, from: own, to: best)
            for arc in row {
                let other = Int(neighbors[arc])
                guard Int(labels[other]) != best, !isWaiting[other] else { continue }
                isWaiting[other] = true
                let tail = head &+ waiting
                ring[tail < count ? tail : tail &- count] = Int32(truncatingIfNeeded: other)
                waiting &+= 1
            }
        }
        return moves
    }

    /// The community where a vertex is worth most, and clears the sums of those touched.
    @inline(__always)
    private func best(for vertex: Int, of own: Int, among touched: borrowing Scratch<Int32>, _ count: Int)
        -> Int
    {
        let cells = cells.buffer
        let mass = graph.masses[vertex]
        let scaled = graph.penalty * mass
        var (best, all) = (own, 0.0)
        var bestWorth: Double
        if graph.isDirected {
            let (scaledIn, inMass) = (graph.penalty * graph.inMasses[vertex], graph.inMasses[vertex])
            bestWorth =
                cells[own].ties - scaled * (inMasses[own] - inMass) - scaledIn * (cells[own].mass - mass)
            for position in 0..<count { all += cells[Int(touched[position])].ties }
            for position in 0..<count {
                let community = Int(touched[position])
                let worth =
                    cells[community].ties - scaled * inMasses[community] - scaledIn * cells[community].mass
                cells[community].ties = 0
                if community != own, worth > bestWorth + Self.margin * all {
                    (best, bestWorth) = (community, worth)
                }
            }
        } else {
            bestWorth = cells[own].ties - scaled * (cells[own].mass - mass)
            for position in 0..<count { all += cells[Int(touched[position])].ties }
            for position in 0..<count {
                let community = Int(touched[position])
                let worth = cells[community].ties - scaled * cells[community].mass
                cells[community].ties = 0
                if community != own, worth > bestWorth + Self.margin * all {
                    (best, bestWorth) = (community, worth)
                }
            }
        }
        if 0 > bestWorth + Self.margin * all, sizes[own] > 1 { best = Int(empty[emptyCount - 1]) }
        return best
    }

    @inline(__always)
    private mutating func change(_ vertex: Int, from old: Int, to new: Int) {
        let mass = graph.masses[vertex]
        labels[vertex] = Int32(truncatingIfNeeded: new)
        if sizes[new] == 0 { emptyCount &-= 1 }
        sizes[new] &+= 1
        cells.buffer[new].mass += mass
        sizes[old] &-= 1
        let isEmpty = sizes[old] == 0
        cells.buffer[old].mass = isEmpty ? 0 : cells[old].mass - mass
        if graph.isDirected {
            inMasses[new] += graph.inMasses[vertex]
            inMasses[old] = isEmpty ? 0 : inMasses[old] - graph.inMasses[vertex]
        }
        if isEmpty {
            empty[emptyCount] = Int32(truncatingIfNeeded: old)
            emptyCount &+= 1
        }
    }

    /// The mass of a community.
    @inline(__always)
    func mass(of community: Int) -> Mass {
        Mass(out: cells[community].mass, into: graph.isDirected ? inMasses[community] : 0)
    }
}

extension VertexPartition {
    /// Numbers the communities from 0 in the order of their first vertices.
    func numbered() -> (labels: [Int32], count: Int) {
        Communities.numbered(labels.array())
    }
}

extension Scratch where Element == Int32 {
    /// The numbers from 0 below a count in random order.
    init(shuffled count: Int, using random: inout SplitMix64) {
        self.init(uninitialized: count)
        for number in 0..<count {
            let place = random.next(below: number + 1)
            buffer[number] = buffer[place]
            buffer[place] = Int32(truncatingIfNeeded: number)
        }
    }
}
