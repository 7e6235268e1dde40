"""The notes of a release, taken from the changelog."""

from __future__ import annotations

import re
from pathlib import Path

from macros.load import ROOT
from macros.problems import BadDataError

CHANGELOG = ROOT / "CHANGELOG.md"
_TAG = re.compile(r"v(?P<version>\d+\.\d+\.\d+)$")


def notes(tag: str, changelog: Path = CHANGELOG) -> str:
    """Return the section of the changelog that speaks of ``tag``, without its heading.

    Raises BadDataError for a tag of another form, and for a section that is missing or empty.
    """
    match = _TAG.match(tag)
    if match is None:
        raise BadDataError([f'"{tag}" is not a tag of a release; expected v1.2.3; tag anew'])
    version = match["version"]
    text = changelog.read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(version)}\b[^\n]*\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    if found is None or not found[1].strip():
        what = f"nothing is said of {version}"
        expected = f'expected a section "## {version}, <day>" with its changes'
        raise BadDataError([f"{changelog.name}:1: {what}; {expected}; write it and tag anew"])
    return found[1].strip() + "\n"
