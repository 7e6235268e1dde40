"""The load generator: prebuilt requests, one protocol object a connection, times to the nanosecond.

Closed loop: each connection asks again as soon as it is answered. Open loop: requests are due
on a schedule, whatever the server does, and their latency counts from when they were due.
Connections are opened only when a request needs one, because an accepted connection that
has not asked yet holds a thread of some servers. It speaks to 127.0.0.1 and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.closed_loop import Closed, Waves
from benchmarks.loop import Load
from benchmarks.open_loop import Open


async def fixed(
    port: int, requests: Sequence[bytes], connections: int, number: int, limit: float
) -> Load:
    """Ask ``number`` times over ``connections`` connections; give up after ``limit`` seconds."""
    return await Closed(port, requests, connections).run(number, 0.0, 0.0, limit)


async def closed(
    port: int, requests: Sequence[bytes], connections: int, ramp: float, seconds: float
) -> Load:
    """Keep ``connections`` requests under way for ``seconds`` after ``ramp`` seconds."""
    return await Closed(port, requests, connections).run(None, ramp, seconds, 0.0)


async def waves(
    port: int, requests: Sequence[bytes], connections: int, seconds: float, limit: float
) -> Load:
    """Keep ``connections`` requests under way for whole waves of answers, for ``seconds`` at least.

    Gives up after ``limit`` seconds.
    """
    return await Waves(port, requests, connections).run_waves(seconds, limit)


async def opened(
    port: int, requests: Sequence[bytes], gaps: Sequence[float], grace: float, most: int = 512
) -> Load:
    """Ask after each gap, over as many connections as it takes, ``most`` at most."""
    return await Open(port, requests, most).run(gaps, grace)
