"""The graphs of the race as columns in folders, made once, which all programs read."""

import gzip
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FILES = {
    "enron": ("email-Enron.txt.gz", "email-Enron, made simple"),
    "facebook": ("facebook_combined.txt.gz", "ego-Facebook"),
    "email-eu": ("email-Eu-core-temporal.txt.gz", "email-Eu-core-temporal, contacts in seconds"),
    "collegemsg": ("CollegeMsg.txt.gz", "CollegeMsg, contacts in seconds"),
}
VERSION = 2  # of what stands in a graph's folder
TEMPORAL = ("email-eu", "collegemsg", "contacts")


class Unavailable(Exception):
    """The graph cannot be made here."""


@dataclass(frozen=True)
class Graph:
    name: str
    title: str
    kind: str
    folder: Path
    vertices: int
    edges: int

    def column(self, name, kind):
        return np.fromfile(self.folder / name, dtype=kind)

    @property
    def sources(self):
        return self.column("sources.i32", np.int32)

    @property
    def targets(self):
        return self.column("targets.i32", np.int32)


def kind_of(name):
    """Which kernels a graph is for: undirected, directed, blocks (communities), or temporal."""
    stem = name.rstrip("0123456789")
    kinds = {"rmat": "undirected", "drmat": "directed", "sbm": "blocks", "vertices": "vertices"}
    if stem in TEMPORAL:
        return "temporal"
    if name in FILES:
        return "undirected"
    if stem in kinds:
        return kinds[stem]
    raise Unavailable(f"there is no graph \"{name}\"")


def prepare(name, place, binary, data):
    """Makes the graph's folder in `place` unless it is there."""
    kind = kind_of(name)
    folder = place / name
    if not is_current(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if kind == "temporal":
            title, columns = contacts(name, data)
        else:
            title, columns = simple(name, kind, folder, binary, data)
        write(folder, title, kind, *columns)
    description = json.loads((folder / "graph.json").read_text())
    return Graph(name, description["title"], kind, folder, description["vertices"], description["edges"])


def is_current(folder):
    """Whether a folder was written by this version of the program."""
    description = folder / "graph.json"
    return description.exists() and json.loads(description.read_text()).get("version") == VERSION


def size_of(name, default):
    digits = name.lstrip("abcdefghijklmnopqrstuvwxyz-")
    return int(digits) if digits else default


def edge_list(name, data):
    """The columns of a file of the data folder; vertices are numbered in the order of their names."""
    file_name, title = FILES[name]
    found = sorted(data.rglob(file_name)) if data else []
    if not found:
        raise Unavailable(f"{file_name} is not in {data}" if data else f"no folder of data holds {file_name}")
    with gzip.open(found[0], "rt") as lines:
        rows = np.array([line.split() for line in lines if not line.startswith("#")], dtype=np.int64)
    names, ends = np.unique(rows[:, :2], return_inverse=True)
    ends = ends.reshape(-1, 2)
    return title, len(names), ends[:, 0], ends[:, 1], rows[:, 2] if rows.shape[1] > 2 else None


def simple(name, kind, folder, binary, data):
    """A graph without loops and parallel edges, sorted by its ends."""
    if name in FILES:
        title, n, sources, targets, _ = edge_list(name, data)
    elif kind == "vertices":
        size = size_of(name, 22)
        title, n, sources, targets = f"2^{size} vertices without edges", 1 << size, np.zeros(0, int), np.zeros(0, int)
    else:
        shape = {"undirected": "rmat", "directed": "rmat-directed", "blocks": "blocks"}[kind]
        size = size_of(name, 16)
        done = subprocess.run([binary, "generate", shape, str(size), folder], capture_output=True, text=True)
        if done.returncode != 0:
            raise Unavailable(done.stderr.strip())
        n = 1 << size
        sources = np.fromfile(folder / "sources.i32", dtype=np.int32).astype(np.int64)
        targets = np.fromfile(folder / "targets.i32", dtype=np.int32).astype(np.int64)
        titles = {
            "rmat": f"R-MAT, scale {size}, edge factor 16, seed 42, made simple",
            "rmat-directed": f"directed R-MAT, scale {size}, edge factor 16, seed 42, made simple",
            "blocks": f"stochastic block model, 2^{size} vertices, seed 42, made simple",
        }
        title = titles[shape]
    if kind != "directed":
        sources, targets = np.minimum(sources, targets), np.maximum(sources, targets)
    codes = np.unique((sources * n + targets)[sources != targets])
    return title, (n, codes // max(n, 1), codes % max(n, 1), None)


def contacts(name, data):
    """Contacts by time: a file's, or 2^size between random members of 2^(size - 4) vertices."""
    if name in FILES:
        title, n, sources, targets, times = edge_list(name, data)
    else:
        size = size_of(name, 24)
        n, count = 1 << (size - 4), 1 << size
        random = np.random.default_rng(11)
        sources, targets = random.integers(0, n, count), random.integers(0, n, count)
        times = random.integers(0, 100_000_000, count)
        title = f"2^{size} contacts of 2^{size - 4} vertices, drawn at random"
    order = np.argsort(times, kind="stable")
    return title, (n, sources[order], targets[order], times[order])


def write(folder, title, kind, n, sources, targets, times):
    sources.astype(np.int32).tofile(folder / "sources.i32")
    targets.astype(np.int32).tofile(folder / "targets.i32")
    if times is None:
        np.random.default_rng(3).integers(1, 256, len(sources)).astype(float).tofile(folder / "weights.f64")
    else:
        times.astype(np.int64).tofile(folder / "times.i64")
    starts, pairs = searches(n, sources, targets, times)
    starts.astype(np.int32).tofile(folder / "starts.i32")
    pairs.astype(np.int32).tofile(folder / "pairs.i32")
    description = {
        "version": VERSION, "title": title, "vertices": int(n), "edges": len(sources),
        "directed": kind in ("directed", "temporal"),
    }
    (folder / "graph.json").write_text(json.dumps(description, indent=1) + "\n")


def searches(n, sources, targets, times):
    """Where searches begin: members of the largest component, or in temporal graphs who makes the first contact."""
    if len(sources) == 0:
        return np.zeros(0), np.zeros(0)
    if times is not None:
        return sources[:1], np.zeros(0)
    from scipy.sparse import coo_array, csgraph

    matrix = coo_array((np.ones(len(sources), np.int8), (sources, targets)), shape=(n, n)).tocsr()
    labels = csgraph.connected_components(matrix, directed=True, connection="strong")[1] \
        if (sources > targets).any() else csgraph.connected_components(matrix, directed=False)[1]
    members = np.flatnonzero(labels == np.bincount(labels).argmax())
    random = np.random.default_rng(7)
    count = 64 if n <= 1 << 18 else 16
    return random.choice(members, min(count, len(members)), replace=False), random.choice(members, 32)
