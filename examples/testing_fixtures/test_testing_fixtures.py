"""The programs work, their own tests pass, touch no real data, and notice a fault."""

import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

SETUP = {"django": [["{topic}/django_project/manage.py", "migrate"]]}
OWN_TESTS = {
    "fastapi": ["-m", "pytest", "-p", "no:cacheprovider", "fastapi_tests"],
    "flask": ["-m", "pytest", "-p", "no:cacheprovider", "flask_tests"],
    "django": ["django_project/manage.py", "test", "notes"],
}
PASSED = {"fastapi": "6 passed", "flask": "6 passed", "django": "Ran 6 tests in"}
# A fault to be noticed: the file, what is right in it, and what is wrong instead.
FAULT = {
    "fastapi": ("fastapi_app.py", "text=data.text, day=day", "text=data.text, day=date.min"),
    "flask": ("flask_app.py", "day=get_today()", "day=date.min"),
    "django": ("django_project/notes/views.py", "day = get_today()", "day = date.min"),
}
BAD_BODY = {"fastapi": 422, "flask": 400, "django": 400}
TOPIC = Path(__file__).parent


def own_tests(server, folder: Path, database: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests that belong to the program."""
    return subprocess.run(
        [sys.executable, *OWN_TESTS[server.framework]],
        cwd=folder,
        env={**os.environ, **server.environment, "DATABASE": str(database)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_note_is_stored_with_its_day(client):
    note = client.post("/notes", json={"text": "milk"}).json()
    # Django's day is that of TIME_ZONE, the others' that of the machine.
    days = {date.today().isoformat(), datetime.now(UTC).date().isoformat()}
    assert note["day"] in days
    assert client.get(f"/notes/{note['id']}").json() == note
    assert note in client.get("/notes").json()


def test_an_unknown_note_is_not_found(client):
    assert client.get("/notes/999").status_code == 404


@pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "x" * 201}])
def test_a_wrong_body_is_refused(client, server, body):
    assert client.post("/notes", json=body).status_code == BAD_BODY[server.framework]


def test_the_tests_of_the_program_pass_and_touch_no_real_data(server, tmp_path):
    database = tmp_path / "real.sqlite3"
    done = own_tests(server, TOPIC, database)
    assert done.returncode == 0, done.stdout + done.stderr
    assert PASSED[server.framework] in done.stdout + done.stderr
    assert not database.exists()


def test_the_tests_of_the_program_notice_a_fault(server, tmp_path):
    copy = shutil.copytree(TOPIC, tmp_path / "copy", ignore=shutil.ignore_patterns("__pycache__"))
    name, right, wrong = FAULT[server.framework]
    file = copy / name
    assert right in file.read_text()
    file.write_text(file.read_text().replace(right, wrong))
    done = own_tests(server, copy, tmp_path / "real.sqlite3")
    assert done.returncode == 1
    assert re.search(r"0001-01-01.*2026-02-28", done.stdout + done.stderr)
