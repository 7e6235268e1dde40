"""What differs between two states of the data, cell by cell and proof by proof."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.cell import Cell
from macros.evidence import Observation
from macros.fields import Record
from macros.framework import Framework
from macros.ledger import Ledger
from macros.model import Row
from upkeep.report import Change, Report

_NOT_COMPARED = ("id", "cells", "lines")
_LONGEST = 2000


@dataclass(frozen=True)
class Side:
    """One of the two states, by ids."""

    ledger: Ledger
    frameworks: Mapping[str, Framework]
    rows: Mapping[str, Row]

    @classmethod
    def of(cls, ledger: Ledger) -> Side:
        """Return the side that a ledger is."""
        data = ledger.comparison
        frameworks = {framework.id: framework for framework in data.frameworks}
        return cls(ledger, frameworks, {row.id: row for row in data.rows})

    def cells(self, row_id: str) -> Mapping[str, Cell]:
        """Return the cells of a row by framework; none where the row is not there."""
        return self.rows[row_id].cells if row_id in self.rows else {}

    def seen(self, row_id: str) -> Mapping[str, Observation]:
        """Return what the record of a row holds by framework; nothing without a record."""
        record = self.ledger.evidence.get(row_id)
        return record.cells if record else {}

    def state(self, row_id: str, name: str) -> str:
        """Return the state of a cell, or "" where it is not there."""
        return str(self.ledger.state(row_id, name)) if name in self.cells(row_id) else ""


def report(
    old: Ledger, new: Ledger, probes: Iterable[str] = (), budgets: Iterable[str] | None = None
) -> Report:
    """Return the report of what lies between two states of the data."""
    before, after = Side.of(old), Side.of(new)
    return Report(
        claims=tuple(_claims(before, after)),
        proofs=tuple(_proofs(before, after)),
        probes=tuple(probes),
        budgets=None if budgets is None else tuple(line[:500] for line in budgets),
    )


def _claims(old: Side, new: Side) -> Iterator[Change]:
    """Yield what the data file says otherwise: frameworks, rows, cells, states."""
    for name in _union(old.frameworks, new.frameworks):
        yield from _parts(name, old.frameworks.get(name), new.frameworks.get(name), "framework")
    for row_id in _union(old.rows, new.rows):
        yield from _parts(row_id, old.rows.get(row_id), new.rows.get(row_id), "row")
        before, after = old.cells(row_id), new.cells(row_id)
        for name in _union(before, after):
            place = f"{row_id}, {name}"
            yield from _parts(place, before.get(name), after.get(name), "cell")
            yield from _part(place, "state", old.state(row_id, name), new.state(row_id, name))


def _proofs(old: Side, new: Side) -> Iterator[Change]:
    """Yield what the records of the probes say otherwise."""
    for row_id in _union(old.ledger.evidence, new.ledger.evidence):
        before, after = old.seen(row_id), new.seen(row_id)
        for name in _union(before, after):
            yield from _parts(f"{row_id}, {name}", before.get(name), after.get(name), "record")


def _parts(place: str, old: Record | None, new: Record | None, kind: str) -> Iterator[Change]:
    """Yield each key that differs; of something new or gone, one change that says so."""
    if old is None or new is None:
        yield from _part(place, kind, _name(old), _name(new))
        return
    for key in type(new).model_fields:
        if key not in _NOT_COMPARED:
            yield from _part(place, key, _text(getattr(old, key)), _text(getattr(new, key)))


def _part(place: str, part: str, before: str, after: str) -> Iterator[Change]:
    if before != after:
        words = part.replace("_", " ")
        yield Change(place=place, part=words, before=before[:_LONGEST], after=after[:_LONGEST])


def _text(value: Any) -> str:
    """Return a value in words: a list by commas, a record by its keys, nothing as nothing."""
    if isinstance(value, Record):
        return _text({key: found for key, found in value.model_dump().items() if found})
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_text(each)}" for key, each in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(map(_text, value))
    return "" if value is None else str(value)


def _name(record: Record | None) -> str:
    """Return what something new or gone is known by."""
    names = (getattr(record, key, None) for key in ("title", "answer", "observed", "name"))
    return next((name for name in names if name), "")


def _union(first: Iterable[str], second: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*first, *second]))
