"""The book and the zip beside the pages: linked once they are there, kept while they are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder import beside
from tests.site_tools import built_site

FOOTER = '<a href="../take_along/#the-book">Book (PDF)</a>'


def site(folder: Path, page: str = FOOTER) -> Path:
    folder.mkdir()
    (folder / "index.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def with_book(tmp_path: Path) -> Path:
    """Return a site whose book and zip were made from it."""
    old = site(tmp_path / "old")
    (old / beside.ZIP).write_text("zip", encoding="utf-8")
    (old / beside.BOOK).write_text("book", encoding="utf-8")
    beside.link(old)
    return old


def test_the_footers_lead_to_the_book_once_it_is_there(with_book: Path) -> None:
    linked = '<a href="../test-drive.pdf">Book (PDF)</a>'
    page = (with_book / "index.html").read_text(encoding="utf-8")
    assert page == linked
    assert beside.without_links(page) == FOOTER


def test_a_page_that_names_a_file_leads_to_it_with_its_size_once_it_is_there(
    tmp_path: Path,
) -> None:
    named = "".join(f"<code class=td-file>{name}</code>" for name in (beside.BOOK, beside.ZIP))
    home = site(tmp_path / "site", named)
    page = home / "take_along" / "index.html"
    page.parent.mkdir()
    page.write_text(named, encoding="utf-8")
    for name, size in ((beside.ZIP, 3_450_000), (beside.BOOK, 8_000_000)):
        (home / name).write_bytes(b"0" * size)
        beside.link(home, name)
    linked = page.read_text(encoding="utf-8")
    assert '<a href="../test-drive.pdf">test-drive.pdf</a></code> (8.0 MB)' in linked
    assert '<a href="../test-drive.zip">test-drive.zip</a></code> (3.5 MB)' in linked
    assert '"test-drive.zip"' in (home / "index.html").read_text(encoding="utf-8")
    beside.link(home, beside.BOOK)
    assert page.read_text(encoding="utf-8") == linked
    assert beside.without_links(linked) == named


def test_the_page_about_taking_it_along_names_both_files() -> None:
    page = (built_site() / "take_along" / "index.html").read_text(encoding="utf-8")
    for name in (beside.BOOK, beside.ZIP):
        assert re.search(rf'<code class="?td-file"?>{name}</code>', page)


def test_book_and_zip_outlive_a_build_that_changes_nothing(tmp_path: Path, with_book: Path) -> None:
    linked = (with_book / "index.html").read_text(encoding="utf-8")
    fresh = site(tmp_path / "fresh")
    assert beside.carry(with_book, fresh) == []
    assert (fresh / beside.BOOK).read_text(encoding="utf-8") == "book"
    assert (fresh / beside.ZIP).read_text(encoding="utf-8") == "zip"
    assert (fresh / "index.html").read_text(encoding="utf-8") == linked


def test_a_build_that_changes_a_page_names_what_it_takes_away(
    tmp_path: Path, with_book: Path
) -> None:
    fresh = site(tmp_path / "fresh", f"<p>New.</p>{FOOTER}")
    assert beside.carry(with_book, fresh) == [beside.BOOK, beside.ZIP]
    assert [file.name for file in fresh.iterdir()] == ["index.html"]
    assert FOOTER in (fresh / "index.html").read_text(encoding="utf-8")


def test_a_site_without_a_book_says_nothing_of_one(tmp_path: Path) -> None:
    assert beside.carry(site(tmp_path / "old"), site(tmp_path / "fresh")) == []
