"""The targets of make that workflows call: what they hand on, and what they never run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.load import ROOT

# Of a pull request or a tag that wants to run a program in a job that may write.
HOSTILE = """";touch one;"$(shell touch two)`touch three`$(touch four)'"""
GIVEN = {"post-report": "HEAD", "post-release": "TAG", "release-notes": "TAG",
         "change-report": "BASE"}  # fmt: skip
SETS = (".ci/setup", "requirements/site.txt", "requirements/test.txt")


def copy_targets(folder: Path) -> None:
    """Put the targets of make into an empty folder."""
    (folder / "upkeep").mkdir()
    shutil.copy(ROOT / "Makefile", folder)
    shutil.copy(ROOT / "upkeep" / "upkeep.mk", folder / "upkeep")
    for ready in (".venv/ready", ".venv-test/ready"):
        (folder / ready).parent.mkdir()
        (folder / ready).touch()


def made(
    folder: Path, target: str, program: str, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Make a target with a program of ours in the place of Python."""
    python = folder / "python"
    python.write_text(f"#!/bin/sh\n{program}\n")
    python.chmod(0o755)
    ready = (f"--old-file={name}" for name in SETS)
    return subprocess.run(
        ["make", *ready, target, f"TEST={python}"], cwd=folder, env={**os.environ, **settings},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("target", GIVEN)
def test_what_a_stranger_wrote_is_handed_on_and_never_run(target: str, tmp_path: Path) -> None:
    copy_targets(tmp_path)
    before = {*tmp_path.iterdir(), tmp_path / "python"}
    told = made(tmp_path, target, 'printf "%s\\n" "$@"', **{GIVEN[target]: HOSTILE})
    assert HOSTILE in told.stdout.splitlines(), told.stderr
    assert {*tmp_path.iterdir()} == before


def test_the_number_of_a_pull_request_is_noted_where_the_report_lies(tmp_path: Path) -> None:
    copy_targets(tmp_path)
    made(tmp_path, "note-number", "exit 1", NUMBER="17")
    noted = tmp_path / "artifacts" / "report" / "number"
    assert noted.read_text(encoding="utf-8") == "17\n"


@pytest.mark.parametrize(("ended", "fails"), [(0, False), (1, False), (2, True), (139, True)])
def test_a_run_of_budgets_that_broke_down_fails_and_tests_that_fail_do_not(
    ended: int, fails: bool, tmp_path: Path
) -> None:
    copy_targets(tmp_path)
    told = made(tmp_path, "budgets", f'[ "$2" = upkeep ] || {{ echo oh no; exit {ended}; }}')
    assert (told.returncode != 0) == fails, told.stderr
    assert ("oh no" in told.stderr) == fails
