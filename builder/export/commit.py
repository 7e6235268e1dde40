"""Which commit the data is of."""

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


def _git(root: Path, *arguments: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, *arguments]
    return subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False
    ).stdout.strip()
