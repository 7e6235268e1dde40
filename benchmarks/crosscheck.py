"""A second opinion on the generator: the same row asked by wrk or h2load, where installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence

import uvloop

from benchmarks import generator
from benchmarks.servers import Running
from benchmarks.session import CONNECTIONS
from macros.runs import CrossCheck

SECONDS, TIMES = 1, 3
_RATES = {
    "wrk": re.compile(r"Requests/sec:\s+([0-9.]+)"),
    "h2load": re.compile(r"([0-9.]+) req/s"),
}


def tools() -> list[str]:
    """Return the known tools that are installed."""
    return [tool for tool in _RATES if shutil.which(tool)]


def compare(
    tool: str, row: str, server: Running, requests: Sequence[bytes], url: str
) -> CrossCheck:
    """Ask a row with this generator and with ``tool`` in turn; both give requests a second.

    The best of three turns counts: what disturbs a turn only ever slows it.
    """
    ours, theirs = [], []
    for _ in range(TIMES):
        server.drain()
        load = uvloop.run(generator.closed(server.port, requests, CONNECTIONS, 0.2, SECONDS))
        ours.append(len(load.latencies) / SECONDS)
        server.drain()
        theirs.append(_rate(tool, url))
    return CrossCheck(row=row, tool=tool, ours=round(max(ours), 1), theirs=round(max(theirs), 1))


def _rate(tool: str, url: str) -> float:
    options = {
        "wrk": ["-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", url],
        "h2load": ["--h1", "-t1", f"-c{CONNECTIONS}", f"-D{SECONDS}", url],
    }
    finished = subprocess.run(
        [tool, *options[tool]], capture_output=True, text=True, timeout=30, check=True
    )
    found = _RATES[tool].search(finished.stdout)
    return float(found[1]) if found else 0.0
