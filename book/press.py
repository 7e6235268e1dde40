"""From the built site to the finished file, with its progress told."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import html

from book import (
    appendix,
    article,
    ends,
    finish,
    front,
    letters,
    links,
    memory,
    merge,
    numbers,
    questions,
)
from book.layout import Laid, Piece, lay_out
from book.outline import Sheet, left_out
from book.workers import Workshop
from macros.ledger import Ledger
from macros.text import escape

STYLE = Path(__file__).resolve().parent / "style.css"
PAPERS = {"a4": "a4", "letter": "letter"}
PIECE_BYTES = 300_000  # of HTML; a piece of this size needs about 130 MB while it is laid out
ANSWERS = "answers/"
INDEX = "index-of-rows/"


class BookError(Exception):
    """The book cannot be made; each line of the text says what is wrong and what to do."""


@dataclass
class Chapter:
    """One page of the site as it stands in the book."""

    sheet: Sheet
    body: Any
    opens: bool  # the first page of its part


@dataclass
class Book:
    """Everything that is printed, before it is laid out."""

    title: str
    description: str
    site_url: str
    paper: str
    chapters: list[Chapter] = field(default_factory=list)
    links: Any = None
    complaints: list[str] = field(default_factory=list)


def collect(
    site: Path, sheets: Sequence[Sheet], settings: dict[str, Any], ledger: Ledger, paper: str
) -> Book:
    """Read the pages of the built site in reading order; raises BookError for missing ones."""
    missing = [
        f"{site}/{sheet.file}: no such page; expected a site that `make site` built"
        for sheet in sheets
        if not (site / sheet.file).is_file()
    ]
    if missing:
        raise BookError("\n".join(missing))
    book = Book(settings["site_name"], settings["site_description"], settings["site_url"], paper)
    instead = left_out(ledger)
    printed = [sheet for sheet in sheets if sheet.address not in instead]
    addresses = [*(sheet.address for sheet in printed), ANSWERS]
    book.links = links.Links(book.site_url, addresses, instead)
    told: dict[str, list[Any]] = {}
    part = ""
    for sheet in printed:
        body = article.read(site / sheet.file)
        appendix.proofs(body, ledger, sheet.address)
        told[sheet.title] = questions.answers(body, sheet.address)
        article.prepare(body, sheet.address)
        book.complaints += letters.spell_out(body, sheet.file)
        book.chapters.append(Chapter(sheet, body, sheet.part != part))
        part = sheet.part
    if any(told.values()):
        body = html.fragment_fromstring(appendix.answers(told))
        article.prepare(body, ANSWERS)
        book.chapters.append(Chapter(Sheet("Answers", "Answers", ANSWERS), body, opens=True))
    _tie(book, ledger)
    return book


def _tie(book: Book, ledger: Ledger) -> None:
    """Name every anchor first, then point the links at them."""
    for chapter in book.chapters:
        book.links.name_anchors(chapter.body, chapter.sheet.address)
    rows = appendix.index_of_rows(ledger, book.links.anchors)
    if rows:
        sheet = Sheet("Index of rows", "Index of rows", INDEX)
        body = html.fragment_fromstring(letters.spelled(rows))
        book.links.name_anchors(body, INDEX)
        book.chapters.append(Chapter(sheet, body, opens=True))
    for chapter in book.chapters:
        book.links.rewrite(chapter.body, chapter.sheet.address)
    for chapter in book.chapters:
        book.links.prune(chapter.body)
        ends.hold(chapter.body)
    book.complaints += book.links.complaints


def page_html(chapter: Chapter) -> str:
    """Return one chapter with its part's title where a part begins."""
    body = chapter.body
    body.tag = "article"
    body.attrib.pop("class", None)
    opening = f"<h1>{escape(chapter.sheet.part)}</h1>\n" if chapter.opens else ""
    text = html.tostring(body, encoding="unicode")
    return (
        f'<main data-part="{escape(chapter.sheet.part)}" data-title="{escape(_title(chapter))}">\n'
        f"{opening}{text}</main>\n"
    )


def _title(chapter: Chapter) -> str:
    return "" if chapter.sheet.title == chapter.sheet.part else chapter.sheet.title


def style(book: Book) -> str:
    """Return the style sheet for the paper of a book."""
    return STYLE.read_text(encoding="utf-8").replace("size: a4", f"size: {book.paper}")


def document(book: Book, inside: str, foot: str) -> str:
    """Return a piece as a whole HTML document."""
    return (
        f'<html lang="en-US" data-foot="{escape(foot)}"><head><meta charset="utf-8">'
        f"<title>{escape(book.title)}</title></head><body>\n{inside}</body></html>"
    )


def pieces(book: Book) -> list[list[Chapter]]:
    """Return the chapters in pieces that are laid out one by one; the same on every machine."""
    cut: list[list[Chapter]] = [[]]
    size = 0
    for chapter in book.chapters:
        length = len(html.tostring(chapter.body))
        if cut[-1] and size + length > PIECE_BYTES:
            cut.append([])
            size = 0
        cut[-1].append(chapter)
        size += length
    return cut


def number_references(chapters: Iterable[Chapter]) -> list[str]:
    """Write the place of each reference into it; return the anchors in that order."""
    names: list[str] = []
    for chapter in chapters:
        for number in chapter.body.xpath(".//*[@data-to]"):
            names.append(number.attrib.pop("data-to"))
            number.text = f"{number.text or ''}{len(names):0{numbers.DIGITS}d}"
    return names


@dataclass(frozen=True)
class Shop:
    """Where one book is made: the data, the built site, a folder for the pieces, its foot line."""

    ledger: Ledger
    site: Path
    folder: Path
    foot: str

    def piece(self, book: Book, inside: str, name: str) -> Piece:
        """Return a job for the layout."""
        whole = document(book, inside, self.foot)
        target = str(self.folder / f"{name}.pdf")
        return Piece(whole, f"{self.site.resolve().as_uri()}/", target, style(book))


@dataclass(frozen=True)
class Made:
    """A finished book: its pages, the memory that it took, what could not be done well."""

    pages: int
    megabytes: float
    complaints: tuple[str, ...]


def make(book: Book, ledger: Ledger, site: Path, out: Path, seconds: int) -> Made:
    """Write the book to ``out``; raises LostPieceError where a process ended early."""
    workshop = Workshop(_tell)
    with tempfile.TemporaryDirectory(prefix="book-") as folder:
        shop = Shop(ledger, site, Path(folder), f"{book.title}, {ledger.today}")
        whole = _lay_out(book, shop, workshop)
        about = merge.About(book.title, book.description, "Test Drive, make pdf", seconds)
        fresh = shop.folder / "book.pdf"
        count = merge.join(whole, merge.places(whole[0], whole[1:]), about, fresh)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(fresh, out)
    said = [each for piece in whole for each in piece.complaints]
    megabytes = max(workshop.megabytes, memory.own_peak())
    return Made(count, megabytes, tuple(dict.fromkeys([*book.complaints, *said])))


def _lay_out(book: Book, shop: Shop, workshop: Workshop) -> list[Laid]:
    """Return the pieces with every page number written, the front first."""
    cut = pieces(book)
    targets = [number_references(chapters) for chapters in cut]
    texts = ["".join(page_html(chapter) for chapter in chapters) for chapters in cut]
    laid = workshop.lay_out([shop.piece(book, t, f"{n:03d}") for n, t in enumerate(texts)])
    unnumbered = merge.numbered(laid, targets, merge.places(Laid(""), laid))
    last: list[Piece | finish.Unnumbered] = [_front(book, shop, laid), *unnumbered]
    front_laid, *_ = workshop.run(_last, last, _size)
    finish.finish(merge.front_numbered(front_laid))
    return [front_laid, *laid]


def _last(job: Piece | finish.Unnumbered) -> Laid:
    """Lay out the front, for which every page number is known by now, and finish the others."""
    if isinstance(job, Piece):
        return lay_out(job)
    finish.finish(job)
    return Laid(job.target)


def _size(job: Piece | finish.Unnumbered) -> int:
    """Return what stands for the work of a job; the front is begun first."""
    return len(job.html) if isinstance(job, Piece) else len(job.pages)


def _tell(done: Sequence[Laid], jobs: int, seconds: float) -> None:
    pages_done = sum(each.pages for each in done)
    print(
        f"  {len(done)} of {jobs} pieces, {pages_done} pages, {seconds:.0f} s",
        file=sys.stderr,
        flush=True,
    )


def _front(book: Book, shop: Shop, laid: Sequence[Laid]) -> Piece:
    """Return the job for the front."""
    body = merge.places(Laid(""), laid)
    page = {name: place[0] + 1 for name, place in body.anchors.items()}
    cover = front.cover(book.title, book.description, book.site_url, shop.ledger)
    first = html.fragment_fromstring(
        letters.spelled(f"<div>{cover}{front.contents(_contents(book), page)}</div>")
    )
    ends.hold(first)
    return shop.piece(book, html.tostring(first, encoding="unicode"), "front")


def _contents(book: Book) -> list[tuple[int, str, str]]:
    entries: list[tuple[int, str, str]] = []
    for chapter in book.chapters:
        name = links.anchor(chapter.sheet.address, "")
        if chapter.opens:
            entries.append((1, chapter.sheet.part, name))
        if chapter.sheet.title != chapter.sheet.part:
            entries.append((2, chapter.sheet.title, name))
    return entries
