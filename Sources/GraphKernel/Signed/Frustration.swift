/// Two camps, and how far a signed graph is from falling into them.
public struct Frustration: Hashable, Sendable {
    /// No division into two camps leaves fewer pairs frustrated.
    public let lowerBound: Int
    /// The number of pairs of vertices that ``camps`` leaves frustrated: friends in different camps, or foes in one.
    public let upperBound: Int
    /// For each vertex its camp, 0 or 1, the first vertex of each component being in camp 0.
    public let camps: [Int8]
    /// The edges between frustrated pairs, ascending, neutral ones left out.
    public let frustratedEdges: [Int32]
    /// The edges left out because others of the opposite sign join the same vertices, ascending.
    public let mixedEdges: [Int32]
    /// The number of pairs of vertices that edges of one sign join.
    public let pairCount: Int

    /// Whether the bounds meet: then ``upperBound`` is the frustration index.
    public var isExact: Bool { lowerBound == upperBound }

    /// 1 less twice the share of frustrated pairs, 0...1, where 1 is balance (Aref and Wilson); `nil` without
    /// pairs, and a lower bound where the bounds do not meet.
    public var balance: Double? {
        pairCount > 0 ? 1 - 2 * Double(upperBound) / Double(pairCount) : nil
    }
}

extension CompactGraph {
    /// Finds the frustration index of a signed graph (line index of balance): the fewest pairs that are left
    /// frustrated by a division of the vertices into two camps, and such a division.
    ///
    /// Friends in different camps and foes in one are *frustrated*; without those pairs, or with their signs
    /// turned, the graph would be balanced.
    ///
    /// *Conventions.* Direction and weights are not looked at; edges of sign 0 and loops are left out. Parallel
    /// edges of one sign count once; two vertices that edges of both signs join are *mixed* and left out, and
    /// ``Frustration/mixedEdges`` lists those edges. The empty graph has the index 0.
    ///
    /// The index is the sum over biconnected components. In each, vertices with up to three neighbours are folded
    /// into what is left, which changes no optimum; where the bounds of ``frustrationBounds(signs:limit:rounds:seed:control:)``
    /// do not meet already, the rest is searched exhaustively, with the optimum of what is not yet divided as a
    /// bound (Russian doll search).
    ///
    /// - Parameters:
    ///   - signs: for each edge -1, 0 (neutral) or 1.
    ///   - limit: the most vertices that may be left of a biconnected component to be searched, 0...64. Random
    ///     signs between all of 48 vertices take about a second, of 60 about ten.
    ///   - control: cancellation, and progress in biconnected components; this runs on one thread.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter` (a sign or limit that is none),
    ///   `tooLarge` (more vertices left than the limit, or a directed graph with more than half of ``arcLimit``
    ///   edges) or `cancelled`.
    /// - Complexity: exponential in the vertices left of a component at worst. Deterministic.
    /// - SeeAlso: Aref, Wilson (2019), "Balance and frustration in signed networks",
    ///   [doi:10.1093/comnet/cny015](https://doi.org/10.1093/comnet/cny015); Verfaillie, Lemaître, Schiex (1996),
    ///   "Russian doll search for solving constraint optimization problems", AAAI-96.
    public func frustrationIndex(
        signs: [Int8],
        limit: Int = 48,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Frustration {
        try frustration(signs: signs, limit: limit, rounds: 20, seed: 1, mustBeExact: true, control: control)
    }

    /// Finds a good division of a signed graph into two camps, and how good any can be.
    ///
    /// The upper bound is the best of a seeded local search; the lower bound counts unbalanced cycles that share no
    /// edge, as each needs a frustrated pair of its own. Biconnected components of which few vertices are left, as
    /// in ``frustrationIndex(signs:limit:control:)``, are solved exactly.
    ///
    /// *Conventions.* As ``frustrationIndex(signs:limit:control:)``.
    ///
    /// - Parameters:
    ///   - signs: for each edge -1, 0 (neutral) or 1.
    ///   - limit: the most vertices that may be left of a biconnected component for it to be solved exactly, 0...64.
    ///   - rounds: how often, for each vertex left, the local search tries to turn round a few vertices, at least 0.
    ///   - seed: where the local search's random numbers start.
    ///   - control: cancellation, and progress in biconnected components; this runs on one thread.
    /// - Throws: ``GraphError`` with `columnLengthMismatch`, `invalidParameter`, `tooLarge` (a directed graph with
    ///   more than half of ``arcLimit`` edges) or `cancelled`.
    /// - Complexity: O(V + E) memory. A round takes O(V) small searches, the lower bound at most 200 passes of
    ///   O(V + E log E) and O(E √E) once; components within the limit as ``frustrationIndex(signs:limit:control:)``.
    ///   The same for a seed.
    /// - SeeAlso: Aref, Wilson (2018), "Measuring partial balance in signed networks",
    ///   [doi:10.1093/comnet/cnx044](https://doi.org/10.1093/comnet/cnx044); Facchetti, Iacono, Altafini (2011),
    ///   "Computing global structural balance in large-scale signed social networks",
    ///   [doi:10.1073/pnas.1109521108](https://doi.org/10.1073/pnas.1109521108).
    public func frustrationBounds(
        signs: [Int8],
        limit: Int = 24,
        rounds: Int = 20,
        seed: UInt64 = 1,
        control: RunControl = RunControl()
    ) throws(GraphError) -> Frustration {
        try frustration(
            signs: signs,
            limit: limit,
            rounds: rounds,
            seed: seed,
            mustBeExact: false,
            control: control
        )
    }

    private func frustration(
        signs: [Int8],
        limit: Int,
        rounds: Int,
        seed: UInt64,
        mustBeExact: Bool,
        control: RunControl
    ) throws(GraphError) -> Frustration {
        guard limit >= 0, limit <= 64 else {
            throw GraphError(.invalidParameter, "the limit \(limit) is not between 0 and 64")
        }
        guard rounds >= 0 else {
            throw GraphError(.invalidParameter, "the number of rounds, \(rounds), is below zero")
        }
        let form = try SignedForm(self, signs: signs)
        let blocks = try form.blocks(control: control)
        var lowerBound = 0
        for block in blocks.indices {
            try control.poll()
            var core = FrustrationCore(blocks[block])
            try core.fold(control: control)
            var random = SplitMix64(seed: seed)
            var search = FrustrationDescent(core)
            var sides = try search.run(rounds: rounds, random: &random, control: control)
            var least = try core.packedCycles(control: control)
            if least < core.roundedCost(of: sides), core.kernel.count <= limit {
                var exact = FrustrationSearch(core)
                sides = try exact.run(startingWith: sides, control: control)
                least = core.roundedCost(of: sides)
            } else if least < core.roundedCost(of: sides), mustBeExact {
                throw GraphError(
                    .tooLarge,
                    "of a biconnected component \(core.kernel.count) vertices are left, more than the limit "
                        + "of \(limit)"
                )
            }
            lowerBound += least
            blocks[block].sides = core.unfold(sides)
            control.progress?(block + 1, blocks.count)
        }
        let camps = form.camps(of: blocks)
        func isFrustrated(_ edge: Int) -> Bool {
            let isTogether = camps[Int(edgeSources[edge])] == camps[Int(edgeTargets[edge])]
            return isTogether == (signs[edge] < 0)
        }
        var isMixed = [Bool](repeating: false, count: edgeCount)
        for edge in form.mixedEdges { isMixed[Int(edge)] = true }
        let frustrated = (0..<edgeCount).filter { edge in
            signs[edge] != 0 && edgeSources[edge] != edgeTargets[edge] && !isMixed[edge] && isFrustrated(edge)
        }
        return Frustration(
            lowerBound: lowerBound,
            upperBound: form.firstEdges.count { isFrustrated(Int($0)) },
            camps: camps,
            frustratedEdges: frustrated.map { Int32(truncatingIfNeeded: $0) },
            mixedEdges: form.mixedEdges,
            pairCount: form.graph.edgeCount
        )
    }
}

/// A biconnected component of a signed graph, with vertices of its own, and their sides once they are known.
final class SignedBlock {
    /// The vertices in the graph, ascending.
    let vertices: [Int32]
    /// The ends of each edge, in the block, and its sign.
    let edges: [(source: Int32, target: Int32, sign: Int8)]
    /// For each vertex of the block its side, +1 or -1.
    var sides: [Int8] = []

    init(_ form: SignedForm, edges: [Int32]) {
        let graph = form.graph
        let ends = edges.flatMap { [graph.edgeSources[Int($0)], graph.edgeTargets[Int($0)]] }.sorted()
        var vertices: [Int32] = []
        for end in ends where vertices.last != end { vertices.append(end) }
        func number(_ vertex: Int32) -> Int32 {
            var (low, high) = (0, vertices.count - 1)
            while low < high {
                let middle = (low + high) / 2
                if vertices[middle] < vertex { low = middle + 1 } else { high = middle }
            }
            return Int32(truncatingIfNeeded: low)
        }
        self.edges = edges.map {
            (number(graph.edgeSources[Int($0)]), number(graph.edgeTargets[Int($0)]), form.signs[Int($0)])
        }
        self.vertices = vertices
    }
}

extension SignedForm {
    /// The biconnected components, in the order of their first edges.
    func blocks(control: RunControl) throws(GraphError) -> [SignedBlock] {
        let found = try graph.biconnectedComponents(control: control)
        var members = [[Int32]](repeating: [], count: found.count)
        for (edge, label) in found.edgeLabels.enumerated() {
            members[Int(label)].append(Int32(truncatingIfNeeded: edge))
        }
        return members.map { SignedBlock(self, edges: $0) }
    }

    /// The camps that follow from the sides within each block: where blocks meet, one is turned round to agree.
    fileprivate func camps(of blocks: [SignedBlock]) -> [Int8] {
        var blocksOf = [[(block: Int, position: Int)]](repeating: [], count: graph.vertexCount)
        for (block, content) in blocks.enumerated() {
            for (position, vertex) in content.vertices.enumerated() {
                blocksOf[Int(vertex)].append((block, position))
            }
        }
        var sides = [Int8](repeating: 0, count: graph.vertexCount)
        var isDone = [Bool](repeating: false, count: blocks.count)
        var open: [Int] = []
        for root in 0..<graph.vertexCount where sides[root] == 0 {
            sides[root] = 1
            open.append(root)
            while let vertex = open.popLast() {
                for (block, position) in blocksOf[vertex] where !isDone[block] {
                    isDone[block] = true
                    let turn = sides[vertex] * blocks[block].sides[position]
                    for (other, side) in zip(blocks[block].vertices, blocks[block].sides)
                    where sides[Int(other)] == 0 {
                        sides[Int(other)] = turn * side
                        open.append(Int(other))
                    }
                }
            }
        }
        return sides.map { $0 > 0 ? 0 : 1 }
    }
}
