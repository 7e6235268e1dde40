"""Write down what is published: ids, groups, pages and verdicts. The record only grows."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from builder.export.news import pending, verdict
from macros import load
from macros.model import Comparison, Row
from macros.published import PUBLISHED, Published, PublishedRow, read_published


def updated(
    before: Published, data: Comparison, pages: Iterable[str], day: date, root: Path = load.ROOT
) -> Published:
    """Return the record with what is new in ``data``; nothing that it holds is lost."""
    rows = {row.id: _row(before.rows.get(row.id), row, data) for row in data.rows}
    return Published(
        rows=dict(sorted({**before.rows, **rows}.items())),
        pages=tuple(sorted({*before.pages, *pages})),
        changes=(*before.changes, *pending(data, before, day, root)),
    )


def _row(before: PublishedRow | None, row: Row, data: Comparison) -> PublishedRow:
    former = [group for group in before.groups if group != row.group] if before else []
    cells = {framework.id: verdict(row, framework) for framework in data.frameworks}
    return PublishedRow(groups=(*former, row.group), cells=cells)


def pages_of(site: Path) -> list[str]:
    """Return the address of every page below ``site``; of the home page it is ""."""
    files = [file.relative_to(site).as_posix() for file in site.rglob("index.html")]
    return [name.removesuffix("index.html") for name in files]


def main(site: Path, day: date, file: Path = PUBLISHED) -> int:
    """Add the present data and the pages of the built ``site`` to the record."""
    if not site.is_dir():
        print("there is no built site; expected one in site/; run `make site` first")
        return 1
    before = read_published(file)
    after = updated(before, load.ledger(day).comparison, pages_of(site), day)
    text = json.dumps(after.model_dump(mode="json"), indent=1, ensure_ascii=False)
    file.write_text(f"{text}\n", encoding="utf-8")
    changes = len(after.changes) - len(before.changes)
    print(f"{len(after.rows)} rows, {len(after.pages)} pages, {changes} changed verdicts recorded.")
    return 0
