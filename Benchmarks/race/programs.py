"""Programs that are kept running with a graph in memory and asked to run one thing at a time."""

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent


class Slow(Exception):
    """The program did not answer in time and was ended."""


class Failed(Exception):
    """The program ended or reported an error."""


class Program:
    """A child process; it is started at the first request, and again after it had to be ended."""

    def __init__(self, name, command, log):
        self.name, self.command, self.log = name, command, log
        self.process = None
        self.greeting = {}
        self.rest = b""

    def start(self, limit):
        environment = os.environ | {"RAYON_NUM_THREADS": str(os.cpu_count())}
        self.rest = b""
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=self.log.open("ab"), env=environment)
        self.greeting = self.reply(limit)

    def ask(self, limit, **request):
        """Sends a request and returns the answer, or raises Slow or Failed."""
        if self.process is None:
            self.start(limit)
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            self.end()
            raise Failed(self.last_words()) from None
        return self.reply(limit)

    def reply(self, limit):
        deadline = time.monotonic() + limit
        while b"\n" not in self.rest:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                self.end()
                raise Slow(f"> {limit:.0f} s")
            piece = os.read(self.process.stdout.fileno(), 1 << 16)
            if not piece:
                self.end()
                raise Failed(self.last_words())
            self.rest += piece
        line, _, self.rest = self.rest.partition(b"\n")
        answer = json.loads(line)
        if answer.get("error"):
            raise Failed(answer["error"])
        return answer

    def last_words(self):
        lines = self.log.read_text(errors="replace").strip().splitlines() if self.log.exists() else []
        return lines[-1][:200] if lines else "ended without a word"

    def end(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process.stdout.close()
            self.process = None


def kernel_program(binary, graph, logs):
    return Program("kernel", [str(binary), "serve", str(graph.folder)], logs / f"kernel-{graph.name}.log")


def peer_program(library, graph, logs):
    command = [sys.executable, "-B", str(HERE / "peer.py"), library, str(graph.folder)]
    return Program(library, command, logs / f"{library}-{graph.name}.log")
