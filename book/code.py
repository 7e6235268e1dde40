"""Code in the book: highlighted with few spans, because each one costs time and memory."""

from __future__ import annotations

from typing import Any

_KINDS = {
    "k": "k",  # keywords
    "s": "s",  # strings
    "c": "c",  # comments
    "m": "m",  # numbers
}
_NAMES = {"nc": "f", "nf": "f", "nd": "d", "nt": "k", "na": "d", "ow": "k", "cp": "k"}


def lighten(article: Any) -> None:
    """Keep of the highlighting what a reader of paper sees: five kinds of spans."""
    for block in article.xpath(".//pre"):
        for mark in list(block.iter("i")):
            mark.text = f"({mark.get('data-mark', '')})"
            mark.drop_tag()
        for span in list(block.iter("span")):
            kind = _kind(span.get("class", ""))
            if kind:
                span.attrib.clear()
                span.set("class", kind)
            else:
                span.drop_tag()
        _join(block)
    for name in article.xpath(".//span[@class='filename']"):
        name.tag = "p"


def _join(block: Any) -> None:
    """Make one span of neighbors of one kind, with the spaces behind them."""
    for span in list(block.iter("span")):
        tail = span.tail or ""
        before = span.getprevious()
        if len(span):
            continue
        spaces = len(tail) - len(tail.lstrip(" "))
        span.text, span.tail = f"{span.text or ''}{tail[:spaces]}", tail[spaces:]
        if before is not None and before.tag == "span" and not (before.tail or "").strip():
            if before.get("class") == span.get("class") and not len(before):
                before.text = f"{before.text}{before.tail or ''}{span.text}"
                before.tail = span.tail
                span.tail = None
                span.getparent().remove(span)


def _kind(highlight: str) -> str:
    return _NAMES.get(highlight) or _KINDS.get(highlight[:1], "")
