"""The fixture ``server``: a topic's program, served as in production, once for each framework.

A topic's test says nothing about servers unless it must. FastAPI runs on Uvicorn, Flask and
Django on Gunicorn with threads, Django on Uvicorn where its program has an ASGI application.
Module-level constants of the test change that; the topic's page prints the same commands:

* ``COMMANDS = {"django": ["-m", "gunicorn", ...]}``: how the program is served,
* ``SETUP = {"django": [["{topic}/django_app.py", "migrate"]]}``: what runs before,
* ``WORKERS = {"flask": [["-m", "celery", ...]]}``: what runs beside the server,
* ``ENVIRONMENT = {"PAGE_SIZE": "3"}``: variables of all these processes.

They are literals; ``{topic}`` is the topic's folder, ``{folder}`` an empty one, which is the
working folder as well, and ``{port}`` a free port. DATABASE and SECRET_KEY are always set.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from macros.topics import FRAMEWORKS, Topic, commands
from probes.serving import Serve, Server

SETUP_SECONDS = 60


@dataclass
class RunningExample:
    """A served example: where it answers and how to ask it."""

    framework: str
    folder: Path
    process: Server
    client: httpx.Client
    environment: dict[str, str]

    @property
    def url(self) -> str:
        """Return the origin, for example ``http://127.0.0.1:49152``."""
        return self.process.url

    def log(self) -> str:
        """Return everything that the server has printed so far."""
        return self.process.log()


@pytest.fixture(scope="module", params=list(FRAMEWORKS))
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[RunningExample]:
    """The topic's program, started once for all tests of the module."""
    folder = tmp_path_factory.mktemp(request.param)
    with running(request.path.parent, request.param, folder) as example:
        yield example


@pytest.fixture(params=list(FRAMEWORKS))
def fresh_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RunningExample]:
    """The topic's program, started anew for one test that stops it or spoils its state."""
    with running(request.path.parent, request.param, tmp_path) as example:
        yield example


@pytest.fixture
def client(server: RunningExample) -> Iterator[httpx.Client]:
    """A client of the server without cookies of other tests."""
    with httpx.Client(base_url=server.url, timeout=30) as new:
        yield new


@contextmanager
def running(topic_folder: Path, framework: str, folder: Path) -> Iterator[RunningExample]:
    """Set up, start and in the end stop one program with its workers."""
    topic = Topic(topic_folder)
    run = commands(topic, framework)
    environment = _environment(topic, folder)
    for command in run.setup:
        _finish(_filled(command, topic, folder), folder, environment)
    with ExitStack() as stack:
        for number, command in enumerate(run.workers):
            words = _filled(command, topic, folder)
            stack.enter_context(_worker(words, folder, environment, number))
        serve = Serve(folder, []).command(*_filled(run.serve, topic, folder), **environment)
        process = stack.enter_context(serve)
        asker = stack.enter_context(httpx.Client(base_url=process.url, timeout=30))
        yield RunningExample(framework, folder, process, asker, environment)


def _environment(topic: Topic, folder: Path) -> dict[str, str]:
    """Return the variables; PYTHONPATH must not let a program import what is ours."""
    fixed = {
        "DATABASE": str(folder / "database.sqlite3"),
        "SECRET_KEY": "only-for-tests-and-long-enough-to-sign-with",
        "PYTHONPATH": "",
        "GUNICORN_CMD_ARGS": "--no-control-socket",  # it would be one file for all servers
    }
    said = {name: _filled([text], topic, folder)[0] for name, text in topic.environment.items()}
    return {**fixed, **said}


def _filled(words: list[str], topic: Topic, folder: Path) -> list[str]:
    fill = {"{topic}": str(topic.folder), "{folder}": str(folder)}
    for mark, value in fill.items():
        words = [word.replace(mark, value) for word in words]
    return words


def _finish(words: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env={**os.environ, **environment},
        capture_output=True, text=True, timeout=SETUP_SECONDS, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def _worker(
    words: list[str], folder: Path, environment: dict[str, str], number: int
) -> Iterator[None]:
    with (folder / f"worker-{number}.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, *words], cwd=folder, env={**os.environ, **environment},
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        yield
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
