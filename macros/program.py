"""How a program of ours ends when nobody reads what it prints any more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable


def exit_code(main: Callable[[], int | None]) -> int:
    """Return what ``main`` returned, 0 for None, or 1 where the reader of its output has gone.

    So `python -m benchmarks report | head` ends without a traceback.
    """
    try:
        try:
            return main() or 0
        finally:
            sys.stdout.flush()  # here, because Python's own flush at exit cannot be caught
    except BrokenPipeError:
        # What is left goes nowhere, so that the flush at exit has nothing to complain of.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
