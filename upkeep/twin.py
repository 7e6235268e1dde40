"""Compare the same source built by two engines: pages, titles, table rows, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from upkeep.words import code, counted

_NAMED = 5  # examples of a difference
_BASE = "https://built.example/"
Pages = Mapping[str, "Page"]


@dataclass
class Page:
    """What two builds of a page must have in common; links and anchors of its text alone."""

    title: str = ""
    rows: int = 0
    links: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)


def pages(site: Path) -> Pages:
    """Return the pages of a built site by address."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        reader = _Reader(address)
        reader.feed(file.read_text(encoding="utf-8"))
        found[address] = reader.page
    return found


class _Reader(HTMLParser):
    """Collects what a Page holds; what stands around the text is the engine's own."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.page = Page()
        self.address = address
        self.inside = 0
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.in_title = tag == "title" and not self.inside  # a picture has titles too
        self.inside += tag == "article"
        if not self.inside:
            return
        self.page.rows += tag == "tr"
        if "id" in given:
            self.page.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            self.page.links.add(urljoin(_BASE + self.address, given["href"]))

    def handle_endtag(self, tag: str) -> None:
        self.in_title = False
        self.inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.in_title:
            self.page.title += data.strip()


@dataclass(frozen=True)
class Difference:
    """One kind of difference, with the places where it was seen."""

    what: str
    places: tuple[str, ...]

    def __str__(self) -> str:
        named = ", ".join(code(place) for place in self.places[:_NAMED])
        more = len(self.places) - _NAMED
        return f"{self.what}: {len(self.places)} ({named}{f' and {more} more' if more > 0 else ''})"


def differences(ours: Pages, theirs: Pages) -> list[Difference]:
    """Return what differs, kind by kind; kinds without a place are left out."""
    kinds = {
        "pages that only ours has": [name for name in ours if name not in theirs],
        "pages that only theirs has": [name for name in theirs if name not in ours],
        **_of_shared(ours, theirs),
    }
    return [Difference(what, tuple(places)) for what, places in kinds.items() if places]


def _of_shared(ours: Pages, theirs: Pages) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for name in sorted(ours.keys() & theirs.keys()):
        for what, place in _of_page(name, ours[name], theirs[name]):
            kinds.setdefault(what, []).append(place)
    return kinds


def _of_page(name: str, ours: Page, theirs: Page) -> Iterator[tuple[str, str]]:
    shown = name or "index.html"
    if ours.title != theirs.title:
        yield "other titles", f"{shown}: {ours.title} / {theirs.title}"
    if ours.rows != theirs.rows:
        yield "other numbers of table rows", f"{shown}: {ours.rows} / {theirs.rows}"
    for link in sorted(ours.links - theirs.links):
        yield "links that theirs lacks", f"{shown} -> {_short(link)}"
    for link in sorted(theirs.links - ours.links):
        yield "links that ours lacks", f"{shown} -> {_short(link)}"
    for anchor in sorted(ours.anchors - theirs.anchors):
        yield "anchors that theirs lacks", f"{shown}#{anchor}"


def broken(site: Pages) -> list[str]:
    """Return the links of the pages' texts that lead to no page or no anchor of the site."""
    return [
        f"{name or 'index.html'} -> {_short(link)}"
        for name, page in site.items()
        for link in sorted(page.links)
        if link.startswith(_BASE) and not _leads_somewhere(link, site)
    ]


def _leads_somewhere(link: str, site: Pages) -> bool:
    address, anchor = urldefrag(link)
    target = site.get(address.removeprefix(_BASE).partition("?")[0])
    if target is None:
        return "." in address.rpartition("/")[2]  # a file; the build's own check knows those
    return not anchor or anchor in target.anchors or anchor.startswith("__")


def is_worse(ours: Pages, theirs: Pages) -> bool:
    """Tell whether theirs lacks a page or a table row of ours, or has more broken links."""
    rows = any(theirs[name].rows != page.rows for name, page in ours.items() if name in theirs)
    return rows or bool(ours.keys() - theirs.keys()) or bool(set(broken(theirs)) - {*broken(ours)})


def report(ours: Pages, theirs: Pages, named: str) -> str:
    """Return the comparison in words, as Markdown."""
    shared = ours.keys() & theirs.keys()
    rows = sum(theirs[name].rows for name in shared), sum(ours[name].rows for name in shared)
    links = sum(len(theirs[name].links & ours[name].links) for name in shared)
    lines = [
        f"### The same source built by {named}",
        f"{counted(len(theirs), 'page')} of {len(ours)}, {rows[0]} table rows of {rows[1]}, "
        f"{links} links of {sum(len(page.links) for page in ours.values())} are the same.",
    ]
    found = [f"- {each}" for each in differences(ours, theirs)]
    lost = [link for link in broken(theirs) if link not in set(broken(ours))]
    found += [f"- {Difference('links that lead nowhere', tuple(lost))}"] if lost else []
    lines += ["\n".join(found) or "Nothing differs."]
    return "\n\n".join(lines) + "\n"


def _short(link: str) -> str:
    """Return a link as it reads on the site itself."""
    return f"/{link.removeprefix(_BASE)}" if link.startswith(_BASE) else link
