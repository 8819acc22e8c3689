"""Runs the race and writes the table; see Scripts/bench."""

import argparse
import json
import os
import platform
import signal
import subprocess
import sys
import time
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import plan
import programs
import scaling
from contest import Contest
from graphs import Unavailable, prepare
from table import render


def options():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description="Times the kernel beside other programs.")
    parser.add_argument("--full", action="store_true", help="all sizes, and pure Python where it takes long")
    parser.add_argument("--quick", action="store_true", help="small graphs only: whether everything runs")
    parser.add_argument("--kernels", default="", help="only these, by name, with commas between")
    parser.add_argument("--graphs", default="", help="only these: rmat16 (any scale), drmat16, sbm16, enron, facebook, "
                                                     "email-eu, collegemsg, contacts24, growth, memory")
    parser.add_argument("--peers", default=None, help="only these libraries; \"none\" for the kernel alone")
    parser.add_argument("--keep", action="store_true", help="put the rows into the results of the last whole run")
    parser.add_argument("--render", action="store_true", help="run nothing; write the table of the results anew")
    parser.add_argument("--data", type=Path, help="the folder with the files of real graphs")
    parser.add_argument("--limit", type=float, default=60, help="the most seconds of one run (60)")
    parser.add_argument("--minutes", type=float,
                        help="after how many minutes nothing new is begun (24, with --full a day)")
    parser.add_argument("--binary", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--place", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--page", type=Path, required=True, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    unknown = [name for name in names(chosen.kernels) if name not in plan.BY_NAME]
    if unknown:
        parser.error(f"there is no kernel {', '.join(unknown)}; there are {', '.join(plan.BY_NAME)}")
    return chosen


def names(text):
    return [name for name in text.split(",") if name]


def machine():
    processor, memory = platform.processor() or platform.machine(), 0
    if Path("/proc/cpuinfo").exists():
        models = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                  if line.startswith("model name")]
        processor = models[0] if models else processor
    if hasattr(os, "sysconf"):
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.strip().splitlines()
    return {"processor": processor, "cores": os.cpu_count(), "memory": round(memory),
            "system": f"{platform.system()} {platform.machine()}", "swift": swift[0] if swift else "Swift unknown",
            "python": platform.python_version(), "versions": [f"{name} {found(name)}" for name in plan.LIBRARIES],
            "load": loads()}


def found(name):
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def loads():
    return ", ".join(f"{value:.2f}" for value in os.getloadavg())


class Results:
    """What has been measured, kept in a file after each row and rendered beside it."""

    def __init__(self, file, page, keeps):
        self.file, self.page = file, page
        self.values = {"machine": machine(), "graphs": {}, "rows": []}
        if keeps and file.exists():
            self.values = json.loads(file.read_text())

    def add(self, row):
        place = (row["graph"], row["kernel"])
        rows = self.values["rows"]
        kept = [old for old in rows if (old["graph"], old["kernel"]) == place]
        if kept:
            rows[rows.index(kept[0])] = row
        else:
            rows.append(row)
        self.save()

    def miss(self, graph, reason):
        """Notes that a graph was not run."""
        print(f"{graph}: not run: {reason}", flush=True)
        self.values["graphs"].setdefault(graph, {"title": graph, "missing": str(reason)})

    def save(self):
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(self.values, indent=1) + "\n")
        self.page.write_text(render(self.values))


def data_folder(chosen):
    """The folder of real graphs: as said, else beside the project."""
    shared = os.environ.get("ENTENTE_SHARED", "../shared")
    folder = chosen.data or Path(shared) / "data" / "perf"
    return folder if folder.is_dir() else None


def run(chosen, results):
    deadline = time.monotonic() + 60 * (chosen.minutes or (24 * 60 if chosen.full else 24))
    wanted = names(chosen.graphs) or (plan.QUICK_GRAPHS if chosen.quick else
                                      plan.FULL_GRAPHS if chosen.full else plan.DEFAULT_GRAPHS)
    for name in wanted:
        if time.monotonic() > deadline:
            results.miss(name, "out of time")
        elif name in ("growth", "memory"):
            print(name, flush=True)
            scale(name, chosen, results)
        else:
            try:
                graph = prepare(name, chosen.place / "graphs", chosen.binary, data_folder(chosen))
            except Unavailable as reason:
                results.miss(name, reason)
            else:
                race(graph, chosen, results, deadline)
    results.values["machine"]["load_after"] = loads()
    results.save()


def race(graph, chosen, results, deadline):
    """All kernels that are for a graph, with the libraries that can hold it."""
    print(f"{graph.name}: {graph.title}, {graph.vertices} vertices, {graph.edges} edges", flush=True)
    description = {"title": graph.title, "vertices": graph.vertices, "edges": graph.edges, "late": []}
    results.values["graphs"][graph.name] = description
    libraries = plan.libraries_for(graph, chosen.full)
    if chosen.peers is not None:
        libraries = [library for library in libraries if library in names(chosen.peers)]
    contest = Contest(graph, chosen.binary, libraries, chosen.place, chosen.limit)
    try:
        for kernel in plan.kernels_for(graph, chosen.full, names(chosen.kernels)):
            if time.monotonic() > deadline:
                description["late"].append(kernel.title)
                continue
            row = contest.race(kernel, kernel.split)
            results.add(row)
            say(row)
    finally:
        description["absent"] = contest.absent
        contest.close()


def scale(name, chosen, results):
    """One of the two sections that are not about one graph."""
    def made(graph_name):
        return prepare(graph_name, chosen.place / "graphs", chosen.binary, None)

    def kernel(graph):
        return programs.kernel_program(chosen.binary, graph, chosen.place / "logs")

    if name == "growth":
        results.values[name] = scaling.measure_growth(made, kernel, chosen.limit, chosen.quick)
    else:
        libraries = ["igraph", "networkit", "scipy", "rustworkx"] if chosen.peers is None else names(chosen.peers)
        peers = [(library, partial(programs.peer_program, library, logs=chosen.place / "logs"))
                 for library in libraries if library != "none"]
        results.values[name] = scaling.measure_memory(made, kernel, peers, chosen.limit, chosen.quick)
    results.save()


def say(row):
    """A line for whoever watches."""
    told = []
    for cell in row["cells"]:
        time = f"{cell['seconds'] * 1000:.4g} ms" if "seconds" in cell else cell.get("reason", "?")
        threads = f" x{cell['threads']}" if cell["threads"] > 1 else ""
        differs = " DIFFERS" if cell.get("agrees") is False and not cell["partial"] else ""
        told.append(f"{cell['program']}{threads} {time}{differs}")
    print(f"  {row['kernel']}: " + ", ".join(told), flush=True)


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the programs are ended, and what there is stays
    chosen = options()
    narrowed = bool(chosen.kernels or chosen.graphs or chosen.peers or chosen.quick) and not chosen.keep
    file = chosen.place / ("narrowed.json" if narrowed else "results.json")
    page = chosen.place / "narrowed.md" if narrowed else chosen.page
    (chosen.place / "logs").mkdir(parents=True, exist_ok=True)
    results = Results(file, page, chosen.keep or chosen.render)
    if chosen.render:
        results.save()
    else:
        run(chosen, results)
    print(f"the table is in {page}")
    cells = [cell for row in results.values["rows"] for cell in row["cells"]]
    sys.exit(any(cell.get("agrees") is False and not cell["partial"] for cell in cells))


main()
