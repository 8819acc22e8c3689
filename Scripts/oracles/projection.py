"""What networkx says of the projections of two-mode graphs.

B is the graph without directions and parallel edges, of the edges that join an even and an odd vertex; it is projected
onto the even ones. Columns are in the order of the lower, then of the upper end of the edges.
"""

import networkx as nx
from networkx.algorithms import bipartite

from common import number

CALLS = {
    "projectedEnds": "bipartite.weighted_projected_graph(B, even): the two ends of each edge",
    "projected-shared": "bipartite.weighted_projected_graph(B, even)",
    "projected-newman": "bipartite.collaboration_weighted_projected_graph(B, even)",
    "projected-jaccard": "bipartite.overlap_weighted_projected_graph(B, even)",
    "projected-overlap": "bipartite.overlap_weighted_projected_graph(B, even, jaccard=False)",
}


def measure(subject):
    graph = nx.Graph()
    graph.add_nodes_from(range(subject.n))
    graph.add_edges_from((s, t) for s, t, _ in subject.edges if (s + t) % 2 == 1)
    even = range(0, subject.n, 2)

    def weights(projected):
        return [number(weight) for _, _, weight in
                sorted((*sorted((s, t)), weight) for s, t, weight in projected.edges(data="weight"))]

    shared = bipartite.weighted_projected_graph(graph, even)
    return {
        "projectedEnds": [v for edge in sorted(sorted(edge) for edge in shared.edges) for v in edge],
        "projected-shared": weights(shared),
        "projected-newman": weights(bipartite.collaboration_weighted_projected_graph(graph, even)),
        "projected-jaccard": weights(bipartite.overlap_weighted_projected_graph(graph, even)),
        "projected-overlap": weights(bipartite.overlap_weighted_projected_graph(graph, even, jaccard=False)),
    }
