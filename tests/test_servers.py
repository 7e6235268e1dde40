"""Servers of the probes: forked from a process that knows the framework, not the probe."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from probes.serving import Serve
from probes.zygote import zygote

pytestmark = pytest.mark.proof
TOUCHED: list[str] = []


def speaker() -> Callable[[dict[str, Any], Any], Iterable[bytes]]:
    """Return a WSGI application that tells what it finds in its process."""

    def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [f"{TOUCHED} {Path.cwd()} {os.environ.get('HOME_PAGE')}".encode()]

    return application


def crashing() -> None:
    """Fail as a broken application does."""
    raise ValueError("no such setting")


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    with zygote() as forks:
        yield Serve(tmp_path, [], forks)


def test_a_server_finds_nothing_that_the_probe_left_in_its_process(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "TOUCHED", ["by the probe"])
    with serve.gunicorn(speaker) as server:
        assert httpx.get(server.url).text.startswith("[] ")


def test_a_server_runs_in_the_folder_and_environment_of_its_start(
    serve: Serve, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME_PAGE", "set later")
    with serve.gunicorn(speaker) as server:
        assert httpx.get(server.url).text == f"[] {tmp_path} set later"


def test_the_exit_code_of_a_stopped_server_is_its_own(serve: Serve) -> None:
    with serve.gunicorn(speaker) as server:
        assert server.ended() is None
        assert server.stop() == 0
        assert server.ended() == 0


def test_a_server_that_cannot_start_says_why(serve: Serve) -> None:
    with pytest.raises(RuntimeError, match="no such setting"), serve.uvicorn(crashing):
        pass
