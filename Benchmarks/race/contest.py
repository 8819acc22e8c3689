"""Runs a kernel and its peers on one graph by turns, so that what else the machine does meets all of them."""

import os
import statistics
import tempfile
from datetime import date
from pathlib import Path

import numpy as np

import agreement
import programs
from plan import PARALLEL

ROUNDS = 5
ENOUGH = 6.0  # seconds after which a program's runs of one kernel end
SEEDS = 10  # runs of what chance decides, which end after as many seconds as one run may take
LOADING = 300.0


class Contest:
    """The programs that hold one graph."""

    def __init__(self, graph, binary, libraries, place, limit):
        logs = place / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        self.graph, self.limit = graph, limit
        self.answers = tempfile.TemporaryDirectory()
        self.kernel = programs.kernel_program(binary, graph, logs)
        self.peers = [programs.peer_program(library, graph, logs) for library in libraries]
        self.absent = {}

    def close(self):
        for program in [self.kernel, *self.peers]:
            program.end()
        self.answers.cleanup()

    def entries(self, kernel, threads):
        """Everything that is to be timed for a kernel: (program, its key, cell)."""
        yield self.kernel, kernel.name, {"program": "kernel", "call": kernel.name, "threads": threads}
        for key, (title, most, graphs) in kernel.beside.items() if threads == 1 else ():
            yield self.kernel, key, {"program": "pass", "call": title, "most": most, "binding": graphs, "threads": 1}
        for peer in self.peers:
            if peer.name in self.absent or threads > 1 and peer.name not in PARALLEL:
                continue
            if not peer.greeting:
                try:
                    peer.start(LOADING)
                except (programs.Slow, programs.Failed) as reason:
                    self.absent[peer.name] = str(reason)
                    yield None, None, failure(peer.name, threads, reason)
                    continue
            for key, (call, converts, partial) in peer.greeting["calls"].items():
                if key.partition(":")[0] == kernel.name:
                    yield peer, key, {"program": peer.name, "call": call, "converts": converts, "partial": partial,
                                      "threads": threads}

    def race(self, kernel, all_cores=False):
        """A row of results: the kernel's cell first, then its peers'; with `all_cores` the same again on all."""
        row = {"graph": self.graph.name, "kernel": kernel.name, "date": str(date.today()), "load": [load()]}
        counts = [1, os.cpu_count()] if all_cores and os.cpu_count() > 1 else [1]
        entries = [entry for threads in counts for entry in self.entries(kernel, threads)]
        for turn in range(SEEDS if kernel.agree == "quality" else ROUNDS):
            for program, key, cell in entries:
                if "status" not in cell:
                    self.turn(kernel, program, key, cell, turn)
        row["cells"] = [cell for _, _, cell in entries]
        row["load"].append(load())
        self.compare(kernel, row["cells"])
        return row

    def turn(self, kernel, program, key, cell, turn):
        """One more run of a program, unless it has run enough."""
        times = cell.setdefault("times", [])
        if sum(times) > (self.limit if kernel.agree == "quality" else ENOUGH):
            return
        try:
            program.ask(LOADING, step="prepare", kernel=key)
            answer = program.ask(self.limit, step="run", kernel=key, threads=cell["threads"], seed=turn + 1)
            times.append(answer["seconds"])
            cell["memory"] = min(cell.get("memory", answer["memory"]), answer["memory"], key=added)
            if turn == 0 or kernel.agree == "quality":
                path = Path(self.answers.name) / f"{program.name}-{key.replace(':', '-')}-{cell['threads']}-{turn}.f64"
                program.ask(LOADING, step="read", kernel=key, path=str(path))
                cell.setdefault("answers", []).append(str(path))
        except programs.Slow:
            cell.update({"status": "slow", "reason": f"> {self.limit:.0f} s"})
        except programs.Failed as reason:
            cell.update({"status": "failed", "reason": str(reason)})
        if times:
            cell["seconds"] = min(times)

    def compare(self, kernel, cells):
        """Says of each peer's answer whether it is the kernel's."""
        paths = [cell.pop("answers", []) for cell in cells]
        answers = [[np.fromfile(path) for path in found] for found in paths]
        for found in paths:
            for path in found:
                os.unlink(path)
        mine = answers[0]
        for cell, theirs in zip(cells, answers):
            if kernel.agree == "quality" and theirs:
                scores = [agreement.modularity(self.graph, labels) for labels in theirs]
                cell["modularity"], cell["seeds"] = statistics.median(scores), len(scores)
            elif cell is not cells[0] and cell["program"] != "pass" and mine and theirs:
                try:
                    cell["agrees"], cell["remark"] = getattr(agreement, kernel.agree)(self.graph, mine[0], theirs[0])
                except Exception as error:  # an answer of a shape that nobody expected
                    cell["agrees"], cell["remark"] = False, f"{type(error).__name__}: {error}"


def failure(program, threads, reason):
    return {"program": program, "call": "", "threads": threads, "status": "failed", "reason": str(reason)}


def added(memory):
    """What a run adds at its peak; the first run of a program also brings in the program's own pages."""
    return memory["peak"] - memory["before"]


def load():
    """The load average of the last minute."""
    return round(os.getloadavg()[0], 2)
