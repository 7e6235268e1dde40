"""Characters that no font of the book has: printed as their codes, and named to the author."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont

from book import fonts

NAMED = 12  # characters in one message


@cache
def known() -> frozenset[int]:
    """Return every character that a font of the book can draw."""
    found: set[int] = set()
    for file in fonts.files():
        with TTFont(file, lazy=True) as font:
            found.update(font.getBestCmap())
    return frozenset(found)


def missing(text: str) -> list[str]:
    """Return the characters of a text that would be printed as empty boxes."""
    return sorted(one for one in set(text) if ord(one) not in known() and _visible(one))


def _visible(character: str) -> bool:
    kind = unicodedata.category(character)
    return kind[0] not in "CZ" and not unicodedata.name(character, "").startswith("VARIATION")


def spelled(text: str) -> str:
    """Return a text with the codes of its missing characters: [U+4E2D]."""
    return text.translate({ord(one): f"[{code(one)}]" for one in missing(text)})


def code(character: str) -> str:
    """Return what Unicode calls a character."""
    return f"U+{ord(character):04X}"


def spell_out(chapter: Any, file: str) -> list[str]:
    """Print codes instead of empty boxes in a chapter; return the message about them, if any."""
    found = missing("".join(chapter.itertext()))
    if not found:
        return []
    for element in chapter.iter():
        if element.text:
            element.text = spelled(element.text)
        if element.tail:
            element.tail = spelled(element.tail)
    named = ", ".join(f"{one} ({code(one)})" for one in found[:NAMED])
    more = f" and {len(found) - NAMED} more" if len(found) > NAMED else ""
    return [
        f"{file}: no font of the book has {named}{more}; their codes stand instead; add a font "
        "with them to pyproject.toml and book/fonts.py"
    ]
