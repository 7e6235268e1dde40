"""Text to HTML: escaping, and the inline Markdown that notes may use."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

_MARKS = re.compile(r"([\\\\`*_{}\[\]()#!])")
_SAFE_ADDRESSES = ("https://", "#", "../", "./")


def escape(text: object) -> str:
    """Return ``text`` so that it is safe between tags and inside a quoted attribute."""
    return html.escape(str(text), quote=True)


def in_markdown(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is: for headings made from data."""
    return _MARKS.sub(r"\\\1", html.escape(text, quote=False))


@cache
def inline(text: str) -> str:
    """Return ``text`` with its inline Markdown as HTML; raw HTML comes out as plain text."""
    rendered: str = _renderer().reset().convert(text)
    return rendered.removeprefix("<p>").removesuffix("</p>").replace("\n", " ")


def long_day(day: date) -> str:
    """Return a day as a reader writes it: November 22, 2026."""
    return f"{day:%B} {day.day}, {day.year}"


def series(words: Sequence[str]) -> str:
    """Return words as a sentence lists them: one, one and two, one, two and three."""
    return " and ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def plain(text: str) -> str:
    """Return ``text`` without the marks of inline Markdown."""
    return text.replace("`", "").replace("**", "")


@cache
def _renderer() -> markdown.Markdown:
    renderer = markdown.Markdown(output_format="html")
    renderer.preprocessors.deregister("html_block")
    for name in ("html", "entity", "image_link", "image_reference", "autolink", "automail"):
        renderer.inlinePatterns.deregister(name)
    renderer.treeprocessors.register(_SafeLinks(renderer), "safe_links", 0)
    return renderer


class _SafeLinks(Treeprocessor):
    """Drops the target of a link that leads anywhere but to the web or into this site."""

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            if not link.get("href", "").startswith(_SAFE_ADDRESSES):
                link.attrib.pop("href", None)
