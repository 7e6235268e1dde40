"""Start a real server on loopback for a probe, wait until it answers, stop it by its id."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probes.zygote import ForkedProcess, Launch, Zygote

ROOT = Path(__file__).resolve().parents[1]
READY_SECONDS = 60.0
STOP_SECONDS = 40.0  # more than the 30 that Gunicorn gives a worker that missed the signal

_Process = subprocess.Popen[bytes] | ForkedProcess
_Start = Callable[[list[str], dict[str, str], Path], _Process]


@dataclass
class Server:
    """A running server process: where it listens, what it printed, how to end it."""

    process: _Process
    port: int
    log_file: Path

    @property
    def url(self) -> str:
        """Return the origin, for example ``http://127.0.0.1:49152``."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Return the id of the server's main process."""
        return self.process.pid

    def log(self) -> str:
        """Return everything that the server has printed so far."""
        return self.log_file.read_text(errors="replace")

    def ended(self, seconds: float = 0) -> int | None:
        """Wait up to ``seconds``; return the exit code, or None where it still runs."""
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def stop(self, signum: int = signal.SIGTERM) -> int | None:
        """Send ``signum``, wait up to STOP_SECONDS, then kill; return the exit code."""
        if self.ended() is None:
            os.kill(self.pid, signum)
        if self.ended(STOP_SECONDS) is None:
            os.kill(self.pid, signal.SIGKILL)
        return self.ended(STOP_SECONDS)


class Serve:
    """The ``serve`` fixture: one method a server, each a context manager that gives a Server.

    An application is named by a factory: a module-level function of the probe file that
    returns the WSGI or ASGI application.
    """

    def __init__(self, folder: Path, used: list[str], zygote: Zygote | None = None) -> None:
        self._folder = folder
        self._used = used
        self._zygote = zygote

    def uvicorn(self, factory: Callable[[], Any], *options: str) -> Any:
        """Serve an ASGI application with Uvicorn."""
        self._used.append("uvicorn")
        # Its workers are new Pythons too, which want a parent that is one.
        several = "WEB_CONCURRENCY" in os.environ or any("--workers" in each for each in options)
        start = self.command if several else self.forked
        return start("-m", "uvicorn", "--factory", "--port={port}", *options, _target(factory))

    def gunicorn(self, factory: Callable[[], Any], *options: str) -> Any:
        """Serve a WSGI application with Gunicorn, one worker unless told otherwise."""
        self._used.append("gunicorn")
        return self.forked(
            "-m",
            "gunicorn",
            "--no-control-socket",
            "--bind=127.0.0.1:{port}",
            *options,
            f"{_target(factory)}()",
        )

    def granian(self, factory: Callable[[], Any], interface: str, *options: str) -> Any:
        """Serve an application with Granian; ``interface`` is ``wsgi`` or ``asgi``."""
        self._used.append("granian")
        return self.command(
            "-m", "granian", "--factory", f"--interface={interface}", "--port={port}",
            *options, _target(factory),
        )  # fmt: skip

    def hypercorn(self, factory: Callable[[], Any], interface: str, *options: str) -> Any:
        """Serve an application with Hypercorn; ``interface`` is ``wsgi`` or ``asgi``."""
        self._used.append("hypercorn")
        return self.command(
            "-m", "hypercorn", "--bind=127.0.0.1:{port}",
            *options, f"{interface}:{_target(factory)}()",
        )  # fmt: skip

    def command(self, *arguments: str, **environment: str) -> Any:
        """Run ``python ARGUMENTS``; ``{port}`` in an argument becomes a free port.

        Raises RuntimeError with the server's own output when it does not listen in time.
        """
        return self._running(self._new_python, arguments, environment)

    def forked(self, *arguments: str, **environment: str) -> Any:
        """Run ``python ARGUMENTS`` like ``command``, but by fork where there is a zygote."""
        start = self._new_python if self._zygote is None else self._fork
        return self._running(start, arguments, environment)

    @contextlib.contextmanager
    def _running(
        self, start: _Start, arguments: Sequence[str], environment: dict[str, str]
    ) -> Iterator[Server]:
        port = _free_port()
        log_file = self._folder / f"server-{port}.log"
        filled = [argument.replace("{port}", str(port)) for argument in arguments]
        variables = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", **environment}
        server = Server(start(filled, variables, log_file), port, log_file)
        try:
            _wait_until_listening(server)
            yield server
        finally:
            server.stop()

    def _new_python(
        self, arguments: list[str], environment: dict[str, str], log_file: Path
    ) -> subprocess.Popen[bytes]:
        with log_file.open("wb") as log:
            return subprocess.Popen(
                [sys.executable, *arguments],
                stdout=log, stderr=subprocess.STDOUT, cwd=self._folder, env=environment,
            )  # fmt: skip

    def _fork(
        self, arguments: list[str], environment: dict[str, str], log_file: Path
    ) -> ForkedProcess:
        assert self._zygote is not None  # `forked` asked
        return self._zygote.start(Launch(arguments, self._folder, log_file, environment))


def _target(factory: Callable[[], Any]) -> str:
    return f"{factory.__module__}:{factory.__name__}"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_until_listening(server: Server) -> None:
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline:
        if server.ended() is not None:
            break
        with socket.socket() as client:
            client.settimeout(1)
            if client.connect_ex(("127.0.0.1", server.port)) == 0:
                return
        time.sleep(0.02)
    server.stop()
    raise RuntimeError(f"the server did not listen on port {server.port}:\n{server.log()[-2000:]}")
