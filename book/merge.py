"""Put the pieces together: one tagged PDF with links, bookmarks, page numbers and metadata."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from book.finish import Unnumbered
from book.layout import Laid
from book.links import SCHEME

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True)
class About:
    """What the document says of itself."""

    title: str
    subject: str
    creator: str
    seconds: int  # since 1970: the time of the commit


@dataclass(frozen=True)
class Places:
    """Where everything stands. The pages of the front come first and count by themselves."""

    front: int
    anchors: Mapping[str, tuple[int, float, float]]  # page from 0 in the whole file

    def number(self, name: str) -> int:
        """Return the printed number of the page of an anchor."""
        return self.anchors[name][0] - self.front + 1


def places(front: Laid, pieces: Sequence[Laid]) -> Places:
    """Return where each anchor stands in the whole file."""
    found: dict[str, tuple[int, float, float]] = {}
    start = 0
    for laid in (front, *pieces):
        for name, (page, x, y) in laid.anchors.items():
            found.setdefault(name, (start + page, x, y))
        start += laid.pages
    return Places(front.pages, found)


def numbered(
    laid: Sequence[Laid], targets: Sequence[Sequence[str]], where: Places
) -> list[Unnumbered]:
    """Return what is still to be written into the pieces; ``targets`` are what each refers to."""
    found: list[Unnumbered] = []
    first = 1
    for piece, names in zip(laid, targets, strict=True):
        pages = [str(first + page) for page in range(piece.pages)]
        named = [str(where.number(name)) for name in names]
        found.append(Unnumbered(piece.target, piece.numbers_font, pages, named))
        first += piece.pages
    return found


def front_numbered(front: Laid) -> Unnumbered:
    """Return what is still to be written into the front."""
    pages = [roman(page + 1) for page in range(front.pages)]
    return Unnumbered(front.target, front.numbers_font, pages, ())


def join(laid: Sequence[Laid], where: Places, about: About, out: Path) -> int:
    """Write the whole book of finished pieces to ``out``; return its pages."""
    with Pdf.new() as book:
        _structure(book, [_take(book, piece) for piece in laid])
        _link(book, where)
        _bookmarks(book, laid)
        _labels(book, where.front)
        _describe(book, about)
        book.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return len(book.pages)


def _take(book: Pdf, piece: Laid) -> Any:
    """Add the pages of a piece; return its structure."""
    with Pdf.open(piece.target) as source:
        book.pages.extend(source.pages)
        return book.copy_foreign(source.Root.StructTreeRoot)


def roman(number: int) -> str:
    """Return a small number in Roman digits."""
    text = ""
    for value, sign in ROMAN:
        while number >= value:
            text += sign
            number -= value
    return text


def _structure(book: Pdf, trees: Sequence[Any]) -> None:
    """Join the trees of the pieces, and number the entries of their pages and links anew."""
    root = book.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = book.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array())
    )
    nums = Array()
    offset = page_at = 0
    for tree in trees:
        for top in tree.K:
            for child in top.K:
                child.P = document
                document.K.append(child)
        given = tree.ParentTree.Nums
        highest = -1
        for index in range(0, len(given), 2):
            nums.append(int(given[index]) + offset)
            nums.append(given[index + 1])
            highest = max(highest, int(given[index]))
        offset, page_at = _shift(book, page_at, offset, highest)
    root.K = Array([document])
    root.ParentTree = book.make_indirect(Dictionary(Nums=nums))
    root.ParentTreeNextKey = offset
    book.Root.StructTreeRoot = root


def _shift(book: Pdf, page_at: int, offset: int, highest: int) -> tuple[int, int]:
    """Move the keys of one piece's pages by ``offset``; return the next offset and page."""
    seen = 0
    while page_at < len(book.pages):
        page = book.pages[page_at]
        if int(page.StructParents) != seen:
            break
        page.StructParents = seen + offset
        for annotation in page.get("/Annots", ()):
            if "/StructParent" in annotation:
                annotation.StructParent = int(annotation.StructParent) + offset
        seen += 1
        page_at += 1
    return offset + highest + 1, page_at


def _link(book: Pdf, where: Places) -> None:
    """Point the links that name a place of the book to its page."""
    pages = [page.obj for page in book.pages]
    for page in pages:
        for annotation in page.get("/Annots", ()):
            address = str(annotation.get("/A", Dictionary()).get("/URI", ""))
            if address.startswith(SCHEME):
                target, x, y = where.anchors[unquote(address.removeprefix(SCHEME))]
                del annotation.A
                annotation.Dest = Array([pages[target], Name.XYZ, round(x, 2), round(y, 2), 0])
                annotation.Contents = String(f"Page {_printed(target, where.front)}")


def _printed(page: int, front: int) -> str:
    return roman(page + 1) if page < front else str(page - front + 1)


def _bookmarks(book: Pdf, laid: Sequence[Laid]) -> None:
    with book.open_outline() as outline:
        stack: list[tuple[int, Any]] = []
        start = 0
        for piece in laid:
            for level, label, page, x, y in piece.bookmarks:
                item = OutlineItem(label, start + page, "XYZ", left=round(x, 2), top=round(y, 2))
                item.is_closed = level > 1
                while stack and stack[-1][0] >= level:
                    stack.pop()
                (stack[-1][1].children if stack else outline.root).append(item)
                stack.append((level, item))
            start += piece.pages


def _labels(book: Pdf, front: int) -> None:
    """Let viewers count as the print does: the front in Roman digits."""
    book.Root.PageLabels = Dictionary(
        Nums=Array([0, Dictionary(S=Name.r), front, Dictionary(S=Name.D)])
    )


def _describe(book: Pdf, about: About) -> None:
    day = datetime.fromtimestamp(about.seconds, UTC)
    book.Root.Lang = String("en-US")
    book.Root.MarkInfo = Dictionary(Marked=True)
    book.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    book.Root.PageMode = Name.UseOutlines
    with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
        told.register_xml_namespace("http://www.aiim.org/pdfua/ns/id/", "pdfuaid")
        told["dc:title"] = about.title
        told["dc:description"] = about.subject
        told["dc:language"] = ["en-US"]
        told["xmp:CreateDate"] = day.isoformat()
        told["xmp:CreatorTool"] = about.creator
        told["pdfuaid:part"] = "1"
    book.docinfo["/Title"] = about.title
    book.docinfo["/Subject"] = about.subject
    book.docinfo["/Creator"] = about.creator
    book.docinfo["/CreationDate"] = day.strftime("D:%Y%m%d%H%M%SZ")
