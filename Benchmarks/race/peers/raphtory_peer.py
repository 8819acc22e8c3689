"""Raphtory, for contacts. Its answer lists every time at which a vertex is reached, the first among them."""

from functools import cached_property

import numpy as np
import pandas
import raphtory
from raphtory import algorithms

from case import Call


class Graphs:
    def __init__(self, case):
        self.case = case

    @cached_property
    def plain(self):
        case = self.case
        columns = {"time": case.times, "from": case.sources.astype(np.uint64), "to": case.targets.astype(np.uint64)}
        graph = raphtory.Graph()
        graph.load_edges(pandas.DataFrame(columns), time="time", src="from", dst="to")
        return graph


def calls(graphs):
    case = graphs.case
    ever = 1 << 40

    def reach():
        return algorithms.temporally_reachable_nodes(graphs.plain, ever, int(case.times[0]) - 1, case.starts[:1])

    def arrivals(found):
        values = np.full(case.n, np.inf)
        for node, reached in found.items():
            times = [visit["0"] for visit in reached["reachable_nodes"] if visit["1"] != "start"]
            values[int(node.id)] = min(times, default=np.inf)
        values[case.starts[0]] = -np.inf
        return values

    return {"earliest": Call("temporally_reachable_nodes", reach, arrivals)}
