"""What networkx and scipy say of signed graphs.

The sign of an edge is made of its ends and its weight: with k = 3 source + 5 target + quarters it is 0 where k mod 7
is 0, -1 where k mod 7 is 1, 2 or 4, and 1 elsewhere. F is the graph without directions, loops and edges of sign 0,
with one edge for each pair of vertices that edges of one sign join.
"""

import itertools

import networkx as nx
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

CALLS = {
    "signedTriangles": "enumerate_all_cliques(F), those of three, by the number of negative sides",
    "signedBalanced": "is_bipartite(F with each positive edge subdivided)",
    "frustration": "scipy: milp, least sum of f(uv) >= |x(u) - x(v)| for +, |x(u) + x(v) - 1| for -; x of 0 and 1",
}


def sign(source, target, quarters):
    k = (3 * source + 5 * target + quarters) % 7
    return 0 if k == 0 else -1 if k in (1, 2, 4) else 1


def form(subject):
    signs = {}
    for s, t, quarters in subject.edges:
        if s != t and sign(s, t, quarters):
            signs.setdefault((min(s, t), max(s, t)), set()).add(sign(s, t, quarters))
    graph = nx.Graph()
    graph.add_nodes_from(range(subject.n))
    graph.add_edges_from((u, v, {"sign": min(both)}) for (u, v), both in signs.items() if len(both) == 1)
    return graph


def frustration(graph):
    edges = list(graph.edges(data="sign"))
    if not edges:
        return 0
    n, m = graph.number_of_nodes(), len(edges)
    rows, least = [], []
    for position, (u, v, s) in enumerate(edges):
        for way in (1, -1):
            row = np.zeros(n + m)
            row[n + position] = 1
            row[u], row[v] = (-way, way) if s > 0 else (-way, -way)
            rows.append(row)
            least.append(0 if s > 0 else -way)
    answer = milp(np.concatenate([np.zeros(n), np.ones(m)]), integrality=np.ones(n + m), bounds=Bounds(0, 1),
                  constraints=LinearConstraint(np.array(rows), np.array(least), np.inf))
    assert answer.success
    return round(answer.fun)


def measure(subject):
    graph = form(subject)
    kinds = [0, 0, 0, 0]
    for clique in nx.enumerate_all_cliques(graph):
        if len(clique) == 3:
            kinds[sum(graph.edges[pair]["sign"] < 0 for pair in itertools.combinations(clique, 2))] += 1
    divided = nx.Graph()
    for u, v, s in graph.edges(data="sign"):
        nx.add_path(divided, [u, (u, v), v] if s > 0 else [u, v])
    return {
        "signedTriangles": kinds,
        "signedBalanced": [int(nx.is_bipartite(divided))],
        "frustration": [frustration(graph)],
    }
