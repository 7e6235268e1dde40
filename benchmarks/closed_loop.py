"""Closed loops: each connection asks again as soon as it is answered."""

from __future__ import annotations

import time
from collections.abc import Sequence

from benchmarks.connection import Connection
from benchmarks.loop import Load, Loop

SLOW_WAVE = 1.0  # seconds


class Closed(Loop):
    """Keeps ``connections`` requests under way, for a number of requests or for a time."""

    def __init__(self, port: int, requests: Sequence[bytes], connections: int) -> None:
        super().__init__(port, requests)
        self.connections = [Connection(self) for _ in range(connections)]
        self.left: int | None = None
        self.begin = 0
        self.end = 0
        self.spent = 0

    async def run(self, number: int | None, ramp: float, seconds: float, limit: float) -> Load:
        """Send ``number`` requests, or go on for ``seconds`` after ``ramp``; stop at ``limit``."""
        self.left = number
        start = time.perf_counter_ns()
        self.begin = start + int(ramp * 1e9)
        self.end = self.begin + int(seconds * 1e9) if number is None else 2**63
        self.watch_lag(self.loop.time())
        for connection in self.connections:
            self.next(connection, time.perf_counter_ns())
        timer = self.loop.call_later(ramp + seconds if number is None else limit, self.finish)
        await self.finished
        timer.cancel()
        self.load.cut = number is not None and (bool(self.left) or self._under_way())
        self.load.wall = min(time.perf_counter_ns(), self.end) - self.begin
        self.load.unserved = sum(each.asking is not None for each in self.connections)
        self.load.in_flight = self.spent / self.load.wall if self.load.wall > 0 else 0.0
        await self.leave()
        return self.load

    def next(self, connection: Connection, now: int) -> None:
        """Ask once more, unless the number of requests is used up."""
        if self.left is not None:
            if self.left <= 0:
                return
            self.left -= 1
        connection.ask(next(self.requests), now)

    def answered(self, connection: Connection, now: int) -> None:
        """Count an answer that came in the window, and ask again."""
        if self.begin <= now < self.end:
            self.load.latencies.append(now - connection.due)
            self.spent += now - connection.due
        self._go_on(connection, now)

    def refused(self, connection: Connection, now: int) -> None:
        """Count the error and no answer; ask again."""
        self.load.errors += 1
        self._go_on(connection, now)

    def _go_on(self, connection: Connection, now: int) -> None:
        if self.finished.done():
            return
        self.next(connection, now)
        if self.left is not None and self.left <= 0 and not self._under_way():
            self.finish()

    def _under_way(self) -> bool:
        return any(each.asking is not None for each in self.connections)

    def broken(self, connection: Connection) -> None:
        """Count the error; the connection asks again a little later."""
        self.load.errors += 1
        if self.load.errors > 1000:
            self.finish()
        elif not self.finished.done():
            self.loop.call_later(0.01, self._go_on, connection, time.perf_counter_ns())


class Waves(Closed):
    """Goes on until every connection was answered, so that no wave of answers is cut in two.

    An event loop takes all requests in turns, so that many answers come at once and late. A wave
    is whole when there were as many answers as there are connections. The first one is the ramp;
    if it takes longer than ``SLOW_WAVE`` it is itself the sample.
    """

    def __init__(self, port: int, requests: Sequence[bytes], connections: int) -> None:
        super().__init__(port, requests, connections)
        self.is_ramp = True
        self.is_whole = False
        self.shortest = 0
        self.last = 0

    async def run_waves(self, seconds: float, limit: float) -> Load:
        """Count one whole wave, or more for ``seconds``; what ``limit`` ends is cut."""
        self.shortest = int(seconds * 1e9)
        await self.run(None, 0.0, limit, limit)
        self.load.cut = not self.is_whole
        self.load.wall = (self.last or time.perf_counter_ns()) - self.begin
        self.load.in_flight = self.spent / self.load.wall if self.load.wall > 0 else 0.0
        return self.load

    def answered(self, connection: Connection, now: int) -> None:
        """Count an answer; the last one of a wave may end the ramp or the sample."""
        if self.is_whole:
            return
        super().answered(connection, now)
        self.last = now
        if len(self.load.latencies) % len(self.connections) == 0:
            self._whole_wave(now)

    def _whole_wave(self, now: int) -> None:
        if self.is_ramp and now - self.begin < SLOW_WAVE * 1e9:
            self.begin, self.spent, self.last, self.is_ramp = now, 0, 0, False
            self.load.latencies.clear()
        elif now - self.begin >= self.shortest:
            self.is_whole = True
            self.finish()
