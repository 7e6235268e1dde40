"""Which commit the data is of, and what the commits before it say."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path


def of_data(root: Path) -> str | None:
    """Return the commit of ``root``; None where its data differs from it, or without git."""
    told = _git(root, "rev-parse", "--show-toplevel", "HEAD").split("\n")
    if len(told) != 2 or Path(told[0]).resolve() != root.resolve():
        return None
    return None if _git(root, "status", "--porcelain", "--", "data") else told[1]


def log(root: Path, file: str) -> list[str]:
    """Return the commits that changed ``file``, the newest first: name and second of each."""
    return _git(root, "log", "--format=%H %ct", "--", file).splitlines()


def text_at(root: Path, name: str, file: str) -> str:
    """Return the text of ``file`` as a commit has it."""
    return _git(root, "show", f"{name}:{file}")


def _git(root: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, *arguments]
    return subprocess.run(
        command, cwd=root, capture_output=True, encoding="utf-8", check=False
    ).stdout.strip()
