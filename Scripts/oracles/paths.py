"""What networkx and igraph say of guided search, disjoint paths and trees that join several vertices.

S is the graph without parallel edges (the least weight of each).
"""

import networkx as nx

from common import number

CALLS = {
    "guidedDistances": "astar_path_length(S, 0, v, hops to v / 4, weight='weight'); -1 where there is no path",
    "edgeDisjoint": "igraph: Graph.edge_connectivity(0, v), v from 1",
    "edgeDisjointCollapsed": "len(list(edge_disjoint_paths(S, 0, v))), v from 1; 0 where there is no path",
    "vertexDisjoint": "igraph: Graph.vertex_connectivity(0, v) without the edges from 0 to v, and their number",
    "vertexDisjointCollapsed": "len(list(node_disjoint_paths(S, 0, v))), v from 1; 0 where there is no path",
}


def measure(subject):
    n, simple = subject.n, subject.simple
    return {
        "guidedDistances": [guided(simple, v) for v in range(n)],
        "edgeDisjoint": [subject.other.edge_connectivity(0, v) for v in range(1, n)],
        "edgeDisjointCollapsed": [count(nx.edge_disjoint_paths, simple, v) for v in range(1, n)],
        "vertexDisjoint": [vertex_disjoint(subject.other, v) for v in range(1, n)],
        "vertexDisjointCollapsed": [count(nx.node_disjoint_paths, simple, v) for v in range(1, n)],
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
