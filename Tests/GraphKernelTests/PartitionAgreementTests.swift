import Foundation
import GraphKernel
import Testing

@Suite struct PartitionAgreementTests {
    @Test func byHand() throws {
        let equal = try PartitionAgreement([0, 0, 1, 2], [9, 9, -4, 3])
        #expect(equal.normalizedMutualInformation == 1)
        #expect(equal.adjustedRandIndex == 1)
        #expect(equal.variationOfInformation == 0)
        // Two halves against one whole: nothing in common, all of one entropy between them.
        let halves = try PartitionAgreement([0, 0, 1, 1], [0, 0, 0, 0])
        #expect(halves.normalizedMutualInformation == 0)
        #expect(halves.adjustedRandIndex == 0)
        expectClose([halves.variationOfInformation], [log(2)])
        // Crossing halves agree less than by chance: no pair together in both, of an expected 2/3.
        let crossing = try PartitionAgreement([0, 0, 1, 1], [0, 1, 0, 1])
        #expect(crossing.normalizedMutualInformation == 0)
        expectClose([crossing.adjustedRandIndex], [-0.5])
        expectClose([crossing.variationOfInformation], [2 * log(2)])
        // Two partitions that are one class, single vertices, or nothing.
        for labels in [[], [5], [1, 1, 1], [1, 2, 3]] as [[Int32]] {
            let same = try PartitionAgreement(labels, labels)
            #expect(same == equal)
        }
        #expect(errorCode { try PartitionAgreement([0], []) } == .columnLengthMismatch)
    }

    @Test(arguments: 0..<20) func areTheDefinitions(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let count = 2 + random.next(below: 30)
        let first = (0..<count).map { _ in Int32(random.next(below: 1 + seed % 6)) }
        let second = (0..<count).map { _ in Int32(random.next(below: 5)) - 2 }
        let found = try PartitionAgreement(first, second)
        func entropy(_ keys: [[Int32]]) -> Double {
            Set(keys).map { key in Double(keys.count { $0 == key }) / Double(count) }
                .map { -$0 * log($0) }.reduce(0, +)
        }
        let entropies = entropy(first.map { [$0] }) + entropy(second.map { [$0] })
        let joint = entropy(zip(first, second).map { [$0, $1] })
        expectClose([found.variationOfInformation], [2 * joint - entropies], tolerance: 1e-12)
        if entropies > 0 {
            expectClose(
                [found.normalizedMutualInformation],
                [2 * (entropies - joint) / entropies],
                tolerance: 1e-12
            )
        }
        // Of all pairs: together in both, in the first, in the second.
        var (both, one, other, all) = (0.0, 0.0, 0.0, 0.0)
        for left in 0..<count {
            for right in 0..<left {
                let (inFirst, inSecond) = (first[left] == first[right], second[left] == second[right])
                both += inFirst && inSecond ? 1 : 0
                one += inFirst ? 1 : 0
                other += inSecond ? 1 : 0
                all += 1
            }
        }
        let expected = one * other / all
        if (one + other) / 2 != expected {
            expectClose(
                [found.adjustedRandIndex],
                [(both - expected) / ((one + other) / 2 - expected)],
                tolerance: 1e-12
            )
        }
        let turned = try PartitionAgreement(second, first.map { 77 - $0 })
        expectClose([turned.adjustedRandIndex], [found.adjustedRandIndex], tolerance: 1e-12)
        expectClose([turned.variationOfInformation], [found.variationOfInformation], tolerance: 1e-12)
    }

    @Test(arguments: OracleGraph.all) func agreesWithIgraph(oracle: OracleGraph) throws {
        let graph = try oracle.graph()
        let first = (0..<graph.vertexCount).map { Int32($0 % 3) }
        let second = (0..<graph.vertexCount).map { Int32($0 / 4) }
        let components = try graph.weakComponents().labels
        var values: [Double] = []
        for (one, other) in [(first, second), (first, components), (second, components)] {
            let agreement = try PartitionAgreement(one, other)
            values += [agreement.normalizedMutualInformation, agreement.variationOfInformation]
        }
        expectClose(values, try oracle.numbers("agreement"))
        expectClose(
            [try PartitionAgreement(first, second).adjustedRandIndex],
            try oracle.numbers("adjustedRand")
        )
    }
}
