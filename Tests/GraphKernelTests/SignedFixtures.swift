import GraphKernel

extension CompactGraph {
    /// Random signs, a share of them 0.
    func randomSigns(seed: UInt64) -> [Int8] {
        var random = SplitMix64(seed: seed)
        return edgeSources.map { _ in [1, 1, 1, -1, -1, 0][random.next(below: 6)] }
    }

    /// The pairs of vertices that edges of one sign join, with that sign.
    func signedPairs(_ signs: [Int8]) -> [Set<Int32>: Int8] {
        var found: [Set<Int32>: Set<Int8>] = [:]
        for edge in 0..<edgeCount where signs[edge] != 0 && edgeSources[edge] != edgeTargets[edge] {
            found[[edgeSources[edge], edgeTargets[edge]], default: []].insert(signs[edge])
        }
        return found.filter { $0.value.count == 1 }.mapValues { $0.contains(1) ? 1 : -1 }
    }

    /// The number of pairs that a division into camps frustrates.
    func frustratedPairs(_ signs: [Int8], _ camps: [Int8]) -> Int {
        signedPairs(signs).count { pair, sign in Set(pair.map { camps[Int($0)] }).count == (sign > 0 ? 2 : 1)
        }
    }

    /// The least number of frustrated pairs of all divisions.
    func slowFrustration(_ signs: [Int8]) -> Int {
        let pairs = signedPairs(signs).map { pair, sign -> (Int, Int, Bool) in
            let ends = pair.sorted()
            return (Int(ends[0]), Int(ends[1]), sign > 0)
        }
        var least = pairs.count
        for division in 0..<(1 << max(0, vertexCount - 1)) {
            least = min(
                least,
                pairs.count { first, second, isPositive in
                    ((division >> first) & 1 == (division >> second) & 1) != isPositive
                }
            )
        }
        return least
    }
}

extension OracleGraph {
    /// The signs that the oracle gives to the edges.
    var signs: [Int8] {
        stride(from: 0, to: edges.count, by: 3).map { start in
            let kind = (3 * edges[start] + 5 * edges[start + 1] + edges[start + 2]) % 7
            return kind == 0 ? 0 : [1, 2, 4].contains(kind) ? -1 : 1
        }
    }
}
