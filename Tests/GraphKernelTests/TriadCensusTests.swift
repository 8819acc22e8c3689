import GraphKernel
import Testing

@Suite struct TriadCensusTests {
    /// All 64 directed graphs of three vertices, put into kinds by what the names say.
    @Test func everyTriadHasItsKind() throws {
        let arcs = [(0, 1), (1, 0), (0, 2), (2, 0), (1, 2), (2, 1)]
        var seen: [String: Int] = [:]
        for mask in 0..<64 {
            let edges = arcs.indices.filter { mask >> $0 & 1 == 1 }.map { arcs[$0] }
            let graph = try CompactGraph(vertexCount: 3, edges: edges, direction: .directed)
            let census = try graph.triadCensus()
            let kind = Self.kind(edges)
            #expect(census[kind] == 1, "\(edges)")
            #expect(census.counts.reduce(0, +) == 1)
            seen[kind, default: 0] += 1
        }
        // How many of the 64 are of each kind is in Holland and Leinhardt's paper.
        #expect(TriadCensus.names.map { seen[$0] } == [1, 6, 3, 3, 3, 6, 6, 6, 6, 2, 3, 3, 3, 6, 6, 1])
        #expect(try EdgeCase.empty(.directed).triadCensus()["400"] == nil)
    }

    private static func kind(_ edges: [(Int, Int)]) -> String {
        let pairs = [(0, 1), (0, 2), (1, 2)].map { pair in
            edges.count { $0 == pair || $0 == (pair.1, pair.0) }
        }
        let digits = [2, 1, 0].map { number in "\(pairs.count { $0 == number })" }.joined()
        let outs = (0..<3).map { vertex in edges.count { $0.0 == vertex } }
        let ins = (0..<3).map { vertex in edges.count { $0.1 == vertex } }
        switch digits {
        case "021": return digits + (outs.contains(2) ? "D" : ins.contains(2) ? "U" : "C")
        // The single edge points at the mutual pair (down: someone receives two), or away from it.
        case "111": return digits + (ins.contains(2) ? "D" : "U")
        case "030": return digits + (outs.contains(2) ? "T" : "C")
        case "120":
            let alone = (0..<3).first { vertex in
                !edges.contains { edge in
                    edge.0 == vertex && edges.contains { $0 == (edge.1, vertex) }
                }
            }
            guard let alone else { return digits }
            return digits + (outs[alone] == 2 ? "D" : ins[alone] == 2 ? "U" : "C")
        default: return digits
        }
    }

    @Test func edgeCases() throws {
        #expect(try EdgeCase.empty().triadCensus().counts == [Int](repeating: 0, count: 16))
        #expect(try EdgeCase.oneVertex().triadCensus().counts.reduce(0, +) == 0)
        #expect(try EdgeCase.loop(.directed).triadCensus().counts.reduce(0, +) == 0)
        #expect(try EdgeCase.parallel(.directed).triadCensus()["021C"] == 1)
        #expect(try EdgeCase.parallel().triadCensus()["201"] == 1)
        #expect(try EdgeCase.twoComponents(.directed).triadCensus()["012"] == 6)
        #expect(try EdgeCase.directedCycle().triadCensus()["021C"] == 4)
    }

    @Test func theNumberOfTriadsIsBounded() throws {
        // 200 000 · 199 999 · 199 998 / 6, beyond what 32 bits hold.
        let large = try CompactGraph(vertexCount: 200_000, edges: [], direction: .undirected)
        #expect(try large.triadCensus()["003"] == 1_333_313_333_400_000)
        let larger = try CompactGraph(vertexCount: 4_000_000, edges: [], direction: .undirected)
        #expect(errorCode { try larger.triadCensus() } == .numericOverflow)
    }

    @Test(arguments: SeededGraph.all) func addsUpAndTurnsRound(seeded: SeededGraph) throws {
        let graph = try seeded.graph()
        let census = try graph.triadCensus()
        let n = graph.vertexCount
        #expect(census.counts.reduce(0, +) == n * (n - 1) * (n - 2) / 6)
        let reversed = try graph.reversed().triadCensus()
        for (name, opposite) in [("021D", "021U"), ("111D", "111U"), ("120D", "120U"), ("030C", "030C")] {
            #expect(census[name] == reversed[opposite])
        }
    }

    @Test(arguments: OracleGraph.all.filter(\.directed)) func agreesWithNetworkx(oracle: OracleGraph) throws {
        let census = try oracle.graph().triadCensus()
        #expect(census.counts.map { Double($0) } == (try oracle.numbers("triads")))
    }
}
