"""The preview finds a port of its own."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.site_tools import run_builder

HOST = "127.0.0.1"
HIGHEST = 65_535
_ASK = "import sys; from builder import preview; preview.LAST_PORT = int(sys.argv[2]); "
_PORT = f"{_ASK} print(preview.free_port(int(sys.argv[1])))"
_SERVE = f"{_ASK} sys.exit(preview.serve(int(sys.argv[1])))"


@pytest.fixture
def taken() -> Iterator[int]:
    """A loopback port that somebody listens on, while the next one is free."""
    with ExitStack() as kept:
        while True:
            port: int = kept.enter_context(listening(0)).getsockname()[1]
            if port < HIGHEST and is_free(port + 1):
                break
        yield port


def test_a_free_port_is_used_as_it_is(taken: int) -> None:
    assert free_port(taken + 1, last=taken + 1) == str(taken + 1)


def test_instead_of_a_taken_port_comes_the_next_free_one(taken: int) -> None:
    assert free_port(taken, last=taken + 1) == str(taken + 1)


def test_several_taken_ports_are_passed_over(taken: int) -> None:
    with listening(taken + 1):
        assert int(free_port(taken, last=taken + 50)) > taken + 1


def test_without_any_free_port_the_preview_says_so_and_stops(taken: int) -> None:
    assert free_port(taken, last=taken) == "None"
    result = run_builder("-c", _SERVE, str(taken), str(taken))
    assert result.returncode == 1
    assert f"no free port from {taken} to {taken}" in f"{result.stdout}{result.stderr}"


def free_port(first: int, *, last: int) -> str:
    """Return the port that the preview would use, asked in the site's own environment."""
    result = run_builder("-c", _PORT, str(first), str(last))
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def listening(port: int) -> socket.socket:
    """Return a socket that listens on a loopback port; 0 stands for any."""
    listener = socket.socket()
    listener.bind((HOST, port))
    listener.listen()
    return listener


def is_free(port: int) -> bool:
    """Tell whether nobody listens on a loopback port."""
    with socket.socket() as asking:
        return asking.connect_ex((HOST, port)) != 0
