"""What networkx says of centralities that follow from the adjacency matrix or from electrical networks.

S is the graph without parallel edges, their number being its `multiplicity`. Where the largest singular value is not
well apart from the next, hubs and authorities are not unique, and the columns are empty.
"""

import networkx as nx
import numpy as np

from common import column, number

CALLS = {
    "katz": "katz_centrality_numpy(S, alpha=a, weight='multiplicity', normalized=False), a = 0.6 divided by the"
            " largest degree",
    "katzNormalized": "katz_centrality_numpy(S, alpha=a, beta={v: v % 3}, weight='multiplicity')",
    "katzAlpha": "a",
    "hubs": "hits(G), the edges weighted",
    "authorities": "hits(G), the edges weighted",
}


def measure(subject):
    n, multi, simple = subject.n, subject.multi, subject.simple
    alpha = 0.6 / max(1, *dict(multi.degree()).values())
    matrix = nx.to_numpy_array(multi, nodelist=range(n), weight="weight", multigraph_weight=sum)
    values = np.linalg.svd(matrix, compute_uv=False)
    hubs, authorities = {}, {}
    if values[0] > 0 and values[1] < 0.99 * values[0]:
        hubs, authorities = nx.hits(multi, tol=1e-14)
    return {
        "katz": column(
            nx.katz_centrality_numpy(simple, alpha=alpha, weight="multiplicity", normalized=False), n),
        "katzNormalized": column(
            nx.katz_centrality_numpy(simple, alpha=alpha, beta={v: v % 3 for v in range(n)},
                                     weight="multiplicity"), n),
        "katzAlpha": [number(alpha)],
        "hubs": column(hubs, n) if hubs else [],
        "authorities": column(authorities, n) if authorities else [],
    }
