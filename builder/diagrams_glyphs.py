"""Put a framework's glyph before its name in a diagram, as everywhere else on the site."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from pathlib import Path

from macros import load
from macros.framework import Framework
from macros.glyphs import GRID, outline

SIZE = 16  # pixels
ROOM = 19  # glyph and gap
EDGE = 5  # between a line of text and its box
LEAST_WIDTH = 30  # what is narrower is the bar of a life line, not a box


def add(picture: ET.Element, root: Path) -> None:
    """Draw a glyph in each box in a framework's color that says its name."""
    known = load.frameworks()
    for box in list(picture.iter("rect")):
        line = _first_line(picture, box)
        framework = _named(box, line, known)
        if framework:
            picture.append(_drawn(box, line, framework, root))


def _named(box: ET.Element, line: list[ET.Element], known: Iterable[Framework]) -> Framework | None:
    """Return the framework in whose color a box stands, if its line begins with that name."""
    words = (line[0].text or "").split() if line else []
    for framework in known:
        is_its_own = f"ds-{framework.id}" in box.get("class", "").split()
        if is_its_own and words[:1] == framework.name.split()[:1]:
            return framework
    return None


def _first_line(picture: ET.Element, box: ET.Element) -> list[ET.Element]:
    """Return the texts of a box's first line, from left to right."""
    x, y, width, height = _frame(box)
    if width < LEAST_WIDTH:
        return []
    inside = [
        text
        for text in picture.iter("text")
        if x <= _number(text, "x") <= x + width and y <= _number(text, "y") <= y + height
    ]
    first = min((_number(text, "y") for text in inside), default=0.0)
    return sorted((t for t in inside if _number(t, "y") == first), key=lambda t: _number(t, "x"))


def _drawn(box: ET.Element, line: list[ET.Element], framework: Framework, root: Path) -> ET.Element:
    """Make room in the box before the line, and return the glyph that stands there."""
    x, _, width, _ = _frame(box)
    left, last = _number(line[0], "x"), line[-1]
    right = _number(last, "x") + _number(last, "textLength")
    is_centered = abs((left - x) - (x + width - right)) < EDGE - 1
    missing = ROOM + right - left + 2 * EDGE - width
    if missing > 0:
        box.set("x", f"{x - missing / 2:.2f}")
        box.set("width", f"{width + missing:.2f}")
    shift = ROOM / 2 if is_centered else ROOM
    for text in line:
        text.set("x", f"{_number(text, 'x') + shift:.2f}")
    place = f"translate({left + shift - ROOM:.2f} {_number(line[0], 'y') - 13:.2f})"
    return ET.Element(
        "path",
        {
            "class": f"ds-{framework.id}",
            "d": outline(framework.vehicle, root),
            "transform": f"{place} scale({SIZE / GRID:.4f})",
            "fill": "none",
            "stroke": box.get("stroke", ""),
            "stroke-width": "1.8",
            "stroke-linejoin": "round",
            "stroke-linecap": "round",
        },
    )


def _frame(box: ET.Element) -> tuple[float, float, float, float]:
    x, y, width, height = (_number(box, key) for key in ("x", "y", "width", "height"))
    return x, y, width, height


def _number(part: ET.Element, key: str) -> float:
    return float(part.get(key, "0"))
