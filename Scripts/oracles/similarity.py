"""What networkx, igraph and numpy say of the similarity of vertices.

P is the graph without loops and parallel edges. Pairs are those of vertex 0 and of vertex 1 with every vertex but
itself; networkx has these scores for undirected graphs only.
"""

import networkx as nx
import numpy as np

from common import number

CALLS = {
    "similarCommon": "numpy: |N(u) & N(v)|, from the product of P's adjacency matrix with its transpose",
    "similarCosine": "numpy: the same, divided by the lengths of the rows; 0 where one is empty",
    "similarJaccard": "igraph: P.similarity_jaccard(mode='out'); both ways where N(u) is empty: 0",
    "similarJaccardIncoming": "igraph: P.similarity_jaccard(mode='in')",
    "similarAdamicAdar": "igraph: P.similarity_inverse_log_weighted(mode='out')",
    "similarJaccardNetworkx": "jaccard_coefficient(P, pairs), undirected graphs only",
    "similarAdamicAdarNetworkx": "adamic_adar_index(P, pairs), undirected graphs only",
    "similarAllocation": "resource_allocation_index(P, pairs), undirected graphs only",
    "similarAttachment": "preferential_attachment(P, pairs), undirected graphs only",
    "simRank": "similarity._simrank_similarity_python(P, importance_factor=0.8, tolerance=1e-14), rows 0 and 1; "
               "simrank_similarity itself ends at a relative change of 1e-5 whatever the tolerance",
}


def measure(subject):
    plain = subject.simple.copy()
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    other = subject.other.copy()
    other.simplify()
    pairs = [(u, v) for u in (0, 1) for v in range(subject.n) if u != v]
    matrix = nx.to_numpy_array(plain, nodelist=range(subject.n), weight=None)
    common = matrix @ matrix.T
    lengths = np.sqrt(np.outer(np.diag(common), np.diag(common)))
    cosine = np.divide(common, lengths, out=np.zeros_like(common), where=lengths > 0)
    results = {
        "similarCommon": [number(common[pair]) for pair in pairs],
        "similarCosine": [number(cosine[pair]) for pair in pairs],
    }
    for key, mode in [("similarJaccard", "out"), ("similarJaccardIncoming", "in")]:
        values = other.similarity_jaccard(mode=mode, loops=False)
        # igraph calls two empty sets alike.
        empty = [not neighbors for neighbors in other.get_adjlist(mode=mode)]
        results[key] = [0 if empty[u] and empty[v] else number(values[u][v]) for u, v in pairs]
    weighted = other.similarity_inverse_log_weighted(mode="out")
    results["similarAdamicAdar"] = [number(weighted[u][v]) for u, v in pairs]
    if not subject.directed:
        for key, function in [("similarJaccardNetworkx", nx.jaccard_coefficient),
                              ("similarAdamicAdarNetworkx", nx.adamic_adar_index),
                              ("similarAllocation", nx.resource_allocation_index),
                              ("similarAttachment", nx.preferential_attachment)]:
            results[key] = [number(score) for _, _, score in function(plain, pairs)]
    ranks = nx.similarity._simrank_similarity_python(
        plain, importance_factor=0.8, max_iterations=10_000, tolerance=1e-14)
    results["simRank"] = [number(ranks[u][v]) for u in (0, 1) for v in range(subject.n)]
    return results
