"""A long table arrives complete, and the server's memory does not grow with it."""

import csv
import subprocess

import pytest

REFUSED = {"fastapi": 422, "flask": 400, "django": 400}
LONG = 300_000


def resident_kilobytes(pid: int) -> int:
    """Return the memory of a process and its children."""
    listing = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True
    ).stdout
    processes = [[int(word) for word in line.split()] for line in listing.splitlines()]
    return sum(size for own, parent, size in processes if pid in (own, parent))


def test_a_short_table_arrives_complete(client):
    answer = client.get("/measurements.csv", params={"rows": 2})
    assert list(csv.reader(answer.text.splitlines())) == [
        ["number", "place", "value"],
        ["1", "North, upper hall", "0.125"],
        ["2", "North, upper hall", "0.25"],
    ]


def test_the_browser_saves_it_as_a_file(client):
    answer = client.get("/measurements.csv", params={"rows": 1})
    assert answer.headers["content-type"].startswith("text/csv")
    assert "measurements.csv" in answer.headers["content-disposition"]


def test_nobody_knows_the_length_when_the_answer_begins(client):
    answer = client.get("/measurements.csv", params={"rows": 1})
    assert "content-length" not in answer.headers


def test_the_memory_of_the_server_stays_flat_while_a_long_table_is_sent(client, server):
    client.get("/measurements.csv", params={"rows": 5000})
    before = resident_kilobytes(server.process.pid)
    received, lines, grown = 0, 0, 0
    with client.stream("GET", "/measurements.csv", params={"rows": LONG}) as answer:
        for number, piece in enumerate(answer.iter_bytes(1_000_000)):
            received += len(piece)
            lines += piece.count(b"\n")
            if number % 4 == 0:
                grown = max(grown, resident_kilobytes(server.process.pid) - before)
    assert lines == LONG + 1
    assert received > 10_000_000
    assert grown * 1000 < received / 10


@pytest.mark.parametrize("rows", ["0", "-1", "1000001", "many"])
def test_a_number_of_rows_out_of_range_is_refused(client, server, rows):
    answer = client.get("/measurements.csv", params={"rows": rows})
    assert answer.status_code == REFUSED[server.framework]


def test_a_request_that_names_no_number_is_refused(client, server):
    assert client.get("/measurements.csv").status_code == REFUSED[server.framework]
