"""The data with its records to the published document: pure, no file is opened here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.export.model import (
    LICENSE,
    VERSION,
    Answer,
    Chapter,
    Edition,
    OneRow,
    Proof,
    Question,
    Release,
    Whole,
)
from macros.cell import Cell
from macros.framework import Framework
from macros.ledger import Ledger
from macros.model import Row
from macros.view import View


@dataclass(frozen=True)
class Place:
    """Where the files will lie, and which commit they were made from, if one is known."""

    site_url: str
    commit: str | None = None


def whole(ledger: Ledger, place: Place) -> Whole:
    """Return the whole comparison as it is published."""
    view, data = View(ledger, place.site_url), ledger.comparison
    return Whole(
        edition=edition(ledger, place),
        frameworks=tuple(_release(framework) for framework in data.frameworks),
        groups=tuple(
            Chapter(**group.model_dump(), page=view.group_address(group.id))
            for group in data.groups
        ),
        rows=tuple(_question(view, row) for row in data.rows),
    )


def edition(ledger: Ledger, place: Place) -> Edition:
    """Return what each file says of itself."""
    return Edition(
        schema_version=VERSION,
        license=LICENSE,
        source=place.site_url,
        commit=place.commit,
        date=ledger.today,
        last_run=ledger.run.day if ledger.run else None,
    )


def single_rows(document: Whole) -> Iterator[OneRow]:
    """Yield each row as a document of its own."""
    versions = {framework.id: framework.version for framework in document.frameworks}
    for row in document.rows:
        yield OneRow(edition=document.edition, versions=versions, row=row)


def _release(framework: Framework) -> Release:
    return Release(**framework.model_dump(include=set(Release.model_fields)))


def _question(view: View, row: Row) -> Question:
    return Question(
        **row.model_dump(exclude={"cells", "untestable"}),
        page=view.row_address(row),
        cells={each.id: _answer(view, row, each) for each in view.frameworks},
    )


def _answer(view: View, row: Row, framework: Framework) -> Answer:
    cell = row.cells[framework.id]
    return Answer(
        support=cell.support.value,
        answer=cell.answer,
        state=view.state(row, framework).value,
        note=cell.note,
        package=cell.package,
        since=cell.since,
        until=cell.until,
        docs=cell.docs,
        page=view.proof_address(row, framework),
        proof=_proof(view, row, framework, cell),
    )


def _proof(view: View, row: Row, framework: Framework, cell: Cell) -> Proof:
    kind = cell.claimed_state.value
    if cell.quote:
        day = cell.quote.checked.day if cell.quote.checked else None
        given = cell.quote.model_dump(include={"url", "words", "archive"})
        return Proof(kind=kind, checked=day, **given)
    if cell.observed is None:
        return Proof(kind=kind, measurement=cell.measured, reason=cell.judged or cell.unknown)
    seen = view.ledger.observation(row.id, framework.id)
    return Proof(
        kind=kind,
        claimed=cell.observed,
        observed=seen.observed if seen else None,
        experiment=seen.experiment if seen else None,
        versions=seen.versions if seen else None,
        repeat=f"make prove-check ONLY={row.id}",
    )
