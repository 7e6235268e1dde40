"""A re-proof from the locks to the pushed branch: what moved, and the two steps that tell it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.ledger import Ledger
from macros.load import ROOT
from tests.test_joining import make_files
from upkeep import locks, report, reprove, snapshot
from upkeep.report import Change, Report

LOCK = "a==1.0 \\\n    --hash=sha256:0\nb[extra]==2 ; python_version < '3.13' \\\nb==3 \\\n"
GH = """#!/bin/sh
echo "$@" >> "$(dirname "$0")/calls"
case "$1 $2" in *list) echo "[]" ;; *create) echo "https://example.com/1" ;; esac
"""
WHO = {f"GIT_{one}_{two}": "a@b.c" for one in ("AUTHOR", "COMMITTER") for two in ("NAME", "EMAIL")}


def test_the_pins_of_a_lock_are_read_with_extras_and_markers() -> None:
    assert locks.pins(LOCK) == {"a": "1.0", "b": "2 or 3"}


def test_a_package_that_moves_came_or_went_is_one_line_that_names_its_locks() -> None:
    old = {"site": "a==1.0 \\\n", "test": "a==1.0 \\\ngone==2 \\\nsame==1 \\\n"}
    new = {"site": "a==1.1 \\\n", "test": "a==1.1 \\\nsame==1 \\\n", "book": "new==3 \\\n"}
    assert locks.moved(old, new) == [
        "a 1.0 -> 1.1 (site, test)", "gone 2 -> none (test)", "new none -> 3 (book)",
    ]  # fmt: skip


def test_the_pull_request_lists_the_packages_that_moved(ledger: Ledger) -> None:
    text = reprove.pull_request(ledger, ledger, ["cbor2 6.2.1 -> 6.3.0 (test)"])
    assert "#### Packages\n\n- `cbor2 6.2.1 -> 6.3.0 (test)`\n" in text
    assert "#### Packages" not in reprove.pull_request(ledger, ledger)


def test_what_a_probe_saw_otherwise_is_not_drowned_in_proofs_of_another_version() -> None:
    places = [f"row_{number}, django" for number in range(200)]
    moved = [Change(place=each, part="versions", before="1", after="2") for each in places]
    seen = Change(place=places[-1], part="observed", before="403", after="200")
    text = report.markdown(Report(proofs=(*moved, seen)))
    assert "| `row_199, django` | observed | `403` | `200` |" in text
    assert "199 proofs saw the same with other versions." in text
    assert "| versions |" not in text


def test_a_framework_that_moved_is_not_counted_as_a_row() -> None:
    version = Change(place="django", part="version", before="6.1.2", after="6.1.3")
    state = Change(place="csrf_protection, django", part="state", before="proved", after="stale")
    assert "1 cell in 2 entries of the data file;" in report.markdown(
        Report(claims=(version, state))
    )


def test_the_texts_of_a_commit_are_those_of_the_files_that_it_has(project: Path) -> None:
    (project / "requirements/test.txt").write_text("later")
    found = snapshot.texts_at("HEAD", ["requirements/test.txt", "requirements/new.txt"], project)
    assert found == {"requirements/test.txt": "a==1\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a clone of a small repository that holds the machinery of a re-proof."""
    folder = tmp_path / "here"
    for name in ("macros", "upkeep"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "Makefile").write_text(make_files().replace("include upkeep/upkeep.mk", ""))
    for name in ("data/rows.txt", "requirements/test.txt", "macros/rows.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("a==1\n")
    (folder / ".gitignore").write_text("__pycache__\n.venv-test\nartifacts\n")
    (tmp_path / "gh").write_text(GH)
    (tmp_path / "gh").chmod(0o755)
    git(tmp_path, "init", "-q", "--bare", "origin.git")
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "all"]):
        git(folder, *command)
    git(folder, "remote", "add", "origin", str(tmp_path / "origin.git"))
    return folder


def git(folder: Path, *arguments: str) -> str:
    told = subprocess.run(
        ["git", *arguments], cwd=folder, env={**os.environ, **WHO}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    return told.stdout


def left(project: Path, *, changing: bool, lost: str = "") -> None:
    """Put into ``project`` what the first job of a re-proof leaves."""
    names = ("data/rows.txt", "requirements/test.txt", "macros/rows.txt") if changing else ()
    for name in names:
        (project / name).write_text("a==2\n")
    reprove.write(
        project / "artifacts" / "reprove",
        [("title.txt", "Re-prove every claim"), ("pull-request.md", "Words"), ("issue.md", lost),
         ("change.patch", git(project, "diff", "HEAD"))],
    )  # fmt: skip
    git(project, "checkout", "--quiet", ".")


def make(project: Path, target: str) -> str:
    """Run a target with a Python that is set up, and a `gh` that notes its calls."""
    ready = project / ".venv-test" / "ready"
    ready.parent.mkdir(exist_ok=True)
    ready.touch()
    told = subprocess.run(
        ["make", "-o", ".ci/setup", target, f"TEST={sys.executable}"], cwd=project,
        env={**os.environ, "GH": str(project.parent / "gh"), "PYTHONPATH": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return told.stdout


def calls(project: Path) -> list[str]:
    lines = (project.parent / "calls").read_text(encoding="utf-8").splitlines()
    return [" ".join(line.split()[:2]) for line in lines]


def test_a_re_proof_is_pushed_and_told_and_touches_nothing_but_data_and_locks(
    project: Path,
) -> None:
    left(project, changing=True, lost="- gone")
    make(project, "apply-reproof")
    assert git(project, "diff", "--cached", "--name-only").split() == [
        "data/rows.txt", "requirements/test.txt",
    ]  # fmt: skip
    assert "https://example.com/1" in make(project, "push-reproof")
    assert git(project, "log", "-1", "--format=%s", "origin/re-prove") == "Re-prove every claim\n"
    assert calls(project) == [
        "auth setup-git", "pr list", "pr create", "issue list", "issue create",
    ]  # fmt: skip


def test_a_re_proof_that_changed_nothing_pushes_nothing_and_still_tells_of_lost_words(
    project: Path,
) -> None:
    left(project, changing=False, lost="- gone")
    make(project, "apply-reproof")
    assert "Nothing moved and nothing changed" in make(project, "push-reproof")
    assert git(project, "branch", "--list").split() == ["*", "main"]
    assert calls(project) == ["issue list", "issue create"]


def test_what_a_patch_locks_is_not_installed_beside_a_token_that_may_write(project: Path) -> None:
    left(project, changing=True)
    make(project, "apply-reproof")
    ready, lock = project / ".venv-test/ready", project / "requirements/test.txt"
    assert ready.stat().st_mtime >= lock.stat().st_mtime
