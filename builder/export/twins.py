"""A Markdown twin beside each page, and `llms.txt`, which lists them."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from builder.cache import Cache
from builder.export import markdown

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
_CANONICAL = re.compile(r'<link rel="?canonical"? href="?([^">]+)')
_DESCRIPTION = re.compile(r'<meta name="?description"? content="([^"]*)"')
_HEADING = re.compile(r"<h1\b")
_INTRODUCTION = """\
# Test Drive

> {compared} compared. Each cell is proved by a probe that runs against the installed \
framework, measured, or quoted word for word from the official documentation.

Each page has a Markdown twin beside it: the address of the page with `index.md` after it. \
Programs that want the data rather than the pages read `data/v1/comparison.json`.

## Data

- [Everything as JSON]({site}data/v1/comparison.json): rows, answers, states, proofs, versions
- [Everything as CSV]({site}data/v1/comparison.csv): a line a cell
- [OpenAPI description]({site}data/v1/openapi.json): all files and their schemas
"""


@dataclass(frozen=True)
class Twin:
    """The Markdown of one page. ``folder`` is its address below the root, "" or ending in "/"."""

    folder: str
    title: str
    description: str
    text: str


def site_url(home: str) -> str:
    """Return the address of the site, as its home page names it, or "" where it does not."""
    found = _CANONICAL.search(home)
    return html.unescape(found[1]) if found else ""


def maker() -> str:
    """Return the program that makes a twin: with another one no older twin counts."""
    return Path(markdown.__file__).read_text(encoding="utf-8")


def twins(site: Path, cache: Cache) -> list[Twin]:
    """Return the twin of every page below ``site``, the home page first."""
    files = sorted(site.rglob("index.html"), key=lambda file: file.parent.parts)
    pages = ((file.relative_to(site).as_posix(), file.read_text("utf-8")) for file in files)
    found = [twin for name, page in pages if (twin := _twin(name, page, cache))]
    cache.save()
    return found


def _twin(name: str, page: str, cache: Cache) -> Twin | None:
    article = _ARTICLE.search(page)
    heading = _HEADING.search(article[1]) if article else None
    if article is None or heading is None:
        return None
    described = _DESCRIPTION.search(page)
    content = article[1][heading.start() :]
    text = cache.made(content, lambda: markdown.convert(content))
    title = text.partition("\n")[0].removeprefix("# ")
    description = html.unescape(described[1]) if described else ""
    return Twin(name.removesuffix("index.html"), title, description, text)


def write(site: Path, found: Sequence[Twin]) -> None:
    """Write each twin beside its page."""
    for twin in found:
        (site / twin.folder / "index.md").write_text(twin.text, encoding="utf-8")


def llms(site_url: str, found: Sequence[Twin], compared: str) -> str:
    """Return `llms.txt`: what is compared, where the data lies, and every page by chapter."""
    chapters: dict[str, list[str]] = {}
    for twin in found:
        chapter = twin.folder.partition("/")[0] if twin.folder.count("/") > 1 else ""
        line = f"- [{twin.title}]({site_url}{twin.folder}index.md): {twin.description}"
        chapters.setdefault(chapter or "pages", []).append(line)
    sections = (
        f"## {name.capitalize()}\n\n" + "\n".join(lines) for name, lines in chapters.items()
    )
    introduction = _INTRODUCTION.format(site=site_url, compared=compared)
    return f"{introduction}\n" + "\n\n".join(sections) + "\n"
