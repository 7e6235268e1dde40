"""What is new about a verdict: corrected here, or changed by a new version of a framework."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from pathlib import Path

from builder.export.dated import dated
from macros.framework import Framework
from macros.history import HistoryRecord
from macros.ledger import Ledger
from macros.load import ROOT
from macros.model import Comparison, Row
from macros.published import Change, Published, Verdict


@dataclass(frozen=True)
class News:
    """One changed verdict. ``key`` names it for ever, whenever it is told."""

    key: str
    day: date
    row: Row
    framework: Framework
    version: str
    before: str
    after: str


def news(
    ledger: Ledger, published: Published, history: Sequence[HistoryRecord], root: Path = ROOT
) -> list[News]:
    """Return every changed verdict, the newest first, whether it was recorded or not yet."""
    data = ledger.comparison
    known = {row.id for row in data.rows}
    changes = [*published.changes, *pending(data, published, ledger.today, root)]
    found = [_corrected(data, each) for each in changes if each.row in known]
    for framework in data.frameworks:
        mine = [record for record in history if record.framework == framework.id]
        found += _released(ledger, framework, mine)
    return sorted(found, key=lambda each: (each.day, each.key), reverse=True)


def pending(
    data: Comparison, published: Published, day: date, root: Path = ROOT
) -> Iterator[Change]:
    """Yield the verdicts that differ from the recorded ones, each with the day of its commit.

    What is not committed yet has ``day``.
    """
    yield from dated(_differing(data, published, day), root)


def _differing(data: Comparison, published: Published, day: date) -> Iterator[Change]:
    for row in data.rows:
        recorded = published.rows.get(row.id)
        for framework in data.frameworks if recorded else ():
            before = recorded.cells.get(framework.id) if recorded else None
            after = verdict(row, framework)
            if before and before != after:
                yield Change(
                    day=day,
                    row=row.id,
                    framework=framework.id,
                    version=framework.version,
                    before=before,
                    after=after,
                )


def verdict(row: Row, framework: Framework) -> Verdict:
    """Return what a cell says, in short."""
    cell = row.cells[framework.id]
    return Verdict(support=cell.support, answer=cell.answer)


def _corrected(data: Comparison, change: Change) -> News:
    before, after = _words(change.before), _words(change.after)
    return News(
        f"verdict/{change.row}/{change.framework}/{before}/{after}/{change.version}",
        change.day,
        data.row(change.row),
        data.framework(change.framework),
        change.version,
        before,
        after,
    )


def _words(verdict: Verdict) -> str:
    return f"{verdict.support.word}: {verdict.answer}"


def _released(
    ledger: Ledger, framework: Framework, records: Sequence[HistoryRecord]
) -> Iterator[News]:
    """Yield what the same probe saw otherwise with the version before; an error proves nothing."""
    editions = [
        (record.version, record.released, {row: s.observed for row, s in record.rows.items()})
        for record in records
    ]
    now = {row.id: ledger.observation(row.id, framework.id) for row in ledger.comparison.rows}
    seen_now = {row: seen.observed if seen else None for row, seen in now.items()}
    editions.append((framework.version, framework.released, seen_now))
    for (old, _, earlier), (new, day, later) in pairwise(editions):
        for row in ledger.comparison.rows:
            before, after = earlier.get(row.id), later.get(row.id)
            if before and after and before.replace(old, new) != after:
                key = f"version/{row.id}/{framework.id}/{new}"
                yield News(key, day, row, framework, new, before, after)
