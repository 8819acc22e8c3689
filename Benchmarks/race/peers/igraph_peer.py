"""igraph's Python interface. Whatever it returns is made into Python lists; weights are read at each call."""

from functools import cached_property

import igraph
import numpy as np

from case import Call, edge_labels, size_counts, unit_columns


igraph.set_random_number_generator(None)  # igraph's own, which is faster than Python's


class Graphs:
    def __init__(self, case):
        self.case = case

    @cached_property
    def plain(self):
        case = self.case
        graph = igraph.Graph(n=case.n, edges=np.column_stack([case.sources, case.targets]), directed=case.directed)
        if len(case.sources) and (case.folder / "weights.f64").exists():
            graph.es["weight"] = case.weights.tolist()
        return graph

    @property
    def blocks(self):
        return self.case.block_matrix

    @cached_property
    def ends(self):
        return np.column_stack(self.case.shuffled)

    @property
    def share(self):
        """Of each vertex the share of the others that its component holds."""
        component = np.array(self.plain.connected_components(mode="weak").membership)
        return (np.bincount(component)[component] - 1) / max(self.case.n - 1, 1)


def calls(graphs):
    case = graphs.case
    g = lambda: graphs.plain
    lists = "to lists"

    def levels(found):
        order, layers, _ = found
        values = np.full(case.n, np.inf)
        for depth, (begin, end) in enumerate(zip(layers, layers[1:])):
            values[order[begin:end]] = depth
        return values

    def searches():
        first = None
        for start in case.starts[:16]:
            found = g().bfs(start)
            first = first or found
        return first

    def scaled(values):
        return np.nan_to_num(np.array(values, dtype=float)) * graphs.share

    def path_lengths(paths):
        return [case.weights[path].sum() if path else np.inf for path in paths]

    def yen(weights):
        return lambda: [g().get_k_shortest_paths(s, t, k=10, weights=weights, output="epath")
                        for s, t in case.pairs[:4]]

    def leiden(iterations):
        return lambda: g().community_leiden("modularity", n_iterations=iterations).membership

    return {
        "build": Call("Graph(n, edges)", lambda: igraph.Graph(n=case.n, edges=graphs.ends, directed=case.directed),
                      lambda graph: graph.degree(), "from a matrix of numpy", needs="ends"),
        "simplify": Call("Graph.simplify of a copy", lambda: g().copy().simplify(), lambda graph: [graph.ecount()]),
        "subgraph": Call("Graph.induced_subgraph", lambda: g().induced_subgraph(range(0, case.n, 2)),
                         lambda graph: [graph.ecount()]),
        "bfs": Call("Graph.bfs", searches, levels, lists),
        "sssp": Call("Graph.distances, one call, distances only",
                     lambda: g().distances(case.starts[:8], weights="weight"), lambda rows: rows[0], lists),
        "pair": Call("Graph.get_shortest_path", lambda: [g().get_shortest_path(s, t) for s, t in case.pairs],
                     lambda paths: [len(path) - 1 if path else np.inf for path in paths], lists),
        "pair-weighted": Call(
            "Graph.get_shortest_path",
            lambda: [g().get_shortest_path(s, t, weights="weight", output="epath") for s, t in case.pairs],
            path_lengths, lists),
        "k-shortest": Call("Graph.get_k_shortest_paths", yen(None),
                           lambda found: [len(path) for paths in found for path in paths], lists),
        "k-shortest-weighted": Call("Graph.get_k_shortest_paths", yen("weight"),
                                    lambda found: path_lengths([path for paths in found for path in paths]), lists),
        "all-shortest": Call("Graph.get_all_shortest_paths",
                             lambda: [len(g().get_all_shortest_paths(s, t)) for s, t in case.pairs], converts=lists),
        "edge-disjoint": Call("Graph.edge_disjoint_paths, their number",
                              lambda: [g().edge_disjoint_paths(s, t) for s, t in case.pairs[:4]]),
        "vertex-disjoint": Call("Graph.vertex_disjoint_paths, their number",
                                lambda: [g().vertex_disjoint_paths(s, t) for s, t in case.pairs[:4]]),
        "erdos-renyi": Call("Graph.Erdos_Renyi", lambda: igraph.Graph.Erdos_Renyi(n=case.n, p=case.density),
                            lambda graph: [graph.ecount()], needs=None),
        "blocks": Call("Graph.SBM", lambda: igraph.Graph.SBM(case.block_matrix, [case.block_size] * case.block_count),
                       lambda graph: [graph.ecount()], needs="blocks"),
        "diameter": Call("Graph.diameter", lambda: [g().diameter()]),
        "eccentricity": Call("Graph.eccentricity", lambda: g().eccentricity(), converts=lists),
        "average-path": Call("Graph.average_path_length", lambda: [g().average_path_length()]),
        "components": Call("Graph.connected_components", lambda: g().connected_components(mode="weak").membership,
                           converts=lists),
        "strong-components": Call("Graph.connected_components",
                                  lambda: g().connected_components(mode="strong").membership, converts=lists),
        "core": Call("Graph.coreness", lambda: g().coreness(), converts=lists),
        "triangles": Call("Graph.transitivity_local_undirected",
                          lambda: g().transitivity_local_undirected(mode="zero"), converts=lists),
        "biconnected": Call("Graph.biconnected_components", lambda: list(g().biconnected_components()),
                            lambda groups: edge_labels(case.sources, case.targets, groups), lists),
        "cliques": Call("Graph.maximal_cliques", lambda: g().maximal_cliques(), size_counts, lists),
        "leiden": Call("Graph.community_leiden, modularity", leiden(2), converts=lists),
        "leiden-stable": Call("Graph.community_leiden, modularity, until nothing changes", leiden(-1), converts=lists),
        "louvain": Call("Graph.community_multilevel", lambda: g().community_multilevel().membership, converts=lists),
        "label-propagation": Call("Graph.community_label_propagation",
                                  lambda: g().community_label_propagation().membership, converts=lists),
        "triads": Call("Graph.triad_census", lambda: list(g().triad_census())),
        "reciprocity": Call("Graph.reciprocity", lambda: [g().reciprocity()]),
        "assortativity": Call("Graph.assortativity_degree", lambda: [g().assortativity_degree(case.directed)]),
        "betweenness": Call("Graph.betweenness", lambda: g().betweenness(), converts=lists),
        "betweenness-weighted": Call("Graph.betweenness", lambda: g().betweenness(weights="weight"), converts=lists),
        "betweenness-64": Call("Graph.betweenness, sources", lambda: g().betweenness(sources=case.starts),
                               converts=lists),
        "edge-betweenness": Call("Graph.edge_betweenness", lambda: g().edge_betweenness(), converts=lists),
        "closeness-64": Call("Graph.closeness, vertices", lambda: g().closeness(case.starts),
                             lambda values: np.nan_to_num(values) * graphs.share[case.starts], lists),
        "harmonic-64": Call("Graph.harmonic_centrality, vertices",
                            lambda: g().harmonic_centrality(case.starts, normalized=False), converts=lists),
        "closeness-weighted": Call("Graph.closeness", lambda: g().closeness(weights="weight"), scaled, lists),
        "hits-exact": Call("Graph.hub_score and authority_score (ARPACK)",
                     lambda: (g().hub_score(), g().authority_score()), unit_columns, lists),
        "jaccard": Call("Graph.similarity_jaccard", lambda: g().similarity_jaccard(pairs=case.couples), converts=lists,
                        partial="each is its own neighbour, whatever `loops` says"),
        "closeness": Call("Graph.closeness", lambda: g().closeness(), scaled, lists),
        "harmonic": Call("Graph.harmonic_centrality", lambda: g().harmonic_centrality(normalized=False),
                         converts=lists),
        "constraint": Call("Graph.constraint", lambda: g().constraint(), np.nan_to_num, lists),
        "degrees": Call("Graph.degree", lambda: g().degree(), converts=lists),
        "pagerank-exact": Call("Graph.pagerank (PRPACK)", lambda: g().pagerank(), converts=lists),
        "eigenvector-exact": Call("Graph.eigenvector_centrality (ARPACK)", lambda: g().eigenvector_centrality(),
                            converts=lists),
    }
