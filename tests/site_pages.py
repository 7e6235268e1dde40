"""What the pages of the built site hold: ids, links, resources and words, read once."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from tests.site_tools import CACHE, SITE_URL, built_site


@dataclass
class Page:
    """What the tests ask of one built page."""

    address: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    headings: int = 0
    title: str = ""
    description: str = ""
    figures: int = 0
    drawings: int = 0
    text: str = ""


@cache
def pages() -> tuple[Page, ...]:
    """Return every page of the built site, read once for all workers."""
    site = built_site()
    with (CACHE / "test-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stored = CACHE / f"{site.name}.json"
        if not stored.exists():
            found = [asdict(read_page(file, site)) for file in sorted(site.rglob("*.html"))]
            stored.write_text(json.dumps(found), encoding="utf-8")
    return tuple(Page(**page) for page in json.loads(stored.read_text(encoding="utf-8")))


def read_page(file: Path, site: Path) -> Page:
    """Return what one HTML file holds."""
    reader = _Reader(file.relative_to(site).as_posix().removesuffix("index.html"))
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    reader.page.text = "".join(reader.words)
    return reader.page


_FETCHED = {"stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch"}
_FETCHED |= {"prefetch", "manifest", "apple-touch-icon"}
_SILENT = ("script", "style", "pre", "code")


class _Reader(HTMLParser):
    """Collects what a Page holds; the text leaves code and scripts out."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.page = Page(address)
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        self.page.ids += [given["id"]] if "id" in given else []
        self.page.headings += tag == "h1"
        self.page.figures += tag == "figure" and "diagram" in classes
        self.page.drawings += tag == "svg" and "drawing" in classes
        if tag == "meta" and given.get("name") == "description":
            self.page.description = given.get("content", "")
        if (tag in (*_SILENT, "title") and "svg" not in self.open) or tag == "svg":
            self.open.append(tag)
        self._addresses(tag, given)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["title"]:
            self.page.title += data
        elif not set(self.open) & {*_SILENT}:
            self.words.append(data)

    def _addresses(self, tag: str, given: Mapping[str, str]) -> None:
        fetched = {given[name] for name in ("src", "srcset", "poster") if name in given}
        fetched |= {given["data"]} if tag == "object" else set()
        if tag == "link" and _FETCHED & set(given.get("rel", "").split()):
            fetched.add(given["href"])
        self.page.resources += sorted(fetched)
        self.page.links += sorted(fetched)
        if "href" in given and not ("svg" in self.open and tag == "use"):
            self.page.links.append(given["href"])
        if given.get("property") in ("og:image", "og:url"):
            self.page.links.append(given["content"])


def target_of(link: str, page: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that a link of a page leads to; None for another site."""
    address, anchor = urldefrag(urljoin(SITE_URL + page, link))
    if not address.startswith(SITE_URL):
        return None
    path = unquote(address.removeprefix(SITE_URL).partition("?")[0])
    file = built_site() / path
    return (file / "index.html" if file.is_dir() or not path else file), unquote(anchor)
