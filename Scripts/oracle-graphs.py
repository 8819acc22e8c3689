"""Makes the oracle files of GraphKernelTests with networkx and igraph.

Conventions that differ from the kernel's, and what is done about it:

* networkx merges parallel edges where paths are counted, igraph and the kernel do not: paths and betweenness of
  a multigraph are igraph's, those of the collapsed graph (parallel edges merged, least weight) networkx's.
* networkx refuses eigenvector centrality of a multigraph: it is given the graph with multiplicities as weights.
* networkx ends an iteration at n times the tolerance; the tolerances below are divided accordingly.
"""

import json
import math
import random
import sys
from pathlib import Path

import igraph
import networkx as nx

import oracle_cohesion

assert nx.__version__ == "3.6.1" and igraph.__version__ == "1.0.0", (nx.__version__, igraph.__version__)

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
    **oracle_cohesion.CALLS,
}


def checksum(directed, vertices, edges):
    """FNV-1a, 64 bit, over the graph as text; weights in quarters."""
    text = f"{int(directed)} {vertices}\n" + "".join(f"{s} {t} {w}\n" for s, t, w in edges)
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def number(value):
    value = float(value)
    if math.isinf(value):
        return -1
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded == int(rounded) else rounded


def column(by_vertex, vertices, missing=-1):
    return [number(by_vertex.get(v, missing)) for v in range(vertices)]


def labels(components, vertices):
    label, numbered = {}, 0
    for component in sorted(components, key=min):
        label.update((v, numbered) for v in component)
        numbered += 1
    return [label[v] for v in range(vertices)]


def measure(directed, n, edges):
    multi = nx.MultiDiGraph() if directed else nx.MultiGraph()
    simple = nx.DiGraph() if directed else nx.Graph()
    for graph in (multi, simple):
        graph.add_nodes_from(range(n))
    for s, t, quarters in edges:
        weight = quarters / 4
        multi.add_edge(s, t, weight=weight)
        if simple.has_edge(s, t):
            data = simple[s][t]
            data["weight"] = min(data["weight"], weight)
            data["multiplicity"] += 1
        else:
            simple.add_edge(s, t, weight=weight, multiplicity=1)
    other = igraph.Graph(n=n, edges=[(s, t) for s, t, _ in edges], directed=directed)
    other.es["weight"] = [quarters / 4 for _, _, quarters in edges]
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
        **oracle_cohesion.measure_cohesion(number, multi, simple, other),
    }
    if max(results["strong"]) == 0:
        results["eigenvector"] = column(
            nx.eigenvector_centrality(simple, weight="multiplicity", tol=tolerance, max_iter=1_000_000), n)
    return results


def entry(name, directed, n, edges):
    return {
        "name": name, "directed": directed, "vertices": n,
        "edges": [x for s, t, w in edges for x in (s, t, w)],
        "checksum": checksum(directed, n, edges),
        "results": measure(directed, n, edges),
    }


def named():
    for name, graph in [
        ("karate", nx.karate_club_graph()),
        ("kite", nx.krackhardt_kite_graph()),
        ("florentine", nx.florentine_families_graph()),
    ]:
        index = {v: i for i, v in enumerate(graph.nodes)}
        pairs = sorted(tuple(sorted((index[a], index[b]))) for a, b in graph.edges)
        yield entry(name, False, len(index), [(a, b, 4) for a, b in pairs])


def seeded(directed):
    # From forests with isolated vertices to dense graphs, with loops and parallel edges throughout.
    for seed in range(25):
        draw = random.Random(seed * 2 + int(directed))
        n = 4 + draw.randrange(16)
        m = int(n * [0.6, 1.0, 1.5, 2.2, 3.5][seed % 5])
        edges = [(draw.randrange(n), draw.randrange(n), 1 + draw.randrange(12)) for _ in range(m)]
        yield entry(f"{'directed' if directed else 'undirected'}-{seed}", directed, n, edges)


def render(graphs):
    head = {"programs": {"networkx": nx.__version__, "igraph": igraph.__version__}, "calls": CALLS}
    lines = []
    for graph in graphs:
        parts = [f'  "{key}": {json.dumps(graph[key], separators=(",", ":"))}' for key in graph if key != "results"]
        results = [f'    "{key}": {json.dumps(value, separators=(",", ":"))}'
                   for key, value in graph["results"].items()]
        lines.append("{\n" + ",\n".join(parts) + ',\n  "results": {\n' + ",\n".join(results) + "\n  }\n}")
    return json.dumps(head, indent=1)[:-2] + ',\n"graphs": [\n' + ",\n".join(lines) + "\n]}\n"


def same(a, b):
    if isinstance(a, float) or isinstance(b, float):
        return isinstance(a, (int, float)) and isinstance(b, (int, float)) and math.isclose(
            a, b, rel_tol=1e-10, abs_tol=1e-12)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return a == b


def main(mode, folder):
    status = 0
    for name, graphs in [
        ("named.json", named()), ("undirected.json", seeded(False)), ("directed.json", seeded(True)),
    ]:
        path = Path(folder) / name
        text = render(graphs)
        if mode == "--write":
            path.write_text(text)
            print(f"wrote {path}")
        elif path.exists() and same(json.loads(path.read_text()), json.loads(text)):
            print(f"{path} agrees")
        else:
            print(f"{path} differs from what the programs answer", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in ("--check", "--write"):
        sys.exit("usage: oracle-graphs.py --check|--write FOLDER")
    sys.exit(main(sys.argv[1], sys.argv[2]))
