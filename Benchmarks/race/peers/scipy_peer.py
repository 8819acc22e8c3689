"""scipy's csgraph on a compressed matrix; results are arrays of numpy, not converted."""

from functools import cached_property

import numpy as np
from scipy.sparse import coo_array, csgraph, csr_array

from case import Call


class Graphs:
    def __init__(self, case):
        self.case = case

    def matrix(self, values):
        case = self.case
        ends = (case.sources, case.targets)
        if not case.directed:
            ends = (np.concatenate([case.sources, case.targets]), np.concatenate([case.targets, case.sources]))
            values = np.concatenate([values, values])
        return csr_array((values, ends), shape=(case.n, case.n))

    @cached_property
    def plain(self):
        return self.matrix(np.ones(len(self.case.sources)))

    @cached_property
    def heavy(self):
        return self.matrix(self.case.weights)

    @cached_property
    def shuffled(self):
        return self.case.shuffled


def calls(graphs):
    case = graphs.case
    plain, heavy = lambda: graphs.plain, lambda: graphs.heavy

    def searches():
        first = None
        for start in case.starts[:16]:
            found = csgraph.breadth_first_order(plain(), start, directed=True)
            first = first or found
        return first

    def levels(found):
        order, before = found
        values = np.full(case.n, np.inf)
        values[order[0]] = 0
        for vertex in order[1:]:
            values[vertex] = values[before[vertex]] + 1
        return values

    def build():
        sources, targets = graphs.shuffled
        if not case.directed:
            sources, targets = np.concatenate([sources, targets]), np.concatenate([targets, sources])
        return coo_array((np.ones(len(sources), np.int8), (sources, targets)), shape=(case.n, case.n)).tocsr()

    def degrees(matrix):
        rows = np.diff(matrix.indptr)
        return rows + np.bincount(matrix.indices, minlength=case.n) if case.directed else rows

    def shortest():
        first = None
        for start in case.starts[:8]:
            found = csgraph.dijkstra(heavy(), indices=start, return_predecessors=True)
            first = first or found
        return first

    return {
        "build": Call("coo_array.tocsr", build, degrees, partial="no edge ids",
                      needs="shuffled"),
        "bfs": Call("csgraph.breadth_first_order", searches, levels, partial="parents only"),
        "sssp": Call("csgraph.dijkstra", shortest, lambda found: found[0], needs="heavy"),
        "components": Call("csgraph.connected_components",
                           lambda: csgraph.connected_components(plain(), directed=case.directed,
                                                                connection="weak")[1]),
        "strong-components": Call("csgraph.connected_components",
                                  lambda: csgraph.connected_components(plain(), connection="strong")[1]),
    }
