"""How the programs end when nobody reads what they print: `python -m benchmarks report | head`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from macros.load import ROOT
from macros.program import exit_code

PACKAGES = ("benchmarks", "book", "builder", "macros", "probes", "tests", "upkeep")
# These talk to another program of ours, which reads to the end, or serve until they are stopped.
NOT_FOR_PEOPLE = {
    "benchmarks/upstream.py", "builder/waiting.py", "builder/whole.py", "probes/archives.py",
    "tests/browser.py", "tests/feed_check.py",
}  # fmt: skip


def programs() -> list[Path]:
    files = (file for package in PACKAGES for file in (ROOT / package).glob("*.py"))
    return [file for file in files if '\nif __name__ == "__main__":' in file.read_text("utf-8")]


def unread(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Python program whose output has lost its reader."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        return subprocess.run(
            [sys.executable, *arguments], cwd=ROOT, stdout=writing, stderr=subprocess.PIPE,
            text=True, check=False,
        )  # fmt: skip
    finally:
        os.close(writing)


def test_a_program_that_nobody_reads_ends_without_a_traceback() -> None:
    ended = unread("-m", "benchmarks", "report")
    assert (ended.returncode, ended.stderr) == (1, "")


def test_a_program_that_prints_much_ends_when_its_reader_goes() -> None:
    much = "from macros.program import exit_code; import sys\n"
    much += "sys.exit(exit_code(lambda: print('line\\n' * 100_000)))"
    ended = unread("-c", much)
    assert (ended.returncode, ended.stderr) == (1, "")


@pytest.mark.parametrize(("returned", "code"), [(0, 0), (1, 1), (130, 130), (None, 0)])
def test_a_program_whose_output_is_read_ends_as_it_says(returned: int | None, code: int) -> None:
    assert exit_code(lambda: returned) == code


def test_every_program_for_people_ends_so() -> None:
    assert len(programs()) > 10
    for file in programs():
        if file.relative_to(ROOT).as_posix() not in NOT_FOR_PEOPLE:
            assert "exit_code(" in file.read_text(encoding="utf-8"), file
