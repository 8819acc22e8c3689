"""networkx: pure Python, up to 4096 vertices."""

from functools import cached_property
from itertools import islice

import networkx as nx
import numpy as np

from case import Call, by_vertex, edge_labels, labels, size_counts, unit_columns


class Graphs:
    def __init__(self, case):
        self.case = case

    @cached_property
    def plain(self):
        case = self.case
        graph = nx.DiGraph() if case.directed else nx.Graph()
        graph.add_nodes_from(range(case.n))
        graph.add_weighted_edges_from(zip(case.sources.tolist(), case.targets.tolist(), case.weights.tolist()))
        return graph

    @cached_property
    def bare(self):
        """The graph without weights, for what cannot be told to leave them alone."""
        graph = nx.create_empty_copy(self.plain)
        graph.add_edges_from(self.plain.edges)
        return graph

    @cached_property
    def joined(self):
        """The component in which searches begin."""
        return self.plain.subgraph(nx.node_connected_component(self.plain, self.case.starts[0])).copy()

    @cached_property
    def shuffled(self):
        return list(zip(*(column.tolist() for column in self.case.shuffled)))


def truss_numbers(graph):
    """The largest k of each edge's trusses, one k after the other."""
    numbers = {frozenset(edge): 2 for edge in graph.edges}
    k = 3
    while graph.number_of_edges():
        graph = nx.k_truss(graph, k)
        numbers.update((frozenset(edge), k) for edge in graph.edges)
        k += 1
    return numbers


def calls(graphs):
    case = graphs.case
    g = lambda: graphs.plain
    column = lambda found: by_vertex(case.n, found)
    first = lambda found: by_vertex(case.n, found[0], np.inf)
    groups = lambda found: labels(case.n, found)

    def build():
        graph = nx.DiGraph() if case.directed else nx.Graph()
        graph.add_nodes_from(range(case.n))
        graph.add_edges_from(graphs.shuffled)
        return graph

    def edges(numbers):
        return [numbers[frozenset(edge)] for edge in zip(case.sources.tolist(), case.targets.tolist())]

    def edge_column(values):
        return [values.get((s, t), values.get((t, s))) for s, t in zip(case.sources.tolist(), case.targets.tolist())]

    def similarity(measure):
        return lambda: [value for _, _, value in measure(g(), case.couples)]

    calls = {
        "build": Call("Graph.add_edges_from", build, lambda graph: [graph.degree(v) for v in range(case.n)],
                      "from a list of tuples", needs="shuffled"),
        "sssp": Call("single_source_dijkstra_path_length, distances only",
                     lambda: [nx.single_source_dijkstra_path_length(g(), s) for s in case.starts[:8]], first),
        "bfs": Call("single_source_shortest_path_length",
                    lambda: [nx.single_source_shortest_path_length(g(), s) for s in case.starts[:16]], first,
                    partial="distances only"),
        "pagerank": Call("pagerank, 1e-9 / n", lambda: nx.pagerank(g(), weight=None, tol=1e-9 / case.n), column),
        "eigenvector": Call("eigenvector_centrality, 1e-7 / n",
                            lambda: nx.eigenvector_centrality(g(), tol=1e-7 / case.n, max_iter=10_000), column),
        "katz": Call("katz_centrality, 1e-9 / n",
                     lambda: nx.katz_centrality(g(), case.attenuation, tol=1e-9 / case.n, normalized=False,
                                                weight=None), column),
        "betweenness": Call("betweenness_centrality", lambda: nx.betweenness_centrality(g(), normalized=False), column),
        "edge-betweenness": Call("edge_betweenness_centrality",
                                 lambda: nx.edge_betweenness_centrality(g(), normalized=False), edge_column),
        "core": Call("core_number", lambda: nx.core_number(g()), column),
        "closeness": Call("closeness_centrality", lambda: nx.closeness_centrality(g().reverse() if case.directed
                                                                                  else g()), column),
    }
    if case.directed:
        calls |= {
            "components": Call("weakly_connected_components",
                               lambda: list(nx.weakly_connected_components(g())), groups),
            "strong-components": Call("strongly_connected_components",
                                      lambda: list(nx.strongly_connected_components(g())), groups),
            "hits-exact": Call("hits (scipy's svds)", lambda: nx.hits(graphs.bare, tol=0),
                               lambda found: unit_columns([column(part) for part in found]), needs="bare"),
            "reciprocity": Call("overall_reciprocity", lambda: [nx.overall_reciprocity(g())]),
            "triads": Call("triadic_census", lambda: list(nx.triadic_census(g()).values())),
        }
    else:
        calls |= {
            "components": Call("connected_components", lambda: list(nx.connected_components(g())), groups),
            "triangles": Call("clustering", lambda: nx.clustering(g()), column),
            "biconnected": Call("biconnected_components", lambda: list(nx.biconnected_components(g())),
                                lambda found: edge_labels(case.sources, case.targets, found)),
            "louvain": Call("louvain_communities", lambda: nx.community.louvain_communities(g(), None, seed=case.seed),
                            groups),
            "label-propagation": Call("fast_label_propagation_communities",
                                      lambda: list(nx.community.fast_label_propagation_communities(
                                          g(), seed=case.seed)), groups),
            "jaccard": Call("jaccard_coefficient", similarity(nx.jaccard_coefficient)),
            "adamic-adar": Call("adamic_adar_index", similarity(nx.adamic_adar_index)),
            "resource-allocation": Call("resource_allocation_index", similarity(nx.resource_allocation_index)),
            "simrank": Call("simrank_similarity (numpy)", lambda: nx.simrank_similarity(graphs.bare, tolerance=1e-6),
                            lambda found: [found[s][t] for s in range(case.n) for t in range(case.n)], needs="bare"),
            "steiner": Call("approximation.steiner_tree, mehlhorn, its length", lambda: [
                nx.approximation.steiner_tree(graphs.joined, case.starts[:8], method="mehlhorn").size("weight")],
                            needs="joined"),
            "current-flow": Call("current_flow_closeness_centrality",
                                 lambda: nx.current_flow_closeness_centrality(graphs.joined, weight=None),
                                 lambda found: column(found) * (len(found) - 1) ** 2 / (case.n - 1),
                                 needs="joined"),
            "subgraph-centrality": Call("subgraph_centrality (numpy)", lambda: nx.subgraph_centrality(graphs.bare),
                                        column, needs="bare"),
            "assortativity": Call("degree_assortativity_coefficient",
                                  lambda: [nx.degree_assortativity_coefficient(g())]),
            "constraint": Call("constraint", lambda: nx.constraint(g()), lambda found: np.nan_to_num(column(found))),
            "k-shortest": Call("shortest_simple_paths", lambda: [
                len(path) - 1 for s, t in case.pairs[:4] for path in islice(nx.shortest_simple_paths(g(), s, t), 10)]),
            "truss": Call("k_truss for each k", lambda: truss_numbers(g()), edges),
            "cliques": Call("find_cliques", lambda: list(nx.find_cliques(g())), size_counts),
            "harmonic": Call("harmonic_centrality", lambda: nx.harmonic_centrality(g()), column),
            "pair": Call("bidirectional_shortest_path",
                         lambda: [len(nx.bidirectional_shortest_path(g(), s, t)) - 1 for s, t in case.pairs]),
            "pair-weighted": Call("bidirectional_dijkstra",
                                  lambda: [nx.bidirectional_dijkstra(g(), s, t)[0] for s, t in case.pairs]),
        }
    return calls
