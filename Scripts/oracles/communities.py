"""What networkx and igraph say of communities: the worth of given partitions, the best worth there is, and agreement.

The partitions are A: vertex mod 3, B: vertex div 4, and the weak components.
"""

import igraph
import networkx as nx

from common import labels, number

CALLS = {
    "modularity": "igraph: Graph.modularity(A, directed=True)",
    "modularityWeighted": "networkx: modularity(G, B, weight='weight', resolution=0.7)",
    "modularityOfComponents": "igraph: Graph.modularity(components, weights='weight', directed=True)",
    "bestModularity": "igraph: Graph.community_optimal_modularity(), undirected graphs of at most 13 vertices only",
    "agreement": "igraph: compare_communities(method='nmi', 'vi') of A and B, A and components, B and components",
    "adjustedRand": "igraph: compare_communities(A, B, method='adjusted_rand')",
}


def measure(subject):
    n, directed = subject.n, subject.directed
    multi, other = subject.multi, subject.other
    first = [v % 3 for v in range(n)]
    second = [v // 4 for v in range(n)]
    components = labels((nx.weakly_connected_components if directed else nx.connected_components)(multi), n)
    classes = [{v for v in range(n) if second[v] == label} for label in sorted(set(second))]
    results = {
        "modularity": [number(other.modularity(first, directed=True))],
        "modularityWeighted": [
            number(nx.community.modularity(multi, classes, weight="weight", resolution=0.7))],
        "modularityOfComponents": [
            number(other.modularity(components, weights="weight", directed=True))],
        "agreement": [
            number(igraph.compare_communities(a, b, method=method))
            for a, b in [(first, second), (first, components), (second, components)]
            for method in ("nmi", "vi")],
        "adjustedRand": [number(igraph.compare_communities(first, second, method="adjusted_rand"))],
    }
    if not directed and n <= 13:
        best = other.community_optimal_modularity()
        results["bestModularity"] = [number(other.modularity(best.membership))]
    return results
