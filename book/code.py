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
        if len(span):
            continue
        _take_spaces(span)
        before = span.getprevious()
        if before is not None and _are_alike(before, span):
            before.text = f"{before.text}{before.tail or ''}{span.text}"
            before.tail, span.tail = span.tail, None
            span.getparent().remove(span)


def _take_spaces(span: Any) -> None:
    """Move the spaces behind a span into it, where no color shows."""
    behind = span.tail or ""
    rest = behind.lstrip(" ")
    span.text = f"{span.text or ''}{behind[: len(behind) - len(rest)]}"
    span.tail = rest


def _are_alike(before: Any, span: Any) -> bool:
    """Return whether two spans have one kind and nothing but white space between them."""
    alone = not len(before) and not (before.tail or "").strip()
    return alone and before.tag == "span" and before.get("class") == span.get("class")


def _kind(highlight: str) -> str:
    return _NAMES.get(highlight) or _KINDS.get(highlight[:1], "")
