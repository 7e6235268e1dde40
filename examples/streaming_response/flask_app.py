"""Send a table of any length as CSV while it is being made."""

import csv
import io
from collections.abc import Iterator
from itertools import batched

from flask import Flask, Response, abort, request

MAX_ROWS = 1_000_000

app = Flask(__name__)


def measurements(rows: int) -> Iterator[tuple[int, str, float]]:
    """Yield the rows of the table, one after the other, as a database cursor does."""
    yield from ((number, "North, upper hall", number / 8) for number in range(1, rows + 1))


def as_csv(rows: int) -> Iterator[str]:
    """Yield the table in pieces of a thousand lines."""
    yield "number,place,value\r\n"
    for batch in batched(measurements(rows), 1000):
        piece = io.StringIO()
        csv.writer(piece).writerows(batch)
        yield piece.getvalue()


@app.get("/measurements.csv")
def export() -> Response:
    """Send the table as a download."""
    rows = request.args.get("rows", 0, type=int)
    if not 1 <= rows <= MAX_ROWS:
        abort(400)
    headers = {"Content-Disposition": 'attachment; filename="measurements.csv"'}
    return Response(as_csv(rows), mimetype="text/csv", headers=headers)  # (1)!
