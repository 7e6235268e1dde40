"""What must hold between records. One rule, one small function, one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.problems import Path, Problem, did_you_mean


@dataclass(frozen=True)
class Entry:
    """The id of a framework, group or row and the path where it stands."""

    id: str
    path: Path


@dataclass(frozen=True)
class RowOutline:
    """The names in a row, taken from the file even where the row has other faults."""

    entry: Entry
    group: str | None
    frameworks: tuple[str, ...]


@dataclass(frozen=True)
class Outline:
    """The names in the file: enough for every rule here."""

    frameworks: tuple[Entry, ...]
    groups: tuple[Entry, ...]
    rows: tuple[RowOutline, ...]


def problems(outline: Outline) -> Iterator[Problem]:
    """Yield what breaks a rule."""
    yield from ids_are_unique(outline.frameworks, "framework")
    yield from ids_are_unique(outline.groups, "group")
    yield from ids_are_unique([row.entry for row in outline.rows], "row")
    for rule in (groups_exist, every_framework_answers, only_known_frameworks_answer):
        yield from rule(outline)
    yield from every_group_has_a_row(outline)


def ids_are_unique(entries: Sequence[Entry], kind: str) -> Iterator[Problem]:
    """An id names one thing."""
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            yield Problem(
                (*entry.path, "id"),
                f'the {kind} id "{entry.id}" is used twice',
                "expected each id once",
                "rename this one or delete it",
            )
        seen.add(entry.id)


def groups_exist(outline: Outline) -> Iterator[Problem]:
    """A row belongs to a group of the file."""
    known = [group.id for group in outline.groups]
    for row in outline.rows:
        if row.group is not None and row.group not in known:
            yield Problem(
                (*row.entry.path, "group"),
                f'unknown group "{row.group}"',
                "expected the id of a group of this file",
                did_you_mean(row.group, known),
            )


def every_framework_answers(outline: Outline) -> Iterator[Problem]:
    """A row has a cell for every framework."""
    for row in outline.rows:
        for framework in outline.frameworks:
            if framework.id not in row.frameworks:
                yield Problem(
                    (*row.entry.path, "cells"),
                    f"the cell of {framework.id} is missing",
                    "expected one cell for every framework",
                    "add it; support: unknown with a reason is allowed",
                )


def only_known_frameworks_answer(outline: Outline) -> Iterator[Problem]:
    """A cell belongs to a framework of the file."""
    known = [framework.id for framework in outline.frameworks]
    for row in outline.rows:
        for name in row.frameworks:
            if name not in known:
                yield Problem(
                    (*row.entry.path, "cells", name),
                    f'unknown framework "{name}"',
                    "expected the id of a framework of this file",
                    did_you_mean(name, known),
                )


def every_group_has_a_row(outline: Outline) -> Iterator[Problem]:
    """A group without rows would be an empty page."""
    used = {row.group for row in outline.rows}
    for group in outline.groups:
        if group.id not in used:
            yield Problem(
                (*group.path, "id"),
                f'no row belongs to the group "{group.id}"',
                "expected at least one row",
                "add a row or delete the group",
            )
