"""Work on pieces side by side, each in a process of its own that gives its memory back."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection, get_context
from multiprocessing.process import BaseProcess
from os import cpu_count
from typing import Any, TypeVar

from book import memory
from book.layout import Laid, Piece, lay_out

MOST = 3  # processes at once, so that all of them together stay under a gigabyte
SAMPLE = 1.0  # seconds between two looks at the memory
# Forked where that is safe: the layout engine takes a second to load.
_CONTEXT: Any = get_context("fork" if sys.platform == "linux" else "spawn")


Job = TypeVar("Job")
Done = TypeVar("Done")


class LostPieceError(Exception):
    """A process ended before its piece was laid out; the text says what to do."""


@dataclass
class Workshop:
    """The processes at work on the pieces, and the most memory that all held together."""

    tell: Callable[[Sequence[Laid], int, float], None]  # what is done, of how many, in seconds
    megabytes: float = 0
    _looked: float = 0  # when
    _running: dict[Any, tuple[int, BaseProcess]] = field(default_factory=dict)

    def lay_out(self, jobs: Sequence[Piece]) -> list[Laid]:
        """Return what came of each piece, in their order; raises LostPieceError."""
        started = time.monotonic()

        def tell(done: Sequence[Laid]) -> None:
            self.tell(done, len(jobs), time.monotonic() - started)

        return self.run(lay_out, jobs, lambda job: len(job.html), tell)

    def run(
        self,
        work: Callable[[Job], Done],
        jobs: Sequence[Job],
        size: Callable[[Job], int],
        tell: Callable[[Sequence[Done]], None] = lambda _: None,
    ) -> list[Done]:
        """Return what came of each job, in their order; raises LostPieceError."""
        # The largest first, so that none of them is left over at the end.
        waiting = sorted(range(len(jobs)), key=lambda number: size(jobs[number]))
        workers = max(1, min(cpu_count() or 1, MOST))
        done: dict[int, Done] = {}
        while waiting or self._running:
            while waiting and len(self._running) < workers:
                self._start(work, waiting[-1], jobs[waiting.pop()])
            for ready in connection.wait(list(self._running), SAMPLE):
                number, answer = self._finish(ready)
                done[number] = answer
                tell(list(done.values()))
            if time.monotonic() - self._looked >= SAMPLE:
                self._look()
        return [done[number] for number in range(len(jobs))]

    def _start(self, work: Callable[[Any], Any], number: int, job: Any) -> None:
        here, there = _CONTEXT.Pipe(duplex=False)
        process = _CONTEXT.Process(target=_work, args=(work, job, there), daemon=True)
        process.start()
        there.close()
        self._running[here] = number, process

    def _finish(self, ready: Any) -> tuple[int, Any]:
        number, process = self._running.pop(ready)
        try:
            answer = ready.recv()
        except EOFError:
            process.join()
            self._stop()
            raise LostPieceError(_lost(number, process)) from None
        process.join()
        return number, answer

    def _stop(self) -> None:
        for _, process in self._running.values():
            process.terminate()
            process.join()
        self._running.clear()

    def _look(self) -> None:
        pids = [process.pid for _, process in self._running.values() if process.pid]
        self.megabytes = max(self.megabytes, memory.together(pids))
        self._looked = time.monotonic()


def _lost(number: int, process: BaseProcess) -> str:
    return (
        f"book: the process of piece {number} ended with {process.exitcode} and no pages; expected "
        "300 MB of free memory for each process; free some, and run make pdf again"
    )


def _work(work: Callable[[Any], Any], job: Any, answer: Any) -> None:
    answer.send(work(job))
    answer.close()
