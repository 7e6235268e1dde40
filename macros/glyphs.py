"""The glyphs of the vehicles as one outline each, for pictures that are written as SVG."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ICONS = Path("overrides") / ".icons" / "testdrive"
GRID = 24  # the side of the square that every glyph is drawn on


@cache
def outline(vehicle: str, root: Path = ROOT) -> str:
    """Return the outline of a vehicle's glyph as path data; an electric scooter is a scooter.

    Raises FileNotFoundError for a vehicle without a glyph.
    """
    return " ".join(_parts(root / ICONS / f"{vehicle.rsplit(maxsplit=1)[-1]}.svg"))


def _parts(icon: Path) -> Iterator[str]:
    """Yield the outlines that an icon is made of; a circle becomes two arcs."""
    for part in ET.fromstring(icon.read_text(encoding="utf-8")).iter():
        name = part.tag.rpartition("}")[2]
        if name == "path":
            yield part.attrib["d"]
        elif name == "circle":
            x, y, r = (float(part.attrib[key]) for key in ("cx", "cy", "r"))
            yield f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z"
