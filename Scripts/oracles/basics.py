"""What networkx and igraph say of distances, paths, components and centrality.

Conventions that differ from the kernel's, and what is done about it:

* networkx merges parallel edges where paths are counted, igraph and the kernel do not: paths and betweenness of
  a multigraph are igraph's, those of the collapsed graph (parallel edges merged, least weight) networkx's.
* networkx refuses eigenvector centrality of a multigraph: it is given the graph with multiplicities as weights.
* networkx ends an iteration at n times the tolerance; the tolerances below are divided accordingly.
"""

import networkx as nx

from common import column, labels, number

CALLS = {
    "distances": "single_source_shortest_path_length(G, 0); -1 where there is no path",
    "weightedDistances": "single_source_dijkstra_path_length(G, 0)",
    "closeness": "closeness_centrality(G)",
    "closenessUnscaled": "closeness_centrality(G, wf_improved=False)",
    "closenessWeighted": "closeness_centrality(G, distance='weight')",
    "harmonic": "harmonic_centrality(G)",
    "harmonicWeighted": "harmonic_centrality(G, distance='weight')",
    "betweenness": "igraph: Graph.betweenness()",
    "betweennessWeighted": "igraph: Graph.betweenness(weights='weight')",
    "betweennessCollapsed": "betweenness_centrality(S, normalized=True), S the graph without parallel edges",
    "betweennessCollapsedWeighted": "betweenness_centrality(S, normalized=False, weight='weight')",
    "pageRank": "pagerank(G, weight=None, tol=1e-13/n)",
    "pageRankPersonalized": "pagerank(G, alpha=0.6, personalization={v: v % 3}, weight='weight', tol=1e-13/n)",
    "eigenvector": "eigenvector_centrality(S, weight='multiplicity', tol=1e-13/n), strongly connected graphs only",
    "pathCounts": "igraph: get_all_shortest_paths(0), counted by target",
    "pathCountsCollapsed": "all_shortest_paths(S, 0, v), counted",
    "kShortest": "shortest_simple_paths(S, 0, n - 1, weight='weight'), the first 12 lengths",
    "simplePaths": "all_simple_paths(S, 0, n - 1, cutoff=5), sorted",
    "weak": "connected_components or weakly_connected_components, numbered by first vertex",
    "strong": "strongly_connected_components, numbered by first vertex",
    "degree": "G.degree()",
    "strength": "G.degree(weight='weight')",
    "ego": "ego_graph(G, 0, radius=2): vertices",
    "egoEdges": "ego_graph(G, 0, radius=2): number of edges",
}


def measure(subject):
    n, directed = subject.n, subject.directed
    multi, simple, other = subject.multi, subject.simple, subject.other
    tolerance = 1e-13 / n
    counts = [0] * n
    for path in other.get_all_shortest_paths(0):
        counts[path[-1]] += 1
    hops = nx.single_source_shortest_path_length(multi, 0)
    joined = n - 1 in hops
    ego = nx.ego_graph(multi, 0, radius=2)
    k_shortest = []
    if joined:
        for path in nx.shortest_simple_paths(simple, 0, n - 1, weight="weight"):
            k_shortest.append(number(nx.path_weight(simple, path, "weight")))
            if len(k_shortest) == 12:
                break
    results = {
        "distances": column(hops, n),
        "weightedDistances": column(nx.single_source_dijkstra_path_length(multi, 0), n),
        "closeness": column(nx.closeness_centrality(multi), n),
        "closenessUnscaled": column(nx.closeness_centrality(multi, wf_improved=False), n),
        "closenessWeighted": column(nx.closeness_centrality(multi, distance="weight"), n),
        "harmonic": column(nx.harmonic_centrality(multi), n),
        "harmonicWeighted": column(nx.harmonic_centrality(multi, distance="weight"), n),
        "betweenness": [number(b) for b in other.betweenness()],
        "betweennessWeighted": [number(b) for b in other.betweenness(weights="weight")],
        "betweennessCollapsed": column(nx.betweenness_centrality(simple, normalized=True), n),
        "betweennessCollapsedWeighted": column(
            nx.betweenness_centrality(simple, normalized=False, weight="weight"), n),
        "pageRank": column(nx.pagerank(multi, weight=None, tol=tolerance, max_iter=10_000), n),
        "pageRankPersonalized": column(
            nx.pagerank(multi, alpha=0.6, personalization={v: v % 3 for v in range(n)}, weight="weight",
                        tol=tolerance, max_iter=10_000), n),
        "pathCounts": counts,
        "pathCountsCollapsed": [
            len(list(nx.all_shortest_paths(simple, 0, v))) if v in hops else 0 for v in range(n)],
        "kShortest": k_shortest,
        "simplePaths": sorted(nx.all_simple_paths(simple, 0, n - 1, cutoff=5)),
        "weak": labels((nx.weakly_connected_components if directed else nx.connected_components)(multi), n),
        "strong": labels((nx.strongly_connected_components if directed else nx.connected_components)(multi), n),
        "degree": column(dict(multi.degree()), n),
        "strength": column(dict(multi.degree(weight="weight")), n),
        "ego": sorted(ego.nodes),
        "egoEdges": [ego.number_of_edges()],
    }
    if max(results["strong"]) == 0:
        results["eigenvector"] = column(
            nx.eigenvector_centrality(simple, weight="multiplicity", tol=tolerance, max_iter=1_000_000), n)
    return results
