"""What a page says about itself: how long it takes to read, and when its text last changed."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from macros.text import long_day

WORDS_A_MINUTE = 220
_LOOKED_UP = re.compile(  # what is looked up or copied, and not read line by line
    r"<table\b.*?</table>|<svg\b.*?</svg>|<script\b.*?</script>|<dl\b.*?</dl>|<pre\b.*?</pre>"
    r"|^(?P<fence>[ ]*(?:`{3,}|~{3,})).*?^(?P=fence)[ ]*$|^[ ]*\|.*?$|<[^>]*>",
    re.DOTALL | re.MULTILINE,
)
_WORD = re.compile(r"\w[\w'.-]*")


def minutes(text: str) -> int:
    """Return how many minutes the prose of a page takes; tables, code and pictures count as 0."""
    words = len(_WORD.findall(_LOOKED_UP.sub(" ", text)))
    return max(1, round(words / WORDS_A_MINUTE))


def changed_days(root: Path, folder: str = "docs") -> dict[str, date]:
    """Return the day (UTC) of the last commit of each file below ``folder``, by its path there.

    A file whose last commit is not known is left out: all of them outside of a repository, and
    in a shallow clone those that did not change since its first commit.
    """
    told = _git(root, "log", "--format=%x00%H %ct", "--name-only", "--no-renames", "--", folder)
    unknown = _boundary(root)
    found: dict[str, date] = {}
    for block in told.split("\0")[1:]:
        head, *names = block.split("\n")
        commit, _, second = head.partition(" ")
        day = datetime.fromtimestamp(int(second), UTC).date()
        for name in filter(None, names):
            if commit not in unknown:
                found.setdefault(name.removeprefix(f"{folder}/"), day)
    return found


def _boundary(root: Path) -> set[str]:
    """Return the commits at which a shallow clone was cut: they seem to have made every file."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "true":
        return set()
    return set(_git(root, "rev-list", "--max-parents=0", "HEAD").split())


def _git(root: Path, *arguments: str) -> str:
    """Return what git says about the repository of ``root``, or "" where there is none."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return ""
    command = [git, "-c", "core.quotePath=false", *arguments]
    told = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    return told.stdout if told.returncode == 0 else ""


def facts(
    text: str | None, source: str, days: Mapping[str, date], last_run: date | None
) -> dict[str, object]:
    """Return what the templates show of the page that ``source`` and ``text`` make.

    An engine that does not hand out the text with its macros done gives None: no reading time.

    Where no commit tells when the text changed, the day of the last proof run stands.
    """
    changed = days.get(source)
    shown = changed or last_run
    return {
        "source": source,
        "minutes": minutes(text) if text is not None else None,
        "what": "Text last changed on" if changed else "Proofs last run on",
        "day": shown,
        "words": long_day(shown) if shown else "",
        "modified": max((day for day in (changed, last_run) if day), default=None),
    }
