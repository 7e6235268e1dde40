"""A framework's box in a diagram carries its glyph before its name."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from builder.diagrams_glyphs import ROOM, add
from macros.diagrams import ROOT, read_all
from macros.load import FrameworkNames


def picture(*parts: str) -> ET.Element:
    return ET.fromstring(f"<svg>{''.join(parts)}</svg>")


def box(name: str, width: int = 60) -> str:
    return f'<rect class="df-{name}-soft ds-{name}" x="100" y="10" width="{width}" height="30"/>'


def words(text: str, x: int = 110, length: int = 40) -> str:
    return f'<text x="{x}" y="30" textLength="{length}">{text}</text>'


def test_a_named_box_gets_room_and_its_glyph() -> None:
    drawn = picture(box("flask"), words("Flask"))
    add(drawn, ROOT)
    (frame, text, glyph) = list(drawn)
    assert glyph.get("class") == "ds-flask"
    start = float((glyph.get("transform") or "").removeprefix("translate(").split()[0])
    assert float(text.get("x", "0")) == start + ROOM
    assert float(frame.get("x", "0")) <= start
    assert float(text.get("x", "0")) + 40 <= float(frame.get("x", "0")) + float(
        frame.get("width", "0")
    )


def test_bars_other_words_and_other_colors_get_none() -> None:
    for parts in (
        (box("flask", 10), words("Flask", 101, 5)),
        (box("django"), words("Handler")),
        (box("django"), words("Flask")),
    ):
        drawn = picture(*parts)
        add(drawn, ROOT)
        assert len(drawn) == len(parts)


def test_every_framework_stands_with_its_glyph_in_the_committed_pictures() -> None:
    counted = dict.fromkeys(FrameworkNames(), 0)
    for diagram in read_all(ROOT).values():
        svg = (ROOT / "diagrams" / "cache" / f"{diagram.key}.svg").read_text(encoding="utf-8")
        for name in counted:
            counted[name] += svg.count(f'<path class="ds-{name}"')
    assert all(number >= 2 for number in counted.values()), counted
