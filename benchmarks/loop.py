"""What a closed and an open loop share: what was seen, lateness, opening and leaving."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle

from benchmarks.connection import Connection

HOST = "127.0.0.1"
LAG_STEP = 0.01  # seconds between two looks at the generator's own lateness


@dataclass
class Load:
    """What the generator saw. Times are in nanoseconds; ``latencies`` are those of answers 200.

    ``cut`` tells that the time was over before the work was whole.
    """

    latencies: list[int] = field(default_factory=list)
    errors: int = 0
    unserved: int = 0
    wall: int = 0
    lags: list[int] = field(default_factory=list)
    in_flight: float = 0.0
    cut: bool = False


class Loop:
    """The owner of connections: opening connections, lateness, and the end."""

    def __init__(self, port: int, requests: Sequence[bytes]) -> None:
        self.port = port
        self.requests: Iterator[bytes] = cycle(requests)
        self.load = Load()
        self.loop = asyncio.get_running_loop()
        self.finished: asyncio.Future[None] = self.loop.create_future()
        self.connections: list[Connection] = []
        self._opening: set[asyncio.Task[None]] = set()

    def open(self, connection: Connection) -> None:
        """Connect; one that cannot is told as broken."""
        task = self.loop.create_task(self._open(connection))
        self._opening.add(task)
        task.add_done_callback(self._opening.discard)

    async def _open(self, connection: Connection) -> None:
        try:
            await self.loop.create_connection(lambda: connection, HOST, self.port)
        except OSError:
            connection.asking = None
            self.broken(connection)

    def answered(self, connection: Connection, now: int) -> None:
        """Take note of a whole answer, at ``now``."""
        raise NotImplementedError

    def refused(self, connection: Connection, now: int) -> None:
        """Take note of a whole answer whose status is not 200, at ``now``."""
        raise NotImplementedError

    def broken(self, connection: Connection) -> None:
        """Take note of a connection that ended before its answer."""
        raise NotImplementedError

    def watch_lag(self, due: float) -> None:
        """Note how late the loop itself is, every LAG_STEP seconds."""
        late = self.loop.time() - due
        self.load.lags.append(int(late * 1e9))
        if not self.finished.done():
            again = self.loop.time() + LAG_STEP
            self.loop.call_at(again, self.watch_lag, again)

    def finish(self) -> None:
        """Let the run end."""
        if not self.finished.done():
            self.finished.set_result(None)

    async def leave(self) -> None:
        """Close every connection, whatever is under way."""
        for connection in self.connections:
            connection.close()
        for task in list(self._opening):
            task.cancel()
        await asyncio.sleep(0)
