"""What is raced on which graphs, and what is to be reached."""

from dataclasses import dataclass, field

HALF, SEVEN, ONE = 0.5, 0.7, 1.0
EVERY = 1 << 40


@dataclass(frozen=True)
class Kernel:
    """A row of the table.

    name     the kernel's entry in KernelBenchmark, and the peers'
    title    what the table calls it
    target   time against the fastest peer that returns the same result; None for no target
    agree    how results are compared: a function of agreement.py
    kinds    the kinds of graphs it runs on
    most     the most edges of a graph that it runs on by default, and with --full
    split    whether two threads are raced against one
    beside   entries of KernelBenchmark to be timed beside it: name -> (title, most of its time, on which graphs)
    within   the most seconds it may take, and on which graph
    """

    name: str
    title: str
    target: float | None
    agree: str = "numbers"
    kinds: tuple = ("undirected",)
    most: int = EVERY
    most_full: int = EVERY
    split: bool = False
    beside: dict = field(default_factory=dict)
    within: tuple | None = None


BOTH = ("undirected", "directed")
TIED = ("undirected", "blocks")
SMALL, MIDDLE, LARGE = 100_000, 200_000, 2_000_000

KERNELS = [
    Kernel("bfs", "BFS from 16 sources: distances and parents", HALF, kinds=BOTH),
    Kernel("sssp", "shortest paths from 8 sources, weighted", HALF),
    Kernel("pagerank", "PageRank to 1e-9", HALF, "stationary", BOTH, split=True),
    Kernel("pagerank-exact", "PageRank to 1e-12", HALF, "stationary", BOTH),
    Kernel("eigenvector", "eigenvector centrality to 1e-7", HALF, "dominant"),
    Kernel("eigenvector-exact", "eigenvector centrality to rounding", HALF, "dominant"),
    Kernel("hits", "HITS to 1e-8", HALF, "singular", ("directed",)),
    Kernel("hits-exact", "HITS to rounding", HALF, "singular", ("directed",)),
    Kernel("katz", "Katz centrality", ONE, "attenuated", BOTH),
    Kernel("betweenness", "betweenness, all sources", HALF, most=MIDDLE, split=True),
    Kernel("betweenness-64", "betweenness, 64 sources", HALF, most=LARGE, split=True),
    Kernel("edge-betweenness", "edge betweenness, all sources", ONE, most=SMALL, most_full=MIDDLE),
    Kernel("betweenness-weighted", "weighted betweenness, all sources", ONE, most=SMALL, most_full=MIDDLE),
    Kernel("closeness", "closeness, all sources", HALF, most=MIDDLE, split=True),
    Kernel("harmonic", "harmonic centrality, all sources", HALF, most=MIDDLE),
    Kernel("closeness-64", "closeness, 64 vertices", HALF),
    Kernel("harmonic-64", "harmonic centrality, 64 vertices", HALF),
    Kernel("closeness-weighted", "weighted closeness, all sources", ONE, most=SMALL, most_full=MIDDLE),
    Kernel("components", "weak components", HALF, "partition", BOTH),
    Kernel("strong-components", "strong components", HALF, "partition", ("directed",)),
    Kernel("core", "core numbers", HALF),
    Kernel("triangles", "triangles and clustering", HALF, most=LARGE, split=True),
    Kernel("biconnected", "biconnected components", ONE, "partition", most=LARGE),
    Kernel("truss", "truss numbers", ONE, most=LARGE),
    Kernel("cliques", "maximal cliques", ONE, most=MIDDLE),
    Kernel("leiden", "Leiden, 2 iterations", SEVEN, "quality", TIED, most=LARGE),
    Kernel("leiden-stable", "Leiden until nothing changes", SEVEN, "quality", TIED, most=LARGE),
    Kernel("louvain", "Louvain", SEVEN, "quality", TIED, most=LARGE),
    Kernel("label-propagation", "label propagation", ONE, "quality", TIED, most=LARGE),
    Kernel("triads", "triad census", ONE, kinds=("directed",), most=LARGE),
    Kernel("diameter", "diameter", ONE, most=LARGE),
    Kernel("eccentricity", "eccentricities", ONE, most=SMALL, most_full=MIDDLE),
    Kernel("average-path", "average path length", ONE, most=SMALL, most_full=MIDDLE),
    Kernel("pair", "shortest path of 16 pairs", ONE),
    Kernel("pair-weighted", "weighted shortest path of 16 pairs", ONE),
    Kernel("k-shortest", "10 shortest paths of 4 pairs", ONE, most=LARGE),
    Kernel("k-shortest-weighted", "10 weighted shortest paths of 4 pairs", ONE, most=LARGE),
    Kernel("all-shortest", "all shortest paths of 16 pairs", ONE, most=LARGE),
    Kernel("a-star", "A*, 4 weighted pairs, bounds from 4 landmarks", ONE, most=LARGE),
    Kernel("edge-disjoint", "edge-disjoint paths of 4 pairs", ONE, most=LARGE),
    Kernel("vertex-disjoint", "vertex-disjoint paths of 4 pairs", ONE, most=LARGE),
    Kernel("constraint", "Burt's constraint", ONE, most=MIDDLE, most_full=LARGE),
    Kernel("steiner", "network that joins 8 vertices, weighted", ONE, "nothing", most=SMALL),
    Kernel("jaccard", "Jaccard's index of about 1000 pairs", ONE),
    Kernel("adamic-adar", "Adamic and Adar's index of about 1000 pairs", ONE),
    Kernel("resource-allocation", "resource allocation index of about 1000 pairs", ONE),
    Kernel("current-flow", "current-flow closeness (dense)", None, "loosely", most=15_000, most_full=15_000),
    Kernel("subgraph-centrality", "subgraph centrality (dense)", None, "loosely", most=15_000, most_full=15_000),
    Kernel("simrank", "SimRank to 1e-6", None, "loosely", most=15_000, most_full=15_000),
    Kernel("degrees", "degrees", ONE, kinds=BOTH),
    Kernel("reciprocity", "reciprocity", ONE, kinds=("directed",)),
    Kernel("assortativity", "degree assortativity", ONE),
    Kernel("build", "building the graph from columns", ONE, kinds=BOTH),
    Kernel("simplify", "merging parallel edges", ONE),
    Kernel("subgraph", "subgraph of half the vertices", ONE),
    Kernel("rmat", "generating R-MAT", ONE, "nothing", most=LARGE),
    Kernel("erdos-renyi", "generating G(n, p)", ONE, "nothing", most=LARGE),
    Kernel("blocks", "generating a stochastic block model", ONE, "nothing", ("blocks",)),
    Kernel("earliest", "earliest arrival, one source to all, strict", 0.1, "arrivals", ("temporal",),
           beside={"pass": ("one plain pass over the four columns", 2, "email-eu"),
                   "pass-words": ("a pass that loads a word for each end", 2, "contacts")}),
    Kernel("earliest-evidence", "the same from bare columns, with the contact before", None, "nothing", ("temporal",),
           most=1_000_000, within=(0.3, "email-eu")),
    Kernel("earliest-nonstrict", "earliest arrival, not strict", None, "nothing", ("temporal",)),
    Kernel("latest", "latest departure, all to one target, strict", None, "nothing", ("temporal",)),
    Kernel("fewest-hops", "fewest hops, strict", None, "nothing", ("temporal",), most=1_000_000),
    Kernel("fastest", "fastest walks, strict", None, "nothing", ("temporal",), most=1_000_000),
    Kernel("reach", "who reaches how many, all sources, strict", None, "nothing", ("temporal",), most=1_000_000,
           split=True),
]
BY_NAME = {kernel.name: kernel for kernel in KERNELS}

# The graphs in the order in which they are run, so that what matters most is there when time runs out.
DEFAULT_GRAPHS = ["rmat16", "enron", "drmat16", "email-eu", "collegemsg", "contacts24", "facebook", "sbm16",
                  "memory", "growth", "rmat20", "rmat10", "drmat10"]
FULL_GRAPHS = DEFAULT_GRAPHS + ["rmat12", "drmat12", "drmat20"]
QUICK_GRAPHS = ["rmat8", "drmat8", "sbm8", "contacts12", "memory", "growth"]

# Who can use more than one thread.
PARALLEL = ("networkit", "rustworkx")

LIBRARIES = ["igraph", "networkit", "rustworkx", "scipy", "networkx", "leidenalg", "raphtory"]


def libraries_for(graph, full):
    """Who can be expected to hold a graph: pure Python a small one, tuples of Python a middling one."""
    names = ["igraph", "networkit"]
    if graph.kind == "temporal":
        return ["raphtory"] if graph.edges < 1_000_000 or full else []
    if graph.edges <= LARGE or full:
        names.append("rustworkx")
    names.append("scipy")
    if graph.kind == "blocks":
        names.append("leidenalg")
    if graph.vertices <= 1 << 12 and graph.edges <= 60_000:
        names.append("networkx")
    return names


def kernels_for(graph, full, chosen):
    """The kernels to run on a graph; those asked for by name whatever its size."""
    if chosen:
        return [kernel for kernel in KERNELS if kernel.name in chosen and graph.kind in kernel.kinds]
    return [kernel for kernel in KERNELS
            if graph.kind in kernel.kinds and graph.edges <= (kernel.most_full if full else kernel.most)]
