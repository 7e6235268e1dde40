"""Terms: `docs/glossary.md` defines them once, `term()` links them with a short tooltip.

An entry of the page is a definition list item, `**ASGI** { #asgi }` and `:   What it is.` below it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from macros.text import escape, plain
from macros.view import View

PAGE = Path(__file__).resolve().parent.parent / "docs" / "glossary.md"
_ENTRY = re.compile(
    r"^\*\*(?P<name>.+?)\*\* \{ #(?P<id>[a-z0-9_]+) \}\n: +(?P<text>.+)$", re.MULTILINE
)
_CALL = re.compile(r"\s*\{\{.*?\}\}")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_SENTENCE = re.compile(r".*?[.](?=\s|$)")


class UnknownTermError(LookupError):
    """A page uses a term that the glossary does not define."""


@dataclass(frozen=True)
class Term:
    """One entry: its name, its anchor and its first sentence as plain text."""

    name: str
    anchor: str
    short: str


def terms(text: str) -> dict[str, Term]:
    """Return the entries of a glossary page by name in lower case."""
    found = [
        Term(entry["name"], entry["id"], _first_sentence(entry["text"]))
        for entry in _ENTRY.finditer(text)
    ]
    return {one.name.lower(): one for one in found}


def term(view: View, name: str, shown: str | None = None) -> str:
    """Return a link to an entry of the glossary; raises UnknownTermError."""
    return link(_find(read(), name), shown or name, view.root)


def link(found: Term, shown: str, root: str) -> str:
    """Return the link to an entry, with its first sentence as a tooltip."""
    return (
        f'<a class="term" href="{root}glossary/#{found.anchor}" '
        f'title="{escape(found.short)}">{escape(shown)}</a>'
    )


def _find(known: Mapping[str, Term], name: str) -> Term:
    if name.lower() in known:
        return known[name.lower()]
    near = get_close_matches(name.lower(), known, n=1)
    hint = f'did you mean "{known[near[0]].name}"?' if near else "add it to docs/glossary.md"
    raise UnknownTermError(f'no term "{name}" in docs/glossary.md; {hint}')


def _first_sentence(text: str) -> str:
    bare = plain(_LINK.sub(r"\1", _CALL.sub("", text))).replace("*", "")
    sentence = _SENTENCE.match(bare)
    return sentence[0] if sentence else bare


def read() -> dict[str, Term]:
    """Return the entries of the glossary by name in lower case."""
    return _parse(PAGE.stat().st_mtime_ns)


@cache
def _parse(changed: int) -> dict[str, Term]:
    """Return the entries; ``changed`` makes the preview read an edited page anew."""
    return terms(PAGE.read_text(encoding="utf-8"))
