"""A whole build of the preview as a program of its own, which reads changed programs anew.

It can be given up at any time; only while the built site is put in place it is not to be stopped.
"""

from __future__ import annotations

import hashlib
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from builder import site
from macros.load import ROOT
from macros.problems import BadDataError

FOLDER = ROOT / ".cache" / "preview"
SITE, STAMP = FOLDER / "site", FOLDER / "stamp"
INPUTS = (
    "docs",
    "data",
    "macros",
    "overrides",
    "diagrams",
    "probes",
    "examples",
    "benchmarks",
    "mkdocs.yml",
)
_IGNORED = ("__pycache__", "node_modules", ".new")


def start(address: str) -> subprocess.Popen[str]:
    """Start a whole build for a preview at ``address``."""
    return subprocess.Popen(
        [sys.executable, "-m", "builder.whole"],
        cwd=ROOT,
        env=site.preview_environment(address),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def build() -> None:
    """Build all, and put it in place; raises BadDataError or BuildFailedError."""
    stamp = fingerprint()
    fresh = FOLDER / "next"
    shutil.rmtree(fresh, ignore_errors=True)
    site.make(fresh, "--no-strict")
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    site.place(fresh, SITE, FOLDER / "old")
    STAMP.write_text(stamp)
    shutil.rmtree(FOLDER / "old", ignore_errors=True)


def fingerprint() -> str:
    """Return a digest of what the site is made of: each file's name, size and time."""
    digest = hashlib.sha256()
    for file in sorted(_input_files()):
        status = file.stat()
        digest.update(f"{file}{status.st_size}{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _input_files() -> list[Path]:
    roots = [ROOT / name for name in INPUTS]
    found = [file for root in roots for file in ([root] if root.is_file() else root.rglob("*"))]
    return [file for file in found if file.is_file() and not is_noise(file)]


def is_noise(path: Path) -> bool:
    """Tell whether a file is no part of what the site is made of."""
    return any(part in path.as_posix() for part in _IGNORED)


if __name__ == "__main__":
    try:
        build()
    except (BadDataError, site.BuildFailedError) as error:
        sys.exit(f"{error}")
