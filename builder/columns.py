"""Widths for the columns of a plain table, known before its rows arrive.

A browser fits the columns to the rows that it has, and moves them when longer ones come.
"""

from __future__ import annotations

import html as markup
import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from macros import text_width

_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>.*?(?=</t[hd]>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<wbr>|[\s/-]")
# site.css has a class for each number of fortieths, and of half sizes of the font up to this.
_PARTS, _HALVES = 40, 50
_START = re.compile(r"<table>\s*")

Columns = Sequence[Sequence[str]]  # the cells of each column, as HTML


class Line(NamedTuple):
    """The room of a line of a table, and the padding of a cell, both in sizes of the font."""

    room: float
    padding: float


WIDE, PHONE = Line(room=52, padding=1.6), Line(room=23.4, padding=0.6)


def settled(table: str) -> str:
    """Return a table whose columns have widths: in fortieths, and in half sizes for a phone.

    Frameworks side by side get the same room on a wide screen. A table too wide for a line has
    no fortieths: it scrolls.
    """
    head, _, _ = table.partition("</thead>")
    cells = [_CELL.findall(row) for row in _ROW.findall(table)]
    columns = list(zip(*cells, strict=False))
    if len(columns) < 2:
        return table
    phone = [f"td-half-{min(_HALVES, int(each * 2))}" for each in widths(columns, PHONE)]
    pairs = zip(_on_wide(columns, alike='class="fw ' in head), phone, strict=True)
    shown = "".join(f'<col class="{" ".join(filter(None, pair))}">' for pair in pairs)
    return _START.sub(f"<table><colgroup>{shown}</colgroup>", table, count=1)


def _on_wide(columns: Columns, *, alike: bool) -> list[str]:
    if alike:
        return ["td-col-even"] * len(columns)
    return [f"td-col-{part}" for part in fortieths(columns)] or [""] * len(columns)


def fortieths(columns: Columns) -> list[int]:
    """Return how many fortieths each column gets, [] where they do not fit into a wide line."""
    room = widths(columns, WIDE)
    if round(sum(room)) > WIDE.room:
        return []
    return _rounded([width * _PARTS / WIDE.room for width in room])


def widths(columns: Columns, line: Line) -> list[float]:
    """Return how wide each column is: its longest word, and a share of what is left."""
    needs = [_halves(line.padding + max(map(_longest_word, column))) for column in columns]
    spare = max(0, line.room - sum(needs))
    wants = [sum(len(_text(cell)) for cell in column) for column in columns]
    total = sum(wants) or 1
    return [need + spare * want / total for need, want in zip(needs, wants, strict=True)]


def _rounded(shares: Sequence[float]) -> list[int]:
    """Return whole numbers of at least 1 with the same sum, each as near as can be."""
    parts = [max(1, int(share)) for share in shares]
    while sum(parts) < _PARTS:
        gaps = [share - part for share, part in zip(shares, parts, strict=True)]
        parts[gaps.index(max(gaps))] += 1
    while sum(parts) > _PARTS:
        parts[parts.index(max(parts))] -= 1
    return parts


def _halves(width: float) -> float:
    return math.ceil(width * 2) / 2


def _longest_word(cell: str) -> float:
    longest = max(map(text_width.ems, _BREAK.split(_text(cell))))
    return longest * text_width.BOLD if cell.startswith("<th") else longest


def _text(cell: str) -> str:
    return markup.unescape(_TAG.sub("", cell.replace("<wbr>", "\N{ZERO WIDTH SPACE}")))
