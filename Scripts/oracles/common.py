"""What the topics of the oracle share: the graph as each program holds it, and how results are written."""

import math
from dataclasses import dataclass, field

import igraph
import networkx as nx


@dataclass
class Subject:
    """A graph to measure: `edges` are (source, target, weight in quarters).

    multi     networkx, with parallel edges and loops
    simple    networkx, parallel edges merged: the least `weight`, their number as `multiplicity`; loops kept
    other     igraph, with parallel edges and loops; the edges in the order given
    """

    directed: bool
    n: int
    edges: list
    multi: nx.Graph = field(init=False)
    simple: nx.Graph = field(init=False)
    other: igraph.Graph = field(init=False)

    def __post_init__(self):
        self.multi = nx.MultiDiGraph() if self.directed else nx.MultiGraph()
        self.simple = nx.DiGraph() if self.directed else nx.Graph()
        for graph in (self.multi, self.simple):
            graph.add_nodes_from(range(self.n))
        for s, t, quarters in self.edges:
            weight = quarters / 4
            self.multi.add_edge(s, t, weight=weight)
            if self.simple.has_edge(s, t):
                data = self.simple[s][t]
                data["weight"] = min(data["weight"], weight)
                data["multiplicity"] += 1
            else:
                self.simple.add_edge(s, t, weight=weight, multiplicity=1)
        self.other = igraph.Graph(n=self.n, edges=[(s, t) for s, t, _ in self.edges], directed=self.directed)
        self.other.es["weight"] = [quarters / 4 for _, _, quarters in self.edges]


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
