import GraphKernel

/// Scores found by iteration. Each program ends its own way, so the residuals that they reach are compared
/// too; the tolerances here are those at which the kernel's is no larger than the peers'.
func iterativeKernels() -> [BenchmarkKernel] {
    [
        .plain("pagerank") { graph, run in try pageRank(graph, 1e-9, run) },
        .plain("pagerank-exact") { graph, run in try pageRank(graph, 1e-12, run) },
        .plain("eigenvector") { graph, run in try eigenvector(graph, 1e-7, run) },
        .plain("eigenvector-exact") { graph, run in try eigenvector(graph, 1e-14, run) },
        .plain("hits") { graph, run in try hits(graph, 1e-8, run) },
        .plain("hits-exact") { graph, run in try hits(graph, 1e-14, run) },
        .plain("katz") { graph, run in
            let found = try graph.katzCentrality(
                alpha: attenuation(graph),
                tolerance: 1e-10,
                control: run.control
            )
            return { found.scores }
        },
    ]
}

private func pageRank(
    _ graph: CompactGraph,
    _ tolerance: Double,
    _ run: BenchmarkRun
) throws -> BenchmarkKernel.Answer {
    let found = try graph.pageRank(tolerance: tolerance, control: run.control)
    return { found.scores }
}

private func eigenvector(
    _ graph: CompactGraph,
    _ tolerance: Double,
    _ run: BenchmarkRun
) throws -> BenchmarkKernel.Answer {
    let found = try graph.eigenvectorCentrality(tolerance: tolerance, control: run.control)
    return { found.scores }
}

private func hits(
    _ graph: CompactGraph,
    _ tolerance: Double,
    _ run: BenchmarkRun
) throws -> BenchmarkKernel.Answer {
    let found = try graph.hubsAndAuthorities(tolerance: tolerance, control: run.control)
    return { unit(found.hubs) + unit(found.authorities) }
}

/// Katz's factor: small enough for every program, the same for all.
private func attenuation(_ graph: CompactGraph) -> Double {
    1 / Double((graph.degrees(direction: graph.isDirected ? .incoming : .both).max() ?? 0) + 1)
}

/// A column at norm 1.
private func unit(_ column: [Double]) -> [Double] {
    let norm = column.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return column.map { $0 / norm }
}
