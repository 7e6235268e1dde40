"""Build the whole site aside, finish its pages, and put it in place only when all went well."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from builder import checks, pages
from macros.load import ROOT

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
    checks.check()
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=CACHE) as folder:
        fresh = Path(folder) / "site"
        run_engine("build", "--strict", f"--site-dir={fresh}")
        count = finish_and_place(fresh, target, Path(folder) / "old")
    print(f"{count} pages in {_shown(target)}")
    return 0


def finish_and_place(fresh: Path, target: Path, old: Path) -> int:
    """Finish the pages of ``fresh``, then put it in place of ``target``, which becomes ``old``."""
    count = pages.finish(fresh)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    return count


def run_engine(*arguments: str, site_url: str | None = None) -> None:
    """Run the engine; raises BuildFailedError with what it said, without its small talk.

    With ``site_url`` it is a preview: a failing macro shows in its page.
    """
    command = [sys.executable, "-m", "mkdocs", *arguments]
    extra = {"SITE_URL": site_url, "STRICT_MACROS": "false"} if site_url else None
    result = subprocess.run(
        command, cwd=ROOT, env=environment(extra), capture_output=True, text=True, check=False
    )
    if result.returncode:
        raise BuildFailedError(_without_chatter(f"{result.stdout}{result.stderr}"))


def _without_chatter(said: str) -> str:
    """Return what an author can act on: no progress, no calls inside the engine."""
    kept = [line for line in said.splitlines() if not _CHATTER.match(line)]
    return "\n".join(kept)


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a build: its day is that of the last commit."""
    day = os.environ.get("SOURCE_DATE_EPOCH") or last_commit_seconds()
    fixed = {"SOURCE_DATE_EPOCH": day} if day else {}
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", **fixed, **(extra or {})}


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
