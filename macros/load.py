"""Files to model. The only reader of data/, and the author of every message about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path as FilePath
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError

from macros import reading, rules
from macros.evidence import Evidence, ReleaseDays, Releases, Run
from macros.fields import Record
from macros.framework import Framework
from macros.ledger import Ledger
from macros.messages import problem
from macros.model import Comparison, Group, Row
from macros.positions import Lines, parse
from macros.problems import BadDataError, Located, Path, Problem, did_you_mean
from macros.reading import shown
from macros.rules import Entry, Outline, RowOutline

ROOT = reading.ROOT
DATA = ROOT / "data" / "comparison.yml"
EVIDENCE = ROOT / "data" / "evidence"
RUN_FILE = EVIDENCE / "_run.json"
RELEASES_FILE = EVIDENCE / "_releases.json"
RELEASE_DAYS_FILE = EVIDENCE / "_release_days.json"
_WRITTEN = "expected a record as `make prove` writes it; run it again"
HOPELESS = 1000  # problems; whoever made so many needs the first hundred
_SECTIONS: dict[str, type[Record]] = {"frameworks": Framework, "groups": Group, "rows": Row}
_R = TypeVar("_R", bound=Record)


class _Validated(NamedTuple):
    records: dict[str, list[Record]]
    problems: list[Problem]


class FrameworkNames(Mapping[str, str]):
    """The name of each compared framework by its id, read when somebody asks.

    With ``imported`` those alone that say what they are imported as: examples are theirs.
    Raises BadDataError where the data file is bad.
    """

    def __init__(self, *, imported: bool = False) -> None:
        self._imported = imported

    def __getitem__(self, framework_id: str) -> str:
        return self._names()[framework_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())

    def __len__(self) -> int:
        return len(self._names())

    def _names(self) -> dict[str, str]:
        known = frameworks()
        return {each.id: each.name for each in known if each.imports or not self._imported}


def frameworks() -> tuple[Framework, ...]:
    """Return the compared frameworks; raises BadDataError with every problem of the file."""
    return _read(DATA.stat().st_mtime_ns).frameworks


def ledger(today: date) -> Ledger:
    """Return the committed data with its records, read once for each state of the files.

    Raises BadDataError with every problem of the data file, or of the records.
    """
    # A record is replaced, never rewritten in place, so its folder knows of every change.
    stamps = tuple(path.stat().st_mtime_ns for path in (DATA, EVIDENCE) if path.exists())
    return _remembered(stamps, today)


@cache
def _remembered(stamps: tuple[int, ...], today: date) -> Ledger:
    run, releases = single(Run, RUN_FILE), single(Releases, RELEASES_FILE)
    days = single(ReleaseDays, RELEASE_DAYS_FILE)
    return Ledger(_read(stamps[0]), today, evidence(EVIDENCE), run, releases, days)


@cache
def _read(_stamp: int) -> Comparison:
    return read(DATA)


def evidence(folder: FilePath) -> dict[str, Evidence]:
    """Return the records of ``folder`` by row id; raises BadDataError with every bad one."""
    files = [file for file in sorted(folder.glob("*.json")) if not file.name.startswith("_")]
    records: list[Evidence] = []
    messages: list[str] = []
    for file in files:
        try:
            records.append(reading.record(Evidence, file, _WRITTEN))
        except BadDataError as error:
            messages += error.messages
    if messages:
        raise BadDataError(messages)
    return {record.row: record for record in records}


def single(kind: type[_R], file: FilePath) -> _R | None:
    """Return the record of ``file``, or None where it has not been written yet."""
    return reading.record(kind, file, _WRITTEN) if file.exists() else None


def read(file: FilePath) -> Comparison:
    """Read one data file; raises BadDataError with every problem in it, one line each."""
    name = shown(file)
    try:
        raw = file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise BadDataError(
            [f"{name}:1: {reason}; expected the data file here; restore it from git"]
        ) from None
    data, lines, problems = parse(raw, name)
    records, more = _validate(data)
    problems += more
    if problems:
        raise BadDataError(_messages(problems, lines, data, name))
    sections: dict[str, Any] = {key: tuple(records[key]) for key in _SECTIONS}
    return Comparison.model_construct(None, **sections)


def row_lines(file: FilePath = DATA) -> dict[str, int]:
    """Return the line of ``file`` on which each row begins."""
    data, lines, _ = parse(file.read_bytes(), shown(file))
    return {entry.id: _line(entry.path, lines) for entry, _ in _entries(data, "rows")}


def _validate(data: Any) -> _Validated:
    problems = list(_odd_shape(data))
    records: dict[str, list[Record]] = {}
    for section, kind in _SECTIONS.items():
        items = data.get(section) if isinstance(data, dict) else None
        entries = items if isinstance(items, list) else []
        records[section] = list(_records(kind, entries, section, problems))
    if isinstance(data, dict) and len(problems) <= HOPELESS:
        problems += rules.problems(_outline(data))
    return _Validated(records, problems)


def _odd_shape(data: Any) -> Iterator[Problem]:
    if not isinstance(data, dict):
        yield Problem(
            (),
            "the file is not a mapping",
            f"expected the keys {', '.join(_SECTIONS)}",
            "restore its first lines from git",
        )
        return
    for key in data:
        if key not in _SECTIONS:
            yield Problem(
                (key,),
                f'unknown key "{key}"',
                f"expected only {', '.join(_SECTIONS)}",
                did_you_mean(key, _SECTIONS),
            )
    for key in _SECTIONS:
        if not isinstance(data.get(key), list) or not data[key]:
            yield Problem(
                (key,),
                f'"{key}" is missing or has no entries',
                "expected a list with at least one entry",
                "add it",
            )


def _records(
    kind: type[_R], entries: list[Any], section: str, problems: list[Problem]
) -> Iterator[_R]:
    """Yield the valid records; a hopeless file is not read to its end."""
    for index, item in enumerate(entries):
        if len(problems) > HOPELESS:
            return
        record = _record(kind, item, (section, index), problems)
        if record is not None:
            yield record


def _record(kind: type[_R], item: Any, path: Path, problems: list[Problem]) -> _R | None:
    try:
        return kind.model_validate(item)
    except ValidationError as error:
        details = error.errors(include_url=False)
        problems += [problem(kind, (*path, *detail["loc"]), detail) for detail in details]
        return None


def _outline(data: dict[str, Any]) -> Outline:
    return Outline(
        frameworks=tuple(entry for entry, _ in _entries(data, "frameworks")),
        groups=tuple(entry for entry, _ in _entries(data, "groups")),
        rows=tuple(_row_outline(entry, item) for entry, item in _entries(data, "rows")),
    )


def _entries(data: dict[str, Any], section: str) -> Iterator[tuple[Entry, dict[str, Any]]]:
    items = data.get(section)
    for index, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield Entry(item["id"], (section, index)), item


def _row_outline(entry: Entry, item: dict[str, Any]) -> RowOutline:
    cells, group = item.get("cells"), item.get("group")
    names = tuple(cells) if isinstance(cells, dict) else ()
    return RowOutline(entry, group if isinstance(group, str) else None, names)


def _messages(problems: list[Problem], lines: Lines, data: Any, file: str) -> list[str]:
    located = [Located(_line(p.path, lines), _place(p.path, data), p) for p in problems]
    return [item.text(file) for item in sorted(located, key=lambda item: item.line)]


def _line(path: Path, lines: Lines) -> int:
    """Return the line of ``path``, or of the nearest thing around it that has one."""
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)


def _place(path: Path, data: Any) -> str:
    """Name the row and the framework that ``path`` leads to, by id and not by number."""
    names: list[str] = []
    if len(path) >= 2 and isinstance(path[1], int):
        item = data[path[0]][path[1]]
        given = item.get("id") if isinstance(item, dict) else None
        names.append(str(given or f"{path[0]} entry {path[1] + 1}"))
    if len(path) >= 4 and path[2] == "cells":
        names.append(str(path[3]))
    return ", ".join(names)
