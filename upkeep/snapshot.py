"""The data as it stands at a commit, or in the working tree."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from macros import load
from macros.ledger import Ledger
from macros.load import ROOT

DATA, EVIDENCE = load.DATA.relative_to(ROOT), load.EVIDENCE.relative_to(ROOT)


class NoSuchCommitError(LookupError):
    """Git does not know the commit, or the commit has no data file."""


def at(ref: str, day: date, root: Path = ROOT) -> Ledger:
    """Return the data of the commit ``ref``; raises NoSuchCommitError or BadDataError."""
    archive = _git(root, "archive", "--format=tar", "--end-of-options", ref, "data")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as members:
            members.extractall(folder, filter="data")
        return here(day, Path(folder))


def here(day: date, root: Path = ROOT) -> Ledger:
    """Return the data of a folder; raises BadDataError with every problem in it."""
    return Ledger(load.read(root / DATA), day, load.evidence(root / EVIDENCE))


def texts_at(ref: str, names: Iterable[str], root: Path = ROOT) -> dict[str, str]:
    """Return the texts of those of the files ``names`` that the commit ``ref`` has."""
    found = _git(root, "ls-tree", "-r", "-z", "--name-only", "--end-of-options", ref).decode()
    known = set(found.split("\0"))
    return {name: _git(root, "show", f"{ref}:{name}").decode() for name in names if name in known}


def changed_files(ref: str, folder: str, root: Path = ROOT) -> list[str]:
    """Return the files below ``folder`` that differ between ``ref`` and the working tree."""
    known = _git(root, "diff", "--name-only", "-z", "--end-of-options", ref, "--", folder)
    fresh = _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", folder)
    return sorted(name for name in (known + fresh).decode().split("\0") if name)


def patch(folders: Sequence[str], root: Path = ROOT) -> str:
    """Return what differs from the last commit below ``folders``, as git applies it."""
    _git(root, "add", "--intent-to-add", "--", *folders)
    return _git(root, "diff", "--binary", "HEAD", "--", *folders).decode()


def _git(root: Path, *arguments: str) -> bytes:
    result = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    if result.returncode:
        said = result.stderr.decode(errors="replace").strip()
        raise NoSuchCommitError(f"git says: {said}; expected a commit with the data; fetch it")
    return result.stdout
