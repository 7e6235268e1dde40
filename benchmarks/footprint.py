"""What a stack brings along: its distributions, their size, and the CPU of its import."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from benchmarks.servers import APPS
from macros.runs import Import, Stack

STACKS = (
    ("flask", "Gunicorn", ("flask", "gunicorn")),
    ("django", "Gunicorn", ("django", "gunicorn")),
    ("fastapi", "Uvicorn", ("fastapi", "uvicorn", "uvloop", "httptools")),
)
IMPORTS = {
    "flask": "import flask_basic",
    "django": "import django_wsgi, django_basic",
    "fastapi": "import fastapi_basic",
}


def stacks() -> tuple[Stack, ...]:
    """Return what each framework with its usual server installs."""
    return tuple(_stack(framework, server, names) for framework, server, names in STACKS)


def _stack(framework: str, server: str, names: tuple[str, ...]) -> Stack:
    found: dict[str, metadata.Distribution] = {}
    for name in names:
        _collect(Requirement(name), found)
    return Stack(
        framework=framework,
        server=server,
        requirement=" ".join(names),
        distributions=tuple(sorted(found)),
        size=sum(size for each in found.values() for size in _sizes(each)),
    )


def _collect(requirement: Requirement, found: dict[str, metadata.Distribution]) -> None:
    """Add a requirement and all that it needs on this machine; extras count where named."""
    name = canonicalize_name(requirement.name)
    if name in found:
        return
    found[name] = metadata.distribution(name)
    extras = requirement.extras or {""}
    for text in found[name].requires or []:
        needed = Requirement(text)
        marker = needed.marker
        if marker is None or any(marker.evaluate({"extra": extra}) for extra in extras):
            _collect(needed, found)


def _sizes(distribution: metadata.Distribution) -> Iterator[int]:
    for file in distribution.files or []:
        path = Path(str(file.locate()))
        if path.suffix != ".pyc" and path.is_file():
            yield path.stat().st_size


def imported(framework: str, number: int) -> Import:
    """Return the CPU that a fresh interpreter needs to import an application, and without it."""
    return Import(
        framework=framework,
        round=number,
        cpu=_cpu_of(IMPORTS[framework]),
        bare=_cpu_of("pass"),
    )


def _cpu_of(code: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {
        **os.environ, "PYTHONPATH": str(APPS), "DJANGO_SETTINGS_MODULE": "django_settings",
    }  # fmt: skip
    subprocess.run([sys.executable, "-c", code], cwd=APPS, env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
