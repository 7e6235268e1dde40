"""Atom feeds (RFC 4287) of changed verdicts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from builder.export.news import News
from macros.view import cell_id

_ATOM = "http://www.w3.org/2005/Atom"
_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(name: str, title: str, site_url: str, news: Sequence[News], since: date) -> str:
    """Return the feed ``name``; ``since`` is its day where there is no news."""
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _text(root, "id", _lasting(f"feed/{name}"))
    _text(root, "title", title)
    _text(root, "updated", _noon(max((each.day for each in news), default=since)))
    _text(SubElement(root, "author"), "name", "Test Drive")
    _text(root, "rights", "CC BY 4.0")
    _link(root, "self", f"{site_url}data/v1/feeds/{name}.atom", "application/atom+xml")
    _link(root, "alternate", f"{site_url}evidence/changes/", "text/html")
    for each in news:
        _entry(root, each, site_url)
    indent(root, " ")
    return _HEAD + tostring(root, encoding="unicode") + "\n"


def _entry(root: Element, news: News, site_url: str) -> None:
    entry = SubElement(root, "entry")
    name = f"{news.framework.name} {news.version}"
    _text(entry, "id", _lasting(news.key))
    _text(entry, "title", f"{news.row.title}, {name}: {news.after}")
    _text(entry, "updated", _noon(news.day))
    place = f"{news.framework.id}/#{cell_id(news.row, news.framework)}"
    page = f"{site_url}evidence/{news.row.group}/{place}"
    _link(entry, "alternate", page, "text/html")
    SubElement(entry, "category", {"term": news.framework.id})
    _text(entry, "summary", f"{news.row.question} Before: {news.before}. Now: {news.after}.")


def _lasting(key: str) -> str:
    """Return an id that stays the same wherever the site lies."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'test-drive/{key}')}"


def _noon(day: date) -> str:
    return f"{day.isoformat()}T12:00:00Z"


def _text(parent: Element, tag: str, text: str) -> None:
    SubElement(parent, tag).text = printable(text)


def _link(parent: Element, relation: str, address: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": relation, "href": address, "type": kind})


def printable(text: str) -> str:
    """Return ``text`` without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
