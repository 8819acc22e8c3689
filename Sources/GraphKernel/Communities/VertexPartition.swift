/// A partition of a community graph's vertices that moves of single vertices make better.
struct VertexPartition: ~Copyable {
    /// A community as seen from the vertex that is looked at.
    private struct Cell {
        var mass: Double
        /// The ties of the vertex to the community; 0 between vertices.
        var ties: Double
    }

    /// What a tie counts that would draw a vertex away, and one that would hold it: rounding must not keep
    /// vertices moving.
    private static let (away, here) = (1 - 1e-12, 1 + 1e-12)

    let graph: CommunityGraph
    let labels: Scratch<Int32>
    private let cells: Scratch<Cell>
    private let inMasses: Scratch<Double>
    private let sizes: Scratch<Int32>
    /// The communities without vertices, as a stack.
    private let empty: Scratch<Int32>
    private var emptyCount = 0
    /// All communities in use have numbers below this.
    private var bound: Int

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
        bound = count
        for community in stride(from: count - 1, through: 0, by: -1) where sizes[community] == 0 {
            empty[emptyCount] = Int32(truncatingIfNeeded: community)
            emptyCount += 1
        }
    }

    /// Gives the communities the lowest numbers if most of those in use are not: what lies together is read
    /// faster.
    private mutating func compact() {
        let count = graph.vertexCount
        guard 2 * (count - emptyCount) < bound else { return }
        // Whatever is moved goes to a number that is lower and was either empty or has been moved.
        let numbers = Scratch<Int32>(uninitialized: bound)
        var used = 0
        for community in 0..<bound where sizes[community] > 0 {
            numbers[community] = Int32(truncatingIfNeeded: used)
            let (cell, size) = (cells[community], sizes[community])
            cells[community] = Cell(mass: 0, ties: 0)
            sizes[community] = 0
            cells[used] = cell
            sizes[used] = size
            if graph.isDirected {
                let mass = inMasses[community]
                inMasses[community] = 0
                inMasses[used] = mass
            }
            used += 1
        }
        for vertex in 0..<count { labels[vertex] = numbers[Int(labels[vertex])] }
        for community in used..<count {
            empty[count - 1 - community] = Int32(truncatingIfNeeded: community)
        }
        bound = max(used, 1)
    }

    /// Looks at all vertices in random order, and again at those near one that has moved, and moves each to
    /// the community where it is worth most, until none is left to look at.
    mutating func move(
        using random: inout SplitMix64,
        poll: inout CancellationPoll
    ) throws(GraphError) {
        let count = graph.vertexCount
        // A vertex stands in the ring at most once.
        let ring = Scratch<Int32>(shuffled: count, using: &random)
        let isWaiting = Scratch<Bool>(count: count, repeating: true)
        let touched = Scratch<Int32>(uninitialized: count)
        let (neighbors, ties) = (graph.neighbors.buffer, graph.ties.buffer)
        let (labels, cells) = (labels.buffer, cells.buffer)
        var (head, waiting) = (0, count)
        while waiting > 0 {
            let vertex = Int(ring[head])
            head &+= 1
            if head == count {
                head = 0
                compact()
            }
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
    }

    /// The community where a vertex is worth most, and clears the sums of those touched.
    @inline(__always)
    private func best(
        for vertex: Int,
        of own: Int,
        among touched: borrowing Scratch<Int32>,
        _ count: Int
    ) -> Int {
        let cells = cells.buffer
        let mass = graph.masses[vertex]
        let scaled = graph.penalty * mass
        // As the mass of its own community holds the vertex's, that never wins against itself.
        var best = own
        var bestWorth: Double
        if graph.isDirected {
            let inMass = graph.inMasses[vertex]
            let scaledIn = graph.penalty * inMass
            bestWorth =
                Self.here * cells[own].ties - scaled * (inMasses[own] - inMass)
                - scaledIn * (cells[own].mass - mass)
            for position in 0..<count {
                let community = Int(touched[position])
                let ties = cells[community].ties
                let worth =
                    Self.away * ties - scaled * inMasses[community] - scaledIn * cells[community].mass
                cells[community].ties = 0
                if worth > bestWorth { (best, bestWorth) = (community, worth) }
            }
        } else {
            bestWorth = Self.here * cells[own].ties - scaled * (cells[own].mass - mass)
            for position in 0..<count {
                let community = Int(touched[position])
                let cell = cells[community]
                cells[community].ties = 0
                let worth = Self.away * cell.ties - scaled * cell.mass
                if worth > bestWorth { (best, bestWorth) = (community, worth) }
            }
        }
        if bestWorth < 0, sizes[own] > 1 { best = Int(empty[emptyCount - 1]) }
        return best
    }

    @inline(__always)
    private mutating func change(_ vertex: Int, from old: Int, to new: Int) {
        let mass = graph.masses[vertex]
        labels[vertex] = Int32(truncatingIfNeeded: new)
        if sizes[new] == 0 {
            emptyCount &-= 1
            bound = max(bound, new &+ 1)
        }
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
    /// The numbers from 0 below a count, in random order as far as memory likes it: runs of neighbouring
    /// numbers follow each other in random order, and so do the numbers within a run.
    init(shuffled count: Int, using random: inout SplitMix64) {
        self.init(uninitialized: count)
        let length = 64
        let runs = (count + length - 1) / length
        let order = Scratch(uninitialized: runs)
        order.fill(from: 0, upTo: runs, numbers: 0, using: &random)
        var end = 0
        for run in 0..<runs {
            let first = Int(order[run]) * length
            let size = min(length, count - first)
            fill(from: end, upTo: end + size, numbers: first, using: &random)
            end += size
        }
    }

    /// Writes successive numbers into a range of places in random order.
    private func fill(from start: Int, upTo end: Int, numbers first: Int, using random: inout SplitMix64) {
        for offset in 0..<(end - start) {
            let place = start + random.next(below: offset + 1)
            buffer[start + offset] = buffer[place]
            buffer[place] = Int32(truncatingIfNeeded: first + offset)
        }
    }
}
