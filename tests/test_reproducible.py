"""Whoever builds the same commit gets the same bytes: in any folder, on any day, anywhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site_tools import ROOT, SITE_URL, build_second, built_site, run_builder

LATER = 40 * 86_400  # seconds
_SHIFT = f"""\
import time

_time, _local, _gm, _text = time.time, time.localtime, time.gmtime, time.strftime
time.time = lambda: _time() + {LATER}
time.localtime = lambda seconds=None: _local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _gm(time.time() if seconds is None else seconds)
time.strftime = lambda form, moment=None: _text(form, moment or time.localtime())
"""
_CLOCK = re.compile(r"\.(?:now|utcnow|today)\(|\btime\.time\(")


def another_clone(folder: Path) -> Path:
    """Return a copy of the working tree in another place, with its commit and other times."""
    copy = folder / "elsewhere"
    cloned = subprocess.run(["git", "clone", "-q", ROOT, copy], capture_output=True, check=False)
    if cloned.returncode:
        copy.mkdir()
    for name in _names():
        source, target = ROOT / name, copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.exists():
            shutil.copy(source, target)
            os.utime(target, (1_000_000_000, 1_000_000_000))
        else:
            target.unlink(missing_ok=True)
    return copy


def _names() -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if told.returncode == 0:
        return told.stdout.split("\0")[:-1]
    folders = ("builder", "data", "macros", "docs", "diagrams", "examples", "probes", "overrides")
    files = [file for name in folders for file in (ROOT / name).rglob("*") if file.is_file()]
    return [file.relative_to(ROOT).as_posix() for file in [*files, ROOT / "mkdocs.yml"]]


def differences(one: Path, other: Path) -> list[str]:
    """Return the files that differ between two folders, or that only one of them has."""
    names = {file.relative_to(top) for top in (one, other) for file in top.rglob("*.*")}
    return sorted(
        name.as_posix()
        for name in names
        if not ((one / name).is_file() and (other / name).is_file())
        or (one / name).read_bytes() != (other / name).read_bytes()
    )


def test_a_clean_build_elsewhere_on_another_day_has_the_same_bytes(tmp_path: Path) -> None:
    copy = another_clone(tmp_path)
    shifted = tmp_path / "shifted"
    shifted.mkdir()
    (shifted / "sitecustomize.py").write_text(_SHIFT)
    settings = {
        "SITE_URL": SITE_URL,
        "SOURCE_DATE_EPOCH": build_second(),
        "PYTHONPATH": str(shifted),
        "PYTHONHASHSEED": "7",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "TMPDIR": str(tmp_path),
    }
    result = run_builder("-m", "builder", "site", root=copy, settings=settings)
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"
    assert len(list((copy / "site" / "data" / "v1" / "rows").glob("*.json"))) > 200
    assert differences(built_site(), copy / "site") == []


@pytest.mark.parametrize("folder", ["macros", "builder"])
def test_only_one_place_asks_the_clock_for_the_day(folder: str) -> None:
    asks = {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / folder).rglob("*.py")
        if _CLOCK.search(file.read_text(encoding="utf-8"))
    }
    assert asks <= {"macros/__init__.py"}
