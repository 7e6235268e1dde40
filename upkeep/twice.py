"""Build all that is published twice, elsewhere and on another day, and compare every byte."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from upkeep.words import counted

READY = (".venv/ready", ".venv-cards/ready", ".venv-book/ready")
PUBLISHED = "site"  # the folder that `make public` fills: pages, data, zip and book
_AT_ONCE = 1 << 20  # bytes
_OF_A_RUN = ("MAKEFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "MFLAGS", "SOURCE_DATE_EPOCH")


class FailedError(RuntimeError):
    """A clone or a build went wrong; the text says which and what it said."""


@dataclass(frozen=True)
class Circumstances:
    """Where a build runs, how many days from now, and what else is unlike the other one."""

    folder: str
    days: int
    settings: Mapping[str, str]


BUILDS = (
    Circumstances("first", 0, {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    Circumstances(
        "elsewhere/and/deeper/second",
        40,
        {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    ),
)


def clock(days: int) -> list[str]:
    """Return what to put before a command whose clock shall be ``days`` ahead.

    Raises FailedError where the program for it is missing.
    """
    if not days:
        return []
    program = shutil.which("faketime")
    if program is None:
        raise FailedError(
            "there is no program faketime, which sets the clock of the second build; "
            "install it (apt-get install faketime, brew install libfaketime)"
        )
    return [program, "-f", f"+{days}d"]


def both(source: Path, top: Path, tell: Callable[[str], None]) -> list[Path]:
    """Build the last commit of ``source`` under both circumstances; raises FailedError.

    A commit made meanwhile is not seen.
    """
    for where in BUILDS:
        clock(where.days)  # before anything is built
    commit = _run(["git", "rev-parse", "HEAD"], source, {}).strip()
    built = []
    for where in BUILDS:
        tell(f"Building {commit[:10]} in {top / where.folder}, {where.days} days from now ...")
        built.append(build(source, top, where, commit))
    return built


def build(source: Path, top: Path, where: Circumstances, commit: str = "HEAD") -> Path:
    """Clone a commit of ``source`` below ``top`` and build it; return what is published.

    The packages are set up by the real clock, for no server shows a certificate of the future.
    Raises FailedError.
    """
    ahead = clock(where.days)
    clone = top / where.folder
    shutil.rmtree(clone, ignore_errors=True)
    clone.parent.mkdir(parents=True, exist_ok=True)
    _run(["git", "clone", "--quiet", "--no-checkout", str(source), str(clone)], source, {})
    _run(["git", "checkout", "--quiet", "--detach", commit], clone, {})
    _run(["make", *READY], clone, {})
    _run([*ahead, "make", "public"], clone, where.settings)
    return clone / PUBLISHED


def _run(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> str:
    """Run a command and return what it said; raises FailedError."""
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_RUN}
    # libfaketime: what measures spans, such as a time limit, keeps the real clock.
    fixed = {"FAKETIME_DONT_FAKE_MONOTONIC": "1", **settings}
    result = subprocess.run(
        command, cwd=folder, env={**kept, **fixed}, capture_output=True, text=True, check=False
    )
    if result.returncode:
        said = f"{result.stdout}{result.stderr}".strip()
        raise FailedError(f"{' '.join(command)} in {folder} failed:\n{said}")
    return result.stdout


def differences(one: Path, other: Path) -> list[str]:
    """Return a line for each file that differs, or that only one of two folders has."""
    return list(_differences(one, other))


def _differences(one: Path, other: Path) -> Iterator[str]:
    mine, theirs = _files(one), _files(other)
    for name in sorted(mine | theirs):
        if name not in theirs:
            yield f"{name}: only in the first build"
        elif name not in mine:
            yield f"{name}: only in the second build"
        elif (place := _first_difference(one / name, other / name)) is not None:
            sizes = f"{(one / name).stat().st_size:,} and {(other / name).stat().st_size:,} bytes"
            yield f"{name}: {sizes}, the first difference at byte {place:,}"


def _files(folder: Path) -> set[str]:
    found = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix() for file in found}


def _first_difference(one: Path, other: Path) -> int | None:
    with one.open("rb") as mine, other.open("rb") as theirs:
        start = 0
        while True:
            left, right = mine.read(_AT_ONCE), theirs.read(_AT_ONCE)
            if left != right:
                pairs = enumerate(zip(left, right, strict=False))
                shorter = min(len(left), len(right))
                return start + next((at for at, (a, b) in pairs if a != b), shorter)
            if not left:
                return None
            start += len(left)


def report(one: Path, other: Path, found: Sequence[str]) -> str:
    """Return the outcome in words: what was compared, and each file that differs."""
    names = _files(one)
    size = sum((one / name).stat().st_size for name in names)
    lines = [
        f"{counted(len(names), 'file')}, {size / 1e6:.1f} MB, of {one} and {other}.",
        "Every byte is the same." if not found else f"{counted(len(found), 'file')} differ:",
        *found,
    ]
    return "\n".join(lines) + "\n"
