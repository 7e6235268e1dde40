"""Run one probe function in a forked process of its own, within a time limit.

A fork starts from a process that has already imported the framework, so a probe costs
milliseconds, and what it changes (Django's settings, a registry, a signal) dies with it.
The child leads its own process group: servers that it starts are ended with it.
"""

from __future__ import annotations

import contextlib
import inspect
import json
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from probes.fixtures import call_with_fixtures


@dataclass(frozen=True)
class Outcome:
    """What came of one probe: what it saw, or the error that kept it from seeing."""

    observed: str | None
    error: str | None = None
    used: tuple[str, ...] = ()
    experiment: str = ""
    seconds: float = 0.0
    cpu_seconds: float = 0.0


@dataclass
class Child:
    """A running probe process and the pipe on which it reports."""

    pid: int
    pipe: int
    limit: float
    started: float = field(default_factory=time.monotonic)
    received: bytes = b""

    @property
    def expired(self) -> bool:
        """Tell whether the probe has used up its time limit (in seconds)."""
        return time.monotonic() - self.started > self.limit


def start(probe: Callable[..., str], limit: float) -> Child:
    """Fork a process that runs ``probe``; ``limit`` is in seconds."""
    reading, writing = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid == 0:
        os.close(reading)
        _run_and_exit(probe, writing)
    os.close(writing)
    return Child(pid, reading, limit)


def finish(child: Child) -> Outcome:
    """End the child's process group, collect the child and read its report."""
    timed_out = child.expired and not child.received
    end_group(child.pid)
    cpu_seconds = _collect(child.pid)
    os.close(child.pipe)
    return replace(
        _outcome(child, timed_out),
        seconds=time.monotonic() - child.started,
        cpu_seconds=cpu_seconds,
    )


def _outcome(child: Child, timed_out: bool) -> Outcome:
    if child.received:
        return Outcome(**json.loads(child.received))
    if timed_out:
        return Outcome(None, f"stopped at its limit of {child.limit:g} s")
    return Outcome(None, "the probe's process died without a report")


def _collect(pid: int) -> float:
    """Wait for the process; return the processor time of it and of what it waited for."""
    try:
        _, _, usage = os.wait4(pid, 0)
    except ChildProcessError:
        return 0.0
    return usage.ru_utime + usage.ru_stime


def end_group(pid: int) -> None:
    """Kill every process of the group that ``pid`` leads; a group already gone is fine."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _run_and_exit(probe: Callable[..., str], pipe: int) -> None:
    code = 1
    try:
        os.setsid()
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, signal.SIG_DFL)
        report = _report(probe)
        with os.fdopen(pipe, "wb") as channel:
            channel.write(json.dumps(report).encode())
        code = 0
    finally:
        os._exit(code)


def _report(probe: Callable[..., str]) -> dict[str, Any]:
    used: list[str] = []
    with tempfile.TemporaryDirectory(prefix="probe-") as folder, _quiet(Path(folder)) as log:
        try:
            observed = call_with_fixtures(probe, Path(folder), used)
        except BaseException:
            output = log.read_text(errors="replace")[-2000:]
            return {"observed": None, "error": traceback.format_exc() + output}
    if not isinstance(observed, str) or not observed:
        return {"observed": None, "error": f"expected a non-empty text, got {observed!r}"}
    experiment = " ".join((inspect.getdoc(probe) or "").split())
    return {"observed": observed, "used": sorted(set(used)), "experiment": experiment}


@contextlib.contextmanager
def _quiet(folder: Path) -> Iterator[Path]:
    """Send what the probe prints to a file, so that only its report is heard."""
    log = folder / "output.log"
    with log.open("w") as stream:
        os.dup2(stream.fileno(), 1)
        os.dup2(stream.fileno(), 2)
        yield log
