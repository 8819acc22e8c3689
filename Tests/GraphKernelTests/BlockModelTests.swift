import GraphKernel
import Testing

@Suite struct BlockModelTests {
    @Test func certainProbabilitiesGiveTheDefinition() throws {
        // Blocks {0, 1, 2} and {3, 4}: the first complete, the second empty, all pairs between them.
        let both = try GraphGenerators.stochasticBlockModel(
            blockSizes: [3, 0, 2],
            probabilities: [[1, 0, 1], [0, 0, 0], [1, 0, 0]],
            seed: 7
        )
        #expect(both.blocks == [0, 0, 0, 2, 2])
        #expect(both.graph.edgeSources == [0, 0, 1, 0, 0, 1, 1, 2, 2])
        #expect(both.graph.edgeTargets == [1, 2, 2, 3, 4, 3, 4, 3, 4])
        let directed = try GraphGenerators.stochasticBlockModel(
            blockSizes: [2, 1],
            probabilities: [[1, 0], [1, 1]],
            direction: .directed,
            seed: 7
        ).graph
        #expect(directed.edgeSources == [0, 1, 2, 2])
        #expect(directed.edgeTargets == [1, 0, 0, 1])
        let partite = try GraphGenerators.plantedPartition(
            blockCount: 3,
            blockSize: 2,
            within: 0,
            between: 1,
            direction: .directed,
            seed: 1
        )
        #expect(partite.blocks == [0, 0, 1, 1, 2, 2])
        #expect(partite.graph.edgeCount == 24)
        #expect(try partite.graph.neighbors(of: 3) == [0, 1, 4, 5])
    }

    @Test func edgeCases() throws {
        let none = try GraphGenerators.stochasticBlockModel(blockSizes: [], probabilities: [], seed: 1)
        #expect(none.graph.vertexCount == 0)
        #expect(none.blocks == [])
        let single = try GraphGenerators.plantedPartition(
            blockCount: 1,
            blockSize: 1,
            within: 1,
            between: 1,
            seed: 1
        )
        #expect(single.graph.vertexCount == 1)
        #expect(single.graph.edgeCount == 0)
        #expect(
            try GraphGenerators.plantedPartition(blockCount: 0, blockSize: 5, within: 1, between: 1, seed: 1)
                .blocks == []
        )
        // So rare that none is to be expected, and that the gap does not fit a word.
        for probability in [Double.leastNonzeroMagnitude, 1e-200, 1e-18] {
            #expect(
                try GraphGenerators.erdosRenyi(vertexCount: 5000, probability: probability, seed: 3).edgeCount
                    == 0
            )
        }
    }

    @Test func parametersAreChecked() {
        func model(_ sizes: [Int], _ probabilities: [[Double]]) -> GraphError.Code? {
            errorCode {
                try GraphGenerators.stochasticBlockModel(
                    blockSizes: sizes,
                    probabilities: probabilities,
                    seed: 0
                )
            }
        }
        #expect(model([2], []) == .columnLengthMismatch)
        #expect(model([2, 2], [[0, 0], [0]]) == .columnLengthMismatch)
        #expect(model([-1], [[0]]) == .invalidParameter)
        #expect(model([2], [[-0.1]]) == .invalidParameter)
        #expect(model([2], [[.nan]]) == .invalidParameter)
        #expect(model([1, 1], [[0, 1], [0.5, 0]]) == .invalidParameter)
        #expect(model([.max, .max], [[0, 0], [0, 0]]) == .tooLarge)
        #expect(model([1 << 20], [[0.5]]) == .tooLarge)
        func partition(_ count: Int, _ size: Int, _ probability: Double = 0) -> GraphError.Code? {
            errorCode {
                try GraphGenerators.plantedPartition(
                    blockCount: count,
                    blockSize: size,
                    within: probability,
                    between: 0,
                    seed: 0
                )
            }
        }
        #expect(partition(-1, 2) == .invalidParameter)
        #expect(partition(2, 0) == .invalidParameter)
        #expect(partition(.max, 2) == .tooLarge)
        #expect(partition(2, 2, 1.5) == .invalidParameter)
        #expect(errorCode { try GraphGenerators.complete(vertexCount: 1 << 20) } == .tooLarge)
    }

    /// The edges in each pair of blocks are a binomial number: within five standard deviations of its mean,
    /// in each of the blocks and both directions.
    @Test(arguments: [CompactGraph.EdgeDirection.undirected, .directed])
    func countsAreBinomial(direction: CompactGraph.EdgeDirection) throws {
        let sizes = [300, 50, 170]
        let probabilities = [[0.11, 0.002, 0.3], [0.002, 0.9, 0.05], [0.3, 0.05, 0.01]]
        let planted = try GraphGenerators.stochasticBlockModel(
            blockSizes: sizes,
            probabilities: probabilities,
            direction: direction,
            seed: 11
        )
        var counts = [[Int]](repeating: [0, 0, 0], count: 3)
        let graph = planted.graph
        for edge in 0..<graph.edgeCount {
            let (source, target) = (Int(graph.edgeSources[edge]), Int(graph.edgeTargets[edge]))
            #expect(source != target)
            counts[Int(planted.blocks[source])][Int(planted.blocks[target])] += 1
        }
        #expect(graph.collapsed().graph.edgeCount == graph.edgeCount)
        for row in 0..<3 {
            for column in 0..<3 {
                var pairs = Double(sizes[row] * (row == column ? sizes[row] - 1 : sizes[column]))
                if direction == .undirected, row == column { pairs /= 2 }
                if direction == .undirected, row > column { pairs = 0 }
                let mean = pairs * probabilities[row][column]
                let deviation = (mean * (1 - probabilities[row][column])).squareRoot()
                #expect(abs(Double(counts[row][column]) - mean) <= 5 * deviation)
            }
        }
    }

    /// Each of the 28 pairs of a small graph is joined about as often as it should be, whatever its place.
    @Test func everyPairIsAlike() throws {
        var counts = [Int](repeating: 0, count: 64)
        for seed in 0..<2000 {
            let graph = try GraphGenerators.plantedPartition(
                blockCount: 4,
                blockSize: 2,
                within: 0.75,
                between: 0.25,
                seed: UInt64(seed)
            ).graph
            for edge in 0..<graph.edgeCount {
                counts[8 * Int(graph.edgeSources[edge]) + Int(graph.edgeTargets[edge])] += 1
            }
        }
        for low in 0..<8 {
            for high in 0..<8 {
                // Standard deviation √(2000 · 3/16) = 19.4.
                let expected = low >= high ? 0 : low / 2 == high / 2 ? 1500 : 500
                #expect(abs(counts[8 * low + high] - expected) <= (low < high ? 97 : 0))
            }
        }
    }

    /// A gap is g with the probability p (1 - p)^g.
    @Test(arguments: [0.9, 0.3, 0.04]) func gapsAreGeometric(probability: Double) {
        let gap = GeometricGap(probability: probability)
        var random = SplitMix64(seed: 5)
        let draws = 20_000
        var counts = [Int](repeating: 0, count: 40)
        for _ in 0..<draws {
            let length = gap.next(using: &random)
            if length < counts.count { counts[length] += 1 }
        }
        var share = probability
        for count in counts {
            let mean = Double(draws) * share
            #expect(abs(Double(count) - mean) <= 5 * max(1, mean).squareRoot())
            share *= 1 - probability
        }
    }

    @Test func seedsDecide() throws {
        func edges(_ seed: UInt64) throws -> [Int32] {
            try GraphGenerators.plantedPartition(
                blockCount: 4,
                blockSize: 20,
                within: 0.4,
                between: 0.05,
                seed: seed
            ).graph.edgeTargets
        }
        #expect(try edges(1) == edges(1))
        #expect(try edges(1) != edges(2))
    }
}
