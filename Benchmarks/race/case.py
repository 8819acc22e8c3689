"""A graph as the peers get it, and what they offer to do with it."""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Callable

import numpy as np


@dataclass(frozen=True)
class Call:
    """One way to ask a peer for what a kernel answers.

    name       how the peer calls it
    work       what is timed
    read       turns its value into numbers to compare, untimed
    converts   what the value is turned into on the way to Python, in the time measured ("" for nothing)
    partial    in what the result is less than the kernel's, or another ("" for the same result)
    needs      the attribute of the peer's graphs that has to be made beforehand
    """

    name: str
    work: Callable[[], Any]
    read: Callable[[Any], Any] = lambda value: value
    converts: str = ""
    partial: str = ""
    needs: str | None = "plain"


class Case:
    """The columns in a folder; `threads` and `seed` are those of the request at hand."""

    def __init__(self, folder):
        self.folder = Path(folder)
        description = json.loads((self.folder / "graph.json").read_text())
        self.n = description["vertices"]
        self.directed = description["directed"]
        self.threads = 1
        self.seed = 1

    def column(self, name, kind):
        return np.fromfile(self.folder / name, dtype=kind)

    @cached_property
    def sources(self):
        return self.column("sources.i32", np.int32)

    @cached_property
    def targets(self):
        return self.column("targets.i32", np.int32)

    @cached_property
    def weights(self):
        return self.column("weights.f64", np.float64)

    @cached_property
    def times(self):
        return self.column("times.i64", np.int64)

    @cached_property
    def starts(self):
        return self.column("starts.i32", np.int32).tolist()

    @cached_property
    def pairs(self):
        return [tuple(pair) for pair in self.column("pairs.i32", np.int32).reshape(-1, 2).tolist()]

    @cached_property
    def couples(self):
        """All ordered pairs of the first 32 starts that are two vertices."""
        some = sorted(set(self.starts[:32]))
        return [(first, second) for first in some for second in some if first != second]

    @cached_property
    def attenuation(self):
        """Katz's factor: small enough for every program, the same for all."""
        ends = self.targets if self.directed else np.concatenate([self.sources, self.targets])
        return 1 / (np.bincount(ends, minlength=self.n).max() + 1)

    @property
    def density(self):
        """The share of pairs that edges join."""
        return 2 * len(self.sources) / self.n / (self.n - 1)

    @property
    def block_size(self):
        """The size of a block, and `block_count` their number, in a stochastic block model of as many vertices."""
        return 1 << ((self.n.bit_length() - 1) // 2)

    @property
    def block_count(self):
        return self.n // self.block_size

    @cached_property
    def block_matrix(self):
        """The probabilities between blocks."""
        matrix = np.full((self.block_count, self.block_count), 6 / self.n)
        np.fill_diagonal(matrix, min(1, 12 / self.block_size))
        return matrix.tolist()

    @cached_property
    def shuffled(self):
        """The ends of the edges in no order, for building."""
        order = np.random.default_rng(5).permutation(len(self.sources))
        return self.sources[order], self.targets[order]


def labels(n, groups):
    """For each vertex the number of its group; -1 for none."""
    found = np.full(n, -1.0)
    for number, members in enumerate(groups):
        found[list(members)] = number
    return found


def by_vertex(n, values, missing=0.0):
    """A column of what a mapping says of each vertex."""
    found = np.full(n, missing)
    for vertex, value in values.items():
        found[vertex] = value
    return found


def unit_columns(columns):
    """Each column at norm 1, one after the other."""
    return np.concatenate([np.array(column) / np.linalg.norm(column) for column in columns])


def size_counts(groups):
    """How many groups there are of each size, from 0 on."""
    return np.bincount([len(group) for group in groups])


def edge_labels(sources, targets, groups):
    """For each edge the one group of vertices that holds both its ends."""
    of = {}
    for number, members in enumerate(groups):
        for vertex in members:
            of.setdefault(vertex, set()).add(number)
    return [next(iter(of[s] & of[t])) for s, t in zip(sources.tolist(), targets.tolist())]
