import Foundation
import GraphKernel

/// Making graphs: of columns, of others, and by chance.
func buildingKernels() -> [BenchmarkKernel] {
    [
        BenchmarkKernel(name: "build") { input in
            let (sources, targets) = input.shuffled
            return { _ in
                let graph = try CompactGraph(
                    vertexCount: input.vertexCount,
                    sources: sources,
                    targets: targets,
                    direction: input.direction
                )
                return { graph.degrees().map(Double.init) }
            }
        },
        .plain("simplify") { graph, _ in
            let simple = graph.collapsed(droppingLoops: true).graph
            return { [Double(simple.edgeCount)] }
        },
        .plain("subgraph") { graph, _ in
            let half = Array(stride(from: 0, to: graph.vertexCount, by: 2))
            let part = try graph.subgraph(half).graph
            return { [Double(part.edgeCount)] }
        },
        .columns("rmat") { input, run in
            let graph = try GraphGenerators.rMat(scale: exponent(of: input.vertexCount), seed: run.seed)
            return { [Double(graph.edgeCount)] }
        },
        .columns("erdos-renyi") { input, run in
            let probability =
                Double(2 * input.sources.count) / Double(input.vertexCount)
                / Double(max(1, input.vertexCount - 1))
            let graph = try GraphGenerators.erdosRenyi(
                vertexCount: input.vertexCount,
                probability: min(1, probability),
                seed: run.seed
            )
            return { [Double(graph.edgeCount)] }
        },
        .columns("blocks") { input, run in
            let planted = try plantedBlocks(scale: exponent(of: input.vertexCount), seed: run.seed)
            return { [Double(planted.graph.edgeCount)] }
        },
    ]
}

/// The largest power of two that is not above the number of vertices.
private func exponent(of vertexCount: Int) -> Int {
    vertexCount.bitWidth - 1 - vertexCount.leadingZeroBitCount
}

/// 2^scale vertices in blocks as large as they are many, with twice as many ties within a block as beyond it.
private func plantedBlocks(scale: Int, seed: UInt64) throws -> PlantedGraph {
    let blockSize = 1 << (scale / 2)
    return try GraphGenerators.plantedPartition(
        blockCount: 1 << (scale - scale / 2),
        blockSize: blockSize,
        within: min(1, 12 / Double(blockSize)),
        between: min(1, 6 / Double(1 << scale)),
        seed: seed
    )
}

/// Writes the columns of a generated graph into a folder; loops and parallel edges are left in.
func generate(_ shape: String, size: Int, in folder: URL) throws {
    let seed: UInt64 = 42
    let graph: CompactGraph
    switch shape {
    case "rmat": graph = try GraphGenerators.rMat(scale: size, seed: seed)
    case "rmat-directed": graph = try GraphGenerators.rMat(scale: size, direction: .directed, seed: seed)
    case "blocks": graph = try plantedBlocks(scale: size, seed: seed).graph
    default: throw BenchmarkError("nobody knows how to make \"\(shape)\"")
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(graph.edgeSources, to: folder.appendingPathComponent("sources.i32"))
    try write(graph.edgeTargets, to: folder.appendingPathComponent("targets.i32"))
}
