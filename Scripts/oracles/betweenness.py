"""What networkx and igraph say of betweenness: of edges, and from some sources.

S is the graph without parallel edges, whose edges are listed by their ends, the smaller one first where there are no
directions. The sources are the vertices v with v % 3 == 1; every vertex is a target.
"""

import networkx as nx

from common import number

CALLS = {
    "edgeBetweenness": "igraph: Graph.edge_betweenness()",
    "edgeBetweennessWeighted": "igraph: Graph.edge_betweenness(weights='weight')",
    "edgeBetweennessCollapsed": "edge_betweenness_centrality(S, normalized=True), sorted by ends",
    "edgeBetweennessFrom": "edge_betweenness_centrality_subset(S, sources, targets, weight='weight'), sorted by ends",
    "betweennessFrom": "betweenness_centrality_subset(S, sources, targets)",
    "betweennessFromWeighted": "betweenness_centrality_subset(S, sources, targets, weight='weight', normalized=True)",
    "betweennessFromMultiple": "igraph: Graph.betweenness(sources=sources)",
}


def measure(subject):
    n, simple, other = subject.n, subject.simple, subject.other
    sources, targets = [v for v in range(n) if v % 3 == 1], list(range(n))

    def by_ends(values):
        ends = {edge if subject.directed else tuple(sorted(edge)): value for edge, value in values.items()}
        return [number(ends[edge]) for edge in sorted(ends)]

    def by_vertex(values):
        return [number(values[v]) for v in range(n)]

    return {
        "edgeBetweenness": [number(b) for b in other.edge_betweenness()],
        "edgeBetweennessWeighted": [number(b) for b in other.edge_betweenness(weights="weight")],
        "edgeBetweennessCollapsed": by_ends(nx.edge_betweenness_centrality(simple, normalized=True)),
        "edgeBetweennessFrom": by_ends(
            nx.edge_betweenness_centrality_subset(simple, sources, targets, weight="weight")),
        "betweennessFrom": by_vertex(nx.betweenness_centrality_subset(simple, sources, targets)),
        "betweennessFromWeighted": by_vertex(
            nx.betweenness_centrality_subset(simple, sources, targets, weight="weight", normalized=True)),
        "betweennessFromMultiple": [number(b) for b in other.betweenness(sources=sources)],
    }
