"""What is measured just now, how far the run is, and how long it still takes."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

QUIET = 10.0  # seconds between two lines where there is no terminal


def clock(seconds: float) -> str:
    """Return seconds as minutes and seconds, for example ``8:05``."""
    whole = max(0, round(seconds))
    return f"{whole // 60}:{whole % 60:02d}"


class Teller:
    """Tells the progress of a run that should take ``total`` seconds."""

    def __init__(self, total: float, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True)
        self._total = total
        self._done = 0.0
        self._began = self._told = time.monotonic()
        self._bar = Progress(
            TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(), TextColumn("{task.fields[left]} left"), console=self._console,
        )  # fmt: skip
        self._task = self._bar.add_task("starting", total=total, left=clock(total))

    def __enter__(self) -> Teller:
        if self._console.is_terminal:
            self._bar.start()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:  # fmt: skip
        if self._console.is_terminal:
            self._bar.stop()

    def step(self, words: str, seconds: float) -> None:
        """Say what comes now; it should take ``seconds``."""
        left = clock(self.left())
        if self._console.is_terminal:
            self._bar.update(self._task, description=words, completed=self._done, left=left)
        elif time.monotonic() - self._told >= QUIET:
            self._told = time.monotonic()
            share = min(99.0, 100 * self._done / self._total)
            gone = clock(time.monotonic() - self._began)
            line = f"{share:3.0f} %  {gone} gone, {left} left  {words}"
            self._console.print(line, soft_wrap=True)
        self._done += seconds

    def left(self) -> float:
        """Return how many seconds are left, at the pace of the run so far."""
        gone = time.monotonic() - self._began
        pace = gone / self._done if self._done > 5 else 1.0
        return (self._total - self._done) * pace
