"""leidenalg, by the authors of the algorithm, on igraph's graphs."""

from functools import cached_property

import igraph
import leidenalg
import numpy as np

from case import Call


class Graphs:
    def __init__(self, case):
        self.case = case

    @cached_property
    def plain(self):
        return igraph.Graph(n=self.case.n, edges=np.column_stack([self.case.sources, self.case.targets]))


def calls(graphs):
    case = graphs.case

    def leiden(iterations):
        return lambda: leidenalg.find_partition(graphs.plain, leidenalg.ModularityVertexPartition, seed=case.seed,
                                                n_iterations=iterations).membership

    return {
        "leiden": Call("find_partition, ModularityVertexPartition", leiden(2), converts="to lists"),
        "leiden-stable": Call("the same until nothing changes", leiden(-1), converts="to lists"),
    }
