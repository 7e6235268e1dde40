"""Build the whole site aside, finish its pages, and put it in place only when all went well."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from builder import beside, checks, pages
from builder.export import files
from macros import build_day
from macros.load import ROOT, ledger

SITE = ROOT / "site"
CACHE = ROOT / ".cache"
_CHATTER = re.compile(r"INFO\b|\[macros\]|\s*$|Traceback |  File |    |```")


class BuildFailedError(Exception):
    """The engine refused to build; its own words are in the text."""


def build(target: Path = SITE) -> int:
    """Build the site strictly into ``target``; return 0.

    Raises BadDataError for problems of the data, BuildFailedError for those of a page.
    Until everything is built ``target`` is not touched.
    """
    os.environ.update(environment())
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=CACHE) as folder:
        fresh = Path(folder) / "site"
        count = make(fresh, "--strict")
        place(fresh, target, Path(folder) / "old")
    print(f"{count} pages in {_shown(target)}")
    return 0


def make(fresh: Path, *options: str) -> int:
    """Check, build and finish all that belongs to the site in ``fresh``; return how many pages.

    Raises BadDataError for problems of the data, BuildFailedError for those of a page.
    """
    from builder import engine  # only the site's set has one

    gc.disable()  # looking for circles is a tenth of a build, which ends before they matter
    checks.check()
    code, said = engine.run(["build", *options, f"--site-dir={fresh}"])
    if code:
        raise BuildFailedError(without_chatter(said))
    files.write(fresh, ledger(day()))
    count = pages.finish(fresh)
    gc.freeze()  # else the end of the program looks for them
    return count


def place(fresh: Path, target: Path, old: Path) -> None:
    """Put ``fresh`` in place of ``target``, which becomes ``old``."""
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    for name in beside.carry(old, target):
        print(f"{name} was made from other pages and is gone; `make public` makes all anew")


def without_chatter(said: str) -> str:
    """Return what an author can act on: no progress, no calls inside the engine."""
    kept = [line for line in said.splitlines() if not _CHATTER.match(line)]
    return "\n".join(kept)


def preview_environment(site_url: str) -> dict[str, str]:
    """Return the environment of a preview at an address."""
    return environment({"SITE_URL": site_url, "STRICT_MACROS": "false"})


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a build: its day is that of the last commit."""
    day = os.environ.get("SOURCE_DATE_EPOCH") or last_commit_seconds()
    fixed = {"SOURCE_DATE_EPOCH": day} if day else {}
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **fixed, **(extra or {})}


def day() -> date:
    """Return the day that a build speaks of."""
    seconds = environment().get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(seconds), UTC).date() if seconds else build_day()


def last_commit_seconds() -> str:
    """Return the time of the last commit in seconds since 1970, or "" outside a repository."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "log", "-1", "--format=%ct"]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()


def _shown(path: Path) -> str:
    return f"{path.relative_to(ROOT)}/" if path.is_relative_to(ROOT) else f"{path}/"
