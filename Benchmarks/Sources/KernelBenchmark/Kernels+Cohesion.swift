import GraphKernel

/// Components and cohesion.
func cohesionKernels() -> [BenchmarkKernel] {
    [
        .plain("components") { graph, run in
            let found = try graph.weakComponents(control: run.control)
            return { found.labels.map(Double.init) }
        },
        .plain("strong-components") { graph, run in
            let found = try graph.strongComponents(control: run.control)
            return { found.labels.map(Double.init) }
        },
        .plain("core") { graph, run in
            let numbers = try graph.coreNumbers(control: run.control)
            return { numbers.map(Double.init) }
        },
        .plain("triangles") { graph, run in
            let counts = try graph.triangleCounts(control: run.control)
            return { counts.localClustering }
        },
        .plain("biconnected") { graph, run in
            let found = try graph.biconnectedComponents(control: run.control)
            return { found.edgeLabels.map(Double.init) }
        },
        .plain("truss") { graph, run in
            let numbers = try graph.trussNumbers(control: run.control)
            return { numbers.map(Double.init) }
        },
        .plain("cliques") { graph, run in
            let found = try graph.maximalCliques(limit: .max, control: run.control)
            return { sizeCounts(found.cliques) }
        },
        .plain("triads") { graph, run in
            let census = try graph.triadCensus(control: run.control)
            return { census.counts.map(Double.init) }
        },
        .plain("reciprocity") { graph, _ in
            let value = graph.reciprocity()
            return { [value ?? .nan] }
        },
        .plain("assortativity") { graph, _ in
            let value = graph.degreeAssortativity()
            return { [value ?? .nan] }
        },
    ]
}

/// How many cliques there are of each size, from size 0 on.
private func sizeCounts(_ cliques: [[Int32]]) -> [Double] {
    var counts: [Double] = []
    for clique in cliques {
        while counts.count <= clique.count { counts.append(0) }
        counts[clique.count] += 1
    }
    return counts
}
