import GraphKernel

/// Scores found by iteration. Each program ends its own way, so the residuals that they reach are compared
/// too; the tolerances here are those at which the kernel's is no larger than the peers'.
func iterativeKernels() -> [BenchmarkKernel] {
    [
        .plain("pagerank") { graph, run in
            let found = try graph.pageRank(tolerance: 1e-9, control: run.control)
            return { found.scores }
        },
        .plain("pagerank-exact") { graph, run in
            let found = try graph.pageRank(tolerance: 1e-12, control: run.control)
            return { found.scores }
        },
        .plain("eigenvector") { graph, run in
            let found = try graph.eigenvectorCentrality(tolerance: 1e-9, control: run.control)
            return { found.scores }
        },
    ]
}
