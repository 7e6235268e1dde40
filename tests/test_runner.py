"""The runner: what a probe saw, and what becomes of one that crashes, hangs or is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros import load
from macros.ledger import Ledger
from macros.load import ROOT
from probes import __main__ as program
from probes import families, records
from probes.families import Task
from probes.sandbox import Outcome

HANGS = "import time\n    time.sleep(600)"
SERVER = """import subprocess, sys
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])"""


def outcome(body: str, folder: Path, framework: str = "nothing") -> Outcome:
    """Run one probe function with this body and return what came of it."""
    file = folder / "probes" / "group" / f"{abs(hash(body))}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    source = f'def {framework}() -> str:\n    """Try something."""\n    {body}\n'
    file.write_text(source, encoding="utf-8")
    (found,) = [result for _, result in families.run([Task("row", framework, file)], jobs=1)]
    return found


def test_a_probe_reports_what_it_saw_and_its_experiment(tmp_path: Path) -> None:
    found = outcome('return "403"', tmp_path)
    assert (found.observed, found.experiment, found.error) == ("403", "Try something.", None)


def test_a_crash_is_an_error_and_never_an_answer(tmp_path: Path) -> None:
    found = outcome('raise ValueError("no such thing")', tmp_path)
    assert found.observed is None
    assert "ValueError: no such thing" in (found.error or "")


def test_a_process_that_dies_is_an_error(tmp_path: Path) -> None:
    found = outcome("import os\n    os._exit(3)", tmp_path)
    assert found.error == "the probe's process died without a report"


def test_an_answer_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    assert "expected a non-empty text, got 403" in (outcome("return 403", tmp_path).error or "")


def test_an_unknown_fixture_is_named(tmp_path: Path) -> None:
    file = tmp_path / "probes" / "group" / "asks.py"
    file.parent.mkdir(parents=True)
    file.write_text('def nothing(database) -> str:\n    return ""\n', encoding="utf-8")
    (found,) = [result for _, result in families.run([Task("row", "nothing", file)], jobs=1)]
    assert "no fixture named database; there are tmp_path, serve" in (found.error or "")


def test_a_missing_function_is_named(tmp_path: Path) -> None:
    file = tmp_path / "probes" / "group" / "other.py"
    file.parent.mkdir(parents=True)
    file.write_text("", encoding="utf-8")
    (found,) = [result for _, result in families.run([Task("row", "flask", file)], jobs=1)]
    assert "other.py has no function flask()" in (found.error or "")


def test_a_hung_probe_is_stopped_at_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(families, "LIMIT_SECONDS", 1.0)
    started = time.monotonic()
    assert outcome(HANGS, tmp_path).error == "stopped at its limit of 1 s"
    assert time.monotonic() - started < 20


def test_what_a_probe_started_ends_with_it(tmp_path: Path) -> None:
    body = f"{SERVER}\n    import os\n    return str(os.getpgrp())"
    group = int(outcome(body, tmp_path).observed or 0)
    assert group > 0
    deadline = time.monotonic() + 5
    while _alive_in(group) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _alive_in(group)


def test_probes_do_not_see_each_other(tmp_path: Path) -> None:
    body = """import os
    os.environ["SEEN"] = os.environ.get("SEEN", "") + "x"
    return os.environ["SEEN"]"""
    assert outcome(body, tmp_path).observed == "x"
    assert outcome(body, tmp_path).observed == "x"


def test_a_record_is_replaced_in_one_step(tmp_path: Path) -> None:
    file = tmp_path / "row.json"
    records.replace_file(file, "old")
    records.replace_file(file, "new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["row.json"]
    assert file.read_text(encoding="utf-8") == "new"


def test_a_run_in_which_a_probe_failed_leaves_the_day_of_the_last_whole_one(
    small_ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "EVIDENCE", tmp_path)
    monkeypatch.setattr(load, "RUN_FILE", tmp_path / "_run.json")
    probe = Path("csrf.py")
    results = {
        Task("csrf", "flask", probe): Outcome("200", experiment="Post a form."),
        Task("csrf", "django", probe): Outcome(None, error="the process died"),
    }
    program._write(small_ledger, results, whole=True)
    assert [file.name for file in tmp_path.glob("*.json")] == ["csrf.json"]
    results[Task("csrf", "django", probe)] = Outcome("403", experiment="Post a form.")
    program._write(small_ledger, results, whole=True)
    assert (tmp_path / "_run.json").exists()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "probes", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_an_unknown_row_gets_a_guess() -> None:
    answer = run("--only", "csrf_protectoin")
    assert answer.returncode == 1
    assert answer.stderr.strip() == ('no row "csrf_protectoin"; did you mean "csrf_protection"?')


def test_an_unknown_framework_gets_a_guess() -> None:
    assert 'did you mean "django"?' in run("--framework", "djano").stderr


@pytest.mark.proof
def test_an_interrupted_run_writes_nothing_and_leaves_no_process() -> None:
    evidence = ROOT / "data" / "evidence" / "auto_reload.json"
    before = evidence.read_bytes(), evidence.stat().st_mtime_ns
    command = [sys.executable, "-m", "probes", "--only", "auto_reload"]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    _wait_until_a_probe_runs(process.pid)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Interrupted; nothing was written." in said
    assert (evidence.read_bytes(), evidence.stat().st_mtime_ns) == before
    assert not _alive_in(process.pid)


def _wait_until_a_probe_runs(group: int) -> None:
    """Wait for the family and its fork, which leads a group of its own."""
    children = ["ps", "-o", "pid=", "--ppid"]
    parent = str(group)
    for _ in range(2):
        found = ""
        while not found:
            time.sleep(0.05)
            told = subprocess.run([*children, parent], capture_output=True, text=True, check=False)
            found = told.stdout.strip()
        parent = found.splitlines()[0].strip()


def _alive_in(group: int) -> list[str]:
    """Return the processes of a group that are not merely waiting to be collected."""
    command = ["ps", "-eo", "pgid=,stat=,args="]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    lines = [line.split(None, 2) for line in listing.splitlines()]
    return [line[2] for line in lines if line[0] == str(group) and not line[1].startswith("Z")]
