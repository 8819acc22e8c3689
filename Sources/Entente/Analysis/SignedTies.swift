public import EDTF
internal import GraphKernel

/// Friends and foes among actors, by the valence of what ties them, and the triangles that these make.
public struct SignedTies: Sendable {
    /// How two actors stand to each other.
    public struct Side: Sendable, Hashable {
        /// The two, by id, in the order of vertices.
        public var entities: [String]
        /// +1 friendly, -1 hostile; 0 where claims say both.
        public var sign: Int
        /// Whether it is so for certain, by date: of a mixed pair, whether both are.
        public var dates: Certainty
        /// The claims that are friendly, by their places in the graph, ascending.
        public var friendly: [Int]
        /// The claims that are hostile.
        public var hostile: [Int]
        /// Whether any of them is disputed.
        public var isDisputed: Bool
    }

    /// Three actors of whom each two are friends or foes.
    public struct Triangle: Sendable, Hashable {
        /// The three, by id, in the order of vertices.
        public var entities: [String]
        /// The sides between the first and second, first and third, second and third.
        public var sides: [Side]
        /// Whether the number of hostile sides is even: the foe of a foe is a friend.
        public var isBalanced: Bool { sides.reduce(1) { $0 * $1.sign } > 0 }
        /// Whether all sides are so for certain, by date.
        public var dates: Certainty { sides.map(\.dates).min() ?? .impossible }
    }

    /// The network that was looked at.
    public var network: Network
    /// All pairs of actors with a friendly or hostile claim, in the order of vertices.
    public var sides: [Side]
    /// Triangles of sides that are not mixed, the unbalanced first, then the certain, then in the order of vertices.
    public var triangles: [Triangle]
    /// Whether there are more than were listed.
    public var isCut: Bool
    /// The number of balanced and of unbalanced triangles, listed or not.
    public var counts: (balanced: Int, unbalanced: Int)
    /// The least number of sides that stand in the way of two camps without friends across or foes inside: at least and at
    /// most; equal where it is exact.
    public var frustration: ClosedRange<Int>
    /// Two camps that only as many sides as the upper number of ``frustration`` stand against, by id.
    public var camps: [[String]]
    /// The sides against these camps.
    public var frustrated: [Side]
}

extension Network {
    /// Looks for balance among the actors of the view.
    ///
    /// A claim counts where it ties two actors with each other and its relation has a valence: alliance and praise +1,
    /// attack and criticism -1. A pair of which both are said is mixed: it is listed, and in no triangle.
    ///
    /// - Parameter limit: the most triangles listed.
    /// - Throws: `AnalysisError` where a run is cancelled.
    /// - Complexity: O(E √E) for the triangles; the frustration is exact on small graphs and bounded on large ones.
    public func signedTies(limit: Int = 1000) throws(AnalysisError) -> SignedTies {
        // What ties a pair, in either direction.
        var edgesOfPair: [[Int]: [Int]] = [:]
        for tie in ties where tie.a != tie.b && entity(tie.a).kind.isActor && entity(tie.b).kind.isActor {
            edgesOfPair[[min(tie.a, tie.b), max(tie.a, tie.b)], default: []] += tie.edges
        }
        let pairs = edgesOfPair.keys.sorted { $0.lexicographicallyPrecedes($1) }
        var sides: [SignedTies.Side] = []
        var ends: [[Int]] = []
        for pair in pairs {
            guard let side = side(of: edgesOfPair[pair] ?? [], between: pair) else { continue }
            sides.append(side)
            ends.append(pair)
        }
        do throws(GraphError) {
            let signed = sides.indices.filter { sides[$0].sign != 0 }
            let graph = try CompactGraph(
                vertexCount: vertices.count,
                sources: signed.map { Int32(ends[$0][0]) },
                targets: signed.map { Int32(ends[$0][1]) },
                direction: .undirected
            )
            let signs = signed.map { Int8(sides[$0].sign) }
            let unbalanced = try graph.signedTriangles(signs: signs, balanced: false, limit: limit)
            let balanced = try graph.signedTriangles(
                signs: signs,
                balanced: true,
                limit: max(0, limit - unbalanced.triangles.count)
            )
            let counts = try graph.signedTriangleCounts(signs: signs)
            let frustration = try graph.frustrationBounds(signs: signs)
            let triangles = (unbalanced.triangles + balanced.triangles).map { triangle in
                SignedTies.Triangle(
                    entities: triangle.vertices.map { entity(Int($0)).id },
                    sides: triangle.edges.map { sides[signed[Int($0)]] }
                )
            }
            let tied = Set(signed.flatMap { [ends[$0][0], ends[$0][1]] }).sorted()
            return SignedTies(
                network: self,
                sides: sides,
                triangles: triangles.enumerated().sorted { a, b in
                    let left = (a.element.isBalanced ? 1 : 0, a.element.dates == .certain ? 0 : 1, a.offset)
                    return left < (
                        b.element.isBalanced ? 1 : 0, b.element.dates == .certain ? 0 : 1, b.offset
                    )
                }.map(\.element),
                isCut: unbalanced.isCut || balanced.isCut,
                counts: (counts.balancedTotal, counts.unbalancedTotal),
                frustration: frustration.lowerBound...frustration.upperBound,
                camps: Set(tied.map { frustration.camps[$0] }).sorted().map { camp in
                    tied.filter { frustration.camps[$0] == camp }.map { entity($0).id }
                },
                frustrated: frustration.frustratedEdges.map { sides[signed[Int($0)]] }
            )
        } catch {
            throw AnalysisError(error)
        }
    }

    private func side(of pairEdges: [Int], between pair: [Int]) -> SignedTies.Side? {
        var claims: [Int: Set<Int>] = [:]
        var dates: [Int: Certainty] = [:]
        var isDisputed = false
        for edge in pairEdges.map({ edges[$0] }) where edge.part == .ends {
            let valence = graph.relation(of: claim(edge)).valence.signum()
            guard valence != 0 else { continue }
            claims[valence, default: []].insert(edge.claim)
            dates[valence] = max(dates[valence] ?? .impossible, edge.dates)
            isDisputed = isDisputed || edge.isDisputed
        }
        guard let certainty = dates.values.min() else { return nil }
        let (friendly, hostile) = (claims[1] ?? [], claims[-1] ?? [])
        return SignedTies.Side(
            entities: pair.map { entity($0).id },
            sign: friendly.isEmpty ? -1 : hostile.isEmpty ? 1 : 0,
            dates: certainty,
            friendly: friendly.sorted(),
            hostile: hostile.sorted(),
            isDisputed: isDisputed
        )
    }
}
