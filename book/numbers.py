"""Write page numbers where the layout left room for them.

A number to come is five digits in the font of numbers: ``00000`` for the page's own number,
else the place of the link in its piece; words such as " p. " may stand before it in the same font.
The layout keeps the room of three digits. What a shorter number leaves of it stands before the
number and its words, not between the number and the point or the bracket that follows.
Thirteen signs alone only bring every digit into the font.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

DIGITS = 5
SIGNS = "0123456789ivx"
_PAIR = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>")
_FONT = re.compile(rb"/(\S+) [\d.]+ Tf\b")
_SHOWN = re.compile(rb"\[([^\]]*)\] ?TJ")
_PART = re.compile(rb"<([0-9a-fA-F]*)>|(-?[\d.]+)")
_PLACE = re.compile(rf"(\D*)(\d{{{DIGITS}}})")


class UnknownGlyphError(ValueError):
    """What stands in the font of numbers is no number."""


@dataclass(frozen=True)
class Face:
    """The font of numbers in one piece: its name, its characters and widths by glyph."""

    name: str
    characters: Mapping[bytes, str]
    widths: Mapping[bytes, float]  # in thousandths of the size

    @cached_property
    def glyphs(self) -> dict[str, bytes]:
        """Return the glyph of each character."""
        return {character: glyph for glyph, character in self.characters.items()}

    def read(self, glyphs: list[bytes]) -> str:
        """Return the text of glyphs; raises UnknownGlyphError."""
        unknown = [glyph for glyph in glyphs if glyph not in self.characters]
        if unknown:
            raise UnknownGlyphError(f"glyph {unknown[0].decode()}: no character is known for it")
        return "".join(self.characters[glyph] for glyph in glyphs)

    def width(self, glyphs: list[bytes]) -> float:
        """Return how far glyphs reach without space between them."""
        return sum(self.widths[glyph] for glyph in glyphs)


def write(content: bytes, face: Face, number: Callable[[int], str]) -> bytes:
    """Return a page's content with its numbers; ``number`` tells what a place holds.

    Raises UnknownGlyphError where something else is written in the font of numbers.
    """
    return b"".join(
        _SHOWN.sub(lambda shown: _replaced(shown[1], face, number), part) if ours else part
        for ours, part in _by_font(content, face.name.encode())
    )


def _by_font(content: bytes, name: bytes) -> Iterator[tuple[bool, bytes]]:
    """Yield the parts of a content, each with whether it is set in a font."""
    start, ours = 0, False
    for chosen in _FONT.finditer(content):
        yield ours, content[start : chosen.start()]
        start, ours = chosen.start(), chosen[1] == name
    yield ours, content[start:]


def _replaced(array: bytes, face: Face, number: Callable[[int], str]) -> bytes:
    parts = _PART.findall(array.lower())
    glyphs = [part[at : at + 4] for part, _ in parts for at in range(0, len(part), 4)]
    text = face.read(glyphs)
    if text == SIGNS:
        return b"[<>] TJ"
    place = _PLACE.fullmatch(text)
    if not place:
        raise UnknownGlyphError(f"{text!r} in the font of page numbers is no number")
    printed = [face.glyphs[character] for character in place[1] + number(int(place[2]))]
    room = face.width(glyphs) - sum(float(space or 0) for _, space in parts)
    left = room - face.width(printed)
    begins_line = place[1] and not place[1][0].isspace()  # the space before was dropped
    before = b"%d" % -left if left > 0 and not begins_line else b""
    return b"[" + before + b"<" + b"".join(printed) + b">] TJ"


def glyph_map(to_unicode: bytes) -> dict[bytes, str]:
    """Return which glyph stands for which character, from a font's /ToUnicode."""
    return {glyph.lower(): chr(int(code, 16)) for glyph, code in _PAIR.findall(to_unicode)}
