"""Quicker ways to draw text. The same bytes come out; see ``engine``.

The engine lays each line out, throws the layout away, makes it anew to draw it, and asks the
system library for each glyph. Here the layout is kept and its glyphs are read in one go.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from functools import cache
from typing import Any

GLYPH = 5  # numbers of 32 bits: its number, width, offsets to the right and up, flags
ODD = 0x0FFFFFFF  # from here on a glyph stands for nothing or for an unknown character
SIZED = 14802  # from this version on Pango tells the size of a font right
_NEXT, _WIDTH = 2, 3  # the places of the next line's beginning and of the width in a broken line
TINY = 1e-6  # no smaller letter is drawn
_ENDS = ("\n", "\r", "\u2029")  # of a paragraph


class OddGlyphError(Exception):
    """A glyph that only the engine's own way draws right."""


class _Face:
    """One font in one size, and how each of its glyphs is written."""

    def __init__(self, stream: Any, pango_font: Any, layout: Any) -> None:
        self.font, self.size = stream.add_font(pango_font)
        self.pango_font = pango_font
        self.layout = layout  # kept, so that no other font gets the address of this one
        self.simple = not any((self.font.bitmap, self.font.svg, self.font.png, self.font.colr))
        self.written: dict[tuple[int, int, int], str] = {}

    def write(self, item: Any, text: str, measure: Callable[[Any, int], int]) -> str:
        """Return the glyphs of an item; raises OddGlyphError."""
        glyphs = _glyphs(item)
        known = self.written
        try:
            return "".join([known[glyph] for glyph in glyphs])
        except KeyError:
            for place, glyph in enumerate(glyphs):
                if glyph not in known:
                    self._name(item, place, len(glyphs), glyph[0], text)
                    known[glyph] = self._spell(*glyph, measure)
            return "".join([known[glyph] for glyph in glyphs])

    def _name(self, item: Any, place: int, count: int, glyph: int, text: str) -> None:
        """Note which characters a glyph stands for."""
        if glyph in self.font.to_unicode:
            return
        if item.item.analysis.level % 2:
            raise OddGlyphError
        clusters, start = item.glyphs.log_clusters, item.item.offset
        end = item.item.length if place == count - 1 else clusters[place + 1]
        named = text.encode()[start + clusters[place] : start + end]
        self.font.to_unicode[glyph] = named.decode()

    def _spell(self, glyph: int, width: int, right: int, measure: Callable[[Any, int], int]) -> str:
        from weasyprint.text.ffi import FROM_UNITS

        offset = right / self.size
        widths = self.font.widths
        if glyph not in widths:
            widths[glyph] = round(measure(self.pango_font, glyph) * 1000 * FROM_UNITS / self.size)
        kerning = widths[glyph] + offset - width * 1000 * FROM_UNITS / self.size
        before = f">{-offset}<" if offset else ""
        after = f">{int(kerning)}<" if kerning else ""
        return f"{before}{glyph:04x}{after}"


def _glyphs(item: Any) -> list[tuple[int, int, int]]:
    """Return number, width and offset of each glyph of an item; raises OddGlyphError."""
    from weasyprint.text.ffi import ffi

    count = item.glyphs.num_glyphs
    read = struct.unpack(f"={GLYPH * count}i", ffi.buffer(item.glyphs.glyphs, 4 * GLYPH * count))
    numbers = read[::GLYPH]
    if any(read[3::GLYPH]) or max(numbers, default=0) >= ODD:
        raise OddGlyphError
    return list(zip(numbers, read[1::GLYPH], read[2::GLYPH], strict=True))


def quicken(replace: Callable[[Any, Any], None]) -> None:
    """Put the quicker ways in place; ``replace`` lets the engine call another function."""
    _remember_lines(replace)
    _keep_layouts()
    _draw_lines(replace)


def _remember_lines(replace: Callable[[Any, Any], None]) -> None:
    """Break a text once for a style and a width, and what fits its line once for a style."""
    from weasyprint.text import line_break

    split = line_break.split_first_line
    fitting: dict[tuple[int, str], Any] = {}
    broken: dict[Any, Any] = {}
    styles: dict[int, Any] = {}  # kept, so that no other style gets the number of one

    def split_first_line(text: str, style: Any, context: Any, *rest: Any, **named: Any) -> Any:
        width, spacing, *_ = rest
        whole = id(style), text
        known = fitting.get(whole)
        if known is not None and not spacing and (width is None or known[_WIDTH] <= width):
            return known
        key = (*whole, *rest, *named.items())
        if key not in broken:
            styles[id(style)] = style
            line = broken[key] = split(text, style, context, *rest, **named)
            if not spacing and _is_whole(line, text, width):
                fitting[whole] = line
        return broken[key]

    replace(split, split_first_line)
    replace(line_break.can_break_text, cache(line_break.can_break_text))


def _is_whole(line: Any, text: str, width: float | None) -> bool:
    """Return whether a line holds all of a text; at the edge a space at its end is left out."""
    return line[0].text == text and line[_NEXT] is None and (width is None or line[_WIDTH] <= width)


def _keep_layouts() -> None:
    """Draw a line with the layout that measured it."""
    from weasyprint.text import line_break

    reactivate = line_break.Layout.reactivate

    def again(layout: Any, style: Any) -> None:
        if layout.style is not style or layout.justification_spacing:
            reactivate(layout, style)

    line_break.Layout.deactivate = lambda layout: None
    line_break.Layout.reactivate = again


def _draw_lines(replace: Callable[[Any, Any], None]) -> None:
    """Read the glyphs of a line in one go."""
    from weasyprint.draw import text as drawing
    from weasyprint.text.ffi import ffi, pango

    draw = drawing.draw_first_line
    rectangles = [ffi.new("PangoRectangle *") for _ in range(2)]

    def measure(font: Any, glyph: int) -> int:
        pango.pango_font_get_glyph_extents(font, glyph, *rectangles)
        return int(rectangles[1].width)

    def draw_first_line(stream: Any, textbox: Any, *rest: Any) -> list[Any]:
        *cut, matrix = rest
        if not textbox.text.strip():
            return []
        try:
            found = _runs(stream, _whole(textbox, *cut), measure)
        except OddGlyphError:
            return list(draw(stream, textbox, *rest))
        _show(stream, matrix, found)
        return []

    if pango.pango_version() >= SIZED:
        replace(draw, draw_first_line)


def _whole(textbox: Any, overflow: str, ellipsis: Any) -> Any:
    """Return the layout of a line that is drawn as it stands; raises OddGlyphError."""
    layout = textbox.pango_layout
    whole = overflow != "ellipsis" and ellipsis == "none"
    if not whole or textbox.style["font_size"] < TINY or any(end in layout.text for end in _ENDS):
        raise OddGlyphError
    return layout


def _show(stream: Any, matrix: Any, found: list[tuple[_Face, str]]) -> None:
    stream.set_text_matrix(*matrix.values)
    for face, string in found:
        stream.set_font_size(face.font.hash, face.size)
        stream.show_text(string)


def _runs(stream: Any, layout: Any, measure: Callable[[Any, int], int]) -> list[tuple[_Face, str]]:
    """Return what is written of a line in each font; raises OddGlyphError."""
    from weasyprint.text.ffi import ffi

    found: list[tuple[_Face, str]] = []
    run = layout.get_first_line()[0].runs
    while run != ffi.NULL:
        face = _face_of(stream, run.data.item.analysis.font, layout)
        if not face.simple:
            raise OddGlyphError
        string = f"<{face.write(run.data, layout.text, measure)}"
        if found and found[-1][0] is face:
            found[-1] = face, _closed(f"{found[-1][1]}{string}")
        else:
            found.append((face, _closed(string)))
        run = run.next
    return found


def _closed(string: str) -> str:
    return string[:-1] if string[-1] == "<" else f"{string}>"


def _face_of(stream: Any, pointer: Any, layout: Any) -> _Face:
    """Return what is known of a font of a document."""
    from weasyprint.text.ffi import ffi

    _, faces = _KNOWN.setdefault(id(stream._fonts), (stream._fonts, {}))
    address = int(ffi.cast("uintptr_t", pointer))
    if address not in faces:
        faces[address] = _Face(stream, pointer, layout.layout)
    return faces[address]


# By document: its fonts, so that no other document gets its number, and what is known of them.
_KNOWN: dict[int, tuple[Any, dict[int, _Face]]] = {}
