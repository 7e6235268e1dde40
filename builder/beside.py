"""What lies beside the pages: the book and the zip, and the footers that lead to the book."""

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


def link(site: Path, name: str = BOOK) -> int:
    """Point the footers of a built site to the book; return how many pages changed."""
    changed = 0
    for page in sorted(site.rglob("*.html")):
        before = page.read_text(encoding="utf-8")
        after = _LINK.sub(rf'href="\g<root>{name}">', before)
        if after != before:
            page.write_text(after, encoding="utf-8", newline="\n")
            changed += 1
    return changed


def without_book(page: str) -> str:
    """Return a page whose footer says again how to make the book."""
    return _TO_BOOK.sub(rf'href="\g<root>{_HOW}">', page)


def carry(old: Path, fresh: Path) -> list[str]:
    """Move book and zip from a replaced site to its equal; return the names of those out of date.

    Both are made from the whole site: where one page differs they speak of another one.
    """
    made = [name for name in (BOOK, ZIP) if (old / name).is_file()]
    if not made or not _equal(old, fresh):
        return made
    for name in made:
        shutil.move(old / name, fresh / name)
    if BOOK in made:
        link(fresh)
    return []


def _equal(old: Path, fresh: Path) -> bool:
    files = (file for file in fresh.rglob("*") if file.is_file())
    return all(_same(old / file.relative_to(fresh), file) for file in files)


def _same(old: Path, fresh: Path) -> bool:
    if not old.is_file():
        return False
    before, after = old.read_bytes(), fresh.read_bytes()
    return before == after or (
        fresh.suffix == ".html" and without_book(before.decode()) == after.decode()
    )
