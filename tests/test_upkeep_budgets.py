"""The broken budgets of a preview: all are named, and what was not measured is not praised."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.load import ROOT
from macros.problems import BadDataError
from upkeep.budgets import broken

TOLD = "from tests.test_budget import told\n"


def record(folder: Path, body: str) -> tuple[int, str]:
    """Run hand-written tests of budgets; return the exit code and the record they leave."""
    test, file = folder / "test_it.py", folder / "budgets.xml"
    test.write_text(f"{TOLD}{body}", encoding="utf-8")
    command = ["-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={file}", str(test)]
    ended = subprocess.run([sys.executable, *command], cwd=ROOT, capture_output=True, check=False)
    return ended.returncode, file.read_text(encoding="utf-8")


def test_every_kind_of_broken_budget_is_named(tmp_path: Path) -> None:
    code, said = record(
        tmp_path,
        """
def test_bytes(): told(["/a/: 9 bytes, at most 8; shorten", "/b/: 9 bytes, at most 8; shorten"])
def test_hosts(): told(["/a/: asks https://other.example/x.js; keep a copy in docs/assets"])
def test_policy(): told(["/a/: policy ''; builder/csp.py writes it"])
def test_median(): assert 1 > 2, "median of a first visit: 9 bytes, at most 8; it has grown"
def test_kept(): told([])
""",
    )
    assert code == 1
    assert broken(said) == [
        "/a/: 9 bytes, at most 8; shorten",
        "/b/: 9 bytes, at most 8; shorten",
        "/a/: asks https://other.example/x.js; keep a copy in docs/assets",
        "/a/: policy ''; builder/csp.py writes it",
        "median of a first visit: 9 bytes, at most 8; it has grown",
    ]


def test_nothing_is_named_where_every_budget_is_kept(tmp_path: Path) -> None:
    code, said = record(tmp_path, "def test_kept(): told([])\n")
    assert (code, broken(said)) == (0, [])


@pytest.mark.parametrize("body", ["def test_a(): {}['no page']", "def test_a(missing): pass"])
def test_a_budget_that_was_not_measured_is_an_error(body: str, tmp_path: Path) -> None:
    _, said = record(tmp_path, f"{body}\n")
    with pytest.raises(BadDataError, match="test_a: not measured: "):
        broken(said)


def test_a_long_line_is_cut_to_what_a_report_takes(tmp_path: Path) -> None:
    _, said = record(tmp_path, "def test_a(): told(['x' * 900, *map(str, range(1200))])\n")
    found = broken(said)
    assert (len(found), len(found[0]), found[-1]) == (1000, 500, "and 202 more")
