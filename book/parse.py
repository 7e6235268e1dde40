"""Read the HTML of a piece with libxml2: the engine's own parser is written in Python and slow."""

from __future__ import annotations

from functools import cache
from typing import Any
from xml.etree import ElementTree

import cssselect2
import weasyprint
from lxml import html
from weasyprint.urls import URLFetcher


class Document(weasyprint.HTML):  # type: ignore[misc]  # it comes without types
    """A whole document for the layout engine, from text."""

    def __init__(self, text: str, base: str) -> None:
        self.base_url = base
        self.url_fetcher = fetcher()
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(
            _plain(html.document_fromstring(text)), content_language=None
        )
        self.etree_element = self.wrapper_element.etree_element


@cache
def fetcher() -> Any:
    """Return what opens pictures; making one reads all certificates of the machine."""
    return URLFetcher()


@cache
def style_sheet(text: str) -> Any:
    """Return a style sheet for the layout engine; parsed once, each process of a piece has it."""
    return weasyprint.CSS(string=text, url_fetcher=fetcher())


def _plain(root: Any) -> ElementTree.Element:
    """Return a tree of lxml as one of the standard library, without comments."""
    builder = ElementTree.TreeBuilder()
    _build(root, builder)
    return builder.close()


def _build(element: Any, builder: ElementTree.TreeBuilder) -> None:
    if isinstance(element.tag, str):
        builder.start(element.tag, dict(element.attrib))
        builder.data(element.text or "")
        for child in element:
            _build(child, builder)
        builder.end(element.tag)
    builder.data(element.tail or "")
