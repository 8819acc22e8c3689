import Foundation
import GraphKernel

/// A graph's columns as they lie in a folder, and the graphs made of them, each when it is first asked for.
final class BenchmarkInput {
    private struct Description: Decodable {
        let vertices: Int
        let directed: Bool
    }

    let vertexCount: Int
    let direction: CompactGraph.EdgeDirection
    let sources: [Int32]
    let targets: [Int32]
    let weights: [Double]?
    /// When contacts begin and end, which is at once; empty in a graph without times.
    let begins: [Int64]
    let ends: [Int64]
    let starts: [Int]
    let pairs: [(source: Int, target: Int)]

    private(set) lazy var plain = Result {
        try CompactGraph(
            vertexCount: vertexCount,
            sources: sources,
            targets: targets,
            direction: direction,
            begins: begins.isEmpty ? nil : begins,
            ends: ends.isEmpty ? nil : ends
        )
    }
    private(set) lazy var weighted = Result { try plain.get().weighted(by: weights) }
    private(set) lazy var order = Result { try TemporalOrder(of: plain.get(), timing: .contacts) }
    /// The columns in the order of a hash of the edge's number, as an edge list comes that nobody sorted.
    private(set) lazy var shuffled = shuffledColumns()

    init(folder: URL) throws {
        let text = try Data(contentsOf: folder.appendingPathComponent("graph.json"))
        let description = try JSONDecoder().decode(Description.self, from: text)
        vertexCount = description.vertices
        direction = description.directed ? .directed : .undirected
        func column<Number: BitwiseCopyable>(_ name: String, _: Number.Type) throws -> [Number]? {
            let file = folder.appendingPathComponent(name)
            guard FileManager.default.fileExists(atPath: file.path) else { return nil }
            let data = try Data(contentsOf: file, options: .mappedIfSafe)
            return data.withUnsafeBytes { Array($0.bindMemory(to: Number.self)) }
        }
        guard let sources = try column("sources.i32", Int32.self),
            let targets = try column("targets.i32", Int32.self)
        else { throw BenchmarkError("\(folder.path) holds no graph") }
        (self.sources, self.targets) = (sources, targets)
        weights = try column("weights.f64", Double.self)
        begins = try column("times.i64", Int64.self) ?? []
        ends = try column("times.i64", Int64.self) ?? []
        starts = (try column("starts.i32", Int32.self) ?? []).map { Int($0) }
        let ends = (try column("pairs.i32", Int32.self) ?? []).map { Int($0) }
        pairs = stride(from: 0, to: ends.count - 1, by: 2).map { (ends[$0], ends[$0 + 1]) }
    }

    private func shuffledColumns() -> (sources: [Int32], targets: [Int32]) {
        var random = SplitMix64(seed: 5)
        var order = Array(sources.indices)
        for last in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(last, random.next(below: last + 1))
        }
        return (order.map { sources[$0] }, order.map { targets[$0] })
    }
}

/// Writes a column as it lies in memory.
func write<Number: BitwiseCopyable>(_ column: [Number], to file: URL) throws {
    try column.withUnsafeBytes { Data($0) }.write(to: file)
}
