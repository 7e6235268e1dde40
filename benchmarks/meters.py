"""What the kernel says about time: of a process tree, of the whole machine, of this process."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import psutil


@dataclass(frozen=True)
class Reading:
    """Counters at one moment, in seconds unless a name says otherwise."""

    wall: float
    cpu: float
    user: float
    system: float
    switches: int
    busy: float
    steal: float
    generator: float
    helpers: float

    def since(self, before: Reading) -> Reading:
        """Return what passed between two readings."""
        names = self.__dataclass_fields__
        return Reading(**{name: getattr(self, name) - getattr(before, name) for name in names})

    @property
    def foreign(self) -> float:
        """Return the CPU that neither the server nor the generator used."""
        return max(0.0, self.busy - self.cpu - self.generator - self.helpers)


def process_cpu(process: psutil.Process) -> float:
    """Return the CPU seconds of a process with all its threads, also of those that ended."""
    if sys.platform == "linux":
        # The kernel's CPU clock of another process: nanoseconds, where /proc counts in hundredths.
        return time.clock_gettime_ns((~process.pid << 3) | 2) / 1e9
    times = process.cpu_times()
    return times.user + times.system


def tree_cpu(tree: Sequence[psutil.Process]) -> float:
    """Return the CPU seconds of all processes of ``tree`` that still live."""
    total = 0.0
    for process in tree:
        with contextlib.suppress(psutil.Error, OSError):
            total += process_cpu(process)
    return total


def read(tree: Sequence[psutil.Process], helpers: Sequence[psutil.Process]) -> Reading:
    """Read all counters now; ``helpers`` are our own processes beside server and generator."""
    user = system = 0.0
    switches = 0
    for process in tree:
        with contextlib.suppress(psutil.Error):
            times, changes = process.cpu_times(), process.num_ctx_switches()
            user, system = user + times.user, system + times.system
            switches += changes.voluntary + changes.involuntary
    machine = psutil.cpu_times()
    idle = machine.idle + getattr(machine, "iowait", 0.0)
    steal = getattr(machine, "steal", 0.0)
    return Reading(
        wall=time.perf_counter(), cpu=tree_cpu(tree), user=user, system=system, switches=switches,
        busy=sum(machine[:8]) - idle - steal, steal=steal,
        generator=time.process_time(), helpers=tree_cpu(helpers),
    )  # fmt: skip


def memory(tree: Sequence[psutil.Process]) -> int:
    """Return the bytes that only these processes hold (USS; resident size where not known)."""
    total = 0
    for process in tree:
        with contextlib.suppress(psutil.Error):
            info = process.memory_full_info()
            total += getattr(info, "uss", info.rss)
    return total
