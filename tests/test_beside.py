"""The book and the zip beside the pages: linked once they are there, kept while they are true."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder import beside

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
    assert beside.without_book(page) == FOOTER


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
