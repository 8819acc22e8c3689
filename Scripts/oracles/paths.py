"""What networkx and igraph say of guided search, disjoint paths and trees that join several vertices.

S is the graph without parallel edges (the least weight of each).
"""

import networkx as nx

from common import number

CALLS = {
    "guidedDistances": "astar_path_length(S, 0, v, hops to v / 4, weight='weight'); -1 where there is no path",
}


def measure(subject):
    n, simple = subject.n, subject.simple
    return {
        "guidedDistances": [guided(simple, v) for v in range(n)],
    }


def guided(graph, target):
    hops = nx.single_target_shortest_path_length(graph, target)
    try:
        return number(nx.astar_path_length(
            graph, 0, target, heuristic=lambda v, _: dict(hops).get(v, 0) / 4, weight="weight"))
    except nx.NetworkXNoPath:
        return -1
