"""How much memory the making of the book holds, in megabytes."""

from __future__ import annotations

import resource
import sys
from collections.abc import Iterable

import psutil


def together(workers: Iterable[int]) -> float:
    """Return what this process and its workers hold now; shared pages count once."""
    return sum(map(_held, (None, *workers)))


def _held(number: int | None) -> float:
    try:
        held = psutil.Process(number).memory_full_info()
    except psutil.Error:  # it has ended
        return 0
    return float(getattr(held, "pss", held.uss)) / 1e6


def own_peak() -> float:
    """Return the most that this process has held so far."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
