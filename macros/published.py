"""What was ever published: row ids, pages and verdicts, and where renamed ones are now.

`data/published.json` is written by `make record` and only grows. `data/redirects.yml` is
written by people. Together they keep every address that somebody may have noted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from pydantic import Field

from macros import reading
from macros.fields import Identifier, Record, Short, Version
from macros.levels import Support
from macros.model import Comparison
from macros.positions import Lines, parse
from macros.problems import BadDataError, did_you_mean

DATA = Path(__file__).resolve().parents[1] / "data"
PUBLISHED, REDIRECTS = DATA / "published.json", DATA / "redirects.yml"
_WRITTEN = "expected a record as `make record` writes it; restore it from git"
_SECTIONS = ("rows", "pages")
_ID = re.compile(r"[a-z][a-z0-9_]*")
_ADDRESS = re.compile(r"([a-z0-9_-]+/)+")


class Verdict(Record):
    """What a cell says, in short."""

    support: Support
    answer: Short


class PublishedRow(Record):
    """The groups that a row ever stood in, the present one last, and its last verdicts."""

    groups: tuple[Identifier, ...]
    cells: dict[Identifier, Verdict]


class Change(Record):
    """A verdict that became another one, and the day of the commit that made it so."""

    day: date
    row: Identifier
    framework: Identifier
    version: Version
    before: Verdict
    after: Verdict


class Published(Record):
    """The whole record of what was published."""

    rows: dict[Identifier, PublishedRow] = Field(default_factory=dict)
    pages: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Redirects:
    """Old names and the present ones."""

    rows: Mapping[str, str]
    pages: Mapping[str, str]


def read_published(file: Path = PUBLISHED) -> Published:
    """Return the record; raises BadDataError for a bad one. No file means nothing published."""
    return reading.record(Published, file, _WRITTEN) if file.exists() else Published()


def read_redirects(
    comparison: Comparison, published: Published, file: Path = REDIRECTS
) -> Redirects:
    """Return the redirects; raises BadDataError with every problem, one line each.

    A row that was published and is gone must be redirected to one that is there.
    """
    if not file.exists():
        return Redirects({}, {})
    name = f"data/{file.name}"
    data, lines, problems = parse(file.read_bytes(), name)
    messages = [
        f"{name}:{lines.get(each.path, 1)}: {each.what}; {each.expected}; {each.mend}"
        for each in problems
    ]
    _refuse([*messages, *_told(name, _odd_shape(data, lines))])
    found = Redirects(data.get("rows") or {}, data.get("pages") or {})
    lost = ((1, text) for text in _lost(found, comparison, published))
    _refuse([*_told(name, _rows(found, comparison, lines)), *_told(name, lost)])
    return found


def _told(name: str, found: Iterable[tuple[int, str]]) -> list[str]:
    return [f"{name}:{line}: {text}" for line, text in found]


def _refuse(messages: list[str]) -> None:
    if messages:
        raise BadDataError(messages)


def _odd_shape(data: object, lines: Lines) -> Iterator[tuple[int, str]]:
    if not isinstance(data, dict):
        yield 1, "the file is not a mapping; expected the keys rows and pages; restore it from git"
        return
    for key, entries in data.items():
        line = lines.get((key,), 1)
        if key not in _SECTIONS:
            guess = did_you_mean(key, _SECTIONS)
            yield line, f'unknown key "{key}"; expected rows or pages; {guess}'
        elif entries is not None and not isinstance(entries, dict):
            yield line, f'"{key}" is not a mapping; expected lines such as old: new; correct it'
        else:
            for old, new in (entries or {}).items():
                yield from _odd_entry(key, old, new, lines.get((key, old), 1))


def _odd_entry(key: str, old: str, new: object, line: int) -> Iterator[tuple[int, str]]:
    if not isinstance(new, str):
        yield line, f"{old}: the new name is not text; expected old: new; put it in quotes"
    elif key == "pages" and not (_is_page(old) and _is_page(new)):
        yield line, f"{old}: expected two addresses such as old/page/: new/page/; correct it"
    elif key == "rows" and not _ID.fullmatch(old):
        yield line, f"{old}: is not an id; expected small letters, digits and _; correct it"


def _is_page(address: str) -> bool:
    return bool(_ADDRESS.fullmatch(address))


def _rows(found: Redirects, comparison: Comparison, lines: Lines) -> Iterator[tuple[int, str]]:
    known = [row.id for row in comparison.rows]
    for old, new in found.rows.items():
        line = lines.get(("rows", old), 1)
        if new not in known:
            near = get_close_matches(new, known, n=1)
            guess = f'did you mean "{near[0]}"?' if near else "look at the ids of the rows"
            yield line, f'{old}: there is no row "{new}"; expected a row of today; {guess}'
        if old in known:
            yield line, f"{old}: is a row of today; expected a former id; delete this line"


def _lost(found: Redirects, comparison: Comparison, published: Published) -> Iterator[str]:
    known = {row.id for row in comparison.rows} | {*found.rows}
    for row in published.rows:
        if row not in known:
            yield (
                f'the row "{row}" was published and is gone; expected it to be redirected; '
                f"add `{row}: its_new_id` under rows"
            )
