"""From what probes saw to records: build, compare, write. A record holds no clock noise."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from macros.cell import Cell
from macros.evidence import Evidence, Observation
from macros.framework import Framework
from macros.model import Row
from probes.families import Task
from probes.sandbox import Outcome

PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "fastapi": ("fastapi", "starlette", "pydantic"),
    "flask": ("Flask", "Werkzeug", "Jinja2"),
    "django": ("Django", "asgiref"),
}
Results = Mapping[Task, Outcome]


def observations(row: Row, results: Results) -> dict[str, Observation]:
    """Return what was seen for ``row``, by framework; probes that failed are left out."""
    return {
        task.framework: _observation(row.cells[task.framework], task, outcome)
        for task, outcome in results.items()
        if task.row == row.id and outcome.observed is not None
    }


def _observation(cell: Cell, task: Task, outcome: Outcome) -> Observation:
    named = (cell.package,) if cell.package else ()
    names = (*FAMILIES.get(task.framework, ()), *named, *outcome.used)
    versions = {name: found for name in dict.fromkeys(names) if (found := installed(name))}
    return Observation(
        observed=outcome.observed or "", experiment=outcome.experiment, versions=versions
    )


def installed(distribution: str) -> str | None:
    """Return the installed version of a distribution, or None."""
    try:
        return version(distribution)
    except PackageNotFoundError:
        return None


def merged(row: Row, old: Evidence | None, seen: Mapping[str, Observation]) -> Evidence:
    """Return the record of ``row`` with the new observations over the old ones."""
    kept = old.cells if old else {}
    cells = {
        name: seen.get(name) or kept[name]
        for name, cell in row.cells.items()
        if cell.observed is not None and (name in seen or name in kept)
    }
    return Evidence(row=row.id, python=PYTHON, cells=cells)


def text(evidence: Evidence) -> str:
    """Return a record as it stands in its file."""
    return json.dumps(evidence.model_dump(), indent=2, ensure_ascii=False) + "\n"


def write(folder: Path, records: Iterable[Evidence]) -> None:
    """Write each record whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    for record in records:
        replace_file(folder / f"{record.row}.json", text(record))


def replace_file(file: Path, content: str) -> None:
    """Put ``content`` in place of ``file`` in one step."""
    fresh = file.with_suffix(".new")
    fresh.write_text(content, encoding="utf-8")
    fresh.replace(file)


def difference(row: Row, framework: Framework, line: int, task_outcome: Outcome) -> str:
    """Say in one line how a claim and what was seen differ, or why nothing was seen."""
    said = row.cells[framework.id].observed
    place = f"data/comparison.yml:{line}: {row.id}, {framework.id}"
    with_version = f"{framework.name} {installed(framework.package)}"
    if task_outcome.error is not None:
        detail = task_outcome.error.strip()
        return (
            f"{place}: the probe failed with {with_version}; an error is not an answer:\n{detail}"
        )
    return (
        f'{place}: said "{said}", saw "{task_outcome.observed}" with {with_version}; '
        "expected both to be equal; correct the cell or the probe"
    )
