import GraphKernel

/// Communities; the seed of the run is the algorithm's.
func communityKernels() -> [BenchmarkKernel] {
    [
        .plain("leiden") { graph, run in
            let found = try graph.leidenCommunities(seed: run.seed, control: run.control)
            return { found.labels.map(Double.init) }
        },
        .plain("leiden-stable") { graph, run in
            let found = try graph.leidenCommunities(
                maximumIterations: 1000,
                seed: run.seed,
                control: run.control
            )
            return { found.labels.map(Double.init) }
        },
        .plain("louvain") { graph, run in
            let found = try graph.louvainCommunities(seed: run.seed, control: run.control)
            return { found.labels.map(Double.init) }
        },
        .plain("label-propagation") { graph, run in
            let found = try graph.labelPropagation(seed: run.seed, control: run.control)
            return { found.labels.map(Double.init) }
        },
    ]
}
