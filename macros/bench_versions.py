"""Which versions a run had, and whether the site is about the same."""

from __future__ import annotations

from collections.abc import Sequence

from macros.bench_parts import table
from macros.bench_results import Results, needs_a_run
from macros.runs import Benchmark
from macros.text import escape

NAMED = (
    "FastAPI", "Flask", "Django", "Uvicorn", "Gunicorn", "Granian", "Pydantic", "SQLAlchemy",
)  # fmt: skip


def versions(run: Benchmark, names: Sequence[str] = NAMED) -> str:
    """Return the interpreter and those of ``names`` that a run had, each with its version."""
    had = {each.lower(): version for each, version in run.software.packages.items()}
    packages = [f"{name} {had[name.lower()]}" for name in names if name.lower() in had]
    return ", ".join([f"Python {run.software.python}", *packages])


def older(results: Results, run: Benchmark) -> str:
    """Return which frameworks of a run are not of the version that this site is about."""
    had = {each.lower(): version for each, version in run.software.packages.items()}
    other = [
        f"{name} {had[name.lower()]}, here {version}"
        for name, version in results.versions.items()
        if had.get(name.lower(), version) != version
    ]
    told = escape("; ".join(other))
    return f" <strong>Not the versions of this site: {told}.</strong>" if other else ""


@needs_a_run
def packages(results: Results) -> str:
    """Return every package of the newest run with its version."""
    assert results.current
    had = results.current.run.software.packages
    cells = [[escape(name), escape(version)] for name, version in had.items()]
    return table(f"All {len(had)} packages of the newest run", ("Package", "Version"), cells)
