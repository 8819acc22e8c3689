import GraphKernel

/// Centrality that is counted along shortest paths or in neighbourhoods.
func centralityKernels() -> [BenchmarkKernel] {
    [
        .plain("betweenness") { graph, run in
            let values = try graph.betweenness(control: run.control)
            return { values }
        },
        .plain("betweenness-64") { graph, run in
            let values = try graph.betweenness(from: run.starts, control: run.control)
            return { values }
        },
        .plain("edge-betweenness") { graph, run in
            let values = try graph.edgeBetweenness(control: run.control)
            return { values }
        },
        .weighted("betweenness-weighted") { graph, run in
            let values = try graph.betweenness(weighted: true, control: run.control)
            return { values }
        },
        .plain("closeness") { graph, run in
            let values = try graph.closeness(control: run.control)
            return { values }
        },
        .plain("closeness-64") { graph, run in
            let values = try graph.closeness(of: run.starts, control: run.control)
            return { values }
        },
        .plain("harmonic-64") { graph, run in
            let values = try graph.harmonicCentrality(of: run.starts, control: run.control)
            return { values }
        },
        .weighted("closeness-weighted") { graph, run in
            let values = try graph.closeness(weighted: true, control: run.control)
            return { values }
        },
        .plain("harmonic") { graph, run in
            let values = try graph.harmonicCentrality(control: run.control)
            return { values }
        },
        .plain("current-flow") { graph, run in
            let values = try graph.currentFlowCloseness(control: run.control)
            return { values }
        },
        .plain("subgraph-centrality") { graph, run in
            let values = try graph.subgraphCentrality(control: run.control)
            return { values }
        },
        .plain("constraint") { graph, run in
            let found = try graph.brokerage(control: run.control)
            return { found.constraints.map { $0 ?? 0 } }
        },
        .plain("degrees") { graph, _ in
            let degrees = graph.degrees()
            return { degrees.map(Double.init) }
        },
    ]
}
