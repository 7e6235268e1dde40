"""The comparison as one table for spreadsheets, a line a cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from builder.export.model import Whole

COLUMNS = (
    *("row", "group", "title", "question", "framework", "version"),
    *("support", "answer", "state", "evidence", "claimed", "observed"),
    *("package", "since", "until", "note", "docs", "page"),
)
BYTE_ORDER_MARK = "\ufeff"  # without it Excel reads the file in the code page of the machine
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 -- Excel folds them


def text(document: Whole) -> str:
    """Return the table: a byte order mark, CRLF, commas, and quotes where they are needed."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS)
    for line in lines(document):
        writer.writerow([harmless(line[column]) for column in COLUMNS])
    return BYTE_ORDER_MARK + buffer.getvalue()


def lines(document: Whole) -> Iterator[dict[str, str]]:
    """Yield the values of each cell by column; what is not there is empty."""
    for row in document.rows:
        shared = row.model_dump(include={"group", "title", "question"})
        for framework in document.frameworks:
            answer = row.cells[framework.id]
            plain = answer.model_dump(exclude={"proof"})
            values = {
                **plain,
                **shared,
                "row": row.id,
                "framework": framework.id,
                "version": framework.version,
                "evidence": answer.proof.kind,
                "claimed": answer.proof.claimed,
                "observed": answer.proof.observed,
            }
            yield {column: str(values[column] or "") for column in COLUMNS}


def harmless(value: str) -> str:
    """Return ``value`` so that no spreadsheet takes it for a formula: after an apostrophe."""
    return f"'{value}" if value.lstrip(" ").startswith(_FORMULA) else value
