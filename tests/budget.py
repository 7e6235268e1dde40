"""What a first visit to each page costs: bytes, requests, elements; and what it may cost.

`python -m tests.budget` prints the median and the worst page for each line of the budget.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from statistics import median

from macros.program import exit_code
from tests.site_pages import target_of
from tests.site_tools import built_site

KILO = 1000
LEVEL = 6  # of gzip, as GitHub Pages serves
FIRST_SEARCH = ("search/search_index.json", "assets/js/search.js")
FIRST_SEARCH_BYTES = 60 * KILO
MEDIAN_BYTES = 60 * KILO
PAGE_BYTES, MATRIX_BYTES = 75 * KILO, 110 * KILO
REQUESTS = 10
PAGE_NODES, MATRIX_NODES = 1500, 6000
# The matrix, and the same rows with one column less.
MATRICES = re.compile(r"compare/(matrix|\w+_(?:flask|django))/$")


@dataclass
class Visit:
    """What a browser fetches and builds before a reader does anything."""

    address: str
    nodes: int = 0
    asked: set[str] = field(default_factory=set)
    policy: str = ""
    total: int = 0

    @property
    def most_bytes(self) -> int:
        """The bytes that this page may have."""
        return MATRIX_BYTES if MATRICES.match(self.address) else PAGE_BYTES

    @property
    def most_nodes(self) -> int:
        """The elements that this page may have."""
        return MATRIX_NODES if MATRICES.match(self.address) else PAGE_NODES


class _Reader(HTMLParser):
    """Collects what a browser fetches by itself on arrival."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self.visit = visit

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.visit.nodes += 1
        if given.get("http-equiv") == "Content-Security-Policy":
            self.visit.policy = given.get("content", "")
        self.visit.asked.update(_fetched(tag, given))


def _fetched(tag: str, given: dict[str, str]) -> Iterator[str]:
    kinds = set(given.get("rel", "").split())
    is_icon = "icon" in kinds and given.get("type") != "image/svg+xml"  # a browser takes one
    if tag == "link" and (is_icon or kinds & {"stylesheet", "preload", "modulepreload"}):
        yield given["href"]
    is_lazy = given.get("loading") == "lazy"
    if tag in ("script", "img", "iframe", "embed", "source") and "src" in given and not is_lazy:
        yield given["src"]


@cache
def visits() -> tuple[Visit, ...]:
    """Return the first visit to every page of the built site."""
    site = built_site()
    return tuple(_visit(site, file) for file in sorted(site.rglob("*.html")))


def _visit(site: Path, file: Path) -> Visit:
    visit = Visit(file.relative_to(site).as_posix().removesuffix("index.html"))
    reader = _Reader(visit)
    reader.feed(file.read_text(encoding="utf-8"))
    reader.close()
    visit.asked = {address for address in visit.asked if not address.startswith("data:")}
    targets = {target_of(address, visit.address) for address in visit.asked}
    visit.total = size(file) + sum(size(target[0]) for target in targets if target)
    return visit


@cache
def size(file: Path) -> int:
    """Return the bytes of a file on the wire."""
    return len(gzip.compress(file.read_bytes(), LEVEL, mtime=0))


def first_search_bytes() -> int:
    """Return the bytes that the first search fetches."""
    return sum(size(built_site() / name) for name in FIRST_SEARCH)


def main() -> None:
    """Print the table of the budget."""
    pages = [visit for visit in visits() if not MATRICES.match(visit.address)]
    lines = [
        ("bytes of a first visit", "total", f"{MEDIAN_BYTES} median, {PAGE_BYTES} worst"),
        ("elements in the page", "nodes", f"{PAGE_NODES}"),
    ]
    for name, key, budget in lines:
        ranked = sorted(pages, key=lambda visit: getattr(visit, key))
        middle = median(getattr(visit, key) for visit in pages)
        worst = ranked[-1]
        print(
            f"{name}: median {middle:.0f}, worst {getattr(worst, key)} /{worst.address} ({budget})"
        )
    for visit in visits():
        if MATRICES.match(visit.address):
            print(f"/{visit.address}: {visit.total} bytes, {visit.nodes} elements")
    print(f"requests: at most {1 + max(len(visit.asked) for visit in visits())} ({REQUESTS})")
    print(f"first search: {first_search_bytes()} bytes ({FIRST_SEARCH_BYTES})")


if __name__ == "__main__":
    sys.exit(exit_code(main))
