"""Two processes serve, one that dies is replaced, a stop waits, and only the proxy is believed.

The proxy connects from 127.0.0.2 and strangers from 127.0.0.1; Linux lets a client do both.
"""

import os
import signal
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

ENVIRONMENT = {"PROXY": "127.0.0.2"}
COMMANDS = {
    "fastapi": [
        "-m", "uvicorn", "--app-dir={topic}", "--port={port}", "--workers=2",
        "--timeout-graceful-shutdown=20", "--forwarded-allow-ips=127.0.0.2", "fastapi_app:app",
    ],
    "flask": [
        "-m", "gunicorn", "--pythonpath={topic}", "--bind=127.0.0.1:{port}", "--workers=2",
        "--threads=8", "--graceful-timeout=20", "--forwarded-allow-ips=127.0.0.2",
        "flask_app:app",
    ],
    "django": [
        "-m", "gunicorn", "--pythonpath={topic}", "--bind=127.0.0.1:{port}", "--workers=2",
        "--threads=8", "--graceful-timeout=20", "--forwarded-allow-ips=127.0.0.2",
        "django_app:application",
    ],
}  # fmt: skip
SETUP = {"django": [["{topic}/django_app.py", "check"]]}
FORWARDED = {
    "host": "shop.example",
    "x-forwarded-for": "198.51.100.9, 203.0.113.7",
    "x-forwarded-proto": "https",
}
SECONDS = 90


@pytest.fixture
def proxy(server):
    """A client that connects from the address of the proxy."""
    transport = httpx.HTTPTransport(local_address="127.0.0.2")
    with httpx.Client(base_url=server.url, transport=transport, timeout=30) as client:
        yield client


def processes(url: str, until: Callable[[set[int]], bool]) -> set[int]:
    """Ask which process answers, each time on a new connection, until enough did."""
    seen: set[int] = set()
    deadline = time.monotonic() + SECONDS
    while not until(seen):
        assert time.monotonic() < deadline, seen
        with ThreadPoolExecutor(4) as pool:
            seen |= {pid for pid in pool.map(process, [url] * 4) if pid}
        time.sleep(0.02)
    return seen


def process(url: str) -> int | None:
    """Return the process that answers; one that was killed breaks its connections."""
    try:
        return httpx.get(f"{url}/health", timeout=30).json()["process"]
    except httpx.TransportError:
        return None


def test_the_health_check_answers(client):
    assert client.get("/health").status_code == 200


def test_the_proxy_is_believed_about_the_caller(proxy):
    caller = proxy.get("/me", headers=FORWARDED).json()
    assert caller == {"address": "203.0.113.7", "url": "https://shop.example/me"}


def test_a_stranger_is_not_believed(client):
    caller = client.get("/me", headers=FORWARDED).json()
    assert caller == {"address": "127.0.0.1", "url": "http://shop.example/me"}


def test_the_proxy_itself_is_named_when_it_forwards_nothing(proxy):
    assert proxy.get("/me").json()["address"] == "127.0.0.2"


def test_a_foreign_host_name_is_refused(client):
    assert client.get("/me", headers={"host": "evil.example"}).status_code == 400


def test_two_processes_answer_and_one_that_dies_is_replaced(fresh_server):
    first = processes(fresh_server.url, lambda seen: len(seen) == 2)
    os.kill(min(first), signal.SIGKILL)
    assert len(processes(fresh_server.url, lambda seen: len(seen - first) == 1) - first) == 1


def test_a_stop_waits_for_a_request_and_takes_no_new_one(fresh_server):
    fresh_server.client.get("/health")  # Gunicorn listens before its processes are ready
    with ThreadPoolExecutor() as pool:
        answer = pool.submit(fresh_server.client.get, "/slow")
        time.sleep(0.5)
        assert fresh_server.process.stop(signal.SIGTERM) == 0
        assert answer.result().json() == "done"
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{fresh_server.url}/health")
