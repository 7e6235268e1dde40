"""Start programs by fork, from a process that has imported the framework and nothing else.

A new Python with a framework and a server costs half a second of processor time and more, a
fork a few milliseconds. What is started finds no trace of who asked for it, as in a process
started from the command line: for a probe the zygote is forked before the probe runs, for an
example it is a new Python of its own.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_FORK = multiprocessing.get_context("fork")
_PROGRAM = "from probes.zygote import main; main()"
_NAP_SECONDS = 0.005


@dataclass(frozen=True)
class Launch:
    """What to run: the words after ``python``, where, and the file for what it prints."""

    words: Sequence[str]
    folder: Path
    log_file: Path
    environment: dict[str, str]


@dataclass(frozen=True)
class ForkedProcess:
    """A process that the zygote started; it is watched with the methods of Popen."""

    pid: int
    requests: Connection

    def wait(self, timeout: float | None = None) -> int | None:
        """Return the exit code, or None where it still runs after ``timeout`` seconds."""
        self.requests.send((self.pid, timeout))
        code: int | None = self.requests.recv()
        return code


class Zygote:
    """The process that forks; it ends when its ``requests`` are closed."""

    def __init__(self, requests: Connection) -> None:
        self._requests = requests

    def start(self, launch: Launch) -> ForkedProcess:
        """Fork and run what ``launch`` says."""
        self._requests.send(launch)
        return ForkedProcess(self._requests.recv(), self._requests)


@contextlib.contextmanager
def zygote() -> Iterator[Zygote]:
    """Fork a zygote of this process, as it is now; end it on leaving."""
    mine, its = _FORK.Pipe()
    process = _FORK.Process(target=_answer_alone, args=(its,))
    process.start()
    its.close()
    try:
        yield Zygote(mine)
    finally:
        mine.close()
        process.join()


@contextlib.contextmanager
def new_zygote(modules: Sequence[str]) -> Iterator[Zygote]:
    """Start a new Python that imports ``modules`` and forks; end it on leaving."""
    mine, its = multiprocessing.Pipe()
    number = its.fileno()
    process = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(number), *modules],
        env={**os.environ, "PYTHONPATH": str(ROOT)}, pass_fds=[number],
    )  # fmt: skip
    its.close()
    try:
        yield Zygote(mine)
    finally:
        mine.close()
        process.wait()


def main() -> None:
    """Be a zygote: the command line names the pipe and the modules to import."""
    number, *modules = sys.argv[1:]
    for name in modules:
        importlib.import_module(name)
    gc.freeze()  # a collection in a child would copy every page of what they share
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks ends this process
    _answer(Connection(int(number)))


def _answer_alone(requests: Connection) -> None:
    """Answer, with nothing open that the fork inherited: who waits must see a pipe's end."""
    os.closerange(3, requests.fileno())
    os.closerange(requests.fileno() + 1, os.sysconf("SC_OPEN_MAX"))
    _answer(requests)


def _answer(requests: Connection) -> None:
    """Fork and wait as asked until nobody asks any more; in a child, run its program."""
    launch = _next_child(requests)
    requests.close()
    if launch is not None:
        _run(launch)


def _next_child(requests: Connection) -> Launch | None:
    """Answer; return in each child what it is to run, and None at the end."""
    codes: dict[int, int] = {}
    while True:
        try:
            request = requests.recv()
        except EOFError:
            return None
        if not isinstance(request, Launch):
            pid, timeout = request
            requests.send(_exit_code(pid, timeout, codes))
        elif pid := os.fork():
            requests.send(pid)
        else:
            return request


def _exit_code(pid: int, timeout: float | None, codes: dict[int, int]) -> int | None:
    """Wait for a child at most ``timeout`` seconds; ``codes`` keeps what ended children said."""
    deadline = None if timeout is None else time.monotonic() + timeout
    while pid not in codes:
        ended, status = os.waitpid(pid, 0 if deadline is None else os.WNOHANG)
        if ended:
            codes[pid] = os.waitstatus_to_exitcode(status)
        elif deadline is not None and time.monotonic() >= deadline:
            return None
        else:
            time.sleep(_NAP_SECONDS)
    return codes[pid]


def _run(launch: Launch) -> None:
    """Become what ``python`` with these words would be."""
    _print_into(launch.log_file)
    os.chdir(launch.folder)
    os.environ.clear()
    os.environ.update(launch.environment)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    match list(launch.words):
        case ["-m", module, *_] as words:
            _settle(launch, str(launch.folder), words[1:])
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        case [script, *_] as words:
            _settle(launch, str(Path(script).parent), words)
            runpy.run_path(script, run_name="__main__")


def _print_into(log_file: Path) -> None:
    with log_file.open("wb") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    sys.stdout = os.fdopen(1, "w", 1, closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, closefd=False)


def _settle(launch: Launch, first: str, words: list[str]) -> None:
    """Take over the command line, and look for modules where a new Python would."""
    given = [part for part in launch.environment.get("PYTHONPATH", "").split(os.pathsep) if part]
    installed = [part for part in sys.path if part not in ("", str(ROOT))]
    sys.path[:] = [first, *given, *installed]
    sys.argv = words
