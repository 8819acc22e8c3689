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
            let scale = input.vertexCount.bitWidth - 1 - input.vertexCount.leadingZeroBitCount
            let graph = try GraphGenerators.rMat(scale: scale, seed: run.seed)
            return { [Double(graph.edgeCount)] }
        },
    ]
}

/// Writes the columns of a generated graph into a folder; loops and parallel edges are left in.
func generate(_ shape: String, size: Int, in folder: URL) throws {
    let seed: UInt64 = 42
    let graph: CompactGraph
    switch shape {
    case "rmat": graph = try GraphGenerators.rMat(scale: size, seed: seed)
    case "rmat-directed": graph = try GraphGenerators.rMat(scale: size, direction: .directed, seed: seed)
    default: throw BenchmarkError("nobody knows how to make \"\(shape)\"")
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(graph.edgeSources, to: folder.appendingPathComponent("sources.i32"))
    try write(graph.edgeTargets, to: folder.appendingPathComponent("targets.i32"))
}
