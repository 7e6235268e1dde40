"""Write page numbers where the layout left room for them.

A number to come is five digits in the font of numbers: ``00000`` for the page's own number,
else the place of the link in its piece. Ten digits only bring every digit into the font.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

DIGITS = 5
SIGNS = "0123456789ivx"
_PAIR = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>")
_HEX = re.compile(rb"[0-9a-fA-F]{4}")


class UnknownGlyphError(ValueError):
    """What stands in the font of numbers is no number."""


def write(
    content: bytes, font: str, digit_of: Mapping[bytes, str], number: Callable[[int], str]
) -> bytes:
    """Return a page's content with its numbers; ``number`` tells what a place holds.

    Raises UnknownGlyphError where something else is written in the font of numbers.
    """
    glyph_of = {digit: glyph for glyph, digit in digit_of.items()}
    shown = re.compile(
        rb"(/" + re.escape(font.encode()) + rb" [^\n]*?Tf\b.*?)(\[[^\]]*\]) ?TJ", re.DOTALL
    )

    def replaced(match: re.Match[bytes]) -> bytes:
        written = "".join(_digit(glyph, digit_of) for glyph in _glyphs(match[2]))
        if len(written) > DIGITS:
            return match[1] + b"[<>] TJ"
        text = number(int(written))
        glyphs = b"".join(glyph_of[digit] for digit in text)
        return match[1] + b"[<" + glyphs + b">] TJ"

    return shown.sub(replaced, content)


def _glyphs(array: bytes) -> list[bytes]:
    texts = re.findall(rb"<([0-9a-fA-F]*)>", array)
    return [glyph for text in texts for glyph in _HEX.findall(text)]


def _digit(glyph: bytes, digit_of: Mapping[bytes, str]) -> str:
    if glyph.lower() not in digit_of:
        raise UnknownGlyphError(f"glyph {glyph.decode()} in the font of page numbers is no digit")
    return digit_of[glyph.lower()]


def glyph_map(to_unicode: bytes) -> dict[bytes, str]:
    """Return which glyph stands for which character, from a font's /ToUnicode."""
    return {glyph.lower(): chr(int(code, 16)) for glyph, code in _PAIR.findall(to_unicode)}
