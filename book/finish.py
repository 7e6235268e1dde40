"""Finish a piece once every page number is known: write the numbers, compress the pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Pdf

from book import numbers


@dataclass(frozen=True)
class Unnumbered:
    """A piece without its numbers, and what they are."""

    target: str  # the file, which is written anew
    font: str  # what the piece calls the font of numbers
    pages: Sequence[str]  # the number of each page
    places: Sequence[str]  # the number that each place of the piece names, beginning with the first


def finish(piece: Unnumbered) -> None:
    """Write the numbers of a piece, and its pages so that they need not be compressed again."""
    with Pdf.open(piece.target, allow_overwriting_input=True) as source:
        if piece.font:
            _number(source, piece)
        source.save(object_stream_mode=pikepdf.ObjectStreamMode.disable)


def _number(source: Pdf, piece: Unnumbered) -> None:
    face = _face(source, piece.font)
    for page, own in zip(source.pages, piece.pages, strict=True):

        def number(place: int, own: str = own) -> str:
            return piece.places[place - 1] if place else own

        page.Contents.write(numbers.write(page.Contents.read_bytes(), face, number))


def _face(source: Pdf, name: str) -> numbers.Face:
    font = source.pages[0].Resources.Font[f"/{name}"]
    characters = numbers.glyph_map(font.ToUnicode.read_bytes())
    return numbers.Face(name, characters, _widths(font.DescendantFonts[0].W))


def _widths(told: Any) -> dict[bytes, float]:
    """Return the width of each glyph from [first [width ...] first [width ...]]."""
    found: dict[bytes, float] = {}
    for at in range(0, len(told), 2):
        for after, width in enumerate(told[at + 1]):
            found[b"%04x" % (int(told[at]) + after)] = float(width)
    return found
