"""Widths for the columns of a plain table, known before its rows arrive.

A browser fits the columns to the rows that it has, and moves them when longer ones come.
"""

from __future__ import annotations

import html as markup
import re
from collections.abc import Sequence

_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<wbr>|[\s/-]")
_LINE = 88  # letters that a line of a table has room for on a wide screen
_PADDING = 3  # letters
_PARTS = 40  # site.css has a class for each number of fortieths
_START = re.compile(r"<table>\s*")


def settled(table: str) -> str:
    """Return a table whose columns have widths in fortieths.

    Frameworks side by side get the same room from the style sheet, and a table too wide for a
    line scrolls; both stay as they are.
    """
    if 'class="fw ' in table.partition("</thead>")[0]:
        return table
    parts = fortieths([_CELL.findall(row) for row in _ROW.findall(table)])
    if not parts:
        return table
    columns = "".join(f'<col class="td-col-{part}">' for part in parts)
    return _START.sub(f"<table><colgroup>{columns}</colgroup>", table, count=1)


def fortieths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return how many fortieths each column gets, [] where they do not fit into a line."""
    columns = list(zip(*rows, strict=False))
    needs = [_PADDING + max(map(_longest_word, column)) for column in columns]
    spare = _LINE - sum(needs)
    if len(columns) < 2 or spare < 0:
        return []
    wants = [sum(len(_text(cell)) for cell in column) for column in columns]
    widths = [need + spare * want / sum(wants) for need, want in zip(needs, wants, strict=True)]
    return _rounded([width * _PARTS / _LINE for width in widths])


def _rounded(shares: Sequence[float]) -> list[int]:
    """Return whole numbers of at least 1 with the same sum, each as near as can be."""
    parts = [max(1, int(share)) for share in shares]
    while sum(parts) < _PARTS:
        gaps = [share - part for share, part in zip(shares, parts, strict=True)]
        parts[gaps.index(max(gaps))] += 1
    while sum(parts) > _PARTS:
        parts[parts.index(max(parts))] -= 1
    return parts


def _longest_word(cell: str) -> int:
    return max(map(len, _BREAK.split(_text(cell))))


def _text(cell: str) -> str:
    return markup.unescape(_TAG.sub("", cell.replace("<wbr>", "\N{ZERO WIDTH SPACE}")))
