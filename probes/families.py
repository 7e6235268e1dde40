"""Run many probes: one process a framework family, each probe in a fork of it.

The family process imports the framework once; its forks are cheap and isolated.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import multiprocessing
import os
import selectors
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from types import ModuleType
from typing import Any

from probes import sandbox
from probes.sandbox import Child, Outcome

LIMIT_SECONDS = 60.0
# Not Gunicorn: its module of settings reads the folder and the environment when imported.
_SERVERS = ("uvicorn.main", "httpx")
_PRELOADED = {
    "fastapi": (
        "fastapi", "fastapi.testclient", "fastapi.responses", "fastapi.security",
        "fastapi.templating", "sqlmodel", *_SERVERS,
    ),
    "flask": ("flask", "flask.testing", "flask_sqlalchemy", "flask_smorest", *_SERVERS),
    "django": (
        "django.conf", "django.http", "django.urls", "django.test", "django.db.models",
        "django.db.backends.sqlite3.base", "django.core.management", "django.core.asgi",
        "django.core.wsgi", "django.forms", "django.views.generic", *_SERVERS,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Task:
    """One probe function to run: the row it belongs to, its file and its framework."""

    row: str
    framework: str
    path: Path

    @property
    def module(self) -> str:
        """Return the dotted name under which servers can import the probe file."""
        return ".".join(self.path.with_suffix("").parts[-3:])


def run(tasks: Sequence[Task], jobs: int) -> Iterator[tuple[Task, Outcome]]:
    """Yield each task with its outcome as it ends, ``jobs`` probes at a time."""
    context = multiprocessing.get_context("fork")
    for framework in dict.fromkeys(task.framework for task in tasks):
        mine = [task for task in tasks if task.framework == framework]
        reading, writing = context.Pipe(duplex=False)
        family = context.Process(target=_run_family, args=(framework, mine, jobs, writing))
        family.start()
        writing.close()
        try:
            yield from _results(reading, mine)
        except BaseException:
            family.terminate()
            raise
        finally:
            family.join()


def _results(reading: Connection, tasks: Sequence[Task]) -> Iterator[tuple[Task, Outcome]]:
    for _ in tasks:
        try:
            yield reading.recv()
        except EOFError:
            raise RuntimeError(
                f"the process of the {tasks[0].framework} probes died; run with --jobs 1 to see why"
            ) from None


def _run_family(framework: str, tasks: list[Task], jobs: int, writing: Connection) -> None:
    running: dict[int, tuple[Task, Child]] = {}
    try:
        for name in _PRELOADED.get(framework, ()):
            importlib.import_module(name)
        gc.freeze()  # a collection in a fork would copy every page of these modules
        for result in _fork_all(deque(tasks), jobs, running):
            writing.send(result)
    except KeyboardInterrupt:
        pass  # the parent says so
    finally:
        for _, child in running.values():
            sandbox.end_group(child.pid)


def _fork_all(
    waiting: deque[Task], jobs: int, running: dict[int, tuple[Task, Child]]
) -> Iterator[tuple[Task, Outcome]]:
    while waiting or running:
        while waiting and len(running) < jobs:
            task = waiting.popleft()
            try:
                probe = load_probe(task)
            except Exception as error:  # the file is a contributor's: anything may happen in it
                yield task, Outcome(None, f"{type(error).__name__}: {error}")
                continue
            child = sandbox.start(probe, LIMIT_SECONDS)
            running[child.pipe] = (task, child)
        for pipe in _readable(running):
            task, child = running[pipe]
            chunk = os.read(pipe, 65536) if not child.expired else b""
            child.received += chunk
            if not chunk:
                del running[pipe]
                yield task, sandbox.finish(child)


def _readable(running: dict[int, tuple[Task, Child]]) -> list[int]:
    """Return the pipes that have news: data, an end, or a child past its limit."""
    with selectors.DefaultSelector() as selector:
        for pipe in running:
            selector.register(pipe, selectors.EVENT_READ)
        ready = {key.fd for key, _ in selector.select(timeout=0.5)}
    return [pipe for pipe, (_, child) in running.items() if pipe in ready or child.expired]


def load_probe(task: Task) -> Callable[..., str]:
    """Import the probe file of ``task`` and return its framework's function.

    Raises LookupError when the file has no such function.
    """
    module = _import_file(task.module, task.path)
    function: Any = getattr(module, task.framework, None)
    if not callable(function):
        raise LookupError(f"{task.path.name} has no function {task.framework}()")
    probe: Callable[..., str] = function
    return probe


def _import_file(name: str, path: Path) -> ModuleType:
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise LookupError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
