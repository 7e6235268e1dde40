"""The open loop: requests are due on a schedule, whatever the server does."""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Sequence

from benchmarks.connection import Connection
from benchmarks.loop import Load, Loop


class Open(Loop):
    """Sends each request when it is due; what finds no free connection opens one."""

    def __init__(self, port: int, requests: Sequence[bytes], most: int) -> None:
        super().__init__(port, requests)
        self.most = most
        self.free: list[Connection] = []
        self.backlog: deque[int] = deque()
        self.open_requests = 0
        self.all_sent = False

    async def run(self, gaps: Sequence[float], grace: float) -> Load:
        """Send one request after each gap (seconds); wait ``grace`` for the last answers."""
        start = time.perf_counter_ns()
        self.watch_lag(self.loop.time())
        due = start
        for gap in gaps:
            due += int(gap * 1e9)
            await asyncio.sleep(max(0.0, (due - time.perf_counter_ns()) / 1e9))
            self.load.lags.append(max(0, time.perf_counter_ns() - due))
            self.send(due)
        self.all_sent = True
        if self.open_requests:
            self.loop.call_later(grace, self.finish)
            await self.finished
        self.load.wall = time.perf_counter_ns() - start
        self.load.unserved = self.open_requests
        self.load.in_flight = sum(self.load.latencies) / self.load.wall
        self.finish()
        await self.leave()
        return self.load

    def send(self, due: int) -> None:
        """Send what was due at ``due`` over a free or a new connection, or keep it back."""
        self.open_requests += 1
        if self.free:
            self.free.pop().ask(next(self.requests), due)
        elif len(self.connections) < self.most:
            connection = Connection(self)
            self.connections.append(connection)
            connection.ask(next(self.requests), due)
        else:
            self.backlog.append(due)

    def answered(self, connection: Connection, now: int) -> None:
        """Count the answer; the connection takes what waits, or is free."""
        self.load.latencies.append(now - connection.due)
        self._ended(connection)

    def refused(self, connection: Connection, _now: int) -> None:
        """Count the error; the connection takes what waits, or is free."""
        self.load.errors += 1
        self._ended(connection)

    def _ended(self, connection: Connection) -> None:
        self.open_requests -= 1
        if self.backlog:
            connection.ask(next(self.requests), self.backlog.popleft())
        else:
            self.free.append(connection)
        self._finish_if_done()

    def broken(self, connection: Connection) -> None:
        """Count the error and forget the connection; another takes what waits."""
        self.load.errors += 1
        self.open_requests -= 1
        if connection in self.connections:
            self.connections.remove(connection)
        if self.backlog:
            self.open_requests -= 1  # it is counted since it was due, and send counts it again
            self.send(self.backlog.popleft())
        self._finish_if_done()

    def _finish_if_done(self) -> None:
        if self.all_sent and not self.open_requests:
            self.finish()
