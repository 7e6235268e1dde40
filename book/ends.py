"""The end of a chapter: enough of it on its last page, never two lines on an empty sheet."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Any

from lxml import etree

LINES = 12  # of text that the last page holds at least; a page has 53
LETTERS = 95  # in a line
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WHOLE = frozenset(("p", "pre", "tr", "figure", *_HEADINGS))


def hold(chapter: Any) -> None:
    """Keep the last blocks of a chapter together, as many as fill a fifth of a page."""
    below = 0.0
    for block in _from_end(chapter):
        lines = _lines(block)
        if below + lines >= LINES:
            _leave(block, ceil(LINES - below))
            return
        below += lines
        block.set("class", f"{block.get('class', '')} stay".strip())


def _leave(block: Any, lines: int) -> None:
    """Let a block that goes on on the last page bring so many lines there."""
    if block.tag in ("p", "pre", "li") and lines > 2:
        block.set("style", f"widows: {lines}; {block.get('style', '')}".strip("; "))


def _from_end(element: Any) -> Iterator[Any]:
    """Yield what stands below another, the last first, each without what stands inside it."""
    if element.tag in _WHOLE or _is(element, "notes") or _is(element, "index"):
        yield element
        return
    holds_blocks = False
    for child in element.iterchildren(etree.Element, reversed=True):
        for block in _from_end(child):
            holds_blocks = True
            yield block
    if element.tag == "li" and not holds_blocks:
        yield element


def _is(element: Any, kind: str) -> bool:
    return kind in element.get("class", "").split()


def _lines(block: Any) -> float:
    """Return about how many lines of text a block is high."""
    if _is(block, "index"):
        return LINES
    if _is(block, "notes"):
        return 1.0 + 0.35 * len(list(block))
    if block.tag == "figure":
        return LINES if block.find(".//img") is not None else 2
    if block.tag == "tr":
        return 0.5 + 0.7 * max(ceil(len(cell) * len(block) / LETTERS) for cell in _cells(block))
    return _lines_of_text(block.tag, block.text_content())


def _lines_of_text(tag: str, text: str) -> float:
    if tag == "pre":
        return 0.85 * (text.strip("\n").count("\n") + 1) + 0.5
    return ceil(len(text) / LETTERS) + (1.0 if tag in _HEADINGS else 0.3)


def _cells(row: Any) -> list[str]:
    return [cell.text_content() for cell in row] or [""]
