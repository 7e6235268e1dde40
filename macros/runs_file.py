"""Records of the benchmark to model: the only reader of benchmarks/records/."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from macros.load import ROOT
from macros.problems import BadDataError
from macros.runs import SCHEMA, Benchmark, Check, Sample, Start

RECORDS = ROOT / "benchmarks" / "records"
LARGEST = 2_000_000  # bytes; a record has about a quarter of that


def published(folder: Path = RECORDS) -> tuple[Benchmark, ...]:
    """Return the full runs of ``folder``, oldest first; raises BadDataError with every bad file."""
    files = sorted(folder.glob("*.json"))
    return _read_all(tuple(files), tuple(map(_stamp, files)))


@cache  # the check of a build reads them, and its pages do
def _read_all(files: Sequence[Path], _stamps: Sequence[int]) -> tuple[Benchmark, ...]:
    runs: list[Benchmark] = []
    messages: list[str] = []
    for file in files:
        try:
            runs.append(read(file))
        except BadDataError as error:
            messages += error.messages
    if messages:
        raise BadDataError(messages)
    return tuple(sorted((run for run in runs if run.kind == "full"), key=lambda run: run.started))


def _stamp(file: Path) -> int:
    return file.stat().st_mtime_ns if file.is_file() else 0


def read(file: Path) -> Benchmark:
    """Read one record; raises BadDataError with one message when it is not one."""
    data = _json(file)
    if not isinstance(data, dict) or "schema_version" not in data:
        raise _bad(file, "no schema_version", "a record of this benchmark")
    if data["schema_version"] != SCHEMA:
        raise _bad(
            file, f"schema_version is {data['schema_version']!r:.40}", f"schema_version {SCHEMA}"
        )
    try:
        run = Benchmark.model_validate({**data, "name": file.stem})
    except ValidationError as error:
        raise _bad(file, _first(error), "a record as `make bench` writes it") from None
    if unknown := _strangers(run):
        raise _bad(file, f"a sample names {unknown}, which the plan has not", "rows of the plan")
    return run


def _json(file: Path) -> Any:
    try:
        if file.stat().st_size > LARGEST:
            raise _bad(file, "the file is too large", f"a record below {LARGEST:,} bytes")
        return json.loads(file.read_bytes())
    except OSError as error:
        raise _bad(file, (error.strerror or "unreadable").lower(), "a record") from None
    except (ValueError, RecursionError):
        raise _bad(file, "this is not JSON, or it is cut off", "a whole record") from None


def _first(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"


def _strangers(run: Benchmark) -> str | None:
    known = {row.id for row in run.plan.rows}
    entries: tuple[Sample | Start | Check, ...] = (*run.samples, *run.starts, *run.checks)
    named: Iterable[str] = (each.row for each in entries)
    return next((row for row in named if row not in known), None)


def _bad(file: Path, what: str, expected: str) -> BadDataError:
    shown = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file.name
    return BadDataError([f"{shown}:1: {what}; expected {expected}; run `make bench` for a new one"])
