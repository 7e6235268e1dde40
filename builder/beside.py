"""What lies beside the pages: the book and the zip, and the links that lead to them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

BOOK = "test-drive.pdf"
ZIP = "test-drive.zip"
# Until there is a book the footer leads to the page that says how to make it.
_HOW = "take_along/#the-book"
_LINK = re.compile(rf'href="(?P<root>[^"]*?){_HOW}">(?=Book \(PDF\)</a>)')
_TO_BOOK = re.compile(r'href="(?P<root>[^"]*?)[\w-]+\.pdf">(?=Book \(PDF\)</a>)')
# Where a page names a file of those, it becomes a link with its size.
_NAMED = re.compile(
    r'(?P<head><code class="?td-file"?>)(?:<a href="[^"]*">)?(?P<name>[\w-]+\.(?:pdf|zip))'
    r"(?:</a></code> \([\d.]+ MB\)|</code>)"
)


def link(site: Path, name: str = BOOK) -> int:
    """Point a built site to the book or the zip in it; return how many pages changed."""
    size = (site / name).stat().st_size / 1e6
    changed = 0
    for page in sorted(site.rglob("*.html")):
        before = page.read_text(encoding="utf-8")
        root = "../" * (len(page.relative_to(site).parts) - 1)
        after = _linked(before, name, f'<a href="{root}{name}">{name}</a></code> ({size:.1f} MB)')
        if after != before:
            page.write_text(after, encoding="utf-8", newline="\n")
            changed += 1
    return changed


def _linked(page: str, name: str, instead: str) -> str:
    if name.endswith(".pdf"):
        page = _LINK.sub(rf'href="\g<root>{name}">', page)
    return _NAMED.sub(
        lambda found: f"{found['head']}{instead}" if found["name"] == name else found[0], page
    )


def without_links(page: str) -> str:
    """Return a page as it was before the book and the zip were made."""
    page = _TO_BOOK.sub(rf'href="\g<root>{_HOW}">', page)
    return _NAMED.sub(r"\g<head>\g<name></code>", page)


def carry(old: Path, fresh: Path) -> list[str]:
    """Move book and zip from a replaced site to its equal; return the names of those out of date.

    Both are made from the whole site: where one page differs they speak of another one.
    """
    made = [name for name in (BOOK, ZIP) if (old / name).is_file()]
    if not made or not _equal(old, fresh):
        return made
    for name in made:
        shutil.move(old / name, fresh / name)
        link(fresh, name)
    return []


def _equal(old: Path, fresh: Path) -> bool:
    files = (file for file in fresh.rglob("*") if file.is_file())
    return all(_same(old / file.relative_to(fresh), file) for file in files)


def _same(old: Path, fresh: Path) -> bool:
    if not old.is_file():
        return False
    before, after = old.read_bytes(), fresh.read_bytes()
    return before == after or (
        fresh.suffix == ".html" and without_links(before.decode()) == after.decode()
    )
