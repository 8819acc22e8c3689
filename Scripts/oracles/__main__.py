"""Makes the graphs that GraphKernelTests look at, and what other programs answer about them.

    oracles --check FOLDER                  compares the files in FOLDER with what the programs answer now
    oracles --write FOLDER                  replaces them
    oracles --random COUNT SEED FOLDER      writes COUNT fresh random graphs, and the answers, into FOLDER

FOLDER then holds `graphs.json` and, for each topic (each module beside this one that has CALLS and measure), a file of
results by graph.
"""

import importlib
import json
import math
import random
import sys
from pathlib import Path

import igraph
import networkx as nx

from common import Subject

assert nx.__version__ == "3.6.1" and igraph.__version__ == "1.0.0", (nx.__version__, igraph.__version__)


def topics():
    """The topics by name, sorted; a topic says what it called (CALLS) and answers (measure)."""
    modules = {path.stem: importlib.import_module(path.stem)
               for path in sorted(Path(__file__).parent.glob("*.py")) if path.stem != "__main__"}
    return {name: module for name, module in modules.items() if hasattr(module, "CALLS")}


def checksum(directed, vertices, edges):
    """FNV-1a, 64 bit, over the graph as text; weights in quarters."""
    text = f"{int(directed)} {vertices}\n" + "".join(f"{s} {t} {w}\n" for s, t, w in edges)
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return f"{value:016x}"


def entry(name, directed, n, edges):
    return {
        "name": name, "directed": directed, "vertices": n,
        "edges": [x for s, t, w in edges for x in (s, t, w)],
        "checksum": checksum(directed, n, edges),
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


def seeded(directed, count=25, first=0):
    # From forests with isolated vertices to dense graphs, with loops and parallel edges throughout.
    for seed in range(first, first + count):
        draw = random.Random(seed * 2 + int(directed))
        n = 4 + draw.randrange(16)
        m = int(n * [0.6, 1.0, 1.5, 2.2, 3.5][seed % 5])
        edges = [(draw.randrange(n), draw.randrange(n), 1 + draw.randrange(12)) for _ in range(m)]
        yield entry(f"{'directed' if directed else 'undirected'}-{seed}", directed, n, edges)


def files(graphs):
    """The name and the text of each file about some graphs."""
    lines = [json.dumps(graph, separators=(",", ":")) for graph in graphs]
    yield "graphs.json", '{"graphs": [\n' + ",\n".join(lines) + "\n]}\n"
    subjects = []
    for graph in graphs:
        flat = graph["edges"]
        edges = [tuple(flat[i:i + 3]) for i in range(0, len(flat), 3)]
        subjects.append(Subject(graph["directed"], graph["vertices"], edges))
    for name, topic in topics().items():
        head = {"programs": {"networkx": nx.__version__, "igraph": igraph.__version__}, "calls": topic.CALLS}
        blocks = []
        for graph, subject in zip(graphs, subjects):
            results = [f'  {json.dumps(key)}: {json.dumps(value, separators=(",", ":"))}'
                       for key, value in topic.measure(subject).items()]
            blocks.append(json.dumps(graph["name"]) + ": {\n" + ",\n".join(results) + "\n}")
        yield f"{name}.json", json.dumps(head, indent=1)[:-2] + ',\n"results": {\n' + ",\n".join(blocks) + "\n}}\n"


def same(a, b):
    if isinstance(a, float) or isinstance(b, float):
        return isinstance(a, (int, float)) and isinstance(b, (int, float)) and math.isclose(
            a, b, rel_tol=1e-10, abs_tol=1e-12)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    return a == b


def main(arguments):
    match arguments:
        case ["--random", count, seed, folder]:
            count, first = int(count), 1000 * (1 + int(seed))
            half = count // 2
            graphs = [*seeded(False, count - half, first), *seeded(True, half, first)]
        case ["--check" | "--write", folder]:
            graphs = [*named(), *seeded(False), *seeded(True)]
        case _:
            sys.exit(__doc__)
    status = 0
    for name, text in files(graphs):
        path = Path(folder) / name
        if arguments[0] != "--check":
            path.write_text(text)
        elif path.exists() and same(json.loads(path.read_text()), json.loads(text)):
            print(f"{path} agrees")
        else:
            print(f"{path} differs from what the programs answer", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
