"""Old addresses that still lead somewhere: of renamed rows, moved rows and renamed pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.ledger import Ledger
from macros.model import Comparison, Row
from macros.published import Published, Redirects, read_published, read_redirects
from macros.text import escape

_END = re.compile(r"</article>")
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="canonical" href="{canonical}">
<meta http-equiv="refresh" content="0; url={address}">
</head>
<body>
<h1>Moved</h1>
<p>This page is now <a href="{address}">{address}</a>.</p>
</body>
</html>
"""


@dataclass(frozen=True)
class Anchor:
    """A former anchor on a page of today, and where it leads."""

    page: str
    name: str
    address: str
    title: str


def write_pages(site: Path, redirects: Redirects, site_url: str) -> None:
    """Write a page at each old address; it leads on without a script."""
    for old, new in redirects.pages.items():
        up = "../" * old.count("/")
        text = _PAGE.format(canonical=escape(f"{site_url}{new}"), address=escape(f"{up}{new}"))
        folder = site / old
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(text, encoding="utf-8")


def anchors(data: Comparison, published: Published, redirects: Redirects) -> Iterator[Anchor]:
    """Yield every anchor that a row had under another name or on another page."""
    today = {row.id: row for row in data.rows}
    for old, record in published.rows.items():
        row = today.get(redirects.rows.get(old, old))
        if row is None:
            continue
        left = {group for group in record.groups if group != row.group or old != row.id}
        for group in sorted(left):
            yield from _of_page(f"compare/{group}/", old, row, f"compare/{row.group}/")
            yield from _of_page(f"evidence/{group}/", old, row, f"evidence/{row.group}/")
            yield from _of_proofs(group, old, row)
        if old != row.id:
            yield from _of_page("compare/matrix/", old, row, "compare/matrix/")


def _of_page(page: str, old: str, row: Row, target: str) -> Iterator[Anchor]:
    for suffix in ("", *(f"-{framework}" for framework in row.cells)):
        way = "" if page == target else f"../../{target}"
        yield Anchor(page, f"{old}{suffix}", f"{way}#{row.id}{suffix}", row.title)


def _of_proofs(group: str, old: str, row: Row) -> Iterator[Anchor]:
    for framework in row.cells:
        way = "" if group == row.group else f"../../{row.group}/{framework}/"
        address = f"{way}#{row.id}-{framework}"
        yield Anchor(f"evidence/{group}/{framework}/", f"{old}-{framework}", address, row.title)


def write_anchors(site: Path, found: list[Anchor]) -> None:
    """Put a list of what moved at the end of each page that lost a row."""
    for page in sorted({anchor.page for anchor in found}):
        file = site / page / "index.html"
        if file.exists():
            file.write_text(with_anchors(file.read_text("utf-8"), page, found), encoding="utf-8")


def of_today(ledger: Ledger) -> list[Anchor]:
    """Return every former anchor of the committed data; raises BadDataError for a bad redirect."""
    published = read_published()
    redirects = read_redirects(ledger.comparison, published)
    return list(anchors(ledger.comparison, published, redirects))


def with_anchors(html: str, page: str, found: Iterable[Anchor]) -> str:
    """Return a page with a list of what moved away from it at its end."""
    items = "\n".join(
        f'<li id="{escape(each.name)}"><a href="{escape(each.address)}">{escape(each.title)}</a> '
        f"was {escape(each.name)}</li>"
        for each in found
        if each.page == page and f'id="{each.name}"' not in html
    )
    if not items:
        return html
    moved = f'<section class="td-moved"><h2>Moved from here</h2>\n<ul>\n{items}\n</ul></section>'
    return _END.sub(lambda match: f"{moved}\n{match[0]}", html, count=1)


def copy_files(data: Path, redirects: Redirects) -> None:
    """Let the files of a former row id answer with what they say today."""
    for folder, ending in (("rows", "json"), ("evidence", "json"), ("badges", "svg")):
        _copy(data / folder, ending, redirects)
    _copy(data / "badges", "html.txt", redirects)


def _copy(folder: Path, ending: str, redirects: Redirects) -> None:
    for old, new in redirects.rows.items():
        source = folder / f"{new}.{ending}"
        if source.exists():
            shutil.copyfile(source, folder / f"{old}.{ending}")
