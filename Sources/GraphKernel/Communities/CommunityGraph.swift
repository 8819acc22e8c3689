/// A graph as the methods that look for communities see it: without directions and loops, one tie for each two
/// vertices that edges join, and a mass a vertex that ties are weighed against.
///
/// To put vertex v into community C is worth w(v, C) - λ m(v) m(C), where w is the sum of the ties and m of the
/// masses; with directed modularity m(v) m(C) stands for out(v) in(C) + in(v) out(C). The vertices of an
/// aggregate are the communities of the graph that it was made of.
///
/// Ties are the same to the bit whatever the order of the edges: the strengths of parallel ones are added in
/// the order of their values.
final class CommunityGraph {
    let vertexCount: Int
    /// Where each row begins; rows are in no order after the first level, but always in the same.
    let offsets: Scratch<Int>
    let neighbors: Scratch<Int32>
    /// The tie to each neighbour, above 0; empty when all are 1.
    let ties: Scratch<Double>
    /// The masses; with directed modularity those out of the vertex.
    let masses: Scratch<Double>
    /// The masses into the vertex with directed modularity; else empty.
    let inMasses: Scratch<Double>
    /// λ.
    let penalty: Double

    init(
        offsets: consuming Scratch<Int>,
        neighbors: consuming Scratch<Int32>,
        ties: consuming Scratch<Double>,
        masses: consuming Scratch<Double>,
        inMasses: consuming Scratch<Double>,
        penalty: Double
    ) {
        vertexCount = masses.count
        self.offsets = offsets
        self.neighbors = neighbors
        self.ties = ties
        self.masses = masses
        self.inMasses = inMasses
        self.penalty = penalty
    }

    /// Whether all ties are 1.
    var isUniform: Bool { ties.count == 0 }
    var isDirected: Bool { inMasses.count > 0 }

    @inline(__always)
    func row(_ vertex: Int) -> Range<Int> {
        Range(uncheckedBounds: (offsets[vertex], offsets[vertex &+ 1]))
    }

    /// The tie of an arc.
    @inline(__always)
    func tie(_ arc: Int) -> Double {
        isUniform ? 1 : ties[arc]
    }

    @inline(__always)
    func mass(of vertex: Int) -> Mass {
        Mass(out: masses[vertex], into: isDirected ? inMasses[vertex] : 0)
    }

    /// The ties that two masses must have for it to be worth nothing to join them.
    @inline(__always)
    func expectedTies(_ first: Mass, _ second: Mass) -> Double {
        isDirected
            ? penalty * first.out * second.into + penalty * first.into * second.out
            : penalty * first.out * second.out
    }

    /// The mean of the ties; 1 where there is none.
    var meanTie: Double {
        let arcs = offsets[vertexCount]
        guard !isUniform, arcs > 0 else { return 1 }
        var mean = 0.0
        for arc in 0..<arcs { mean += ties[arc] / Double(arcs) }
        return mean
    }
}

/// What ties are weighed against: the mass of a vertex or of a set of them.
struct Mass {
    var out: Double
    /// With directed modularity the mass into it; else 0.
    var into: Double

    @inline(__always)
    static func + (first: Mass, second: Mass) -> Mass {
        Mass(out: first.out + second.out, into: first.into + second.into)
    }

    @inline(__always)
    static func - (first: Mass, second: Mass) -> Mass {
        Mass(out: first.out - second.out, into: first.into - second.into)
    }
}

extension CommunityGraph {
    /// The graph whose vertices are the classes of a partition, numbered from 0.
    func aggregated(by labels: [Int32], count: Int) -> CommunityGraph {
        let members = VertexGroups(labels: labels, count: count)
        return labels.withUnsafeBufferPointer { aggregated(by: $0, members) }
    }

    private func aggregated(
        by labels: UnsafeBufferPointer<Int32>,
        _ members: borrowing VertexGroups
    ) -> CommunityGraph {
        let count = members.count
        let masses = Scratch<Double>(count: count, repeating: 0)
        let inMasses = Scratch<Double>(count: isDirected ? count : 0, repeating: 0)
        for vertex in 0..<vertexCount {
            let label = Int(labels[vertex])
            masses[label] += self.masses[vertex]
            if isDirected { inMasses[label] += self.inMasses[vertex] }
        }
        // No more arcs than there are, of which those within classes fall away.
        let offsets = Scratch<Int>(count: count + 1, repeating: 0)
        let neighbors = Scratch<Int32>(uninitialized: self.neighbors.count)
        let ties = Scratch<Double>(uninitialized: self.neighbors.count)
        let sums = Scratch<Double>(count: count, repeating: 0)
        let (oldNeighbors, oldTies) = (self.neighbors.buffer, self.ties.buffer)
        var end = 0
        for label in 0..<count {
            let start = end
            for position in members.range(label) {
                let row = row(Int(members.vertices[position]))
                if isUniform {
                    for arc in row {
                        let other = Int(labels[Int(oldNeighbors[arc])])
                        let sum = sums[other]
                        neighbors[end] = Int32(truncatingIfNeeded: other)
                        end &+= sum == 0 ? 1 : 0
                        sums[other] = sum + 1
                    }
                } else {
                    for arc in row {
                        let other = Int(labels[Int(oldNeighbors[arc])])
                        let sum = sums[other]
                        neighbors[end] = Int32(truncatingIfNeeded: other)
                        end &+= sum == 0 ? 1 : 0
                        sums[other] = sum + oldTies[arc]
                    }
                }
            }
            var kept = start
            for position in start..<end {
                let other = neighbors[position]
                neighbors[kept] = other
                ties[kept] = sums[Int(other)]
                sums[Int(other)] = 0
                kept &+= Int(other) == label ? 0 : 1
            }
            end = kept
            offsets[label + 1] = end
        }
        return CommunityGraph(
            offsets: offsets,
            neighbors: neighbors,
            ties: ties,
            masses: masses,
            inMasses: inMasses,
            penalty: penalty
        )
    }
}

extension CommunityGraph {
    /// The connected parts of each class of a partition, numbered from 0 in the order of their first vertices.
    func connectedParts(of labels: [Int32]) -> (labels: [Int32], count: Int) {
        var parts = [Int32](repeating: -1, count: vertexCount)
        var (count, open): (Int32, [Int]) = (0, [])
        for root in 0..<vertexCount where parts[root] < 0 {
            parts[root] = count
            open.append(root)
            while let vertex = open.popLast() {
                for arc in row(vertex) {
                    let other = Int(neighbors[arc])
                    guard parts[other] < 0, labels[other] == labels[vertex] else { continue }
                    parts[other] = count
                    open.append(other)
                }
            }
            count += 1
        }
        return (parts, Int(count))
    }
}

/// The vertices of each class of a partition, ascending.
struct VertexGroups: ~Copyable {
    let starts: Scratch<Int32>
    let vertices: Scratch<Int32>

    /// The number of classes.
    var count: Int { starts.count - 1 }

    init(labels: [Int32], count: Int) {
        starts = Scratch(count: count + 1, repeating: 0)
        vertices = Scratch(uninitialized: labels.count)
        for vertex in 0..<labels.count { starts[Int(labels[vertex])] &+= 1 }
        var end: Int32 = 0
        for label in 0...count {
            end &+= starts[label]
            starts[label] = end
        }
        for vertex in stride(from: labels.count - 1, through: 0, by: -1) {
            let label = Int(labels[vertex])
            starts[label] &-= 1
            vertices[Int(starts[label])] = Int32(truncatingIfNeeded: vertex)
        }
    }

    @inline(__always)
    func range(_ label: Int) -> Range<Int> {
        Range(uncheckedBounds: (Int(starts[label]), Int(starts[label &+ 1])))
    }
}
