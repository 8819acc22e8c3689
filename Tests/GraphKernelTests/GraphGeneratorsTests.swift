import GraphKernel
import Testing

@Suite struct GraphGeneratorsTests {
    @Test func shapes() throws {
        #expect(try GraphGenerators.path(vertexCount: 0).edgeCount == 0)
        #expect(try GraphGenerators.path(vertexCount: 4).edgeTargets == [1, 2, 3])
        #expect(try GraphGenerators.cycle(vertexCount: 0).edgeCount == 0)
        #expect(try GraphGenerators.cycle(vertexCount: 3).edgeTargets == [1, 2, 0])
        #expect(try GraphGenerators.star(vertexCount: 0).edgeCount == 0)
        #expect(try GraphGenerators.star(vertexCount: 3).degrees() == [2, 1, 1])
        #expect(try GraphGenerators.complete(vertexCount: 5).edgeCount == 10)
        #expect(try GraphGenerators.complete(vertexCount: 5, direction: .directed).edgeCount == 20)
        #expect(SampleGraphs.karateClub.edgeCount == 78)
        #expect(SampleGraphs.krackhardtKite.edgeCount == 18)
        #expect(SampleGraphs.florentineFamilies.edgeCount == 20)
        #expect(SampleGraphs.florentineNames.count == 15)
    }

    @Test func parametersAreChecked() {
        let questions: [() throws -> Void] = [
            { _ = try GraphGenerators.path(vertexCount: -1) },
            { _ = try GraphGenerators.star(vertexCount: .max) },
            { _ = try GraphGenerators.erdosRenyi(vertexCount: 3, probability: 1.1, seed: 0) },
            { _ = try GraphGenerators.erdosRenyi(vertexCount: 3, probability: .nan, seed: 0) },
            { _ = try GraphGenerators.multigraph(vertexCount: 0, edgeCount: 1, seed: 0) },
            { _ = try GraphGenerators.multigraph(vertexCount: 3, edgeCount: -1, seed: 0) },
            { _ = try GraphGenerators.rMat(scale: 31, seed: 0) },
            { _ = try GraphGenerators.rMat(scale: 4, edgeFactor: .max, seed: 0) },
        ]
        for question in questions { #expect(errorCode(question) == .invalidParameter) }
    }

    @Test func seedsDecide() throws {
        let one = try GraphGenerators.rMat(scale: 6, seed: 1)
        #expect(try GraphGenerators.rMat(scale: 6, seed: 1).edgeTargets == one.edgeTargets)
        #expect(try GraphGenerators.rMat(scale: 6, seed: 2).edgeTargets != one.edgeTargets)
        #expect(one.edgeCount == 1024)
        let sparse = try GraphGenerators.erdosRenyi(vertexCount: 100, probability: 0.1, seed: 5)
        // 495 of 4950 pairs are expected, with a standard deviation of 21.
        #expect((390...600).contains(sparse.edgeCount))
        #expect(try GraphGenerators.erdosRenyi(vertexCount: 50, probability: 0, seed: 5).edgeCount == 0)
    }

    /// The first numbers of the reference implementation for the seed 1234567.
    @Test func splitMixIsTheReference() {
        var random = SplitMix64(seed: 1_234_567)
        #expect(random.next() == 6_457_827_717_110_365_317)
        #expect(random.next() == 3_203_168_211_198_807_973)
        #expect(random.next() == 9_817_491_932_198_370_423)
        for bound in [1, 2, 7, 1 << 40] {
            for _ in 0..<100 { #expect((0..<bound).contains(random.next(below: bound))) }
        }
        for _ in 0..<100 { #expect((0..<1).contains(random.nextUnit())) }
    }
}
