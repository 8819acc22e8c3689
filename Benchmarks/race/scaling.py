"""How time and memory grow with the graph, and what a graph takes in memory."""

import math
from dataclasses import dataclass
from typing import Callable

import programs

ROUNDS = 3
MEBI = 1 << 20


@dataclass(frozen=True)
class Law:
    """What a kernel's comment states, as functions of the vertices and edges; `all_sources` costs n searches."""

    kernel: str
    time: str
    cost: Callable[[int, int], float]
    memory: str
    space: Callable[[int, int], float]
    all_sources: bool = False


def linear(n, m):
    return n + m


def by_vertex(n, m):
    return n


def root(n, m):
    return m * math.sqrt(m)


def heap(n, m):
    return (n + m) * math.log2(n)


LAWS = [
    Law("build", "n + m", linear, "n + m", linear),
    Law("bfs", "n + m", linear, "n", by_vertex),
    Law("sssp", "(n + m) log n", heap, "n", by_vertex),
    Law("pagerank", "n + m a step", linear, "n", by_vertex),
    Law("components", "n + m α(n)", linear, "n", by_vertex),
    Law("core", "n + m", linear, "n", by_vertex),
    Law("biconnected", "n + m", linear, "n + m", linear),
    Law("triangles", "m √m", root, "n + m", linear),
    Law("truss", "m √m log n", lambda n, m: root(n, m) * math.log2(n), "n + m", linear),
    Law("betweenness", "n m", lambda n, m: n * m, "n a thread", by_vertex, True),
    Law("closeness", "n (n + m)", lambda n, m: n * (n + m), "n a thread", by_vertex, True),
]
SIZES = {False: ("rmat14", "rmat16", "rmat18"), True: ("rmat10", "rmat12", "rmat14")}
QUICK_SIZES = {False: ("rmat8", "rmat9", "rmat10"), True: ("rmat6", "rmat7", "rmat8")}


def exponent(costs, values):
    """The slope of the least squares line through the logarithms: 1 where values grow as the costs do."""
    xs, ys = [math.log(cost) for cost in costs], [math.log(max(value, 1e-12)) for value in values]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys)) / sum((x - middle_x) ** 2 for x in xs)


def single(graph, make, kernel, limit, rounds=ROUNDS):
    """The best time of a kernel in a fresh process, and the memory of the run that added least: the first brings
    in the program's own pages too."""
    program = make(graph)
    try:
        program.ask(300, step="prepare", kernel=kernel)
        runs = [program.ask(limit, step="run", kernel=kernel, threads=1, seed=1) for _ in range(rounds)]
    finally:
        program.end()
    memory = min((run["memory"] for run in runs), key=lambda use: use["peak"] - use["before"])
    return min(run["seconds"] for run in runs), memory


def measure_growth(prepare, make, limit, quick):
    """For each law the times and bytes at three sizes."""
    found = []
    for law in LAWS:
        graphs = [prepare(name) for name in (QUICK_SIZES if quick else SIZES)[law.all_sources]]
        line = {"kernel": law.kernel, "graphs": [[graph.name, graph.vertices, graph.edges] for graph in graphs]}
        try:
            measured = [single(graph, make, law.kernel, limit) for graph in graphs]
            line["seconds"] = [seconds for seconds, _ in measured]
            line["bytes"] = [max(memory["peak"] - memory["before"], 1) for _, memory in measured]
        except (programs.Slow, programs.Failed) as reason:
            line["failed"] = str(reason)
        found.append(line)
    return found


def render_growth(found, titles):
    lines = ["", "## Growth", "",
             "Time and memory added at three sizes of R-MAT, in a fresh process each. The exponent is the slope of the",
             "logarithm of what was measured over that of what is stated: 1 is growth as stated, less is slower",
             "growth. A little above 1 is the way from one cache to the next.", "",
             "| | stated time | sizes | ms | exponent | stated memory | MiB added | exponent |",
             "|---|---|---|---|---|---|---|---|"]
    for law in LAWS:
        line = next((line for line in found if line["kernel"] == law.kernel), None)
        if line:
            lines.append(f"| {titles[law.kernel]} | {' | '.join(growth_cells(law, line))} |")
    return lines


def growth_cells(law, line):
    sizes = ", ".join(name for name, _, _ in line["graphs"])
    if "failed" in line:
        return [law.time, sizes, f"failed: {line['failed']}", "", law.memory, "", ""]
    times = exponent([law.cost(n, m) for _, n, m in line["graphs"]], line["seconds"])
    space = exponent([law.space(n, m) for _, n, m in line["graphs"]], line["bytes"])
    milliseconds = ", ".join(f"{seconds * 1000:.3g}" for seconds in line["seconds"])
    mebibytes = ", ".join(f"{count / MEBI:.3g}" for count in line["bytes"])
    return [law.time, sizes, milliseconds, f"{times:.2f}", law.memory, mebibytes, f"{space:.2f}"]


def measure_memory(prepare, kernel, peers, limit, quick):
    """What each program takes for a graph without weights, made in a fresh process of columns that are there."""
    dense, sparse = prepare("rmat10" if quick else "rmat20"), prepare("vertices16" if quick else "vertices22")
    found = []
    for name, make in [("kernel", kernel), *peers]:
        line = {"program": name, "graph": dense.title}
        try:
            _, empty = single(sparse, make, "build", limit, 1)
            _, full = single(dense, make, "build", limit, 1)
        except (programs.Slow, programs.Failed) as reason:
            line["failed"] = str(reason)
        else:
            finished = full["after"] - full["before"]
            a_vertex = max(0, empty["after"] - empty["before"]) / sparse.vertices
            line |= {"vertex": a_vertex, "edge": (finished - a_vertex * dense.vertices) / dense.edges,
                     "peak": (full["peak"] - full["before"]) / max(finished, 1)}
        found.append(line)
    return found


def render_memory(found):
    lines = ["", "## Memory of a graph", "",
             f"By how much resident memory grows when a fresh process builds {found[0]['graph']},",
             "without weights, of columns that are in memory and are not counted; what a vertex takes is measured on a",
             "graph without edges. The kernel's rows hold both directions and the edge ids; the table from edge id to",
             "ends is the caller's columns.", "",
             "| | bytes an edge | bytes a vertex | peak of the build by the finished size | targets 20, 16, 1.5 |",
             "|---|---|---|---|---|"]
    for line in found:
        if "failed" in line:
            lines.append(f"| {line['program']} | failed: {line['failed']} | | | |")
            continue
        met = line["edge"] <= 20 and line["vertex"] <= 16 and line["peak"] <= 1.5
        verdict = ("met" if met else "**missed**") if line["program"] == "kernel" else ""
        lines.append(f"| {line['program']} | {line['edge']:.1f} | {line['vertex']:.1f} | {line['peak']:.2f} "
                     f"| {verdict} |")
    return lines
