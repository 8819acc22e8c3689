"""Answers requests for one library about the graph in a folder, a JSON line each.

usage: peer.py LIBRARY FOLDER
"""

import ctypes
import gc
import importlib
import json
import os
import sys
import time
from pathlib import Path

BRIEF = 0.05  # seconds below which a run is repeated at once


def single_threaded():
    """Numeric libraries below the peers keep to one thread; the peers themselves are told by request."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"


def memory(field):
    try:
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def forget_peak():
    """Gives freed memory back and makes the system forget the peak so far."""
    try:
        ctypes.CDLL(None).malloc_trim(0)
        Path("/proc/self/clear_refs").write_text("5")
    except (OSError, AttributeError):
        pass


def timed(work):
    gc.collect()
    gc.disable()
    begin = time.perf_counter()
    value = work()
    seconds = time.perf_counter() - begin
    gc.enable()
    return seconds, value


class Server:
    """Takes one call through its life: make what it needs, run it, tell its answer."""

    def __init__(self, graphs, calls):
        self.graphs, self.calls, self.value = graphs, calls, None

    def answer(self, request):
        call = self.calls[request["kernel"]]
        return getattr(self, request["step"])(call, request)

    def prepare(self, call, request):
        self.value = None
        if call.needs:
            getattr(self.graphs, call.needs)
        return {}

    def run(self, call, request):
        self.value = None
        self.graphs.case.threads, self.graphs.case.seed = request["threads"], request["seed"]
        if hasattr(self.graphs, "use_threads"):
            self.graphs.use_threads(request["threads"])
        forget_peak()
        before = memory("VmRSS")
        seconds, self.value = timed(call.work)
        if seconds < BRIEF:
            self.value = None
            again, self.value = timed(call.work)
            seconds = min(seconds, again)
        return {"seconds": seconds, "memory": {"before": before, "peak": memory("VmHWM"), "after": memory("VmRSS")}}

    def read(self, call, request):
        import numpy as np

        np.asarray(call.read(self.value), dtype=float).tofile(request["path"])
        self.value = None
        return {}


def main():
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what a library prints is no reply

    def reply(value):
        replies.write(json.dumps(value) + "\n")
        replies.flush()

    single_threaded()
    from case import Case

    library = importlib.import_module(f"peers.{sys.argv[1]}_peer")
    graphs = library.Graphs(Case(sys.argv[2]))
    calls = library.calls(graphs)
    reply({"calls": {key: [call.name, call.converts, call.partial] for key, call in calls.items()}})
    server = Server(graphs, calls)
    for line in sys.stdin:
        try:
            reply(server.answer(json.loads(line)))
        except Exception as error:  # whatever a library throws becomes a cell of the table
            reply({"error": f"{type(error).__name__}: {error}"})


main()
