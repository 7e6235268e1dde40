"""Send a table of any length as CSV while it is being made."""

import csv
import io
from collections.abc import Iterator
from itertools import batched
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.responses import StreamingResponse

MAX_ROWS = 1_000_000

app = FastAPI()


def measurements(rows: int) -> Iterator[tuple[int, str, float]]:
    """Yield the rows of the table, one after the other, as a database cursor does."""
    yield from ((number, "North, upper hall", number / 8) for number in range(1, rows + 1))


def as_csv(rows: int) -> Iterator[str]:
    """Yield the table in pieces of a thousand lines."""
    yield "number,place,value\r\n"
    for batch in batched(measurements(rows), 1000):
        piece = io.StringIO()
        csv.writer(piece).writerows(batch)
        yield piece.getvalue()  # (1)!


@app.get("/measurements.csv")
def export(rows: Annotated[int, Query(ge=1, le=MAX_ROWS)]) -> StreamingResponse:
    """Send the table as a download."""
    headers = {"Content-Disposition": 'attachment; filename="measurements.csv"'}
    return StreamingResponse(as_csv(rows), media_type="text/csv", headers=headers)
