"""Links of the book: to its own pages with the page's number, to the world with a note."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from lxml import etree, html

from book.questions import slug

SCHEME = "x-book:"  # what a link inside the book is called until its page is known
TOGETHER = 20  # addresses at the end of a list that share a page
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


class Links:
    """The addresses that the book holds, and what was linked but is not there.

    ``instead`` names, for a page that is left out, the one that holds its anchors in the book.
    """

    def __init__(
        self, site_url: str, addresses: Iterable[str], instead: Mapping[str, str] | None = None
    ) -> None:
        self.site_url = site_url
        self.addresses = set(addresses)
        self.instead = instead or {}
        self.anchors: set[str] = set()
        self.wanted: set[str] = set()
        self.complaints: list[str] = []

    def name_anchors(self, chapter: Any, address: str) -> None:
        """Give each id of a chapter a name that no other chapter has."""
        chapter.set("id", anchor(address, ""))
        for element in chapter.xpath(".//*[@id]"):
            element.set("id", anchor(address, element.get("id")))
        self.anchors |= {
            element.get("id") for element in chapter.xpath("descendant-or-self::*[@id]")
        }

    def rewrite(self, chapter: Any, address: str) -> None:
        """Point each link of a chapter into the book, or number it and list it as a note."""
        notes: dict[str, int] = {}
        for link in chapter.xpath(".//a[@href]"):
            place = self._place(link.get("href"), address)
            _forget(link)
            if place.startswith(SCHEME):
                self._point(link, place.removeprefix(SCHEME), address)
            elif place:
                link.set("href", place)
                if place.rstrip("/") != link.text_content().strip().rstrip("/"):
                    _mark(link, notes.setdefault(place, len(notes) + 1))
            else:
                link.drop_tag()
        if notes:
            chapter.append(_listed(notes))

    def _place(self, href: str, address: str) -> str:
        """Return the anchor in the book, or the address in the world."""
        if href.startswith("book:"):
            inside, fragment = urldefrag(href.removeprefix("book:"))
            return SCHEME + anchor(inside, fragment)
        if urlsplit(href).scheme:
            return href
        path, fragment = urldefrag(href)
        resolved = posixpath.normpath(posixpath.join("/", address, unquote(path)))
        inside = resolved.strip("/").removesuffix("index.html").strip("/")
        inside = f"{inside}/" if inside else ""
        inside = self.instead.get(inside, inside)
        if inside in self.addresses:
            return SCHEME + anchor(inside, unquote(fragment))
        return urljoin(self.site_url, href if href.startswith("/") else resolved.lstrip("/"))

    def _point(self, link: Any, name: str, address: str) -> None:
        if name not in self.anchors:
            self.complaints.append(
                f"{address or 'home'}: links to {name}, which is not in the book"
            )
            link.drop_tag()
            return
        self.wanted.add(name)
        link.set("href", SCHEME + quote(name))
        if "data-to" not in link.attrib and not any(
            above.tag in HEADINGS for above in link.iterancestors()
        ):
            link.append(reference(name))

    def prune(self, chapter: Any) -> None:
        """Take away the anchors that nothing links to; each one costs time."""
        for element in chapter.xpath(".//*[@id]"):
            if element.get("id") not in self.wanted and element.tag not in HEADINGS:
                del element.attrib["id"]


def anchor(address: str, fragment: str) -> str:
    """Return the name of a place in the book."""
    return f"{slug(address)}_{fragment}"


def reference(name: str) -> Any:
    """Return " p. " with the number left open."""
    at = html.Element("span")
    at.set("class", "at")
    at.set("data-to", name)
    at.text = " p.\N{NO-BREAK SPACE}"
    return at


def _forget(link: Any) -> None:
    for name in ("title", "aria-label", "rel", "data-preview"):
        link.attrib.pop(name, None)


def _mark(link: Any, number: int) -> None:
    mark = html.Element("sup")
    mark.text = f"[{number}]"
    link.append(mark)


def _listed(notes: dict[str, int]) -> Any:
    """Return the list of addresses, whose last ones stay on one page."""
    whole = html.Element("div")
    lines = [f"[{number}] {address}" for address, number in notes.items()]
    cut = len(lines) - TOGETHER if len(lines) > 2 * TOGETHER else 0
    if cut:
        whole.append(_columns(lines[:cut]))
    kept = etree.SubElement(whole, "div")
    kept.set("class", "kept")
    kept.append(_columns(lines[cut:]))
    whole[0].xpath("descendant-or-self::div[@class='notes']")[0].insert(0, _notes_head())
    return whole


def _columns(lines: list[str]) -> Any:
    block = html.Element("div")
    block.set("class", "notes")
    for line in lines:
        etree.SubElement(block, "p").text = line
    return block


def _notes_head() -> Any:
    head = html.Element("p")
    head.text = "Addresses"
    head.set("class", "notes-head")
    return head
