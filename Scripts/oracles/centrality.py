"""What networkx says of centralities that follow from the adjacency matrix or from electrical networks.

S is the graph without parallel edges, their number being its `multiplicity`; U the same without directions; W its
matrix of weights, those of one pair added. Where the largest singular value is not
well apart from the next, hubs and authorities are not unique, and the columns are empty.
"""

import networkx as nx
import numpy as np
import scipy

from common import column, number

CALLS = {
    "katz": "katz_centrality_numpy(S, alpha=a, weight='multiplicity', normalized=False), a = 0.6 divided by the"
            " largest degree",
    "katzNormalized": "katz_centrality_numpy(S, alpha=a, beta={v: v % 3}, weight='multiplicity')",
    "katzAlpha": "a",
    "hubs": "hits(G), the edges weighted",
    "authorities": "hits(G), the edges weighted",
    "currentFlow": "current_flow_closeness_centrality(C) for each component C of U, times its vertices less one; 0"
                   " for a vertex alone",
    "currentFlowWeighted": "the same, weight='weight'",
    "subgraph": "subgraph_centrality(U)",
    "subgraphWeighted": "scipy: expm(W), the diagonal",
    "groupDegree": "group_degree_centrality(S, [0, 1, 2])",
    "groupCloseness": "group_closeness_centrality(S, [0, 1, 2])",
    "groupClosenessWeighted": "group_closeness_centrality(S, [0, 1, 2], weight='weight')",
    "groupReach": "multi_source_dijkstra_path_length(S turned round, [0, 1, 2]): the vertices but 0, 1, 2",
    "groupBetweenness": "group_betweenness_centrality(S, [0, 1], normalized=False), (strongly) connected only",
}


def current_flow(graph, weight):
    values = {}
    for members in nx.connected_components(graph):
        component = graph.subgraph(members).copy()
        component.remove_edges_from(list(nx.selfloop_edges(component)))
        if len(members) > 1:
            found = nx.current_flow_closeness_centrality(component, weight=weight)
            values.update((v, x * (len(members) - 1)) for v, x in found.items())
    return column(values, len(graph), missing=0)


def measure(subject):
    n, multi, simple = subject.n, subject.multi, subject.simple
    alpha = 0.6 / max(1, *dict(multi.degree()).values())
    matrix = nx.to_numpy_array(multi, nodelist=range(n), weight="weight", multigraph_weight=sum)
    values = np.linalg.svd(matrix, compute_uv=False)
    together = nx.Graph()
    together.add_nodes_from(range(n))
    for s, t, weight in multi.edges(data="weight"):
        together.add_edge(s, t, weight=weight + (together[s][t]["weight"] if together.has_edge(s, t) else 0))
    hubs, authorities = {}, {}
    if values[0] > 0 and values[1] < 0.99 * values[0]:
        hubs, authorities = nx.hits(multi, tol=1e-14, nstart={v: 1 / n for v in range(n)})
    group = [0, 1, 2]
    backward = simple.reverse() if subject.directed else simple
    connected = nx.is_strongly_connected(simple) if subject.directed else nx.is_connected(simple)
    return {
        "groupDegree": [number(nx.group_degree_centrality(simple, group))],
        "groupCloseness": [number(nx.group_closeness_centrality(simple, group))],
        "groupClosenessWeighted": [number(nx.group_closeness_centrality(simple, group, weight="weight"))],
        "groupReach": [len(nx.multi_source_dijkstra_path_length(backward, group)) - len(group)],
        "groupBetweenness": [number(nx.group_betweenness_centrality(simple, [0, 1], normalized=False))]
        if connected else [],
        "katz": column(
            nx.katz_centrality_numpy(simple, alpha=alpha, weight="multiplicity", normalized=False), n),
        "katzNormalized": column(
            nx.katz_centrality_numpy(simple, alpha=alpha, beta={v: v % 3 for v in range(n)},
                                     weight="multiplicity"), n),
        "katzAlpha": [number(alpha)],
        "hubs": column(hubs, n) if hubs else [],
        "authorities": column(authorities, n) if authorities else [],
        "currentFlow": current_flow(together, None),
        "currentFlowWeighted": current_flow(together, "weight"),
        "subgraph": column(nx.subgraph_centrality(together), n),
        "subgraphWeighted": [number(x) for x in np.diag(scipy.linalg.expm(
            nx.to_numpy_array(together, nodelist=range(n))))],
    }
