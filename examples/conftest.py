"""The fixture ``server``: a topic's program, served as in production, once for each framework.

A topic's test says nothing about servers unless it must. FastAPI runs on Uvicorn, Flask and
Django on Gunicorn with threads, Django on Uvicorn where its program has an ASGI application.
Module-level constants of the test change that; the topic's page prints the same commands:

* ``COMMANDS = {"django": ["-m", "gunicorn", ...]}``: how the program is served,
* ``SETUP = {"django": [["{topic}/django_app.py", "migrate"]]}``: what runs before,
* ``WORKERS = {"flask": [["-m", "celery", ...]]}``: what runs beside the server,
* ``ENVIRONMENT = {"PAGE_SIZE": "3"}``: variables of all these processes,
* ``FASTER = {"CACHE_SECONDS": "3"}``: the same, for the tests alone; no page shows them.

They are literals; ``{topic}`` is the topic's folder, ``{folder}`` an empty one, which is the
working folder as well, and ``{port}`` a free port. DATABASE and SECRET_KEY are always set.

The processes are forked from one that has imported the framework and its server and nothing
else: three topics of four would spend more time on imports than on their tests.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx
import pytest

from macros.example_runs import Place, run_of, variables
from macros.topics import FRAMEWORKS, Topic
from probes.serving import Serve, Server
from probes.zygote import ForkedProcess, Launch, Zygote, new_zygote

SETUP_SECONDS = 60
STOP_SECONDS = 15
WITHOUT_TLS = httpx.create_ssl_context(verify=False)  # reading the usual one takes 20 ms
# Not gunicorn.config, which keeps the folder that it is imported in as the one to serve from.
_GUNICORN = ("gunicorn.arbiter", "gunicorn.glogging", "gunicorn.workers.gthread")
_UVICORN = (
    "uvicorn", "uvicorn.lifespan.on", "uvicorn.protocols.http.auto",
    "uvicorn.protocols.websockets.auto", "uvloop",
)  # fmt: skip
IMPORTED = {
    "fastapi": ("fastapi", "sqlmodel", *_UVICORN),
    "flask": ("flask", "flask_sqlalchemy", *_GUNICORN),
    "django": (
        "django.core.wsgi", "django.core.asgi", "django.core.management.commands.migrate",
        "django.core.management.commands.check", "django.db.backends.sqlite3.base",
        "django.db.models", "django.forms", "django.template.backends.django",
        "django.urls", "django.views.defaults", *_GUNICORN,
    ),
}  # fmt: skip


@dataclass
class RunningExample:
    """A served example: where it answers and how to ask it."""

    framework: str
    folder: Path
    process: Server
    client: httpx.Client
    environment: dict[str, str]
    zygote: Zygote

    @property
    def url(self) -> str:
        """Return the origin, for example ``http://127.0.0.1:49152``."""
        return self.process.url

    def log(self) -> str:
        """Return everything that the server has printed so far."""
        return self.process.log()

    def run(self, words: list[str], folder: Path, **changes: str) -> None:
        """Run ``python WORDS`` beside the server; raises RuntimeError where it fails."""
        variables = {**os.environ, **self.environment, **changes}
        _finish(self.zygote, Launch(words, folder, folder / "run.log", variables))


@pytest.fixture(scope="session")
def zygotes() -> Iterator[Callable[[str], Zygote]]:
    """Return the process that forks the programs of a framework, started when first asked for."""
    with ExitStack() as stack:
        yield cache(lambda framework: stack.enter_context(new_zygote(IMPORTED[framework])))


@pytest.fixture(scope="module", params=list(FRAMEWORKS))
def server(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    zygotes: Callable[[str], Zygote],
) -> Iterator[RunningExample]:
    """The topic's program, started once for all tests of the module."""
    folder = tmp_path_factory.mktemp(request.param)
    run = _Start(Topic(request.path.parent), request.param, folder, zygotes(request.param))
    with run.everything() as example:
        yield example


@pytest.fixture(params=list(FRAMEWORKS))
def fresh_server(
    request: pytest.FixtureRequest, tmp_path: Path, zygotes: Callable[[str], Zygote]
) -> Iterator[RunningExample]:
    """The topic's program, started anew for one test that stops it or spoils its state."""
    run = _Start(Topic(request.path.parent), request.param, tmp_path, zygotes(request.param))
    with run.everything() as example:
        yield example


@pytest.fixture
def client(server: RunningExample) -> Iterator[httpx.Client]:
    """A client of the server without cookies of other tests."""
    with _client(server.url) as new:
        yield new


def _client(url: str) -> httpx.Client:
    return httpx.Client(base_url=url, timeout=30, verify=WITHOUT_TLS)


@dataclass
class _Start:
    """One program of a topic, and the folder and process that it starts in and from."""

    topic: Topic
    framework: str
    folder: Path
    zygote: Zygote

    @contextmanager
    def everything(self) -> Iterator[RunningExample]:
        """Set up, start and in the end stop the program with its workers."""
        run = run_of(self.topic, self.framework, self._place)
        environment = self._environment()
        for number, command in enumerate(run.setup):
            _finish(self.zygote, self._launch(command, f"setup-{number}.log", environment))
        with ExitStack() as stack:
            for number, command in enumerate(run.workers):
                launch = self._launch(command, f"worker-{number}.log", environment)
                stack.callback(_stop, self.zygote.start(launch))
            serve = Serve(self.folder, [], self.zygote)
            started = serve.forked(*run.serve, **environment)
            process = stack.enter_context(started)
            asker = stack.enter_context(_client(process.url))
            yield RunningExample(
                self.framework, self.folder, process, asker, environment, self.zygote
            )

    @property
    def _place(self) -> Place:
        return Place(str(self.topic.folder), str(self.folder))

    def _environment(self) -> dict[str, str]:
        secret = "only-for-tests-and-long-enough-to-sign-with"
        return {**variables(self.topic, self._place, secret), **self.topic.faster}

    def _launch(self, words: list[str], log: str, environment: dict[str, str]) -> Launch:
        variables = {**os.environ, **environment}
        return Launch(words, self.folder, self.folder / log, variables)


def _finish(zygote: Zygote, launch: Launch) -> None:
    process = zygote.start(launch)
    if process.wait(SETUP_SECONDS) != 0:
        _stop(process)
        raise RuntimeError(f"{' '.join(launch.words)} failed:\n{launch.log_file.read_text()}")


def _stop(process: ForkedProcess) -> None:
    for signum in (signal.SIGTERM, signal.SIGKILL):
        if process.wait(0) is None:
            os.kill(process.pid, signum)
            process.wait(STOP_SECONDS)
