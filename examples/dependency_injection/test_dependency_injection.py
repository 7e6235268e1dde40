"""A journal is open as long as a request takes, also when it fails, and a test exchanges it."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ENVIRONMENT = {"JOURNAL": "{folder}/journal.txt"}
OWN_TESTS = {
    "fastapi": ["-m", "pytest", "--noconftest", "fastapi_tests.py"],
    "flask": ["-m", "pytest", "--noconftest", "flask_tests.py"],
    "django": ["-m", "unittest", "django_tests"],
}


@pytest.fixture
def journal(server):
    """Return a function that tells what is in the journal since the test began."""
    file = server.folder / "journal.txt"
    before = len(lines_of(file))
    return lambda: lines_of(file)[before:]


@pytest.fixture
def closed_journal(journal):
    """Return a function that waits for the end of so many journals: FastAPI answers before it."""

    def lines(journals: int = 1) -> list[str]:
        deadline = time.monotonic() + 10
        while sum(line.endswith("end") for line in journal()) < journals:
            assert time.monotonic() < deadline, journal()
            time.sleep(0.02)
        return journal()

    return lines


def lines_of(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


def ask(client, path: str):
    return client.get(path, headers={"X-User": "ann"})


def test_view_and_helper_get_the_same_journal_which_is_closed_in_the_end(client, closed_journal):
    assert ask(client, "/prices/paper/2").json() == {"share": 400}
    assert closed_journal() == ["ann: begin", "ann: look up paper", "ann: tell paper", "ann: end"]


def test_each_request_has_a_journal_of_its_own(client, closed_journal):
    ask(client, "/prices/pen/1")
    client.get("/prices/pen/1", headers={"X-User": "bob"})
    assert {line for line in closed_journal(2) if "begin" in line} == {"ann: begin", "bob: begin"}


def test_a_refused_request_closes_its_journal(client, closed_journal):
    assert ask(client, "/prices/gold/1").status_code == 404
    assert closed_journal() == ["ann: begin", "ann: look up gold", "ann: end"]


def test_a_crash_closes_its_journal(client, closed_journal):
    assert ask(client, "/prices/pen/0").status_code == 500
    assert closed_journal() == ["ann: begin", "ann: look up pen", "ann: end"]


def test_nobody_known_is_refused_and_no_journal_is_opened(client, journal):
    assert client.get("/prices/pen/1").status_code == 401
    assert journal() == []


def test_a_view_that_asks_for_no_journal_opens_none(client, journal):
    assert ask(client, "/items").json() == ["pen", "paper"]
    assert journal() == []


def test_a_test_of_the_program_exchanges_the_journal(server, tmp_path):
    journal = tmp_path / "journal.txt"
    done = subprocess.run(
        [sys.executable, *OWN_TESTS[server.framework]],
        cwd=Path(__file__).parent,
        env={**os.environ, **server.environment, "JOURNAL": str(journal)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert not journal.exists()
