"""Start real servers on loopback, know their processes, and end exactly those."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from benchmarks import meters
from benchmarks.loop import HOST
from benchmarks.stacks import Job
from macros.load import ROOT

APPS = ROOT / "benchmarks" / "apps"
READY_SECONDS = 30.0
STOP_SECONDS = 2.0


class ServerError(RuntimeError):
    """A server did not come up; the text is what it printed."""


@dataclass
class Running:
    """A server that answers: its port, its processes, and what its start took."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path
    tree: list[psutil.Process] = field(default_factory=list)
    ready: float = 0.0
    ready_cpu: float = 0.0

    def stop(self, *, at_once: bool = False) -> None:
        """End the server: politely, and after STOP_SECONDS, or ``at_once``, not."""
        known = {*self.tree, *_children(self.process.pid)}
        if not at_once and self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(STOP_SECONDS)
        for process in known:
            with contextlib.suppress(psutil.Error):
                process.kill()
        self.process.wait()
        wait_until_dead(known)

    def drain(self, limit: float = 1.0) -> bool:
        """Wait until the server is idle, for ``limit`` seconds at most; return whether it is."""
        end = time.perf_counter() + limit
        used = meters.tree_cpu(self.tree)
        while time.perf_counter() < end:
            time.sleep(0.02)
            now = meters.tree_cpu(self.tree)
            if now - used < 0.0015:
                return True
            used = now
        return False


def wait_until_dead(processes: Iterable[psutil.Process]) -> None:
    """Wait until none of them runs, STOP_SECONDS at most.

    A worker whose parent is gone may stay a zombie: not every machine's first process reaps.
    """
    end = time.monotonic() + STOP_SECONDS
    while time.monotonic() < end and any(runs(each) for each in processes):
        time.sleep(0.005)


def runs(process: psutil.Process) -> bool:
    """Return whether a process is alive; what is left of an ended one is not."""
    try:
        return process.status() not in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)
    except psutil.Error:
        return False


def _children(pid: int) -> list[psutil.Process]:
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    return []


def free_port() -> int:
    """Return a port that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind((HOST, 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def on_cores(cores: Sequence[int]) -> Iterator[None]:
    """Run this process on ``cores`` for a while; what it starts meanwhile stays there."""
    if not cores:
        yield
        return
    me = psutil.Process()
    before = me.cpu_affinity()
    me.cpu_affinity(list(cores))
    try:
        yield
    finally:
        me.cpu_affinity(before)


class Starter:
    """Starts the servers of a run; ``environment`` tells the applications of their data."""

    def __init__(self, folder: Path, cores: Sequence[int], environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._cores = cores
        self._environment = dict(environment)
        self._path = [str(APPS)]

    def start(self, job: Job) -> Running:
        """Start the server of ``job`` and wait for its first right answer.

        Raises ServerError with the server's own words when it does not come.
        """
        port = free_port()
        arguments = [each.replace("{port}", str(port)) for each in job.arguments]
        variables = self._environment | (
            {"DJANGO_SETTINGS_MODULE": job.settings} if job.settings else {}
        )
        return self.launch(port, ["-m", *arguments], variables, self._asked(job), job.row.workers)

    def _asked(self, job: Job) -> str:
        return "/hello" if job.row.source.endswith("_basic.py") else "/page"

    def launch(
        self, port: int, arguments: Sequence[str], variables: Mapping[str, str], path: str,
        workers: int = 1,
    ) -> Running:  # fmt: skip
        """Run ``python arguments`` until it answers on ``path``; raises ServerError."""
        log = self._folder / f"{port}.log"
        environment = {**os.environ, **variables, "PYTHONPATH": str(APPS)}
        environment.pop("PYTHONHASHSEED", None)  # each start draws its own, as in production
        began = time.perf_counter()
        with log.open("wb") as output, on_cores(self._cores):
            process = subprocess.Popen(
                [sys.executable, *arguments], cwd=APPS, env=environment,
                stdout=output, stderr=subprocess.STDOUT,
            )  # fmt: skip
        running = Running(port, process, log)
        try:
            self._wait(running, path, workers)
        except BaseException:
            running.stop(at_once=True)
            raise
        running.ready = time.perf_counter() - began
        running.tree = _children(process.pid)
        running.ready_cpu = meters.tree_cpu(running.tree)
        return running

    def _wait(self, running: Running, path: str, workers: int) -> None:
        end = time.perf_counter() + READY_SECONDS
        while time.perf_counter() < end and running.process.poll() is None:
            if _answers(running.port, path):
                if workers > 1:
                    time.sleep(1.0)  # the others are a moment behind the first
                return
            time.sleep(0.005)
        said = running.log.read_text(errors="replace")[-1500:]
        raise ServerError(f"the server did not answer {path}; it said:\n{said}")


def _answers(port: int, path: str) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=5)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
