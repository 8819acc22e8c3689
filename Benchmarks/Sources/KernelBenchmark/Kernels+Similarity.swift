import GraphKernel

/// How alike two vertices are, for all pairs of some vertices.
func similarityKernels() -> [BenchmarkKernel] {
    let measures: [(String, NeighborSimilarity)] = [
        ("jaccard", .jaccard), ("adamic-adar", .adamicAdar), ("resource-allocation", .resourceAllocation),
    ]
    let byNeighbors = measures.map { name, measure in
        BenchmarkKernel(name: name) { input in
            let (graph, couples) = (try input.plain.get(), couples(of: input.starts))
            return { run in
                let values = try graph.similarities(measure, of: couples, control: run.control)
                return { values }
            }
        }
    }
    return byNeighbors + [
        .plain("simrank") { graph, run in
            let found = try graph.simRank(tolerance: 1e-6, control: run.control)
            return { found.scores }
        }
    ]
}

/// All ordered pairs of the first 32 starts that are two vertices.
private func couples(of starts: [Int]) -> [(Int, Int)] {
    let some = Set(starts.prefix(32)).sorted()
    return some.flatMap { first in some.filter { $0 != first }.map { (first, $0) } }
}
