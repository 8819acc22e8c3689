"""What networkx and igraph say of guided search, disjoint paths and trees that join several vertices, and igraph of
eccentricity along weights.

S is the graph without parallel edges (the least weight of each).
"""

import math

import networkx as nx
from networkx.algorithms.approximation import steiner_tree

from common import number

CALLS = {
    "guidedDistances": "astar_path_length(S, 0, v, hops to v / 4, weight='weight'); -1 where there is no path",
    "edgeDisjoint": "igraph: Graph.edge_connectivity(0, v), v from 1",
    "edgeDisjointCollapsed": "len(list(edge_disjoint_paths(S, 0, v))), v from 1; 0 where there is no path",
    "vertexDisjoint": "igraph: Graph.vertex_connectivity(0, v) without the edges from 0 to v, and their number",
    "vertexDisjointCollapsed": "len(list(node_disjoint_paths(S, 0, v))), v from 1; 0 where there is no path",
    "weightedEccentricities": "igraph: Graph.eccentricity(mode='out', weights='weight')",
    "weightedExtent": "igraph: Graph.diameter(weights='weight'), Graph.radius(mode='out', weights='weight')",
    "weightedAveragePathLength": "igraph: Graph.average_path_length(weights='weight')",
    "connectingLengths": "steiner_tree(S without directions, those of 0, n/3, 2n/3, n-1 that hang together with 0,"
                         " method='mehlhorn'): its number of edges, and of the one by weight its weight",
}


def measure(subject):
    n, simple, other = subject.n, subject.simple, subject.other
    average = other.average_path_length(weights="weight")
    return {
        "guidedDistances": [guided(simple, v) for v in range(n)],
        "edgeDisjoint": [other.edge_connectivity(0, v) for v in range(1, n)],
        "edgeDisjointCollapsed": [count(nx.edge_disjoint_paths, simple, v) for v in range(1, n)],
        "vertexDisjoint": [vertex_disjoint(other, v) for v in range(1, n)],
        "vertexDisjointCollapsed": [count(nx.node_disjoint_paths, simple, v) for v in range(1, n)],
        "weightedEccentricities": [number(x) for x in other.eccentricity(mode="out", weights="weight")],
        "weightedExtent": [number(other.diameter(weights="weight")),
                           number(other.radius(mode="out", weights="weight"))],
        "weightedAveragePathLength": [] if math.isnan(average) else [number(average)],
        "connectingLengths": connecting_lengths(subject),
    }


def count(disjoint_paths, graph, target):
    try:
        return len(list(disjoint_paths(graph, 0, target)))
    except nx.NetworkXNoPath:
        return 0


def vertex_disjoint(graph, target):
    ends = {0, target}
    direct = [e.index for e in graph.es
              if {e.source, e.target} == ends and (not graph.is_directed() or e.source == 0)]
    rest = graph.copy()
    rest.delete_edges(direct)
    return len(direct) + rest.vertex_connectivity(0, target)


def guided(graph, target):
    hops = nx.single_target_shortest_path_length(graph, target)
    try:
        return number(nx.astar_path_length(
            graph, 0, target, heuristic=lambda v, _: dict(hops).get(v, 0) / 4, weight="weight"))
    except nx.NetworkXNoPath:
        return -1


def connecting_lengths(subject):
    n = subject.n
    graph = nx.Graph()
    graph.add_nodes_from(range(n))
    for s, t, weight in subject.multi.edges(data="weight"):
        if s != t and weight < graph.get_edge_data(s, t, {"weight": float("inf")})["weight"]:
            graph.add_edge(s, t, weight=weight)
    together = nx.node_connected_component(graph, 0)
    ends = sorted({0, n // 3, 2 * n // 3, n - 1} & together)
    if len(ends) < 2:
        return [0, 0]
    part = graph.subgraph(together)
    hops = steiner_tree(part, ends, weight="hops", method="mehlhorn")
    tree = steiner_tree(part, ends, weight="weight", method="mehlhorn")
    return [hops.number_of_edges(), number(tree.size(weight="weight"))]
