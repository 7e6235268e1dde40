"""The requests of each scenario, and whether an answer is the right one."""

from __future__ import annotations

import hashlib
import http.client
import json
import random
import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from benchmarks.loop import HOST
from benchmarks.stacks import Job
from macros.runs import Check

BOOKS = 1000
_CELL = re.compile(r"<td>(.*?)</td>")
_LINES: list[dict[str, Any]] = [
    {"name": f"A thing to order, number {number:02d}, in a box", "quantity": number % 9 + 1,
     "cents": 995 + number}
    for number in range(20)
]  # fmt: skip
ORDER = json.dumps({"customer": "Ada Lovelace", "wanted_on": "2026-12-24", "lines": _LINES})
RECEIPT = {
    "customer": "Ada Lovelace",
    "wanted_on": "2026-12-24",
    "total": sum(line["quantity"] * line["cents"] for line in _LINES),
}


class WrongAnswerError(RuntimeError):
    """A server answered something else than the others; nothing it does counts."""


@dataclass(frozen=True)
class Answer:
    """One answer as it came over the wire."""

    status: int
    body: bytes
    header_bytes: int


def book(number: int) -> dict[str, Any]:
    """Return one row of the table."""
    return {"id": number, "title": f"Title {number}", "author": f"Author {number % 37}",
            "pages": 100 + number % 400}  # fmt: skip


_TABLE = (
    "CREATE TABLE book (id INTEGER PRIMARY KEY, title VARCHAR(200) NOT NULL, "
    "author VARCHAR(100) NOT NULL, pages INTEGER NOT NULL)"
)


def fill_sqlite(file: Path) -> None:
    """Write the table of the ORM rows into a new SQLite file."""
    rows = [tuple(book(number).values()) for number in range(1, BOOKS + 1)]
    with sqlite3.connect(file) as connection:
        connection.execute(_TABLE)
        connection.executemany("INSERT INTO book VALUES (?, ?, ?, ?)", rows)
    connection.close()


def fill_postgres(url: str) -> None:
    """Write the same table into PostgreSQL; it must not be there yet."""
    import psycopg  # noqa: PLC0415 -- only where asked for

    with psycopg.connect(url) as connection:
        connection.execute(_TABLE)
        with connection.cursor() as cursor:
            rows = [tuple(book(number).values()) for number in range(1, BOOKS + 1)]
            cursor.executemany("INSERT INTO book VALUES (%s, %s, %s, %s)", rows)


def drop_postgres(url: str) -> None:
    """Take the table away again."""
    import psycopg  # noqa: PLC0415 -- only where asked for

    with psycopg.connect(url) as connection:
        connection.execute("DROP TABLE book")


def requests(job: Job, seed: int) -> list[bytes]:
    """Return the prebuilt requests of a row: one, or 256 with random ids from ``seed``."""
    if "{id}" not in job.row.path:
        return [_request(job, job.row.path)]
    ids = random.Random(seed)
    return [_request(job, path) for path in (_path(job, ids.randint(1, BOOKS)) for _ in range(256))]


def _path(job: Job, number: int) -> str:
    return job.row.path.replace("{id}", str(number))


def _request(job: Job, path: str) -> bytes:
    body = ORDER if job.method == "POST" else ""
    head = f"{job.method} {path} HTTP/1.1\r\nHost: {HOST}\r\nAccept: */*\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return f"{head}\r\n{body}".encode()


def check(job: Job, port: int, when: Literal["before", "after"]) -> Check:
    """Ask once and compare with what every row of the scenario must say.

    Raises WrongAnswerError when status or content differ.
    """
    for number in (1, 500, BOOKS) if "{id}" in job.row.path else (1,):
        answer = _ask(job, port, _path(job, number))
        seen, wanted = parsed(job, answer.body), expected(job, number)
        if answer.status != 200 or seen != wanted:
            raise WrongAnswerError(
                f"{job.row.id} answered {answer.status} {answer.body[:200]!r}; "
                f"expected 200 and {str(wanted)[:200]}"
            )
    return Check(
        row=job.row.id, when=when, status=answer.status, body_bytes=len(answer.body),
        header_bytes=answer.header_bytes, body=_digest(answer.body),
        parsed=_digest(json.dumps(seen, sort_keys=True).encode()),
    )  # fmt: skip


def _ask(job: Job, port: int, path: str) -> Answer:
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    body = ORDER if job.method == "POST" else None
    headers = {"Content-Type": "application/json"} if body else {}
    connection.request(job.method, path, body, headers)
    response = connection.getresponse()
    content = response.read()
    size = sum(len(name) + len(value) + 4 for name, value in response.getheaders())
    connection.close()
    return Answer(response.status, content, size)


def parsed(job: Job, body: bytes) -> Any:
    """Return what an answer says: its JSON, or the cells of its table."""
    text = body.decode(errors="replace")
    if job.row.scenario == "page":
        return _CELL.findall(text)
    try:
        return json.loads(text)
    except ValueError:
        return text


def expected(job: Job, number: int) -> Any:
    """Return what the answer of a row must say."""
    scenario, path = job.row.scenario, job.row.path
    if scenario == "page":
        return list(_page_cells())
    if scenario == "body":
        return RECEIPT
    if scenario == "orm":
        return book(number)
    if scenario == "wait":
        return {"waited": 0.05}
    return _computed() if path == "/cpu" else {"message": "Hello, World!"}


def _computed() -> dict[str, int]:
    return {"result": sum(number * number % 7 for number in range(20_000))}


def _page_cells() -> Sequence[str]:
    cells: list[str] = []
    for number in range(50):
        cells += [str(number + 1), f"Cats &amp; dogs, volume {number}", f"Author {number % 9}",
                  str(100 + number)]  # fmt: skip
    return cells


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
