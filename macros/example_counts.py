"""What an example took, counted: lines that somebody wrote or a tool, and what is installed."""

from __future__ import annotations

from pathlib import Path

from macros import reading
from macros.fields import Record
from macros.topics import ROOT, Topic, code_lines, text_of

# What startproject, Alembic and Flask-Migrate write first; a project changes little in them.
GENERATED = {
    "manage.py", "wsgi.py", "asgi.py", "alembic.ini", "fastapi_alembic.ini", "env.py",
    "script.py.mako",
}  # fmt: skip
MIGRATIONS = {"migrations", "versions"}
INSTALLED = "data/evidence/_installed.json"
_WRITTEN = "expected a record as `make packages` writes it; run it again"


class Installed(Record):
    """How many distributions each program's packages bring, by topic and framework."""

    topics: dict[str, dict[str, int]]


def is_generated(path: Path) -> bool:
    """Tell whether a tool writes the file: a project's frame, or a migration of the schema.

    A migration that moves data is written by hand.
    """
    if path.name in GENERATED:
        return True
    return path.parent.name in MIGRATIONS and "RunPython" not in text_of(path)


def written(one: Topic, framework: str) -> int:
    """Return the lines of one program that somebody wrote."""
    return one.lines(framework) - generated(one, framework)


def generated(one: Topic, framework: str) -> int:
    """Return the lines of one program that a tool wrote."""
    return sum(code_lines(path) for path in one.files(framework) if is_generated(path))


def installed(one: Topic, framework: str, root: Path = ROOT) -> int | None:
    """Return how many distributions the framework and the program's packages bring.

    None where the record does not know the program; raises BadDataError for a bad record.
    """
    file = root / INSTALLED
    if not file.exists():
        return None
    return reading.record(Installed, file, _WRITTEN).topics.get(one.id, {}).get(framework)
