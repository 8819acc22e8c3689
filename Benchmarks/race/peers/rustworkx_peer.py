"""rustworkx. Results are its own mappings; edges carry their weight as a Python float."""

from functools import cached_property

import rustworkx as rx

from case import Call, by_vertex, labels, unit_columns

NEVER = 1 << 60  # vertices from which on it would use more threads


class Graphs:
    def __init__(self, case):
        self.case = case

    @cached_property
    def plain(self):
        case = self.case
        graph = rx.PyDiGraph() if case.directed else rx.PyGraph()
        graph.add_nodes_from(range(case.n))
        graph.add_edges_from(list(zip(case.sources.tolist(), case.targets.tolist(), case.weights.tolist())))
        return graph

    @cached_property
    def shuffled(self):
        return list(zip(*(column.tolist() for column in self.case.shuffled)))


def calls(graphs):
    case = graphs.case
    g = lambda: graphs.plain
    threshold = lambda: NEVER if case.threads == 1 else 1
    column = lambda found: by_vertex(case.n, found)
    groups = lambda found: labels(case.n, found)

    def build():
        graph = rx.PyDiGraph() if case.directed else rx.PyGraph()
        graph.add_nodes_from(range(case.n))
        graph.add_edges_from_no_data(graphs.shuffled)
        return graph

    def degree(graph, vertex):
        return graph.in_degree(vertex) + graph.out_degree(vertex) if case.directed else graph.degree(vertex)

    def distances(found):
        values = by_vertex(case.n, found[0], float("inf"))
        values[case.starts[0]] = 0
        return values

    def blocks(found):
        return [found[s, t] if (s, t) in found else found[t, s]
                for s, t in zip(case.sources.tolist(), case.targets.tolist())]

    calls = {
        "erdos-renyi": Call("undirected_gnp_random_graph",
                            lambda: rx.undirected_gnp_random_graph(case.n, case.density, seed=case.seed),
                            lambda graph: [graph.num_edges()], needs=None),
        "build": Call("PyGraph.add_edges_from_no_data", build,
                      lambda graph: [degree(graph, v) for v in range(case.n)], "from a list of tuples",
                      needs="shuffled"),
        "sssp": Call("dijkstra_shortest_path_lengths, distances only",
                     lambda: [rx.dijkstra_shortest_path_lengths(g(), s, float) for s in case.starts[:8]], distances,
                     "a Python call for each weight"),
        "components": Call("weakly_connected_components" if case.directed else "connected_components",
                           lambda: (rx.weakly_connected_components if case.directed else rx.connected_components)(g()),
                           groups, "to sets"),
        "core": Call("core_number", lambda: rx.core_number(g()), column, "to a dictionary"),
        "betweenness": Call("betweenness_centrality",
                            lambda: rx.betweenness_centrality(g(), normalized=False, parallel_threshold=threshold()),
                            column),
        "edge-betweenness": Call("edge_betweenness_centrality",
                                 lambda: rx.edge_betweenness_centrality(g(), normalized=False,
                                                                        parallel_threshold=threshold()),
                                 lambda found: [found[edge] for edge in range(len(case.sources))]),
        "katz": Call("katz_centrality, 1e-9 / n",
                     lambda: rx.katz_centrality(g(), case.attenuation, 1.0, tol=1e-9 / case.n, max_iter=1000), column),
        "steiner": Call("steiner_tree, its length",
                        lambda: [sum(rx.steiner_tree(g(), sorted(set(case.starts[:8])), float).edges())]),
        "closeness": Call("closeness_centrality",
                          lambda: rx.closeness_centrality(g(), parallel_threshold=threshold()), column),
        "eigenvector": Call("eigenvector_centrality, 1e-7 / n",
                            lambda: rx.eigenvector_centrality(g(), tol=1e-7 / case.n, max_iter=10_000), column),
    }
    if case.directed:
        calls["strong-components"] = Call("strongly_connected_components",
                                          lambda: rx.strongly_connected_components(g()), groups, "to lists")
        calls["hits"] = Call("hits, 1e-8", lambda: rx.hits(g(), tol=1e-8, max_iter=10_000),
                             lambda found: unit_columns([column(part) for part in found]))
        calls["pagerank"] = Call("pagerank, 1e-9 / n", lambda: rx.pagerank(g(), tol=1e-9 / case.n), column)
    else:
        calls["biconnected"] = Call("biconnected_components", lambda: rx.biconnected_components(g()), blocks)
    return calls
