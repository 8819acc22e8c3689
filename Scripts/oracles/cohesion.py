"""What networkx and igraph say of components and cohesion.

S is the graph without parallel edges, U the same without directions and loops as well. Where a program has no answer
(a correlation of a constant, a share of nothing) the column is empty.
"""

import math

import networkx as nx

from common import number

CALLS = {
    "articulationPoints": "articulation_points(U), sorted",
    "bridges": "igraph: Graph.bridges(), sorted",
    "blocks": "biconnected_component_edges(U): sizes, sorted",
    "cores": "core_number(S without loops)",
    "coresMultiple": "igraph: Graph.coreness(mode='all') without loops",
    "coresOutgoing": "igraph: Graph.coreness(mode='out') without loops",
    "trusses": "the largest k for which k_truss(U, k) has the edge; 0 for a loop",
    "triangles": "triangles(U)",
    "clustering": "clustering(U)",
    "transitivity": "transitivity(U)",
    "cliques": "find_cliques(U), sorted",
    "triads": "triadic_census(S without loops), directed graphs only",
    "reciprocity": "overall_reciprocity(S without loops), directed graphs only",
    "assortativity": "igraph: Graph.assortativity_degree()",
    "richClub": "rich_club_coefficient(U, normalized=False)",
    "density": "density(G)",
    "constraint": "constraint(T, weight='weight'), T without loops and directions, weights of one pair added; -1: none",
    "effectiveSize": "effective_size(T, nodes, weight='weight'): without nodes it takes another way and another answer",
    "eccentricities": "igraph: Graph.eccentricity(mode='out')",
    "extent": "igraph: Graph.diameter(), Graph.radius(mode='out')",
    "averagePathLength": "igraph: Graph.average_path_length()",
}


def measure(subject):
    n, directed = subject.n, subject.directed
    multi, simple, other = subject.multi, subject.simple, subject.other
    plain = simple.copy()
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    mutual = nx.Graph()
    mutual.add_nodes_from(range(n))
    mutual.add_edges_from(plain.edges)
    without_loops = other.copy()
    without_loops.delete_edges([e.index for e in other.es if e.source == e.target])
    trusses, k = {}, 2
    while (truss := nx.k_truss(mutual, k)).number_of_edges():
        trusses.update((frozenset(edge), k) for edge in truss.edges)
        k += 1
    results = {
        "articulationPoints": sorted(nx.articulation_points(mutual)),
        "bridges": sorted(other.bridges()),
        "blocks": sorted(len(block) for block in nx.biconnected_component_edges(mutual)),
        "cores": [nx.core_number(plain)[v] for v in range(n)],
        "coresMultiple": without_loops.coreness(mode="all"),
        "coresOutgoing": without_loops.coreness(mode="out"),
        "trusses": [trusses.get(frozenset((e.source, e.target)), 0) for e in other.es],
        "triangles": [nx.triangles(mutual)[v] for v in range(n)],
        "clustering": [number(nx.clustering(mutual)[v]) for v in range(n)],
        "transitivity": [number(nx.transitivity(mutual))],
        "cliques": sorted(sorted(clique) for clique in nx.find_cliques(mutual)),
        "richClub": [],
        "density": [number(nx.density(multi))],
    }
    if mutual.number_of_edges():
        results["richClub"] = [number(x) for x in nx.rich_club_coefficient(mutual, normalized=False).values()]
    if directed:
        census = nx.triadic_census(plain)
        results["triads"] = [census[name] for name in nx.algorithms.triads.TRIAD_NAMES]
        has_edges = plain.number_of_edges() > 0
        results["reciprocity"] = [number(nx.overall_reciprocity(plain))] if has_edges else []
    assortativity = other.assortativity_degree()
    tied = nx.Graph()
    tied.add_nodes_from(range(n))
    for s, t, weight in multi.edges(data="weight"):
        if s != t:
            tied.add_edge(s, t, weight=weight + (tied[s][t]["weight"] if tied.has_edge(s, t) else 0))
    for key, values in [("constraint", nx.constraint(tied, weight="weight")),
                        ("effectiveSize", nx.effective_size(tied, nodes=list(range(n)), weight="weight"))]:
        results[key] = [-1 if math.isnan(values[v]) else number(values[v]) for v in range(n)]
    average = other.average_path_length()
    results["eccentricities"] = [number(x) for x in other.eccentricity(mode="out")]
    results["extent"] = [number(other.diameter()), number(other.radius(mode="out"))]
    results["averagePathLength"] = [] if math.isnan(average) else [number(average)]
    results["assortativity"] = [] if math.isnan(assortativity) else [number(assortativity)]
    return results
