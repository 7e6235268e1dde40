"""What the search knows: every section's title, its first words, and where its words stand.

Made from the finished pages, whatever engine made them. docs/assets/js/search.js reads it, and
finds words the same way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from pathlib import Path

from builder import search_packing
from builder.cache import Cache
from macros.load import ROOT

FILE = "search/search_index.json"
CACHE = ROOT / ".cache" / "search.json"
# A word that stands in more sections than this tells none of them from the others.
COMMON = 20
LONGEST_EXCERPT = 110
_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_LEFT_OUT = re.compile(r'<meta name="search" content="exclude">')
_PART = re.compile(r"<(?P<end>/?)(?P<tag>[a-z][a-z0-9-]*)(?P<given>[^>]*)>|(?P<text>[^<]+)")
_ID = re.compile(r'\bid="([^"]*)"')
_CLASS = re.compile(r'\bclass="([^"]*)"')
_SILENT = re.compile(r'\bdata-search-exclude\b|\bclass="(?:headerlink|filename)"')
_CODE = frozenset({"pre", "svg", "script", "style", "button", "template"})
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_HEADINGS = frozenset({"h1", "h2", "h3"})
_WORD = re.compile(r"\w+(?:[.+#][\w+#]+|\++|#)*")
_PLURAL = re.compile(r"(?<=\w\w)(?<![su])s$")
_SPACE = re.compile(r"\s+")
_ALSO = "Also searched as: "


@dataclass
class Section:
    """What stands between one heading and the next."""

    anchor: str
    parts: dict[str, list[str]] = field(default_factory=dict)

    def text(self, kind: str) -> str:
        """Return the words of one kind: title, question, aliases or body."""
        return _SPACE.sub(" ", unescape("".join(self.parts.get(kind, [])))).strip()


def write(folder: Path, pages: Mapping[Path, str]) -> None:
    """Write the index of the pages, given by their files in ``folder``."""
    named = {address(file.relative_to(folder)): html for file, html in pages.items()}
    file = folder / FILE
    file.parent.mkdir(exist_ok=True)
    programs = (Path(__file__), Path(search_packing.__file__))
    known = Cache(CACHE, "".join(each.read_text(encoding="utf-8") for each in programs))
    file.write_text(index(named, known), encoding="utf-8")
    known.save()


def address(file: Path) -> str:
    """Return the address of a page from its file, both below the site's root."""
    return file.as_posix().removesuffix("index.html")


def index(pages: Mapping[str, str], known: Cache | None = None) -> str:
    """Return the index of pages, given by their addresses, as JSON.

    What is ``known`` of a page is not read again.
    """
    heads: list[tuple[str, list[list[str]]]] = []
    places: dict[str, list[int]] = {}
    count = 0
    for where, html in sorted(pages.items()):
        if where == "404.html" or _LEFT_OUT.search(html):
            continue
        sections = _read(html, known)
        for at, (_, beyond) in enumerate(sections, start=count):
            for word in beyond:
                places.setdefault(word, []).append(at)
        count += len(sections)
        heads.append((where, [entry for entry, _ in sections]))
    telling = {word: found for word, found in sorted(places.items()) if len(found) <= COMMON}
    told = {
        "pages": heads,
        "words": search_packing.words(telling),
        "places": " ".join(map(search_packing.places, telling.values())),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _read(html: str, known: Cache | None) -> list[tuple[list[str], list[str]]]:
    """Return for each section of a page its entry, and the words that stand in its text alone."""

    def read() -> str:
        return json.dumps([(_entry(each), _words_beyond(each)) for each in sections_of(html)])

    article = _ARTICLE.search(html)
    found = known.made(article[0] if article else "", read) if known else read()
    sections: list[tuple[list[str], list[str]]] = json.loads(found)
    return sections


def sections_of(html: str) -> Iterator[Section]:
    """Yield the sections of a page that have a title, the one of the page first."""
    article = _ARTICLE.search(html)
    section, kind = Section(""), "body"
    for event, value, given in _events(article[1] if article else ""):
        if event == "text":
            section.parts.setdefault(kind, []).append(value)
        elif value in _HEADINGS and event == "start":
            if section.text("title"):
                yield section
            anchor = _ID.search(given)
            section, kind = Section(anchor[1] if anchor and value != "h1" else ""), "title"
        elif event == "start":
            kind = _kind_of(given) or kind
            section.parts.setdefault("body", []).append(" ")
        elif value in ("p", "h1", "h2", "h3"):
            kind = "body"
    if section.text("title"):
        yield section


def _kind_of(given: str) -> str | None:
    classes = _CLASS.search(given)
    kinds = {"td-question": "question", "td-aliases": "aliases"}
    return kinds.get(classes[1]) if classes else None


def _events(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield starts, ends and texts, without what the search leaves out."""
    silent, depth = "", 0
    for part in _PART.finditer(html):
        tag, given = part["tag"], part["given"] or ""
        if silent:
            if tag == silent:
                depth += -1 if part["end"] else 1
                silent = silent if depth else ""
        elif tag is None:
            yield "text", part["text"], ""
        elif part["end"]:
            yield "end", tag, ""
        elif (tag in _CODE or _SILENT.search(given)) and tag not in _VOID:
            silent, depth = tag, 1
        else:
            yield "start", tag, given


def _entry(section: Section) -> list[str]:
    title, question = section.text("title"), section.text("question")
    aliases = section.text("aliases").removeprefix(_ALSO)
    shown = question or ("" if section.anchor else _excerpt(section.text("body")))
    entry = [search_packing.anchor(section.anchor, title), title, shown, aliases]
    while not entry[-1]:
        entry.pop()
    return entry


def _excerpt(text: str) -> str:
    if len(text) <= LONGEST_EXCERPT:
        return text
    return text[:LONGEST_EXCERPT].rpartition(" ")[0] + " …"


def words(text: str) -> list[str]:
    """Return the words of a text, small and singular: ``n+1`` and ``socket.io`` are one each."""
    return [_singular(word) for word in _WORD.findall(text.lower())]


@cache  # the pages say the same words again and again
def _singular(word: str) -> str:
    return _PLURAL.sub("", word) if len(word) > 3 else word


def _words_beyond(section: Section) -> list[str]:
    """Return the words that stand in the text alone, without those of one letter or digits."""
    shown = section.text("title"), section.text("question"), section.text("aliases")
    known = {word for text in shown for word in words(text)}
    found = set(words(section.text("body"))) - known
    return sorted(word for word in found if len(word) > 1 and not word.isdigit())
