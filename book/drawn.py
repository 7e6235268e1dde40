"""Where words stand inside the drawings of a page: a drawing has positions of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Matrix

_SHOWS = ("Tj", "TJ", "'", '"')


def positions(page: Any) -> Iterator[tuple[float, float]]:
    """Yield where on the page each piece of text in its drawings begins, in points."""
    if b" Do" in page.Contents.read_bytes():
        yield from _inside(page, Matrix(), in_drawing=False)


def _inside(stream: Any, place: Matrix, *, in_drawing: bool) -> Iterator[tuple[float, float]]:
    """Follow one content stream, whose origin lies at ``place``."""
    kept: list[Matrix] = []
    line = text = Matrix()
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "q":
                kept.append(place)
            case "Q":
                place = kept.pop()
            case "cm":
                place = Matrix(*map(float, operands)) @ place
            case "BT":
                line = text = Matrix()
            case "Tm":
                line = text = Matrix(*map(float, operands))
            case "Td" | "TD":
                line = text = Matrix(1, 0, 0, 1, *map(float, operands)) @ line
            case "Do":
                yield from _drawing(stream, str(operands[0]), place)
            case shown if shown in _SHOWS and in_drawing:
                yield (text @ place).transform((0, 0))


def _drawing(stream: Any, name: str, place: Matrix) -> Iterator[tuple[float, float]]:
    drawing = stream.Resources.XObject[name]
    if drawing.Subtype == "/Form":
        own = Matrix(*map(float, drawing.get("/Matrix", (1, 0, 0, 1, 0, 0))))
        yield from _inside(drawing, own @ place, in_drawing=True)
