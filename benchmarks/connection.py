"""One connection of the load generator: it asks, reads the whole answer, and tells its owner."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol, cast


class Owner(Protocol):
    """What a connection needs of the loop that it belongs to."""

    def open(self, connection: Connection) -> None:
        """Connect it."""

    def answered(self, connection: Connection, now: int) -> None:
        """Take note of a whole answer."""

    def refused(self, connection: Connection, now: int) -> None:
        """Take note of a whole answer whose status is not 200."""

    def broken(self, connection: Connection) -> None:
        """Take note of a connection that ended before its answer."""


class Connection(asyncio.Protocol):
    """An HTTP/1.1 connection over which one request at a time is under way."""

    def __init__(self, owner: Owner) -> None:
        self.owner = owner
        self.transport: asyncio.Transport | None = None
        self.due = 0
        self.asking: bytes | None = None
        self._buffer = b""
        self._left: int | None = None
        self._chunked = self._to_end = self._closes = self._failed = False
        self._ended = 0

    def ask(self, request: bytes, due: int) -> None:
        """Send ``request``, which was due at ``due``; open the connection if need be."""
        self.asking, self.due = request, due
        if self.transport is None:
            self.owner.open(self)
        else:
            self.transport.write(request)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Send what waits."""
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is not a subclass
        if self.asking is not None:
            self.transport.write(self.asking)

    def data_received(self, data: bytes) -> None:
        """Collect the answer; tell the owner when it is whole."""
        if self._left is None and not self._chunked and not self._to_end:
            data = self._head(self._buffer + data)
            if not data and self._left is None and not (self._chunked or self._to_end):
                return
        if self._chunked:
            self._buffer = (self._buffer + data)[-5:]
            if self._buffer == b"0\r\n\r\n":
                self._done()
        elif self._left is not None:
            self._left -= len(data)
            if self._left <= 0:
                self._done()

    def _head(self, data: bytes) -> bytes:
        """Read the head of an answer; return what follows it, or keep what is not yet whole."""
        end = data.find(b"\r\n\r\n")
        if end < 0:
            self._buffer = data
            return b""
        head, self._buffer = data[:end].lower(), b""
        self._failed = not head.startswith((b"http/1.1 200", b"http/1.0 200"))
        at = head.find(b"content-length:")
        if at >= 0:
            self._left = int(head[at + 15 :].split(b"\r\n", 1)[0])
        elif b"transfer-encoding: chunked" in head:
            self._chunked = True
        else:
            self._to_end = True
        self._closes = b"\r\nconnection: close" in head
        return data[end + 4 :]

    def _done(self) -> None:
        self._left, self._chunked, self._to_end, self._buffer = None, False, False, b""
        self.asking = None
        if self._closes and self.transport is not None:
            self._ended = time.perf_counter_ns()  # told once the connection is gone
            self.transport.close()
        else:
            self._tell(time.perf_counter_ns())

    def _tell(self, now: int) -> None:
        if self._failed:
            self.owner.refused(self, now)
        else:
            self.owner.answered(self, now)

    def connection_lost(self, _error: Exception | None) -> None:
        """Count an answer that ends with the connection; otherwise a broken one."""
        self.transport = None
        if self._ended:
            ended, self._ended = self._ended, 0
            self._tell(ended)
        elif self._to_end:
            self._done()
        elif self.asking is not None:
            self.asking, self._left, self._chunked, self._buffer = None, None, False, b""
            self.owner.broken(self)

    def close(self) -> None:
        """Leave at once, whatever is under way."""
        self.asking = None
        if self.transport is not None:
            self.transport.abort()
